"""What each shooting day costs by itself, for its day break.

Crew with premiums, cast paid by the day, fees of the date, moves inside the day.
Holds, weekly and flat deals, idle days, company moves and lateness belong to no
single day and stay in the cost table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule

if TYPE_CHECKING:
    from daybreak.checking import CostItem, Costs

DayKey = tuple[str, date]


def day_costs(
    production: Production, schedule: Schedule, costs: Costs
) -> dict[DayKey, int]:
    """Give whole currency by unit id and date."""
    return _Shares(production, schedule).of(costs)


class _Shares:
    """Lays the items of a cost table out over the days they are paid for."""

    def __init__(self, production: Production, schedule: Schedule) -> None:
        self.people = {one.id: one for one in production.people}
        self.move_cost = {one.id: one.move_cost for one in production.units}
        self.days = schedule.in_order()
        self.unit_of: dict[tuple[str, date], str] = {}
        self.changes: dict[DayKey, int] = defaultdict(int)
        scenes = {one.id: one for one in production.scenes}
        for day in self.days:
            before = None
            for scene in (scenes[strip] for strip in day.strips):
                for one in (*scene.cast, scene.location):
                    self.unit_of.setdefault((one, day.date), day.unit)
                if before is not None and scene.location != before:
                    self.changes[day.unit, day.date] += 1
                before = scene.location

    def of(self, costs: Costs) -> dict[DayKey, int]:
        total: dict[DayKey, int] = defaultdict(int)
        for item in costs.items:
            for key, amount in self.shares(item):
                total[key] += amount
        for key, changes in self.changes.items():
            total[key] += changes * self.move_cost[key[0]]
        return dict(total)

    def shares(self, item: CostItem) -> Iterator[tuple[DayKey, int]]:
        """Yield the part of an item that each of its days bears."""
        if item.line in ("unit_days", "elements") and item.unit is not None:
            units: list[str | None] = [item.unit] * len(item.dates)
        elif item.line == "cast_work" and self.is_daily(item):
            units = [self.unit_of.get((item.person or "", day)) for day in item.dates]
        elif item.line == "locations":
            units = [self.unit_of.get((item.location or "", day)) for day in item.dates]
        else:
            return
        share = item.amount // max(1, len(item.dates))
        for unit, day in zip(units, item.dates, strict=True):
            if unit is not None:
                yield (unit, day), share

    def is_daily(self, item: CostItem) -> bool:
        """Tell whether an item of work is paid by the day."""
        return any(
            deal.kind == "daily" and deal.rate * len(item.dates) == item.amount
            for deal in self.people[item.person or ""].deals
        )
