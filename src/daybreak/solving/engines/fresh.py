"""Fresh boards: every strip in the boneyard, every count at nothing."""

from __future__ import annotations

from typing import Any

import numpy as np

from daybreak.solving.engines.arrays import (
    BONEYARD,
    PENALTIES,
    SHIFT_MASK,
    SHIFTS,
    SLOT_BASE,
    STRIP_MASK,
    UNIT,
    UNUSUAL,
    Board,
    Floats,
    Ints,
    Ledger,
    Places,
    Scenes,
    Search,
    Slots,
    Units,
    Work,
)
from daybreak.solving.engines.chance import seeded

MOVES = 8
# strips, swaps, days, day swaps, runs, rebuilding
MIX = (0.65, 0.12, 0.10, 0.07, 0.0595, 0.0005)
FIRST_WEIGHT = 0.5
BONEYARD_WEIGHT = 4.0
# a split or a night that the strips do not ask for: told apart at equal cost only
UNUSUAL_WEIGHT = 0.002


def fresh_board(scenes: Scenes, slots: Slots, units: Units, most_strips: int) -> Board:
    """Give a board with all strips in the boneyard."""
    n, count = scenes.info.shape[0], slots.info.shape[0]
    board = Board(
        slot_of=_filled(-1, n),
        slots=_zeros(count, 7),
        strips=_zeros(count, most_strips),
    )
    for slot in range(count):
        shifts = units.info[slots.info[slot, UNIT], SHIFTS]
        board.slots[slot, SHIFT_MASK] = shifts
        board.slots[slot, STRIP_MASK] = shifts
        board.slots[slot, SLOT_BASE] = -1
    return board


def fresh_work(
    slots: Slots, units: int, people: int, deals: int, places: Places
) -> Work:
    """Give counts at nothing; those of a shoot under way begin with `copied`."""
    dates = slots.at.shape[1]
    locations, elements = places.fees.shape[0], places.elements.shape[0]
    return Work(
        person=_zeros(people, units, dates),
        person_all=_zeros(people, dates),
        person_minutes=_zeros(people, dates),
        person_days=_zeros(people),
        person_list=_zeros(people, dates),
        deal=_zeros(deals, dates),
        deal_days=_zeros(deals),
        deal_list=_zeros(deals, dates),
        location=_zeros(locations, dates),
        location_days=_zeros(locations),
        location_list=_zeros(locations, dates),
        element=_zeros(elements, units, dates),
        picture=_zeros(places.pictures.shape[0], dates),
        wrap=_filled(-1, places.pictures.shape[0]),
    )


def copied(work: Work) -> Work:
    """Give counts of their own, equal to these."""
    arrays: Any = {name: array.copy() for name, array in work.arrays()}
    return Work(**arrays)


def fresh_ledger(
    slots: Slots,
    units: Units,
    places: Places,
    plain: Ints,
    weights: Floats,
    scale: float,
) -> Ledger:
    """Give a ledger in which nothing costs anything.

    ``plain``, shape (people), is the one deal of each person or -1.
    """
    count = units.info.shape[0]
    sizes = [
        slots.info.shape[0],
        count,
        plain.shape[0],
        places.fees.shape[0],
        places.elements.shape[0],
        places.pictures.shape[0],
        places.orders.shape[0],
    ]
    starts = np.cumsum([0, *sizes]).astype(np.int64)
    things = int(starts[-1])
    return Ledger(
        starts=starts,
        cost=_zeros(things),
        broken=_zeros(things),
        penalty=np.zeros(things),
        old_cost=_zeros(things),
        old_broken=_zeros(things),
        old_penalty=np.zeros(things),
        touched_at=_zeros(things),
        touched=_zeros(things),
        total=_zeros(7),
        total_penalty=np.zeros(2),
        weights=weights,
        scale=np.array([scale]),
        plain=plain,
        floor=_least_prices(units, weights),
        slack=np.zeros(count),
        old_slack=np.zeros(count),
        ends=_no_ends(count),
        old_ends=_no_ends(count),
    )


def _no_ends(units: int) -> Ints:
    return np.tile(np.array([0, -1], dtype=np.int64), (units, 1))


def _least_prices(units: Units, weights: Floats) -> Floats:
    """Give the least price of a day, shape (units, 8 masks of shifts)."""
    prices = units.day_cost[:, :, 0] + np.array([0.0, 1.0, 1.0]) * weights[UNUSUAL]
    floor = np.zeros((units.info.shape[0], 8))
    for mask in range(1, 8):
        shifts = [shift for shift in range(3) if mask >> shift & 1]
        floor[:, mask] = prices[:, shifts].min(axis=1)
    return floor


def first_weights(binding: tuple[bool, ...], scale: float) -> Floats:
    """Give the first price of each break: some of a day's cost; 0 where unbound."""
    weights = np.zeros(PENALTIES)
    weights[: len(binding)] = np.array(binding, dtype=float) * FIRST_WEIGHT * scale
    weights[BONEYARD] = BONEYARD_WEIGHT * scale
    weights[UNUSUAL] = UNUSUAL_WEIGHT * scale
    return weights


def fresh_search(slots: Slots, n: int, people: int, seed: int) -> Search:
    """Give a search that has found nothing yet."""
    count = slots.info.shape[0]
    return Search(
        chance=seeded(seed),
        choice=_zeros(count, 4),
        move_scene=_zeros(max(n, 1)),
        move_slot=_zeros(max(n, 1)),
        move_old=_zeros(max(n, 1)),
        best_slot_of=_filled(-1, n),
        best_shift=_zeros(count),
        best=_zeros(3),
        tried=_zeros(MOVES, 2),
        steps=_zeros(1),
        mix=np.array(MIX),
        rebuilt=_zeros(max(n, 1)),
        rebuilt_old=_zeros(max(n, 1)),
        waiting=_zeros(1),
        window=_zeros(5),
        seen=_zeros(people),
        seen_now=_zeros(1),
        dates=_zeros(slots.at.shape[1] + 1),
    )


def _zeros(*shape: int) -> Ints:
    return np.zeros(shape, dtype=np.int64)


def _filled(value: int, length: int) -> Ints:
    return np.full(length, value, dtype=np.int64)
