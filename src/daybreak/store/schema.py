"""The tables of a document: one journal that only grows, and what is derived of it.

A document is one SQLite file. ``about``, ``journal``, ``kept`` and ``head`` are the
document; ``snapshot`` and ``finished`` can be thrown away and made anew. Rows of the
journal are never updated or deleted: triggers refuse it.

Form 2 has ``finished``. A document of form 1 opens as it is, and becomes one of form 2
the first time that something finished is kept in it.

Whatever speaks SQL takes any connection with ``execute``: autocommit, parameters as
``?``. So the same statements run where a test simulates a power cut.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from daybreak.model.errors import UsageError

APPLICATION_ID = 0x44617942  # "DayB": what `file` and we know a document by
VERSION = 2
"""The form of the tables; a document of a later one is refused."""

GUARDS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA busy_timeout=5000",
)
"""Before anything of a stranger's file is read."""
PRAGMAS = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=FULL",
    "PRAGMA recursive_triggers=ON",  # else REPLACE would delete past the triggers
)

DOCUMENT = (
    "CREATE TABLE about (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE journal (
    seq INTEGER NOT NULL PRIMARY KEY, line TEXT NOT NULL, hash TEXT NOT NULL) STRICT""",
    "CREATE TABLE kept (sha256 TEXT NOT NULL PRIMARY KEY, packed BLOB NOT NULL) STRICT",
    """CREATE TABLE head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT""",
)
DERIVED = (
    """CREATE TABLE snapshot (
    seq INTEGER NOT NULL PRIMARY KEY, packed BLOB NOT NULL) STRICT""",
)
FINISHED = """CREATE TABLE finished (
    place INTEGER NOT NULL PRIMARY KEY, work TEXT NOT NULL, part TEXT NOT NULL,
    packed BLOB NOT NULL, UNIQUE (work, part)) STRICT"""


def _refusing(table: str, event: str, when: str, said: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table}"
        f"{when} BEGIN SELECT RAISE({said}); END"
    )


_GROWS = "ABORT, 'the journal only grows'"
TRIGGERS = (
    _refusing("journal", "UPDATE", "", _GROWS),
    _refusing("journal", "DELETE", "", _GROWS),
    _refusing(
        "journal",
        "INSERT",
        " WHEN NEW.seq IS NOT (SELECT seq + 1 FROM head)",
        "ABORT, 'entries are numbered one by one'",
    ),
    _refusing("kept", "UPDATE", "", _GROWS),
    _refusing("kept", "DELETE", "", _GROWS),
    _refusing(
        "kept",
        "INSERT",
        " WHEN EXISTS (SELECT 1 FROM kept WHERE sha256 = NEW.sha256)",
        "IGNORE",
    ),
    _refusing("about", "UPDATE", "", "ABORT, 'what a document is stays'"),
    _refusing("about", "DELETE", "", "ABORT, 'what a document is stays'"),
    _refusing(
        "head",
        "UPDATE",
        " WHEN NEW.seq <= OLD.seq",
        _GROWS,
    ),
    _refusing("head", "DELETE", "", _GROWS),
    _refusing(
        "head", "INSERT", " WHEN EXISTS (SELECT 1 FROM head)", "ABORT, 'one head'"
    ),
)
FIRST_FORM = DOCUMENT + DERIVED + TRIGGERS
SCHEMA = (*FIRST_FORM, FINISHED)
FORMS = {1: FIRST_FORM, VERSION: SCHEMA}
"""By form, the statements that made its tables."""


class Connection(Protocol):
    """What the store asks of a connection to SQLite in autocommit."""

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> Any:
        """Run one statement and give a cursor."""
        ...


def guard(connection: Connection) -> None:
    """Set a connection to trust nothing that a file says."""
    for pragma in GUARDS:
        connection.execute(pragma).fetchall()


def prepare(connection: Connection, *, read_only: bool = False) -> None:
    """Set a connection to keep promises: full syncing, triggers that always fire."""
    for pragma in PRAGMAS:
        if read_only and "journal_mode" in pragma:
            continue
        connection.execute(pragma).fetchall()
    if read_only:
        connection.execute("PRAGMA query_only=ON").fetchall()


def create(connection: Connection, about: Mapping[str, str], root: str) -> None:
    """Make the tables of a new document in one step.

    Parameters
    ----------
    about
        What is said of the document once: its id, and when it was begun.
    root
        The hash from which the chain of the journal goes out.
    """
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
    connection.execute(f"PRAGMA user_version={VERSION:d}")
    for statement in SCHEMA:
        connection.execute(statement)
    for key, value in about.items():
        connection.execute("INSERT INTO about VALUES (?, ?)", (key, value))
    connection.execute("INSERT INTO head VALUES (1, 0, ?)", (root,))
    connection.execute("COMMIT")


def refuse_strangers(connection: Connection, name: str) -> None:
    """Refuse a file that is no document of ours, or one of a newer Daybreak.

    Raises
    ------
    UsageError
        In one sentence, with what to do.
    """
    if _number(connection, "application_id") != APPLICATION_ID:
        raise UsageError(
            f"{name}: is no Daybreak document - make one with daybreak new"
        )
    version = _number(connection, "user_version")
    if version > VERSION:
        raise UsageError(
            f"{name}: was written by a newer Daybreak (form {version}, this one knows "
            f"{VERSION}) - install the newer one to open it"
        )
    if _statements(connection) != {_plain(one) for one in FORMS.get(version, ())}:
        raise UsageError(
            f"{name}: its tables are not those of a Daybreak document - "
            "open a backup instead"
        )


def has_finished(connection: Connection) -> bool:
    """Tell whether a document is of a form that can keep what was finished."""
    return _number(connection, "user_version") >= VERSION


def add_finished(connection: Connection) -> None:
    """Make a document one of form 2; for use within a transaction."""
    if not has_finished(connection):
        connection.execute(FINISHED)
        connection.execute(f"PRAGMA user_version={VERSION:d}")


def _number(connection: Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _statements(connection: Connection) -> set[str]:
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {_plain(row[0]) for row in rows.fetchall()}


def _plain(statement: str) -> str:
    return re.sub(r"\s+", " ", statement).strip()
