"""Schedules ready for papers, and papers as text to compare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from daybreak.checking import check, count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.formats.text import text_lines
from daybreak.reports.lines import to_text
from daybreak.reports.papers.paper import Paper, Row, Table, Value
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.stamp import Stamp, digest_of

MADE = datetime(2027, 2, 20, 9, 30, tzinfo=UTC)


def shown_of(
    case: tuple[Production, Schedule],
    *,
    picture: str | None = None,
    unit: str | None = None,
    day: date | None = None,
    category: str | None = None,
    person: str | None = None,
    reasons: dict[str, str] | None = None,
) -> Shown:
    """Give a production and its schedule checked, counted and stamped."""
    production, schedule = case
    return Shown(
        production=production,
        schedule=schedule,
        costs=count_costs(production, schedule),
        violations=check(production, schedule),
        reasons=reasons or {},
        stamp=Stamp(
            production=production.title,
            board="first board",
            digest=digest_of(production, schedule),
            made=MADE,
            color="blue",
            revised=date(2027, 2, 19),
        ),
        wanted=Wanted(
            picture=picture, unit=unit, day=day, category=category, person=person
        ),
    )


def text_of(paper: Paper, width: int = 150) -> str:
    """Give a paper as plain text."""
    return to_text(text_lines(paper, width=width))


def table_of(paper: Paper, name: str) -> Table:
    """Give the table of a name."""
    found = [one for one in paper.tables if one.name == name]
    assert len(found) == 1
    return found[0]


def records(table: Table) -> Iterator[dict[str, Value]]:
    """Yield the rows of a table by the keys of its columns."""
    for group in table.groups:
        for row in group.rows:
            if isinstance(row, Row):
                yield by_key(table, row)


def by_key(table: Table, row: Row) -> dict[str, Value]:
    """Give the cells of a row by the keys of the columns."""
    keys = [column.key for column in table.columns]
    values = [cell.value for cell in row.cells]
    return dict(zip(keys, values, strict=True))
