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
from daybreak.solving.engines.proposing import (
    GIVEN,
    MOVE_STRIP,
    REBUILD,
    SHIFT_RUN,
    SWAP_STRIPS,
    any_scene,
    propose,
)
from daybreak.solving.engines.turning import forecast_run

COUNTED = 7  # no move: changes that a forecast let pass, counted in full
MOST_REBUILT = 12
WEIGH_EVERY = 4096


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
    seed = any_scene(board, search)
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
