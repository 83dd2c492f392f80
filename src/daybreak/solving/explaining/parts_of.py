"""A production with some of its scenes alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from daybreak.model.calendar import later
from daybreak.model.production import Production
from daybreak.model.schedule import Day, Schedule
from daybreak.solving.horizon import last_change, room_after


def only(production: Production, scenes: Collection[str]) -> Production:
    """Give a production of some scenes, with whom and what they need.

    A schedule of it is one of the whole production with the other scenes in the
    boneyard, and the other way round: strips there ask nothing (SPEC 3).
    """
    kept = tuple(
        scene if scene.part_of is None else replace(scene, part_of=None)
        for scene in production.scenes
        if scene.id in scenes
    )
    cast = {person for scene in kept for person in scene.cast}
    places = {scene.location for scene in kept}
    things = {thing for scene in kept for thing in scene.elements}
    return replace(
        production,
        scenes=kept,
        people=tuple(one for one in production.people if one.id in cast),
        locations=tuple(one for one in production.locations if one.id in places),
        elements=tuple(one for one in production.elements if one.id in things),
        orders=tuple(
            order
            for order in production.orders
            if order.before in scenes and order.after in scenes
        ),
    )


def near_only(production: Production, board: Schedule | None) -> Production:
    """Give the production with no unit open for ages after anything changes.

    As far as a plan looks (see `horizon`) and a board lies: what cannot be shot until
    then cannot be shot later either. The same production where nothing is cut off.
    """
    last = max([last_change(production), *(day.date for day in _days(board))])
    far = later(last, 7 * room_after(production))
    if all(unit.end <= far for unit in production.units):
        return production
    units = tuple(replace(one, end=min(one.end, far)) for one in production.units)
    return replace(production, units=units)


def _days(board: Schedule | None) -> tuple[Day, ...]:
    return () if board is None else board.days
