"""Chances and quantiles from runs, each with how sure it is.

Intervals hold with 95 %: Wilson's for a chance (Wilson 1927), order statistics for a
quantile (David and Nagaraja, *Order Statistics*, section 7.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, floor, sqrt
from statistics import NormalDist

CONFIDENCE = 0.95
Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How often something happened, with the interval that holds with 95 %."""

    times: int
    runs: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share of runs in which it happened; 0 without runs."""
        return self.times / self.runs if self.runs else 0.0


def chance_of(times: int, runs: int) -> Chance:
    """Give a chance with Wilson's interval."""
    if runs == 0:
        return Chance(times=0, runs=0, low=0.0, high=1.0)
    share, square = times / runs, Z * Z
    middle = (share + square / (2 * runs)) / (1 + square / runs)
    spread = sqrt(share * (1 - share) / runs + square / (4 * runs * runs))
    half = Z * spread / (1 + square / runs)
    low = 0.0 if times == 0 else max(0.0, middle - half)
    high = 1.0 if times == runs else min(1.0, middle + half)
    return Chance(times=times, runs=runs, low=low, high=high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantile:
    """A value that a share of runs stays below, with its interval.

    ``low`` and ``high`` are the least and the greatest value seen where there are too
    few runs for an interval.
    """

    share: float
    value: int
    low: int
    high: int


def quantile_of(values: Sequence[int], share: float) -> Quantile:
    """Give a quantile of sorted values: one of them, the first with so many below."""
    count = len(values)
    place = min(count - 1, max(0, floor(share * count)))
    low, high = _ranks(count, share)
    return Quantile(
        share=share, value=values[place], low=values[low], high=values[high]
    )


def _ranks(count: int, share: float) -> tuple[int, int]:
    """Give places in a sorted list between which the quantile lies with 95 %."""
    tail = (1 - CONFIDENCE) / 2
    low, high, below = 0, count - 1, 0.0
    for place in range(count):
        below += _exactly(count, place, share)
        if below <= tail:
            low = place
        if below >= 1 - tail:
            high = min(count - 1, place + 1)
            break
    return low, high


def _exactly(count: int, times: int, share: float) -> float:
    """Give the binomial chance; through logarithms where numbers grow large."""
    if count <= 900:
        return comb(count, times) * share**times * (1 - share) ** (count - times)
    mean, deviation = count * share, sqrt(count * share * (1 - share))
    bell = NormalDist(mean, deviation)
    return bell.cdf(times + 0.5) - bell.cdf(times - 0.5)
