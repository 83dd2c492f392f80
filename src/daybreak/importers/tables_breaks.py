"""Rows of a printed one-liner that are no scenes: day breaks, totals, banners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from daybreak.importers.tables_dates import DateOrder, find_date

BreakKind = Literal["end", "begin", "total", "boneyard"]
"""The end of a day, the beginning of one, a sum, the beginning of the boneyard."""
_ENDS = (
    "end of day", "end day", "end of shoot day", "end of shooting day", "end shoot day",
    "wrap day", "ende drehtag", "ende tag", "fin jour", "fin de jour", "fin del dia",
)  # fmt: skip
_BEGINS = (
    "shooting day", "shoot day", "day", "drehtag", "tag", "jour", "jornada", "dia",
)  # fmt: skip
_TOTALS = (
    "total", "totals", "page total", "total pages", "pages total", "grand total",
    "day total", "daily total", "in all", "sum", "summe", "gesamt", "subtotal",
    "boneyard:", "end of week", "week",
)  # fmt: skip
_BONEYARDS = ("boneyard", "unscheduled", "not scheduled", "unscheduled scenes")
_EDGES = "-–—=*#:.,! \t"


@dataclass(frozen=True, slots=True)
class DayTold:
    """The day on which a strip stands: its number, its date, or both."""

    number: int | None = None
    date: date | None = None


def break_kind(text: str) -> BreakKind | None:
    """Tell what a row without a scene says, by the text it begins with.

    Examples
    --------
    >>> break_kind("--- End of Day # 3 -- Tue, June 3 ---"), break_kind("Day 4")
    ('end', 'begin')
    >>> break_kind("12A") is None
    True
    """
    plain = " ".join(text[:200].lower().strip(_EDGES).split())
    if plain.startswith(_ENDS):
        return "end"
    if _begins_with(plain, _TOTALS) or " total" in plain:
        return "total"
    if _begins_with(plain, _BONEYARDS):
        return "boneyard"
    for word in _BEGINS:
        rest = plain.removeprefix(word)
        if rest != plain and rest.lstrip(_EDGES)[:1].isdigit():
            return "begin"
    return None


def day_number(text: str) -> int | None:
    """Give the number of a day that a row tells, None where it tells none.

    Examples
    --------
    >>> day_number("END OF DAY # 3 -- June 4"), day_number("End of day, June 4, 2027")
    (3, None)
    """
    plain = " ".join(text[:200].lower().strip(_EDGES).split())
    for word in (*sorted(_ENDS, key=len, reverse=True), *_BEGINS):
        rest = plain.removeprefix(word).lstrip(_EDGES)
        if plain.startswith(word) and rest[:1].isdigit():
            first = rest.split()[0]
            return None if is_date_like(first) else first_number(first)
    return None


def is_date_like(word: str) -> bool:
    """Tell whether a word has three numbers, as a date does."""
    return any(word.count(mark) == 2 for mark in "-/.")


def _begins_with(text: str, words: tuple[str, ...]) -> bool:
    return any(
        text == word or text.startswith((f"{word} ", f"{word}:", f"{word}-"))
        for word in words
    )


def first_number(text: str) -> int | None:
    """Give the first whole number in a text, None where there is none."""
    digits = ""
    for char in text[:200]:
        if char.isascii() and char.isdigit():
            digits += char
        elif digits:
            break
    return int(digits) if digits and len(digits) < 6 else None


class Breaks:
    """Days as the rows between scenes tell them."""

    def __init__(self, order: DateOrder | None) -> None:
        self._order = order
        self._count = 0
        self._from = 0
        self._told_days = 0
        self._open: DayTold | None = None
        self.days: list[tuple[int, int, DayTold | None]] = []

    def count(self) -> None:
        """Note that a scene was read."""
        self._count += 1

    def take(self, kind: BreakKind, text: str) -> None:
        """Note a row between scenes."""
        told = self._told(text)
        if kind == "end" and self._open is not None:
            day = told.date or self._open.date  # a day may be told at both its ends
            told = DayTold(self._open.number or told.number, day)
        self._close(told if kind == "end" else self._open)
        self._open = told if kind == "begin" else None

    def _told(self, text: str) -> DayTold:
        """Give number and date of a day; one of neither is the next one."""
        number, day = day_number(text), find_date(text, self._order)
        if number is None and day is None:
            number = self._told_days + 1
        return DayTold(number, day)

    def _close(self, day: DayTold | None) -> None:
        if self._count > self._from and (day is not None or self.days):
            self.days.append((self._from, self._count, day))
            self._told_days += day is not None
        self._from = self._count

    def of_all(self) -> list[DayTold | None]:
        """Give the day of each scene that was counted."""
        if self._open is not None:
            self._close(self._open)
        days: list[DayTold | None] = [None] * self._count
        for first, last, day in self.days:
            days[first:last] = [day] * (last - first)
        return days
