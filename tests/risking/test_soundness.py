"""Whatever happens, the boards that come out stand up to the rule book."""

from __future__ import annotations

import os

import pytest

from daybreak.checking import check, count_costs, is_valid
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.risking import RiskModel, placing, without_risks
from daybreak.risking.assumptions import Closure, Illness, Overrun, Spell, Weather
from daybreak.risking.pieces import in_pieces
from tests.risking.shoots import bet, runs
from tests.strategies import random_production, random_schedule

SHOOTS = int(os.environ.get("DAYBREAK_RISKY_SHOOTS", "60"))
BAD_LUCK = RiskModel(
    weather=Weather(stopping_share=0.9, assumed_wet_share=0.6),
    overrun=Overrun(spread=0.4, overtime_minutes=30),
    illness=Illness(chance_a_day=0.1),
    location_lost=Closure(times_a_year=4, days=Spell(least=1, usual=4, most=9)),
    shutdown=Closure(times_a_year=3, days=Spell(least=2, usual=5, most=9)),
)


def plans(count: int) -> list[tuple[Production, Schedule]]:
    """Give productions of every kind with plans that break no rule."""
    found = []
    for seed in range(count * 20):
        shoot = random_production(seed, scenes=9)
        plan = random_schedule(shoot, seed, broken=0)
        if plan.days and not check(shoot, plan):
            found.append((shoot, plan))
        if len(found) == count:
            break
    return found


PLANS = plans(SHOOTS)


def test_there_are_enough_plans() -> None:
    assert len(PLANS) >= min(SHOOTS, 30)


def test_a_plan_in_pieces_costs_the_same_and_is_as_valid() -> None:
    for shoot, plan in PLANS:
        pieces = in_pieces(shoot, plan, extra_days=365)
        assert count_costs(pieces.production, pieces.schedule).lines == (
            count_costs(shoot, plan).lines
        )
        assert check(pieces.production, pieces.schedule) == ()


def test_without_risks_the_plan_itself_comes_out() -> None:
    for shoot, plan in PLANS:
        (one,) = runs(bet(shoot, plan, without_risks()), 1)
        picture = {each.id: each.picture for each in shoot.scenes}
        wraps = {
            picture[strip]: day.date.toordinal()
            for day in plan.in_order()
            for strip in day.strips
        }
        assert one.cost == count_costs(shoot, plan).total
        assert one.extra_cost == 0
        assert dict(one.wraps) == wraps
        assert (one.lost, one.broken, one.unfinished) == ({}, {}, ())


def test_a_repaired_board_breaks_nothing_unless_it_says_so() -> None:
    for shoot, plan in PLANS:
        for one in runs(bet(shoot, plan, BAD_LUCK), 4):
            assert one.forced or one.broken == {}, (shoot.title, one)


@pytest.mark.twin
def test_a_repair_that_looks_at_no_rule_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def careless(board, unit, on, strips, *, wanted, willing=False):  # type: ignore[no-untyped-def]
        return wanted

    monkeypatch.setattr(placing, "shift_for", careless)
    broken = [
        one.broken
        for shoot, plan in PLANS[:30]
        for one in runs(bet(shoot, plan, BAD_LUCK), 2)
    ]
    assert any(broken)


def test_only_valid_plans_are_looked_at() -> None:
    assert all(is_valid(check(shoot, plan)) for shoot, plan in PLANS)
