"""What would help most: each binding fact relaxed a little, by real replans."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, cast, get_args

from daybreak.checking import costed
from daybreak.model.errors import UsageError
from daybreak.office.kept_runs import KeptRuns
from daybreak.office.paper_source import Source
from daybreak.office.wishes import nearest
from daybreak.reports.lever_rows import LeverRow, LeverTable, Screened, Sooner
from daybreak.reports.papers.levers import levers_paper
from daybreak.reports.papers.paper import Paper
from daybreak.reports.phrases import count_of

if TYPE_CHECKING:
    from daybreak.solving.levers.lever import Found, LeverKind
    from daybreak.solving.levers.measuring import Measured, Step, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How much work levers may be.

    Parameters
    ----------
    seconds, iterations
        For each replan; iterations in place of a time, so that answers repeat.
    seed, seeds
        Where seeds begin, and how many there are.
    workers
        Replans side by side.
    top
        How many levers are measured.
    tried
        How many are tried at all; of more, those with most at stake.
    kinds
        Only these kinds of facts; all where empty.
    prove
        Whether to prove how little a lever can help; else where a time is given.
    today
        The first date that may be planned; None before the first one.
    kept
        A document or a file of finished replans, to go on with; empty for none.
    """

    seconds: float = 10.0
    iterations: int | None = None
    seed: int = 1
    seeds: int = 3
    workers: int = 2
    top: int = 10
    tried: int = 40
    kinds: tuple[str, ...] = ()
    prove: bool | None = None
    today: date | None = None
    kept: str = ""
    progress: Callable[[Step], None] | None = field(default=None, compare=False)
    stop: Callable[[], bool] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Levers:
    """The levers of a plan, and what was found of each."""

    source: Source
    table: LeverTable
    measured: Measured

    def paper(self) -> Paper:
        """Give them as a paper."""
        return levers_paper(self.table, self.source.shown.stamp)


def levers(source: Source, how: How) -> Levers:
    """Find and measure the levers of a plan.

    Raises
    ------
    UsageError
        When the plan breaks rules, or a kind is none.
    SolverError
        When the engine fails, or gives a plan that breaks a rule.
    """
    # slow import: numba
    from daybreak.solving.levers.finding import find_levers  # noqa: PLC0415
    from daybreak.solving.levers.measuring import Plans, measure  # noqa: PLC0415
    from daybreak.solving.levers.replanning import (  # noqa: PLC0415
        Budget,
        outcome_of,
        replanned,
    )

    kinds = _kinds(how.kinds)
    if not source.valid:
        raise UsageError(
            f"This plan {source.warning}: what it could save means nothing yet.\n"
            "Maybe mend it first: daybreak check says what is broken."
        )
    made = source.shown.production
    plan = costed(made, source.shown.schedule)
    found = find_levers(made, plan, today=how.today, kinds=kinds)
    budget = Budget(
        seconds=how.seconds,
        iterations=how.iterations,
        today=how.today,
        stop=how.stop,
    )
    kept = KeptRuns(how.kept, budget) if how.kept else None
    plans = Plans(
        budget=budget,
        seeds=how.seeds,
        seed=how.seed,
        workers=how.workers,
        top=how.top,
        prove=how.iterations is None if how.prove is None else how.prove,
        tell=how.progress,
        replan=None if kept is None else kept.replan(replanned),
    )
    given = outcome_of(made, plan, plan)
    measured = measure(made, plan, given, found.levers[: how.tried], plans)
    table = _table(source, how, found, measured)
    return Levers(source=source, table=table, measured=measured)


def kinds_of_levers() -> tuple[str, ...]:
    """Give the kinds of facts that can be relaxed."""
    from daybreak.solving.levers.lever import LeverKind  # slow import  # noqa: PLC0415

    return get_args(LeverKind)


def _kinds(wanted: Collection[str]) -> tuple[LeverKind, ...]:
    known = kinds_of_levers()
    for one in wanted:
        if one not in known:
            near = nearest(one, known)
            hint = f'Did you mean "{near}"? ' if near else ""
            raise UsageError(
                f"--only {one}: there is no such kind.\n{hint}There are "
                f"{', '.join(known)}."
            )
    return cast("tuple[LeverKind, ...]", tuple(wanted))


# --- as rows ------------------------------------------------------------------------


def _table(source: Source, how: How, found: Found, measured: Measured) -> LeverTable:
    shown = source.shown
    costs = [one.cost for one in measured.base]
    titles = {one.id: one.title for one in shown.production.pictures}
    untried = (*measured.untried, *found.levers[how.tried :])
    return LeverTable(
        title=shown.production.title,
        board=shown.stamp.board,
        currency=shown.production.currency,
        cost=measured.given.cost,
        settled=measured.settled.cost,
        boneyard=measured.settled.boneyard,
        spread=max(costs) - min(costs) if costs else 0,
        bound=measured.bound,
        seeds=how.seeds,
        work=work_words(how),
        rows=tuple(row_of(one, titles) for one in measured.values),
        screened=tuple(
            Screened(name=one.text, path=one.change.path, saved=saved)
            for one, saved in measured.screened
        ),
        far=found.far,
        idle=found.idle,
        untried=tuple(one.text for one in untried),
    )


def work_words(how: How) -> str:
    """Give the work of each replan in words."""
    if how.iterations is not None:
        return count_of(how.iterations, "move")
    return f"{how.seconds:g} seconds"


def row_of(value: Value, titles: dict[str, str]) -> LeverRow:
    """Give a measured lever as a row."""
    saved, lever = value.saved, value.lever
    half = saved.half
    return LeverRow(
        kind=lever.kind,
        name=lever.text,
        path=lever.change.path,
        was=lever.change.was,
        becomes=lever.change.becomes,
        saved=round(saved.mean),
        low=None if half is None else round(saved.mean - half),
        high=None if half is None else round(saved.mean + half),
        each=tuple(round(one) for one in saved.values),
        days=value.days.mean,
        strips=value.strips.mean,
        sooner=tuple(
            Sooner(picture=one, title=titles[one], days=paired.mean)
            for one, paired in value.wraps.items()
            if paired.half is None or abs(paired.mean) > paired.half
        ),
        at_most=value.at_most,
        verdict=value.verdict,
    )
