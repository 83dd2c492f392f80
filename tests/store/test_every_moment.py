"""Killed at any write, sync or truncation, a document is as before an edit or after."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from daybreak.store import boards, chain, schema
from daybreak.store.entry import Entry
from daybreak.store.files import open_document
from daybreak.store.journal import StoredJournal
from daybreak.store.undoing import undo
from daybreak.store.verifying import verify
from tests.reports.made_up import harbor
from tests.store.making import ABOUT, LONG, START, an_entry, content_hash, founded
from tests.store.power import Recorder

IMPORTED = 400
Edit = Callable[[Sequence[Entry]], Sequence[Entry]]


class Kept(random.Random):
    """Luck by which all that was written is there, as after a kill."""

    def random(self) -> float:
        return 1.0


def a_move(entries: Sequence[Entry]) -> Sequence[Entry]:
    made = harbor()[1]
    return [boards.saved(entries, "first", made, by="ben", at=START)]


def a_bulk_edit(_: Sequence[Entry]) -> Sequence[Entry]:
    return [an_entry(f"extra/n{n}", LONG + f"{n}", batch="bulk") for n in range(12)]


def an_import(_: Sequence[Entry]) -> Sequence[Entry]:
    return [an_entry(f"extra/s{n}", f"{n} " * 90, batch="i") for n in range(IMPORTED)]


def an_undo(entries: Sequence[Entry]) -> Sequence[Entry]:
    return undo(entries, by="anna", at=START)


def recorded(
    path: Path, name: str, edit: Edit, *, in_steps: bool = False
) -> tuple[Recorder, int, tuple[str, str]]:
    """Record one edit; give from which moment, and what is there before and after."""
    recorder = Recorder(name)
    connection = recorder.connect(path)
    schema.prepare(connection)
    schema.create(connection, ABOUT, chain.root_of(ABOUT))
    journal = StoredJournal(connection)
    journal.append([*founded(), an_entry("title", "Pier")])
    begun, before = len(recorder.log), content_hash(journal.entries())
    made = edit(journal.entries())
    for part in [[one] for one in made] if in_steps else [made]:
        journal.append(part)
    after = content_hash(journal.entries())
    connection.close()
    return recorder, begun, (before, after)


def found_at(path: Path) -> str:
    """Open a document that a kill left; give its content."""
    with open_document(path, wait=0.0) as document:
        assert verify(document).is_sound
        return content_hash(document.entries())


def contents(folder: Path, name: str, edit: Edit, **how: bool) -> list[str]:
    """Give what is there after each moment of an edit, by letters.

    ``before`` and ``after`` it; anything else is ``half``.
    """
    source, left = folder / "source", folder / "left"
    source.mkdir()
    left.mkdir()
    path = source / "shoot.daybreak"
    recorder, begun, (before, after) = recorded(path, name, edit, **how)
    names = {before: "before", after: "after"}
    found = []
    for moment in range(begun, len(recorder.log) + 1):
        recorder.image(moment, Kept()).write(left)
        found.append(names.get(found_at(left / path.name), "half"))
    return found


@pytest.mark.parametrize("edit", [a_move, a_bulk_edit, an_undo, an_import])
def test_every_moment_of_an_edit_is_before_or_after_it(
    swift_folder: Path, edit: Edit
) -> None:
    """RELIABILITY A2: all of it or nothing, whichever write is the last."""
    found = contents(swift_folder, edit.__name__, edit)
    turn = found.index("after")
    print(f"{edit.__name__}: {len(found)} moments, after it from {turn} on")
    assert len(found) > 10
    assert set(found[:turn]) == {"before"}
    assert set(found[turn:]) == {"after"}


@pytest.mark.twin
def test_an_edit_in_several_steps_is_caught(swift_folder: Path) -> None:
    """RELIABILITY A2, broken: a bulk edit entry by entry is half there at times."""
    found = contents(swift_folder, "in_steps", a_bulk_edit, in_steps=True)
    assert "half" in found
