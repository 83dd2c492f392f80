"""Solve: from a production to a schedule that the rule book has passed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
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
from daybreak.solving.running import Run
from daybreak.solving.sequences.ready import are_sequences_ready
from daybreak.solving.sequences.recognizing import recognized
from daybreak.solving.tiny import tiny_production, tiny_sequence
from daybreak.solving.workers import Worker

WORKERS = 2
STOPPED_PATIENCE_SECONDS = 0.4
WARM_SECONDS = 1.0
FOREVER = 1e7
PATIENCE_SHARE = 0.05


def solve(
    production: Production,
    *,
    seconds: float = 20.0,
    iterations: int | None = None,
    seed: int = 1,
    start: Schedule | None = None,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    workers: int = WORKERS,
    prove: bool | None = None,
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
    prove
        Whether to prove a lower bound beside the search, in a process of its own.
        Left out, one is proven where a time is given: with ``iterations``, a proof
        would take as long as it takes.

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
    SPEC 2 to 4. The search ends before its time where the bound proves its schedule
    best.
    """
    check_limits(seconds, iterations, workers)
    if not is_ready() and prepare(progress, stop):
        stop = _at_once
    called = monotonic()
    problem = problem_of(production)
    begin = None if start is None else _start_board(problem, production, start)
    is_sequence = recognized(production) is not None
    task = {
        "kind": "sequence" if is_sequence else "search",
        "production": to_json(production),
        "seconds": seconds,
        "iterations": iterations,
        "start": begin,
        "called": time(),
    }
    run = Run(
        [
            {
                **task,
                "seed": seed * 64 + number,
                "number": number,
                "meets": workers > 1,
            }
            for number in range(workers)
        ],
        bound_task=_bound_task(task, prove=prove, is_sequence=is_sequence),
        progress=progress,
        stop=stop,
        called=called,
    )
    team = run.until_done()
    board = begin if run.best.board is None else run.best.board
    if board is None and not run.was_stopped:
        raise SolverError(why_nothing(team))
    patience = patience_of(seconds, iterations, was_stopped=run.was_stopped)
    made = made_by_of(seed, iterations, workers, monotonic() - called)
    schedule = _passed(problem, board or [], start, made, Deadline(patience))
    notes = notes_of(run)
    schedule = _with_bound(schedule, run, notes)
    counted = schedule.cost["total"]
    return Result(
        schedule=schedule,
        cost=counted,
        bound=schedule.bound,
        status="optimal" if schedule.status == "optimal" else "feasible",
        seconds=monotonic() - called,
        seed=seed,
        iterations=sum(worker.iterations for worker in team),
        version=__version__,
        reasons=reasons_for(problem, schedule, Deadline(patience)),
        notes=tuple(notes),
    )


def _bound_task(
    task: dict[str, Any], *, prove: bool | None, is_sequence: bool
) -> dict[str, Any] | None:
    """Give what the worker that proves a bound is to do, None for nothing.

    Those who order a sequence prove as they go.
    """
    is_asked = task["iterations"] is None if prove is None else prove
    if is_sequence or not is_asked:
        return None
    seconds = FOREVER if task["iterations"] is not None else task["seconds"]
    return {**task, "kind": "bound", "boneyard": 0, "seconds": seconds}


def _with_bound(schedule: Schedule, run: Run, notes: list[str]) -> Schedule:
    """Give a schedule with what was proven of its cost (SPEC 4, **Bound**).

    A bound above the cost of a schedule that the rule book passed is wrong: it is
    left out, and said so, but takes no schedule from anyone.
    """
    bound, cost = run.bound_for(len(schedule.boneyard)), schedule.cost["total"]
    if bound is None:
        return schedule
    if bound > cost:
        notes.append(
            f"The engine says that no schedule costs less than {bound}, but this one "
            f"costs {cost}: a fault of Daybreak. The bound was left out."
        )
        return schedule
    is_best = bound == cost and not schedule.boneyard
    return replace(schedule, bound=bound, status="optimal" if is_best else "feasible")


def patience_of(
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


def prepare(
    progress: Callable[[Progress], None] | None, stop: Callable[[], bool] | None
) -> bool:
    """Compile the kernels before the clock runs; tell whether that was stopped."""
    if progress is not None:
        progress(Progress(phase="compile"))
    task = {
        "kind": "search",
        "production": to_json(tiny_production()),
        "seconds": 0.0,
        "iterations": 1,
        "start": None,
        "called": time(),
    }
    run = Run(
        [{**task, "seed": 1}, {**task, "kind": "bound", "seconds": WARM_SECONDS}],
        bound_task=None,
        progress=None,
        stop=stop,
        called=monotonic(),
        ends_when_proven=False,  # the proof of so little is there before the kernels
    )
    team = run.until_done()
    if not (team[0].done or is_ready() or run.was_stopped):
        raise SolverError(why_nothing(team))
    return run.was_stopped


def check_limits(seconds: float, iterations: int | None, workers: int) -> None:
    """Refuse limits of a search that make no sense."""
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


def made_by_of(
    seed: int, iterations: int | None, workers: int, seconds: float
) -> MadeBy:
    """Give what a schedule says of how it was made."""
    counted = {} if iterations is None else {"iterations": iterations}
    took = None if iterations is not None else Decimal(f"{seconds:.1f}")
    return MadeBy(
        version=__version__,
        seed=seed,
        seconds=took,
        extra={**counted, "workers": workers},
    )


def notes_of(run: Run) -> list[str]:
    """Give what went wrong with the workers, mostly nothing."""
    notes = [
        f"Worker {worker.number} ended before its time; the best of what it and the "
        "others had found was kept."
        for worker in run.team
        if not (worker.done or worker.is_excused)
    ]
    bounder = run.bounder
    if bounder is not None and bounder.ended and not bounder.done:
        notes.append(
            "The worker that proves the bound ended before its time; the best of what "
            "it had proven was kept."
        )
    return notes


def why_nothing(team: list[Worker]) -> str:
    """Say why no worker gave a board, in its last words."""
    words = next((worker.last_words() for worker in team if worker.said), "")
    last = words.splitlines()[-1] if words else "it said nothing"
    return (
        "The engine ended without a schedule: "
        f"{last}.\nMaybe try again, with more time; nothing was written."
    )


def warm_up(*, sequences: bool = False) -> None:
    """Compile the kernels and keep them, so that the next solve starts at once.

    Those that only order ``sequences`` where asked for: few productions need them.
    """
    if not is_ready():
        prepare(None, None)
    if sequences and not are_sequences_ready():
        _prepare_sequences()


def _prepare_sequences() -> None:
    """Compile the kernels that order sequences."""
    task = {
        "kind": "sequence",
        "production": to_json(tiny_sequence()),
        "seconds": 0.0,
        "iterations": 1,
        "start": None,
        "called": time(),
        "seed": 1,
    }
    run = Run(
        [task],
        bound_task=None,
        progress=None,
        stop=None,
        called=monotonic(),
        ends_when_proven=False,
    )
    team = run.until_done()
    if not team[0].done:
        raise SolverError(why_nothing(team))
