"""What an open document holds, in memory: its entries, its boards, who wished what.

What stands here is on the disk. Boards are never changed in place: an edit is tried on
a copy, and the copy takes the place of the board once it is written. So whoever holds a
board may go on reading it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from daybreak.model.errors import UsageError
from daybreak.office.live import touching
from daybreak.office.live.outcomes import Applied
from daybreak.office.live.touching import Keys
from daybreak.store import boards
from daybreak.store.board_edits import EditedBoard, split_name
from daybreak.store.entry import Entry
from daybreak.store.own_paths import BOARD, key_of

OP = "op "
"""What the label of a wish's entries begins with; its id follows."""
Boards = Mapping[str, EditedBoard]


class Ledger:
    """The entries of a document, and what they come to beside the production.

    Parameters
    ----------
    entries
        All that there are, by rising number.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: list[Entry] = []
        self._keys: list[Keys] = []
        self._same: dict[Keys, Keys] = {}  # of those that are equal, one is kept
        self._ops: dict[tuple[str, str], tuple[int, int]] = {}
        for one in entries:
            self._note(one, touching.keys_of_entries([one]))
        self.boards: Boards = _standing(self.entries)

    @property
    def head(self) -> int:
        """The number of the last entry."""
        return len(self.entries)

    def board(self, name: str) -> EditedBoard:
        """Give a board.

        Raises
        ------
        UsageError
            When there is none of that name.
        """
        return board_among(self.boards, name)

    def done(self, op: str, by: str) -> Applied | None:
        """Give what a wish came to when it was sent first; None where it was not."""
        found = self._ops.get((f"{OP}{op}", by))
        if found is None:
            return None
        first, last = found
        return Applied(
            op=op,
            by=by,
            head=last,
            entries=tuple(self.entries[first - 1 : last]),
            is_repeat=True,
        )

    def clashing(self, keys: Keys, base: int) -> list[Entry]:
        """Give the entries behind a number that touch the same."""
        found = touching.clashing(keys, self._keys[base:])
        return [self.entries[base + place] for place in found]

    def take_in(
        self,
        numbered: Sequence[Entry],
        *,
        keys: Keys = frozenset(),
        tried: Boards | None = None,
    ) -> None:
        """Take in entries that are on the disk now.

        Parameters
        ----------
        keys
            What they touch beside their paths.
        tried
            The boards as they stand with them; worked out anew where it is None.
        """
        for one in numbered:
            self._note(one, keys | touching.keys_of_entries([one]))
        if tried is not None:
            self.boards = {**self.boards, **tried}
        elif any(one.path.startswith(f"{BOARD}/") for one in numbered):
            self.boards = _standing(self.entries)

    def _note(self, entry: Entry, keys: Keys) -> None:
        self.entries.append(entry)
        self._keys.append(self._same.setdefault(keys, keys))
        if entry.batch.startswith(OP):
            name = (entry.batch, entry.entered_by)
            first, _ = self._ops.get(name, (entry.seq, 0))
            self._ops[name] = (first, entry.seq)


def try_on(
    boards_now: Boards, tried: dict[str, EditedBoard], made: Iterable[Entry]
) -> None:
    """Let copies of the boards that some edits change take them in.

    Parameters
    ----------
    tried
        The copies that there are; others are made where they are missing.
    """
    for one in made:
        name, rest = split_name(key_of(one.path))
        if name not in tried:
            tried[name] = boards_now[name].copy()
        tried[name].apply(rest, one)


def board_among(boards_now: Boards, name: str) -> EditedBoard:
    """Give a board by its name.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    if name not in boards_now:
        there = ", ".join(boards_now) or "none yet"
        raise UsageError(f'There is no board "{name}".\nMaybe one of: {there}.')
    return boards_now[name]


def _standing(entries: Sequence[Entry]) -> dict[str, EditedBoard]:
    return {name: board for name, (board, _) in boards.standing(entries).items()}
