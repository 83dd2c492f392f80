"""Every schedule that comes out is valid by two checkers and costs what they count."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from daybreak.model.files import production_hash
from daybreak.model.production import Production
from daybreak.solving import solve
from tests.solving.searching import (
    as_document,
    assert_sound,
    blocking,
    blocking_for_the_second,
    search,
)
from tests.strategies import as_schedule, productions, random_production

SEARCHED = 150
SOLVED = (3, 11, 25, 58)


def features(made: Production) -> set[str]:
    """Give what a production has that a schedule may go wrong with."""
    found = {
        "two units": len(made.units) > 1,
        "bases": len(made.bases) > 1,
        "scenes of days": any(scene.days for scene in made.scenes),
        "pins": any(scene.pin for scene in made.scenes),
        "orders": bool(made.orders),
        "minors": any(person.day_minutes is not None for person in made.people),
        "shared elements": len(made.units) > 1
        and any(element.count == 1 for element in made.elements),
        "hiatuses": bool(made.hiatuses),
        "a rule that warns": "warns" in made.rules.values(),
        "a rule ignored": "ignored" in made.rules.values(),
    }
    return {name for name, has in found.items() if has}


def test_searches_give_sound_schedules_on_150_productions() -> None:
    """RELIABILITY B1: the floors say what the productions hold."""
    met: Counter[str] = Counter()
    days = standing = 0
    for seed in range(SEARCHED):
        made = random_production(seed, scenes=12)
        found = search(made, seed=seed, iterations=3000)
        assert_sound(made, found.schedule, found.cost)
        assert found.boneyard == len(found.schedule.boneyard)
        met.update(features(made))
        days += len(found.schedule.days)
        standing += len(made.scenes) - found.boneyard
    assert len(met) == 10
    assert min(met.values()) >= 8
    assert days >= 200
    assert standing >= 250


@settings(max_examples=40)
@given(productions(scenes=6))
def test_searches_give_sound_schedules_on_drawn_productions(made: Production) -> None:
    """RELIABILITY B1."""
    found = search(made, iterations=500)
    assert_sound(made, found.schedule, found.cost)


@pytest.mark.parametrize("seed", SOLVED)
def test_solve_gives_a_sound_schedule_and_says_how(seed: int) -> None:
    """RELIABILITY B1: through the processes, as a user gets it."""
    made = random_production(seed, scenes=12)
    result = solve(made, iterations=3000, seed=seed, workers=1)
    schedule = result.schedule
    assert_sound(made, schedule, result.cost)
    assert schedule.cost["total"] == result.cost
    assert schedule.status == result.status == "feasible"
    assert schedule.penalty == len(schedule.boneyard)
    assert schedule.production == production_hash(made)
    assert set(result.reasons) == set(schedule.boneyard)
    assert (result.seed, result.bound, result.notes) == (seed, None, ())
    assert result.iterations == 3000


def test_two_workers_give_the_better_of_two_searches() -> None:
    made = random_production(40, scenes=24)
    alone = [search(made, seed=7 * 64 + number, iterations=2000) for number in range(2)]
    result = solve(made, iterations=2000, seed=7, workers=2)
    best = min((one.boneyard, one.cost) for one in alone)
    assert (len(result.schedule.boneyard), result.cost) <= best
    assert result.iterations == 4000


@pytest.mark.twin
def test_a_schedule_that_breaks_a_rule_is_caught_by_both_checkers() -> None:
    """RELIABILITY B1: the broken twin: each day is given the strips of another."""
    caught = 0
    for seed in range(SEARCHED):
        made = random_production(seed, scenes=12)
        document = as_document(search(made, seed=seed).schedule)
        days = document["days"]
        if len(days) < 3:
            continue
        strips = [day["strips"] for day in days]
        for day, others in zip(days, strips[1:] + strips[:1], strict=True):
            day["strips"] = others
        from_json = as_schedule(document)
        first = bool(blocking(made, from_json))
        assert first == bool(blocking_for_the_second(made, from_json))
        caught += first
    assert caught >= 20
