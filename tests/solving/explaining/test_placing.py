"""Yes, no or unknown: the answers against all schedules that there are."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from daybreak.checking import check, is_valid
from daybreak.model.production import Production
from daybreak.solving.explaining import placing
from daybreak.solving.explaining.between import Apart, Between
from daybreak.solving.explaining.distances import NO_WAY, shortest_ways
from daybreak.solving.explaining.laying import Table
from daybreak.solving.explaining.placing import place_all
from daybreak.solving.explaining.puzzle import puzzle_of
from daybreak.solving.explaining.room import crowded
from tests.checking.productions import FRI, MON, scene, shoot, two_towns, unit
from tests.solving.brute import TooLargeError, Tryout
from tests.strategies import random_production

SEEDS = range(45)
MOST = 600


def agreed(seeds: range) -> Counter[str]:
    """Compare answers with brute force; give how often each was given."""
    told: Counter[str] = Counter()
    for seed in seeds:
        made = random_production(seed, scenes=4)
        answer = place_all(puzzle_of(made))
        try:
            left, _ = Tryout(made, most=MOST).best()
        except TooLargeError:
            continue
        assert answer.verdict in ("unknown", "no" if left else "yes"), f"seed {seed}"
        told[answer.verdict] += 1
    return told


def test_answers_agree_with_trying_all_schedules() -> None:
    """RELIABILITY B2: no false answer, and hardly any left open."""
    told = agreed(SEEDS)
    assert told["yes"] >= 12
    assert told["no"] >= 12
    assert told["unknown"] <= 4


@pytest.mark.twin
def test_an_answer_that_asks_too_much_rest_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The broken twin: three dates between any two days."""

    def too_far(self: Between, one: int, unit: int, other: int, there: int) -> Apart:
        return Apart(4, 4, together=False)

    monkeypatch.setattr(Between, "_lie", too_far)
    with pytest.raises(AssertionError):
        agreed(SEEDS)


@pytest.mark.twin
def test_a_count_that_finds_crowds_everywhere_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The broken twin: any two scenes are a crowd."""
    monkeypatch.setattr(
        placing, "crowded", lambda table, position: tuple(position.left)
    )
    with pytest.raises(AssertionError):
        agreed(SEEDS)


def test_schedules_pass_the_rule_book_and_leave_nothing_out() -> None:
    found = 0
    for seed in range(200):
        made = random_production(seed, scenes=12)
        schedule = place_all(puzzle_of(made), steps=300).schedule
        if schedule is not None:
            found += 1
            assert schedule.boneyard == ()
            assert is_valid(check(made, schedule))
    assert found >= 20


def test_a_crowd_is_counted_without_trying() -> None:
    """Ten scenes that need a day each, nine days: ten to the ninth ways to try."""
    made = shoot(
        units=[unit(end="2027-06-17")],
        scenes=[scene(f"s{i}", minutes=310 + i) for i in range(10)],
    )
    table = Table(puzzle_of(made))
    assert len(crowded(table, table.empty(range(10)))) == 10
    assert place_all(puzzle_of(made), steps=1).verdict == "no"


def test_a_search_that_is_cut_short_says_unknown() -> None:
    made = two_towns(end=FRI, start=MON)
    assert place_all(puzzle_of(made), steps=1).verdict == "unknown"
    assert place_all(puzzle_of(made)).verdict == "yes"


@pytest.mark.parametrize("days", [0, 1, 2])
def test_ways_over_another_base_take_their_dates(days: int) -> None:
    """A date of work on the base in between is one more."""
    way = {"days": days, "cost": 0}
    made: Production = shoot(
        bases=[{"id": one, "name": one} for one in ("a", "b", "c")],
        moves=[{"from": "a", "to": "b", **way}, {"from": "b", "to": "c", **way}],
        locations=[{"id": f"at-{one}", "name": one, "base": one} for one in "abc"],
        scenes=[scene(f"s{one}", location=f"at-{one}") for one in "abc"],
    )
    ways = shortest_ways(made)
    assert ways["a", "c"] == ways["c", "a"] == 2 * days + 1
    assert all(
        ways.get((one, other), NO_WAY) < NO_WAY
        for one, other in product("abc", repeat=2)
        if one != other
    )
