"""Where strips stand after an edit: each gives the days of a board that change.

Days are what `daybreak.store.board_edits` keeps: by ``day/UNIT/DATE`` the shift and the
strips in shooting order, None for a day that is no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from daybreak.checking.facts import facts_of
from daybreak.model.calendar import eligible_dates
from daybreak.model.errors import UsageError
from daybreak.model.production import Production, Scene, ShiftName, Unit
from daybreak.office.live.ops import Move, MoveDay, Park, SetShift

Edits = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """A board's days as they stand: by unit and ISO date, shift and strips.

    Parameters
    ----------
    locked_strips, locked_days
        What is to stay; an edit that would move it is refused.
    """

    days: Mapping[tuple[str, str], Mapping[str, Any]]
    locked_strips: frozenset[str] = frozenset()
    locked_days: frozenset[tuple[str, str]] = frozenset()

    def strips(self, unit: str, day: str) -> list[str]:
        """Give the strips of a day, a list of its own."""
        return list(self.days.get((unit, day), {}).get("strips", ()))

    def places(self, strips: Iterable[str]) -> dict[tuple[str, str], list[str]]:
        """Give the days on which any of some strips stands, without them."""
        gone = set(strips)
        return {
            key: [one for one in day["strips"] if one not in gone]
            for key, day in self.days.items()
            if not gone.isdisjoint(day["strips"])
        }

    def refuse_locked(self, strips: Iterable[str]) -> None:
        """Refuse to move what is locked.

        Raises
        ------
        UsageError
            Which strip or day it is.
        """
        moved = set(strips)
        for strip in sorted(moved & self.locked_strips):
            raise UsageError(f"Strip {strip} is locked.\nMaybe unlock it first.")
        for unit, day in sorted(self.locked_days):
            if moved.intersection(self.strips(unit, day)):
                raise UsageError(
                    f"The day {day} of unit {unit} is locked.\nMaybe unlock it first."
                )


def moved(production: Production, now: Arranged, op: Move) -> Edits:
    """Give the days that change where strips go to a day.

    A scene of whole days takes the successive eligible dates from that day on.

    Raises
    ------
    UsageError
        When something is locked, unknown, or a whole-day scene finds no room.
    """
    now.refuse_locked(op.strips)
    scenes = _scenes(production, op.strips)
    unit = _unit(production, op.unit)
    target = (op.unit, op.date.isoformat())
    if target in now.locked_days:
        raise UsageError(
            f"The day {target[1]} of unit {unit.name} is locked.\n"
            "Maybe unlock it first."
        )
    whole = [one for one in scenes if one.days is not None]
    if whole:
        return _whole_days(production, now, op, whole, unit)
    left = now.places(op.strips)
    stays = left.get(target, now.strips(*target))
    _refuse_beside_whole(production, stays, target[1])
    at = _place(now.strips(*target), stays, op)
    left[target] = [*stays[:at], *op.strips, *stays[at:]]
    return _edits(now, left, shift_for(unit, scenes))


def parked(now: Arranged, op: Park) -> Edits:
    """Give the days that change where strips go to the boneyard.

    Raises
    ------
    UsageError
        When one is locked.
    """
    now.refuse_locked(op.strips)
    return _edits(now, now.places(op.strips), "day")


def shifted(production: Production, now: Arranged, op: SetShift) -> Edits:
    """Give the day that changes where a day is worked in another shift.

    Raises
    ------
    UsageError
        When there is no such day, or the unit does not work that shift.
    """
    unit = _unit(production, op.unit)
    key = (op.unit, op.date.isoformat())
    if key not in now.days:
        raise UsageError(f"Unit {unit.name} shoots nothing on {key[1]}.")
    if op.shift not in unit.shifts:
        raise UsageError(
            f"Unit {unit.name} does not work the {op.shift} shift.\n"
            f"Maybe one of these: {', '.join(unit.shifts)}."
        )
    return {_path(key): {"shift": op.shift, "strips": now.strips(*key)}}


def day_moved(production: Production, now: Arranged, op: MoveDay) -> Edits:
    """Give the days that change where a day goes to another date.

    What stands there comes to the first date in exchange.

    Raises
    ------
    UsageError
        When there is no such day, or one of the two is locked.
    """
    unit = _unit(production, op.unit)
    one, other = (op.unit, op.date.isoformat()), (op.unit, op.to.isoformat())
    if one not in now.days:
        raise UsageError(f"Unit {unit.name} shoots nothing on {one[1]}.")
    now.refuse_locked([*now.strips(*one), *now.strips(*other)])
    made: Edits = {_path(other): _kept(now.days[one]), _path(one): None}
    if other in now.days:
        made[_path(one)] = _kept(now.days[other])
    return made


def taken(
    now: Arranged,
    proposed: Mapping[tuple[str, str], Mapping[str, Any]],
    dates: Iterable[str] | None,
) -> Edits:
    """Give the days that change where a proposal is taken, whole or of some dates.

    Of some dates: those days become as proposed; a strip that stands there leaves the
    day on which it stood, and one that the proposal puts on a date not taken goes to
    the boneyard.

    Raises
    ------
    UsageError
        When a locked strip or day would change.
    """
    chosen = None if dates is None else set(dates)
    left = {
        key: _kept(day)
        for key, day in now.days.items()
        if chosen is not None and key[1] not in chosen
    }
    coming = {
        key: _kept(day)
        for key, day in proposed.items()
        if chosen is None or key[1] in chosen
    }
    placed = {one for day in coming.values() for one in day["strips"]}
    for key, day in left.items():
        left[key] = {**day, "strips": [s for s in day["strips"] if s not in placed]}
    target = {**{key: day for key, day in left.items() if day["strips"]}, **coming}
    made = {
        _path(key): target.get(key)
        for key in sorted({*now.days, *target})
        if target.get(key) != _known(now.days.get(key))
    }
    _refuse_changed(now, target)
    return made


def _known(day: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if day is None else _kept(day)


def _refuse_changed(
    now: Arranged, target: Mapping[tuple[str, str], Mapping[str, Any]]
) -> None:
    for key in sorted(now.locked_days):
        if _known(now.days.get(key)) != _known(target.get(key)):
            raise UsageError(
                f"The day {key[1]} is locked, and the proposal changes it.\n"
                "Maybe unlock it first."
            )
    where = {one: key for key, day in target.items() for one in day["strips"]}
    for key, day in now.days.items():
        for one in now.locked_strips.intersection(day["strips"]):
            if where.get(one) != key:
                raise UsageError(
                    f"Strip {one} is locked, and the proposal moves it.\n"
                    "Maybe unlock it first."
                )


def shift_for(unit: Unit, scenes: Iterable[Scene]) -> ShiftName:
    """Give the shift for a new day: the first in which its exteriors may be shot.

    SPEC 3, rule ``shift``; where none fits them all, the unit's first.
    """
    wanted: list[set[str]] = []
    for one in scenes:
        if one.place == "int" and not one.time_locked:
            continue
        allowed = {
            "day": {"day", "split"},
            "night": {"night", "split"},
            "dawn": {"day"},
            "dusk": {"day", "split"},
        }
        wanted.append(allowed.get(one.time, {"day", "split", "night"}))
    fits = [one for one in unit.shifts if all(one in some for some in wanted)]
    return (fits or list(unit.shifts))[0]


def _whole_days(
    production: Production, now: Arranged, op: Move, whole: list[Scene], unit: Unit
) -> Edits:
    """Give the days of one whole-day scene, from a date on."""
    if len(op.strips) > 1:
        raise UsageError(
            "A scene that fills whole days is moved alone.\nMaybe drop them one by one."
        )
    scene = whole[0]
    left = now.places(op.strips)
    ahead = [one for one in eligible_dates(production, unit) if one >= op.date]
    dates = ahead[: scene.days]
    if not dates or dates[0] != op.date or len(dates) < (scene.days or 1):
        raise UsageError(
            f"Scene {scene.number} fills {scene.days} days; unit {unit.name} has not "
            f"as many free from {op.date} on.\nMaybe drop it on an earlier date."
        )
    for day in dates:
        key = (op.unit, day.isoformat())
        if left.get(key, now.strips(*key)):
            raise UsageError(
                f"Scene {scene.number} fills whole days, and {key[1]} is taken.\n"
                "Maybe move what stands there first."
            )
        left[key] = [scene.id]
    return _edits(now, left, shift_for(unit, whole))


def _refuse_beside_whole(production: Production, stays: list[str], day: str) -> None:
    by_id = facts_of(production).scenes
    for strip in stays:
        if strip in by_id and by_id[strip].days is not None:
            raise UsageError(
                f"Scene {by_id[strip].number} fills {day} whole.\n"
                "Maybe drop it on another day."
            )


def _place(before: list[str], stays: list[str], op: Move) -> int:
    """Give the place behind the anchor, or behind the last one before it that stays."""
    if op.after is None:
        return 0
    if op.after not in before:
        raise UsageError(
            f"Strip {op.after} does not stand on {op.date} any more.\n"
            "Maybe look at the board as it is now, and drop again."
        )
    for strip in reversed(before[: before.index(op.after) + 1]):
        if strip in stays:
            return stays.index(strip) + 1
    return 0


def _edits(
    now: Arranged, days: Mapping[tuple[str, str], list[str]], shift: ShiftName
) -> Edits:
    made: Edits = {}
    for key, strips in sorted(days.items()):
        was = now.days.get(key)
        if was is not None and list(was["strips"]) == strips:
            continue
        kept = shift if was is None else was["shift"]
        made[_path(key)] = {"shift": kept, "strips": strips} if strips else None
    return made


def _kept(day: Mapping[str, Any]) -> dict[str, Any]:
    return {"shift": day["shift"], "strips": list(day["strips"])}


def _path(key: tuple[str, str]) -> str:
    return f"day/{key[0]}/{key[1]}"


def _unit(production: Production, unit: str) -> Unit:
    for one in production.units:
        if one.id == unit:
            return one
    raise UsageError(f'There is no unit "{unit}".')


def _scenes(production: Production, strips: Iterable[str]) -> list[Scene]:
    by_id = facts_of(production).scenes
    for strip in strips:
        if strip not in by_id:
            raise UsageError(
                f'There is no scene "{strip}" any more.\nMaybe load the page again.'
            )
    return [by_id[one] for one in strips]
