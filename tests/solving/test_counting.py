"""RELIABILITY B11: what a search counts move by move is what it counts anew."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from daybreak.checking import check, count_costs
from daybreak.model.production import Production
from daybreak.solving.problem import problem_of
from tests.solving.kernels import (
    Steps,
    forget_a_break,
    forget_a_cost,
    forget_a_strip,
    mismatches,
)
from tests.strategies import random_production

# RELIABILITY asks for 100,000 nightly: set DAYBREAK_MOVES
MOVES = int(os.environ.get("DAYBREAK_MOVES", "20000"))
TRIED_EACH = 600
CHECKED_EVERY = 12


def rich_productions() -> Iterator[tuple[int, Production]]:
    """Yield productions of many scenes in which most things depend on another."""
    seed = 0
    while True:
        seed += 1
        made = random_production(seed, scenes=24)
        if len(made.scenes) >= 8 and made.people:
            yield seed, made


def features(made: Production) -> set[str]:
    """Give what a production has that is easily counted wrong."""
    units_of: dict[str, set[str]] = {}
    for scene in made.scenes:
        for person in scene.cast:
            units_of.setdefault(person, set()).update(made.units_of(scene))
    found = {
        "two units": len(made.units) > 1,
        "a person in both units": any(len(units) > 1 for units in units_of.values()),
        "elements": any(scene.elements for scene in made.scenes),
        "orders": bool(made.orders),
        "scenes of days": any(scene.days for scene in made.scenes),
        "bases": len(made.bases) > 1,
        "two deals": any(len(person.deals) > 1 for person in made.people),
        "drops": any(deal.drops for person in made.people for deal in person.deals),
        "releases": any(one.release for one in made.pictures),
        "levels": bool(made.rules),
    }
    return {name for name, has in found.items() if has}


def test_prices_equal_a_full_count_after_every_move() -> None:
    """RELIABILITY B11: 0 mismatches in 20,000 moves carried out, kept or taken back."""
    met: Counter[str] = Counter()
    moves = changed = broken = 0
    for seed, made in rich_productions():
        met.update(features(made))
        steps = Steps(problem_of(made), seed=seed)
        for at in range(TRIED_EACH):
            before, done = steps.standing_now(), steps.carried_out()
            steps.move()
            if steps.carried_out() == done:
                continue
            now = steps.counted_now()
            assert mismatches(now, steps.counted_anew()) == [], f"seed {seed}, {at}"
            moves += 1
            changed += steps.standing_now() != before
            broken += now["totals"][1] > 0
        if moves >= MOVES:
            break
    assert changed >= MOVES // 5
    assert broken >= MOVES // 5
    assert min(met.values()) >= 3
    assert len(met) == 10


def test_prices_equal_the_rule_book_between_moves() -> None:
    """RELIABILITY B1 and B11: boards in the midst of a search, broken ones too."""
    compared = broken = 0
    for seed, made in rich_productions():
        steps = Steps(problem_of(made), seed=seed)
        for at in range(30 * CHECKED_EVERY):
            steps.move()
            if at % CHECKED_EVERY:
                continue
            cost, breaks, boneyard = steps.counted_now()["totals"].tolist()
            schedule = steps.schedule_now()
            assert cost == count_costs(made, schedule).lines["total"], f"seed {seed}"
            assert boneyard == len(schedule.boneyard)
            blocked = [one for one in check(made, schedule) if one.level == "blocks"]
            assert (breaks > 0) == bool(blocked), f"seed {seed}: {blocked}"
            compared += 1
            broken += breaks > 0
        if compared >= 1_000:
            break
    assert broken >= 100
    assert compared - broken >= 100


@pytest.mark.twin
@pytest.mark.parametrize(
    "fault",
    [forget_a_cost, forget_a_break, forget_a_strip],
)
def test_a_search_that_counts_wrong_is_caught(fault: Callable[[Steps], None]) -> None:
    """RELIABILITY B11: the broken twin of the comparison."""
    seed, made = next(rich_productions())
    steps = Steps(problem_of(made), seed=seed)
    for _ in range(200):
        steps.move()
    assert mismatches(steps.counted_now(), steps.counted_anew()) == []
    fault(steps)
    caught = False
    for _ in range(200):
        steps.move()
        caught = caught or mismatches(steps.counted_now(), steps.counted_anew()) != []
    assert caught
