"""The bound never exceeds what the cheapest schedule costs, whatever the production.

With ``DAYBREAK_BOUND_INSTANCES=2000`` in the environment it looks at 2,000 of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from time import monotonic

import pytest

from daybreak.model.production import Production
from daybreak.solving.bounds.proving import prove
from daybreak.solving.problem import problem_of
from tests.solving import productions as odd
from tests.solving.bounds.small import INSTANCES, instances
from tests.solving.searching import search

ODD = [
    odd.no_scenes,
    odd.one_scene,
    odd.cast_of_none,
    odd.one_day_for_everything,
    odd.all_cast_away,
    odd.star_away_on_the_only_day,
    odd.one_crowd_scene,
    odd.no_length,
    odd.no_dates,
    odd.one_unit_without_dates,
    odd.long_epic,
    odd.all_pinned,
    odd.pinned_on_top_of_each_other,
    odd.leap_day,
    odd.last_year_of_the_calendar,
    odd.names_of_everywhere,
]


def bounds_of(production: Production, *, boneyard: int) -> list[int]:
    """Give the bounds told, in their order."""
    told: list[int] = []
    best = prove(
        problem_of(production),
        boneyard=boneyard,
        until=monotonic() + 1.0,
        stop=lambda: False,
        tell=told.append,
    )
    assert told == sorted(told)
    assert told[-1] == best
    return told


def test_bound_never_exceeds_the_cheapest_of_all_schedules() -> None:
    """RELIABILITY B2, for the bound: with as few strips in the boneyard as can be."""
    met: Counter[str] = Counter()
    for seed, made, (boneyard, cost) in instances():
        bound = bounds_of(made, boneyard=boneyard)[-1]
        assert 0 <= bound <= cost, f"seed {seed}"
        met["exact"] += 0 < bound == cost
        met["nine tenths"] += cost > 0 and bound * 10 >= cost * 9
        met["strips left out"] += boneyard > 0
        met["two units"] += len(made.units) > 1
        met["rules that do not block"] += bool(made.rules)
    assert met["exact"] >= INSTANCES // 8
    assert met["nine tenths"] >= INSTANCES // 4
    assert met["strips left out"] >= INSTANCES // 4
    assert met["two units"] >= INSTANCES // 5
    assert met["rules that do not block"] >= INSTANCES // 10


@pytest.mark.twin
def test_a_bound_that_pays_too_much_is_caught() -> None:
    """RELIABILITY B2: the broken twin: a bound of a dearer production."""
    above = 0
    for _, made, (boneyard, cost) in instances()[: INSTANCES // 2]:
        units = tuple(replace(one, day_cost=one.day_cost + 500) for one in made.units)
        dearer = replace(made, units=units)
        above += bounds_of(dearer, boneyard=boneyard)[-1] > cost
    assert above >= 10


@pytest.mark.parametrize("make", ODD, ids=lambda one: one.__name__)
def test_odd_productions_have_a_bound_below_what_is_found(make: object) -> None:
    """RELIABILITY B9, for the bound."""
    assert callable(make)
    made = make()
    found = search(made, iterations=3000)
    assert 0 <= bounds_of(made, boneyard=found.boneyard)[-1] <= found.cost


def test_strips_in_the_boneyard_are_not_paid() -> None:
    made = odd.one_day_for_everything()
    assert bounds_of(made, boneyard=8)[-1] == 0
    assert bounds_of(made, boneyard=6)[-1] == 100


def test_nothing_is_proven_where_strips_may_vanish() -> None:
    made = replace(odd.one_scene(), rules={"once": "warns"})
    assert bounds_of(made, boneyard=0) == [0]
