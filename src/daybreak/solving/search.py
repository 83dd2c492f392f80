"""One search: a board, annealed chunk by chunk until time, count or a stop ends it."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

import numpy as np

from daybreak.solving.boards import Board, board_from_arrays
from daybreak.solving.course import Leg, course_of
from daybreak.solving.engines import fresh
from daybreak.solving.engines.annealing import anneal
from daybreak.solving.engines.arrays import KIND, LOCATION, RATE, SPAN, UNPAID, Ints
from daybreak.solving.engines.changing import recount
from daybreak.solving.engines.moving import note_best
from daybreak.solving.plain import plain_deals
from daybreak.solving.problem import MOST_STRIPS_A_DAY, Problem

CHUNK_SECONDS = 0.04
CHUNK_COUNTED = 4096
FIRST_CHUNK = 256
LEARNING_SHARE = 0.02
DEAREST_SHARE = 0.25  # of the dearest strip: the least that a day counts for


class Standing(NamedTuple):
    """How the best board of a search stands."""

    boneyard: int
    cost: int
    iterations: int


Tell = Callable[["SearchRun"], None]


class Offer(NamedTuple):
    """A board that another search has found."""

    boneyard: int
    cost: int
    board: Board


Meet = Callable[["SearchRun"], Offer | None]


class SearchRun:
    """A search of one production from one seed.

    Parameters
    ----------
    problem
        The production in arrays.
    seed
        The same seed and iterations give the same board.
    start
        A board to begin from; strips that cannot stand there go to the boneyard.
    """

    def __init__(
        self, problem: Problem, *, seed: int, start: Board | None = None
    ) -> None:
        production = problem.production
        self._problem = problem
        self._scale = scale_of(problem)
        self._is_started = start is not None
        self._leg = 0
        self._meet: Meet | None = None
        units, people = len(production.units), len(production.people)
        dearest = self._scale + float(problem.scenes.change_cost[0])
        most = min(MOST_STRIPS_A_DAY, max(len(production.scenes), 1))
        self._board = fresh.fresh_board(
            problem.scenes, problem.slots, problem.units, most
        )
        self._ledger = fresh.fresh_ledger(
            problem.slots,
            problem.units,
            problem.places,
            plain_deals(problem),
            fresh.first_weights(problem.binding, dearest),
            dearest,
        )
        self._search = fresh.fresh_search(
            problem.slots, len(production.scenes), people, seed
        )
        self._facts = (
            problem.scenes,
            problem.slots,
            problem.units,
            problem.people,
            problem.places,
        )
        deals = problem.people.deals.shape[0]
        if problem.past is None:
            work = fresh.fresh_work(problem.slots, units, people, deals, problem.places)
        else:
            work = fresh.copied(problem.past.work)
        self._state = (self._board, work, self._ledger)
        recount(*self._facts, *self._state, self._search.choice)
        for slot, _, strips in start or []:
            for scene in strips:
                self._place(scene, slot)
        note_best(self._board, self._ledger, self._search)

    def _place(self, scene: int, slot: int) -> None:
        """Put a strip of the start board on its slot, where it can stand there."""
        if self._board.slot_of[scene] >= 0:
            return  # a later day of a strip of several days
        self._search.move_scene[0] = scene
        self._search.move_slot[0] = slot
        self._search.waiting[0] = 1
        self.warm()

    def warm(self) -> None:
        """Compile or load the kernels, without a move but one that waits."""
        anneal(0, 1.0, 1.0, *self._facts, *self._state, self._search)

    def run(
        self,
        *,
        seconds: float,
        iterations: int | None,
        stop: Callable[[], bool],
        tell: Tell,
        meet: Meet | None = None,
    ) -> None:
        """Search until the time, the count or ``stop`` ends it; tell of each chunk.

        Parameters
        ----------
        seconds
            Time from now; not looked at where ``iterations`` is given.
        iterations
            Moves to make, where counted.
        meet
            Asked for a board of others where the course meets them.
        """
        self._meet = meet
        if not self._problem.scenes.slots_list.shape[0]:
            return
        if iterations is not None:
            self._run_counted(iterations, stop, tell)
        else:
            self._run_timed(seconds, stop, tell)

    def _run_counted(
        self, iterations: int, stop: Callable[[], bool], tell: Tell
    ) -> None:
        course = self._course(iterations)
        done = 0
        while done < iterations and not stop():
            size = min(CHUNK_COUNTED, iterations - done)
            self._go_on(course, done / iterations, size)
            done += size
            tell(self)

    def _run_timed(self, seconds: float, stop: Callable[[], bool], tell: Tell) -> None:
        begun = monotonic()
        course = self._course(1)
        size, done = FIRST_CHUNK, 0
        while not stop():
            share = (monotonic() - begun) / max(seconds, 1e-9)
            if share >= 1.0:
                return
            if 0.0 < share < LEARNING_SHARE:  # how fast the moves go is still learned
                course = self._course(done / share)
            before = monotonic()
            self._go_on(course, share, size)
            done += size
            size = _next_chunk(size, monotonic() - before)
            tell(self)

    def _course(self, steps: float) -> tuple[Leg, ...]:
        strips = len(self._problem.production.scenes)
        return course_of(steps, strips, has_start=self._is_started)

    def _go_on(self, course: tuple[Leg, ...], share: float, steps: int) -> None:
        """Make some moves where the course stands; begin a leg on its board."""
        at = next(at for at, leg in enumerate(course) if share < leg.until)
        leg = course[at]
        if at > self._leg:
            self._leg = at
            if leg.begins == "fresh" and self.has_board():
                self._put_all(np.full_like(self._search.best_slot_of, -1))
            elif leg.begins == "best":
                if leg.meets and self._meet is not None:
                    self._adopt(self._meet(self))
                if self.has_board():
                    self._put_all(self._search.best_slot_of)
        now = self._scale * leg.temperature(share)
        anneal(steps, now, now, *self._facts, *self._state, self._search)

    def _adopt(self, offer: Offer | None) -> None:
        """Take a board of another search for the best, where it is."""
        boneyard, cost, has_board = (int(one) for one in self._search.best)
        if offer is None or (has_board and (boneyard, cost) <= offer[:2]):
            return
        slots = np.full_like(self._search.best_slot_of, -1)
        for slot, _, strips in sorted(offer.board, reverse=True):
            slots[strips] = slot  # of a strip of several days the first one stays
        self._put_all(slots)
        note_best(self._board, self._ledger, self._search)

    def _put_all(self, slots: Ints) -> None:
        """Put every strip on its slot in ``slots``, shape (strips), at once."""
        count = len(slots)
        self._search.move_scene[:count] = np.arange(count)
        self._search.move_slot[:count] = slots
        self._search.waiting[0] = count
        self.warm()

    def standing(self) -> Standing:
        """Tell how the best board stands."""
        boneyard, cost, _ = (int(one) for one in self._search.best)
        return Standing(boneyard, cost, int(self._search.steps[0]))

    def has_board(self) -> bool:
        """Tell whether a board that breaks nothing was found yet."""
        return bool(self._search.best[2])

    def board(self) -> Board:
        """Give the best board."""
        return board_from_arrays(
            self._problem, self._search.best_slot_of, self._search.best_shift
        )


def _next_chunk(chunk: int, took: float) -> int:
    """Give the next chunk's size, so that one takes about `CHUNK_SECONDS`."""
    wanted = chunk * CHUNK_SECONDS / max(took, 1e-6)
    return int(min(max(wanted, chunk / 2, 16), chunk * 2, 1 << 20))


def scale_of(problem: Problem) -> float:
    """Give the money that temperatures and weights are measured in.

    The dearest unit's day; more where a strip alone may cost a multiple of it, so
    that no strip is left in the boneyard because it is dear.
    """
    day = max((unit.day_cost for unit in problem.production.units), default=0)
    return max(float(day), _dearest_strip(problem, day) * DEAREST_SHARE) or 1.0


def _dearest_strip(problem: Problem, day_cost: int) -> float:
    """Give the most that a strip's cast, place and elements ask for all its days.

    The cost of a day itself is counted only with strips that fill whole days.
    """
    scenes, places = problem.scenes, problem.places
    rates = problem.people.deals[:, RATE] * (problem.people.deals[:, KIND] != UNPAID)
    rates = np.append(rates, 0)  # the last stands for work without a deal
    most = 0.0
    for at, info in enumerate(scenes.info):
        cast = scenes.cast[scenes.cast_from[at] : scenes.cast_from[at + 1], 1]
        used = scenes.elements[scenes.elements_from[at] : scenes.elements_from[at + 1]]
        asked = float(rates[cast].sum() + places.elements[used, 0].sum())
        asked += float(places.fees[info[LOCATION], 0])
        days = int(info[SPAN])
        most = max(most, (asked + day_cost) * days if days else asked)
    return most
