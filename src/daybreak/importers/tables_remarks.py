"""What is said about the cells of a table: all of it at once, by cell."""

from __future__ import annotations

from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.tables import Broken, Line, Value, shown
from daybreak.model.errors import ImportProblem, Remark


class CellRemarks:
    """Gathers what is wrong in a sheet, and refuses all of it in the end.

    Parameters
    ----------
    remarks
        The remarks about the file.
    sheet
        The name of the sheet, empty for a text.
    """

    def __init__(self, remarks: Remarks, sheet: str) -> None:
        self._remarks = remarks
        self._sheet = sheet
        self._errors: list[Remark] = []

    def error(self, code: str, line: int, column: int, what: str, todo: str) -> None:
        """Note a cell that cannot be taken in."""
        self._errors.append(
            self._remarks.remark(code, line, what, todo, column, self._sheet)
        )

    def warn(self, code: str, line: int, column: int, what: str, todo: str) -> None:
        """Note a cell that was read with a warning."""
        self._remarks.warn(code, line, what, todo, column=column, sheet=self._sheet)

    def refuse_errors(self) -> None:
        """Refuse the file where a cell of it was noted as an error.

        Raises
        ------
        ImportProblem
            With every cell that is wrong, in the order of the sheet.
        """
        if self._errors:
            errors = sorted(self._errors, key=lambda one: (one.line, one.column or 0))
            raise ImportProblem(*errors)

    @property
    def has_errors(self) -> bool:
        """Whether a cell was noted as an error."""
        return bool(self._errors)

    def done(self) -> tuple[Remark, ...]:
        """Give what was read with a warning."""
        return self._remarks.done()


class CellReader:
    """Reads the cells of one row by what they hold, and notes what cannot be read."""

    def __init__(
        self, line: Line, columns: dict[str, int], remarks: CellRemarks
    ) -> None:
        self.line = line
        self.columns = columns
        self.remarks = remarks

    def value(self, field: str) -> Value | None:
        """Give what stands in the column of a field, None where nothing does."""
        column = self.columns.get(field)
        if column is None:
            return None
        value = self.line.cells.get(column)
        if isinstance(value, Broken):
            self.error(
                field,
                "the cell shows {value}, an error of the spreadsheet",
                "mend its formula, or type the value",
                code="TAB-E15",
            )
            return None
        return None if isinstance(value, str) and not value.strip() else value

    def text(self, field: str) -> str:
        """Give a cell as one line of text; empty where there is none."""
        value = self.value(field)
        return "" if value is None else shown(value)

    def error(self, field: str, what: str, todo: str, *, code: str = "TAB-E13") -> None:
        """Note that the cell of a field is wrong; ``{value}`` stands for its text."""
        column = self.columns.get(field, 1)
        told = what.replace("{value}", f'"{snippet(self.line.text(column))}"')
        self.remarks.error(code, self.line.number, column, told, todo)

    def warn(self, field: str, what: str, todo: str, *, code: str) -> None:
        """Note something to say about the cell of a field."""
        column = self.columns.get(field, 1)
        told = what.replace("{value}", f'"{snippet(self.line.text(column))}"')
        self.remarks.warn(code, self.line.number, column, told, todo)
