"""The moves that annealing tries, each written into the search as a change.

They are those an assistant director makes by hand: a strip to another day, two strips
exchanged, a day to a free date, two days exchanged, a day past a run of days - and
two stays of a unit on a base exchanged, with all units at the same dates or alone.
"""

from __future__ import annotations

from daybreak.solving.engines.arrays import (
    COUNT,
    DATE,
    SLOT_BASE,
    SPAN,
    UNIT,
    Board,
    Scenes,
    Search,
    Slots,
    Units,
)
from daybreak.solving.engines.chance import below, fraction
from daybreak.solving.engines.compiled import part
from daybreak.solving.engines.moving import fits
from daybreak.solving.engines.turning import exchanged

MOVE_STRIP, SWAP_STRIPS, MOVE_DAY, SWAP_DAYS, SHIFT_RUN, REBUILD = range(6)
GIVEN = 6  # a change that a caller wrote
LONGEST_RUN = 24
HOMING = 0.15
ALL_SHARE = 0.5  # of the runs that are moved in all units at once
STAY_SHARE = 0.1  # of the runs that are stays on a base


@part
def propose(
    kind: int,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    board: Board,
    search: Search,
) -> int:
    """Write a change into ``search``; give its number of strips, 0 for none."""
    if kind == GIVEN:
        count = search.waiting[0]
        search.waiting[0] = 0
        return count
    if kind == MOVE_STRIP:
        return _propose_strip(scenes, slots, units, board, search)
    if kind == SWAP_STRIPS:
        return _propose_swap(scenes, board, search)
    if kind == SHIFT_RUN:
        return _propose_run(scenes, slots, board, search)
    return _propose_day(kind == SWAP_DAYS, scenes, slots, board, search)


@part
def any_scene(board: Board, search: Search) -> int:
    """Give a strip, one from the boneyard more often while there are any."""
    n = board.slot_of.shape[0]
    scene = below(search.chance, n)
    if fraction(search.chance) < 0.2:
        for _ in range(8):
            if board.slot_of[scene] < 0:
                break
            scene = below(search.chance, n)
    return scene


@part
def _propose_strip(
    scenes: Scenes, slots: Slots, units: Units, board: Board, search: Search
) -> int:
    scene = any_scene(board, search)
    slot = _target(scene, scenes, slots, board, search)
    if slot < 0 or slot == board.slot_of[scene]:
        return 0
    if not fits(scene, slot, scenes, slots, units, board):
        return 0
    search.move_scene[0] = scene
    search.move_slot[0] = slot
    return 1


@part
def _target(
    scene: int, scenes: Scenes, slots: Slots, board: Board, search: Search
) -> int:
    """Give a slot for a strip: where a related one stands, near by, or anywhere.

    Where changes cost, often the one that an earlier schedule has it on.
    """
    if scenes.change_cost[0] > 0 and fraction(search.chance) < HOMING:
        return scenes.home[scene]
    chance = fraction(search.chance)
    near = scenes.near_from[scene + 1] - scenes.near_from[scene]
    if chance < 0.6 and near > 0:
        at = scenes.near_from[scene] + below(search.chance, near)
        slot = board.slot_of[scenes.near[at]]
        if slot >= 0 and chance < 0.5:
            return slot
        if slot >= 0:
            beside = slot + (1 if fraction(search.chance) < 0.5 else -1)
            return _same_unit(slot, beside, slots)
    many = scenes.slots_from[scene + 1] - scenes.slots_from[scene]
    if many == 0:
        return -1
    return scenes.slots_list[scenes.slots_from[scene] + below(search.chance, many)]


@part
def _same_unit(slot: int, other: int, slots: Slots) -> int:
    unit = slots.info[slot, UNIT]
    if slots.first[unit] <= other < slots.first[unit + 1]:
        return other
    return -1


@part
def _propose_swap(scenes: Scenes, board: Board, search: Search) -> int:
    one = any_scene(board, search)
    near = scenes.near_from[one + 1] - scenes.near_from[one]
    if near > 0 and fraction(search.chance) < 0.5:
        other = scenes.near[scenes.near_from[one] + below(search.chance, near)]
    else:
        other = below(search.chance, board.slot_of.shape[0])
    here = board.slot_of[one]
    there = board.slot_of[other]
    if here == there or one == other:
        return 0
    if there >= 0 and scenes.allowed[one, there] == 0:
        return 0
    if here >= 0 and scenes.allowed[other, here] == 0:
        return 0
    search.move_scene[0] = one
    search.move_slot[0] = there
    search.move_scene[1] = other
    search.move_slot[1] = here
    return 2


@part
def _used_slot(scenes: Scenes, board: Board, search: Search) -> int:
    """Give a slot on which a strip stands, or -1."""
    scene = below(search.chance, board.slot_of.shape[0])
    return board.slot_of[scene]


@part
def _propose_day(
    is_swap: bool, scenes: Scenes, slots: Slots, board: Board, search: Search
) -> int:
    """Exchange what stands on two slots: two days, or a day and a free date."""
    here = _used_slot(scenes, board, search)
    if here < 0:
        return 0
    if is_swap:
        there = _used_slot(scenes, board, search)
    elif fraction(search.chance) < 0.5:
        other = _used_slot(scenes, board, search)
        if other < 0:
            return 0
        there = _next_free(other, slots, board, search)
    else:
        scene = board.strips[here, 0]
        many = scenes.slots_from[scene + 1] - scenes.slots_from[scene]
        there = scenes.slots_list[scenes.slots_from[scene] + below(search.chance, many)]
    if there < 0 or there == here:
        return 0
    search.window[0] = here
    search.window[1] = there
    count = _write_day(here, there, 0, scenes, board, search)
    if count < 0:
        return 0
    count = _write_day(there, here, count, scenes, board, search)
    return max(count, 0)


@part
def _next_free(slot: int, slots: Slots, board: Board, search: Search) -> int:
    """Give the nearest free slot of the same unit, before or after."""
    unit = slots.info[slot, UNIT]
    step = 1 if fraction(search.chance) < 0.5 else -1
    while slots.first[unit] <= slot < slots.first[unit + 1]:
        if board.slots[slot, COUNT] == 0:
            return slot
        slot += step
    return -1


@part
def _write_day(
    here: int, there: int, count: int, scenes: Scenes, board: Board, search: Search
) -> int:
    """Add the strips of one slot, going to another, to the change; -1 if not."""
    for place in range(board.slots[here, COUNT]):
        scene = board.strips[here, place]
        if scenes.allowed[scene, there] == 0 or scenes.info[scene, SPAN] > 1:
            return -1
        search.move_scene[count] = scene
        search.move_slot[count] = there
        count += 1
    return count


@part
def _propose_run(scenes: Scenes, slots: Slots, board: Board, search: Search) -> int:
    """Move one day past a run of days, which close up, or exchange two stays.

    Often all units do so, at the same dates. Strips of several days count as one day
    of their length; what moves must hold them whole.
    """
    one = _used_slot(scenes, board, search)
    if one < 0:
        return 0
    if fraction(search.chance) < STAY_SHARE:
        _choose_stays(one, slots, board, search)
    else:
        _choose_run(one, scenes, slots, board, search)
    window = search.window
    if window[0] >= window[1] or window[2] > window[3]:
        return 0
    is_all = slots.first.shape[0] > 2 and fraction(search.chance) < ALL_SHARE
    window[4] = 1 if is_all else 0
    unit = slots.info[one, UNIT]
    date = slots.info[window[0], DATE]
    count = 0
    for other in range(slots.first.shape[0] - 1):
        if other != unit and not is_all:
            continue
        by = slots.at[other, date] - window[0]
        if slots.at[other, date] < 0 or not _is_alike(by, scenes, slots, board, search):
            return 0
        count = _write_run(by, count, scenes, board, search)
        if count < 0:
            return 0
    return count


@part
def _choose_run(
    one: int, scenes: Scenes, slots: Slots, board: Board, search: Search
) -> None:
    """Choose a day at either end of a run, and the run."""
    unit = slots.info[one, UNIT]
    length = 2 + below(search.chance, LONGEST_RUN - 1)
    first = one
    last = min(first + length, slots.first[unit + 1]) - 1
    if fraction(search.chance) < 0.5:
        last = one
        first = max(last - length + 1, slots.first[unit])
    first = _whole_from(first, scenes, board)
    last = _whole_to(last, scenes, board)
    if fraction(search.chance) < 0.5:
        middle = first + _span_at(first, scenes, board)
    else:
        middle = _whole_from(last, scenes, board)
    search.window[0] = first
    search.window[1] = middle
    search.window[2] = middle
    search.window[3] = last


@part
def _choose_stays(one: int, slots: Slots, board: Board, search: Search) -> None:
    """Choose two stays of a unit on a base, or parts of them, to be exchanged."""
    window = search.window
    window[0] = _end_of_stay(one, -1, slots, board)
    window[1] = _end_of_stay(one, 1, slots, board) + 1
    if fraction(search.chance) < 0.25:
        window[0] = one
    there = window[1]
    goes_on = 1.0
    window[2] = 0
    window[3] = -1
    while fraction(search.chance) < goes_on:
        there = _next_used(there, slots.info[one, UNIT], slots, board)
        if there < 0:
            return
        window[2] = there
        window[3] = _end_of_stay(there, 1, slots, board)
        there = window[3] + 1
        goes_on = 0.4
    if fraction(search.chance) < 0.25:
        many = window[3] - window[2] + 1
        window[3] = window[2] + below(search.chance, many)


@part
def _next_used(slot: int, unit: int, slots: Slots, board: Board) -> int:
    """Give the first slot with strips from one on, or -1."""
    while slot < slots.first[unit + 1]:
        if board.slots[slot, COUNT] > 0:
            return slot
        slot += 1
    return -1


@part
def _end_of_stay(slot: int, step: int, slots: Slots, board: Board) -> int:
    """Give the last slot of a stay on a base, going on by ``step`` (1 or -1)."""
    unit = slots.info[slot, UNIT]
    base = board.slots[slot, SLOT_BASE]
    end = slot
    while slots.first[unit] <= slot < slots.first[unit + 1]:
        if board.slots[slot, COUNT] > 0:
            if board.slots[slot, SLOT_BASE] != base:
                break
            end = slot
        slot += step
    return end


@part
def _is_alike(
    by: int, scenes: Scenes, slots: Slots, board: Board, search: Search
) -> bool:
    """Tell whether what is exchanged can be, ``by`` slots further on in the table.

    There the dates have to be the same, and no long strip may be cut.
    """
    window = search.window
    last = window[3] + by
    if by != 0:
        if last >= slots.info.shape[0]:
            return False
        if slots.info[last, UNIT] != slots.info[window[0] + by, UNIT]:
            return False
        for at in range(window[0], window[3] + 1):
            if slots.info[at + by, DATE] != slots.info[at, DATE]:
                return False
    for each in range(3):
        cut = window[each] + by
        if _whole_from(cut, scenes, board) != cut:
            return False
    return _whole_to(last, scenes, board) == last


@part
def _span_at(slot: int, scenes: Scenes, board: Board) -> int:
    """Give how many slots the day that begins here fills."""
    if board.slots[slot, COUNT] == 0:
        return 1
    return max(scenes.info[board.strips[slot, 0], SPAN], 1)


@part
def _whole_from(slot: int, scenes: Scenes, board: Board) -> int:
    """Give the slot itself, or the first slot of the long strip it is inside of."""
    if board.slots[slot, COUNT] == 0:
        return slot
    scene = board.strips[slot, 0]
    return board.slot_of[scene] if scenes.info[scene, SPAN] > 1 else slot


@part
def _whole_to(slot: int, scenes: Scenes, board: Board) -> int:
    """Give the slot itself, or the last slot of the long strip it is inside of."""
    if board.slots[slot, COUNT] == 0:
        return slot
    scene = board.strips[slot, 0]
    span = scenes.info[scene, SPAN]
    return board.slot_of[scene] + span - 1 if span > 1 else slot


@part
def _write_run(
    by: int, count: int, scenes: Scenes, board: Board, search: Search
) -> int:
    """Add the exchange of two runs of slots, ``by`` slots further on; -1 if it fails.

    What stands between them stays between them.
    """
    window = search.window
    slot = window[0]
    while slot <= window[3]:
        there = exchanged(slot, window) + by
        here = slot + by
        for place in range(board.slots[here, COUNT]):
            scene = board.strips[here, place]
            if scenes.allowed[scene, there] == 0:
                return -1
            search.move_scene[count] = scene
            search.move_slot[count] = there
            count += 1
        slot += _span_at(here, scenes, board)
    return count
