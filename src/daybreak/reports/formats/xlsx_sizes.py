"""How large columns and lines of a workbook are: wide enough to read, wrapped beyond.

A workbook says its sizes itself, because not every program works them out. Widths are
in digits, heights in points, as workbooks have them.
"""

from __future__ import annotations

from datetime import date

from daybreak.reports.cells import width_of, wrap
from daybreak.reports.formats.grids import Field, rows_of, shown_in
from daybreak.reports.papers.paper import Row, Table, Value
from daybreak.reports.phrases import show_date

WIDTH_MOST, WIDTH_LEAST = 48, 4
LINE_POINTS, LINES_MOST = 14, 28
LETTER_POINTS, HEADING_POINTS_MOST = 6.2, 160
LETTERS_A_DIGIT = 1.18
"""Letters of running text that stand in the width of a digit."""


def width_of_column(field: Field, tables: tuple[Table, ...], currency: str) -> float:
    """Give how wide a column is, for its heading and all that stands in it."""
    texts = [field.column.label or field.column.key]
    for table in tables:
        for row in (*rows_of(table), *table.totals):
            texts.append(_as_shown(shown_in(field, row).value, field, currency))
    return _width_for(texts, turned=field.column.turned)


def last_printed(fields: tuple[Field, ...]) -> int:
    """Give the last column that is printed: those for programs alone need no ink."""
    read = [
        place
        for place, field in enumerate(fields)
        if field.column.where == "everywhere" and not field.as_number
    ]
    return max(read, default=max(0, len(fields) - 1))


def heading_points(fields: tuple[Field, ...], widths: list[float]) -> float:
    """Give the height of the headings: turned ones stand upright, others wrap."""
    highest: float = LINE_POINTS
    for field, width in zip(fields, widths, strict=True):
        text = field.column.label or field.column.key
        if field.column.turned:
            highest = max(highest, width_of(text) * LETTER_POINTS + 8)
        else:
            highest = max(highest, _wrapped(text, width) * LINE_POINTS)
    return min(highest, HEADING_POINTS_MOST)


def lines_of(row: Row, fields: tuple[Field, ...], widths: list[float]) -> int:
    """Give how many lines the highest cell of a row takes, wrapped in its width."""
    highest = 1
    for field, width in zip(fields, widths, strict=True):
        value = shown_in(field, row).value
        if isinstance(value, str) and field.column.form == "text":
            pieces = value.splitlines() or [""]
            taken = sum(_wrapped(one, width) for one in pieces)
            highest = max(highest, taken)
    return min(highest, LINES_MOST)


def _wrapped(text: str, width: float) -> int:
    most = int(width * LETTERS_A_DIGIT)
    return 1 if width_of(text) <= most else len(wrap(text.split(), most))


def _as_shown(value: Value, field: Field, currency: str) -> str:
    """Give about what a cell shows, for its width."""
    if value is None:
        return ""
    if isinstance(value, date):
        return show_date(value)
    form = field.column.form
    if isinstance(value, int):
        lead = {"money": f"{currency} ", "minutes": " min"}.get(form, "")
        return "00:00" if form == "clock" else f"{value:,}{lead}"
    return value


def _width_for(texts: list[str], *, turned: bool) -> float:
    """Give the width of a column in digits for its heading and its values."""
    heading, *values = texts
    words = [] if turned else heading.split()
    widest = [width_of(line) for value in values for line in value.splitlines()]
    most = max([*widest, *(width_of(word) for word in words)], default=0)
    return min(WIDTH_MOST, max(WIDTH_LEAST, most * 0.95 + 2))
