"""One search of a sequence: a good order first, then the proof that none is better."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from time import monotonic
from typing import Protocol

from daybreak.solving.sequences.proof import (
    Prover,
    StoppedError,
    TooLargeError,
    is_provable,
)
from daybreak.solving.sequences.reducing import reduced
from daybreak.solving.sequences.sequence import Sequence
from daybreak.solving.sequences.walk import Walk

THREADS = 2
MEMORY_BYTES = 1 << 30
CHUNK_SECONDS = 0.02
CHUNK_COUNTED = 4096
# what share of the time, or of the moves, goes into each walk from hot to cold
LEGS = (0.04, 0.08, 0.16, 0.27, 0.45)
# walks and proofs take turns, each time with so many times the effort
GROWTH = 3
FIRST_STEPS_A_SCENE = 100
FIRST_STATES = 2_000
AGREED = 4  # walks that end at the same cost: more of them would, too
# above this many states a proof of all is led up to by proofs of shares: each of them
# is a bound by itself
WHOLE_STATES = 60_000
ALL_STATES = 1 << 50  # where walks agree, a proof is not broken off for more of them
SHARES = (0.5, 0.75, 0.9)


class Tell(Protocol):
    """Hears what a search finds."""

    def order(self, cost: int, order: list[int]) -> None:
        """Hear of a better order and its cost."""

    def bound(self, bound: int) -> None:
        """Hear that no order costs less."""

    def alive(self, iterations: int) -> None:
        """Hear that the search goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much a search may do.

    Parameters
    ----------
    seconds
        Time from now; not looked at where ``iterations`` is given.
    iterations
        Moves of each walk, and states of the proof, where counted.
    """

    seconds: float
    iterations: int | None = None


class SequenceSearch:
    """A search for the cheapest order of a sequence.

    Parameters
    ----------
    sequence
        What to order; at least one scene.
    seed
        The same seed and iterations give the same order.
    threads
        How many threads work side by side.
    walks
        How many walks take their turn at each leg.
    memory_bytes
        The most that the states of a proof take up.
    """

    def __init__(
        self,
        sequence: Sequence,
        *,
        seed: int,
        threads: int = THREADS,
        walks: int = THREADS,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        self._sequence = sequence
        self._reduced = reduced(sequence)
        small = self._reduced.sequence
        self._walks = [Walk(small, seed * 64 + at) for at in range(walks)]
        self._threads = threads
        self._prover = Prover(small, threads=threads, memory_bytes=memory_bytes)
        self._best = self._walks[0].best_order
        self._cost = self._walks[0].best_cost
        self._bound = least_cost(small)
        self._told: int | None = None

    @property
    def cost(self) -> int:
        """Cost of the best order, all in all."""
        return self._cost + self._sequence.fixed_cost

    @property
    def bound(self) -> int:
        """What no order costs less than."""
        return self._bound + self._sequence.fixed_cost

    @property
    def order(self) -> list[int]:
        """The best order of the sequence's scenes."""
        return self._reduced.read_back(self._best)

    @property
    def can_prove(self) -> bool:
        """Whether the sequence is small enough for a proof."""
        return is_provable(self._reduced.sequence)

    def warm(self) -> None:
        """Compile or load the kernels."""
        for walk in self._walks:
            walk.walk(1, walk.hottest, walk.coldest)
        if self.can_prove:
            self._prover.order_below(1, stop=lambda: False)

    def run(self, budget: Budget, *, stop: Callable[[], bool], tell: Tell) -> None:
        """Search until the best order is proven, or the budget or ``stop`` ends it."""
        until = monotonic() + budget.seconds

        def is_over() -> bool:
            return stop() or (budget.iterations is None and monotonic() >= until)

        tell.bound(self.bound)
        self._note(tell)
        if self.can_prove:
            self._take_turns(budget, is_over, tell)
        if self._bound < self._cost and not is_over():
            self._walk_on(budget, until, is_over, tell)
        self._note(tell)

    def glance(self, *, stop: Callable[[], bool], tell: Tell) -> None:
        """Walk once, shortly: a board to fall back on, should others fail."""
        self._leg(FIRST_STEPS_A_SCENE * len(self._best), None, stop)
        self._note(tell)

    def _take_turns(
        self, budget: Budget, is_over: Callable[[], bool], tell: Tell
    ) -> None:
        """Walk and prove in turns, until one meets the other or there is no room."""
        steps = FIRST_STEPS_A_SCENE * len(self._reduced.sequence.days)
        states = FIRST_STATES
        agreed, walked = 0, 0
        while self._bound < self._cost and not is_over():
            if agreed < AGREED:
                steps = _counted(steps, budget, walked)
                best = self._cost
                ended = self._leg(steps, None, is_over)
                agreed = 0 if self._cost < best else agreed
                agreed += sum(cost == self._cost for cost in ended)
                walked += steps
                self._note(tell)
            try:
                can_wait = agreed < AGREED or states < WHOLE_STATES
                most = states if can_wait else ALL_STATES
                self._raise_bound(most, budget, is_over, tell)
            except TooLargeError:
                return
            except StoppedError:
                if budget.iterations is not None and (
                    self._prover.effort.states >= budget.iterations
                ):
                    return
            tell.alive(sum(walk.steps for walk in self._walks))
            steps *= GROWTH
            states *= GROWTH

    def _raise_bound(
        self,
        states: int,
        budget: Budget,
        is_over: Callable[[], bool],
        tell: Tell,
    ) -> None:
        """Prove limit after limit, until so many states are weighed for one of them."""
        while self._bound < self._cost and not is_over():
            weighed = self._prover.effort.states
            most = _counted(states, budget, weighed)
            limit = self._cost if states < WHOLE_STATES else self._next_limit()
            self._try_below(limit, weighed + most, is_over, tell)

    def _walk_on(
        self,
        budget: Budget,
        until: float,
        is_over: Callable[[], bool],
        tell: Tell,
    ) -> None:
        """Walk from hot to cold for what is left of the budget."""
        left = max(until - monotonic(), 0.0)
        for share in LEGS:
            if is_over():
                return
            if budget.iterations is not None:
                steps = max(int(share * budget.iterations), 1)
                self._leg(steps, None, is_over)
            else:
                self._leg(None, share * left, is_over)
            self._note(tell)
            tell.alive(sum(walk.steps for walk in self._walks))

    def _leg(
        self, steps: int | None, seconds: float | None, is_over: Callable[[], bool]
    ) -> list[int]:
        """Let every walk cool down once, side by side; give what each ended at."""
        ended = [self._cost] * len(self._walks)

        def go(at: int) -> None:
            ended[at] = _cool(self._walks[at], steps, seconds, is_over)

        _side_by_side(go, len(self._walks), self._threads)
        for walk in self._walks:
            if walk.best_cost < self._cost:
                self._cost, self._best = walk.best_cost, walk.best_order
        return ended

    def _next_limit(self) -> int:
        """Give the next cost to show that no order stays below it."""
        least = least_cost(self._reduced.sequence)
        span = self._cost - least
        for share in SHARES:
            limit = least + int(share * span)
            if limit > self._bound:
                return limit
        return self._cost

    def _try_below(
        self,
        limit: int,
        most_states: int,
        is_over: Callable[[], bool],
        tell: Tell,
    ) -> None:
        """Prove a limit, or take the better order that stands against it."""
        found = self._prover.order_below(
            limit, ends=self._ends(), stop=is_over, most_states=most_states
        )
        if found is None:
            self._bound = limit
            tell.bound(self.bound)
            return
        # the cheapest of all orders below a limit: nothing is cheaper
        self._best = found
        self._cost = self._bound = self._reduced.sequence.order_cost(found)
        self._note(tell)
        tell.bound(self.bound)

    def _ends(self) -> tuple[int, int] | None:
        """Give two scenes whose order may be fixed, as an order may be turned round."""
        small = self._reduced.sequence
        if small.orders or small.start or len(self._best) < 2:
            return None
        return self._best[0], self._best[-1]

    def _note(self, tell: Tell) -> None:
        if self._told is None or self.cost < self._told:
            self._told = self.cost
            tell.order(self.cost, self.order)


def least_cost(sequence: Sequence) -> int:
    """Give what any order costs at least: every base but the first is entered once."""
    used = set(sequence.bases) - {sequence.start}
    return sum(sequence.base_costs[base] for base in used)


def _side_by_side(work: Callable[[int], None], count: int, threads: int) -> None:
    """Do pieces of work, in threads where there may be several."""
    if threads < count:
        for at in range(count):
            work(at)
        return
    others = [Thread(target=work, args=(at,), daemon=True) for at in range(1, count)]
    for thread in others:
        thread.start()
    work(0)
    for thread in others:
        thread.join()


def _counted(wanted: int, budget: Budget, done: int) -> int:
    """Give how much to do: what is wanted, or what is left of a counted budget."""
    if budget.iterations is None:
        return wanted
    return max(min(wanted, budget.iterations - done), 0)


def _cool(
    walk: Walk,
    steps: int | None,
    seconds: float | None,
    is_over: Callable[[], bool],
) -> int:
    """Cool a walk down once, by a count of moves or by the clock; give its end."""
    walk.begin_anew()
    begun = monotonic()
    done, chunk, share = 0, CHUNK_COUNTED, 0.0
    whole = max(seconds or 0.0, CHUNK_SECONDS)
    while share < 1.0 and not is_over():
        before = monotonic()
        if steps is not None:
            chunk = min(CHUNK_COUNTED, steps - done)
            ahead = (done + chunk) / max(steps, 1)
        else:
            ahead = min((before - begun + CHUNK_SECONDS) / whole, 1.0)
        walk.walk(chunk, _heat(walk, share), _heat(walk, ahead))
        done += chunk
        share = ahead
        if steps is None:
            chunk = _next_chunk(chunk, monotonic() - before)
        elif chunk == 0:
            break
    return walk.cost


def _next_chunk(chunk: int, took: float) -> int:
    """Give the moves that take about `CHUNK_SECONDS`."""
    wanted = chunk * CHUNK_SECONDS / max(took, 1e-6)
    return int(min(max(wanted, chunk / 2, 64), chunk * 2, 1 << 20))


def _heat(walk: Walk, share: float) -> float:
    """Give the temperature after a share of the way from hot to cold."""
    made: float = walk.hottest * (walk.coldest / walk.hottest) ** share
    return made
