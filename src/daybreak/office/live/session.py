"""A document that several people edit at once, and its only writer.

Wishes wait in a line. The writer takes all that wait, looks at each against what the
ones before it made, and puts them into the journal in one step: an answer means that
it is on the disk. A wish whose id was seen before has no second effect. A wish whose
base is old is taken where nobody touched the same since, else it is refused with what
they did.

Whoever reads never waits for the disk: what is read is what was written last.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime

from daybreak.model.errors import StoreError, UsageError
from daybreak.model.production import Production
from daybreak.office.documents import production, refuse_unsound
from daybreak.office.live.group import Group, Wish
from daybreak.office.live.ledger import OP, Ledger
from daybreak.office.live.ops import Op
from daybreak.office.live.outcomes import Applied as Applied
from daybreak.office.live.outcomes import BoardNow as BoardNow
from daybreak.office.live.outcomes import Coming, board_now
from daybreak.office.live.outcomes import Stale as Stale
from daybreak.office.live.touching import Keys
from daybreak.office.live.wished import SIMPLE, Standing, entries_of
from daybreak.store.entry import Entry
from daybreak.store.files import Document
from daybreak.store.own_paths import is_fact

WAITING_MOST = 500


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
        self._turn = threading.RLock()  # of those who write, until it is on the disk
        self._look = threading.Lock()  # of those who read what stands; never for long
        self._line: queue.Queue[Wish | None] = queue.Queue(maxsize=WAITING_MOST)
        self._listeners: list[Callable[[Applied], None]] = []
        self._foreseers: list[Callable[[Coming], None]] = []
        self._made: Production | None = None
        self._ledger = Ledger(document.entries())
        self._writer = threading.Thread(target=self._write, name="writer", daemon=True)
        self._writer.start()

    # --- reading ------------------------------------------------------------------

    @property
    def head(self) -> int:
        """The number of the last entry."""
        with self._look:
            return self._ledger.head

    def entries(self, since: int = 0) -> tuple[Entry, ...]:
        """Give the entries behind a number."""
        with self._look:
            return tuple(self._ledger.entries[since:])

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
        made = self._made
        if made is not None:
            return made
        with self._turn:  # so that no fact is written while it is worked out
            if self._made is None:
                self._made = production(self.document)
            return self._made

    def board_names(self) -> tuple[str, ...]:
        """Give the names of the boards, in the order in which they came."""
        with self._look:
            return tuple(self._ledger.boards)

    def board(self, name: str) -> BoardNow:
        """Give a board as it stands.

        Raises
        ------
        UsageError
            When there is none of that name.
        """
        while True:
            made = self.production()
            with self._look:
                if made is self._made:  # else a fact came between
                    board, head = self._ledger.board(name), self._ledger.head
                    return board_now(name, board, head=head, production=made)

    def now(self) -> datetime:
        """Give the time, in UTC and whole seconds, by which entries are dated."""
        return self._clock()

    # --- listening ----------------------------------------------------------------

    def listen(self, hear: Callable[[Applied], None]) -> None:
        """Call somebody with every wish that was taken, in order."""
        self._listeners.append(hear)

    def foresee(self, hear: Callable[[Coming], None]) -> None:
        """Call somebody with the boards that are being written, before they are."""
        self._foreseers.append(hear)

    def _tell(self, told: Applied) -> None:
        for hear in self._listeners:
            hear(told)

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
        wish = Wish(op, by)
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
        with self._turn:
            repeat = self._ledger.done(op, by)
            if repeat is not None:
                return repeat
            found = make(tuple(self._ledger.entries))
            made = [replace(one, batch=f"{OP}{op}", entered_by=by) for one in found]
            if not made:
                raise UsageError("Nothing would change.")
            numbered = self._append(made, keys=keys, files=files)
        told = Applied(op=op, by=by, head=numbered[-1].seq, entries=numbered)
        self._tell(told)
        return told

    def append(self, make: Callable[[Sequence[Entry]], Sequence[Entry]]) -> int:
        """Append entries that a function gives of those there are; give the head.

        For whole wishes of the office: a board saved, a revision frozen, an import.
        """
        with self._turn:
            numbered = self._append(make(tuple(self._ledger.entries)))
        last = numbered[-1]
        told = Applied(op="", by=last.entered_by, head=last.seq, entries=numbered)
        self._tell(told)
        return last.seq

    def _append(
        self,
        made: Sequence[Entry],
        *,
        keys: Keys = frozenset(),
        files: Sequence[bytes] = (),
    ) -> tuple[Entry, ...]:
        refuse_unsound(self.document, made)
        after = self._ledger.head
        numbered = self.document.append(made, files=files, after=after)
        with self._look:
            self._ledger.take_in(numbered, keys=keys)
            self._forget_production(numbered)
        return numbered

    def _forget_production(self, numbered: Sequence[Entry]) -> None:
        if any(is_fact(one.path) for one in numbered):
            self._made = None

    def close(self) -> None:
        """Take what waits, then close the document."""
        self._line.put(None)
        self._writer.join()
        self.document.close()

    # --- the writer ---------------------------------------------------------------

    def _write(self) -> None:
        ends = False
        while not ends:
            waiting = [self._line.get()]
            while not self._line.empty():  # nobody else takes from it
                waiting.append(self._line.get())
            ends = None in waiting
            self._write_group([one for one in waiting if one is not None])

    def _write_group(self, wishes: Sequence[Wish]) -> None:
        """Write wishes; those that only edit boards share one step."""
        with self._turn:
            group = Group(self._ledger.boards)
            for wish in wishes:
                is_simple = isinstance(wish.op.action, SIMPLE)
                if not is_simple:
                    group = self._committed(group)
                try:
                    self._take(wish, group, tries=is_simple)
                except Exception as error:
                    wish.answer.set_exception(error)
                if not is_simple:
                    group = self._committed(group)
            self._committed(group)

    def _take(self, wish: Wish, group: Group, *, tries: bool) -> None:
        """Let a wish join a group, or answer it where it was made before."""
        repeat = self._ledger.done(wish.op.id, wish.by)
        if repeat is not None:
            wish.answer.set_result(repeat)
            return
        base, head = wish.op.base, self._ledger.head
        if base > head:
            raise UsageError(
                f"There is no entry {base} yet.\nMaybe load the page again."
            )
        since = self._ledger.clashing(wish.keys, base) + group.clashing(wish.keys)
        if since:
            raise Stale(since, head)
        group.refuse_twice(wish)
        there = Standing(
            document=self.document,
            entries=self._ledger.entries,
            boards=group.boards,
            production=self.production,
        )
        made = entries_of(wish.op, there, by=wish.by, at=self._clock())
        group.add(wish, made, tries=tries)

    def _committed(self, group: Group) -> Group:
        """Write a group and answer it; give an empty one that follows it."""
        entries, after = group.entries, self._ledger.head
        if not entries:
            return group
        coming = self._foreseen(group, after + len(entries))
        try:
            numbered = self.document.append(entries, after=after)
        except Exception as error:
            group.fail(error)
            _say(coming, is_written=False)
            return Group(self._ledger.boards)
        parts = list(group.parts(numbered))
        with self._look:
            for wish, mine in parts:
                self._ledger.take_in(mine, keys=wish.keys, tried=group.tried or None)
            self._forget_production(numbered)
        for wish, mine in parts:
            told = Applied(op=wish.op.id, by=wish.by, head=mine[-1].seq, entries=mine)
            wish.answer.set_result(told)
            self._tell(told)
        _say(coming, is_written=True)
        return Group(self._ledger.boards)

    def _foreseen(self, group: Group, head: int) -> list[Coming]:
        """Say which boards are being written, to those who want to know early."""
        if not self._foreseers:
            return []
        made = [
            Coming(now=board_now(name, board, head=head, production=self.production()))
            for name, board in group.tried.items()
        ]
        for one in made:
            for hear in self._foreseers:
                hear(one)
        return made


def _say(coming: Sequence[Coming], *, is_written: bool) -> None:
    for one in coming:
        one.is_written.set_result(is_written)
