"""Single fields of a schedule file: texts, numbers, dates, whatever stands there.

Programs differ in the names of fields and in what they leave out, so each function
takes every name that is known, and reads what is missing as empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from typing import Any

from daybreak.importers.json_tree import JsonObject
from daybreak.importers.remarks import Remarks, snippet
from daybreak.model.eighths import parse_eighths

_WEEK = range(7)
YEARS = range(1950, 2150)
EIGHTHS_MOST = 8 * 10_000
MINUTES_MOST = 60 * 24 * 365
_NOON = 12 * 60
_MILLISECONDS = (10**11, 10**14)
"""A whole number between these is a moment, counted from 1970."""


class Fields:
    """Reads fields of one file, and remarks what it could not read.

    Parameters
    ----------
    remarks
        Takes ``USS-W02``, ``USS-W04`` and ``USS-W05``.
    """

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self.later_dates = 0

    def text(self, thing: JsonObject, *names: str) -> str:
        """Give the first text that is not empty; a number is written out."""
        for value in _values(thing, names):
            if isinstance(value, str):
                if value.strip():
                    return value
            elif isinstance(value, int | Decimal) and not isinstance(value, bool):
                return f"{value}"
            else:
                self._wrong(thing, names[0], "no text")
        return ""

    def flag(self, thing: JsonObject, *names: str, otherwise: bool) -> bool:
        """Give whether something holds."""
        for value in _values(thing, names):
            if isinstance(value, bool):
                return value
            self._wrong(thing, names[0], "neither true nor false")
        return otherwise

    def whole(self, thing: JsonObject, *names: str) -> int | None:
        """Give a whole number of at least 0, rounded up; None where there is none."""
        for value in _values(thing, names):
            number = _number(value)
            if number is not None and 0 <= number < 10**15:
                return ceil(number)
            self._wrong(thing, names[0], "no number of at least 0")
        return None

    def objects(self, thing: JsonObject, name: str) -> Iterator[JsonObject]:
        """Give the objects of a list; whatever else stands in it is remarked."""
        for item in self._list(thing, name):
            if isinstance(item, JsonObject):
                yield item
            else:
                self._wrong(thing, name, "no list of objects")
                return

    def texts(self, thing: JsonObject, name: str) -> tuple[str, ...]:
        """Give the texts of a list, each once."""
        found = self._list(thing, name)
        if not all(isinstance(item, str) for item in found):
            self._wrong(thing, name, "no list of ids")
        return tuple(dict.fromkeys(item for item in found if isinstance(item, str)))

    def weekdays(self, thing: JsonObject, name: str) -> tuple[int, ...]:
        """Give weekdays by number, 0 is Sunday."""
        found = [_number(item) for item in self._list(thing, name)]
        days = sorted({int(day) for day in found if day is not None and day in _WEEK})
        if len(days) < len(set(found)):
            self._wrong(thing, name, "no list of weekdays from 0 (Sunday) to 6")
        return tuple(days)

    def _list(self, thing: JsonObject, name: str) -> list[Any]:
        value = thing.get(name)
        if value is None or isinstance(value, list):
            return value or []
        self._wrong(thing, name, "no list")
        return []

    def eighths(self, thing: JsonObject) -> int | None:
        """Give the length in whole eighths, rounded up; None where there is none."""
        value = thing.get("pages")
        if value is None or value == "":
            return None
        pages = _number(value)
        if pages is None and isinstance(value, str):
            try:
                return min(parse_eighths(value), EIGHTHS_MOST)
            except ValueError:
                pages = None
        if pages is None or not 0 <= 8 * pages <= EIGHTHS_MOST:
            self._wrong(thing, "pages", "no length in pages")
            return None
        eighths = ceil(8 * pages)
        if eighths != 8 * pages:
            self._remarks.warn(
                "USS-W04",
                thing.line,
                f"{snippet(str(value))} pages are no whole eighths, taken as "
                f"{eighths}/8",
                "give the length in eighths, such as 0.375",
            )
        return eighths

    def day(self, thing: JsonObject, name: str) -> date | None:
        """Give the date of a moment; an evening of UTC is the next day's midnight."""
        value = thing.get(name)
        if value is None or value == "":
            return None
        found = _moment(value)
        if found is None or found[0].year not in YEARS:
            self._remarks.warn(
                "USS-W05",
                thing.line,
                f'"{snippet(str(value))}" is no date, left out',
                "write it as 2027-03-01T00:00:00.000Z",
            )
            return None
        day, minutes = found
        if minutes > _NOON:
            self.later_dates += 1
            return day + timedelta(days=1)
        return day

    def _wrong(self, thing: JsonObject, name: str, what: str) -> None:
        self._remarks.warn(
            "USS-W02",
            thing.line,
            f'"{name}" is {what}, read as empty',
            "mend it in the program that wrote the file",
        )


def _values(thing: JsonObject, names: tuple[str, ...]) -> Iterator[Any]:
    """Give what stands under names, without nulls."""
    for name in names:
        value = thing.get(name)
        if value is not None:
            yield value


def _number(value: Any) -> Decimal | int | None:
    """Give a finite number of a usual size, also where it stands as a text."""
    if isinstance(value, str):
        digits = value.strip()
        if not digits.isascii() or not digits.replace(".", "", 1).isdigit():
            return None
        value = Decimal(digits) if len(digits) < 20 else None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    size = abs(Decimal(value))
    return value if size == 0 or Decimal("1e-9") <= size < 10**18 else None


def _moment(value: Any) -> tuple[date, int] | None:
    """Give the date and the minutes after midnight UTC.

    A time with an offset of its own, or none, is of its own place: minute 0.
    """
    if isinstance(value, int) and _MILLISECONDS[0] < value < _MILLISECONDS[1]:
        days, rest = divmod(value // 60_000, 24 * 60)
        return date(1970, 1, 1) + timedelta(days=days), rest
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day, _utc_minutes(text[10:])


def _utc_minutes(clock: str) -> int:
    is_utc = clock.endswith(("Z", "z", "+0000", "+00:00", "-0000", "-00:00"))
    hours, minutes = clock[1:3], clock[4:6]
    if not is_utc or not (hours + minutes).isascii() or not hours.isdigit():
        return 0
    return 60 * int(hours) + (int(minutes) if minutes.isdigit() else 0)
