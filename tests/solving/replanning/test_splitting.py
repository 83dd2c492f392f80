"""What was shot taken into a production: rests, eighths, orders, refusals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybreak.model.errors import UsageError
from daybreak.model.production import Order, Production
from daybreak.model.schedule import Day, Schedule
from daybreak.model.shot import Shot, ShotDay
from daybreak.solving.replanning.splitting import UnderWay, under_way
from tests.checking.productions import FRI, MON, TUE, WED, scene, shoot, unit

DAYS = [date.fromisoformat(one) for one in (MON, TUE, WED)]


def three_scenes(**fields: object) -> Production:
    """Three scenes of 8 eighths in a week, the second after the first."""
    scenes = [scene(f"s{at}", eighths=8, **fields) for at in (1, 2, 3)]
    orders = [{"before": "s1", "after": "s2"}]
    return shoot(units=[unit(end=FRI, day_cost=100)], scenes=scenes, orders=orders)


def plan(*strips: tuple[str, ...]) -> Schedule:
    """Give a day from Monday on for each tuple of strips."""
    return Schedule(
        days=tuple(
            Day(unit="main", date=day, shift="day", strips=some)
            for day, some in zip(DAYS, strips, strict=False)
        )
    )


def shot_on_monday(**unfinished: int) -> Shot:
    """Scenes 1 and 3 were shot on Monday."""
    day = ShotDay(unit="main", date=DAYS[0], strips=("s1", "s3"), unfinished=unfinished)
    return Shot(shot=(day,))


def on_tuesday(made: Production, shot: Shot | None) -> UnderWay:
    """Give the shoot at the beginning of Tuesday."""
    return under_way(made, plan(("s1",), ("s2", "s3")), DAYS[1], shot)


def test_without_a_word_days_before_today_were_shot_as_planned() -> None:
    made = three_scenes()
    so_far = on_tuesday(made, None)
    assert so_far.production is made
    assert so_far.shot == plan(("s1",)).days
    assert so_far.finished == {"s1"}


def test_what_was_shot_is_complete() -> None:
    made = three_scenes()
    assert on_tuesday(made, Shot(shot=())).shot == ()
    nothing = ShotDay(unit="main", date=DAYS[0], strips=())
    assert on_tuesday(made, Shot(shot=(nothing,))).shot == ()
    assert on_tuesday(made, shot_on_monday()).finished == {"s1", "s3"}


@given(left=st.integers(1, 8))
def test_unfinished_strips_come_back_with_their_eighths_left(left: int) -> None:
    """SPEC 5: what was shot and the rest add up to the scene."""
    made = three_scenes()
    so_far = on_tuesday(made, shot_on_monday(s3=left))
    scenes = {one.id: one for one in so_far.production.scenes}
    assert [one.id for one in so_far.production.scenes] == ["s1", "s2", "s3", "s3-rest"]
    assert (scenes["s3"].eighths, scenes["s3-rest"].eighths) == (8 - left, left)
    assert scenes["s3-rest"].part_of == "s3"
    assert so_far.rest_of == {"s3-rest": "s3"}
    whole = {one.id: one for one in made.scenes}["s3"]
    same = replace(scenes["s3-rest"], id="s3", number=whole.number, eighths=8)
    assert replace(same, part_of=None) == whole


def test_minutes_are_split_as_the_eighths_are() -> None:
    so_far = on_tuesday(three_scenes(minutes=100), shot_on_monday(s3=3))
    scenes = {one.id: one for one in so_far.production.scenes}
    assert (scenes["s3"].minutes, scenes["s3-rest"].minutes) == (62, 38)


def test_a_rest_begun_and_not_finished_has_a_rest_of_its_own() -> None:
    days = [
        ShotDay(unit="main", date=day, strips=("s3",), unfinished={"s3": left})
        for day, left in zip(DAYS, (5, 2), strict=False)
    ]
    last = ShotDay(unit="main", date=DAYS[2], strips=("s3",))
    thursday = date.fromordinal(DAYS[2].toordinal() + 1)
    so_far = under_way(three_scenes(), plan(), thursday, Shot(shot=(*days, last)))
    parts = {one.id: one.eighths for one in so_far.production.scenes if "s3" in one.id}
    assert parts == {"s3": 3, "s3-rest": 3, "s3-rest-rest": 2}
    assert [day.strips for day in so_far.shot] == [
        ("s3",),
        ("s3-rest",),
        ("s3-rest-rest",),
    ]


def test_what_comes_after_a_scene_comes_after_its_rest() -> None:
    so_far = on_tuesday(three_scenes(), shot_on_monday(s1=3))
    assert so_far.production.orders == (
        Order(before="s1", after="s2"),
        Order(before="s1-rest", after="s2"),
    )


def test_what_was_shot_is_not_asked_to_wait_for_a_rest() -> None:
    day = ShotDay(unit="main", date=DAYS[0], strips=("s1", "s2"), unfinished={"s1": 2})
    so_far = on_tuesday(three_scenes(), Shot(shot=(day,)))
    assert so_far.production.orders == (Order(before="s1", after="s2"),)


def test_a_pin_that_is_kept_does_not_bind_the_rest() -> None:
    made = three_scenes(pin={"unit": "main", "date": MON})
    so_far = on_tuesday(made, shot_on_monday(s1=2))
    pins = {one.id: one.pin is None for one in so_far.production.scenes}
    assert pins == {"s1": False, "s1-rest": True, "s2": False, "s3": False}


def test_a_scene_of_whole_days_is_split_at_today() -> None:
    made = three_scenes(days=3)
    long = plan(("s1",), ("s1",), ("s1",))
    so_far = under_way(made, long, DAYS[2], None)
    parts = {one.id: (one.days, one.eighths) for one in so_far.production.scenes}
    assert parts["s1"] == (2, 6)
    assert parts["s1-rest"] == (1, 2)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ({"strips": ("s9",)}, "Scene s9 was shot on 2027-06-07"),
        ({"unit": "moon", "strips": ("s1",)}, "names unit moon"),
        ({"date": DAYS[1], "strips": ("s1",)}, "today is 2027-06-08"),
        ({"strips": ("s1",), "unfinished": {"s1": 9}}, "8 eighths and 9 are said"),
    ],
)
def test_what_cannot_have_been_shot_is_refused(
    day: dict[str, object], said: str
) -> None:
    fields: dict[str, object] = {"unit": "main", "date": DAYS[0], **day}
    shot = Shot(shot=(ShotDay(**fields),))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=said):
        on_tuesday(three_scenes(), shot)


def test_a_strip_shot_twice_is_refused_where_nothing_was_left() -> None:
    days = tuple(ShotDay(unit="main", date=day, strips=("s1",)) for day in DAYS[:2])
    with pytest.raises(UsageError, match="and nothing of it was left"):
        under_way(three_scenes(), plan(), DAYS[2], Shot(shot=days))
