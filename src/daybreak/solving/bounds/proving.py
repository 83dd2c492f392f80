"""The lower bound of a production: cheap at first, then by patterns of days."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from daybreak.solving.boards import Board
from daybreak.solving.bounds.branching import Branches
from daybreak.solving.bounds.calendar import calendar_of_work, prove_with_calendar
from daybreak.solving.bounds.dated import DatedRounds
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

# of the time, until when each part goes on
BRANCH_SHARE, DATES_SHARE, CALENDAR_SHARE, LAST_SHARE = 0.05, 0.85, 0.7, 0.9


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
    tell(0)
    if not is_bound(problem) or not is_countable(problem):
        return 0
    proof = _Proof(problem, boneyard, until, stop, tell, show)
    proof.begin()
    if proof.work.groups and not stop():
        proof.go_on()
    return proof.best


def is_bound(problem: Problem) -> bool:
    """Tell whether anything can be proven: strips have to stand on dates of units.

    Of a shoot under way nothing is: what was shot may have broken every rule.
    """
    production = problem.production
    stands = blocks(production, "once") and blocks(production, "eligible")
    return stands and problem.past is None


class _Proof:
    """One proof: its parts in turn, each told as soon as it proves more."""

    def __init__(
        self,
        problem: Problem,
        boneyard: int,
        until: float,
        stop: Callable[[], bool],
        tell: Callable[[int], None],
        show: Callable[[int, Board], None],
    ) -> None:
        self.problem, self._boneyard = problem, boneyard
        self._until, self._stop = until, stop
        self._tell, self._show = tell, show
        self.best = 0
        self._cheapest: int | None = None
        self._common = common_amount(problem)
        self.work = day_work_of(problem)
        self._flat = flat_deals(problem, boneyard=boneyard)
        self._moves = company_moves(problem, self.work, boneyard=boneyard)
        self._late = lateness(problem, boneyard=boneyard)
        self._places = problem.scenes.info[:, arrays.LOCATION]

    def _improve(self, parts: int) -> None:
        total = total_at_least(parts, self._common)
        if total > self.best:
            self.best = total
            self._tell(total)

    def _by_days(self, parts: int) -> None:
        self._improve(parts + self._flat + self._moves + self._late)

    def _by_dates(self, parts: int) -> None:
        self._improve(parts + self._flat + self._moves)

    def _by_calendar(self, parts: int) -> None:
        self._improve(parts + self._flat)

    def begin(self) -> None:
        """Prove what takes no search."""
        cheap = cheap_bound(self.problem, self.work, boneyard=self._boneyard)
        self._by_days(cheap)

    def go_on(self) -> None:
        """Prove more and more until the time is over or nothing is left."""
        rounds = PatternRounds(self.work, self._places, boneyard=self._boneyard)
        rounds.run(until=self._until, stop=self._stop, tell=self._by_days)
        begun = monotonic()
        span = max(self._until - begun, 0.0)
        branches = Branches(rounds)
        ends = begun + BRANCH_SHARE * span
        branches.run(until=ends, stop=self._stop, tell=self._by_days)
        dated = self._with_dates(rounds)
        # moves between bases are what the calendar knows, and dates alone do not
        share = CALENDAR_SHARE if len(rounds.bases) > 1 else DATES_SHARE
        if dated is not None and len(rounds.bases) == 1:
            ends = begun + share * span
            dated.run(until=ends, stop=self._stop, tell=self._by_dates)
            share = LAST_SHARE
        self._ask_calendar(rounds, until=begun + share * span)
        if dated is not None:
            dated.run(until=self._until, stop=self._stop, tell=self._by_dates)
        else:
            branches.run(until=self._until, stop=self._stop, tell=self._by_days)

    def _with_dates(self, rounds: PatternRounds) -> Branches | None:
        """Give the branches that know the dates of the one unit, where that helps."""
        dates = dates_of(self.problem, self.work)
        if dates is None or self._stop():
            return None
        waiting = None if self._boneyard else waiting_of(self.problem)
        return Branches(DatedRounds(rounds, dates, waiting), show=self._look)

    def _ask_calendar(self, rounds: PatternRounds, *, until: float) -> None:
        order = calendar_of_work(self.problem, rounds)
        if order is None or self._stop() or monotonic() > until:
            return
        prove_with_calendar(
            rounds, order, until=until, stop=self._stop, tell=self._by_calendar
        )
        rounds.set_prices(self.work.owed)

    def _look(self, plan: list[tuple[int, tuple[int, ...]]]) -> None:
        """Show a plan that a bound came upon, where it is valid and the cheapest."""
        board = board_of_plan(self.problem, plan)
        cost = None if board is None else cost_if_valid(self.problem, board)
        if board is None or cost is None:
            return
        if self._cheapest is None or cost < self._cheapest:
            self._cheapest = cost
            self._show(cost, board)
