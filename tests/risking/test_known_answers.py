"""Shoots so small that their chances are known."""

from __future__ import annotations

from math import comb

import pytest

from daybreak.checking import count_costs
from daybreak.risking import RiskModel, Stoppage, without_risks
from daybreak.risking.assumptions import Illness, Overrun, Repair, Spell
from tests.risking.shoots import (
    MONDAY,
    bet,
    exterior,
    production,
    rain,
    runs,
    scene,
    schedule,
    wrap,
)

TUESDAY, WEDNESDAY = "2027-06-08", "2027-06-09"
RUNS = 400
UNLIKELY = 1e-6


def is_plausible(times: int, count: int, chance: float) -> bool:
    """Tell whether so many of so many are no wonder, by the binomial tails."""

    def exactly(found: int) -> float:
        return comb(count, found) * chance**found * (1 - chance) ** (count - found)

    below = sum(exactly(one) for one in range(times + 1))
    above = sum(exactly(one) for one in range(times, count + 1))
    return min(below, above) > UNLIKELY


@pytest.mark.parametrize("chance", [0.1, 0.3, 0.75])
def test_one_exterior_is_late_as_often_as_it_rains(chance: float) -> None:
    shoot, plan = production(exterior("a")), schedule((MONDAY, ["a"]))
    found = runs(bet(shoot, plan, rain(chance)), RUNS)
    late = sum(wrap(one) > MONDAY for one in found)
    twice = sum(wrap(one) > TUESDAY for one in found)
    assert is_plausible(late, RUNS, chance)
    assert is_plausible(twice, RUNS, chance * chance)


@pytest.mark.twin
def test_a_wrong_chance_would_be_seen() -> None:
    shoot, plan = production(exterior("a")), schedule((MONDAY, ["a"]))
    found = runs(bet(shoot, plan, rain(0.3)), RUNS)
    late = sum(wrap(one) > MONDAY for one in found)
    assert not is_plausible(late, RUNS, 0.5)


def test_an_interior_is_not_rained_off() -> None:
    shoot, plan = production(scene("a")), schedule((MONDAY, ["a"]))
    assert {wrap(one) for one in runs(bet(shoot, plan, rain(1.0)), 5)} == {MONDAY}


def test_two_exteriors_in_a_row_make_room_for_each_other() -> None:
    shoot = production(exterior("a"), exterior("b"))
    plan = schedule((MONDAY, ["a"]), (TUESDAY, ["b"]))
    found = runs(bet(shoot, plan, rain(0.4)), RUNS)
    in_time = sum(wrap(one) == TUESDAY for one in found)
    assert is_plausible(in_time, RUNS, 0.6 * 0.6)


def test_a_cover_set_saves_the_day() -> None:
    shoot = production(exterior("a"), scene("b", minutes=600))
    plan = schedule((MONDAY, ["a"]), (TUESDAY, ["b"]))
    model = rain(0.5)
    for one in runs(bet(shoot, plan, model), 40):
        rained = one.lost.get("weather", 0) > 0
        assert (one.covered > 0) == rained
        # only a second wet day in a row makes it late
        assert (wrap(one) > TUESDAY) == (one.lost.get("weather", 0) > 1)


def test_without_cover_sets_a_wet_day_is_a_day_lost() -> None:
    shoot = production(exterior("a"), scene("b", minutes=600))
    plan = schedule((MONDAY, ["a"]), (TUESDAY, ["b"]))
    model = rain(0.5, repair=Repair(cover=False))
    for one in runs(bet(shoot, plan, model), 40):
        assert one.covered == 0
        assert (wrap(one) > TUESDAY) == (one.lost.get("weather", 0) > 0)


def test_nobody_covers_who_is_not_called() -> None:
    shoot = production(exterior("a"), scene("b", cast=["bob"], minutes=600))
    plan = schedule((MONDAY, ["a"]), (TUESDAY, ["b"]))
    assert {one.covered for one in runs(bet(shoot, plan, rain(1.0)), 3)} == {0.0}


def test_a_cover_set_waits_for_what_has_to_come_before() -> None:
    shoot = production(
        exterior("a"),
        scene("b", minutes=600),
        orders=[{"before": "a", "after": "b"}],
    )
    plan = schedule((MONDAY, ["a"]), (TUESDAY, ["b"]))
    for one in runs(bet(shoot, plan, rain(0.5)), 30):
        assert one.covered == 0
        assert one.broken == {}


def test_a_stoppage_shifts_all_behind_it() -> None:
    shoot = production(scene("a"), scene("b"), scene("c"))
    plan = schedule((MONDAY, ["a"]), (TUESDAY, ["b"]), (WEDNESDAY, ["c"]))
    calm = without_risks()
    first, last = plan.days[1].date, plan.days[1].date.replace(day=14)
    model = RiskModel(
        **{
            name: getattr(calm, name)
            for name in (
                *("weather", "overrun", "illness", "location_lost"),
                *("shutdown", "facts", "post"),
            )
        },
        stoppages=(Stoppage(first=first, last=last),),
    )
    (one,) = runs(bet(shoot, plan, model), 1)
    assert wrap(one) == "2027-06-16"
    assert one.lost == {"stoppage": 1.0}
    assert one.broken == {}


def test_work_that_takes_longer_leaves_its_last_strip_for_another_day() -> None:
    shoot = production(scene("a"), scene("b"))
    plan = schedule((MONDAY, ["a", "b"]))
    model = rain(0, overrun=Overrun(median=1.5, spread=0, overtime_minutes=60))
    (one,) = runs(bet(shoot, plan, model), 1)
    assert wrap(one) == TUESDAY
    assert one.lost == {"overrun": 0.5}
    # the cost of two days in place of one, for the unit and for Ann
    assert one.cost == count_costs(shoot, plan).total + 1000 + 100


def test_overtime_is_paid() -> None:
    shoot, plan = production(scene("a", minutes=600)), schedule((MONDAY, ["a"]))
    over = Overrun(median=1.1, spread=0, overtime_minutes=120, overtime_rate=1.5)
    (one,) = runs(bet(shoot, plan, rain(0, overrun=over)), 1)
    assert one.extra_cost == 150  # 60 of 600 minutes of a day of 1,000, x 1.5


def test_a_day_called_off_is_paid_beyond_the_idle_day() -> None:
    shoot, plan = production(exterior("a")), schedule((MONDAY, ["a"]))
    for one in runs(bet(shoot, plan, rain(0.5)), 20):
        assert one.extra_cost == 800 * one.lost.get("weather", 0)


def test_somebody_ill_is_ill_for_days() -> None:
    shoot = production(scene("a", minutes=600), scene("b", minutes=600, cast=["bob"]))
    plan = schedule((MONDAY, ["a"]), (TUESDAY, ["b"]))
    ill = Illness(chance_a_day=1.0, days=Spell(least=2, usual=2, most=2))
    model = rain(0, illness=ill, repair=Repair(extra_days=0))
    (one,) = runs(bet(shoot, plan, model), 1)
    assert set(one.by_person) == {"ann", "bob"}
    assert one.unfinished == ("p",)


def test_rain_without_end_ends_with_the_unit() -> None:
    shoot, plan = production(exterior("a")), schedule((MONDAY, ["a"]))
    model = rain(1.0, repair=Repair(extra_days=0))
    (one,) = runs(bet(shoot, plan, model), 1)
    assert one.unfinished == ("p",)
    assert one.lost["weather"] == 60.0  # every eligible date of the unit


def test_a_strip_of_several_days_is_interrupted_and_goes_on() -> None:
    shoot = production(exterior("a", days=3))
    plan = schedule((MONDAY, ["a"]), (TUESDAY, ["a"]), (WEDNESDAY, ["a"]))
    for one in runs(bet(shoot, plan, rain(0.3)), 30):
        assert one.broken == {}
        late = (one.wraps["p"] - plan.days[-1].date.toordinal()) > 0
        assert late == (one.lost.get("weather", 0) > 0)
