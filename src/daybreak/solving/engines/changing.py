"""Put strips on days and take them off; keep every count right; take changes back.

A change begins with `begin`, goes on with `add` and `remove`, is weighed by `settle`
and is then kept, or taken back by the opposite steps and `restore`.
"""

from __future__ import annotations

from daybreak.solving.engines.arrays import (
    BONEYARD,
    COUNT,
    DATE,
    ELEMENT,
    PICTURE,
    SHIFT,
    SHIFT_MASK,
    SLOT_BASE,
    SPAN,
    UNIT,
    Board,
    Ints,
    Ledger,
    People,
    Places,
    Scenes,
    Slots,
    Units,
    Work,
)
from daybreak.solving.engines.arrays import (
    LOCATION as SCENE_LOCATION,
)
from daybreak.solving.engines.compiled import part
from daybreak.solving.engines.counting import (
    count_location,
    count_order,
    count_person,
    count_picture,
    count_slot,
    count_slot_cost,
    count_unit,
)

# where each sort of thing begins in Ledger.starts
S_SLOTS, S_UNITS, S_PEOPLE, S_LOCATIONS, S_ELEMENTS, S_PICTURES, S_ORDERS, S_END = (
    range(8)
)
# columns of Ledger.total
T_COST, T_BROKEN, T_BONEYARD, T_CHANGE, T_TOUCHED, OLD_COST, OLD_BROKEN = range(7)
# columns of the working room `choice`: the best shift before each shift; the old shift
OLD_SHIFT = 3


@part
def begin(ledger: Ledger) -> None:
    """Begin a change: from here on, what is touched is remembered."""
    ledger.total[T_CHANGE] += 1
    ledger.total[T_TOUCHED] = 0
    ledger.total[OLD_COST] = ledger.total[T_COST]
    ledger.total[OLD_BROKEN] = ledger.total[T_BROKEN]
    ledger.total_penalty[1] = ledger.total_penalty[0]


@part
def touch(thing: int, ledger: Ledger) -> None:
    """Remember a thing's value before the change, once."""
    if ledger.touched_at[thing] == ledger.total[T_CHANGE]:
        return
    ledger.touched_at[thing] = ledger.total[T_CHANGE]
    ledger.old_cost[thing] = ledger.cost[thing]
    ledger.old_broken[thing] = ledger.broken[thing]
    ledger.old_penalty[thing] = ledger.penalty[thing]
    ledger.touched[ledger.total[T_TOUCHED]] = thing
    ledger.total[T_TOUCHED] += 1


@part
def _add_date(dates: Ints, days: int, date: int) -> None:
    """Insert a date into the first ``days`` of a sorted list."""
    at = days
    while at > 0 and dates[at - 1] > date:
        dates[at] = dates[at - 1]
        at -= 1
    dates[at] = date


@part
def _drop_date(dates: Ints, days: int, date: int) -> None:
    """Take a date out of the first ``days`` of a sorted list."""
    at = 0
    while dates[at] != date:
        at += 1
    while at < days - 1:
        dates[at] = dates[at + 1]
        at += 1


@part
def add(
    scene: int,
    slot: int,
    scenes: Scenes,
    slots: Slots,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
) -> None:
    """Put a strip from the boneyard on a slot (and those after it, for its days)."""
    board.slot_of[scene] = slot
    for day in range(slot, slot + max(scenes.info[scene, SPAN], 1)):
        row = board.slots[day]
        board.strips[day, row[COUNT]] = scene
        row[COUNT] += 1
        _count_work(scene, day, 1, scenes, slots, places, work, ledger)
    _touch_scene(scene, scenes, ledger)


@part
def remove(
    scene: int,
    scenes: Scenes,
    slots: Slots,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
) -> None:
    """Take a strip off its day or days, into the boneyard."""
    slot = board.slot_of[scene]
    board.slot_of[scene] = -1
    for day in range(slot, slot + max(scenes.info[scene, SPAN], 1)):
        row = board.slots[day]
        row[COUNT] -= 1
        last = row[COUNT]
        at = 0
        while board.strips[day, at] != scene:
            at += 1
        board.strips[day, at] = board.strips[day, last]
        _count_work(scene, day, -1, scenes, slots, places, work, ledger)
    _touch_scene(scene, scenes, ledger)


@part
def _touch_scene(scene: int, scenes: Scenes, ledger: Ledger) -> None:
    touch(ledger.starts[S_PICTURES] + scenes.info[scene, PICTURE], ledger)
    for at in range(scenes.orders_from[scene], scenes.orders_from[scene + 1]):
        touch(ledger.starts[S_ORDERS] + scenes.orders[at], ledger)


@part
def _count_work(
    scene: int,
    slot: int,
    step: int,
    scenes: Scenes,
    slots: Slots,
    places: Places,
    work: Work,
    ledger: Ledger,
) -> None:
    """Count a strip's day in (step 1) or out (step -1) everywhere it counts."""
    date = slots.info[slot, DATE]
    unit = slots.info[slot, UNIT]
    touch(ledger.starts[S_SLOTS] + slot, ledger)
    minutes = scenes.minutes[scene, unit] * step
    for at in range(scenes.cast_from[scene], scenes.cast_from[scene + 1]):
        person = scenes.cast[at, 0]
        _count_person_day(person, unit, date, step, minutes, work)
        touch(ledger.starts[S_PEOPLE] + person, ledger)
        deal = scenes.cast[at, 1]
        if deal >= 0:
            _count_day(
                work.deal[deal], work.deal_list[deal], work.deal_days, deal, date, step
            )
    location = scenes.info[scene, SCENE_LOCATION]
    touch(ledger.starts[S_LOCATIONS] + location, ledger)
    _count_day(
        work.location[location],
        work.location_list[location],
        work.location_days,
        location,
        date,
        step,
    )
    for at in range(scenes.elements_from[scene], scenes.elements_from[scene + 1]):
        _count_element(scenes.elements[at], unit, date, step, places, work, ledger)
    picture = scenes.info[scene, PICTURE]
    work.picture[picture, date] += step
    if step > 0:
        work.wrap[picture] = max(work.wrap[picture], date)
    elif date == work.wrap[picture]:
        while date >= 0 and work.picture[picture, date] == 0:
            date -= 1
        work.wrap[picture] = date


@part
def _count_day(
    counts: Ints, dates: Ints, days: Ints, thing: int, date: int, step: int
) -> None:
    """Count a use of a date in or out, and keep the list of used dates."""
    if step > 0 and counts[date] == 0:
        _add_date(dates, days[thing], date)
        days[thing] += 1
    counts[date] += step
    if step < 0 and counts[date] == 0:
        _drop_date(dates, days[thing], date)
        days[thing] -= 1


@part
def _count_person_day(
    person: int, unit: int, date: int, step: int, minutes: int, work: Work
) -> None:
    work.person[person, unit, date] += step
    work.person_minutes[person, date] += minutes
    _count_day(
        work.person_all[person],
        work.person_list[person],
        work.person_days,
        person,
        date,
        step,
    )


@part
def _count_element(
    element: int,
    unit: int,
    date: int,
    step: int,
    places: Places,
    work: Work,
    ledger: Ledger,
) -> None:
    """Count an element's fee by unit and date, and units beyond its count."""
    thing = ledger.starts[S_ELEMENTS] + element
    touch(thing, ledger)
    before = work.element[element, unit, date]
    work.element[element, unit, date] += step
    if (before == 0) == (work.element[element, unit, date] == 0):
        return
    using = 0
    for other in range(work.element.shape[1]):
        if work.element[element, other, date] > 0:
            using += 1
    ledger.cost[thing] += places.elements[element, 0] * step
    is_bound = ledger.weights[ELEMENT] > 0.0
    if is_bound and max(using, using - step) > places.elements[element, 1]:
        ledger.broken[thing] += step
        ledger.penalty[thing] += ledger.weights[ELEMENT] * step


@part
def settle(
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
    choice: Ints,
) -> bool:
    """Count all that the change touched; give False where a day cannot be.

    After False nothing has been added to the totals: the change must be taken back.
    """
    first = ledger.starts[S_UNITS]
    at = 0
    while at < ledger.total[T_TOUCHED]:
        slot = ledger.touched[at]
        if slot < first and not _settle_slot(
            slot, scenes, slots, units, places, board, ledger
        ):
            return False
        at += 1
    for unit in range(units.info.shape[0]):
        thing = first + unit
        if ledger.touched_at[thing] == ledger.total[T_CHANGE]:
            _settle_unit(unit, scenes, slots, units, board, ledger, choice)
    at = 0
    while at < ledger.total[T_TOUCHED]:
        thing = ledger.touched[at]
        _settle_other(thing, scenes, slots, units, people, places, board, work, ledger)
        ledger.total[T_COST] += ledger.cost[thing] - ledger.old_cost[thing]
        ledger.total[T_BROKEN] += ledger.broken[thing] - ledger.old_broken[thing]
        ledger.total_penalty[0] += ledger.penalty[thing] - ledger.old_penalty[thing]
        at += 1
    return True


@part
def _settle_slot(
    slot: int,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    places: Places,
    board: Board,
    ledger: Ledger,
) -> bool:
    row = board.slots[slot]
    mask = row[SHIFT_MASK]
    base = row[SLOT_BASE]
    if not count_slot(slot, scenes, slots, units, places, board):
        return False
    ledger.cost[slot] = count_slot_cost(slot, scenes, slots, units, board)
    if row[SHIFT_MASK] != mask or row[SLOT_BASE] != base:
        touch(ledger.starts[S_UNITS] + slots.info[slot, UNIT], ledger)
    return True


@part
def _settle_unit(
    unit: int,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    board: Board,
    ledger: Ledger,
    choice: Ints,
) -> None:
    """Count a unit; touch the people whose day got another shift."""
    start = slots.first[unit]
    end = slots.first[unit + 1]
    for slot in range(start, end):
        choice[slot, OLD_SHIFT] = board.slots[slot, SHIFT]
    ledger.old_slack[unit] = ledger.slack[unit]
    ledger.old_ends[unit, 0] = ledger.ends[unit, 0]
    ledger.old_ends[unit, 1] = ledger.ends[unit, 1]
    thing = ledger.starts[S_UNITS] + unit
    cost, broken, penalty = count_unit(unit, slots, units, board, ledger, choice)
    ledger.cost[thing] = cost
    ledger.broken[thing] = broken
    ledger.penalty[thing] = penalty
    if units.info.shape[0] == 1:
        return
    for slot in range(start, end):
        if choice[slot, OLD_SHIFT] == board.slots[slot, SHIFT]:
            continue
        for place in range(board.slots[slot, COUNT]):
            scene = board.strips[slot, place]
            for at in range(scenes.cast_from[scene], scenes.cast_from[scene + 1]):
                touch(ledger.starts[S_PEOPLE] + scenes.cast[at, 0], ledger)


@part
def _settle_other(
    thing: int,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
) -> None:
    """Count a person, a location, a picture or an order anew."""
    starts = ledger.starts
    if thing < starts[S_PEOPLE] or starts[S_ELEMENTS] <= thing < starts[S_PICTURES]:
        return
    if thing < starts[S_LOCATIONS]:
        cost, broken, penalty = count_person(
            thing - starts[S_PEOPLE],
            slots,
            units,
            people,
            board,
            work,
            ledger.weights,
        )
    elif thing < starts[S_ELEMENTS]:
        cost = count_location(thing - starts[S_LOCATIONS], places, work)
        broken = 0
        penalty = 0.0
    elif thing < starts[S_ORDERS]:
        cost, broken, penalty = count_picture(
            thing - starts[S_PICTURES], places, work, ledger.weights
        )
    else:
        cost = 0
        broken, penalty = count_order(
            thing - starts[S_ORDERS], scenes, slots, places, board, ledger.weights
        )
    ledger.cost[thing] = cost
    ledger.broken[thing] = broken
    ledger.penalty[thing] = penalty


@part
def restore(
    is_settled: bool,
    scenes: Scenes,
    slots: Slots,
    units: Units,
    places: Places,
    board: Board,
    ledger: Ledger,
    choice: Ints,
) -> None:
    """Give every touched thing its old value, after the strips have been put back.

    The counts of slots follow from the strips and are worked out anew.
    """
    first = ledger.starts[S_UNITS]
    for at in range(ledger.total[T_TOUCHED]):
        thing = ledger.touched[at]
        ledger.cost[thing] = ledger.old_cost[thing]
        ledger.broken[thing] = ledger.old_broken[thing]
        ledger.penalty[thing] = ledger.old_penalty[thing]
        if thing < first:
            count_slot(thing, scenes, slots, units, places, board)
    if not is_settled:
        return
    ledger.total[T_COST] = ledger.total[OLD_COST]
    ledger.total[T_BROKEN] = ledger.total[OLD_BROKEN]
    ledger.total_penalty[0] = ledger.total_penalty[1]
    for unit in range(units.info.shape[0]):
        if ledger.touched_at[first + unit] == ledger.total[T_CHANGE]:
            for slot in range(slots.first[unit], slots.first[unit + 1]):
                board.slots[slot, SHIFT] = choice[slot, OLD_SHIFT]
            ledger.slack[unit] = ledger.old_slack[unit]
            ledger.ends[unit, 0] = ledger.old_ends[unit, 0]
            ledger.ends[unit, 1] = ledger.old_ends[unit, 1]


@part
def price(ledger: Ledger) -> float:
    """Give what the search compares: cost, breaks and boneyard together."""
    return (
        float(ledger.total[T_COST])
        + ledger.total_penalty[0]
        + ledger.weights[BONEYARD] * float(ledger.total[T_BONEYARD])
    )


@part
def recount(
    scenes: Scenes,
    slots: Slots,
    units: Units,
    people: People,
    places: Places,
    board: Board,
    work: Work,
    ledger: Ledger,
    choice: Ints,
) -> None:
    """Count everything anew, with the weights as they are now."""
    begin(ledger)
    for slot in range(ledger.starts[S_UNITS]):
        count_slot(slot, scenes, slots, units, places, board)
        ledger.cost[slot] = count_slot_cost(slot, scenes, slots, units, board)
    for unit in range(units.info.shape[0]):
        _settle_unit(unit, scenes, slots, units, board, ledger, choice)
    for element in range(places.elements.shape[0]):
        _recount_element(element, places, work, ledger)
    ledger.total[T_COST] = 0
    ledger.total[T_BROKEN] = 0
    ledger.total_penalty[0] = 0.0
    for thing in range(ledger.starts[S_END]):
        _settle_other(thing, scenes, slots, units, people, places, board, work, ledger)
        ledger.total[T_COST] += ledger.cost[thing]
        ledger.total[T_BROKEN] += ledger.broken[thing]
        ledger.total_penalty[0] += ledger.penalty[thing]
    ledger.total[T_BONEYARD] = 0
    for scene in range(board.slot_of.shape[0]):
        if board.slot_of[scene] < 0:
            ledger.total[T_BONEYARD] += 1


@part
def _recount_element(element: int, places: Places, work: Work, ledger: Ledger) -> None:
    thing = ledger.starts[S_ELEMENTS] + element
    ledger.cost[thing] = 0
    ledger.broken[thing] = 0
    ledger.penalty[thing] = 0.0
    for date in range(work.element.shape[2]):
        using = 0
        for unit in range(work.element.shape[1]):
            if work.element[element, unit, date] > 0:
                using += 1
        ledger.cost[thing] += places.elements[element, 0] * using
        beyond = using - places.elements[element, 1]
        if beyond > 0 and ledger.weights[ELEMENT] > 0.0:
            ledger.broken[thing] += beyond
            ledger.penalty[thing] += ledger.weights[ELEMENT] * beyond
