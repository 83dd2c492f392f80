"""A session on the harbor's document, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from daybreak.office.live.ops import read_op
from daybreak.office.live.session import Applied, LiveShoot
from daybreak.store.boards import saved
from tests.reports.made_up import harbor
from tests.store.making import START, a_document, opened

NUMBERS = count(1)
BOARD = "first"


class Clock:
    """A clock that goes on a second each time it is looked at."""

    def __init__(self) -> None:
        self._now = START

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def document_with_board(folder: Path) -> Path:
    """Make the harbor's document with its board in it."""
    path = a_document(folder)
    with opened(path) as document:
        entries = document.entries()
        entry = saved(entries, BOARD, harbor()[1], by="anna", at=START)
        document.append([entry])
    return path


@contextmanager
def session(folder: Path) -> Iterator[LiveShoot]:
    """Give a session on a new document."""
    shoot = LiveShoot(opened(document_with_board(folder)), clock=Clock())
    try:
        yield shoot
    finally:
        shoot.close()


def send(
    shoot: LiveShoot,
    kind: str,
    *,
    by: str = "anna",
    base: int | None = None,
    name: str = "",
    **more: Any,
) -> Applied:
    """Send a wish as a page would, on top of what is there where no base is given."""
    data = {
        "id": name or f"test-op-{next(NUMBERS)}",
        "base": shoot.head if base is None else base,
        "type": kind,
        **more,
    }
    if kind not in ("set", "remove", "undo", "redo"):
        data.setdefault("board", BOARD)
    return shoot.apply(read_op(data), by=by)


def days_of(shoot: LiveShoot) -> dict[str, tuple[str, ...]]:
    """Give the strips of the board by ``UNIT/DATE``."""
    return {
        f"{unit}/{day}": tuple(one["strips"])
        for (unit, day), one in shoot.board(BOARD).arranged.days.items()
    }
