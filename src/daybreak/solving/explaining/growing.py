"""Find scenes that conflict, among all of a production.

Begin with the scenes asked about. Place them, then place all others around them; a
scene that finds no day joins them, and so on, until they cannot be placed together
- which is a proof - or everything lies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daybreak.checking import check, is_valid
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.deadline import Deadline
from daybreak.solving.explaining.laying import Position, Table
from daybreak.solving.explaining.parts_of import only
from daybreak.solving.explaining.placing import (
    STEPS,
    chosen_shifts,
    in_best_order,
    place_all,
    schedule_of,
)
from daybreak.solving.explaining.puzzle import Puzzle, puzzle_of
from daybreak.solving.explaining.room import crowded

MOST_ROUNDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """What came of it.

    Parameters
    ----------
    scenes
        Ids of scenes that conflict, where that was proven.
    schedule
        Where everything lies: that board.
    """

    scenes: tuple[str, ...] = ()
    schedule: Schedule | None = None


def grown(
    production: Production,
    scenes: Sequence[str],
    deadline: Deadline,
    *,
    board: Schedule | None = None,
    rounds: int = MOST_ROUNDS,
    steps: int = STEPS,
) -> Grown:
    """Give scenes that conflict, beginning with some.

    Parameters
    ----------
    board
        Where the other scenes would best stay.
    rounds
        How many scenes may join.
    steps
        Boards to look at each time.
    """
    puzzle = puzzle_of(production)
    names = [scene.id for scene in production.scenes]
    wished = wished_slots(puzzle, board)
    table = Table(puzzle, tell_twins_apart=board is not None)
    chosen = list(scenes)
    for _ in range(rounds):
        if deadline.is_over():
            break
        part = puzzle_of(only(production, set(chosen)))
        answer = place_all(part, steps=steps, is_over=deadline.is_over)
        if answer.verdict == "no":
            crowd = [part.pieces[at].scene.id for at in answer.crowd]
            return Grown(scenes=tuple(crowd or chosen))
        if answer.verdict == "unknown" or answer.schedule is None:
            break
        first = {**wished, **wished_slots(puzzle, answer.schedule)}
        position = laid_around(
            table, [names.index(one) for one in chosen], first, deadline
        )
        if position is None:
            break
        if not position.without_day:
            schedule = finished(table, position)
            return Grown(schedule=schedule)
        chosen.append(names[position.without_day[0]])
    return Grown()


def filled(production: Production, board: Schedule, deadline: Deadline) -> Schedule:
    """Give a board on which as many scenes stand, or more where they fit around."""
    if not board.boneyard:
        return board
    table = Table(puzzle_of(production), tell_twins_apart=True)
    position = laid_around(table, [], wished_slots(table.puzzle, board), deadline)
    found = finished(table, position) if position is not None else None
    if found is None or len(found.boneyard) >= len(board.boneyard):
        return board
    return found


def crowd_of(production: Production) -> tuple[str, ...]:
    """Give scenes of a production that conflict by a count; mostly none."""
    table = Table(puzzle_of(production))
    if not table.puzzle.is_whole:
        return ()
    names = [scene.id for scene in production.scenes]
    for at, bits in enumerate(table.puzzle.start):
        if not bits:
            return (names[at],)
    crowd = crowded(table, table.empty(range(len(names))))
    return tuple(names[at] for at in crowd)


def wished_slots(puzzle: Puzzle, board: Schedule | None) -> dict[int, int]:
    """Give the slot on which each scene begins on a board."""
    if board is None:
        return {}
    place = {scene.id: at for at, scene in enumerate(puzzle.production.scenes)}
    units = {unit.id: at for at, unit in enumerate(puzzle.production.units)}
    slot_at = {slot: at for at, slot in enumerate(puzzle.slots)}
    found: dict[int, int] = {}
    for day in board.in_order():
        slot = slot_at.get((units[day.unit], day.date.toordinal()))
        for strip in day.strips:
            if strip in place and slot is not None:
                found.setdefault(place[strip], slot)
    return found


def laid_around(
    table: Table,
    first: Sequence[int],
    wished: dict[int, int],
    deadline: Deadline,
) -> Position | None:
    """Lay some scenes on their wished slots, then all others around them.

    A scene that is left no slot is put aside; each goes to its wished slot where it
    may, else to a day begun, else to a date near the wished one. None where the time
    is over before.
    """
    position = table.empty(range(len(table.puzzle.pieces)))
    aside = tuple(one for one, bits in position.left.items() if not bits)
    left = {one: bits for one, bits in position.left.items() if bits}
    position = Position(left, {}, {}, aside)
    for scene in first:
        if scene in position.left:
            position = _laid_somewhere(table, position, scene, wished)
    settled = [one for one in wished if one in position.left]
    for scene in sorted(settled, key=lambda one: wished[one]):
        if deadline.is_over():
            return None
        if scene in position.left and position.left[scene] >> wished[scene] & 1:
            there = table.laid(position, scene, wished[scene], lenient=True)
            position = there or position
    while position.left:
        if deadline.is_over():
            return None
        scene = min(
            position.left, key=lambda one: (position.left[one].bit_count(), one)
        )
        position = _laid_somewhere(table, position, scene, wished)
    return position


def _laid_somewhere(
    table: Table, position: Position, scene: int, wished: dict[int, int]
) -> Position:
    for slot in in_best_order(position, scene, wished.get(scene)):
        there = table.laid(position, scene, slot, lenient=True)
        if there is not None:
            return there
    left = {one: bits for one, bits in position.left.items() if one != scene}
    aside = (*position.without_day, scene)
    return Position(left, position.slot_of, position.days, aside)


def finished(table: Table, position: Position) -> Schedule | None:
    """Give the schedule of a board where the rule book passes it."""
    shifts = chosen_shifts(table, position.days)
    if shifts is None or (position.days and not shifts):
        return None
    schedule = schedule_of(table, position, shifts)
    return schedule if is_valid(check(table.puzzle.production, schedule)) else None
