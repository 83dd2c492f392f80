"""One writer a document; whoever comes second reads, and hears who writes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from daybreak.model.errors import UsageError
from daybreak.store import locks
from daybreak.store.files import MAGIC, open_document
from daybreak.store.verifying import verify
from tests.cli.running import run
from tests.reference import ROOT
from tests.store.making import a_document, an_entry, opened

THREADS, EDITS = 4, 120
HOLD = """
import sys, time
from daybreak.store.files import open_document
with open_document(sys.argv[1], by="ben"):
    print("open", flush=True)
    time.sleep(60)
"""


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Hold a document in another process."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def test_second_opener_reads_and_hears_who_writes(tmp_path: Path) -> None:
    """RELIABILITY A8: read only within a second, with the holder's name."""
    path = a_document(tmp_path)
    assert locks.WAIT < 1.0
    with held(path) as process, open_document(path, by="anna") as document:
        assert document.is_read_only
        assert document.held_by.startswith("ben on ")
        assert document.held_by.endswith(f" (process {process.pid}) has it open")
        assert len(document.entries()) > 10
        with pytest.raises(UsageError, match=r"read only, ben on .* nothing was"):
            document.append([an_entry()])


def test_lock_is_free_at_once_when_its_holder_is_killed(tmp_path: Path) -> None:
    """RELIABILITY A8: a lock of the system, not a file that stays behind."""
    path = a_document(tmp_path)
    with held(path) as process:
        process.kill()
        process.wait()
        with opened(path) as document:
            assert not document.is_read_only


def test_two_openers_in_one_process_are_two(tmp_path: Path) -> None:
    path = a_document(tmp_path)
    with opened(path) as one, opened(path) as other:
        assert (one.is_read_only, other.is_read_only) == (False, True)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["shoot.daybreak"]


def test_threads_take_turns_and_lose_nothing(swift_folder: Path) -> None:
    path = a_document(swift_folder, [an_entry()])
    with opened(path) as document, ThreadPoolExecutor(THREADS) as pool:

        def write(number: int) -> int:
            len(document.entries())
            return document.append([an_entry("extra/n", f"{number}")])[0].seq

        seqs = list(pool.map(write, range(EDITS)))
        assert sorted(seqs) == list(range(2, EDITS + 2))
        values = {one.value for one in document.entries()[1:]}
        assert values == {f"{number}" for number in range(EDITS)}
        assert verify(document).is_sound


def test_command_names_the_holder_and_changes_nothing(tmp_path: Path) -> None:
    """RELIABILITY A8, for the command."""
    path = a_document(tmp_path)
    with held(path):
        done = run("boards", path, "colors", "teal")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is read only, ben on " in done.stderr
    assert "nothing was changed; try again when it is free" in done.stderr


def test_links_are_refused(tmp_path: Path) -> None:
    """RELIABILITY A8: a second path to a document would be a second lock."""
    path = a_document(tmp_path)
    soft, hard = tmp_path / "soft.daybreak", tmp_path / "hard.daybreak"
    soft.symlink_to(path)
    with pytest.raises(UsageError, match="is a link - open the document itself"):
        open_document(soft)
    os.link(path, hard)
    for each in (path, hard):
        with pytest.raises(UsageError, match="has 2 names on this disk"):
            open_document(each)


def test_linked_folder_leads_to_the_same_lock(tmp_path: Path) -> None:
    path = a_document(tmp_path)
    other = tmp_path / "other"
    other.symlink_to(tmp_path)
    with opened(path), opened(other / path.name) as second:
        assert second.is_read_only


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_document_that_may_not_be_written_is_read(tmp_path: Path) -> None:
    path = a_document(tmp_path)
    path.chmod(0o444)
    with opened(path) as document:
        assert document.held_by == "its file may not be written"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "no such file or directory - check the name"),
        (lambda path: path.mkdir(), "is no file - name a .daybreak file"),
        (lambda path: path.write_text("{}" * 600), "is no Daybreak document - open a"),
        (lambda path: path.write_bytes(random.Random(1).randbytes(9000)), "is no Day"),
        (lambda path: path.write_bytes(MAGIC + bytes(9000)), "is damaged - open a"),
        (lambda path: path.write_bytes(b""), "is no Daybreak document - make one"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, make, said: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "other.daybreak"
    make(path)
    with pytest.raises(Exception, match=said):
        open_document(path)


@pytest.mark.twin
def test_a_lock_that_locks_nothing_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RELIABILITY A8, broken: without the system's lock both would write."""
    monkeypatch.setattr(locks, "fcntl", None)
    path = a_document(tmp_path)
    with opened(path) as one, opened(path) as other:
        assert (one.is_read_only, other.is_read_only) == (False, False)
