"""Very small productions with the cost of their best schedule, found by trying all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from daybreak.model.production import Production
from tests.solving.brute import TooLargeError, Tryout
from tests.strategies import as_production, random_production_document

INSTANCES = int(os.environ.get("DAYBREAK_BOUND_INSTANCES", "150"))
JUDGED_MOST = 600


@cache
def instances(
    count: int = INSTANCES,
) -> tuple[tuple[int, Production, tuple[int, int]], ...]:
    """Give seed, production, and least boneyard with the least cost."""
    found = _instances()
    return tuple(next(found) for _ in range(count))


def _instances() -> Iterator[tuple[int, Production, tuple[int, int]]]:
    seed = 0
    while True:
        seed += 1
        document = random_production_document(seed, scenes=6)
        for unit in document["units"]:
            last = date.fromisoformat(unit["start"]) + timedelta(3 + seed % 3)
            unit["end"] = min(unit["end"], last.isoformat())
        made = as_production(document)
        if not made.scenes:
            continue
        try:
            yield seed, made, Tryout(made, JUDGED_MOST).best()
        except TooLargeError:
            continue
