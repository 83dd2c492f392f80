"""Backups are whole, also while somebody writes, and old ones make room."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from daybreak.model.errors import StoreError, UsageError
from daybreak.store import backup as backups
from daybreak.store import boards
from daybreak.store.backup import backup, backup_until, generations, rotate
from daybreak.store.files import Document, Speaking, open_document
from daybreak.store.verifying import verify
from tests.reference import ROOT
from tests.reports.made_up import harbor
from tests.store.making import (
    START,
    a_document,
    an_entry,
    content_hash,
    founded,
    note,
    opened,
)

BACKUPS = int(os.environ.get("DAYBREAK_BACKUPS", "20"))
"""20 with every change; 200 by night."""
NOW = datetime(2027, 6, 30, 12, tzinfo=UTC)


def written_while(path: Path, folder: Path) -> list[tuple[int, int]]:
    """Back up again and again while another process writes.

    Gives for each the last entry that was acknowledged at its start, and how many
    entries it holds; every one is verified when it is made.
    """
    command = [sys.executable, "-m", "tests.store.writer", "--write", str(path), "600"]
    found = []
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0
    ) as process:
        assert process.stdout is not None
        for number in range(BACKUPS):
            acknowledged = int(process.stdout.readline())
            target = folder / f"backup-{number}.daybreak"
            with open_document(path, write=False) as document:
                found.append((acknowledged, backup(document, target).head.seq))
        process.kill()
    return found


def is_a_prefix(path: Path) -> bool:
    """Tell whether a backup holds the first entries, in order."""
    with opened(path, write=False) as document:
        values = [one.value for one in document.entries()]
    return values == [note(number).value for number in range(1, len(values) + 1)]


def test_backups_under_constant_writing_are_whole(swift_folder: Path) -> None:
    """RELIABILITY A12: 20 backups, each a prefix from what was acknowledged on."""
    path = a_document(swift_folder, [note(number) for number in range(1, 200)])
    copies = swift_folder / "copies"
    copies.mkdir()
    found = written_while(path, copies)
    print(f"entries at the start and in the backup: {found}")
    assert len(found) == BACKUPS
    assert [pair for pair in found if pair[1] < pair[0]] == []
    assert found[-1][1] > found[0][1]
    assert all(is_a_prefix(one) for one in copies.iterdir())


def test_plain_copy_after_the_last_edit_is_complete(tmp_path: Path) -> None:
    """RELIABILITY A12: the one file is the document; nothing lies beside it."""
    path = a_document(tmp_path)
    with opened(path) as document:
        document.append([an_entry("title", "Pier")])
        copy = Path(shutil.copy(path, tmp_path / "copy.daybreak"))
    with opened(copy) as copied:
        assert verify(copied).is_sound
        assert copied.entries()[-1].value == "Pier"


def test_document_as_it_was_after_an_entry(tmp_path: Path) -> None:
    """RELIABILITY A14: any entry can be gone back to."""
    path = a_document(tmp_path, [note(number) for number in range(1, 301)])
    target = tmp_path / "then.daybreak"
    with opened(path) as document:
        found = backup_until(document, target, seq=120)
        links = list(document.journal.links())
    assert (found.head.seq, found.head.hash) == (120, links[119].hash)
    with opened(target) as then:
        wanted = [replace(note(number), seq=number) for number in range(1, 121)]
        assert list(then.entries()) == wanted


def test_backup_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = a_document(tmp_path)
    with opened(path) as document:
        with pytest.raises(UsageError, match="is there already"):
            backup(document, path)
        with pytest.raises(UsageError, match="there is no such folder"):
            backup(document, tmp_path / "no" / "copy.daybreak")
        with pytest.raises(UsageError, match="There is no entry 999"):
            backup_until(document, tmp_path / "x.daybreak", seq=999)


@pytest.mark.twin
def test_a_copy_that_is_not_what_was_entered_is_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RELIABILITY A12, broken: a copy that lacks the last entries is caught."""

    def too_early(self: Speaking, other: Speaking) -> None:
        copied(self, other)
        for table in ("journal", "head"):
            for event in ("delete", "update"):
                other.execute(f"DROP TRIGGER IF EXISTS {table}_{event}")
        other.execute("DELETE FROM journal WHERE seq > 5")

    copied = Speaking.copy_to
    monkeypatch.setattr(Speaking, "copy_to", too_early)
    path = a_document(tmp_path)
    with opened(path) as document, pytest.raises((StoreError, UsageError)):
        backup(document, tmp_path / "copy.daybreak")
    assert [one.name for one in tmp_path.iterdir()] == ["shoot.daybreak"]


# --- generations ------------------------------------------------------------------


def test_hours_days_and_weeks_stay() -> None:
    """RELIABILITY A14: the last of each hour, day and week."""
    every = [NOW - timedelta(minutes=20 * step) for step in range(3 * 24 * 400)]
    stay = generations(every, now=NOW)
    hours = [one for one in stay if NOW - one <= timedelta(days=1)]
    days = [one for one in stay if timedelta(days=1) < NOW - one <= timedelta(days=7)]
    assert (len(hours), len(days), len(stay)) == (25, 7, 25 + 7 + 52)
    assert NOW in stay
    assert min(stay) >= NOW - timedelta(weeks=52)


def test_backups_from_a_clock_that_ran_ahead_stay() -> None:
    ahead = NOW + timedelta(days=300)
    assert generations([ahead, NOW], now=NOW) == {ahead, NOW}


def test_rotation_drops_old_ones_and_never_those_with_a_name(tmp_path: Path) -> None:
    path, folder = a_document(tmp_path), tmp_path / "backups"
    folder.mkdir()
    with opened(path) as document:
        backup(document, folder / "shoot before the strike.daybreak")
        for minutes in (0, 10, 20):
            made = rotate(document, folder, START + timedelta(minutes=minutes))
    assert made.dropped == ("shoot 2027-01-04T091000Z.daybreak",)
    assert sorted(one.name for one in folder.iterdir()) == [
        "shoot 2027-01-04T092000Z.daybreak",
        "shoot before the strike.daybreak",
    ]


def shrinking(tmp_path: Path) -> tuple[Document, Path]:
    """Give a document whose board was backed up and then lost most of its strips."""
    production, schedule = harbor()
    path, folder = a_document(tmp_path, founded(production)), tmp_path / "backups"
    folder.mkdir()
    document = opened(path)
    entry = boards.saved(document.entries(), "first", schedule, by="anna", at=START)
    document.append([entry])
    rotate(document, folder, START)
    value = {**entry.value, "days": [], "boneyard": []}
    document.append([an_entry("board/first", value)])
    return document, folder


def test_loss_that_nobody_made_is_flagged_and_the_old_backup_kept(
    tmp_path: Path,
) -> None:
    """RELIABILITY A14: over a fifth of the content gone, and nothing was removed."""
    document, folder = shrinking(tmp_path)
    with document:
        made = rotate(document, folder, START + timedelta(minutes=5))
    strips = len(harbor()[0].scenes)
    assert made.warnings == (
        f"{strips} strips on boards were there at the last backup, 0 are left, "
        "and 0 were removed on purpose; that backup is kept",
    )
    assert sorted(one.name for one in folder.iterdir()) == [
        "shoot 2027-01-04T090000Z kept.daybreak",
        "shoot 2027-01-04T090500Z.daybreak",
    ]


def test_other_document_of_the_same_name_is_flagged(tmp_path: Path) -> None:
    path, folder = a_document(tmp_path), tmp_path / "backups"
    folder.mkdir()
    with opened(path) as document:
        rotate(document, folder, START)
    path.unlink()
    with opened(a_document(tmp_path, [note(1)])) as document:
        made = rotate(document, folder, START + timedelta(minutes=5))
    assert "does not go on from" in made.warnings[0]
    assert len(list(folder.iterdir())) == 2


def test_removing_on_purpose_is_no_loss(tmp_path: Path) -> None:
    path, folder = a_document(tmp_path), tmp_path / "backups"
    folder.mkdir()
    with opened(path) as document:
        before = content_hash(document.entries())
        document.append(an_entry(f"extra/n{i}", "x") for i in range(10))
        rotate(document, folder, START)
        document.append(
            an_entry(f"extra/n{i}", None, action="remove") for i in range(10)
        )
        made = rotate(document, folder, START + timedelta(minutes=5))
        assert content_hash(document.entries()) != before
    assert made.warnings == ()


@pytest.mark.twin
def test_a_rotation_that_does_not_look_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RELIABILITY A14, broken: the only good backup of this hour is dropped."""
    monkeypatch.setattr(backups, "_losses", lambda *_: ())
    document, folder = shrinking(tmp_path)
    with document:
        made = rotate(document, folder, START + timedelta(minutes=5))
    assert made.dropped == ("shoot 2027-01-04T090000Z.daybreak",)
