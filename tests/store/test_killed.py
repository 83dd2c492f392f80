"""What was shown as saved is there after a process was killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from daybreak.store.files import open_document
from daybreak.store.verifying import verify
from tests.reference import ROOT
from tests.store.making import note

KILLS = int(os.environ.get("DAYBREAK_KILLS", "50"))
"""50 with every change; 2,000 by night."""
COMMITS_LEAST, SEED = 10_000, 20270104
KILLS_OF_THE_TWIN = 6


class Round(NamedTuple):
    """What was found after one kill."""

    acknowledged: int
    there: int
    faults: int
    is_replayed: bool


def rounds(folder: Path, kills: int, *more: str) -> list[Round]:
    """Kill a writer again and again, and look at each document it left."""
    command = [sys.executable, "-m", "tests.store.writer", str(folder), str(kills)]
    done = subprocess.run(
        [*command, str(SEED), *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pairs = [line.rsplit(" ", 1) for line in done.stdout.splitlines()]
    return [look(Path(path), int(heard)) for path, heard in pairs]


def look(path: Path, acknowledged: int) -> Round:
    """Open what a killed writer left: free at once, sound, and a replay of entries."""
    with open_document(path, wait=0.0) as document:
        assert not document.is_read_only
        found = verify(document)
        values = [one.value for one in document.entries()]
    path.unlink()
    wanted = [note(number).value for number in range(1, len(values) + 1)]
    return Round(acknowledged, len(values), len(found.faults), values == wanted)


def lost(found: list[Round]) -> int:
    """Count the entries that were shown as saved and are gone."""
    return sum(max(0, one.acknowledged - one.there) for one in found)


def test_no_saved_entry_is_lost_when_the_writer_is_killed(swift_folder: Path) -> None:
    """RELIABILITY A1: 50 kills; the replay of the journal is what was entered."""
    found = rounds(swift_folder, KILLS)
    commits = sum(one.there - 1 for one in found)
    print(f"seed {SEED}: {len(found)} kills, {commits} commits")
    assert len(found) >= KILLS
    assert commits >= COMMITS_LEAST
    assert lost(found) == 0
    assert [one for one in found if one.there > one.acknowledged + 1] == []
    assert [one for one in found if one.faults or not one.is_replayed] == []


@pytest.mark.twin
def test_a_writer_that_says_saved_too_early_is_caught(swift_folder: Path) -> None:
    """RELIABILITY A1, broken: it says the number before the entry is saved."""
    assert lost(rounds(swift_folder, KILLS_OF_THE_TWIN, "early")) > 0
