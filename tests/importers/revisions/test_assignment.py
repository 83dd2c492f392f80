"""The best pairs are the best there are."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybreak.importers.revisions.assignment import Worths, best_pairs

TABLE = st.integers(1, 5).flatmap(
    lambda rows: st.integers(1, 5).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(-2, 9), min_size=columns, max_size=columns),
            min_size=rows,
            max_size=rows,
        )
    )
)


def best_sum(worth: Worths) -> int:
    """Give the best sum by trying every way."""
    wide = worth if worth.shape[0] <= worth.shape[1] else worth.T
    rows, columns = wide.shape
    return max(
        sum(max(0, int(wide[i, j])) for i, j in enumerate(order))
        for order in permutations(range(columns), rows)
    )


def greedy(worth: Worths) -> tuple[tuple[int, int], ...]:
    """Give pairs by taking the dearest first: the broken twin."""
    left = [(-int(w), i, j) for (i, j), w in np.ndenumerate(worth) if w > 0]
    found: dict[int, int] = {}
    for _, i, j in sorted(left):
        if i not in found and j not in found.values():
            found[i] = j
    return tuple(sorted(found.items()))


def check(pairs: tuple[tuple[int, int], ...], worth: Worths) -> None:
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(worth[i, j] > 0 for i, j in pairs)
    assert sum(int(worth[i, j]) for i, j in pairs) == best_sum(worth)


@given(TABLE)
def test_pairs_are_worth_most(table: list[list[int]]) -> None:
    worth = np.asarray(table, dtype=np.int64)
    check(best_pairs(worth), worth)
    assert best_pairs(worth) == best_pairs(worth.copy())


@pytest.mark.twin
def test_taking_the_dearest_first_is_caught() -> None:
    worth = np.asarray([[9, 8], [8, 0]], dtype=np.int64)
    check(best_pairs(worth), worth)
    with pytest.raises(AssertionError):
        check(greedy(worth), worth)


def test_no_pair_is_worth_anything() -> None:
    assert best_pairs(np.zeros((3, 2), dtype=np.int64)) == ()
