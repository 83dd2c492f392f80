"""Dates across a page: the shoot to one scale, what follows pressed together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

SHOOT_SHARE = 0.72
"""The least share of the width for the shoot, where much follows."""
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """Where dates lie between two edges.

    Parameters
    ----------
    start, end
        The first date, and the last one of the axis.
    turn
        The date from which another scale holds; ``end`` where there is one scale.
    left, right
        The edges, points.
    bend
        Where ``turn`` lies, points.
    """

    start: date
    turn: date
    end: date
    left: float
    right: float
    bend: float

    @property
    def is_bent(self) -> bool:
        """Whether there are two scales."""
        return self.turn < self.end

    @property
    def day_width(self) -> float:
        """Points of a date of the shoot."""
        return (self.bend - self.left) / max(1, (self.turn - self.start).days)

    def width_at(self, day: date) -> float:
        """Give the points of a date, in the scale that holds on it."""
        if day < self.turn:
            return self.day_width
        return (self.right - self.bend) / max(1, (self.end - self.turn).days)

    def x(self, day: date) -> float:
        """Give where a date begins; dates outside lie on the edge."""
        if day <= self.turn:
            share = (day - self.start).days / max(1, (self.turn - self.start).days)
            return self.left + (self.bend - self.left) * max(0.0, share)
        share = (day - self.turn).days / max(1, (self.end - self.turn).days)
        return self.bend + (self.right - self.bend) * min(1.0, share)

    def months(self) -> Iterator[date]:
        """Yield the first of each month that lies on the axis."""
        day = self.start.replace(day=1)
        while day <= self.end:
            if day >= self.start:
                yield day
            if (day.year, day.month) >= (date.max.year, date.max.month):
                return
            day = (day.replace(day=28) + timedelta(days=4)).replace(day=1)

    def dates(self, *, apart: int = 1) -> Iterator[date]:
        """Yield the dates of the shoot from its first Monday on, so far apart."""
        first = self.start.toordinal()
        yield from map(date.fromordinal, range(first, self.turn.toordinal(), apart))


def axis_of(
    first: date, last: date, end: date, *, left: float, right: float
) -> TimeAxis:
    """Give an axis from the first date of a shoot over its last one to an end."""
    start = first - timedelta(days=first.weekday())
    turn = max(last + timedelta(days=1), start + timedelta(days=WEEK))
    end = max(end, turn)
    shoot, whole = (turn - start).days, (end - start).days
    share = shoot / whole
    if share >= SHOOT_SHARE:
        bend = left + (right - left) * share
        return TimeAxis(
            start=start, turn=turn, end=end, left=left, right=right, bend=bend
        )
    bend = left + (right - left) * SHOOT_SHARE
    return TimeAxis(start=start, turn=turn, end=end, left=left, right=right, bend=bend)
