"""The tables of a paper as CSV: a row a line, nothing that programs stumble over.

RFC 4180 with CR LF, in UTF-8 with the mark that Excel needs to see that it is; names
of columns are their keys; no bars and no totals, so that a sum over a column is right;
the stamp is the last line. A text that a spreadsheet would run as a formula is led by
an apostrophe, which an import takes off again; numbers stay numbers. A length below a
page is ``0 4/8``: ``4/8`` is the eighth of April to a spreadsheet.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date

from daybreak.model.errors import UsageError
from daybreak.reports.formats.grids import (
    Field,
    fields_of,
    grids_of,
    names_of,
    rows_of,
    shown_in,
)
from daybreak.reports.formats.signs import held
from daybreak.reports.papers.paper import Paper, Row, Table
from daybreak.reports.phrases import show_time

BARE_FRACTION = re.compile(r"[1-7]/8")
GUARDED = re.compile(r"'*[=+\-@\t\r\n\x00＝＋－＠]")
"""What a spreadsheet may run, and apostrophes before it, which guard it already."""


def csv_files(paper: Paper) -> tuple[tuple[str, bytes], ...]:
    """Give a file for each table of a paper: its name, and its bytes.

    Tables of one name and columns share a file.
    """
    grids = grids_of(paper)
    return tuple(
        (name, _written(tables, _last(paper)))
        for name, tables in zip(names_of(grids), grids, strict=True)
    )


def to_csv(paper: Paper, *, table: str = "") -> bytes:
    """Give one table of a paper: the one of a name, else its first, its main one.

    Raises
    ------
    UsageError
        When there is no such table.
    """
    files = dict(csv_files(paper))
    if files and not table:
        return next(iter(files.values()))
    if table in files:
        return files[table]
    lead = f'has no table "{table}"' if table else "has no table to write as CSV"
    hint = f"name one of these: {', '.join(files)}" if files else "write it as .pdf"
    raise UsageError(f"{paper.title}: {lead}.\nMaybe {hint}.")


def guarded(text: str) -> str:
    """Give text as a cell that no spreadsheet runs as a formula.

    Examples
    --------
    >>> guarded("=1+1"), guarded("1 3/8"), guarded("'=1"), guarded("'Tis")
    ("'=1+1", '1 3/8', "''=1", "'Tis")
    """
    return f"'{text}" if GUARDED.match(text) else text


def _last(paper: Paper) -> str:
    said = paper.stamp.said
    return f"{said} · {paper.warning}" if paper.warning else said


def _written(tables: tuple[Table, ...], last: str) -> bytes:
    fields = fields_of(*tables)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([one.column.key for one in fields])
    for table in tables:
        writer.writerows(_line(fields, row) for row in rows_of(table))
    writer.writerow([guarded(held(last)), *[""] * (len(fields) - 1)])
    return file.getvalue().encode("utf-8-sig")


def _line(fields: tuple[Field, ...], row: Row) -> list[str]:
    return [_cell(field, row) for field in fields]


def _cell(field: Field, row: Row) -> str:
    value = shown_in(field, row).value
    if value is None:
        return ""
    if isinstance(value, str):
        fraction = field.is_text and BARE_FRACTION.fullmatch(value)
        return f"0 {value}" if fraction else guarded(held(value))
    if isinstance(value, date):
        return value.isoformat()
    return show_time(value) if field.column.form == "clock" else str(value)
