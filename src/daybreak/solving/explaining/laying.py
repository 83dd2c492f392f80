"""A board in the making: scenes on slots, and what each leaves to the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from daybreak.solving.explaining.between import Between
from daybreak.solving.explaining.puzzle import Puzzle, set_bits

NEAR_DAYS = 9  # a rest of 168 hours and a wrap on the next morning


@dataclass(frozen=True, slots=True)
class Laid:
    """The scenes on one slot.

    Parameters
    ----------
    minutes
        Of the strips alone.
    sunny
        Minutes that need the sun.
    shifts
        The shifts that are left, as bits.
    """

    strips: tuple[int, ...]
    minutes: int
    sunny: int
    shifts: int
    locations: frozenset[str]
    cast: frozenset[str]


@dataclass(frozen=True, slots=True)
class Position:
    """A board in the making.

    Parameters
    ----------
    left
        The slots left to each scene that is not laid, as bits.
    slot_of
        Where scenes were laid.
    days
        What lies on each slot.
    without_day
        Scenes that were left no slot, where that is let pass.
    """

    left: dict[int, int]
    slot_of: dict[int, int]
    days: dict[int, Laid]
    without_day: tuple[int, ...] = ()


class Table:
    """Lays scenes of a puzzle on slots."""

    def __init__(self, puzzle: Puzzle, *, tell_twins_apart: bool = False) -> None:
        self.puzzle = puzzle
        self.between = Between(puzzle, tell_twins_apart)
        production = puzzle.production
        self._limits = (
            {
                person.id: person.day_minutes
                for person in production.people
                if person.day_minutes is not None
            }
            if puzzle.binds("minor")
            else {}
        )
        self._rows = (
            {
                person.id: person.max_consecutive_days
                for person in production.people
                if person.max_consecutive_days is not None
            }
            if puzzle.binds("consecutive")
            else {}
        )
        self._counts = (
            {thing.id: thing.count for thing in production.elements if thing.count > 1}
            if puzzle.binds("element")
            else {}
        )

    def empty(self, scenes: Iterable[int]) -> Position:
        """Give the board on which nothing lies, to lay some scenes."""
        left = {scene: self.puzzle.start[scene] for scene in scenes}
        return Position(left, {}, {})

    def laid(
        self, position: Position, scene: int, slot: int, *, lenient: bool = False
    ) -> Position | None:
        """Give the board with a scene on a slot; None where that cannot be.

        Parameters
        ----------
        lenient
            Whether scenes that are left no slot are put aside instead.
        """
        days = self._days_with(position, scene, slot)
        if days is None:
            return None
        changed = set(days) - set(position.days)
        changed |= {at for at in days if days[at] is not position.days.get(at)}
        if not all(self._rested(days, at) for at in changed):
            return None
        piece = self.puzzle.pieces[scene]
        if not self._counts_hold(days, slot) or not self._rows_hold(days, piece.cast):
            return None
        return self._narrowed(position, scene, slot, days, lenient)

    def _narrowed(
        self,
        position: Position,
        scene: int,
        slot: int,
        days: dict[int, Laid],
        lenient: bool,
    ) -> Position | None:
        """Take from the other scenes the slots that this one takes from them."""
        left: dict[int, int] = {}
        aside = list(position.without_day)
        bit = 1 << slot
        for other, bits in position.left.items():
            if other == scene:
                continue
            bits &= self.between.left(scene, slot, other)
            if bits & bit and self.with_strip(days[slot], slot, other) is None:
                bits ^= bit
            if bits:
                left[other] = bits
            elif lenient:
                aside.append(other)
            else:
                return None
        slot_of = {**position.slot_of, scene: slot}
        return Position(left, slot_of, days, tuple(aside))

    def _days_with(
        self, position: Position, scene: int, slot: int
    ) -> dict[int, Laid] | None:
        days = dict(position.days)
        for at in range(slot, slot + self.puzzle.pieces[scene].length):
            day = self.with_strip(days.get(at), at, scene)
            if day is None:
                return None
            days[at] = day
        return days

    def with_strip(self, day: Laid | None, slot: int, scene: int) -> Laid | None:
        """Give a day with one more strip; None where it does not fit.

        SPEC 3, rules ``capacity``, ``shift``, ``daylight``, ``minor`` and ``once``.
        """
        puzzle = self.puzzle
        piece = puzzle.pieces[scene]
        unit = puzzle.slots[slot][0]
        minutes = piece.minutes[unit]
        if day is None:
            day = Laid((), 0, 0, puzzle.shifts_worked[unit], frozenset(), frozenset())
        elif piece.alone or puzzle.pieces[day.strips[0]].alone:
            return None
        strips = (*day.strips, scene)
        new = Laid(
            strips,
            day.minutes + minutes,
            day.sunny + minutes * piece.sunny,
            day.shifts & piece.shifts,
            day.locations | {piece.scene.location},
            day.cast | piece.cast,
        )
        shifts = puzzle.sunny_shifts(piece.base, slot, new.shifts, new.sunny)
        if not shifts or not self._fits(new, slot):
            return None
        return replace(new, shifts=shifts) if shifts != new.shifts else new

    def _fits(self, day: Laid, slot: int) -> bool:
        puzzle = self.puzzle
        unit = puzzle.unit_at(slot)
        if puzzle.binds("capacity") and not puzzle.pieces[day.strips[0]].alone:
            moving = (len(day.locations) - 1) * unit.move_minutes
            if day.minutes + moving > unit.day_minutes:
                return False
            if len(day.locations) > 1 and unit.move_minutes:
                moving = self.changes(day.strips) * unit.move_minutes
                if day.minutes + moving > unit.day_minutes:
                    return False
        at = puzzle.slots[slot][0]
        for person in self._limits.keys() & day.cast:
            works = sum(
                puzzle.pieces[one].minutes[at]
                for one in day.strips
                if person in puzzle.pieces[one].cast
            )
            if works > self._limits[person]:
                return False
        return True

    def changes(self, strips: tuple[int, ...]) -> int:
        """Give the fewest changes of location that the orders of a day let it."""
        return _changes(self.in_order(strips), self.puzzle)

    def in_order(self, strips: tuple[int, ...]) -> tuple[int, ...]:
        """Give strips in an order that the orders allow, with fewest changes."""
        orders = self.between.orders
        after = {one: [two for two in strips if (two, one) in orders] for one in strips}
        if not any(after.values()):
            home = {one: self.puzzle.pieces[one].scene.location for one in strips}
            return tuple(sorted(strips, key=lambda one: (home[one], one)))
        best: list[tuple[int, ...]] = []
        self._order(strips, after, (), best)
        return best[0]

    def _order(
        self,
        strips: tuple[int, ...],
        after: dict[int, list[int]],
        done: tuple[int, ...],
        best: list[tuple[int, ...]],
    ) -> None:
        """Shoot out each location as far as orders let, then try each next one."""
        home = {one: self.puzzle.pieces[one].scene.location for one in strips}
        if done:
            here = home[done[-1]]
            while ready := [
                one
                for one in strips
                if one not in done
                and home[one] == here
                and all(two in done for two in after[one])
            ]:
                done = (*done, *ready)
        if len(done) == len(strips):
            if not best or _changes(done, self.puzzle) < _changes(best[0], self.puzzle):
                best[:] = [done]
            return
        if best and _changes(done, self.puzzle) + 1 >= _changes(best[0], self.puzzle):
            return
        tried = set()
        for one in strips:
            if one in done or home[one] in tried:
                continue
            if all(two in done for two in after[one]):
                tried.add(home[one])
                self._order(strips, after, (*done, one), best)

    def _rested(self, days: dict[int, Laid], slot: int) -> bool:
        """Tell whether the shifts left on a slot can rest from days near it."""
        puzzle = self.puzzle
        if not puzzle.binds("turnaround"):
            return True
        unit, ordinal = puzzle.slots[slot]
        for at, day in days.items():
            there, when = puzzle.slots[at]
            apart = when - ordinal
            if apart == 0 or abs(apart) > NEAR_DAYS:
                continue
            if there != unit and not self.share_people(days[slot], day):
                continue
            here = days[slot].shifts
            if apart > 0:
                wait = self.between.rest(unit, here, there, day.shifts)
            else:
                wait = self.between.rest(there, day.shifts, unit, here)
            if wait > abs(apart):
                return False
        return True

    def share_people(self, day: Laid, other: Laid) -> bool:
        """Tell whether somebody works on both days, with no two units a date."""
        return self.puzzle.binds("cast") and bool(day.cast & other.cast)

    def _counts_hold(self, days: dict[int, Laid], slot: int) -> bool:
        """SPEC 3, rule ``element``, for things of which there are several."""
        if not self._counts:
            return True
        puzzle = self.puzzle
        when = puzzle.slots[slot][1]
        users: dict[str, set[int]] = {}
        for at, day in days.items():
            if puzzle.slots[at][1] == when:
                for strip in day.strips:
                    for thing in puzzle.pieces[strip].elements:
                        users.setdefault(thing, set()).add(puzzle.slots[at][0])
        return all(
            len(units) <= self._counts.get(thing, len(units))
            for thing, units in users.items()
        )

    def _rows_hold(self, days: dict[int, Laid], cast: frozenset[str]) -> bool:
        """SPEC 3, rule ``consecutive``, for the people of a scene."""
        for person in self._rows.keys() & cast:
            dates = {
                self.puzzle.slots[at][1]
                for at, day in days.items()
                if person in day.cast
            }
            for day in dates:
                if day - 1 in dates:
                    continue
                end = day
                while end in dates:
                    end += 1
                if end - day > self._rows[person]:
                    return False
        return True

    def slots_of(self, bits: int) -> list[int]:
        """Give the slots of some bits."""
        return set_bits(bits)


def _changes(strips: tuple[int, ...], puzzle: Puzzle) -> int:
    homes = [puzzle.pieces[one].scene.location for one in strips]
    return sum(one != two for one, two in pairwise(homes))
