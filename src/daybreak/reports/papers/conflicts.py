"""The conflicts of a schedule: every place where it breaks a rule, in a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from daybreak.reports.papers.paper import Cell, Column, Group, Row, Section, Table
from daybreak.reports.papers.shown import Shown
from daybreak.reports.phrases import with_dates

if TYPE_CHECKING:
    from daybreak.checking import Violation

LEVELS = {"blocks": "not allowed", "warns": "warning"}
COLUMNS = (
    Column(key="rule", label="Rule", form="code", width=1.0),
    Column(key="level", label="It is", width=1.0),
    Column(key="date", label="Date", form="date", width=1.4),
    Column(key="unit", label="Unit", width=1.2),
    Column(key="scene", label="Sc", form="id", width=0.6, align="right"),
    Column(key="said", label="What is found", width=8.0),
)


def conflict_sections(shown: Shown) -> tuple[Section, ...]:
    """Give a section with every violation that a check found; none where all is well.

    All of the shoot, also where a paper shows a part of it.
    """
    if not shown.violations:
        return ()
    groups = (Group(rows=(row,)) for row in _rows(shown))
    table = Table(name="conflicts", columns=COLUMNS, groups=tuple(groups))
    return (Section(title="Conflicts", blocks=(table,)),)


def _rows(shown: Shown) -> Iterator[Row]:
    units = {one.id: one.name for one in shown.production.units}
    numbers = {one.id: one.number for one in shown.production.scenes}
    for one in shown.violations:
        yield _row(one, units, numbers)


def _row(one: Violation, units: dict[str, str], numbers: dict[str, str]) -> Row:
    where = one.where
    return Row(
        cells=(
            Cell(one.rule, "conflict" if one.level == "blocks" else ""),
            Cell(LEVELS[one.level]),
            Cell(where.date),
            Cell(units.get(where.unit or "")),
            Cell(numbers.get(where.scene or "")),
            Cell(with_dates(one.said)),
        )
    )
