"""Paired differences over seeds, and how far luck alone could have made them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

Verdict = Literal["helps", "likely", "unclear", "none"]

# two-sided 95 per cent quantiles of Student's t by degrees of freedom
T_95 = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
)
T_LARGE = 2.0  # a little more than it is, for every larger number


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """Differences of pairs with the same seed.

    Parameters
    ----------
    values
        Each of them.
    mean
        Their mean.
    half
        Half the width of the 95 per cent interval of the mean, by Student's t; None
        for a single pair, of which nothing is known.
    """

    values: tuple[float, ...]
    mean: float
    half: float | None

    @property
    def verdict(self) -> Verdict:
        """What can be said of an effect above nothing.

        ``helps`` where the interval lies above nothing, ``likely`` where every pair
        does, ``none`` where no pair does, else ``unclear``.
        """
        if self.half is not None and self.mean - self.half > 0:
            return "helps"
        if all(one > 0 for one in self.values):
            return "likely"
        return "unclear" if any(one > 0 for one in self.values) else "none"


def paired(values: Sequence[float]) -> Paired:
    """Give the mean of differences and its interval.

    Notes
    -----
    Student (1908), "The probable error of a mean". Differences are taken pair by
    pair, so that what a seed does to both sides falls out.

    Examples
    --------
    >>> paired([10, 10, 10])
    Paired(values=(10, 10, 10), mean=10.0, half=0.0)
    >>> round(paired([1, 2, 3]).half, 2)
    2.48
    """
    number = len(values)
    mean = sum(values) / number
    if number == 1:
        return Paired(values=tuple(values), mean=mean, half=None)
    spread = sqrt(sum((one - mean) ** 2 for one in values) / (number - 1))
    quantile = T_95[number - 2] if number - 2 < len(T_95) else T_LARGE
    return Paired(
        values=tuple(values), mean=mean, half=quantile * spread / sqrt(number)
    )
