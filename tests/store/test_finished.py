"""What was finished of long work lies in the document and says nothing of it."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from random import Random
from typing import Any

import pytest

from daybreak.model.errors import StoreError
from daybreak.store import finished, schema
from daybreak.store.exporting import export
from daybreak.store.files import Document, open_document
from daybreak.store.verifying import verify
from tests.store.making import a_document, an_entry, opened
from tests.store.old_documents import facts_of, unpack

PARTS = {"1": b"one", "2": b"two"}
NOISE = Random(1).randbytes(200_000)
"""What cannot be packed any smaller."""


def form_of(path: Path) -> int:
    """Give the form of a document, by another hand."""
    connection = sqlite3.connect(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return int(found)


def all_of(document: Document, work: str = "work") -> dict[str, bytes]:
    """Give every part of a work."""
    return dict(finished.finished(document, work))


def said_by(path: Path) -> tuple[Any, ...]:
    """Give all that a document says: entries, hash, faults, and its export."""
    with opened(path) as document:
        head = document.journal.head()
        return head, document.entries(), verify(document).faults, export(document)


def test_what_is_kept_is_there_after_the_document_was_closed(tmp_path: Path) -> None:
    path = a_document(tmp_path)
    with opened(path) as document:
        finished.keep(document, "work", PARTS)
        finished.keep(document, "other", {"1": b"else"})
        finished.keep(document, "work", {"2": b"anew"})
    with open_document(path, write=False) as document:
        assert all_of(document) == {"1": b"one", "2": b"anew"}
        assert all_of(document, "other") == {"1": b"else"}
        assert all_of(document, "none") == {}


def test_what_is_kept_says_nothing_of_the_production(tmp_path: Path) -> None:
    path = a_document(tmp_path)
    before = said_by(path)
    with opened(path) as document:
        finished.keep(document, "work", PARTS)
    assert said_by(path) == before


@pytest.mark.twin
def test_keeping_that_enters_something_is_caught(tmp_path: Path) -> None:
    path = a_document(tmp_path)
    before = said_by(path)
    with opened(path) as document:
        document.append([an_entry("extra/runs", "1")])
    assert said_by(path) != before


def test_a_document_of_the_first_form_becomes_one_of_the_second_when_it_has_to(
    tmp_path: Path,
) -> None:
    """RELIABILITY A9."""
    path = unpack("1-400-strips.daybreak", tmp_path)
    before = facts_of(path)
    with opened(path) as document:
        assert all_of(document) == {}
        assert finished.forget(document) == 0
    assert form_of(path) == 1
    with opened(path) as document:
        finished.keep(document, "work", PARTS)
    assert form_of(path) == schema.VERSION == 2
    with opened(path) as document:
        assert all_of(document) == PARTS
    assert facts_of(path) == before


def test_a_document_killed_on_its_way_to_the_second_form_is_one_of_the_first(
    tmp_path: Path,
) -> None:
    """RELIABILITY A9: killed in the middle of becoming newer."""
    path = unpack("1-400-strips.daybreak", tmp_path)
    before = facts_of(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA cache_size=1")  # so that pages are written early
    connection.execute("BEGIN IMMEDIATE")
    schema.add_finished(connection)
    for number in range(100):
        row = ("work", f"{number}", NOISE[number:5000])
        connection.execute("INSERT INTO finished VALUES (NULL, ?, ?, ?)", row)
    left = tmp_path / "left"
    left.mkdir()
    killed = Path(shutil.copy(path, left))
    shutil.copy(f"{path}-journal", left)
    connection.execute("ROLLBACK")
    connection.close()
    assert facts_of(killed) == before
    assert form_of(killed) == 1
    with opened(killed) as document:
        assert verify(document).is_sound
        finished.keep(document, "work", PARTS)
        assert all_of(document) == PARTS


def test_one_of_the_second_form_without_its_table_is_refused(tmp_path: Path) -> None:
    path = unpack("1-empty.daybreak", tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=2")
    connection.close()
    with pytest.raises(Exception, match="its tables are not those"):
        opened(path)


def test_what_was_kept_first_goes_where_it_grows_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finished, "MOST_BYTES", 1000)
    noise = {f"{n}": NOISE[300 * n : 300 * n + 300] for n in range(1, 9)}
    with opened(a_document(tmp_path)) as document:
        for part, content in noise.items():
            finished.keep(document, "work", {part: content})
        left = all_of(document)
        sql = "SELECT sum(length(packed)) FROM finished"
        assert document.connection.execute(sql).fetchone()[0] <= 1000
    assert list(left) == list(noise)[-len(left) :]
    assert 1 < len(left) < len(noise)


@pytest.mark.parametrize(
    "packed",
    [b"junk", finished.zlib.compress(bytes(finished.PART_BYTES + 1))],
    ids=["damaged", "a bomb"],
)
def test_a_part_that_cannot_be_read_is_passed_over(
    tmp_path: Path, packed: bytes
) -> None:
    with opened(a_document(tmp_path)) as document:
        finished.keep(document, "work", PARTS)
        sql = "UPDATE finished SET packed = ? WHERE part = '1'"
        document.connection.execute(sql, (packed,))
        assert all_of(document) == {"2": b"two"}


def test_it_is_thrown_away_and_the_room_given_back(tmp_path: Path) -> None:
    path = a_document(tmp_path)
    with opened(path) as document:
        finished.keep(document, "work", {})
    small = path.stat().st_size
    with opened(path) as document:
        finished.keep(document, "work", {f"{n}": NOISE[n:] for n in range(20)})
    assert path.stat().st_size > small
    with opened(path) as document:
        assert finished.forget(document) == 20
        assert verify(document).is_sound
    assert path.stat().st_size == small


def test_a_full_disk_keeps_nothing_of_it_and_the_document_sound(
    tmp_path: Path,
) -> None:
    """RELIABILITY A3, of what is finished."""
    with opened(a_document(tmp_path)) as document:
        pages = document.connection.execute("PRAGMA page_count").fetchone()[0]
        document.connection.execute(f"PRAGMA max_page_count={pages + 1}")
        with pytest.raises(StoreError, match="disk full, nothing was changed"):
            finished.keep(document, "work", PARTS | {"3": NOISE})
        document.connection.execute("PRAGMA max_page_count=100000")
        assert all_of(document) == {}
        document.append([an_entry("extra/more", "1")])
        assert verify(document).is_sound
