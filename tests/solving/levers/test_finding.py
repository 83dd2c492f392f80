"""Which facts bind, and that each lever does what it says and nothing bad."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import check
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.writing import write_part
from daybreak.solving.levers.finding import find_levers
from daybreak.solving.levers.lever import LeverKind
from tests.checking.productions import (
    FRI2,
    MON,
    TUE,
    WED,
    board,
    on,
    person,
    scene,
    shoot,
    two_units_one_star,
)
from tests.checking.productions import unit as crew
from tests.solving.levers.cases import one_held_day
from tests.strategies import random_production, random_schedule

STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")


def texts(case: tuple[Production, Schedule], **how: Any) -> list[str]:
    return [one.text for one in find_levers(*case, **how).levers]


def at(production: Production, path: str) -> Any:
    """Give what stands at a path of a production's document; None for nothing."""
    found: Any = write_part(production)
    for name, place in STEP.findall(path):
        if place:
            found = found[int(place)] if int(place) < len(found) else None
        else:
            found = found.get(name) if found is not None else None
    return found


def drawn(seed: int) -> tuple[Production, Schedule]:
    production = random_production(seed, scenes=9)
    return production, random_schedule(production, seed, broken=0)


def blocking(production: Production, schedule: Schedule) -> Counter[Any]:
    found = check(production, schedule)
    return Counter((one.rule, one.where) for one in found if one.level == "blocks")


def test_facts_of_a_plan_are_found() -> None:
    assert set(texts(one_held_day())) == {
        "Ben Okafor free 2027-06-08 (a gala)",
        "Ana Ruiz: held days paid at 50 % of the rate",
        "a day of Main unit an hour longer: 11 hours of work",
        "Main unit works sat too",
        "Main unit begins a week sooner, on 2027-05-31",
        "Main unit shoots a week longer, until 2027-06-16",
        "scene 1 may leave 2027-06-07, its pin",
    }


def test_an_absence_far_from_the_work_is_left_out_and_counted() -> None:
    far = [{"from": "2027-08-02", "to": "2027-08-02"}]
    near = find_levers(*one_held_day(), kinds=("away",))
    away = find_levers(
        *one_held_day(people=[person(), person("ben", unavailable=far)]),
        kinds=("away",),
    )
    assert (len(near.levers), near.far) == (1, 0)
    assert (len(away.levers), away.far) == (0, 1)


def test_of_a_long_absence_a_week_is_freed_at_either_end() -> None:
    play = [{"from": "2027-06-08", "to": "2027-07-31"}]
    case = one_held_day(people=[person(), person("ben", unavailable=play)])
    assert texts(case, kinds=("away",)) == [
        "Ben Okafor away a week less: free 2027-06-08 to 2027-06-14"
    ]
    found = find_levers(*case, kinds=("away",))
    assert found.far == 1
    freed = found.levers[0].apply(case[0]).people[1]
    assert [freed.is_available(date(2027, 6, day)) for day in (7, 8, 14, 15)] == [
        *(True, True, True, False)
    ]


def test_what_lies_before_today_can_no_longer_help() -> None:
    before = texts(one_held_day(), kinds=("away", "pin"))
    after = texts(one_held_day(), kinds=("away", "pin"), today=date(2027, 6, 9))
    assert (len(before), after) == (2, [])


def test_a_rest_that_no_shift_comes_near_to_is_proven_idle() -> None:
    case = one_held_day()
    assert find_levers(*case).idle == ("Main unit rests 10 hours between two days",)
    close = crew(
        turnaround_hours=12,
        end=WED,
        shifts={"day": ["07:00", "19:30"]},
    )
    found = find_levers(*one_held_day(units=[close]), kinds=("turnaround",))
    assert found.idle == ()
    assert [one.text for one in found.levers] == [
        "Main unit rests an hour less between two days: 11 hours"
    ]


def test_a_second_unit_is_offered_scenes_with_few_of_the_cast() -> None:
    made = shoot(
        units=[crew(), crew("second")],
        people=[person("ana"), person("ben")],
        scenes=[scene("s1", cast=["ana"]), scene("s2", units=["second"])],
    )
    case = made, board(on(MON, "s1"), on(TUE, "s2", unit="second"))
    assert set(texts(case, kinds=("other-unit",))) == {
        "Second unit may shoot 1 scene more at House, those with 2 of the cast at most",
        "Main unit may shoot 1 scene more at House",
    }


def test_all_that_may_bind_a_shoot_has_a_lever() -> None:
    """Every kind that there is: none was forgotten on the way."""
    wide = [[MON, FRI2]]
    made = shoot(
        pictures=[
            {
                "id": "film",
                "title": "The Film",
                "release": FRI2,
                "late_cost_per_day": 5,
            }
        ],
        units=[
            crew(shifts={"day": ["07:00", "19:30"]}, turnaround_hours=12, end=FRI2),
            crew("second", end=FRI2),
        ],
        holidays=["2027-06-10"],
        hiatuses=[{"from": "2027-06-11", "to": "2027-06-11"}],
        bases=[{"id": "london", "name": "London"}, {"id": "rome", "name": "Rome"}],
        moves=[{"from": "london", "to": "rome", "days": 2, "cost": 9}],
        locations=[
            {"id": "house", "name": "House", "base": "london", "windows": wide},
            {"id": "villa", "name": "Villa", "base": "rome"},
        ],
        people=[
            person(
                "ana",
                {"kind": "daily", "rate": 9, "drop_after_days": 1},
                windows=wide,
                unavailable=[{"from": "2027-06-16", "to": "2027-06-16"}],
                prep_days=0,
                max_consecutive_days=1,
                day_minutes=300,
            ),
            person("ben", prep_days=1, prep_from="2027-06-01"),
        ],
        elements=[
            {"id": "car", "name": "Car", "category": "vehicles", "windows": wide}
        ],
        scenes=[
            scene("s1", cast=["ana", "ben"], window=[MON, WED]),
            scene("s2", elements=["car"], units=["main", "second"]),
            scene("s3", location="villa", pin={"unit": "main", "date": "2027-06-14"}),
            scene("s4", cast=["ana"], location="villa"),
        ],
        orders=[{"before": "s1", "after": "s2"}],
    )
    plan = board(
        on(MON, "s1"), on(WED, "s2"), on("2027-06-14", "s3"), on("2027-06-15", "s4")
    )
    found = {one.kind for one in find_levers(made, plan).levers}
    assert found == set(get_args(LeverKind))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_lever_only_ever_allows_more(seed: int) -> None:
    """Whatever the plan breaks with a lever, it broke without it.

    But for a scene of several days: it needs successive dates, and a date that is
    opened among them tears it apart (SPEC 3, ``once``).
    """
    production, schedule = drawn(seed)
    before = blocking(production, schedule)
    long = {one.id for one in production.scenes if one.days}
    for lever in find_levers(production, schedule).levers:
        new = blocking(lever.apply(production), schedule) - before
        rest = [one for one in new if one[0] != "once" or one[1].scene not in long]
        assert not rest, lever.text


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_lever_stands_where_it_says(seed: int) -> None:
    """Its place holds what it was, and after it what it becomes."""
    production, schedule = drawn(seed)
    for lever in find_levers(production, schedule).levers:
        new = lever.apply(production)
        assert new != production, lever.text
        if lever.kind == "other-unit":
            for scene_id, units in lever.change.becomes.items():
                there = next(one for one in new.scenes if one.id == scene_id)
                assert list(there.units or ()) == units
        elif lever.change.becomes and lever.kind not in ("away", "order"):
            # what a default says is not written
            there = at(new, lever.change.path)
            assert there in (lever.change.becomes, None), lever.text
            assert there != at(production, lever.change.path), lever.text


def test_two_units_share_what_there_is_one_of() -> None:
    both = {"elements": ["car"], "units": ["main", "second"]}
    made = shoot(
        units=[crew(), crew("second")],
        elements=[{"id": "car", "name": "Car", "category": "vehicles"}],
        scenes=[scene("s1", **both), scene("s2", **both)],
    )
    case = made, board(on(MON, "s1"), on(TUE, "s2"))
    assert texts(case, kinds=("count",)) == ["one more of Car: 2"]
    assert two_units_one_star().elements == ()


@pytest.mark.twin
def test_twin_a_lever_that_shifts_a_window_would_break_plans() -> None:
    """A window moved in place of widened takes dates away: the property sees it."""
    made = shoot(scenes=[scene("s1", window=[MON, WED])])
    plan = board(on(MON, "s1"))
    moved = shoot(scenes=[scene("s1", window=[TUE, FRI2])])
    assert blocking(moved, plan) - blocking(made, plan)
