"""The columns of papers by date: which dates, what they are, who shoots on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.day_out_of_days import (
    date_columns,
    eligible_somewhere,
    shooting_days,
)
from daybreak.reports.moving_dates import moving_dates
from daybreak.reports.papers.board_parts import shown_part
from daybreak.reports.papers.date_grid import GridRow
from daybreak.reports.papers.paper import Cell
from daybreak.reports.papers.shown import Shown, Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class DateColumns:
    """What the dates of the columns are, whoever works on them."""

    dates: tuple[date, ...]
    off: frozenset[date]
    holidays: frozenset[date]


def part_by(shown: Shown, *names: str) -> str:
    """Give what part of the shoot was asked for, of what narrows this paper."""
    known = {name: getattr(shown.wanted, name) for name in names}
    return shown_part(replace(shown, wanted=Wanted(**known)))


def refuse_unknown_picture(production: Production, picture: str | None) -> None:
    """Refuse to make a paper of a picture that is not there.

    Raises
    ------
    UsageError
        With the pictures that are.
    """
    known = [one.id for one in production.pictures]
    if picture is not None and picture not in known:
        raise UsageError(
            f"There is no picture {picture!r}.\nMaybe one of: {', '.join(known)}"
        )


def calendar_of_columns(production: Production, schedule: Schedule) -> DateColumns:
    """Give the dates of the columns: whole weeks, which of them are off."""
    dates = date_columns(production, schedule)
    eligible = eligible_somewhere(production)
    return DateColumns(
        dates=dates,
        off=frozenset(day for day in dates if day not in eligible),
        holidays=frozenset(production.holidays),
    )


def head_rows(
    production: Production, schedule: Schedule, calendar: DateColumns
) -> tuple[GridRow, ...]:
    """Give a line for each unit with the numbers of its shooting days."""
    rows = []
    several = len(production.units) > 1
    moving = moving_dates(production, schedule.in_order())
    shooting = shooting_days(production, schedule, calendar.dates)
    for unit, (name, numbers) in zip(production.units, shooting, strict=True):
        cells = []
        for day, number in zip(calendar.dates, numbers, strict=True):
            off = "rest" if day in calendar.off else "soft"
            blank = "/" if day in calendar.holidays else ""
            blank = "M" if day in moving[unit.id] else blank
            cells.append(Cell(str(number or blank) or None, off))
        label = f"{name} day" if several else "Shooting day"
        lead = (Cell(), Cell(label, "soft"))
        rows.append(GridRow(lead=lead, days=tuple(cells)))
    return tuple(rows)
