"""Simulated annealing of the stripboard: the moves, and the loop that makes them.

The moves are those an assistant director makes by hand: move a strip, swap two,
move or swap whole days, shift a run of days, dissolve a day - and one that no hand
would: take some related strips off and put each back where it costs least (Shaw 1998,
large neighborhood search).
"""

from __future__ import annotations

import math

from daybreak.solving.engines.arrays import (
    BONEYARD,
    COUNT,
    DATE,
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
from daybreak.solving.engines.chance import below, fraction
from daybreak.solving.engines.changing import T_BONEYARD, T_BROKEN, price, recount
from daybreak.solving.engines.compiled import compiled, part
from daybreak.solving.engines.forecasting import (
    forecast_days,
    forecast_run,
    forecast_strip,
    forecast_swap,
)
from daybreak.solving.engines.moving import (
    NEVER_TAKEN,
    carry_out,
    fits,
    most_taken,
    note_best,
    take_back,
)

MOVE_STRIP, SWAP_STRIPS, MOVE_DAY, SWAP_DAYS, SHIFT_RUN, REBUILD = range(6)
GIVEN = 6  # a change that a caller wrote
COUNTED = 7  # no move: changes that a forecast let pass, counted in full
LONGEST_RUN = 24
MOST_REBUILT = 12
WEIGH_EVERY = 4096
HOMING = 0.15


@compiled
def anneal(
    steps: int,
    hot: float,
    cold: float,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
    search: Search,
) -> int:
    """Make ``steps`` moves while cooling from ``hot`` to ``cold`` (currency).

    First makes the change that waits, if one does. Gives how often a new best board
    was found.
    """
    if board.slot_of.shape[0] == 0 or slots.info.shape[0] == 0:
        return 0
    if search.waiting[0] > 0:
        _try_move(
            GIVEN,
            hot,
            scenes,
            slots,
            units,
            people,
            places,
            board,
            work,
            ledger,
            search,
        )
    found = 0
    cooling = math.exp(math.log(cold / hot) / max(steps, 1))
    temperature = hot
    for _ in range(steps):
        kind = _choose_kind(search)
        if kind == REBUILD:
            _rebuild(
                temperature,
                scenes,
                slots,
                units,
                people,
                places,
                board,
                work,
                ledger,
                search,
            )
        else:
            _try_move(
                kind,
                temperature,
                scenes,
                slots,
                units,
                people,
                places,
                board,
                work,
                ledger,
                search,
            )
        if note_best(board, ledger, search):
            found += 1
        temperature *= cooling
        search.steps[0] += 1
        if search.steps[0] % WEIGH_EVERY == 0:
            _weigh(ledger)
            recount(
                scenes, slots, units, people, places, board, work, ledger, search.choice
            )
    return found


@part
def _try_move(
    kind: int,
    temperature: float,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
    search: Search,
) -> None:
    """Carry out a move of a kind, and take it back where annealing refuses it."""
    count = propose(kind, scenes, slots, units, board, search)
    if count == 0:
        return
    search.tried[kind, 0] += 1
    before = price(ledger)
    most = most_taken(before, temperature, search)
    if kind != GIVEN:
        least = forecast(
            kind, scenes, slots, units, people, places, board, work, ledger, search
        )
        if before + least > most:
            return
    search.tried[COUNTED, 0] += 1
    after = carry_out(
        count, scenes, slots, units, people, places, board, work, ledger, search
    )
    if after >= NEVER_TAKEN:
        return
    if kind == GIVEN or after <= most:
        search.tried[kind, 1] += 1
    else:
        take_back(count, scenes, slots, units, places, board, work, ledger, search)


@part
def forecast(
    kind: int,
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
    """Give the least that the change just proposed adds to the price."""
    if kind == MOVE_STRIP:
        return forecast_strip(
            search.move_scene[0],
            search.move_slot[0],
            scenes,
            slots,
            units,
            people,
            places,
            board,
            work,
            ledger,
        )
    if kind == SWAP_STRIPS:
        return forecast_swap(
            search.move_scene[0],
            search.move_scene[1],
            scenes,
            slots,
            units,
            people,
            places,
            board,
            work,
            ledger,
        )
    window = search.window
    if kind == SHIFT_RUN:
        return forecast_run(
            window[0],
            window[1],
            window[2],
            scenes,
            slots,
            units,
            people,
            places,
            board,
            work,
            ledger,
            search,
        )
    return forecast_days(
        window[0],
        window[1],
        scenes,
        slots,
        units,
        people,
        places,
        board,
        work,
        ledger,
        search,
    )


@part
def _weigh(ledger: Ledger) -> None:
    """Make breaks dearer while there are some, cheaper while there are none."""
    step = 1.25 if ledger.total[T_BROKEN] > 0 else 0.92
    scale = ledger.scale[0]
    for kind in range(BONEYARD):
        weight = ledger.weights[kind] * step
        if weight > 0.0:
            ledger.weights[kind] = min(max(weight, 0.1 * scale), 100.0 * scale)
    if ledger.total[T_BONEYARD] > 0:
        most = 1000.0 * scale
        ledger.weights[BONEYARD] = min(ledger.weights[BONEYARD] * 1.02, most)


@part
def _choose_kind(search: Search) -> int:
    chance = fraction(search.chance)
    kind = 0
    while kind < REBUILD and chance >= search.mix[kind]:
        chance -= search.mix[kind]
        kind += 1
    return kind


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
def _any_scene(board: Board, search: Search) -> int:
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
    scene = _any_scene(board, search)
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
    one = _any_scene(board, search)
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
    """Move one day past a run of days, which shift by one to close the gap.

    Strips of several days count as one day of their length; the run must hold them
    whole.
    """
    first = _used_slot(scenes, board, search)
    if first < 0:
        return 0
    unit = slots.info[first, UNIT]
    length = 2 + below(search.chance, LONGEST_RUN - 1)
    last = min(first + length, slots.first[unit + 1]) - 1
    if fraction(search.chance) < 0.5:
        last = first
        first = max(last - length + 1, slots.first[unit])
    first = _whole_from(first, scenes, board)
    last = _whole_to(last, scenes, board)
    if last <= first:
        return 0
    if fraction(search.chance) < 0.5:
        span = _span_at(first, scenes, board)
        return _write_shift(first, span, last, scenes, board, search, True)
    start = _whole_from(last, scenes, board)
    return _write_shift(first, start, last, scenes, board, search, False)


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
def _write_shift(
    first: int,
    middle: int,
    last: int,
    scenes: Scenes,
    board: Board,
    search: Search,
    is_forward: bool,
) -> int:
    """Write the change that turns a run of slots round by one day.

    Forward: the ``middle`` slots at the front go to the back. Else: the day that
    begins at slot ``middle`` goes to the front.
    """
    whole = last - first + 1
    ahead = middle if is_forward else middle - first
    search.window[0] = first
    search.window[1] = first + ahead
    search.window[2] = last
    count = 0
    slot = first
    while slot <= last:
        span = _span_at(slot, scenes, board)
        offset = slot - first
        moved = offset - ahead if offset >= ahead else offset + whole - ahead
        for place in range(board.slots[slot, COUNT]):
            scene = board.strips[slot, place]
            if scenes.allowed[scene, first + moved] == 0:
                return 0
            search.move_scene[count] = scene
            search.move_slot[count] = first + moved
            count += 1
        slot += span
    return count


@part
def _rebuild(
    temperature: float,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
    search: Search,
) -> None:
    """Take related strips off and put each back where it costs least."""
    before = price(ledger)
    count = _gather(scenes, slots, board, search)
    if count == 0:
        return
    search.tried[REBUILD, 0] += 1
    for at in range(count):
        scene = search.rebuilt[at]
        search.rebuilt_old[at] = board.slot_of[scene]
        search.move_scene[at] = scene
        search.move_slot[at] = -1
    carry_out(count, scenes, slots, units, people, places, board, work, ledger, search)
    for at in range(count):
        _insert_best(
            search.rebuilt[at],
            temperature,
            scenes,
            slots,
            units,
            people,
            places,
            board,
            work,
            ledger,
            search,
        )
    if price(ledger) <= most_taken(before, temperature, search):
        search.tried[REBUILD, 1] += 1
        return
    for at in range(count):
        search.move_scene[at] = search.rebuilt[at]
        search.move_slot[at] = search.rebuilt_old[at]
    carry_out(count, scenes, slots, units, people, places, board, work, ledger, search)


@part
def _gather(scenes: Scenes, slots: Slots, board: Board, search: Search) -> int:
    """Choose the strips to rebuild: one whole day, or one strip and related ones."""
    seed = _any_scene(board, search)
    slot = board.slot_of[seed]
    count = 0
    if slot >= 0 and fraction(search.chance) < 0.5:
        count = min(board.slots[slot, COUNT], MOST_REBUILT)
        for place in range(count):
            search.rebuilt[place] = board.strips[slot, place]
        _shuffle(count, search)
        return count
    search.rebuilt[0] = seed
    count = 1
    near = scenes.near_from[seed + 1] - scenes.near_from[seed]
    wanted = 1 + below(search.chance, MOST_REBUILT - 1)
    for _ in range(2 * wanted):
        if near == 0 or count >= wanted:
            break
        other = scenes.near[scenes.near_from[seed] + below(search.chance, near)]
        is_new = True
        for at in range(count):
            if search.rebuilt[at] == other:
                is_new = False
        if is_new:
            search.rebuilt[count] = other
            count += 1
    return count


@part
def _shuffle(count: int, search: Search) -> None:
    for at in range(count - 1, 0, -1):
        other = below(search.chance, at + 1)
        kept = search.rebuilt[at]
        search.rebuilt[at] = search.rebuilt[other]
        search.rebuilt[other] = kept


@part
def _insert_best(
    scene: int,
    temperature: float,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
    search: Search,
) -> None:
    """Put a strip from the boneyard where the price is least, or leave it there."""
    now = price(ledger)
    best = now
    best_slot = -1
    free_date = -9
    search.move_scene[0] = scene
    for at in range(scenes.slots_from[scene], scenes.slots_from[scene + 1]):
        slot = scenes.slots_list[at]
        if not fits(scene, slot, scenes, slots, units, board):
            continue
        if board.slots[slot, COUNT] == 0:
            # of a stretch of free dates only some are tried: they cost much alike
            if slots.info[slot, DATE] - free_date < 3 and fraction(search.chance) < 0.7:
                continue
            free_date = slots.info[slot, DATE]
        noise = temperature * math.log(1.0 - fraction(search.chance)) * -0.3
        least = forecast_strip(
            scene, slot, scenes, slots, units, people, places, board, work, ledger
        )
        if now + least - noise >= best:
            continue
        search.move_slot[0] = slot
        after = carry_out(
            1, scenes, slots, units, people, places, board, work, ledger, search
        )
        if after >= NEVER_TAKEN:
            continue
        take_back(1, scenes, slots, units, places, board, work, ledger, search)
        after -= noise
        if after < best:
            best = after
            best_slot = slot
    if best_slot >= 0:
        search.move_slot[0] = best_slot
        carry_out(1, scenes, slots, units, people, places, board, work, ledger, search)
