"""Small productions and schedules for every test that wants many of them.

With Hypothesis: `productions`, `cases` and their twins for JSON documents. With
plain seeds, for loops of thousands: `random_production`, `random_schedule`.
"""

from __future__ import annotations

import json
import random
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from daybreak.model.files import production_from_json, schedule_from_json
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.writing import write_part
from tests.made_productions import Json, make_production
from tests.made_schedules import make_schedule


class Seeded:
    """Dice of a seed: quick, the same on every machine."""

    def __init__(self, seed: int | str) -> None:
        self._random = random.Random(str(seed))

    def whole(self, least: int, most: int) -> int:
        """Give a whole number between two limits, both allowed."""
        return least + int(self._random.random() * (most - least + 1))


class Drawn:
    """Dice of Hypothesis: every choice can be shrunk."""

    def __init__(self, draw: Any) -> None:
        self._draw = draw

    def whole(self, least: int, most: int) -> int:
        """Give a whole number between two limits, both allowed."""
        return least if least == most else int(self._draw(_between(least, most)))


@lru_cache(maxsize=4096)
def _between(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least, most)


# --- plain seeds -------------------------------------------------------------------


def random_production_document(seed: int, *, scenes: int = 7) -> Json:
    """Give the valid production document of a seed."""
    return make_production(Seeded(f"production {seed}"), scenes=scenes)


def random_production(seed: int, *, scenes: int = 7) -> Production:
    """Give the production of a seed: up to so many scenes, every kind of thing."""
    return as_production(random_production_document(seed, scenes=scenes))


def random_schedule_document(production: Json, seed: int, *, broken: int = 8) -> Json:
    """Give the schedule document of a seed for a production document."""
    return make_schedule(Seeded(f"schedule {seed}"), production, broken=broken)


def random_schedule(production: Production, seed: int, *, broken: int = 8) -> Schedule:
    """Give the schedule of a seed: mostly plausible, sometimes broken.

    ``broken`` is how often, of a hundred choices, it errs; 0 for whole boards only.
    """
    document = json.loads(json.dumps(write_part(production)))
    return as_schedule(random_schedule_document(document, seed, broken=broken))


def as_production(document: Json) -> Production:
    """Read a production document."""
    return production_from_json(json.dumps(document))


def as_schedule(document: Json) -> Schedule:
    """Read a schedule document."""
    return schedule_from_json(json.dumps(document))


# --- Hypothesis --------------------------------------------------------------------


@st.composite
def production_documents(draw: Any, *, scenes: int = 7) -> Json:
    """Draw a valid production document."""
    return make_production(Drawn(draw), scenes=scenes)


@st.composite
def productions(draw: Any, *, scenes: int = 7) -> Production:
    """Draw a production."""
    return as_production(make_production(Drawn(draw), scenes=scenes))


@st.composite
def case_documents(draw: Any, *, scenes: int = 7, broken: int = 8) -> tuple[Json, Json]:
    """Draw a production document and a schedule document on it."""
    production = make_production(Drawn(draw), scenes=scenes)
    return production, make_schedule(Drawn(draw), production, broken=broken)


@st.composite
def cases(
    draw: Any, *, scenes: int = 7, broken: int = 8
) -> tuple[Production, Schedule]:
    """Draw a production and a schedule on it."""
    production, schedule = draw(case_documents(scenes=scenes, broken=broken))
    return as_production(production), as_schedule(schedule)
