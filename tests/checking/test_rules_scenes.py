"""Rules once, unit, window, pin, order: each holds, each breaks."""

from __future__ import annotations

from tests.checking.productions import (
    FRI,
    MON,
    MON2,
    SAT,
    THU,
    TUE,
    TUE2,
    WED,
    board,
    on,
    one_epic,
    one_star,
    rest_left,
    said,
    scene,
    shoot,
    two_units_one_star,
    unit,
)

# --- once ---


def test_each_scene_on_one_day_or_in_the_boneyard_holds() -> None:
    schedule = board(on(MON, "s1"), on(TUE, "s2"), boneyard="s3")
    assert said(one_star(), schedule) == []


def test_a_scene_nowhere_breaks_once() -> None:
    schedule = board(on(MON, "s1"), boneyard="s3")
    assert said(one_star(), schedule) == [
        "once: Scene 2 stands on no day and is not in the boneyard either"
    ]


def test_a_scene_on_two_days_breaks_once() -> None:
    schedule = board(on(MON, "s1"), on(TUE, "s1 s2"), boneyard="s3")
    assert said(one_star(), schedule) == [
        "once: Scene 1 stands on 2027-06-07 and 2027-06-08; it is shot once"
    ]


def test_a_scene_on_a_day_and_in_the_boneyard_breaks_once() -> None:
    schedule = board(on(MON, "s1"), boneyard="s1 s2 s3")
    assert said(one_star(), schedule) == [
        "once: Scene 1 stands on 2027-06-07 and is in the boneyard too"
    ]


def test_a_scene_twice_in_the_boneyard_breaks_once() -> None:
    assert said(one_star(), board(boneyard="s1 s2 s2 s3")) == [
        "once: Scene 2 is in the boneyard 2 times; once is enough"
    ]


def test_a_strip_of_days_holds_on_successive_eligible_dates_over_a_weekend() -> None:
    days = [on(day, "s1") for day in (THU, FRI, MON2)]
    assert said(one_epic(), board(*days, boneyard="s2")) == []


def test_a_strip_of_days_with_a_date_left_out_breaks_once() -> None:
    days = [on(day, "s1") for day in (MON, TUE, THU)]
    assert said(one_epic(), board(*days, boneyard="s2")) == [
        "once: Scene 1 needs 3 days in a row, and 2027-06-07, 2027-06-08 and "
        "2027-06-10 is no row of shooting days"
    ]


def test_a_strip_of_days_on_too_few_days_breaks_once() -> None:
    days = [on(day, "s1") for day in (MON, TUE)]
    assert said(one_epic(), board(*days, boneyard="s2")) == [
        "once: Scene 1 stands on 2 days and needs 3 days"
    ]


def test_a_strip_of_days_that_is_not_alone_breaks_once() -> None:
    days = [on(MON, "s1"), on(TUE, "s1 s2"), on(WED, "s1")]
    assert said(one_epic(), board(*days)) == [
        "once: Scene 1 fills whole days, and shares 2027-06-08 with scene 2",
        "capacity: Main unit has 720 minutes of work on 2027-06-08; a day holds 600",
    ]


def test_a_strip_of_days_with_two_units_breaks_once() -> None:
    production = shoot(
        units=[unit(), unit("second")],
        scenes=[scene("s1", days=2, units=["main", "second"])],
    )
    schedule = board(on(MON, "s1"), on(TUE, "s1", unit="second"))
    assert said(production, schedule) == [
        "once: Scene 1 needs 2 days of one unit and has Main unit and Second unit"
    ]


# --- unit ---


def test_a_scene_with_one_of_its_units_holds() -> None:
    schedule = board(on(MON, "s1 s2", unit="second"), boneyard="s3")
    assert said(two_units_one_star(), schedule) == []


def test_a_scene_with_a_unit_not_its_own_breaks_unit() -> None:
    production = shoot(units=[unit(), unit("second")])
    schedule = board(on(MON, "s1", unit="second"), boneyard="s2 s3")
    assert said(production, schedule) == [
        "unit: Scene 1 is shot by Second unit on 2027-06-07; it belongs to Main unit"
    ]


# --- window and pin ---


def test_a_scene_at_both_ends_of_its_window_holds() -> None:
    for day in (TUE, WED):
        production = shoot(scenes=[scene("s1", window=[TUE, WED])])
        assert said(production, board(on(day, "s1"))) == []


def test_a_scene_outside_its_window_breaks_window() -> None:
    production = shoot(scenes=[scene("s1", window=[TUE, WED])])
    assert said(production, board(on(THU, "s1"))) == [
        "window: Scene 1 stands on 2027-06-10; its window is 2027-06-08 to 2027-06-09"
    ]


def test_every_day_of_a_strip_of_days_lies_in_its_window() -> None:
    production = one_epic(window=[MON, TUE])
    days = [on(day, "s1") for day in (MON, TUE, WED)]
    assert said(production, board(*days, boneyard="s2")) == [
        "window: Scene 1 stands on 2027-06-09; its window is 2027-06-07 to 2027-06-08"
    ]


def test_a_pinned_strip_of_days_holds_with_its_first_day_on_the_pin() -> None:
    production = one_epic(pin={"unit": "main", "date": TUE})
    days = [on(day, "s1") for day in (TUE, WED, THU)]
    assert said(production, board(*days, boneyard="s2")) == []


def test_a_pinned_scene_elsewhere_breaks_pin() -> None:
    production = shoot(scenes=[scene("s1", pin={"unit": "main", "date": TUE})])
    assert said(production, board(on(WED, "s1"))) == [
        "pin: Scene 1 stands with Main unit on 2027-06-09; "
        "it is pinned to Main unit on 2027-06-08"
    ]


def test_a_pinned_scene_with_another_unit_breaks_pin() -> None:
    production = shoot(
        units=[unit(), unit("second")],
        scenes=[
            scene("s1", pin={"unit": "main", "date": TUE}, units=["main", "second"])
        ],
    )
    assert said(production, board(on(TUE, "s1", unit="second"))) == [
        "pin: Scene 1 stands with Second unit on 2027-06-08; "
        "it is pinned to Main unit on 2027-06-08"
    ]


def test_the_boneyard_asks_for_no_window_and_no_pin() -> None:
    bound = scene("s1", window=[TUE, WED], pin={"unit": "main", "date": TUE})
    assert said(shoot(scenes=[bound]), board(boneyard="s1")) == []


# --- order ---


def test_before_stands_first_on_the_same_day_or_earlier() -> None:
    production = shoot(orders=[{"before": "s1", "after": "s2"}])
    assert said(production, rest_left(production, on(MON, "s1 s2"))) == []
    apart = rest_left(production, on(MON, "s1"), on(TUE, "s2"))
    assert said(production, apart) == []


def test_before_behind_on_the_same_day_breaks_order() -> None:
    production = shoot(orders=[{"before": "s1", "after": "s2"}])
    assert said(production, rest_left(production, on(MON, "s2 s1"))) == [
        "order: Scene 2 stands before scene 1 on 2027-06-07; it has to come after it"
    ]


def test_after_on_an_earlier_day_breaks_order() -> None:
    production = shoot(orders=[{"before": "s1", "after": "s2"}])
    schedule = rest_left(production, on(MON, "s2"), on(TUE, "s1"))
    assert said(production, schedule) == [
        "order: Scene 2 stands on 2027-06-07; it has to come after scene 1 "
        "on 2027-06-08"
    ]


def test_min_days_count_calendar_dates() -> None:
    production = shoot(orders=[{"before": "s1", "after": "s2", "min_days": 4}])
    holds = rest_left(production, on(FRI, "s1"), on(TUE2, "s2"))
    assert said(production, holds) == []
    breaks = rest_left(production, on(FRI, "s1"), on(MON2, "s2"))
    assert said(production, breaks) == [
        "order: Scene 2 stands on 2027-06-14; it has to come at least 4 days after "
        "scene 1 on 2027-06-11"
    ]


def test_two_units_on_one_date_have_no_order_between_them() -> None:
    production = shoot(
        units=[unit(), unit("second")],
        scenes=[scene("s1"), scene("s2", units=["second"])],
        orders=[{"before": "s1", "after": "s2"}],
    )
    schedule = board(on(MON, "s2", unit="second"), on(MON, "s1"))
    assert said(production, schedule) == []


def test_after_waits_for_the_last_day_of_a_strip_of_days() -> None:
    production = shoot(
        units=[unit(workweek=["mon", "tue", "wed", "thu", "fri", "sat"])],
        scenes=[scene("s1", days=2), scene("s2", units=["main"])],
        orders=[{"before": "s1", "after": "s2", "min_days": 1}],
    )
    days = [on(THU, "s1"), on(FRI, "s1"), on(SAT, "s2")]
    assert said(production, board(*days)) == []


def test_nothing_is_asked_where_one_of_the_two_is_in_the_boneyard() -> None:
    production = shoot(orders=[{"before": "s1", "after": "s2"}])
    assert said(production, board(on(MON, "s2"), boneyard="s1 s3")) == []
