"""A damaged or hostile document is refused in words, or told entry by entry."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from daybreak.model.errors import DaybreakError
from daybreak.store import snapshots, verifying
from daybreak.store.files import open_document
from daybreak.store.verifying import verify
from tests.store.making import content_hash
from tests.store.old_documents import unpack

FILES = int(os.environ.get("DAYBREAK_MUTATED_DOCUMENTS", "100"))
"""100 with every change; 500 and more by night."""
NAME, SEED, FIRST_PAGES = "1-400-strips.daybreak", 20270104, 8192


def mutated(base: bytes, chance: random.Random) -> bytes:
    """Damage a file: bits, runs of noise, holes, a wrong number, a lost end."""
    content = bytearray(base)
    for _ in range(chance.choice([1, 1, 3, 20])):
        where = len(base) if chance.random() < 0.6 else FIRST_PAGES
        at, kind = chance.randrange(where), chance.random()
        if kind < 0.6:
            content[at] ^= 1 << chance.randrange(8)
        elif kind < 0.8:
            content[at : at + 64] = chance.randbytes(64)
        elif kind < 0.9:
            content[at : at + 512] = bytes(512)
        else:
            content[at : at + 4] = chance.randbytes(4)
    end = len(content) if chance.random() < 0.95 else chance.randrange(len(content))
    return bytes(content[:end])


def outcomes(folder: Path) -> dict[str, int]:
    """Open damaged files and read all of each; count what came of it.

    ``wrong`` counts those that seemed sound and said something else.
    """
    path = unpack(NAME, folder)
    base = path.read_bytes()
    with open_document(path, write=False) as document:
        wanted = content_hash(document.entries())
    chance = random.Random(SEED)
    found = {"refused": 0, "told": 0, "sound": 0, "wrong": 0}
    for _ in range(FILES):
        path.write_bytes(mutated(base, chance))
        try:
            with open_document(path, write=chance.random() < 0.5) as document:
                if not verify(document).is_sound:
                    found["told"] += 1
                    continue
                is_same = content_hash(document.entries()) == wanted
                document.state()
                found["sound" if is_same else "wrong"] += 1
        except DaybreakError:
            found["refused"] += 1
    return found


def test_damaged_documents_are_refused_or_told(swift_folder: Path) -> None:
    """RELIABILITY A15: no crash; what seems sound says what it said."""
    found = outcomes(swift_folder)
    print(f"seed {SEED}: {found}")
    assert sum(found.values()) == FILES
    assert found["wrong"] == 0
    assert min(found["refused"], found["told"]) > FILES // 10


@pytest.mark.twin
def test_a_verification_that_counts_no_hashes_is_caught(
    swift_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RELIABILITY A15, broken: without the chain, other words would pass as sound."""
    monkeypatch.setattr(verifying, "_chain_faults", lambda *_: ())
    monkeypatch.setattr(snapshots, "wrong", lambda *_: ())
    assert outcomes(swift_folder)["wrong"] > 0
