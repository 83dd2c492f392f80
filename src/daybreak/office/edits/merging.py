"""Two spellings of one person, place or element become one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.production import Location, Person, Production, Scene
from daybreak.office.edits.edit import Edit
from daybreak.office.edits.naming import Kind, Thing, thing_named
from daybreak.reports.phrases import count_of

LISTED_MOST = 12
KINDS: tuple[Kind, ...] = ("person", "location", "element")


def merge(production: Production, gone: str, kept: str) -> Edit:
    """Give a production in which one of two things is the other.

    Scenes, dates away, dates on the calendar and characters of the first go to the
    second; its deals, fees and windows end.

    Parameters
    ----------
    gone, kept
        The spelling that goes, and the one that stays: ids or names, as
        `naming.thing_named` takes them.

    Raises
    ------
    UsageError
        When one is unknown, both are the same, or a person is merged with a place.
    """
    kind, leaving = thing_named(production, gone, KINDS)
    _, staying = thing_named(production, kept, (kind,))
    if leaving.id == staying.id:
        raise UsageError(f"{gone} and {kept} are one already.\nMaybe name another.")
    scenes = tuple(
        _moved(one, kind, leaving.id, staying.id) for one in production.scenes
    )
    changed = [
        now.number
        for was, now in zip(production.scenes, scenes, strict=True)
        if was is not now
    ]
    things = _things(production, leaving, staying)
    listed = ", ".join(changed[:LISTED_MOST])
    rest = f" and {len(changed) - LISTED_MOST} more" if changed[LISTED_MOST:] else ""
    where = f": {listed}{rest}" if changed else ""
    said = [
        f"{leaving.name} is {staying.name} now, in "
        f"{count_of(len(changed), 'scene')}{where}."
    ]
    if isinstance(leaving, Person) and leaving.number is not None:
        said.append(f"Cast number {leaving.number} is free now.")
    return Edit(production=replace(production, scenes=scenes, **things), said=(*said,))


def _moved(scene: Scene, kind: Kind, gone: str, kept: str) -> Scene:
    """Give a scene with the one in the place of the other; itself where it has none."""
    if kind == "location":
        return replace(scene, location=kept) if scene.location == gone else scene
    if kind == "person":
        return _with_cast(scene, gone, kept)
    if gone not in scene.elements:
        return scene
    return replace(scene, elements=_swapped(scene.elements, gone, kept))


def _with_cast(scene: Scene, gone: str, kept: str) -> Scene:
    if gone not in scene.cast:
        return scene
    return replace(scene, cast=_swapped(scene.cast, gone, kept))


def _swapped(ids: tuple[str, ...], gone: str, kept: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kept if one == gone else one for one in ids))


def _things(production: Production, leaving: Thing, staying: Thing) -> dict[str, Any]:
    """Give the list of the production that changes, without the one that goes."""
    if isinstance(leaving, Person) and isinstance(staying, Person):
        one = _person(leaving, staying)
        people = (one if p.id == one.id else p for p in production.people)
        return {"people": tuple(p for p in people if p.id != leaving.id)}
    if isinstance(leaving, Location):
        places = (one for one in production.locations if one.id != leaving.id)
        return {"locations": tuple(places)}
    elements = (one for one in production.elements if one.id != leaving.id)
    return {"elements": tuple(elements)}


def _person(leaving: Person, staying: Person) -> Person:
    def both(name: str) -> tuple[Any, ...]:
        mine = getattr(staying, name)
        return (*mine, *(one for one in getattr(leaving, name) if one not in mine))

    return replace(
        staying,
        characters=both("characters"),
        unavailable=both("unavailable"),
        events=both("events"),
    )
