"""What a wish comes to, or who was faster; and a board as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from daybreak.model.errors import DaybreakError
from daybreak.model.production import Production
from daybreak.office.live.arranging import Arranged
from daybreak.store.board_edits import EditedBoard
from daybreak.store.entry import Entry


class Stale(DaybreakError):
    """Somebody else touched the same since; nothing was changed.

    Parameters
    ----------
    entries
        What was entered since by others, where it touches the same.
    head
        The last entry now.
    """

    def __init__(self, entries: Sequence[Entry], head: int) -> None:
        self.entries = tuple(entries)
        self.head = head
        who = ", ".join(dict.fromkeys(one.entered_by for one in entries))
        super().__init__(
            f"{who} changed the same since; nothing was changed.\n"
            "Maybe look at it as it is now, and do yours again."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What a wish came to.

    Parameters
    ----------
    op
        Its id.
    by
        Who made it.
    head
        The number of its last entry.
    entries
        Its entries; those of the first time where it was sent again.
    is_repeat
        Whether it was seen before.
    """

    op: str
    by: str
    head: int
    entries: tuple[Entry, ...]
    is_repeat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardNow:
    """A board as it stands at one entry.

    Parameters
    ----------
    head
        The number of the last entry of the document.
    edited
        The board itself; it is changed no more.
    """

    name: str
    head: int
    production: Production
    arranged: Arranged
    edited: EditedBoard

    @property
    def banners(self) -> Mapping[str, Any]:
        """Its banners by key."""
        return self.edited.banners

    @property
    def order(self) -> tuple[str, ...]:
        """Every strip that ever was on it; those on no day lie in the boneyard."""
        return self.edited.order

    @property
    def data(self) -> Mapping[str, Any]:
        """The schedule as JSON."""
        return self.edited.data


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A board that is being written, as it will stand then.

    Parameters
    ----------
    is_written
        Tells, once it is known, whether it came to be.
    """

    now: BoardNow
    is_written: Future[bool] = field(default_factory=Future)


def board_now(
    name: str, board: EditedBoard, *, head: int, production: Production
) -> BoardNow:
    """Give a board as it stands at an entry."""
    return BoardNow(
        name=name,
        head=head,
        production=production,
        arranged=arranged_now(board),
        edited=board,
    )


def arranged_now(board: EditedBoard) -> Arranged:
    """Give the days of a board, and what is locked on it."""
    return Arranged(
        days=board.days,
        locked_strips=board.locked_strips,
        locked_days=board.locked_days,
    )
