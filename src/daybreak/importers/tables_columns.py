"""Which column of a sheet holds what: the row of headings, and who said so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.tables import Book, Line, Sheet
from daybreak.importers.tables_fields import (
    AMBIGUOUS,
    CATEGORIES,
    ELEMENTS,
    LEFT_OUT,
    FieldOf,
    heading_key,
    weak_field,
)
from daybreak.importers.times import read_time
from daybreak.model.errors import column_letters

HEADING_ROWS = 60
"""Rows from the top among which the headings are looked for."""
_LISTED_MOST = 30
_TIME_LETTERS = ("D", "N", "ANY")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRead:
    """A column and what it was taken for.

    Parameters
    ----------
    column
        Its number, counted from 1.
    heading
        Its heading as it stands there.
    field
        What it holds; empty where it was not read.
    """

    column: int
    heading: str
    field: str

    @property
    def letters(self) -> str:
        """The letters of the column, as a spreadsheet shows them."""
        return column_letters(self.column)

    def __str__(self) -> str:
        """Give ``C "I/E": place``."""
        return f'{self.letters} "{snippet(self.heading)}": {self.field or "not read"}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of one sheet.

    Parameters
    ----------
    sheet
        The sheet.
    line
        The row of headings.
    all
        Every column with a heading.
    """

    sheet: Sheet
    line: Line
    all: tuple[ColumnRead, ...]

    @property
    def by_field(self) -> dict[str, int]:
        """The numbers of the columns by what they hold."""
        return {one.field: one.column for one in self.all if one.field}

    def body(self) -> tuple[Line, ...]:
        """Give the rows below the headings, without the headings where they return."""
        head = {at: heading_key(self.line.text(at)) for at in self.line.cells}
        return tuple(
            line
            for line in self.sheet.lines
            if line.number > self.line.number
            and {at: heading_key(line.text(at)) for at in line.cells} != head
        )


def find_columns(
    book: Book,
    fields: Sequence[FieldOf],
    *,
    needs: Sequence[str],
    mapping: Mapping[str, str],
    sheet: str | None,
    remarks: Remarks,
) -> Columns:
    """Find the sheet, its row of headings, and what each column holds.

    Parameters
    ----------
    book
        The file.
    fields
        What columns can hold.
    needs
        Fields of which at least one has to be there.
    mapping
        Fields by heading, as the user says; ``-`` leaves a column out.
    sheet
        The name of the sheet; else the first one with headings.
    remarks
        Takes ``TAB-W05``.

    Raises
    ------
    ImportProblem
        ``TAB-E10`` to ``TAB-E12``.
    """
    wanted = {heading_key(key): value for key, value in mapping.items()}
    _check_fields(wanted, fields, remarks)
    finder = _Finder(fields, needs, wanted)
    found = [
        columns
        for one in _sheets(book, sheet, remarks)
        if (columns := finder.columns(one)) is not None
    ]
    if not found:
        _refuse_headless(book, finder, needs, remarks)
    _check_headings(found[0], mapping, remarks)
    least = len(found[0].by_field) / 2
    if others := [one.sheet.name for one in found[1:] if len(one.by_field) > least]:
        remarks.warn(
            "TAB-W05",
            1,
            f'sheet "{found[0].sheet.name}" was read and not {", ".join(others)}',
            "name the one that you mean with --sheet",
        )
    return found[0]


def _check_fields(
    wanted: Mapping[str, str], fields: Sequence[FieldOf], remarks: Remarks
) -> None:
    names = [field.name for field in fields]
    for name in wanted.values():
        if name not in (*names, LEFT_OUT) and not name.startswith(ELEMENTS):
            remarks.refuse(
                "TAB-E12",
                1,
                f'there is no field "{snippet(name)}" to map a column to',
                f"use one of {', '.join(names)}, or {LEFT_OUT} to leave it out",
            )


def _sheets(book: Book, name: str | None, remarks: Remarks) -> Sequence[Sheet]:
    if name is None:
        return book.sheets
    found = [one for one in book.sheets if one.name.casefold() == name.casefold()]
    if not found:
        there = ", ".join(one.name for one in book.sheets if one.name)
        remarks.refuse(
            "TAB-E10",
            1,
            f'there is no visible sheet "{snippet(name)}"',
            f"use one of {there}" if there else "leave --sheet out: a text has none",
        )
    return found


def _refuse_headless(
    book: Book, finder: _Finder, needs: Sequence[str], remarks: Remarks
) -> NoReturn:
    seen = finder.best_of(book)
    had = f"; the best row has {', '.join(seen)}" if seen else ""
    remarks.refuse(
        "TAB-E11",
        1,
        f"no row of headings was found among the first {HEADING_ROWS} rows{had}",
        f"give a column for {' or '.join(needs)} a heading that is known, or say what "
        'it holds with --map "Heading=field"',
    )


def _check_headings(
    columns: Columns, mapping: Mapping[str, str], remarks: Remarks
) -> None:
    there = {heading_key(one.heading) for one in columns.all}
    for heading in mapping:
        if heading_key(heading) not in there:
            listed = ", ".join(snippet(one.heading) for one in columns.all)
            remarks.refuse(
                "TAB-E12",
                columns.line.number,
                f'no column is headed "{snippet(heading)}"',
                f"use one of: {listed[: 40 * _LISTED_MOST]}",
            )


class _Finder:
    def __init__(
        self, fields: Sequence[FieldOf], needs: Sequence[str], wanted: Mapping[str, str]
    ) -> None:
        self._fields = fields
        self._needs = needs
        self._wanted = wanted
        self._is_one_liner = any(field.name == "set" for field in fields)
        self._ranks = {
            word: (rank, field.name)
            for field in reversed(fields)
            for rank, word in enumerate(field.words)
        }

    def columns(self, sheet: Sheet) -> Columns | None:
        """Give the columns of a sheet, None where it has no row of headings."""
        best: Columns | None = None
        for at, line in enumerate(sheet.lines[:HEADING_ROWS]):
            below = sheet.lines[at + 1 : at + 1 + HEADING_ROWS]
            found = self._read(line, below)
            names = {one.field for one in found if one.field}
            if len(names) < 2 or not names.intersection(self._needs):
                continue
            if best is None or len(names) > len(best.by_field):
                best = Columns(sheet=sheet, line=line, all=found)
        return best

    def best_of(self, book: Book) -> list[str]:
        """Give the headings that are known of the row that has the most of them."""
        rows = [
            [one.heading for one in self._read(line, ()) if one.field]
            for sheet in book.sheets
            for line in sheet.lines[:HEADING_ROWS]
        ]
        return max(rows, key=len, default=[])

    def _read(self, line: Line, below: Sequence[Line]) -> tuple[ColumnRead, ...]:
        headings = {at: line.text(at) for at in sorted(line.cells)}
        meant = {at: self._meant(at, text, below) for at, text in headings.items()}
        best: dict[str, tuple[int, int]] = {}
        for at, found in meant.items():
            if found is not None:
                rank, field = found
                best[field] = min(best.get(field, (rank, at)), (rank, at))
        taken = {at: field for field, (_, at) in best.items()}
        return tuple(
            ColumnRead(column=at, heading=text, field=taken.get(at, ""))
            for at, text in headings.items()
        )

    def _meant(
        self, at: int, heading: str, below: Sequence[Line]
    ) -> tuple[int, str] | None:
        """Give what a heading means, and how sure it is: 0 is the surest."""
        key = heading_key(heading[:60])
        if key in self._wanted:
            field = self._wanted[key]
            return None if field == LEFT_OUT else (-1, field)
        if key in AMBIGUOUS and self._is_one_liner:
            first, other = AMBIGUOUS[key]
            return 50, first if _are_times(at, below) else other
        if key in self._ranks:
            return self._ranks[key]
        if not self._is_one_liner:
            return None
        if key in CATEGORIES:
            return 0, f"{ELEMENTS}{CATEGORIES[key]}"
        weak = weak_field(key)
        return None if weak is None else (99, weak)


def _are_times(at: int, below: Sequence[Line]) -> bool:
    """Tell whether times of day stand in a column rather than numbers.

    A line across the sheet may say anything there, so most of them decide.
    """
    texts = [text for line in below if (text := line.text(at).upper())]
    numbers = sum(text[:1].isdigit() for text in texts)
    times = sum(text in _TIME_LETTERS or read_time(text) is not None for text in texts)
    return times > numbers
