"""Carry out one change of the board, weigh it, keep it or take it back."""

from __future__ import annotations

import math

from daybreak.solving.engines.arrays import (
    BASE,
    CAPACITY,
    COUNT,
    LOCATION,
    MINUTES,
    MOVE_MINUTES,
    SHIFT,
    SLOT_BASE,
    SPAN,
    UNIT,
    Board,
    Ledger,
    People,
    Places,
    Scenes,
    Search,
    Slots,
    Units,
    Work,
)
from daybreak.solving.engines.chance import fraction
from daybreak.solving.engines.changing import (
    T_BONEYARD,
    T_BROKEN,
    T_COST,
    add,
    begin,
    price,
    remove,
    restore,
    settle,
)
from daybreak.solving.engines.compiled import part

NEVER_TAKEN = 1e18


@part
def fits(
    scene: int, slot: int, scenes: Scenes, slots: Slots, units: Units, board: Board
) -> bool:
    """Tell quickly whether a strip may be worth trying on a slot as it is now."""
    if scenes.allowed[scene, slot] == 0:
        return False
    row = board.slots[slot]
    if row[COUNT] == 0:
        return True
    if scenes.info[scene, SPAN] > 0 or row[COUNT] >= board.strips.shape[1]:
        return False
    if row[SLOT_BASE] != scenes.info[scene, BASE]:
        return False
    unit = slots.info[slot, UNIT]
    room = units.info[unit, CAPACITY] - row[MINUTES] - scenes.minutes[scene, unit]
    if room < 0 or room >= units.info[unit, MOVE_MINUTES]:
        return bool(room >= 0)
    for place in range(row[COUNT]):
        strip = board.strips[slot, place]
        if scenes.info[strip, LOCATION] == scenes.info[scene, LOCATION]:
            return True
    return False


@part
def carry_out(
    count: int,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
    search: Search,
) -> float:
    """Carry out the change of ``count`` strips in ``search``; give the new price.

    Where the change cannot be, it is taken back and the price is `NEVER_TAKEN`.
    """
    begin(ledger)
    for at in range(count):
        scene = search.move_scene[at]
        search.move_old[at] = board.slot_of[scene]
        if board.slot_of[scene] >= 0:
            remove(scene, scenes, slots, places, board, work, ledger)
            ledger.total[T_BONEYARD] += 1
    done = 0
    while done < count:
        scene = search.move_scene[done]
        slot = search.move_slot[done]
        if slot >= 0:
            if not _is_free(scene, slot, scenes, board):
                break
            add(scene, slot, scenes, slots, places, board, work, ledger)
            ledger.total[T_BONEYARD] -= 1
        done += 1
    if done == count and settle(
        scenes, slots, units, people, places, board, work, ledger, search.choice
    ):
        return price(ledger)
    _put_back(
        done, count, False, scenes, slots, units, places, board, work, ledger, search
    )
    return NEVER_TAKEN


@part
def _is_free(scene: int, slot: int, scenes: Scenes, board: Board) -> bool:
    """Tell whether a slot can take one more strip, or all the days of a long one."""
    if scenes.allowed[scene, slot] == 0:
        return False
    if board.slots[slot, COUNT] >= board.strips.shape[1]:
        return False
    for day in range(slot, slot + scenes.info[scene, SPAN]):
        if board.slots[day, COUNT] > 0:
            return False
    return True


@part
def take_back(
    count: int,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
    search: Search,
) -> None:
    """Take back the change that `carry_out` has just carried out."""
    _put_back(
        count, count, True, scenes, slots, units, places, board, work, ledger, search
    )


@part
def _put_back(
    done: int,
    count: int,
    is_settled: bool,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
    search: Search,
) -> None:
    for at in range(done):
        scene = search.move_scene[at]
        if board.slot_of[scene] >= 0:
            remove(scene, scenes, slots, places, board, work, ledger)
            ledger.total[T_BONEYARD] += 1
    for at in range(count):
        scene = search.move_scene[at]
        if search.move_old[at] >= 0:
            add(scene, search.move_old[at], scenes, slots, places, board, work, ledger)
            ledger.total[T_BONEYARD] -= 1
    restore(is_settled, scenes, slots, units, places, board, ledger, search.choice)


@part
def most_taken(before: float, temperature: float, search: Search) -> float:
    """Give the highest price to take (Kirkpatrick, Gelatt and Vecchi 1983)."""
    return before - temperature * math.log(1.0 - fraction(search.chance))


@part
def note_best(board: Board, ledger: Ledger, search: Search) -> bool:
    """Keep the board where it breaks nothing and is the best so far."""
    if ledger.total[T_BROKEN] > 0:
        return False
    boneyard = ledger.total[T_BONEYARD]
    cost = ledger.total[T_COST]
    best = search.best
    if best[2] == 1 and (
        boneyard > best[0] or (boneyard == best[0] and cost >= best[1])
    ):
        return False
    best[0] = boneyard
    best[1] = cost
    best[2] = 1
    for scene in range(board.slot_of.shape[0]):
        search.best_slot_of[scene] = board.slot_of[scene]
    for slot in range(board.slots.shape[0]):
        search.best_shift[slot] = board.slots[slot, SHIFT]
    return True
