"""Workbooks (XLSX) to tables: values as they were last saved, never formulas."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from daybreak.importers.limits import Limits
from daybreak.importers.remarks import Remarks
from daybreak.importers.tables import Book, Broken, Line, Sheet, Value
from daybreak.importers.tables_size import refuse_cell, refuse_size
from daybreak.importers.tables_zip import look_over
from daybreak.model.errors import ImportProblem

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
_FORMULAS_TOLD = 20
_ANEW = "open it in a spreadsheet program and save it anew as .xlsx"


def parse_xlsx(data: bytes, file: str, *, remarks: Remarks, limits: Limits) -> Book:
    """Give the sheets of a workbook that are not hidden.

    Merged cells are not filled: what is merged stands in the first of them.

    Parameters
    ----------
    data
        The bytes of the file.
    file
        Its name.
    remarks
        Takes ``TAB-W01`` and ``TAB-W02``.
    limits
        How much is read at most.

    Raises
    ------
    ImportProblem
        ``TAB-E01`` to ``TAB-E08``.
    """
    packed = look_over(data, remarks=remarks, limits=limits)
    if packed.has_links:
        remarks.warn(
            "TAB-W02",
            1,
            "the workbook is linked to others; what they gave when it was last saved "
            "is read",
            "check the linked cells",
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and other things not read
            sheets = tuple(_sheets(data, remarks, limits))
            if packed.formulas:
                _note_unsaved(data, sheets, remarks)
    except (ImportProblem, MemoryError):
        raise
    except Exception as error:
        # A stranger's workbook can break the library anywhere; it is all the same.
        remarks.refuse(
            "TAB-E07",
            1,
            f"the inside of the workbook cannot be read ({type(error).__name__})",
            _ANEW,
        )
    return Book(file=remarks.file, sheets=sheets, remarks=remarks.done())


def _open(data: bytes, *, with_values: bool) -> Workbook:
    from openpyxl import load_workbook  # slow import: a library  # noqa: PLC0415

    return load_workbook(
        io.BytesIO(data), read_only=True, data_only=with_values, keep_links=False
    )


def _sheets(data: bytes, remarks: Remarks, limits: Limits) -> Iterator[Sheet]:
    book = _open(data, with_values=True)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            sheet.reset_dimensions()  # what a file says of its size is not believed
            name = str(sheet.title)
            lines = tuple(_lines(sheet, name, remarks, limits))
            yield Sheet(name=name, lines=lines)


def _lines(sheet: Any, name: str, remarks: Remarks, limits: Limits) -> Iterator[Line]:
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > limits.rows:
            refuse_size(remarks, limits, line=number, sheet=name)
        cells = {}
        for at, raw in enumerate(row, 1):
            if raw is None:
                continue
            if at > limits.columns:
                refuse_size(remarks, limits, line=number, sheet=name)
            value = _value(raw)
            if isinstance(value, str) and not value.strip():
                continue
            if isinstance(value, str) and len(value) > limits.line_bytes:
                refuse_cell(
                    remarks, limits, line=number, column=at, text=value, sheet=name
                )
            cells[at] = value
        if cells:
            yield Line(number=number, cells=cells)


def _value(raw: Any) -> Value:
    """Give a value of the library as one of a table."""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, int):
        return raw
    if isinstance(raw, float):
        number = Decimal(repr(round(raw, 9)))
        return int(number) if number == number.to_integral_value() else number
    if isinstance(raw, datetime):
        is_clock = raw.date() in (date(1899, 12, 30), date(1904, 1, 1))
        return raw.time() if is_clock and raw.time() != time() else raw.date()
    if isinstance(raw, timedelta):
        return f"{int(raw.total_seconds() // 60)} min"
    if isinstance(raw, date | time):
        return raw
    text = str(raw)
    return Broken(text) if text in _ERRORS else text


def _note_unsaved(data: bytes, sheets: Iterable[Sheet], remarks: Remarks) -> None:
    """Say which formulas have no stored value: they look empty to everybody."""
    known = {
        (sheet.name, line.number, at)
        for sheet in sheets
        for line in sheet.lines
        for at in line.cells
    }
    read = {sheet.name for sheet in sheets}
    count = 0
    for sheet in _open(data, with_values=False).worksheets:
        if str(sheet.title) not in read:
            continue
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(), 1):
            for cell in row:
                if getattr(cell, "data_type", "") != "f":
                    continue
                place = (str(sheet.title), number, cell.column)
                if place not in known and count < _FORMULAS_TOLD:
                    count += 1
                    remarks.warn(
                        "TAB-W01",
                        number,
                        "the formula here has no stored value, so the cell counts as "
                        "empty",
                        "open the workbook in a spreadsheet program and save it",
                        column=cell.column,
                        sheet=str(sheet.title),
                    )
