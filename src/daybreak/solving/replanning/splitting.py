"""What was shot taken into a production: unfinished scenes split, days frozen.

A scene that was begun and not finished stays as what was shot of it; what is left is
a new scene that says so (``part_of``). SPEC 1 and 5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from daybreak.model.errors import UsageError
from daybreak.model.production import Order, Production, Scene, ShiftName
from daybreak.model.schedule import Day, Schedule
from daybreak.model.shot import Shot, ShotDay

ID_MOST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderWay:
    """A shoot under way: what is in the can, and what is left to plan.

    Parameters
    ----------
    production
        With a scene of its own for what is left of each unfinished one.
    shot
        The days before today, in order, as they were shot.
    rest_of
        For each new scene, the id of the scene that it is the rest of.
    """

    production: Production
    shot: tuple[Day, ...]
    rest_of: Mapping[str, str] = field(default_factory=dict)

    @property
    def finished(self) -> frozenset[str]:
        """The scenes that stand on a day that was shot."""
        return frozenset(strip for day in self.shot for strip in day.strips)


def under_way(
    production: Production, earlier: Schedule, today: date, shot: Shot | None
) -> UnderWay:
    """Give the shoot as it stands at the beginning of ``today``.

    Parameters
    ----------
    earlier
        The schedule that was shot by so far.
    shot
        What was shot; None where the days of ``earlier`` before today were shot as
        planned.

    Raises
    ------
    UsageError
        When a day shot is not before today, names what the production does not
        know, or a strip of which nothing was left.
    """
    days = _days_shot(earlier, today, shot)
    _refuse_unknown(production, days)
    splitter = _Splitter(production)
    for day in days:
        _refuse_future(day, today)
        splitter.take(day)
    splitter.split_long_scenes()
    shifts = {(day.unit, day.date): day.shift for day in earlier.days}
    units = {unit.id: unit for unit in production.units}
    frozen = tuple(
        Day(
            unit=day.unit,
            date=day.date,
            shift=day.shift
            or shifts.get((day.unit, day.date))
            or _first_shift(units[day.unit].shifts),
            strips=tuple(strips),
        )
        for day, strips in splitter.taken
        if strips
    )
    return UnderWay(
        production=splitter.production(), shot=frozen, rest_of=splitter.rest_of
    )


def _first_shift(shifts: Mapping[ShiftName, object]) -> ShiftName:
    return next(iter(shifts))


def _days_shot(
    earlier: Schedule, today: date, shot: Shot | None
) -> tuple[ShotDay, ...]:
    if shot is not None:
        return shot.in_order()
    return tuple(
        ShotDay(unit=day.unit, date=day.date, shift=day.shift, strips=day.strips)
        for day in earlier.in_order()
        if day.date < today
    )


def _refuse_future(day: ShotDay, today: date) -> None:
    if day.date >= today:
        raise UsageError(
            f"Unit {day.unit} is said to have shot on {day.date}; today is {today}.\n"
            "Maybe give the next day as today, or take that day out of what was shot."
        )


def _refuse_unknown(production: Production, days: Sequence[ShotDay]) -> None:
    units = {unit.id for unit in production.units}
    scenes = {scene.id for scene in production.scenes}
    for day in days:
        if day.unit not in units:
            raise UsageError(
                f"What was shot on {day.date} names unit {day.unit}, which the "
                "production does not have.\nMaybe use the id of one of its units."
            )
        for strip in day.strips:
            if strip not in scenes:
                raise UsageError(
                    f"Scene {strip} was shot on {day.date}, and the production does "
                    "not have it.\nMaybe put it back: its costs count."
                )


class _Splitter:
    """Takes in days shot, one after another, and splits what was not finished."""

    def __init__(self, production: Production) -> None:
        self._production = production
        self._scenes = {scene.id: scene for scene in production.scenes}
        self._whole_days = {scene.id: scene.days or 0 for scene in production.scenes}
        self._is_left = dict.fromkeys(self._scenes, True)
        self._part = {one: one for one in self._scenes}  # the part shot next
        self._shot_on: dict[str, list[date]] = {}
        self._left_of_long: dict[str, int] = {}
        self.rest_of: dict[str, str] = {}
        self.taken: list[tuple[ShotDay, list[str]]] = []

    def take(self, day: ShotDay) -> None:
        """Take in one day."""
        strips = []
        for strip in dict.fromkeys(day.strips):
            part = self._part[strip]
            self._refuse_finished(strip, day)
            strips.append(part)
            self._shot_on.setdefault(strip, []).append(day.date)
            left = day.unfinished.get(strip, 0)
            self._refuse_too_much(strip, left, day)
            if self._whole_days[strip]:
                self._left_of_long[strip] = left
            else:
                self._is_left[strip] = bool(left)
                if left:
                    self._part[strip] = self._split(part, left)
        self.taken.append((day, strips))

    def _refuse_finished(self, strip: str, day: ShotDay) -> None:
        if not self._is_left[strip]:
            first = self._shot_on[strip][-1]
            raise UsageError(
                f"Scene {strip} was shot on {first} and again on {day.date}, and "
                f"nothing of it was left.\nMaybe give the eighths left under "
                f'"unfinished" of {first}.'
            )

    def _refuse_too_much(self, strip: str, left: int, day: ShotDay) -> None:
        has = self._scenes[self._part[strip]].eighths
        if left > has:
            raise UsageError(
                f"Scene {strip} has {has} eighths and {left} are said to be left on "
                f"{day.date}.\nMaybe count again."
            )

    def split_long_scenes(self) -> None:
        """Split the scenes of whole days of which days are left."""
        for strip, days in self._shot_on.items():
            whole = self._whole_days[strip]
            if not whole:
                continue
            scene = self._scenes[strip]
            left = self._left_of_long[strip]
            if left:
                days_left = max(1, -(-whole * left // max(scene.eighths, 1)))
            else:
                days_left = max(whole - len(days), 0)
                left = scene.eighths * days_left // whole
            self._scenes[strip] = replace(scene, days=len(days))
            self._is_left[strip] = bool(days_left)
            if days_left:
                self._part[strip] = self._split(strip, left, days=days_left)

    def _split(self, part: str, left: int, *, days: int | None = None) -> str:
        """Split a part into what was shot and a new scene of what is left."""
        scene = self._scenes[part]
        minutes = scene.minutes
        minutes_left = None
        if minutes is not None:
            minutes_left = -(-minutes * left // max(scene.eighths, 1))
            minutes = minutes - minutes_left
        rest = replace(
            scene,
            id=self._free_id(part),
            number=f"{scene.number} rest",
            eighths=left,
            minutes=minutes_left,
            days=days,
            pin=None,
            part_of=part,
        )
        self._scenes[part] = replace(
            scene, eighths=scene.eighths - left, minutes=minutes
        )
        self._scenes[rest.id] = rest
        self.rest_of[rest.id] = part
        return rest.id

    def _free_id(self, part: str) -> str:
        at = 1
        while True:
            ending = "-rest" if at == 1 else f"-rest{at}"
            name = part[: ID_MOST - len(ending)] + ending
            if name not in self._scenes:
                return name
            at += 1

    def production(self) -> Production:
        """Give the production with its new scenes, each behind what it is of."""
        if not self._shot_on or self._is_unchanged():
            return self._production
        behind: dict[str, list[str]] = {}
        for rest, part in self.rest_of.items():
            behind.setdefault(part, []).append(rest)
        scenes: list[Scene] = []
        for scene in self._production.scenes:
            waiting = [scene.id]
            while waiting:
                one = waiting.pop(0)
                scenes.append(self._scenes[one])
                waiting += behind.get(one, [])
        orders = (*self._production.orders, *self._orders_of_rests())
        return replace(self._production, scenes=tuple(scenes), orders=orders)

    def _is_unchanged(self) -> bool:
        return not self.rest_of and all(
            self._scenes[scene.id] is scene or self._scenes[scene.id] == scene
            for scene in self._production.scenes
        )

    def _orders_of_rests(self) -> Iterator[Order]:
        """Yield what binds a rest: the orders of its scene with what is not shot.

        What was shot cannot be asked to wait any more. What has to come after a
        scene has to come after its rest.
        """
        for order in self._production.orders:
            before, after = self._part[order.before], self._part[order.after]
            is_new = before != order.before or after != order.after
            if is_new and self._is_left[order.after]:
                yield replace(order, before=before, after=after)
