"""Many runs side by side: in this process, in several, or on other machines.

A run depends on its number and on nothing else, so they may be shared out in any way
and the answers are the same. Whoever dies loses the runs that it had not handed over;
they are given to another.
"""

from __future__ import annotations

import hashlib
import json
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import astuple, dataclass
from datetime import date
from multiprocessing import get_context

from daybreak.model.errors import SolverError
from daybreak.model.files import canonical_json, to_json
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.risking.assumptions import RiskModel, risk_model_text
from daybreak.risking.climate import weather_at
from daybreak.risking.ground import ground_of
from daybreak.risking.outcome import Outcome
from daybreak.risking.pieces import in_pieces
from daybreak.risking.shooting import Task, simulate, task_of
from daybreak.risking.world import UncertainFact

CHUNK_MOST = 10
DEATHS_MOST = 5
LOOKS_SECONDS = 0.2
FORM = 2
"""How a run is simulated; raise it when the same luck gives another outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bet:
    """A plan and what is assumed of its luck: all that runs need.

    Parameters
    ----------
    today
        The first date that may go otherwise.
    facts
        What the plan rests on that may turn out otherwise.
    """

    production: Production
    schedule: Schedule
    model: RiskModel
    seed: int
    today: date
    facts: tuple[UncertainFact, ...] = ()

    def key(self) -> str:
        """Give a name for it that any change of it changes."""
        text = json.dumps(
            [
                FORM,
                canonical_json(self.production),
                to_json(Schedule(days=self.schedule.in_order())),
                sorted(self.schedule.boneyard),
                risk_model_text(self.model),
                [weather_at(one, self.model).stops for one in self.production.bases],
                self.seed,
                self.today.isoformat(),
                [list(map(str, astuple(one))) for one in self.facts],
            ]
        )
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def prepared(bet: Bet) -> Task:
    """Work out what every run of a bet has in common."""
    pieces = in_pieces(
        bet.production, bet.schedule, extra_days=bet.model.repair.extra_days
    )
    return task_of(
        ground_of(pieces.production, pieces.schedule),
        bet.model,
        seed=bet.seed,
        today=bet.today,
        facts=bet.facts,
        scene_of=dict(pieces.scene_of),
    )


def outcomes(
    bet: Bet,
    runs: Sequence[int],
    *,
    workers: int = 1,
    stop: Callable[[], bool] | None = None,
) -> Iterator[Outcome]:
    """Yield the outcome of each run, in the order in which they are done.

    Parameters
    ----------
    workers
        Processes side by side; with 1 all is done here.
    stop
        Asked often; true ends it with the runs that are done.

    Raises
    ------
    SolverError
        When process after process dies.
    """
    asks = stop or (lambda: False)
    if workers == 1:
        task = prepared(bet)
        for run in runs:
            if asks():
                return
            yield simulate(task, run)
        return
    left, deaths = set(runs), 0
    while left and not asks():
        try:
            for one in _shared(bet, sorted(left), workers, asks):
                left.discard(one.run)
                yield one
        except BrokenProcessPool:
            deaths += 1
            if deaths > DEATHS_MOST:
                raise SolverError(
                    "The processes that simulate keep dying; finished runs are kept.\n"
                    "Maybe free some memory, or use --workers 1."
                ) from None


def chunks(runs: Sequence[int], workers: int) -> list[tuple[int, ...]]:
    """Give runs in parts, small enough that nobody waits long for the last one."""
    size = max(1, min(CHUNK_MOST, len(runs) // (4 * workers)))
    return [tuple(runs[at : at + size]) for at in range(0, len(runs), size)]


def run_chunk(bet: Bet, runs: Sequence[int]) -> list[Outcome]:
    """Give the outcomes of some runs; for processes that see a bet again and again."""
    key = bet.key()
    if key not in _PREPARED:
        _PREPARED.clear()
        _PREPARED[key] = prepared(bet)
    return [simulate(_PREPARED[key], run) for run in runs]


_PREPARED: dict[str, Task] = {}
"""In a worker alone: the bet at hand, so that it is prepared only once."""


def _shared(
    bet: Bet, runs: Sequence[int], workers: int, stop: Callable[[], bool]
) -> Iterator[Outcome]:
    with ProcessPoolExecutor(
        workers,
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(bet,),
    ) as pool:
        open_ones: set[Future[list[Outcome]]] = {
            pool.submit(_carry_out, part) for part in chunks(runs, workers)
        }
        try:
            while open_ones and not stop():
                done, open_ones = wait(
                    open_ones, timeout=LOOKS_SECONDS, return_when=FIRST_COMPLETED
                )
                for one in done:
                    yield from one.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_AT_WORK: list[Task] = []


def _begin(bet: Bet) -> None:
    """Prepare a worker; Ctrl-C is the parent's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _AT_WORK[:] = [prepared(bet)]


def _carry_out(runs: Sequence[int]) -> list[Outcome]:
    return [simulate(_AT_WORK[0], run) for run in runs]
