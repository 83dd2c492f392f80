"""Calendars as iCalendar files (RFC 5545), which every calendar program reads.

An entry keeps its UID from one export to the next and raises its SEQUENCE with the
document's entries, so that a program that knows it moves it. Times are those of the
base, each time zone defined in the file; all-day entries end before their DTEND.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from daybreak.reports.calendars.appointment import DAY_MINUTES, Appointment, Hours
from daybreak.reports.calendars.of_people import cast_appointments
from daybreak.reports.calendars.of_units import unit_appointments
from daybreak.reports.formats.ics_zones import timezone_of
from daybreak.reports.formats.signs import held
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.phrases import show_time
from daybreak.reports.stripboard import cast_name

if TYPE_CHECKING:
    from icalendar import Calendar, Event

MAKER = "-//Daybreak//Daybreak//EN"
UIDS = uuid.UUID("6f1d2c0e-7a35-5b7e-9a44-2f8f0f6f3d11")
"""The name space of our UIDs; never changed."""


def to_ics(shown: Shown, *, cast: bool = False, warning: str = "") -> bytes:
    """Give the calendar of the person, unit or picture that is wanted.

    Parameters
    ----------
    cast
        Whether the people are meant where no person is wanted; else the units are.
    warning
        What every entry has to say: that the schedule breaks rules.
    """
    people = cast or shown.wanted.person is not None
    found = cast_appointments(shown) if people else unit_appointments(shown)
    whose = "cast" if people else "units"
    made: bytes = _calendar(shown, found, whose, warning).to_ical()
    return made


def _calendar(
    shown: Shown, found: Iterable[Appointment], whose: str, warning: str
) -> Calendar:
    from icalendar import Calendar, vText  # slow import: one format  # noqa: PLC0415

    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    name = vText(held(_name(shown, whose)))  # else line breaks would end the line
    made.add("name", name)
    made.add("x-wr-calname", name)
    scope = _scope(shown.wanted, whose)
    for one in found:
        made.add_component(_event(shown, one, scope, warning))
    _define_zones(made)
    return made


def _name(shown: Shown, whose: str) -> str:
    """Give what a calendar is called."""
    wanted, production = shown.wanted, shown.production
    names = [production.title]
    names += [one.title for one in production.pictures if one.id == wanted.picture]
    if whose == "units":
        names += [one.name for one in production.units if one.id == wanted.unit]
    elif wanted.person is None:
        names.append("Cast")
    names += [cast_name(one) for one in production.people if one.id == wanted.person]
    return " - ".join(dict.fromkeys(names))


def _scope(wanted: Wanted, whose: str) -> str:
    person = wanted.person if whose == "cast" else None
    unit = wanted.unit if whose == "units" else None
    return "/".join((whose, *(one or "*" for one in (wanted.picture, unit, person))))


# --- entries ------------------------------------------------------------------------


def _event(shown: Shown, one: Appointment, scope: str, warning: str) -> Event:
    from icalendar import Event  # slow import: one format  # noqa: PLC0415

    stamp = shown.stamp
    made = Event()
    made.add(
        "uid", str(uuid.uuid5(UIDS, f"{shown.production.title}/{scope}/{one.key}"))
    )
    made.add("sequence", stamp.entry or 0)
    made.add("dtstamp", stamp.made.astimezone(UTC))
    made.add("summary", held(one.title))
    remark = _add_times(made, one)
    told = [*one.lines, remark, f"This schedule {warning}." if warning else ""]
    lines = [*filter(None, told), stamp.said]
    made.add("description", held("\n".join(lines)))
    if one.place:
        made.add("location", held(one.place))
    made.add("categories", [one.category])
    made.add("transp", "OPAQUE" if one.is_busy else "TRANSPARENT")
    return made


def _add_times(event: Event, one: Appointment) -> str:
    """Add the times of an entry; give what there is to say of them."""
    remark = ""
    if one.hours is not None:
        zone = _zone(one.hours.zone)
        remark = _why_no_times(one.first, one.hours, zone)
        if zone is not None and not remark:
            event.add("dtstart", _at(one.first, one.hours.call, zone))
            event.add("dtend", _at(one.first, one.hours.wrap, zone))
            return ""
    event.add("dtstart", one.first)
    if one.last < date.max:
        event.add("dtend", one.last + timedelta(days=1))
    return remark


def _why_no_times(day: date, hours: Hours, zone: ZoneInfo | None) -> str:
    """Say why call and wrap cannot be told as times; empty where they can."""
    if zone is None:
        return "The base's time zone is not known: this entry takes the whole day."
    lost = [
        show_time(minutes)
        for minutes in (hours.call, hours.wrap)
        if not _exists(_at(day, minutes, zone))
    ]
    if not lost:
        return ""
    return (
        f"The clocks skip {' and '.join(lost)} on this night: this entry takes the "
        "whole day; set another call or wrap."
    )


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Give a time by the clock of a place; of a time that comes twice the first."""
    days, rest = divmod(minutes, DAY_MINUTES)
    clock = time(rest // 60, rest % 60, tzinfo=zone)
    ordinal = min(day.toordinal() + days, date.max.toordinal())
    return datetime.combine(date.fromordinal(ordinal), clock)


def _exists(moment: datetime) -> bool:
    """Tell whether the clocks of its place ever show a time."""
    try:
        there = moment.astimezone(UTC).astimezone(moment.tzinfo)
    except OverflowError:
        return False
    return there.replace(tzinfo=None) == moment.replace(tzinfo=None)


def _define_zones(calendar: Calendar) -> None:
    """Define each time zone that is used, over the years in which it is."""
    years = [one.start.year for one in calendar.events]
    if not years:
        return
    first = date(max(1, min(years) - 1), 1, 1)
    last = date(min(9999, max(years) + 2), 1, 1)
    names = sorted(calendar.get_missing_tzids())
    for place, name in enumerate(names):
        zone = timezone_of(name, first, last)
        calendar.subcomponents.insert(place, zone)
