"""Documents and entries for tests, small and quick to make."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from daybreak.model.production import Production
from daybreak.store import chain, schema
from daybreak.store.entry import Entry
from daybreak.store.files import Document, new_document, open_document
from daybreak.store.journal import StoredJournal
from daybreak.store.rows import line_of
from daybreak.store.spreading import founding
from daybreak.store.undoing import counting
from tests.reports.made_up import harbor

START = datetime(2027, 1, 4, 9, tzinfo=UTC)
ABOUT = {
    "format": "daybreak/document",
    "version": "1",
    "id": "0123456789abcdef",
    "begun": "2027-01-04T09:00:00Z",
}
LONG = "a long note about what happens here. " * 40
"""Long enough to lie apart from its entry."""


def an_entry(path: str = "title", value: Any = "Harbor", **more: Any) -> Entry:
    """Give an entry of Anna's."""
    given = {"entered_by": "anna", "entered_at": START, **more}
    return Entry(path=path, value=value, **given)


def note(number: int, by: str = "anna") -> Entry:
    """Give an entry that any document takes; every tenth has a value apart."""
    value = f"{number} {LONG}" if number % 10 == 0 else f"{number}"
    moment = START + timedelta(seconds=number)
    return an_entry("extra/note", value, entered_by=by, entered_at=moment)


def memory(entries: Iterable[Entry] = ()) -> tuple[sqlite3.Connection, StoredJournal]:
    """Give a document that lies in memory, with its journal."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.prepare(connection)
    schema.create(connection, ABOUT, chain.root_of(ABOUT))
    journal = StoredJournal(connection)
    journal.append(entries)
    return connection, journal


def founded(production: Production | None = None) -> tuple[Entry, ...]:
    """Give the entries with which a document of a production begins."""
    made = production or harbor()[0]
    return founding(made, entered_by="anna", entered_at=START)


def a_document(folder: Path, entries: Sequence[Entry] | None = None) -> Path:
    """Make a document, of the harbor where no entries are given; give its path."""
    path = folder / "shoot.daybreak"
    made = founded() if entries is None else entries
    new_document(path, ABOUT, lambda journal: journal.append(made))
    return path


def opened(path: Path, **how: Any) -> Document:
    """Open a document, without waiting."""
    return open_document(path, wait=0.0, **how)


def content_hash(entries: Sequence[Entry]) -> str:
    """Give one hash of all that counts in a journal: what, by whom said, in order."""
    lines = [
        line_of({"path": one.path, "action": one.action, "value": one.value})
        for one in counting(entries)
    ]
    return sha256("\n".join(lines).encode()).hexdigest()
