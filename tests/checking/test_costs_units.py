"""Cost lines of units, worked out by hand: days, idle days, moves."""

from __future__ import annotations

from daybreak.checking import count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import CostLine, Schedule
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
    rest_left,
    scene,
    shoot,
    two_towns,
    unit,
)

ALL_WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def amount(production: Production, schedule: Schedule, line: CostLine) -> int:
    return count_costs(production, schedule).lines[line]


def sentences(production: Production, schedule: Schedule, line: CostLine) -> list[str]:
    items = count_costs(production, schedule).of_line(line)
    return [f"{item.said} = {item.amount}" for item in items]


def seven_scenes(**main: object) -> Production:
    """Give a unit all days of a week to shoot on, and a scene for each."""
    return shoot(
        units=[unit(workweek=ALL_WEEK, **main)],
        people=[],
        scenes=[scene(f"s{i}") for i in range(1, 8)],
    )


def a_week(*shifts: str) -> Schedule:
    dates = (MON, TUE, WED, THU, FRI, SAT, SUN)
    days = [
        on(day, f"s{i}", shift=shift)
        for i, (day, shift) in enumerate(zip(dates, shifts, strict=False), 1)
    ]
    left = " ".join(f"s{i}" for i in range(len(days) + 1, 8))
    return board(*days, boneyard=left)


# --- unit_days ---


def test_each_day_costs_the_day_cost() -> None:
    production = seven_scenes(day_cost=1_000)
    assert sentences(production, a_week("day", "split"), "unit_days") == [
        "Main unit: 2 days x 1,000 = 2000"
    ]


def test_a_night_costs_its_premium_rounded_half_up_once_a_day() -> None:
    # 1,001 x 1.5 = 1,501.5, rounded up to 1,502 on each of two nights
    production = seven_scenes(day_cost=1_001, night_premium=0.5)
    schedule = a_week("day", "night", "night")
    assert amount(production, schedule, "unit_days") == 1_001 + 2 * 1_502
    assert sentences(production, schedule, "unit_days") == [
        "Main unit: 1 day x 1,001 = 1001",
        "Main unit: 2 night days x 1,001 + 0.5 of it for a night = 3004",
    ]


def test_the_sixth_and_seventh_day_of_a_week_cost_their_premium() -> None:
    # five days at 1,000, two at 1,000 x (1 + 0.25)
    production = seven_scenes(day_cost=1_000, sixth_day_premium=0.25)
    assert amount(production, a_week(*["day"] * 7), "unit_days") == 5_000 + 2 * 1_250


def test_a_sixth_day_at_night_adds_both_premiums_before_rounding() -> None:
    # the sixth: 10 x (1 + 0.15 + 0.10) = 12.5, up to 13; the others 10
    premiums = {"night_premium": 0.15, "sixth_day_premium": 0.1}
    production = seven_scenes(day_cost=10, **premiums)
    schedule = a_week(*["day"] * 5, "night")
    assert amount(production, schedule, "unit_days") == 5 * 10 + 13
    assert sentences(production, schedule, "unit_days")[1] == (
        "Main unit: 1 sixth night day x 10 + 0.15 of it for a night "
        "+ 0.1 of it for a sixth day = 13"
    )


def test_the_count_of_six_begins_anew_on_monday() -> None:
    production = seven_scenes(day_cost=1_000, sixth_day_premium=1)
    dates = (WED, THU, FRI, SAT, SUN, MON2, TUE2)
    days = [on(day, f"s{i}") for i, day in enumerate(dates, 1)]
    assert amount(production, board(*days), "unit_days") == 7_000


def test_fractions_are_exact_decimals() -> None:
    # 0.145 x 1,000 is 145 exactly, and 100 x 1.145 = 114.5 goes up to 115
    production = seven_scenes(day_cost=100, night_premium=0.145)
    assert amount(production, a_week("night"), "unit_days") == 115


def test_a_large_amount_keeps_its_last_digit() -> None:
    production = seven_scenes(day_cost=999_999_999_999_999, night_premium=0.000000001)
    # the premium is 999,999.999999999, which rounds to a million
    expected = 999_999_999_999_999 + 1_000_000
    assert amount(production, a_week("night"), "unit_days") == expected


# --- idle_days ---


def test_idle_days_are_eligible_dates_between_first_and_last() -> None:
    # Tuesday and Friday are idle; Thursday is a holiday, the weekend is not worked
    production = shoot(units=[unit(idle_day_cost=70)], holidays=[THU])
    schedule = board(on(MON, "s1"), on(WED, "s2"), on(MON2, "s3"))
    assert sentences(production, schedule, "idle_days") == [
        "Main unit: 2 idle days x 70 = 140"
    ]
    (item,) = count_costs(production, schedule).of_line("idle_days")
    assert [str(day) for day in item.dates] == [TUE, FRI]


def test_a_unit_that_shoots_once_is_never_idle() -> None:
    production = shoot(units=[unit(idle_day_cost=70)])
    assert amount(production, rest_left(production, on(WED, "s1")), "idle_days") == 0


# --- day_moves ---


def test_each_change_of_location_inside_a_day_costs_a_move() -> None:
    # house, yard, yard, house: two changes on Monday; none on Tuesday, none overnight
    yard = {"id": "yard", "name": "Yard", "base": "london"}
    production = shoot(
        units=[unit(move_cost=30)],
        locations=[{"id": "house", "name": "House", "base": "london"}, yard],
        scenes=[
            scene("s1", eighths=1),
            scene("s2", eighths=1, location="yard"),
            scene("s3", eighths=1, location="yard"),
            scene("s4", eighths=1),
            scene("s5", eighths=1, location="yard"),
        ],
    )
    schedule = board(on(MON, "s1 s2 s3 s4"), on(TUE, "s5"))
    assert sentences(production, schedule, "day_moves") == [
        "Main unit: 2 moves inside 1 day x 30 = 60"
    ]


# --- company_moves ---


def test_each_change_of_base_costs_its_move_both_ways() -> None:
    production = two_towns()
    schedule = board(on(MON, "s1"), on(THU, "s2"), on("2027-06-22", "s3"))
    assert sentences(production, schedule, "company_moves") == [
        "Main unit moves from London to Rome between 2027-06-07 and 2027-06-10 = 900",
        "Main unit moves from Rome to London between 2027-06-10 and 2027-06-22 = 900",
    ]


def test_the_way_from_the_first_base_costs_its_move() -> None:
    production = two_towns(base="london")
    schedule = board(on(THU, "s2"), boneyard="s1 s3")
    assert sentences(production, schedule, "company_moves") == [
        "Main unit moves from London to Rome for its first day on 2027-06-10 = 900"
    ]
    schedule = board(on(THU, "s1"), boneyard="s2 s3")
    assert amount(production, schedule, "company_moves") == 0


def test_a_move_of_one_direction_has_its_own_price() -> None:
    bases = [{"id": "london", "name": "London"}, {"id": "rome", "name": "Rome"}]
    one_way = {"days": 0, "both_ways": False}
    production = shoot(
        bases=bases,
        moves=[
            {"from": "london", "to": "rome", "cost": 100, **one_way},
            {"from": "rome", "to": "london", "cost": 7, **one_way},
        ],
        locations=[
            {"id": "house", "name": "House", "base": "london"},
            {"id": "villa", "name": "Villa", "base": "rome"},
        ],
        scenes=[scene("s1"), scene("s2", location="villa")],
    )
    assert (
        amount(production, board(on(MON, "s1"), on(TUE, "s2")), "company_moves") == 100
    )
    assert amount(production, board(on(MON, "s2"), on(TUE, "s1")), "company_moves") == 7


def test_where_no_moves_are_given_none_costs_anything() -> None:
    production = two_towns(moves=False)
    schedule = board(on(MON, "s1"), on(TUE, "s2"), boneyard="s3")
    assert amount(production, schedule, "company_moves") == 0
