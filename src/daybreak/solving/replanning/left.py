"""The arrays of what is left of a shoot under way, with what was shot as facts.

The engines see the scenes that are left and the dates from today on. What was shot
stands in the counts before the first move, so that a hold across today, a week begun,
the rest after the last wrap and the way from the last base are counted as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from daybreak.checking import count_costs
from daybreak.model.calendar import Calendar, calendar_of
from daybreak.model.errors import UsageError
from daybreak.model.production import Production, Scene, standard_shifts
from daybreak.model.schedule import CostLine, Day, Schedule
from daybreak.solving.amounts import MOST_AMOUNT
from daybreak.solving.engines import fresh
from daybreak.solving.engines.arrays import (
    BINDING,
    ODD,
    PAST_BASE,
    PAST_COST,
    PAST_DATE,
    PAST_IN_WEEK,
    PAST_OPEN,
    PAST_WEEK,
    PAST_WRAP,
    SINCE,
    WORKED_BASE,
    WORKED_DATE,
    WORKED_UNIT,
    WORKED_WRAP,
    Bytes,
    Ints,
    Work,
)
from daybreak.solving.fixed import allowed_slots
from daybreak.solving.horizon import SlotDays, slot_days_of
from daybreak.solving.problem import Problem, blocks, cast_and_deals, laid_out
from daybreak.solving.replanning.keep import Keep
from daybreak.solving.replanning.past import Past

# cost lines of what was shot that no plan of the rest can change
SETTLED_LINES: tuple[CostLine, ...] = (
    "unit_days",
    "idle_days",
    "elements",
    "day_moves",
    "company_moves",
)


def problem_left(production: Production, keep: Keep) -> Problem:
    """Give the arrays of what is left to plan.

    Raises
    ------
    UsageError
        When there are more dates or more money than an engine can count.
    """
    calendar = calendar_of(production)
    left = what_is_left(production, keep)
    open_dates = {
        unit: tuple(day for day in days if day >= keep.today)
        for unit, days in calendar.eligible.items()
    }
    slot_days = slot_days_of(left, open_dates)
    starts = [unit.start for unit in production.units]
    allowed = allowed_slots(left, slot_days)
    allowed &= _after_what_was_shot(production, left, keep, slot_days)
    problem = laid_out(
        left,
        calendar=calendar,
        slot_days=slot_days,
        first=min([*starts, *(day.date for day in keep.shot)]),
        last=max((day.date for day in keep.shot), default=None),
        allowed=allowed,
    )
    past = Past(
        whole=production,
        days=keep.shot,
        today=keep.today,
        work=_work_done(problem, production, keep),
    )
    _write_homes(problem, keep)
    _write_facts(problem, production, calendar, keep)
    return replace(problem, past=past)


def what_is_left(production: Production, keep: Keep) -> Production:
    """Give the production with only the scenes that are left to plan.

    Whoever has worked is prepared, and an order binds where both are left.
    """
    shot = {strip for day in keep.shot for strip in day.strips}
    scenes = tuple(
        scene if scene.part_of is None else replace(scene, part_of=None)
        for scene in production.scenes
        if scene.id not in shot
    )
    worked = {
        one for scene in production.scenes if scene.id in shot for one in scene.cast
    }
    people = tuple(
        replace(person, prep_days=0)
        if person.id in worked and person.prep_days
        else person
        for person in production.people
    )
    orders = tuple(
        order
        for order in production.orders
        if order.before not in shot and order.after not in shot
    )
    return replace(production, scenes=scenes, people=people, orders=orders)


def _after_what_was_shot(
    production: Production, left: Production, keep: Keep, slot_days: SlotDays
) -> Bytes:
    """Give a table (scenes, slots): 1 where no order with a scene shot forbids it."""
    table = np.ones((len(left.scenes), len(slot_days)), dtype=np.uint8)
    if not blocks(production, "order"):
        return table
    place = {scene.id: at for at, scene in enumerate(left.scenes)}
    last = {strip: day.date for day in _by_date(keep.shot) for strip in day.strips}
    dates = np.array([day.toordinal() for _, day in slot_days], dtype=np.int64)
    for order in production.orders:
        if order.before in last and order.after in place:
            soonest = last[order.before].toordinal() + order.min_days
            table[place[order.after]] &= dates >= soonest
    return table


def _by_date(days: Sequence[Day]) -> list[Day]:
    return sorted(days, key=lambda day: day.date)


# --- homes ---------------------------------------------------------------------------


def _write_homes(problem: Problem, keep: Keep) -> None:
    """Note the slot that each strip had, where it may still stand there."""
    slot_at = {day: slot for slot, day in enumerate(problem.slot_days)}
    for at, scene in enumerate(problem.production.scenes):
        place = keep.earlier.get(scene.id)
        slot = -1 if place is None else slot_at.get((place.unit, place.date), -1)
        if slot >= 0 and problem.scenes.allowed[at, slot]:
            problem.scenes.home[at] = slot


def set_change_cost(problem: Problem, change_cost: int, strips: int) -> None:
    """Make the engines count ``change_cost`` for each strip that is not at home.

    Parameters
    ----------
    strips
        How many strips had a place; each pays, and one at home gets it back.

    Raises
    ------
    UsageError
        When the sum is more than an engine can count.
    """
    if change_cost * max(strips, 1) > MOST_AMOUNT // 4:
        raise UsageError(
            f"A change cost of {change_cost:,} is more than the planner can count.\n"
            "Maybe leave it out: then as few strips as can be move."
        )
    before = int(problem.scenes.change_cost[0])
    problem.scenes.change_cost[0] = change_cost
    if len(problem.units.past):
        problem.units.past[0, PAST_COST] += (change_cost - before) * strips


# --- facts ---------------------------------------------------------------------------


def _write_facts(
    problem: Problem, production: Production, calendar: Calendar, keep: Keep
) -> None:
    today = (keep.today - problem.first_date).days
    problem.people.info[:, BINDING] = today
    problem.places.pictures[:, SINCE] = today
    for at, unit in enumerate(production.units):
        days = [day for day in _by_date(keep.shot) if day.unit == unit.id]
        if days:
            eligible = calendar.eligible[unit.id]
            _write_unit(problem, production, at, days, eligible, keep.today)
    settled = count_costs(production, Schedule(days=keep.shot)).lines
    problem.units.past[0, PAST_COST] += sum(settled[one] for one in SETTLED_LINES)
    _write_people(problem, production, keep)
    _write_odd_dates(problem, production, calendar, keep)


def _write_unit(
    problem: Problem,
    production: Production,
    at: int,
    days: list[Day],
    eligible: Sequence[date],
    today: date,
) -> None:
    row = problem.units.past[at]
    last = days[-1]
    week = _week_of(last.date)
    row[PAST_DATE] = (last.date - problem.first_date).days
    row[PAST_BASE] = _base_of(production, last)
    row[PAST_WRAP] = _wrap_of(production, last)
    row[PAST_WEEK] = week
    row[PAST_IN_WEEK] = len({day.date for day in days if _week_of(day.date) == week})
    row[PAST_OPEN] = sum(last.date < day < today for day in eligible)


def _week_of(day: date) -> int:
    return (day.toordinal() - 1) // 7


def _base_of(production: Production, day: Day) -> int:
    """Give the place of the base of a day's first strip."""
    scene = next(one for one in production.scenes if one.id == day.strips[0])
    base = next(one.base for one in production.locations if one.id == scene.location)
    return [one.id for one in production.bases].index(base)


def _wrap_of(production: Production, day: Day) -> int:
    """Give the minutes from a day's midnight to its wrap."""
    unit = next(one for one in production.units if one.id == day.unit)
    return unit.shifts.get(day.shift, standard_shifts()[day.shift]).end


def _write_people(problem: Problem, production: Production, keep: Keep) -> None:
    """Note the last day that each person worked, of several the longest."""
    scenes = {scene.id: scene for scene in production.scenes}
    units = [unit.id for unit in production.units]
    place = {person.id: at for at, person in enumerate(production.people)}
    days = sorted(keep.shot, key=lambda day: (day.date, _wrap_of(production, day)))
    for day in days:
        row = (
            (day.date - problem.first_date).days,
            _base_of(production, day),
            units.index(day.unit),
            _wrap_of(production, day),
        )
        for strip in day.strips:
            for one in scenes[strip].cast:
                columns = [WORKED_DATE, WORKED_BASE, WORKED_UNIT, WORKED_WRAP]
                problem.people.past[place[one], columns] = row


def _write_odd_dates(
    problem: Problem, production: Production, calendar: Calendar, keep: Keep
) -> None:
    """Count the dates on which a location was used that are none of its own."""
    home = {scene.id: scene.location for scene in production.scenes}
    for at, location in enumerate(production.locations):
        own = set(calendar.locations[location.id])
        used = {
            day.date
            for day in keep.shot
            if any(home[strip] == location.id for strip in day.strips)
        }
        problem.places.fees[at, ODD] = len(used - own)


# --- work done -----------------------------------------------------------------------


def _work_done(problem: Problem, production: Production, keep: Keep) -> Work:
    """Give the counts of what was shot: who worked, what was used, which wrap.

    Elements are left out: theirs is among the settled costs.
    """
    work = fresh.fresh_work(
        problem.slots,
        len(production.units),
        len(production.people),
        problem.people.deals.shape[0],
        problem.places,
    )
    scenes = {scene.id: scene for scene in production.scenes}
    units = [unit.id for unit in production.units]
    for day in keep.shot:
        index = (day.date - problem.first_date).days
        for strip in day.strips:
            _count_strip(production, scenes[strip], units.index(day.unit), index, work)
    _list_dates(work.person_all, work.person_list, work.person_days)
    _list_dates(work.deal, work.deal_list, work.deal_days)
    _list_dates(work.location, work.location_list, work.location_days)
    for picture, used in enumerate(work.picture):
        dates = np.flatnonzero(used)
        work.wrap[picture] = dates[-1] if len(dates) else -1
    return work


def _count_strip(
    production: Production, scene: Scene, unit: int, index: int, work: Work
) -> None:
    for person, deal in cast_and_deals(production, scene):
        work.person[person, unit, index] += 1
        work.person_all[person, index] += 1
        if deal >= 0:
            work.deal[deal, index] += 1
    locations = [one.id for one in production.locations]
    pictures = [one.id for one in production.pictures]
    work.location[locations.index(scene.location), index] += 1
    work.picture[pictures.index(scene.picture), index] += 1


def _list_dates(counts: Ints, lists: Ints, days: Ints) -> None:
    """Write the dates with a count, in order, and how many there are."""
    for at, row in enumerate(counts):
        dates = np.flatnonzero(row)
        lists[at, : len(dates)] = dates
        days[at] = len(dates)
