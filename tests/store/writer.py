"""A process that writes entries into a document as fast as it can, for killing.

``python -m tests.store.writer FOLDER KILLS SEED [early]``: again and again, a child
opens a new document and appends; it says each number once the entry is saved. The
parent kills it at a random moment and says what it heard:
``FILE ACKNOWLEDGED`` a line. With ``early`` the child says the number before it
saves: the broken twin.

``python -m tests.store.writer --write FILE SECONDS``: one writer, never killed here.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from daybreak.store.files import new_document, open_document
from tests.store.making import ABOUT, note

LEAST, MOST = 0.05, 0.3
COMMITS_LEAST, KILLS_MOST = 10_500, 4
"""On a busy machine it takes more kills to come to so many."""
SLOW = 0.003
"""Seconds between two entries of a writer that others read beside."""


def main() -> None:
    if sys.argv[1] == "--write":
        write_on(Path(sys.argv[2]), float(sys.argv[3]))
        return
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance, is_early = random.Random(seed), "early" in sys.argv
    least = 0 if is_early else COMMITS_LEAST
    number = commits = 0
    while number < kills or (commits < least and number < KILLS_MOST * kills):
        number += 1
        path = folder / f"killed-{number}.daybreak"
        new_document(path, ABOUT, lambda journal: journal.append([note(1)]))
        heard = killed(path, chance.uniform(LEAST, MOST), is_early=is_early)
        commits += heard
        print(path, heard, flush=True)


def killed(path: Path, seconds: float, *, is_early: bool) -> int:
    """Let a child write and kill it; give the last number that it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write(path, writing, is_early=is_early)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().split(b"\n")[:-1]  # what was said whole
    return int(said[-1]) if said else 1


def write(path: Path, saying: int, *, is_early: bool) -> None:
    """Append entries until killed."""
    with open_document(path, by="anna") as document:
        number = 1
        while True:
            number += 1
            if is_early:
                os.write(saying, b"%d\n" % number)
            document.append([note(number)])
            if not is_early:
                os.write(saying, b"%d\n" % number)


def write_on(path: Path, seconds: float) -> None:
    """Append entries for a while, saying each number once it is saved."""
    end = time.monotonic() + seconds
    with open_document(path, by="anna") as document:
        number = document.journal.head().seq
        while time.monotonic() < end:
            number += 1
            document.append([note(number)])
            print(number, flush=True)
            time.sleep(SLOW)


if __name__ == "__main__":
    main()
