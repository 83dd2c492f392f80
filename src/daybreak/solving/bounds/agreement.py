"""People's prices at which the days and the calendar together ask the most.

What a person is paid for a date is split between two bounds: the days ask a part for
each date worked (`rounds`), the calendar the other part for each date from the first
work to the last (`order`). Both answers are concave in the split and come with a slope,
so cutting planes (Kelley 1960), kept close to the best split so far, lead to the split
that proves the most.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from time import monotonic
from typing import Any

import highspy
import numpy as np

from daybreak.solving.bounds.days import PARTS
from daybreak.solving.bounds.order import Order
from daybreak.solving.bounds.ranges import DayRange
from daybreak.solving.bounds.rounds import PatternRounds
from daybreak.solving.engines.arrays import Floats, Ints

INNER = 12
CLOSE = 0.0003
FIRST_REACH, LEAST_REACH = 0.5, 0.004
FAR = 1 << 60
SLICE_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A plane above one of the two bounds: its value and slope at some prices."""

    at: Floats
    value: float
    slope: Floats


class Agreement:
    """Bounds of a shoot with one unit and a given number of days.

    Parameters
    ----------
    rounds, order
        What the days ask and what the calendar asks.
    """

    def __init__(self, rounds: PatternRounds, order: Order) -> None:
        self._rounds, self._order = rounds, order
        people = len(order.most)
        self._people = np.array(order.people, dtype=np.int64)
        owed = rounds.work.owed
        self._most = np.minimum(order.most, owed[:people])[self._people]
        self.prices = np.zeros(len(self._people), dtype=np.int64)
        self._calendar_cuts: dict[int, list[Cut]] = {}

    def everywhere(self, *, until: float, stop: Callable[[], bool]) -> tuple[int, int]:
        """Give the bound of every shoot at the prices kept, in parts, and its days.

        Returns
        -------
        tuple
            The bound, 0 where there was no time to look at every number of days; and
            the number of days that it comes from.
        """
        rounds, order = self._rounds, self._order
        prices = self._all(self.prices)
        best, days = FAR, sum(order.least_days())
        for total in count(days):
            ways = order.ways(total)
            if max(rounds.bound_of(ways[0]), 0) < best:
                self._ask_days(total, self.prices, until, stop)
            paid = {whole: rounds.bound_of(whole) for whole in ways}
            for whole, asked in paid.items():
                found = order.bound_of(whole, prices) if asked < best else None
                if found is not None and asked + found.cost < best:
                    best, days = asked + found.cost, total
            if all(self._is_over(whole, best) for whole in ways):
                break
            if stop() or monotonic() > until:
                return 0, days
        return best, days

    def _is_over(self, whole: tuple[int, ...], best: int) -> bool:
        """Tell whether so many days and any more surely cost as much as ``best``.

        A line that does not fall with more days at any base says so for all of them.
        """
        return any(
            max(line.gains) <= 0 and line.at(whole) >= best
            for line in self._rounds.lines
        )

    def improve(
        self,
        days: int,
        *,
        until: float,
        stop: Callable[[], bool],
        tell: Callable[[int], None] = lambda _: None,
        enough: int | None = None,
    ) -> int | None:
        """Give the best bound of shoots of so many days, in parts; keep its prices.

        Parameters
        ----------
        until
            Of the clock `time.monotonic`.
        tell
            Called with every better bound.
        enough
            A bound that need not be passed.
        """
        calendar = self._ask_calendar(days, self.prices)
        if calendar is None:
            return None
        paid: list[Cut] = []
        best, reach = -1, FIRST_REACH
        trial = self.prices
        while True:
            calendar = self._ask_calendar(days, trial)
            assert calendar is not None
            proven, cut = self._ask_days(days, trial, until, stop)
            paid.append(cut)
            if proven + calendar[0] > best:
                best = proven + calendar[0]
                self.prices = trial
                tell(best)
                reach = min(reach * 1.6, 1.0)
            else:
                reach *= 0.5
            if stop() or monotonic() > until or (enough is not None and best >= enough):
                return best
            trial, promised = self._next(days, paid, reach)
            if promised <= best * (1 + CLOSE) or reach < LEAST_REACH:
                return best

    def _next(self, days: int, paid: list[Cut], reach: float) -> tuple[Ints, float]:
        """Give the prices that the planes promise most for, and what they promise."""
        trial, promised = self.prices, 0.0
        for _ in range(INNER):
            trial, promised, hoped = self._plan(paid, self._calendar_cuts[days], reach)
            calendar = self._ask_calendar(days, trial)
            assert calendar is not None
            if hoped <= calendar[0] * (1 + CLOSE):
                break
        return trial, promised

    def _all(self, prices: Ints) -> Ints:
        """Give (people) the prices of everyone."""
        everyone = np.zeros(len(self._order.most), dtype=np.int64)
        everyone[self._people] = prices
        return everyone

    def _ask_calendar(self, days: int, prices: Ints) -> tuple[int, Cut] | None:
        found = self._order.bound(days, self._all(prices))
        if found is None:
            return None
        cut = Cut(
            at=prices.astype(float),
            value=float(found.cost),
            slope=found.dates_paid[self._people].astype(float),
        )
        self._calendar_cuts.setdefault(days, []).append(cut)
        return found.cost, cut

    def _ask_days(
        self, days: int, prices: Ints, until: float, stop: Callable[[], bool]
    ) -> tuple[int, Cut]:
        rounds = self._rounds
        owed = rounds.work.owed.copy()
        owed[self._people] -= prices
        if (owed != rounds.owed).any():
            rounds.set_prices(owed)
        rounds.set_days(0, DayRange(least=days, most=days))
        found = rounds.run(until=min(until, monotonic() + SLICE_SECONDS), stop=stop)
        units = len(rounds.ranges)
        cut = Cut(
            at=prices.astype(float),
            value=float(found.bound),
            slope=-found.used[units + self._people],
        )
        return found.bound, cut

    def _plan(
        self, paid: list[Cut], waits: list[Cut], reach: float
    ) -> tuple[Ints, float, float]:
        """Solve the program of the planes: prices, both promises, the calendar's."""
        make: Any = highspy.Highs  # its methods have no types
        highs = make()
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        people = len(self._people)
        for at in range(people):
            most, now = float(self._most[at]), float(self.prices[at])
            highs.addCol(
                0.0,
                max(0.0, now - reach * most) / PARTS,
                min(most, now + reach * most) / PARTS,
                0,
                np.array([], dtype=np.int32),
                np.array([]),
            )
        for _ in range(2):
            none = np.array([], dtype=np.int32)
            highs.addCol(-1.0, -1e12, 1e12, 0, none, np.array([]))
        for column, cuts in ((people, paid), (people + 1, waits)):
            for cut in cuts:
                side = (cut.value - float(cut.slope @ cut.at)) / PARTS
                rows = np.array([*range(people), column], dtype=np.int32)
                values = np.array([*(-cut.slope), 1.0])
                highs.addRow(-highspy.kHighsInf, side, len(rows), rows, values)
        highs.run()
        found = np.array(highs.getSolution().col_value) * PARTS
        prices = np.clip(np.floor(found[:people]), 0, self._most).astype(np.int64)
        return (
            prices,
            float(found[people] + found[people + 1]),
            float(found[people + 1]),
        )
