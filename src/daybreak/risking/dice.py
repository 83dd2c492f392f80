"""Dice that know what they are thrown for: the same throw wherever and whenever.

A throw is named by the seed, the run and what it is about - a kind, a thing, a date.
So a changed plan sees the same weather, and runs may be shared out in any way: common
random numbers (Law, *Simulation Modeling and Analysis*, chapter 11).
"""

from __future__ import annotations

from hashlib import blake2b
from math import exp, sqrt
from statistics import NormalDist

from daybreak.risking.assumptions import Overrun, Spell

NORMAL = NormalDist()
WIDE = 2**64


class Dice:
    """The dice of one run."""

    __slots__ = ("_lead",)

    def __init__(self, seed: int, run: int) -> None:
        self._lead = f"{seed}/{run}/"

    def throw(self, kind: str, thing: str, when: object = "") -> float:
        """Give a number evenly between 0 and 1, neither of them included."""
        text = f"{self._lead}{kind}/{thing}/{when}"
        digest = blake2b(text.encode(), digest_size=8).digest()
        return (int.from_bytes(digest, "big") + 0.5) / WIDE


def days_of(spell: Spell, throw: float) -> int:
    """Give a number of days of a triangular distribution, at its inverse."""
    low, peak, high = spell.least, spell.usual, spell.most
    if low == high:
        return low
    turn = (peak - low) / (high - low)
    if throw < turn:
        return round(low + sqrt(throw * (high - low) * (peak - low)))
    return round(high - sqrt((1 - throw) * (high - low) * (high - peak)))


def factor_of(overrun: Overrun, throw: float) -> float:
    """Give how much longer a day's work takes: lognormal, at its inverse."""
    if overrun.spread == 0:
        return overrun.median
    return overrun.median * exp(overrun.spread * NORMAL.inv_cdf(throw))
