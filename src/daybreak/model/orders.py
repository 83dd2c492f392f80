"""Orders of scenes as a graph: find a circle in them."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

CYCLES_MOST = 20


def a_cycle(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Give one circle of ids, its first id repeated at the end; empty if none.

    Parameters
    ----------
    pairs
        ``(before, after)``; an id before itself is a circle too.

    Examples
    --------
    >>> a_cycle([("a", "b"), ("b", "a"), ("b", "c")])
    ['a', 'b', 'a']
    >>> a_cycle([("a", "b")])
    []
    """
    graph: TopologicalSorter[str] = TopologicalSorter()
    for before, after in pairs:
        if before == after:
            return [before, after]
        graph.add(after, before)
    try:
        graph.prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return _from_least(found)
    return []


def cycles(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Give circles that share no pair until none is left, `CYCLES_MOST` at most.

    Examples
    --------
    >>> cycles([("a", "b"), ("b", "a"), ("c", "c")])
    [['c', 'c'], ['a', 'b', 'a']]
    """
    left = dict.fromkeys(pairs)
    found: list[list[str]] = []
    while len(found) < CYCLES_MOST and (cycle := a_cycle(left)):
        found.append(cycle)
        for pair in pairwise(cycle):
            left.pop(pair, None)
    return found


def _from_least(cycle: list[str]) -> list[str]:
    """Begin a circle at its least id, so that the same circle reads the same."""
    start = cycle.index(min(cycle[:-1]))
    return [*cycle[start:-1], *cycle[:start], cycle[start]]
