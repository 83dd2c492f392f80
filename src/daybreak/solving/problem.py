"""A production as integer arrays: what the engines read.

Rules that a production does not let block are left out (SPEC 1, ``rules``): what may
be broken binds no engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from typing import Any

import numpy as np

from daybreak.model.calendar import Calendar, calendar_of
from daybreak.model.daylight import sun_minutes
from daybreak.model.production import (
    Person,
    Production,
    RuleName,
    Scene,
    Shift,
    ShiftName,
    Unit,
    minutes_on,
    standard_shifts,
)
from daybreak.solving.amounts import check_amounts, hold_fraction
from daybreak.solving.engines import arrays
from daybreak.solving.engines.arrays import NEVER, Bytes, Ints
from daybreak.solving.fixed import allowed_slots
from daybreak.solving.horizon import SlotDays, slot_days_of
from daybreak.solving.related import related_scenes
from daybreak.solving.replanning.past import Past

SHIFT_NAMES: tuple[ShiftName, ...] = ("day", "split", "night")
DAYLIGHT_TOLERANCE_MINUTES = 2
MOST_STRIPS_A_DAY = 60
# the rules that the engines may break at a price, in the order of their columns
PENALTY_RULES: tuple[RuleName, ...] = (
    "travel",
    "turnaround",
    "consecutive",
    "order",
    "cast",
    "element",
    "minor",
    "release",
)
NOTHING_SHOT = (-1, -1, 0, -1, 0, 0, 0)
DEAL_KINDS = {"daily": 0, "weekly": 1, "flat": 2, "none": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A production in arrays, and the names to read an answer back by.

    Parameters
    ----------
    first_date
        The date that index 0 stands for.
    dates
        How many calendar dates there are.
    slot_days
        Unit id and date of each slot.
    binding
        Whether each rule of `PENALTY_RULES` blocks.
    past
        What was shot already, where a shoot under way is planned anew; then
        ``production`` holds only the scenes that are left.
    """

    production: Production
    calendar: Calendar
    first_date: date
    dates: int
    slot_days: tuple[tuple[str, date], ...]
    scenes: arrays.Scenes
    slots: arrays.Slots
    units: arrays.Units
    people: arrays.People
    places: arrays.Places
    binding: tuple[bool, ...]
    past: Past | None = None


def problem_of(production: Production) -> Problem:
    """Turn a production into arrays.

    Raises
    ------
    UsageError
        When there are more dates or more money than an engine can count.
    """
    calendar = calendar_of(production)
    slot_days = slot_days_of(production, calendar.eligible)
    return laid_out(
        production,
        calendar=calendar,
        slot_days=slot_days,
        first=min(unit.start for unit in production.units),
        allowed=allowed_slots(production, slot_days),
    )


def laid_out(
    production: Production,
    *,
    calendar: Calendar,
    slot_days: SlotDays,
    first: date,
    allowed: Bytes,
    last: date | None = None,
) -> Problem:
    """Turn a production into arrays, with the slots given.

    Parameters
    ----------
    calendar
        Dates of units, people and locations.
    first
        The first date that anything is counted on.
    allowed
        A table (scenes, slots): 1 where no fixed fact forbids the strip.
    last
        A date that is counted on, even where no slot is as late.

    Raises
    ------
    UsageError
        When there is more money than an engine can count.
    """
    last = max([first, last or first, *(day for _, day in slot_days)])
    dates = (last - first).days + 1
    check_amounts(production, dates)
    slots = _slots(production, slot_days, first, dates)
    return Problem(
        production=production,
        calendar=calendar,
        first_date=first,
        dates=dates,
        slot_days=slot_days,
        scenes=_scenes(production, allowed),
        slots=slots,
        units=_units(production, first, dates),
        people=_people(production, calendar, first, dates),
        places=_places(production, calendar, first, dates),
        binding=tuple(blocks(production, rule) for rule in PENALTY_RULES),
    )


def blocks(production: Production, rule: RuleName) -> bool:
    """Tell whether breaking a rule makes a schedule invalid here."""
    return production.level(rule) == "blocks"


def _slots(
    production: Production, slot_days: SlotDays, first: date, dates: int
) -> arrays.Slots:
    place = _index(production.units)
    rows: list[tuple[int, int, int]] = []
    counts = [0] * len(production.units)
    at = np.full((len(production.units), dates), -1, dtype=np.int64)
    for unit, day in slot_days:
        index = (day - first).days
        at[place[unit], index] = len(rows)
        rows.append((place[unit], index, (day.toordinal() - 1) // 7))
        counts[place[unit]] += 1
    return arrays.Slots(
        info=_table(rows, 3), at=at, first=_ints([0, *accumulate(counts)])
    )


# --- scenes ----------------------------------------------------------------------


def _scenes(production: Production, allowed: Bytes) -> arrays.Scenes:
    picture = _index(production.pictures)
    location = _index(production.locations)
    base = _index(production.bases)
    info = [
        (
            picture[scene.picture],
            location[scene.location],
            base[production.locations[location[scene.location]].base],
            _shift_mask(production, scene),
            scene.days or 0,
            int(_needs_sun(production, scene)),
        )
        for scene in production.scenes
    ]
    minutes = [
        [minutes_on(scene, unit) for unit in production.units]
        for scene in production.scenes
    ]
    cast_from, cast = _packed(
        [cast_and_deals(production, one) for one in production.scenes]
    )
    element = _index(production.elements)
    elements_from, elements = _packed(
        [[element[one] for one in scene.elements] for scene in production.scenes]
    )
    orders_from, orders = _packed(_orders_of(production))
    near_from, near = _packed(related_scenes(production))
    slots_from, slots_list = _packed([np.flatnonzero(row).tolist() for row in allowed])
    return arrays.Scenes(
        info=_table(info, 6),
        minutes=_table(minutes, len(production.units)),
        allowed=allowed,
        slots_from=slots_from,
        slots_list=slots_list,
        cast_from=cast_from,
        cast=_table(cast.tolist(), 2),
        elements_from=elements_from,
        elements=elements,
        orders_from=orders_from,
        orders=orders,
        near_from=near_from,
        near=near,
        home=np.full(len(production.scenes), -1, dtype=np.int64),
        change_cost=_ints([0]),
    )


def _shift_mask(production: Production, scene: Scene) -> int:
    """Give the shifts in which a scene may be shot, as bits (SPEC 3, ``shift``)."""
    if not blocks(production, "shift"):
        return 7
    if not scene.is_exterior and not scene.time_locked:
        return 7
    return {"day": 3, "night": 6, "dawn": 1, "dusk": 3, "any": 7}[scene.time]


def _needs_sun(production: Production, scene: Scene) -> bool:
    return (
        scene.is_exterior
        and scene.time == "day"
        and scene.days is None
        and blocks(production, "daylight")
    )


def cast_and_deals(production: Production, scene: Scene) -> list[tuple[int, int]]:
    """Give (person, deal) of everyone in a scene; deal -1 where unpaid."""
    people = _index(production.people)
    starts = _deal_starts(production)
    found = []
    for one in scene.cast:
        person = production.people[people[one]]
        deal = next(
            (
                starts[people[one]] + place
                for place, each in enumerate(person.deals)
                if each.pictures is None or scene.picture in each.pictures
            ),
            -1,
        )
        found.append((people[one], deal))
    return found


def _orders_of(production: Production) -> list[list[int]]:
    place = _index(production.scenes)
    lists: list[list[int]] = [[] for _ in production.scenes]
    if not blocks(production, "order"):
        return lists
    for at, order in enumerate(production.orders):
        lists[place[order.before]].append(at)
        lists[place[order.after]].append(at)
    return lists


# --- units, bases, the sun ---------------------------------------------------------


def _units(production: Production, first: date, dates: int) -> arrays.Units:
    base = _index(production.bases)
    info = [
        (
            unit.day_minutes if blocks(production, "capacity") else NEVER,
            unit.move_minutes,
            unit.move_cost,
            unit.idle_day_cost,
            unit.turnaround_hours * 60,
            base[unit.base] if unit.base is not None else -1,
            _shift_bits(production, unit),
        )
        for unit in production.units
    ]
    return arrays.Units(
        info=_table(info, 7),
        day_cost=np.array(
            [_day_costs(unit) for unit in production.units], dtype=np.int64
        ),
        clock=np.array([_clocks(unit) for unit in production.units], dtype=np.int64),
        move=_moves(production),
        sun=_sun(production, first, dates),
        past=_table([NOTHING_SHOT] * len(production.units), 7),
    )


def _shift_bits(production: Production, unit: Unit) -> int:
    if not blocks(production, "shift"):
        return 7
    return sum(1 << at for at, name in enumerate(SHIFT_NAMES) if name in unit.shifts)


def _day_costs(unit: Unit) -> list[list[int]]:
    """Give the cost of a day by shift, before the sixth day and from it on."""
    costs = []
    for name in SHIFT_NAMES:
        night = unit.night_premium if name == "night" else Decimal(0)
        costs.append(
            [
                _half_up(unit.day_cost * (1 + night + sixth))
                for sixth in (Decimal(0), unit.sixth_day_premium)
            ]
        )
    return costs


def _half_up(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _shift(unit: Unit, name: ShiftName) -> Shift:
    return unit.shifts.get(name, standard_shifts()[name])


def _clocks(unit: Unit) -> list[list[int]]:
    shifts = [_shift(unit, name) for name in SHIFT_NAMES]
    return [[shift.call, shift.end] for shift in shifts]


def _moves(production: Production) -> Ints:
    base = _index(production.bases)
    table = np.zeros((len(base), len(base), 2), dtype=np.int64)
    if not production.moves:
        return table
    table[:, :, 0] = NEVER
    np.fill_diagonal(table[:, :, 0], 0)
    for move in production.moves:
        there, here = base[move.origin], base[move.target]
        table[there, here] = (move.days, move.cost)
        if move.both_ways:
            table[here, there] = (move.days, move.cost)
    return table


def _sun(production: Production, first: date, dates: int) -> Ints:
    """Give the most minutes of daytime exteriors by base, date and shift.

    Units may have shifts of their own: the least of them is a safe limit, told apart
    only where it matters, by the checker.
    """
    sun = np.full((len(production.bases), dates, 3), NEVER, dtype=np.int64)
    used = {
        production.locations[_index(production.locations)[scene.location]].base
        for scene in production.scenes
        if _needs_sun(production, scene)
    }
    for b, base in enumerate(production.bases):
        if base.lat is None or base.id not in used:
            continue
        for index in range(dates):
            day = date.fromordinal(first.toordinal() + index)
            for at, name in enumerate(SHIFT_NAMES):
                sun[b, index, at] = DAYLIGHT_TOLERANCE_MINUTES + min(
                    int(sun_minutes(base, day, shift))
                    for shift in {_shift(unit, name) for unit in production.units}
                )
    return sun


# --- people ----------------------------------------------------------------------


def _deal_starts(production: Production) -> list[int]:
    starts = [0]
    for person in production.people:
        starts.append(starts[-1] + len(person.deals))
    return starts


def _people(
    production: Production, calendar: Calendar, first: date, dates: int
) -> arrays.People:
    info = [_limits(person) for person in production.people]
    deals = [
        (
            DEAL_KINDS[deal.kind],
            deal.rate,
            *hold_fraction(deal, dates),
            deal.drops,
            deal.drop_after_days,
        )
        for person in production.people
        for deal in person.deals
    ]
    paid = np.zeros((len(production.people), dates + 1), dtype=np.int64)
    for at, person in enumerate(production.people):
        free = [day for day in calendar.people[person.id] if person.is_available(day)]
        paid[at] = _counted_up(free, first, dates)
    return arrays.People(
        info=_table(info, 3),
        past=np.full((len(info), 4), -1, dtype=np.int64),
        deals_from=_ints(_deal_starts(production)),
        deals=_table(deals, 6),
        paid=paid,
    )


def _limits(person: Person) -> tuple[int, int, int]:
    """Give the most dates in a row, the most minutes a day, since when they bind."""
    row, minutes = person.max_consecutive_days, person.day_minutes
    return (NEVER if row is None else row, NEVER if minutes is None else minutes, 0)


def _counted_up(days: list[date], first: date, dates: int) -> Ints:
    """Give, for each index, how many of the days lie before it; one longer.

    Days after the last date that the plan looks at are left out.
    """
    marks = np.zeros(dates + 1, dtype=np.int64)
    for day in days:
        index = (day - first).days
        if index < dates:
            marks[index + 1] = 1
    return np.cumsum(marks)


# --- places ----------------------------------------------------------------------


def _places(
    production: Production, calendar: Calendar, first: date, dates: int
) -> arrays.Places:
    scene = _index(production.scenes)
    used = np.zeros((len(production.locations), dates + 1), dtype=np.int64)
    for at, location in enumerate(production.locations):
        used[at] = _counted_up(list(calendar.locations[location.id]), first, dates)
    return arrays.Places(
        fees=_table(
            [(one.day_fee, one.hold_fee, 0) for one in production.locations], 3
        ),
        dates=used,
        elements=_table([(one.day_fee, one.count) for one in production.elements], 2),
        pictures=_table(
            [_due(production, at, first) for at in range(len(production.pictures))], 4
        ),
        orders=_table(
            [
                (scene[one.before], scene[one.after], one.min_days)
                for one in production.orders
            ],
            3,
        ),
    )


def _due(production: Production, at: int, first: date) -> tuple[int, int, int, int]:
    """Give the last wrap in time, the cost beyond, whether hard, and since when."""
    picture = production.pictures[at]
    if picture.release is None:
        return NEVER, 0, 0, 0
    due = (picture.release - first).days - picture.post_days
    return due, picture.late_cost_per_day, int(picture.release_hard), 0


# --- packing ---------------------------------------------------------------------


def _index(things: tuple[object, ...]) -> dict[str, int]:
    return {thing.id: at for at, thing in enumerate(things)}  # type: ignore[attr-defined]


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)


def _table(rows: Sequence[Sequence[int]], columns: int) -> Ints:
    return np.array(rows, dtype=np.int64).reshape(-1, columns)


def _packed(lists: Sequence[Sequence[Any]]) -> tuple[Ints, Ints]:
    """Give lists one behind the other, and where each begins."""
    starts = [0]
    for each in lists:
        starts.append(starts[-1] + len(each))
    flat = [item for each in lists for item in each]
    return _ints(starts), np.array(flat, dtype=np.int64)
