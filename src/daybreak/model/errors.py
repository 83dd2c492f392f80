"""Every error that Daybreak raises, drawn as one tree.

::

    DaybreakError                 anything a user can mend
    +-- DocumentError             a production or schedule that breaks its format
    +-- ImportProblem             a script that cannot be read at all
    +-- SolverError               the engine failed; the best so far is kept
    +-- StoreError                the disk failed; the document is as it was
    +-- UsageError                a wrong flag, a missing file, a wrong format
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


class DaybreakError(Exception):
    """An error that says what is wrong and what to do about it."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One thing wrong in a document.

    Parameters
    ----------
    path
        JSON path from the top of the document, ``people[3].deals[0].rate``;
        empty for the document itself.
    what
        What is wrong, with the value found.
    todo
        What to do about it.
    """

    path: str
    what: str
    todo: str

    def __str__(self) -> str:
        """Give ``path: what - todo``, the line a user reads."""
        where = f"{self.path}: " if self.path else ""
        return f"{where}{self.what} - {self.todo}"


class DocumentError(DaybreakError):
    """A document that breaks its format; carries all faults at once.

    Parameters
    ----------
    faults
        Every fault found, in document order.
    source
        The name of the file, where there is one.
    lines
        By path, the line of the file on which a fault stands, where it is known.
    """

    def __init__(
        self,
        faults: Sequence[Fault],
        *,
        source: str = "",
        lines: Mapping[str, int] | None = None,
    ) -> None:
        self.faults = tuple(faults)
        self.source = source
        self.lines = dict(lines or {})
        super().__init__(self.faults, source, self.lines)

    def __reduce__(self) -> tuple[Any, ...]:
        """Give what pickling needs: a child process hands its errors over."""
        return _document_error, (self.faults, self.source, self.lines)

    def __str__(self) -> str:
        """Give one line a fault, each led by file and line where they are known."""
        return "\n".join(f"{self._lead(one)}{one}" for one in self.faults)

    def _lead(self, fault: Fault) -> str:
        if not self.source:
            return ""
        line = self.lines.get(fault.path)
        return f"{self.source}:{line}: " if line else f"{self.source}: "


def _document_error(
    faults: tuple[Fault, ...], source: str, lines: dict[str, int]
) -> DocumentError:
    return DocumentError(faults, source=source, lines=lines)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Remark:
    """One thing to say about a place in a file that was read.

    Parameters
    ----------
    file
        The base name of the file; no folder is ever told.
    sheet
        The sheet of a workbook; empty for text.
    line, column
        Where, counted from 1; ``column`` only where it helps. In a sheet they are the
        row and the column of a cell.
    code
        A stable code: letters of the format, ``E`` (refused) or ``W`` (read, with
        this warning), two digits - ``FTN-W01``.
    what, todo
        What is wrong, with the value found; what to do about it.
    """

    file: str
    sheet: str = ""
    line: int
    column: int | None = None
    code: str
    what: str
    todo: str

    def __str__(self) -> str:
        """Give ``FILE:LINE[:COL]: CODE what — what to do``.

        For a sheet, ``FILE:SHEET!C14: CODE ...``.
        """
        return f"{self.where}: {self.code} {self.what} — {self.todo}"

    @property
    def where(self) -> str:
        """The place, as ``storm.fdx:14`` or ``cast.xlsx:Sheet1!C14``."""
        if self.sheet:
            cell = f"{column_letters(self.column or 1)}{self.line}"
            return f"{self.file}:{self.sheet}!{cell}"
        column = "" if self.column is None else f":{self.column}"
        return f"{self.file}:{self.line}{column}"


def column_letters(column: int) -> str:
    """Give the letters of a sheet's column: 1 is ``A``, 27 is ``AA``."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


class ImportProblem(DaybreakError):
    """A script that cannot be read at all; nothing of it was taken in.

    The text has the form ``FILE:LINE[:COL]: CODE what — what to do``.

    Parameters
    ----------
    remark
        What is wrong and where; its parts are ``file``, ``line``, ``code``,
        ``what`` and ``todo``.
    more
        What else is wrong, where a reader looks on: every bad cell of a sheet.
    """

    def __init__(self, remark: Remark, *more: Remark) -> None:
        self.remark = remark
        self.remarks = (remark, *more)
        super().__init__(remark, *more)

    def __str__(self) -> str:
        """Give the line that a user reads, one for each remark."""
        return "\n".join(map(str, self.remarks))


class SolverError(DaybreakError):
    """The engine stopped without an answer of its own."""


class StoreError(DaybreakError):
    """The disk took no more, or failed; the document is as it was before."""


class UsageError(DaybreakError):
    """A call that cannot be carried out as it was given."""
