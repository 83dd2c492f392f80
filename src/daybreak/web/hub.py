"""Who has the page open, and what they are told: edits at once, meaning after.

Edits are pushed as they are taken. What they come to - costs, conflicts - is counted
once for a burst of them, in a thread of its own - a process, where it takes long - and
sent as what changed. Counting begins while the disk still writes; nothing of it is told
before it is written.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from daybreak.model.errors import DaybreakError
from daybreak.office.live.counting import Counting
from daybreak.office.live.outcomes import Applied, Coming
from daybreak.office.live.session import LiveShoot
from daybreak.office.live.telling import edits_message
from daybreak.office.live.view import changed

WAITING_MOST = 256
LOOK_SECONDS = 5.0
"""How often to look whether those who only listen may still be there."""
SHARE = 0.3
"""How much of the time may go into counting while edits keep coming."""
LEAST_REST, MOST_REST = 0.02, 1.5
Json = dict[str, Any]


@dataclass(eq=False, slots=True)
class Listener:
    """One open page.

    Parameters
    ----------
    key
        Names it among the others; the page shows it to nobody.
    person
        Who sits before it.
    board
        Which board it shows.
    is_in
        Tells whether who sits before it may still be there.
    waiting
        What is still to be sent; a page that does not take it is cut off.
    """

    key: str
    person: str
    role: str
    board: str = ""
    is_in: Callable[[], bool] = lambda: True
    seen: Json = field(default_factory=dict)
    waiting: asyncio.Queue[str | None] = field(
        default_factory=lambda: asyncio.Queue(maxsize=WAITING_MOST)
    )


class Hub:
    """Tells every open page what happens.

    Parameters
    ----------
    shoot
        The document; the hub listens to it.
    """

    def __init__(self, shoot: LiveShoot) -> None:
        self._shoot = shoot
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: set[Listener] = set()
        self._meanings: dict[str, tuple[int, Json]] = {}
        self._coming: dict[str, Coming] = {}
        self._counting = Counting()
        self._turn = threading.Lock()
        self._wake = threading.Event()
        self._rest = threading.Event()
        self._ends = False
        self._counter = threading.Thread(target=self._count, daemon=True)
        shoot.listen(self._hear)
        shoot.foresee(self._expect)

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to tell; ``loop`` is where the pages are served."""
        self._loop = loop
        self._counter.start()
        self._look_round()

    def _look_round(self) -> None:
        """Cut off those who were sent away, now and every few seconds."""
        for one in tuple(self._listeners):
            if not one.is_in():
                self._cut(one)
        if self._loop is not None and not self._ends:
            self._loop.call_later(LOOK_SECONDS, self._look_round)

    def end(self) -> None:
        """Cut every page off, and stop counting."""
        self._ends = True
        self._wake.set()
        self._rest.set()
        self._counting.close()
        for one in tuple(self._listeners):
            self._cut(one)

    # --- pages --------------------------------------------------------------------

    def join(self, listener: Listener) -> None:
        """Let a page listen."""
        self._listeners.add(listener)
        self.tell_present()

    def leave(self, listener: Listener) -> None:
        """Let a page go."""
        self._listeners.discard(listener)
        self.tell_present()

    def tell_present(self) -> None:
        """Tell everybody who is there, and what they look at."""
        there = [
            {"key": one.key, "person": one.person, "board": one.board, **one.seen}
            for one in self._listeners
        ]
        self.tell({"type": "present", "people": sorted(there, key=lambda p: p["key"])})

    def tell(
        self, message: Json, *, board: str | None = None, role: str | None = None
    ) -> None:
        """Send a message to every page, or to those of a board or a role."""
        text = json.dumps(message)
        for one in tuple(self._listeners):
            if board in (None, one.board) and role in (None, one.role):
                try:
                    one.waiting.put_nowait(text)
                except asyncio.QueueFull:
                    self._cut(one)

    def tell_soon(
        self, message: Json, *, board: str | None = None, role: str | None = None
    ) -> None:
        """Send a message from another thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(
                lambda: self.tell(message, board=board, role=role)
            )

    def _cut(self, listener: Listener) -> None:
        """Cut off a page that is slow; it comes back and asks for what it missed."""
        self._listeners.discard(listener)
        with contextlib.suppress(asyncio.QueueEmpty):
            while True:
                listener.waiting.get_nowait()
        listener.waiting.put_nowait(None)

    # --- edits and their meaning ----------------------------------------------------

    def _hear(self, told: Applied) -> None:
        self.tell_soon(edits_message(told))
        self._wake.set()

    def _count(self) -> None:
        while not self._ends:
            self._wake.wait()
            self._wake.clear()
            began, at = time.thread_time(), time.perf_counter()
            for board in {one.board for one in tuple(self._listeners) if one.board}:
                with contextlib.suppress(DaybreakError):
                    self._count_board(board)
            # one interpreter serves everybody: let those who edit have their turn
            spent = time.thread_time() - began
            beside = time.perf_counter() - at - spent  # by others, or by the disk
            rest = max(spent / SHARE - spent, beside, LEAST_REST)
            self._rest.wait(min(rest, MOST_REST))

    def _expect(self, coming: Coming) -> None:
        self._coming[coming.now.name] = coming
        self._wake.set()

    def _count_board(self, board: str) -> None:
        coming = self._coming.pop(board, None)
        with self._turn:
            before = self._meanings.get(board)
            if before is None:
                self._counted(board)
                return
            if coming is not None and not coming.is_written.done():
                head, meaning = coming.now.head, self._counting.meaning(coming.now)
                if not coming.is_written.result():
                    return
                self._meanings[board] = (head, meaning)
            elif before[0] == self._shoot.head:
                return
            else:
                head, meaning = self._counted(board)
        message = {
            "type": "meaning",
            "board": board,
            "base": before[0],
            "head": head,
            "changes": changed(before[1], meaning),
        }
        self.tell_soon(message, board=board)

    def meaning(self, board: str) -> tuple[int, Json]:
        """Give what a board comes to now, and at which entry that is."""
        with self._turn:
            found = self._meanings.get(board)
            if found is not None and found[0] == self._shoot.head:
                return found
            return self._counted(board)

    def recent_meaning(self, board: str) -> tuple[int, Json]:
        """Give what a board came to when it was last counted, and at which entry.

        Where nobody listens, that is now. Else it is counted at once anyway, and told
        on the wire to whoever shows the board: nobody has to wait for it twice.
        """
        found = self._meanings.get(board)
        is_heard = any(one.board == board for one in tuple(self._listeners))
        if found is None or not is_heard or board not in self._shoot.board_names():
            return self.meaning(board)
        self._wake.set()
        return found

    def _counted(self, board: str) -> tuple[int, Json]:
        now = self._shoot.board(board)
        made = (now.head, self._counting.meaning(now))
        self._meanings[board] = made
        return made
