"""Boards that a bound comes upon: mixes in which every pattern is used whole.

Such a mix is a set of days with their dates. What is missing is the shift of each
day; the cheapest shifts that leave rest enough are chosen here. Whether the board keeps
every rule is for the rule book to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from daybreak.checking import check, count_costs
from daybreak.model.daylight import sun_minutes
from daybreak.model.production import minutes_on, standard_shifts
from daybreak.solving.boards import Board, in_shooting_order, schedule_from_board
from daybreak.solving.engines import arrays
from daybreak.solving.problem import (
    DAYLIGHT_TOLERANCE_MINUTES,
    SHIFT_NAMES,
    Problem,
    blocks,
)

DayPlan = tuple[int, tuple[int, ...]]  # slot, scenes


def board_of_plan(problem: Problem, plan: Sequence[DayPlan]) -> Board | None:
    """Give the board of some days, None where no shifts leave rest enough."""
    days = sorted(plan)
    best: dict[int, tuple[int, list[int]]] = {}
    for at, (slot, scenes) in enumerate(days):
        found: dict[int, tuple[int, list[int]]] = {}
        for shift in _shifts(problem, slot, scenes):
            cost = int(problem.units.day_cost[0, shift, 0])
            before = [
                told
                for last, told in best.items()
                if _rests(problem, days[at - 1][0], last, slot, shift)
            ]
            if at == 0:
                found[shift] = (cost, [shift])
            elif before:
                spent, shifts = min(before)
                found[shift] = (spent + cost, [*shifts, shift])
        best = found
    if not best:
        return None
    _, shifts = min(best.values())
    return [
        (slot, shift, in_shooting_order(problem.production, scenes))
        for (slot, scenes), shift in zip(days, shifts, strict=True)
    ]


def _shifts(problem: Problem, slot: int, scenes: tuple[int, ...]) -> list[int]:
    """Give the shifts in which a day's scenes may be shot."""
    bits = int(problem.units.info[0, arrays.SHIFTS])
    for scene in scenes:
        bits &= int(problem.scenes.info[scene, arrays.MASK])
    shifts = [shift for shift in range(len(SHIFT_NAMES)) if bits >> shift & 1]
    return [one for one in shifts if _has_sun(problem, slot, scenes, one)]


def _has_sun(problem: Problem, slot: int, scenes: tuple[int, ...], shift: int) -> bool:
    production = problem.production
    unit = production.units[0]
    base = production.bases[int(problem.scenes.info[scenes[0], arrays.BASE])]
    lit = [one for one in scenes if problem.scenes.info[one, arrays.SUNLIT]]
    if not lit or base.lat is None or base.lon is None:
        return True
    name = SHIFT_NAMES[shift]
    hours = unit.shifts.get(name, standard_shifts()[name])
    sun = sun_minutes(base, problem.slot_days[slot][1], hours)
    needed = sum(minutes_on(production.scenes[one], unit) for one in lit)
    return needed <= sun + DAYLIGHT_TOLERANCE_MINUTES


def _rests(problem: Problem, before: int, shift: int, after: int, then: int) -> bool:
    """Tell whether a unit rests long enough between two days."""
    if not blocks(problem.production, "turnaround"):
        return True
    dates = problem.slots.info[:, arrays.DATE]
    apart = int(dates[after] - dates[before]) * 24 * 60
    clock = problem.units.clock[0]
    rest = apart + int(clock[then, 0]) - int(clock[shift, 1])
    return rest >= int(problem.units.info[0, arrays.REST])


def cost_if_valid(problem: Problem, board: Board) -> int | None:
    """Give what a board costs, None where it breaks a rule that blocks."""
    schedule = schedule_from_board(problem, board)
    broken = check(problem.production, schedule)
    if any(one.level == "blocks" for one in broken):
        return None
    return count_costs(problem.production, schedule).lines["total"]
