"""What the day of one scene forbids another, whatever else is shot.

Travel, turnaround and orders ask for dates between two works of a unit or a person.
Whatever is shot in between, two days that are too near stay too near: the rest from
the first to a third day is shorter still. So pairs can be judged alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from daybreak.solving.explaining.distances import NO_WAY
from daybreak.solving.explaining.puzzle import (
    MINUTES_A_DAY,
    SHIFT_NAMES,
    Piece,
    Puzzle,
    shift_times,
)


@dataclass(frozen=True, slots=True)
class Apart:
    """How two scenes may lie with two units.

    Parameters
    ----------
    after
        Least dates from the last of the one to the first of the other, where the
        other comes later; `NO_WAY` where it may not.
    before
        Likewise, where the other comes earlier.
    together
        Whether both may stand on one day of a unit.
    """

    after: int
    before: int
    together: bool


@dataclass(eq=False)
class Between:
    """What scenes forbid each other, worked out when it is asked for.

    Parameters
    ----------
    tell_twins_apart
        Whether scenes that are just alike may change places; else they stand in the
        order of the production, and nothing is tried twice.
    """

    puzzle: Puzzle
    tell_twins_apart: bool = False
    _apart: dict[tuple[int, int, int, int], Apart] = field(default_factory=dict)
    _left: dict[tuple[int, int, int], int] = field(default_factory=dict)
    _rests: dict[tuple[int, int, int, int], int] = field(default_factory=dict)
    orders: dict[tuple[int, int], int] = field(default_factory=dict)
    _twins: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up the orders and the scenes that are alike."""
        puzzle = self.puzzle
        place = {piece.scene.id: at for at, piece in enumerate(puzzle.pieces)}
        if puzzle.binds("order"):
            for order in puzzle.production.orders:
                pair = (place[order.before], place[order.after])
                self.orders[pair] = max(order.min_days, self.orders.get(pair, 0))
        if not self.tell_twins_apart:
            ordered = {at for pair in self.orders for at in pair}
            self._twins = _twins(puzzle, ordered)

    def left(self, one: int, slot: int, other: int) -> int:
        """Give the slots that a scene on a slot leaves to another one, as bits."""
        key = (one, slot, other)
        if key not in self._left:
            self._left[key] = self._left_to(one, slot, other)
        return self._left[key]

    def _left_to(self, one: int, slot: int, other: int) -> int:
        puzzle = self.puzzle
        piece, second = puzzle.pieces[one], puzzle.pieces[other]
        unit, first_day = puzzle.slots[slot]
        last_day = puzzle.slots[slot + piece.length - 1][1]
        bits = 0
        for there in second.units:
            apart = self.apart(one, unit, other, there)
            back = second.length - 1
            if apart.after < NO_WAY:
                bits |= puzzle.from_day(there, last_day + apart.after)
            if apart.before < NO_WAY:
                early = puzzle.until_day(there, first_day - apart.before)
                bits |= (early >> back) & puzzle.unit_bits[there]
            if there == unit and apart.together:
                bits |= 1 << slot
        if self._twins.get(one, -1) == self._twins.get(other, -2):
            bits &= _from(slot) if one < other else _until(slot)
        return bits & puzzle.start[other]

    def apart(self, one: int, unit: int, other: int, there: int) -> Apart:
        """Give how a scene with a unit and another with a unit may lie."""
        key = (one, unit, other, there)
        if key not in self._apart:
            self._apart[key] = self._lie(one, unit, other, there)
        return self._apart[key]

    def _lie(self, one: int, unit: int, other: int, there: int) -> Apart:
        puzzle = self.puzzle
        piece, second = puzzle.pieces[one], puzzle.pieces[other]
        meet = bool(piece.cast & second.cast)
        same = unit == there
        after = before = 1 if same or self._clash(piece, second) else 0
        # who may work for two units a date has dates that follow no order
        if same or (meet and puzzle.binds("cast")):
            after = max(after, self._gap(piece, unit, second, there))
            before = max(before, self._gap(second, there, piece, unit))
        if (one, other) in self.orders:
            after, before = max(after, self.orders[one, other]), NO_WAY
        if (other, one) in self.orders:
            before, after = max(before, self.orders[other, one]), NO_WAY
        same_day = max(
            self.orders.get((one, other), 0), self.orders.get((other, one), 0)
        )
        together = same and same_day == 0 and self._share(piece, second, unit)
        return Apart(min(after, NO_WAY), min(before, NO_WAY), together)

    def _clash(self, piece: Piece, second: Piece) -> bool:
        """Tell whether two scenes cannot be shot by two units on one date."""
        puzzle = self.puzzle
        if piece.cast & second.cast and puzzle.binds("cast"):
            return True
        return puzzle.binds("element") and any(
            thing.count == 1
            for thing in puzzle.production.elements
            if thing.id in piece.elements & second.elements
        )

    def _gap(self, piece: Piece, unit: int, second: Piece, there: int) -> int:
        """Give the least dates from a day of one to a later day of the other."""
        puzzle = self.puzzle
        needed = 0
        if puzzle.binds("travel") and piece.base != second.base:
            needed = puzzle.way(piece.base, second.base) + 1
        shifts = piece.shifts & puzzle.shifts_worked[unit]
        later = second.shifts & puzzle.shifts_worked[there]
        return max(needed, self.rest(unit, shifts, there, later))

    def rest(self, unit: int, shifts: int, there: int, later: int) -> int:
        """Give the least dates from one of some shifts to one of some others.

        1 where the next date will do; SPEC 3, rule ``turnaround``.
        """
        key = (unit, shifts, there, later)
        if key not in self._rests:
            self._rests[key] = self._rest(*key)
        return self._rests[key]

    def _rest(self, unit: int, shifts: int, there: int, later: int) -> int:
        if not self.puzzle.binds("turnaround"):
            return 0
        units = self.puzzle.production.units
        hours = max(units[unit].turnaround_hours, units[there].turnaround_hours)
        waits = []
        for at, name in enumerate(SHIFT_NAMES):
            for then, next_name in enumerate(SHIFT_NAMES):
                if shifts >> at & 1 and later >> then & 1:
                    wrap = shift_times(units[unit], name).end
                    call = shift_times(units[there], next_name).call
                    waits.append(-(-(wrap + hours * 60 - call) // MINUTES_A_DAY))
        return min(waits, default=NO_WAY)

    def _share(self, piece: Piece, second: Piece, unit: int) -> bool:
        """Tell whether two scenes may stand on one day of a unit."""
        puzzle = self.puzzle
        if piece.alone or second.alone or piece.base != second.base:
            return False
        if not piece.shifts & second.shifts & puzzle.shifts_worked[unit]:
            return False
        crew = puzzle.production.units[unit]
        minutes = piece.minutes[unit] + second.minutes[unit]
        limits = [
            person.day_minutes
            for person in puzzle.production.people
            if person.id in piece.cast & second.cast and person.day_minutes is not None
        ]
        if puzzle.binds("minor") and any(minutes > limit for limit in limits):
            return False
        moving = crew.move_minutes * (piece.scene.location != second.scene.location)
        return minutes + moving <= crew.day_minutes or not puzzle.binds("capacity")


def _from(slot: int) -> int:
    return -1 << slot


def _until(slot: int) -> int:
    return (1 << (slot + 1)) - 1


def _twins(puzzle: Puzzle, ordered: set[int]) -> dict[int, int]:
    """Give the first of its kind for each scene that others are just like.

    Any two of them could change places, so that they may be asked to stand in the
    order of their slots.
    """
    kinds: dict[object, int] = {}
    found = {}
    for at, piece in enumerate(puzzle.pieces):
        if at in ordered:
            continue
        kind = (
            *(piece.length, piece.alone, piece.minutes, piece.units, piece.base),
            *(piece.scene.location, piece.scene.picture, piece.shifts, piece.sunny),
            *(piece.cast, piece.elements, puzzle.start[at]),
        )
        found[at] = kinds.setdefault(kind, at)
    return found
