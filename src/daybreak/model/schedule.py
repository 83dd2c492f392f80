"""The schedule: which scenes stand on which day of which unit, in what order.

SPEC section 2. Frozen and keyword-only, like the production.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from daybreak.model.fields import (
    Extra,
    Id,
    Line,
    Share,
    Whole,
    table,
)
from daybreak.model.parts import part
from daybreak.model.production import ShiftName

Status = Literal["optimal", "feasible", "infeasible"]
CostLine = Literal[
    "unit_days",
    "idle_days",
    "cast_work",
    "cast_hold",
    "locations",
    "elements",
    "day_moves",
    "company_moves",
    "late",
    "total",
]
Amount = Annotated[int, Whole(todo="give the amount as a whole number")]


@part
class Day:
    """One unit's work on one date.

    Parameters
    ----------
    unit
        Who shoots.
    date
        When; a night shift belongs to the date of its call.
    shift
        The times of the day, as its unit has them.
    strips
        Scene ids in shooting order.
    """

    unit: Id
    date: date
    shift: ShiftName
    strips: tuple[Id, ...]
    extra: Extra = table(default_factory=dict)


@part
class MadeBy:
    """What made a schedule.

    Parameters
    ----------
    version
        The version of Daybreak.
    seed
        The seed of its random choices.
    seconds
        The time it took; left out where the work was counted in iterations, so
        that the same seed writes the same bytes.
    """

    version: Line
    seed: Annotated[int, Whole(todo="give the seed as a whole number")] | None = None
    seconds: Annotated[Decimal, Share("give the seconds it took")] | None = None
    extra: Extra = table(default_factory=dict)


@part
class Schedule:
    """A stripboard with its days and its boneyard: SPEC section 2.

    Parameters
    ----------
    format
        What the document is.
    version
        The version of this form.
    days
        The shooting days, in any order.
    boneyard
        Scene ids that stand on no day.
    cost
        Whole currency by cost line, with ``total``; empty where not counted.
    bound
        A proven lower bound of the total, where there is one.
    status
        What is known of it: proven best, valid, or proven that none is.
    penalty
        Strips in the boneyard.
    production
        SHA-256 of the canonical production.
    made_by
        What made it.
    """

    format: Literal["daybreak/schedule"] = "daybreak/schedule"
    version: Literal[1] = 1
    days: tuple[Day, ...]
    boneyard: tuple[Id, ...] = ()
    cost: Mapping[CostLine, Amount] = table(default_factory=dict)
    bound: Amount | None = None
    status: Status | None = None
    penalty: Annotated[int, Whole(todo="give the number of strips")] | None = None
    production: Line | None = None
    made_by: MadeBy | None = None
    extra: Extra = table(default_factory=dict)

    def in_order(self) -> tuple[Day, ...]:
        """Give the days by date, then by unit."""
        return tuple(sorted(self.days, key=lambda day: (day.date, day.unit)))


def same_board(one: Schedule, other: Schedule) -> bool:
    """Tell whether two schedules put every strip on the same day, in order."""
    return _board(one) == _board(other)


def _board(schedule: Schedule) -> tuple[Any, ...]:
    days = [(day.date, day.unit, day.shift, day.strips) for day in schedule.days]
    return sorted(days), sorted(schedule.boneyard)
