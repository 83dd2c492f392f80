"""A schedule as the rules look at it: who works when and where, worked out once.

What a rule forbids may still stand here (two entries for a unit and date, a scene
on several days); nothing is thrown away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from daybreak.checking.facts import Facts, SameObject, facts_of
from daybreak.checking.unknown_ids import refuse_unknown_ids
from daybreak.model.production import (
    Production,
    Scene,
    Shift,
    ShiftName,
    Unit,
    standard_shifts,
)
from daybreak.model.schedule import Day, Schedule

MINUTES_A_DAY = 24 * 60
SCHEDULES_KEPT = 4
STANDARD_SHIFTS = standard_shifts()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BoardDay:
    """One entry of a schedule.

    Parameters
    ----------
    shift
        The unit's times of the shift; the standard ones where it never works it.
    base
        The base of the first strip; None where no strip stands here.
    location_changes
        Changes of location between two successive strips.
    call, wrap
        Minutes of the unit's clock since the midnight of ordinal 0.
    """

    unit: Unit
    date: date
    shift_name: ShiftName
    shift: Shift
    scenes: tuple[Scene, ...]
    base: str | None
    location_changes: int
    call: int
    wrap: int


class Strip(NamedTuple):
    """A scene that stands on a day."""

    day: BoardDay
    scene: Scene


Worked = dict[date, list[Strip]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Board:
    """The facts of a schedule.

    Parameters
    ----------
    days
        All entries by date, on one date in the order of the production's units.
    of_unit
        The entries of each unit, in the same order; every unit has a list.
    of_scene
        Where each scene stands; only scenes that stand somewhere.
    of_person
        The strips of each person by date, dates in order.
    of_location, of_element
        The strips that use each, by date, dates in order.
    wraps
        The last date of each picture's strips.
    boneyard
        How often each scene is listed there.
    """

    facts: Facts
    days: tuple[BoardDay, ...]
    of_unit: dict[str, list[BoardDay]]
    of_scene: dict[str, list[BoardDay]]
    of_person: dict[str, Worked]
    of_location: dict[str, Worked]
    of_element: dict[str, Worked]
    wraps: dict[str, date]
    boneyard: Counter[str]


def board_of(production: Production, schedule: Schedule) -> Board:
    """Work out the facts of a schedule; those of the last few are kept.

    Raises
    ------
    DocumentError
        For every id that the production does not know.
    """
    return _board(SameObject(production), SameObject(schedule))


@lru_cache(maxsize=SCHEDULES_KEPT)
def _board(production: SameObject, schedule: SameObject) -> Board:
    assert isinstance(production.thing, Production)
    assert isinstance(schedule.thing, Schedule)
    facts = facts_of(production.thing)
    refuse_unknown_ids(facts, schedule.thing)
    place = {unit: place for place, unit in enumerate(facts.units)}
    entries = sorted(schedule.thing.days, key=lambda day: (day.date, place[day.unit]))
    board = Board(
        facts=facts,
        days=tuple(_day(facts, entry) for entry in entries),
        of_unit={unit: [] for unit in facts.units},
        of_scene={},
        of_person={},
        of_location={},
        of_element={},
        wraps={},
        boneyard=Counter(schedule.thing.boneyard),
    )
    for day in board.days:
        _enter(board, day)
    return board


def _day(facts: Facts, entry: Day) -> BoardDay:
    unit = facts.units[entry.unit]
    shift = unit.shifts.get(entry.shift) or STANDARD_SHIFTS[entry.shift]
    scenes = tuple(facts.scenes[scene] for scene in entry.strips)
    midnight = entry.date.toordinal() * MINUTES_A_DAY
    return BoardDay(
        unit=unit,
        date=entry.date,
        shift_name=entry.shift,
        shift=shift,
        scenes=scenes,
        base=facts.locations[scenes[0].location].base if scenes else None,
        location_changes=sum(
            one.location != next_one.location for one, next_one in pairwise(scenes)
        ),
        call=midnight + shift.call,
        wrap=midnight + shift.end,
    )


def _enter(board: Board, day: BoardDay) -> None:
    """Note a day and its strips; days come in order of their dates."""
    board.of_unit[day.unit.id].append(day)
    on = day.date
    for scene in day.scenes:
        strip = Strip(day, scene)
        board.wraps[scene.picture] = on
        board.of_scene.setdefault(scene.id, []).append(day)
        places = board.of_location.setdefault(scene.location, {})
        places.setdefault(on, []).append(strip)
        for person in scene.cast:
            board.of_person.setdefault(person, {}).setdefault(on, []).append(strip)
        for element in scene.elements:
            board.of_element.setdefault(element, {}).setdefault(on, []).append(strip)


def days_of(strips: list[Strip]) -> list[BoardDay]:
    """Give the days on which some strips stand, each once, in order."""
    return list(dict.fromkeys(strip.day for strip in strips))


def successive(worked: Worked) -> Iterator[tuple[list[BoardDay], list[BoardDay]]]:
    """Yield the days of each two successive dates of a person, earlier first."""
    return pairwise(days_of(strips) for strips in worked.values())


def successive_days(days: list[BoardDay]) -> Iterator[tuple[BoardDay, BoardDay]]:
    """Yield each two successive shooting days of a unit.

    Of several entries on one date, which no rule but ``eligible`` looks at, the
    first stands for the date; an entry without strips is no shooting.
    """
    by_date: dict[date, BoardDay] = {}
    for day in days:
        if day.scenes:
            by_date.setdefault(day.date, day)
    return pairwise(by_date.values())
