"""The planner of sequences against every order there is."""

from __future__ import annotations

import pytest

from daybreak.solving.sequences.proof import Prover, StoppedError, TooLargeError
from daybreak.solving.sequences.reducing import reduced
from daybreak.solving.sequences.sequence import Sequence
from daybreak.solving.sequences.walk import Walk
from tests.solving.sequences.made import least, published, searched, sequence_of

PROBLEMS = [(seed, 1 + seed % 6, places) for seed in range(150) for places in (1, 3)]


def never() -> bool:
    return False


def not_proven(sequence: Sequence, cost: int, bound: int) -> bool:
    """Tell whether an answer is wrong: a cost or a bound beyond the least cost."""
    return not bound <= least(sequence) <= cost


def test_every_order_is_tried_and_none_is_better() -> None:
    """RELIABILITY B2: the same optimum as brute force, on 300 made problems."""
    for seed, scenes, places in PROBLEMS:
        sequence = sequence_of(published(seed, scenes, places=places))
        search, heard = searched(sequence)
        told = (seed, places, search.cost, search.bound)
        assert sequence.keeps_orders(search.order), told
        assert sequence.order_cost(search.order) == search.cost, told
        assert search.cost == search.bound == least(sequence), told
        assert heard.costs[-1] == search.cost, told
        assert max(heard.bounds) == search.bound, told
    assert len(PROBLEMS) >= 300


def test_a_limit_is_proven_exactly_where_no_order_is_below_it() -> None:
    """RELIABILITY B2, for the proof alone: each limit around the optimum."""
    tried = 0
    for seed, scenes, places in PROBLEMS[::3]:
        sequence = reduced(sequence_of(published(seed, scenes, places=places))).sequence
        optimum = least(sequence)
        prover = Prover(sequence)
        for limit in range(max(optimum - 2, 0), optimum + 3):
            found = prover.order_below(limit, stop=never)
            assert (found is None) == (limit <= optimum), (seed, places, limit)
            if found is not None:
                assert sequence.keeps_orders(found)
                assert sequence.order_cost(found) == optimum
            tried += 1
    assert tried >= 400


@pytest.mark.twin
def test_a_bound_one_too_high_is_caught() -> None:
    sequence = sequence_of(published(4, 6, places=3))
    search, _ = searched(sequence)
    assert not not_proven(sequence, search.cost, search.bound)
    assert not_proven(sequence, search.cost, search.bound + 1)
    assert not_proven(sequence, search.cost - 1, search.bound)


def test_what_is_reduced_costs_the_same() -> None:
    smaller = 0
    for seed, scenes, places in PROBLEMS:
        sequence = sequence_of(published(seed, scenes, places=places))
        made = reduced(sequence)
        small = made.sequence
        walk = Walk(small, seed)
        order = made.read_back(walk.best_order)
        assert sequence.keeps_orders(order)
        assert sequence.order_cost(order) == small.order_cost(walk.best_order)
        assert least(small) == least(sequence), (seed, places)
        smaller += len(small.days) < len(sequence.days)
    assert smaller >= 50


def test_costs_of_moves_are_those_counted_anew() -> None:
    """RELIABILITY B11: the cost kept move by move is the full count."""
    for seed in range(40):
        sequence = sequence_of(published(seed, 12, places=1 + seed % 4))
        walk = Walk(sequence, seed)
        for hot in (20.0, 3.0, 0.5):
            walk.walk(300, hot, hot / 2)
            assert walk.cost == sequence.order_cost(walk.order)
            assert sequence.keeps_orders(walk.order)
            assert walk.best_cost == sequence.order_cost(walk.best_order)
            assert walk.best_cost <= walk.cost


def test_more_people_than_a_word_holds_are_counted() -> None:
    """People beyond the 64 of a word are held for money, too."""
    days = tuple(1 + scene % 3 for scene in range(9))
    casts = tuple(
        tuple(person for person in range(150) if (person * 7 + scene * scene) % 5 < 2)
        for scene in range(9)
    )
    sequence = Sequence(
        days=days, casts=casts, rates=(2,) * 150, bases=(0,) * 9, base_costs=(0,)
    )
    walk = Walk(sequence, 1)
    walk.walk(20_000, 200.0, 1.0)
    assert walk.cost == sequence.order_cost(walk.order)
    assert walk.best_cost == sequence.order_cost(walk.best_order)


def test_the_same_seed_and_iterations_give_the_same_order() -> None:
    """RELIABILITY B3, inside one process: threads do not change the answer."""
    sequence = sequence_of(published(8, 14, places=4))
    answers = {
        (tuple(search.order), search.cost, search.bound)
        for search, _ in (searched(sequence, iterations=700) for _ in range(4))
    }
    assert len(answers) == 1


def test_a_proof_keeps_to_its_room_and_stops_when_asked() -> None:
    """RELIABILITY B5 and B7."""
    sequence = sequence_of(published(11, 16))
    limit = 10**9
    with pytest.raises(TooLargeError):
        Prover(sequence, memory_bytes=1000).order_below(limit, stop=never)
    with pytest.raises(StoppedError):
        Prover(sequence).order_below(limit, stop=lambda: True)
    with pytest.raises(StoppedError):
        Prover(sequence).order_below(limit, stop=never, most_states=10)
