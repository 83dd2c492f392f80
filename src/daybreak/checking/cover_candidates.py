"""Which interiors may be tried in place of the exteriors of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from daybreak.checking.board import Board, BoardDay
from daybreak.checking.cover_day import CoverSet
from daybreak.model.calendar import later
from daybreak.model.production import Order, Scene, minutes_on

MORE_PEOPLE_MOST = 2
"""People who may be called in addition; a set that needs more is none."""


def _may_cover(scene: Scene) -> bool:
    """Tell whether a scene is an interior that may come forward at all."""
    return scene.place == "int" and scene.days is None and scene.pin is None


class Candidates:
    """Finds sets that may be laid on the days of a board."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.production = board.facts.production
        self.at_base = self._interiors()
        self.orders: dict[str, list[Order]] = {}
        for order in self.production.orders:
            for one in (order.before, order.after):
                self.orders.setdefault(one, []).append(order)

    def _interiors(self) -> dict[str, list[tuple[Scene, date]]]:
        """Give the interiors of each base by location and date, with that date."""
        found: dict[str, list[tuple[Scene, date]]] = {}
        when = {
            one.id: self.when(one) for one in self.production.scenes if _may_cover(one)
        }
        scenes = (one for one in self.production.scenes if one.id in when)
        for one in sorted(scenes, key=lambda one: (one.location, when[one.id])):
            base = self.board.facts.locations[one.location].base
            found.setdefault(base, []).append((one, when[one.id][0]))
        return found

    def sets(self, day: BoardDay, kept: Sequence[Scene]) -> list[CoverSet]:
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
        for scene, on in self.at_base.get(day.base or "", ()):
            place = locations[scene.location]
            if (
                on > day.date
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

    def _days(self, scene: str) -> Sequence[BoardDay]:
        return self.board.of_scene.get(scene, ())
