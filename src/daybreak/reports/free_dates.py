"""Dates on which nobody shoots, and what they are: rest, holiday, hiatus, idle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from daybreak.model.calendar import every_date
from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import Production, Unit
from daybreak.reports.board_rows import FreeDates

if TYPE_CHECKING:
    from daybreak.checking import Costs

What = Literal["rest", "holiday", "hiatus", "travel", "idle"]


def idle_costs(costs: Costs, unit: str | None = None) -> dict[date, int]:
    """Give what the idle units, or one of them, cost by date, whole currency."""
    by_date: dict[date, int] = defaultdict(int)
    for item in costs.of_line("idle_days"):
        for day in item.dates if unit in (None, item.unit) else ():
            by_date[day] += item.amount // len(item.dates)
    return dict(by_date)


def free_dates(
    production: Production,
    travel: Collection[date],
    idle: Mapping[date, int],
    before: date,
    after: date,
    *,
    unit: str | None = None,
) -> Iterator[FreeDates]:
    """Give the dates strictly between two dates of shooting, in runs of one kind.

    ``travel`` are the dates that company moves need, ``idle`` is what idling costs by
    date; ``unit`` asks for the dates of one unit.
    """
    one_day = timedelta(days=1)
    if after - before <= one_day:
        return
    dates = every_date(before + one_day, after - one_day)
    units = [one for one in production.units if unit in (None, one.id)]
    told = ((day, *_what(production, units, day, travel)) for day in dates)
    for (what, reason), run in groupby(told, key=lambda one: one[1:]):
        run_dates = [one[0] for one in run]
        yield FreeDates(
            what=what,
            first=run_dates[0],
            last=run_dates[-1],
            reason=reason,
            cost=sum(idle.get(day, 0) for day in run_dates),
        )


def _what(
    production: Production,
    units: Sequence[Unit],
    day: date,
    travel: Collection[date],
) -> tuple[What, str]:
    units = [unit for unit in units if unit.start <= day <= unit.end]
    away = [_hiatus(production, unit, day) for unit in units]
    if units and all(reason is not None for reason in away):
        return "hiatus", away[0] or ""
    if not any(_works_weekday(unit, day) for unit in units):
        return "rest", ""
    if day in production.holidays:
        return "holiday", ""
    return ("travel", "") if day in travel else ("idle", "")


def _works_weekday(unit: Unit, day: date) -> bool:
    return WEEKDAYS[day.weekday()] in unit.workweek


def _hiatus(production: Production, unit: Unit, day: date) -> str | None:
    for one in production.hiatuses:
        named = one.units is None or unit.id in one.units
        if named and one.first <= day <= one.last:
            return one.reason
    return None
