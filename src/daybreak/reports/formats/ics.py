"""Calendars as iCalendar files (RFC 5545), which every calendar program reads.

An entry keeps its UID from one export to the next and raises its SEQUENCE with the
document's entries, so that a program that knows it moves it. Times are those of the
base, each time zone defined in the file; all-day entries end before their DTEND.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from daybreak.reports.calendars.appointment import DAY_MINUTES, Appointment
from daybreak.reports.calendars.of_people import cast_appointments
from daybreak.reports.calendars.of_units import unit_appointments
from daybreak.reports.formats.ics_lines import (
    day,
    inside,
    joined,
    moment,
    moment_utc,
    text,
)
from daybreak.reports.formats.ics_zones import timezone_of
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.phrases import show_time
from daybreak.reports.stripboard import cast_name

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
    return joined(inside("VCALENDAR", _calendar(shown, found, whose, warning)))


def _calendar(
    shown: Shown, found: Iterable[Appointment], whose: str, warning: str
) -> Iterator[str]:
    name = text(_name(shown, whose))
    yield "VERSION:2.0"
    yield f"PRODID:{MAKER}"
    yield "CALSCALE:GREGORIAN"
    yield f"NAME:{name}"
    yield f"X-WR-CALNAME:{name}"
    entries = list(found)
    for zone in _zones(entries):
        yield from zone
    scope = _scope(shown.wanted, whose)
    for one in entries:
        lines = _event(shown, one, key=f"{scope}/{one.key}", warning=warning)
        yield from inside("VEVENT", lines)


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


def _event(shown: Shown, one: Appointment, *, key: str, warning: str) -> Iterator[str]:
    stamp = shown.stamp
    told = [
        *one.lines,
        _why_no_times(one),
        f"This schedule {warning}." if warning else "",
    ]
    yield f"SUMMARY:{text(one.title)}"
    yield from _times(one)
    yield f"DTSTAMP:{moment_utc(stamp.made)}"
    yield f"UID:{uuid.uuid5(UIDS, f'{shown.production.title}/{key}')}"
    yield f"SEQUENCE:{stamp.entry or 0}"
    yield f"CATEGORIES:{text(one.category)}"
    lines = "\n".join([*filter(None, told), stamp.said])
    yield f"DESCRIPTION:{text(lines)}"
    if one.place:
        yield f"LOCATION:{text(one.place)}"
    yield f"TRANSP:{'OPAQUE' if one.is_busy else 'TRANSPARENT'}"


def _times(one: Appointment) -> Iterator[str]:
    """Yield when an entry begins and ends."""
    zone = _zone_of(one)
    if one.hours and zone:
        for name, minutes in (("DTSTART", one.hours.call), ("DTEND", one.hours.wrap)):
            shown = moment(_at(one.first, minutes, zone))
            in_utc = zone.key == "UTC"
            yield f"{name}:{shown}Z" if in_utc else f"{name};TZID={zone.key}:{shown}"
        return
    yield f"DTSTART;VALUE=DATE:{day(one.first)}"
    if one.last < date.max:
        yield f"DTEND;VALUE=DATE:{day(one.last + timedelta(days=1))}"


def _zone_of(one: Appointment) -> ZoneInfo | None:
    """Give the zone by whose clocks an entry is told; None where it takes days."""
    if one.hours is None or _why_no_times(one):
        return None
    return _zone(one.hours.zone)


def _why_no_times(one: Appointment) -> str:
    """Say why call and wrap cannot be told as times; empty where they can."""
    if one.hours is None:
        return ""
    zone = _zone(one.hours.zone)
    if zone is None:
        return "The base's time zone is not known: this entry takes the whole day."
    lost = [
        show_time(minutes)
        for minutes in (one.hours.call, one.hours.wrap)
        if not _exists(_at(one.first, minutes, zone))
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


def _at(first: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Give a time by the clock of a place; of a time that comes twice the first."""
    days, rest = divmod(minutes, DAY_MINUTES)
    clock = time(rest // 60, rest % 60, tzinfo=zone)
    ordinal = min(first.toordinal() + days, date.max.toordinal())
    return datetime.combine(date.fromordinal(ordinal), clock)


def _exists(one: datetime) -> bool:
    """Tell whether the clocks of its place ever show a time."""
    try:
        there = one.astimezone(UTC).astimezone(one.tzinfo)
    except OverflowError:
        return False
    return there.replace(tzinfo=None) == one.replace(tzinfo=None)


def _zones(found: Sequence[Appointment]) -> Iterator[Sequence[str]]:
    """Yield each time zone that is used, defined over the years in which it is."""
    years = [one.first.year for one in found]
    zones = {zone.key for zone in map(_zone_of, found) if zone} - {"UTC"}
    for name in sorted(zones):
        first = date(max(1, min(years) - 1), 1, 1)
        last = date(min(9999, max(years) + 2), 1, 1)
        yield timezone_of(name, first, last)
