"""Cover sets: interiors that can be shot in place of exteriors when the weather turns.

For each day with an exterior: interiors of later days, or of the boneyard, that could
stand there instead - reachable from where the unit is, with people who are called that
day. What is proposed has been laid on the board and has passed the rule book there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from daybreak.checking.board import Board, BoardDay, board_of
from daybreak.checking.check import check
from daybreak.checking.violations import Violation, Where
from daybreak.model.calendar import later
from daybreak.model.production import Order, Production, RuleName, Scene, minutes_on
from daybreak.model.schedule import Schedule

SETS_MOST = 2
"""Cover sets that are given for a day at the most, the readiest first."""
MORE_PEOPLE_MOST = 2
"""People who may be called in addition; a set that needs more is none."""
TRIES_MOST = 8  # sets laid on the board for a day, before it is said that none is ready


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSet:
    """Interiors at one location that can stand in on a day.

    Parameters
    ----------
    scenes
        Their ids, in shooting order.
    minutes
        How much work they are.
    call
        The people who are not called that day and would have to be.
    """

    location: str
    scenes: tuple[str, ...]
    minutes: int
    call: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposedDay:
    """A day with an exterior, and what can be shot in its place.

    Parameters
    ----------
    lost
        The exteriors that the weather takes.
    kept
        The interiors that stand there already.
    minutes
        How much work is lost.
    covers
        The readiest first; empty where none is ready, and one is asked for.
    """

    unit: str
    date: date
    lost: tuple[str, ...]
    kept: tuple[str, ...]
    minutes: int
    covers: tuple[CoverSet, ...]


def cover_sets(
    production: Production,
    schedule: Schedule,
    *,
    unit: str | None = None,
    day: date | None = None,
) -> tuple[ExposedDay, ...]:
    """Give each day that the weather can take, with the interiors held ready for it.

    One interior may be ready for several days: it is shot once, and then no more.

    Parameters
    ----------
    unit, day
        Only days of this unit, only this date; all where left out.

    Raises
    ------
    DocumentError
        For every id that the production does not know.

    Notes
    -----
    SPEC 3: a set is given only where the board breaks no rule that it did not break
    before, with the exteriors in the boneyard and the interiors on the day.
    """
    board = board_of(production, schedule)
    broken = _blocking(check(production, schedule))
    finder = _Finder(board=board, schedule=schedule, broken=broken)
    return tuple(
        finder.exposed(one)
        for one in board.days
        if unit in (None, one.unit.id)
        and day in (None, one.date)
        and any(scene.is_exterior for scene in one.scenes)
    )


def with_cover(schedule: Schedule, day: ExposedDay, cover: CoverSet) -> Schedule:
    """Give a schedule in which a cover set is shot in place of the exteriors.

    The exteriors go to the boneyard, to be planned anew; a day that the interiors left
    empty is gone. Its cost is not counted.
    """
    taken = {*day.lost, *cover.scenes}
    days = []
    for one in schedule.days:
        strips = tuple(strip for strip in one.strips if strip not in taken)
        if (one.unit, one.date) == (day.unit, day.date):
            strips = (*strips, *cover.scenes)
        if strips:
            days.append(replace(one, strips=strips))
    left = tuple(one for one in schedule.boneyard if one not in cover.scenes)
    return Schedule(days=tuple(days), boneyard=(*left, *day.lost))


Broken = Counter[tuple[RuleName, Where]]


def _blocking(found: Sequence[Violation]) -> Broken:
    return Counter((one.rule, one.where) for one in found if one.level == "blocks")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finder:
    """Finds what can stand in on the days of a board."""

    board: Board
    schedule: Schedule
    broken: Broken

    @property
    def production(self) -> Production:
        return self.board.facts.production

    def exposed(self, day: BoardDay) -> ExposedDay:
        """Give a day with what can stand in."""
        lost = [one for one in day.scenes if one.is_exterior]
        kept = [one for one in day.scenes if not one.is_exterior]
        plain = ExposedDay(
            unit=day.unit.id,
            date=day.date,
            lost=tuple(one.id for one in lost),
            kept=tuple(one.id for one in kept),
            minutes=sum(minutes_on(one, day.unit) for one in lost),
            covers=(),
        )
        found: list[CoverSet] = []
        for tried, cover in enumerate(self._sets(day, kept)):
            if tried == TRIES_MOST or len(found) == SETS_MOST:
                break
            if self._passes(plain, cover):
                found.append(cover)
        return replace(plain, covers=tuple(found))

    def _passes(self, day: ExposedDay, cover: CoverSet) -> bool:
        """Tell whether the board breaks no more than before with a set on the day."""
        changed = with_cover(self.schedule, day, cover)
        return not _blocking(check(self.production, changed)) - self.broken

    # --- what may be tried ---------------------------------------------------------

    def _sets(self, day: BoardDay, kept: Sequence[Scene]) -> list[CoverSet]:
        """Give the sets to try, those that call fewest and fill most first."""
        called = {person for scene in day.scenes for person in scene.cast}
        found: dict[CoverSet, None] = {}
        fitting = sorted(self._fitting(day), key=lambda one: one.location)
        for location, group in groupby(fitting, key=lambda one: one.location):
            scenes = sorted(group, key=self._when)
            for more in (0, MORE_PEOPLE_MOST):
                cover = self._filled(day, kept, location, scenes, called, more)
                if cover is not None:
                    found[cover] = None
        return sorted(found, key=lambda one: (len(one.call), -one.minutes))

    def _fitting(self, day: BoardDay) -> Iterator[Scene]:
        """Yield the interiors that may be shot on a day, each by itself."""
        facts = self.board.facts
        there = {one.id for one in day.scenes}
        for scene in self.production.scenes:
            place = facts.locations[scene.location]
            if (
                scene.place == "int"
                and scene.days is None
                and scene.pin is None
                and scene.id not in there
                and self._when(scene)[0] > day.date
                and day.unit.id in self.production.units_of(scene)
                and place.base == day.base
                and (not place.windows or any(day.date in one for one in place.windows))
                and (scene.window is None or day.date in scene.window)
            ):
                yield scene

    def _when(self, scene: Scene) -> tuple[date, int]:
        """Give when a scene is to be shot, those of the boneyard last."""
        days = self.board.of_scene.get(scene.id)
        if not days:
            return date.max, 0
        return days[0].date, days[0].scenes.index(scene)

    def _filled(
        self,
        day: BoardDay,
        kept: Sequence[Scene],
        location: str,
        scenes: Sequence[Scene],
        called: set[str],
        more: int,
    ) -> CoverSet | None:
        """Give as many scenes of a location as fit, in the order they were planned."""
        places = [one.location for one in kept]
        moves = sum(one != other for one, other in pairwise([*places, location]))
        room = day.unit.day_minutes - moves * day.unit.move_minutes
        room -= sum(minutes_on(one, day.unit) for one in kept)
        chosen: list[Scene] = []
        call: set[str] = set()
        for scene in scenes:
            needed = call | (set(scene.cast) - called)
            minutes = minutes_on(scene, day.unit)
            before = {one.id for one in (*kept, *chosen)}
            if (
                minutes <= room
                and len(needed) <= more
                and self._in_order(scene, day.date, before)
            ):
                chosen.append(scene)
                call, room = needed, room - minutes
        if not chosen:
            return None
        return CoverSet(
            location=location,
            scenes=tuple(one.id for one in chosen),
            minutes=sum(minutes_on(one, day.unit) for one in chosen),
            call=tuple(one.id for one in self.production.people if one.id in call),
        )

    def _in_order(self, scene: Scene, day: date, before: set[str]) -> bool:
        """Tell whether all that has to come before a scene is shot by then."""
        return all(
            self._is_done(order, day, before)
            for order in self.production.orders
            if order.after == scene.id
        )

    def _is_done(self, order: Order, day: date, before: set[str]) -> bool:
        if order.before in before:
            return order.min_days == 0
        days = self.board.of_scene.get(order.before)
        if not days:
            return False  # it lies in the boneyard, and has to come first
        last = days[-1].date
        return last < day and later(last, order.min_days) <= day
