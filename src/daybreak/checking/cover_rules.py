"""Whether a cover set breaks anything on the board that was not broken before.

The rules of a day and a date are asked of that date alone, of a production cut down to
what stands there; those of the one day after the other of whoever has to be called, and
of all who lose a date.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, product

from daybreak.checking.board import Board, BoardDay, Strip, board_of
from daybreak.checking.cover_day import CoverSet, ExposedDay, with_cover
from daybreak.checking.rules import RULES
from daybreak.checking.rules.rest import breaks_between
from daybreak.checking.violations import Where
from daybreak.model.production import Production, RuleName
from daybreak.model.schedule import Schedule

BETWEEN_DAYS = ("prep", "consecutive", "travel", "turnaround")
"""Rules that look at several dates of a unit or a person."""
OF_THE_WHOLE = ("once", "order", "release")
"""Rules that cannot be told from a part of a board."""

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


def _told_by(dates: Sequence[date], touched: set[date]) -> Iterator[date]:
    """Yield the dates of a person that rules between days look at.

    The first one, for preparation; for rest and ways those on both sides of a date that
    is touched; and what is worked in a row with it.
    """
    yield from dates[:1]
    for one in touched:
        place = bisect_left(dates, one)
        after = place + (place < len(dates) and dates[place] == one)
        yield from _in_a_row(dates[place:])
        yield from _in_a_row(dates[:place][::-1])
        yield from dates[after : after + 1]
        yield from _in_a_row(dates[after:])


def _in_a_row(dates: Sequence[date]) -> Iterator[date]:
    """Yield the first date, and each that is a day from the one before."""
    for one, following in pairwise([*dates, None]):
        assert one is not None
        yield one
        if following is None or abs((following - one).days) > 1:
            return


def _around(dates: Sequence[date], gone: set[date]) -> list[date]:
    """Give the dates from the one before the first that has gone to one after."""
    places = [bisect_left(dates, one) for one in gone]
    return [*dates[max(0, min(places) - 1) : max(places) + 2]]


class Judge:
    """Looks at cover sets on a board."""

    def __init__(self, board: Board, schedule: Schedule) -> None:
        self.board, self.schedule = board, schedule
        self.production = board.facts.production
        self.scenes = {one.id: one for one in self.production.scenes}
        self.alone = {  # what a strip is a part of may stand elsewhere
            one.id: one if one.part_of is None else replace(one, part_of=None)
            for one in self.production.scenes
        }
        self.cast = {one.id: set(one.cast) for one in self.production.scenes}

    def passes(self, day: ExposedDay, cover: CoverSet) -> bool:
        """Tell whether a set on the day breaks nothing that was not broken before.

        The rules of a day and a date are asked of that date alone; those of the one
        day after the other of whoever has to be called, and of all who lose a date.
        """
        if self.production.level("base") != "blocks":
            # a day may lie on several bases, and lose the one that it counts as
            whole = self.schedule
            return not self._new_breaks(whole, with_cover(whole, day, cover))
        part = self._part(day, cover)
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
        production = self.production if cover is None else self._cut_down(part, cover)
        found = _broken_on_dates(production, changed)
        before = _broken_on_dates(production, part) if found else found
        if cover is None:
            return bool(found - before)
        return bool(_told(found, cover) - _told(before, cover))

    def _cut_down(self, part: Schedule, cover: CoverSet) -> Production:
        """Give the production with nothing in it but what stands on a part.

        Rules look at every scene, person and element; of a long shoot all but a few
        stand elsewhere.
        """
        strips = {strip for day in part.days for strip in day.strips} | {*cover.scenes}
        scenes = tuple(self.alone[one] for one in strips)
        people = {one for scene in scenes for one in scene.cast}
        elements = {one for scene in scenes for one in scene.elements}
        places = {scene.location for scene in scenes}
        made = self.production
        return replace(
            made,
            scenes=scenes,
            people=tuple(one for one in made.people if one.id in people),
            elements=tuple(one for one in made.elements if one.id in elements),
            locations=tuple(one for one in made.locations if one.id in places),
            orders=(),
        )

    def _part(self, day: ExposedDay, cover: CoverSet) -> Schedule:
        """Give a date, and of dates of those who are called what could matter.

        That is what shares a person, a place or an element with the set; call, wrap and
        base of a day are the same without the rest: it lies on one base.
        """
        touched = {on.date for one in cover.scenes for on in self._days(one)}
        touched.add(day.date)
        dates = {
            on
            for one in cover.call
            for on in _told_by(list(self.board.of_person.get(one, ())), touched)
        }
        people, elements = {*cover.call}, self._elements(cover)
        days = []
        for one in self.schedule.days:
            if one.date == day.date:
                days.append(one)
            elif one.date in dates:
                strips = tuple(
                    strip
                    for strip in one.strips
                    if not people.isdisjoint(self.scenes[strip].cast)
                    or not elements.isdisjoint(self.scenes[strip].elements)
                    or self.scenes[strip].location == cover.location
                )
                days.append(replace(one, strips=strips))
        return Schedule(days=tuple(one for one in days if one.strips))

    def _elements(self, cover: CoverSet) -> set[str]:
        return {each for one in cover.scenes for each in self.scenes[one].elements}

    def _new_neighbors(
        self, day: ExposedDay, cover: CoverSet
    ) -> Iterator[tuple[BoardDay, BoardDay]]:
        """Yield days that follow each other only since a date between has gone.

        For the people and units of all days that lose a strip.
        """
        taken = {*day.lost, *cover.scenes}
        stays = {person for one in cover.scenes for person in self.cast[one]}
        for person in {each for one in taken for each in self.cast[one]}:
            if person not in cover.call:
                here = {day.date} if person in stays else set()
                yield from self._closed_up_of(person, taken, here)
        for unit in {each.unit.id for one in taken for each in self._days(one)}:
            days = self.board.of_unit[unit]
            yield from _closed_up(
                [[one] * self._is_left(one, day, taken) for one in days]
            )

    def _closed_up_of(
        self, person: str, taken: set[str], stays: set[date]
    ) -> Iterator[tuple[BoardDay, BoardDay]]:
        """Yield the days of a person that become neighbors without some strips."""
        worked = self.board.of_person[person]
        touched = {each.date for one in taken for each in self._days(one)} - stays
        gone = {
            on
            for on in touched & worked.keys()
            if all(strip.scene.id in taken for strip in worked[on])
        }
        if not gone:
            return
        around = _around(list(worked), gone)
        yield from _closed_up(
            [
                [] if on in gone else self._left(worked[on], taken, on in stays)
                for on in around
            ]
        )

    def _left(
        self, strips: Sequence[Strip], taken: set[str], stays: bool
    ) -> list[BoardDay]:
        return [one.day for one in strips if stays or one.scene.id not in taken]

    def _is_left(self, one: BoardDay, day: ExposedDay, taken: set[str]) -> bool:
        """Tell whether a day still has strips without those that are taken."""
        is_covered = (one.unit.id, one.date) == (day.unit, day.date)
        return is_covered or any(scene.id not in taken for scene in one.scenes)

    def _days(self, scene: str) -> Sequence[BoardDay]:
        return self.board.of_scene.get(scene, ())
