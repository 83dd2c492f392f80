"""Breakdown sheets of a USS file: a scene, its length and its elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from daybreak.model.production import Place, Production, Scene
from daybreak.model.schedule_standard import (
    CATEGORIES,
    LOCATION,
    MINUTE,
    PICTURE,
    PLACE,
    SCRIPT_DAY,
    SET,
    TIME,
    TIME_WORDS,
    UNIT,
)
from daybreak.reports.formats.uss_elements import Elements
from daybreak.reports.formats.uss_ids import UssIds

_PLACES: Mapping[Place, str] = {"int": "INT", "ext": "EXT", "int/ext": "INT/EXT"}
_TIMES = {time: word for word, time in reversed(TIME_WORDS.items())}
_BY_NAME = {name: ucid for ucid, name in CATEGORIES.items()}


def sheets_of(
    production: Production,
    scenes: Sequence[Scene],
    elements: Elements,
    *,
    ids: UssIds,
    created: str,
) -> dict[str, dict[str, Any]]:
    """Give a breakdown sheet for each scene, by the scene's id."""
    writer = _Writer(production, elements)
    return {
        scene.id: {
            "id": ids.kept(scene.extra, "scene", scene.id),
            "bannerText": None,
            "comments": scene.notes,
            "created": created,
            "description": scene.synopsis,
            "elements": list(dict.fromkeys(writer.elements(scene))),
            "pages": pages_of(scene.eighths),
            "scene": scene.number,
            "scriptPage": _script_page(scene),
            "duration": writer.duration(scene),
            "type": "scene",
        }
        for scene in scenes
    }


def pages_of(eighths: int) -> int | float:
    """Give a length in pages, a multiple of 0.125.

    Examples
    --------
    >>> pages_of(11), pages_of(16)
    (1.375, 2)
    """
    return eighths // 8 if eighths % 8 == 0 else eighths / 8


def _script_page(scene: Scene) -> str | None:
    found = scene.extra.get("script_page")
    return found if isinstance(found, str) else None


class _Writer:
    def __init__(self, production: Production, elements: Elements) -> None:
        self._elements = elements
        self._units = {unit.id: unit for unit in production.units}
        self._first = production.units[0]
        self._locations = {one.id: one.name for one in production.locations}
        self._pictures = {one.id: one.title for one in production.pictures}

    def duration(self, scene: Scene) -> int | None:
        """Give the milliseconds that a scene takes, where it says so itself."""
        if scene.minutes is not None:
            return scene.minutes * MINUTE
        if scene.days is not None:
            units = scene.units or (self._first.id,)
            longest = max(self._units[unit].day_minutes for unit in units)
            return scene.days * longest * MINUTE
        return None

    def elements(self, scene: Scene) -> Iterator[str]:
        """Yield the ids of everything that a scene names."""
        made = self._elements
        yield made.of_standard(PLACE, _PLACES[scene.place])
        if scene.set:
            yield made.of_standard(SET, scene.set)
        yield made.of_standard(TIME, _time(scene))
        if scene.script_day:
            yield made.of_standard(SCRIPT_DAY, scene.script_day)
        if len(self._units) > 1:
            for unit in scene.units or (self._first.id,):
                yield made.of_standard(UNIT, self._units[unit].name)
        yield made.of_standard(LOCATION, self._locations[scene.location])
        if len(self._pictures) > 1:
            yield made.of_own(PICTURE, self._pictures[scene.picture])
        yield from self._tags(scene)
        yield from (made.people[person] for person in scene.cast)
        yield from (made.things[thing] for thing in scene.elements)

    def _tags(self, scene: Scene) -> Iterator[str]:
        """Yield what an import kept of units, sequences and own categories."""
        tags = scene.extra.get("tags")
        for category, labels in tags.items() if isinstance(tags, dict) else ():
            ucid = _BY_NAME.get(category)
            is_told = ucid in (PLACE, SET, TIME, SCRIPT_DAY, LOCATION) or (
                ucid == UNIT and len(self._units) > 1
            )
            if is_told or not isinstance(labels, list):
                continue
            for label in labels:
                if ucid is not None and ucid < LOCATION:
                    yield self._elements.of_standard(ucid, str(label))
                else:
                    yield self._elements.of_own(category, str(label))


def _time(scene: Scene) -> str:
    """Give the time as it was written, where that still is the scene's time."""
    written = scene.extra.get("time_as_written")
    if isinstance(written, str) and TIME_WORDS.get(written) == scene.time:
        return written
    return _TIMES[scene.time]
