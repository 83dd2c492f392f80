"""How long a document with a long history takes to append to, open and ask.

Run ``python benchmarks/document.py [ENTRIES] [FOLDER]``: it prints a Markdown table.
The document begins with a production of 240 scenes and 40 people; then edits of
releases, windows and notes come, each its own commit, a third of them reported by a
source with a date. *As of* asks for the whole state of a random day and for every
picture's release; *production of a day* builds and checks the production besides. The
disk alone is an empty transaction of the same kind: what no program can be below.
"""

from __future__ import annotations

import json
import os
import platform
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

from daybreak.model.files import production_from_json
from daybreak.model.production import Production
from daybreak.office import documents
from daybreak.store.building import build
from daybreak.store.entry import Entry, Source
from daybreak.store.exporting import export
from daybreak.store.files import Document, new_about, new_document, open_document
from daybreak.store.known import Known
from daybreak.store.snapshots import Memory
from daybreak.store.spreading import founding
from daybreak.store.verifying import verify

ENTRIES, SCENES, PEOPLE, ASKED = 10_000, 240, 40, 60
START = datetime(2020, 1, 6, 9, tzinfo=UTC)
RELEASES, ABSENCES, LENGTHS = 0.01, 0.2, 0.3
"""How much of the edits is about what; the rest are notes on scenes."""
SPAN = 900
"""Days over which the entries were said."""
HEADER = (
    "| what | median | 95 of 100 | processor, median | limit |\n"
    "| --- | --- | --- | --- | --- |"
)


class Spent(NamedTuple):
    """Seconds that something took, and those that the processor worked."""

    wall: float
    processor: float


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    where = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        path = Path(folder) / "shoot.daybreak"
        print(HEADER)
        row("the disk alone", disk(Path(folder)))
        times = grow(path, entries)
        row("append an entry", times, "25 ms")
        ask(path)
        size = path.stat().st_size
    print(
        f"\n{entries:,} entries, {SCENES} scenes, {size / 2**20:.1f} MB, "
        f"{os.cpu_count()} cores {platform.machine()}, Python "
        f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}, load "
        f"{os.getloadavg()[0]:.1f}"
    )


def row(what: str, times: list[Spent], limit: str = "") -> None:
    """Print one row."""
    walls = [one.wall for one in times]
    last = quantiles(walls, n=20)[-1] if len(walls) > 1 else walls[0]
    cells = [median(walls), last, median(one.processor for one in times)]
    print(f"| {what} | {' | '.join(map(shown, cells))} | {limit} |", flush=True)


def shown(seconds: float) -> str:
    return f"{1000 * seconds:.2f} ms" if seconds < 0.01 else f"{1000 * seconds:.0f} ms"


def timed(what: Callable[[], Any]) -> Spent:
    wall, processor = time.perf_counter(), time.process_time()
    what()
    return Spent(time.perf_counter() - wall, time.process_time() - processor)


def disk(folder: Path) -> list[Spent]:
    """Time transactions of one small row, with the same syncing."""
    connection = sqlite3.connect(folder / "disk.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE t (a)")

    def one() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t VALUES (randomblob(200))")
        connection.execute("COMMIT")

    times = [timed(one) for _ in range(300)]
    connection.close()
    return times


def grow(path: Path, entries: int) -> list[Spent]:
    """Make a document and append to it, one commit each."""
    made = production()
    first = founding(made, entered_by="anna", entered_at=START)
    new_document(path, new_about("2020"), lambda journal: journal.append(first))
    chance = random.Random(1)
    with open_document(path) as document:
        return [
            timed(lambda n=number: document.append([edit(n, chance)]))
            for number in range(entries - len(first))
        ]


def edit(number: int, chance: random.Random) -> Entry:
    """Give an edit as they come in a year."""
    day = START.date() + timedelta(days=chance.randrange(SPAN))
    kind = chance.random()
    path, value = f"scene/s{chance.randrange(SCENES)}/notes", f"note {number}"
    if kind < RELEASES:
        path = f"picture/p{chance.randrange(2)}/release"
        value = f"{2022 + number % 2}-05-2{number % 7}"
    elif kind < RELEASES + ABSENCES:
        path = f"person/c{chance.randrange(PEOPLE)}/unavailable/a{number % 5}"
        return _entry(number, path, span(day), day, chance)
    elif kind < RELEASES + ABSENCES + LENGTHS:
        path = f"scene/s{chance.randrange(SCENES)}/eighths"
        return _entry(number, path, 1 + number % 16, day, chance)
    return _entry(number, path, value, day, chance)


def _entry(
    number: int, path: str, value: Any, day: date, chance: random.Random
) -> Entry:
    is_report = number % 3 == 0
    return Entry(
        path=path,
        value=value,
        said_on=day.isoformat() if is_report else None,
        source=Source(outlet="The Trade") if is_report else None,
        status="expected" if number % 6 == 0 else "confirmed",
        entered_by=chance.choice(["anna", "ben"]),
        entered_at=START + timedelta(minutes=number),
    )


def span(day: date) -> dict[str, str]:
    return {
        "from": day.isoformat(),
        "to": (day + timedelta(days=6)).isoformat(),
        "reason": "press",
    }


def ask(path: Path) -> None:
    """Time opening, asking and verifying, each from nothing."""
    chance = random.Random(2)
    days = [START.date() + timedelta(days=chance.randrange(SPAN)) for _ in range(ASKED)]

    def opened() -> None:
        with open_document(path, write=False):
            pass

    row("open", [timed(opened) for _ in days])
    with open_document(path, write=False) as document:

        def as_of(day: date) -> None:
            memory = Memory(document.journal, document.connection)
            known = Known(memory.state(), as_of=day)
            for picture in ("p0", "p1"):
                known.standing(f"picture/{picture}/release")

        row("as of a day, just opened", [timed(lambda d=day: as_of(d)) for day in days])
        state = document.state()
        again = [
            timed(lambda d=day: Known(state, as_of=d).standing("picture/p0/release"))
            for day in days
        ]
        row("as of another day", again, "10 ms")
        row(
            "production of a day",
            [timed(lambda d=day: build(Known(state, as_of=d))) for day in days],
        )
        row(
            "every entry read",
            [timed(lambda: entries_anew(document)) for _ in range(5)],
        )
        row("verify", [timed(lambda: verify(document)) for _ in range(3)])
        row("export", [timed(lambda: export(document)) for _ in range(3)])
    target = path.with_name("copy.daybreak")
    row("backup, verified", [timed(lambda: documents.backup(path, target))])
    then = path.with_name("then.daybreak")
    half = ENTRIES // 4
    row(
        "as it was after an entry",
        [timed(lambda: documents.backup(path, then, until=half))],
        "2 s",
    )


def entries_anew(document: Document) -> None:
    document.journal.since(0)


def production() -> Production:
    """Give a production of two pictures."""
    value = {
        "format": "daybreak/production",
        "version": 1,
        "title": "Bench",
        "currency": "USD",
        "pictures": [
            {"id": f"p{n}", "title": f"Picture {n}", "release": "2022-05-20"}
            for n in range(2)
        ],
        "units": [
            {
                "id": "main",
                "name": "Main",
                "start": "2020-02-03",
                "end": "2021-12-31",
                "workweek": ["mon", "tue", "wed", "thu", "fri"],
                "day_minutes": 600,
                "minutes_per_eighth": 10,
                "day_cost": 100_000,
                "base": "here",
            }
        ],
        "bases": [{"id": "here", "name": "Here"}],
        "locations": [{"id": "house", "name": "House", "base": "here"}],
        "people": [
            {
                "id": f"c{n}",
                "name": f"Person {n}",
                "deals": [{"kind": "daily", "rate": 900}],
            }
            for n in range(PEOPLE)
        ],
        "scenes": [
            {
                "id": f"s{n}",
                "picture": f"p{n % 2}",
                "number": f"{n}",
                "heading": f"INT. HOUSE {n} - DAY",
                "place": "int",
                "time": "day",
                "location": "house",
                "eighths": 8,
                "cast": sorted({f"c{n % PEOPLE}", f"c{n * 7 % PEOPLE}"}),
            }
            for n in range(SCENES)
        ],
    }
    return production_from_json(json.dumps(value))


if __name__ == "__main__":
    main()
