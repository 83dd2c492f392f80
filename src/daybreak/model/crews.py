"""The crews that shoot: units, their shifts, and the dates they rest (SPEC 1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from daybreak.model.fields import (
    ClockTime,
    Extra,
    Fraction,
    Id,
    Line,
    Money,
    Name,
    Weekday,
    Whole,
    keyed,
    table,
)
from daybreak.model.parts import part

ShiftName = Literal["day", "split", "night"]


@part
class Shift:
    """Call and wrap of a shift, minutes since midnight of the day it begins on.

    A ``wrap`` not after its ``call`` is on the next morning. In a document a shift
    is a list of two times, ``["07:00", "19:00"]``.
    """

    call: ClockTime
    wrap: ClockTime

    @property
    def end(self) -> int:
        """Minutes from the midnight before the call to the wrap."""
        return self.wrap if self.wrap > self.call else self.wrap + 24 * 60


def standard_shifts() -> dict[ShiftName, Shift]:
    """Give the shifts of a unit that states none (SPEC 1, ``shifts``)."""
    return {
        "day": Shift(call=7 * 60, wrap=19 * 60),
        "split": Shift(call=12 * 60, wrap=24 * 60),
        "night": Shift(call=18 * 60, wrap=6 * 60),
    }


@part
class Unit:
    """A crew that shoots one day's work at a time.

    Parameters
    ----------
    name
        As it is shown.
    start
        First date on which it may shoot.
    end
        Last date on which it may shoot.
    workweek
        Weekdays on which it works.
    day_minutes
        Minutes of work that fit in one day.
    minutes_per_eighth
        Minutes that an eighth of a page takes, for scenes that state none.
    day_cost
        Whole currency for a shooting day.
    idle_day_cost
        Whole currency for an eligible date without shooting, between two with.
    night_premium
        Exact fraction of ``day_cost`` added on a night shift.
    sixth_day_premium
        Exact fraction of ``day_cost`` added from the sixth shooting day of a week on.
    turnaround_hours
        Rest from wrap to the next call, hours.
    move_minutes
        Minutes that a change of location inside a day takes.
    move_cost
        Whole currency for a change of location inside a day.
    shifts
        The shifts that this unit works, complete.
    base
        Where it stands before its first day, where it matters.
    """

    id: Id
    name: Name
    start: date
    end: date
    workweek: tuple[Weekday, ...]
    day_minutes: Annotated[
        int, Whole(1, 1440, "give the length of a day in minutes, such as 600")
    ] = 600
    minutes_per_eighth: Annotated[
        int, Whole(1, 1440, "give the minutes that an eighth takes, such as 15")
    ] = 15
    day_cost: Money
    idle_day_cost: Money = 0
    night_premium: Fraction = Decimal(0)
    sixth_day_premium: Fraction = Decimal(0)
    turnaround_hours: Annotated[
        int, Whole(0, 168, "give the rest between two days in whole hours")
    ] = 11
    move_minutes: Annotated[
        int, Whole(0, 1440, "give the minutes that a move takes, such as 60")
    ] = 60
    move_cost: Money = 0
    shifts: Mapping[ShiftName, Shift] = table(default_factory=standard_shifts)
    base: Id | None = None
    extra: Extra = table(default_factory=dict)


@part
class Hiatus:
    """Dates on which some units do not shoot.

    Parameters
    ----------
    first, last
        The first and the last of the dates.
    units
        The units that rest; all, where left out.
    reason
        Why.
    """

    first: date = keyed("from")
    last: date = keyed("to")
    units: tuple[Id, ...] | None = None
    reason: Line = ""
    extra: Extra = table(default_factory=dict)
