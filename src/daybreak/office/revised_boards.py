"""Boards after a new draft: everything else stays where it stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from daybreak.checking import Violation
from daybreak.importers.revisions.changes import Revised
from daybreak.model.files import production_hash
from daybreak.model.production import Production
from daybreak.model.schedule import Day, Schedule
from daybreak.office.opening import REASONS, Opened, open_documents, reasons_in

LOCKED = "locked"
"""Key of a board's ``extra``: the strips and days that are to stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAfter:
    """A board with a draft in it, checked and counted anew.

    Parameters
    ----------
    name
        What the board, or its file, is called.
    opened
        The board after the draft, and all that the check found.
    new_violations
        What it breaks that it did not break before.
    left
        Ids of the scenes that left it.
    waiting
        Ids of the scenes that the draft added, which wait in the boneyard.
    days_gone
        Units and dates on which nothing is shot any more.
    cost_before
        What the board cost before the draft.
    """

    name: str
    opened: Opened
    new_violations: tuple[Violation, ...]
    left: tuple[str, ...]
    waiting: tuple[str, ...]
    days_gone: tuple[tuple[str, date], ...]
    cost_before: int


def board_after(
    name: str, board: Schedule, before: Production, revised: Revised
) -> BoardAfter:
    """Give a board with what a draft takes off it and adds to its boneyard.

    Parameters
    ----------
    before
        The production before the draft.

    Raises
    ------
    DocumentError
        When the board names what the production does not know.
    """
    was = open_documents(before, board)
    there = {one.id for one in revised.production.scenes}
    days = tuple(
        replace(day, strips=kept)
        for day in board.days
        if (kept := tuple(one for one in day.strips if one in there))
    )
    stood = {one for day in board.days for one in day.strips} | {*board.boneyard}
    waiting = tuple(one for one in revised.ids("added", "restored") if one not in stood)
    made = replace(
        board,
        days=days,
        boneyard=(*(one for one in board.boneyard if one in there), *waiting),
        extra=_extra(board, there, waiting, revised.color),
        production=production_hash(revised.production),
        made_by=None,
        bound=None,
        status=None,
    )
    opened = open_documents(revised.production, _counted(revised.production, made))
    known = {(one.rule, one.where) for one in was.violations}
    held = {(day.unit, day.date) for day in days}
    return BoardAfter(
        name=name,
        opened=opened,
        new_violations=tuple(
            one for one in opened.violations if (one.rule, one.where) not in known
        ),
        left=tuple(
            one.scene
            for one in revised.scenes
            if one.scene in stood and one.scene not in there
        ),
        waiting=waiting,
        days_gone=tuple(
            (day.unit, day.date)
            for day in board.in_order()
            if (day.unit, day.date) not in held
        ),
        cost_before=was.costs.total,
    )


def _counted(production: Production, board: Schedule) -> Schedule:
    """Give a board with its costs; ``feasible`` where it breaks no rule that blocks."""
    opened = open_documents(production, board)
    return replace(
        board,
        cost=dict(opened.costs.lines),
        penalty=len(board.boneyard),
        status="feasible" if opened.valid else None,
    )


def _extra(
    board: Schedule, there: set[str], waiting: tuple[str, ...], color: str
) -> dict[str, Any]:
    """Give what is kept beside a board, without the scenes that left it."""
    extra = dict(board.extra)
    why = {key: one for key, one in reasons_in(board).items() if key in there}
    why |= {one: f"new in the {color} draft, not planned yet" for one in waiting}
    if why:
        extra[REASONS] = why
    else:
        extra.pop(REASONS, None)
    locked = extra.get(LOCKED)
    if isinstance(locked, Mapping) and "strips" in locked:
        strips = [one for one in locked["strips"] if one in there]
        extra[LOCKED] = {**locked, "strips": strips}
    return extra


def shot_before(board: Schedule, today: date | None) -> dict[str, date]:
    """Give, by scene id, the first date on which it was shot before a day."""
    days: list[Day] = []
    if today is not None:
        days = [day for day in board.in_order() if day.date < today]
    found: dict[str, date] = {}
    for day in days:
        for one in day.strips:
            found.setdefault(one, day.date)
    return found
