"""A plan as levers look at it: who works when, what is at stake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from daybreak.checking import Costs, count_costs
from daybreak.checking.board import Board, board_of
from daybreak.model.production import Production
from daybreak.model.schedule import CostLine, Schedule

WEEK_DAYS = 7
NEAR_DAYS = 14
"""A plan comes near to a date that lies within so many days of its work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A production with a plan of it.

    Parameters
    ----------
    today
        The first date that may still be planned; None before the first one.
    left
        The ids of the scenes that are not shot yet, those of the boneyard included.
    """

    production: Production
    schedule: Schedule
    board: Board
    costs: Costs
    today: date | None
    left: frozenset[str]

    def is_open(self, day: date) -> bool:
        """Tell whether a date may still be planned."""
        return self.today is None or day >= self.today

    def is_near(self, first: date, last: date, used: Iterable[date]) -> bool:
        """Tell whether dates lie near to those used; all do where nothing is used."""
        if not self.is_open(last):
            return False
        days = list(used)
        if not days:
            return True
        near = timedelta(days=NEAR_DAYS)
        return first - near <= max(days) and min(days) <= last + near

    def dates(self, unit: str | None = None) -> list[date]:
        """Give the shooting dates of a unit, or of all."""
        return [one.date for one in self.board.days if unit in (None, one.unit.id)]

    def money(self, **about: str) -> int:
        """Give what the cost items with some ids come to, ``person="ana"``."""
        (key, wanted), *_ = about.items()
        return sum(
            one.amount for one in self.costs.items if getattr(one, key) == wanted
        )

    def line(self, *names: CostLine) -> int:
        """Give what some cost lines come to."""
        return sum(self.costs.lines[one] for one in names)


def view_of(production: Production, schedule: Schedule, today: date | None) -> View:
    """Give a plan ready to be looked at."""
    shot = {
        strip
        for day in schedule.days
        if today is not None and day.date < today
        for strip in day.strips
    }
    return View(
        production=production,
        schedule=schedule,
        board=board_of(production, schedule),
        costs=count_costs(production, schedule),
        today=today,
        left=frozenset(one.id for one in production.scenes if one.id not in shot),
    )
