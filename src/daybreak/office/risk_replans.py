"""The worst runs of a simulation, each planned anew by the solver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from daybreak.model.errors import DaybreakError
from daybreak.office.risk_words import KINDS
from daybreak.reports.phrases import count_of
from daybreak.reports.risk_rows import ReplanRow, ReplansRow, ReplanWrapRow
from daybreak.risking import Bet, Outcome
from daybreak.risking.losing import WorstDay, gone_on, worst_day
from daybreak.risking.summing import planned_wraps

ITERATIONS = 20_000
"""Moves that each replan may try: a few seconds, and the same answer each time."""


def replans(
    bet: Bet,
    outcomes: Sequence[Outcome],
    *,
    count: int,
    iterations: int = ITERATIONS,
    tell: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> ReplansRow:
    """Plan the worst runs anew on the evening of their worst day, and shoot on.

    What follows meets the same luck as before. The same seeds give the same answer.

    Parameters
    ----------
    count
        How many runs, the worst first; those that wrap in time are left out.
    iterations
        Moves for each replan.
    """
    made: list[ReplanRow] = []
    worst = worst_runs(bet, outcomes)[:count]
    for one in worst:
        if stop is not None and stop():
            break
        day = worst_day(bet, one.run)
        if day is not None:
            made.append(_replanned(bet, one, day, iterations))
        if tell is not None:
            tell(len(made), len(worst))
    return ReplansRow(work=count_of(iterations, "move"), rows=tuple(made))


def worst_runs(bet: Bet, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Give the runs that wrap later than planned, those that lose most days first."""
    planned = planned_wraps(bet)

    def late(one: Outcome) -> tuple[int, int]:
        days = sum(max(0, wrap - planned[id_]) for id_, wrap in one.wraps.items())
        return len(one.unfinished), days

    found = [one for one in outcomes if late(one) > (0, 0)]
    return sorted(found, key=lambda one: (late(one), -one.run), reverse=True)


def _replanned(bet: Bet, before: Outcome, day: WorstDay, iterations: int) -> ReplanRow:
    from daybreak.solving.replanning.replan import (  # slow import: numba  # noqa: PLC0415
        replan,
    )

    after: Outcome | None = None
    failed = ""
    try:
        ways = replan(
            day.production,
            day.schedule,
            today=date.fromordinal(day.on.toordinal() + 1),
            change_cost=0,
            iterations=iterations,
            seed=bet.seed,
            workers=1,
        )
        after = gone_on(bet, day, ways.best.schedule)
    except DaybreakError as error:
        failed = str(error).splitlines()[0]
    return ReplanRow(
        run=before.run,
        on=day.on,
        cause=KINDS.get(day.cause.split()[0] if day.cause else "", day.cause),
        pictures=tuple(_wraps(bet, before, after)),
        failed=failed,
    )


def _wraps(bet: Bet, before: Outcome, after: Outcome | None) -> list[ReplanWrapRow]:
    planned = planned_wraps(bet)
    return [
        ReplanWrapRow(
            title=one.title,
            planned=date.fromordinal(planned[one.id]),
            repaired=_wrap(before, one.id),
            replanned=_wrap(after, one.id),
        )
        for one in bet.production.pictures
        if one.id in before.wraps
    ]


def _wrap(outcome: Outcome | None, picture: str) -> date | None:
    if outcome is None or picture in outcome.unfinished:
        return None
    return date.fromordinal(outcome.wraps[picture])
