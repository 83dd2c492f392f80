"""Boards and schedules are the same plan, and days are in an order to shoot them in."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest

from daybreak.model.production import Production
from daybreak.solving.boards import (
    board_of_schedule,
    in_shooting_order,
    schedule_from_board,
)
from daybreak.solving.problem import problem_of
from tests.checking.productions import SAT, board, on, scene, shoot
from tests.solving.searching import search
from tests.strategies import random_production

LOCATIONS = [
    {"id": "house", "name": "House", "base": "london"},
    {"id": "barn", "name": "Barn", "base": "london"},
]


def order_of(made: Production) -> list[str]:
    """Give the order of all scenes on one day."""
    everything = range(len(made.scenes))
    return [made.scenes[at].id for at in in_shooting_order(made, everything)]


def changes(made: Production, order: list[str]) -> int:
    """Count the changes of location in an order."""
    at = {one.id: one.location for one in made.scenes}
    places = [at[one] for one in order]
    return sum(a != b for a, b in pairwise(places))


def keeps_orders(made: Production, order: list[str]) -> bool:
    return all(
        order.index(one.before) < order.index(one.after)
        for one in made.orders
        if one.before in order and one.after in order
    )


def test_exteriors_come_first_then_script_order() -> None:
    scenes = [
        scene("s1"),
        scene("s2", place="ext"),
        scene("s3"),
        scene("s4", place="ext"),
    ]
    assert order_of(shoot(scenes=scenes)) == ["s2", "s4", "s1", "s3"]


def test_a_location_is_shot_out_before_the_next() -> None:
    scenes = [
        scene(f"s{i}", location="barn" if i % 2 else "house") for i in range(1, 7)
    ]
    made = shoot(locations=LOCATIONS, scenes=scenes)
    assert order_of(made) == ["s1", "s3", "s5", "s2", "s4", "s6"]


def test_orders_bend_the_order_no_more_than_they_must() -> None:
    made = shoot(
        locations=LOCATIONS,
        scenes=[scene("s1"), scene("s2", location="barn"), scene("s3"), scene("s4")],
        orders=[{"before": "s2", "after": "s1"}, {"before": "s4", "after": "s3"}],
    )
    assert order_of(made) == ["s2", "s1", "s4", "s3"]


def test_each_location_is_visited_once_wherever_orders_let_it() -> None:
    """The fewest changes of all orders that keep `order`, by trying all of them."""
    compared = bound = 0
    for seed in range(400):
        made = random_production(seed, scenes=6)
        if not made.orders or len(made.scenes) > 6:
            continue
        ids = [one.id for one in made.scenes]
        legal = [
            list(one) for one in permutations(ids) if keeps_orders(made, list(one))
        ]
        fewest = min(changes(made, one) for one in legal)
        if fewest > len({one.location for one in made.scenes}) - 1:
            continue  # a day that must come back to a place: the engine makes none
        found = order_of(made)
        assert keeps_orders(made, found), f"seed {seed}"
        assert changes(made, found) == fewest, f"seed {seed}"
        compared += 1
        bound += fewest > 0
    assert compared >= 40
    assert bound >= 20


def test_boards_become_schedules_and_boards_again() -> None:
    met = 0
    for seed in range(80):
        made = random_production(seed, scenes=12)
        found = search(made, seed=seed, iterations=1500)
        again = board_of_schedule(found.problem, found.schedule)
        assert sorted(again) == sorted(found.board)
        assert schedule_from_board(found.problem, again) == found.schedule
        met += len(again)
    assert met >= 100


def test_days_are_in_order_of_date_then_unit() -> None:
    met = 0
    for seed in (262, 121, 112, 160, 88):
        days = search(
            random_production(seed, scenes=24), iterations=30_000
        ).schedule.days
        assert list(days) == sorted(days, key=lambda day: (day.date, day.unit))
        met += len(days)
    assert met >= 15


@pytest.mark.parametrize("day", [SAT, "2031-01-01"])
def test_strips_on_no_eligible_date_go_to_the_boneyard(day: str) -> None:
    made = shoot()
    problem = problem_of(made)
    kept = board_of_schedule(problem, board(on(day, "s1 s2"), boneyard="s3"))
    assert kept == []
    assert schedule_from_board(problem, kept).boneyard == ("s1", "s2", "s3")
