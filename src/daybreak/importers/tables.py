"""Tables as they come out of a file: sheets of rows of cells, and their JSON.

A cell keeps what the file says it is: a text, a number, a date, an error of the
spreadsheet. What it means is for the column it stands in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, time
from decimal import Decimal
from typing import Any

from daybreak.model.errors import Remark


@dataclass(frozen=True, slots=True)
class Broken:
    """An error that stands in a cell in place of a value, ``#REF!``."""

    text: str


Value = str | int | Decimal | date | time | Broken
"""What a cell holds; an empty cell is not there at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row that is not empty.

    Parameters
    ----------
    number
        Its number in the sheet; in a text, the number of its first line.
    cells
        Values by column, both counted from 1.
    """

    number: int
    cells: Mapping[int, Value]

    def text(self, column: int) -> str:
        """Give a cell as one line of text, empty where there is none."""
        return shown(self.cells.get(column, ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet; its name is empty in a file of text."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All sheets of a file that can be seen, and what was remarked in reading."""

    file: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()


def shown(value: Value) -> str:
    """Give a value as one line of text, whole numbers without a point."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Broken):
        return value.text
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)


# --- JSON --------------------------------------------------------------------------


def book_to_json(book: Book) -> str:
    """Give a book as one line of JSON."""
    return json.dumps(
        {
            "file": book.file,
            "sheets": [
                [sheet.name, [_line(line) for line in sheet.lines]]
                for sheet in book.sheets
            ],
            "remarks": [
                {field.name: getattr(remark, field.name) for field in fields(remark)}
                for remark in book.remarks
            ],
        }
    )


def book_from_json(text: str) -> Book:
    """Give the book that a line of JSON holds.

    Raises
    ------
    ValueError, TypeError, KeyError
        When the line is not one of `book_to_json`.
    """
    data = json.loads(text)
    return Book(
        file=data["file"],
        sheets=tuple(
            Sheet(name=name, lines=tuple(map(_line_from, lines)))
            for name, lines in data["sheets"]
        ),
        remarks=tuple(Remark(**remark) for remark in data["remarks"]),
    )


_MARKS: tuple[tuple[str, type, Any], ...] = (
    ("n", Decimal, Decimal),
    ("d", date, date.fromisoformat),
    ("t", time, time.fromisoformat),
    ("e", Broken, Broken),
)


def _line(line: Line) -> list[Any]:
    return [line.number, [[at, _marked(value)] for at, value in line.cells.items()]]


def _marked(value: Value) -> Any:
    for mark, kind, _ in _MARKS:
        if isinstance(value, kind):
            return [mark, value.text if isinstance(value, Broken) else str(value)]
    return value


def _line_from(data: list[Any]) -> Line:
    number, cells = data
    return Line(number=number, cells={at: _unmarked(value) for at, value in cells})


def _unmarked(data: Any) -> Value:
    if not isinstance(data, list):
        value: Value = data
        return value
    mark, text = data
    made: Value = {name: make for name, _, make in _MARKS}[mark](text)
    return made
