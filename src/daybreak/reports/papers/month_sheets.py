"""Months as sheets: a column for each weekday, a week to a group of lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from daybreak.model.calendar import every_date
from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Column,
    Group,
    Row,
    Section,
    Table,
)

WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    *("Saturday", "Sunday"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
WEEK = 7
LINES_LEAST = 5
"""Lines of a date below its number, also where nothing stands."""
LINES_FILLING = {4: 8, 5: 6, 6: 5}
"""The same by the weeks of a month, where months of short lines fill a page."""
SHORT = 24
"""Letters of a line that surely is one on the page."""
COLUMNS = tuple(Column(key=name[:3].lower(), label=name) for name in WEEKDAYS)

Lines = tuple[Cell, ...]
"""What stands on a date, a cell to a line."""


def month_sections(
    entries: Mapping[date, Lines],
    styles: Mapping[date, str],
    below: Mapping[date, Block] | None = None,
) -> tuple[Section, ...]:
    """Give a section for each month in which something stands, a page each.

    Parameters
    ----------
    entries
        By date, what stands on it.
    styles
        By date, the style of its number: ``holiday``, ``rest``; plain where none.
    below
        By the first date of a month, what stands below it.
    """
    told = sorted(day for day, lines in entries.items() if lines)
    months = [next(of) for _, of in groupby(told, key=lambda day: day.replace(day=1))]
    return tuple(
        Section(
            title=f"{MONTHS[day.month - 1]} {day.year}",
            blocks=(
                _month(day.replace(day=1), entries, styles),
                *(one for one in [(below or {}).get(day.replace(day=1))] if one),
            ),
            new_page=place > 0,
        )
        for place, day in enumerate(months)
    )


def _month(
    first: date, entries: Mapping[date, Lines], styles: Mapping[date, str]
) -> Table:
    weeks = list(_weeks(first))
    told = [
        one for week in weeks for day in week if day for one in entries.get(day, ())
    ]
    is_short = all(len(str(one.value or "")) <= SHORT for one in told)
    least = LINES_FILLING[len(weeks)] if is_short else LINES_LEAST
    groups = [Group(rows=tuple(_week(week, entries, styles, least))) for week in weeks]
    return Table(
        name=f"month_{first:%Y_%m}",
        columns=COLUMNS,
        groups=tuple(groups),
        where="read",
        boxed=True,
    )


def _weeks(first: date) -> Iterator[list[date | None]]:
    """Yield the weeks of a month from Monday on; None for dates of another month."""
    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    days: list[date | None] = [None] * first.weekday()
    days += every_date(first, following - timedelta(days=1))
    days += [None] * (-len(days) % WEEK)
    for start in range(0, len(days), WEEK):
        yield days[start : start + WEEK]


def _week(
    week: Sequence[date | None],
    entries: Mapping[date, Lines],
    styles: Mapping[date, str],
    least: int,
) -> Iterator[Row]:
    yield Row(cells=tuple(_number(day, styles) for day in week))
    lines = [entries.get(day, ()) if day else () for day in week]
    rest = [Cell(None, _ground(day, styles)) for day in week]
    for place in range(max(least, max(map(len, lines)))):
        yield Row(
            cells=tuple(
                one[place] if place < len(one) else blank
                for one, blank in zip(lines, rest, strict=True)
            )
        )


def _ground(day: date | None, styles: Mapping[date, str]) -> str:
    """Give the style of the free lines of a date: grey where nobody shoots."""
    return "rest" if day is not None and day in styles else ""


def _number(day: date | None, styles: Mapping[date, str]) -> Cell:
    if day is None:
        return Cell()
    return Cell(str(day.day), styles.get(day, "title"))
