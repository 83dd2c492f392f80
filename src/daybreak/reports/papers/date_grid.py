"""Rows of people or things by columns of dates, cut into weeks that fit a page.

On paper a grid is several tables of some weeks each, with the names repeated; in
sheets it is one long table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from daybreak.reports.papers.paper import Bar, Cell, Column, Group, Row, Table
from daybreak.reports.papers.standing import runs_of
from daybreak.reports.phrases import MONTHS, WEEKDAYS, show_range

WEEK = 7
SMALL_WEEKS, LARGE_WEEKS, LETTERED_WEEKS = 4, 6, 5
"""Weeks that fit side by side on a small sheet, on a large one, and on a large one
where letters of pictures follow the codes."""
NUMBER, NAME, DATE = 2.4, 16.0, 2.6
EMPTY_CODES = ("", "x", "/")
"""What stands in a cell without saying that anybody is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A line of a grid.

    Parameters
    ----------
    lead
        Its first cells, one for each column of the lead.
    days
        A cell for each date.
    tail
        Cells after the dates, in sheets alone.
    """

    lead: tuple[Cell, ...]
    days: tuple[Cell, ...]
    tail: tuple[Cell, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridGroup:
    """Lines under one name, such as a category; no name where there is one group."""

    name: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A grid of dates, whole weeks from a Monday on.

    Parameters
    ----------
    name
        Its name for programs.
    lead, tail
        Columns before the dates; columns after them, in sheets alone.
    heads
        Lines above all others, such as the numbers of the shooting days.
    totals
        Lines below, such as how many work.
    weeks
        How many weeks stand side by side on a large sheet.
    categorized
        Whether sheets have a column with the names of the groups.
    """

    name: str
    dates: tuple[date, ...]
    lead: tuple[Column, ...]
    heads: tuple[GridRow, ...]
    groups: tuple[GridGroup, ...]
    totals: tuple[GridRow, ...] = ()
    tail: tuple[Column, ...] = ()
    empty: str = "Nothing here."
    weeks: int = LARGE_WEEKS
    categorized: bool = False


def lead_columns(label: str) -> tuple[Column, ...]:
    """Give the columns of number and name before the dates."""
    return (
        Column(key="number", label="No.", form="number", width=NUMBER, align="right"),
        Column(key="name", label=label, width=NAME),
    )


def sheet_of(grid: Grid) -> Literal["small", "large"]:
    """Give the sheet on which the weeks of a grid fit."""
    return "small" if len(_filled_weeks(grid)) <= SMALL_WEEKS else "large"


def grid_tables(grid: Grid) -> tuple[Table, ...]:
    """Give the tables of a grid: some weeks each for pages, all dates for sheets."""
    return (*_blocks(grid), _whole(grid))


# --- for pages ---------------------------------------------------------------------


def _blocks(grid: Grid) -> Iterator[Table]:
    weeks = _filled_weeks(grid)
    most = SMALL_WEEKS if sheet_of(grid) == "small" else grid.weeks
    blocks = -(-len(weeks) // most)
    for number in range(blocks):
        first, last = (len(weeks) * at // blocks for at in (number, number + 1))
        places = [place for week in weeks[first:last] for place in week]
        yield _block(grid, number + 1, places)
    if not blocks:
        yield Table(
            name=f"{grid.name}_1",
            columns=grid.lead,
            groups=(),
            empty=grid.empty,
            where="read",
        )


def _filled_weeks(grid: Grid) -> list[range]:
    """Give the places of the dates of each week in which anybody is needed."""
    rows = [row for group in grid.groups for row in group.rows]
    weeks = []
    for start in range(0, len(grid.dates), WEEK):
        week = range(start, min(start + WEEK, len(grid.dates)))
        if any(_is_needed(row, week) for row in rows):
            weeks.append(week)
    return weeks


def _is_needed(row: GridRow, places: Iterable[int]) -> bool:
    """Tell whether a row says that somebody is needed on one of some dates.

    What stands in brackets, work for another picture, is no need of this paper.
    """
    codes = (str(row.days[place].value or "") for place in places)
    return any(code not in EMPTY_CODES and code[0] != "(" for code in codes)


def _block(grid: Grid, number: int, places: Sequence[int]) -> Table:
    groups: list[Group] = []
    for group in grid.groups:
        rows = [row for row in group.rows if _is_needed(row, places)]
        if rows:
            heads = [_row(row, places) for row in grid.heads] if not groups else []
            groups.append(_group(heads, group.name, rows, places))
    dates = [grid.dates[place] for place in places]
    return Table(
        name=f"{grid.name}_{number}",
        title=", ".join(show_range(*run) for run in runs_of(dates)),
        columns=(*grid.lead, *(date_column(day) for day in dates)),
        groups=tuple(groups),
        totals=tuple(_row(row, places) for row in grid.totals),
        pinned=len(grid.lead),
        where="read",
    )


def _group(
    heads: Sequence[Row], name: str, rows: Iterable[GridRow], places: Sequence[int]
) -> Group:
    """Give some rows with what stands above them, on the same page."""
    made: list[Row | Bar] = [*heads]
    made += [Bar(left=name, style="banner")] if name else []
    made += [_row(row, places) for row in rows]
    return Group(rows=tuple(made))


def _row(row: GridRow, places: Sequence[int]) -> Row:
    days = (row.days[place] for place in places)
    return Row(cells=(*row.lead, *days), style=row.style)


def date_column(day: date) -> Column:
    """Give the column of a date, its heading upright: ``Tue 16 Mar``."""
    return Column(
        key=day.isoformat(),
        label=f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}",
        form="code",
        width=DATE,
        align="center",
        turned=True,
    )


# --- for sheets --------------------------------------------------------------------


def _whole(grid: Grid) -> Table:
    width = len(grid.lead) + len(grid.dates) + len(grid.tail)
    groups = [GridGroup(name="", rows=grid.heads), *grid.groups]

    def named(name: str) -> tuple[Cell, ...]:
        return (Cell(name or None),) if grid.categorized else ()

    categories = (Column(key="category", label="Category"),)
    category = categories if grid.categorized else ()
    made = tuple(
        Group(rows=tuple(_long(row, named(group.name), width) for row in group.rows))
        for group in groups
        if group.rows
    )
    dates = (replace(date_column(day), label=_with_year(day)) for day in grid.dates)
    return Table(
        name=grid.name,
        columns=(*category, *grid.lead, *dates, *grid.tail),
        groups=made,
        totals=tuple(_long(row, named(""), width) for row in grid.totals),
        pinned=len(category) + len(grid.lead),
        empty=grid.empty,
        where="computed",
    )


def _long(row: GridRow, named: tuple[Cell, ...], width: int) -> Row:
    cells = (*row.lead, *row.days, *row.tail)
    rest = (Cell(),) * (width - len(cells))
    return Row(cells=(*named, *cells, *rest), style=row.style)


def _with_year(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
