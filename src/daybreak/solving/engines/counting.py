"""What each thing costs and breaks, from the counts of the board.

One function for each sort of thing. Each gives ``(cost, broken, penalty)``: whole
currency, how many breaks of blocking rules, and their price by the weights. These are
the engine's own reading of SPEC 3 and 4; `daybreak.checking` is another's.
"""

from __future__ import annotations

from daybreak.solving.engines.arrays import (
    BASE,
    BINDING,
    CAPACITY,
    CAST,
    CONSECUTIVE,
    COUNT,
    DATE,
    DAY_FEE,
    DROP_AFTER,
    DROPS,
    DUE,
    FLAT,
    HARD,
    HOLD_BOTTOM,
    HOLD_FEE,
    HOLD_TOP,
    HOME,
    IDLE_COST,
    KIND,
    LATE_COST,
    LOCATION,
    LOCATIONS,
    MASK,
    MINOR,
    MINOR_MINUTES,
    MINUTES,
    MOST_IN_A_ROW,
    MOVE_COST,
    MOVE_MINUTES,
    NEVER,
    ODD,
    ORDER,
    PAST_BASE,
    PAST_COST,
    PAST_DATE,
    PAST_IN_WEEK,
    PAST_OPEN,
    PAST_WEEK,
    PAST_WRAP,
    RATE,
    RELEASE,
    REST,
    SHIFT,
    SHIFT_MASK,
    SHIFTS,
    SINCE,
    SLOT_BASE,
    SPAN,
    STRIP_MASK,
    SUNLIT,
    TRAVEL,
    TURNAROUND,
    UNIT,
    UNPAID,
    UNUSUAL,
    WEEK,
    WEEKLY,
    WORKED_BASE,
    WORKED_DATE,
    WORKED_UNIT,
    WORKED_WRAP,
    Board,
    Floats,
    Ints,
    Ledger,
    People,
    Places,
    Scenes,
    Slots,
    Units,
    Work,
)
from daybreak.solving.engines.compiled import inlined, part

NO_DATE = -1
DAY_MINUTES = 24 * 60


@part
def count_slot(
    slot: int, scenes: Scenes, slots: Slots, units: Units, places: Places, board: Board
) -> bool:
    """Work out a slot's minutes, base, locations and shifts from its strips.

    Gives False where the strips cannot share a day: too long, on two bases, in no
    common shift, or in an order that no sequence by location can keep.
    """
    row = board.slots[slot]
    count = row[COUNT]
    unit = slots.info[slot, UNIT]
    row[MINUTES] = 0
    row[LOCATIONS] = 0
    row[SLOT_BASE] = -1
    mask = units.info[unit, SHIFTS]
    if count == 0:
        row[SHIFT_MASK] = mask
        row[STRIP_MASK] = mask
        return True
    minutes = 0
    sunlit = 0
    locations = 0
    base = scenes.info[board.strips[slot, 0], BASE]
    is_ordered = False
    for place in range(count):
        scene = board.strips[slot, place]
        info = scenes.info[scene]
        if info[BASE] != base or (info[SPAN] > 0 and count > 1):
            return False
        mask &= info[MASK]
        if info[SPAN] == 0:
            minutes += scenes.minutes[scene, unit]
            if info[SUNLIT] == 1:
                sunlit += scenes.minutes[scene, unit]
        is_new = True
        for earlier in range(place):
            if scenes.info[board.strips[slot, earlier], LOCATION] == info[LOCATION]:
                is_new = False
                break
        if is_new:
            locations += 1
        if scenes.orders_from[scene + 1] > scenes.orders_from[scene]:
            is_ordered = True
    minutes += (locations - 1) * units.info[unit, MOVE_MINUTES]
    if minutes > units.info[unit, CAPACITY]:
        return False
    date = slots.info[slot, DATE]
    row[STRIP_MASK] = mask
    if sunlit > 0:
        for shift in range(3):
            if sunlit > units.sun[base, date, shift]:
                mask &= ~(1 << shift)
    if mask == 0:
        return False
    if is_ordered and count > 1 and not _can_be_ordered(slot, scenes, places, board):
        return False
    row[MINUTES] = minutes
    row[LOCATIONS] = locations
    row[SLOT_BASE] = base
    row[SHIFT_MASK] = mask
    return True


@part
def _can_be_ordered(slot: int, scenes: Scenes, places: Places, board: Board) -> bool:
    """Tell whether the day's locations can be visited once each in a legal order.

    Takes away, again and again, a location that no other remaining one must precede.
    """
    count = board.slots[slot, COUNT]
    left = 0
    for place in range(count):
        left |= 1 << place
    while left != 0:
        taken = 0
        for place in range(count):
            if (left >> place) & 1 == 0:
                continue
            location = scenes.info[board.strips[slot, place], LOCATION]
            if _is_first(slot, location, left, scenes, places, board):
                for other in range(count):
                    scene = board.strips[slot, other]
                    if scenes.info[scene, LOCATION] == location:
                        taken |= 1 << other
                break
        if taken == 0:
            return False
        left &= ~taken
    return True


@part
def _is_first(
    slot: int, location: int, left: int, scenes: Scenes, places: Places, board: Board
) -> bool:
    for place in range(board.slots[slot, COUNT]):
        scene = board.strips[slot, place]
        if (left >> place) & 1 == 0 or scenes.info[scene, LOCATION] == location:
            continue
        for at in range(scenes.orders_from[scene], scenes.orders_from[scene + 1]):
            order = places.orders[scenes.orders[at]]
            if order[0] != scene or board.slot_of[order[1]] != slot:
                continue
            if scenes.info[order[1], LOCATION] == location:
                return False
    return True


@part
def count_unit(
    unit: int,
    slots: Slots,
    units: Units,
    board: Board,
    ledger: Ledger,
    choice: Ints,
) -> tuple[int, int, float]:
    """Count a unit's days, idle days and company moves; choose its shifts.

    The shifts are the cheapest that the strips allow, by dynamic programming over
    the unit's days; they stand in ``board.slots[:, SHIFT]`` afterwards. ``choice``,
    shape (slots, 3), is working room. What was shot before the first slot counts as a
    fact: its cost, and the way from it to the first day.
    """
    info = units.info[unit]
    past = units.past[unit]
    weights = ledger.weights
    cost = past[PAST_COST]
    broken = 0
    penalty = 0.0
    least = 0.0
    best = (0.0, 0.0, 0.0)
    last = -1
    week = past[PAST_WEEK]
    in_week = past[PAST_IN_WEEK]
    used = 0
    first_slot = -1
    for slot in range(slots.first[unit], slots.first[unit + 1]):
        if board.slots[slot, COUNT] == 0:
            continue
        used += 1
        least += ledger.floor[unit, board.slots[slot, STRIP_MASK]]
        if slots.info[slot, WEEK] != week:
            week = slots.info[slot, WEEK]
            in_week = 0
        in_week += 1
        late = 1 if in_week > 5 else 0
        here = board.slots[slot, SLOT_BASE]
        if last >= 0:
            before = board.slots[last, SLOT_BASE]
            between = slots.info[slot, DATE] - slots.info[last, DATE] - 1
        elif past[PAST_DATE] >= 0:
            before = past[PAST_BASE]
            between = slots.info[slot, DATE] - past[PAST_DATE] - 1
        else:
            before = info[HOME]
            between = NEVER - 1
        if before >= 0 and before != here:
            cost += units.move[before, here, 1]
            wanted = units.move[before, here, 0]
            if between < wanted and weights[TRAVEL] > 0.0:
                broken += 1
                penalty += weights[TRAVEL] * (1 + min(wanted - between, 6))
        best = _next_shift(slot, last, late, best, slots, units, board, weights, choice)
        if last < 0:
            first_slot = slot
        last = slot
    ledger.slack[unit] = 0.0
    ledger.ends[unit, 0] = max(first_slot, 0)
    ledger.ends[unit, 1] = last
    if last < 0:
        return cost, 0, 0.0
    unused = last - first_slot + 1 - used
    if past[PAST_DATE] >= 0:
        unused += past[PAST_OPEN] + first_slot - slots.first[unit]
    cost += info[IDLE_COST] * unused
    days, rests, unusual = _write_shifts(
        unit, first_slot, last, best, slots, units, board, choice
    )
    if weights[TURNAROUND] == 0.0:
        rests = 0
    extra = rests * weights[TURNAROUND] + unusual * weights[UNUSUAL]
    ledger.slack[unit] = float(days) + extra - least
    penalty += extra
    return cost + days, broken + rests, penalty


@inlined
def _next_shift(
    slot: int,
    last: int,
    late: int,
    best: tuple[float, float, float],
    slots: Slots,
    units: Units,
    board: Board,
    weights: Floats,
    choice: Ints,
) -> tuple[float, float, float]:
    """Give the least price of all days so far for each shift of this one."""
    unit = slots.info[slot, UNIT]
    mask = board.slots[slot, SHIFT_MASK]
    gap = 0
    if last >= 0:
        gap = DAY_MINUTES * (slots.info[slot, DATE] - slots.info[last, DATE])
    rest = units.info[unit, REST]
    low0 = 1e18
    low1 = 1e18
    low2 = 1e18
    for shift in range(3):
        if (mask >> shift) & 1 == 0:
            continue
        low = 1e18
        back = -1
        for previous in range(3):
            price = best[previous]
            if last < 0:
                if previous > 0:
                    break
                if _is_after_short_rest(slot, shift, slots, units):
                    price += weights[TURNAROUND]
            elif (board.slots[last, SHIFT_MASK] >> previous) & 1 == 0:
                continue
            else:
                free = gap + units.clock[unit, shift, 0]
                if free - units.clock[unit, previous, 1] < rest:
                    price += weights[TURNAROUND]
            if price < low:
                low = price
                back = previous
        choice[slot, shift] = back
        low += float(units.day_cost[unit, shift, late])
        if shift > 0:
            low += weights[UNUSUAL]
        if shift == 0:
            low0 = low
        elif shift == 1:
            low1 = low
        else:
            low2 = low
    return low0, low1, low2


@inlined
def _is_after_short_rest(slot: int, shift: int, slots: Slots, units: Units) -> bool:
    """Tell whether a unit's first day begins too soon after what was shot before."""
    unit = slots.info[slot, UNIT]
    past = units.past[unit]
    if past[PAST_DATE] < 0:
        return False
    gap = DAY_MINUTES * (slots.info[slot, DATE] - past[PAST_DATE])
    free = gap + units.clock[unit, shift, 0] - past[PAST_WRAP]
    return bool(free < units.info[unit, REST])


@inlined
def _write_shifts(
    unit: int,
    first_slot: int,
    last_slot: int,
    best: tuple[float, float, float],
    slots: Slots,
    units: Units,
    board: Board,
    choice: Ints,
) -> tuple[int, int, int]:
    """Write the best shifts back to front.

    Gives their cost, how many break a rest, and how many are no day shift.
    """
    shift = 0
    for other in range(1, 3):
        if best[other] < best[shift]:
            shift = other
    slot = last_slot
    while slot >= first_slot:
        if board.slots[slot, COUNT] > 0:
            board.slots[slot, SHIFT] = shift
            shift = choice[slot, shift]
        slot -= 1
    cost = 0
    rests = 0
    unusual = 0
    week = units.past[unit, PAST_WEEK]
    in_week = units.past[unit, PAST_IN_WEEK]
    last = -1
    for slot in range(first_slot, last_slot + 1):
        if board.slots[slot, COUNT] == 0:
            continue
        if slots.info[slot, WEEK] != week:
            week = slots.info[slot, WEEK]
            in_week = 0
        in_week += 1
        shift = board.slots[slot, SHIFT]
        cost += units.day_cost[unit, shift, 1 if in_week > 5 else 0]
        if shift > 0:
            unusual += 1
        if last >= 0:
            gap = DAY_MINUTES * (slots.info[slot, DATE] - slots.info[last, DATE])
            wrap = units.clock[unit, board.slots[last, SHIFT], 1]
            if gap + units.clock[unit, shift, 0] - wrap < units.info[unit, REST]:
                rests += 1
        elif _is_after_short_rest(slot, shift, slots, units):
            rests += 1
        last = slot
    return cost, rests, unusual


@part
def count_person(
    person: int,
    slots: Slots,
    units: Units,
    people: People,
    board: Board,
    work: Work,
    weights: Floats,
) -> tuple[int, int, float]:
    """Count a person's pay and what their dates break."""
    broken = 0
    penalty = 0.0
    days = work.person_days[person]
    dates = work.person_list[person]
    most = people.info[person, MOST_IN_A_ROW]
    if most < NEVER and weights[CONSECUTIVE] > 0.0:
        row = 0
        for at in range(days):
            row = row + 1 if at > 0 and dates[at] == dates[at - 1] + 1 else 1
            if row > most and dates[at] >= people.info[person, BINDING]:
                broken += 1
                penalty += weights[CONSECUTIVE]
    least = people.info[person, MINOR_MINUTES]
    if least < NEVER and weights[MINOR] > 0.0:
        for at in range(days):
            if work.person_minutes[person, dates[at]] > least:
                broken += 1
                penalty += weights[MINOR]
    if units.info.shape[0] > 1 or units.move.shape[0] > 1:
        steps, price = _count_steps(person, slots, units, people, board, work, weights)
        broken += steps
        penalty += price
    cost = 0
    for deal in range(people.deals_from[person], people.deals_from[person + 1]):
        if work.deal_days[deal] > 0:
            cost += _count_deal(deal, person, people, work)
    return cost, broken, penalty


@part
def _count_steps(
    person: int,
    slots: Slots,
    units: Units,
    people: People,
    board: Board,
    work: Work,
    weights: Floats,
) -> tuple[int, float]:
    """Count dates on two units, and steps between dates without rest or travel."""
    broken = 0
    penalty = 0.0
    last_slot = -1
    for at in range(work.person_days[person]):
        date = work.person_list[person, at]
        if date < people.info[person, BINDING]:
            continue
        slot = -1
        for unit in range(units.info.shape[0]):
            if work.person[person, unit, date] == 0:
                continue
            if slot >= 0 and weights[CAST] > 0.0:
                broken += 1
                penalty += weights[CAST]
            slot = slots.at[unit, date]
            if last_slot >= 0:
                broken_here, price = _count_step(
                    last_slot, slot, slots, units, board, weights
                )
                broken += broken_here
                penalty += price
            elif people.past[person, WORKED_DATE] >= 0:
                broken_here, price = _count_first_step(
                    people.past[person], slot, slots, units, board, weights
                )
                broken += broken_here
                penalty += price
        last_slot = slot
    return broken, penalty


@inlined
def _count_first_step(
    past: Ints, slot: int, slots: Slots, units: Units, board: Board, weights: Floats
) -> tuple[int, float]:
    """Count the step from the last date worked before the plan to the first in it."""
    broken = 0
    penalty = 0.0
    gap = slots.info[slot, DATE] - past[WORKED_DATE]
    here = board.slots[slot, SLOT_BASE]
    there = past[WORKED_BASE]
    if here != there and here >= 0:
        wanted = units.move[there, here, 0]
        if gap - 1 < wanted and weights[TRAVEL] > 0.0:
            broken += 1
            penalty += weights[TRAVEL] * (1 + min(wanted - gap + 1, 6))
    unit = slots.info[slot, UNIT]
    before = past[WORKED_UNIT]
    if unit != before and weights[TURNAROUND] > 0.0:
        rest = max(units.info[unit, REST], units.info[before, REST])
        call = units.clock[unit, board.slots[slot, SHIFT], 0]
        if DAY_MINUTES * gap + call - past[WORKED_WRAP] < rest:
            broken += 1
            penalty += weights[TURNAROUND]
    return broken, penalty


@inlined
def _count_step(
    last: int, slot: int, slots: Slots, units: Units, board: Board, weights: Floats
) -> tuple[int, float]:
    broken = 0
    penalty = 0.0
    gap = slots.info[slot, DATE] - slots.info[last, DATE]
    here = board.slots[slot, SLOT_BASE]
    there = board.slots[last, SLOT_BASE]
    if here != there and here >= 0 and there >= 0:
        wanted = units.move[there, here, 0]
        if gap - 1 < wanted and weights[TRAVEL] > 0.0:
            broken += 1
            penalty += weights[TRAVEL] * (1 + min(wanted - gap + 1, 6))
    unit = slots.info[slot, UNIT]
    before = slots.info[last, UNIT]
    if unit != before and weights[TURNAROUND] > 0.0:
        rest = max(units.info[unit, REST], units.info[before, REST])
        call = units.clock[unit, board.slots[slot, SHIFT], 0]
        wrap = units.clock[before, board.slots[last, SHIFT], 1]
        if DAY_MINUTES * gap + call - wrap < rest:
            broken += 1
            penalty += weights[TURNAROUND]
    return broken, penalty


@part
def _count_deal(deal: int, person: int, people: People, work: Work) -> int:
    """Count what one deal pays: work, and holds less the dearest droppable gaps."""
    row = people.deals[deal]
    kind = row[KIND]
    if kind == UNPAID:
        return 0
    first_deal = people.deals_from[person]
    is_alone = work.person_days[person] == work.deal_days[deal]
    dates = work.deal_list[deal]
    days = work.deal_days[deal]
    paid = 0
    first_paid = NO_DATE
    last_paid = NO_DATE
    for at in range(days):
        date = dates[at]
        is_paid = True
        for earlier in range(first_deal, deal):
            if work.deal[earlier, date] > 0:
                is_paid = False
                break
        if is_paid:
            paid += 1
            if first_paid == NO_DATE:
                first_paid = date
            last_paid = date
    if kind == FLAT:
        return row[RATE] if paid > 0 else 0
    if kind == WEEKLY:
        if paid == 0:
            return 0
        return row[RATE] * ((last_paid - first_paid + 7) // 7)
    cost = row[RATE] * paid
    if row[HOLD_TOP] == 0 or row[RATE] == 0:
        return cost
    return cost + _count_hold(deal, person, is_alone, people, work)


@part
def _count_hold(
    deal: int, person: int, is_alone: bool, people: People, work: Work
) -> int:
    row = people.deals[deal]
    dates = work.deal_list[deal]
    held = 0
    for at in range(1, work.deal_days[deal]):
        held += _held_between(dates[at - 1], dates[at], person, is_alone, people, work)
    last_gap = NEVER
    last_at = 0
    for _ in range(row[DROPS]):
        # the dearest gap not dropped yet; of equal ones the earliest
        gap = 0
        gap_at = 0
        for at in range(1, work.deal_days[deal]):
            if dates[at] - dates[at - 1] - 1 <= row[DROP_AFTER]:
                continue
            size = _held_between(
                dates[at - 1], dates[at], person, is_alone, people, work
            )
            is_left = size < last_gap or (size == last_gap and at > last_at)
            if is_left and size > gap:
                gap = size
                gap_at = at
        if gap == 0:
            break
        held -= gap
        last_gap = gap
        last_at = gap_at
    top = row[RATE] * row[HOLD_TOP] * held
    return (2 * top + row[HOLD_BOTTOM]) // (2 * row[HOLD_BOTTOM])


@inlined
def _held_between(
    first: int, last: int, person: int, is_alone: bool, people: People, work: Work
) -> int:
    """Count paid dates strictly between two, on which the person does not work."""
    held = people.paid[person, last] - people.paid[person, first + 1]
    if not is_alone and held > 0:
        for at in range(work.person_days[person]):
            date = work.person_list[person, at]
            if first < date < last:
                held -= people.paid[person, date + 1] - people.paid[person, date]
    return int(held)


@part
def count_location(location: int, places: Places, work: Work) -> int:
    """Count a location's day fees and hold fees."""
    days = work.location_days[location]
    if days == 0:
        return 0
    fees = places.fees[location]
    cost = fees[DAY_FEE] * days
    if fees[HOLD_FEE] > 0:
        first = work.location_list[location, 0]
        last = work.location_list[location, days - 1]
        between = places.dates[location, last + 1] - places.dates[location, first]
        cost += fees[HOLD_FEE] * (between - days + fees[ODD])
    return int(cost)


@part
def count_picture(
    picture: int, places: Places, work: Work, weights: Floats
) -> tuple[int, int, float]:
    """Count what a picture pays for being late, and a hard release it passes."""
    wrap = work.wrap[picture]
    late = wrap - places.pictures[picture, DUE]
    if wrap < 0 or late <= 0:
        return 0, 0, 0.0
    cost = places.pictures[picture, LATE_COST] * late
    is_free = wrap < places.pictures[picture, SINCE] or weights[RELEASE] == 0.0
    if is_free or places.pictures[picture, HARD] == 0:
        return cost, 0, 0.0
    return cost, 1, weights[RELEASE] * (1.0 + 0.05 * late)


@part
def count_order(
    order: int,
    scenes: Scenes,
    slots: Slots,
    places: Places,
    board: Board,
    weights: Floats,
) -> tuple[int, float]:
    """Count a broken order; its price grows with the dates it is broken by."""
    before = places.orders[order, 0]
    after = places.orders[order, 1]
    if board.slot_of[before] < 0 or board.slot_of[after] < 0:
        return 0, 0.0
    last_slot = board.slot_of[before] + max(scenes.info[before, SPAN], 1) - 1
    wanted = slots.info[last_slot, DATE] + places.orders[order, 2]
    missing = wanted - slots.info[board.slot_of[after], DATE]
    if missing <= 0 or weights[ORDER] == 0.0:
        return 0, 0.0
    return 1, weights[ORDER] * (1.0 + 0.02 * min(missing, 200))


@part
def count_slot_cost(
    slot: int, scenes: Scenes, slots: Slots, units: Units, board: Board
) -> int:
    """Count the moves inside a day, less what it saves that strips stay at home."""
    cost = 0
    moves = board.slots[slot, LOCATIONS] - 1
    if moves > 0:
        cost = moves * units.info[slots.info[slot, UNIT], MOVE_COST]
    if scenes.change_cost[0] > 0:
        for place in range(board.slots[slot, COUNT]):
            scene = board.strips[slot, place]
            if scenes.home[scene] == slot and board.slot_of[scene] == slot:
                cost -= scenes.change_cost[0]
    return int(cost)
