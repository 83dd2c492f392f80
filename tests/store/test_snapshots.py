"""Snapshots save time and say nothing of their own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from daybreak.model.errors import DocumentError
from daybreak.store import snapshots
from daybreak.store.files import Document
from daybreak.store.known import Known
from daybreak.store.own_paths import facts
from daybreak.store.snapshots import Memory
from daybreak.store.state import State, state_of
from daybreak.store.verifying import verify
from tests.store.making import START, a_document, an_entry, opened

MANY = snapshots.EVERY + 7


def grown(folder: Path) -> Document:
    """Give an open document with a snapshot, and entries behind it."""
    document = opened(a_document(folder))
    document.append(
        an_entry(f"extra/n{i % 9}", f"{i}", said_on="2026-01-01") for i in range(MANY)
    )
    document.append([an_entry("title", "Pier", entered_at=START + timedelta(days=1))])
    return document


def read_anew(document: Document) -> object:
    """Give the claims as somebody who opens the document finds them."""
    return Memory(document.journal, document.connection).state().claims


def count(document: Document) -> int:
    found = document.connection.execute("SELECT count(*) FROM snapshot").fetchone()
    return int(found[0])


def test_state_from_a_snapshot_is_that_of_all_entries(tmp_path: Path) -> None:
    with grown(tmp_path) as document:
        assert count(document) == 1
        wanted = state_of(facts(document.entries())).claims
        assert document.state().claims == wanted
        assert read_anew(document) == wanted
        snapshots.forget(document.connection)
        assert read_anew(document) == wanted


def test_own_state_can_be_changed_and_nothing_else_is(tmp_path: Path) -> None:
    with grown(tmp_path) as document:
        wanted = read_anew(document)
        document.own_state().apply(an_entry("title", "Mole", seq=999))
        assert document.state().claims == wanted


def test_only_the_last_snapshots_stay(tmp_path: Path) -> None:
    with opened(a_document(tmp_path)) as document:
        for _ in range(4):
            document.append(an_entry("extra/n", f"{i}") for i in range(MANY))
        assert count(document) == snapshots.KEPT


@pytest.mark.parametrize("packed", [b"", b"junk", snapshots.zlib.compress(b"[1]")])
def test_damaged_snapshot_is_passed_over(tmp_path: Path, packed: bytes) -> None:
    with grown(tmp_path) as document:
        wanted = document.state().claims
        document.connection.execute("UPDATE snapshot SET packed = ?", (packed,))
        assert read_anew(document) == wanted


@pytest.mark.twin
def test_snapshot_that_says_something_else_is_caught(tmp_path: Path) -> None:
    with grown(tmp_path) as document:
        made = document.own_state()
        made.apply(an_entry("title", "Forged", seq=3))
        packed = snapshots.pack(made)
        document.connection.execute("UPDATE snapshot SET packed = ?", (packed,))
        faults = [one.what for one in verify(document).faults]
        assert faults == ["is not what the journal says"]


def test_question_about_one_thing_reads_only_that(tmp_path: Path) -> None:
    with grown(tmp_path) as document:
        state = Memory(document.journal, document.connection).state()
        unread = {*state.packed}
        assert Known(state).standing("extra/n3") is not None
        assert unread - {*state.packed} == {"extra/n3"}
        assert state.claims == document.state().claims
        assert state.packed == {}


def test_forged_line_of_a_snapshot_is_told(tmp_path: Path) -> None:
    """It has to be forged: what is only damaged is no snapshot any more."""
    with grown(tmp_path) as document:
        forged = State.from_data({**document.state().to_data(), "title": "[1"})
        packed = snapshots.pack(forged)
        document.connection.execute("UPDATE snapshot SET packed = ?", (packed,))
        faults = [one.what for one in verify(document).faults]
        assert faults == ["is not what the journal says"]
        state = Memory(document.journal, document.connection)
        with pytest.raises(DocumentError, match="title: cannot be read in a snapshot"):
            state.state()
