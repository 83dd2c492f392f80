"""Tables as programs read them: a value a cell, lengths also as whole eighths.

CSV and XLSX agree here on their columns, so that what one writes the other does too,
and an import finds the same names in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybreak.model.eighths import format_eighths
from daybreak.reports.papers.paper import Bar, Cell, Column, Paper, Row, Table, Value

PAGES, EIGHTHS, NOTES = "pages", "eighths", "notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column of a grid.

    Parameters
    ----------
    column
        The column that it comes from; of notes, one of its own.
    place
        Which cell of a row it shows; None for the notes under a row.
    as_number
        Whether a length stands as a number of eighths, for sums.
    """

    column: Column
    place: int | None
    as_number: bool = False

    @property
    def is_text(self) -> bool:
        """Whether its lengths are written as people do, ``1 3/8``."""
        return self.column.form == "eighths" and not self.as_number


@dataclass(frozen=True, slots=True)
class Shown:
    """A value of a grid, in the style of its cell or row."""

    value: Value
    style: str


def fields_of(*tables: Table) -> tuple[Field, ...]:
    """Give the columns that programs read, of tables with the same ones.

    A length in eighths becomes two: as text, ``1 3/8``, and as a number under the
    key ``eighths``. Notes under rows become a last column where there are any.
    """
    columns = tables[0].columns
    keys = {one.key for one in columns}
    fields = []
    for place, column in enumerate(columns):
        if column.where == "read":
            continue
        fields.append(Field(column=column, place=place))
        number = _number_of(column)
        if column.form == "eighths" and number.key not in keys:
            fields.append(Field(column=number, place=place, as_number=True))
    if any(row.notes for table in tables for row in rows_of(table)):
        key = NOTES if NOTES not in keys else "notes_below"
        notes = Column(key=key, label="Notes", width=3.0)
        fields.append(Field(column=notes, place=None))
    return tuple(fields)


def _number_of(column: Column) -> Column:
    plain = column.key == PAGES
    return Column(
        key=EIGHTHS if plain else f"{column.key}_{EIGHTHS}",
        label="Eighths" if plain else f"{column.label} in eighths",
        form="number",
        width=column.width,
        align="right",
        turned=column.turned,
    )


def rows_of(table: Table) -> Iterator[Row]:
    """Yield the rows of a table, bars and totals left out."""
    for group in table.groups:
        yield from (row for row in group.rows if not isinstance(row, Bar))


def shown_in(field: Field, row: Row) -> Shown:
    """Give what a row shows in a column: lengths as text, unless as a number."""
    if field.place is None:
        return Shown("\n".join(row.notes) or None, row.style)
    cell = row.cells[field.place] if field.place < len(row.cells) else Cell()
    value = cell.value
    if field.is_text and isinstance(value, int):
        value = _pages(value)
    elif field.as_number and not isinstance(value, int):
        value = None
    return Shown(value, cell.style or row.style)


def _pages(eighths: int) -> str:
    """Give a length as text; a difference may lie below nothing."""
    return f"{'-' if eighths < 0 else ''}{format_eighths(abs(eighths))}"


def grids_of(paper: Paper) -> tuple[tuple[Table, ...], ...]:
    """Give the tables of a paper, those of one name and columns together, in order."""
    seen: dict[tuple[str, tuple[str, ...]], list[Table]] = {}
    for table in paper.computed:
        keys = tuple(one.key for one in table.columns)
        seen.setdefault((table.name, keys), []).append(table)
    return tuple(tuple(one) for one in seen.values())


def names_of(grids: tuple[tuple[Table, ...], ...]) -> tuple[str, ...]:
    """Give a name of its own for each grid: its tables' name, numbered if need be."""
    names = [tables[0].name or "table" for tables in grids]
    taken: set[str] = set()
    found = []
    for name in names:
        free, number = name, 2
        while free.casefold() in taken:
            free, number = f"{name}-{number}", number + 1
        taken.add(free.casefold())
        found.append(free)
    return tuple(found)
