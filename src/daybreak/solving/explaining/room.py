"""Crowds: scenes that have too few days by a count that no board can change.

Scenes whose slots all lie within some dates need more minutes than these dates have,
or more dates than there are because no two of them can share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from daybreak.solving.explaining.laying import Position, Table
from daybreak.solving.explaining.puzzle import SHIFT_NAMES, set_bits

MOST_SPANS = 80
MOST_PAIRS = 24


def crowded(table: Table, position: Position) -> tuple[int, ...]:
    """Give scenes of a board in the making that have too little room; mostly none.

    Notes
    -----
    Counting as in Hall's theorem (1935), over the dates that some scene is left.
    """
    taken = {
        scene: _covered(bits, table.puzzle.pieces[scene].length)
        for scene, bits in position.left.items()
    }
    for span in _spans(taken.values()):
        inside = [scene for scene, bits in taken.items() if not bits & ~span]
        if inside and _is_too_much(table, position, span, inside):
            return tuple(inside)
    return ()


def _covered(bits: int, length: int) -> int:
    """Give the slots that a scene may take, wherever it begins."""
    covered = 0
    for step in range(length):
        covered |= bits << step
    return covered


def _spans(taken: Iterable[int]) -> Iterator[int]:
    """Yield sets of slots worth a count, narrow ones first."""
    single = sorted(set(taken), key=lambda bits: (bits.bit_count(), bits))
    yield from single[:MOST_SPANS]
    pairs = {
        one | two for at, one in enumerate(single[:MOST_PAIRS]) for two in single[:at]
    } - set(single)
    yield from sorted(pairs, key=lambda bits: (bits.bit_count(), bits))[:MOST_SPANS]
    whole = 0
    for bits in single:
        whole |= bits
    if whole not in pairs and whole not in single:
        yield whole


def _is_too_much(
    table: Table, position: Position, span: int, inside: list[int]
) -> bool:
    slots = set_bits(span)
    return (
        _minutes_exceed(table, position, slots, inside)
        or _sun_exceeds(table, slots, inside)
        or _dates_exceed(table, slots, inside)
    )


def _minutes_exceed(
    table: Table, position: Position, slots: list[int], inside: list[int]
) -> bool:
    """Tell whether the scenes have more minutes than their days have left."""
    puzzle = table.puzzle
    if not puzzle.binds("capacity"):
        return False
    room = 0
    for slot in slots:
        day = position.days.get(slot)
        unit = puzzle.unit_at(slot)
        if day is None:
            room += unit.day_minutes
        elif not puzzle.pieces[day.strips[0]].alone:
            room += unit.day_minutes - day.minutes
    needs = 0
    for scene in inside:
        piece = puzzle.pieces[scene]
        needs += min(piece.minutes[unit] for unit in piece.units) * piece.length
    return needs > room


def _sun_exceeds(table: Table, slots: list[int], inside: list[int]) -> bool:
    """Tell whether daytime exteriors have more minutes than the sun on these slots."""
    puzzle = table.puzzle
    sunny = [one for one in inside if puzzle.pieces[one].sunny]
    if not sunny or not puzzle.binds("daylight"):
        return False
    needs = sum(
        min(puzzle.pieces[one].minutes[unit] for unit in puzzle.pieces[one].units)
        for one in sunny
    )
    bases = {puzzle.pieces[one].base for one in sunny}
    room = 0
    for slot in slots:
        worked = puzzle.shifts_worked[puzzle.slots[slot][0]]
        room += max(
            puzzle.sun(base, slot, shift)
            for base in bases
            for shift in range(len(SHIFT_NAMES))
            if worked >> shift & 1
        )
        if room >= needs:
            return False
    return True


def _dates_exceed(table: Table, slots: list[int], inside: list[int]) -> bool:
    """Tell whether scenes that cannot share a slot, or a date, are more than those."""
    puzzle = table.puzzle
    dates = sorted({puzzle.slots[slot][1] for slot in slots})
    if _needed(table, inside, one_date=False) > len(slots):
        return True
    for person in {one for scene in inside for one in puzzle.pieces[scene].cast}:
        theirs = [one for one in inside if person in puzzle.pieces[one].cast]
        if not puzzle.binds("cast"):
            continue
        needs = _needed(table, theirs, one_date=True)
        free = _workable(dates, _row(table, person))
        if needs > free or _minor_exceeds(table, theirs, person, free):
            return True
    return False


def _needed(table: Table, scenes: list[int], *, one_date: bool) -> int:
    """Give how many days some scenes need at the least: a clique, found greedily.

    Parameters
    ----------
    one_date
        Whether any two of the scenes can only meet on a date in one unit.
    """
    puzzle = table.puzzle
    clique: list[int] = []
    for scene in sorted(
        scenes, key=lambda one: (-max(puzzle.pieces[one].minutes), one)
    ):
        if all(_never_together(table, scene, other) for other in clique):
            clique.append(scene)
    days = sum(puzzle.pieces[one].length for one in clique)
    if not one_date:
        return days
    minutes = sum(
        min(puzzle.pieces[one].minutes[unit] for unit in puzzle.pieces[one].units)
        * puzzle.pieces[one].length
        for one in scenes
    )
    longest = max(unit.day_minutes for unit in puzzle.production.units)
    bound = -(-minutes // longest) if puzzle.binds("capacity") else 0
    return max(days, bound)


def _never_together(table: Table, one: int, other: int) -> bool:
    pieces = table.puzzle.pieces
    return not any(
        table.between.apart(one, unit, other, unit).together
        for unit in set(pieces[one].units) & set(pieces[other].units)
    )


def _row(table: Table, person: str) -> int | None:
    if not table.puzzle.binds("consecutive"):
        return None
    people = table.puzzle.production.people
    return next(one.max_consecutive_days for one in people if one.id == person)


def _workable(dates: list[int], row: int | None) -> int:
    """Give the most of some dates that somebody may work, so many in a row."""
    if row is None:
        return len(dates)
    worked = run = 0
    last = None
    for day in dates:
        run = run + 1 if last is not None and day == last + 1 else 1
        last = day
        if run == row + 1:
            run, last = 0, None
        else:
            worked += 1
    return worked


def _minor_exceeds(table: Table, scenes: list[int], person: str, dates: int) -> bool:
    puzzle = table.puzzle
    people = puzzle.production.people
    limit = next(one.day_minutes for one in people if one.id == person)
    if limit is None or not puzzle.binds("minor"):
        return False
    needs = sum(
        min(puzzle.pieces[one].minutes[unit] for unit in puzzle.pieces[one].units)
        * puzzle.pieces[one].length
        for one in scenes
    )
    return needs > limit * dates
