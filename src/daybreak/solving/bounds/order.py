"""What people who wait, moves, idle dates and lateness cost at least, by the calendar.

For one unit. A person's pay for each date is split: a part of it is asked by the days
on which they work (`pricing`), the other part, their price here, for every date from
their first day of work to their last on which they are available. Whatever the prices
are, both parts together never exceed what the person is paid, so both bounds may be
added (Lagrangian decomposition, Guignard and Kim 1987).
"""

from __future__ import annotations

from itertools import product

import numpy as np

from daybreak.model.production import Person, RuleName
from daybreak.solving.amounts import hold_fraction
from daybreak.solving.bounds import order_cuts
from daybreak.solving.bounds.days import PARTS
from daybreak.solving.bounds.order_grid import Grid, OrderBound
from daybreak.solving.engines import arrays
from daybreak.solving.engines.arrays import Ints
from daybreak.solving.problem import Problem, blocks

MOST_PEOPLE = 60
MOST_CELLS = 6000
MOST_TABLE = 6_000_000  # dates x cells x bases
BINDING: tuple[RuleName, ...] = ("once", "eligible", "unit", "capacity")


class Order:
    """The calendar of a production with one unit.

    Parameters
    ----------
    problem
        The production in arrays.
    weights, capacity
        (kinds, scenes), (kinds): shares of a day that strips take. No day that may be
        shot holds strips of more than its capacity, in any kind. The first kind has
        to be there for every base.
    """

    def __init__(self, problem: Problem, weights: Ints, capacity: Ints) -> None:
        self.problem = problem
        self.weights, self.capacity = weights, capacity
        production = problem.production
        self.is_split = blocks(production, "base") and len(production.bases) > 1
        places = problem.scenes.info[:, arrays.BASE] if self.is_split else None
        scenes = len(production.scenes)
        self.base = np.zeros(scenes, np.int64) if places is None else places.copy()
        used = np.unique(self.base)
        self.bases = [int(one) for one in used] if self.is_split else [0]
        self.base = np.searchsorted(used, self.base).astype(np.int64)
        self.dates = problem.slots.info[:, arrays.DATE].astype(np.int64)
        self.most = np.array(
            [_most_price(problem, at) for at in range(len(production.people))],
            dtype=np.int64,
        )
        self.people = _chosen(self.most)
        self._note_people()
        self._note_marks()
        self._grids: dict[tuple[int, ...], Grid] = {}

    # --- what stays the same -------------------------------------------------------

    def _note_people(self) -> None:
        casts = [
            {int(person) for person, _ in self._cast(scene)}
            for scene in range(len(self.base))
        ]
        lists = [
            [scene for scene, cast in enumerate(casts) if person in cast]
            for person in self.people
        ]
        self.scenes_from = np.array(
            [0, *np.cumsum([len(one) for one in lists])], dtype=np.int64
        )
        self.scenes = np.array([one for each in lists for one in each], dtype=np.int64)
        shared = [
            sum(
                1 << other
                for other, theirs in enumerate(lists)
                if other != at and not set(mine).isdisjoint(theirs)
            )
            for at, mine in enumerate(lists)
        ]
        self.conflicts = np.array(shared, dtype=np.int64)
        self.lists = lists

    def _cast(self, scene: int) -> Ints:
        scenes = self.problem.scenes
        return scenes.cast[scenes.cast_from[scene] : scenes.cast_from[scene + 1]]

    def _note_marks(self) -> None:
        """Note what is different on each date: who is free, what has to be over."""
        allowed = self.problem.scenes.allowed
        dates = len(self.dates)
        spans = self.problem.scenes.info[:, arrays.SPAN]
        first = np.where(allowed.any(axis=1), allowed.argmax(axis=1), dates)
        last = np.where(
            allowed.any(axis=1), dates - 1 - allowed[:, ::-1].argmax(axis=1), -1
        )
        last = np.where(spans > 0, dates, last)  # its first day is all that is known
        self.first, self.last = first, last
        marks: dict[tuple[int, bytes, bytes], int] = {}
        of_date = np.zeros(dates, dtype=np.int64)
        for day in range(dates):
            before, after = last <= day, first > day
            mark = (self._free(day), before.tobytes(), after.tobytes())
            of_date[day] = marks.setdefault(mark, len(marks))
        self.mark_of = of_date
        self._fill_marks(list(marks))

    def _free(self, day: int) -> int:
        """Give the set of people who are paid on a date where they are held."""
        paid, date = self.problem.people.paid, int(self.dates[day])
        return sum(
            1 << at
            for at, person in enumerate(self.people)
            if paid[person, date + 1] > paid[person, date]
        )

    def _fill_marks(self, marks: list[tuple[int, bytes, bytes]]) -> None:
        kinds, bases = len(self.capacity), len(self.bases)
        words = len(self.base) // order_cuts.WORD + 1
        self.mark_free = np.array([free for free, _, _ in marks], dtype=np.int64)
        self.forced = np.zeros(len(marks), dtype=np.uint8)
        self.start_used = np.zeros((len(marks), 2, kinds, bases), dtype=np.int64)
        self.start_touched = np.zeros((len(marks), 2, words), dtype=np.int64)
        self.start_barred = np.zeros((len(marks), 2), dtype=np.int64)
        for at, (_, *sides) in enumerate(marks):
            sets = [np.frombuffer(side, dtype=bool) for side in sides]
            self.forced[at] = bool((sets[0] & sets[1]).any())
            for side, chosen in enumerate(sets):
                for scene in np.flatnonzero(chosen).tolist():
                    word, bit = divmod(scene, order_cuts.WORD)
                    self.start_touched[at, side, word] |= 1 << bit
                    self.start_used[at, side, :, self.base[scene]] += self.weights[
                        :, scene
                    ]
                self.start_barred[at, 1 - side] = sum(
                    1 << person
                    for person, scenes in enumerate(self.lists)
                    if chosen[scenes].any()
                )

    # --- asked again and again -----------------------------------------------------

    def least_days(self) -> tuple[int, ...]:
        """Give how many days each base needs at least, by the weights."""
        needed = []
        for place in range(len(self.bases)):
            sums = self.weights[:, self.base == place].sum(axis=1)
            needed.append(int((-(-sums // self.capacity)).max()))
        return tuple(needed)

    def bound(self, days: int, prices: Ints) -> OrderBound | None:
        """Give what the calendar costs at least with so many shooting days.

        Parameters
        ----------
        days
            Shooting days of the unit.
        prices
            (people) parts of the currency for each date, at most ``most``.

        Returns
        -------
        OrderBound or None
            None where that many days cannot be.
        """
        found = [
            one
            for whole in self.ways(days)
            if (one := self.bound_of(whole, prices)) is not None
        ]
        return min(found, key=lambda one: one.cost, default=None)

    def ways(self, days: int) -> list[tuple[int, ...]]:
        """Give every way to share so many days between the bases."""
        least = self.least_days()
        spare = days - sum(least)
        return [
            tuple(a + b for a, b in zip(least, extra, strict=True))
            for extra in product(range(max(spare, -1) + 1), repeat=len(least))
            if sum(extra) == spare
        ]

    def size(self, days: int) -> int:
        """Give how many numbers the tables for so many days hold at most."""
        least = self.least_days()
        spare = max(days - sum(least), 0)
        cells = int(np.prod([one + spare + 1 for one in least]))
        return cells * len(self.dates) * len(least)

    def bound_of(self, whole: tuple[int, ...], prices: Ints) -> OrderBound | None:
        """Give what the calendar costs at least with so many days at each base."""
        if whole not in self._grids:
            self._grids[whole] = Grid(self, whole)
        return self._grids[whole].bound(prices)


def _most_price(problem: Problem, person: int) -> int:
    """Give the most that a date between a person's first and last work is sure to cost.

    In parts of the currency: a whole number of it, since holds are rounded once for a
    deal. 0 where drops, a further deal or another sort of deal could make it cost less.
    """
    scenes, people = problem.scenes, problem.people
    deals = {int(deal) for one, deal in scenes.cast.tolist() if one == person}
    if len(deals) != 1 or (deal := deals.pop()) < 0:
        return 0
    row = people.deals[deal]
    if row[arrays.KIND] != arrays.DAILY:
        return 0
    which: Person = problem.production.people[person]
    at = deal - int(people.deals_from[person])
    terms = which.deals[at]
    if terms.drops:
        return 0
    top, bottom = hold_fraction(terms, problem.dates)
    return min(terms.rate * top // bottom, terms.rate) * PARTS


def _chosen(most: Ints) -> list[int]:
    """Give the people who have a price, the dearest where there are too many."""
    order = np.argsort(-most, kind="stable")[:MOST_PEOPLE]
    return sorted(int(one) for one in order if most[one] > 0)
