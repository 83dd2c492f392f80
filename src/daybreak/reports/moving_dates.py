"""Dates on which a unit goes from one base to another (code ``M``)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule


def moving_dates(production: Production, schedule: Schedule) -> dict[str, set[date]]:
    """Give the dates of company moves by unit id.

    They are the dates that the move needs, directly before the unit's first day on
    its new base. A move without dates of its own gives none.
    """
    base = {one.id: one.base for one in production.locations}
    where = {one.id: base[one.location] for one in production.scenes}
    needed = _needed(production)
    found: dict[str, set[date]] = {unit.id: set() for unit in production.units}
    for unit in production.units:
        days = [
            day for day in schedule.in_order() if day.unit == unit.id and day.strips
        ]
        for before, after in pairwise(days):
            way = where[before.strips[0]], where[after.strips[0]]
            last = after.date.toordinal()
            first = max(before.date.toordinal() + 1, last - needed.get(way, 0))
            found[unit.id].update(map(date.fromordinal, range(first, last)))
    return found


def _needed(production: Production) -> dict[tuple[str, str], int]:
    needed = {}
    for move in production.moves:
        needed[move.origin, move.target] = move.days
        if move.both_ways:
            needed[move.target, move.origin] = move.days
    return needed
