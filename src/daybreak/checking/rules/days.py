"""Rules of one day of a unit: eligible, capacity, base, shift, daylight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daybreak.checking.board import Board, BoardDay
from daybreak.checking.facts import Facts
from daybreak.checking.rules.found import Found
from daybreak.checking.violations import Where
from daybreak.checking.words import clock, counted, listed, scene_name, sentence, span
from daybreak.model.daylight import sun_minutes
from daybreak.model.production import (
    Scene,
    ShiftName,
    TimeOfDay,
    Unit,
    minutes_on,
)

SUN_TOLERANCE_MINUTES = 2
WEEKDAYS = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]
SHIFTS_FOR: dict[TimeOfDay, tuple[ShiftName, ...]] = {
    "day": ("day", "split"),
    "night": ("night", "split"),
    "dawn": ("day",),
    "dusk": ("day", "split"),
    "any": ("day", "split", "night"),
}


def eligible(board: Board) -> Iterator[Found]:
    """Let a unit shoot on its eligible dates, one entry each and none empty.

    SPEC 3, rule ``eligible``.
    """
    taken: set[tuple[str, date]] = set()
    for day in board.days:
        name = sentence(day.unit.name)
        if not board.facts.is_eligible(day.unit, day.date):
            why, limit = _why_not(board.facts, day.unit, day.date)
            yield Found(_where(day), f"{name} shoots on {day.date}, {why}", limit)
        if (day.unit.id, day.date) in taken:
            said = f"{name} has more than one entry for {day.date}"
            yield Found(_where(day), said, 1)
        if not day.scenes:
            said = f"{name} has a day without a strip on {day.date}"
            yield Found(_where(day), said, "at least one strip")
        taken.add((day.unit.id, day.date))


def _why_not(facts: Facts, unit: Unit, day: date) -> tuple[str, str]:
    """Give why a date is not eligible, and what would be."""
    limit = span(unit.start, unit.end)
    if not unit.start <= day <= unit.end:
        return f"outside {limit}", limit
    if day in facts.production.holidays:
        return "a holiday", "no holiday"
    for hiatus in facts.production.hiatuses:
        asked = hiatus.units is None or unit.id in hiatus.units
        if asked and hiatus.first <= day <= hiatus.last:
            why = hiatus.reason or "a hiatus"
            return f"in {why} ({span(hiatus.first, hiatus.last)})", "outside hiatuses"
    worked = ", ".join(unit.workweek)
    return f"a {WEEKDAYS[day.weekday()]}; its week is {worked}", worked


def capacity(board: Board) -> Iterator[Found]:
    """Keep a day's strips and moves within ``day_minutes``.

    SPEC 3, rule ``capacity``.
    """
    for day in board.days:
        work = sum(minutes_on(scene, day.unit) for scene in day.scenes)
        moving = day.location_changes * day.unit.move_minutes
        if work + moving > day.unit.day_minutes:
            limit = day.unit.day_minutes
            moves = f" with {counted(day.location_changes, 'move')}" if moving else ""
            said = (
                f"{sentence(day.unit.name)} has {counted(work + moving, 'minute')} of "
                f"work{moves} on {day.date}; a day holds {limit:,}"
            )
            yield Found(_where(day), said, limit)


def base(board: Board) -> Iterator[Found]:
    """Keep all locations of a unit's day on one base. SPEC 3, rule ``base``."""
    for day in board.days:
        names = [board.facts.bases[one].name for one in _by_base(board.facts, day)]
        if len(names) > 1:
            said = (
                f"{sentence(day.unit.name)} shoots in {listed(names)} on {day.date}; "
                "a day stays on one base"
            )
            yield Found(_where(day), said, 1)


def _by_base(facts: Facts, day: BoardDay) -> dict[str, list[Scene]]:
    """Give the scenes of a day by the base of their location."""
    found: dict[str, list[Scene]] = {}
    for scene in day.scenes:
        found.setdefault(facts.locations[scene.location].base, []).append(scene)
    return found


def shift(board: Board) -> Iterator[Found]:
    """Let scenes be shot in a shift that has their light, and that the unit works.

    SPEC 3, rule ``shift``.
    """
    for day in board.days:
        if day.shift_name not in day.unit.shifts:
            works = listed(list(day.unit.shifts))
            said = (
                f"{sentence(day.unit.name)} has a {day.shift_name} shift on "
                f"{day.date}; it works {works}"
            )
            yield Found(_where(day), said, works)
        for scene in day.scenes:
            bound = scene.is_exterior or scene.time_locked
            if bound and day.shift_name not in SHIFTS_FOR[scene.time]:
                yield _wrong_light(board.facts, day, scene)


def _wrong_light(facts: Facts, day: BoardDay, scene: Scene) -> Found:
    limit = " or ".join(SHIFTS_FOR[scene.time])
    said = (
        f"{sentence(scene_name(facts, scene))} ({scene.place.upper()}, {scene.time}) "
        f"stands in a {day.shift_name} shift on {day.date}; it needs {limit}"
    )
    where = Where(unit=day.unit.id, date=day.date, scene=scene.id)
    return Found(where, said, limit)


def daylight(board: Board) -> Iterator[Found]:
    """Keep a day's daytime exteriors within the sun between call and wrap.

    SPEC 3, rule ``daylight``.
    """
    for day in board.days:
        outdoors = [scene for scene in day.scenes if _needs_sun(scene)]
        if outdoors:
            yield from _too_little_sun(board.facts, day, outdoors)


def _needs_sun(scene: Scene) -> bool:
    return scene.time == "day" and scene.is_exterior and scene.days is None


def _too_little_sun(
    facts: Facts, day: BoardDay, outdoors: list[Scene]
) -> Iterator[Found]:
    for base_id, scenes in _by_base(facts, day).items():
        stands = facts.bases[base_id]
        if stands.lat is None or stands.lon is None:
            continue
        needs = sum(minutes_on(one, day.unit) for one in scenes if one in outdoors)
        sun = sun_minutes(stands, day.date, day.shift)
        if needs > sun + SUN_TOLERANCE_MINUTES:
            said = (
                f"{sentence(day.unit.name)} needs {counted(needs, 'minute')} of "
                f"daylight on {day.date}; {stands.name} has {int(sun)} between "
                f"{clock(day.shift.call)} and {clock(day.shift.end)}"
            )
            yield Found(_where(day), said, int(sun))


def _where(day: BoardDay) -> Where:
    return Where(unit=day.unit.id, date=day.date)
