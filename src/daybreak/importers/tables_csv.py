"""CSV and its relatives to a table: encoding, separator, quotation marks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from daybreak.importers.limits import Limits
from daybreak.importers.reading import decode
from daybreak.importers.remarks import Remarks
from daybreak.importers.tables import Book, Line, Sheet
from daybreak.importers.tables_fields import known_headings
from daybreak.importers.tables_size import refuse_cell, refuse_size

SEPARATORS = ",;\t|"
GUARDED = "=+-@\t\r\n＝＋－＠"
"""What a spreadsheet would take for a formula at the start of a cell."""
_HEAD_LETTERS = 65_536
_HEAD_ROWS = 60


def parse_csv(data: bytes, file: str, *, remarks: Remarks, limits: Limits) -> Book:
    """Give the one table of a text.

    Parameters
    ----------
    data
        The bytes, in any encoding that `reading.decode` knows.
    file
        Its name.
    remarks
        Takes what is said of the encoding.
    limits
        How much is read at most.

    Raises
    ------
    ImportProblem
        ``TAB-E06``, ``TAB-E08`` or ``TAB-E09``.
    """
    text = decode(data, remarks)
    separator, text, skipped = _separator(text)
    lines = tuple(_lines(text, separator, remarks, limits, skipped))
    return Book(
        file=remarks.file,
        sheets=(Sheet(name="", lines=lines),),
        remarks=remarks.done(),
    )


def _separator(text: str) -> tuple[str, str, int]:
    """Give the separator, the text without a line that names it, lines left out."""
    first, _, rest = text.partition("\n")
    named = first.strip().lower()
    if len(named) == 5 and named.startswith("sep=") and named[4] in SEPARATORS:
        return named[4], rest, 1
    if first.rstrip("\r") == "sep=\t":
        return "\t", rest, 1
    head = text[:_HEAD_LETTERS]
    return max(SEPARATORS, key=lambda mark: _score(head, mark)), text, 0


def _score(head: str, separator: str) -> tuple[int, int]:
    """Count the headings that are known in the best row, then the cells of all."""
    best = cells = 0
    try:
        for row, _ in zip(_rows(head, separator), range(_HEAD_ROWS), strict=False):
            best = max(best, known_headings(row))
            cells += len(row) - 1
    except csv.Error:
        pass
    return best, cells


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _lines(
    text: str, separator: str, remarks: Remarks, limits: Limits, skipped: int
) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    before = count = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _refuse_quotes(str(error), before + 1 + skipped, remarks, limits)
        number, before = before + 1 + skipped, reader.line_num
        cells = {at: _unguarded(cell) for at, cell in enumerate(row, 1) if cell.strip()}
        if not cells:
            continue
        count += 1
        _check(cells, count, number, remarks, limits)
        yield Line(number=number, cells=cells)


def _check(
    cells: dict[int, str], count: int, number: int, remarks: Remarks, limits: Limits
) -> None:
    if count > limits.rows or max(cells) > limits.columns:
        refuse_size(remarks, limits, line=number)
    for at, cell in cells.items():
        if len(cell) > limits.line_bytes:
            refuse_cell(remarks, limits, line=number, column=at, text=cell)


def _refuse_quotes(said: str, line: int, remarks: Remarks, limits: Limits) -> None:
    if "field larger" in said:
        refuse_cell(remarks, limits, line=line, column=1, text="...")
    if "unexpected end" in said:
        what = "a cell of this row opens with a quotation mark that is never closed"
    else:
        what = "text follows the closing quotation mark of a cell"
    remarks.refuse(
        "TAB-E09", line, what, 'write "" for a quotation mark inside a quoted cell'
    )


def _unguarded(cell: str) -> str:
    """Take off the mark that keeps a cell from being a formula, ours and others'."""
    if cell.startswith("'") and cell.lstrip("'")[:1] in tuple(GUARDED):
        return cell[1:]
    return cell
