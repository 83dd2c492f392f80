"""Runs of days that change places: counted as they would be anew."""

from __future__ import annotations

import pytest

from daybreak.solving.problem import problem_of
from tests.solving.kernels import Steps, exchange_runs, forget_a_cost
from tests.strategies import random_production

EXCHANGES = 150
EACH = 80


def test_exchanged_runs_are_counted_like_a_fresh_board() -> None:
    """RELIABILITY B11: in one unit or in all, a day past a run or two stays."""
    seen = in_all = stays = seed = 0
    while min(seen // 3, in_all, stays) < EXCHANGES // 3:
        seed += 1
        made = random_production(seed, scenes=24)
        if len(made.scenes) < 8:
            continue
        steps = Steps(problem_of(made), seed=seed)
        for _ in range(40):
            steps.move()
        for _ in range(EACH):
            done = exchange_runs(steps)
            if done is None:
                continue
            assert done.mismatches == [], f"seed {seed}"
            seen += 1
            in_all += done.in_all_units
            stays += done.of_stays


@pytest.mark.twin
def test_a_cost_forgotten_in_an_exchange_is_caught() -> None:
    """RELIABILITY B11: the broken twin of the comparison."""
    for seed in range(1, 40):
        made = random_production(seed, scenes=24)
        if len(made.scenes) < 8:
            continue
        steps = Steps(problem_of(made), seed=seed)
        for _ in range(40):
            steps.move()
        forget_a_cost(steps)
        for _ in range(EACH):
            done = exchange_runs(steps)
            if done is not None:
                assert "cost" in done.mismatches
                return
    raise AssertionError("no run could be exchanged")
