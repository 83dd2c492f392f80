"""Rows of one line each, drawn where they surely stand: nothing is left to measure.

Typst sets a word at a place in half the time and half the memory of a cell in a table,
and nothing at all is spent on what is empty. A row that may need a second line stays a
row of a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, Literal

from daybreak.reports.formats.fitting import INSET

Align = Literal["left", "center", "right"]
SIDES: tuple[Align, ...] = ("left", "center", "right")
"""What the first figure of a word means: from where its place is counted."""
ABOVE = 0.45
"""Room above the words of a row, in em."""
NOTE, LEADING, NOTE_INSETS, NOTE_ABOVE, NOTE_INDENT = 0.672, 0.36, 0.6, 0.1, 2.2
"""Of the lines under a row, in em: height, room between, above and below together,
above, at the left."""
BOLD, PLAIN = 600, 400

Row = dict[str, Any]
"""A row as `daybreak.reports.formats.pdf_table` gives it: ``bar`` or ``cells``, its
``style`` and ``high``, with ``notes`` also ``under``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The columns of a table.

    Parameters
    ----------
    size
        Of its type, in points.
    widths
        In points.
    upright
        Which columns have lines at their sides.
    """

    size: float
    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    upright: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where columns begin and end, and their words stand; from which side; lines."""

    edges: tuple[float, ...]
    places: tuple[float, ...]
    sides: tuple[int, ...]
    upright: tuple[float, ...]


@lru_cache(maxsize=4)
def _columns(grid: Grid) -> _Columns:
    """Give the places of a table's columns, worked out once for all of its rows."""
    edges = tuple(_round(one) for one in accumulate(grid.widths, initial=0.0))
    room, whole = INSET * grid.size, edges[-1]
    places: list[float] = []
    for align, left, right in zip(grid.aligns, edges, edges[1:], strict=False):
        if align == "left":
            places.append(_round(left + room))
        elif align == "right":
            places.append(_round(right - room - whole))
        else:
            places.append(_round((left + right - whole) / 2))
    at = zip(grid.upright, edges, edges[1:], strict=False)
    upright = {side for has_lines, *both in at if has_lines for side in both}
    return _Columns(
        edges=edges,
        places=tuple(places),
        sides=tuple(SIDES.index(one) for one in grid.aligns),
        upright=tuple(sorted(upright)),
    )


def is_sized(row: Row) -> bool:
    """Tell whether it is known how high a row is with its notes."""
    return "high" in row and ("under" in row or "notes" not in row)


def high_of(rows: Iterable[Row]) -> float:
    """Give the height of sized rows together, in points."""
    return _round(sum(row["high"] + row.get("under", 0.0) for row in rows))


def drawn(rows: Sequence[Row], grid: Grid) -> dict[str, Any]:
    """Give sized rows as a drawing for the template: grounds, lines, words.

    Places are points from the upper left corner, those of words from the side that
    their first figure names (`SIDES`). Words stand in the order in which they are
    read.
    """
    return _Drawing(grid).of(rows)


class _Drawing:
    """Gathers what is drawn, row by row from above."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.columns = _columns(grid)
        self.grounds: list[list[Any]] = []
        self.rules: list[float] = []
        self.sections: list[list[float]] = []
        self.words: list[list[Any]] = []

    def of(self, rows: Sequence[Row]) -> dict[str, Any]:
        top = 0.0
        for row in rows:
            bottom = _round(top + row["high"] + row.get("under", 0.0))
            if row["style"]:
                self.ground(row["style"], 0, len(self.grid.widths), top, bottom)
            if "bar" in row:
                self.bar(row, top)
            else:
                self.cells(row, top)
                self.notes(row, top + row["high"])
            self.rules.append(bottom)
            top = bottom
        return {
            "high": top,
            "grounds": self.grounds,
            "rules": self.rules,
            "uprights": list(self.columns.upright) if self.sections else [],
            "sections": self.sections,
            "words": self.words,
        }

    def ground(
        self, style: str, first: int, end: int, top: float, bottom: float
    ) -> None:
        left, right = self.columns.edges[first], self.columns.edges[end]
        self.grounds.append(
            [style, left, top, _round(right - left), _round(bottom - top)]
        )

    def bar(self, row: Row, top: float) -> None:
        left, right = row["bar"]
        room = self.grid.size * INSET
        y = _round(top + ABOVE * self.grid.size)
        if left:
            self.words.append([0, _round(room), y, left, row["style"], BOLD])
        if right:
            self.words.append([2, _round(-room), y, right, row["style"], PLAIN])

    def cells(self, row: Row, top: float) -> None:
        bottom = _round(top + row["high"])
        y = _round(top + ABOVE * self.grid.size)
        own, styles = row["style"], []
        for place, cell in enumerate(row["cells"]):
            text, style = (cell, "") if isinstance(cell, str) else cell
            styles.append(style)
            if text:
                word = [self.columns.sides[place], self.columns.places[place], y, text]
                face = style or own
                self.words.append([*word, face] if face else word)
        for style, first, end in _runs(styles):
            self.ground(style, first, end, top, bottom)
        if self.sections and self.sections[-1][1] == top:
            self.sections[-1][1] = bottom
        else:
            self.sections.append([top, bottom])

    def notes(self, row: Row, top: float) -> None:
        size = self.grid.size
        for place, note in enumerate(row.get("notes", ())):
            y = _round(top + (NOTE_ABOVE + place * (NOTE + LEADING)) * size)
            self.words.append([0, _round(NOTE_INDENT * size), y, note, row["style"], 0])


def _runs(styles: Sequence[str]) -> Iterable[tuple[str, int, int]]:
    """Yield each run of cells in one style of their own: where it begins and ends."""
    first = 0
    for place in range(1, len(styles) + 1):
        if place == len(styles) or styles[place] != styles[first]:
            if styles[first]:
                yield styles[first], first, place
            first = place


def _round(points: float) -> float:
    return round(points, 3)
