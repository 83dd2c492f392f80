"""Dates on which a unit goes from one base to another (code ``M``)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby, pairwise

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


def moving_people(production: Production, days: Sequence[Day]) -> dict[str, set[date]]:
    """Give the dates of the company moves that each person goes along with.

    Along go those who work for the unit while it stands on the base that it leaves,
    and again while it stands on the next one.
    """
    base = {one.id: one.base for one in production.locations}
    scenes = {one.id: one for one in production.scenes}
    needed = _needed(production)
    found: dict[str, set[date]] = {one.id: set() for one in production.people}

    def stands(day: Day) -> str:
        return base[scenes[day.strips[0]].location]

    def cast(leg: Sequence[Day]) -> set[str]:
        strips = (scenes[strip] for day in leg for strip in day.strips)
        return {person for scene in strips for person in scene.cast}

    for unit in production.units:
        own = [day for day in days if day.unit == unit.id and day.strips]
        legs = [(of, list(leg)) for of, leg in groupby(own, key=stands)]
        for (origin, before), (target, after) in pairwise(legs):
            count = needed.get((origin, target), 0)
            dates = dates_before(after[0].date, count, before[-1].date)
            for person in cast(before) & cast(after):
                found[person].update(dates)
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
