"""The cheapest choice of dates is the cheapest of all choices."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise, product
from random import Random

import numpy as np
import pytest

from daybreak.solving.bounds.dates import FAR, Dates
from daybreak.solving.engines.arrays import Ints

CHOICES = 150


def some_dates(dice: Random) -> Dates:
    """Give up to 6 dates and up to 2 bases, with weekends, and the later dates late."""
    count, bases = dice.randint(1, 6), dice.randint(1, 2)
    late = sorted(dice.choice([0, 0, dice.randrange(50), FAR]) for _ in range(count))
    steps = [dice.choice([1, 1, 3]) for _ in range(count)]
    moves = [
        [0 if a == b else dice.choice([dice.randrange(30), FAR]) for a in range(bases)]
        for b in range(bases)
    ]
    return Dates(
        ordinals=np.cumsum(steps).astype(np.int64),
        bases=tuple(range(bases)),
        kinds=np.zeros((count, bases), dtype=np.int64),
        base_of=np.arange(bases),
        late=np.array(late, dtype=np.int64),
        idle=dice.choice([0, dice.randrange(40)]),
        starts=np.array([dice.randrange(20) for _ in range(bases)], dtype=np.int64),
        travel=np.full((bases, bases), dice.randrange(3), dtype=np.int64),
        moves=np.array(moves, dtype=np.int64),
    )


def cost_of(dates: Dates, gains: Ints, way: tuple[tuple[int, int], ...]) -> int:
    """Give what a way costs, `FAR` where a move cannot be."""
    cost = int(dates.starts[way[0][1]]) + int(dates.late[way[-1][0]])
    cost -= sum(int(gains[at, base]) for at, base in way)
    cost += (way[-1][0] - way[0][0] + 1 - len(way)) * dates.idle
    for (at, here), (then, there) in pairwise(way):
        between = dates.ordinals[then] - dates.ordinals[at] - 1
        if here != there:
            cost += int(dates.moves[here, there])
            cost += FAR if between < dates.travel[here, there] else 0
    return min(cost, FAR)


def cheapest(
    dates: Dates,
    gains: Ints,
    least: int,
    most: int,
    first: tuple[int, int],
    last: tuple[int, int],
) -> int:
    """Give the least cost of all choices of dates, `FAR` where there is none."""
    best = 0 if least == 0 else FAR
    count, bases = gains.shape
    for days in range(max(least, 1), min(most, count) + 1):
        for chosen in combinations(range(count), days):
            is_in = first[0] <= chosen[0] <= first[1]
            if not is_in or not last[0] <= chosen[-1] <= last[1]:
                continue
            for places in product(range(bases), repeat=days):
                way = tuple(zip(chosen, places, strict=True))
                best = min(best, cost_of(dates, gains, way))
    return best


def compared(dates: Dates, dice: Random) -> tuple[int, int]:
    """Give what is told and what trying all gives; what cannot be is `FAR`."""
    count, bases = len(dates.ordinals), len(dates.bases)
    gains = np.array(
        [[dice.randint(-60, 60) for _ in range(bases)] for _ in range(count)],
        dtype=np.int64,
    )
    least = dice.randrange(3)
    most = least + dice.randrange(4)
    first, last = (0, dice.randrange(count)), (dice.randrange(count), count - 1)
    told = dates.least_cost(gains, least=least, most=most, first=first, last=last)
    tried = cheapest(dates, gains, least, most, first, last)
    return (told if told < FAR // 2 else FAR), (tried if tried < FAR // 2 else FAR)


def test_choice_of_dates_is_the_cheapest_of_all() -> None:
    seen = 0
    for seed in range(CHOICES):
        dice = Random(seed)
        told, tried = compared(some_dates(dice), dice)
        assert told == tried, f"seed {seed}"
        seen += told < FAR
    assert seen >= CHOICES // 2


@pytest.mark.twin
@pytest.mark.parametrize("free", ["idle", "moves"])
def test_a_choice_of_dates_that_forgets_a_cost_is_caught(free: str) -> None:
    wrong = 0
    for seed in range(CHOICES):
        dice = Random(seed)
        dates = some_dates(dice)
        state = dice.getstate()
        _, tried = compared(dates, dice)
        dice.setstate(state)
        if free == "idle":
            forgetful = replace(dates, idle=0)
        else:
            forgetful = replace(dates, moves=np.zeros_like(dates.moves))
        wrong += compared(forgetful, dice)[0] != tried
    assert wrong >= 5
