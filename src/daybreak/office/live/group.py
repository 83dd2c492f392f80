"""Wishes that are written in one step, each looked at after those before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from daybreak.model.errors import UsageError
from daybreak.office.live import touching
from daybreak.office.live.ledger import Boards, try_on
from daybreak.office.live.ops import Op
from daybreak.office.live.outcomes import Applied
from daybreak.office.live.touching import Keys
from daybreak.store.board_edits import EditedBoard
from daybreak.store.entry import Entry


@dataclass(slots=True)
class Wish:
    """A wish that waits, and the answer that is owed for it."""

    op: Op
    by: str
    answer: Future[Applied] = field(default_factory=Future)

    @property
    def keys(self) -> Keys:
        """What it touches."""
        return touching.keys_of(self.op.action)


class Group:
    """Wishes with their entries, none of which is written yet.

    Parameters
    ----------
    boards
        The boards as they are written.
    """

    def __init__(self, boards: Boards) -> None:
        self._boards = boards
        self._wishes: list[tuple[Wish, tuple[Entry, ...]]] = []
        self.tried: dict[str, EditedBoard] = {}

    @property
    def boards(self) -> Boards:
        """The boards as they stand with the wishes of the group."""
        return {**self._boards, **self.tried}

    @property
    def entries(self) -> list[Entry]:
        """The entries of all wishes."""
        return [one for _, made in self._wishes for one in made]

    def refuse_twice(self, wish: Wish) -> None:
        """Refuse a wish that is in the group already.

        Raises
        ------
        UsageError
            When it is.
        """
        same = (wish.op.id, wish.by)
        if any((one.op.id, one.by) == same for one, _ in self._wishes):
            raise UsageError("This edit is being made already.")

    def clashing(self, keys: Keys) -> list[Entry]:
        """Give the first entry of each wish that touches the same."""
        return [
            made[0] for one, made in self._wishes if touching.clashing(keys, [one.keys])
        ]

    def add(self, wish: Wish, made: tuple[Entry, ...], *, tries: bool) -> None:
        """Take a wish in; ``tries``: the next one is to see what it does to boards."""
        self._wishes.append((wish, made))
        if tries:
            try_on(self._boards, self.tried, made)

    def parts(
        self, numbered: Sequence[Entry]
    ) -> Iterator[tuple[Wish, tuple[Entry, ...]]]:
        """Yield each wish with its entries as they are written."""
        at = 0
        for wish, made in self._wishes:
            yield wish, tuple(numbered[at : at + len(made)])
            at += len(made)

    def fail(self, error: Exception) -> None:
        """Answer every wish that it could not be written."""
        for wish, _ in self._wishes:
            wish.answer.set_exception(error)
