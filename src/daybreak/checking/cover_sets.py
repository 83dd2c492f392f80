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
from itertools import groupby, pairwise, product

from daybreak.checking.board import Board, BoardDay, board_of
from daybreak.checking.rules import RULES
from daybreak.checking.rules.rest import breaks_between
from daybreak.checking.violations import Where
from daybreak.model.calendar import later
from daybreak.model.production import Order, Production, RuleName, Scene, minutes_on
from daybreak.model.schedule import Schedule

SETS_MOST = 2
"""Cover sets that are given for a day at the most, the readiest first."""
MORE_PEOPLE_MOST = 2
"""People who may be called in addition; a set that needs more is none."""
BETWEEN_DAYS = ("prep", "consecutive", "travel", "turnaround")
"""Rules that look at several dates of a unit or a person."""
OF_THE_WHOLE = ("once", "order", "release")
"""Rules that cannot be told from a part of a board."""
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
    SPEC 3: with the exteriors in the boneyard and the interiors on the day, the board
    breaks no rule that it did not break before.
    """
    board = board_of(production, schedule)
    finder = _Finder(board=board, schedule=schedule)
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
            is_same = strips == one.strips
            days.append(one if is_same else replace(one, strips=strips))
    left = tuple(one for one in schedule.boneyard if one not in cover.scenes)
    return Schedule(days=tuple(days), boneyard=(*left, *day.lost))


Broken = Counter[tuple[RuleName, Where]]


def _broken_on_dates(production: Production, schedule: Schedule) -> Broken:
    """Give what a part of a board breaks of the rules that can be told from a part.

    Orders are looked at before; every strip stays one that stands once.
    """
    board = board_of(production, schedule)
    return Counter(
        (rule, replace(one.where, date=None))
        for rule, find in RULES.items()
        if rule not in OF_THE_WHOLE and production.level(rule) == "blocks"
        for one in find(board)
    )


def _told(broken: Broken, cover: CoverSet) -> Broken:
    """Leave out what seems to follow each other and does not, on a part of a board."""
    return Counter(
        {
            (rule, where): count
            for (rule, where), count in broken.items()
            if rule not in BETWEEN_DAYS or where.person in cover.call
        }
    )


def _closed_up(
    days: Sequence[Sequence[BoardDay]],
) -> Iterator[tuple[BoardDay, BoardDay]]:
    """Yield the pairs that become neighbors where days between have become empty."""
    before: Sequence[BoardDay] = ()
    is_gap = False
    for here in days:
        if here and before and is_gap:
            yield from product(before, here)
        if here:
            before, is_gap = here, False
        else:
            is_gap = True


def _may_cover(scene: Scene) -> bool:
    """Tell whether a scene is an interior that may come forward at all."""
    return scene.place == "int" and scene.days is None and scene.pin is None


class _Finder:
    """Finds what can stand in on the days of a board."""

    def __init__(self, *, board: Board, schedule: Schedule) -> None:
        self.board = board
        self.schedule = schedule
        self.production = board.facts.production
        self.cast = {one.id: set(one.cast) for one in self.production.scenes}
        self.interiors = sorted(
            (one for one in self.production.scenes if _may_cover(one)),
            key=lambda one: (one.location, self.when(one)),
        )
        self.orders: dict[str, list[Order]] = {}
        for order in self.production.orders:
            for one in (order.before, order.after):
                self.orders.setdefault(one, []).append(order)

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
            if found and cover.call and not found[0].call:
                break  # nobody is called where a set is ready without
            if self._passes(plain, cover):
                found.append(cover)
        return replace(plain, covers=tuple(found))

    def _passes(self, day: ExposedDay, cover: CoverSet) -> bool:
        """Tell whether a set on the day breaks nothing that was not broken before.

        The rules of a day and a date are asked of that date alone; those of the one
        day after the other of whoever has to be called, and of all who lose a date.
        """
        if self.production.level("base") != "blocks":
            # a day may lie on several bases, and lose the one that it counts as
            whole = self.schedule
            return not self._new_breaks(whole, with_cover(whole, day, cover))
        part = self._part(day, cover.call)
        if self._new_breaks(part, with_cover(part, day, cover), cover):
            return False
        return not any(
            breaks_between(self.board.facts, one, other)
            for one, other in self._new_neighbors(day, cover)
        )

    def _new_breaks(
        self, part: Schedule, changed: Schedule, cover: CoverSet | None = None
    ) -> bool:
        """Tell whether a board, or a part of it for a set, breaks more than before."""
        found = _broken_on_dates(self.production, changed)
        before = _broken_on_dates(self.production, part) if found else found
        if cover is None:
            return bool(found - before)
        return bool(_told(found, cover) - _told(before, cover))

    def _part(self, day: ExposedDay, people: Sequence[str]) -> Schedule:
        """Give what is shot on a date, and every day of some people."""
        kept = {on for one in people for on in self.board.of_person.get(one, ())}
        kept.add(day.date)
        days = tuple(one for one in self.schedule.days if one.date in kept)
        return Schedule(days=days)

    def _new_neighbors(
        self, day: ExposedDay, cover: CoverSet
    ) -> Iterator[tuple[BoardDay, BoardDay]]:
        """Yield days that follow each other only since a date between has gone.

        For the people and units of all days that lose a strip.
        """
        taken = {*day.lost, *cover.scenes}
        stays = {person for one in cover.scenes for person in self.cast[one]}
        for person in {each for one in taken for each in self.cast[one]}:
            worked = self.board.of_person[person] if person not in cover.call else {}
            left = {
                date: [strip.day for strip in strips if strip.scene.id not in taken]
                for date, strips in worked.items()
            }
            if person in stays and day.date in left:
                left[day.date] = [strip.day for strip in worked[day.date]]
            yield from _closed_up(list(left.values()))
        for unit in {each.unit.id for one in taken for each in self._days(one)}:
            days = self.board.of_unit[unit]
            yield from _closed_up(
                [[one] * self._is_left(one, day, taken) for one in days]
            )

    def _is_left(self, one: BoardDay, day: ExposedDay, taken: set[str]) -> bool:
        """Tell whether a day still has strips without those that are taken."""
        is_covered = (one.unit.id, one.date) == (day.unit, day.date)
        return is_covered or any(scene.id not in taken for scene in one.scenes)

    def _days(self, scene: str) -> Sequence[BoardDay]:
        return self.board.of_scene.get(scene, ())

    # --- what may be tried ---------------------------------------------------------

    def _sets(self, day: BoardDay, kept: Sequence[Scene]) -> list[CoverSet]:
        """Give the sets to try, those that call fewest and fill most first."""
        called = {person for scene in day.scenes for person in scene.cast}
        found: dict[CoverSet, None] = {}
        fitting = self._fitting(day)
        for location, group in groupby(fitting, key=lambda one: one.location):
            scenes = list(group)
            for more in (0, MORE_PEOPLE_MOST):
                cover = self._filled(day, kept, location, scenes, called, more)
                if cover is not None:
                    found[cover] = None
        return sorted(found, key=lambda one: (len(one.call), -one.minutes))

    def _fitting(self, day: BoardDay) -> Iterator[Scene]:
        """Yield the interiors that may be shot on a day, each by itself."""
        locations = self.board.facts.locations
        for scene in self.interiors:
            place = locations[scene.location]
            if (
                place.base == day.base
                and self.when(scene)[0] > day.date
                and day.unit.id in self.production.units_of(scene)
                and (not place.windows or any(day.date in one for one in place.windows))
                and (scene.window is None or day.date in scene.window)
                and self._is_in_time(scene, day.date)
            ):
                yield scene

    def _is_in_time(self, scene: Scene, day: date) -> bool:
        """Tell whether a picture that may not be late is delivered after a date."""
        picture = self.board.facts.pictures[scene.picture]
        if not picture.release_hard or picture.release is None:
            return True
        return later(day, picture.post_days) <= picture.release

    def when(self, scene: Scene) -> tuple[date, int]:
        """Give when a scene is to be shot, those of the boneyard last."""
        days = self._days(scene.id)
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
        """Tell whether all orders of a scene hold where it follows others on a day.

        What has to come before it is shot by then, and nothing that has to come after
        it - it may lie in the boneyard while that stands.
        """
        return all(
            self._is_done(order, day, before)
            for order in self.orders.get(scene.id, ())
            if order.after == scene.id
        ) and not any(
            self._is_early(order, day, before)
            for order in self.orders.get(scene.id, ())
            if order.before == scene.id
        )

    def _is_done(self, order: Order, day: date, before: set[str]) -> bool:
        if order.before in before:
            return order.min_days == 0
        days = self._days(order.before)
        if not days:
            return False  # it lies in the boneyard, and has to come first
        last = days[-1].date
        return last < day and later(last, order.min_days) <= day

    def _is_early(self, order: Order, day: date, before: set[str]) -> bool:
        days = self._days(order.after)
        is_soon = bool(days) and days[0].date < later(day, max(1, order.min_days))
        return order.after in before or is_soon
