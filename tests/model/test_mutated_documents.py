"""Whatever stands in a document: it is read, or refused by `DocumentError`."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from daybreak.model.errors import DocumentError
from daybreak.model.files import (
    canonical_json,
    production_from_json,
    schedule_from_json,
    to_json,
)
from tests.model.documents import a_board, a_shoot
from tests.strategies import case_documents, random_production_document

ODD = [
    *(None, True, False, 0, -1, 7, 10**16, 10**400, 1.5, float("nan"), float("-inf")),
    *("", " ", "x", "s1", "main", "2027-02-30", "9999-12-31", "0001-01-01", "24:00"),
    *("\ud800", "a\nb", "é", "\u202e", "x" * 100, [], {}, [[]], [None], {"id": "s1"}),
    *(["2027-06-09", "2027-06-01"], ["24:00", "00:00"], {"from": 1}, -0.0, 1e-12),
]
MUTATIONS = 600


def places(value: Any) -> list[tuple[Any, Any]]:
    """Give every (container, key) of a document."""
    keys: Any = range(len(value)) if isinstance(value, list) else list(value)
    found = [(value, key) for key in keys]
    for key in keys:
        if isinstance(value[key], list | dict):
            found += places(value[key])
    return found


def mutate(document: Any, whole: Any) -> None:
    """Change one random place; ``whole(n)`` gives a whole number below n."""
    spots = places(document)
    if not spots:
        return
    holder, key = spots[whole(len(spots))]
    kind = whole(4)
    if kind == 0:
        del holder[key]
    elif kind == 1:
        other, where = spots[whole(len(spots))]
        holder[key] = copy.deepcopy(other[where])
    elif kind == 2 and isinstance(holder, dict):
        holder[f"{key}s"] = holder[key]
    else:
        holder[key] = copy.deepcopy(ODD[whole(len(ODD))])


def read_or_refuse(read: Any, document: Any) -> bool:
    """Tell whether a document is read; a read one can be written again."""
    made, faults = None, ()
    try:
        made = read(json.dumps(document))
    except DocumentError as error:
        faults = error.faults
    if made is None:
        assert faults
        assert all(fault.what and fault.todo for fault in faults)
        "\n".join(map(str, faults)).encode("utf-8")
        return False
    assert read(to_json(made)) == made
    return True


@given(st.integers(0, 10**6), st.integers(1, 4), st.randoms(use_true_random=False))
@settings(max_examples=500)
def test_mutated_productions_are_read_or_refused(
    seed: int, changes: int, dice: random.Random
) -> None:
    """RELIABILITY P5."""
    document = random_production_document(seed % 300)
    for _ in range(changes):
        mutate(document, lambda n: dice.randrange(n))
    read_or_refuse(production_from_json, document)


def test_many_mutations_of_one_shoot_meet_both_outcomes() -> None:
    """RELIABILITY P5, S9, S10: the floor is that both outcomes are met."""
    dice = random.Random(1)
    refused = 0
    for _ in range(MUTATIONS):
        shoot, board = a_shoot(), a_board()
        mutate(shoot, dice.randrange)
        mutate(board, dice.randrange)
        refused += not read_or_refuse(production_from_json, shoot)
        refused += not read_or_refuse(schedule_from_json, board)
    assert MUTATIONS // 2 < refused < 2 * MUTATIONS


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner)
    ),
    max_leaves=12,
)


@given(json_values)
@settings(max_examples=100)
def test_any_json_is_refused_as_a_document(value: Any) -> None:
    for read in (production_from_json, schedule_from_json):
        assert not read_or_refuse(read, value)


@given(st.text(max_size=40))
@example("\ufeff")
@example('{"a": \ud800}')
@settings(max_examples=100)
def test_any_text_is_refused_as_a_document(text: str) -> None:
    try:
        production_from_json(text)
    except DocumentError:
        return
    raise AssertionError(text)


@given(case_documents())
@settings(max_examples=100)
def test_documents_come_back_equal_from_their_json(case: tuple[Any, Any]) -> None:
    assert read_or_refuse(production_from_json, case[0])
    assert read_or_refuse(schedule_from_json, case[1])


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8"), max_size=5), json_values, max_size=3
    )
)
@settings(max_examples=100)
def test_extra_is_kept_as_it_was_or_refused(extra: dict[str, Any]) -> None:
    document = {**a_shoot(), "extra": extra}
    if read_or_refuse(production_from_json, document):
        made = production_from_json(json.dumps(document))
        assert made.extra == extra
        assert json.loads(canonical_json(made)).get("extra") == extra
