"""Whether strips can stand on a day: the rules again, as quick questions.

A second reading of SPEC 3, for finding dates; the rule book counts what each finished
run really breaks, so whatever is wrong here shows there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from daybreak.model.daylight import sun_minutes
from daybreak.model.fields import DateRange
from daybreak.model.production import ShiftName
from daybreak.risking.board import Board
from daybreak.risking.ground import Crew, Strip

MINUTES_A_DAY = 24 * 60
SUN_TOLERANCE_MINUTES = 2


def shift_for(
    board: Board,
    unit: str,
    on: int,
    strips: Sequence[str],
    *,
    wanted: ShiftName,
    willing: bool = False,
) -> ShiftName | None:
    """Give the shift in which strips can join a unit's day, None where they cannot.

    Parameters
    ----------
    wanted
        The shift to try first where there is no day yet.
    willing
        Whether rules about who and what can be had may break; a unit's dates, its
        way and its rest, and one unit a date for everybody may not.
    """
    ground = board.ground
    crew = ground.crews[unit]
    if on not in crew.dates or board.is_closed("unit", unit, on):
        return None
    new = [ground.strips[one] for one in strips]
    day = board.days[unit].get(on)
    there = [ground.strips[one] for one in day.strips] if day else []
    every = [*there, *new]
    if not _is_a_day(crew, every) or not _in_order(board, strips, on):
        return None
    if not _can_be_had(board, unit, on, new, every, willing=willing):
        return None
    if day is None and not _unit_gets_there(board, unit, on, every[0].base):
        return None
    shifts = (day.shift,) if day else _by_wish(crew, wanted)
    for shift in shifts:
        if _in_shift(board, crew, on, every, shift, willing=willing) and _rested(
            board, crew, on, new, shift, is_new=day is None
        ):
            return shift
    return None


def _by_wish(crew: Crew, wanted: ShiftName) -> list[ShiftName]:
    first = [wanted] if wanted in crew.shifts else []
    return [*first, *(one for one in crew.shifts if one != wanted)]


# --- one day --------------------------------------------------------------------------


def _is_a_day(crew: Crew, strips: Sequence[Strip]) -> bool:
    """Look at units, base, whole days and minutes."""
    unit = crew.unit
    if any(unit.id not in one.minutes for one in strips):
        return False
    if len(strips) > 1 and any(one.scene.days is not None for one in strips):
        return False
    if any(one.base != strips[0].base for one in strips):
        return False
    if len(strips) == 1 and strips[0].scene.days is not None:
        return True
    return day_minutes(crew, strips) <= unit.day_minutes


def day_minutes(crew: Crew, strips: Sequence[Strip]) -> int:
    """Give the minutes of a day; strips of one location lie together or count twice."""
    work = sum(one.minutes[crew.unit.id] for one in strips)
    places = [one.scene.location for one in strips]
    changes = sum(one != other for one, other in pairwise(places))
    return work + changes * crew.unit.move_minutes


def _in_order(board: Board, strips: Sequence[str], on: int) -> bool:
    """Look at what has to be shot before; what comes after is moved later."""
    if "order" not in board.ground.asked:
        return True
    for strip in strips:
        for before, days in board.ground.strips[strip].before:
            if before in strips:
                late = bool(days) or strips.index(before) > strips.index(strip)
            else:
                stands = board.at.get(before)
                late = before in board.pending or bool(stands and stands[1] + days > on)
            if late:
                return False
    return True


def _in_shift(
    board: Board,
    crew: Crew,
    on: int,
    strips: Sequence[Strip],
    shift: ShiftName,
    *,
    willing: bool,
) -> bool:
    """Look at rules ``shift`` and ``daylight``."""
    asked = board.ground.asked
    if "shift" in asked and any(shift not in one.shifts for one in strips):
        return False
    outdoors = [one for one in strips if one.needs_sun]
    if not outdoors or "daylight" not in asked or willing:
        return True
    stands = board.ground.facts.bases[strips[0].base]
    if stands.lat is None or stands.lon is None:
        return True
    needs = sum(one.minutes[crew.unit.id] for one in outdoors)
    sun = sun_minutes(stands, date.fromordinal(on), crew.shifts[shift])
    return needs <= sun + SUN_TOLERANCE_MINUTES


# --- who and what can be had ----------------------------------------------------------


def _can_be_had(
    board: Board,
    unit: str,
    on: int,
    new: Sequence[Strip],
    every: Sequence[Strip],
    *,
    willing: bool,
) -> bool:
    return (
        _things_are_there(board, unit, on, new, willing=willing)
        and _people_come(board, unit, on, new, willing=willing)
        and (willing or _minors_may(board, unit, every))
    )


def _things_are_there(
    board: Board, unit: str, on: int, new: Sequence[Strip], *, willing: bool
) -> bool:
    facts, asked, day = board.ground.facts, board.ground.asked, date.fromordinal(on)
    for one in new:
        scene = one.scene
        if board.is_closed("location", scene.location, on):
            return False
        if any(board.is_closed("element", thing, on) for thing in scene.elements):
            return False
        if not _elements_free(board, unit, on, one):
            return False
        if willing:
            continue
        if scene.window and "window" in asked and day not in scene.window:
            return False
        if (
            scene.pin
            and "pin" in asked
            and (scene.pin.unit, scene.pin.date)
            != (
                unit,
                day,
            )
        ):
            return False
        places = facts.locations[scene.location].windows
        if "location" in asked and not _inside(places, day):
            return False
        if "element" in asked and not all(
            _inside(facts.elements[thing].windows, day) for thing in scene.elements
        ):
            return False
    return True


def _inside(windows: tuple[DateRange, ...], day: date) -> bool:
    return not windows or any(day in one for one in windows)


def _elements_free(board: Board, unit: str, on: int, strip: Strip) -> bool:
    if "element" not in board.ground.asked:
        return True
    for thing in strip.scene.elements:
        units = {*board.uses.get(thing, {}).get(on, ()), unit}
        if len(units) > board.ground.facts.elements[thing].count:
            return False
    return True


def _people_come(
    board: Board, unit: str, on: int, new: Sequence[Strip], *, willing: bool
) -> bool:
    ground, day = board.ground, date.fromordinal(on)
    for name in _cast(new):
        if board.is_closed("person", name, on):
            return False
        there = board.works.get(name, {}).get(on)
        if there is not None:
            if there[0] != unit and "cast" in ground.asked:
                return False
            continue
        person = ground.facts.people[name]
        if not _person_gets_there(board, name, on, new[0].base):
            return False
        if willing:
            continue
        if "cast" in ground.asked and not ground.facts.is_available(person, day):
            return False
        if on < ground.prepared.get(name, 0):
            return False
        limit = person.max_consecutive_days
        if limit and "consecutive" in ground.asked and _run(board, name, on) > limit:
            return False
    return True


def _cast(strips: Sequence[Strip]) -> Iterator[str]:
    yield from dict.fromkeys(name for one in strips for name in one.scene.cast)


def _run(board: Board, person: str, on: int) -> int:
    """Give how many dates in a row a person would work with this one."""
    works, length = board.works.get(person, {}), 1
    for step in (-1, 1):
        other = on + step
        while other in works:
            length += 1
            other += step
    return length


def _minors_may(board: Board, unit: str, every: Sequence[Strip]) -> bool:
    if "minor" not in board.ground.asked:
        return True
    for name in _cast(every):
        limit = board.ground.facts.people[name].day_minutes
        if limit is not None:
            works = sum(one.minutes[unit] for one in every if name in one.scene.cast)
            if works > limit:
                return False
    return True


# --- between two days -----------------------------------------------------------------


def _unit_gets_there(board: Board, unit: str, on: int, base: str) -> bool:
    dates = board.dates[unit]
    place = bisect_left(dates, on)
    if place and not _way(
        board, dates[place - 1], on, _base(board, unit, dates, place - 1), base
    ):
        return False
    return place >= len(dates) or _way(
        board, on, dates[place], base, _base(board, unit, dates, place)
    )


def _base(board: Board, unit: str, dates: Sequence[int], place: int) -> str:
    return board.base_on(unit, dates[place])


def _person_gets_there(board: Board, person: str, on: int, base: str) -> bool:
    dates = board.work_dates.get(person, [])
    place = bisect_left(dates, on)
    works = board.works.get(person, {})
    if place:
        before = dates[place - 1]
        if not _way(board, before, on, board.base_on(works[before][0], before), base):
            return False
    if place < len(dates):
        after = dates[place]
        return _way(board, on, after, base, board.base_on(works[after][0], after))
    return True


def _way(board: Board, earlier: int, later: int, origin: str, target: str) -> bool:
    facts = board.ground.facts
    if origin == target or not facts.moves or "travel" not in board.ground.asked:
        return True
    move = facts.moves.get((origin, target))
    return move is not None and later - earlier - 1 >= move.days


def _rested(
    board: Board,
    crew: Crew,
    on: int,
    new: Sequence[Strip],
    shift: ShiftName,
    *,
    is_new: bool,
) -> bool:
    """Look at the rest of the unit, where the day is new, and of everybody new."""
    if "turnaround" not in board.ground.asked:
        return True
    unit, dates = crew.unit.id, board.dates[crew.unit.id]
    if is_new:
        place = bisect_left(dates, on)
        near = ([dates[place - 1]] if place else []) + dates[place : place + 1]
        if not all(_apart(board, crew, on, shift, unit, other) for other in near):
            return False
    for name in _cast(new):
        works = board.works.get(name, {})
        if on in works:
            continue
        mine = board.work_dates.get(name, [])
        place = bisect_left(mine, on)
        near = ([mine[place - 1]] if place else []) + mine[place : place + 1]
        for other in near:
            if not _apart(board, crew, on, shift, works[other][0], other):
                return False
    return True


def _apart(
    board: Board, crew: Crew, on: int, shift: ShiftName, unit: str, other: int
) -> bool:
    """Look at the rest between a day and another one, whichever is earlier."""
    them = board.ground.crews[unit]
    here, there = crew.shifts[shift], them.shifts.get(board.days[unit][other].shift)
    if there is None:
        return True
    hours = max(crew.unit.turnaround_hours, them.unit.turnaround_hours)
    apart = (other - on) * MINUTES_A_DAY
    has = apart + there.call - here.end if apart > 0 else -apart + here.call - there.end
    return has >= hours * 60
