"""RELIABILITY B9: what nobody plans gets a schedule, a reason or a plain refusal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.solving import solve
from daybreak.solving.horizon import MOST_SLOTS
from daybreak.solving.problem import problem_of
from tests.checking.productions import FRI, MON, TUE, person, scene, shoot, unit
from tests.solving import productions
from tests.solving.searching import assert_sound, blocking, search

SEARCHED = [
    # production, moves, strips in the boneyard, days
    (productions.no_scenes, 500, 0, 0),
    (productions.one_scene, 500, 0, 1),
    (productions.cast_of_none, 500, 0, 1),
    (productions.one_day_for_everything, 5_000, 6, 1),
    (productions.all_cast_away, 500, 2, 0),
    (productions.star_away_on_the_only_day, 500, 1, 0),
    (productions.one_crowd_scene, 500, 0, 1),
    (productions.no_dates, 500, 3, 0),
    (productions.one_unit_without_dates, 500, 0, 1),
    (productions.long_epic, 3_000, 0, 41),
    (productions.all_pinned, 500, 0, 2),
    (productions.pinned_on_top_of_each_other, 3_000, 1, 1),
    (productions.leap_day, 2_000, 0, 3),
    (productions.last_year_of_the_calendar, 5_000, 0, 3),
    (productions.names_of_everywhere, 500, 1, 1),
]
SOLVED = [
    productions.no_scenes,
    productions.all_cast_away,
    productions.no_dates,
    productions.no_length,
    productions.names_of_everywhere,
]


@pytest.mark.parametrize(("make", "moves", "boneyard", "days"), SEARCHED)
def test_odd_production_gets_the_best_board(
    make: Callable[[], Production], moves: int, boneyard: int, days: int
) -> None:
    """RELIABILITY B9: S1, S2, S4-S6, S12-S14, S16, S17, S22, S28-S30."""
    made = make()
    found = search(made, iterations=moves)
    assert_sound(made, found.schedule, found.cost)
    assert (found.boneyard, len(found.schedule.days)) == (boneyard, days)


def test_five_hundred_scenes_alike_stand_on_full_days() -> None:
    """RELIABILITY B9, S29: five fit a day; in few moves nearly all days are full."""
    found = search(productions.five_hundred_alike(), iterations=60_000)
    assert found.boneyard == 0
    assert 100 <= len(found.schedule.days) <= 125


@pytest.mark.parametrize("make", SOLVED)
def test_odd_production_is_solved(make: Callable[[], Production]) -> None:
    """RELIABILITY B9: through the processes, with a reason for each strip left."""
    made = make()
    result = solve(made, iterations=3000, workers=1)
    assert_sound(made, result.schedule, result.cost)
    assert set(result.reasons) == set(result.schedule.boneyard)
    assert all(result.reasons.values())


def test_reasons_keep_the_letters_of_every_script() -> None:
    """RELIABILITY B9, S30."""
    made = productions.names_of_everywhere()
    result = solve(made, iterations=500, workers=1)
    person = made.people[0]
    why = person.unavailable[0].reason
    told = f"No day is possible: {person.name} is away {MON} to {FRI} ({why})."
    assert result.reasons == {"s1": told}


def test_more_strips_than_an_engine_puts_on_a_day_are_put_up_afterwards() -> None:
    """RELIABILITY B9, S12: the rule book has no such limit."""
    made = productions.no_length()
    result = solve(made, iterations=3000, workers=1)
    assert result.schedule.boneyard == ()
    assert len(result.schedule.days) <= len(made.scenes)


# --- horizons and sums ----------------------------------------------------------------


def test_open_end_of_a_unit_costs_no_time() -> None:
    """RELIABILITY B9, S28: a unit that may shoot for 200 years; 3 strips."""
    made = shoot(units=[unit(end="2227-06-07", day_cost=100)])
    problem = problem_of(made)
    assert len(problem.slot_days) < 600
    found = search(made, iterations=2000)
    assert_sound(made, found.schedule, found.cost)
    assert found.boneyard == 0


@pytest.mark.parametrize(
    "parts",
    [
        {"scenes": [scene("s1", window=["2033-03-04", "2033-03-08"])]},
        {"scenes": [scene("s1", pin={"unit": "main", "date": "2033-03-04"})]},
        {
            "people": [person(windows=[["2033-03-04", "2100-01-01"]])],
            "scenes": [scene("s1", cast=["ana"])],
        },
        {
            "people": [
                person(unavailable=[{"from": MON, "to": "2033-03-01", "reason": "x"}])
            ],
            "scenes": [scene("s1", cast=["ana"])],
        },
        {
            "orders": [{"before": "s1", "after": "s2", "min_days": 2300}],
            "scenes": [scene("s1"), scene("s2")],
        },
        {
            "people": [person(prep_days=1600)],
            "scenes": [scene("s1", cast=["ana"])],
        },
        {"hiatuses": [{"from": MON, "to": "2033-03-01"}]},
    ],
    ids=["window", "pin", "free", "away", "order", "prep", "hiatus"],
)
def test_dates_that_a_strip_waits_for_are_looked_at(parts: dict[str, Any]) -> None:
    """The horizon is cut only where nothing changes any more."""
    made = shoot(units=[unit(end="2090-06-07", day_cost=100)], **parts)
    found = search(made, iterations=4000)
    assert_sound(made, found.schedule, found.cost)
    assert found.boneyard == 0
    assert found.schedule.days[-1].date.year >= 2033


def test_more_dates_than_can_be_laid_out_are_refused() -> None:
    """RELIABILITY B9, S28: a plain error, at once, whatever the year."""
    late = scene("s1", window=["9990-01-01", "9990-12-31"])
    made = shoot(units=[unit(end="9999-12-31")], scenes=[late])
    with pytest.raises(UsageError) as caught:
        solve(made, seconds=1.0)
    assert str(caught.value).startswith("The units may shoot on 2,0")
    assert f"the planner can lay out {MOST_SLOTS:,}.\nMaybe end" in str(caught.value)


def test_sums_beyond_64_bits_are_refused() -> None:
    """A total that turned round would make the dearest plan the best."""
    made = shoot(units=[unit(end="2028-06-07", day_cost=10**15, idle_day_cost=10**15)])
    assert search(made).cost == 10**15
    deals = [{"kind": "daily", "rate": 10**15}]
    people = [{"id": f"p{i}", "name": "Dear", "deals": deals} for i in range(9)]
    with pytest.raises(UsageError) as caught:
        solve(shoot(units=[unit(end="2028-06-07")], people=[*people, person()]))
    assert str(caught.value) == (
        "The costs may add up to 6,606,000,000,000,000,000; the planner counts to "
        "2,305,843,009,213,693,952.\nMaybe give the amounts in thousands."
    )


def test_many_decimals_of_much_money_do_not_overflow() -> None:
    """A rate of rupiahs with a hold to nine decimals: a near fraction is as good."""
    deal = {"kind": "daily", "rate": 10**9, "hold": 0.333333333}
    pins = [{"unit": "main", "date": day} for day in (MON, "2027-08-31")]
    scenes = [scene(f"s{i}", cast=["ana"], pin=pin) for i, pin in enumerate(pins, 1)]
    made = shoot(people=[person("ana", deal)], scenes=scenes)
    result = solve(made, iterations=1000, workers=1)
    assert result.schedule.boneyard == ()
    assert result.cost == result.schedule.cost["total"] == 21_999_999_980
    by_the_engine = search(made, start=result.schedule)
    assert by_the_engine.cost == pytest.approx(result.cost, rel=1e-3)


def test_a_dear_strip_is_no_reason_to_leave_it() -> None:
    """Days cost next to nothing, the palace a fortune: it is shot all the same."""
    palace = {"id": "house", "name": "Palace", "base": "london", "day_fee": 10**9}
    made = shoot(units=[unit(end=FRI, day_cost=1)], locations=[palace])
    found = search(made, iterations=2000)
    assert (found.boneyard, found.cost) == (0, 10**9 + 1)


# --- what binds nobody ---------------------------------------------------------------


def test_ignored_rules_bind_no_strip() -> None:
    made = shoot(
        units=WEEK_OF_SHORT_DAYS,
        scenes=productions.many(3, minutes=60, cast=["ana"]),
        people=[person(unavailable=[{"from": MON, "to": FRI, "reason": "x"}])],
        rules={"capacity": "ignored", "cast": "warns"},
    )
    found = search(made, iterations=2000)
    assert blocking(made, found.schedule) == []
    assert (found.boneyard, len(found.schedule.days)) == (0, 1)


WEEK_OF_SHORT_DAYS = [unit(end=FRI, day_minutes=90, day_cost=100)]


def test_wrong_limits_are_told() -> None:
    made = productions.one_scene()
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"seconds": 0}, "0 seconds is no time to search."),
        ({"seconds": float("nan")}, "nan seconds is no time to search."),
        ({"iterations": 0}, "0 iterations is no work."),
        ({"workers": 0}, "0 workers cannot work."),
    ]
    for how, told in wrong:
        with pytest.raises(UsageError) as caught:
            solve(made, **how)
        assert str(caught.value).splitlines()[0] == told


def test_a_start_on_dates_far_away_is_kept_where_it_is_better() -> None:
    """RELIABILITY B12: a day beyond the horizon of the search is still a good day."""
    made = shoot(units=[unit(end="2227-06-07", day_cost=100)])
    far = search(made).schedule
    moved = type(far)(
        days=tuple(
            type(day)(
                unit=day.unit, date=date(2200, 6, 9), shift="day", strips=day.strips
            )
            for day in far.days
        ),
    )
    result = solve(made, iterations=1, workers=1, start=moved)
    assert_sound(made, result.schedule, result.cost)
    assert result.schedule.boneyard == ()


def test_two_pinned_days_stand_where_they_are_pinned() -> None:
    days = search(productions.all_pinned()).schedule.days
    assert [day.date.isoformat() for day in days] == [MON, TUE]
