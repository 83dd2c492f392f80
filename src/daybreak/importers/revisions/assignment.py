"""The best way to pair rows with columns, each at most once: exact, in integers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Worths = npt.NDArray[np.int64]


def best_pairs(worth: Worths) -> tuple[tuple[int, int], ...]:
    """Give the pairs of rows and columns whose worths add up to most.

    Parameters
    ----------
    worth
        What each pair is worth, ``(rows, columns)``, whole numbers; 0 and less is a
        pair that may not be.

    Returns
    -------
    tuple
        Pairs by rising row. The same worths always give the same pairs.

    Notes
    -----
    The Hungarian method with potentials (Kuhn 1955; shortest augmenting paths after
    Jonker and Volgenant 1987), run on each connected part of the allowed pairs.
    """
    found: list[tuple[int, int]] = []
    for rows, columns in _parts(worth > 0):
        part = np.maximum(worth[np.ix_(rows, columns)], 0)
        found += [(int(rows[i]), int(columns[j])) for i, j in _assigned(part)]
    return tuple(sorted(found))


def _parts(
    allowed: npt.NDArray[np.bool_],
) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """Yield the rows and columns of each connected part that has a pair."""
    is_left: npt.NDArray[np.bool_] = np.asarray(allowed.any(axis=1))
    for first in range(len(allowed)):
        if not is_left[first]:
            continue
        rows = np.zeros(len(allowed), dtype=np.bool_)
        rows[first] = True
        count = 0
        while count != (count := int(rows.sum())):
            columns = allowed[rows].any(axis=0)
            rows |= allowed[:, columns].any(axis=1)
        is_left &= ~rows
        yield np.flatnonzero(rows), np.flatnonzero(columns)


def _assigned(worth: Worths) -> list[tuple[int, int]]:
    """Give the best pairs of a part; a pair of worth 0 is none."""
    if len(worth) > worth.shape[1]:
        return [(i, j) for j, i in _assigned(np.ascontiguousarray(worth.T))]
    row_of = _column_owners(int(worth.max()) - worth)
    return [(int(i), j) for j, i in enumerate(row_of) if i >= 0 and worth[i, j] > 0]


def _column_owners(cost: Worths) -> npt.NDArray[np.int64]:
    """Give the row of each column, -1 for none, at the least cost; rows <= columns."""
    rows, columns = cost.shape
    over = np.zeros(rows, dtype=np.int64)
    under = np.zeros(columns, dtype=np.int64)
    owner = np.full(columns, -1, dtype=np.int64)
    for row in range(rows):
        _take_in(row, cost, over, under, owner)
    return owner


def _take_in(
    row: int,
    cost: Worths,
    over: Worths,
    under: Worths,
    owner: npt.NDArray[np.int64],
) -> None:
    """Give one more row a column, along the shortest path to a free one."""
    far = np.iinfo(np.int64).max // 4
    columns = cost.shape[1]
    distance = np.full(columns, far, dtype=np.int64)
    came_from = np.full(columns, -1, dtype=np.int64)
    is_done = np.zeros(columns, dtype=np.bool_)
    here, column, reached = row, -1, 0
    while True:
        through = reached + cost[here] - over[here] - under
        is_nearer = ~is_done & (through < distance)
        distance[is_nearer] = through[is_nearer]
        came_from[is_nearer] = column
        column = int(np.where(is_done, far, distance).argmin())
        reached = int(distance[column])
        is_done[column] = True
        if owner[column] < 0:
            break
        here = int(owner[column])
    _raise_potentials(row, reached, distance, is_done, over, under, owner)
    while column >= 0:
        before = int(came_from[column])
        owner[column] = row if before < 0 else owner[before]
        column = before


def _raise_potentials(
    row: int,
    reached: int,
    distance: Worths,
    is_done: npt.NDArray[np.bool_],
    over: Worths,
    under: Worths,
    owner: npt.NDArray[np.int64],
) -> None:
    """Move the potentials so that the shortest path costs nothing more."""
    slack = reached - distance[is_done]
    under[is_done] -= slack
    owners = owner[is_done]
    has_owner = owners >= 0
    over[owners[has_owner]] += slack[has_owner]
    over[row] += reached
