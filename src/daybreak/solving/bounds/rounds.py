"""Column generation: patterns are priced and mixed, again and again, with a bound.

The prices of the master are drawn toward those of the best bound so far (Wentges
1997), which keeps them from jumping about. Whatever prices are tried, rounded to whole
parts of the currency, give a bound that holds by itself (Lagrangian bound; where the
number of days is open, the one of Farley 1990).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np

from daybreak.solving.bounds.days import DayWork
from daybreak.solving.bounds.master import Duals, Master
from daybreak.solving.bounds.patterns import Pattern, Pool, pattern_of, whole_patterns
from daybreak.solving.bounds.pricer import NOT_ASKED, GroupPriced, GroupPricer
from daybreak.solving.bounds.ranges import DayRange
from daybreak.solving.engines.arrays import Floats, Ints

MOST_NODES = 20_000
CLOSE = 0.0002  # bound and mix agree
PULL = 0.6
FAR = 1 << 60
NO_DATES = np.zeros(0)
INFEASIBLE = 1 << 57  # a bound that says that there is no schedule at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one set of prices proves for every number of days at each base.

    Parameters
    ----------
    earned
        What all strips earn, in parts.
    gains
        (bases) what a day there earns at most beyond its own cost; may be negative.
    """

    earned: int
    gains: tuple[int, ...]

    def at(self, days: Sequence[int]) -> int:
        """Give the bound for so many days without whole-day scenes at each base."""
        pairs = zip(days, self.gains, strict=True)
        return self.earned - sum(count * gain for count, gain in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternBound:
    """What the patterns prove.

    Parameters
    ----------
    bound
        In parts of the currency: no schedule's days cost less at these prices.
    estimate
        What the best mix of the patterns found costs; the bound grows to it.
    used
        (units + things) days of each unit, person, element and location in that mix.
    first, last
        (dates) how much of the first day that mix has on each date, and of the last.
    is_done
        Whether more time would not help.
    """

    bound: int
    estimate: float
    used: Floats
    first: Floats
    last: Floats
    is_done: bool


class PatternRounds:
    """Bounds what all days together cost; patterns once found are kept.

    Parameters
    ----------
    work
        What patterns are made of.
    places
        (scenes) location of each scene.
    boneyard
        How many strips may be left out.
    """

    def __init__(
        self,
        work: DayWork,
        places: Ints,
        *,
        boneyard: int,
    ) -> None:
        self.work = work
        self.placeable = np.flatnonzero(work.placeable)
        lost = len(work.placeable) - len(self.placeable)
        self.boneyard = max(boneyard - lost, 0)
        self.pool = Pool()
        self._units = len(work.most_days)
        self._pricers = [GroupPricer(work, group) for group in work.groups]
        self._master = Master(
            self.placeable,
            scenes=len(work.placeable),
            units=self._units,
            things=len(work.owed),
            boneyard=self.boneyard,
        )
        self.duals: Duals | None = None  # to begin the next run with
        self.best_duals: Duals | None = None
        self.close = CLOSE
        self.owed = work.owed.copy()
        self.least = np.zeros(len(work.owed), dtype=np.int64)
        self.most = np.full(len(work.owed), -1, dtype=np.int64)
        self.ranges = [DayRange(least=0, most=int(most)) for most in work.most_days]
        self.bases = sorted({kind.base for kind in work.covers})
        self._lines: list[Line] = []
        self._whole = whole_patterns(work, places)
        for pattern in self._whole:
            self._take(pattern)
        for pricer in self._pricers:
            for at in range(len(pricer.kind.scenes)):
                self._take(pattern_of(work, pricer.kind, np.array([at])))
        dearest = max((one.cost(self.owed) for one in self.pool.patterns), default=0)
        self._far = 4.0 * dearest / 1000 + 1.0
        self._master.set_most_extra_cost(self._far)
        self._master.set_prices(self.owed)

    def _take(self, pattern: Pattern) -> bool:
        if not self.pool.add(pattern):
            return False
        self._master.add(pattern, pattern.cost(self.owed))
        return True

    def set_prices(self, owed: Ints) -> None:
        """Change what a day with each person or element costs, in parts."""
        self.owed = np.minimum(owed, self.work.owed)
        self._lines = []
        self._master.set_prices(self.owed)

    def set_days(self, unit: int, days: DayRange) -> None:
        """Say how many days a unit uses."""
        self.ranges[unit] = days
        self._master.set_days(unit, days.least, days.most)

    def set_use(self, thing: int, least: int = 0, most: int | None = None) -> None:
        """Say on how many days a person, an element or a location is used."""
        self.least[thing] = least
        self.most[thing] = -1 if most is None else most
        self._lines = []
        self._master.set_use(thing, least, most)

    def uses(self, thing: int) -> tuple[int, int | None]:
        """Give on how many days a thing has to be used, least and most."""
        most = int(self.most[thing])
        return int(self.least[thing]), None if most < 0 else most

    @property
    def lines(self) -> tuple[Line, ...]:
        """What was proven at the prices of the moment."""
        return tuple(self._lines)

    @property
    def counts_days(self) -> bool:
        """Tell whether bounds are known by the number of days at each base."""
        return self._units == 1 and not self.boneyard and not self._whole

    def bound_of(self, days: Sequence[int]) -> int:
        """Give what is proven for so many shooting days at each base, in parts.

        The bases are those of ``bases``, in their order. Only where `counts_days`.
        """
        return max((line.at(days) for line in self._lines), default=0)

    def in_mix(self) -> list[Pattern]:
        """Give the patterns that the mix of the moment uses."""
        return self._master.in_mix()

    def run(
        self,
        *,
        until: float,
        stop: Callable[[], bool],
        tell: Callable[[int], None] = lambda _: None,
        enough: int | None = None,
    ) -> PatternBound:
        """Price and mix until nothing is left to find, or time or a stop ends it.

        Parameters
        ----------
        until
            Of the clock `time.monotonic`.
        tell
            Called with every better bound, in parts.
        enough
            A bound that need not be passed.
        """
        best = 0
        kept, self.duals = self.duals, None
        pull = PULL
        done = False
        estimate = 0.0
        if kept is not None:
            best = max(self._evaluate(kept)[0], 0)
            if best < INFEASIBLE:
                tell(best)
        while True:
            estimate, duals = self._master.solve()
            center = kept
            tried = duals if center is None else duals.toward(center, pull)
            bound, fresh, exact = self._evaluate(tried)
            if bound > best:
                best = bound
                kept = tried
                if best < INFEASIBLE:
                    tell(best)
            elif kept is None:
                kept = tried
            if best >= estimate * (1 - self.close) or (
                enough is not None and best >= enough
            ):
                done = True
                break
            if fresh == 0:
                if center is None or pull < 0.05:
                    done = exact
                    break
                pull *= 0.5 if pull > 0.2 else 0.0
            else:
                pull = min(PULL, pull + 0.1)
            if stop() or monotonic() > until:
                break
        self.best_duals = kept
        return PatternBound(
            bound=best,
            estimate=estimate,
            used=self._master.use(),
            first=NO_DATES,
            last=NO_DATES,
            is_done=done,
        )

    def _evaluate(self, duals: Duals) -> tuple[int, int, bool]:
        """Give the bound that prices prove, the new patterns, whether all was exact."""
        prices = np.floor(duals.scenes).astype(np.int64)
        days = np.floor(duals.days).astype(np.int64)
        things = np.minimum(np.floor(duals.things).astype(np.int64), self.owed)
        things[(things > 0) & (self.least == 0)] = 0
        things[(things < 0) & (self.most < 0)] = 0
        owed = self.owed - things
        paid = int((things * np.where(things > 0, self.least, self.most)).sum())
        found: list[GroupPriced] = []
        fresh, exact = 0, True
        for pricer in self._pricers:
            priced = pricer.price(
                prices, owed, cutoffs=_cutoffs(pricer, days), nodes=MOST_NODES
            )
            exact = exact and priced.is_exact
            fresh += self._keep(priced, prices, owed, days)
            found.append(priced)
        return self._undated_bound(prices, days, paid, owed, found), fresh, exact

    def _keep(self, priced: GroupPriced, prices: Ints, owed: Ints, days: Ints) -> int:
        """Take in patterns where they earn more than asked; give how many are new."""
        fresh = 0
        for pattern, _ in priced.patterns:
            earns = int(prices[list(pattern.scenes)].sum()) - pattern.cost(owed)
            if earns > -days[pattern.unit]:
                fresh += self._take(pattern)
        return fresh

    def _undated_bound(
        self,
        prices: Ints,
        days: Ints,
        paid: int,
        owed: Ints,
        found: list[GroupPriced],
    ) -> int:
        """Give the bound whatever the dates, in parts; note what it says by base."""
        most = [0] * self._units
        gains = dict.fromkeys(self.bases, -FAR)
        for pricer, priced in zip(self._pricers, found, strict=True):
            kind = pricer.kind
            ceiling = int(priced.ceilings[list(pricer.group.greatest)].max())
            most[kind.unit] = max(most[kind.unit], ceiling + int(days[kind.unit]))
            gains[kind.base] = max(gains[kind.base], ceiling)
        if self.counts_days:
            gained = tuple(gains[base] for base in self.bases)
            self._lines.append(Line(earned=int(prices.sum()) + paid, gains=gained))
        return self._bound(prices, days, paid, owed, most)

    def _bound(
        self, prices: Ints, days: Ints, paid: int, owed: Ints, gain: list[int]
    ) -> int:
        """Give the bound in whole parts; ``gain`` is what a day may earn too much."""
        adjusted = [int(days[unit]) - gain[unit] for unit in range(self._units)]
        bound = 0
        for unit, span in enumerate(self.ranges):
            bound += adjusted[unit] * (span.least if adjusted[unit] > 0 else span.most)
        bound += self._earned(prices, adjusted, owed) + paid
        if not days.any():
            earned = self._earned(prices, [0] * self._units, owed) + paid
            bound = max(bound, self._scaled(earned, gain))
        return bound

    def _earned(self, prices: Ints, days: list[int], owed: Ints) -> int:
        """Give what all strips earn, less those that may be left out."""
        clipped = prices.copy()
        for scene in {each.scenes[0] for each in self._whole}:
            cheapest = min(
                each.cost(owed) - each.days * days[each.unit]
                for each in self._whole
                if each.scenes[0] == scene
            )
            clipped[scene] = min(int(prices[scene]), cheapest)
        ranked = np.sort(clipped[self.placeable])[::-1]
        return int(ranked.sum()) - int(np.maximum(ranked[: self.boneyard], 0).sum())

    def _scaled(self, earned: int, gain: list[int]) -> int:
        """Give the bound of prices made small enough that no day earns too much.

        A day that costs D and earns G more than that is paid in full by D / (D + G) of
        the prices (Farley 1990).
        """
        top, bottom = 1, 1
        for unit in range(self._units):
            costs = [one.kind.cost for one in self._pricers if one.kind.unit == unit]
            if costs and gain[unit] > 0:
                cost = min(costs)
                if cost * bottom < top * (cost + gain[unit]):
                    top, bottom = cost, cost + gain[unit]
        return max(earned, 0) * top // bottom


def _cutoffs(pricer: GroupPricer, days: Ints) -> Ints:
    """Give what a day of each kind of a group has to earn."""
    group = pricer.group
    cutoffs = np.full(len(group.kinds), NOT_ASKED, dtype=np.int64)
    cutoffs[list(group.greatest)] = -days[group.cover.unit]
    return cutoffs
