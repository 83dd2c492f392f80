"""Chances, quantiles and dice against what is known of them."""

from __future__ import annotations

import random
from math import comb, isclose

import pytest

from daybreak.risking import chance_of, quantile_of
from daybreak.risking.assumptions import Overrun, Spell
from daybreak.risking.dice import Dice, days_of, factor_of


@pytest.mark.parametrize(
    ("times", "runs", "low", "high"),
    # Newcombe 1998, table I, method 3 (Wilson without continuity correction)
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_of_chances_are_the_published_ones(
    times: int, runs: int, low: float, high: float
) -> None:
    found = chance_of(times, runs)
    assert isclose(found.low, low, abs_tol=5e-5)
    assert isclose(found.high, high, abs_tol=5e-5)


def test_no_runs_say_nothing() -> None:
    found = chance_of(0, 0)
    assert (found.low, found.high) == (0.0, 1.0)


def test_intervals_of_quantiles_hold_the_quantile_as_often_as_they_say() -> None:
    for count, share in ((50, 0.5), (200, 0.9), (500, 0.1)):
        found = quantile_of(range(count), share)
        # ranks low + 1 to high + 1 miss the quantile with the two binomial tails
        missed = sum(
            comb(count, k) * share**k * (1 - share) ** (count - k)
            for k in range(count + 1)
            if k <= found.low or k >= found.high + 1
        )
        assert missed <= 0.05
        assert found.low <= found.value <= found.high


def test_quantiles_of_few_runs_have_their_ends_as_interval() -> None:
    found = quantile_of([3, 8], 0.9)
    assert (found.value, found.low, found.high) == (8, 3, 8)


def test_the_same_throw_is_the_same_wherever_it_is_made() -> None:
    one, other = Dice(1, 7), Dice(1, 7)
    other.throw("weather", "rome", 4)
    assert one.throw("ill", "ann", 5) == other.throw("ill", "ann", 5)
    assert one.throw("ill", "ann", 5) != Dice(1, 8).throw("ill", "ann", 5)
    assert one.throw("ill", "ann", 5) != Dice(2, 7).throw("ill", "ann", 5)


def test_throws_are_even() -> None:
    found = [Dice(1, run).throw("weather", "rome", 4) for run in range(4000)]
    for tenth in range(10):
        inside = sum(tenth / 10 <= one < (tenth + 1) / 10 for one in found)
        assert 320 < inside < 480  # 400, and four deviations of 19


def test_days_follow_their_triangle() -> None:
    spell, dice = Spell(least=1, usual=3, most=10), random.Random(1)
    found = [days_of(spell, dice.random()) for _ in range(4000)]
    assert (min(found), max(found)) == (1, 10)
    assert isclose(sum(found) / len(found), 14 / 3, abs_tol=0.15)
    assert days_of(Spell(least=4, usual=4, most=4), 0.99) == 4


def test_half_of_all_days_stay_below_the_median_factor() -> None:
    overrun = Overrun(median=1.1, spread=0.2)
    assert isclose(factor_of(overrun, 0.5), 1.1)
    assert factor_of(Overrun(median=1.1, spread=0), 0.9) == 1.1
    assert factor_of(overrun, 0.9) > 1.1 > factor_of(overrun, 0.1)
