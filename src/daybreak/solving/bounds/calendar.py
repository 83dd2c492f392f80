"""The bound of a shoot with one unit, from its days and its calendar together."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import numpy as np

from daybreak.model.production import minutes_on
from daybreak.solving.bounds.agreement import Agreement
from daybreak.solving.bounds.order import BINDING, MOST_TABLE, Order
from daybreak.solving.bounds.rounds import PatternRounds
from daybreak.solving.engines import arrays
from daybreak.solving.problem import Problem, blocks

SPARE_DAYS = 6  # beyond the least, for which tables have to fit


def calendar_of_work(problem: Problem, rounds: PatternRounds) -> Order | None:
    """Give the calendar of a shoot; None where its bound does not hold or fit."""
    production = problem.production
    if len(production.units) != 1 or rounds.boneyard:
        return None
    if len(rounds.placeable) < len(production.scenes):
        return None
    if any(scene.days is not None for scene in production.scenes):
        return None
    if not all(blocks(production, rule) for rule in BINDING) or not production.scenes:
        return None
    if problem.units.past[:, arrays.PAST_DATE].max(initial=-1) >= 0:
        return None  # a shoot under way: what was shot counts, too
    unit = production.units[0]
    dates = problem.calendar.eligible[unit.id]
    if not dates or len(dates) > len(problem.slot_days):
        return None  # there are dates that the tables do not reach
    minutes = [[minutes_on(one, unit) for one in production.scenes]]
    order = Order(problem, np.array(minutes), np.array([unit.day_minutes]))
    least = sum(order.least_days())
    if len(order.bases) != len(rounds.bases) or least > len(dates):
        return None
    return order if order.size(least + SPARE_DAYS) <= MOST_TABLE else None


def prove_with_calendar(
    rounds: PatternRounds,
    order: Order,
    *,
    until: float,
    stop: Callable[[], bool],
    tell: Callable[[int], None],
) -> None:
    """Tell ever better bounds of days and calendar together, in parts.

    Parameters
    ----------
    until
        Of the clock `time.monotonic`.
    """
    agreement = Agreement(rounds, order)
    everywhere, days = agreement.everywhere(until=until, stop=stop)
    tell(everywhere)
    tried: set[int] = set()
    while days not in tried and not stop() and monotonic() < until:
        tried.add(days)
        agreement.improve(days, until=until, stop=stop)
        everywhere, days = agreement.everywhere(until=until, stop=stop)
        tell(everywhere)
