"""Whether all scenes can be placed: yes with a schedule, no with a proof, or unknown.

A search through all boards, scene by scene, the one with fewest slots left first
(Haralick and Elliott 1980: forward checking, fail first). Where it comes to its end,
there is no schedule; what it finds passes the rule book. It gives up after a number
of steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from daybreak.checking import check, is_valid
from daybreak.model.schedule import Day, Schedule
from daybreak.solving.explaining.laying import NEAR_DAYS, Laid, Position, Table
from daybreak.solving.explaining.puzzle import SHIFT_NAMES, Puzzle
from daybreak.solving.explaining.room import crowded

STEPS = 4000
SHIFT_STEPS = 20_000
CROWD_STEPS = 64  # how many of the first boards are looked at for crowds
Verdict = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether some scenes can be placed.

    Parameters
    ----------
    schedule
        Where ``yes``: valid, the other scenes in its boneyard.
    crowd
        Where ``no`` follows from some scenes alone: these, else empty.
    """

    verdict: Verdict
    schedule: Schedule | None = None
    crowd: tuple[int, ...] = ()


def place_all(
    puzzle: Puzzle,
    *,
    steps: int = STEPS,
    is_over: Callable[[], bool] = lambda: False,
) -> Answer:
    """Tell whether all scenes of a puzzle can be placed.

    Parameters
    ----------
    steps
        Boards to look at before giving up.
    is_over
        Asked at each; true gives up.

    Notes
    -----
    SPEC 3, all rules that block. ``no`` is a proof: every board was looked at, or
    some scenes have too little room by a count that no board can change.
    """
    return _Search(puzzle, steps, is_over).answer()


class _Search:
    def __init__(self, puzzle: Puzzle, steps: int, is_over: Callable[[], bool]) -> None:
        self.puzzle = puzzle
        self.table = Table(puzzle)
        self.steps = steps
        self.is_over = is_over
        self.gave_up = False

    def answer(self) -> Answer:
        puzzle = self.puzzle
        no: Verdict = "no" if puzzle.is_whole else "unknown"
        for at, bits in enumerate(puzzle.start):
            if not bits:
                return Answer(verdict=no, crowd=(at,))
        first = self.table.empty(range(len(puzzle.pieces)))
        crowd = crowded(self.table, first)
        if crowd:
            return Answer(verdict=no, crowd=crowd)
        schedule = self._search(first)
        if schedule is not None:
            return Answer(verdict="yes", schedule=schedule)
        return Answer(verdict="unknown" if self.gave_up else no)

    def _search(self, first: Position) -> Schedule | None:
        stack: list[Iterator[Position]] = [iter((first,))]
        looked = 0
        while stack:
            position = next(stack[-1], None)
            if position is None:
                stack.pop()
                continue
            looked += 1
            if looked > self.steps or self.is_over():
                self.gave_up = True
                return None
            if not position.left:
                schedule = self._finished(position)
                if schedule is not None:
                    return schedule
            elif looked > CROWD_STEPS or not crowded(self.table, position):
                stack.append(self._next(position))
        return None

    def _next(self, position: Position) -> Iterator[Position]:
        scene = min(
            position.left,
            key=lambda one: (position.left[one].bit_count(), -self._weight(one), one),
        )
        for slot in in_best_order(position, scene):
            laid = self.table.laid(position, scene, slot)
            if laid is not None:
                yield laid

    def _weight(self, scene: int) -> int:
        piece = self.puzzle.pieces[scene]
        return max(piece.minutes) * piece.length

    def _finished(self, position: Position) -> Schedule | None:
        shifts = chosen_shifts(self.table, position.days)
        if shifts is None:
            self.gave_up = True
            return None
        schedule = schedule_of(self.table, position, shifts) if shifts else None
        if not position.days:
            schedule = Schedule(days=())
        if schedule is None:
            return None
        return schedule if is_valid(check(self.puzzle.production, schedule)) else None


def in_best_order(
    position: Position, scene: int, wished: int | None = None
) -> Iterable[int]:
    """Give the slots left to a scene: the wished one, days begun, then free ones."""
    bits = position.left[scene]
    slots = []
    while bits:
        low = bits & -bits
        slots.append(low.bit_length() - 1)
        bits ^= low
    days = position.days

    def rank(slot: int) -> tuple[bool, int, int]:
        begun = days.get(slot)
        near = 0 if wished is None else abs(slot - wished)
        return (slot != wished, -begun.minutes if begun else 1, near)

    return sorted(slots, key=rank)


def chosen_shifts(table: Table, days: dict[int, Laid]) -> dict[int, int] | None:
    """Give a shift for each slot so that all rest; empty where there is none.

    None where that takes too long to find out.
    """
    puzzle = table.puzzle
    order = sorted(days, key=lambda slot: puzzle.slots[slot][::-1])
    chosen: dict[int, int] = {}
    options: list[Iterator[int]] = []
    for _ in range(SHIFT_STEPS):
        if len(chosen) == len(order):
            return chosen
        if len(options) == len(chosen):
            options.append(_shifts_left(table, days, order, chosen))
        shift = next(options[-1], None)
        if shift is not None:
            chosen[order[len(chosen)]] = shift
            continue
        options.pop()
        if not options:
            return {}
        chosen.popitem()
    return None


def _shifts_left(
    table: Table, days: dict[int, Laid], order: list[int], chosen: dict[int, int]
) -> Iterator[int]:
    """Give the shifts that the next slot may have after those chosen."""
    puzzle = table.puzzle
    slot = order[len(chosen)]
    unit, ordinal = puzzle.slots[slot]
    near = [
        (at, shift)
        for at, shift in chosen.items()
        if 0 < ordinal - puzzle.slots[at][1] <= NEAR_DAYS
        and (puzzle.slots[at][0] == unit or table.share_people(days[at], days[slot]))
    ]
    good = [
        shift
        for shift in range(len(SHIFT_NAMES))
        if days[slot].shifts >> shift & 1
        and all(
            table.between.rest(puzzle.slots[at][0], 1 << earlier, unit, 1 << shift)
            <= ordinal - puzzle.slots[at][1]
            for at, earlier in near
        )
    ]
    return iter(good)


def schedule_of(table: Table, position: Position, shifts: dict[int, int]) -> Schedule:
    """Give the schedule of a board; what does not lie is in the boneyard."""
    puzzle = table.puzzle
    scenes = puzzle.production.scenes
    days = [
        Day(
            unit=puzzle.unit_at(slot).id,
            date=date.fromordinal(puzzle.slots[slot][1]),
            shift=SHIFT_NAMES[shifts[slot]],
            strips=tuple(scenes[one].id for one in table.in_order(day.strips)),
        )
        for slot, day in position.days.items()
    ]
    days.sort(key=lambda day: (day.date, day.unit))
    boneyard = [one.id for at, one in enumerate(scenes) if at not in position.slot_of]
    return Schedule(days=tuple(days), boneyard=tuple(boneyard))
