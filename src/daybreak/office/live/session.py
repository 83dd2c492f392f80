"""A document that several people edit at once, and its only writer.

Wishes wait in a line. The writer takes all that wait, looks at each against what the
ones before it made, and puts them into the journal in one step: an answer means that
it is on the disk. A wish whose id was seen before has no second effect. A wish whose
base is old is taken where nobody touched the same since, else it is refused with what
they did.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from daybreak.model.errors import StoreError, UsageError
from daybreak.model.production import Production
from daybreak.office.documents import production, refuse_unsound
from daybreak.office.live import arranging, splitting, touching
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
from daybreak.office.live.outcomes import Applied as Applied
from daybreak.office.live.outcomes import BoardNow as BoardNow
from daybreak.office.live.outcomes import Stale as Stale
from daybreak.office.live.outcomes import arranged_now
from daybreak.office.live.touching import Keys
from daybreak.store import boards, undoing
from daybreak.store.board_edits import EditedBoard, split_name
from daybreak.store.entering import checked
from daybreak.store.entry import Entry
from daybreak.store.files import Document
from daybreak.store.own_paths import BOARD, is_fact, key_of

OP = "op "
"""What the label of a wish's entries begins with; its id follows."""
WAITING_MOST = 500
SIMPLE = Move | Park | SetShift | MoveDay | LockStrips | LockDay | SetBanner


@dataclass(slots=True)
class _Wish:
    op: Op
    by: str
    answer: Future[Applied] = field(default_factory=Future)


class LiveShoot:
    """An open document, edited by several people.

    Parameters
    ----------
    document
        Opened to write; it is closed with this.
    clock
        Gives UTC in whole seconds.
    """

    def __init__(self, document: Document, *, clock: Callable[[], datetime]) -> None:
        self.document = document
        self._clock = clock
        self._turn = threading.RLock()
        self._line: queue.Queue[_Wish | None] = queue.Queue(maxsize=WAITING_MOST)
        self._listeners: list[Callable[[Applied], None]] = []
        self._made: Production | None = None
        self._load()
        self._writer = threading.Thread(target=self._write, name="writer", daemon=True)
        self._writer.start()

    def _load(self) -> None:
        """Read everything anew from the document."""
        entries = self.document.entries()
        self._entries: list[Entry] = list(entries)
        self._boards = {
            name: board for name, (board, _) in boards.standing(entries).items()
        }
        self._made = None
        self._ops: dict[tuple[str, str], tuple[int, int]] = {}
        self._keys: list[Keys] = []
        for one in entries:
            self._note(one, touching.keys_of_entries([one]))

    def _note(self, entry: Entry, keys: Keys) -> None:
        self._keys.append(keys)
        if entry.batch.startswith(OP):
            name = (entry.batch, entry.entered_by)
            first, _ = self._ops.get(name, (entry.seq, 0))
            self._ops[name] = (first, entry.seq)

    # --- reading ------------------------------------------------------------------

    @property
    def head(self) -> int:
        """The number of the last entry."""
        with self._turn:
            return len(self._entries)

    def entries(self, since: int = 0) -> tuple[Entry, ...]:
        """Give the entries behind a number."""
        with self._turn:
            return tuple(self._entries[since:])

    def file(self, digest: str) -> bytes:
        """Give a file that the document keeps, by its SHA-256.

        Raises
        ------
        DocumentError
            When it is not there, or is not what its hash says.
        """
        with self._turn:
            return self.document.journal.file(digest)

    def production(self) -> Production:
        """Give the production of all that is known now.

        Raises
        ------
        DocumentError
            When what stands is no production.
        """
        with self._turn:
            if self._made is None:
                self._made = production(self.document)
            return self._made

    def board_names(self) -> tuple[str, ...]:
        """Give the names of the boards, in the order in which they came."""
        with self._turn:
            return tuple(self._boards)

    def board(self, name: str) -> BoardNow:
        """Give a board as it stands.

        Raises
        ------
        UsageError
            When there is none of that name.
        """
        with self._turn:
            board = self._board(name)
            return BoardNow(
                name=name,
                head=len(self._entries),
                production=self.production(),
                arranged=arranged_now(board),
                banners=dict(board.banners),
                order=board.order,
                data=board.data,
            )

    def _board(self, name: str) -> EditedBoard:
        if name not in self._boards:
            there = ", ".join(self._boards) or "none yet"
            raise UsageError(f'There is no board "{name}".\nMaybe one of: {there}.')
        return self._boards[name]

    def listen(self, hear: Callable[[Applied], None]) -> None:
        """Call somebody with every wish that was taken, in order."""
        self._listeners.append(hear)

    # --- writing ------------------------------------------------------------------

    def apply(self, op: Op, *, by: str) -> Applied:
        """Put a wish into the journal; it is on the disk when this returns.

        Raises
        ------
        Stale
            When somebody touched the same since its base.
        UsageError, DocumentError
            When it cannot be; it says why.
        StoreError
            When the disk took no more; nothing was changed.
        """
        return self.submit(op, by=by).result()

    def submit(self, op: Op, *, by: str) -> Future[Applied]:
        """Put a wish into the line; what comes of it has what `apply` gives or raises.

        Raises
        ------
        StoreError
            When too many are waiting already.
        """
        wish = _Wish(op, by)
        try:
            self._line.put_nowait(wish)
        except queue.Full:
            raise StoreError(
                "Too many edits are waiting.\nMaybe try again in a moment."
            ) from None
        return wish.answer

    def do(
        self,
        op: str,
        make: Callable[[Sequence[Entry]], Sequence[Entry]],
        *,
        by: str,
        keys: Keys = frozenset(),
        files: Sequence[bytes] = (),
    ) -> Applied:
        """Append the entries of one wish of the office, once however often it is sent.

        Parameters
        ----------
        op
            The id of the wish; all its entries are undone in one.
        make
            Gives the entries, of those that there are.
        keys
            What it touches beside the paths of its entries.
        files
            The contents of files that the entries keep.

        Raises
        ------
        UsageError, DocumentError, StoreError
            As ``make`` does, or where a production would be sound no more; nothing
            was changed.
        """
        batch = f"{OP}{op}"
        with self._turn:
            repeat = self._done(op, by)
            if repeat is not None:
                return repeat
            found = make(tuple(self._entries))
            made = [replace(one, batch=batch, entered_by=by) for one in found]
            if not made:
                raise UsageError("Nothing would change.")
            refuse_unsound(self.document, made)
            after = len(self._entries)
            numbered = self.document.append(made, files=files, after=after)
            self._take_in(numbered, keys=keys)
        told = Applied(op=op, by=by, head=numbered[-1].seq, entries=numbered)
        self._tell(told)
        return told

    def now(self) -> datetime:
        """Give the time by the clock of this session."""
        return self._clock()

    def append(self, make: Callable[[Sequence[Entry]], Sequence[Entry]]) -> int:
        """Append entries that a function gives of those there are; give the head.

        For whole wishes of the office: a board saved, a revision frozen, an import.
        """
        with self._turn:
            made = make(tuple(self._entries))
            refuse_unsound(self.document, made)
            numbered = self.document.append(made, after=len(self._entries))
            self._take_in(numbered)
        last = numbered[-1]
        told = Applied(op="", by=last.entered_by, head=last.seq, entries=numbered)
        self._tell(told)
        return last.seq

    def close(self) -> None:
        """Take what waits, then close the document."""
        self._line.put(None)
        self._writer.join()
        self.document.close()

    def _write(self) -> None:
        while True:
            wish = self._line.get()
            if wish is None:
                return
            group, ends = [wish], False
            while True:
                try:
                    more = self._line.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    ends = True
                    break
                group.append(more)
            self._write_group(group)
            if ends:
                return

    def _write_group(self, group: Sequence[_Wish]) -> None:
        """Write wishes; those that only edit boards share one step."""
        pending: list[tuple[_Wish, tuple[Entry, ...], Keys]] = []
        with self._turn:
            for wish in group:
                is_simple = isinstance(wish.op.action, SIMPLE)
                if not is_simple:
                    self._commit(pending)
                    pending = []
                try:
                    repeat = self._repeat(wish)
                    if repeat is not None:
                        wish.answer.set_result(repeat)
                        continue
                    keys = touching.keys_of(wish.op.action)
                    self._refuse_stale(wish, keys, pending)
                    made = self._entries_of(wish, pending)
                    pending.append((wish, made, keys))
                    if is_simple:
                        self._try_on(made)
                except Exception as error:
                    wish.answer.set_exception(error)
                    continue
                if not is_simple:
                    self._commit(pending)
                    pending = []
            self._commit(pending)

    def _repeat(self, wish: _Wish) -> Applied | None:
        return self._done(wish.op.id, wish.by)

    def _done(self, op: str, by: str) -> Applied | None:
        """Give what a wish came to when it was sent first; None where it was not."""
        found = self._ops.get((f"{OP}{op}", by))
        if found is None:
            return None
        first, last = found
        return Applied(
            op=op,
            by=by,
            head=last,
            entries=tuple(self._entries[first - 1 : last]),
            is_repeat=True,
        )

    def _refuse_stale(
        self,
        wish: _Wish,
        keys: Keys,
        pending: Sequence[tuple[_Wish, tuple[Entry, ...], Keys]],
    ) -> None:
        base = wish.op.base
        if base > len(self._entries):
            raise UsageError(
                f"There is no entry {base} yet.\nMaybe load the page again."
            )
        found = touching.clashing(keys, self._keys[base:])
        since = [self._entries[base + place] for place in found]
        since += [
            entries[0]
            for _, entries, others in pending
            if touching.clashing(keys, [others])
        ]
        if since:
            raise Stale(since, len(self._entries))

    def _entries_of(
        self,
        wish: _Wish,
        pending: Sequence[tuple[_Wish, tuple[Entry, ...], Keys]],
    ) -> tuple[Entry, ...]:
        if any(one.op.id == wish.op.id and one.by == wish.by for one, _, _ in pending):
            raise UsageError("This edit is being made already.")
        at, batch = self._clock(), f"{OP}{wish.op.id}"
        action = wish.op.action
        if isinstance(action, Undo | Redo):
            verb = undoing.undo if isinstance(action, Undo) else undoing.redo
            made = verb(self._entries, by=wish.by, at=at)
            made = tuple(replace(one, batch=batch) for one in made)
        elif isinstance(action, SetFact):
            made = self._fact(action, wish.by, at, batch)
        elif isinstance(action, Split):
            facts, edits = splitting.split(
                self.production(), arranged_now(self._board(action.board)), action
            )
            made = (
                *(self._fact(one, wish.by, at, batch)[0] for one in facts),
                *self._edited(action.board, edits, wish.by, at, batch),
            )
        elif isinstance(action, Take):
            edits = self._taken(action)
            made = self._edited(action.board, edits, wish.by, at, batch)
        else:
            edits = self._simple(action)
            made = self._edited(action.board, edits, wish.by, at, batch)
        if not made:
            raise UsageError("Nothing would change.")
        refuse_unsound(self.document, made)
        return tuple(made)

    def _simple(self, action: SIMPLE) -> dict[str, Any]:
        now = arranged_now(self._board(action.board))
        match action:
            case Move():
                return arranging.moved(self.production(), now, action)
            case Park():
                return arranging.parked(now, action)
            case SetShift():
                return arranging.shifted(self.production(), now, action)
            case MoveDay():
                return arranging.day_moved(self.production(), now, action)
            case LockStrips():
                value = True if action.locked else None
                return {f"locked-strip/{one}": value for one in action.strips}
            case LockDay():
                path = f"locked-day/{action.unit}/{action.date.isoformat()}"
                return {path: True if action.locked else None}
            case SetBanner():
                return {f"banner/{action.key}": action.value}

    def _taken(self, action: Take) -> dict[str, Any]:
        """Give the days in which a proposal differs, of all dates or of some."""
        now = arranged_now(self._board(action.board))
        proposed = EditedBoard(boards.looked_at(action.schedule)).days
        return arranging.taken(now, proposed, action.dates)

    def _edited(
        self, board: str, edits: Mapping[str, Any], by: str, at: datetime, batch: str
    ) -> tuple[Entry, ...]:
        return boards.edits_of(board, edits, by=by, at=at, batch=batch)

    def _fact(
        self, action: SetFact, by: str, at: datetime, batch: str
    ) -> tuple[Entry, ...]:
        entry = Entry(
            path=action.path,
            action="remove" if action.removes else "set",
            value=action.value,
            said_on=action.said_on,
            not_before=action.not_before,
            source=action.source,
            status=action.status,
            note=action.note,
            entered_by=by,
            entered_at=at,
            batch=batch,
        )
        return tuple(
            replace(one, batch=batch) for one in checked(entry, self.document.state())
        )

    def _try_on(self, made: Sequence[Entry]) -> None:
        """Let the next wish of the group see an edit that is not written yet."""
        for one in made:
            name, rest = split_name(key_of(one.path))
            self._boards[name].apply(rest, one)

    def _commit(self, pending: Sequence[tuple[_Wish, tuple[Entry, ...], Keys]]) -> None:
        if not pending:
            return
        entries = [one for _, made, _ in pending for one in made]
        try:
            numbered = self.document.append(entries, after=len(self._entries))
        except Exception as error:
            self._load()
            for wish, _, _ in pending:
                wish.answer.set_exception(error)
            return
        at = 0
        for wish, made, keys in pending:
            mine = numbered[at : at + len(made)]
            at += len(made)
            is_simple = isinstance(wish.op.action, SIMPLE)
            self._take_in(mine, keys=keys, is_tried_on=is_simple)
            told = Applied(op=wish.op.id, by=wish.by, head=mine[-1].seq, entries=mine)
            wish.answer.set_result(told)
            self._tell(told)

    def _take_in(
        self,
        numbered: Sequence[Entry],
        *,
        keys: Keys | None = None,
        is_tried_on: bool = False,
    ) -> None:
        for one in numbered:
            self._entries.append(one)
            self._note(one, (keys or frozenset()) | touching.keys_of_entries([one]))
        if any(is_fact(one.path) for one in numbered):
            self._made = None
        if is_tried_on or not any(one.path.startswith(f"{BOARD}/") for one in numbered):
            return
        standing = boards.standing(self._entries)
        self._boards = {name: board for name, (board, _) in standing.items()}

    def _tell(self, told: Applied) -> None:
        for hear in self._listeners:
            hear(told)
