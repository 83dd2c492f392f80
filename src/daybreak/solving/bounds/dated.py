"""Column generation where dates matter: one unit, and people who are sure to wait.

Dates on which the same days cost the same form a class; which they are depends on the
branch: on the dates between which each person begins and ends their work. Patterns are
kept from branch to branch, those that are worth something go into its program.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import numpy as np

from daybreak.solving.bounds.dated_master import WHOLE, DatedMaster, Prices
from daybreak.solving.bounds.dated_pool import DatedPool
from daybreak.solving.bounds.dates import Dates
from daybreak.solving.bounds.days import PARTS, DayWork
from daybreak.solving.bounds.patterns import pattern_of
from daybreak.solving.bounds.pricer import GroupPricer
from daybreak.solving.bounds.ranges import DayRange, Span
from daybreak.solving.bounds.rounds import (
    CLOSE,
    FAR,
    INFEASIBLE,
    MOST_NODES,
    PULL,
    PatternBound,
    PatternRounds,
)
from daybreak.solving.bounds.waiting import Waiting, Window
from daybreak.solving.engines.arrays import Floats, Ints

MOST_COLUMNS = 2500
MOST_FRESH = 300


class DatedRounds:
    """Bounds what all days of one unit cost with their dates.

    Parameters
    ----------
    rounds
        Rounds without dates: their patterns and prices are where these begin.
    dates
        The dates of the unit.
    waiting
        What people are paid while they wait, where it is sure.
    """

    def __init__(
        self, rounds: PatternRounds, dates: Dates, waiting: Waiting | None
    ) -> None:
        self.work: DayWork = rounds.work
        self.dates, self.waiting = dates, waiting
        self.boneyard = rounds.boneyard
        self.placeable = rounds.placeable
        self.owed = self.work.owed.copy()
        self.close = CLOSE
        least = 0 if self.boneyard else 1
        self.ranges = [DayRange(least=least, most=int(self.work.most_days[0]))]
        ends = (0, len(dates.ordinals) - 1)
        self.span = Span(first=ends, last=ends)
        self.windows: tuple[Window, ...] = ()
        self.is_apart = False
        self._uses: dict[int, tuple[int, int | None]] = {}
        self._pricers = [GroupPricer(self.work, group) for group in self.work.groups]
        self.pool = DatedPool(self.work, self._pricers)
        for pattern in rounds.in_mix():
            self.pool.add(pattern)
        for pricer in self._pricers:
            for at in range(len(pricer.kind.scenes)):
                self.pool.add(pattern_of(self.work, pricer.kind, np.array([at])))
        dearest = max((one.cost(self.owed) for one in self.pool.patterns), default=0)
        self._far = 4.0 * dearest / PARTS + 1.0
        self.best_prices: Prices | None = None
        if rounds.best_duals is not None:
            shape = (len(dates.ordinals), len(dates.bases))
            self.best_prices = Prices(
                scenes=rounds.best_duals.scenes,
                asked=np.full(shape, -float(rounds.best_duals.days[0])),
                things=np.zeros(len(self.owed)),
            )
        self._is_laid = False

    # --- what a branch asks --------------------------------------------------------

    def set_days(self, unit: int, days: DayRange) -> None:
        """Say how many days the unit uses."""
        self.ranges[unit] = days
        self._is_laid = False

    def set_span(self, span: Span) -> None:
        """Say between which dates the first day is, and the last one."""
        self.span = span
        self._is_laid = False

    def set_windows(self, windows: tuple[Window, ...]) -> None:
        """Say between which dates people begin and end their work."""
        self.windows = windows
        self._is_laid = False

    def set_apart(self, is_apart: bool) -> None:
        """Say whether each date is a class of its own."""
        self.is_apart = is_apart
        self._is_laid = False

    def set_use(self, thing: int, least: int = 0, most: int | None = None) -> None:
        """Say on how many days a person, an element or a location is used."""
        if (least, most) == (0, None):
            self._uses.pop(thing, None)
        else:
            self._uses[thing] = (least, most)
        self._is_laid = False

    def uses(self, thing: int) -> tuple[int, int | None]:
        """Give on how many days a thing has to be used, least and most."""
        return self._uses.get(thing, (0, None))

    @property
    def least(self) -> Ints:
        """Give (things) on how many days each has to be used at least."""
        least = np.zeros(len(self.owed), dtype=np.int64)
        for thing, (days, _) in self._uses.items():
            least[thing] = days
        return least

    # --- the program of a branch ---------------------------------------------------

    def _lay(self) -> None:
        """Lay out classes of dates and the program of the branch."""
        dates = self.dates
        count, bases = len(dates.ordinals), len(dates.bases)
        table = np.repeat(self.owed[None, :], count, axis=0)
        self._sure = 0
        if self.waiting is not None:
            forbidden = int(self._far * PARTS)
            table, self._sure = self.waiting.owed(self.owed, self.windows, forbidden)
        low, top = self.span.first[0], self.span.last[1]
        known: dict[tuple[int, int, bytes, bytes], int] = {}
        self._class_of = np.full((count, bases), -1, dtype=np.int64)
        kinds: list[Ints] = []
        owed: list[Ints] = []
        for base in range(bases):
            here = np.where(dates.base_of == base, dates.kinds, -1)
            for at in range(low, top + 1):
                if (here[at] < 0).all():
                    continue
                alike = at if self.is_apart else 0
                key = (base, alike, here[at].tobytes(), table[at].tobytes())
                if key not in known:
                    known[key] = len(kinds)
                    kinds.append(here[at])
                    owed.append(table[at])
                self._class_of[at, base] = known[key]
        groups, things = len(self._pricers), len(self.owed)
        self._kinds = np.array(kinds, dtype=np.int64).reshape(-1, groups)
        self._owed = np.array(owed, dtype=np.int64).reshape(-1, things)
        # no day may earn by someone being there: then it would not be the cheapest
        self._least_owed = self._owed.min(axis=0, initial=FAR)
        self._master = DatedMaster(
            dates,
            self._class_of,
            placeable=self.placeable,
            scenes=len(self.work.placeable),
            things=len(self.owed),
            boneyard=self.boneyard,
            days=self.ranges[0],
            span=self.span,
            uses=self._uses,
            least_owed=self._least_owed,
            far=self._far,
        )
        self._in = np.zeros((len(self.pool), len(kinds)), dtype=bool)
        self._places: list[int] = []
        self._is_laid = True
        self._fill()

    def _fill(self) -> None:
        """Take the patterns of the pool in that are worth most at the last prices."""
        if self.best_prices is None:
            self._take(*np.nonzero(self.pool.may(self._kinds)))
        else:
            self._take_best(self.best_prices, MOST_COLUMNS, limit=FAR)

    def _take_best(self, prices: Prices, most: int, *, limit: int) -> int:
        """Take patterns in that cost less than ``limit`` beyond what they earn."""
        missing = len(self.pool) - len(self._in)
        self._in = np.pad(self._in, ((0, missing), (0, 0)))
        whole, things = self._whole(prices)
        asked = self._asked(prices)
        reduced = self.pool.costs(self._owed - things)
        reduced -= self.pool.earned(whole)[:, None] - asked
        reduced[self._in | ~self.pool.may(self._kinds)] = FAR
        found = np.flatnonzero(reduced.reshape(-1) < limit)
        if len(found) > most:
            ranked = np.argpartition(reduced.reshape(-1)[found], most)[:most]
            found = found[ranked]
        places, classes = np.divmod(found, reduced.shape[1])
        self._take(places, classes)
        return len(found)

    def _take(self, places: Ints, classes: Ints) -> None:
        if not len(places):
            return
        self._in[places, classes] = True
        fixed = np.array([self.pool.patterns[at].fixed for at in places.tolist()])
        needs = self.pool.needs[places].astype(np.int64)
        costs = fixed + (needs * self._owed[classes]).sum(axis=1)
        chosen = [self.pool.patterns[at] for at in places.tolist()]
        self._master.add(chosen, classes, costs)
        self._places += places.tolist()

    # --- bounds --------------------------------------------------------------------

    def _whole(self, prices: Prices) -> tuple[Ints, Ints]:
        """Give the prices of strips and things as whole parts that prove something."""
        scenes = np.floor(prices.scenes).astype(np.int64)
        things = np.floor(prices.things).astype(np.int64)
        things = np.minimum(things, self._least_owed)
        for thing in np.flatnonzero(things).tolist():
            least, most = self.uses(thing)
            if (things[thing] > 0 and least == 0) or (
                things[thing] < 0 and most is None
            ):
                things[thing] = 0
        return scenes, things

    def _asked(self, prices: Prices) -> Ints:
        """Give (classes) the least that a day of each class has to earn."""
        asked = np.full(len(self._kinds), FAR, dtype=np.int64)
        known = self._class_of >= 0
        values = np.floor(prices.asked[known]).astype(np.int64)
        np.minimum.at(asked, self._class_of[known], values)
        return asked

    def _evaluate(self, prices: Prices) -> tuple[int, int, bool]:
        """Give the bound that prices prove, the new patterns, whether all was exact."""
        scenes, things = self._whole(prices)
        paid = 0
        for thing in np.flatnonzero(things).tolist():
            least, most = self.uses(thing)
            days = least if things[thing] > 0 else most or 0
            paid += int(things[thing]) * days
        asked = self._asked(prices)
        owed = self._owed - things
        gains = np.full(len(self._kinds), -FAR, dtype=np.int64)
        before, exact = len(self.pool), True
        tops = self._tops(scenes, owed, asked)
        for number, kinds in enumerate(self._kinds):
            gains[number] = asked[number]
            for group in np.flatnonzero(kinds >= 0).tolist():
                if tops[group] <= gains[number]:
                    continue
                priced = self._pricers[group].price_on(
                    int(kinds[group]),
                    scenes,
                    owed[number],
                    cutoff=int(gains[number]),
                    nodes=MOST_NODES,
                )
                exact = exact and priced.is_exact
                gains[number] = max(gains[number], priced.ceiling)
                for pattern in priced.patterns:
                    self.pool.add(pattern)
        fresh = len(self.pool) - before
        return self._counted(scenes, gains) + paid + self._sure, fresh, exact

    def _tops(self, scenes: Ints, owed: Ints, asked: Ints) -> list[int]:
        """Give what no day of each group earns more than, on whatever date."""
        tops = []
        for group, pricer in enumerate(self._pricers):
            used = self._kinds[:, group] >= 0
            if not used.any():
                tops.append(-FAR)
                continue
            priced = pricer.price_cover(
                scenes,
                owed[used].min(axis=0),
                cutoff=int(asked[used].min()),
                nodes=MOST_NODES,
            )
            for pattern in priced.patterns:
                self.pool.add(pattern)
            tops.append(priced.ceiling)
        return tops

    def _counted(self, scenes: Ints, gains: Ints) -> int:
        """Give what all strips earn and the cheapest choice of dates, in parts."""
        ranked = np.sort(scenes[self.placeable])[::-1]
        earned = int(ranked.sum()) - int(ranked[: self.boneyard].sum())
        days = self.ranges[0]
        table = np.append(gains, -FAR)[self._class_of]  # no class: the last one
        least = self.dates.least_cost(
            table,
            least=days.least,
            most=days.most,
            first=self.span.first,
            last=self.span.last,
        )
        return earned + least

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
        if not self._is_laid:
            self._lay()
        best, kept, pull, done = 0, self.best_prices, PULL, False
        if kept is not None:
            best = max(self._evaluate(kept)[0], 0)
            self._take_best(kept, MOST_FRESH, limit=0)
        while True:
            estimate, prices = self._mixed()
            tried = prices if kept is None else prices.toward(kept, pull)
            bound, fresh, exact = self._evaluate(tried)
            if bound > best or kept is None:
                kept = tried
            if bound > best:
                best = bound
                if best < INFEASIBLE:
                    tell(best)
            estimate += self._sure
            if best >= estimate * (1 - self.close) or best >= (enough or INFEASIBLE):
                done = True
                break
            taken = self._take_best(tried, MOST_FRESH, limit=0)
            if fresh == 0 and taken == 0:
                if tried is prices or pull < 0.05:
                    done = exact
                    break
                pull *= 0.5 if pull > 0.2 else 0.0
            else:
                pull = min(PULL, pull + 0.1)
            if stop() or monotonic() > until:
                break
        self.best_prices = kept
        first, last = self._master.spans()
        return PatternBound(
            bound=best,
            estimate=estimate,
            used=self._used(),
            first=first,
            last=last,
            is_done=done,
        )

    def _mixed(self) -> tuple[float, Prices]:
        """Give cost and prices of a mix to which no known pattern adds anything."""
        while True:
            estimate, prices = self._master.solve()
            if not self._take_best(prices, MOST_FRESH, limit=-PARTS):
                return estimate, prices

    # --- what the mix looks like ---------------------------------------------------

    def _used(self) -> Floats:
        """Give days of the unit, then of each thing, in the mix."""
        places, values = self._master.mix()
        chosen = [self._places[at] for at in places.tolist()]
        needs = self.pool.needs[chosen].astype(np.float64)
        return np.concatenate([[values.sum()], values @ needs])

    def worked(self) -> Floats:
        """Give (people, dates): how much the mix has each person at work."""
        share = self._by_class()
        days = np.zeros(len(share))
        known = self._class_of[self._class_of >= 0]
        np.add.at(days, known, 1.0)
        even = share / np.maximum(days, 1.0)[:, None]
        table = np.zeros((self.work.people, len(self._class_of)))
        even = np.append(even, np.zeros((1, self.work.people)), axis=0)  # no class
        for base in range(self._class_of.shape[1]):
            table += even[self._class_of[:, base]].T
        return table

    def _by_class(self) -> Floats:
        """Give (classes, people): days of each person by class of dates."""
        places, values = self._master.mix()
        share = np.zeros((len(self._kinds), self.work.people))
        for at, value in zip(places.tolist(), values.tolist(), strict=True):
            pattern = self._master.patterns[at]
            for need in pattern.needs:
                if need < self.work.people:
                    share[self._master.classes[at], need] += value
        return share

    def plan(self) -> list[tuple[int, tuple[int, ...]]]:
        """Give date and strips of each day where the mix is a whole plan, else none."""
        places, values = self._master.mix()
        if (np.abs(values - np.round(values)) > WHOLE).any():
            return []
        waiting: dict[int, list[tuple[int, ...]]] = {}
        for at, value in zip(places.tolist(), values.tolist(), strict=True):
            scenes = self._master.patterns[at].scenes
            number = self._master.classes[at]
            waiting.setdefault(number, []).extend([scenes] * round(value))
        plan = []
        for date, number in self._master.shot_on():
            if not waiting.get(number):
                return []
            plan.append((date, waiting[number].pop()))
        strips = [scene for _, scenes in plan for scene in scenes]
        if any(waiting.values()) or len(strips) != len(self.work.placeable):
            return []
        if not all(scenes for _, scenes in plan):
            return []  # a day that is only there because so many are asked for
        return plan if len(set(strips)) == len(strips) else []
