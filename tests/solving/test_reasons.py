"""Why a strip is in the boneyard: the words, and that they are true."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from daybreak.model.production import Production, Scene
from daybreak.model.schedule import Schedule
from daybreak.solving.explaining.parts_of import only
from daybreak.solving.facts import binding_facts, fixed_binds, without
from daybreak.solving.problem import problem_of
from daybreak.solving.reasons import Deadline, completed, reasons_for
from tests.checking.productions import (
    FRI,
    MON,
    THU,
    TUE,
    WED,
    board,
    on,
    person,
    rest_left,
    scene,
    shoot,
    unit,
)
from tests.solving.brute import Tryout
from tests.solving.searching import assert_sound, blocking, search
from tests.strategies import random_production

WEEK = [unit(end=FRI)]
FACTS = [
    (
        {"scenes": [scene("s1", window=["2027-01-04", "2027-01-05"])]},
        "No day is possible: scene 1 may be shot 2027-01-04 to 2027-01-05 only.",
    ),
    (
        {"scenes": [scene("s1", pin={"unit": "main", "date": "2027-06-12"})]},
        "No day is possible: scene 1 is pinned to Main unit on 2027-06-12.",
    ),
    (
        {
            "locations": [
                {
                    "id": "house",
                    "name": "House",
                    "base": "london",
                    "windows": [["2027-01-04", "2027-01-05"], ["2028-01-04"] * 2],
                }
            ],
            "scenes": [scene("s1", window=[MON, FRI])],
        },
        "No day is possible: House is open 2027-01-04 to 2027-01-05, 2028-01-04 only.",
    ),
    (
        {
            "people": [person(unavailable=[{"from": MON, "to": FRI, "reason": "ill"}])],
            "scenes": [scene("s1", cast=["ana"], window=[MON, TUE])],
        },
        f"No day is possible: Ana Ruiz is away {MON} to {FRI} (ill).",
    ),
    (
        {
            "people": [
                person(windows=[[MON, TUE]]),
                person("ben", windows=[[WED, FRI]]),
            ],
            "scenes": [scene("s1", cast=["ana", "ben"], window=[MON, FRI])],
        },
        f"No day is left between these: Ana Ruiz is free {MON} to {TUE} only; "
        f"Ben Okafor is free {WED} to {FRI} only.",
    ),
    (
        {
            "people": [person(prep_days=3)],
            "scenes": [scene("s1", cast=["ana"], window=[MON, WED])],
        },
        f"No day is left between these: Ana Ruiz is ready from {THU}, after 3 days "
        f"of prep; scene 1 may be shot {MON} to {WED} only.",
    ),
    (
        {
            "elements": [
                {"id": "car", "name": "Car", "category": "x", "windows": [[MON, TUE]]}
            ],
            "scenes": [scene("s1", elements=["car"], window=[WED, FRI])],
        },
        f"No day is left between these: Car is there {MON} to {TUE} only; "
        f"scene 1 may be shot {WED} to {FRI} only.",
    ),
    (
        {"scenes": [scene("s1", days=6)]},
        "None of its units has 6 eligible dates in a row.",
    ),
    (
        {"scenes": [scene("s1")], "hiatuses": [{"from": MON, "to": FRI}]},
        "None of its units has an eligible date.",
    ),
    (
        {
            "units": [
                unit(end=FRI, day_minutes=60),
                unit("second", start=FRI, end=FRI, workweek=["sun"]),
            ],
            "scenes": [scene("s1", units=["main", "second"])],
        },
        "It is longer than a day of each of its units that have dates.",
    ),
    (
        {
            "scenes": [
                scene("s2"),
                scene("s1", part_of="s2", window=["2027-01-04"] * 2),
            ],
        },
        "No day is possible: scene 1 may be shot 2027-01-04 only.",
    ),
]


def reason_of(made: Production, schedule: Schedule | None = None) -> str:
    """Give the reason of scene 1 on a board, or on none."""
    return reasons_for(problem_of(made), schedule or rest_left(made))["s1"]


@pytest.mark.parametrize(("parts", "told"), FACTS)
def test_fixed_facts_are_named_and_no_others(parts: dict[str, Any], told: str) -> None:
    """RELIABILITY B8: people, places and dates by name, and as few as do."""
    assert reason_of(shoot(**{"units": WEEK, **parts})) == told


def test_named_facts_alone_leave_no_day_and_each_of_them_matters() -> None:
    """RELIABILITY B8: tried with these facts alone, and with one of them less.

    That none is left is said by the rule book, which tries the strip on every date.
    """
    told = several = 0
    for seed in range(120):
        made = random_production(seed, scenes=12)
        problem = problem_of(made)
        for at, one in enumerate(made.scenes):
            if problem.scenes.allowed[at].any():
                continue
            facts = binding_facts(made, one, problem.slot_days)
            sentence = reasons_for(problem, rest_left(made))[one.id]
            assert all(fact in sentence for fact in facts)
            with_these = only_with(made, one, facts)
            assert Tryout(with_these, most=9999).best() == (1, 0), f"{seed}: {sentence}"
            for fact in facts:
                fewer = only_with(made, one, [each for each in facts if each != fact])
                assert problem_of(fewer).scenes.allowed.any(), f"seed {seed}, {fact}"
            told += bool(facts)
            several += len(facts) > 1
    assert told >= 40
    assert several >= 3


def only_with(made: Production, one: Scene, kept: list[str]) -> Production:
    """Give the production with one scene, and of its facts only those kept."""
    alone = only(made, {one.id})
    return without(
        alone, (fact for fact in fixed_binds(made, alone) if fact.text not in kept)
    )


def test_days_that_were_tried_are_told_with_what_each_would_break() -> None:
    # where ``unit`` only warns nothing is proven impossible
    made = replace(six_long_scenes(), rules={"unit": "warns"})
    assert reason_of(made, five_days()) == (
        "Of its 5 possible days 5 were tried: the day is too long (capacity) on 5."
    )


def test_a_proven_conflict_is_told_before_days_are_tried() -> None:
    """RELIABILITY B8: the scenes, and the facts that leave them no room."""
    told = reason_of(six_long_scenes(), five_days())
    assert told.startswith("6 scenes cannot all be shot: scene 1 (INT. HOUSE - DAY) ")
    assert told.endswith(
        f"; Main unit begins on {MON}; Main unit ends on {FRI}; "
        "a day of Main unit holds 10 hours of work."
    )


def six_long_scenes() -> Production:
    """Six scenes that need a day each, and five days."""
    long = {"minutes": 550, "cast": ["ana"]}
    return shoot(units=WEEK, scenes=[scene(f"s{i}", **long) for i in range(1, 7)])


def five_days() -> Schedule:
    """Five of them on the five days."""
    days = enumerate((MON, TUE, WED, THU, FRI), 2)
    return board(*(on(day, f"s{i}") for i, day in days), boneyard="s1")


def test_a_day_that_nothing_stands_against_is_told() -> None:
    made = shoot(units=WEEK, scenes=[scene("s1"), scene("s2")])
    assert reason_of(made, board(on(MON, "s2"), boneyard="s1")) == (
        "Of its 5 possible days 5 were tried: "
        "nothing stands against 5, plan again to take one."
    )


def test_reasons_after_the_deadline_say_that_nothing_was_tried() -> None:
    made = shoot(units=WEEK, scenes=[scene("s1")])
    told = reasons_for(problem_of(made), rest_left(made), Deadline(-1.0))
    assert told == {"s1": "The time ended before its 5 possible days were tried."}


def test_strips_that_fit_are_put_up_though_the_search_left_them() -> None:
    made = shoot(units=WEEK, scenes=[scene("s1"), scene("s2", days=2), scene("s3")])
    done = completed(problem_of(made), board(on(MON, "s1"), boneyard="s2 s3"))
    assert done.boneyard == ()
    assert blocking(made, done) == []
    assert [day.strips for day in done.in_order()].count(("s2",)) == 2


def test_strips_are_put_up_until_no_more_fit() -> None:
    """As the boneyard empties, more days of each strip are tried: none is left over."""
    placed = 0
    for seed in range(120):
        made = random_production(seed, scenes=24)
        problem = problem_of(made)
        empty = rest_left(made)
        done = completed(problem, empty)
        assert blocking(made, done) == []
        placed += len(empty.boneyard) - len(done.boneyard)
        reasons = reasons_for(problem, done)
        assert not any("nothing stands against" in told for told in reasons.values())
        assert completed(problem, done) == done
    assert placed >= 400


def test_nothing_is_put_up_after_the_deadline() -> None:
    made = shoot(units=WEEK, scenes=[scene("s1")])
    empty = rest_left(made)
    assert completed(problem_of(made), empty, Deadline(-1.0)) == empty


def test_levels_decide_what_is_a_reason() -> None:
    away = [{"from": MON, "to": FRI, "reason": "ill"}]
    made = shoot(
        units=WEEK,
        people=[person(unavailable=away)],
        scenes=[scene("s1", cast=["ana"])],
        rules={"cast": "warns"},
    )
    found = search(made)
    assert_sound(made, found.schedule, found.cost)
    assert found.schedule.boneyard == ()
    strict = replace(made, rules={})
    told = f"No day is possible: Ana Ruiz is away {MON} to {FRI} (ill)."
    assert reason_of(strict) == told
