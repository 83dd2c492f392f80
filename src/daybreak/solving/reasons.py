"""Why a strip stands in the boneyard, in an assistant director's words.

First what no plan can change: which fixed facts leave the strip no day at all. Else
what each day would break as the schedule stands; a day that breaks nothing is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf
from time import monotonic

import numpy as np

from daybreak.checking import check
from daybreak.model.production import Production, RuleName, Scene, ShiftName
from daybreak.model.schedule import Day, Schedule
from daybreak.solving.boards import in_shooting_order
from daybreak.solving.engines.arrays import MASK, SHIFTS, UNIT
from daybreak.solving.fixed import allowed_slots, first_prepared
from daybreak.solving.problem import SHIFT_NAMES, Problem

TRIES = 120
LEAST_TRIES = 4
ASKED_OF = {
    "capacity": "the day is too long",
    "base": "the unit is on another base",
    "travel": "there is no time to travel",
    "shift": "the day's shift does not suit it",
    "daylight": "there is too little daylight",
    "turnaround": "the rest is too short",
    "cast": "the cast is taken",
    "consecutive": "the cast works too many days in a row",
    "minor": "a minor works too long",
    "element": "an element is taken",
    "order": "it would be out of order",
    "release": "the picture would miss its release",
    "once": "a strip of whole days needs free days in a row",
}


class Deadline:
    """A moment after which nothing more is tried.

    Parameters
    ----------
    seconds
        From now; None for no such moment.
    """

    def __init__(self, seconds: float | None = None) -> None:
        self._at = inf if seconds is None else monotonic() + seconds

    def is_over(self) -> bool:
        """Tell whether it has passed."""
        return monotonic() > self._at


def completed(
    problem: Problem, schedule: Schedule, deadline: Deadline | None = None
) -> Schedule:
    """Give the schedule with every boneyard strip that fits somewhere put there.

    Only where it breaks nothing; days as they stand are tried, and free dates.
    """
    deadline = deadline or Deadline()
    before = len(schedule.boneyard) + 1
    while len(schedule.boneyard) < before:  # fewer strips: more days of each are tried
        before = len(schedule.boneyard)
        for scene in _boneyard(problem, schedule):
            schedule = _placed(problem, schedule, scene, deadline)
    return schedule


def _placed(
    problem: Problem, schedule: Schedule, scene: int, deadline: Deadline
) -> Schedule:
    """Give the schedule with a strip on the first day tried that it fits on."""
    for tried in _tries(problem, schedule, scene):
        if deadline.is_over():
            break
        if not _new_breaks(problem.production, tried):
            return tried
    return schedule


def reasons_for(
    problem: Problem, schedule: Schedule, deadline: Deadline | None = None
) -> dict[str, str]:
    """Give a sentence for each strip of the boneyard, by scene id."""
    deadline = deadline or Deadline()
    return {
        problem.production.scenes[scene].id: _reason(problem, schedule, scene, deadline)
        for scene in _boneyard(problem, schedule)
    }


def _boneyard(problem: Problem, schedule: Schedule) -> list[int]:
    standing = set(schedule.boneyard)
    return [
        at for at, scene in enumerate(problem.production.scenes) if scene.id in standing
    ]


def _reason(
    problem: Problem, schedule: Schedule, scene: int, deadline: Deadline
) -> str:
    if not problem.scenes.allowed[scene].any():
        return _fixed_reason(problem, problem.production.scenes[scene])
    broken: Counter[str] = Counter()
    tries = free = 0
    for tried in _tries(problem, schedule, scene):
        if deadline.is_over():
            break
        tries += 1
        rules = _new_breaks(problem.production, tried)
        broken.update(sorted(rules))  # as they come they have no steady order
        free += not rules
    days = int(problem.scenes.allowed[scene].sum())
    if not tries:
        return f"The time ended before its {days} possible days were tried."
    return f"Of its {days} possible days {tries} were tried: {_told(broken, free)}."


def _told(broken: Counter[str], free: int) -> str:
    told = [
        f"{ASKED_OF.get(rule, rule)} ({rule}) on {count}"
        for rule, count in broken.most_common(3)
    ]
    if free:
        told.append(f"nothing stands against {free}, plan again to take one")
    return ", ".join(told)


# --- what no plan can change -------------------------------------------------------


def _fixed_reason(problem: Problem, scene: Scene) -> str:
    """Name the fixed facts that together leave the scene no day."""
    production = problem.production
    if not any(unit in production.units_of(scene) for unit, _ in problem.slot_days):
        return "None of its units has an eligible date."
    alone = [text for text, left in _facts(problem, scene) if left == 0]
    if alone:
        return f"No day is possible: {alone[0]}."
    told = [text for text, _ in _facts(problem, scene)]
    return "No day is left between these: " + "; ".join(told) + "."


def _facts(problem: Problem, scene: Scene) -> Iterator[tuple[str, int]]:
    """Yield each fact that binds the scene, and how many days it alone leaves."""
    bare = replace(
        scene, cast=(), elements=(), window=None, pin=None, units=scene.units
    )
    production = problem.production
    if scene.window is not None:
        text = f"its window is {scene.window.first} to {scene.window.last}"
        yield text, _days_of(problem, replace(bare, window=scene.window))
    if scene.pin is not None:
        text = f"it is pinned to unit {scene.pin.unit} on {scene.pin.date}"
        yield text, _days_of(problem, replace(bare, pin=scene.pin))
    location = next(one for one in production.locations if one.id == scene.location)
    if location.windows:
        opened = ", ".join(f"{one.first} to {one.last}" for one in location.windows)
        yield f"{location.name} is open {opened} only", _days_of(problem, bare)
    for person in production.people:
        if person.id in scene.cast:
            yield from _person_facts(problem, bare, person.id)
    for element in production.elements:
        if element.id in scene.elements and element.windows:
            opened = ", ".join(f"{one.first} to {one.last}" for one in element.windows)
            with_it = replace(bare, elements=(element.id,))
            yield f"{element.name} is there {opened} only", _days_of(problem, with_it)


def _person_facts(
    problem: Problem, bare: Scene, person_id: str
) -> Iterator[tuple[str, int]]:
    production = problem.production
    person = next(one for one in production.people if one.id == person_id)
    left = _days_of(problem, replace(bare, cast=(person_id,)))
    if person.windows:
        free = ", ".join(f"{one.first} to {one.last}" for one in person.windows)
        yield f"{person.name} is free {free} only", left
    if person.unavailable:
        away = ", ".join(f"{one.first} to {one.last}" for one in person.unavailable)
        yield f"{person.name} is away {away}", left
    if person.prep_days:
        ready = first_prepared(production, person)
        days = person.prep_days
        yield f"{person.name} is ready from {ready}, after {days} days of prep", left


def _days_of(problem: Problem, scene: Scene) -> int:
    """Count the slots that a scene with fewer demands could stand on."""
    alone = replace(problem.production, scenes=(scene,), orders=())
    return int(allowed_slots(alone, problem.slot_days).sum())


# --- what each day would break -------------------------------------------------------


def _tries(problem: Problem, schedule: Schedule, scene: int) -> Iterator[Schedule]:
    """Yield the schedule with the strip on some of its days, spread evenly."""
    slots = np.flatnonzero(problem.scenes.allowed[scene])
    share = max(LEAST_TRIES, TRIES // max(len(schedule.boneyard), 1))
    step = max(1, -(-len(slots) // share))
    for slot in slots[::step].tolist():
        yield _with_strip(problem, schedule, scene, int(slot))


def _with_strip(
    problem: Problem, schedule: Schedule, scene: int, slot: int
) -> Schedule:
    """Put a strip on a slot, in the shift there or the best-suited one."""
    production = problem.production
    one = production.scenes[scene]
    days = {(day.unit, day.date): day for day in schedule.days}
    for at in range(slot, slot + (one.days or 1)):
        unit, when = problem.slot_days[at]
        there = days.get((unit, when))
        if there is None:
            shift = _first_shift(problem, scene, slot)
            days[unit, when] = Day(unit=unit, date=when, shift=shift, strips=(one.id,))
            continue
        days[unit, when] = replace(
            there, strips=_ordered(production, (*there.strips, one.id))
        )
    return replace(
        schedule,
        days=tuple(days.values()),
        boneyard=tuple(strip for strip in schedule.boneyard if strip != one.id),
    )


def _first_shift(problem: Problem, scene: int, slot: int) -> ShiftName:
    """Give the first shift that both the scene and the unit of a slot work in."""
    unit = problem.slots.info[slot, UNIT]
    mask = int(problem.scenes.info[scene, MASK] & problem.units.info[unit, SHIFTS])
    return next(
        (name for at, name in enumerate(SHIFT_NAMES) if (mask >> at) & 1), "day"
    )


def _ordered(production: Production, strips: Sequence[str]) -> tuple[str, ...]:
    place = {scene.id: at for at, scene in enumerate(production.scenes)}
    order = in_shooting_order(production, [place[strip] for strip in strips])
    return tuple(production.scenes[at].id for at in order)


def _new_breaks(production: Production, schedule: Schedule) -> set[RuleName]:
    """Give the blocking rules that a schedule breaks."""
    return {one.rule for one in check(production, schedule) if one.level == "blocks"}
