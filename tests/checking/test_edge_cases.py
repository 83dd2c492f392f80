"""The hard corners of the calendar and the clock, by their RELIABILITY numbers."""

from __future__ import annotations

from typing import Any

import pytest

from daybreak.checking import check, count_costs
from daybreak.model.errors import DocumentError
from daybreak.model.production import Production
from tests.checking.productions import (
    FRI,
    LONDON,
    MON,
    MON2,
    TUE,
    board,
    broken,
    on,
    person,
    rest_left,
    said,
    scene,
    shoot,
    unit,
)

ALL_WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LOS_ANGELES = {"lat": 34.05, "lon": -118.24, "timezone": "America/Los_Angeles"}
AUCKLAND = {"lat": -36.85, "lon": 174.76, "timezone": "Pacific/Auckland"}


def town(base: str, place: dict[str, Any]) -> dict[str, Any]:
    return {"id": base, "name": base.title(), **place}


def all_year(place: dict[str, Any], **main: Any) -> Production:
    """Give a unit every date of two years, and interiors that Ana is in."""
    return shoot(
        units=[unit(start="2026-12-01", end="2028-12-31", workweek=ALL_WEEK, **main)],
        bases=[town("london", place)],
    )


# --- windows and lengths ---


def test_an_empty_window_is_refused_with_its_path() -> None:
    """RELIABILITY S10 beside S9: an end before its start is no window."""
    with pytest.raises(DocumentError, match=r"people\[0\]\.windows\[0\]\[1\]"):
        shoot(people=[person(windows=[[TUE, MON]])])


def test_scenes_of_no_length_and_of_an_eighth_take_their_minutes() -> None:
    """RELIABILITY S12: a zero-length scene and one of 1/8 page."""
    scenes = [scene("s1", eighths=0), scene("s2", eighths=1), scene("s3", minutes=585)]
    assert said(shoot(scenes=scenes), board(on(MON, "s1 s2 s3"))) == []
    scenes[0] = scene("s1", eighths=0, minutes=1)
    assert broken(shoot(scenes=scenes), board(on(MON, "s1 s2 s3"))) == {"capacity"}


def test_scenes_with_the_same_number_are_told_apart_by_their_ids() -> None:
    """RELIABILITY S15: 12, 12A, A12, 012 and 12 twice."""
    numbers = ("12", "12A", "A12", "012", "12")
    scenes = [scene(f"s{i}", number=number) for i, number in enumerate(numbers)]
    found = check(shoot(scenes=scenes), board(on(MON, "s0 s1"), boneyard="s2 s3"))
    assert [(one.where.scene, one.said) for one in found] == [
        ("s4", "Scene 12 stands on no day and is not in the boneyard either")
    ]


# --- clocks that change ---

US_CHANGES = ["2027-03-13", "2027-11-06"]
EU_CHANGES = ["2027-03-27", "2027-10-30"]


@pytest.mark.parametrize(
    ("place", "eve"),
    [(LOS_ANGELES, eve) for eve in US_CHANGES] + [(LONDON, eve) for eve in EU_CHANGES],
)
def test_turnaround_goes_by_the_clock_when_the_clock_changes(
    place: dict[str, Any], eve: str
) -> None:
    """RELIABILITY S19, S20, S24: a night over the change, then twelve hours' rest."""
    production = all_year(place, turnaround_hours=12)
    following = f"{eve[:-2]}{int(eve[-2:]) + 1:02d}"
    schedule = rest_left(
        production, on(eve, "s1", shift="night"), on(following, "s2", shift="night")
    )
    assert said(production, schedule) == []  # 06:00 to 18:00 are twelve hours


@pytest.mark.parametrize("sunday", ["2027-03-14", "2027-11-07"])
def test_an_hour_that_the_clock_skips_or_repeats_asks_for_no_rest(sunday: str) -> None:
    """RELIABILITY S21: 02:30 that does not exist, 01:30 that exists twice."""
    odd = {"day": ["12:00", "15:30"], "night": ["22:00", "01:30"]}
    units = [unit(start="2027-03-01", end="2027-12-31", workweek=ALL_WEEK, shifts=odd)]
    production = shoot(
        units=units,
        people=[],
        bases=[town("london", LOS_ANGELES)],
        scenes=[scene("s1"), scene("s2")],
    )
    eve = f"{sunday[:-2]}{int(sunday[-2:]) - 1:02d}"
    schedule = board(on(eve, "s1", shift="night"), on(sunday, "s2"))
    # the wrap at 01:30 and the call at 12:00 lie 10:30 apart by the clock
    assert said(production, schedule) == [
        f"turnaround: Main unit has 10 hours 30 minutes of rest between the wrap of "
        f"{eve} at 01:30 the next morning and the call of {sunday} at 12:00; "
        "11 hours are needed"
    ]


def test_daylight_counts_real_minutes_on_the_day_the_clock_changes() -> None:
    """RELIABILITY S19: the same shift sees another sun a day later."""
    # the sun of Los Angeles rises about 07:02 on March 14, 2027 and sets about 18:58,
    # by the new clock; a shift from 06:00 to 12:00 has some 298 minutes of it
    early = {"day": ["06:00", "12:00"]}
    production = shoot(
        units=[unit(start="2027-03-01", workweek=ALL_WEEK, shifts=early)],
        bases=[town("london", LOS_ANGELES)],
        scenes=[scene("s1", place="ext", minutes=330)],
    )
    # the day before, by the old clock, it rises about 06:03
    assert said(production, board(on("2027-03-13", "s1"))) == []
    assert broken(production, board(on("2027-03-14", "s1"))) == {"daylight"}


# --- dates ---


def test_a_leap_day_is_a_date_like_any_other() -> None:
    """RELIABILITY S22: 2028-02-29 counts in runs and holds."""
    production = shoot(
        units=[unit(start="2028-02-01", end="2028-03-31")],
        people=[person("ana", {"kind": "daily", "rate": 100}, max_consecutive_days=2)],
    )
    held = rest_left(production, on("2028-02-28", "s1"), on("2028-03-01", "s2"))
    assert count_costs(production, held).lines["cast_hold"] == 100
    days = [on("2028-02-28", "s1"), on("2028-02-29", "s2"), on("2028-03-01", "s3")]
    assert broken(production, board(*days)) == {"consecutive"}
    with pytest.raises(ValueError, match="day is out of range"):
        on("2100-02-29", "s1")


def test_the_week_over_the_end_of_the_year_is_one_week() -> None:
    """RELIABILITY S23: ISO week 53, 2026-12-28 to 2027-01-03."""
    production = shoot(
        units=[
            unit(
                start="2026-12-01",
                workweek=ALL_WEEK,
                day_cost=100,
                sixth_day_premium=1,
            )
        ],
        people=[],
        scenes=[scene(f"s{i}") for i in range(1, 9)],
    )
    dates = [f"2026-12-{day}" for day in (28, 29, 30, 31)]
    dates += [f"2027-01-0{day}" for day in (1, 2, 3, 4)]
    days = [on(day, f"s{i}") for i, day in enumerate(dates, 1)]
    # the sixth and seventh are January 2 and 3; January 4 begins a week
    assert count_costs(production, board(*days)).lines["unit_days"] == 1_000


def test_from_auckland_to_los_angeles_dates_count_and_zones_do_not() -> None:
    """RELIABILITY S25: the date line."""
    production = shoot(
        units=[unit(turnaround_hours=12)],
        bases=[town("auckland", AUCKLAND), town("los-angeles", LOS_ANGELES)],
        moves=[{"from": "auckland", "to": "los-angeles", "days": 0, "cost": 5}],
        locations=[
            {"id": "house", "name": "House", "base": "auckland"},
            {"id": "pier", "name": "Pier", "base": "los-angeles"},
        ],
        people=[],
        scenes=[
            scene("s1", place="ext"),
            scene("s2", place="ext", location="pier"),
        ],
    )
    schedule = board(on(MON, "s1"), on(TUE, "s2"))
    assert said(production, schedule) == []
    assert count_costs(production, schedule).lines["company_moves"] == 5


def test_a_holiday_on_a_rest_day_changes_nothing() -> None:
    """RELIABILITY S26."""
    plain = shoot(units=[unit(idle_day_cost=7)], people=[person(prep_days=0)])
    marked = shoot(
        units=[unit(idle_day_cost=7)],
        people=[person(prep_days=0)],
        holidays=["2027-06-12"],
    )
    schedule = rest_left(plain, on(FRI, "s1"), on(MON2, "s2"))
    assert said(marked, schedule) == said(plain, schedule) == []
    assert count_costs(marked, schedule) == count_costs(plain, schedule)


def test_minors_hours_add_up_over_units_and_pictures() -> None:
    """RELIABILITY S27."""
    production = shoot(
        pictures=[{"id": "film", "title": "A"}, {"id": "b", "title": "B"}],
        people=[person(day_minutes=239)],
        scenes=[scene("s1", cast=["ana"]), scene("s2", cast=["ana"], picture="b")],
    )
    assert broken(production, board(on(MON, "s1 s2"))) == {"minor"}


def test_the_last_dates_of_the_calendar_are_checked_without_overflow() -> None:
    """RELIABILITY S28: year 9999."""
    last = {"start": "9999-12-01", "end": "9999-12-31", "workweek": ALL_WEEK}
    film = {"post_days": 400, "release": "9999-12-31", "late_cost_per_day": 1}
    production = shoot(
        pictures=[{"id": "film", "title": "The Film", **film}],
        units=[unit(**last)],
        bases=[town("london", LONDON)],
        people=[person("ana", {"kind": "weekly", "rate": 1}, prep_days=1)],
        orders=[{"before": "s1", "after": "s2", "min_days": 1}],
    )
    schedule = rest_left(
        production, on("9999-12-30", "s1"), on("9999-12-31", "s2", shift="night")
    )
    assert said(production, schedule) == []
    assert count_costs(production, schedule).lines["late"] == 400


def test_a_horizon_of_a_million_days_is_checked() -> None:
    """RELIABILITY S28."""
    production = shoot(
        units=[unit(start="1970-01-01", end="4707-11-28", idle_day_cost=1)],
        people=[
            person("ana", {"kind": "daily", "rate": 1}, windows=[[MON, "4000-01-01"]])
        ],
    )
    schedule = rest_left(production, on(MON, "s1"), on("3900-01-01", "s2"))
    costs = count_costs(production, schedule)
    assert check(production, schedule) == ()
    assert costs.lines["idle_days"] == costs.lines["cast_hold"]
