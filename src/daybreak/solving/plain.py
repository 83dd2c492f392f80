"""Whose pay follows from the first and last of their dates, and how many there are."""

from __future__ import annotations

import numpy as np

from daybreak.solving.engines.arrays import DATE, Ints
from daybreak.solving.problem import Problem

NOT_PLAIN = -1


def plain_deals(problem: Problem) -> Ints:
    """Give the one deal of each person, shape (people), or -1 where it is not plain.

    Plain is who has a single deal for all scenes, and works on no date for which a
    hold would not be paid: then the held dates are those between the first and the
    last date worked, less those worked.
    """
    scenes, paid = problem.scenes, np.diff(problem.people.paid, axis=1) > 0
    count = paid.shape[0]
    deals: list[set[int]] = [set() for _ in range(count)]
    is_plain = [True] * count
    slot_dates = problem.slots.info[:, DATE]
    for scene, row in enumerate(scenes.allowed):
        dates = slot_dates[row > 0]
        for person, deal in scenes.cast[
            scenes.cast_from[scene] : scenes.cast_from[scene + 1]
        ].tolist():
            deals[person].add(deal)
            is_plain[person] &= bool(paid[person, dates].all())
    if problem.past is not None:
        work = problem.past.work
        for person in range(count):
            worked = work.person_all[person] > 0
            first, end = problem.people.deals_from[person : person + 2]
            deals[person] |= {
                deal for deal in range(first, end) if work.deal_days[deal]
            }
            in_deals = work.deal_days[first:end].sum()
            is_plain[person] &= bool(paid[person, worked].all())
            is_plain[person] &= bool(worked.sum() == in_deals)
    return np.array(
        [
            min(found) if plain and len(found) == 1 else NOT_PLAIN
            for found, plain in zip(deals, is_plain, strict=True)
        ],
        dtype=np.int64,
    )
