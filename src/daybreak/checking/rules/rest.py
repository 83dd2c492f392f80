"""Rules between two days: travel and turnaround, of units and of people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from daybreak.checking.board import (
    MINUTES_A_DAY,
    Board,
    BoardDay,
    successive,
    successive_days,
)
from daybreak.checking.facts import Facts
from daybreak.checking.rules.found import Found
from daybreak.checking.violations import Where
from daybreak.checking.words import clock, counted, hours, sentence
from daybreak.model.production import Unit


def travel(board: Board) -> Iterator[Found]:
    """Leave the dates of a move between days on different bases.

    For units, from their first ``base`` on, and for people. SPEC 3, rule
    ``travel``.
    """
    facts = board.facts
    for unit in facts.units.values():
        days = board.of_unit[unit.id]
        yield from _first_travel(facts, unit, days)
        for one, other in successive_days(days):
            if one.base != other.base:
                where = Where(unit=unit.id, date=other.date)
                yield from _too_far(facts, unit.name, where, one, other)
    for person, worked in board.of_person.items():
        for earlier, later in successive(worked):
            for one, other in product(earlier, later):
                if one.base != other.base:
                    where = Where(unit=other.unit.id, date=other.date, person=person)
                    name = facts.people[person].name
                    yield from _too_far(facts, name, where, one, other)


def _first_travel(facts: Facts, unit: Unit, days: list[BoardDay]) -> Iterator[Found]:
    """Ask only that there is a move from where a unit stands to its first day."""
    first = next((day for day in days if day.base is not None), None)
    if first is None or unit.base is None or not facts.moves:
        return
    assert first.base is not None
    if unit.base != first.base and (unit.base, first.base) not in facts.moves:
        yield _no_move(facts, unit.name, (unit.base, first.base), _at(first))


def _too_far(
    facts: Facts, name: str, where: Where, one: BoardDay, other: BoardDay
) -> Iterator[Found]:
    """Look at the dates strictly between two days on different bases."""
    assert one.base is not None
    assert other.base is not None
    if not facts.moves:
        return
    move = facts.moves.get((one.base, other.base))
    if move is None:
        yield _no_move(facts, name, (one.base, other.base), where)
        return
    dates = (other.date - one.date).days - 1
    if dates < move.days:
        way = f"{facts.bases[one.base].name} to {facts.bases[other.base].name}"
        said = (
            f"{sentence(name)} has {counted(dates, 'day')} between {one.date} and "
            f"{other.date} to travel from {way}; the move takes {move.days:,}"
        )
        yield Found(where, said, move.days)


def _no_move(facts: Facts, name: str, way: tuple[str, str], where: Where) -> Found:
    origin, target = (facts.bases[one].name for one in way)
    said = (
        f"{sentence(name)} goes from {origin} to {target} for {where.date}; "
        "no such move is given"
    )
    return Found(where, said, "a move of the production")


def breaks_between(facts: Facts, one: BoardDay, other: BoardDay) -> bool:
    """Tell whether nobody may work on both of two days, one right after the other.

    By the rules of rest and travel that block. SPEC 3, ``travel``, ``turnaround``.
    """
    rest = _rest(one, other)
    if rest.has < rest.needs and facts.production.level("turnaround") == "blocks":
        return True
    if one.base == other.base or facts.production.level("travel") != "blocks":
        return False
    return any(_too_far(facts, "", Where(date=other.date), one, other))


class Rest(NamedTuple):
    """The time between a wrap and a call, and what is asked, in minutes."""

    one: BoardDay
    other: BoardDay
    has: int
    needs: int


def turnaround(board: Board) -> Iterator[Found]:
    """Leave the rest of ``turnaround_hours`` from each wrap to the next call.

    For units, and for people whichever units they work for: the larger rest of the
    two. Clocks count, time zones do not. SPEC 3, rule ``turnaround``.
    """
    for unit in board.facts.units.values():
        for one, other in successive_days(board.of_unit[unit.id]):
            rest = _rest(one, other)
            if rest.has < rest.needs:
                where = Where(unit=unit.id, date=other.date)
                yield _too_short(unit.name, where, rest)
    for person, worked in board.of_person.items():
        name = board.facts.people[person].name
        for earlier, later in successive(worked):
            rest = _least_rest(earlier, later)
            if rest.has < rest.needs:
                on = rest.other
                where = Where(unit=on.unit.id, date=on.date, person=person)
                yield _too_short(name, where, rest)


def _rest(one: BoardDay, other: BoardDay) -> Rest:
    asked = max(one.unit.turnaround_hours, other.unit.turnaround_hours)
    return Rest(one, other, other.call - one.wrap, asked * 60)


def _least_rest(earlier: list[BoardDay], later: list[BoardDay]) -> Rest:
    """Give the rest that falls short by most, where a date has several units."""
    if len(earlier) == len(later) == 1:
        return _rest(earlier[0], later[0])
    rests = [_rest(one, other) for one, other in product(earlier, later)]
    return min(rests, key=lambda rest: rest.has - rest.needs)


def _too_short(name: str, where: Where, rest: Rest) -> Found:
    one, other = rest.one, rest.other
    wrap = clock(one.wrap - one.date.toordinal() * MINUTES_A_DAY)
    call = clock(other.call - other.date.toordinal() * MINUTES_A_DAY)
    has = hours(rest.has) if rest.has > 0 else "no time"
    said = (
        f"{sentence(name)} has {has} of rest between the wrap of {one.date} at {wrap} "
        f"and the call of {other.date} at {call}; {hours(rest.needs)} are needed"
    )
    return Found(where, said, rest.needs // 60)


def _at(day: BoardDay) -> Where:
    return Where(unit=day.unit.id, date=day.date)
