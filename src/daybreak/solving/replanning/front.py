"""The boards worth choosing from: none is both dearer and changes more than another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Point(Generic[Thing]):
    """A board, how many strips it leaves out and changes, and what it costs."""

    boneyard: int
    changed: int
    cost: int
    thing: Thing

    def beats(self, other: Point[Thing]) -> bool:
        """Tell whether the other is not needed beside this one."""
        if self.boneyard != other.boneyard:
            return self.boneyard < other.boneyard
        return self.changed <= other.changed and self.cost <= other.cost


class Front(Generic[Thing]):
    """Boards of which none beats another, from fewest changes to cheapest."""

    def __init__(self, points: Sequence[Point[Thing]] = ()) -> None:
        self._points: list[Point[Thing]] = []
        for point in points:
            self.add(point)

    def add(self, point: Point[Thing]) -> bool:
        """Take a board in where no other beats it; tell whether it was."""
        if any(one.beats(point) for one in self._points):
            return False
        kept = [one for one in self._points if not point.beats(one)]
        self._points = sorted([*kept, point], key=lambda one: one.changed)
        return True

    @property
    def points(self) -> list[Point[Thing]]:
        """The boards, fewest changes first."""
        return list(self._points)

    def would_take(self, boneyard: int, changed: int, cost: int) -> bool:
        """Tell whether a board of these figures would be taken in."""
        figures = Point(boneyard, changed, cost, None)
        return not any(
            Point(one.boneyard, one.changed, one.cost, None).beats(figures)
            for one in self._points
        )

    def least(self, change_cost: int | None) -> Point[Thing]:
        """Give the best board at a price for each change; fewest changes for None."""
        if change_cost is None:
            return self._points[0]
        price = change_cost
        return min(self._points, key=lambda one: one.cost + price * one.changed)

    def widest(self) -> tuple[Point[Thing], Point[Thing]] | None:
        """Give the two neighbors with most room for boards between them."""
        pairs = list(zip(self._points, self._points[1:], strict=False))
        pairs = [pair for pair in pairs if pair[1].changed - pair[0].changed > 1]
        return max(pairs, key=lambda pair: _room(*pair), default=None)


def _room(one: Point[Thing], other: Point[Thing]) -> int:
    return (other.changed - one.changed) * (one.cost - other.cost)


def spread(points: Sequence[Point[Thing]], most: int) -> list[Point[Thing]]:
    """Give at most so many of the points: both ends, and those farthest apart.

    Points are in order from fewest changes to cheapest; so are those given.
    """
    if len(points) <= most:
        return list(points)
    if most == 1:
        return [points[0]]
    width = max(points[-1].changed - points[0].changed, 1)
    height = max(points[0].cost - points[-1].cost, 1)

    def apart(one: Point[Thing], other: Point[Thing]) -> float:
        across = abs(one.changed - other.changed) / width
        return across + abs(one.cost - other.cost) / height

    chosen = [0, len(points) - 1]
    while len(chosen) < most:
        left = [at for at in range(len(points)) if at not in chosen]
        chosen.append(
            max(left, key=lambda at: min(apart(points[at], points[c]) for c in chosen))
        )
    return [points[at] for at in sorted(chosen)]
