"""Dates as people say them: a day, a month or a year, and what each means."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.leaves import shown

if TYPE_CHECKING:
    from daybreak.store.entry import Entry

ALWAYS = date.min
TODO = "write a day as 2020-07-07, a month as 2020-07 or a year as 2020"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days that a date with its precision can mean, both ends included."""

    first: date
    last: date

    def covers(self, other: Span) -> bool:
        """Tell whether every day of another lies in this one."""
        return self.first <= other.first and other.last <= self.last

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def span_of(text: str) -> Span:
    """Give the days that ``2020-07-07``, ``2020-07`` or ``2020`` can mean.

    Raises
    ------
    DocumentError
        When there is no such day, month or year.

    Examples
    --------
    >>> span_of("2020-02").last.isoformat()
    '2020-02-29'
    """
    found = span_or_none(text)
    if found is None:
        is_date_like = all(part.isdecimal() for part in str(text).split("-"))
        what = (
            f"{shown(text)} is no {'day of the calendar' if is_date_like else 'date'}"
        )
        raise DocumentError([Fault(path="", what=what, todo=TODO)])
    return found


def span_or_none(text: object) -> Span | None:
    """Give the days that a text can mean, or None where it is no date."""
    if not isinstance(text, str) or not text.isascii():
        return None
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2][: len(parts)]:
        return None
    if not all(part.isdecimal() for part in parts):
        return None
    try:
        return _span(*map(int, parts))
    except ValueError:
        return None


def _span(year: int, month: int | None = None, day: int | None = None) -> Span:
    if month is None:
        return Span(first=date(year, 1, 1), last=date(year, 12, 31))
    if day is None:
        last = monthrange(year, month)[1] if 1 <= month <= 12 else 0
        return Span(first=date(year, month, 1), last=date(year, month, last))
    return Span(first=date(year, month, day), last=date(year, month, day))


def known_from(entry: Entry) -> date:
    """Give the first day on which an entry counts as known.

    What was said in a month or a year counts from its last day; what a source
    without a date says, from its ``not_before``; a decision of the company itself
    from the day it was entered, or always where the document began with it. What
    takes an entry back counts always: that entry never was.

    Raises
    ------
    DocumentError
        When ``said_on`` is no date.
    """
    if entry.undoes is not None:
        return ALWAYS
    if entry.said_on is not None:
        return span_of(entry.said_on).last
    if entry.not_before is not None:
        return entry.not_before
    return ALWAYS if entry.batch == "loaded" else entry.entered_at.date()
