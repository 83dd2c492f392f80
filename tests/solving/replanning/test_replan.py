"""Ways to go on: what was shot stays, little moves, the rule book agrees."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import check, count_costs
from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.shot import Shot, ShotDay
from daybreak.model.standing import changed_strips, places_of
from daybreak.model.writing import write_part
from daybreak.office.examples import example_production
from daybreak.solving.boards import schedule_from_board
from daybreak.solving.replanning.alternatives import Replanned
from daybreak.solving.replanning.earlier import as_before
from daybreak.solving.replanning.front import Front, Point, spread
from daybreak.solving.replanning.judging import blocking_from, with_what_was_shot
from daybreak.solving.replanning.replan import replan
from tests.second_checker import second_costs
from tests.solving.replanning.shoots import front_of, shoot_of, with_someone_away
from tests.solving.searching import search
from tests.strategies import random_production

FEW = 3_000


@pytest.fixture(scope="module")
def busy() -> tuple[Production, Schedule, date]:
    """Ten Minutes Dark: 30 scenes on some days, and a day in their midst."""
    made = example_production()
    schedule = search(made, iterations=20_000).schedule
    days = sorted({day.date for day in schedule.days})
    return made, schedule, days[len(days) // 3]


def _plain(document: Any) -> Any:
    return json.loads(json.dumps(write_part(document)))


def days_before(schedule: Schedule, today: date) -> list[Any]:
    return [day for day in schedule.in_order() if day.date < today]


@settings(max_examples=12)
@given(seed=st.integers(1, 400), at=st.integers(0, 5))
def test_a_replan_without_news_moves_nothing(seed: int, at: int) -> None:
    made = random_production(seed, scenes=8)
    earlier = search(made, seed=seed, iterations=2_000).schedule
    days = sorted({day.date for day in earlier.days})
    if not days:
        return
    shoot = shoot_of(made, earlier, days[min(at, len(days) - 1)])
    if shoot.so_far.rest_of:
        return  # a strip of whole days across today: its rest is a new scene
    assert shoot.before.is_standing
    [best, *_] = front_of(shoot, iterations=1_000, alternatives=1)
    if best.boneyard < len(earlier.boneyard):
        return  # strips found a day that had none: that comes before all else
    assert best.changed == 0
    found = schedule_from_board(shoot.problem, best.thing)
    whole = as_before(shoot.problem, found, shoot.before.schedule)
    if count_costs(made, earlier).total <= best.cost:
        assert whole.in_order() == earlier.in_order()


def test_without_news_the_first_way_is_the_schedule_itself(
    busy: tuple[Production, Schedule, date],
) -> None:
    made, earlier, today = busy
    found = replan(made, earlier, today=today, alternatives=3, iterations=FEW)
    first = found.best
    assert first.schedule.in_order() == earlier.in_order()
    assert (first.changed, first.people, first.days) == ((), (), ())
    assert first.cost == count_costs(made, earlier).lines["total"]
    assert found.production is made


def test_a_day_in_a_dear_order_stays_in_it(
    busy: tuple[Production, Schedule, date],
) -> None:
    """Nothing new, nothing moves: not even where the day could be shot for less."""
    made, earlier, today = busy
    units = tuple(replace(one, day_minutes=900) for one in made.units)
    made = replace(made, units=units)  # so that there is time to come back to a place
    turned = next(
        dearest
        for place, day in enumerate(earlier.in_order())
        if day.date >= today and len(day.strips) > 2
        if (dearest := _dearest(made, earlier, place)) is not None
    )
    found = replan(made, turned, today=today, alternatives=2, iterations=FEW)
    assert found.best.schedule.in_order() == turned.in_order()
    price = replan(made, turned, today=today, change_cost=0, iterations=FEW)
    assert price.best.cost < found.best.cost


def _dearest(made: Production, schedule: Schedule, place: int) -> Schedule | None:
    """Give the schedule with a day in its dearest valid order, if that is dearer."""
    days = list(schedule.in_order())
    found, most = None, count_costs(made, schedule).total
    for strips in permutations(days[place].strips):
        day = replace(days[place], strips=strips)
        tried = replace(schedule, days=(*days[:place], day, *days[place + 1 :]))
        total = count_costs(made, tried).total
        if total > most and not check(made, tried):
            found, most = tried, total
    return found


@pytest.fixture(scope="module")
def with_news(busy: tuple[Production, Schedule, date]) -> tuple[Shot, Replanned]:
    """Somebody is away, and of what was to be shot one strip was not finished."""
    made, earlier, today = busy
    past = days_before(earlier, today)
    eighths = {scene.id: scene.eighths for scene in made.scenes}
    shot = Shot(
        shot=tuple(
            ShotDay(unit=day.unit, date=day.date, strips=day.strips) for day in past
        )
    )
    last = shot.shot[-1]
    strip = next(one for one in last.strips if eighths[one] > 1)
    unfinished = replace(last, unfinished={strip: eighths[strip] - 1})
    shot = replace(shot, shot=(*shot.shot[:-1], unfinished))
    news = with_someone_away(made, earlier, today)
    found = replan(
        news, earlier, today=today, shot=shot, alternatives=4, iterations=FEW
    )
    return shot, found


def test_every_way_on_passes_both_rule_books(
    busy: tuple[Production, Schedule, date], with_news: tuple[Shot, Replanned]
) -> None:
    """RELIABILITY B1: checked and counted by two hands, the past included."""
    today = busy[2]
    _, found = with_news
    for way in found.alternatives:
        assert blocking_from(found.production, way.schedule, today) == []
        broken = [
            one
            for one in check(found.production, way.schedule)
            if one.level == "blocks"
        ]
        assert (way.schedule.status == "infeasible") == bool(broken)
        total = count_costs(found.production, way.schedule).lines["total"]
        assert way.cost == way.schedule.cost["total"] == total
        again = second_costs(_plain(found.production), _plain(way.schedule))
        assert again["total"] == total


def test_what_was_shot_stays_as_it_was_shot(
    busy: tuple[Production, Schedule, date], with_news: tuple[Shot, Replanned]
) -> None:
    _, earlier, today = busy
    shot, found = with_news
    for way in found.alternatives:
        assert days_before(way.schedule, today) == days_before(earlier, today)
        assert min(day.date for day in way.schedule.days) < today
    [(rest, whole)] = found.rest_of.items()
    left = {one.id: one.eighths for one in found.production.scenes}[rest]
    assert left == shot.shot[-1].unfinished[whole]
    for way in found.alternatives:
        place = places_of(way.schedule).get(rest)
        assert rest in way.schedule.boneyard or (place and place.date >= today)


def test_ways_go_from_fewest_changes_to_cheapest(
    busy: tuple[Production, Schedule, date], with_news: tuple[Shot, Replanned]
) -> None:
    _, earlier, today = busy
    _, found = with_news
    figures = [(len(way.changed), way.cost) for way in found.alternatives]
    assert len({len(way.schedule.boneyard) for way in found.alternatives}) == 1
    assert figures == sorted(figures)
    costs = [cost for _, cost in figures]
    assert costs == sorted(set(costs), reverse=True)
    assert figures[0][0] > 0
    planned = {
        strip: place
        for strip, place in places_of(earlier).items()
        if place.date >= today
    }
    for way in found.alternatives:
        assert way.changed == changed_strips(planned, places_of(way.schedule))


def test_the_same_seed_gives_the_same_ways(
    busy: tuple[Production, Schedule, date], with_news: tuple[Shot, Replanned]
) -> None:
    """RELIABILITY B3."""
    made, earlier, today = busy
    shot, found = with_news
    news = with_someone_away(made, earlier, today)
    again = replan(
        news, earlier, today=today, shot=shot, alternatives=4, iterations=FEW
    )
    assert [one.schedule for one in again.alternatives] == [
        one.schedule for one in found.alternatives
    ]


def test_stopped_before_it_began_it_gives_what_stands(
    busy: tuple[Production, Schedule, date],
) -> None:
    """RELIABILITY B5."""
    made, earlier, today = busy
    found = replan(made, earlier, today=today, seconds=30, stop=lambda: True)
    assert found.best.schedule.in_order() == earlier.in_order()


def test_all_is_shot(busy: tuple[Production, Schedule, date]) -> None:
    made, earlier, _ = busy
    after = max(day.date for day in earlier.days) + timedelta(days=400)
    found = replan(made, earlier, today=after, iterations=50)
    assert found.best.schedule.in_order() == earlier.in_order()
    assert sorted(found.best.schedule.boneyard) == sorted(earlier.boneyard)


def test_a_schedule_that_names_what_is_gone_is_planned_without_it(
    busy: tuple[Production, Schedule, date],
) -> None:
    made, earlier, today = busy
    last = earlier.in_order()[-1].strips[-1]
    fewer = replace(
        made,
        scenes=tuple(one for one in made.scenes if one.id != last),
        orders=tuple(one for one in made.orders if last not in (one.before, one.after)),
    )
    found = replan(fewer, earlier, today=today, iterations=500)
    assert found.notes == (
        f"Scene {last} of the earlier schedule is not in the production any more.",
    )
    assert last not in places_of(found.best.schedule)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"change_cost": -1}, "A change cannot cost -1"),
        ({"alternatives": 0}, "0 alternatives cannot be given"),
        ({"alternatives": 51}, "51 alternatives cannot be given"),
        ({"change_cost": 10**18, "iterations": 5}, "more than the planner can count"),
    ],
)
def test_wishes_that_make_no_sense_are_refused(
    busy: tuple[Production, Schedule, date], wishes: dict[str, int], said: str
) -> None:
    made, earlier, today = busy
    with pytest.raises(UsageError, match=said):
        replan(made, earlier, today=today, **wishes)  # type: ignore[arg-type]


# --- the front -----------------------------------------------------------------------


def test_a_front_keeps_what_nothing_beats() -> None:
    front = Front(
        [
            Point(1, 0, 5, "a"),
            Point(0, 3, 90, "b"),
            Point(0, 1, 100, "c"),
            Point(0, 4, 90, "d"),
            Point(0, 9, 10, "e"),
            Point(0, 2, 100, "f"),
        ]
    )
    assert [one.thing for one in front.points] == ["c", "b", "e"]
    assert front.least(None).thing == "c"
    assert front.least(0).thing == "e"
    assert front.least(20).thing == "c"
    assert front.widest() == (front.points[1], front.points[2])


def test_a_spread_keeps_both_ends_and_what_lies_apart() -> None:
    points = [Point(0, at, 100 - at, at) for at in (0, 1, 2, 50, 99, 100)]
    assert [one.thing for one in spread(points, 3)] == [0, 50, 100]
    assert spread(points, 9) == points
    assert [one.thing for one in spread(points, 1)] == [0]


def test_what_was_shot_is_not_told_twice(
    busy: tuple[Production, Schedule, date],
) -> None:
    made, earlier, today = busy
    shoot = shoot_of(made, earlier, today)
    whole = with_what_was_shot(shoot.problem, shoot.before.schedule)
    assert whole.in_order() == earlier.in_order()
