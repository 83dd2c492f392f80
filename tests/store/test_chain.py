"""Whatever is changed in a journal afterwards is found, and where."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from daybreak.model.errors import DaybreakError
from daybreak.store import chain
from daybreak.store.chain import Link
from daybreak.store.files import damaged_text
from daybreak.store.journal import StoredJournal
from daybreak.store.verifying import verify
from tests.store.making import ABOUT, a_document, memory, note, opened

ROWS, FLIPS, SEED = 40, 1000, 20270104
TRIGGERS = ("journal_update", "journal_delete", "journal_insert")


def unguarded(base: bytes) -> sqlite3.Connection:
    """Give a copy of a document in memory, as somebody with a tool has it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(base)
    connection.text_factory = damaged_text  # as our own connection reads on
    for trigger in TRIGGERS:
        connection.execute(f"DROP TRIGGER {trigger}")
    return connection


def base() -> bytes:
    """Give a document of some entries as bytes."""
    connection, _ = memory([note(number) for number in range(1, ROWS + 1)])
    return connection.serialize()


def first_break(connection: sqlite3.Connection) -> int | None:
    """Give the first entry that is not as it was entered."""
    journal = StoredJournal(connection)
    links = chain.breaks(chain.root_of(ABOUT), journal.links(), journal.head())
    return next((seq for seq, _ in links), None)


def flip(content: bytes, chance: random.Random) -> bytes:
    """Flip one bit of one byte; it may be no UTF-8 any more."""
    flipped = bytearray(content)
    flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def test_flipped_byte_is_found_in_its_very_entry() -> None:
    """RELIABILITY A11: 1,000 of 1,000 flips are named with the exact number."""
    chance, document, found = random.Random(SEED), base(), 0
    for _ in range(FLIPS):
        connection = unguarded(document)
        seq = chance.randrange(1, ROWS + 1)
        column = chance.choice(("line", "hash"))
        read = f"SELECT CAST({column} AS BLOB) FROM journal WHERE seq = ?"
        (content,) = connection.execute(read, (seq,)).fetchone()
        change = f"UPDATE journal SET {column} = CAST(? AS TEXT) WHERE seq = ?"
        connection.execute(change, (flip(content, chance), seq))
        found += first_break(connection) == seq
        connection.close()
    print(f"seed {SEED}: {found} of {FLIPS}")
    assert found == FLIPS


@pytest.mark.parametrize("seq", [1, 17, ROWS])
def test_deleted_entry_is_named(seq: int) -> None:
    connection = unguarded(base())
    connection.execute("DELETE FROM journal WHERE seq = ?", (seq,))
    assert first_break(connection) == seq


@pytest.mark.parametrize(("one", "other"), [(1, 2), (5, ROWS), (20, 21)])
def test_reordered_entries_are_named(one: int, other: int) -> None:
    connection = unguarded(base())
    for before, after in ((one, -1), (other, one), (-1, other)):
        change = "UPDATE journal SET seq = ? WHERE seq = ?"
        connection.execute(change, (after, before))
    assert first_break(connection) == one


def test_entry_put_behind_is_named() -> None:
    connection = unguarded(base())
    sql = "INSERT INTO journal SELECT 41, line, hash FROM journal WHERE seq = 40"
    connection.execute(sql)
    assert first_break(connection) == ROWS + 1


def test_value_that_lies_apart_is_part_of_the_chain() -> None:
    connection = unguarded(base())
    connection.execute("DROP TRIGGER kept_update")
    connection.execute("UPDATE kept SET packed = (SELECT max(packed) FROM kept)")
    assert first_break(connection) in range(10, ROWS + 1, 10)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET line = ''",
        "UPDATE journal SET hash = '' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "INSERT OR REPLACE INTO journal VALUES (3, '', '')",
        "INSERT INTO journal VALUES (99, '', '')",
        "UPDATE OR REPLACE journal SET seq = 4 WHERE seq = 3",
        "UPDATE head SET seq = 1",
        "DELETE FROM head",
        "INSERT OR REPLACE INTO head VALUES (1, 0, '')",
        "UPDATE kept SET packed = x''",
        "DELETE FROM kept",
        "UPDATE about SET value = ''",
    ],
)
def test_journal_is_never_changed_through_our_own_connection(
    tmp_path: Path, sql: str
) -> None:
    """RELIABILITY A11: triggers refuse it, and nothing is different."""
    path = a_document(tmp_path, [note(number) for number in range(1, 21)])
    with opened(path) as document:
        with pytest.raises(DaybreakError):
            document.connection.execute(sql)
        assert verify(document).is_sound


def test_verify_names_every_damaged_entry_in_words(tmp_path: Path) -> None:
    path = a_document(tmp_path, [note(number) for number in range(1, 6)])
    raw = sqlite3.connect(path, isolation_level=None)
    schema = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'journal_update'")
    trigger = schema.fetchone()[0]
    raw.execute("DROP TRIGGER journal_update")
    raw.execute("UPDATE journal SET line = replace(line, 'anna', 'ben') WHERE seq = 4")
    raw.execute(trigger)
    raw.close()
    with opened(path) as document:
        assert [str(one) for one in verify(document).faults] == [
            "entry 4: is not what was entered - open a backup from before"
        ]


@pytest.mark.twin
def test_hashes_that_form_no_chain_are_caught() -> None:
    """RELIABILITY A11, broken: lines hashed alone say nothing of their order."""
    _, journal = memory([note(number) for number in range(1, 11)])
    links = list(journal.links())
    alone = [
        Link(seq=one.seq, line=one.line, hash=chain.next_hash("", one.line))
        for one in links
    ]
    swapped = [
        Link(seq=one.seq, line=other.line, hash=other.hash)
        for one, other in zip(alone, [*alone[1:], alone[0]], strict=True)
    ]
    checks_alone = all(one.hash == chain.next_hash("", one.line) for one in swapped)
    found = chain.breaks(chain.root_of(ABOUT), swapped, journal.head())
    assert checks_alone
    assert next(found)[0] == 1
