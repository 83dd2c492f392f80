"""The calendar of a USS file: start, weekdays off, dates off, and the days between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from daybreak.model.calendar import eligible_dates, every_date, later
from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.schedule_standard import SUNDAY_FIRST
from daybreak.reports.formats.uss_ids import UssIds, moment

HOLIDAY, DAY_OFF = "holiday", "dayOff"
_BESIDE = 366
"""Days before and after the shoot for which dates off are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UssDates:
    """A calendar as it is written.

    Parameters
    ----------
    data
        The calendar as JSON.
    slots
        The dates of work from the first shooting day to the last of any unit: a
        list of a board each.
    """

    data: dict[str, Any]
    slots: tuple[date, ...]


def calendar_of(production: Production, schedule: Schedule, *, ids: UssIds) -> UssDates:
    """Give the calendar on which every day of a schedule has its place.

    A date is off where no unit may shoot on it and none does. So a day that breaks
    rule ``eligible`` keeps its date.
    """
    shot = {day.date for day in schedule.days}
    start = min(shot, default=min(unit.start for unit in production.units))
    last = max(shot, default=start)
    works = {day for unit in production.units for day in unit.workweek}
    works |= {WEEKDAYS[day.weekday()] for day in shot}
    off = _dates_off(production, shot)
    slots = tuple(
        day
        for day in every_date(start, last)
        if WEEKDAYS[day.weekday()] in works and day not in off
    )
    events = [
        ("start", None, start),
        *(("dayOff", name, day) for day, name in sorted(off.items())),
        *(("event", name, day) for day, name in _notes(production)),
    ]
    data = {
        "id": ids.made("calendar", ""),
        "daysOff": [at for at, day in enumerate(SUNDAY_FIRST) if day not in works],
        "events": [
            {
                "id": ids.made("event", f"{kind}/{name}/{day}"),
                "date": moment(day),
                "type": kind,
                "name": name,
            }
            for kind, name, day in events
        ],
        "name": _kept(production).get("calendar") or "Shoot",
    }
    return UssDates(data=data, slots=slots)


def within(first: date, last: date, span: tuple[date, date]) -> Iterable[date]:
    """Give the dates of a range that lie in a span, or within a year of it."""
    begin, end = span
    earliest = date.fromordinal(max(1, begin.toordinal() - _BESIDE))
    return every_date(max(first, earliest), min(last, later(end, _BESIDE)))


def _dates_off(production: Production, shot: set[date]) -> dict[date, str]:
    """Give the dates on which nobody works, with what they are."""
    span = (
        min(unit.start for unit in production.units),
        max(unit.end for unit in production.units),
    )
    works = {day for unit in production.units for day in unit.workweek}
    free = {
        day for unit in production.units for day in eligible_dates(production, unit)
    }
    found = {
        day: DAY_OFF
        for day in every_date(*span)
        if WEEKDAYS[day.weekday()] in works and day not in free
    }
    for hiatus in production.hiatuses:
        for day in within(hiatus.first, hiatus.last, span):
            if hiatus.units is None or day in found:
                found[day] = hiatus.reason.strip() or DAY_OFF
    found |= {day: HOLIDAY for day in production.holidays}
    return {day: name for day, name in found.items() if day not in shot | free}


def _notes(production: Production) -> list[tuple[date, str]]:
    """Give what an import kept of the calendar's other events."""
    found: list[tuple[date, str]] = []
    events = _kept(production).get("events")
    for event in events if isinstance(events, list) else ():
        try:
            day, name = event
            found.append((date.fromisoformat(day), str(name)))
        except (TypeError, ValueError):
            continue  # a user may keep anything beside
    return found


def _kept(production: Production) -> Mapping[str, Any]:
    kept = production.extra.get("uss")
    return kept if isinstance(kept, Mapping) else {}
