"""Snapshots: all that was claimed up to an entry, so that reading need not begin at 1.

They are derived of the journal and can be thrown away. Only the last few stay: old
days are asked of one state, which holds every claim with its day.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Sequence
from typing import Any

from daybreak.model.errors import DaybreakError, DocumentError
from daybreak.store.entry import Entry
from daybreak.store.journal import StoredJournal, unpacked
from daybreak.store.own_paths import facts, is_fact
from daybreak.store.schema import Connection
from daybreak.store.state import State, state_of

EVERY = 50
"""Entries between two snapshots: `benchmarks/document.py` measures it."""
EVERY_WITHOUT_FACTS = 500
"""The same where no entry since the last one says anything of the production: such as
edits of a board, of which reading a few hundred takes less than writing a snapshot."""
FORM = 2
"""What a snapshot looks like; raise it when `State.to_data` changes, and old ones are
passed over."""
KEPT = 2
"""One may be damaged, or made for an entry later than the one asked for."""


class Memory:
    """The state of an open document, kept up with its journal."""

    def __init__(self, journal: StoredJournal, connection: Connection) -> None:
        self._journal = journal
        self._connection = connection
        self._seq = 0
        self._state: State | None = None
        self._facts = 0  # read since the last snapshot

    def state(self) -> State:
        """Give all that was claimed; it is shared and not to be changed."""
        return self._kept_up()

    def own_state(self) -> State:
        """Give all that was claimed, as a copy that may be changed."""
        return self._kept_up().copy()

    def _kept_up(self) -> State:
        if self._state is None:
            self._seq, self._state = _last(self._connection)
        for one in self._journal.since(self._seq):
            self._seq = one.seq
            if is_fact(one.path):
                self._state.apply(one)
                self._facts += 1
        return self._state

    def keep_up(self) -> None:
        """Make a snapshot where the last one lies too far behind.

        What hinders it is passed over: the entries are safe, and a snapshot only
        saves time.
        """
        run = self._connection.execute
        with contextlib.suppress(DaybreakError):
            head = self._journal.head().seq
            behind = head - _last_seq(self._connection)
            if behind < EVERY:
                return
            state = self._kept_up()
            if not self._facts and behind < EVERY_WITHOUT_FACTS:
                return
            packed = pack(state)
            run("BEGIN IMMEDIATE")
            try:
                put(self._connection, head, packed)
                run("COMMIT")
                self._facts = 0
            except BaseException:
                run("ROLLBACK")
                raise


def put(connection: Connection, seq: int, packed: bytes) -> None:
    """Put a snapshot in its place, and take away the oldest ones."""
    run = connection.execute
    run("INSERT OR REPLACE INTO snapshot VALUES (?, ?)", (seq, packed))
    run(
        "DELETE FROM snapshot WHERE seq NOT IN "
        "(SELECT seq FROM snapshot ORDER BY seq DESC LIMIT ?)",
        (KEPT,),
    )


def pack(made: State) -> bytes:
    """Give a state as few bytes: a line of names, then one for each whole."""
    data = made.to_data()
    head = {"form": FORM, "wholes": list(data)}
    first = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress("\n".join([first, *data.values()]).encode("utf-8"), 1)


def wrong(connection: Connection, entries: Sequence[Entry]) -> tuple[int, ...]:
    """Give the snapshots that are not what the journal says."""
    sql = "SELECT seq, packed FROM snapshot ORDER BY seq"
    found = []
    for seq, packed in connection.execute(sql).fetchall():
        wanted = state_of(facts(entries[: int(seq)]))
        lines = _lines(bytes(packed))
        if _head(lines).get("form", FORM) != FORM:
            continue
        if not _is_state(_state(lines), wanted):
            found.append(int(seq))
    return tuple(found)


def _is_state(made: State | None, wanted: State) -> bool:
    try:
        return made is not None and made.claims == wanted.claims
    except DocumentError:
        return False


def forget(connection: Connection) -> None:
    """Throw all snapshots away."""
    connection.execute("DELETE FROM snapshot")


def _last_seq(connection: Connection) -> int:
    found = connection.execute("SELECT max(seq) FROM snapshot").fetchone()
    return int(found[0] or 0)


def _last(connection: Connection) -> tuple[int, State]:
    """Give the last snapshot that can be read, with its number; else 0 and nothing."""
    sql = "SELECT seq, packed FROM snapshot ORDER BY seq DESC"
    for seq, packed in connection.execute(sql).fetchall():
        made = _state(_lines(bytes(packed)))
        if made is not None:
            return int(seq), made
    return 0, State()


def _lines(packed: bytes) -> list[str]:
    """Give the lines of a snapshot; none where it cannot be read."""
    content = unpacked(packed)
    try:
        return (content or b"").decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return []


def _head(lines: Sequence[str]) -> dict[str, Any]:
    """Give what the first line says; nothing where it says none."""
    try:
        found = json.loads(lines[0]) if lines else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _state(lines: Sequence[str]) -> State | None:
    """Give the state of a snapshot of our form; None where it is none."""
    head = _head(lines)
    wholes = head.get("wholes")
    if head.get("form") != FORM or not isinstance(wholes, list):
        return None
    if len(wholes) != len(lines) - 1 or not all(isinstance(w, str) for w in wholes):
        return None
    return State.from_data(dict(zip(wholes, lines[1:], strict=True)))
