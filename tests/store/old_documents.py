"""Documents of every form that was ever released, kept for ever.

``python -m tests.store.old_documents`` makes those of the form of now, and refuses to
touch one that is there: what was released once has to open for ever.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from daybreak.model.files import production_from_json
from daybreak.model.production import Production
from daybreak.model.schedule import Day, Schedule
from daybreak.store import boards, revisions, schema
from daybreak.store.entry import Entry
from daybreak.store.files import Document, new_document, open_document
from daybreak.store.spreading import founding
from daybreak.store.undoing import undo
from tests.reference import ROOT
from tests.store.making import ABOUT, START, an_entry, content_hash

FOLDER = ROOT / "tests" / "fixtures" / "documents"
GOLDEN = FOLDER / "golden.json"
UNICODE = "Łódź 日本 ❤ e\u0301 \u202eשלום\u202c"
PER_DAY = 8


def main() -> None:
    golden = json.loads(GOLDEN.read_text(encoding="utf-8")) if GOLDEN.exists() else {}
    made = {
        "empty": (0, ""),
        "400-strips": (400, ""),
        "2000-strips-unicode": (2000, UNICODE),
    }
    with tempfile.TemporaryDirectory() as folder:
        for what, (scenes, words) in made.items():
            path = Path(folder) / f"{schema.VERSION}-{what}.daybreak"
            refuse_old(path.name, golden)
            _make(path, scenes, words)
            golden[path.name] = facts_of(path)
            pack(path)
        path = Path(folder) / f"{schema.VERSION}-killed.daybreak"
        refuse_old(path.name, golden)
        _make(path, 40, "")
        golden[path.name] = facts_of(path)
        for left in _killed(path):
            pack(left)
    text = json.dumps(golden, indent=2, sort_keys=True) + "\n"
    GOLDEN.write_text(text, encoding="utf-8")


def refuse_old(name: str, golden: dict[str, Any]) -> None:
    if name in golden:
        sys.exit(f"{name} is there: it has to open for ever as it is")


def facts_of(path: Path) -> dict[str, Any]:
    """Give what a document holds, in a few numbers and hashes."""
    with open_document(path) as document:
        entries = document.entries()
        return {
            "entries": len(entries),
            "head": document.journal.head().hash,
            "content": content_hash(entries),
            "boards": len(boards.boards(entries)),
            "revisions": [one.color for one in revisions.revisions(entries)],
        }


def pack(path: Path) -> None:
    """Put a file among those that are kept."""
    (FOLDER / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))


def unpack(name: str, folder: Path) -> Path:
    """Give a copy of an old document, with whatever lay beside it."""
    for each in FOLDER.glob(f"{name}*.gz"):
        (folder / each.name.removesuffix(".gz")).write_bytes(
            gzip.decompress(each.read_bytes())
        )
    return folder / name


def names() -> list[str]:
    """Give the names of all old documents."""
    return sorted(json.loads(GOLDEN.read_text(encoding="utf-8")))


def _make(path: Path, scenes: int, words: str) -> None:
    first = [an_entry("title", "Old"), an_entry("currency", "USD")]
    production = None if scenes == 0 else _production(scenes, words)
    entries: Sequence[Entry] = first
    if production is not None:
        entries = founding(production, entered_by="anna", entered_at=START)
    new_document(path, ABOUT, lambda journal: journal.append(entries))
    if production is not None:
        with open_document(path) as document:
            _work(document, production, words)


def _work(document: Document, production: Production, words: str) -> None:
    """Let two people work on a document for a while."""

    def enter(*entries: Entry) -> None:
        document.append(entries)

    def all_of() -> Sequence[Entry]:
        return document.entries()

    board = _board(production)
    enter(boards.saved(all_of(), "first", board, by="anna", at=START, note=words))
    frozen = {"day": date(2027, 1, 5), "by": "anna", "at": START, "note": words}
    enter(revisions.frozen(all_of(), "first", **frozen))  # type: ignore[arg-type]
    enter(an_entry("title", f"Older {words}", entered_by="ben"))
    enter(an_entry("picture/p/release", "2028-06-02"))
    enter(*undo(all_of(), by="anna", at=START + timedelta(days=1)))
    enter(
        boards.saved(all_of(), "first", board, by="ben", at=START, replaces=True),
        boards.saved(all_of(), "second", board, by="ben", at=START),
    )


def _board(production: Production) -> Schedule:
    ids = [one.id for one in production.scenes]
    chunks = [ids[i : i + PER_DAY] for i in range(0, len(ids), PER_DAY)]
    return Schedule(
        days=tuple(
            Day(
                unit="main",
                date=date(2027, 2, 1) + timedelta(days=number),
                shift="day",
                strips=tuple(chunk),
            )
            for number, chunk in enumerate(chunks)
        )
    )


def _production(scenes: int, words: str) -> Production:
    value = {
        "format": "daybreak/production",
        "version": 1,
        "title": f"Old {words}",
        "currency": "USD",
        "pictures": [{"id": "p", "title": f"Old {words}", "release": "2029-01-05"}],
        "units": [
            {
                "id": "main",
                "name": f"Main {words}",
                "start": "2027-02-01",
                "end": "2028-06-30",
                "workweek": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
                "day_minutes": 600,
                "minutes_per_eighth": 10,
                "day_cost": 1000,
                "base": "here",
            }
        ],
        "bases": [{"id": "here", "name": f"Here {words}"}],
        "locations": [{"id": "house", "name": f"House {words}", "base": "here"}],
        "people": [],
        "scenes": [
            {
                "id": f"s{number}",
                "picture": "p",
                "number": f"{number}",
                "heading": f"INT. HOUSE {number} {words} - DAY",
                "place": "int",
                "time": "day",
                "location": "house",
                "eighths": 4 + number % 5,
                "cast": [],
            }
            for number in range(1, scenes + 1)
        ],
    }
    return production_from_json(json.dumps(value))


def _killed(path: Path) -> list[Path]:
    """Give a document as a crash leaves it in the middle of an edit."""
    folder = path.parent / "crash"
    folder.mkdir()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA cache_size=1")  # so that pages are written early
    connection.execute("BEGIN IMMEDIATE")
    for number in range(200):
        content = f"{number}".encode() * 900
        row = (f"{number:064d}", content)
        connection.execute("INSERT INTO kept VALUES (?, ?)", row)
    beside = Path(f"{path}-journal")
    left = [Path(shutil.copy(each, folder / each.name)) for each in (path, beside)]
    connection.execute("ROLLBACK")
    connection.close()
    return left


if __name__ == "__main__":
    main()
