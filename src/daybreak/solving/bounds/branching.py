"""Branch and bound on numbers of days: those of a unit, a person, a thing, a location.

A mix of patterns may use a person on two days and a half; a schedule may not. So a
mix is told to use two days at most, or three at least, whichever leaves more of the
price unpaid, and what every branch proves holds for all schedules in it. The bound is
that of the weakest branch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import ceil, floor
from time import monotonic

import numpy as np

from daybreak.solving.bounds.rounds import DayRange, PatternRounds

WHOLE = 1e-4
NODE_SECONDS = 20.0
Ranges = tuple[tuple[int, int, int | None], ...]  # thing, least, most


@dataclass(frozen=True, slots=True, order=True)
class Branch:
    """Some of the schedules: those that use so many days of some things.

    Parameters
    ----------
    bound
        In parts; no schedule among them costs less.
    number
        Which branch it is, so that equal bounds keep their order.
    """

    bound: int
    number: int
    days: tuple[DayRange, ...] = field(compare=False)
    uses: Ranges = field(compare=False)
    is_closed: bool = field(default=False, compare=False)


class Branches:
    """All branches of a production's patterns at the prices of the moment.

    Parameters
    ----------
    rounds
        The patterns; their prices stay as they are as long as the branches live.
    extra
        Gives what else schedules with so many days of each unit cost at least, in
        parts, from the least and most days of each; added to what patterns prove.
    """

    def __init__(
        self,
        rounds: PatternRounds,
        *,
        extra: Callable[[tuple[DayRange, ...]], int] = lambda _: 0,
    ) -> None:
        self._rounds = rounds
        self._extra = extra
        self._count = 0
        days = tuple(rounds.ranges)
        self._open = [Branch(bound=0, number=0, days=days, uses=())]

    @property
    def bound(self) -> int:
        """Give the bound of all schedules, in parts."""
        return self._open[0].bound

    @property
    def is_done(self) -> bool:
        """Tell whether the weakest branch cannot be divided further."""
        return self._open[0].is_closed

    def run(
        self,
        *,
        until: float,
        stop: Callable[[], bool],
        tell: Callable[[int], None],
        enough: int | None = None,
    ) -> int:
        """Divide the weakest branch, again and again; give the bound in parts."""
        told = self.bound
        while not self.is_done and not stop() and monotonic() < until:
            if enough is not None and self.bound >= enough:
                break
            branch = heappop(self._open)
            for each in self._divided(branch, until=until, stop=stop):
                heappush(self._open, each)
            if self.bound > told:
                told = self.bound
                tell(told)
        self._apply(Branch(bound=0, number=0, days=self._all_days, uses=()))
        return self.bound

    @property
    def _all_days(self) -> tuple[DayRange, ...]:
        most = self._rounds.work.most_days.tolist()
        return tuple(DayRange(least=0, most=int(one)) for one in most)

    def _apply(self, branch: Branch) -> None:
        rounds = self._rounds
        for unit, days in enumerate(branch.days):
            if rounds.ranges[unit] != days:
                rounds.set_days(unit, days)
        wanted = {thing: (least, most) for thing, least, most in branch.uses}
        for thing in range(len(rounds.work.owed)):
            least, most = wanted.get(thing, (0, None))
            if rounds.uses(thing) != (least, most):
                rounds.set_use(thing, least, most)

    def _divided(
        self, branch: Branch, *, until: float, stop: Callable[[], bool]
    ) -> list[Branch]:
        """Give the branches that a branch is divided into, each with its bound."""
        self._apply(branch)
        extra = self._extra(branch.days)
        found = self._rounds.run(
            until=min(until, monotonic() + NODE_SECONDS), stop=stop
        )
        bound = max(branch.bound, found.bound + extra)
        units = len(branch.days)
        for unit in range(units):
            used = float(found.used[unit])
            if abs(used - round(used)) > WHOLE:
                return self._by_days(branch, bound, unit, used)
        rounds = self._rounds
        # days asked for beyond those of the mix are paid, but nobody works on them
        uses = np.maximum(found.used[units:], rounds.least)
        torn = np.minimum(uses - np.floor(uses), np.ceil(uses) - uses)
        worst = int(np.argmax(torn * self._rounds.owed))
        if torn[worst] < WHOLE or self._rounds.owed[worst] == 0:
            return [self._child(branch, bound, branch.days, branch.uses, closed=True)]
        return self._by_use(branch, bound, worst, float(uses[worst]))

    def _child(
        self,
        branch: Branch,
        bound: int,
        days: tuple[DayRange, ...],
        uses: Ranges,
        *,
        closed: bool = False,
    ) -> Branch:
        self._count += 1
        return Branch(
            bound=bound, number=self._count, days=days, uses=uses, is_closed=closed
        )

    def _by_days(
        self, branch: Branch, bound: int, unit: int, used: float
    ) -> list[Branch]:
        span = branch.days[unit]
        parts = (
            DayRange(least=span.least, most=floor(used)),
            DayRange(least=ceil(used), most=span.most),
        )
        return [
            self._child(
                branch,
                bound,
                (*branch.days[:unit], part, *branch.days[unit + 1 :]),
                branch.uses,
            )
            for part in parts
        ]

    def _by_use(
        self, branch: Branch, bound: int, thing: int, used: float
    ) -> list[Branch]:
        before = {one: (least, most) for one, least, most in branch.uses}
        least, most = before.get(thing, (0, None))
        children = []
        for span in ((least, floor(used)), (ceil(used), most)):
            uses = {**before, thing: span}
            packed = tuple((one, low, top) for one, (low, top) in sorted(uses.items()))
            children.append(self._child(branch, bound, branch.days, packed))
        return children
