"""Shoots that nobody plans, but somebody will ask about: no error, no endless wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from daybreak.checking import check, is_valid
from daybreak.model.errors import DocumentError
from daybreak.model.production import Production
from daybreak.solving import explain
from tests.checking.productions import (
    FRI,
    LONDON,
    MON,
    TUE,
    person,
    rest_left,
    scene,
    shoot,
    two_units_one_star,
    unit,
)
from tests.solving import productions

SECONDS = 1.5


def six_hundred_scenes() -> Production:
    """S3: 600 scenes, and dates for a tenth of them."""
    scenes = [scene(f"s{i}", minutes=300) for i in range(600)]
    return shoot(units=[unit(end="2027-08-31")], scenes=scenes)


def windows_that_touch_and_overlap() -> Production:
    """S9: three windows that say what one would, and Ana away in all of it."""
    windows = [[MON, TUE], [TUE, FRI], [MON, FRI]]
    house = {"id": "house", "name": "House", "base": "london", "windows": windows}
    away = [{"from": MON, "to": TUE}, {"from": TUE, "to": FRI}]
    return shoot(
        units=[unit()],
        locations=[house],
        people=[person(unavailable=away)],
        scenes=[scene("s1", cast=["ana"])],
    )


def a_night_over_a_change_of_clocks() -> Production:
    """S24: a night shoot over the change of clocks, a dawn after it."""
    night = {"place": "ext", "time": "night", "window": ["2027-03-27", "2027-03-27"]}
    dawn = {"place": "ext", "time": "dawn", "window": ["2027-03-28", "2027-03-28"]}
    week = ["sat", "sun"]
    return shoot(
        units=[unit(start="2027-03-27", end="2027-03-28", workweek=week)],
        bases=[{"id": "london", "name": "London", **LONDON}],
        scenes=[scene("s1", **night), scene("s2", **dawn)],
    )


def a_holiday_on_a_rest_day() -> Production:
    """S26: a holiday on a Sunday takes nothing from anyone."""
    return shoot(units=[unit(end=FRI)], holidays=["2027-06-06"], scenes=[scene("s1")])


def minors_hours() -> Production:
    """S27: Ana is ten years old and in all of a long day."""
    return shoot(
        units=[unit(end=FRI)],
        people=[person(day_minutes=240)],
        scenes=[scene("s1", cast=["ana"], minutes=600)],
    )


def open_for_a_century() -> Production:
    """S28: a unit that hardly ends, and a pin that it may not have."""
    pin = {"unit": "main", "date": "2027-06-12"}
    return shoot(units=[unit(end="2127-12-31")], scenes=[scene("s1", pin=pin)])


def one_star_pinned_to_two_units() -> Production:
    """Ana is pinned to two units on one date."""
    made = two_units_one_star()
    first, second, third = made.scenes
    pins = [
        scene("s1", pin={"unit": one, "date": MON}, units=["main", "second"])
        for one in ("main", "second")
    ]
    told = shoot(
        units=[unit(), unit("second")],
        scenes=[pins[0], {**pins[1], "id": "s2", "number": "2"}, scene("s3")],
    )
    scenes = (
        replace(first, pin=told.scenes[0].pin),
        replace(second, pin=told.scenes[1].pin),
        third,
    )
    return replace(made, scenes=scenes)


SHOOTS: list[tuple[Callable[[], Production], int | None]] = [
    (productions.no_scenes, 0),
    (productions.one_scene, 0),
    (productions.cast_of_none, 0),
    (productions.one_day_for_everything, None),
    (productions.all_cast_away, 1),
    (productions.star_away_on_the_only_day, 1),
    (productions.one_crowd_scene, 0),
    (productions.five_hundred_alike, None),
    (productions.no_length, None),
    (productions.no_dates, 1),
    (productions.one_unit_without_dates, 0),
    (productions.long_epic, 0),
    (productions.all_pinned, 0),
    (productions.pinned_on_top_of_each_other, 1),
    (productions.leap_day, 0),
    (productions.last_year_of_the_calendar, 0),
    (productions.names_of_everywhere, 1),
    (six_hundred_scenes, None),
    (windows_that_touch_and_overlap, 1),
    (a_night_over_a_change_of_clocks, 1),
    (a_holiday_on_a_rest_day, 0),
    (minors_hours, 1),
    (open_for_a_century, 1),
    (one_star_pinned_to_two_units, 1),
]


@pytest.mark.parametrize(
    ("make", "conflicts"), SHOOTS, ids=lambda one: getattr(one, "__name__", "")
)
def test_a_shoot_is_explained_or_placed(
    make: Callable[[], Production], conflicts: int | None
) -> None:
    """RELIABILITY B9, S1 to S30: a checked schedule or an explanation, in time."""
    made = make()
    found = explain(made, schedule=rest_left(made), seconds=SECONDS)
    assert found.schedule is not None
    assert is_valid(check(made, found.schedule))
    proven = [one for one in found.conflicts if one.proven]
    if conflicts is not None:
        assert len(proven) == len(found.conflicts) == conflicts
    told = {one for each in found.conflicts for one in each.scenes + each.likewise}
    assert told | set(found.placed) == {scene.id for scene in made.scenes} or proven


@pytest.mark.parametrize(
    "orders",
    [
        [("s1", "s2"), ("s2", "s3"), ("s3", "s1")],
        [("s1", "s1")],
    ],
)
def test_a_circle_of_orders_is_an_error_of_the_document(
    orders: list[tuple[str, str]],
) -> None:
    """RELIABILITY B9, S7 and S8: told with the scenes in it."""
    with pytest.raises(DocumentError, match="no order can hold: s1 before"):
        shoot(orders=[{"before": one, "after": other} for one, other in orders])


def test_windows_that_end_before_they_begin_are_errors_of_the_document() -> None:
    """RELIABILITY B9, S10 and S22: an empty window, a date that is none."""
    for window in ([TUE, MON], ["2100-02-29", "2100-03-01"]):
        with pytest.raises(DocumentError):
            shoot(scenes=[scene("s1", window=window)])


def test_a_scene_longer_than_a_day_is_an_error_of_the_document() -> None:
    """RELIABILITY B9, S11."""
    with pytest.raises(DocumentError, match="needs 601 minutes"):
        shoot(scenes=[scene("s1", minutes=601)])


def test_dates_of_the_last_day_of_the_calendar_are_no_error() -> None:
    """RELIABILITY B9, S28: a way out beyond the calendar is none."""
    made = shoot(
        units=[unit(start="9999-12-27", end="9999-12-31")],
        people=[person(windows=[["9999-12-25", "9999-12-26"]])],
        scenes=[scene("s1", cast=["ana"])],
    )
    found = explain(made, schedule=rest_left(made), seconds=SECONDS)
    (conflict,) = found.conflicts
    assert conflict.proven
    assert date.max.isoformat() not in conflict.said
