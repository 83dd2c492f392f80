"""What units cost: shooting days, idle days, moves inside a day and between bases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from daybreak.checking.board import Board, BoardDay, successive_days
from daybreak.checking.costs.items import CostItem, part_of
from daybreak.checking.facts import Facts, between
from daybreak.checking.words import counted, sentence, share
from daybreak.model.production import Unit

SIXTH = 6


def unit_days(board: Board) -> Iterator[CostItem]:
    """Pay ``day_cost`` for each day of a unit, with its premiums.

    Times 1 + ``night_premium`` on a night shift, + ``sixth_day_premium`` from the
    sixth shooting day on in a week of Monday to Sunday; the sum rounded half up
    once a day. SPEC 4, ``unit_days``.
    """
    for unit in board.facts.units.values():
        alike: dict[tuple[bool, bool], list[date]] = {}
        in_week: dict[date, set[date]] = {}
        for day in board.of_unit[unit.id]:
            monday = day.date - timedelta(days=day.date.weekday())
            shot = in_week.setdefault(monday, set())
            shot.add(day.date)
            premiums = (day.shift_name == "night", len(shot) >= SIXTH)
            alike.setdefault(premiums, []).append(day.date)
        for (night, sixth), dates in alike.items():
            yield _days_alike(unit, dates, night=night, sixth=sixth)


def _days_alike(unit: Unit, dates: list[date], *, night: bool, sixth: bool) -> CostItem:
    """Pay the days of a unit that bear the same premiums."""
    factor, with_premiums = Decimal(1), ""
    if night and unit.night_premium:
        factor += unit.night_premium
        with_premiums += f" + {share(unit.night_premium)} of it for a night"
    if sixth and unit.sixth_day_premium:
        factor += unit.sixth_day_premium
        with_premiums += f" + {share(unit.sixth_day_premium)} of it for a sixth day"
    kind = "night day" if night else "day"
    if sixth:
        kind = f"sixth {kind}"
    return CostItem(
        line="unit_days",
        amount=part_of(unit.day_cost, factor) * len(dates),
        said=f"{sentence(unit.name)}: {counted(len(dates), kind)} x "
        f"{unit.day_cost:,}{with_premiums}",
        dates=tuple(dates),
        unit=unit.id,
    )


def idle_days(board: Board) -> Iterator[CostItem]:
    """Pay ``idle_day_cost`` for eligible dates without work between two days.

    SPEC 4, ``idle_days``.
    """
    for unit in board.facts.units.values():
        days = board.of_unit[unit.id]
        if not days or not unit.idle_day_cost:
            continue
        shot = {day.date for day in days}
        eligible = board.facts.calendar.eligible[unit.id]
        inside = between(eligible, days[0].date, days[-1].date)
        idle = tuple(day for day in inside if day not in shot)
        if idle:
            yield CostItem(
                line="idle_days",
                amount=unit.idle_day_cost * len(idle),
                said=f"{sentence(unit.name)}: {counted(len(idle), 'idle day')} x "
                f"{unit.idle_day_cost:,}",
                dates=idle,
                unit=unit.id,
            )


def day_moves(board: Board) -> Iterator[CostItem]:
    """Pay ``move_cost`` for each change of location inside a day.

    SPEC 4, ``day_moves``.
    """
    for unit in board.facts.units.values():
        moved = [day for day in board.of_unit[unit.id] if day.location_changes]
        changes = sum(day.location_changes for day in moved)
        if changes and unit.move_cost:
            yield CostItem(
                line="day_moves",
                amount=unit.move_cost * changes,
                said=f"{sentence(unit.name)}: {counted(changes, 'move')} inside "
                f"{counted(len(moved), 'day')} x {unit.move_cost:,}",
                dates=tuple(day.date for day in moved),
                unit=unit.id,
            )


def company_moves(board: Board) -> Iterator[CostItem]:
    """Pay the move for each change of base between a unit's shooting days.

    From its ``base``, where given, to its first. SPEC 4, ``company_moves``.
    """
    facts = board.facts
    for unit in facts.units.values():
        days = [day for day in board.of_unit[unit.id] if day.scenes]
        if days and unit.base is not None:
            yield from _move(facts, unit.base, days[0], dates=(days[0].date,))
        for one, other in successive_days(days):
            assert one.base is not None
            yield from _move(facts, one.base, other, dates=(one.date, other.date))


def _move(
    facts: Facts, origin: str, day: BoardDay, *, dates: tuple[date, ...]
) -> Iterator[CostItem]:
    assert day.base is not None
    move = facts.moves.get((origin, day.base))
    if origin == day.base or move is None or not move.cost:
        return
    way = f"from {facts.bases[origin].name} to {facts.bases[day.base].name}"
    when = f"between {dates[0]} and {dates[-1]}" if len(dates) > 1 else ""
    yield CostItem(
        line="company_moves",
        amount=move.cost,
        said=f"{sentence(day.unit.name)} moves {way} "
        f"{when or f'for its first day on {day.date}'}",
        dates=dates,
        unit=day.unit.id,
    )
