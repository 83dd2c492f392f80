"""Snapshots save time and say nothing of their own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from daybreak.store import snapshots
from daybreak.store.files import Document
from daybreak.store.own_paths import facts
from daybreak.store.state import state_of
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


def count(document: Document) -> int:
    found = document.connection.execute("SELECT count(*) FROM snapshot").fetchone()
    return int(found[0])


def test_state_from_a_snapshot_is_that_of_all_entries(tmp_path: Path) -> None:
    with grown(tmp_path) as document:
        assert count(document) == 1
        wanted = state_of(facts(document.entries())).claims
        assert document.state().claims == wanted
        snapshots.forget(document.connection)
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
        assert document.state().claims == wanted


@pytest.mark.twin
def test_snapshot_that_says_something_else_is_caught(tmp_path: Path) -> None:
    with grown(tmp_path) as document:
        made = document.state()
        made.apply(an_entry("title", "Forged", seq=3))
        packed = snapshots.pack(made)
        document.connection.execute("UPDATE snapshot SET packed = ?", (packed,))
        faults = [one.what for one in verify(document).faults]
        assert faults == ["is not what the journal says"]
