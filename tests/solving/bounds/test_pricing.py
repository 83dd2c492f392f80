"""The day pattern worth most is found, and no pattern is worth more than is said."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations
from random import Random

import numpy as np
import pytest

from daybreak.solving.bounds.days import DayKind, DayWork, day_work_of
from daybreak.solving.bounds.patterns import pattern_of
from daybreak.solving.bounds.pricer import Pricer
from daybreak.solving.engines.arrays import Ints
from daybreak.solving.problem import problem_of
from tests.strategies import random_production

KINDS = 60
NODES = 100_000


@cache
def kinds() -> list[tuple[int, DayWork, DayKind]]:
    """Give sorts of days that hold 3 to 9 strips."""
    found: list[tuple[int, DayWork, DayKind]] = []
    seed = 0
    while len(found) < KINDS:
        seed += 1
        work = day_work_of(problem_of(random_production(seed, scenes=14)))
        found += [
            (seed, work, kind)
            for group in work.groups
            for kind in (group.cover, *group.kinds)
            if 3 <= len(kind.scenes) <= 9
        ][:2]
    return found


def prices_of(seed: int, work: DayWork) -> Ints:
    """Give what strips earn: some nothing, some a day and more."""
    dice = Random(seed)
    top = 1 + max(kind.cost for kind in work.covers) + int(work.owed.max(initial=0))
    return np.array(
        [dice.randrange(2 * top) for _ in work.needs],
        dtype=np.int64,
    )


def most_worth(work: DayWork, kind: DayKind, prices: Ints) -> int:
    """Give what the best pattern earns beyond its cost, by trying all; at least 0."""
    best = 0
    for count in range(1, len(kind.scenes) + 1):
        for chosen in combinations(range(len(kind.scenes)), count):
            places = np.array(chosen)
            pattern = pattern_of(work, kind, places)
            minutes = int(kind.minutes[places].sum()) + pattern.moves * kind.move
            if minutes > kind.capacity or int(kind.sunlit[places].sum()) > kind.sun:
                continue
            earned = int(prices[list(pattern.scenes)].sum())
            best = max(best, earned - pattern.cost(work.owed))
    return best


def test_the_best_pattern_is_found_and_none_is_better() -> None:
    """RELIABILITY B2, for patterns: all of them tried."""
    good = 0
    for seed, work, kind in kinds():
        prices = prices_of(seed, work)
        best = most_worth(work, kind, prices)
        priced = Pricer(work, kind).price(prices, work.owed, cutoff=0, nodes=NODES)
        assert priced.is_exact
        assert priced.ceiling == best, f"seed {seed}"
        if best:
            last = priced.patterns[-1]
            earned = int(prices[list(last.scenes)].sum())
            assert earned - last.cost(work.owed) == best
            good += 1
    assert good >= KINDS // 2


def test_a_search_cut_short_still_says_more_than_any_pattern_is_worth() -> None:
    short = 0
    for seed, work, kind in kinds():
        prices = prices_of(seed, work)
        priced = Pricer(work, kind).price(prices, work.owed, cutoff=0, nodes=1)
        assert priced.ceiling >= most_worth(work, kind, prices)
        short += not priced.is_exact
    assert short >= 5


@pytest.mark.twin
def test_a_pricer_that_forgets_moves_or_sun_is_caught() -> None:
    """The broken twin: days without moves that cost, and with sun all night."""
    wrong = 0
    for seed, work, kind in kinds():
        prices = prices_of(seed, work)
        easy = replace(kind, move=0, move_cost=0, sun=1 << 20)
        priced = Pricer(work, easy).price(prices, work.owed, cutoff=0, nodes=NODES)
        wrong += priced.ceiling != most_worth(work, kind, prices)
    assert wrong >= 5
