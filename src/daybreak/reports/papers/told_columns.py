"""Columns in which nothing is told: of no use on paper, kept for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from daybreak.reports.papers.paper import Column, Group, Row


def told_columns(
    columns: Sequence[Column], groups: Iterable[Group]
) -> tuple[Column, ...]:
    """Give the columns, those without a value in any row for programs alone.

    So a paper has no empty columns, and a sheet has the same ones each time.
    """
    rows = [row for group in groups for row in group.rows if isinstance(row, Row)]
    told = [
        any(row.cells[place].value is not None for row in rows)
        for place in range(len(columns))
    ]
    return tuple(
        column if known or not rows else _for_programs(column)
        for column, known in zip(columns, told, strict=True)
    )


def _for_programs(column: Column) -> Column:
    if column.where == "everywhere":
        return replace(column, where="computed")
    return column
