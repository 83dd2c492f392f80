"""The people: what they are paid, when they are free, what else they do (SPEC 1)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from daybreak.model.fields import (
    DateRange,
    DayCount,
    Extra,
    Id,
    Line,
    Name,
    Share,
    Whole,
    keyed,
    table,
)
from daybreak.model.parts import part

DealKind = Literal["daily", "weekly", "flat", "none"]
EventKind = Literal["travel", "fitting", "rehearsal", "training", "press", "other"]


@part
class Deal:
    """What a person is paid, for some pictures or for all.

    Parameters
    ----------
    kind
        ``daily``, ``weekly``, ``flat`` or ``none``.
    rate
        Whole currency a day, a week or once.
    pictures
        The pictures it is for; all, where left out.
    hold
        Exact fraction of the rate paid for a held day.
    drops
        How many gaps may go unpaid.
    drop_after_days
        A gap may be dropped where it has more calendar dates than this.
    """

    kind: DealKind
    rate: Annotated[int, Whole(todo="give the day rate as a whole number")]
    pictures: tuple[Id, ...] | None = None
    hold: Annotated[
        Decimal, Share("give the part of the rate paid for a held day, such as 1.0")
    ] = Decimal(1)
    drops: Annotated[int, Whole(todo="give a whole number of drops")] = 0
    drop_after_days: DayCount = 10
    extra: Extra = table(default_factory=dict)


@part
class Unavailability:
    """Dates on which a person cannot work, and why.

    Parameters
    ----------
    first, last
        The first and the last of the dates.
    reason
        Why.
    """

    first: date = keyed("from")
    last: date = keyed("to")
    reason: Line = ""
    extra: Extra = table(default_factory=dict)


@part
class Event:
    """Something on a person's calendar: shown in papers, binding nothing.

    Parameters
    ----------
    kind
        What it is.
    first, last
        Its first and its last date.
    note
        Anything to say about it.
    """

    kind: EventKind
    first: date = keyed("from")
    last: date = keyed("to")
    note: Line = ""
    extra: Extra = table(default_factory=dict)


@part
class Person:
    """Somebody of the cast (or anyone whose dates bind scenes).

    Parameters
    ----------
    name
        As it is shown.
    deals
        What the person is paid; each picture is in one deal at the most.
    windows
        Where given, the only dates on which the person is available.
    unavailable
        Dates on which the person is not.
    prep_days
        Weekdays of preparation before the first day of work.
    prep_from
        First date on which preparation counts.
    max_consecutive_days
        Most calendar dates in a row.
    day_minutes
        Most minutes of work on a day (a minor's limit).
    number
        Cast number on the board.
    characters
        Whom the person plays.
    events
        What else is on the person's calendar; binds nothing.
    """

    id: Id
    name: Name
    deals: tuple[Deal, ...]
    windows: tuple[DateRange, ...] = ()
    unavailable: tuple[Unavailability, ...] = ()
    prep_days: DayCount = 0
    prep_from: date | None = None
    max_consecutive_days: (
        Annotated[int, Whole(1, None, "give a whole number of days")] | None
    ) = None
    day_minutes: (
        Annotated[int, Whole(1, 1440, "give the minutes that a minor may work")] | None
    ) = None
    number: Annotated[int, Whole(todo="give the cast number")] | None = None
    characters: tuple[Line, ...] = ()
    events: tuple[Event, ...] = ()
    extra: Extra = table(default_factory=dict)

    def is_available(self, day: date) -> bool:
        """Tell whether the person is free: in a window, in no unavailability."""
        if self.windows and not any(day in window for window in self.windows):
            return False
        return not any(away.first <= day <= away.last for away in self.unavailable)
