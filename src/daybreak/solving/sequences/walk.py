"""One walk from order to order: annealing with its arrays, leg by leg."""

from __future__ import annotations

from graphlib import TopologicalSorter

import numpy as np

from daybreak.solving.engines.arrays import Ints
from daybreak.solving.engines.chance import below, seeded
from daybreak.solving.sequences.kernels.bits import WORD, weight_table, word_of
from daybreak.solving.sequences.kernels.walking import BEST, COST, walk
from daybreak.solving.sequences.sequence import Sequence

HOT_SHARE = 4.0
COLD_SHARE = 0.25


class Walk:
    """A search for a cheap order, repeatable from its seed.

    Parameters
    ----------
    sequence
        What to order; at least one scene.
    seed
        The same seed and steps give the same order.
    """

    def __init__(self, sequence: Sequence, seed: int) -> None:
        count = len(sequence.days)
        words = max((len(sequence.rates) + WORD - 1) // WORD, 1)
        self._sequence = sequence
        self._chance = seeded(seed)
        self._cast = _cast_words(sequence, words)
        self._days = np.array(sequence.days, dtype=np.int64)
        tables = [
            weight_table(sequence.rates[word * WORD : (word + 1) * WORD])
            for word in range(words)
        ]
        self._rates = np.zeros((words, max(map(len, tables)), 256), dtype=np.int64)
        for word, table in enumerate(tables):
            self._rates[word, : len(table)] = table
        self._base_of = np.array(sequence.bases, dtype=np.int64)
        self._base_costs = np.array(sequence.base_costs, dtype=np.int64)
        self._earlier_from, self._earlier = _earlier_lists(sequence)
        self._standing = np.zeros(2, dtype=np.int64)
        self._order = np.zeros(count, dtype=np.int64)
        self._best = np.zeros(count, dtype=np.int64)
        self._seen: tuple[Ints, Ints, Ints, Ints] = tuple(  # type: ignore[assignment]
            np.zeros((count + 1, words), dtype=np.int64) for _ in range(4)
        )
        self._starts = np.zeros(count + 1, dtype=np.int64)
        self._place_of = np.zeros(count, dtype=np.int64)
        self._fresh = np.zeros(count, dtype=np.int64)
        self.steps = 0
        self._put(self._any_order())
        self._standing[BEST] = self._standing[COST]
        self._best[:] = self._order

    @property
    def cost(self) -> int:
        """Cost of the order where the walk stands: holds and moves."""
        return int(self._standing[COST])

    @property
    def best_cost(self) -> int:
        """Cost of the best order seen: holds and moves."""
        return int(self._standing[BEST])

    @property
    def order(self) -> list[int]:
        """The order where the walk stands."""
        return [int(scene) for scene in self._order]

    @property
    def best_order(self) -> list[int]:
        """The best order seen."""
        return [int(scene) for scene in self._best]

    @property
    def hottest(self) -> float:
        """A temperature at which nearly every order will do."""
        rates, days = self._sequence.rates, self._sequence.days
        costs = [*rates, *(cost for cost in self._sequence.base_costs if cost)]
        mean = sum(costs) / max(len(costs), 1)
        return max(HOT_SHARE * mean * sum(days) / len(days), 1.0)

    @property
    def coldest(self) -> float:
        """A temperature at which only better orders will do."""
        costs = [*self._sequence.rates, *self._sequence.base_costs]
        least = min((cost for cost in costs if cost), default=1)
        return min(COLD_SHARE * least * min(self._sequence.days), self.hottest / 16)

    def begin_at(self, order: list[int]) -> None:
        """Go on from an order that keeps what goes before what."""
        self._put(order)
        if self._standing[COST] < self._standing[BEST]:
            self._standing[BEST] = self._standing[COST]
            self._best[:] = self._order

    def begin_anew(self) -> None:
        """Go on from an order made by chance."""
        self.begin_at(self._any_order())

    def walk(self, steps: int, hot: float, cold: float) -> None:
        """Make moves while the temperature falls from ``hot`` to ``cold``."""
        if len(self._order) > 1:
            walk(
                steps,
                hot,
                cold,
                self._standing,
                self._sequence.start,
                self._order,
                self._fresh,
                self._best,
                *self._seen,
                self._starts,
                self._place_of,
                self._cast,
                self._days,
                self._rates,
                self._base_of,
                self._base_costs,
                self._earlier_from,
                self._earlier,
                self._chance,
            )
        self.steps += steps

    def _any_order(self) -> list[int]:
        """Give an order by chance that keeps what goes before what."""
        graph: TopologicalSorter[int] = TopologicalSorter(
            {scene: [] for scene in range(len(self._order))}
        )
        for before, after in self._sequence.orders:
            graph.add(after, before)
        graph.prepare()
        order: list[int] = []
        ready: list[int] = []
        while graph.is_active():
            ready.extend(sorted(graph.get_ready()))
            scene = ready.pop(below(self._chance, len(ready)))
            order.append(scene)
            graph.done(scene)
        return order

    def _put(self, order: list[int]) -> None:
        before, after = self._seen[:2]
        for place, scene in enumerate(order):
            self._order[place] = scene
            self._place_of[scene] = place
            self._starts[place + 1] = self._starts[place] + self._days[scene]
            before[place + 1] = before[place] | self._cast[scene]
        for place in reversed(range(len(order))):
            after[place] = after[place + 1] | self._cast[order[place]]
        self._standing[COST] = self._sequence.order_cost(order)


def _cast_words(sequence: Sequence, words: int) -> Ints:
    """Give the people of each scene as bits, shape (scenes, words)."""
    cast = np.zeros((len(sequence.days), words), dtype=np.int64)
    for scene, people in enumerate(sequence.casts):
        for word in range(words):
            low, high = word * WORD, (word + 1) * WORD
            cast[scene, word] = word_of(
                [person - low for person in people if low <= person < high]
            )
    return cast


def _earlier_lists(sequence: Sequence) -> tuple[Ints, Ints]:
    """Give the scenes that stand before each, as lists behind one another."""
    lists: list[list[int]] = [[] for _ in sequence.days]
    for before, after in sequence.orders:
        lists[after].append(before)
    starts = np.cumsum([0, *(len(one) for one in lists)]).astype(np.int64)
    return starts, np.array([one for each in lists for one in each], dtype=np.int64)
