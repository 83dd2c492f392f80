"""What the calendar costs at least never exceeds what it costs in a real schedule."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from daybreak.checking import count_costs
from daybreak.model.production import Production, minutes_on
from daybreak.model.schedule import Schedule
from daybreak.solving.bounds.days import PARTS
from daybreak.solving.bounds.order import Order
from daybreak.solving.problem import Problem, problem_of
from tests.checking.productions import FRI, MON, WED, person, scene, shoot, unit
from tests.solving.searching import search

SHOOTS = 60
Json = dict[str, Any]


def some_shoot(seed: int) -> Production:
    """Make one unit, one or two towns, people who wait, dates that bind."""
    chance = random.Random(seed)
    towns = chance.choice([1, 2, 2])
    deals = [
        {
            "kind": "daily",
            "rate": chance.randint(50, 900),
            "hold": chance.choice([1.0, 0.8, 0.35]),
            "drops": chance.choice([0, 0, 0, 1]),
        }
        for _ in range(chance.randint(2, 6))
    ]
    return shoot(
        pictures=[
            {
                "id": "one",
                "title": "One",
                "release": "2027-06-15",
                "post_days": chance.randint(0, 5),
                "late_cost_per_day": chance.choice([0, 700]),
            }
        ],
        units=[
            {
                "id": "main",
                "name": "Main unit",
                "start": "2027-06-01",
                "end": "2027-06-28",
                "workweek": ["mon", "tue", "wed", "thu", "fri"],
                "day_minutes": 480,
                "day_cost": chance.randint(100, 2000),
                "idle_day_cost": chance.choice([0, 300]),
                "base": chance.choice(["town0", None]),
            }
        ],
        bases=[{"id": f"town{at}", "name": f"Town {at}"} for at in range(towns)],
        moves=[{"from": "town0", "to": "town1", "days": 1, "cost": 800}][: towns - 1],
        locations=[
            {"id": f"house{at}", "name": f"House {at}", "base": f"town{at % towns}"}
            for at in range(4)
        ],
        people=[
            {"id": f"p{at}", "name": f"P {at}", "deals": [deal], **_away(chance)}
            for at, deal in enumerate(deals)
        ],
        scenes=[_scene(chance, at, len(deals)) for at in range(chance.randint(4, 12))],
    )


def _away(chance: random.Random) -> Json:
    first = chance.randint(1, 20)
    if chance.random() < 0.6:
        return {}
    return {
        "unavailable": [
            {"from": f"2027-06-{first:02}", "to": f"2027-06-{first + 4:02}"}
        ]
    }


def _scene(chance: random.Random, at: int, people: int) -> Json:
    made: Json = {
        "id": f"s{at}",
        "picture": "one",
        "number": str(at + 1),
        "heading": "INT. HOUSE - DAY",
        "place": "int",
        "time": "day",
        "location": f"house{chance.randint(0, 3)}",
        "eighths": 8,
        "minutes": chance.randint(4, 24) * 15,
        "cast": [
            f"p{one}"
            for one in sorted(chance.sample(range(people), chance.randint(0, 2)))
        ],
    }
    if chance.random() < 0.15:
        made["days"] = chance.randint(1, 2)
    if chance.random() < 0.2:
        made["window"] = ["2027-06-03", f"2027-06-{chance.randint(14, 28)}"]
    return made


def order_of(problem: Problem, share: float = 1.0) -> Order:
    """Make the calendar of a shoot; with a share of a day's room, where asked."""
    unit = problem.production.units[0]
    minutes = [
        (one.days or 0) * unit.day_minutes or minutes_on(one, unit)
        for one in problem.production.scenes
    ]
    room = int(unit.day_minutes * share)
    return Order(problem, np.array([minutes]), np.array([room]))


def asked(problem: Problem, order: Order, schedule: Schedule, prices: Any) -> int:
    """Give what a schedule asks of the lines that the calendar bounds, in parts."""
    production = problem.production
    costs = count_costs(production, schedule)
    lines = ("idle_days", "company_moves", "late")
    total = sum(costs.lines[line] for line in lines) * PARTS
    dates = {
        person.id: {
            day
            for item in costs.items
            if item.person == person.id and item.line in ("cast_work", "cast_hold")
            for day in item.dates
        }
        for person in production.people
    }
    return total + sum(
        int(prices[at]) * len(dates[person.id])
        for at, person in enumerate(production.people)
    )


def misses(seed: int, share: float = 1.0) -> list[tuple[int, int]]:
    """Give bounds of one shoot that lie above what a schedule of it asks."""
    production = some_shoot(seed)
    found = search(production, iterations=3000, seed=seed)
    if found.boneyard:
        return []
    problem = problem_of(production)
    order = order_of(problem, share)
    chance = np.random.default_rng(seed)
    wrong = []
    for _ in range(6):
        part = chance.random(len(order.most)) * chance.integers(0, 3)
        prices = np.minimum(order.most * part, order.most).astype(np.int64)
        real = asked(problem, order, found.schedule, prices)
        bound = order.bound(len(found.schedule.days), prices)
        if bound is None or bound.cost > real:
            wrong.append((real, -1 if bound is None else bound.cost))
    return wrong


def test_calendar_never_costs_less_than_its_bound() -> None:
    """RELIABILITY B2: on whole boards of a search, at prices of every sort."""
    assert [one for seed in range(SHOOTS) for one in misses(seed)] == []


WEEK = {"end": FRI, "day_cost": 100, "day_minutes": 480}


def three_who_meet_two_by_two() -> Production:
    """Ana, Ben and Cas meet in pairs, a day each meeting: one has to wait a day."""
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    return shoot(
        units=[unit(**WEEK)],
        people=[
            {"id": one, "name": one, "deals": [{"kind": "daily", "rate": 10}]}
            for one in "abc"
        ],
        scenes=[
            scene(f"s{at}", minutes=480, cast=list(pair))
            for at, pair in enumerate(pairs)
        ],
    )


def away_between_two_pins() -> Production:
    """Ana works on Monday and on Friday, and is away on Wednesday."""
    away = [{"from": WED, "to": WED, "reason": "a gala"}]
    return shoot(
        units=[unit(**WEEK)],
        people=[person("ana", {"kind": "daily", "rate": 10}, unavailable=away)],
        scenes=[
            scene(f"s{at}", cast=["ana"], pin={"unit": "main", "date": day})
            for at, day in enumerate((MON, FRI))
        ],
    )


@pytest.mark.parametrize(
    ("made", "days", "paid"),
    [(three_who_meet_two_by_two(), 3, 7), (away_between_two_pins(), 2, 4)],
)
def test_bound_is_what_the_shoot_asks(made: Production, days: int, paid: int) -> None:
    order = order_of(problem_of(made))
    bound = order.bound(days, order.most)
    assert bound is not None
    assert bound.cost == 10 * paid * PARTS
    assert bound.dates_paid.sum() == paid


@pytest.mark.twin
def test_twin_with_less_room_in_a_day_is_caught() -> None:
    """RELIABILITY B2: days that hold less than they do make bounds that are wrong."""
    assert any(misses(seed, share=0.6) for seed in range(SHOOTS))


@pytest.mark.twin
def test_twin_that_forgets_who_is_away_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """RELIABILITY B2: nobody is paid for waiting while away."""
    monkeypatch.setattr(Order, "_free", lambda self, day: (1 << len(self.people)) - 1)
    order = order_of(problem_of(away_between_two_pins()))
    bound = order.bound(2, order.most)
    assert bound is not None
    assert bound.cost > 10 * 4 * PARTS


def test_a_search_cut_short_gives_a_lower_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fewer steps, never more cost."""
    for seed in range(12):
        problem = problem_of(some_shoot(seed))
        days = sum(order_of(problem).least_days()) + 1
        whole = order_of(problem)
        long = whole.bound(days, whole.most)
        with monkeypatch.context() as patch:
            patch.setattr("daybreak.solving.bounds.order_grid.NODES", 3)
            short = order_of(problem).bound(days, whole.most)
        if long is not None:
            assert short is not None
            assert short.cost <= long.cost
