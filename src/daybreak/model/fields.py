"""What a field of a document may hold, written beside its type.

A field of ``production.py`` or ``schedule.py`` says its limits once, as an
``Annotated`` mark; reading, validating and the published JSON Schema all follow it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

SLUG_MOST = 64
DECIMALS_MOST = 9
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two limits.

    Parameters
    ----------
    least, most
        The limits, both allowed; ``most`` is open where None.
    todo
        What a user does about a wrong one.
    """

    least: int = 0
    most: int | None = None
    todo: str = "give a whole number"


@dataclass(frozen=True, slots=True)
class Real:
    """A number between two limits, both allowed."""

    least: int
    most: int
    todo: str


@dataclass(frozen=True, slots=True)
class Share:
    """An exact decimal of at least 0, such as a premium or a hold fraction."""

    todo: str = "give a fraction such as 0.15"


@dataclass(frozen=True, slots=True)
class Slug:
    """A short id: letters, digits, ``-``, ``_``, ``.``; unique in its list."""


@dataclass(frozen=True, slots=True)
class Text:
    """Any text; ``least`` and ``most`` limit its characters."""

    least: int = 0
    todo: str = "give a text"
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, ``HH:MM`` in JSON, whole minutes since midnight inside."""


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """Successive calendar dates, both ends belonging to it.

    In a document it is a list of two dates, ``["2027-06-01", "2027-06-14"]``.
    """

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        """Tell whether a date lies in the range."""
        return isinstance(day, date) and self.first <= day <= self.last


Id = Annotated[str, Slug()]
Line = Annotated[str, Text()]
Name = Annotated[str, Text(least=1, todo="give a name")]
Money = Annotated[int, Whole(todo="give the amount as a whole number of the currency")]
DayCount = Annotated[int, Whole(todo="give a whole number of days")]
Fraction = Annotated[Decimal, Share()]
ClockTime = Annotated[int, Clock()]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Extra = dict[str, Any]


def keyed(key: str) -> Any:
    """Give a field whose name in JSON is ``key`` (``from`` is no Python name)."""
    return field(metadata={"key": key})


def table(*, default_factory: Callable[[], Any]) -> Any:
    """Give a field that holds a JSON object; it stays out of the hash.

    ``extra``, what a user keeps beside, is one: kept and ignored.
    """
    return field(default_factory=default_factory, hash=False)
