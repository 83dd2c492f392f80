"""The cover set: an interior that can be shot at once in place of what was lost."""

from __future__ import annotations

from collections.abc import Sequence

from daybreak.model.production import ShiftName
from daybreak.risking.board import Board
from daybreak.risking.fitting import shift_for

TRIED_MOST = 40


def cover(
    board: Board,
    unit: str,
    on: int,
    *,
    base: str,
    shift: ShiftName,
    called: Sequence[str],
    rains: bool,
) -> list[str]:
    """Shoot strips of later days on a day that lost some; give which.

    A strip can cover where it is shot on the same base, with people who are called
    that day anyway, and every rule lets it. The nearest ones are taken first, those of
    the same location before others.

    Parameters
    ----------
    rains
        Whether only interiors can be shot.
    """
    there = set(called)
    taken = []
    for name in _candidates(board, unit, on, base, there, rains=rains):
        if board.ground.crews[unit].unit.day_minutes <= _minutes(board, unit, on):
            break
        _, was = board.at[name]
        old = board.days[unit][was].shift
        place = board.lift(name)
        found = None
        if _may_go_first(board, name, on):
            found = shift_for(board, unit, on, (name,), wanted=shift)
        if found is None:
            board.put_back(name, unit, was, old, place)
        else:
            board.put(unit, on, (name,), found)
            taken.append(name)
    return taken


def _candidates(
    board: Board, unit: str, on: int, base: str, there: set[str], *, rains: bool
) -> list[str]:
    found = []
    for date in board.after(unit, on):
        for name in board.days[unit][date].strips:
            strip = board.ground.strips[name]
            reachable = strip.base == base and there.issuperset(strip.scene.cast)
            if reachable and strip.scene.pin is None:
                if rains and strip.scene.is_exterior:
                    continue
                found.append(name)
    day = board.days[unit].get(on)
    near = (
        {board.ground.strips[one].scene.location for one in day.strips}
        if day
        else set()
    )
    found.sort(key=lambda one: board.ground.strips[one].scene.location not in near)
    return found[:TRIED_MOST]


def _may_go_first(board: Board, name: str, on: int) -> bool:
    """Tell whether all that has to be shot before it is: an order never waits."""
    return all(
        other not in board.pending
        and (other not in board.at or board.at[other][1] + days <= on)
        for other, days in board.ground.strips[name].before
    )


def _minutes(board: Board, unit: str, on: int) -> int:
    day = board.days[unit].get(on)
    if day is None:
        return 0
    return sum(board.ground.strips[one].minutes[unit] for one in day.strips)
