"""The papers of a schedule: board, day-out-of-days, cost table."""

from __future__ import annotations

from datetime import date

from daybreak.checking.cover_sets import cover_sets
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.opening import Opened
from daybreak.reports.board_rows import Board
from daybreak.reports.cost_table import CostTable, cost_table
from daybreak.reports.day_out_of_days import DayOutOfDays, day_out_of_days
from daybreak.reports.stripboard import stripboard


def board_of(opened: Opened) -> Board:
    """Give the stripboard of a schedule, broken rules marked, cover sets named."""
    return stripboard(
        opened.production,
        opened.schedule,
        costs=opened.costs,
        broken=opened.violations,
        reasons=opened.reasons,
        covers=covers_of(opened.production, opened.schedule),
    )


def covers_of(
    production: Production, schedule: Schedule
) -> dict[tuple[str, date], tuple[str, ...]]:
    """Give where interiors are ready for each day with exteriors, readiest first."""
    names = {one.id: one.name for one in production.locations}
    return {
        (day.unit, day.date): tuple(
            dict.fromkeys(names[cover.location] for cover in day.covers)
        )
        for day in cover_sets(production, schedule)
    }


def day_out_of_days_of(opened: Opened) -> DayOutOfDays:
    """Give the day-out-of-days of a schedule."""
    return day_out_of_days(opened.production, opened.schedule)


def cost_of(opened: Opened) -> CostTable:
    """Give what a schedule costs, line by line."""
    return cost_table(opened.production, opened.schedule, opened.costs)
