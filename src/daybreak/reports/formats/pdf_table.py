"""Tables as data for Typst: texts, widths, and which groups stay on one page."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from daybreak.reports.formats.fitting import INSET, Fitted, ems, fitted, lines_of
from daybreak.reports.formats.pdf_drawn import (
    LEADING,
    NOTE,
    NOTE_INDENT,
    NOTE_INSETS,
    Grid,
    drawn,
    high_of,
    is_sized,
)
from daybreak.reports.formats.plain import plain
from daybreak.reports.formats.values import align_of, read_columns, show
from daybreak.reports.papers.paper import Bar, Row, Table

LINE = 1.62
"""Height of a row of one line, in em; each further line adds `MORE`."""
MORE = 1.22
COMMON = frozenset("–—‘’“”…•€")
LAST_PLAIN = 0x24F
"""Up to here all signs are Latin and fit a line of common height."""
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
    grid = Grid(
        size=fit.size,
        widths=fit.widths,
        aligns=tuple(align_of(one) for one in columns),
        upright=tuple(one.turned for one in columns),
    )
    groups: list[dict[str, Any]] = []
    totals = [_row(one, table, places, currency) for one in table.totals]
    last = 0.0
    for group in table.groups:
        rows = [_row(one, table, places, currency) for one in group.rows]
        for one in _pieces(rows, fit, height):
            last = _high(one, fit)
            groups.append(_group(_sized(one, fit, table), grid, keep=last < height))
    return {
        "block": "table",
        "title": plain(table.title),
        "empty": plain(table.empty),
        "size": fit.size,
        "boxed": table.boxed,
        "widths": [round(one, 3) for one in fit.widths],
        "heads": [
            {"label": plain(one.label), "align": align, "turned": one.turned}
            for one, align in zip(columns, grid.aligns, strict=True)
        ],
        "groups": groups,
        "totals": _sized(totals, fit, table),
        "with_totals": bool(groups) and last + _high(totals, fit) < KEPT_MOST * height,
    }


def _group(rows: list[dict[str, Any]], grid: Grid, *, keep: bool) -> dict[str, Any]:
    """Give rows as parts: drawn where all heights are known, else rows of a table."""
    parts: list[dict[str, Any]] = []
    for sized, run in groupby(rows, is_sized):
        part = list(run)
        parts.append({"drawn": drawn(part, grid)} if sized else {"rows": part})
    made: dict[str, Any] = {"keep": keep, "parts": parts}
    if (keep or len(rows) == 1) and all(is_sized(one) for one in rows):
        made["high"] = high_of(rows)
    return made


def _pieces(
    rows: list[dict[str, Any]], fit: Fitted, page: float
) -> list[list[dict[str, Any]]]:
    """Give rows that stay together: the whole group, or each row with its bars.

    A group higher than most of a page is broken between rows. A bar stays with the
    row that it announces, the last ones with the row above.
    """
    if _high(rows, fit) < KEPT_MOST * page:
        return [rows] if rows else []
    pieces: list[list[dict[str, Any]]] = [[]]
    for row in rows:
        if pieces[-1] and "bar" not in pieces[-1][-1]:
            pieces.append([])
        pieces[-1].append(row)
    if len(pieces) > 1 and all("bar" in one for one in pieces[-1]):
        pieces[-2:] = [pieces[-2] + pieces[-1]]
    return pieces


def _high(rows: list[dict[str, Any]], fit: Fitted) -> float:
    """Give about how high rows are together, in points."""
    return sum(_height(one, fit) for one in rows)


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


def _sized(
    rows: list[dict[str, Any]], fit: Fitted, table: Table
) -> list[dict[str, Any]]:
    """Give rows with their height in points where they surely are of one line.

    Typst measures every other row, which takes it several times as long.
    """
    high = round(LINE * fit.size, 3)
    for row in () if table.boxed else rows:
        if _is_one_line(row, fit):
            row["high"] = high
        notes = row.get("notes", ())
        room = sum(fit.widths) - NOTE_INDENT * fit.size
        if notes and all(_fits(one, room, fit.size) for one in notes):
            under = NOTE_INSETS + len(notes) * NOTE + (len(notes) - 1) * LEADING
            row["under"] = round(under * fit.size, 3)
    return rows


def _is_one_line(row: dict[str, Any], fit: Fitted) -> bool:
    if "bar" in row:
        left, right = row["bar"]
        return _fits(f"{left}   {right}", sum(fit.widths), fit.size)
    texts = (one if isinstance(one, str) else one[0] for one in row["cells"])
    return all(
        _fits(text, width, fit.size)
        for text, width in zip(texts, fit.widths, strict=True)
    )


def _fits(text: str, width: float, size: float) -> bool:
    """Tell whether a text surely stands on one line; other scripts may be higher."""
    if not text:
        return True
    is_common = text.isascii() or all(
        ord(one) <= LAST_PLAIN or one in COMMON for one in text
    )
    return (
        is_common and "\n" not in text and ems(text) + 2 * INSET <= width / size + 1e-6
    )


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
