"""Hours of editing, and everybody coming back at once after a restart."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from daybreak.office.live.ledger import Ledger
from daybreak.store.files import open_document
from tests.office.live.sessions import BOARD, document_with_board
from tests.web.sites import Page, Site, site, size_of
from tests.web.wires import heard, wire

PEOPLE = size_of("DAYBREAK_RECONNECTS", 12)
SOAK = size_of("DAYBREAK_SOAK_EDITS", 300)
EDITORS = 4
WARM = 100
MOST_MEMORY, MOST_FILES, MOST_A_WISH = 50 * 2**20, 10, 4096
NUMBERS = count(1)


# --- everybody comes back at once -----------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Somebody whom the restart cut off: what they knew, and what they still owe."""

    person: str
    known: int
    wish: dict[str, Any]


def cut_off(made: Site) -> list[Left]:
    """Let many people edit, and leave; of every other one the answer gets lost."""
    found = []
    for number in range(PEOPLE):
        page, person = made.page("edit", f"person {number}"), f"person {number}"
        wish = banner(f"banner-{number}", head=made.shoot.head)
        if number % 2:
            assert page.post("/api/ops", wish).status == 200
        found.append(Left(person=person, known=made.shoot.head - number, wish=wish))
        page.close()
    return found


def banner(key: str, *, head: int) -> dict[str, Any]:
    """Give a wish that nobody else is in the way of."""
    value = {"unit": "main", "date": "2027-03-02", "kind": "note", "text": key}
    wish = {"id": f"again-{key}", "base": head, "type": "banner", "board": BOARD}
    return {**wish, "key": key, "value": value}


def come_back(made: Site, left: Left) -> tuple[int, list[int], bool]:
    """Open the wire, catch up, send again: status, entries seen, whether a repeat."""
    page = made.page("edit", left.person)
    with wire(made, page) as line:
        head = int(heard(line, "hello")["head"])
        told = page.get(f"/api/entries?since={left.known}").json
        sent = page.post("/api/ops", left.wish)
        page.close()
    seqs = [int(one["seq"]) for one in told["entries"]]
    assert seqs[: head - left.known] == list(range(left.known + 1, head + 1))
    return sent.status, seqs, bool(sent.json.get("repeat"))


def after_restart(folder: Path) -> tuple[list[tuple[int, list[int], bool]], Path]:
    """Cut everybody off, serve the document anew, and let all come back at once."""
    path = document_with_board(folder)
    with site(folder, path=path) as made:
        left = cut_off(made)
    with site(folder, path=path) as made, ThreadPoolExecutor(PEOPLE) as pool:
        done = list(pool.map(lambda one: come_back(made, one), left))
    return done, path


def times_made(path: Path) -> Counter[str]:
    """Count the entries of each banner."""
    with open_document(path, write=False) as document:
        paths = [one.path for one in document.entries()]
    return Counter(one for one in paths if "/banner/" in one)


def test_all_come_back_after_a_restart_and_nothing_is_made_twice(
    tmp_path: Path,
) -> None:
    """F8: caught up by number, and what was unsent is sent again with one effect."""
    done, path = after_restart(tmp_path)
    assert [status for status, _, _ in done] == [200] * PEOPLE
    assert [repeat for _, _, repeat in done] == [bool(n % 2) for n in range(PEOPLE)]
    made = times_made(path)
    assert len(made) == PEOPLE
    assert set(made.values()) == {1}


@pytest.mark.twin
def test_a_restart_that_forgets_ids_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F8's twin: a server that knows no id from before makes some edits twice."""
    monkeypatch.setattr(Ledger, "done", lambda *_: None)
    done, path = after_restart(tmp_path)
    refused = [status for status, _, _ in done if status == 409]
    twice = [path for path, times in times_made(path).items() if times > 1]
    assert refused or twice


# --- hours of editing -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Taken:
    """What a server takes of its machine."""

    memory: int
    files: int
    disk: int


def taken(made: Site) -> Taken:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Taken(
        memory=pages * os.sysconf("SC_PAGE_SIZE"),
        files=len(os.listdir("/proc/self/fd")),
        disk=made.path.stat().st_size,
    )


def edit_on(made: Site, person: str, times: int) -> None:
    """Write one banner anew and anew, with a wire that breaks now and then."""
    page: Page = made.page("edit", person)
    head = page.head()
    for number in range(times):
        if number % 25 == 0:
            with wire(made, page) as line:
                line.send(json.dumps({"type": "seen", "board": BOARD}))
                heard(line, "present")
        wish = banner(person, head=head) | {"id": f"soak-{next(NUMBERS):08}"}
        wish["value"]["text"] = f"written {number} times"
        done = page.post("/api/ops", wish)
        assert done.status == 200
        head = done.json["head"]
    page.close()


def soaked(made: Site, times: int) -> None:
    """Let some people make so many edits together."""
    with ThreadPoolExecutor(EDITORS) as pool:
        share = times // EDITORS
        for one in [
            pool.submit(edit_on, made, f"editor-{n}", share) for n in range(EDITORS)
        ]:
            one.result()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such files")
def test_hours_of_editing_take_little_of_the_machine(tmp_path: Path) -> None:
    """F6: +50 MB of memory, +10 open files, 4 KB of disk for each edit at most.

    A night's run makes 40,000 edits: twenty people, eight hours, one in 15 seconds.
    """
    with site(tmp_path) as made:
        soaked(made, WARM)
        before, head = taken(made), made.shoot.head
        soaked(made, SOAK)
        after, edits = taken(made), made.shoot.head - head
    assert edits >= SOAK - EDITORS
    assert after.memory - before.memory <= MOST_MEMORY
    assert after.files - before.files <= MOST_FILES
    assert (after.disk - before.disk) / edits <= MOST_A_WISH


@pytest.mark.twin
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such files")
def test_wires_that_are_never_closed_are_noticed(tmp_path: Path) -> None:
    """F6's twin: whoever leaves lines open takes more files than that."""
    with site(tmp_path) as made:
        before, pages = taken(made), [made.page() for _ in range(MOST_FILES)]
        for page in pages:
            page.get("/api/shoot")  # and the line is kept
        assert taken(made).files - before.files > MOST_FILES
        for page in pages:
            page.close()
