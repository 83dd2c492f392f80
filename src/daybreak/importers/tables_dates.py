"""Dates and ranges of dates as people write them in sheets.

``2027-06-03``, ``3 June 2027``, ``June 3, 2027``, ``03.06.2027``; ``6/3/2027`` only
where the sheet tells which number is the month. A date without a year is refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Literal

from daybreak.importers.tables import Value, shown
from daybreak.importers.tables_remarks import CellReader
from daybreak.model.fields import DateRange

DateOrder = Literal["dmy", "mdy"]
"""Which number of ``6/3/2027`` is the day: the first or the second."""
_MONTHS = (
    ("january", "jan", "januar", "janvier", "janv", "enero", "ene", "jaenner"),
    ("february", "feb", "februar", "fevrier", "fevr", "fev", "febrero"),
    ("march", "mar", "marz", "maerz", "mrz", "mars", "marzo"),
    ("april", "apr", "avril", "avr", "abril", "abr"),
    ("may", "mai", "mayo"),
    ("june", "jun", "juni", "juin", "junio"),
    ("july", "jul", "juli", "juillet", "juil", "julio"),
    ("august", "aug", "aout", "agosto", "ago"),
    ("september", "sep", "sept", "septembre", "septiembre"),
    ("october", "oct", "oktober", "okt", "octobre", "octubre"),
    ("november", "nov", "novembre", "noviembre"),
    ("december", "dec", "dezember", "dez", "decembre", "diciembre", "dic"),
)
_MONTH_OF = {name: at for at, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
        "mo", "di", "mi", "do", "fr", "sa", "so",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    )
)  # fmt: skip
_ORDINALS = ("st", "nd", "rd", "th")
_BETWEEN = (" to ", " through ", " thru ", " until ", " till ", " bis ", " au ", " a ",
            " al ", " – ", " — ", " - ", "..", "–", "—")  # fmt: skip
_YEARS = (1950, 2200)
HOW = "write 2027-06-03, or 3 June 2027"
HOW_RANGES = "write 2027-06-03 to 2027-06-05, several with ; between"


class AmbiguousDate(ValueError):
    """A date whose day and month may be swapped."""


def order_of(texts: Iterable[str]) -> DateOrder | None:
    """Give the order that dates with slashes have in a sheet, None where it is open.

    A first number over 12 is a day, and so is a second one.
    """
    found: set[DateOrder] = set()
    for text in texts:
        for word in text.replace(";", " ").split():
            parts = word.strip(",.").split("/")
            if len(parts) != 3 or not all(_is_number(part) for part in parts):
                continue
            first, second = int(parts[0]), int(parts[1])
            if 12 < first <= 31 and second <= 12:
                found.add("dmy")
            elif 12 < second <= 31 and first <= 12:
                found.add("mdy")
    return found.pop() if len(found) == 1 else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4


def parse_date(text: str, order: DateOrder | None) -> date:
    """Give the date that a text says.

    Parameters
    ----------
    text
        One date, a weekday beside it or not.
    order
        Which number of a date with slashes is the day.

    Raises
    ------
    AmbiguousDate
        When day and month may be swapped.
    ValueError
        When it says none, or one without a year.
    """
    words = [word for word in _words(text) if word not in _WEEKDAYS]
    if len(words) == 1:
        return _of_numbers(words[0], order)
    if len(words) == 3:
        return _of_words(words)
    raise ValueError(text)


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text[:100]).casefold()
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    words = [word.strip(".") for word in plain.replace(",", " ").split()]
    if len(words) > 1:
        words = [part for word in words for part in word.split(".") if part]
    return [word for word in words if word and word not in ("of", "de", "the")]


def _of_numbers(word: str, order: DateOrder | None) -> date:
    for mark in "-/.":
        parts = word.split(mark)
        if len(parts) == 3:
            return _of_parts(parts, mark, order)
    raise ValueError(word)


def _of_parts(parts: list[str], mark: str, order: DateOrder | None) -> date:
    if not _is_number(parts[0]):
        raise ValueError(parts)
    if parts[1] in _MONTH_OF:
        return _made(parts[2], _MONTH_OF[parts[1]], parts[0])
    if not all(map(_is_number, parts)):
        raise ValueError(parts)
    if len(parts[0]) == 4:
        return _made(parts[0], int(parts[1]), parts[2])
    first, second = int(parts[0]), int(parts[1])
    if mark == ".":
        return _made(parts[2], second, parts[0])
    if order is None and first != second and first <= 12 and second <= 12:
        raise AmbiguousDate(parts)
    is_day_first = first > 12 or (second <= 12 and order == "dmy")
    day, month = (first, second) if is_day_first else (second, first)
    return _made(parts[2], month, str(day))


def _of_words(words: list[str]) -> date:
    is_year_first = _is_number(words[0]) and len(words[0]) == 4
    one, two, year = (*words[1:], words[0]) if is_year_first else words
    if two in _MONTH_OF:
        one, two = two, one
    if one not in _MONTH_OF:
        raise ValueError(words)
    for ending in _ORDINALS:
        two = two.removesuffix(ending)
    return _made(year, _MONTH_OF[one], two)


def _made(year: str, month: int, day: str) -> date:
    if not (_is_number(year) and _is_number(day)) or len(year) not in (2, 4):
        raise ValueError(year)
    full = int(year) + (2000 if len(year) == 2 else 0)
    if not _YEARS[0] <= full <= _YEARS[1]:
        raise ValueError(year)
    return date(full, month, int(day))


def find_date(text: str, order: DateOrder | None) -> date | None:
    """Give the first date in a line such as ``End of day 3 -- Tue, June 3, 2027``."""
    words = text.replace("--", " ").replace("(", " ").replace(")", " ").split()
    for at in range(min(len(words), 40)):
        for count in (3, 1):
            try:
                return parse_date(" ".join(words[at : at + count]), order)
            except ValueError:
                continue
    return None


# --- ranges ------------------------------------------------------------------------


def parse_ranges(text: str, order: DateOrder | None) -> list[DateRange]:
    """Give the ranges that a cell lists: ``;`` or a new line ends one.

    Raises
    ------
    AmbiguousDate, ValueError
        As `parse_date`; also where a range ends before it begins.
    """
    pieces = [piece.strip() for piece in text.replace("\n", ";").split(";")]
    return [found for piece in pieces if piece for found in _listed(piece, order)]


def _listed(piece: str, order: DateOrder | None) -> list[DateRange]:
    """Give the range of a piece, or those that commas separate in it."""
    try:
        return [_range(piece, order)]
    except AmbiguousDate:
        raise
    except ValueError:
        parts = [part.strip() for part in piece.split(",")]
        if len(parts) < 2:
            raise
        return [_range(part, order) for part in parts if part]


def _range(piece: str, order: DateOrder | None) -> DateRange:
    text = " ".join(piece.split())
    if text.lower().startswith("from "):
        text = text[5:]
    for mark in _BETWEEN:
        first, found, last = text.partition(mark)
        if found and first.strip() and last.strip():
            return _between(first.strip(), last.strip(), order)
    try:
        day = parse_date(text, order)
    except AmbiguousDate:
        raise
    except ValueError:
        first, found, last = text.partition("-")
        if not found or not first.strip() or not last.strip():
            raise
        return _between(first.strip(), last.strip(), order)
    return DateRange(day, day)


def _between(first: str, last: str, order: DateOrder | None) -> DateRange:
    """Give a range; its first half may leave out what the second one says."""
    try:
        end = parse_date(last, order)
        begin = _completed(first, end, order)
    except AmbiguousDate:
        raise
    except ValueError:
        begin = parse_date(f"{first}, {last.split()[-1]}", order)
        day = last.replace(",", " ").split()[0]
        end = _made(str(begin.year), begin.month, day)
    if end < begin:
        raise ValueError(f"{end} before {begin}")
    return DateRange(begin, end)


def _completed(text: str, end: date, order: DateOrder | None) -> date:
    try:
        return parse_date(text, order)
    except AmbiguousDate:
        raise
    except ValueError:
        pass
    words = [word for word in _words(text) if word not in _WEEKDAYS]
    if len(words) == 1 and _is_number(words[0]):
        return _made(str(end.year), end.month, words[0])
    if len(words) == 2:
        return _of_words([*words, str(end.year)])
    raise ValueError(text)


# --- cells -------------------------------------------------------------------------


def read_date(cells: CellReader, field: str, order: DateOrder | None) -> date | None:
    """Give the date of a cell, None where there is none or it is noted as wrong."""
    value = cells.value(field)
    if value is None or isinstance(value, date):
        return value
    try:
        return parse_date(shown(value), order)
    except AmbiguousDate:
        _note_ambiguous(cells, field)
    except ValueError:
        cells.error(field, "{value} is no date with a year", HOW)
    return None


def read_ranges(
    cells: CellReader, field: str, order: DateOrder | None
) -> list[DateRange]:
    """Give the ranges of a cell, none where there are none or they are wrong."""
    value = cells.value(field)
    if value is None:
        return []
    if isinstance(value, date):
        return [DateRange(value, value)]
    try:
        return parse_ranges(_raw(value), order)
    except AmbiguousDate:
        _note_ambiguous(cells, field)
    except ValueError:
        cells.error(
            field, "{value} does not tell whole dates from first to last", HOW_RANGES
        )
    return []


def _raw(value: Value) -> str:
    return value if isinstance(value, str) else shown(value)


def _note_ambiguous(cells: CellReader, field: str) -> None:
    cells.error(
        field,
        "{value} may begin with the day or with the month",
        "say which with --dates dmy or --dates mdy, or write 2027-06-03",
        code="TAB-E16",
    )
