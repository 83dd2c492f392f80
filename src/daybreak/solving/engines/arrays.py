"""The arrays that the kernels work on, in groups small enough to hand around.

A *slot* is one eligible date of one unit; the slots of a unit stand together, in
date order. Dates are indices from the first date of the shoot. Bits of a shift mask
are 1 ``day``, 2 ``split``, 4 ``night``. Money and minutes are whole numbers (int64).

Columns of the packed tables are named here; axes are given behind each field.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daybreak.solving.engines.group import Group

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]

# columns of Scenes.info
PICTURE, LOCATION, BASE, MASK, SPAN, SUNLIT = range(6)
# columns of Slots.info
UNIT, DATE, WEEK = range(3)
# columns of Units.info
CAPACITY, MOVE_MINUTES, MOVE_COST, IDLE_COST, REST, HOME, SHIFTS = range(7)
# columns of Units.past: the last day shot before the plan begins, and what went before
(
    PAST_DATE,
    PAST_BASE,
    PAST_WRAP,
    PAST_WEEK,
    PAST_IN_WEEK,
    PAST_OPEN,
    PAST_COST,
) = range(7)
# columns of People.past: the last date worked before the plan begins
WORKED_DATE, WORKED_BASE, WORKED_UNIT, WORKED_WRAP = range(4)
# columns of People.info; rules bind from the date BINDING on
MOST_IN_A_ROW, MINOR_MINUTES, BINDING = range(3)
# columns of People.deals
KIND, RATE, HOLD_TOP, HOLD_BOTTOM, DROPS, DROP_AFTER = range(6)
DAILY, WEEKLY, FLAT, UNPAID = range(4)
# columns of Pictures.info
DUE, LATE_COST, HARD, SINCE = range(4)
# columns of Places.fees; ODD: dates used that are no production dates
DAY_FEE, HOLD_FEE, ODD = range(3)
# columns of Board.slots
# STRIP_MASK: the shifts that the strips share, whatever the sun says
COUNT, MINUTES, SHIFT_MASK, SLOT_BASE, SHIFT, LOCATIONS, STRIP_MASK = range(7)
# what a penalty is paid for; the last two: a strip in the boneyard, a shift by night
(
    TRAVEL,
    TURNAROUND,
    CONSECUTIVE,
    ORDER,
    CAST,
    ELEMENT,
    MINOR,
    RELEASE,
    BONEYARD,
    UNUSUAL,
) = range(10)
PENALTIES = 10
NEVER = 1 << 40


@dataclass(frozen=True, kw_only=True, eq=False)
class Scenes(Group):
    """Scenes: n of them."""

    info: Ints  # (n, 6)
    minutes: Ints  # (n, units)
    allowed: Bytes  # (n, slots) 1 where no fixed fact forbids it
    slots_from: Ints  # (n + 1) into slots_list
    slots_list: Ints  # allowed slots of each scene
    cast_from: Ints  # (n + 1) into cast
    cast: Ints  # (m, 2) person, deal (-1 unpaid)
    elements_from: Ints  # (n + 1)
    elements: Ints
    orders_from: Ints  # (n + 1)
    orders: Ints
    near_from: Ints  # (n + 1) into near
    near: Ints  # scenes that share a location or cast
    home: Ints  # (n) where an earlier schedule has it and it may stay, or -1
    change_cost: Ints  # (1) what it saves to leave a strip at home


@dataclass(frozen=True, kw_only=True, eq=False)
class Slots(Group):
    """Slots: eligible dates of units."""

    info: Ints  # (slots, 3)
    at: Ints  # (units, dates) slot or -1
    first: Ints  # (units + 1)


@dataclass(frozen=True, kw_only=True, eq=False)
class Units(Group):
    """Units, bases and the sun."""

    info: Ints  # (units, 7)
    day_cost: Ints  # (units, 3 shifts, 2: before the sixth day, from it on)
    clock: Ints  # (units, 3 shifts, 2: call, wrap) minutes
    move: Ints  # (bases, bases, 2: dates in between or NEVER, cost)
    sun: Ints  # (bases, dates, 3 shifts) most minutes of daytime exteriors
    past: Ints  # (units, 7) what was shot before the first slot


@dataclass(frozen=True, kw_only=True, eq=False)
class People(Group):
    """People and their deals."""

    info: Ints  # (people, 3)
    past: Ints  # (people, 4) the last date worked before the first slot
    deals_from: Ints  # (people + 1)
    deals: Ints  # (deals, 6)
    paid: Ints  # (people, dates + 1) production dates available, counted up


@dataclass(frozen=True, kw_only=True, eq=False)
class Places(Group):
    """Locations, elements, pictures and orders."""

    fees: Ints  # (locations, 3)
    dates: Ints  # (locations, dates + 1) production dates, counted up
    elements: Ints  # (elements, 2: day fee, count)
    pictures: Ints  # (pictures, 4)
    orders: Ints  # (orders, 3: before, after, min_days)


@dataclass(frozen=True, kw_only=True, eq=False)
class Board(Group):
    """Where every strip stands."""

    slot_of: Ints  # (n) first slot or -1 for the boneyard
    slots: Ints  # (slots, 7)
    strips: Ints  # (slots, most strips)


@dataclass(frozen=True, kw_only=True, eq=False)
class Work(Group):
    """Who works when, what is used when: counts and sorted dates."""

    person: Ints  # (people, units, dates) strips
    person_all: Ints  # (people, dates) strips
    person_minutes: Ints  # (people, dates)
    person_days: Ints  # (people) dates worked
    person_list: Ints  # (people, dates) those dates, in order
    deal: Ints  # (deals, dates) strips
    deal_days: Ints  # (deals)
    deal_list: Ints  # (deals, dates)
    location: Ints  # (locations, dates) strips
    location_days: Ints  # (locations)
    location_list: Ints  # (locations, dates)
    element: Ints  # (elements, units, dates) strips
    picture: Ints  # (pictures, dates) strips
    wrap: Ints  # (pictures) last date or -1


@dataclass(frozen=True, kw_only=True, eq=False)
class Search(Group):
    """What a search keeps beside the board: chance, working room, the best so far."""

    chance: Ints  # (2) state of the random numbers
    choice: Ints  # (slots, 4) working room for the shifts
    move_scene: Ints  # (n) strips of the change under way
    move_slot: Ints  # (n) where they go (-1 boneyard)
    move_old: Ints  # (n) where they stood
    best_slot_of: Ints  # (n)
    best_shift: Ints  # (slots)
    best: Ints  # (3) boneyard, cost, 1 once there is one
    tried: Ints  # (moves, 2) tried, kept
    steps: Ints  # (1) moves made since the start
    mix: Floats  # (moves) how often each move is made
    rebuilt: Ints  # (n) strips taken off to be put back
    rebuilt_old: Ints  # (n) where they stood
    waiting: Ints  # (1) strips of a change that a caller wrote and wants made first
    window: Ints  # (5) the slots that a change of days is about, 1 for all units
    seen: Ints  # (people) number of the forecast that saw them last
    seen_now: Ints  # (1) number of the forecast
    dates: Ints  # (dates + 1) working room for a person's dates


@dataclass(frozen=True, kw_only=True, eq=False)
class Ledger(Group):
    """What each thing costs and breaks now, and what it did before the last change.

    Things are numbered in one row: slots, units, people, locations, elements,
    pictures, orders; ``starts`` says where each sort begins.
    """

    starts: Ints  # (8)
    cost: Ints  # (things)
    broken: Ints  # (things) breaks of blocking rules
    penalty: Floats  # (things)
    old_cost: Ints
    old_broken: Ints
    old_penalty: Floats
    touched_at: Ints  # (things) number of the change that touched it last
    touched: Ints  # (things) list of the touched
    total: Ints  # (7) cost, broken, boneyard, number of the change, touched, old two
    total_penalty: Floats  # (2) now, before the change
    weights: Floats  # (PENALTIES) price of each break
    scale: Floats  # (1) what a day of the dearest unit costs, or stands for it
    plain: Ints  # (people) their one deal, or -1 where it is not so plain
    floor: Floats  # (units, 8 masks) the least price of a day in one of these shifts
    slack: Floats  # (units) what shifts cost and rests break beyond the least prices
    old_slack: Floats
    ends: Ints  # (units, 2) first and last slot with strips; 0, -1 where there is none
    old_ends: Ints
