"""Cover sets: what can be shot when the weather takes the exteriors of a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import check
from daybreak.checking.board import board_of
from daybreak.checking.cover_candidates import MORE_PEOPLE_MOST, Candidates
from daybreak.checking.cover_rules import Judge
from daybreak.checking.cover_sets import (
    CoverSet,
    cover_sets,
    with_cover,
)
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from tests.checking.productions import (
    MON,
    TUE,
    WED,
    board,
    on,
    person,
    scene,
    shoot,
)
from tests.checking.productions import unit as crew
from tests.strategies import random_production, random_schedule


def rain(*interiors: Any, **parts: Any) -> Production:
    """Give an exterior with Ana, s1, and interiors; the house is in the same town."""
    garden = scene("s1", place="ext", heading="EXT. GARDEN - DAY", cast=["ana"])
    given = {
        "people": [person("ana"), person("ben")],
        "scenes": [garden, *interiors],
    }
    return shoot(**{**given, **parts})


def found(production: Production, schedule: Schedule) -> list[CoverSet]:
    """Give the cover sets of the only exposed day."""
    (day,) = cover_sets(production, schedule)
    assert (day.date, day.lost) == (date.fromisoformat(MON), ("s1",))
    return list(day.covers)


def house(*scenes: str, minutes: int = 120, call: tuple[str, ...] = ()) -> CoverSet:
    return CoverSet(location="house", scenes=scenes, minutes=minutes, call=call)


def blocking(production: Production, schedule: Schedule) -> Counter[Any]:
    found = check(production, schedule)
    return Counter((one.rule, one.where) for one in found if one.level == "blocks")


def sound(seed: int) -> tuple[Production, Schedule]:
    """Give a drawn board that breaks nothing: what it breaks, is ignored there."""
    production = random_production(seed, scenes=12)
    schedule = random_schedule(production, seed, broken=0)
    broken = {one.rule for one in check(production, schedule)}
    rules = {**production.rules, **dict.fromkeys(broken, "ignored")}
    return replace(production, rules=rules), schedule


PLAN = board(on(MON, "s1"), on(TUE, "s2"))


def test_an_interior_of_a_later_day_stands_in() -> None:
    assert found(rain(scene("s2", cast=["ana"])), PLAN) == [house("s2")]


def test_who_is_not_called_is_said() -> None:
    assert found(rain(scene("s2", cast=["ana", "ben"])), PLAN) == [
        house("s2", call=("ben",))
    ]


def test_nobody_is_called_where_a_set_is_ready_without() -> None:
    made = rain(scene("s2", cast=["ben"]), scene("s3", cast=["ana"]))
    plan = board(on(MON, "s1"), on(TUE, "s2"), on(WED, "s3"))
    assert found(made, plan) == [house("s3")]


def test_what_lies_in_the_boneyard_does_not_come_after_what_follows_it() -> None:
    made = rain(
        scene("s2", cast=["ana"]),
        scene("s3", cast=["ana"]),
        orders=[{"before": "s2", "after": "s3"}],
    )
    assert found(made, board(on(MON, "s3 s1"), boneyard="s2")) == []


@pytest.mark.parametrize(
    ("interior", "parts"),
    [
        (
            {"cast": ["ben"]},
            {"people": [person("ana"), person("ben", windows=[[TUE, TUE]])]},
        ),
        ({"window": [TUE, WED]}, {}),
        ({"pin": {"unit": "main", "date": TUE}}, {}),
        ({"minutes": 601}, {"units": [crew(), crew("second", day_minutes=700)]}),
        ({"units": ["second"]}, {"units": [crew(), crew("second")]}),
        ({"place": "int/ext"}, {}),
        ({"time": "night", "time_locked": True}, {}),
        ({"days": 1}, {}),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, dict) else "",
)
def test_what_cannot_be_shot_that_day_is_no_cover(interior: Any, parts: Any) -> None:
    if "minutes" in interior:
        interior = {**interior, "units": ["main", "second"]}
    made = rain(scene("s2", **interior), **parts)
    unit = "second" if "units" in interior else "main"
    plan = board(on(MON, "s1"), on(TUE, "s2", unit=unit))
    days = cover_sets(made, plan)
    assert days[0].covers == ()


def test_what_was_shot_before_is_no_cover() -> None:
    made = rain(scene("s2", cast=["ana"]))
    days = cover_sets(made, board(on(MON, "s2"), on(TUE, "s1")))
    assert [one.covers for one in days] == [()]


def test_an_interior_far_away_is_no_cover() -> None:
    made = rain(
        scene("s2", location="villa"),
        bases=[{"id": "london", "name": "London"}, {"id": "rome", "name": "Rome"}],
        locations=[
            {"id": "house", "name": "House", "base": "london"},
            {"id": "villa", "name": "Villa", "base": "rome"},
        ],
    )
    assert found(made, PLAN) == []


def test_a_location_that_is_closed_is_no_cover() -> None:
    made = rain(
        scene("s2", location="office"),
        locations=[
            {"id": "house", "name": "House", "base": "london"},
            {
                "id": "office",
                "name": "Office",
                "base": "london",
                "windows": [[TUE, TUE]],
            },
        ],
    )
    assert found(made, PLAN) == []


def test_nothing_is_shot_before_what_has_to_come_first() -> None:
    """Neither before the exterior itself, nor before a scene of another day."""
    orders = [{"before": "s1", "after": "s2"}]
    assert found(rain(scene("s2", cast=["ana"]), orders=orders), PLAN) == []
    made = rain(
        scene("s2", cast=["ana"]),
        scene("s3", location="office", units=["second"]),
        units=[crew(), crew("second")],
        locations=[
            {"id": "house", "name": "House", "base": "london"},
            {"id": "office", "name": "Office", "base": "london"},
        ],
        orders=[{"before": "s3", "after": "s2"}],
    )
    plan = board(on(MON, "s1"), on(TUE, "s3", unit="second"), on(WED, "s2"))
    assert found(made, plan) == []


def test_scenes_that_follow_each_other_stand_in_together() -> None:
    made = rain(
        scene("s2", cast=["ana"]),
        scene("s3", cast=["ana"]),
        orders=[{"before": "s2", "after": "s3"}],
    )
    plan = board(on(MON, "s1"), on(TUE, "s2"), on(WED, "s3"))
    assert found(made, plan) == [house("s2", "s3", minutes=240)]


def test_a_cover_fits_beside_the_interiors_of_the_day() -> None:
    made = rain(
        scene("s2", cast=["ana"], minutes=400),
        scene("s3", cast=["ana"], minutes=300),
        scene("s4", cast=["ana"], minutes=200),
    )
    plan = board(on(MON, "s2 s1"), on(TUE, "s3"), on(WED, "s4"))
    (day,) = cover_sets(made, plan)
    assert (day.kept, day.covers) == (("s2",), (house("s4", minutes=200),))


def test_the_boneyard_is_searched_too() -> None:
    made = rain(scene("s2", cast=["ana"]))
    assert found(made, board(on(MON, "s1"), boneyard="s2")) == [house("s2")]


def test_only_the_day_and_the_unit_asked_for() -> None:
    made = rain(scene("s2", cast=["ana"]))
    day = date.fromisoformat(MON)
    assert len(cover_sets(made, PLAN, unit="main", day=day)) == 1
    assert cover_sets(made, PLAN, day=date.fromisoformat(TUE)) == ()


def test_the_changed_board_has_every_strip_once() -> None:
    made = rain(scene("s2", cast=["ana"]))
    (day,) = cover_sets(made, PLAN)
    changed = with_cover(PLAN, day, day.covers[0])
    assert changed.days == (on(MON, "s2"),)
    assert changed.boneyard == ("s1",)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_every_cover_keeps_the_rule_book_happy(seed: int) -> None:
    """Whatever stands in breaks no rule that the board keeps."""
    production, schedule = sound(seed)
    for day in cover_sets(production, schedule):
        for cover in day.covers:
            changed = with_cover(schedule, day, cover)
            assert not blocking(production, changed)
            called = {
                person
                for one in production.scenes
                if one.id in (*day.lost, *day.kept)
                for person in one.cast
            }
            needed = {
                person
                for one in production.scenes
                if one.id in cover.scenes
                for person in one.cast
            }
            assert set(cover.call) == needed - called
            assert len(cover.call) <= MORE_PEOPLE_MOST


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_what_passes_on_a_part_passes_on_the_whole_board(seed: int) -> None:
    """And what does not pass breaks a rule there."""
    production, schedule = sound(seed)
    whole = board_of(production, schedule)
    candidates, judge = Candidates(whole), Judge(whole, schedule)
    exposed = {(one.unit, one.date): one for one in cover_sets(production, schedule)}
    for day in whole.days:
        if any(one.is_exterior for one in day.scenes):
            here = exposed[day.unit.id, day.date]
            kept = [one for one in day.scenes if not one.is_exterior]
            for cover in candidates.sets(day, kept):
                changed = with_cover(schedule, here, cover)
                passes = judge.passes(here, cover)
                assert passes == (not blocking(production, changed))


@pytest.mark.twin
def test_twin_a_cover_by_base_and_cast_alone_would_break_rules() -> None:
    """Where nobody looks at the window, the rule book finds it broken."""
    made = rain(scene("s2", cast=["ana"], window=[TUE, WED]))
    (day,) = cover_sets(made, PLAN)
    careless = with_cover(PLAN, day, house("s2"))
    assert [rule for rule, _ in blocking(made, careless)] == ["window"]
    assert day.covers == ()
