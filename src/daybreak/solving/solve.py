"""Solve: from a production to a schedule that the rule book has passed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from queue import Empty, Queue
from time import monotonic, time
from typing import Any

from daybreak._version import __version__
from daybreak.checking import check, costed, count_costs, is_valid
from daybreak.model.errors import SolverError, UsageError
from daybreak.model.files import to_json
from daybreak.model.production import Production
from daybreak.model.schedule import MadeBy, Schedule
from daybreak.solving.boards import Board, board_of_schedule, schedule_from_board
from daybreak.solving.engines.cache import is_ready
from daybreak.solving.problem import Problem, problem_of
from daybreak.solving.reasons import Deadline, completed, reasons_for
from daybreak.solving.result import Progress, Result
from daybreak.solving.tiny import tiny_production
from daybreak.solving.workers import Worker, end_worker, start_worker

WORKERS = 2
LISTEN_SECONDS = 0.1
STOP_SECONDS = 2.0  # for a worker that searches to say its last word
OVERTIME_SECONDS = 5.0
STOPPED_PATIENCE_SECONDS = 0.4
PATIENCE_SHARE = 0.05
Tell = Callable[[Progress], None]


def solve(
    production: Production,
    *,
    seconds: float = 20.0,
    iterations: int | None = None,
    seed: int = 1,
    start: Schedule | None = None,
    progress: Tell | None = None,
    stop: Callable[[], bool] | None = None,
    workers: int = WORKERS,
) -> Result:
    """Give the best valid schedule found in the time given.

    Parameters
    ----------
    production
        What is to be shot.
    seconds
        Time from the call to the answer; compiling kernels does not count.
    iterations
        Moves for each worker to try, in place of a time: then the same seed gives
        the same schedule, on any machine.
    seed
        Any whole number.
    start
        A schedule to begin from; the result is never worse than a valid one.
    progress
        Called with each improvement, and now and then between.
    stop
        Asked ten times a second; true ends the search with the best so far, as
        Ctrl-C does.
    workers
        Processes that search side by side, each from a seed of its own.

    Returns
    -------
    Result
        The schedule, checked and costed by `daybreak.checking`.

    Raises
    ------
    SolverError
        When no worker gave any board, or the board breaks a rule.
    UsageError
        When a limit makes no sense.
    DocumentError
        When ``start`` names a unit or scene that the production does not have.

    Notes
    -----
    SPEC 2 and 3. The schedule's ``bound`` is null: nothing is proven here.
    """
    _check_limits(seconds, iterations, workers)
    if not is_ready() and _prepare(progress, stop):
        stop = _at_once
    called = monotonic()
    problem = problem_of(production)
    begin = None if start is None else _start_board(problem, production, start)
    task = {
        "production": to_json(production),
        "seconds": seconds,
        "iterations": iterations,
        "start": begin,
        "called": time(),
    }
    run = _Run(task, seed, workers, progress, stop, called)
    team = run.until_done()
    best = min(team, key=lambda worker: worker.rank)
    board = begin if best.board is None else best.board
    if board is None and not run.was_stopped:
        raise SolverError(_why_nothing(team))
    patience = _patience(seconds, iterations, was_stopped=run.was_stopped)
    made = _made_by(seed, iterations, workers, monotonic() - called)
    schedule = _passed(problem, board or [], start, made, Deadline(patience))
    counted = schedule.cost["total"]
    return Result(
        schedule=schedule,
        cost=counted,
        bound=None,
        status="feasible",
        seconds=monotonic() - called,
        seed=seed,
        iterations=sum(worker.iterations for worker in team),
        version=__version__,
        reasons=reasons_for(problem, schedule, Deadline(patience)),
        notes=tuple(_notes(team)),
    )


def _patience(
    seconds: float, iterations: int | None, *, was_stopped: bool
) -> float | None:
    """Give the seconds for each work on the boneyard after the search; None is any.

    Where moves are counted, the answer may not depend on a clock.
    """
    if was_stopped:
        return STOPPED_PATIENCE_SECONDS
    if iterations is not None:
        return None
    return max(PATIENCE_SHARE * seconds, STOPPED_PATIENCE_SECONDS)


def _at_once() -> bool:
    return True


def _prepare(progress: Tell | None, stop: Callable[[], bool] | None) -> bool:
    """Compile the kernels before the clock runs; tell whether that was stopped."""
    if progress is not None:
        progress(Progress(phase="compile"))
    task = {
        "production": to_json(tiny_production()),
        "seconds": 0.0,
        "iterations": 1,
        "start": None,
        "called": time(),
    }
    run = _Run(task, 1, 1, None, stop, monotonic())
    team = run.until_done()
    if not (team[0].done or is_ready() or run.was_stopped):
        raise SolverError(_why_nothing(team))
    return run.was_stopped


def _check_limits(seconds: float, iterations: int | None, workers: int) -> None:
    if not 0 < seconds <= 10**7:
        raise UsageError(
            f"{seconds} seconds is no time to search.\nMaybe give 20, or 60."
        )
    if iterations is not None and not 0 < iterations <= 10**12:
        raise UsageError(
            f"{iterations} iterations is no work.\nMaybe give 100000 or more."
        )
    if not 1 <= workers <= 64:
        raise UsageError(f"{workers} workers cannot work.\nMaybe give 2.")


def _start_board(problem: Problem, production: Production, start: Schedule) -> Board:
    check(production, start)  # names every id that the production does not have
    return board_of_schedule(problem, start)


class _Run:
    """The workers of one solve, until they are done or stopped."""

    def __init__(
        self,
        task: dict[str, Any],
        seed: int,
        workers: int,
        progress: Tell | None,
        stop: Callable[[], bool] | None,
        called: float,
    ) -> None:
        self._heard: Queue[Any] = Queue()
        self._progress = progress
        self._stop = stop
        self._called = called
        self._limit = None if task["iterations"] is not None else task["seconds"]
        self._stopping_since: float | None = None
        self._searching_since: float | None = None
        self.team = [
            start_worker(number, {**task, "seed": seed * 64 + number}, self._heard)
            for number in range(workers)
        ]

    @property
    def was_stopped(self) -> bool:
        """Tell whether the workers were asked to end before they were done."""
        return self._stopping_since is not None

    def until_done(self) -> list[Worker]:
        """Hear the workers until all have ended; give them."""
        try:
            while not all(worker.ended for worker in self.team):
                try:
                    self._step()
                except KeyboardInterrupt:
                    if self._stopping_since is not None:
                        break
                    self._ask_to_stop()
        finally:
            for worker in self.team:
                end_worker(worker)
        return self.team

    def _step(self) -> None:
        try:
            number, message = self._heard.get(timeout=LISTEN_SECONDS)
        except Empty:
            self._look_at_clock()
            return
        worker = self.team[number]
        if message is None:
            worker.ended = True
        else:
            worker.hear(message)
            self._tell()
        self._look_at_clock()

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
            self._ask_to_stop()

    def _is_overtime(self, now: float) -> bool:
        """Tell whether a worker has searched far beyond the limit."""
        if self._limit is None or self._searching_since is None:
            return False
        beyond = now - self._searching_since - float(self._limit)
        return beyond > OVERTIME_SECONDS

    def _ask_to_stop(self) -> None:
        self._stopping_since = monotonic()
        for worker in self.team:
            worker.ask_to_stop()
            if not (worker.searching or worker.ended):
                worker.ended = worker.is_excused = True  # it loads: it has nothing yet

    def _give_up(self) -> None:
        for worker in self.team:
            worker.ended = True

    def _tell(self) -> None:
        if self._progress is None:
            return
        best = min(self.team, key=lambda worker: worker.rank)
        if best.board is None:
            return
        self._progress(
            Progress(
                phase="search",
                cost=best.cost,
                days=len(best.board),
                boneyard=best.boneyard,
                seconds=monotonic() - self._called,
                iterations=sum(worker.iterations for worker in self.team),
            )
        )


def _passed(
    problem: Problem,
    board: Board,
    start: Schedule | None,
    made: MadeBy,
    deadline: Deadline,
) -> Schedule:
    """Give the schedule of a board that the rule book passes, or a better start."""
    production = problem.production
    found = schedule_from_board(problem, board)
    broken = [one for one in check(production, found) if one.level == "blocks"]
    if broken:
        told = "; ".join(one.said for one in broken[:3])
        raise SolverError(
            f"The engine's schedule breaks {len(broken)} rules ({told}).\n"
            "This is a fault of Daybreak: nothing was taken from it."
        )
    found = completed(problem, found, deadline)
    if start is not None and is_valid(check(production, start)):
        found = min(start, found, key=lambda one: _worth(production, one))
    schedule = replace(found, made_by=made, status="feasible", bound=None)
    return costed(production, schedule)


def _worth(production: Production, schedule: Schedule) -> tuple[int, int]:
    """Give what schedules are compared by (SPEC 4): boneyard, then total."""
    total = count_costs(production, schedule).lines["total"]
    return len(schedule.boneyard), total


def _made_by(seed: int, iterations: int | None, workers: int, seconds: float) -> MadeBy:
    counted = {} if iterations is None else {"iterations": iterations}
    took = None if iterations is not None else Decimal(f"{seconds:.1f}")
    return MadeBy(
        version=__version__,
        seed=seed,
        seconds=took,
        extra={**counted, "workers": workers},
    )


def _notes(team: list[Worker]) -> list[str]:
    return [
        f"Worker {worker.number} ended before its time; the best of what it and the "
        "others had found was kept."
        for worker in team
        if not (worker.done or worker.is_excused)
    ]


def _why_nothing(team: list[Worker]) -> str:
    words = next((worker.last_words() for worker in team if worker.said), "")
    last = words.splitlines()[-1] if words else "it said nothing"
    return (
        "The engine ended without a schedule: "
        f"{last}.\nMaybe try again, with more time; nothing was written."
    )


def warm_up() -> None:
    """Compile the kernels and keep them, so that the next solve starts at once."""
    if not is_ready():
        _prepare(None, None)
