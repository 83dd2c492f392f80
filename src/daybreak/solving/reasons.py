"""Why a strip stands in the boneyard, in an assistant director's words.

First what no plan can change: which fixed facts leave the strip no day at all, or
which scenes and facts are proven to leave it none. Else what each day would break as
the schedule stands; a day that breaks nothing is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from daybreak.model.production import Production, RuleName, Scene, ShiftName
from daybreak.model.schedule import Day, Schedule
from daybreak.solving.boards import in_shooting_order
from daybreak.solving.deadline import Deadline
from daybreak.solving.engines.arrays import MASK, SHIFTS, UNIT
from daybreak.solving.explaining.brief import conflict_said
from daybreak.solving.facts import binding_facts
from daybreak.solving.problem import SHIFT_NAMES, Problem
from daybreak.solving.replanning.judging import blocking

__all__ = ["Deadline", "completed", "reasons_for"]

TRIES = 120
MOST_PROOFS = 3  # strips of a boneyard for which a proof is sought
PROOF_SHARE = 0.2
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
        if not _new_breaks(problem, tried):
            return tried
    return schedule


def reasons_for(
    problem: Problem, schedule: Schedule, deadline: Deadline | None = None
) -> dict[str, str]:
    """Give a sentence for each strip of the boneyard, by scene id."""
    deadline = deadline or Deadline()
    proofs = MOST_PROOFS
    reasons = {}
    for scene in _boneyard(problem, schedule):
        said, one = None, problem.production.scenes[scene].id
        if proofs and problem.scenes.allowed[scene].any():
            proofs -= 1
            share = deadline.share(PROOF_SHARE)
            said = conflict_said(problem.production, one, schedule, share)
        reasons[one] = said or _reason(problem, schedule, scene, deadline)
    return reasons


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
        rules = _new_breaks(problem, tried)
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
    units = production.units_of(scene)
    if not any(unit in units for unit, _ in problem.slot_days):
        return "None of its units has an eligible date."
    facts = binding_facts(production, scene, problem.slot_days)
    if len(facts) > 1:
        return "No day is left between these: " + "; ".join(facts) + "."
    if facts:
        return f"No day is possible: {facts[0]}."
    if scene.days is not None:
        return f"None of its units has {scene.days} eligible dates in a row."
    return "It is longer than a day of each of its units that have dates."


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


def _new_breaks(problem: Problem, schedule: Schedule) -> set[RuleName]:
    """Give the blocking rules that a schedule breaks."""
    return {one.rule for one in blocking(problem, schedule)}
