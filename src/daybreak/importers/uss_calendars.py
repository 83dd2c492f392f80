"""Calendars of a schedule file: the dates of its days, and who is away when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from daybreak.importers.defaults import FIVE_DAYS
from daybreak.importers.uss_document import (
    UssCalendar,
    UssDocument,
    UssEvent,
    UssStripboard,
)
from daybreak.model.calendar import every_date
from daybreak.model.fields import WEEKDAYS, Weekday
from daybreak.model.production import Event, EventKind, Hiatus, Unavailability
from daybreak.model.schedule_standard import AWAY, SUNDAY_FIRST, WEEKLY_OFF

_EVENT_KINDS: Mapping[str, EventKind] = {
    "travel": "travel",
    "fitting": "fitting",
    "rehearsal": "rehearsal",
    "training": "training",
    "press": "press",
}
_HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShootCalendar:
    """When a board shoots.

    Parameters
    ----------
    name
        Of the file's calendar; empty where it has none.
    start
        The first date.
    workweek
        Weekdays of work, Monday first.
    holidays, off
        Dates without work; ``off`` with what the file calls them.
    events
        What else is noted on dates, such as a day of travel; binds nothing.
    is_holiday
        Tells the holidays that the file does not know.
    """

    name: str = ""
    start: date
    workweek: tuple[Weekday, ...] = FIVE_DAYS
    holidays: tuple[date, ...] = ()
    off: tuple[tuple[date, str], ...] = ()
    events: tuple[tuple[date, str], ...] = ()
    is_holiday: Callable[[date], bool] = lambda day: False

    def dates(self, count: int) -> tuple[date, ...]:
        """Give the first so many dates of work."""
        free = {*self.holidays, *(day for day, _ in self.off)}
        worked = {WEEKDAYS.index(day) for day in self.workweek}
        found: list[date] = []
        day = self.start
        while len(found) < count:
            is_free = day in free or self.is_holiday(day)
            if day.weekday() in worked and not is_free:
                found.append(day)
            day += timedelta(days=1)
        return tuple(found)

    def hiatuses(self) -> tuple[Hiatus, ...]:
        """Give the dates off as spans."""
        return tuple(
            Hiatus(first=first, last=last, reason=reason)
            for first, last, reason in spans(self.off)
        )


def calendar_of(
    document: UssDocument,
    stripboard: UssStripboard | None,
    *,
    start: date | None,
    otherwise: date,
    is_holiday: Callable[[date], bool],
) -> ShootCalendar:
    """Give the calendar of a stripboard.

    Parameters
    ----------
    stripboard
        None takes the first calendar of the file.
    start
        The first date, where it is not to be the file's.
    otherwise
        The first date where the file tells none.
    is_holiday
        Tells the holidays that the file does not know.
    """
    found = _calendar(document, stripboard)
    if found is None:
        return ShootCalendar(start=start or otherwise, is_holiday=is_holiday)
    begins = [event.day for event in found.events if event.kind == "start"]
    off = [event for event in found.events if event.kind == "dayOff"]
    return ShootCalendar(
        name=found.name or "Calendar",
        start=start or (min(begins) if begins else otherwise),
        workweek=_workweek(found),
        holidays=tuple(
            sorted({one.day for one in off if one.name.casefold() == _HOLIDAY})
        ),
        off=tuple(
            sorted(
                (one.day, _reason(one))
                for one in off
                if one.name.casefold() != _HOLIDAY
            )
        ),
        events=tuple(
            sorted((one.day, one.name) for one in found.events if one.kind == "event")
        ),
        is_holiday=is_holiday,
    )


def _calendar(
    document: UssDocument, stripboard: UssStripboard | None
) -> UssCalendar | None:
    for calendar in document.calendars:
        if stripboard is None or calendar.id == stripboard.calendar:
            return calendar
    return None


def _workweek(calendar: UssCalendar) -> tuple[Weekday, ...]:
    off = {SUNDAY_FIRST[day] for day in calendar.days_off}
    return tuple(day for day in WEEKDAYS if day not in off) or FIVE_DAYS


def _reason(event: UssEvent) -> str:
    return "" if event.name.casefold() == "dayoff" else event.name


def spans(days: Iterable[tuple[date, str]]) -> Iterator[tuple[date, date, str]]:
    """Join successive dates of one name: first, last, name; by date, each once."""
    first: date | None = None
    last = date.min
    said = ""
    for day, name in sorted(set(days), key=lambda pair: (pair[1], pair[0])):
        if first is not None and name == said and day - last == timedelta(days=1):
            last = day
            continue
        if first is not None:
            yield first, last, said
        first, last, said = day, day, name
    if first is not None:
        yield first, last, said


def away_of(
    events: Sequence[UssEvent], days_off: Sequence[int], span: tuple[date, date]
) -> tuple[Unavailability, ...]:
    """Give when somebody cannot work: dates off, and weekdays off within a span."""
    off = [
        (one.day, "" if one.name.casefold() in ("dayoff", AWAY) else one.name)
        for one in events
        if one.kind == "dayOff"
    ]
    weekdays = {WEEKDAYS.index(SUNDAY_FIRST[day]) for day in days_off}
    weekly = [
        (day, WEEKLY_OFF) for day in every_date(*span) if day.weekday() in weekdays
    ]
    found = [*spans(off), *(spans(weekly) if weekdays else ())]
    return tuple(
        Unavailability(first=first, last=last, reason=reason)
        for first, last, reason in sorted(found)
    )


def events_of(events: Sequence[UssEvent]) -> tuple[Event, ...]:
    """Give what else is on somebody's calendar, successive dates as one."""
    found = spans((one.day, one.name) for one in events if one.kind == "event")
    return tuple(
        Event(first=first, last=last, kind=kind, note=note)
        for first, last, name in sorted(found)
        for kind, note in [_event_kind(name)]
    )


def _event_kind(name: str) -> tuple[EventKind, str]:
    kind = _EVENT_KINDS.get(name.casefold().removeprefix("dood"))
    return (kind, "") if kind else ("other", name)
