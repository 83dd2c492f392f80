"""Documents of every form that was ever released open, and say the same."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from daybreak.model.errors import UsageError
from daybreak.store import schema
from daybreak.store.backup import backup
from daybreak.store.files import new_document, open_document
from daybreak.store.verifying import verify
from tests.cli.running import run
from tests.store.making import a_document, an_entry, opened
from tests.store.old_documents import GOLDEN, facts_of, names, unpack


@pytest.mark.parametrize("name", names())
def test_old_document_opens_backs_up_and_says_the_same(
    tmp_path: Path, name: str
) -> None:
    """RELIABILITY A9: content and hashes are golden; a backup of it opens."""
    path = unpack(name, tmp_path)
    with opened(path) as document:
        assert verify(document).is_sound
        backup(document, tmp_path / "copy.daybreak")
        document.append([an_entry("extra/new", "more")])
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))[name]
    assert facts_of(tmp_path / "copy.daybreak") == golden
    assert facts_of(path)["entries"] == golden["entries"] + 1


KILLED = pytest.mark.parametrize("name", ["1-killed.daybreak", "2-killed.daybreak"])


@KILLED
def test_document_that_was_killed_in_an_edit_has_a_journal_to_roll_back(
    tmp_path: Path, name: str
) -> None:
    path = unpack(name, tmp_path)
    beside = Path(f"{path}-journal")
    size = path.stat().st_size
    assert beside.stat().st_size > 0
    with opened(path) as document:
        assert verify(document).is_sound
    assert path.stat().st_size < size
    assert not beside.exists()


@KILLED
def test_killed_document_is_mended_by_one_who_only_reads(
    tmp_path: Path, name: str
) -> None:
    path = unpack(name, tmp_path)
    with open_document(path, write=False) as document:
        assert verify(document).is_sound


def newer(folder: Path) -> Path:
    """Give a document of a form that is not known yet."""
    path = a_document(folder)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.close()
    return path


def test_newer_document_is_refused_in_one_sentence(tmp_path: Path) -> None:
    """RELIABILITY A9: refused, with what to do; not a byte of it is different."""
    path = newer(tmp_path)
    before = path.read_bytes()
    for words in (("verify", path), ("undo", path), ("boards", path)):
        done = run(*words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == (
            f"daybreak: {path.name}: was written by a newer Daybreak (form "
            f"{schema.VERSION + 1}, this one knows {schema.VERSION}) - "
            "install the newer one to open it\n"
        )
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER evil AFTER INSERT ON journal BEGIN DELETE FROM snapshot; END",
        "CREATE VIEW evil AS SELECT 1",
        "DROP TRIGGER journal_update",
        "ALTER TABLE about ADD COLUMN more TEXT",
    ],
)
def test_tables_that_are_not_ours_are_refused(tmp_path: Path, sql: str) -> None:
    path = a_document(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.close()
    with pytest.raises(UsageError, match="its tables are not those of a Daybreak"):
        open_document(path)


@pytest.mark.twin
def test_an_old_document_that_says_something_else_is_caught(tmp_path: Path) -> None:
    """RELIABILITY A9, broken: one value is another, and its hashes are made anew."""
    name = "1-empty.daybreak"
    path = unpack(name, tmp_path)
    with opened(path) as document:
        entries, about = document.entries(), document.about
    path.unlink()
    forged = [an_entry("title", "Other"), *entries[1:]]
    new_document(path, about, lambda journal: journal.append(forged))
    assert facts_of(path) != json.loads(GOLDEN.read_text(encoding="utf-8"))[name]
