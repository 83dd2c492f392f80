"""How much it saves at best to exchange two runs of days, told before it is made.

See `daybreak.solving.engines.forecasting`, of which this is the part on runs.
"""

from __future__ import annotations

from daybreak.solving.engines.arrays import (
    CAST,
    COUNT,
    DATE,
    DAY_FEE,
    DROP_AFTER,
    DROPS,
    HOLD_FEE,
    SLOT_BASE,
    UNIT,
    Board,
    Ints,
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
from daybreak.solving.engines.forecasting import (
    count_at,
    home_change,
    pay_of,
    step,
    used_after,
    used_before,
)


@inlined
def exchanged(slot: int, window: Ints) -> int:
    """Give where a slot of a window goes when its first and its last run change places.

    ``window`` holds where the first run begins, what is between them, the last run
    begins, and the last slot.
    """
    if slot < window[0] or slot > window[3]:
        return slot
    if slot < window[1]:
        return slot + window[3] + 1 - window[1]
    if slot >= window[2]:
        return slot - (window[2] - window[0])
    return slot + (window[3] + 1 - window[2]) - (window[1] - window[0])


@inlined
def _source(slot: int, window: Ints) -> int:
    """Give which slot's strips come to a slot of a window: `exchanged` backwards."""
    behind = window[3] + 1 - window[2]
    if slot < window[0] + behind:
        return slot + window[2] - window[0]
    between = window[2] - window[1]
    if slot < window[0] + behind + between:
        return slot - window[0] - behind + window[1]
    return slot - (window[3] + 1 - window[1])


@part
def forecast_run(
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
    """Give the least change of the price by exchanging two runs of slots.

    ``search.window`` says which; in all units at the same dates where its last is 1.
    """
    window = search.window
    first = window[0]
    last = window[3]
    is_all = window[4]
    unit = slots.info[first, UNIT]
    start = slots.info[first, DATE]
    end = slots.info[last, DATE]
    least = 0.0
    for each in range(units.info.shape[0]):
        if is_all == 0 and each != unit:
            continue
        begin = slots.at[each, start]
        least -= ledger.slack[each]
        least += _turned_steps(each, begin - first, window, slots, units, board, ledger)
    for person in range(people.info.shape[0]):
        least += _turned_person(person, unit, slots, people, work, ledger, search)
    for location in range(places.fees.shape[0]):
        is_shared = is_all == 0 and slots.first.shape[0] > 2
        is_shared = is_shared and places.fees[location, DAY_FEE] > 0
        if (is_shared or places.fees[location, HOLD_FEE] > 0) and work.location_days[
            location
        ] > 0:
            least += _turned_place(
                location,
                unit,
                first,
                last,
                is_all,
                scenes,
                slots,
                places,
                board,
                work,
            )
    for picture in range(places.pictures.shape[0]):
        if start <= work.wrap[picture] <= end:
            thing = ledger.starts[S_PICTURES] + picture
            least -= float(ledger.cost[thing]) + ledger.penalty[thing]
    if scenes.change_cost[0] > 0:
        for each in range(units.info.shape[0]):
            if is_all == 0 and each != unit:
                continue
            begin = slots.at[each, start]
            least += _turned_homes(begin - first, window, scenes, board)
    if ledger.total[T_BROKEN] > 0:
        for thing in range(ledger.starts[S_ELEMENTS], ledger.starts[S_PICTURES]):
            least -= ledger.penalty[thing]
        for thing in range(ledger.starts[S_ORDERS], ledger.starts[S_ORDERS + 1]):
            least -= ledger.penalty[thing]
    return least


@part
def _turned_homes(by: int, window: Ints, scenes: Scenes, board: Board) -> float:
    """Give what strips save or cost by coming home or leaving in a turned run."""
    change = 0.0
    for at in range(window[0], window[3] + 1):
        slot = at + by
        there = exchanged(at, window) + by
        for place in range(board.slots[slot, COUNT]):
            scene = board.strips[slot, place]
            if board.slot_of[scene] == slot:
                change += home_change(scene, slot, there, scenes)
    return change


@part
def _turned_steps(
    unit: int,
    by: int,
    window: Ints,
    slots: Slots,
    units: Units,
    board: Board,
    ledger: Ledger,
) -> float:
    """Give the change of idle dates and moves by exchanging two runs of slots."""
    first = window[0] + by
    last = window[3] + by
    before = used_before(first, -1, unit, board, ledger)
    after = used_after(last, -1, unit, board, ledger)
    start_base = board.slots[before, SLOT_BASE] if before >= 0 else -1
    after_base = board.slots[after, SLOT_BASE] if after >= 0 else -1
    change = 0.0
    slot = before
    base = start_base
    for at in range(first, last + 1):
        if board.slots[at, COUNT] > 0:
            then_base = board.slots[at, SLOT_BASE]
            change -= step(unit, slot, base, at, then_base, slots, units, ledger)
            slot = at
            base = then_base
    change -= step(unit, slot, base, after, after_base, slots, units, ledger)
    slot = before
    base = start_base
    for at in range(first, last + 1):
        source = _source(at - by, window) + by
        if board.slots[source, COUNT] > 0:
            then_base = board.slots[source, SLOT_BASE]
            change += step(unit, slot, base, at, then_base, slots, units, ledger)
            slot = at
            base = then_base
    return change + step(unit, slot, base, after, after_base, slots, units, ledger)


@part
def _turned_person(
    person: int,
    unit: int,
    slots: Slots,
    people: People,
    work: Work,
    ledger: Ledger,
    search: Search,
) -> float:
    """Give the least change by a person's dates in a run that is turned round."""
    count = work.person_days[person]
    if count == 0:
        return 0.0
    dates = work.person_list[person]
    window = search.window
    start = slots.info[window[0], DATE]
    end = slots.info[window[3], DATE]
    is_all = window[4]
    if dates[count - 1] < start or dates[0] > end:
        return 0.0
    thing = ledger.starts[S_PEOPLE] + person
    least = -ledger.penalty[thing]
    deal = ledger.plain[person]
    if deal < 0:
        return least - float(ledger.cost[thing])
    is_alone = is_all == 1 or work.person.shape[1] == 1
    has_drops = people.deals[deal, DROPS] > 0
    if is_alone and not has_drops and dates[0] < start and dates[count - 1] > end:
        return least
    room = search.dates
    days = 0
    for at in range(count):
        date = dates[at]
        if date < start or date > end:
            days = _put_in(date, days, room)
            continue
        mine = work.person[person, unit, date]
        if is_all == 1:
            mine = work.person_all[person, date]
        if mine > 0:
            slot = exchanged(slots.at[unit, date], window)
            goal = slots.info[slot, DATE]
            others = work.person_all[person, goal] - work.person[person, unit, goal]
            if is_all == 0 and others > 0:
                least += ledger.weights[CAST]  # works for another unit already
            days = _put_in(goal, days, room)
        if work.person_all[person, date] > mine:
            days = _put_in(date, days, room)
    gap = 0
    if has_drops:
        after = people.deals[deal, DROP_AFTER]
        for at in range(1, days):
            if room[at] - room[at - 1] - 1 > after:
                size = people.paid[person, room[at]]
                size -= people.paid[person, room[at - 1] + 1]
                gap = max(gap, size)
    pay = pay_of(person, deal, room[0], room[days - 1], days, gap, people)
    return least + float(pay - ledger.cost[thing])


@inlined
def _put_in(date: int, days: int, room: Ints) -> int:
    """Put a date into a sorted list, once; give how many there are."""
    at = days
    while at > 0 and room[at - 1] > date:
        at -= 1
    if at > 0 and room[at - 1] == date:
        return days
    for place in range(days, at, -1):
        room[place] = room[place - 1]
    room[at] = date
    return days + 1


@part
def _turned_place(
    location: int,
    unit: int,
    first: int,
    last: int,
    is_all: int,
    scenes: Scenes,
    slots: Slots,
    places: Places,
    board: Board,
    work: Work,
) -> float:
    """Give the least change by a location's dates in a run that is turned round."""
    start = slots.info[first, DATE]
    end = slots.info[last, DATE]
    days = work.location_days[location]
    dates = work.location_list[location]
    if dates[days - 1] < start or dates[0] > end:
        return 0.0
    mine = 0
    others = 0
    for at in range(days):
        date = dates[at]
        if start <= date <= end:
            slot = slots.at[unit, date]
            count = count_at(slot, location, scenes, board) if slot >= 0 else 0
            if is_all == 1:
                count = work.location[location, date]
            mine += count > 0
            others += work.location[location, date] > count
    if mine == 0:
        return 0.0
    least = 0.0
    if others > 0:
        least -= float(places.fees[location, DAY_FEE] * min(mine, others))
    if places.fees[location, HOLD_FEE] > 0:
        if others == 0 and dates[0] < start and dates[days - 1] > end:
            return least
        held = places.dates[location, dates[days - 1] + 1]
        held -= places.dates[location, dates[0]] + days
        least -= float(places.fees[location, HOLD_FEE] * held)
    return least
