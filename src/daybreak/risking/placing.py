"""Where lost strips go: the next date that takes them, a pick-up day, or all shift.

First they are *pushed*: to the earliest date on which they can stand. Where some
picture wraps later by that, two other ways are tried, too: the day is shot before the
unit leaves the base, or behind the picture's last day, and what comes then *shifts*.
The best one is taken.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daybreak.model.production import ShiftName
from daybreak.risking.board import Board
from daybreak.risking.fitting import shift_for

Grade = tuple[int, int, int]
"""Strips put where a rule breaks, days of delivery after releases, sum of wraps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Strips that stood on a day together."""

    unit: str
    on: int
    shift: ShiftName
    strips: tuple[str, ...]


def place(board: Board, lost: Block, *, today: int, patience: int) -> None:
    """Give the lost strips of a day new dates after today."""
    before = grade(board)
    pushed = board.copy()
    push(pushed, lost, today=today)
    if grade(pushed) > before:
        for place_of in (_end_of_stay, _end_of_picture):
            shifted = board.copy()
            at = place_of(shifted, lost, today)
            shift_behind(shifted, lost, at, today=today, patience=patience)
            if grade(shifted) < grade(pushed):
                pushed = shifted
    board.become(pushed)


def grade(board: Board) -> Grade:
    """Give how good a board is, less is better; pending strips are left out."""
    late, wraps = 0, 0
    for name, wrap in board.wraps().items():
        picture = board.ground.facts.pictures[name]
        wraps += wrap
        if picture.release is not None:
            over = wrap + picture.post_days - picture.release.toordinal()
            late += max(0, over)
    return board.forced + len(board.lost), late, wraps


# --- push -----------------------------------------------------------------------------


def push(board: Board, block: Block, *, today: int) -> None:
    """Put the strips of a block on the earliest dates that take them.

    All of them where one date does; else one by one; at last on a pick-up day where
    rules about who and what can be had break.
    """
    last = max(board.dates[block.unit], default=today)
    if _push_together(board, block, after=today, until=last):
        return
    left = []
    for strip in block.strips:
        alone = Block(unit=block.unit, on=block.on, shift=block.shift, strips=(strip,))
        if len(block.strips) == 1 or not _push_together(
            board, alone, after=today, until=last
        ):
            left.append(strip)
    if left:
        _pick_up(board, block, left, today=today)


def _pick_up(board: Board, block: Block, left: Sequence[str], *, today: int) -> None:
    """Put strips on days after all others, together where that can be."""
    together = Block(
        unit=block.unit, on=block.on, shift=block.shift, strips=tuple(left)
    )
    if _push_together(board, together, after=today, until=None):
        return
    for strip in left:
        if strip in board.at:
            continue
        alone = Block(unit=block.unit, on=block.on, shift=block.shift, strips=(strip,))
        if not _push_together(board, alone, after=today, until=None):
            _force(board, alone, today=today)


def _push_together(
    board: Board, block: Block, *, after: int, until: int | None
) -> bool:
    for on in _dates(board, block.unit, after, until):
        shift = shift_for(board, block.unit, on, block.strips, wanted=block.shift)
        if shift is not None:
            _settle(board, block.unit, on, block.strips, shift)
            return True
    return False


def _dates(board: Board, unit: str, after: int, until: int | None) -> Iterator[int]:
    eligible = board.ground.crews[unit].eligible
    for place in range(bisect_right(eligible, after), len(eligible)):
        if until is not None and eligible[place] > until:
            return
        yield eligible[place]


def _settle(
    board: Board, unit: str, on: int, strips: Sequence[str], shift: ShiftName
) -> None:
    """Put strips on a date, then push what has to come after them and now does not."""
    board.put(unit, on, strips, shift)
    _push_followers(board, unit, on, strips)


def _push_followers(board: Board, unit: str, on: int, strips: Sequence[str]) -> None:
    """Push what has to come after strips of a day and stands too early."""
    if "order" not in board.ground.asked:
        return
    for strip in strips:
        for other, days in board.ground.strips[strip].after:
            if other in strips or other not in board.at:
                continue
            where, then = board.at[other]
            same_day = then == on and where == unit and not days
            behind = same_day and _stands_behind(board, unit, on, strip, other)
            if then < on + days or (same_day and not behind):
                shift_was = board.days[where][then].shift
                board.lift(other)
                moved = Block(unit=where, on=then, shift=shift_was, strips=(other,))
                push(board, moved, today=on - 1 if not days else on + days - 1)


def _stands_behind(board: Board, unit: str, on: int, one: str, other: str) -> bool:
    strips = board.days[unit][on].strips
    return strips.index(one) < strips.index(other)


def _force(board: Board, block: Block, *, today: int) -> None:
    """Put strips on a pick-up day where only what can be had may break a rule."""
    last = max(board.dates[block.unit], default=today)
    for on in _dates(board, block.unit, max(last, today), None):
        shift = shift_for(
            board, block.unit, on, block.strips, wanted=block.shift, willing=True
        )
        if shift is not None:
            board.forced += len(block.strips)
            _settle(board, block.unit, on, block.strips, shift)
            return
    for strip in block.strips:
        board.pending.discard(strip)
        board.lost.append(strip)


# --- shift ----------------------------------------------------------------------------


def shift_behind(
    board: Board, lost: Block, at: int, *, today: int, patience: int
) -> None:
    """Shoot a lost day before the ``at``-th of the unit's later days; these shift."""
    later = list(board.after(lost.unit, today))
    behind = [_lifted(board, lost.unit, on) for on in later[at:]]
    blocks = [lost, *behind]
    left = lay(board, blocks, after=today, patience=patience, stops=True)
    for block in left:
        push(board, block, today=today)


def _end_of_stay(board: Board, lost: Block, today: int) -> int:
    """Give how many of the unit's later days are on the base of the lost one."""
    base, stays = board.ground.strips[lost.strips[0]].base, 0
    for on in board.after(lost.unit, today):
        if board.base_on(lost.unit, on) != base:
            break
        stays += 1
    return stays


def _end_of_picture(board: Board, lost: Block, today: int) -> int:
    """Give how many of the unit's later days there are until a lost picture wraps."""
    strips = board.ground.strips
    pictures = {strips[one].scene.picture for one in lost.strips}
    found = 0
    for number, on in enumerate(board.after(lost.unit, today), 1):
        day = board.days[lost.unit][on]
        if any(strips[one].scene.picture in pictures for one in day.strips):
            found = number
    return found


def shift_all(board: Board, *, today: int, patience: int) -> None:
    """Lay all days from today on anew in their order, each as early as it may."""
    blocks = [
        _lifted(board, unit, on)
        for on, unit in sorted(
            (on, unit)
            for unit, dates in board.dates.items()
            for on in dates
            if on >= today
        )
    ]
    left = lay(board, blocks, after=today - 1, patience=patience, stops=False)
    for block in left:
        push(board, block, today=today - 1)


def _lifted(board: Board, unit: str, on: int) -> Block:
    day = board.lift_day(unit, on)
    return Block(unit=unit, on=on, shift=day.shift, strips=tuple(day.strips))


def lay(
    board: Board, blocks: Sequence[Block], *, after: int, patience: int, stops: bool
) -> list[Block]:
    """Lay lifted days in their order, none before its date; give those left over.

    Parameters
    ----------
    patience
        How many dates of its unit a day waits at the most.
    stops
        Whether the rest stands as it stood once a day is back on its own date.
    """
    left: list[Block] = []
    free = {block.unit: max([after, *board.dates[block.unit][-1:]]) for block in blocks}
    for number, block in enumerate(blocks):
        on = _lay_one(board, block, after=free[block.unit], patience=patience)
        if on is None:
            left.append(block)
            continue
        free[block.unit] = on
        if stops and number and on == block.on and not left:
            for rest in blocks[number + 1 :]:
                board.put(rest.unit, rest.on, rest.strips, rest.shift)
            for strip in (one for moved in blocks[:number] for one in moved.strips):
                if strip in board.at:
                    _push_followers(board, *board.at[strip], (strip,))
            break
    return left


def _lay_one(board: Board, block: Block, *, after: int, patience: int) -> int | None:
    tried = 0
    for on in _dates(board, block.unit, max(after, block.on - 1), None):
        if board.is_closed("unit", block.unit, on):
            continue
        shift = shift_for(board, block.unit, on, block.strips, wanted=block.shift)
        if shift is not None:
            _settle(board, block.unit, on, block.strips, shift)
            return on
        tried += 1
        if tried > patience:
            break
    return None
