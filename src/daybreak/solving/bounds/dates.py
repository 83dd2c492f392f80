"""The dates of one unit: which are alike, and what idle dates and lateness add.

Whatever the days earn, the unit shoots on some dates between a first and a last one;
the others between them cost an idle date each, and a late last one costs its lateness.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daybreak.solving.bounds.days import PARTS, DayWork
from daybreak.solving.engines import arrays
from daybreak.solving.engines.arrays import Ints
from daybreak.solving.problem import Problem, blocks

FAR = 1 << 58
MOST_CLASSES = 40


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dates:
    """The dates of one unit.

    Parameters
    ----------
    class_of
        (dates) number of the class: dates of one class hold the same.
    kinds
        (classes, groups) number of the kind in each group, -1 for none.
    late
        (dates) what it costs in parts if the last day is there; `FAR` where it cannot.
    idle
        What an idle date costs, in parts.
    """

    class_of: Ints
    kinds: Ints
    late: Ints
    idle: int

    @property
    def classes(self) -> int:
        """Give how many classes there are."""
        return len(self.kinds)

    def least_cost(
        self,
        gains: Ints,
        *,
        least: int,
        most: int,
        first: tuple[int, int],
        last: tuple[int, int],
    ) -> int:
        """Give what the cheapest choice of dates costs, in parts.

        Parameters
        ----------
        gains
            (classes) what a day on such a date earns beyond its cost.
        least, most
            How many days there are.
        first, last
            Between which dates the first day is, and the last one.

        Returns
        -------
        int
            `FAR` or more where no choice is possible.
        """
        dates = len(self.class_of)
        most = min(most, dates)
        if least > most:
            return FAR
        # (days so far) cheapest way that shot on the date before, and that idled
        shot = np.full(most + 2, FAR, dtype=np.int64)
        idle = shot.copy()
        best = shot.copy()
        for at in range(dates):
            gain = int(gains[self.class_of[at]])
            now = np.full(most + 2, FAR, dtype=np.int64)
            now[1:] = np.minimum(shot[:-1], idle[:-1]) - gain
            if first[0] <= at <= first[1]:
                now[1] = min(int(now[1]), -gain)
            if last[0] <= at <= last[1]:
                np.minimum(best, now + self.late[at], out=best)
            idle = np.minimum(np.minimum(shot, idle) + self.idle, FAR)
            shot = np.minimum(now, FAR)
        answer = int(best[max(least, 1) : most + 1].min(initial=FAR))
        return min(answer, 0) if least == 0 else answer


def dates_of(problem: Problem, work: DayWork, *, apart: bool = False) -> Dates | None:
    """Give the dates of a production with one unit; None where they say too little.

    Parameters
    ----------
    apart
        Whether each date is a class of its own, though it may hold what others hold.
    """
    production = problem.production
    if len(production.units) != 1 or work.whole or not work.groups:
        return None
    if not blocks(production, "unit"):
        return None
    unit = production.units[0]
    if len(problem.slot_days) < len(problem.calendar.eligible[unit.id]):
        return None
    table = np.column_stack([group.of_date for group in work.groups])
    kinds, class_of = np.unique(table, axis=0, return_inverse=True)
    if apart:
        kinds, class_of = table, np.arange(len(table))
    if len(kinds) > MOST_CLASSES:
        return None
    dates = problem.slots.info[:, arrays.DATE].tolist()
    return Dates(
        class_of=class_of.reshape(-1).astype(np.int64),
        kinds=kinds.astype(np.int64),
        late=np.array([_late(problem, date) for date in dates], dtype=np.int64),
        idle=unit.idle_day_cost * PARTS,
    )


def _late(problem: Problem, date: int) -> int:
    """Give what it costs at least if some picture wraps on a date, in parts."""
    hard = blocks(problem.production, "release")
    costs = []
    for picture in np.unique(problem.scenes.info[:, arrays.PICTURE]).tolist():
        due, cost, is_hard, *_ = problem.places.pictures[picture].tolist()
        late = max(date - due, 0)
        costs.append(FAR if late and is_hard and hard else late * cost * PARTS)
    return min(costs, default=0)
