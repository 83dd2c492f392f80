"""Rules cast, prep, consecutive, minor: each holds, each breaks."""

from __future__ import annotations

import pytest

from tests.checking.productions import (
    FRI,
    MON,
    MON2,
    SAT,
    SUN,
    THU,
    TUE,
    TUE2,
    WED,
    board,
    on,
    one_star,
    person,
    rest_left,
    said,
    scene,
    shoot,
    two_units_one_star,
    unit,
)

# --- cast ---


@pytest.mark.parametrize(
    ("free", "day"),
    [
        ({"windows": [[MON, TUE], [THU, FRI]]}, MON),
        ({"windows": [[MON, TUE], [THU, FRI]]}, TUE),
        ({"windows": [[MON, WED], [TUE, TUE]]}, WED),  # one inside the other
        ({"windows": [[MON, TUE], [WED, FRI]]}, WED),  # one touches the other
        ({"unavailable": [{"from": TUE, "to": WED}]}, MON),
        ({"unavailable": [{"from": TUE, "to": WED}]}, THU),
    ],
)
def test_a_person_works_where_available(free: dict[str, object], day: str) -> None:
    """RELIABILITY S9: overlapping, contained and touching windows."""
    production = one_star(**free)
    assert said(production, rest_left(production, on(day, "s1"))) == []


@pytest.mark.parametrize(
    ("free", "why"),
    [
        ({"windows": [[MON, TUE], [THU, FRI]]}, ""),
        ({"unavailable": [{"from": TUE, "to": WED, "reason": "a play"}]}, " (a play)"),
        ({"windows": [[MON, FRI]], "unavailable": [{"from": WED, "to": WED}]}, ""),
    ],
)
def test_a_person_who_is_away_breaks_cast(free: dict[str, object], why: str) -> None:
    production = one_star(**free)
    assert said(production, rest_left(production, on(WED, "s1"))) == [
        f"cast: Ana Ruiz works on 2027-06-09 and is not available then{why}"
    ]


def test_a_person_works_for_one_unit_on_each_date() -> None:
    schedule = board(on(MON, "s1"), on(TUE, "s2 s3", unit="second"))
    assert said(two_units_one_star(), schedule) == []


def test_a_person_with_two_units_on_a_date_breaks_cast() -> None:
    schedule = board(on(MON, "s1"), on(MON, "s2", unit="second"), boneyard="s3")
    assert said(two_units_one_star(), schedule) == [
        "cast: Ana Ruiz works for 2 units on 2027-06-07: Main unit and Second unit"
    ]


# --- prep ---


def test_five_weekdays_before_the_first_work_are_prep() -> None:
    production = one_star(prep_days=5)
    assert said(production, rest_left(production, on(MON2, "s1"))) == []


def test_a_weekday_too_few_breaks_prep() -> None:
    production = one_star(prep_days=6)
    assert said(production, rest_left(production, on(MON2, "s1"))) == [
        "prep: Ana Ruiz has 5 weekdays of preparation before 2027-06-14; 6 are needed"
    ]


def test_holidays_and_dates_away_are_no_prep() -> None:
    away = [{"from": WED, "to": WED}]
    star = person(prep_days=4, unavailable=away)
    production = shoot(people=[star], holidays=[TUE])
    assert said(production, rest_left(production, on(MON2, "s1"))) == [
        "prep: Ana Ruiz has 3 weekdays of preparation before 2027-06-14; 4 are needed"
    ]


def test_prep_counts_from_prep_from_even_before_the_shoot() -> None:
    early = one_star(prep_days=5, prep_from="2027-05-31")
    assert said(early, rest_left(early, on(MON, "s1"))) == []
    late = one_star(prep_days=2, prep_from=FRI)
    assert said(late, rest_left(late, on(MON2, "s1"))) == [
        "prep: Ana Ruiz has 1 weekday of preparation before 2027-06-14; 2 are needed"
    ]


def test_without_prep_from_prep_counts_from_the_earliest_unit() -> None:
    production = shoot(
        units=[unit(start=WED), unit("second", start=MON)],
        people=[person(prep_days=2)],
    )
    assert said(production, rest_left(production, on(WED, "s1"))) == []


# --- consecutive ---

ALL_WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def test_a_run_of_exactly_the_limit_holds() -> None:
    days = [on(day, f"s{i}") for i, day in enumerate((MON, TUE, THU, FRI), 1)]
    production = shoot(
        people=[person(max_consecutive_days=2)],
        scenes=[scene(f"s{i}", cast=["ana"]) for i in range(1, 5)],
    )
    assert said(production, board(*days)) == []


def test_each_run_that_is_too_long_breaks_consecutive_once() -> None:
    production = shoot(
        units=[unit(workweek=ALL_WEEK)],
        people=[person(max_consecutive_days=2)],
        scenes=[scene(f"s{i}", cast=["ana"]) for i in range(1, 8)],
    )
    run = (MON, TUE, WED, FRI, SAT, SUN, MON2)
    days = [on(day, f"s{i}") for i, day in enumerate(run, 1)]
    assert said(production, board(*days)) == [
        "consecutive: Ana Ruiz works 3 days in a row, 2027-06-07 to 2027-06-09; "
        "2 are allowed",
        "consecutive: Ana Ruiz works 4 days in a row, 2027-06-11 to 2027-06-14; "
        "2 are allowed",
    ]


def test_a_weekend_off_ends_a_run_of_calendar_dates() -> None:
    production = one_star(max_consecutive_days=1)
    assert said(production, rest_left(production, on(FRI, "s1"), on(MON2, "s2"))) == []


# --- minor ---


def test_a_minor_at_the_limit_holds_and_moves_are_no_work() -> None:
    """RELIABILITY S27: minors' hours."""
    production = shoot(
        people=[person(day_minutes=240)],
        locations=[
            {"id": "house", "name": "House", "base": "london"},
            {"id": "yard", "name": "Yard", "base": "london"},
        ],
        scenes=[
            scene("s1", cast=["ana"]),
            scene("s2", cast=["ana"], location="yard"),
            scene("s3"),
        ],
    )
    assert said(production, board(on(MON, "s1 s2 s3"))) == []


def test_a_minor_who_works_too_long_breaks_minor() -> None:
    production = one_star(day_minutes=239)
    assert said(production, rest_left(production, on(MON, "s1 s2"))) == [
        "minor: Ana Ruiz works 4 hours on 2027-06-07; 3 hours 59 minutes are allowed"
    ]


def test_a_strip_of_days_counts_the_whole_day_of_a_minor() -> None:
    production = shoot(
        people=[person(day_minutes=599)], scenes=[scene("s1", days=1, cast=["ana"])]
    )
    assert said(production, board(on(TUE2, "s1"))) == [
        "minor: Ana Ruiz works 10 hours on 2027-06-15; 9 hours 59 minutes are allowed"
    ]
