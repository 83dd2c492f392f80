"""Proof that no order costs less than a limit, or an order that does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import numpy as np

from daybreak.solving.engines.arrays import Bytes, Ints
from daybreak.solving.sequences.kernels.bits import WORD, weight_table, word_of
from daybreak.solving.sequences.kernels.layers import COLUMNS, FULL, grow, weigh
from daybreak.solving.sequences.sequence import Sequence

STRETCH = 256  # states weighed between two looks at the clock
GROWN_STRETCH = 4096  # states grown between two looks at the clock
MOST_STEPS = 20_000  # for one state, after which it stays
KEPT_BYTES = 17  # a state of a layer
STATE_BYTES = 2 * KEPT_BYTES + 2 * 8 * 2  # two layers, and where to find the next
SMALLEST_ROOM = 1 << 12
MOST_BASES = 250
SIGN_BITS = 52
SIGN_SEED = 20_110  # any: it only spreads states over a table


class TooLargeError(Exception):
    """There is no room for all states that may stay below the limit."""


class StoppedError(Exception):
    """A proof was stopped, or its states are used up."""


@dataclass(slots=True)
class Layer:
    """States with the same number of scenes shot."""

    sets: Ints
    costs: Ints
    stands: Bytes
    count: int = 0

    @classmethod
    def of(cls, room: int) -> Layer:
        """Give an empty layer with room for some states."""
        return cls(
            np.zeros(room, dtype=np.int64),
            np.zeros(room, dtype=np.int64),
            np.zeros(room, dtype=np.uint8),
        )

    def living(self, alive: Bytes) -> Layer:
        """Give a copy of the states that are marked."""
        kept = alive[: self.count] != 0
        size = self.count
        return Layer(
            self.sets[:size][kept],
            self.costs[:size][kept],
            self.stands[:size][kept],
            int(kept.sum()),
        )


@dataclass(slots=True)
class Effort:
    """What a proof has done so far."""

    states: int = 0
    steps: int = 0


def is_provable(sequence: Sequence) -> bool:
    """Tell whether scenes and people fit the words that a proof works on."""
    return (
        0 < len(sequence.days) <= WORD
        and len(sequence.rates) <= WORD
        and len(sequence.base_costs) <= MOST_BASES
    )


@dataclass(slots=True)
class Prover:
    """Looks for orders below a limit until there is none, or one is found.

    Parameters
    ----------
    sequence
        As `is_provable` allows.
    threads
        How many weigh states side by side; the answer does not depend on it.
    memory_bytes
        The most that its states take up.
    """

    sequence: Sequence
    threads: int = 1
    memory_bytes: int = 1 << 30
    effort: Effort = field(default_factory=Effort)

    def order_below(
        self,
        limit: int,
        *,
        ends: tuple[int, int] | None = None,
        stop: Callable[[], bool],
        most_states: int | None = None,
    ) -> list[int] | None:
        """Give the cheapest order that costs less than a limit, or None: proven.

        Parameters
        ----------
        limit
            Holds and moves, as `Sequence.order_cost` counts them.
        ends
            Two scenes, the first to be shot before the second, where turning an
            order round changes nothing.
        stop
            Asked every few milliseconds; true ends the proof.
        most_states
            States to weigh, all in all, since the prover was made.

        Raises
        ------
        StoppedError
            When it was stopped, or ``most_states`` are used up.
        TooLargeError
            When the states need more memory than allowed.
        """
        facts = _Facts(self.sequence, ends)
        layer = Layer.of(1)
        layer.stands[0] = self.sequence.start
        layer.count = 1
        alive = np.ones(1, dtype=np.uint8)
        kept: list[Layer] = []
        room = SMALLEST_ROOM
        for depth in range(len(self.sequence.days)):
            if depth > 0:
                alive = self._weighed(facts, layer, limit, stop, most_states)
            living = layer.living(alive)
            if living.count == 0:
                return None
            kept.append(living)
            layer, room = self._grown(facts, kept, limit, room, stop)
        if layer.count == 0:
            return None
        return self._traced(kept, layer)

    def _weighed(
        self,
        facts: _Facts,
        layer: Layer,
        limit: int,
        stop: Callable[[], bool],
        most_states: int | None,
    ) -> Bytes:
        """Mark the states of a layer that may stay below the limit."""
        self.effort.states += layer.count
        if most_states is not None and self.effort.states > most_states:
            raise StoppedError
        alive = np.zeros(layer.count, dtype=np.uint8)
        begins = iter(range(0, layer.count, STRETCH))
        stopped: list[bool] = []
        steps: list[int] = []

        def weigh_some() -> None:
            room = facts.room_to_work()
            for begin in begins:
                if stopped or stop():
                    stopped.append(True)
                    return
                steps.append(
                    weigh(
                        begin,
                        min(begin + STRETCH, layer.count),
                        limit,
                        MOST_STEPS,
                        layer.sets,
                        layer.costs,
                        layer.stands,
                        alive,
                        *facts.for_weighing,
                        *room,
                    )
                )

        others = [
            Thread(target=weigh_some, daemon=True)
            for _ in range(min(self.threads, layer.count // STRETCH) - 1)
        ]
        for thread in others:
            thread.start()
        weigh_some()
        for thread in others:
            thread.join()
        self.effort.steps += sum(steps)
        if stopped:
            raise StoppedError
        return alive

    def _grown(
        self,
        facts: _Facts,
        kept: list[Layer],
        limit: int,
        room: int,
        stop: Callable[[], bool],
    ) -> tuple[Layer, int]:
        """Give the layer after the last one kept, and for how many states was room."""
        living = kept[-1]
        used = KEPT_BYTES * sum(layer.count for layer in kept)
        alive = np.ones(living.count, dtype=np.uint8)
        while True:
            if used + room * STATE_BYTES > self.memory_bytes:
                raise TooLargeError
            layer = Layer.of(room)
            table = np.zeros(2 * room, dtype=np.int64)
            for begin in range(0, living.count, GROWN_STRETCH):
                if stop():
                    raise StoppedError
                layer.count = grow(
                    begin,
                    min(begin + GROWN_STRETCH, living.count),
                    limit,
                    layer.count,
                    living.sets,
                    living.costs,
                    living.stands,
                    alive,
                    table,
                    layer.sets,
                    layer.costs,
                    layer.stands,
                    *facts.for_growing,
                )
                if layer.count == FULL:
                    break
            if layer.count != FULL:
                return layer, room
            room *= 2

    def _traced(self, kept: list[Layer], last: Layer) -> list[int]:
        """Give the order that led to the cheapest state of the last layer."""
        sequence = self.sequence
        at = int(last.costs[: last.count].argmin())
        cost, base = int(last.costs[at]), int(last.stands[at])
        shot = set(range(len(sequence.days)))
        order: list[int] = []
        for layer in reversed(kept):
            scene, row = self._step_back(layer, shot, cost, base)
            order.append(scene)
            shot.remove(scene)
            cost, base = int(layer.costs[row]), int(layer.stands[row])
        return order[::-1]

    def _step_back(
        self, layer: Layer, shot: set[int], cost: int, base: int
    ) -> tuple[int, int]:
        """Give the last scene of a state, and the row of the state before it."""
        for scene in sorted(shot):
            if self.sequence.bases[scene] != base:
                continue
            less = word_of(sorted(shot - {scene}))
            for row in np.flatnonzero(layer.sets == less):
                added = self._added_cost(shot - {scene}, scene, int(layer.stands[row]))
                if int(layer.costs[row]) + added == cost:
                    return scene, int(row)
        raise AssertionError("a state without a state before it")

    def _added_cost(self, shot: set[int], scene: int, base: int) -> int:
        """Give what a scene costs behind others: people held, a move."""
        sequence = self.sequence
        begun = {person for one in shot for person in sequence.casts[one]}
        left = [one for one in range(len(sequence.days)) if one not in shot]
        waiting = {person for one in left for person in sequence.casts[one]}
        held = (begun & waiting) - set(sequence.casts[scene])
        cost = sum(sequence.rates[one] for one in held) * sequence.days[scene]
        if sequence.bases[scene] != base:
            cost += sequence.base_costs[sequence.bases[scene]]
        return cost


class _Facts:
    """A sequence in the arrays that the kernels read."""

    def __init__(self, sequence: Sequence, ends: tuple[int, int] | None) -> None:
        scenes, people = len(sequence.days), len(sequence.rates)
        everything: Any = np.int64(word_of(range(scenes)))
        scenes_of = _words(
            [scene for scene in range(scenes) if person in sequence.casts[scene]]
            for person in range(people)
        )
        cast = _words(sequence.casts)
        days = np.array(sequence.days, dtype=np.int64)
        rates = weight_table(sequence.rates)
        base_of = np.array(sequence.bases, dtype=np.int64)
        base_costs = np.array(sequence.base_costs, dtype=np.int64)
        at_base = _words(
            [scene for scene in range(scenes) if sequence.bases[scene] == base]
            for base in range(len(sequence.base_costs))
        )
        orders = (*sequence.orders, *(() if ends is None else (ends,)))
        earlier = _words(
            [before for before, after in orders if after == scene]
            for scene in range(scenes)
        )
        signs = weight_table(
            np.random.default_rng(SIGN_SEED)
            .integers(1 << SIGN_BITS, size=scenes)
            .tolist()
        )
        self.for_weighing: tuple[Any, ...] = (
            everything,
            scenes_of,
            cast,
            days,
            rates,
            at_base,
            base_costs,
        )
        self.for_growing: tuple[Any, ...] = (
            everything,
            scenes_of,
            cast,
            days,
            rates,
            base_of,
            base_costs,
            earlier,
            signs,
        )

    def room_to_work(self) -> tuple[Any, ...]:
        """Give a thread arrays of its own."""
        people = len(self.for_weighing[1])
        return (
            np.zeros(max(people, 1), dtype=np.int64),
            np.zeros(len(self.for_weighing[3]), dtype=np.int64),
            np.zeros((people + 2, COLUMNS), dtype=np.int64),
        )


def _words(sets: Iterable[Iterable[int]]) -> Ints:
    """Give sets of numbers as words, shape (sets)."""
    return np.array([word_of(sorted(one)) for one in sets], dtype=np.int64)
