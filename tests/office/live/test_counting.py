"""What a process beside the server counts is what is counted here."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from daybreak.model.errors import UsageError
from daybreak.office.live import counting
from daybreak.office.live.counting import Counting, meaning_now
from daybreak.office.live.session import LiveShoot
from tests.office.live.sessions import BOARD, days_of, send, session
from tests.web.sites import size_of

EDITS = size_of("DAYBREAK_COUNTED_BESIDE", 40)


@contextmanager
def beside(folder: Path) -> Iterator[tuple[LiveShoot, Counting]]:
    """Give a session, and a process that counts for it."""
    with session(folder) as shoot:
        made = Counting(long_seconds=0)
        try:
            made.meaning(shoot.board(BOARD))
            last = time.monotonic() + 60
            while not made.is_beside:
                assert time.monotonic() < last, "no process came"
                time.sleep(0.01)
            yield shoot, made
        finally:
            made.close()


def edit(shoot: LiveShoot, dice: random.Random, number: int) -> None:
    """Move a strip, park one, or say another fact."""
    days = days_of(shoot)
    strips = [one.id for one in shoot.production().scenes]
    key = dice.choice([*days, "main/2027-03-11"])
    unit, _, day = key.partition("/")
    strip = dice.choice(strips)
    try:
        if number % 5 == 4:
            path = f"scene/{strip}/eighths"
            send(shoot, "set", path=path, value=dice.randint(1, 30))
        elif number % 5 == 3:
            send(shoot, "park", strips=[strip])
        else:
            send(shoot, "move", strips=[strip], unit=unit, date=day)
    except UsageError:
        pass  # nothing would change, or something is locked


def differing(shoot: LiveShoot, made: Counting) -> int:
    """Count after how many edits the process says something else than we do."""
    dice, found = random.Random(3), 0
    for number in range(EDITS):
        edit(shoot, dice, number)
        now = shoot.board(BOARD)
        found += made.meaning(now) != json.loads(json.dumps(meaning_now(now)))
    return found


def test_what_is_counted_beside_is_what_is_counted_here(tmp_path: Path) -> None:
    """P3: whichever process counts, a board comes to the same, part by part."""
    with beside(tmp_path) as (shoot, made):
        head = shoot.head
        assert differing(shoot, made) == 0
        assert made.is_beside
        assert shoot.head >= head + EDITS // 3


@pytest.mark.twin
def test_changes_that_are_not_taken_in_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P3's twin: what changed is dropped, and the board comes to what it was."""

    def forgetful(last: dict[str, Any], _: dict[str, Any]) -> dict[str, Any]:
        return last

    monkeypatch.setattr(counting, "with_changes", forgetful)
    with beside(tmp_path) as (shoot, made):
        assert differing(shoot, made) >= 1


def test_board_is_counted_here_where_the_process_ended(tmp_path: Path) -> None:
    """B6: what fails beside is no failure here."""
    with beside(tmp_path) as (shoot, made):
        assert made._beside is not None
        made._beside.process.kill()
        made._beside.process.wait()
        now = shoot.board(BOARD)
        assert made.meaning(now) == meaning_now(now)
        assert not made.is_beside


def test_process_ends_where_nobody_asks_any_more(tmp_path: Path) -> None:
    """B6: a server that is killed leaves no process behind."""
    with beside(tmp_path) as (_, made):
        assert made._beside is not None
        process = made._beside.process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0
