"""Rules travel and turnaround, of units and of people: each holds, each breaks."""

from __future__ import annotations

import pytest

from tests.checking.productions import (
    MON,
    THU,
    TUE,
    WED,
    board,
    on,
    one_star,
    person,
    rest_left,
    said,
    scene,
    shoot,
    two_towns,
    two_units_one_star,
    unit,
)

# --- travel ---


def test_two_dates_strictly_between_are_enough_for_a_move_of_two() -> None:
    schedule = board(on(MON, "s1"), on(THU, "s2"), boneyard="s3")
    assert said(two_towns(days=2), schedule) == []


def test_one_date_between_breaks_travel() -> None:
    schedule = board(on(MON, "s1"), on(WED, "s2"), boneyard="s3")
    assert said(two_towns(days=2), schedule) == [
        "travel: Main unit has 1 day between 2027-06-07 and 2027-06-09 to travel from "
        "London to Rome; the move takes 2"
    ]


def test_a_move_both_ways_binds_the_way_back() -> None:
    schedule = board(on(MON, "s2"), on(WED, "s1"), boneyard="s3")
    assert said(two_towns(days=2), schedule) == [
        "travel: Main unit has 1 day between 2027-06-07 and 2027-06-09 to travel from "
        "Rome to London; the move takes 2"
    ]


def test_a_move_that_is_not_given_breaks_travel() -> None:
    production = shoot(
        bases=[{"id": b, "name": b.title()} for b in ("london", "rome", "oslo")],
        moves=[{"from": "london", "to": "oslo", "days": 0, "cost": 0}],
        locations=[
            {"id": "house", "name": "House", "base": "london"},
            {"id": "villa", "name": "Villa", "base": "rome"},
        ],
        scenes=[scene("s1"), scene("s2", location="villa")],
    )
    assert said(production, board(on(MON, "s1"), on(THU, "s2"))) == [
        "travel: Main unit goes from London to Rome for 2027-06-10; "
        "no such move is given"
    ]


def test_without_any_moves_every_move_takes_no_time() -> None:
    schedule = board(on(MON, "s1"), on(TUE, "s2"), boneyard="s3")
    assert said(two_towns(moves=False), schedule) == []


def test_the_first_base_needs_a_move_and_no_dates() -> None:
    schedule = board(on(MON, "s2"), boneyard="s1 s3")
    assert said(two_towns(days=5, base="london"), schedule) == []


def test_no_move_from_the_first_base_breaks_travel() -> None:
    production = shoot(
        units=[unit(base="rome")],
        bases=[{"id": "london", "name": "London"}, {"id": "rome", "name": "Rome"}],
        moves=[
            {"from": "london", "to": "rome", "days": 1, "cost": 0, "both_ways": False}
        ],
    )
    assert said(production, rest_left(production, on(MON, "s1"))) == [
        "travel: Main unit goes from Rome to London for 2027-06-07; "
        "no such move is given"
    ]


def test_a_person_travels_between_units() -> None:
    production = shoot(
        units=[unit(), unit("second")],
        bases=[{"id": "london", "name": "London"}, {"id": "rome", "name": "Rome"}],
        moves=[{"from": "london", "to": "rome", "days": 1, "cost": 0}],
        locations=[
            {"id": "house", "name": "House", "base": "london"},
            {"id": "villa", "name": "Villa", "base": "rome"},
        ],
        scenes=[
            scene("s1", cast=["ana"]),
            scene("s2", cast=["ana"], units=["second"], location="villa"),
        ],
    )
    breaks = board(on(MON, "s1"), on(TUE, "s2", unit="second"))
    assert said(production, breaks) == [
        "travel: Ana Ruiz has 0 days between 2027-06-07 and 2027-06-08 to travel from "
        "London to Rome; the move takes 1"
    ]
    assert said(production, board(on(MON, "s1"), on(WED, "s2", unit="second"))) == []


# --- turnaround ---


def test_a_day_shift_after_a_day_shift_leaves_twelve_hours() -> None:
    production = shoot(units=[unit(turnaround_hours=12)], people=[], scenes=ALONE)
    assert said(production, board(on(MON, "s1"), on(TUE, "s2"))) == []


ALONE = [scene("s1"), scene("s2")]


def test_an_hour_too_little_breaks_turnaround() -> None:
    production = shoot(units=[unit(turnaround_hours=13)], people=[], scenes=ALONE)
    assert said(production, board(on(MON, "s1"), on(TUE, "s2"))) == [
        "turnaround: Main unit has 12 hours of rest between the wrap of 2027-06-07 at "
        "19:00 and the call of 2027-06-08 at 07:00; 13 hours are needed"
    ]


@pytest.mark.parametrize(
    ("first", "then", "hours"),
    [
        ("day", "split", 17),
        ("split", "day", 7),
        ("night", "day", 1),
        ("day", "day", 12),
    ],
)
def test_rest_runs_from_the_wrap_of_one_shift_to_the_call_of_the_next(
    first: str, then: str, hours: int
) -> None:
    schedule = board(on(MON, "s1", shift=first), on(TUE, "s2", shift=then))
    for asked, holds in ((hours, True), (hours + 1, False)):
        production = shoot(
            units=[unit(turnaround_hours=asked)], people=[], scenes=ALONE
        )
        assert (said(production, schedule) == []) == holds


def test_a_night_wraps_on_the_next_morning() -> None:
    production = shoot(people=[], scenes=ALONE)
    schedule = board(on(MON, "s1", shift="night"), on(TUE, "s2"))
    assert said(production, schedule) == [
        "turnaround: Main unit has 1 hour of rest between the wrap of 2027-06-07 at "
        "06:00 the next morning and the call of 2027-06-08 at 07:00; "
        "11 hours are needed"
    ]


def test_a_call_before_the_wrap_leaves_no_rest() -> None:
    early = {"day": ["05:00", "17:00"], "night": ["18:00", "06:30"]}
    production = shoot(units=[unit(shifts=early)], people=[], scenes=ALONE)
    schedule = board(on(MON, "s1", shift="night"), on(TUE, "s2"))
    assert said(production, schedule) == [
        "turnaround: Main unit has no time of rest between the wrap of 2027-06-07 at "
        "06:30 the next morning and the call of 2027-06-08 at 05:00; "
        "11 hours are needed"
    ]


def test_a_person_rests_between_two_units_by_the_longer_rest() -> None:
    production = two_units_one_star(turnaround_hours=13)
    schedule = board(on(MON, "s1"), on(TUE, "s2", unit="second"), boneyard="s3")
    assert said(production, schedule) == [
        "turnaround: Ana Ruiz has 12 hours of rest between the wrap of 2027-06-07 at "
        "19:00 and the call of 2027-06-08 at 07:00; 13 hours are needed"
    ]
    back = board(on(MON, "s1", unit="second"), on(TUE, "s2"), boneyard="s3")
    assert len(said(production, back)) == 1
    assert said(two_units_one_star(turnaround_hours=12), schedule) == []


def test_an_interval_of_a_day_off_is_rest_enough() -> None:
    production = one_star()
    schedule = rest_left(production, on(MON, "s1", shift="night"), on(WED, "s2"))
    assert said(production, schedule) == []


def test_unit_and_person_both_say_that_their_rest_is_short() -> None:
    production = shoot(units=[unit(turnaround_hours=13)], people=[person()])
    schedule = rest_left(production, on(MON, "s1"), on(TUE, "s2"))
    assert [one.split(" has ")[0] for one in said(production, schedule)] == [
        "turnaround: Main unit",
        "turnaround: Ana Ruiz",
    ]
