"""The dates of one unit: which are alike, and what moves, idle dates and lateness add.

Whatever the days earn, the unit shoots on some dates between a first and a last one,
and stands at one base on each; the others between them cost an idle date each,
changing the base costs a move and takes its dates, and a late last date costs its
lateness.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daybreak.solving.bounds.days import PARTS, DayWork
from daybreak.solving.engines import arrays
from daybreak.solving.engines.arrays import Ints
from daybreak.solving.problem import Problem, blocks

FAR = 1 << 58
MOST_DATES = 150


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dates:
    """The dates of one unit.

    Parameters
    ----------
    ordinals
        (dates) calendar dates, counted up.
    bases
        Where the unit may stand; -1 alone where a day may stand on several.
    kinds
        (dates, groups) number of the kind in each group, -1 for none.
    base_of
        (groups) place of its base in ``bases``.
    late
        (dates) what it costs in parts if the last day is there; `FAR` where it cannot.
    idle
        What an idle date costs, in parts.
    starts
        (bases) what it costs to come to the first base, in parts.
    travel, moves
        (bases, bases) calendar dates between two days, and the parts of the currency;
        `FAR` where no move leads.
    """

    ordinals: Ints
    bases: tuple[int, ...]
    kinds: Ints
    base_of: Ints
    late: Ints
    idle: int
    starts: Ints
    travel: Ints
    moves: Ints

    def leaves(self, here: int, there: int, at: int) -> int:
        """Give the last date to shoot at one base before a date at another; or -1."""
        if self.moves[here, there] >= FAR:
            return -1
        latest = self.ordinals[at] - self.travel[here, there] - 1
        return int(np.searchsorted(self.ordinals, latest, side="right")) - 1

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
            (dates, bases) what a day there earns beyond its cost.
        least, most
            How many days there are.
        first, last
            Between which dates the first day is, and the last one.

        Returns
        -------
        int
            `FAR` or more where no choice is possible.
        """
        dates, bases = gains.shape
        most = min(most, dates)
        if least > most:
            return FAR
        # (dates, bases, days so far) cheapest way that is there after a date
        there = np.full((dates, bases, most + 2), FAR, dtype=np.int64)
        best = np.full(most + 2, FAR, dtype=np.int64)
        for at in range(first[0], last[1] + 1):
            for base in range(bases):
                gain = int(gains[at, base])
                came = self._came(there, at, base)
                shot = np.full(most + 2, FAR, dtype=np.int64)
                shot[1:] = np.minimum(came[:-1] - gain, FAR)
                if at <= first[1]:
                    shot[1] = min(int(shot[1]), int(self.starts[base]) - gain, FAR)
                if at >= last[0]:
                    np.minimum(best, shot + self.late[at], out=best)
                if at > first[0]:
                    idle = there[at - 1, base] + self.idle
                    np.minimum(shot, idle, out=shot)
                there[at, base] = np.minimum(shot, FAR)
        answer = int(best[max(least, 1) : most + 1].min(initial=FAR))
        return min(answer, 0) if least == 0 else answer

    def _came(self, there: Ints, at: int, base: int) -> Ints:
        """Give the cheapest ways to be at a base at the beginning of a date."""
        came = np.full(there.shape[2], FAR, dtype=np.int64)
        if at == 0:
            return came
        np.minimum(came, there[at - 1, base], out=came)
        for other in range(there.shape[1]):
            left = -1 if other == base else self.leaves(other, base, at)
            if left >= 0:
                cost = int(self.moves[other, base]) + (at - left - 1) * self.idle
                np.minimum(came, there[left, other] + cost, out=came)
        return came


def dates_of(problem: Problem, work: DayWork) -> Dates | None:
    """Give the dates of a production with one unit; None where they say too little."""
    production = problem.production
    if len(production.units) != 1 or work.whole or not work.groups:
        return None
    if not blocks(production, "unit"):
        return None
    unit = production.units[0]
    if len(problem.slot_days) < len(problem.calendar.eligible[unit.id]):
        return None
    dates = problem.slots.info[:, arrays.DATE].astype(np.int64)
    if len(dates) > MOST_DATES:
        return None
    bases = tuple(sorted({group.cover.base for group in work.groups}))
    none = np.zeros((len(bases), len(bases)), dtype=np.int64)
    return Dates(
        ordinals=dates,
        bases=bases,
        kinds=np.column_stack([group.of_date for group in work.groups]),
        base_of=np.array([bases.index(group.cover.base) for group in work.groups]),
        late=np.array([_late(problem, int(one)) for one in dates], dtype=np.int64),
        idle=unit.idle_day_cost * PARTS,
        starts=none[0],  # what moves cost is sure, whenever they are
        travel=none,
        moves=none,
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
