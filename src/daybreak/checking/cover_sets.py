"""Cover sets: interiors that can be shot in place of exteriors when the weather turns.

For each day with an exterior: interiors of later days, or of the boneyard, that could
stand there instead - reachable from where the unit is, with people who are called that
day. What is proposed has been laid on the board and has passed the rule book there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from daybreak.checking.board import BoardDay, board_of
from daybreak.checking.cover_candidates import Candidates
from daybreak.checking.cover_day import CoverSet, ExposedDay, with_cover
from daybreak.checking.cover_rules import Judge
from daybreak.model.production import Production, minutes_on
from daybreak.model.schedule import Schedule

__all__ = ["CoverSet", "ExposedDay", "cover_sets", "with_cover"]

SETS_MOST = 2
"""Cover sets that are given for a day at the most, the readiest first."""
TRIES_MOST = 8  # sets laid on the board for a day, before it is said that none is ready


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
    candidates, judge = Candidates(board), Judge(board, schedule)
    return tuple(
        _exposed(one, candidates, judge)
        for one in board.days
        if unit in (None, one.unit.id)
        and day in (None, one.date)
        and any(scene.is_exterior for scene in one.scenes)
    )


def _exposed(day: BoardDay, candidates: Candidates, judge: Judge) -> ExposedDay:
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
    for tried, cover in enumerate(candidates.sets(day, kept)):
        if tried == TRIES_MOST or len(found) == SETS_MOST:
            break
        if found and cover.call and not found[0].call:
            break  # nobody is called where a set is ready without
        if judge.passes(plain, cover):
            found.append(cover)
    return replace(plain, covers=tuple(found))
