"""What a script does not say: dates, unit, base."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from math import ceil

from daybreak.importers.names import slug_of
from daybreak.model.errors import UsageError
from daybreak.model.fields import WEEKDAYS, Weekday
from daybreak.model.production import Base

FIVE_DAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
WEEKS_AHEAD = 8
ROOM_TENTHS = 16
"""Dates a unit is given for ten that its scenes fill."""
ROOM_WEEKS = 2
_YEARS_MOST = 30


def first_monday(today: date) -> date:
    """Give the first Monday at least eight weeks after a date."""
    earliest = today + timedelta(weeks=WEEKS_AHEAD)
    return earliest + timedelta(days=-earliest.weekday() % 7)


def parse_base(text: str) -> Base:
    """Read a base as the command line gives it.

    Parameters
    ----------
    text
        ``London,51.5,-0.12,Europe/London``, or a name alone. With degrees, daylight
        binds.

    Raises
    ------
    UsageError
        When it is neither.
    DocumentError
        When the degrees or the time zone do not exist.
    """
    name, *rest = [part.strip() for part in text.split(",")]
    if not name or len(rest) not in (0, 3):
        raise UsageError(_base_help(text))
    base_id = slug_of(name) or "home"
    if not rest:
        return Base(id=base_id, name=name)
    try:
        lat, lon = float(rest[0]), float(rest[1])
    except ValueError:
        raise UsageError(_base_help(text)) from None
    return Base(id=base_id, name=name, lat=lat, lon=lon, timezone=rest[2])


def _base_help(text: str) -> str:
    return (
        f'"{text[:60]}" is no base.\n'
        'Maybe write "London" or "London,51.5,-0.12,Europe/London".'
    )


def holiday_test(holidays: Iterable[date | str]) -> Callable[[date], bool]:
    """Give a test that tells whether a date is a holiday.

    Parameters
    ----------
    holidays
        Dates, dates as text, countries (``GB``) or parts of them (``US-CA``).

    Raises
    ------
    UsageError
        When a text is none of these.
    """
    dates: set[date] = set()
    calendars: list[Callable[[date], bool]] = []
    for one in holidays:
        if isinstance(one, date):
            dates.add(one)
        elif one[:1].isdigit():
            dates.add(_date(one))
        else:
            calendars.append(_country(one))
    return lambda day: day in dates or any(test(day) for test in calendars)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f'"{text[:40]}" is no date.\nMaybe write it as 2027-12-25.'
        ) from None


def _country(text: str) -> Callable[[date], bool]:
    import holidays as library  # slow import: calendars  # noqa: PLC0415

    country, _, part = text.upper().partition("-")
    try:
        calendar = library.country_holidays(country, subdiv=part or None)
    except (NotImplementedError, AttributeError):
        raise UsageError(
            f'No holidays are known for "{text[:40]}".\n'
            "Maybe give a country code such as US, GB or US-CA."
        ) from None
    return lambda day: day in calendar


def last_date(
    start: date,
    *,
    days: int,
    workweek: Sequence[Weekday],
    is_holiday: Callable[[date], bool],
) -> date:
    """Give the last date a unit may shoot: room for its scenes and more.

    Parameters
    ----------
    start
        Its first date.
    days
        Days that its scenes fill.
    workweek
        Weekdays on which it works.
    is_holiday
        Tells which dates it does not.

    Notes
    -----
    1.6 times the days, and two weeks.
    """
    wanted = ceil(days * ROOM_TENTHS / 10) + ROOM_WEEKS * len(workweek)
    day = start
    latest = start + timedelta(days=365 * _YEARS_MOST)
    while day < latest:
        if WEEKDAYS[day.weekday()] in workweek and not is_holiday(day):
            wanted -= 1
            if wanted <= 0:
                break
        day += timedelta(days=1)
    return day


def holidays_between(
    first: date, last: date, is_holiday: Callable[[date], bool]
) -> tuple[date, ...]:
    """Give the holidays from one date to another, both included."""
    count = (last - first).days + 1
    days = (first + timedelta(days=at) for at in range(count))
    return tuple(day for day in days if is_holiday(day))
