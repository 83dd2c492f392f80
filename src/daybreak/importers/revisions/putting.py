"""A production put together again after a draft."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from daybreak.importers.revisions.omitted import (
    OMITTED,
    OmittedScene,
    omitted_in,
    omitted_json,
)
from daybreak.model.production import (
    Element,
    Location,
    Order,
    Person,
    Picture,
    Production,
    Scene,
)

SCRIPT = "script"
"""The key under a picture's ``extra``: file, color and date of its last draft."""


def put_together(
    production: Production,
    *,
    picture: str,
    scenes: Sequence[Scene],
    omitted: Sequence[OmittedScene],
    people: Sequence[Person],
    locations: Sequence[Location],
    elements: Sequence[Element],
    script: Mapping[str, Any],
) -> Production:
    """Give the production with new scenes of a picture.

    Parameters
    ----------
    scenes
        Every scene of the picture in its order.
    omitted
        The scenes that leave it.
    people, locations, elements
        Those that are new.
    script
        What is kept of the draft.

    Raises
    ------
    DocumentError
        When the production would be sound no more.
    """
    there = {one.id for one in scenes}
    kept = [one for one in omitted_in(production) if one.scene.id not in there]
    back = [one for one in omitted_in(production) if one.scene.id in there]
    everyone = (*production.people, *people)
    things = (*production.elements, *elements)
    whole = [
        _fitted(one, production, everyone, things) if one.id in _ids(back) else one
        for one in _in_their_slots(production, picture, scenes)
    ]
    known = _ids_of_scenes(whole)
    whole = [
        replace(one, part_of=None) if one.part_of and one.part_of not in known else one
        for one in whole
    ]
    extra = {key: one for key, one in production.extra.items() if key != OMITTED}
    if gone := [*kept, *omitted]:
        extra[OMITTED] = omitted_json(gone)
    return replace(
        production,
        pictures=tuple(
            _with_script(one, script) if one.id == picture else one
            for one in production.pictures
        ),
        people=everyone,
        locations=(*production.locations, *locations),
        elements=things,
        scenes=tuple(whole),
        orders=tuple(_orders(production, back, known)),
        extra=extra,
    )


def _ids(omitted: Sequence[OmittedScene]) -> frozenset[str]:
    return frozenset(one.scene.id for one in omitted)


def _ids_of_scenes(scenes: Sequence[Scene]) -> frozenset[str]:
    return frozenset(one.id for one in scenes)


def _in_their_slots(
    production: Production, picture: str, scenes: Sequence[Scene]
) -> list[Scene]:
    """Give all scenes; those of other pictures stay where they stand in the list."""
    waiting = list(scenes)
    slots = sum(one.picture == picture for one in production.scenes)
    made: list[Scene] = []
    for one in production.scenes:
        if one.picture != picture:
            made.append(one)
            continue
        slots -= 1
        take = len(waiting) if slots == 0 else 1
        made += waiting[:take]
        del waiting[:take]
    return made + waiting


def _fitted(
    scene: Scene,
    production: Production,
    people: Sequence[Person],
    elements: Sequence[Element],
) -> Scene:
    """Give a scene that comes back without what is gone meanwhile."""
    units = {one.id for one in production.units}
    return replace(
        scene,
        cast=_only(scene.cast, {one.id for one in people}),
        elements=_only(scene.elements, {one.id for one in elements}),
        units=None if scene.units is None else _only(scene.units, units) or None,
        pin=scene.pin if scene.pin and scene.pin.unit in units else None,
    )


def _only(names: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in names if one in known)


def _orders(
    production: Production, back: Sequence[OmittedScene], known: frozenset[str]
) -> list[Order]:
    """Give the orders between scenes that are there, those of scenes come back too."""
    every = [*production.orders, *(order for one in back for order in one.orders)]
    made: dict[tuple[str, str], Order] = {}
    for one in every:
        if one.before in known and one.after in known:
            made.setdefault((one.before, one.after), one)
    return list(made.values())


def _with_script(picture: Picture, script: Mapping[str, Any]) -> Picture:
    return replace(picture, extra=picture.extra | {SCRIPT: dict(script)})
