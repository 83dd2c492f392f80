"""People who are sure to wait, once it is known when their work begins and ends.

Where a person's first day of work is on one date at the latest and the last one on
another at the earliest, every date between them is paid: worked or held. Then that pay
is sure, and a day with the person there costs only what work is paid beyond it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from daybreak.solving.bounds.days import PARTS
from daybreak.solving.engines import arrays
from daybreak.solving.engines.arrays import Ints
from daybreak.solving.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Window:
    """Between which dates a person's first day of work is, and between which the last.

    Parameters
    ----------
    person
        The number of the person.
    first, last
        The earliest and the latest date, counted as the dates of the unit are.
    """

    person: int
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Waiting:
    """What each person is paid for each date on which they are held.

    Parameters
    ----------
    held
        (people, dates) parts of the currency at least; 0 where nothing is sure.
    longest
        (people) a gap of more calendar dates than this may go unpaid; -1 for none.
    ordinals
        (dates) calendar dates, counted up.
    """

    held: Ints
    longest: Ints
    ordinals: Ints

    def surely(self, window: Window) -> Ints:
        """Give what is sure to be paid for each date, worked or not, in parts."""
        sure = np.zeros(len(self.ordinals), dtype=np.int64)
        low, top = window.first[1] + 1, window.last[0]
        longest = int(self.longest[window.person])
        gap = self.ordinals[window.last[1]] - self.ordinals[window.first[0]] - 1
        if low < top and (longest < 0 or gap <= longest):
            sure[low:top] = self.held[window.person, low:top]
        return sure

    def owed(
        self, owed: Ints, windows: Iterable[Window], forbidden: int
    ) -> tuple[Ints, int]:
        """Give what a day with each thing costs by date, and what is sure, in parts.

        Parameters
        ----------
        owed
            (things) what a day with each costs on any date.
        forbidden
            What a day costs with a person who cannot be there.
        """
        table = np.repeat(owed[None, :], len(self.ordinals), axis=0)
        total = 0
        for window in windows:
            sure = self.surely(window)
            total += int(sure.sum())
            column = table[:, window.person]
            column -= np.minimum(sure, column)
            column[: window.first[0]] = forbidden
            column[window.last[1] + 1 :] = forbidden
        return table, total


def waiting_of(problem: Problem) -> Waiting:
    """Give what people of a production with one unit are paid while they wait."""
    dates = problem.slots.info[:, arrays.DATE]
    people = len(problem.production.people)
    held = np.zeros((people, len(dates)), dtype=np.int64)
    longest = np.full(people, -1, dtype=np.int64)
    deals: dict[int, set[int]] = {}
    for person, deal in problem.scenes.cast.tolist():
        deals.setdefault(person, set()).add(deal)
    for person, (deal, *more) in ((one, sorted(all_)) for one, all_ in deals.items()):
        if more or deal < 0:
            continue
        if problem.people.deals[deal, arrays.KIND] != arrays.DAILY:
            continue
        which = problem.production.people[person]
        terms = which.deals[deal - int(problem.people.deals_from[person])]
        top, bottom = terms.hold.as_integer_ratio()
        price = min(terms.rate * top // bottom, terms.rate) * PARTS
        paid = problem.people.paid[person]
        held[person] = np.where(paid[dates + 1] > paid[dates], price, 0)
        longest[person] = terms.drop_after_days if terms.drops else -1
    return Waiting(held=held, longest=longest, ordinals=dates.astype(np.int64))
