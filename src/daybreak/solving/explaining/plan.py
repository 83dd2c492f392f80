"""A plan that others are compared with."""

from __future__ import annotations

from dataclasses import dataclass

from daybreak.checking import costed
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A schedule that the rule book passed, and its total."""

    schedule: Schedule
    total: int


def plan_of(production: Production, schedule: Schedule) -> Plan:
    """Give a schedule with its costs counted."""
    counted = costed(production, schedule)
    return Plan(schedule=counted, total=counted.cost["total"])
