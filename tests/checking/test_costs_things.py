"""Cost lines of locations, elements and pictures, worked out by hand."""

from __future__ import annotations

from daybreak.checking import CostItem, Costs, costed, count_costs
from daybreak.model.files import production_hash
from daybreak.model.production import Production
from daybreak.model.schedule import CostLine, Schedule
from tests.checking.productions import (
    FRI,
    MON,
    THU,
    TUE,
    WED,
    board,
    on,
    person,
    rest_left,
    scene,
    shoot,
    unit,
)


def sentences(production: Production, schedule: Schedule, line: CostLine) -> list[str]:
    items = count_costs(production, schedule).of_line(line)
    return [f"{item.said} = {item.amount}" for item in items]


# --- locations ---


def a_rented_house(**fields: int) -> Production:
    """Rent the house for each day, and for the days in between."""
    house = {"id": "house", "name": "House", "base": "london", **fields}
    return shoot(locations=[house], holidays=[WED])


def test_a_location_costs_its_fee_once_a_date_and_a_hold_in_between() -> None:
    # used Monday (two strips) and Friday; Wednesday is a holiday: two dates held
    production = a_rented_house(day_fee=50, hold_fee=7)
    schedule = board(on(MON, "s1 s2"), on(FRI, "s3"))
    assert sentences(production, schedule, "locations") == [
        "House: 2 days x 50 = 100",
        "House: 2 held days x 7 = 14",
    ]
    held = count_costs(production, schedule).of_line("locations")[1]
    assert [str(day) for day in held.dates] == [TUE, THU]


def test_a_location_that_two_units_use_on_one_date_costs_one_fee() -> None:
    production = shoot(
        units=[unit(), unit("second")],
        locations=[{"id": "house", "name": "House", "base": "london", "day_fee": 50}],
        scenes=[scene("s1"), scene("s2", units=["second"])],
    )
    schedule = board(on(MON, "s1"), on(MON, "s2", unit="second"))
    assert count_costs(production, schedule).lines["locations"] == 50


# --- elements ---


def test_an_element_costs_its_fee_for_each_unit_and_date() -> None:
    # main uses the crane on two dates (twice on Monday), second on one of them
    crane = {"id": "crane", "name": "Crane", "category": "camera", "count": 2}
    production = shoot(
        units=[unit(), unit("second")],
        elements=[{**crane, "day_fee": 90}],
        scenes=[
            scene("s1", elements=["crane"]),
            scene("s2", elements=["crane"]),
            scene("s3", elements=["crane"]),
            scene("s4", elements=["crane"], units=["second"]),
        ],
    )
    schedule = board(on(MON, "s1 s2"), on(TUE, "s3"), on(MON, "s4", unit="second"))
    assert sentences(production, schedule, "elements") == [
        "Crane with Main unit: 2 days x 90 = 180",
        "Crane with Second unit: 1 day x 90 = 90",
    ]


# --- late ---


def test_each_day_past_the_release_costs_its_price() -> None:
    # wraps on June 9, delivered June 19, due June 16: three days late
    film = {"release": "2027-06-16", "post_days": 10, "late_cost_per_day": 400}
    production = shoot(pictures=[{"id": "film", "title": "The Film", **film}])
    schedule = rest_left(production, on(MON, "s1"), on(WED, "s2"))
    assert sentences(production, schedule, "late") == [
        "The Film wraps on 2027-06-09 and is delivered on 2027-06-19: 3 days past its "
        "release on 2027-06-16 x 400 = 1200"
    ]


def test_in_time_and_not_shot_at_all_are_not_late() -> None:
    film = {"release": "2027-06-19", "post_days": 10, "late_cost_per_day": 400}
    production = shoot(pictures=[{"id": "film", "title": "The Film", **film}])
    for days in ([on(WED, "s1")], []):
        costs = count_costs(production, rest_left(production, *days))
        assert costs.lines["late"] == 0


def test_each_picture_is_late_on_its_own() -> None:
    film = {"release": "2027-06-07", "late_cost_per_day": 10}
    production = shoot(
        pictures=[
            {"id": "a", "title": "A", **film},
            {"id": "b", "title": "B", **film},
        ],
        scenes=[scene("s1", picture="a"), scene("s2", picture="b")],
    )
    # A wraps one day late, B three
    schedule = board(on(TUE, "s1"), on(THU, "s2"))
    assert count_costs(production, schedule).lines["late"] == 10 + 30


# --- the whole table ---


def a_bit_of_all() -> tuple[Production, Schedule]:
    house = {"id": "house", "name": "House", "base": "london", "day_fee": 50}
    film = {"release": TUE, "late_cost_per_day": 1_000}
    deal = {"kind": "daily", "rate": 100}
    production = shoot(
        pictures=[{"id": "film", "title": "The Film", **film}],
        units=[unit(day_cost=10_000, idle_day_cost=500)],
        locations=[house],
        people=[person("ana", deal)],
    )
    return production, rest_left(production, on(MON, "s1"), on(WED, "s2"))


def test_total_is_the_sum_of_all_lines_and_every_line_is_there() -> None:
    assert count_costs(*a_bit_of_all()).lines == {
        "unit_days": 20_000,
        "idle_days": 500,
        "cast_work": 200,
        "cast_hold": 100,
        "locations": 100,
        "elements": 0,
        "day_moves": 0,
        "company_moves": 0,
        "late": 1_000,
        "total": 21_900,
    }


def test_items_of_a_line_and_of_the_total() -> None:
    costs = count_costs(*a_bit_of_all())
    assert costs.total == 21_900
    assert costs.of_line("total") == costs.items
    assert [type(item) for item in costs.of_line("late")] == [CostItem]


def test_costed_fills_in_cost_penalty_and_hash_and_keeps_the_rest() -> None:
    production, schedule = a_bit_of_all()
    filled = costed(production, schedule)
    assert filled.cost == count_costs(production, schedule).lines
    assert filled.penalty == 1
    assert filled.production == production_hash(production)
    assert filled.days == schedule.days
    assert (filled.bound, filled.status) == (None, None)


def test_nothing_shot_costs_nothing() -> None:
    production, _ = a_bit_of_all()
    costs = count_costs(production, rest_left(production))
    assert costs == Costs(lines=dict.fromkeys(costs.lines, 0), items=())
