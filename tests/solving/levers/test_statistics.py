"""Paired differences: intervals by the book, and what may be said of them."""

from __future__ import annotations

import pytest

from daybreak.solving.levers.statistics import paired


def test_interval_is_that_of_student() -> None:
    """By the tables t(0.975; 2) = 4.303; half the width is that / root 3."""
    found = paired([1, 2, 3])
    assert found.mean == 2
    assert found.half == pytest.approx(2.4843, abs=1e-4)


def test_a_single_pair_has_no_interval() -> None:
    found = paired([7])
    assert (found.mean, found.half) == (7, None)
    assert found.verdict == "likely"


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ([100, 101, 102], "helps"),
        ([5, 5, 5], "helps"),
        ([1, 2, 30], "likely"),
        ([-1, 2, 3], "unclear"),
        ([0, 0, 0], "none"),
        ([-4, 0, -1], "none"),
    ],
)
def test_verdict(values: list[float], verdict: str) -> None:
    assert paired(values).verdict == verdict


@pytest.mark.twin
def test_twin_an_interval_from_two_sigmas_would_call_luck_an_effect() -> None:
    """With three pairs a normal interval is far too narrow: 1.96 in place of 4.303."""
    found = paired([20, 60, 100])
    assert found.half is not None
    too_narrow = found.half * 1.96 / 4.303
    assert found.mean - too_narrow > 0
    assert found.verdict == "likely"
