"""The lower bound of a production: cheap at first, then by patterns of days."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from daybreak.model.production import Production
from daybreak.solving.boards import Board
from daybreak.solving.bounds.branching import Branches
from daybreak.solving.bounds.calendar import calendar_of_work, prove_with_calendar
from daybreak.solving.bounds.dates import dates_of
from daybreak.solving.bounds.days import day_work_of
from daybreak.solving.bounds.plans import board_of_plan, cost_if_valid
from daybreak.solving.bounds.rounds import PatternRounds
from daybreak.solving.bounds.sure import (
    cheap_bound,
    company_moves,
    flat_deals,
    lateness,
)
from daybreak.solving.bounds.waiting import waiting_of
from daybreak.solving.bounds.whole import common_amount, is_countable, total_at_least
from daybreak.solving.engines import arrays
from daybreak.solving.problem import Problem, blocks

BRANCH_SHARE, CALENDAR_SHARE = 0.1, 0.5  # of the time, until when


def prove(
    problem: Problem,
    *,
    boneyard: int,
    until: float,
    stop: Callable[[], bool],
    tell: Callable[[int], None],
    show: Callable[[int, Board], None] = lambda _cost, _board: None,
) -> int:
    """Give a total that no valid schedule with so few strips left out goes below.

    Parameters
    ----------
    boneyard
        How many strips may be left out.
    until
        When to end, of the clock `time.monotonic`.
    stop
        Asked often; true ends it.
    tell
        Called with each better bound, in whole currency; at first at once.
    show
        Called with cost and board where a bound comes upon a valid schedule with all
        strips, each one cheaper than the last.

    Notes
    -----
    SPEC 4, **Bound**.
    """
    best = 0
    tell(best)
    if not is_bound(problem.production) or not is_countable(problem):
        return best
    common = common_amount(problem)
    work = day_work_of(problem)
    flat = flat_deals(problem, boneyard=boneyard)
    moves = company_moves(problem, work, boneyard=boneyard)
    sure = flat + moves + lateness(problem, boneyard=boneyard)

    def improve(parts: int) -> None:
        nonlocal best
        total = total_at_least(parts, common)
        if total > best:
            best = total
            tell(best)

    def improve_by_days(parts: int) -> None:
        improve(parts + sure)

    def improve_by_dates(parts: int) -> None:
        improve(parts + flat + moves)

    def improve_by_calendar(parts: int) -> None:
        improve(parts + flat)

    cheapest: int | None = None

    def look(plan: list[tuple[int, tuple[int, ...]]]) -> None:
        nonlocal cheapest
        board = board_of_plan(problem, plan)
        cost = None if board is None else cost_if_valid(problem, board)
        if board and cost is not None and (cheapest is None or cost < cheapest):
            cheapest = cost
            show(cost, board)

    improve_by_days(cheap_bound(problem, work, boneyard=boneyard))
    if stop() or not work.groups:
        return best
    places = problem.scenes.info[:, arrays.LOCATION]
    rounds = PatternRounds(work, places, boneyard=boneyard)
    rounds.run(until=until, stop=stop, tell=improve_by_days)
    begun = monotonic()
    span = max(until - begun, 0.0)
    branches = Branches(rounds)
    ends = begun + BRANCH_SHARE * span
    branches.run(until=ends, stop=stop, tell=improve_by_days)
    order = calendar_of_work(problem, rounds)
    if order is not None and not stop():
        ends = begun + CALENDAR_SHARE * span
        prove_with_calendar(
            rounds, order, until=ends, stop=stop, tell=improve_by_calendar
        )
        rounds.set_prices(work.owed)
    waiting = None if boneyard else waiting_of(problem)
    dates = dates_of(problem, work, apart=waiting is not None)
    if dates is None:
        waiting, dates = None, dates_of(problem, work)
    if dates is None:
        branches.run(until=until, stop=stop, tell=improve_by_days)
        return best
    dated = PatternRounds(work, places, boneyard=boneyard, dates=dates, waiting=waiting)
    dated.begin_with(rounds)
    dated.run(until=until, stop=stop, tell=improve_by_dates)
    Branches(dated, show=look).run(until=until, stop=stop, tell=improve_by_dates)
    return best


def is_bound(production: Production) -> bool:
    """Tell whether anything can be proven: strips have to stand on dates of units."""
    return blocks(production, "once") and blocks(production, "eligible")
