"""The cuts and the ways through the calendar with a number of days at each base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from daybreak.solving.bounds import order_cuts, order_path
from daybreak.solving.bounds.days import PARTS
from daybreak.solving.engines import arrays
from daybreak.solving.engines.arrays import Ints
from daybreak.solving.problem import Problem, blocks

if TYPE_CHECKING:
    from daybreak.solving.bounds.order import Order

NODES = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderBound:
    """What the calendar costs at least with some days at each base.

    Parameters
    ----------
    cost
        In parts of the currency.
    dates_paid
        (people) how many dates of each person the cheapest way pays for.
    """

    cost: int
    dates_paid: Ints


class Grid:
    """The cuts and ways with a given number of days at each base."""

    def __init__(self, order: Order, whole: tuple[int, ...]) -> None:
        self._order = order
        self._whole = np.array(whole, dtype=np.int64)
        self._days = np.array(
            list(product(*(range(one + 1) for one in whole))), dtype=np.int64
        ).reshape(-1, len(whole))
        sizes = [one + 1 for one in whole]
        self._step = np.array(
            [int(np.prod(sizes[at + 1 :])) for at in range(len(whole))], dtype=np.int64
        )
        dates, cells, bases = len(order.dates), len(self._days), len(whole)
        marks = len(order.mark_free)
        self._costs = np.full((cells, marks), -1, dtype=np.int64)
        self._kept = np.zeros((cells, marks, 3), dtype=np.int64)
        self._best = np.zeros((dates, cells, bases), dtype=np.int64)
        self._came = np.zeros((dates, cells, bases), dtype=np.int64)
        self._asked = self._requests()

    def _requests(self) -> tuple[Ints, Ints]:
        """Give the cuts that some way through the calendar may meet."""
        total, shot = int(self._whole.sum()), self._days.sum(axis=1)
        dates = len(self._order.dates)
        asked: set[tuple[int, int]] = set()
        for day in range(dates):
            may = (shot > 0) & (shot <= day + 1) & (shot < total)
            may &= total - shot <= dates - 1 - day
            mark = int(self._order.mark_of[day])
            asked.update((int(cell), mark) for cell in np.flatnonzero(may))
        pairs = np.array(sorted(asked), dtype=np.int64).reshape(-1, 2)
        return np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1])

    def bound(self, prices: Ints) -> OrderBound | None:
        """Give the cheapest way at prices (people), and whom it pays for how long."""
        order = self._order
        chosen = prices[order.people].astype(np.int64)
        self._cut(chosen)
        unit = order.problem.production.units[0]
        answer = np.zeros(3, dtype=np.int64)
        order_path.cheapest_path(
            order.dates,
            order.mark_of,
            self._step,
            self._days,
            self._whole,
            self._travel(),
            self._starts(),
            *self._ends(),
            unit.idle_day_cost * PARTS,
            self._costs,
            self._best,
            self._came,
            answer,
        )
        if answer[0] >= order_path.FAR:
            return None
        works = np.diff(order.scenes_from) > 0
        paid = np.zeros(len(prices), dtype=np.int64)
        paid[order.people] = works + self._waits(int(answer[1]), int(answer[2]))
        cost = int(answer[0]) + int((chosen * works).sum())
        return OrderBound(cost=cost, dates_paid=paid)

    def _cut(self, prices: Ints) -> None:
        order = self._order
        people, kinds = len(prices), len(order.capacity)
        words, bases = order.start_touched.shape[2], len(self._whole)
        order_cuts.least_between(
            *self._asked,
            self._days,
            self._whole,
            prices,
            order.mark_free,
            np.argsort(-prices, kind="stable").astype(np.int64),
            order.conflicts,
            order.scenes_from,
            order.scenes,
            order.base,
            order.weights,
            order.capacity,
            order.forced,
            order.start_used,
            order.start_touched,
            order.start_barred,
            np.zeros((people + 2, 5), dtype=np.int64),
            np.zeros((people + 2, 2, words), dtype=np.int64),
            np.zeros((people + 2, 2, kinds, bases), dtype=np.int64),
            np.zeros((2, kinds, bases), dtype=np.int64),
            np.zeros(people, dtype=np.int64),
            self._kept,
            self._costs,
            NODES,
        )

    def _travel(self) -> Ints:
        """Give (bases, bases, 2): dates between and parts of the currency."""
        order = self._order
        if not order.is_split:
            return np.zeros((1, 1, 2), dtype=np.int64)
        move = order.problem.units.move[np.ix_(order.bases, order.bases)].copy()
        if not blocks(order.problem.production, "travel"):
            move[:, :, 0] = 0
        move[:, :, 1] *= PARTS
        return np.ascontiguousarray(move)

    def _starts(self) -> Ints:
        order = self._order
        home = int(order.problem.units.info[0, arrays.HOME])
        if not order.is_split or home < 0:
            return np.zeros(len(self._whole), dtype=np.int64)
        moves = order.problem.units.move[home]
        cost = np.where(
            (moves[:, 0] >= arrays.NEVER) & blocks(order.problem.production, "travel"),
            order_path.FAR,
            moves[:, 1] * PARTS,
        )
        return cost[order.bases].astype(np.int64)

    def _ends(self) -> tuple[Ints, Ints]:
        """Give what it costs to begin and to end on each date, FAR where impossible."""
        order = self._order
        days = np.arange(len(order.dates))
        begin = np.where(days <= order.last.min(initial=len(days)), 0, order_path.FAR)
        late = np.array([_late(order.problem, int(one)) for one in order.dates])
        late = np.where(days >= order.first.max(initial=0), late, order_path.FAR)
        return begin.astype(np.int64), late.astype(np.int64)

    def _waits(self, day: int, place: int) -> Ints:
        """Give how many dates of the way each person is in the middle of their work."""
        waits = np.zeros(len(self._order.people), dtype=np.int64)
        cell = len(self._days) - 1
        while True:
            how = int(self._came[day, cell, place])
            if how == order_path.FIRST:
                return waits
            if how != order_path.IDLE:
                cell -= int(self._step[place])
            day = self._go_back(day, cell, place, how, waits)
            place = place if how == order_path.IDLE else how

    def _go_back(self, day: int, cell: int, place: int, how: int, waits: Ints) -> int:
        """Count who waits on the dates before a date; give the one to go on from."""
        order = self._order
        until = day - 1
        if how not in (order_path.IDLE, place):
            latest = order.dates[day] - self._travel()[how, place, 0] - 1
            while order.dates[until] > latest:
                until -= 1
        for date in range(until, day):
            mark = int(order.mark_of[date])
            _, before, after = self._kept[cell, mark].tolist()
            free = int(order.mark_free[mark])
            for person in range(len(waits)):
                waits[person] += (free & ~(before | after)) >> person & 1
        return until


def _late(problem: Problem, date: int) -> int:
    """Give what it costs at least that the last picture wraps on a date."""
    production = problem.production
    pictures: Sequence[int] = np.unique(problem.scenes.info[:, arrays.PICTURE]).tolist()
    if len(pictures) != 1:
        return 0
    picture = production.pictures[pictures[0]]
    if picture.release is None:
        return 0
    wrap = problem.first_date.toordinal() + date + picture.post_days
    days = max(wrap - picture.release.toordinal(), 0)
    if days and picture.release_hard and blocks(production, "release"):
        return order_path.FAR
    return days * picture.late_cost_per_day * PARTS
