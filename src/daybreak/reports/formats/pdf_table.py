"""Tables as data for Typst: texts, widths, and which groups stay on one page."""

from __future__ import annotations

from typing import Any

from daybreak.reports.formats.fitting import Fitted, fitted, lines_of
from daybreak.reports.formats.plain import plain
from daybreak.reports.formats.values import align_of, read_columns, show
from daybreak.reports.papers.paper import Bar, Group, Row, Table

LINE = 1.62
"""Height of a row of one line, in em; each further line adds `MORE`."""
MORE = 1.22
KEPT_MOST = 0.75
"""A group higher than this part of a page is broken where it has to be."""


def table_data(
    table: Table, currency: str, *, width: float, height: float
) -> dict[str, Any]:
    """Give a table for the template.

    Parameters
    ----------
    width, height
        Of the page without its margins, in points.
    """
    fit = fitted(table, currency, width)
    places = read_columns(table)
    columns = [table.columns[place] for place in places]
    groups = []
    for group in table.groups:
        rows = [_row(one, table, places, currency) for one in group.rows]
        high = sum(_height(one, fit) for one in rows)
        groups.append({"rows": rows, "keep": _is_kept(group, high, height)})
    return {
        "block": "table",
        "title": plain(table.title),
        "empty": plain(table.empty),
        "size": fit.size,
        "boxed": table.boxed,
        "widths": [round(one, 3) for one in fit.widths],
        "heads": [
            {"label": plain(one.label), "align": align_of(one), "turned": one.turned}
            for one in columns
        ],
        "groups": groups,
        "totals": [_row(one, table, places, currency) for one in table.totals],
    }


def _is_kept(group: Group, high: float, page: float) -> bool:
    return len(group.rows) > 1 and high < KEPT_MOST * page


def _row(
    row: Row | Bar, table: Table, places: list[int], currency: str
) -> dict[str, Any]:
    """Give a row; a cell is its text, or its text and its own style."""
    if isinstance(row, Bar):
        return {"bar": [plain(row.left), plain(row.right)], "style": row.style}
    cells: list[Any] = []
    for place in places:
        cell = row.cells[place]
        text = plain(show(cell.value, table.columns[place].form, currency))
        cells.append([text, cell.style] if cell.style else text)
    made: dict[str, Any] = {"cells": cells, "style": row.style}
    if row.notes:
        made["notes"] = [plain(one) for one in row.notes]
    return made


def _height(row: dict[str, Any], fit: Fitted) -> float:
    """Give about how high a row is, in points."""
    if "bar" in row:
        return LINE * fit.size
    texts = (one if isinstance(one, str) else one[0] for one in row["cells"])
    lines = max(
        (
            lines_of(text, width, fit.size)
            for text, width in zip(texts, fit.widths, strict=True)
        ),
        default=1,
    )
    under = sum(
        lines_of(one, sum(fit.widths), fit.size) for one in row.get("notes", ())
    )
    return (LINE + MORE * (lines - 1 + under)) * fit.size
