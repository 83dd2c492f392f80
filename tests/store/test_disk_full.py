"""A full disk changes nothing, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from daybreak.model.errors import StoreError
from daybreak.store import schema
from daybreak.store.files import Document
from daybreak.store.journal import StoredJournal
from daybreak.store.verifying import verify
from tests.cli.running import files as written
from tests.cli.running import run
from tests.reports.made_up import harbor
from tests.store.making import a_document, an_entry, content_hash, opened

ROOM = 3
"""Pages that are left on the disk."""
BIG = 60


def fill_the_disk(document: Document) -> None:
    """Leave almost no room."""
    pages = document.connection.execute("PRAGMA page_count").fetchone()[0]
    document.connection.execute(f"PRAGMA max_page_count={pages + ROOM}")


def big_edit() -> list[object]:
    """Give an edit that no full disk takes."""
    return [an_entry(f"extra/note-{i}", f"{i}" * 900) for i in range(BIG)]


def test_full_disk_changes_nothing_and_the_next_edit_works(tmp_path: Path) -> None:
    """RELIABILITY A3: disk full, nothing was changed; reading goes on."""
    with opened(a_document(tmp_path)) as document:
        before, head = content_hash(document.entries()), document.journal.head()
        fill_the_disk(document)
        with pytest.raises(StoreError) as error:
            document.append(big_edit())  # type: ignore[arg-type]
        assert str(error.value) == (
            "shoot.daybreak: disk full, nothing was changed - make room and try again"
        )
        assert content_hash(document.entries()) == before
        assert document.journal.head() == head
        document.connection.execute("PRAGMA max_page_count=1000000")
        assert document.append([an_entry("title", "Pier")])[0].seq == head.seq + 1
        assert verify(document).is_sound


def test_full_disk_is_exit_code_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RELIABILITY A3, for the command."""
    path = a_document(tmp_path)
    _, schedule = written(tmp_path, harbor())
    with opened(path) as document:
        pages = document.connection.execute("PRAGMA page_count").fetchone()[0]
        head = document.journal.head()
    limit = f"PRAGMA max_page_count={pages}"
    monkeypatch.setattr(schema, "PRAGMAS", (*schema.PRAGMAS, limit))
    for number in range(BIG):  # until the room in the last pages is gone
        done = run("boards", path, "save", f"board-{number}", schedule, "--json")
        if done.exit_code != 0:
            break
    assert done.exit_code == 3
    assert done.stderr == (
        "daybreak: shoot.daybreak: disk full, nothing was changed - "
        "make room and try again\n"
    )
    monkeypatch.undo()
    with opened(path) as document:
        assert document.journal.head().seq == head.seq + number
        assert verify(document).is_sound


@pytest.mark.twin
def test_an_edit_that_is_half_kept_is_caught(tmp_path: Path) -> None:
    """RELIABILITY A3, broken: a journal that goes on where the disk stopped it."""

    class Careless(StoredJournal):
        def append(self, entries: object, **how: object) -> tuple[()]:  # type: ignore[override]
            self._appended(tuple(entries), None)  # type: ignore[call-overload]
            return ()

    with opened(a_document(tmp_path)) as document:
        before = content_hash(document.entries())
        document.journal = Careless(document.connection)
        fill_the_disk(document)
        with pytest.raises(StoreError):
            document.append(big_edit())  # type: ignore[arg-type]
        assert content_hash(document.entries()) != before
