"""How a chance moves with an assumption, met by the same luck."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from daybreak.risking import Bet, RiskModel, without_risks
from daybreak.risking.assumptions import Illness
from daybreak.risking.swinging import assumptions_of, in_time, moved
from tests.risking.shoots import (
    MONDAY,
    bet,
    exterior,
    production,
    rain,
    runs,
    scene,
    schedule,
)

DUE = {"id": "p", "title": "Picture", "release": MONDAY}
SHOOT = production(exterior("a", cast=[]), pictures=[DUE])
PLAN = schedule((MONDAY, ["a"]))
RUNS = 400


def seen(one: Bet) -> list[bool]:
    """Give by run whether the picture is in time."""
    planned = PLAN.days[0].date.toordinal()
    return [in_time(one, "p", planned, outcome) for outcome in runs(one, RUNS)]


def swing(name: str, model: RiskModel) -> tuple[Bet, Bet, Bet]:
    """Give a bet, and it without an assumption and with twice as much of it."""
    one = bet(SHOOT, PLAN, model)
    (found,) = (each for each in assumptions_of(one) if each.name == name)
    without, twice = found.without(model), found.twice(model)
    return one, replace(one, model=without), replace(one, model=twice)


def test_one_exterior_without_rain_is_in_time_and_with_twice_as_much_as_often() -> None:
    """A known answer: rain with chance 0.2 against none, and against 0.4."""
    one, without, twice = swing("weather", rain(0.2))
    base = seen(one)
    less, more = moved(base, seen(without)), moved(base, seen(twice))
    assert less.share == 1.0
    assert less.low <= 0.2 <= less.high
    assert more.low <= -0.2 <= more.high
    assert more.share == pytest.approx(0.6, abs=0.08)


def test_what_cannot_matter_moves_nothing_at_all() -> None:
    """The same luck: nobody plays in this scene, so nobody can fall ill."""
    ill = Illness(chance_a_day=0.5, days=without_risks().illness.days)
    one, without, twice = swing("illness", rain(0.3, illness=ill))
    assert seen(one) == seen(without) == seen(twice)


@pytest.mark.twin
def test_with_other_luck_what_cannot_matter_would_move() -> None:
    one = bet(SHOOT, PLAN, rain(0.3))
    assert seen(one) != seen(replace(one, seed=2))


def test_more_of_a_risk_never_saves_a_run_of_one_exterior() -> None:
    one, _, twice = swing("weather", rain(0.2))
    pairs = zip(seen(one), seen(twice), strict=True)
    assert not any(more and not less for less, more in pairs)


def test_what_is_not_assumed_is_not_asked() -> None:
    assert list(assumptions_of(bet(SHOOT, PLAN, without_risks()))) == []
    names = [one.name for one in assumptions_of(bet(SHOOT, PLAN, RiskModel()))]
    assert names == (
        ["weather", "overrun", "illness", "location_lost", "shutdown", "post"]
    )


def test_each_assumption_alone_changes_and_nothing_else() -> None:
    model = RiskModel()
    names = [one.name for one in fields(model)]
    for one in assumptions_of(bet(SHOOT, PLAN, model)):
        for made in (one.without(model), one.twice(model)):
            changed = [n for n in names if getattr(made, n) != getattr(model, n)]
            assert changed == [one.name]


@pytest.mark.parametrize(
    ("before", "after", "by"),
    [
        ([False] * 50, [True] * 50, 1.0),
        ([True] * 50, [True] * 50, 0.0),
        ([True] * 30 + [False] * 20, [True] * 20 + [False] * 30, -0.2),
    ],
)
def test_the_move_lies_in_its_interval(
    before: list[bool], after: list[bool], by: float
) -> None:
    found = moved(before, after)
    assert found.by == by
    assert -1 <= found.low <= found.high <= 1
    assert found.low <= by <= found.high or by == 1.0


def test_the_interval_is_that_of_agresti_and_min() -> None:
    """10 of 100 gone, none won: -10/102, and 1.96 times sqrt(11 - 100/102)/102."""
    found = moved([True] * 90 + [False] * 10, [True] * 80 + [False] * 20)
    assert (found.low, found.high) == pytest.approx((-0.15886, -0.03722), abs=1e-5)


def test_a_scene_that_is_never_shot_is_not_in_time() -> None:
    one = bet(production(scene("a")), schedule((MONDAY, ["a"])), without_risks())
    (outcome,) = runs(one, 1)
    assert in_time(one, "p", 0, outcome)
    assert not in_time(one, "p", 0, replace(outcome, unfinished=("p",)))
