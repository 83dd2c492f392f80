"""Who is in a scene as one cell lists them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from daybreak.importers.tables import Value, shown
from daybreak.importers.tables_remarks import CellReader

_CAST_RANGE_MOST = 50


@dataclass(frozen=True, slots=True)
class CastName:
    """Somebody of the cast as a cell names them: by number, by name, or both."""

    number: int | None
    name: str = ""


def items_of(value: Value | None) -> list[str]:
    """Give the things that a cell lists."""
    if value is None:
        return []
    text = value if isinstance(value, str) else shown(value)
    for mark in (";", "\n", "|"):
        text = text.replace(mark, ",")
    return [item for part in text.split(",") if (item := " ".join(part.split()))]


def read_cast(cells: CellReader) -> tuple[CastName, ...]:
    """Give who is in a scene: ``1, 4-6``, ``ANNA, BOB``, ``1. ANNA; 2. BOB``."""
    value = cells.value("cast")
    if isinstance(value, date | time | Decimal):
        cells.error(
            "cast",
            "the cast became {value}, as spreadsheets do with 1,2 or 1-3",
            "format the column as text and type it again, such as 1, 2",
            code="TAB-E14",
        )
        return ()
    items = items_of(value)
    if all(item.replace(" ", "").isdigit() for item in items):
        items = [number for item in items for number in item.split()]
    found = [name for item in items for name in _cast_item(item)]
    return tuple(dict.fromkeys(found))


def _cast_item(item: str) -> list[CastName]:
    first, mark, last = item.partition("-")
    if mark and _is_short_number(first.strip()) and _is_short_number(last.strip()):
        low, high = int(first), int(last)
        if low <= high <= low + _CAST_RANGE_MOST:
            return [CastName(number) for number in range(low, high + 1)]
        return [CastName(None, item)]
    plain = item.lstrip("#")
    digits = plain[: len(plain) - len(plain.lstrip("0123456789"))]
    rest = plain[len(digits) :]
    if _is_short_number(digits) and (not rest or rest[0] in " .):-–"):
        return [CastName(int(digits), rest.strip(" .):-–"))]
    return [CastName(None, item)]


def _is_short_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4
