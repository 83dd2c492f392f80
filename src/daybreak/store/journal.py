"""The journal of an open document: entries read, and appended in one step or not."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from daybreak.model.errors import DocumentError, Fault, UsageError
from daybreak.store import chain, rows
from daybreak.store.chain import Link
from daybreak.store.entry import Entry
from daybreak.store.entry_json import entry_as_json
from daybreak.store.schema import Connection

APART = 1000
"""Characters from which a value lies apart from its entry, packed, and only once."""
UNPACKED_MOST = 200 * 2**20
_ROWS = "SELECT seq, line, hash FROM journal WHERE seq > ? ORDER BY seq"


class StoredJournal:
    """The journal of a document: a sequence of entries that only grows.

    Parameters
    ----------
    connection
        A connection in autocommit to a document that was looked at before.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: list[Entry] = []

    def head(self) -> Link:
        """Give the number and hash of the last entry; number 0 where there is none.

        Raises
        ------
        DocumentError
            When nothing says which one is the last: the document was damaged.
        """
        found = self._connection.execute("SELECT seq, hash FROM head").fetchone()
        if not found or not isinstance(found[0], int):
            what = Fault(path="head", what="is missing", todo="open a backup of it")
            raise DocumentError([what])
        return Link(seq=int(found[0]), line="", hash=str(found[1]))

    def entries(self) -> Sequence[Entry]:
        """Give every entry by rising number.

        Raises
        ------
        DocumentError
            When a row is no entry: the document was damaged.
        """
        self._read += self.since(len(self._read))
        return tuple(self._read)

    def since(self, seq: int) -> list[Entry]:
        """Give the entries behind a number, read anew."""
        found = self._connection.execute(_ROWS, (seq,)).fetchall()
        return [self._entry(int(row[0]), str(row[1])) for row in found]

    def links(self) -> Iterator[Link]:
        """Yield every row with its whole line, values that lie apart put back.

        A row whose line cannot be read is given as it lies there.
        """
        for seq, line, told in self._connection.execute(_ROWS, (0,)).fetchall():
            try:
                whole = rows.line_of(self._data(str(line)))
            except (DocumentError, UsageError, ValueError, KeyError, TypeError):
                whole = str(line)
            yield Link(seq=int(seq), line=whole, hash=str(told))

    def append(
        self,
        entries: Iterable[Entry],
        *,
        files: Iterable[bytes] = (),
        after: int | None = None,
    ) -> tuple[Entry, ...]:
        """Append entries in one step, or none of them; give them with their numbers.

        Parameters
        ----------
        entries
            New entries; their numbers are given here.
        files
            Contents of files that entries name by their SHA-256.
        after
            The number of the last entry that the writer knew of.

        Raises
        ------
        UsageError
            When something was entered since, or a value cannot be kept.
        """
        made = tuple(entries)
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        try:
            for content in files:
                self._keep(content)
            numbered = self._appended(made, after)
            run("COMMIT")
        except BaseException:
            _roll_back(self._connection)
            raise
        return numbered

    def _appended(
        self, made: tuple[Entry, ...], after: int | None
    ) -> tuple[Entry, ...]:
        head = self.head()
        if after is not None and after != head.seq:
            raise UsageError(
                f"The document has grown to entry {head.seq} since entry {after}.\n"
                "Maybe look at what is new, then try again."
            )
        run, before, numbered = self._connection.execute, head.hash, []
        for seq, one in enumerate(made, head.seq + 1):
            entry = replace(one, seq=seq)
            data = entry_as_json(entry)
            before = chain.next_hash(before, rows.line_of(data))
            line = rows.line_of(self._with_value_apart(data))
            run("INSERT INTO journal VALUES (?, ?, ?)", (seq, line, before))
            run("UPDATE head SET seq = ?, hash = ?", (seq, before))
            numbered.append(entry)
        return tuple(numbered)

    # --- values and files that lie apart ------------------------------------------

    def file(self, digest: str) -> bytes:
        """Give the content of a file by its SHA-256.

        Raises
        ------
        DocumentError
            When it is not there, or is not what its hash says.
        """
        sql = "SELECT packed FROM kept WHERE sha256 = ?"
        found = self._connection.execute(sql, (digest,)).fetchone()
        content = None if found is None else unpacked(bytes(found[0]))
        if content is None or sha256(content).hexdigest() != digest:
            raise DocumentError([lost(digest)])
        return content

    def digests(self) -> tuple[str, ...]:
        """Give the SHA-256 of everything that lies apart, sorted."""
        sql = "SELECT sha256 FROM kept ORDER BY sha256"
        return tuple(str(row[0]) for row in self._connection.execute(sql).fetchall())

    def _keep(self, content: bytes) -> str:
        digest = sha256(content).hexdigest()
        packed = zlib.compress(content, 6)
        sql = "INSERT INTO kept VALUES (?, ?)"  # a trigger passes over what is there
        self._connection.execute(sql, (digest, packed))
        return digest

    def _with_value_apart(self, data: dict[str, Any]) -> dict[str, Any]:
        if not isinstance(data.get("value"), dict | list | str):
            return data
        text = json.dumps(data["value"], sort_keys=True, ensure_ascii=False)
        if len(text) < APART:
            return data
        rest = {key: value for key, value in data.items() if key != "value"}
        return {**rest, "apart": self._keep(text.encode("utf-8"))}

    def _data(self, line: str) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(line)
        digest = data.pop("apart", None)
        if digest is not None:
            data["value"] = json.loads(self.file(digest))
        return data

    def _entry(self, seq: int, line: str) -> Entry:
        try:
            return rows.entry_from(self._data(line))
        except DocumentError as error:
            what = f"cannot be read ({error.faults[0].what})"
        except (ValueError, KeyError, TypeError, AttributeError):
            what = "cannot be read"
        raise DocumentError([damage(seq, what)])


def damage(seq: int, what: str) -> Fault:
    """Give the fault of a damaged entry."""
    return Fault(path=f"entry {seq}", what=what, todo="open a backup from before")


def lost(digest: str) -> Fault:
    """Give the fault of content that is not what its hash says."""
    return Fault(
        path=f"content {digest[:12]}",
        what="is not what was kept",
        todo="open a backup from before",
    )


def unpacked(packed: bytes, most: int = UNPACKED_MOST) -> bytes | None:
    """Give unpacked content; None where it is damaged, or over ``most`` bytes."""
    machine = zlib.decompressobj()
    try:
        content = machine.decompress(packed, most)
    except zlib.error:
        return None
    return content if machine.eof else None


def _roll_back(connection: Connection) -> None:
    """Undo what is half done; SQLite itself may have done so on a full disk."""
    try:
        connection.execute("ROLLBACK")
    except Exception as error:  # apsw and sqlite3 have different errors
        if "no transaction" not in str(error):
            raise
