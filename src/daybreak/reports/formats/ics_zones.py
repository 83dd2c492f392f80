"""Time zones defined for calendars: every change of the clocks over some years.

Each change stands at the time that the clocks showed before it, as RFC 5545, 3.6.5
has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

STEP = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """What the clocks of a place do at a moment.

    Parameters
    ----------
    shown
        What they showed at that moment, had nothing changed.
    before, after
        By how much they are ahead of UTC.
    """

    shown: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def changes(zone: ZoneInfo, first: date, last: date) -> Iterator[Change]:
    """Yield what the clocks show on a first date, then each change to a last date."""
    moment = _midnight(first)
    yield _change(zone, moment, _offset(zone, moment))
    while moment < _midnight(last):
        later = moment + STEP
        if _offset(zone, later) != _offset(zone, moment):
            turn = _turn(zone, moment, later)
            yield _change(zone, turn, _offset(zone, moment))
        moment = later


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _turn(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Give the first whole minute at which the clocks have changed."""
    old = _offset(zone, before)
    while after - before > MINUTE:
        middle = before + (after - before) // MINUTE // 2 * MINUTE
        if _offset(zone, middle) == old:
            before = middle
        else:
            after = middle
    return after


def _change(zone: ZoneInfo, moment: datetime, before: timedelta) -> Change:
    there = moment.astimezone(zone)
    return Change(
        shown=(moment + before).replace(tzinfo=None),
        before=before,
        after=_offset(zone, moment),
        name=there.tzname() or "",
        is_summer=bool(there.dst()),
    )


@lru_cache(maxsize=64)
def timezone_of(name: str, first: date, last: date) -> Timezone:
    """Give the definition of a time zone, right from a first to a last date.

    The calendars of a folder ask for the same few: nobody changes what comes back.
    """
    from icalendar import (  # slow import: one format  # noqa: PLC0415
        Timezone,
        TimezoneDaylight,
        TimezoneStandard,
    )

    found: dict[tuple[timedelta, timedelta, str, bool], list[datetime]] = {}
    for one in changes(ZoneInfo(name), first, last):
        key = (one.before, one.after, one.name, one.is_summer)
        found.setdefault(key, []).append(one.shown)
    made = Timezone()
    made.add("tzid", name)
    for (before, after, short, is_summer), shown in found.items():
        part = TimezoneDaylight() if is_summer else TimezoneStandard()
        part.add("dtstart", shown[0])
        if shown[1:]:
            part.add("rdate", shown[1:])
        part.add("tzname", short)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        made.add_component(part)
    return made
