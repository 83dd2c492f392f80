"""Rules eligible, capacity, base, shift, daylight: each holds, each breaks."""

from __future__ import annotations

import pytest

from tests.checking.productions import (
    LONDON,
    MON,
    SAT,
    TUE,
    WED,
    board,
    on,
    one_epic,
    one_star,
    rest_left,
    said,
    scene,
    shoot,
    two_towns,
    under_the_sun,
    unit,
)

# --- eligible ---


def test_the_first_and_the_last_date_of_a_unit_are_eligible() -> None:
    production = shoot(units=[unit(start=MON, end=TUE)])
    assert said(production, board(on(MON, "s1"), on(TUE, "s2 s3"))) == []


@pytest.mark.parametrize(
    ("parts", "day", "sentence"),
    [
        ({}, SAT, "a Saturday; its week is mon, tue, wed, thu, fri"),
        ({}, "2027-09-01", "outside 2027-06-07 to 2027-08-31"),
        ({"holidays": [TUE]}, TUE, "a holiday"),
        (
            {"hiatuses": [{"from": TUE, "to": WED, "reason": "the summer break"}]},
            TUE,
            "in the summer break (2027-06-08 to 2027-06-09)",
        ),
        ({"hiatuses": [{"from": TUE, "to": TUE}]}, TUE, "in a hiatus (2027-06-08)"),
    ],
)
def test_a_date_that_is_not_eligible_breaks_eligible(
    parts: dict[str, object], day: str, sentence: str
) -> None:
    production = shoot(**parts)
    assert said(production, rest_left(production, on(day, "s1"))) == [
        f"eligible: Main unit shoots on {day}, {sentence}"
    ]


def test_a_hiatus_of_another_unit_does_not_count() -> None:
    production = shoot(
        units=[unit(), unit("second")],
        hiatuses=[{"from": TUE, "to": TUE, "units": ["second"]}],
    )
    assert said(production, rest_left(production, on(TUE, "s1"))) == []


def test_two_entries_for_a_date_break_eligible() -> None:
    schedule = rest_left(one_star(), on(MON, "s1"), on(MON, "s2"))
    assert said(one_star(), schedule) == [
        "eligible: Main unit has more than one entry for 2027-06-07"
    ]


def test_a_day_without_a_strip_breaks_eligible() -> None:
    schedule = rest_left(one_star(), on(MON, "s1"), on(TUE))
    assert said(one_star(), schedule) == [
        "eligible: Main unit has a day without a strip on 2027-06-08"
    ]


# --- capacity ---


def a_move_apart(minutes: int) -> dict[str, object]:
    """Give two scenes of 270 minutes and ``minutes`` in two places, 60 of move."""
    return {
        "locations": [
            {"id": "house", "name": "House", "base": "london"},
            {"id": "yard", "name": "Yard", "base": "london"},
        ],
        "scenes": [
            scene("s1", minutes=270),
            scene("s2", minutes=minutes, location="yard"),
        ],
    }


def test_a_day_filled_to_the_minute_with_its_move_holds() -> None:
    production = shoot(**a_move_apart(270))
    assert said(production, board(on(MON, "s1 s2"))) == []


def test_a_minute_too_much_breaks_capacity() -> None:
    production = shoot(**a_move_apart(271))
    assert said(production, board(on(MON, "s1 s2"))) == [
        "capacity: Main unit has 601 minutes of work with 1 move on 2027-06-07; "
        "a day holds 600"
    ]


def test_eighths_take_the_minutes_of_the_unit() -> None:
    production = shoot(
        units=[unit(minutes_per_eighth=40)], scenes=[scene("s1"), scene("s2")]
    )
    assert said(production, board(on(MON, "s1 s2"))) == [
        "capacity: Main unit has 640 minutes of work on 2027-06-07; a day holds 600"
    ]


def test_a_strip_of_days_fills_its_days_whatever_its_minutes() -> None:
    production = one_epic(2, minutes=5_000)
    days = [on(MON, "s1"), on(TUE, "s1")]
    assert said(production, board(*days, boneyard="s2")) == []


# --- base ---


def test_a_day_on_one_base_holds() -> None:
    assert said(two_towns(), board(on(MON, "s1 s3"), boneyard="s2")) == []


def test_a_day_on_two_bases_breaks_base() -> None:
    assert said(two_towns(), board(on(MON, "s1 s2"), boneyard="s3")) == [
        "base: Main unit shoots in London and Rome on 2027-06-07; "
        "a day stays on one base"
    ]


# --- shift ---

ALLOWED = {
    "day": {"day", "split"},
    "night": {"night", "split"},
    "dawn": {"day"},
    "dusk": {"day", "split"},
    "any": {"day", "split", "night"},
}


@pytest.mark.parametrize("shift", ["day", "split", "night"])
@pytest.mark.parametrize("time", sorted(ALLOWED))
@pytest.mark.parametrize("place", ["ext", "int/ext", "locked int"])
def test_exteriors_and_locked_interiors_need_their_light(
    place: str, time: str, shift: str
) -> None:
    fields = {"place": place.removeprefix("locked "), "time": time}
    locked = place == "locked int"
    production = shoot(scenes=[scene("s1", **fields, time_locked=locked)])
    found = said(production, board(on(MON, "s1", shift=shift)))
    assert (found == []) == (shift in ALLOWED[time])


@pytest.mark.parametrize("shift", ["day", "split", "night"])
@pytest.mark.parametrize("time", sorted(ALLOWED))
def test_an_interior_may_be_shot_in_any_shift(time: str, shift: str) -> None:
    production = shoot(scenes=[scene("s1", time=time)])
    assert said(production, board(on(MON, "s1", shift=shift))) == []


def test_a_night_exterior_by_day_breaks_shift() -> None:
    production = shoot(scenes=[scene("s1", place="ext", time="night")])
    assert said(production, board(on(MON, "s1"))) == [
        "shift: Scene 1 (EXT, night) stands in a day shift on 2027-06-07; "
        "it needs night or split"
    ]


def test_a_shift_that_the_unit_does_not_work_breaks_shift() -> None:
    production = shoot(units=[unit(shifts={"day": ["07:00", "19:00"]})])
    schedule = rest_left(production, on(MON, "s1", shift="night"))
    assert said(production, schedule) == [
        "shift: Main unit has a night shift on 2027-06-07; it works day"
    ]


# --- daylight ---

JUNE, DECEMBER = "2027-06-21", "2027-12-21"


def test_a_summer_day_has_sun_for_a_whole_day() -> None:
    assert said(under_the_sun(minutes=600), board(on(JUNE, "s1"))) == []


def winter(**fields: object) -> list[str]:
    """Check a garden scene on the shortest day: London has 469.8 minutes of sun."""
    production = shoot(
        units=[unit(end="2027-12-31")],
        bases=[{"id": "london", "name": "London", **LONDON}],
        scenes=[scene("s1", **{"place": "ext", **fields})],
    )
    return said(production, board(on(DECEMBER, "s1")))


def test_a_winter_day_with_enough_sun_holds() -> None:
    assert winter(minutes=471) == []  # with two minutes of tolerance


def test_a_winter_day_with_too_little_sun_breaks_daylight() -> None:
    assert winter(minutes=472) == [
        "daylight: Main unit needs 472 minutes of daylight on 2027-12-21; "
        "London has 469 between 07:00 and 19:00"
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"place": "int"},
        {"time": "dusk"},
        {"time": "dawn"},
        {"time": "any"},
        {"days": 1},
    ],
)
def test_only_daytime_exteriors_without_days_need_the_sun(
    fields: dict[str, object],
) -> None:
    assert winter(minutes=600, **fields) == []


def test_half_outdoors_needs_the_sun_too() -> None:
    assert len(winter(minutes=600, place="int/ext")) == 1


def test_a_base_without_coordinates_has_no_sun_to_ask_for() -> None:
    production = shoot(
        units=[unit(end="2027-12-31")],
        scenes=[scene("s1", place="ext", minutes=600)],
    )
    assert said(production, board(on(DECEMBER, "s1"))) == []


def test_moves_need_no_sun() -> None:
    production = shoot(
        units=[unit(end="2027-12-31", move_minutes=120)],
        bases=[{"id": "london", "name": "London", **LONDON}],
        locations=[
            {"id": "house", "name": "House", "base": "london"},
            {"id": "yard", "name": "Yard", "base": "london"},
        ],
        scenes=[
            scene("s1", place="ext", minutes=230),
            scene("s2", place="ext", minutes=230, location="yard"),
        ],
    )
    assert said(production, board(on(DECEMBER, "s1 s2"))) == []
