"""Count what a schedule costs, line by line (SPEC 4)."""

from __future__ import annotations

from dataclasses import replace

from daybreak.checking.board import board_of
from daybreak.checking.costs import LINES, CostItem, Costs
from daybreak.checking.costs.gaps import DealGaps, deal_gaps
from daybreak.checking.facts import hash_of
from daybreak.model.production import Production
from daybreak.model.schedule import CostLine, Schedule


def count_costs(production: Production, schedule: Schedule) -> Costs:
    """Count every cost line of a schedule, with the items they are made of.

    Parameters
    ----------
    production
        What is to be shot, and at what prices.
    schedule
        The stripboard; it need not be valid.

    Raises
    ------
    DocumentError
        For every unit or scene that the production does not know.

    Notes
    -----
    SPEC 4, all lines. Whole units of the production's currency.
    """
    board = board_of(production, schedule)
    lines: dict[CostLine, int] = {}
    items: list[CostItem] = []
    for line, count in LINES.items():
        found = list(count(board))
        lines[line] = sum(item.amount for item in found)
        items += found
    lines["total"] = sum(lines.values())
    return Costs(lines=lines, items=tuple(items))


def costed(production: Production, schedule: Schedule) -> Schedule:
    """Give a schedule with its cost, its penalty and its production's hash.

    Its bound, its status and all else stay as they are.

    Raises
    ------
    DocumentError
        For every unit or scene that the production does not know.

    Notes
    -----
    SPEC 2.
    """
    return replace(
        schedule,
        cost=dict(count_costs(production, schedule).lines),
        penalty=len(schedule.boneyard),
        production=hash_of(production),
    )


def hold_gaps(production: Production, schedule: Schedule) -> tuple[DealGaps, ...]:
    """Give the gaps of every daily deal: which are held and paid, which dropped.

    Raises
    ------
    DocumentError
        For every unit or scene that the production does not know.

    Notes
    -----
    SPEC 4, ``cast_hold``.
    """
    return tuple(deal_gaps(board_of(production, schedule)))
