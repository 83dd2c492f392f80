"""The worst day of a run, the board of that evening, and how the run goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.risking import RiskModel, Stoppage, without_risks
from daybreak.risking.assumptions import Closure, Illness, Spell
from daybreak.risking.losing import gone_on, worst_day
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

TUESDAY, FRIDAY = "2027-06-08", "2027-06-11"
SHOOT = production(exterior("a"), exterior("b"), exterior("c"))
PLAN = schedule((MONDAY, ["a"]), (TUESDAY, ["b"]), ("2027-06-09", ["c"]))


def stopped(first: str, last: str) -> RiskModel:
    """Give a model in which the shoot stands still, and nothing else happens."""
    dates = (date.fromisoformat(first), date.fromisoformat(last))
    return replace(
        without_risks(), stoppages=(Stoppage(first=dates[0], last=dates[1]),)
    )


def laid(plan: Schedule) -> list[tuple[str, tuple[str, ...]]]:
    """Give the days of a plan in order."""
    return [(str(day.date), day.strips) for day in plan.in_order()]


def test_the_evening_of_a_stoppage_knows_how_long_it_lasts() -> None:
    worst = worst_day(bet(SHOOT, PLAN, stopped(TUESDAY, FRIDAY)), 1)
    assert worst is not None
    assert (str(worst.on), worst.cause) == (TUESDAY, "stoppage")
    assert laid(worst.schedule) == [(MONDAY, ("a",)), ("2027-06-09", ("c",))]
    assert worst.schedule.boneyard == ("b",)
    closed = [(one.first, one.last, one.units) for one in worst.production.hiatuses]
    days = date.fromisoformat("2027-06-09"), date.fromisoformat(FRIDAY)
    assert closed == [(*days, ("main",))]


def test_a_calm_run_has_no_worst_day() -> None:
    assert worst_day(bet(SHOOT, PLAN, without_risks()), 1) is None


def test_who_is_ill_is_away_from_the_next_day_on() -> None:
    days = Spell(least=4, usual=4, most=4)
    model = replace(without_risks(), illness=Illness(chance_a_day=1, days=days))
    worst = worst_day(bet(SHOOT, PLAN, model), 1)
    assert worst is not None
    (ann,) = (one for one in worst.production.people if one.id == "ann")
    last = [(one.last - worst.on).days for one in ann.unavailable]
    assert [(one.first - worst.on).days for one in ann.unavailable] == [1]
    assert last == [3]


def test_a_lost_location_opens_again_when_it_does() -> None:
    lost = Closure(times_a_year=100, days=Spell(least=21, usual=21, most=21))
    model = replace(without_risks(), location_lost=lost)
    one = bet(SHOOT, PLAN, model)
    found = next(w for run in range(1, 30) if (w := worst_day(one, run)) is not None)
    (field,) = (one for one in found.production.locations if one.id == "field")
    assert found.cause == "location"
    assert field.windows
    after = date.fromordinal(found.on.toordinal() + 1)
    assert not any(after in window for window in field.windows)


def test_with_no_further_luck_the_run_goes_on_as_the_new_plan_says() -> None:
    one = bet(SHOOT, PLAN, stopped(TUESDAY, FRIDAY))
    worst = worst_day(one, 1)
    assert worst is not None
    monday, tuesday = "2027-06-14", "2027-06-15"
    new = schedule((MONDAY, ["a"]), (monday, ["b"]), (tuesday, ["c"]))
    assert wrap(gone_on(one, worst, new)) == tuesday


def test_the_rest_of_the_run_meets_the_same_luck() -> None:
    """With the repaired board as the new plan nothing is different."""
    for one in (bet(SHOOT, PLAN, rain(0.5), seed=seed) for seed in range(1, 9)):
        worst = worst_day(one, 1)
        if worst is None:
            continue
        (repaired,) = runs(one, 1)
        end = date.fromordinal(repaired.wraps["p"])
        again = gone_on(one, worst, repaired_board(one, worst.on))
        assert date.fromordinal(again.wraps["p"]) == end


def repaired_board(one: Any, on: date) -> Schedule:
    """Give the board of a run as its own repairs left it on an evening."""
    from daybreak.risking.running import prepared  # noqa: PLC0415
    from daybreak.risking.shooting import Run  # noqa: PLC0415

    run = Run(prepared(one), 1)
    last = one.today.toordinal() - 1
    while (following := run._next_date(last)) is not None:
        if following > on.toordinal():
            break
        run.day(following)
        last = following
    return run.board.schedule()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(1, 10**6))
def test_every_evening_has_every_strip_once_and_nothing_before_it_moves(
    seed: int,
) -> None:
    shoot: Production = production(
        exterior("a"), scene("b"), exterior("c", days=2), scene("d"), exterior("e")
    )
    plan = schedule(
        (MONDAY, ["a"]),
        (TUESDAY, ["b", "d"]),
        ("2027-06-09", ["c"]),
        ("2027-06-10", ["c"]),
        (FRIDAY, ["e"]),
    )
    one = bet(shoot, plan, RiskModel(weather=rain(0.4).weather), seed=seed)
    worst = worst_day(one, 1)
    if worst is None:
        return
    strips = [strip for day in worst.schedule.days for strip in day.strips]
    strips += worst.schedule.boneyard
    assert sorted(strips) == sorted(each.id for each in worst.production.scenes)
    assert gone_on(one, worst, worst.schedule).run == 1
