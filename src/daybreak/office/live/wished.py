"""The entries that a wish comes to, looked at against what stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.office.documents import refuse_unsound
from daybreak.office.live import arranging, splitting
from daybreak.office.live.ledger import OP, Boards, board_among
from daybreak.office.live.ops import (
    LockDay,
    LockStrips,
    Move,
    MoveDay,
    Op,
    Park,
    Redo,
    SetBanner,
    SetFact,
    SetShift,
    Split,
    Take,
    Undo,
)
from daybreak.office.live.outcomes import arranged_now
from daybreak.store import boards, undoing
from daybreak.store.board_edits import EditedBoard
from daybreak.store.entering import checked
from daybreak.store.entry import Entry
from daybreak.store.files import Document

SIMPLE = Move | Park | SetShift | MoveDay | LockStrips | LockDay | SetBanner
"""Wishes that only edit boards: many of them are written in one step."""
Edits = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a wish is looked at against.

    Parameters
    ----------
    entries
        All that are written, by rising number.
    boards
        The boards, with the edits that wait to be written.
    production
        Gives the production of all that is known.
    """

    document: Document
    entries: Sequence[Entry]
    boards: Boards
    production: Callable[[], Production]


def entries_of(op: Op, there: Standing, *, by: str, at: datetime) -> tuple[Entry, ...]:
    """Give the entries of a wish, without their numbers.

    Raises
    ------
    UsageError, DocumentError
        When it cannot be, or nothing would change.
    """
    maker = _Maker(there, by=by, at=at, batch=f"{OP}{op.id}")
    made = maker.entries(op)
    if not made:
        raise UsageError("Nothing would change.")
    refuse_unsound(there.document, made)
    return made


class _Maker:
    """Makes entries of one person at one time."""

    def __init__(self, there: Standing, *, by: str, at: datetime, batch: str) -> None:
        self.there = there
        self.by, self.at, self.batch = by, at, batch

    def entries(self, op: Op) -> tuple[Entry, ...]:
        match op.action:
            case Undo() | Redo() as action:
                return self.taken_back(action)
            case SetFact() as action:
                return self.fact(action)
            case Split() as action:
                now = arranged_now(self.board(action.board))
                facts, edits = splitting.split(self.there.production(), now, action)
                told = (self.fact(one)[0] for one in facts)
                return (*told, *self.edited(action.board, edits))
            case Take() as action:
                return self.edited(action.board, self.taken(action))
            case action:
                return self.edited(action.board, self.simple(action))

    def board(self, name: str) -> EditedBoard:
        return board_among(self.there.boards, name)

    def taken_back(self, action: Undo | Redo) -> tuple[Entry, ...]:
        verb = undoing.undo if isinstance(action, Undo) else undoing.redo
        made = verb(self.there.entries, by=self.by, at=self.at)
        return tuple(replace(one, batch=self.batch) for one in made)

    def simple(self, action: SIMPLE) -> Edits:
        now = arranged_now(self.board(action.board))
        match action:
            case Move():
                return arranging.moved(self.there.production(), now, action)
            case Park():
                return arranging.parked(now, action)
            case SetShift():
                return arranging.shifted(self.there.production(), now, action)
            case MoveDay():
                return arranging.day_moved(self.there.production(), now, action)
            case LockStrips():
                value = True if action.locked else None
                return {f"locked-strip/{one}": value for one in action.strips}
            case LockDay():
                path = f"locked-day/{action.unit}/{action.date.isoformat()}"
                return {path: True if action.locked else None}
            case SetBanner():
                return {f"banner/{action.key}": action.value}

    def taken(self, action: Take) -> Edits:
        """Give the days in which a proposal differs, of all dates or of some."""
        now = arranged_now(self.board(action.board))
        proposed = EditedBoard(boards.looked_at(action.schedule)).days
        return arranging.taken(now, proposed, action.dates)

    def edited(self, board: str, edits: Edits) -> tuple[Entry, ...]:
        return boards.edits_of(board, edits, by=self.by, at=self.at, batch=self.batch)

    def fact(self, action: SetFact) -> tuple[Entry, ...]:
        entry = Entry(
            path=action.path,
            action="remove" if action.removes else "set",
            value=action.value,
            said_on=action.said_on,
            not_before=action.not_before,
            source=action.source,
            status=action.status,
            note=action.note,
            entered_by=self.by,
            entered_at=self.at,
            batch=self.batch,
        )
        state = self.there.document.state()
        return tuple(replace(one, batch=self.batch) for one in checked(entry, state))
