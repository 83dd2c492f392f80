"""How large a table and its cells may be, said alike for texts and workbooks."""

from __future__ import annotations

from typing import NoReturn

from daybreak.importers.limits import Limits
from daybreak.importers.remarks import Remarks, snippet


def refuse_size(
    remarks: Remarks, limits: Limits, *, line: int, sheet: str = ""
) -> NoReturn:
    """Refuse a sheet that has too many rows or columns.

    Raises
    ------
    ImportProblem
        ``TAB-E06``.
    """
    remarks.refuse(
        "TAB-E06",
        line,
        f"the table has more than {limits.rows:,} rows or {limits.columns} columns",
        "delete the rows and columns that are not needed, the empty ones too",
        column=1 if sheet else None,
        sheet=sheet,
    )


def refuse_cell(
    remarks: Remarks,
    limits: Limits,
    *,
    line: int,
    column: int,
    text: str,
    sheet: str = "",
) -> NoReturn:
    """Refuse a cell that is too long.

    Raises
    ------
    ImportProblem
        ``TAB-E08``.
    """
    remarks.refuse(
        "TAB-E08",
        line,
        f'the cell that begins "{snippet(text)}" is longer than '
        f"{limits.line_bytes:,} characters",
        "shorten it, or look for a quotation mark that is not closed",
        column=column,
        sheet=sheet,
    )
