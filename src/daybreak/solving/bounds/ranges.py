"""What a branch asks of a shoot: how many days it has, and between which dates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRange:
    """How many days a unit uses, least and most."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Between which dates the first day of a shoot is, and between which its last."""

    first: tuple[int, int]
    last: tuple[int, int]
