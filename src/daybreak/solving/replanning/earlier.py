"""The schedule so far, as it would go on if nothing had happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from daybreak.checking import count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import Day, Schedule
from daybreak.model.standing import Place
from daybreak.solving.problem import Problem
from daybreak.solving.replanning.judging import blocking_from, with_what_was_shot
from daybreak.solving.replanning.splitting import UnderWay


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What the schedule so far says of the strips that are left.

    Parameters
    ----------
    today
        The first date that may be planned.
    schedule
        The days that were shot, and the days to come as they were planned; what is
        left and stood on none of them is in the boneyard.
    places
        Where each strip that is left stood; the rest of an unfinished scene where
        that scene was to go on.
    is_standing
        Whether the schedule breaks no rule that blocks, from today on.
    notes
        What it names that the production does not have any more.
    """

    today: date
    schedule: Schedule
    places: Mapping[str, Place]
    is_standing: bool
    notes: tuple[str, ...]


def earlier_of(
    production: Production, so_far: UnderWay, earlier: Schedule, today: date
) -> Earlier:
    """Give the schedule so far as it bears on what is left."""
    finished = so_far.finished
    left = [one.id for one in so_far.production.scenes if one.id not in finished]
    rest = _rest_left(so_far)
    known = {scene.id for scene in production.scenes}
    units = {unit.id for unit in production.units}
    places: dict[str, Place] = {}
    days: list[Day] = []
    for day in earlier.in_order():
        strips = []
        for strip in day.strips if day.unit in units else ():
            one = rest.get(strip, strip)
            if strip not in known or one in finished:
                continue
            if one == strip or day.date >= today:
                places.setdefault(one, Place(day.unit, day.date))
            strips.append(one)
        if strips and day.date >= today:
            days.append(day if day.strips == tuple(strips) else _with(day, strips))
    standing = {strip for day in days for strip in day.strips}
    schedule = Schedule(
        days=(*so_far.shot, *days),
        boneyard=tuple(strip for strip in left if strip not in standing),
    )
    broken = blocking_from(so_far.production, schedule, today)
    return Earlier(
        today=today,
        schedule=schedule,
        places=places,
        is_standing=not broken,
        notes=tuple(_notes(production, earlier)),
    )


def _with(day: Day, strips: list[str]) -> Day:
    return replace(day, strips=tuple(strips))


def _rest_left(so_far: UnderWay) -> dict[str, str]:
    """Give, for each unfinished scene, the last rest of it, which is left."""
    found: dict[str, str] = {}
    for rest, part in so_far.rest_of.items():
        whole = part
        while whole in so_far.rest_of:
            whole = so_far.rest_of[whole]
        if rest not in so_far.finished:
            found[whole] = rest
    return found


def _notes(production: Production, earlier: Schedule) -> list[str]:
    units = {unit.id for unit in production.units}
    scenes = {scene.id for scene in production.scenes}
    named = dict.fromkeys(
        [*(strip for day in earlier.days for strip in day.strips), *earlier.boneyard]
    )
    notes = [
        f"Unit {unit} of the earlier schedule is not in the production any more; its "
        "strips are planned anew."
        for unit in dict.fromkeys(day.unit for day in earlier.days)
        if unit not in units
    ]
    return notes + [
        f"Scene {scene} of the earlier schedule is not in the production any more."
        for scene in named
        if scene not in scenes
    ]


# --- days left alone -----------------------------------------------------------------


def as_before(problem: Problem, found: Schedule, before: Schedule) -> Schedule:
    """Give the whole schedule with each day that kept its strips as it was.

    Its order of strips and its shift are those of ``before`` where that breaks no
    rule and costs no more: nobody has to hear of a day that did not change.

    Parameters
    ----------
    found
        A schedule of what is left.
    before
        The schedule so far, with the days that were shot.
    """
    assert problem.past is not None
    production, today = problem.past.whole, problem.past.today
    was = {(day.unit, day.date): day for day in before.days}
    whole = with_what_was_shot(problem, found)
    for shifts_too in (True, False):
        days = tuple(_as_it_was(day, was, shifts_too=shifts_too) for day in whole.days)
        tried = replace(whole, days=days)
        if not blocking_from(production, tried, today) and _total(
            production, tried
        ) <= _total(production, whole):
            return tried
    return whole


def _total(production: Production, schedule: Schedule) -> int:
    return count_costs(production, schedule).lines["total"]


def _as_it_was(
    day: Day, was: Mapping[tuple[str, date], Day], *, shifts_too: bool
) -> Day:
    before = was.get((day.unit, day.date))
    if before is None or sorted(before.strips) != sorted(day.strips):
        return day
    return before if shifts_too else replace(before, shift=day.shift)
