"""Dates on which a unit goes from one base to another (code ``M``)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daybreak.model.production import Production
from daybreak.model.schedule import Day


def moving_dates(production: Production, days: Sequence[Day]) -> dict[str, set[date]]:
    """Give the dates of company moves by unit id, for days in order.

    They are the dates that the move needs, directly before the unit's first day on
    its new base; also before its very first day, where it stands elsewhere till then.
    A move without dates of its own gives none.
    """
    base = {one.id: one.base for one in production.locations}
    where = {one.id: base[one.location] for one in production.scenes}
    needed = _needed(production)
    found: dict[str, set[date]] = {}
    for unit in production.units:
        found[unit.id] = set()
        stands, before = unit.base, date.min
        for day in days:
            if day.unit != unit.id or not day.strips:
                continue
            target = where[day.strips[0]]
            if stands is not None:
                span = dates_before(day.date, needed.get((stands, target), 0), before)
                found[unit.id].update(span)
            stands, before = target, day.date
    return found


def dates_before(arrival: date, needed: int, last_day: date) -> list[date]:
    """Give the dates that a move needs directly before a day, none up to the last."""
    end = arrival.toordinal()
    first = max(last_day.toordinal() + 1, end - needed)
    return [date.fromordinal(one) for one in range(first, end)]


def _needed(production: Production) -> dict[tuple[str, str], int]:
    needed = {}
    for move in production.moves:
        needed[move.origin, move.target] = move.days
        if move.both_ways:
            needed[move.target, move.origin] = move.days
    return needed
