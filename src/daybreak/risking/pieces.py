"""A plan ready to be disturbed: strips of several days in pieces, units had longer.

A strip that fills k days may be interrupted by rain, which rule ``once`` forbids a
plan. So it becomes k strips of one day each, in order. The pieces stand where the strip
stood and cost the same; tests hold both to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from daybreak.model.calendar import later
from daybreak.model.fields import SLUG_MOST
from daybreak.model.production import Order, Production, Scene
from daybreak.model.schedule import Day, Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A production and its schedule in pieces of a day.

    Parameters
    ----------
    scene_of
        By id of a piece, the id of its scene; of a whole scene its own.
    """

    production: Production
    schedule: Schedule
    scene_of: Mapping[str, str]


def in_pieces(production: Production, schedule: Schedule, *, extra_days: int) -> Pieces:
    """Give a production and a schedule whose strips can be moved day by day.

    Parameters
    ----------
    extra_days
        Dates after its ``end`` on which each unit may be had, too.
    """
    pieces = {one.id: _pieces_of(one, production) for one in production.scenes}
    made = replace(
        production,
        scenes=tuple(piece for each in pieces.values() for piece in each),
        orders=(*_orders(production, pieces), *_chains(pieces)),
        units=tuple(
            replace(one, end=later(one.end, extra_days)) for one in production.units
        ),
    )
    return Pieces(
        production=made,
        schedule=_laid(schedule, pieces),
        scene_of={piece.id: scene for scene, each in pieces.items() for piece in each},
    )


PiecesOf = dict[str, tuple[Scene, ...]]


def _pieces_of(scene: Scene, production: Production) -> tuple[Scene, ...]:
    scene = replace(scene, part_of=None)  # no rule reads it
    if scene.days is None or scene.days == 1:
        return (scene,)
    taken = {one.id for one in production.scenes}
    return tuple(
        replace(
            scene,
            id=_free_id(f"{scene.id[: SLUG_MOST - 8]}.{number}", taken),
            days=1,
            pin=scene.pin if number == 1 else None,
        )
        for number in range(1, scene.days + 1)
    )


def _free_id(wanted: str, taken: set[str]) -> str:
    found = wanted
    while found in taken:
        found += "."
    taken.add(found)
    return found


def _orders(production: Production, pieces: PiecesOf) -> Iterator[Order]:
    for one in production.orders:
        before, after = pieces[one.before][-1].id, pieces[one.after][0].id
        yield replace(one, before=before, after=after)


def _chains(pieces: PiecesOf) -> Iterator[Order]:
    for each in pieces.values():
        for one, following in pairwise(each):
            yield Order(before=one.id, after=following.id, min_days=1)


def _laid(schedule: Schedule, pieces: PiecesOf) -> Schedule:
    """Give the schedule with pieces where the strips of several days stood."""
    left = {scene: list(each) for scene, each in pieces.items()}
    days = []
    for day in schedule.in_order():
        strips = tuple(_next_piece(left[one], pieces[one]) for one in day.strips)
        days.append(Day(unit=day.unit, date=day.date, shift=day.shift, strips=strips))
    standing = {one for day in schedule.days for one in day.strips}
    beside = set(schedule.boneyard) | standing
    boneyard = [piece.id for one in sorted(beside) for piece in left[one]]
    return Schedule(days=tuple(days), boneyard=tuple(boneyard))


def _next_piece(left: list[Scene], every: tuple[Scene, ...]) -> str:
    """Take the next piece; a strip that stands too often keeps its last one."""
    return left.pop(0).id if left else every[-1].id
