"""Circles in orders: found where there are any, and only there."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from daybreak.model.orders import CYCLES_MOST, a_cycle, cycles

ids = st.sampled_from("abcdefg")
pairs_of_ids = st.lists(st.tuples(ids, ids), max_size=14)


def has_circle(pairs: list[tuple[str, str]]) -> bool:
    """Take ids away that nothing comes before, until none is left, or some stay."""
    left = set(pairs)
    while left:
        free = {before for before, _ in left} - {after for _, after in left}
        if not free:
            return True
        left = {pair for pair in left if pair[0] not in free}
    return False


@given(pairs_of_ids)
def test_a_circle_is_found_exactly_where_there_is_one(
    pairs: list[tuple[str, str]],
) -> None:
    cycle = a_cycle(pairs)
    assert bool(cycle) == has_circle(pairs)
    assert set(pairwise(cycle)) <= set(pairs)
    assert cycle[:1] == cycle[-1:]


@given(pairs_of_ids)
def test_all_circles_share_no_pair_and_leave_none(pairs: list[tuple[str, str]]) -> None:
    found = [pair for cycle in cycles(pairs) for pair in pairwise(cycle)]
    assert len(found) == len(set(found))
    assert not has_circle([pair for pair in pairs if pair not in found])


def test_very_many_circles_are_told_in_part() -> None:
    pairs = [(f"s{n}", f"s{n}") for n in range(100)]
    assert len(cycles(pairs)) == CYCLES_MOST


def test_a_long_chain_is_no_circle_and_needs_no_deep_calls() -> None:
    chain = [(f"s{n}", f"s{n + 1}") for n in range(20_000)]
    assert a_cycle(chain) == []
    assert len(a_cycle([*chain, ("s20000", "s0")])) == 20_002
