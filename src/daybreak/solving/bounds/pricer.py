"""One sort of day with the working room of its kernel, priced again and again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from daybreak.solving.bounds import pricing
from daybreak.solving.bounds.days import DayGroup, DayKind, DayWork
from daybreak.solving.bounds.patterns import Pattern, pattern_of
from daybreak.solving.engines.arrays import Ints

PATTERNS_KEPT = 12
ROUNDS = 12
NOT_ASKED = 1 << 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """What a sort of day is worth at some prices.

    Parameters
    ----------
    ceiling
        In parts; no pattern earns more than this, its own cost taken off.
    is_exact
        Whether the search was not cut short.
    patterns
        Those that earn more than asked, best last.
    """

    ceiling: int
    is_exact: bool
    patterns: tuple[Pattern, ...]


class Pricer:
    """Prices one sort of day.

    Parameters
    ----------
    work
        What patterns are made of.
    kind
        The sort of day.
    """

    def __init__(self, work: DayWork, kind: DayKind) -> None:
        self._work = work
        self.kind = kind
        lists = [work.needs[one] for one in kind.scenes.tolist()]
        self._things = sorted({need for each in lists for need in each})
        local = {thing: at for at, thing in enumerate(self._things)}
        self._needs = np.array(
            [local[need] for each in lists for need in each], dtype=np.int64
        )
        ends = np.cumsum([len(each) for each in lists])
        self._strips = np.column_stack(
            [kind.minutes, kind.sunlit, [0, *ends[:-1]], ends]
        ).astype(np.int64)
        self._weights = np.ones(len(self._needs))
        self._kept_weights = self._weights.copy()
        count, blocks = len(kind.scenes), len(kind.locations)
        self._found = np.zeros((PATTERNS_KEPT, count), dtype=np.uint8)
        self._answer = np.zeros(5, dtype=np.int64)
        width = kind.capacity + 1
        things = len(self._things)
        self._room: Any = (
            np.zeros((blocks + 1, 2, width), dtype=np.int64),
            np.zeros((count + blocks + 1, width), dtype=np.int64),
            np.zeros(count, dtype=np.int64),
            np.zeros(len(self._needs), dtype=np.int64),
            np.zeros(things, dtype=np.int64),
            np.zeros(things, dtype=np.int64),
            np.zeros((8, count + blocks + 1), dtype=np.int64),
            np.zeros(count, dtype=np.uint8),
            np.zeros(things),
            np.zeros(things, dtype=np.int64),
            np.zeros(things, dtype=np.int64),
            np.zeros((3, things + 1), dtype=np.int64),
        )
        self.visited = 0

    def price(self, prices: Ints, owed: Ints, *, cutoff: int, nodes: int) -> Priced:
        """Give the patterns that earn more than their cost by more than the cutoff.

        Parameters
        ----------
        prices, owed
            (scenes), (things) what a strip earns and a thing costs, in parts.
        cutoff
            What a pattern has to earn beyond the unit's day, in parts.
        nodes
            Most nodes of the search.
        """
        kind = self.kind
        limits = np.array(
            [
                kind.capacity,
                kind.sun,
                kind.move,
                kind.move_cost,
                cutoff + kind.cost,
                nodes,
                ROUNDS,
                PATTERNS_KEPT,
            ],
            dtype=np.int64,
        )
        pricing.best_patterns(
            self._strips,
            prices[kind.scenes],
            self._needs,
            owed[self._things] if self._things else np.zeros(0, dtype=np.int64),
            owed[self._work.first_location + kind.locations],
            kind.blocks,
            limits,
            self._weights,
            self._found,
            self._answer,
            self._room,
            self._kept_weights,
        )
        answer = self._answer
        self.visited += int(answer[pricing.VISITED])
        total = int(answer[pricing.PATTERNS])
        patterns = [
            pattern_of(
                self._work, kind, np.flatnonzero(self._found[at % PATTERNS_KEPT])
            )
            for at in range(max(0, total - PATTERNS_KEPT), total)
        ]
        return Priced(
            ceiling=int(answer[pricing.CEILING]) - kind.cost,
            is_exact=bool(answer[pricing.PROVEN]),
            patterns=tuple(patterns),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPriced:
    """What the kinds of a group are worth at some prices.

    Parameters
    ----------
    ceilings
        (kinds) in parts, as in `Priced`; at least the cutoff.
    is_exact
        Whether no search was cut short.
    patterns
        Those found, each with the kinds that hold it.
    """

    ceilings: Ints
    is_exact: bool
    patterns: tuple[tuple[Pattern, tuple[int, ...]], ...]


class GroupPricer:
    """Prices the sorts of days of a unit at a base in a shift.

    The cover is priced first: where no day like it earns enough, no date does, and
    what it earns most with is enough to know for the dates that can hold that.
    """

    def __init__(self, work: DayWork, group: DayGroup) -> None:
        self.kind = group.cover
        self.group = group
        self._cover = Pricer(work, group.cover)
        self._work = work
        self._pricers: dict[int, Pricer] = {}
        self._held = [frozenset(kind.scenes.tolist()) for kind in group.kinds]
        cover = group.cover
        self._light = dict(
            zip(cover.scenes.tolist(), cover.sunlit.tolist(), strict=True)
        )

    @property
    def visited(self) -> int:
        """Give how many nodes all searches visited."""
        return sum(one.visited for one in (self._cover, *self._pricers.values()))

    def covers(self, pattern: Pattern) -> bool:
        """Tell whether the cover may be the day of a pattern."""
        cost = self.kind.cost + pattern.moves * self.kind.move_cost
        alike = pattern.unit == self.kind.unit and pattern.fixed == cost
        return alike and self._light.keys() >= set(pattern.scenes)

    def holding(self, scenes: tuple[int, ...]) -> tuple[int, ...]:
        """Give the kinds that hold some strips together."""
        light = sum(self._light[one] for one in scenes)
        return tuple(
            at
            for at, kind in enumerate(self.group.kinds)
            if light <= kind.sun and self._held[at].issuperset(scenes)
        )

    def price_on(
        self, kind: int, prices: Ints, owed: Ints, *, cutoff: int, nodes: int
    ) -> Priced:
        """Give what one kind is worth at prices of its own."""
        return self._pricer(kind).price(prices, owed, cutoff=cutoff, nodes=nodes)

    def price_cover(
        self, prices: Ints, owed: Ints, *, cutoff: int, nodes: int
    ) -> Priced:
        """Give what the cover is worth: no kind at these prices is worth more."""
        return self._cover.price(prices, owed, cutoff=cutoff, nodes=nodes)

    def _pricer(self, kind: int) -> Pricer:
        if kind not in self._pricers:
            self._pricers[kind] = Pricer(self._work, self.group.kinds[kind])
        return self._pricers[kind]

    def price(
        self, prices: Ints, owed: Ints, *, cutoffs: Ints, nodes: int
    ) -> GroupPriced:
        """Give what each kind earns at most, and patterns that earn more than asked.

        Parameters
        ----------
        cutoffs
            (kinds) as in `Pricer.price`; `NOT_ASKED` where nobody wants to know.
        """
        least = int(cutoffs.min())
        cover = self._cover.price(prices, owed, cutoff=least, nodes=nodes)
        found = [(one, self.holding(one.scenes)) for one in cover.patterns]
        best = found[-1][1] if found else ()
        ceilings = cutoffs.copy()
        exact = cover.is_exact
        for at in np.flatnonzero(cutoffs < cover.ceiling).tolist():
            if at in best:
                ceilings[at] = cover.ceiling
                continue
            priced = self._pricer(at).price(
                prices, owed, cutoff=int(cutoffs[at]), nodes=nodes
            )
            ceilings[at] = min(priced.ceiling, cover.ceiling)
            exact = exact and priced.is_exact
            found += [(one, self.holding(one.scenes)) for one in priced.patterns]
        return GroupPriced(
            ceilings=ceilings,
            is_exact=exact,
            patterns=tuple(one for one in found if one[1]),
        )
