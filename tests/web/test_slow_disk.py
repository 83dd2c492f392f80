"""While the disk writes: nobody waits who only reads, and nothing is told too early."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from daybreak.model.errors import StoreError
from daybreak.office.live.outcomes import Coming
from daybreak.office.live.session import LiveShoot
from daybreak.web.hub import Hub
from tests.office.live.sessions import BOARD
from tests.web.sites import Site, site
from tests.web.wires import heard, wire


class Disk:
    """The document's disk: it keeps a writer waiting, and may fail then."""

    def __init__(self, shoot: LiveShoot) -> None:
        self._append = shoot.document.append
        self._may_go = threading.Event()
        self.is_asked = threading.Event()
        self.fails = False
        shoot.document.append = self  # type: ignore[method-assign,assignment]

    def __call__(self, *given: Any, **more: Any) -> Any:
        self.is_asked.set()
        assert self._may_go.wait(20)
        if self.fails:
            raise StoreError("disk full, nothing was changed")
        return self._append(*given, **more)

    def go(self) -> None:
        """Let it write."""
        self._may_go.set()


@contextmanager
def watched(folder: Path) -> Iterator[tuple[Site, Any, Disk]]:
    """Give a page that looks at the board of a server whose disk is slow."""
    with site(folder) as made, wire(made, made.page()) as line:
        line.send(f'{{"type": "seen", "board": "{BOARD}"}}')
        while heard(line, "present")["people"][0].get("board") != BOARD:
            pass
        made.page().get(f"/api/boards/{BOARD}")
        yield made, line, Disk(made.shoot)


def park_one(made: Site) -> threading.Thread:
    """Begin to park the first strip of the board."""
    days = made.shoot.board(BOARD).arranged.days
    strip = days[min(days)]["strips"][0]
    sender = threading.Thread(target=lambda: made.page().edit("park", strips=[strip]))
    sender.start()
    return sender


def hears_early(made: Site, line: Any, disk: Disk) -> bool:
    """Tell whether a page hears of an edit's costs before the disk has it."""
    sender = park_one(made)
    try:
        assert disk.is_asked.wait(20)
        heard(line, "meaning", seconds=0.5)
    except TimeoutError:
        return False
    finally:
        disk.go()
        sender.join(20)
    return True


def test_whoever_reads_sees_what_is_written_and_does_not_wait(tmp_path: Path) -> None:
    """P1: what is shown as there is on the disk; F2: a board does not wait for it."""
    with watched(tmp_path) as (made, _, disk):
        head, page = made.shoot.head, made.page()
        before = page.get(f"/api/boards/{BOARD}").json
        sender = park_one(made)
        assert disk.is_asked.wait(20)
        assert page.get(f"/api/boards/{BOARD}").json == before
        disk.go()
        sender.join(20)
        after = page.get(f"/api/boards/{BOARD}").json
        assert after["standing_head"] == head + 1
        assert len(after["standing"]["boneyard"]) == 1 + len(
            before["standing"]["boneyard"]
        )


def test_costs_are_told_once_the_edit_is_written(tmp_path: Path) -> None:
    """P1: counted while the disk writes, told after it."""
    with watched(tmp_path) as (made, line, disk):
        head = made.shoot.head
        assert not hears_early(made, line, disk)
        told = heard(line, "meaning")
        assert (told["base"], told["head"]) == (head, head + 1)
        counted = made.page().get(f"/api/boards/{BOARD}").json["meaning"]
        assert (
            told["changes"]["totals"]["changed"]["boneyard"]
            == (counted["totals"]["boneyard"])
        )


def test_costs_of_an_edit_that_was_not_written_are_told_to_nobody(
    tmp_path: Path,
) -> None:
    """A3: nothing was changed, and nothing else is shown."""
    with watched(tmp_path) as (made, line, disk):
        before = made.page().get(f"/api/boards/{BOARD}").json
        disk.fails = True
        assert not hears_early(made, line, disk)
        with pytest.raises(TimeoutError):
            heard(line, "meaning", seconds=0.5)
        assert made.page().get(f"/api/boards/{BOARD}").json == before


@pytest.mark.twin
def test_costs_that_do_not_wait_for_the_disk_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P1's twin: a hub that takes every edit for written tells too early."""
    expect = Hub._expect

    def hasty(hub: Hub, coming: Coming) -> None:
        early = Coming(now=coming.now)
        expect(hub, early)
        threading.Timer(0.05, early.is_written.set_result, [True]).start()

    monkeypatch.setattr(Hub, "_expect", hasty)
    with watched(tmp_path) as (made, line, disk):
        assert hears_early(made, line, disk)
