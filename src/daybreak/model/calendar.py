"""Which dates count: eligible for a unit, production dates of people and locations.

SPEC section 1, last lines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import Production, Scene, Unit

CALENDARS_KEPT = 64
"""Units whose dates are remembered: a part of a production has the same ones."""


def eligible_dates(production: Production, unit: Unit) -> tuple[date, ...]:
    """Give the dates on which a unit may shoot, in order.

    From its start to its end, on its workweek, on no holiday, in none of its
    hiatuses (SPEC 1, "Eligible date").
    """
    breaks = tuple(
        (hiatus.first, hiatus.last)
        for hiatus in production.hiatuses
        if hiatus.units is None or unit.id in hiatus.units
    )
    worked = tuple(unit.workweek)
    return _eligible(unit.start, unit.end, worked, production.holidays, breaks)


@lru_cache(maxsize=CALENDARS_KEPT)
def _eligible(
    start: date,
    end: date,
    workweek: tuple[str, ...],
    holidays: tuple[date, ...],
    breaks: tuple[tuple[date, date], ...],
) -> tuple[date, ...]:
    worked = {WEEKDAYS.index(day) for day in workweek}
    free = set(holidays)
    days = [
        day
        for day in every_date(start, end)
        if day.weekday() in worked and day not in free
    ]
    for first, last in breaks:
        del days[bisect_left(days, first) : bisect_right(days, last)]
    return tuple(days)


def every_date(first: date, last: date) -> Iterable[date]:
    """Yield the calendar dates from first to last, both included."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def later(day: date, days: int) -> date:
    """Give the date ``days`` after a date, at the calendar's end at the most."""
    if days > (date.max - day).days:
        return date.max
    return day + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of one production, worked out once.

    Parameters
    ----------
    eligible
        Eligible dates by unit id, in order.
    people, locations
        Production dates by id, in order: dates eligible for at least one of the
        units that may shoot one of its scenes.
    """

    eligible: dict[str, tuple[date, ...]]
    people: dict[str, tuple[date, ...]]
    locations: dict[str, tuple[date, ...]]


def calendar_of(production: Production) -> Calendar:
    """Work out the dates of a production."""
    eligible = {unit.id: eligible_dates(production, unit) for unit in production.units}
    of_people: dict[str, set[str]] = {one.id: set() for one in production.people}
    of_locations: dict[str, set[str]] = {one.id: set() for one in production.locations}
    for scene in production.scenes:
        _note_units(production, scene, of_people, of_locations)
    merged: dict[frozenset[str], tuple[date, ...]] = {}
    return Calendar(
        eligible=eligible,
        people=_merge(of_people, eligible, merged),
        locations=_merge(of_locations, eligible, merged),
    )


def _note_units(
    production: Production,
    scene: Scene,
    of_people: dict[str, set[str]],
    of_locations: dict[str, set[str]],
) -> None:
    units = production.units_of(scene)
    of_locations[scene.location].update(units)
    for person in scene.cast:
        of_people[person].update(units)


def _merge(
    units_of: dict[str, set[str]],
    eligible: dict[str, tuple[date, ...]],
    merged: dict[frozenset[str], tuple[date, ...]],
) -> dict[str, tuple[date, ...]]:
    """Give the merged dates of each thing's units; equal sets share one tuple."""
    dates = {}
    for one, units in units_of.items():
        key = frozenset(units)
        if key not in merged:
            together = {day for unit in key for day in eligible[unit]}
            merged[key] = tuple(sorted(together))
        dates[one] = merged[key]
    return dates
