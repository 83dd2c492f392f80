"""How much each lever helps: screened once, then measured with several seeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from daybreak.model.errors import DaybreakError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.engines.cache import is_ready
from daybreak.solving.levers.lever import Lever
from daybreak.solving.levers.replanning import (
    Budget,
    Outcome,
    least_with,
    replanned,
)
from daybreak.solving.levers.statistics import Paired, Verdict, paired
from daybreak.solving.solve import prepare

Replan = Callable[[Production, Schedule, int], Outcome]
"""Gives what came of a replan: ``replan(production, plan, seed)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far the measuring is, told at each replan.

    Parameters
    ----------
    phase
        ``compile``, ``settle``, ``screen``, ``measure`` or ``prove``.
    done, of
        Replans of this phase.
    value
        A lever that was measured just now.
    """

    phase: str
    done: int = 0
    of: int = 0
    value: Value | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """What to measure with.

    Parameters
    ----------
    seeds
        Replans of each lever that is measured; each with its own twin without it.
    seed
        Where seeds begin.
    workers
        Replans side by side.
    top
        How many levers are measured, after all were screened.
    prove
        Whether to look for a proof of how little a lever can help.
    tell
        Called at each step.
    replan
        Makes a replan; the engine where left out.
    """

    budget: Budget
    seeds: int = 3
    seed: int = 1
    workers: int = 2
    top: int = 10
    prove: bool = True
    tell: Callable[[Step], None] | None = field(default=None, compare=False)
    replan: Replan | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a lever is worth.

    Parameters
    ----------
    saved
        Whole currency, replan by replan against the same seed without the lever.
    days, strips
        Shooting days saved, strips out of the boneyard, likewise.
    wraps
        By picture, calendar days by which it wraps sooner, likewise.
    at_most
        A proven most that it can save against the plan searched on; None for no proof.
    best
        The best plan that was seen with it.
    """

    lever: Lever
    saved: Paired
    days: Paired
    strips: Paired
    wraps: dict[str, Paired]
    at_most: int | None
    best: Outcome

    @property
    def verdict(self) -> Verdict:
        """What can be said; strips out of the boneyard come before money (SPEC 4)."""
        if self.strips.mean:
            return self.strips.verdict
        if self.at_most is not None and self.at_most <= 0:
            return "none"
        return self.saved.verdict

    @property
    def rank(self) -> tuple[float, int, float]:
        """Sorts what helps most first; of two alike, what is surer."""
        sure = {"helps": 0, "likely": 0, "unclear": 1, "none": 2}[self.verdict]
        return (-self.strips.mean, sure, -self.saved.mean)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All levers of a plan that were tried.

    Parameters
    ----------
    given, settled
        The plan as it was, and searched on without any change: what a search gains
        by luck and time alone is no lever's merit.
    base
        What replans without a lever came to, seed by seed.
    bound
        A proven least cost without a lever, where one was proven.
    values
        What was measured, the most helpful first.
    screened
        What was tried once and not measured, with what it saved then; promise, no
        result.
    untried
        What was left when it was stopped.
    """

    given: Outcome
    settled: Outcome
    base: tuple[Outcome, ...]
    bound: int | None
    values: tuple[Value, ...]
    screened: tuple[tuple[Lever, int], ...]
    untried: tuple[Lever, ...]


def measure(
    production: Production,
    plan: Schedule,
    given: Outcome,
    levers: Sequence[Lever],
    how: Plans,
) -> Measured:
    """Measure levers, each by replans of its own from the same plan.

    The plan is searched on first, without any change. Then each lever has one replan,
    a screening; those that promise most are measured with new seeds, so that luck in
    the screening counts for nothing.

    Parameters
    ----------
    given
        The figures of the plan.

    Raises
    ------
    SolverError
        When the engine fails, or gives a plan that breaks a rule.
    """
    if not is_ready() and how.replan is None:
        _tell(how, Step(phase="compile"))
        prepare(None, how.budget.stop)
    return _Measuring(production, plan, given, how).of(levers)


def _tell(how: Plans, step: Step) -> None:
    if how.tell is not None:
        how.tell(step)


@dataclass(slots=True)
class _Measuring:
    """A plan being measured."""

    production: Production
    plan: Schedule
    given: Outcome
    how: Plans

    def of(self, levers: Sequence[Lever]) -> Measured:
        """Settle, screen, measure; a stop ends it with what there is."""
        seeds = [self.how.seed + at for at in range(self.how.seeds)]
        own = [(None, one) for one in seeds]
        tries = list(self._runs("settle", own, self.plan))
        settled = min(
            [self.given, *(one for *_, one in tries)], key=lambda one: one.worth
        )
        start = self._start(settled)
        is_same = settled is self.given  # then the replans without a lever are there
        again = tries if is_same else self._runs("settle", own, start)
        base = {seed: one for _, seed, one in again}
        first = self.how.seed + self.how.seeds
        screened = self._screened(levers, start, settled, first)
        ranked = sorted(screened, key=lambda one: one[1])
        chosen = [lever for lever, _ in ranked[: self.how.top]]
        values = self._measured(chosen, start, base, settled) if base else []
        tried = {id(one) for one, _ in screened}
        done = {id(one.lever) for one in values}
        return Measured(
            given=self.given,
            settled=settled,
            base=tuple(base.values()),
            bound=self._bound(None, start, settled),
            values=tuple(sorted(values, key=lambda one: one.rank)),
            screened=tuple(
                (lever, settled.cost - worth[1])
                for lever, worth in ranked
                if id(lever) not in done
            ),
            untried=tuple(one for one in levers if id(one) not in tried),
        )

    def _start(self, settled: Outcome) -> Schedule:
        """Give the plan to begin from; with rests of scenes it is the one given."""
        ids = {one.id for one in self.production.scenes}
        there = {one for day in settled.schedule.days for one in day.strips}
        return settled.schedule if there <= ids else self.plan

    def _screened(
        self, levers: Sequence[Lever], start: Schedule, settled: Outcome, seed: int
    ) -> list[tuple[Lever, tuple[int, int]]]:
        if len(levers) <= self.how.top:
            return [(lever, settled.worth) for lever in levers]
        runs = self._runs("screen", [(one, seed) for one in levers], start)
        return [(lever, one.worth) for lever, _, one in runs if lever is not None]

    # --- several at a time ---------------------------------------------------------

    def _runs(
        self,
        phase: str,
        wanted: Sequence[tuple[Lever | None, int]],
        start: Schedule,
    ) -> Iterator[tuple[Lever | None, int, Outcome]]:
        """Yield what came of replans, in the order in which they were wanted.

        A replan that a stop cut short is left out: it had less time than its twin.
        """
        done = 0

        def one(lever: Lever | None, seed: int) -> Outcome | None:
            nonlocal done
            if self._is_stopped():
                return None
            made = self.production if lever is None else lever.apply(self.production)
            found = self._replan(made, start, seed)
            done += 1
            _tell(self.how, Step(phase=phase, done=done, of=len(wanted)))
            return None if self._is_stopped() else found

        with ThreadPoolExecutor(self.how.workers) as pool:
            futures = [pool.submit(one, *each) for each in wanted]
            for (lever, seed), future in zip(wanted, futures, strict=True):
                found = future.result()
                if found is not None:
                    yield lever, seed, found

    def _replan(self, made: Production, start: Schedule, seed: int) -> Outcome:
        if self.how.replan is not None:
            return self.how.replan(made, start, seed)
        return replanned(made, start, self.how.budget, seed=seed)

    def _is_stopped(self) -> bool:
        stop = self.how.budget.stop
        return stop is not None and stop()

    # --- measured ------------------------------------------------------------------

    def _measured(
        self,
        levers: Sequence[Lever],
        start: Schedule,
        base: dict[int, Outcome],
        settled: Outcome,
    ) -> list[Value]:
        values: list[Value] = []
        runs = self._runs(
            "measure", [(one, seed) for one in levers for seed in base], start
        )
        found: dict[int, list[tuple[int, Outcome]]] = {}
        for lever, seed, outcome in runs:
            if lever is None:
                continue
            own = found.setdefault(id(lever), [])
            own.append((seed, outcome))
            if len(own) == len(base):
                pairs = [(base[seed], one) for seed, one in own]
                least = self._bound(lever, start, settled)
                values.append(_value(lever, pairs, settled, least))
                self._tell_value(values[-1], len(values), len(levers))
        return values

    def _tell_value(self, value: Value, done: int, of: int) -> None:
        _tell(self.how, Step(phase="measured", done=done, of=of, value=value))

    def _bound(
        self, lever: Lever | None, start: Schedule, settled: Outcome
    ) -> int | None:
        """Give a proven least cost with a lever, or without one."""
        if not self.how.prove or self._is_stopped():
            return None
        made = self.production if lever is None else lever.apply(self.production)
        try:
            return least_with(made, start, self.how.budget, boneyard=settled.boneyard)
        except DaybreakError:
            return None  # no proof; what was measured stands


def _value(
    lever: Lever,
    pairs: Sequence[tuple[Outcome, Outcome]],
    settled: Outcome,
    least: int | None,
) -> Value:
    pictures = [
        one
        for one in settled.wraps
        if all(one in a.wraps and one in b.wraps for a, b in pairs)
    ]
    return Value(
        lever=lever,
        saved=paired([a.cost - b.cost for a, b in pairs]),
        days=paired([a.days - b.days for a, b in pairs]),
        strips=paired([a.boneyard - b.boneyard for a, b in pairs]),
        wraps={
            one: paired([(a.wraps[one] - b.wraps[one]).days for a, b in pairs])
            for one in pictures
        },
        at_most=None if least is None else max(0, settled.cost - least),
        best=min((b for _, b in pairs), key=lambda one: one.worth),
    )
