"""The made productions are valid, rich, repeatable and quick."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

from hypothesis import find, given, settings

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from tests.strategies import (
    cases,
    production_documents,
    random_production,
    random_production_document,
    random_schedule,
    random_schedule_document,
)


@given(cases())
@settings(max_examples=30)
def test_drawn_documents_are_read(case: tuple[Production, Schedule]) -> None:
    production, schedule = case
    known = {scene.id for scene in production.scenes}
    assert {strip for day in schedule.days for strip in day.strips} <= known


def test_the_same_seed_gives_the_same_documents() -> None:
    one, other = random_production(7), random_production(7)
    assert one == other
    assert random_schedule(one, 3) == random_schedule(other, 3)
    assert len({random_production(seed).units[0].day_cost for seed in range(9)}) > 5


def test_seeds_reach_every_kind_of_thing() -> None:
    seen: Counter[str] = Counter()
    for seed in range(300):
        _count(seen, "", random_production_document(seed))
    wanted = {
        *(f"deals.kind={kind}" for kind in ("daily", "weekly", "flat", "none")),
        *(f"scenes.time={time}" for time in ("day", "night", "dawn", "dusk", "any")),
        *(f"scenes.place={place}" for place in ("int", "ext", "int/ext")),
        *("scenes.days", "scenes.pin", "scenes.window", "scenes.time_locked=True"),
        *("people.prep_days", "people.max_consecutive_days", "people.day_minutes"),
        *("people.windows", "people.unavailable", "elements.windows", "hiatuses.units"),
        *("bases.lat", "units.base", "units.shifts", "moves.both_ways=False"),
        *("orders.min_days", "rules", "pictures.release_hard=True", "holidays"),
    }
    assert {one: seen[one] for one in wanted if seen[one] < 10} == {}


def _count(seen: Counter[str], name: str, value: Any) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            if item != []:
                seen[f"{name}.{key}".lstrip(".")] += 1
            if isinstance(item, str | bool):
                seen[f"{name}.{key}={item}"] += 1
            _count(seen, key, item)
    elif isinstance(value, list):
        for item in value:
            _count(seen, name, item)


def test_unbroken_schedules_stand_every_scene_once() -> None:
    placed = 0
    for seed in range(100):
        production = random_production_document(seed)
        board = random_schedule_document(production, seed, broken=0)
        days = [strip for day in board["days"] for strip in day["strips"]]
        for scene in production["scenes"]:
            length = scene.get("days", 1)
            stands = (days.count(scene["id"]), board["boneyard"].count(scene["id"]))
            assert stands in {(length, 0), (0, 1)}
            placed += stands == (length, 0)
    assert placed > 200


def test_the_plainest_production_is_nearly_empty() -> None:
    plain = find(
        production_documents(),
        lambda document: bool(document["scenes"]),
        random=Random(1),  # how far an example shrinks depends on where it began
        settings=settings(database=None),
    )
    assert [len(plain[key]) for key in ("pictures", "units", "scenes")] == [1, 1, 1]
    assert [len(plain[key]) for key in ("people", "elements", "orders")] == [0, 0, 0]
