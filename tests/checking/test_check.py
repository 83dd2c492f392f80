"""Check as a whole: unknown ids, levels, sorting, boards with nothing on them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from daybreak.checking import (
    Violation,
    Where,
    check,
    costed,
    count_costs,
    is_valid,
)
from daybreak.model.errors import DocumentError
from tests.checking.productions import (
    MON,
    SAT,
    TUE,
    board,
    on,
    one_star,
    rest_left,
    shoot,
    two_units_one_star,
)

# --- unknown ids ---


@pytest.mark.parametrize("call", [check, count_costs, costed])
def test_unknown_ids_are_refused_all_at_once_with_their_paths(call: object) -> None:
    assert callable(call)
    schedule = board(on(MON, "s1 s9"), on(TUE, "s2", unit="third"), boneyard="s3 s8 s7")
    with pytest.raises(DocumentError) as error:
        call(one_star(), schedule)
    todo = "of the production, or check that this schedule belongs to it"
    assert str(error.value).splitlines() == [
        f'days[0].strips[1]: unknown scene "s9" - use the id of a scene {todo}',
        f'days[1].unit: unknown unit "third" - use the id of a unit {todo}',
        f'boneyard[1]: unknown scene "s8" - use the id of a scene {todo}',
        f'boneyard[2]: unknown scene "s7" - use the id of a scene {todo}',
    ]


def test_ids_are_refused_again_when_asked_again() -> None:
    production, schedule = one_star(), board(boneyard="s9")
    for _ in range(2):
        with pytest.raises(DocumentError, match="s9"):
            check(production, schedule)


# --- levels ---


@pytest.mark.parametrize(
    ("rules", "levels", "valid"),
    [
        ({}, ["blocks"], False),
        ({"eligible": "blocks"}, ["blocks"], False),
        ({"eligible": "warns"}, ["warns"], True),
        ({"eligible": "ignored"}, [], True),
        ({"cast": "ignored"}, ["blocks"], False),
    ],
)
def test_a_broken_rule_blocks_warns_or_is_ignored(
    rules: dict[str, str], levels: list[str], valid: bool
) -> None:
    production = shoot(rules=rules)
    found = check(production, rest_left(production, on(SAT, "s1")))
    assert [violation.level for violation in found] == levels
    assert is_valid(found) == valid


# --- what a violation carries ---


def test_where_carries_ids_and_the_sentence_names() -> None:
    schedule = board(on(MON, "s1"), on(MON, "s2", unit="second"), boneyard="s3")
    assert check(two_units_one_star(), schedule) == (
        Violation(
            rule="cast",
            where=Where(date=date(2027, 6, 7), person="ana"),
            said="Ana Ruiz works for 2 units on 2027-06-07: Main unit and Second unit",
            limit=1,
            level="blocks",
        ),
    )


def test_violations_are_sorted_by_rule_of_the_spec_then_by_date() -> None:
    production = shoot(people=[{"id": "ana", "name": "Ana", "deals": []}])
    production = replace(production, holidays=(date(2027, 6, 8),))
    away = board(on("2027-06-13", "s3"), on(TUE, "s2"), on(SAT, "s1"))
    found = check(production, replace(away, boneyard=("s1", "s3")))
    assert [(one.rule, str(one.where.date)) for one in found] == [
        ("once", SAT),
        ("once", "2027-06-13"),
        ("eligible", TUE),
        ("eligible", SAT),
        ("eligible", "2027-06-13"),
    ]
    mixed = list(found)
    random.Random(1).shuffle(mixed)
    assert tuple(sorted(mixed)) == found


# --- boards with nothing on them ---


def test_a_board_with_all_strips_in_the_boneyard_is_valid() -> None:
    """SPEC 2: a schedule with all strips in the boneyard is valid."""
    production = shoot(
        people=[
            {
                "id": "ana",
                "name": "Ana",
                "deals": [{"kind": "flat", "rate": 9}],
                "prep_days": 99,
            }
        ],
        pictures=[
            {"id": "film", "title": "F", "release": "2000-01-01", "release_hard": True}
        ],
        orders=[{"before": "s1", "after": "s2"}],
    )
    schedule = rest_left(production)
    assert check(production, schedule) == ()
    assert count_costs(production, schedule).total == 0
    assert costed(production, schedule).penalty == 3


def test_an_empty_schedule_misses_every_scene() -> None:
    found = check(one_star(), board())
    assert [(one.rule, one.where.scene) for one in found] == [
        ("once", "s1"),
        ("once", "s2"),
        ("once", "s3"),
    ]


def test_a_production_without_scenes_has_nothing_to_break() -> None:
    """RELIABILITY S1."""
    production = shoot(scenes=[])
    assert check(production, board()) == ()
    assert count_costs(production, board()).total == 0


# --- what is kept between calls ---


def test_another_production_with_equal_words_is_looked_at_anew() -> None:
    schedule = board(on(SAT, "s1"), boneyard="s2 s3")
    strict, lax = shoot(), shoot(rules={"eligible": "ignored"})
    assert len(check(strict, schedule)) == 1
    assert check(lax, schedule) == ()
    assert len(check(strict, schedule)) == 1
    assert len(check(strict, replace(schedule, days=()))) == 1  # scene 1 is missing
