"""Long work on an open document: one at a time, two waiting, stopped at any moment.

What comes of it stays at hand until newer work takes its place: a proposal is taken
later, into a board that people went on to edit.
"""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import sys
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from daybreak.model.errors import DaybreakError, UsageError
from daybreak.office.live.asking import Wish
from daybreak.office.live.session import LiveShoot
from daybreak.office.live.working import Answer, Desk, worked

if TYPE_CHECKING:
    from daybreak.solving import Progress

LOG = logging.getLogger("daybreak.jobs")
WAITING_MOST = 2
KEPT_MOST = 12
POINTS_MOST = 300
TELL_SECONDS = 0.25
State = Literal["waiting", "running", "done", "failed", "stopped"]
OVER = ("done", "failed", "stopped")
POLITENESS = 5
"""Of the processes that search: where cores are few, those who edit go first."""
Json = dict[str, Any]
Tell = Callable[[Json], None]


class Busy(UsageError):
    """As much waits as may."""


@dataclass(slots=True, kw_only=True)
class Job:
    """Work that somebody asked for.

    Parameters
    ----------
    state
        ``stopped`` where it was taken out of the line before it began.
    points
        How the search stood: seconds, cost, bound, strips in the boneyard.
    said
        The last words of the work; at its end why it failed.
    is_taken
        Whether what it proposed was taken: nobody has to look at it again.
    """

    id: str
    wish: Wish
    by: str
    head: int
    state: State = "waiting"
    points: list[tuple[float, int, int | None, int]] = field(default_factory=list)
    phase: str = ""
    said: str = ""
    answer: Answer | None = None
    is_stopping: bool = False
    is_taken: bool = False
    told_at: float = 0.0


class Jobs:
    """The line of work of a document.

    Parameters
    ----------
    shoot
        The open document.
    tell
        Called with what pages are told, from the thread that works.
    """

    def __init__(self, shoot: LiveShoot, *, tell: Tell) -> None:
        self._shoot = shoot
        self._tell = tell
        self._turn = threading.Condition()
        self._line: deque[Job] = deque()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._running: Job | None = None
        self._ends = False
        self._worker: threading.Thread | None = None

    def start(self, wish: Wish, *, by: str) -> Job:
        """Put a wish into the line.

        Raises
        ------
        Busy
            When two wait already (RELIABILITY D12).
        UsageError
            When there is no such board.
        """
        if wish.board:
            self._shoot.board(wish.board)
        with self._turn:
            if len(self._line) >= WAITING_MOST:
                raise Busy(
                    f"{WAITING_MOST} plans wait already.\n"
                    "Maybe stop one of them, or wait until one is done."
                )
            job = Job(id=secrets.token_hex(8), wish=wish, by=by, head=self._shoot.head)
            self._jobs[job.id] = job
            self._line.append(job)
            self._forget()
            if self._worker is None:
                self._worker = threading.Thread(
                    target=self._work, name="planner", daemon=True
                )
                self._worker.start()
            self._turn.notify_all()
        self._tell(self.view(job))
        return job

    def get(self, job: str) -> Job:
        """Give a job by its id.

        Raises
        ------
        UsageError
            When it is not known any more.
        """
        with self._turn:
            if job not in self._jobs:
                raise UsageError(
                    "That plan is not at hand any more.\nMaybe make it anew."
                )
            return self._jobs[job]

    def listed(self) -> Sequence[Job]:
        """Give every job that is at hand, the newest last."""
        with self._turn:
            return tuple(self._jobs.values())

    def stop(self, job: str) -> Job:
        """End a job with the best so far, or take it out of the line.

        One that is over is thrown away.

        Raises
        ------
        UsageError
            When it is not known any more.
        """
        found = self.get(job)
        with self._turn:
            if found.state in OVER:
                self._jobs.pop(job, None)
                return found
            found.is_stopping = True
            if found in self._line:
                self._line.remove(found)
                found.state = "stopped"
        self._tell(self.view(found))
        return found

    def close(self) -> None:
        """Stop everything; what runs ends with the best so far, which nobody sees."""
        with self._turn:
            self._ends = True
            self._line.clear()
            if self._running is not None:
                self._running.is_stopping = True
            self._turn.notify_all()
            worker = self._worker
        if worker is not None:
            worker.join(timeout=5)

    def view(self, job: Job) -> Json:
        """Give what pages are told of a job while it goes on, and at its end."""
        with self._turn:
            place = self._line.index(job) + 1 if job in self._line else 0
            last = job.points[-1] if job.points else None
            return {
                "type": "job",
                "id": job.id,
                "kind": job.wish.kind,
                "board": job.wish.board,
                "by": job.by,
                "state": job.state,
                "position": place,
                "seconds_given": job.wish.seconds,
                "phase": job.phase,
                "seconds": last[0] if last else 0.0,
                "cost": last[1] if last else None,
                "bound": last[2] if last else None,
                "boneyard": last[3] if last else None,
                "said": job.said,
                "stopping": job.is_stopping,
                "taken": job.is_taken,
            }

    # --- the worker -----------------------------------------------------------------

    def _work(self) -> None:
        _step_back()
        while True:
            with self._turn:
                while not self._line and not self._ends:
                    self._turn.wait()
                if self._ends:
                    return
                job = self._running = self._line.popleft()
                job.state = "running"
            for one in (job, *self._line):  # those that wait are one place further
                self._tell(self.view(one))
            self._do(job)
            with self._turn:
                self._running = None
            self._tell(self.view(job))

    def _do(self, job: Job) -> None:
        """Do one job; whatever happens to it is told, and nothing else happens."""
        desk = Desk(
            shoot=self._shoot,
            tell=lambda stands: self._note(job, stands),
            step=lambda words: self._say(job, words),
            stop=lambda: job.is_stopping,
            by=job.by,
        )
        try:
            job.answer = worked(job.wish, desk)
            job.state, job.said = "done", ""
        except DaybreakError as error:
            job.state, job.said = "failed", str(error)
        except Exception as error:
            number = secrets.token_hex(4)
            LOG.error("error %s in a job", number, exc_info=error)
            job.said = f"The planner failed; it is in the log as {number}."
            job.state = "failed"

    def _note(self, job: Job, stands: Progress) -> None:
        """Note how a search stands; tell it a few times a second at most."""
        job.phase = stands.phase
        now = time.monotonic()
        if stands.phase == "search":
            point = (
                round(stands.seconds, 2),
                stands.cost,
                stands.bound,
                stands.boneyard,
            )
            self._add(job, point)
        if now - job.told_at >= TELL_SECONDS:
            job.told_at = now
            self._tell(self.view(job))

    def _add(self, job: Job, point: tuple[float, int, int | None, int]) -> None:
        points = job.points
        if len(points) > 1 and points[-1][1:] == point[1:] == points[-2][1:]:
            points[-1] = point  # nothing changed: the line only gets longer
        else:
            points.append(point)
        if len(points) > POINTS_MOST:
            del points[1:-1:2]

    def _say(self, job: Job, words: str) -> None:
        job.said = words
        self._tell(self.view(job))

    def _forget(self) -> None:
        """Forget the oldest jobs that are over."""
        over = [
            one
            for one in self._jobs.values()
            if one.state in ("done", "failed", "stopped")
        ]
        for one in over[: max(0, len(self._jobs) - KEPT_MOST)]:
            del self._jobs[one.id]


def _step_back() -> None:
    """Let what this thread starts go behind those who edit, where threads can do that.

    On Linux a process inherits how polite the thread is that starts it.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            thread = threading.get_native_id()
            mine = os.getpriority(os.PRIO_PROCESS, thread)
            os.setpriority(os.PRIO_PROCESS, thread, mine + POLITENESS)
