"""The cost lines of SPEC 4: one function each, from a board to its items."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from daybreak.checking.board import Board
from daybreak.checking.costs.cast import cast_hold, cast_work
from daybreak.checking.costs.items import CostItem, Costs
from daybreak.checking.costs.pictures import late
from daybreak.checking.costs.things import elements, locations
from daybreak.checking.costs.units import (
    company_moves,
    day_moves,
    idle_days,
    unit_days,
)
from daybreak.model.schedule import CostLine

__all__ = ["LINES", "CostItem", "Costs"]

LINES: dict[CostLine, Callable[[Board], Iterator[CostItem]]] = {
    "unit_days": unit_days,
    "idle_days": idle_days,
    "cast_work": cast_work,
    "cast_hold": cast_hold,
    "locations": locations,
    "elements": elements,
    "day_moves": day_moves,
    "company_moves": company_moves,
    "late": late,
}
