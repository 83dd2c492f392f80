"""Locations: which names are one place, by the map a person wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from daybreak.importers.drafts import SceneDraft
from daybreak.importers.names import alike, name_key
from daybreak.importers.outcome import Question, counted
from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.screenplay import plain
from daybreak.importers.slugline import Slug, tidy

_LISTED_MOST = 8
_EXAMPLE = "write HOUSE = THE HOUSE on a line of its own"


def read_locations_map(text: str, file: str) -> dict[str, str]:
    """Read which names of places are one.

    Parameters
    ----------
    text
        A JSON object, ``{"variant": "canonical"}``, or lines ``A = B``; empty lines
        and lines that begin with ``#`` say nothing.
    file
        The name of the map, for messages.

    Raises
    ------
    ImportProblem
        ``MAP-E01`` to ``MAP-E03``.
    """
    remarks = Remarks(file)
    clean = text.removeprefix("\ufeff")
    is_json = clean.lstrip().startswith("{")
    pairs = _from_json(clean, remarks) if is_json else _from_lines(clean, remarks)
    _check_circles(pairs, remarks)
    return pairs


def _from_lines(text: str, remarks: Remarks) -> dict[str, str]:
    pairs = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        variant, _, canonical = line.partition("=")
        if not tidy(variant) or not tidy(canonical):
            remarks.refuse(
                "MAP-E01", number, f'"{snippet(line)}" is no A = B', _EXAMPLE
            )
        pairs[tidy(variant)] = tidy(canonical)
    return pairs


def _from_json(text: str, remarks: Remarks) -> dict[str, str]:
    data: Any = None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        remarks.refuse("MAP-E02", line, "the map is no JSON", _EXAMPLE)
    for variant, canonical in data.items():
        if not isinstance(canonical, str) or not tidy(variant) or not tidy(canonical):
            remarks.refuse(
                "MAP-E02",
                1,
                f'"{snippet(variant)}" is not given a name',
                'write {"HOUSE": "THE HOUSE"}',
            )
    return {tidy(variant): tidy(canonical) for variant, canonical in data.items()}


def _check_circles(pairs: Mapping[str, str], remarks: Remarks) -> None:
    keys = {name_key(variant): name_key(name) for variant, name in pairs.items()}
    leads = {key: to for key, to in keys.items() if key != to}
    done: set[str] = set()
    for variant in pairs:
        key = name_key(variant)
        seen: set[str] = set()
        while key in leads and key not in done:
            if key in seen:
                remarks.refuse(
                    "MAP-E03",
                    1,
                    f'"{snippet(variant)}" leads round in a circle',
                    "give every place one name that leads no further",
                )
            seen.add(key)
            key = leads[key]
        done |= seen


class PlaceNames:
    """Gives the location of a heading by the map, and knows what the map missed."""

    def __init__(self, locations: Mapping[str, str]) -> None:
        self._to = {name_key(variant): name for variant, name in locations.items()}
        self._variants = {name_key(variant): variant for variant in locations}
        self._used: set[str] = set()

    def of(self, slug: Slug) -> str:
        """Give the location: by its whole set, else by its first part."""
        for name in (slug.set, slug.location):
            if name and name_key(name) in self._to:
                return self._follow(name)
        return slug.location

    def _follow(self, name: str) -> str:
        while name_key(name) in self._to:
            key = name_key(name)
            self._used.add(key)
            if name_key(self._to[key]) == key:
                return self._to[key]
            name = self._to[key]
        return name

    def unused(self) -> tuple[str, ...]:
        """Give the names of the map that no heading has."""
        return tuple(
            variant for key, variant in self._variants.items() if key not in self._used
        )


def place_questions(
    scenes: Sequence[SceneDraft], names: PlaceNames
) -> tuple[Question, ...]:
    """Ask which places may be one."""
    locations = list(dict.fromkeys(scene.location for scene in scenes))
    return (
        *_alike_questions(locations),
        *_part_questions(scenes, set(map(name_key, locations))),
        *_unused_questions(names.unused()),
    )


def _alike_questions(locations: Sequence[str]) -> Iterable[Question]:
    groups = alike(locations)
    for group in groups[:_LISTED_MOST]:
        yield Question(
            what=f"these places may be one: {' / '.join(group)}",
            todo=f'if so, write "{group[1]} = {group[0]}" in a locations map',
        )
    if len(groups) > _LISTED_MOST:
        yield Question(
            what=f"{len(groups) - _LISTED_MOST} more groups of places look alike",
            todo="settle those above and import again",
        )


def _part_questions(
    scenes: Sequence[SceneDraft], locations: set[str]
) -> Iterable[Question]:
    """Ask about sets whose later part is a location elsewhere."""
    found: dict[str, list[str]] = {}
    for scene in scenes:
        for part in scene.slug.set.split(" - ")[1:]:
            if name_key(part) in locations and part != scene.location:
                found.setdefault(f"{scene.location} / {part}", []).append(scene.label)
    if found:
        listed = list(found)[:_LISTED_MOST]
        yield Question(
            what=f"one is named as part of the other: {'; '.join(listed)}",
            todo="if both lie at one place, put them together in a locations map",
            scenes=tuple(label for labels in found.values() for label in labels),
        )


def _unused_questions(unused: Sequence[str]) -> Iterable[Question]:
    if unused:
        yield Question(
            what=f"the locations map has {counted(len(unused), 'name')} that no "
            f"heading has: {', '.join(unused[:_LISTED_MOST])}",
            todo="check the spelling",
        )


def cases_merged(scenes: Sequence[SceneDraft]) -> tuple[str, ...]:
    """Name the locations that are written both in capitals and not."""
    spellings: dict[str, set[str]] = {}
    for scene in scenes:
        heading = plain(scene.scene.heading.text)
        start = heading.upper().find(scene.slug.location)
        if start >= 0 and scene.slug.location:
            end = start + len(scene.slug.location)
            spellings.setdefault(scene.location, set()).add(heading[start:end])
    return tuple(name for name, written in spellings.items() if len(written) > 1)
