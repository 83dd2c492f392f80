"""Counting what boards come to beside the server, where it takes long.

While one thread counts, the others that share its interpreter answer more slowly. So a
board that takes long is counted in a process of its own, as soon as that is there.
Where the process fails, the board is counted here, and nobody is told anything else.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from typing import Any

from daybreak.model.files import to_json
from daybreak.model.production import Production
from daybreak.office.live.outcomes import BoardNow
from daybreak.office.live.view import (
    meaning_view,
    schedule_of,
    standing_view,
    with_changes,
)

LONG_SECONDS = 0.03
"""From so much of the processor on, a board is counted in a process of its own."""
START_SECONDS = 5
"""So long the end waits for a process that is just beginning."""
CODE = "from daybreak.office.live.counting_child import main; main()"
FAILED = (OSError, ValueError, KeyError, TypeError)
"""What asking a process comes to that has ended, or says what nobody understands."""
Json = dict[str, Any]


def meaning_now(now: BoardNow) -> Json:
    """Give what a board comes to as it stands, counted here."""
    return meaning_view(now.production, schedule_of(now))


class Counting:
    """Counts boards, here or beside; asked by one thread at a time.

    Parameters
    ----------
    long_seconds
        How much of the processor is long.
    """

    def __init__(self, *, long_seconds: float = LONG_SECONDS) -> None:
        self._long_seconds = long_seconds
        self._beside: Beside | None = None
        self._starter: threading.Thread | None = None
        self._is_closed = False

    @property
    def is_beside(self) -> bool:
        """Whether a process of its own is there to count."""
        return self._beside is not None

    def meaning(self, now: BoardNow) -> Json:
        """Give what a board comes to as it stands.

        Raises
        ------
        DocumentError
            When the board names what is not there.
        """
        beside = self._beside
        if beside is not None:
            with contextlib.suppress(*FAILED):
                return beside.meaning(now)
            beside.end()
            self._beside, self._is_closed = None, True  # it failed once: no more
        began = time.thread_time()
        made = meaning_now(now)
        if time.thread_time() - began > self._long_seconds:
            self._begin_beside(now)
        return made

    def close(self) -> None:
        """End the process; what is asked later is counted here."""
        self._is_closed = True
        if self._starter is not None:
            self._starter.join(START_SECONDS)
        if self._beside is not None:
            self._beside.end()

    def _begin_beside(self, now: BoardNow) -> None:
        """Begin a process; it counts once it has answered for the first time."""
        if self._is_closed or self._starter is not None:
            return
        self._starter = threading.Thread(target=self._start, args=(now,), daemon=True)
        self._starter.start()

    def _start(self, now: BoardNow) -> None:
        with contextlib.suppress(*FAILED):
            made = Beside()
            try:
                made.meaning(now)
            except FAILED:
                made.end()
                raise
            self._beside = made


class Beside:
    """A process that counts, and what it said last of each board."""

    def __init__(self) -> None:
        self._production: Production | None = None
        self._last: dict[str, Json] = {}
        self.process = subprocess.Popen(
            [sys.executable, "-c", CODE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C is for the server, which ends it
        )

    def meaning(self, now: BoardNow) -> Json:
        """Give what a board comes to, as the process counts it."""
        if self._production is not now.production:
            self._say({"production": to_json(now.production)})
            self._production = now.production
        last = self._last.pop(now.name, None)
        standing = standing_view(now)
        self._say(
            {"board": now.name, "standing": standing, "follows": last is not None}
        )
        told = self._hear()
        if last is None:
            whole: Json = told["whole"]
        else:
            whole = with_changes(last, told["changes"])
        self._last[now.name] = whole
        return whole

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        with contextlib.suppress(*FAILED):
            self.process.communicate()

    def _say(self, said: Json) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(said) + "\n")
        self.process.stdin.flush()

    def _hear(self) -> Json:
        assert self.process.stdout is not None
        told: Json = json.loads(self.process.stdout.readline())
        return told
