"""Patterns that were found for the dates of one unit, as tables."""

from __future__ import annotations

import numpy as np

from daybreak.solving.bounds.days import DayWork
from daybreak.solving.bounds.patterns import Pattern
from daybreak.solving.bounds.pricer import GroupPricer
from daybreak.solving.engines.arrays import Bytes, Ints

ROOM = 1024


class DatedPool:
    """Patterns, each once, and on which dates each may stand.

    Parameters
    ----------
    work
        What patterns are made of.
    pricers
        One for each sort of day.
    """

    def __init__(self, work: DayWork, pricers: list[GroupPricer]) -> None:
        self._pricers = pricers
        self.patterns: list[Pattern] = []
        self._known: dict[tuple[int, tuple[int, ...]], int] = {}
        self._fixed = np.zeros(ROOM, dtype=np.int64)
        self._scenes = np.zeros((ROOM, len(work.placeable)), dtype=np.uint8)
        self._needs = np.zeros((ROOM, len(work.owed)), dtype=np.uint8)
        self._may = [
            np.zeros((ROOM, len(one.group.kinds) + 1), dtype=bool) for one in pricers
        ]

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self.patterns)

    def add(self, pattern: Pattern) -> int:
        """Keep a pattern without its date; give its place."""
        key = (pattern.fixed, pattern.scenes)
        if key in self._known:
            return self._known[key]
        at = len(self.patterns)
        self._known[key] = at
        self.patterns.append(pattern)
        if at == len(self._fixed):
            self._grow()
        self._fixed[at] = pattern.fixed
        self._scenes[at, list(pattern.scenes)] = 1
        self._needs[at, list(pattern.needs)] = 1
        for table, pricer in zip(self._may, self._pricers, strict=True):
            if pricer.covers(pattern):
                table[at, list(pricer.holding(pattern.scenes))] = True
        return at

    def _grow(self) -> None:
        self._fixed = np.concatenate([self._fixed, np.zeros_like(self._fixed)])
        self._scenes = np.concatenate([self._scenes, np.zeros_like(self._scenes)])
        self._needs = np.concatenate([self._needs, np.zeros_like(self._needs)])
        self._may = [np.concatenate([one, np.zeros_like(one)]) for one in self._may]

    @property
    def needs(self) -> Bytes:
        """Give (patterns, things): what each pays."""
        return self._needs[: len(self.patterns)]

    def may(self, kinds: Ints) -> Bytes:
        """Give (patterns, classes): where each may stand.

        Parameters
        ----------
        kinds
            (classes, groups) number of the kind in each group, -1 for none.
        """
        count = len(self.patterns)
        found = np.zeros((count, len(kinds)), dtype=bool)
        for group, table in enumerate(self._may):
            found |= table[:count, kinds[:, group]]  # the last column is never true
        return found

    def costs(self, owed: Ints) -> Ints:
        """Give (patterns, classes) what each costs, in parts.

        Parameters
        ----------
        owed
            (classes, things) what a day with each thing costs.
        """
        # whole numbers far below 2 ** 53: nothing is lost, and it is quicker
        paid = self.needs.astype(np.float64) @ owed.T.astype(np.float64)
        fixed = self._fixed[: len(self.patterns), None]
        return fixed + paid.astype(np.int64)

    def earned(self, prices: Ints) -> Ints:
        """Give (patterns) what their strips earn, in parts."""
        table = self._scenes[: len(self.patterns)].astype(np.float64)
        return (table @ prices.astype(np.float64)).astype(np.int64)
