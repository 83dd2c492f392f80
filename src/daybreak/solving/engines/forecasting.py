"""How much a change saves at best: told before it is made, so that most never are.

A change of the board touches many counts, and annealing refuses nearly all changes.
So each is weighed first by what follows from the people's dates, the days and the
places alone, without touching anything. What a forecast gives is never more than the
change of the price that a full count finds; where it cannot tell, it gives less.

One thing is left aside: the rest of people who work for two units, which may come
back where a unit's shifts change. A change that pays by that alone may be missed.
"""

from __future__ import annotations

from daybreak.solving.engines.arrays import (
    BASE,
    BONEYARD,
    CAPACITY,
    CAST,
    COUNT,
    DAILY,
    DATE,
    DAY_FEE,
    DROP_AFTER,
    DROPS,
    FLAT,
    HOLD_BOTTOM,
    HOLD_FEE,
    HOLD_TOP,
    HOME,
    IDLE_COST,
    KIND,
    LOCATION,
    MASK,
    MINUTES,
    MOVE_COST,
    MOVE_MINUTES,
    NEVER,
    PAST_BASE,
    PAST_DATE,
    PAST_OPEN,
    PICTURE,
    RATE,
    SHIFTS,
    SLOT_BASE,
    SPAN,
    STRIP_MASK,
    SUNLIT,
    TRAVEL,
    UNIT,
    WEEKLY,
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
from daybreak.solving.engines.changing import (
    S_ELEMENTS,
    S_ORDERS,
    S_PEOPLE,
    S_PICTURES,
    T_BROKEN,
)
from daybreak.solving.engines.compiled import inlined, part

ANY_SHIFT = 7
NOWHERE = -1
UNTOLD = -1e17  # a change of which nothing is known
IMPOSSIBLE = 1e18


# --- people ----------------------------------------------------------------------


@part
def pay_of(
    person: int, deal: int, first: int, last: int, days: int, gap: int, people: People
) -> int:
    """Give what a person with one deal costs for dates of which the ends are known.

    ``gap`` is the largest droppable one, in paid dates.
    """
    row = people.deals[deal]
    kind = row[KIND]
    if kind == WEEKLY:
        return int(row[RATE] * ((last - first + 7) // 7))
    if kind == FLAT:
        return int(row[RATE])
    if kind != DAILY:
        return 0
    held = people.paid[person, last + 1] - people.paid[person, first] - days
    held = max(held - row[DROPS] * gap, 0)
    top = row[RATE] * row[HOLD_TOP] * held
    return int(
        row[RATE] * days + (2 * top + row[HOLD_BOTTOM]) // (2 * row[HOLD_BOTTOM])
    )


@part
def _pay_with(
    person: int, deal: int, lost: int, won: int, people: People, work: Work
) -> int:
    """Give what a person costs without one date and with another (-1: none)."""
    dates = work.person_list[person]
    count = work.person_days[person]
    days = count
    start = 0
    end = count - 1
    if lost >= 0:
        days -= 1
        if dates[start] == lost:
            start += 1
        elif dates[end] == lost:
            end -= 1
    if won >= 0:
        days += 1
    if days == 0:
        return 0
    first = won
    last = won
    if start <= end:
        first = dates[start]
        last = dates[end]
        if won >= 0:
            first = min(first, won)
            last = max(last, won)
    row = people.deals[deal]
    gap = 0
    after = row[DROP_AFTER]
    if row[DROPS] > 0 and row[KIND] == DAILY and last - first > after:
        before = first
        is_in = won < 0 or won == first
        at = start
        while at <= end or not is_in:
            if not is_in and (at > end or dates[at] > won):
                date = won
                is_in = True
            else:
                date = dates[at]
                at += 1
                if date == lost:
                    continue
            if date - before - 1 > after:
                size = people.paid[person, date] - people.paid[person, before + 1]
                gap = max(gap, size)
            before = date
    return pay_of(person, deal, first, last, days, gap, people)


@part
def _person_change(
    person: int, lost: int, won: int, people: People, work: Work, ledger: Ledger
) -> float:
    thing = ledger.starts[S_PEOPLE] + person
    least = -ledger.penalty[thing]
    deal = ledger.plain[person]
    if deal < 0:
        return least - float(ledger.cost[thing])
    if lost >= 0 or won >= 0:
        pay = _pay_with(person, deal, lost, won, people, work)
        least += float(pay - ledger.cost[thing])
    return least


@inlined
def _is_in(person: int, scene: int, scenes: Scenes) -> bool:
    for at in range(scenes.cast_from[scene], scenes.cast_from[scene + 1]):
        if scenes.cast[at, 0] == person:
            return True
    return False


@part
def _cast_change(
    scene: int,
    here: int,
    there: int,
    other: int,
    scenes: Scenes,
    slots: Slots,
    people: People,
    work: Work,
    ledger: Ledger,
) -> float:
    """Give the least change by a strip's cast going from a slot to a slot.

    ``other`` is a strip that goes the other way at the same time, or -1.
    """
    least = 0.0
    date = slots.info[here, DATE] if here >= 0 else NOWHERE
    goal = slots.info[there, DATE] if there >= 0 else NOWHERE
    for at in range(scenes.cast_from[scene], scenes.cast_from[scene + 1]):
        person = scenes.cast[at, 0]
        lost = NOWHERE
        won = NOWHERE
        if date != goal and not (other >= 0 and _is_in(person, other, scenes)):
            if date >= 0 and work.person_all[person, date] == 1:
                lost = date
            if goal >= 0:
                if work.person_all[person, goal] == 0:
                    won = goal
                elif work.person[person, slots.info[there, UNIT], goal] == 0:
                    least += ledger.weights[CAST]  # works for another unit already
        least += _person_change(person, lost, won, people, work, ledger)
    return least


# --- locations, elements, pictures, orders -------------------------------------------


@part
def _place_change(
    location: int, lost: int, won: int, places: Places, work: Work
) -> int:
    """Give the change by a location losing a date and winning another (-1: none)."""
    change = 0
    if lost >= 0:
        change -= places.fees[location, DAY_FEE]
    if won >= 0:
        change += places.fees[location, DAY_FEE]
    hold = places.fees[location, HOLD_FEE]
    if hold == 0 or (lost < 0 and won < 0):
        return int(change)
    dates = work.location_list[location]
    days = work.location_days[location]
    before = 0
    start = 0
    end = days - 1
    if days > 0:
        before = places.dates[location, dates[end] + 1]
        before -= places.dates[location, dates[0]] + days
    if lost >= 0:
        days -= 1
        if dates[start] == lost:
            start += 1
        elif dates[end] == lost:
            end -= 1
    if won >= 0:
        days += 1
    after = 0
    if days > 0:
        first = won
        last = won
        if start <= end:
            first = dates[start]
            last = dates[end]
            if won >= 0:
                first = min(first, won)
                last = max(last, won)
        after = places.dates[location, last + 1] - places.dates[location, first] - days
    return int(change + hold * (after - before))


@part
def _things_change(
    scene: int,
    here: int,
    there: int,
    other: int,
    scenes: Scenes,
    slots: Slots,
    places: Places,
    work: Work,
    ledger: Ledger,
) -> float:
    """Give the least change by a strip's location, elements, picture and orders."""
    least = 0.0
    date = NOWHERE
    unit = 0
    if here >= 0:
        date = slots.info[here, DATE]
        unit = slots.info[here, UNIT]
    goal = NOWHERE
    if there >= 0:
        goal = slots.info[there, DATE]
    info = scenes.info[scene]
    location = info[LOCATION]
    is_alike = other >= 0 and scenes.info[other, LOCATION] == location
    if date != goal and not is_alike:
        lost = NOWHERE
        won = NOWHERE
        if date >= 0 and work.location[location, date] == 1:
            lost = date
        if goal >= 0 and work.location[location, goal] == 0:
            won = goal
        least += float(_place_change(location, lost, won, places, work))
    for at in range(scenes.elements_from[scene], scenes.elements_from[scene + 1]):
        element = scenes.elements[at]
        thing = ledger.starts[S_ELEMENTS] + element
        least -= ledger.penalty[thing]
        if here >= 0 and work.element[element, unit, date] == 1:
            least -= float(places.elements[element, 0])
        if other >= 0 or there < 0:
            continue
        if work.element[element, slots.info[there, UNIT], goal] == 0:
            least += float(places.elements[element, 0])
    least += home_change(scene, here, there, scenes)
    picture = info[PICTURE]
    if date >= 0 and date == work.wrap[picture]:
        thing = ledger.starts[S_PICTURES] + picture
        least -= float(ledger.cost[thing]) + ledger.penalty[thing]
    for at in range(scenes.orders_from[scene], scenes.orders_from[scene + 1]):
        least -= ledger.penalty[ledger.starts[S_ORDERS] + scenes.orders[at]]
    return least


@inlined
def home_change(scene: int, here: int, there: int, scenes: Scenes) -> float:
    """Give what a strip saves or costs by coming home or leaving."""
    if here == there or scenes.change_cost[0] == 0:
        return 0.0
    if scenes.home[scene] == here and here >= 0:
        return float(scenes.change_cost[0])
    if scenes.home[scene] == there and there >= 0:
        return -float(scenes.change_cost[0])
    return 0.0


# --- units ---------------------------------------------------------------------------


@inlined
def used_before(
    slot: int, without: int, unit: int, board: Board, ledger: Ledger
) -> int:
    """Give the last slot with strips before one, or -1."""
    slot = min(slot - 1, ledger.ends[unit, 1])
    while slot >= ledger.ends[unit, 0]:
        if board.slots[slot, COUNT] > 0 and slot != without:
            return slot
        slot -= 1
    return -1


@inlined
def used_after(slot: int, without: int, unit: int, board: Board, ledger: Ledger) -> int:
    """Give the first slot with strips after one, or -1."""
    slot = max(slot + 1, ledger.ends[unit, 0])
    while slot <= ledger.ends[unit, 1]:
        if board.slots[slot, COUNT] > 0 and slot != without:
            return slot
        slot += 1
    return -1


@part
def step(
    unit: int,
    slot: int,
    base: int,
    then: int,
    then_base: int,
    slots: Slots,
    units: Units,
    ledger: Ledger,
) -> float:
    """Give the price of what lies between two successive days: idle dates, a move."""
    if then < 0:
        return 0.0
    if slot >= 0:
        idle = then - slot - 1
        between = slots.info[then, DATE] - slots.info[slot, DATE] - 1
    elif units.past[unit, PAST_DATE] >= 0:
        base = units.past[unit, PAST_BASE]
        idle = units.past[unit, PAST_OPEN] + then - slots.first[unit]
        between = slots.info[then, DATE] - units.past[unit, PAST_DATE] - 1
    else:
        base = units.info[unit, HOME]
        idle = 0
        between = NEVER - 1
    cost = float(units.info[unit, IDLE_COST] * idle)
    if base >= 0 and base != then_base:
        cost += float(units.move[base, then_base, 1])
        wanted = units.move[base, then_base, 0]
        if between < wanted:
            cost += ledger.weights[TRAVEL] * (1 + min(wanted - between, 6))
    return cost


@part
def _day_off(
    slot: int, units: Units, slots: Slots, board: Board, ledger: Ledger
) -> float:
    """Give the change of idle dates and moves where a day is taken out."""
    unit = slots.info[slot, UNIT]
    base = board.slots[slot, SLOT_BASE]
    before = used_before(slot, -1, unit, board, ledger)
    after = used_after(slot, -1, unit, board, ledger)
    before_base = board.slots[before, SLOT_BASE] if before >= 0 else -1
    after_base = board.slots[after, SLOT_BASE] if after >= 0 else -1
    return (
        step(unit, before, before_base, after, after_base, slots, units, ledger)
        - step(unit, before, before_base, slot, base, slots, units, ledger)
        - step(unit, slot, base, after, after_base, slots, units, ledger)
    )


@part
def _day_on(
    slot: int,
    base: int,
    without: int,
    units: Units,
    slots: Slots,
    board: Board,
    ledger: Ledger,
) -> float:
    """Give the change of idle dates and moves where a day is put in.

    ``without`` is a slot that is empty by then.
    """
    unit = slots.info[slot, UNIT]
    before = used_before(slot, without, unit, board, ledger)
    after = used_after(slot, without, unit, board, ledger)
    before_base = board.slots[before, SLOT_BASE] if before >= 0 else -1
    after_base = board.slots[after, SLOT_BASE] if after >= 0 else -1
    return (
        step(unit, before, before_base, slot, base, slots, units, ledger)
        + step(unit, slot, base, after, after_base, slots, units, ledger)
        - step(unit, before, before_base, after, after_base, slots, units, ledger)
    )


@inlined
def _mask_without(
    slot: int, scene: int, scenes: Scenes, slots: Slots, units: Units, board: Board
) -> int:
    """Give the shifts that the other strips of a day share."""
    mask = units.info[slots.info[slot, UNIT], SHIFTS]
    for place in range(board.slots[slot, COUNT]):
        strip = board.strips[slot, place]
        if strip != scene:
            mask &= scenes.info[strip, MASK]
    return int(mask)


@inlined
def _stands_alone(slot: int, scene: int, scenes: Scenes, board: Board) -> bool:
    """Tell whether no other strip of a slot is at a strip's location."""
    location = scenes.info[scene, LOCATION]
    for place in range(board.slots[slot, COUNT]):
        strip = board.strips[slot, place]
        if strip != scene and scenes.info[strip, LOCATION] == location:
            return False
    return True


# --- the changes ---------------------------------------------------------------------


@part
def forecast_strip(
    scene: int,
    there: int,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
) -> float:
    """Give the least change of the price by moving a strip to a slot."""
    info = scenes.info[scene]
    if info[SPAN] > 1:
        return UNTOLD
    here = board.slot_of[scene]
    least = 0.0
    is_emptied = False
    if here < 0:
        least -= ledger.weights[BONEYARD]
    else:
        unit = slots.info[here, UNIT]
        is_emptied = board.slots[here, COUNT] == 1
        if is_emptied:
            least -= ledger.floor[unit, board.slots[here, STRIP_MASK]]
            least += _day_off(here, units, slots, board, ledger)
            least -= ledger.slack[unit]
        else:
            if info[MASK] != ANY_SHIFT:
                mask = _mask_without(here, scene, scenes, slots, units, board)
                least += ledger.floor[unit, mask]
                least -= ledger.floor[unit, board.slots[here, STRIP_MASK]]
                least -= ledger.slack[unit]
            if _stands_alone(here, scene, scenes, board):
                least -= float(units.info[unit, MOVE_COST])
    unit = slots.info[there, UNIT]
    if board.slots[there, COUNT] == 0:
        mask = info[MASK] & units.info[unit, SHIFTS]
        if mask == 0:
            return IMPOSSIBLE
        without = here if is_emptied else -1
        least += ledger.floor[unit, mask]
        least += float(_day_on(there, info[BASE], without, units, slots, board, ledger))
        if not (is_emptied and slots.info[here, UNIT] == unit):
            least -= ledger.slack[unit]
    else:
        old = board.slots[there, STRIP_MASK]
        mask = old & info[MASK]
        if mask == 0:
            return IMPOSSIBLE
        if mask != old:
            least += ledger.floor[unit, mask] - ledger.floor[unit, old]
            least -= ledger.slack[unit]
        if _stands_alone(there, scene, scenes, board):
            least += float(units.info[unit, MOVE_COST])
    least += _cast_change(scene, here, there, -1, scenes, slots, people, work, ledger)
    return least + _things_change(
        scene, here, there, -1, scenes, slots, places, work, ledger
    )


@part
def forecast_swap(
    one: int,
    other: int,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
) -> float:
    """Give the least change of the price by exchanging two strips."""
    least = 0.0
    if scenes.info[one, SPAN] > 1 or scenes.info[other, SPAN] > 1:
        return UNTOLD
    for turn in range(2):
        scene = one if turn == 0 else other
        partner = other if turn == 0 else one
        here = board.slot_of[scene]
        there = board.slot_of[partner]
        if here >= 0:
            unit = slots.info[here, UNIT]
            old = board.slots[here, STRIP_MASK]
            mask = _mask_without(here, scene, scenes, slots, units, board)
            mask &= scenes.info[partner, MASK]
            if mask == 0:
                return IMPOSSIBLE
            if board.slots[here, COUNT] == 1:
                if scenes.info[one, BASE] != scenes.info[other, BASE]:
                    return UNTOLD
            elif scenes.info[one, BASE] != scenes.info[other, BASE]:
                return IMPOSSIBLE
            if mask != old or scenes.info[scene, SUNLIT] > 0:
                least += ledger.floor[unit, mask] - ledger.floor[unit, old]
                least -= ledger.slack[unit]
            room = units.info[unit, CAPACITY] - board.slots[here, MINUTES]
            room += scenes.minutes[scene, unit] - scenes.minutes[partner, unit]
            if _stands_alone(here, scene, scenes, board):
                least -= float(units.info[unit, MOVE_COST])
                room += units.info[unit, MOVE_MINUTES]
            if room < 0:
                return IMPOSSIBLE
        least += _cast_change(
            scene, here, there, partner, scenes, slots, people, work, ledger
        )
        least += _things_change(
            scene, here, there, partner, scenes, slots, places, work, ledger
        )
    return least


@part
def forecast_days(
    here: int,
    there: int,
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
    """Give the least change of the price by exchanging what stands on two slots."""
    least = 0.0
    search.seen_now[0] += 1
    for turn in range(2):
        a = here if turn == 0 else there
        b = there if turn == 0 else here
        least += _half_exchanged(
            a, b, scenes, slots, units, people, places, board, work, ledger, search
        )
    one = slots.info[here, UNIT]
    two = slots.info[there, UNIT]
    least -= ledger.slack[one]
    if one != two:
        least -= ledger.slack[two]
        if board.slots[there, COUNT] > 0:
            return UNTOLD if units.move.shape[0] > 1 else least
    if board.slots[there, COUNT] == 0:
        base = board.slots[here, SLOT_BASE]
        least += _day_off(here, units, slots, board, ledger)
        return least + _day_on(there, base, here, units, slots, board, ledger)
    return least + _bases_change(here, there, units, slots, board, ledger)


@part
def _bases_change(
    here: int, there: int, units: Units, slots: Slots, board: Board, ledger: Ledger
) -> float:
    """Give the change of the moves where two days of a unit are exchanged."""
    first = min(here, there)
    last = max(here, there)
    unit = slots.info[first, UNIT]
    base = board.slots[first, SLOT_BASE]
    other = board.slots[last, SLOT_BASE]
    if base == other:
        return 0.0
    before = used_before(first, -1, unit, board, ledger)
    after = used_after(last, -1, unit, board, ledger)
    inner = used_after(first, -1, unit, board, ledger)
    outer = used_before(last, -1, unit, board, ledger)
    a = board.slots[before, SLOT_BASE] if before >= 0 else -1
    d = board.slots[after, SLOT_BASE] if after >= 0 else -1
    change = step(unit, before, a, first, other, slots, units, ledger)
    change -= step(unit, before, a, first, base, slots, units, ledger)
    change += step(unit, last, base, after, d, slots, units, ledger)
    change -= step(unit, last, other, after, d, slots, units, ledger)
    if inner == last:
        change += step(unit, first, other, last, base, slots, units, ledger)
        change -= step(unit, first, base, last, other, slots, units, ledger)
        return change
    b = board.slots[inner, SLOT_BASE]
    c = board.slots[outer, SLOT_BASE]
    change += step(unit, first, other, inner, b, slots, units, ledger)
    change -= step(unit, first, base, inner, b, slots, units, ledger)
    change += step(unit, outer, c, last, base, slots, units, ledger)
    change -= step(unit, outer, c, last, other, slots, units, ledger)
    return change


@part
def _half_exchanged(
    here: int,
    there: int,
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
    """Give the least change by the strips of one of two exchanged days."""
    least = 0.0
    date = slots.info[here, DATE]
    unit = slots.info[here, UNIT]
    goal = slots.info[there, DATE]
    goal_unit = slots.info[there, UNIT]
    mask = units.info[goal_unit, SHIFTS]
    for place in range(board.slots[here, COUNT]):
        scene = board.strips[here, place]
        mask &= scenes.info[scene, MASK]
        for at in range(scenes.cast_from[scene], scenes.cast_from[scene + 1]):
            person = scenes.cast[at, 0]
            if search.seen[person] == search.seen_now[0]:
                continue
            search.seen[person] = search.seen_now[0]
            lost = NOWHERE
            won = NOWHERE
            mine = work.person[person, goal_unit, goal]
            if date != goal and work.person_all[person, goal] > mine:
                least += ledger.weights[CAST]  # works for another unit already
            if date != goal and mine == 0:
                if work.person_all[person, date] == work.person[person, unit, date]:
                    lost = date
                if work.person_all[person, goal] == 0:
                    won = goal
            least += _person_change(person, lost, won, people, work, ledger)
        least += _day_things_change(
            scene, place, here, there, scenes, slots, places, board, work, ledger
        )
    if board.slots[here, COUNT] == 0:
        return 0.0
    if mask == 0:
        return IMPOSSIBLE
    if unit != goal_unit:
        least += ledger.floor[goal_unit, mask]
        least -= ledger.floor[unit, board.slots[here, STRIP_MASK]]
        moves = _places_of(here, scenes, board) - 1
        cost = units.info[goal_unit, MOVE_COST] - units.info[unit, MOVE_COST]
        least += float(moves * cost)
    return least


@part
def _places_of(slot: int, scenes: Scenes, board: Board) -> int:
    """Give how many locations a slot's strips have."""
    found = 0
    for place in range(board.slots[slot, COUNT]):
        if _is_first_there(slot, place, scenes, board):
            found += 1
    return found


@inlined
def _is_first_there(slot: int, place: int, scenes: Scenes, board: Board) -> bool:
    location = scenes.info[board.strips[slot, place], LOCATION]
    for earlier in range(place):
        if scenes.info[board.strips[slot, earlier], LOCATION] == location:
            return False
    return True


@part
def count_at(slot: int, location: int, scenes: Scenes, board: Board) -> int:
    """Give how many strips of a slot are at a location."""
    found = 0
    for place in range(board.slots[slot, COUNT]):
        if scenes.info[board.strips[slot, place], LOCATION] == location:
            found += 1
    return found


@part
def _day_things_change(
    scene: int,
    place: int,
    here: int,
    there: int,
    scenes: Scenes,
    slots: Slots,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
) -> float:
    """Give the least change by what a strip of an exchanged day stands for."""
    least = 0.0
    date = slots.info[here, DATE]
    goal = slots.info[there, DATE]
    location = scenes.info[scene, LOCATION]
    if (
        date != goal
        and (places.fees[location, HOLD_FEE] > 0 or slots.first.shape[0] > 2)
        and _is_first_there(here, place, scenes, board)
        and count_at(there, location, scenes, board) == 0
    ):
        lost = NOWHERE
        won = NOWHERE
        count = count_at(here, location, scenes, board)
        if work.location[location, date] == count:
            lost = date
        if work.location[location, goal] == 0:
            won = goal
        least += float(_place_change(location, lost, won, places, work))
    least += home_change(scene, here, there, scenes)
    picture = scenes.info[scene, PICTURE]
    if date == work.wrap[picture]:
        thing = ledger.starts[S_PICTURES] + picture
        least -= float(ledger.cost[thing]) + ledger.penalty[thing]
    if ledger.total[T_BROKEN] > 0:
        for at in range(scenes.orders_from[scene], scenes.orders_from[scene + 1]):
            least -= ledger.penalty[ledger.starts[S_ORDERS] + scenes.orders[at]]
        for at in range(scenes.elements_from[scene], scenes.elements_from[scene + 1]):
            least -= ledger.penalty[ledger.starts[S_ELEMENTS] + scenes.elements[at]]
    return least
