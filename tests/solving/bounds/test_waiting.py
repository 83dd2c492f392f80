"""Who waits for sure is paid, and the plans that a bound comes upon are real ones."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

import numpy as np
import pytest

from daybreak.checking import count_costs
from daybreak.model.production import Production
from daybreak.solving.boards import Board, schedule_from_board
from daybreak.solving.bounds.branching import Branches
from daybreak.solving.bounds.dated import DatedRounds
from daybreak.solving.bounds.dates import dates_of
from daybreak.solving.bounds.days import PARTS, day_work_of
from daybreak.solving.bounds.proving import prove
from daybreak.solving.bounds.rounds import PatternRounds
from daybreak.solving.bounds.waiting import Waiting, Window, waiting_of
from daybreak.solving.engines import arrays
from daybreak.solving.problem import Problem, problem_of
from tests.checking.productions import FRI, MON, WED, person, scene, shoot, unit
from tests.solving.bounds.small import instances
from tests.solving.searching import blocking


def star_with_two_ends(hold: float = 1.0, drops: int = 0) -> Production:
    """Pin Ana to Monday and Friday, with two days of others between."""
    deal = {"kind": "daily", "rate": 100, "hold": hold, "drops": drops}
    pins = (MON, None, None, FRI)
    scenes = [
        scene(
            f"s{at}",
            minutes=600,
            cast=["ana"] if day else [],
            **({"pin": {"unit": "main", "date": day}} if day else {}),
        )
        for at, day in enumerate(pins, 1)
    ]
    week = [unit(end=FRI, day_cost=1000, idle_day_cost=10)]
    return shoot(units=week, people=[person("ana", deal)], scenes=scenes)


def proven(production: Production) -> tuple[int, list[tuple[int, Board]]]:
    """Give the bound and the plans that it came upon."""
    plans: list[tuple[int, Board]] = []
    bound = prove(
        problem_of(production),
        boneyard=0,
        until=monotonic() + 60.0,
        stop=lambda: False,
        tell=lambda _: None,
        show=lambda cost, board: plans.append((cost, board)),
    )
    return bound, plans


def test_dates_between_a_first_and_a_last_day_are_paid() -> None:
    """4 days, an idle one, and Ana's 2 days of work and 3 of waiting."""
    bound, plans = proven(star_with_two_ends())
    assert bound == 4 * 1000 + 10 + 2 * 100 + 3 * 100
    assert plans[-1][0] == bound


def test_a_part_of_the_rate_is_paid_for_a_date_held() -> None:
    bound, _ = proven(star_with_two_ends(hold=0.5))
    assert bound == 4 * 1000 + 10 + 2 * 100 + 3 * 50


def test_nothing_is_sure_where_work_may_begin_later_or_end_sooner() -> None:
    waiting = waiting_of(problem_of(star_with_two_ends()))
    open_end = Window(person=0, first=(0, 4), last=(0, 4))
    assert waiting.surely(open_end).tolist() == [0, 0, 0, 0, 0]
    narrow = Window(person=0, first=(0, 1), last=(3, 4))
    assert waiting.surely(narrow).tolist() == [0, 0, 100_000, 0, 0]


def test_nothing_is_sure_of_a_gap_that_may_be_dropped() -> None:
    ordinals = np.arange(30, dtype=np.int64)
    held = np.full((1, 30), 7, dtype=np.int64)
    long = Waiting(held=held, longest=np.array([10]), ordinals=ordinals)
    window = Window(person=0, first=(0, 0), last=(12, 12))
    assert int(long.surely(window).sum()) == 0
    short = Waiting(held=held, longest=np.array([11]), ordinals=ordinals)
    assert int(short.surely(window).sum()) == 11 * 7


def test_plans_on_the_way_keep_every_rule_and_cost_what_is_said() -> None:
    seen = 0
    for seed, made, (boneyard, cost) in instances(80):
        if boneyard or len(made.units) > 1:
            continue
        problem = problem_of(made)
        bound, plans = proven(made)
        for told, board in plans:
            schedule = schedule_from_board(problem, board)
            assert blocking(made, schedule) == [], f"seed {seed}"
            assert count_costs(made, schedule).lines["total"] == told
            assert not schedule.boneyard
            assert bound <= cost <= told
        seen += bool(plans)
    assert seen >= 2


@pytest.mark.twin
def test_a_pay_for_waiting_that_nobody_owes_is_caught() -> None:
    """The broken twin: Ana is away on Wednesday, and a bound pays that date, too."""
    away = [{"from": WED, "to": WED, "reason": "a gala"}]
    deal = {"kind": "daily", "rate": 100}
    scenes = [
        scene(f"s{at}", minutes=600, pin={"unit": "main", "date": day}, cast=["ana"])
        for at, day in enumerate((MON, FRI), 1)
    ]
    people = [person("ana", deal, unavailable=away)]
    gone = shoot(units=[unit(end=FRI, day_cost=1000)], people=people, scenes=scenes)
    cost = 2 * 1000 + 2 * 100 + 2 * 100
    assert proven(gone)[0] == cost
    problem = problem_of(gone)
    right = waiting_of(problem)
    wrong = replace(right, held=np.full_like(right.held, 100 * PARTS))
    assert branched(problem, right) == cost * PARTS
    assert branched(problem, wrong) > cost * PARTS


def test_days_that_are_asked_for_are_not_paid_twice() -> None:
    """Ana works on Monday, Wednesday and Friday: 5 dates paid, worked or held."""
    deal = {"kind": "daily", "rate": 100}
    scenes = [
        scene(f"s{at}", minutes=600, pin={"unit": "main", "date": day}, cast=["ana"])
        for at, day in enumerate((MON, WED, FRI), 1)
    ]
    week = [unit(end=FRI, day_cost=1000)]
    made = shoot(units=week, people=[person("ana", deal)], scenes=scenes)
    problem = problem_of(made)
    dated = dated_rounds(problem, waiting_of(problem))
    dated.set_windows((Window(person=0, first=(0, 0), last=(4, 4)),))
    dated.set_use(0, least=3)
    found = dated.run(until=monotonic() + 60.0, stop=lambda: False)
    assert found.bound == (3 * 1000 + 5 * 100) * PARTS
    dated.set_use(0, least=4)
    found = dated.run(until=monotonic() + 60.0, stop=lambda: False)
    assert found.bound == (3 * 1000 + 5 * 100) * PARTS


def branched(problem: Problem, waiting: Waiting) -> int:
    """Give the bound in parts that follows from what is paid to those who wait."""
    dated = dated_rounds(problem, waiting)
    until = monotonic() + 60.0
    return Branches(dated).run(until=until, stop=lambda: False, tell=lambda _: None)


def dated_rounds(problem: Problem, waiting: Waiting) -> DatedRounds:
    """Give rounds that know the dates, and go on until nothing is left to find."""
    work = day_work_of(problem)
    dates = dates_of(problem, work)
    assert dates is not None
    rounds = PatternRounds(work, problem.scenes.info[:, arrays.LOCATION], boneyard=0)
    rounds.run(until=monotonic() + 60.0, stop=lambda: False)
    dated = DatedRounds(rounds, dates, waiting)
    dated.close = 0.0
    return dated
