"""What a forecast gives is never more than the change that a full count finds."""

from __future__ import annotations

import pytest

from daybreak.solving.problem import problem_of
from tests.solving.kernels import Steps, count_days_dearer, forecast_and_change
from tests.strategies import (
    as_production,
    random_production,
    random_production_document,
)

FORECASTS = 1_000
EACH = 60
CLOSE = 1e-6


def forecasts_of(seed: int, steps: Steps) -> list[tuple[float, float]]:
    """Give forecasts and true changes of moves from where a search stands."""
    for _ in range(40):
        steps.move()
    return [pair for at in range(EACH) if (pair := forecast_and_change(steps, at % 5))]


def test_forecast_is_never_above_the_true_change() -> None:
    """RELIABILITY B11: what is refused unseen would have been refused."""
    seen = exact = told = 0
    seed = 0
    while seen < FORECASTS:
        seed += 1
        made = random_production(seed, scenes=24)
        if len(made.scenes) < 6 or len(made.units) > 1:
            continue  # rest between two units is left aside, and says so
        for least, change in forecasts_of(seed, Steps(problem_of(made), seed=seed)):
            assert least <= change + CLOSE, f"seed {seed}"
            seen += 1
            exact += abs(least - change) <= CLOSE
            told += least > -1e9
    assert exact >= FORECASTS // 4
    assert told >= FORECASTS // 2


def test_forecast_of_two_units_foresees_who_works_for_another_already() -> None:
    """RELIABILITY B11: with two units, but for the rest of people between them."""
    seen = foreseen = 0
    seed = 0
    while seen < FORECASTS:
        seed += 1
        document = random_production_document(seed, scenes=24)
        document["rules"] = {**document.get("rules", {}), "turnaround": "warns"}
        made = as_production(document)
        if len(made.scenes) < 6 or len(made.units) < 2:
            continue
        steps = Steps(problem_of(made), seed=seed)
        for least, change in forecasts_of(seed, steps):
            assert least <= change + CLOSE, f"seed {seed}"
            seen += 1
            foreseen += least > steps.ledger.scale[0] / 4
    assert foreseen >= FORECASTS // 10


@pytest.mark.twin
def test_a_forecast_that_says_too_much_is_caught() -> None:
    """RELIABILITY B11: the broken twin of the comparison."""
    caught = 0
    for seed in range(1, 60):
        made = random_production(seed, scenes=24)
        if len(made.scenes) < 6 or len(made.units) > 1:
            continue
        steps = Steps(problem_of(made), seed=seed)
        count_days_dearer(steps)
        pairs = forecasts_of(seed, steps)
        caught += any(least > change + CLOSE for least, change in pairs)
    assert caught >= 1
