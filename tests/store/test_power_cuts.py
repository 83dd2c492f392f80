"""What was shown as saved is there after a power cut, on a disk that keeps its word."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import NamedTuple

import pytest

from daybreak.model.errors import DaybreakError
from daybreak.store import chain, schema
from daybreak.store.files import open_document
from daybreak.store.journal import StoredJournal
from daybreak.store.verifying import verify
from tests.store.making import ABOUT, note
from tests.store.power import Recorder

IMAGES = int(os.environ.get("DAYBREAK_POWER_CUTS", "500"))
"""500 with every change; 10,000 by night."""
ENTRIES, SEED = 60, 20270104
IMAGES_OF_THE_TWIN = 150


class Cuts(NamedTuple):
    """What became of a document in many power cuts."""

    images: int
    unreadable: int
    lost: int
    latest: int


def recorded(folder: Path, name: str, *, syncing: str) -> tuple[Recorder, int]:
    """Record a document being written; give the moment from which it is there."""
    recorder = Recorder(name)
    connection = recorder.connect(folder / "shoot.daybreak")
    schema.prepare(connection)
    connection.execute(f"PRAGMA synchronous={syncing}")
    schema.create(connection, ABOUT, chain.root_of(ABOUT))
    begun = len(recorder.log)
    journal = StoredJournal(connection)
    for number in range(1, ENTRIES + 1):
        journal.append([note(number)])
        recorder.acknowledge(number)
    connection.close()
    return recorder, begun


def cut(folder: Path, name: str, *, syncing: str, images: int) -> Cuts:
    """Cut the power at random moments and open what is left as anybody would."""
    source, left = folder / "source", folder / "left"
    source.mkdir()
    left.mkdir()
    recorder, begun = recorded(source, name, syncing=syncing)
    chance = random.Random(SEED)
    unreadable = lost = latest = 0
    for _ in range(images):
        image = recorder.image(chance.randrange(begun, len(recorder.log) + 1), chance)
        image.write(left)
        there = replayed(left / "shoot.daybreak")
        latest = max(latest, there)
        unreadable += there < 0
        lost += there >= 0 and there < image.saved
    return Cuts(images, unreadable, lost, latest)


def replayed(path: Path) -> int:
    """Give how many entries are there, sound and in order; -1 where they are not."""
    try:
        with open_document(path, wait=0.0) as document:
            found = verify(document)
            values = [one.value for one in document.entries()]
    except DaybreakError:
        return -1
    wanted = [note(number).value for number in range(1, len(values) + 1)]
    return len(values) if found.is_sound and values == wanted else -1


def test_no_saved_entry_is_lost_in_a_power_cut(swift_folder: Path) -> None:
    """RELIABILITY A5: every image opens, and holds what was shown as saved."""
    found = cut(swift_folder, "recorded", syncing="FULL", images=IMAGES)
    print(f"seed {SEED}: {found}")
    assert found == Cuts(IMAGES, 0, 0, ENTRIES)


@pytest.mark.twin
@pytest.mark.parametrize("syncing", ["NORMAL", "OFF"])
def test_a_document_that_syncs_less_is_caught(swift_folder: Path, syncing: str) -> None:
    """RELIABILITY A5, broken: with less syncing, some cut loses something."""
    found = cut(swift_folder, syncing, syncing=syncing, images=IMAGES_OF_THE_TWIN)
    assert found.unreadable + found.lost > 0
