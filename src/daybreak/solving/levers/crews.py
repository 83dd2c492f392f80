"""Levers of units and their calendar: hours, weeks, holidays, breaks, moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product

from daybreak.model.calendar import later
from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import Hiatus, Production, Scene, Unit
from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import (
    Without,
    changed,
    days_told,
    hours_told,
    move_changed,
    place_of,
    span_told,
)
from daybreak.solving.levers.lever import Lever, LeverKind
from daybreak.solving.levers.view import NEAR_DAYS, WEEK_DAYS, View

Near = tuple[Lever, bool]
LONGEST_DAY_MINUTES = 16 * 60  # nobody can be asked for more
HOUR, DAY_MINUTES = 60, 24 * 60
SIXTH_DAYS = ("sat", "sun")
FEW_CAST = 2  # of a scene that another crew can shoot by itself


def crew_levers(view: View) -> Iterator[Near]:
    """Yield the levers of units, of the calendar and of company moves."""
    for unit in view.production.units:
        yield from _hours(view, unit)
        yield from _span(view, unit)
        yield from _more_scenes(view, unit)
    yield from _holidays(view)
    yield from _hiatuses(view)
    yield from _moves(view)


def idle_rests(view: View) -> Iterator[str]:
    """Yield, in words, the rests of units that no shift comes near to.

    An hour less lets no two shifts follow each other that could not before: a proof
    that it helps no plan.
    """
    for unit in view.production.units:
        if unit.turnaround_hours and not _gains_a_shift(view.production, unit):
            hours = unit.turnaround_hours - 1
            yield f"{unit.name} rests {hours:,} hours between two days"


def _unit(
    view: View, kind: LeverKind, unit: Unit, text: str, field: str, becomes: object
) -> Lever:
    was = getattr(unit, field)
    at = place_of(view.production.units, unit.id)
    return Lever(
        kind=kind,
        text=text,
        change=Change(
            path=f"units[{at}].{field}", was=_plain(was), becomes=_plain(becomes)
        ),
        apply=changed("units", unit.id, **{field: becomes}),
        stake=_stake(view, unit),
    )


def _plain(value: object) -> object:
    if isinstance(value, date):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _stake(view: View, unit: Unit) -> int:
    return view.money(unit=unit.id) // 5 + view.line("late", "idle_days", "cast_hold")


# --- hours and weeks -------------------------------------------------------------


def _hours(view: View, unit: Unit) -> Iterator[Near]:
    works = any(view.is_open(day) for day in view.dates(unit.id))
    if unit.day_minutes + HOUR <= LONGEST_DAY_MINUTES:
        minutes = unit.day_minutes + HOUR
        text = f"a day of {unit.name} an hour longer: {hours_told(minutes)} of work"
        yield _unit(view, "day-length", unit, text, "day_minutes", minutes), works
    more = next((day for day in SIXTH_DAYS if day not in unit.workweek), None)
    if more is not None:
        week = tuple(day for day in WEEKDAYS if day in unit.workweek or day == more)
        text = f"{unit.name} works {more} too"
        yield _unit(view, "sixth-day", unit, text, "workweek", week), works
    if unit.turnaround_hours and _gains_a_shift(view.production, unit):
        hours = unit.turnaround_hours - 1
        text = f"{unit.name} rests an hour less between two days: {hours:,} hours"
        yield _unit(view, "turnaround", unit, text, "turnaround_hours", hours), works


def _gains_a_shift(production: Production, unit: Unit) -> bool:
    """Tell whether an hour less lets a call follow a wrap that could not before."""
    needed = unit.turnaround_hours * HOUR
    shifts = [one for each in production.units for one in each.shifts.values()]
    rests = (
        other.call + days * DAY_MINUTES - one.end
        for one, other in product(shifts, shifts)
        for days in range(1, 2 + unit.turnaround_hours // 24 + 1)
    )
    return any(needed - HOUR <= rest < needed for rest in rests)


def _span(view: View, unit: Unit) -> Iterator[Near]:
    near = timedelta(days=NEAR_DAYS)
    days = view.dates(unit.id)
    if view.is_open(unit.start):
        start = date.fromordinal(max(1, unit.start.toordinal() - WEEK_DAYS))
        text = f"{unit.name} begins a week sooner, on {start}"
        is_near = not days or min(days) <= unit.start + near
        yield _unit(view, "start", unit, text, "start", start), is_near
    end = later(unit.end, WEEK_DAYS)
    text = f"{unit.name} shoots a week longer, until {end}"
    is_near = bool(view.schedule.boneyard) or (
        bool(days) and max(days) >= unit.end - near
    )
    yield _unit(view, "end", unit, text, "end", end), is_near


def _more_scenes(view: View, unit: Unit) -> Iterator[Near]:
    """Let a unit shoot scenes at one place that only others may.

    A unit that is not the first one gets those with few of the cast: stunts, drives,
    inserts, what it can do without the director.
    """
    made = view.production
    is_first = unit.id == made.units[0].id
    for place in made.locations:
        more = [
            one
            for one in made.scenes
            if one.id in view.left
            and one.location == place.id
            and one.pin is None
            and unit.id not in made.units_of(one)
            and (is_first or len(one.cast) <= FEW_CAST)
        ]
        if more:
            yield _with_more(view, unit, place.name, more, few=not is_first), True


def _with_more(
    view: View, unit: Unit, place: str, more: list[Scene], *, few: bool
) -> Lever:
    made = view.production
    count = f"{len(more):,} scene{'s' * (len(more) != 1)} more"
    which = f", those with {FEW_CAST} of the cast at most" if few else ""
    return Lever(
        kind="other-unit",
        text=f"{unit.name} may shoot {count} at {place}{which}",
        change=Change(
            path="scenes[*].units",
            was={one.id: list(made.units_of(one)) for one in more},
            becomes={one.id: [*made.units_of(one), unit.id] for one in more},
        ),
        apply=_with_unit(frozenset(one.id for one in more), unit.id),
        stake=view.line("unit_days") * len(more) // max(1, len(made.scenes)),
    )


def _with_unit(scenes: frozenset[str], unit: str) -> Without:
    def change(production: Production) -> Production:
        return replace(
            production,
            scenes=tuple(
                replace(one, units=(*production.units_of(one), unit))
                if one.id in scenes
                else one
                for one in production.scenes
            ),
        )

    return change


# --- the calendar ----------------------------------------------------------------


def _holidays(view: View) -> Iterator[Near]:
    made = view.production
    for at, day in enumerate(made.holidays):
        used = view.dates()
        is_near = bool(used) and min(used) <= day <= max(used) and view.is_open(day)
        works = any(WEEKDAYS[day.weekday()] in unit.workweek for unit in made.units)
        yield (
            Lever(
                kind="holiday",
                text=f"work on {day}, a holiday",
                change=Change(path=f"holidays[{at}]", was=str(day), becomes=None),
                apply=_without_holiday(day),
                stake=view.line("late", "idle_days", "cast_hold") // 10,
            ),
            is_near and works,
        )


def _without_holiday(day: date) -> Without:
    return lambda one: replace(
        one, holidays=tuple(other for other in one.holidays if other != day)
    )


def _hiatuses(view: View) -> Iterator[Near]:
    week = timedelta(days=WEEK_DAYS)
    for at, one in enumerate(view.production.hiatuses):
        path = f"hiatuses[{at}]"
        why = f" ({one.reason})" if one.reason else ""
        if one.last - one.first < week:
            was = {"from": str(one.first), "to": str(one.last)}
            change = Change(path=path, was=was, becomes=None)
            told = span_told(one.first, one.last)
            text = f"shoot {'on ' if one.first == one.last else ''}{told}, no break"
            lever = _hiatus(view, one, None, f"{text}{why}", change)
            yield lever, _is_between(view, one.first, one.last)
            continue
        sooner = one.last - week
        change = Change(path=f"{path}.to", was=str(one.last), becomes=str(sooner))
        text = f"the break{why} ends a week sooner, on {sooner}"
        lever = _hiatus(view, one, replace(one, last=sooner), text, change)
        yield lever, _is_between(view, sooner, one.last)
        starts = one.first + week
        change = Change(path=f"{path}.from", was=str(one.first), becomes=str(starts))
        text = f"the break{why} begins a week later, on {starts}"
        lever = _hiatus(view, one, replace(one, first=starts), text, change)
        yield lever, _is_between(view, one.first, starts)


def _is_between(view: View, first: date, last: date) -> bool:
    return view.is_near(first, last, view.dates())


def _hiatus(
    view: View, one: Hiatus, new: Hiatus | None, text: str, change: Change
) -> Lever:
    def apply(production: Production) -> Production:
        kept = (new if other == one else other for other in production.hiatuses)
        return replace(production, hiatuses=tuple(each for each in kept if each))

    return Lever(
        kind="hiatus",
        text=text,
        change=change,
        apply=apply,
        stake=view.line("late", "idle_days", "cast_hold"),
    )


def _moves(view: View) -> Iterator[Near]:
    names = {base.id: base.name for base in view.production.bases}
    made = {
        (one.base, other.base)
        for days in view.board.of_unit.values()
        for one, other in pairwise(days)
        if view.is_open(other.date)
    }
    for at, move in enumerate(view.production.moves):
        if not move.days:
            continue
        ways = {(move.origin, move.target)}
        if move.both_ways:
            ways.add((move.target, move.origin))
        days = move.days - 1
        way = f"{names[move.origin]} to {names[move.target]}"
        yield (
            Lever(
                kind="move",
                text=f"travel from {way} in {days_told(days)}, not {move.days:,}",
                change=Change(path=f"moves[{at}].days", was=move.days, becomes=days),
                apply=move_changed(move, days),
                stake=view.line("late", "idle_days", "company_moves") // 5,
            ),
            bool(ways & made),
        )
