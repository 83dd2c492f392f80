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

from daybreak.model.errors import DaybreakError
from daybreak.store.entry import Entry
from daybreak.store.journal import StoredJournal, unpacked
from daybreak.store.own_paths import facts, is_fact
from daybreak.store.schema import Connection
from daybreak.store.state import State, state_of

EVERY = 50
"""Entries between two snapshots: `benchmarks/document.py` measures it."""
FORM = 1
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
        return self._state

    def keep_up(self) -> None:
        """Make a snapshot where the last one lies too far behind.

        What hinders it is passed over: the entries are safe, and a snapshot only
        saves time.
        """
        run = self._connection.execute
        with contextlib.suppress(DaybreakError):
            head = self._journal.head().seq
            if head - _last_seq(self._connection) < EVERY:
                return
            packed = pack(self._kept_up())
            run("BEGIN IMMEDIATE")
            try:
                put(self._connection, head, packed)
                run("COMMIT")
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
    """Give a state as few bytes."""
    data = {"form": FORM, **made.to_data()}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8"), 1)


def wrong(connection: Connection, entries: Sequence[Entry]) -> tuple[int, ...]:
    """Give the snapshots that are not what the journal says."""
    sql = "SELECT seq, packed FROM snapshot ORDER BY seq"
    found = []
    for seq, packed in connection.execute(sql).fetchall():
        wanted = state_of(facts(entries[: int(seq)]))
        data = _data(bytes(packed))
        if data.get("form", FORM) != FORM:
            continue
        made = _state(data)
        if made is None or made.claims != wanted.claims:
            found.append(int(seq))
    return tuple(found)


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
        data = _data(bytes(packed))
        made = _state(data) if data.get("form") == FORM else None
        if made is not None:
            return int(seq), made
    return 0, State()


def _data(packed: bytes) -> dict[str, Any]:
    """Give what a snapshot holds; nothing where it cannot be read."""
    content = unpacked(packed)
    try:
        found = json.loads(content or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _state(data: dict[str, Any]) -> State | None:
    try:
        return State.from_data(data)
    except (ValueError, KeyError, TypeError):
        return None
