"""The runs of a simulation: where they are done, and how finished ones are kept."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from daybreak.office.finished_runs import PATIENCE_SECONDS, Keeper, keeper_of
from daybreak.reports.phrases import count_of
from daybreak.risking import Bet, Outcome, outcomes

KEPT_AT_ONCE = 10
KEPT_EVERY_SECONDS = 1.0
LAST_WAIT_SECONDS = 2.0
"""How long to wait for a document when all is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How many runs, and where.

    Parameters
    ----------
    runs
        Runs 1 to this one.
    workers
        Processes side by side; as many as there are cores for None.
    on
        The address of a Dask scheduler; empty for this machine.
    keep
        The document or the file that keeps finished runs; None to keep none.
    progress
        Called with the runs that are done, and kept where they can be, and their
        number in all.
    stop
        Asked often; true ends it with the runs that are done.
    """

    runs: int = 500
    seed: int = 1
    workers: int | None = None
    on: str = ""
    keep: Path | None = None
    progress: Callable[[int, int], None] | None = None
    stop: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """Runs that are done, how many of them from before, and what to say of that."""

    runs: list[Outcome]
    again: int
    notes: tuple[str, ...]


def run_all(bet: Bet, how: How) -> Done:
    """Do the runs that are asked for, but those that were kept before.

    Raises
    ------
    SolverError
        When runs fail again and again.
    UsageError
        When what keeps them cannot be read or written.
    """
    keeper, key = keeper_of(how.keep), bet.key()
    before = {} if keeper is None else keeper.kept(key)
    notes = []
    if before and not _is_repeatable(bet, before):
        before = {}
        notes.append("Runs kept from before were of another making and are done again.")
    done = {run: one for run, one in before.items() if run <= how.runs}
    again = len(done)
    waiting = _Waiting(keeper, key)
    left = [run for run in range(1, how.runs + 1) if run not in done]
    try:
        for one in _made(bet, left, how):
            done[one.run] = one
            if waiting.take(one) and how.progress is not None:
                how.progress(len(done), how.runs)
    finally:
        waiting.end()
    notes += waiting.notes()
    return Done([done[run] for run in sorted(done)], again, tuple(notes))


def _is_repeatable(bet: Bet, before: Mapping[int, Outcome]) -> bool:
    """Tell whether one of the kept runs comes out again as it was kept.

    Which one is left to chance: a document may come from a stranger. The answers do not
    depend on it.
    """
    run = secrets.choice(sorted(before))
    return next(iter(outcomes(bet, [run]))) == before[run]


class _Waiting:
    """Runs on their way to what keeps them."""

    def __init__(self, keeper: Keeper | None, key: str) -> None:
        self._keeper, self._key = keeper, key
        self._fresh: list[Outcome] = []
        self._since = monotonic()

    def take(self, one: Outcome) -> bool:
        """Take a run; tell whether it is time to say how far it is."""
        if self._keeper is None:
            return True
        self._fresh.append(one)
        full = len(self._fresh) >= KEPT_AT_ONCE
        if not full and monotonic() - self._since < KEPT_EVERY_SECONDS:
            return False
        self._hand_over(PATIENCE_SECONDS)
        self._since = monotonic()
        return True

    def end(self) -> None:
        """Hand over what is left."""
        self._hand_over(LAST_WAIT_SECONDS)

    def notes(self) -> Iterator[str]:
        """Yield what could not be kept, and why."""
        if self._fresh and self._keeper is not None:
            yield (
                f"{count_of(len(self._fresh), 'run')} could not be kept: "
                f"{self._keeper.hindered}. --keep FILE keeps them elsewhere."
            )

    def _hand_over(self, wait: float) -> None:
        if self._keeper is None or not self._fresh:
            return
        if self._keeper.keep(self._key, self._fresh, wait=wait):
            self._fresh = []


def _made(bet: Bet, runs: Sequence[int], how: How) -> Iterator[Outcome]:
    if not runs:
        return iter(())
    if how.on:
        from daybreak.risking.cluster import (  # optional dependency  # noqa: PLC0415
            outcomes_on,
        )

        return outcomes_on(how.on, bet, runs, stop=how.stop)
    workers = how.workers or os.cpu_count() or 1
    return outcomes(bet, runs, workers=workers, stop=how.stop)
