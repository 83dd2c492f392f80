"""Costs that every schedule has, however its days are filled.

Each is a cost line, or a part of one, that patterns leave out: flat deals, company
moves, lateness; so they may be added to what patterns prove.
"""

from __future__ import annotations

from collections import Counter
from math import ceil

import numpy as np

from daybreak.solving.bounds.days import PARTS, DayWork
from daybreak.solving.engines import arrays
from daybreak.solving.engines.arrays import Ints
from daybreak.solving.problem import Problem, blocks

MOST_BASES = 12


def flat_deals(problem: Problem, *, boneyard: int) -> int:
    """Give what is paid once to people who work whatever is left out, in parts.

    Of a person with several deals nothing is sure: a date is paid under the first of
    those that it serves.
    """
    scenes: Counter[tuple[int, int]] = Counter(
        (person, deal) for person, deal in problem.scenes.cast.tolist() if deal >= 0
    )
    starts = problem.people.deals_from
    total = 0
    for (person, deal), count in scenes.items():
        kind, rate = problem.people.deals[deal, : arrays.RATE + 1].tolist()
        is_only = starts[person + 1] - starts[person] == 1
        if kind == arrays.FLAT and is_only and count > boneyard:
            total += rate
    return total * PARTS


# --- company moves -----------------------------------------------------------------


def company_moves(problem: Problem, work: DayWork, *, boneyard: int) -> int:
    """Give what each unit's way through bases that only it serves costs, in parts."""
    if not blocks(problem.production, "base"):
        return 0
    units = _units_of(work, len(problem.production.scenes))
    total = 0
    for unit in range(len(problem.production.units)):
        scenes: Counter[int] = Counter(
            int(problem.scenes.info[scene, arrays.BASE])
            for scene, may in enumerate(units)
            if may == {unit}
        )
        bases = [base for base, count in scenes.items() if count > boneyard]
        home = int(problem.units.info[unit, arrays.HOME])
        if len(bases) <= MOST_BASES:
            total += _shortest_way(_ways(problem), bases, home)
    return total * PARTS


def _units_of(work: DayWork, scenes: int) -> list[set[int]]:
    """Give the units that may shoot each scene."""
    units: list[set[int]] = [set() for _ in range(scenes)]
    for kind in work.covers:
        for scene in kind.scenes.tolist():
            units[scene].add(kind.unit)
    for each in work.whole:
        units[each.scene].add(each.unit)
    return units


def _ways(problem: Problem) -> Ints:
    """Give the cheapest cost from base to base, over others where that is cheaper.

    A move that is not given is forbidden, or free where rule ``travel`` does not
    block; where it is forbidden another way may still lead there.
    """
    move = problem.units.move
    cost = move[:, :, 1].copy()
    forbidden = move[:, :, 0] >= arrays.NEVER
    cost[forbidden] = arrays.NEVER if blocks(problem.production, "travel") else 0
    for over in range(len(cost)):
        cost = np.minimum(cost, cost[:, [over]] + cost[[over], :])
    return cost


def _shortest_way(cost: Ints, bases: list[int], home: int) -> int:
    """Give the cost of the cheapest way through all bases, from home where given."""
    if not bases:
        return 0
    count = len(bases)
    best = {
        (1 << at, at): int(cost[home, base]) if home >= 0 else 0
        for at, base in enumerate(bases)
    }
    for seen in range(1, 1 << count):
        for last in range(count):
            here = best.get((seen, last))
            if here is None:
                continue
            for then in range(count):
                if not seen >> then & 1:
                    key = (seen | 1 << then, then)
                    there = here + int(cost[bases[last], bases[then]])
                    best[key] = min(best.get(key, there), there)
    least = min(best[(1 << count) - 1, last] for last in range(count))
    return least if least < arrays.NEVER else 0


# --- lateness ----------------------------------------------------------------------


def lateness(problem: Problem, *, boneyard: int) -> int:
    """Give what lateness costs that windows and absences force, in parts."""
    production = problem.production
    if not blocks(production, "unit"):
        return 0
    ends: list[list[int]] = [[] for _ in production.pictures]
    for at, scene in enumerate(production.scenes):
        slots = np.flatnonzero(problem.scenes.allowed[at])
        if len(slots):
            first = int(problem.slots.info[slots, arrays.DATE].min())
            picture = int(problem.scenes.info[at, arrays.PICTURE])
            ends[picture].append(first + (scene.days or 1) - 1)
    total = 0
    for picture, dates in enumerate(ends):
        due, cost, *_ = problem.places.pictures[picture].tolist()
        sure = sorted(dates, reverse=True)[boneyard:]
        if sure and due < arrays.NEVER:
            total += cost * max(sure[0] - due, 0)
    return total * PARTS


def cheap_bound(problem: Problem, work: DayWork, *, boneyard: int) -> int:
    """Give a bound that takes no search, in parts: as if minutes were all.

    Each person and element is needed for as many days as its strips fill, each unit for
    as many as are left to it.
    """
    if boneyard or not work.placeable.all():
        return 0
    shortest, dearest = _shortest(problem, work)
    total = int(dearest.sum())
    places = problem.scenes.info[:, arrays.LOCATION].tolist()
    shares = [0.0] * len(work.owed)
    for scene, needs in enumerate(work.needs):
        for thing in (*needs, work.first_location + places[scene]):
            shares[thing] += shortest[scene]
    used = {thing for needs in work.needs for thing in needs}
    used.update(work.first_location + place for place in places)
    for thing in used:
        total += int(work.owed[thing]) * max(ceil(shares[thing] - 1e-6), 1)
    return total


def _shortest(problem: Problem, work: DayWork) -> tuple[list[float], Ints]:
    """Give the least part of a day that each scene fills, and the least cost of it."""
    count = len(problem.production.scenes)
    part = [float("inf")] * count
    cost = np.full(count, 1 << 60, dtype=np.int64)
    for kind in work.covers:
        for scene, minutes in zip(
            kind.scenes.tolist(), kind.minutes.tolist(), strict=True
        ):
            whole = max(kind.capacity, 1)
            part[scene] = min(part[scene], minutes / whole)
            cost[scene] = min(int(cost[scene]), kind.cost * minutes // whole)
    for each in work.whole:
        part[each.scene] = min(part[each.scene], float(each.days))
        cost[each.scene] = min(int(cost[each.scene]), each.cost)
    return part, cost
