"""The workers of one solve, heard until they are done, stopped or proven right."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from queue import Empty, Queue
from time import monotonic
from typing import Any

from daybreak.solving.result import Progress
from daybreak.solving.workers import Worker, end_worker, start_worker

LISTEN_SECONDS = 0.1
STOP_SECONDS = 2.0  # for a worker that searches to say its last word
LAST_BOUND_SECONDS = 0.3
OVERTIME_SECONDS = 5.0
# how long a boneyard has to stay as it is before the bound is asked for it
SETTLED_SECONDS, SETTLED_SHARE = 2.0, 0.15
Tell = Callable[[Progress], None]


class Run:
    """The workers of one solve.

    Parameters
    ----------
    tasks
        What each worker that looks for boards is to do.
    bound_task
        What the worker that proves a bound is to do; None for none.
    progress
        Called with each improvement, and now and then between.
    stop
        Asked ten times a second; true ends the run with the best so far.
    called
        When the call came, by `time.monotonic`.
    ends_when_proven
        Whether all end as soon as the best board is proven best.
    """

    def __init__(
        self,
        tasks: list[dict[str, Any]],
        *,
        bound_task: dict[str, Any] | None,
        progress: Tell | None,
        stop: Callable[[], bool] | None,
        called: float,
        ends_when_proven: bool = True,
    ) -> None:
        self._ends_when_proven = ends_when_proven
        self._heard: Queue[tuple[Worker, Any]] = Queue()
        self._progress = progress
        self._stop = stop
        self._called = called
        counted = tasks[0]["iterations"] is not None
        self._limit = None if counted else float(tasks[0]["seconds"])
        self._stopping_since: float | None = None
        self._searching_since: float | None = None
        self._settled_since = called
        self._meetings = 0
        self.was_stopped = False
        self.team = [
            start_worker(number, task, self._heard) for number, task in enumerate(tasks)
        ]
        self._bound_task = bound_task
        self.bounder: Worker | None = None
        if bound_task is not None:
            self._start_bounder(bound_task)

    @property
    def best(self) -> Worker:
        """Give the worker with the best board; a proof may come upon one, too."""
        return min(self._all(), key=lambda worker: worker.rank)

    def bound_for(self, boneyard: int) -> int | None:
        """Give the best bound proven for boards with so many strips left out."""
        bounds = [one.bound for one in self.team if one.bound is not None]
        if self.bounder is not None and self.bounder.bound is not None:
            assert self._bound_task is not None
            if boneyard <= self._bound_task["boneyard"]:
                bounds.append(self.bounder.bound)
        return max(bounds, default=None)

    @property
    def _is_proven(self) -> bool:
        """Tell whether no better board than the best can be."""
        best = self.best
        if not self._ends_when_proven or best.board is None or best.boneyard:
            return False
        bound = self.bound_for(0)
        return bound is not None and bound >= best.cost

    def until_done(self) -> list[Worker]:
        """Hear the workers until all that look for boards have ended; give them."""
        try:
            while not all(worker.ended for worker in self.team):
                try:
                    self._step()
                except KeyboardInterrupt:
                    if self._stopping_since is not None:
                        break
                    self._ask_to_stop(by_user=True)
            self._hear_last_bound()
        finally:
            for worker in self._all():
                end_worker(worker)
        return self.team

    def _all(self) -> list[Worker]:
        return [*self.team, *([self.bounder] if self.bounder is not None else [])]

    def _step(self) -> None:
        try:
            worker, message = self._heard.get(timeout=LISTEN_SECONDS)
        except Empty:
            self._look_at_clock()
            return
        self._take_in(worker, message)
        self._look_at_clock()

    def _take_in(self, worker: Worker, message: Any) -> None:
        if message is None:
            worker.ended = True
            self._share()
            return
        before = self.best.boneyard
        worker.hear(message)
        if self.best.boneyard != before:
            self._settled_since = monotonic()
        self._tell()
        self._share()
        if self._is_proven and self._stopping_since is None:
            self._ask_to_stop(by_user=False)

    def _share(self) -> None:
        """Send the best board to all workers once all wait for it."""
        there = [worker for worker in self.team if not worker.ended]
        if not there or any(worker.meetings <= self._meetings for worker in there):
            return
        self._meetings += 1
        # where moves are counted, nothing may depend on when a proof finds a board
        among = self.team if self._limit is None else self._all()
        best = min(among, key=lambda worker: worker.rank)
        for worker in there:
            worker.send(
                meeting=self._meetings,
                boneyard=best.boneyard,
                cost=best.cost,
                board=best.board,
            )

    def _look_at_clock(self) -> None:
        """Stop where asked to; give up on workers that do not end."""
        now = monotonic()
        if self._searching_since is None and all(
            worker.searching or worker.ended for worker in self.team
        ):
            self._searching_since = now
        if self._stopping_since is not None:
            if now - self._stopping_since > STOP_SECONDS:
                self._give_up()
        elif (self._stop is not None and self._stop()) or self._is_overtime(now):
            self._ask_to_stop(by_user=True)
        else:
            self._mind_boneyard(now)

    def _is_overtime(self, now: float) -> bool:
        """Tell whether a worker has searched far beyond the limit."""
        if self._limit is None or self._searching_since is None:
            return False
        return now - self._searching_since - self._limit > OVERTIME_SECONDS

    def _ask_to_stop(self, *, by_user: bool) -> None:
        self._stopping_since = monotonic()
        self.was_stopped = by_user
        for worker in self.team:
            worker.ask_to_stop()
            if not (worker.searching or worker.ended):
                worker.ended = worker.is_excused = True  # it loads: it has nothing yet

    def _give_up(self) -> None:
        for worker in self.team:
            worker.ended = True

    # --- the bound ---------------------------------------------------------------

    def _start_bounder(self, task: dict[str, Any]) -> None:
        self._bound_task = task
        self.bounder = start_worker(len(self.team), task, self._heard)

    def _mind_boneyard(self, now: float) -> None:
        """Prove for as many strips left out as the best board leaves out.

        The first bound is for boards with an empty boneyard; where the search ends up
        with more left out, that says nothing of its board.
        """
        best, task = self.best, self._bound_task
        if task is None or self._limit is None or best.board is None:
            return
        patience = max(SETTLED_SECONDS, SETTLED_SHARE * self._limit)
        if best.boneyard == task["boneyard"] or now - self._settled_since < patience:
            return
        if self.bounder is not None:
            end_worker(self.bounder)
        left = max(self._limit - (now - self._called), 0.1)
        self._start_bounder({**task, "boneyard": best.boneyard, "seconds": left})

    def _hear_last_bound(self) -> None:
        """Wait a moment for what the bound's worker has proven at the end.

        Where moves are counted and not time, wait until it has ended by itself.
        """
        bounder = self.bounder
        if bounder is None:
            return
        patience = LAST_BOUND_SECONDS
        if self._limit is None and not self.was_stopped:
            patience = inf
        else:
            bounder.ask_to_stop()
        until = monotonic() + patience
        while not bounder.ended and (left := until - monotonic()) > 0:
            try:
                worker, message = self._heard.get(timeout=min(left, LISTEN_SECONDS))
            except Empty:
                if self._stop is not None and self._stop():
                    return
                continue
            if message is None:
                worker.ended = True
            else:
                worker.hear(message)

    def _tell(self) -> None:
        if self._progress is None:
            return
        best = self.best
        if best.board is None:
            return
        self._progress(
            Progress(
                phase="search",
                cost=best.cost,
                bound=self.bound_for(best.boneyard),
                days=len(best.board),
                boneyard=best.boneyard,
                seconds=monotonic() - self._called,
                iterations=sum(worker.iterations for worker in self.team),
            )
        )
