"""Rounds that know the dates: the same bound whichever way dates are put together."""

from __future__ import annotations

from time import monotonic

import pytest

from daybreak.model.production import Production
from daybreak.solving.bounds.dated import DatedRounds
from daybreak.solving.bounds.dates import dates_of
from daybreak.solving.bounds.days import PARTS, day_work_of
from daybreak.solving.bounds.ranges import DayRange, Span
from daybreak.solving.bounds.rounds import INFEASIBLE, PatternRounds
from daybreak.solving.bounds.waiting import waiting_of
from daybreak.solving.engines import arrays
from daybreak.solving.problem import problem_of
from tests.checking.productions import FRI, person, scene, shoot, unit
from tests.solving.bounds.small import instances


def dated_of(production: Production) -> DatedRounds | None:
    """Give rounds that know the dates, close to the end, where they say something."""
    problem = problem_of(production)
    work = day_work_of(problem)
    dates = dates_of(problem, work)
    if dates is None or not work.placeable.all():
        return None
    places = problem.scenes.info[:, arrays.LOCATION]
    rounds = PatternRounds(work, places, boneyard=0)
    rounds.run(until=monotonic() + 60.0, stop=lambda: False)
    dated = DatedRounds(rounds, dates, waiting_of(problem))
    dated.close = 0.0
    return dated


def bound_of(dated: DatedRounds) -> int:
    """Give what they prove, in parts."""
    return dated.run(until=monotonic() + 60.0, stop=lambda: False).bound


def test_dates_that_are_alike_may_be_one_class_or_many() -> None:
    """RELIABILITY B2, for the bound."""
    seen = 0
    for seed, made, (boneyard, cost) in instances(80):
        dated = None if boneyard else dated_of(made)
        if dated is None:
            continue
        alike = bound_of(dated)
        dated.set_apart(True)
        apart = bound_of(dated)
        assert min(alike, apart) <= cost * PARTS, f"seed {seed}"
        if max(alike, apart) < INFEASIBLE:
            assert alike == pytest.approx(apart, rel=0.002), f"seed {seed}"
            seen += 1
    assert seen >= 4


def one_week() -> Production:
    """Give Ana three strips, each as long as a day, in a week of five dates."""
    people = [person("ana", {"kind": "daily", "rate": 100})]
    scenes = [scene(f"s{at}", minutes=600, cast=["ana"]) for at in range(1, 4)]
    week = [unit(end=FRI, day_cost=1000, idle_day_cost=10)]
    return shoot(units=week, people=people, scenes=scenes)


def test_first_and_last_date_say_how_many_are_idle() -> None:
    dated = dated_of(one_week())
    assert dated is not None
    assert bound_of(dated) == 3 * 1100 * PARTS
    dated.set_span(Span(first=(0, 0), last=(4, 4)))
    assert bound_of(dated) == (3 * 1100 + 2 * 10) * PARTS


def test_a_span_that_cannot_hold_all_strips_has_no_cheap_bound() -> None:
    dated = dated_of(one_week())
    assert dated is not None
    dated.set_span(Span(first=(0, 0), last=(0, 1)))
    assert bound_of(dated) > 2 * 3 * 1100 * PARTS
    dated.set_span(Span(first=(0, 0), last=(0, 4)))
    dated.set_days(0, DayRange(least=6, most=9))
    assert bound_of(dated) >= INFEASIBLE


@pytest.mark.twin
def test_a_bound_that_pays_idle_dates_twice_is_caught() -> None:
    problem = problem_of(one_week())
    work = day_work_of(problem)
    dates = dates_of(problem, work)
    assert dates is not None
    dated = dated_of(one_week())
    assert dated is not None
    dated.set_span(Span(first=(0, 0), last=(4, 4)))
    right = bound_of(dated)
    object.__setattr__(dated.dates, "idle", 2 * dates.idle)
    dated.set_span(Span(first=(0, 0), last=(4, 4)))
    assert bound_of(dated) > right
