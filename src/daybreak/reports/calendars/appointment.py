"""An appointment as data: from when to when, by whose clock, and what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from daybreak.model.production import Base, Shift
from daybreak.reports.phrases import show_time

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Call and wrap by the clocks of a place.

    Parameters
    ----------
    call, wrap
        Minutes since the midnight before the call; a wrap of the next morning is over
        1440.
    zone
        The IANA name of the place's time zone; empty where nobody has given it.
    """

    call: int
    wrap: int
    zone: str = ""

    @property
    def said(self) -> str:
        """Both in words."""
        over = " the next morning" if self.wrap > DAY_MINUTES else ""
        return f"Call {show_time(self.call)}, wrap {show_time(self.wrap)}{over}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One entry of a calendar.

    Parameters
    ----------
    key
        What it is among the others: ``day/main/3`` for the third day of a unit. It
        stays when that day moves, so that calendars move the entry they have.
    title
        What is read first.
    first, last
        Its first and its last date.
    hours
        Call and wrap on its first date; None for all of the day.
    lines
        What is told below the title.
    place
        Where.
    category
        Of what kind it is.
    is_busy
        Whether it takes the time of whoever has it.
    """

    key: str
    title: str
    first: date
    last: date
    hours: Hours | None = None
    lines: tuple[str, ...] = ()
    place: str = ""
    category: str
    is_busy: bool = True


def hours_of(shift: Shift | None, base: Base | None) -> Hours | None:
    """Give call and wrap of a shift at a base; None where there is no shift."""
    if shift is None:
        return None
    zone = base.timezone if base is not None else None
    return Hours(call=shift.call, wrap=shift.end, zone=zone or "")


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Give the first and last of each run of successive dates.

    Examples
    --------
    >>> runs([date(2027, 3, 2), date(2027, 3, 1), date(2027, 3, 5)])[0][1]
    datetime.date(2027, 3, 2)
    """
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found
