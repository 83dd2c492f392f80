"""Rules location, element, release: each holds, each breaks."""

from __future__ import annotations

import pytest

from daybreak.model.production import Production
from tests.checking.productions import (
    FRI,
    MON,
    THU,
    TUE,
    WED,
    board,
    on,
    rest_left,
    said,
    scene,
    shoot,
    unit,
)

# --- location ---


def a_house_on_loan() -> Production:
    """Lend us the house on Monday and Tuesday, and on Thursday."""
    windows = [[MON, TUE], [THU, THU]]
    house = {"id": "house", "name": "House", "base": "london", "windows": windows}
    return shoot(locations=[house])


@pytest.mark.parametrize("day", [MON, TUE, THU])
def test_a_location_inside_its_windows_holds(day: str) -> None:
    production = a_house_on_loan()
    assert said(production, rest_left(production, on(day, "s1"))) == []


def test_a_location_outside_its_windows_breaks_location() -> None:
    production = a_house_on_loan()
    assert said(production, rest_left(production, on(WED, "s1 s2"))) == [
        "location: House is used on 2027-06-09; "
        "it is ours 2027-06-07 to 2027-06-08 and 2027-06-10"
    ]


# --- element ---


def two_units_and_cranes(**crane: object) -> Production:
    """Two units, each with a scene that needs a crane."""
    thing = {"id": "crane", "name": "Crane", "category": "camera", **crane}
    return shoot(
        units=[unit(), unit("second"), unit("third")],
        elements=[thing],
        scenes=[
            scene("s1", elements=["crane"]),
            scene("s2", elements=["crane"], units=["second"]),
            scene("s3", elements=["crane"], units=["third"]),
        ],
    )


def test_as_many_units_as_there_are_elements_hold() -> None:
    schedule = board(on(MON, "s1"), on(MON, "s2", unit="second"), boneyard="s3")
    assert said(two_units_and_cranes(count=2), schedule) == []


def test_a_unit_more_than_elements_breaks_element() -> None:
    schedule = board(on(MON, "s1"), on(MON, "s2", unit="second"), boneyard="s3")
    assert said(two_units_and_cranes(), schedule) == [
        "element: Crane is used by 2 units on 2027-06-07 (Main unit and Second unit); "
        "there is one"
    ]


def test_three_units_and_two_elements_break_element() -> None:
    days = [on(MON, "s1"), on(MON, "s2", unit="second"), on(MON, "s3", unit="third")]
    assert said(two_units_and_cranes(count=2), board(*days)) == [
        "element: Crane is used by 3 units on 2027-06-07 "
        "(Main unit, Second unit and third); there are 2"
    ]


def test_two_strips_of_one_unit_share_an_element() -> None:
    production = shoot(
        elements=[{"id": "crane", "name": "Crane", "category": "camera"}],
        scenes=[scene(f"s{i}", elements=["crane"]) for i in (1, 2)],
    )
    assert said(production, board(on(MON, "s1 s2"))) == []


def test_an_element_outside_its_windows_breaks_element() -> None:
    production = two_units_and_cranes(windows=[[MON, TUE]])
    schedule = board(on(TUE, "s1"), boneyard="s2 s3")
    assert said(production, schedule) == []
    schedule = board(on(WED, "s1"), boneyard="s2 s3")
    assert said(production, schedule) == [
        "element: Crane is used on 2027-06-09; it is ours 2027-06-07 to 2027-06-08"
    ]


# --- release ---


def a_hard_release(**film: object) -> Production:
    """Make a film that needs ten days of post and comes out on June 18."""
    dates = {"release": "2027-06-18", "post_days": 10, "release_hard": True}
    return shoot(pictures=[{"id": "film", "title": "The Film", **dates, **film}])


def test_a_delivery_on_the_day_of_the_release_holds() -> None:
    production = a_hard_release()
    assert said(production, rest_left(production, on(TUE, "s1"))) == []


def test_a_delivery_a_day_late_breaks_release() -> None:
    production = a_hard_release()
    assert said(production, rest_left(production, on(WED, "s1"))) == [
        "release: The Film wraps on 2027-06-09 and needs 10 days of post, "
        "which is 1 day past its release on 2027-06-18"
    ]


def test_a_soft_release_breaks_no_rule() -> None:
    production = a_hard_release(release_hard=False)
    assert said(production, rest_left(production, on(FRI, "s1"))) == []


def test_a_picture_with_no_strip_on_a_day_has_no_wrap() -> None:
    production = a_hard_release(release="2000-01-01")
    assert said(production, rest_left(production)) == []
