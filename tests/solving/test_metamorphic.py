"""RELIABILITY B10: what does not matter to a shoot changes nothing; a rule never helps.

Small productions, of which a long search finds the best schedule
(`test_brute_force`).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from tests.made_productions import Json
from tests.solving.searching import search
from tests.strategies import as_production, random_production_document

# RELIABILITY asks for 500 pairs nightly: set DAYBREAK_PAIRS
PAIRS = int(os.environ.get("DAYBREAK_PAIRS", "24"))
LONG_ENOUGH = 60_000
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
WEEK = timedelta(days=7)


def small_documents(pairs: int) -> list[tuple[int, Json]]:
    """Give small documents with their seeds, on few dates and without a sun."""
    found: list[tuple[int, Json]] = []
    seed = 0
    while len(found) < pairs:
        seed += 1
        document = random_production_document(seed, scenes=5)
        for unit in document["units"]:
            last = date.fromisoformat(unit["start"]) + timedelta(4)
            unit["end"] = min(unit["end"], last.isoformat())
        for base in document["bases"]:
            for field in ("lat", "lon", "timezone"):
                base.pop(field, None)
        if len(document["scenes"]) >= 3:
            found.append((seed, document))
    return found


def best_of(document: Json) -> tuple[int, int]:
    """Give the least boneyard, and the least cost with it."""
    found = search(as_production(document), iterations=LONG_ENOUGH)
    return found.boneyard, found.cost


def copied(document: Json) -> Json:
    copy = json.loads(json.dumps(document))
    assert isinstance(copy, dict)
    return copy


# --- what does not matter -------------------------------------------------------------


def shuffled(document: Json) -> Json:
    """Give the scenes in another order."""
    made = copied(document)
    Random(7).shuffle(made["scenes"])
    return made


def renamed(document: Json) -> Json:
    """Give scenes and people other ids."""
    made = copied(document)
    for person in made["people"]:
        person["id"] = f"other-{person['id']}"
    for scene in made["scenes"]:
        scene["id"] = f"other-{scene['id']}"
        scene["cast"] = [f"other-{one}" for one in scene.get("cast", [])]
        if "part_of" in scene:
            scene["part_of"] = f"other-{scene['part_of']}"
    for order in made.get("orders", []):
        order["before"] = f"other-{order['before']}"
        order["after"] = f"other-{order['after']}"
    return made


def a_week_later(document: Json) -> Json:
    """Give every date a week later."""

    def later(part: Any) -> Any:
        if isinstance(part, dict):
            return {name: later(one) for name, one in part.items()}
        if isinstance(part, list):
            return [later(one) for one in part]
        if isinstance(part, str) and DATE.fullmatch(part):
            return (date.fromisoformat(part) + WEEK).isoformat()
        return part

    made = later(document)
    assert isinstance(made, dict)
    return made


def with_a_stranger(document: Json) -> Json:
    """Give somebody more, in no scene."""
    made = copied(document)
    deals = [{"kind": "daily", "rate": 100_000}]
    made["people"].append({"id": "stranger", "name": "A Stranger", "deals": deals})
    return made


@pytest.mark.parametrize("change", [shuffled, renamed, a_week_later, with_a_stranger])
def test_what_does_not_matter_leaves_the_best_as_it_was(
    change: Callable[[Json], Json],
) -> None:
    """RELIABILITY B10."""
    for seed, document in small_documents(PAIRS // 4):
        assert best_of(change(document)) == best_of(document), f"seed {seed}"


# --- one rule more --------------------------------------------------------------------


def with_less_room(document: Json) -> Json:
    """Let every unit end a date earlier, where it can."""
    made = copied(document)
    for unit in made["units"]:
        if unit["end"] > unit["start"]:
            last = date.fromisoformat(unit["end"]) - timedelta(days=1)
            unit["end"] = last.isoformat()
    return made


def test_less_room_never_makes_the_best_schedule_better() -> None:
    """RELIABILITY B10: never fewer in the boneyard; where as few, never cheaper."""
    worse = 0
    for seed, document in small_documents(PAIRS // 2):
        # holds are counted on dates of the units, so these have to stay
        for person in document["people"]:
            for deal in person.get("deals", []):
                deal["hold"] = 0
        before, after = best_of(document), best_of(with_less_room(document))
        assert after >= before, f"seed {seed}"
        worse += after > before
    assert worse >= 1


@pytest.mark.twin
def test_a_change_that_matters_is_seen() -> None:
    """RELIABILITY B10: the broken twin: a dearer day is another best."""
    seen = 0
    for _, document in small_documents(6):
        made = copied(document)
        for unit in made["units"]:
            unit["day_cost"] += 1
        seen += best_of(made) != best_of(document)
    assert seen >= 3
