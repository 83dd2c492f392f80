"""Cost lines of people, worked out by hand: work and holds, deal by deal."""

from __future__ import annotations

from typing import Any

from daybreak.checking import count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import CostLine, Schedule
from tests.checking.productions import (
    FRI,
    MON,
    MON2,
    THU,
    TUE,
    WED,
    WED2,
    board,
    on,
    person,
    rest_left,
    scene,
    shoot,
    unit,
)

JUNE_21, JUNE_28, JULY_5 = "2027-06-21", "2027-06-28", "2027-07-05"


def sentences(production: Production, schedule: Schedule, line: CostLine) -> list[str]:
    items = count_costs(production, schedule).of_line(line)
    return [f"{item.said} = {item.amount}" for item in items]


def ana_with(*deals: Any, scenes: int = 6, **fields: Any) -> Production:
    """Ana has some deals and is in every scene."""
    return shoot(
        people=[person("ana", *deals, **fields)],
        scenes=[scene(f"s{i}", cast=["ana"]) for i in range(1, scenes + 1)],
    )


def daily(rate: int = 100, **fields: Any) -> dict[str, Any]:
    return {"kind": "daily", "rate": rate, **fields}


def works_on(production: Production, *dates: str) -> Schedule:
    days = [on(day, f"s{i}") for i, day in enumerate(dates, 1)]
    return rest_left(production, *days)


# --- cast_work ---


def test_a_daily_deal_pays_each_date_worked_once() -> None:
    production = ana_with(daily(100))
    schedule = rest_left(production, on(MON, "s1 s2"), on(TUE, "s3"))
    assert sentences(production, schedule, "cast_work") == [
        "Ana Ruiz: 2 days x 100 = 200"
    ]


def test_a_weekly_deal_pays_weeks_begun_from_first_to_last_date() -> None:
    # June 7 to 14 are 8 calendar days: 2 weeks begun; June 7 to 11 are 5: one
    production = ana_with({"kind": "weekly", "rate": 1_000})
    assert sentences(production, works_on(production, MON, MON2), "cast_work") == [
        "Ana Ruiz: 2 weeks begun, 2027-06-07 to 2027-06-14, x 1,000 = 2000"
    ]
    assert sentences(production, works_on(production, MON, FRI), "cast_work") == [
        "Ana Ruiz: 1 week begun, 2027-06-07 to 2027-06-11, x 1,000 = 1000"
    ]


def test_exactly_seven_calendar_days_are_one_week() -> None:
    # Wednesday to the next Tuesday
    production = ana_with({"kind": "weekly", "rate": 1_000})
    schedule = works_on(production, WED, "2027-06-15")
    assert count_costs(production, schedule).lines["cast_work"] == 1_000
    schedule = works_on(production, WED, WED2)
    assert count_costs(production, schedule).lines["cast_work"] == 2_000


def test_a_flat_deal_pays_once_and_not_at_all_without_work() -> None:
    production = ana_with({"kind": "flat", "rate": 5_000})
    assert sentences(production, works_on(production, MON, TUE), "cast_work") == [
        "Ana Ruiz: flat deal x 5,000 = 5000"
    ]
    assert sentences(production, works_on(production), "cast_work") == []


def test_a_deal_of_none_and_no_deal_pay_nothing() -> None:
    for deals in ([{"kind": "none", "rate": 900}], []):
        production = ana_with(*deals)
        lines = count_costs(production, works_on(production, MON, WED)).lines
        assert lines["cast_work"] == 0
        assert lines["cast_hold"] == 0


# --- several pictures ---


def two_films(*deals: Any) -> Production:
    """Ana is in scenes 1 and 2 of film A and in scenes 3 and 4 of film B."""
    return shoot(
        pictures=[{"id": "a", "title": "Film A"}, {"id": "b", "title": "Film B"}],
        people=[person("ana", *deals)],
        scenes=[
            scene(f"s{i}", picture="a" if i < 3 else "b", cast=["ana"])
            for i in range(1, 5)
        ],
    )


def test_a_date_worked_for_two_deals_is_paid_under_the_first_one_listed() -> None:
    # Monday both films, Tuesday film B: 500 for A, once 300 for B
    production = two_films(daily(500, pictures=["a"]), daily(300, pictures=["b"]))
    schedule = rest_left(production, on(MON, "s1 s3"), on(TUE, "s4"))
    assert sentences(production, schedule, "cast_work") == [
        "Ana Ruiz: 1 day x 500 = 500",
        "Ana Ruiz: 1 day x 300 = 300",
    ]
    turned = two_films(daily(300, pictures=["b"]), daily(500, pictures=["a"]))
    assert count_costs(turned, schedule).lines["cast_work"] == 600


def test_a_shared_date_belongs_to_the_span_of_both_deals() -> None:
    # Monday both, Thursday film B: B's span is Monday to Thursday, two dates held,
    # although Monday was paid under A
    production = two_films(daily(500, pictures=["a"]), daily(300, pictures=["b"]))
    schedule = rest_left(production, on(MON, "s1 s3"), on(THU, "s4"))
    assert sentences(production, schedule, "cast_hold") == [
        "Ana Ruiz: 2 held days x 300, in the span 2027-06-07 to 2027-06-10 = 600"
    ]


def test_any_work_stops_the_hold_even_for_another_picture() -> None:
    # A: Monday and Thursday; on Tuesday Ana works for B, so Wednesday alone is held
    production = two_films(daily(500, pictures=["a"]))
    schedule = rest_left(production, on(MON, "s1"), on(TUE, "s3"), on(THU, "s2"))
    assert count_costs(production, schedule).lines["cast_hold"] == 500


def test_each_deal_holds_on_its_own() -> None:
    # A: Monday, Thursday; B: Tuesday, Friday. Held for both: Wednesday
    production = two_films(daily(500, pictures=["a"]), daily(300, pictures=["b"]))
    days = [on(MON, "s1"), on(TUE, "s3"), on(THU, "s2"), on(FRI, "s4")]
    assert count_costs(production, board(*days)).lines["cast_hold"] == 500 + 300


# --- cast_hold ---


def test_held_days_are_paid_at_the_hold_fraction() -> None:
    # Tuesday, Wednesday, Thursday are held: 3 x 101 x 0.5 = 151.5, up to 152
    production = ana_with(daily(101, hold=0.5))
    schedule = works_on(production, MON, FRI)
    assert sentences(production, schedule, "cast_hold") == [
        "Ana Ruiz: 3 held days x 0.5 of 101, in the span 2027-06-07 to 2027-06-11 = 152"
    ]
    (item,) = count_costs(production, schedule).of_line("cast_hold")
    assert [str(day) for day in item.dates] == [TUE, WED, THU]
    assert item.person == "ana"


def test_weekends_and_holidays_are_no_production_dates_and_not_held() -> None:
    # from Friday to Wednesday: Monday is a holiday, Tuesday alone is held
    star = person("ana", daily(100))
    production = shoot(people=[star], holidays=[MON2])
    assert (
        count_costs(production, works_on(production, FRI, WED2)).lines["cast_hold"]
        == 100
    )


def test_hold_is_not_paid_while_unavailable() -> None:
    away = [{"from": TUE, "to": WED}]
    production = ana_with(daily(100), unavailable=away)
    schedule = works_on(production, MON, FRI)
    assert count_costs(production, schedule).lines["cast_hold"] == 100


def test_hold_is_not_paid_outside_windows() -> None:
    production = ana_with(daily(100), windows=[[MON, TUE], [FRI, FRI]])
    schedule = works_on(production, MON, FRI)
    assert count_costs(production, schedule).lines["cast_hold"] == 100


def test_production_dates_are_those_of_the_units_that_may_shoot_the_person() -> None:
    # the second unit may shoot scene 2 on Saturdays too, so Saturday is held as well
    production = shoot(
        units=[unit(), unit("second", workweek=["sat"])],
        people=[person("ana", daily(100))],
        scenes=[
            scene("s1", cast=["ana"]),
            scene("s2", cast=["ana"], units=["main", "second"]),
        ],
    )
    schedule = board(on(FRI, "s1"), on(MON2, "s2"))
    assert count_costs(production, schedule).lines["cast_hold"] == 100


def test_only_daily_deals_are_held() -> None:
    for kind in ("weekly", "flat"):
        production = ana_with({"kind": kind, "rate": 100})
        schedule = works_on(production, MON, FRI)
        assert count_costs(production, schedule).lines["cast_hold"] == 0


# --- drops ---


def test_the_dearest_gap_that_is_long_enough_is_dropped() -> None:
    # works June 7, 21, July 5 with a break of ten days: gaps of 13 calendar dates.
    # The first has 9 weekdays, the second 9 less one holiday. One drop: the first.
    production = shoot(
        people=[person("ana", daily(100, drops=1))],
        holidays=["2027-06-30"],
    )
    schedule = works_on(production, MON, JUNE_21, JULY_5)
    assert sentences(production, schedule, "cast_hold") == [
        "Ana Ruiz: 8 held days x 100, in the span 2027-06-07 to 2027-07-05; "
        "dropped from 2027-06-07 to 2027-06-21 (9 days not held) = 800"
    ]


def test_a_later_gap_is_dropped_where_it_is_dearer() -> None:
    production = shoot(
        people=[person("ana", daily(100, drops=1))], holidays=["2027-06-15"]
    )
    schedule = works_on(production, MON, JUNE_21, JULY_5)
    assert sentences(production, schedule, "cast_hold") == [
        "Ana Ruiz: 8 held days x 100, in the span 2027-06-07 to 2027-07-05; "
        "dropped from 2027-06-21 to 2027-07-05 (9 days not held) = 800"
    ]


def test_a_gap_of_exactly_drop_after_days_may_not_be_dropped() -> None:
    # from June 7 to June 21 there are 13 calendar dates in between, 9 of them held
    for most, expected in ((13, 900), (12, 0)):
        production = ana_with(daily(100, drops=1, drop_after_days=most))
        schedule = works_on(production, MON, JUNE_21)
        assert count_costs(production, schedule).lines["cast_hold"] == expected


def test_no_more_gaps_are_dropped_than_agreed() -> None:
    # three gaps: 13 calendar dates (9 held), 6 (4 held), 6 (4 held)
    dates = (MON, JUNE_21, JUNE_28, JULY_5)
    for drops, expected in ((0, 1_700), (1, 800), (2, 400), (3, 0), (9, 0)):
        production = ana_with(daily(100, drops=drops, drop_after_days=5))
        schedule = works_on(production, *dates)
        assert count_costs(production, schedule).lines["cast_hold"] == expected


def test_the_length_of_a_gap_counts_dates_worked_for_others() -> None:
    # A's gap June 7-21 has 13 calendar dates; one is worked for B, 8 are held
    production = two_films(daily(100, pictures=["a"], drops=1, drop_after_days=12))
    schedule = rest_left(production, on(MON, "s1"), on(MON2, "s3"), on(JUNE_21, "s2"))
    assert count_costs(production, schedule).lines["cast_hold"] == 0


def test_a_hold_that_was_dropped_whole_is_still_told() -> None:
    production = ana_with(daily(100, drops=1))
    schedule = works_on(production, MON, JUNE_21)
    assert sentences(production, schedule, "cast_hold") == [
        "Ana Ruiz: 0 held days x 100, in the span 2027-06-07 to 2027-06-21; "
        "dropped from 2027-06-07 to 2027-06-21 (9 days not held) = 0"
    ]
