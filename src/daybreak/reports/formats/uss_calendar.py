"""The calendar of a USS file: start, weekdays off, dates off, and the days between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from daybreak.model.calendar import eligible_dates, every_date
from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.schedule_standard import SUNDAY_FIRST
from daybreak.reports.formats.uss_ids import UssIds, moment

HOLIDAY, DAY_OFF = "holiday", "dayOff"


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


def _dates_off(production: Production, shot: set[date]) -> dict[date, str]:
    """Give the dates of the shoot on which nobody works, with what they are."""
    first = min(unit.start for unit in production.units)
    last = max(unit.end for unit in production.units)
    works = {day for unit in production.units for day in unit.workweek}
    free = {
        day for unit in production.units for day in eligible_dates(production, unit)
    }
    found: dict[date, str] = {}
    for day in every_date(first, last):
        if day in shot or day in free:
            continue
        if day in production.holidays:
            found[day] = HOLIDAY
        elif (reason := _hiatus(production, day)) is not None:
            found[day] = reason or DAY_OFF
        elif WEEKDAYS[day.weekday()] in works:
            found[day] = DAY_OFF
    return found


def _hiatus(production: Production, day: date) -> str | None:
    """Give the reason of the hiatus that a date lies in, None where there is none."""
    for hiatus in production.hiatuses:
        if hiatus.first <= day <= hiatus.last:
            return hiatus.reason.strip()
    return None


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
