"""The only module of these tests that looks inside a search.

What the kernels are handed may change; then this file changes, and no test.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from daybreak.model.schedule import Schedule
from daybreak.solving.boards import board_from_arrays, schedule_from_board
from daybreak.solving.engines.annealing import COUNTED, forecast
from daybreak.solving.engines.changing import price
from daybreak.solving.engines.moving import NEVER_TAKEN, carry_out, take_back
from daybreak.solving.engines.proposing import REBUILD, SHIFT_RUN, propose
from daybreak.solving.problem import Problem
from daybreak.solving.search import SearchRun

Numbers = dict[str, Any]


class Steps:
    """A search that can be made move by move, and counted anew after each."""

    def __init__(self, problem: Problem, *, seed: int) -> None:
        self.problem = problem
        self.run = SearchRun(problem, seed=seed)

    @property
    def _board(self) -> Any:
        return self.run._state[0]

    @property
    def ledger(self) -> Any:
        return self.run._state[2]

    def move(self) -> None:
        """Make one move, as hot as at the start of a search."""
        self.run.run(seconds=1.0, iterations=1, stop=lambda: False, tell=lambda _: None)

    def carried_out(self) -> int:
        """Give how many moves were carried out so far, kept or taken back."""
        return int(self.run._search.tried[[REBUILD, COUNTED], 0].sum())

    def standing_now(self) -> list[int]:
        """Give the first slot of each strip, -1 in the boneyard."""
        return [int(slot) for slot in self._board.slot_of]

    def schedule_now(self) -> Schedule:
        """Give the board as it stands, good or not."""
        shifts = self._board.slots[:, 4]
        board = board_from_arrays(self.problem, self._board.slot_of, shifts)
        return schedule_from_board(self.problem, board)

    def counted_now(self) -> Numbers:
        """Give what the search believes its board costs and breaks, thing by thing."""
        ledger = self.ledger
        return {
            "cost": ledger.cost.copy(),
            "broken": ledger.broken.copy(),
            "penalty": ledger.penalty.copy(),
            "totals": ledger.total[:3].copy(),
            "total penalty": ledger.total_penalty[:1].copy(),
        }

    def counted_anew(self) -> Numbers:
        """Give the same, from an empty ledger and the same strips on the same days.

        A second search is given the board; what it counts shares nothing with what
        this one kept up to date move by move.
        """
        other = Steps(self.problem, seed=0)
        other.ledger.weights[:] = self.ledger.weights
        search: Any = other.run._search
        standing = np.flatnonzero(self._board.slot_of >= 0)
        search.move_scene[: len(standing)] = standing
        search.move_slot[: len(standing)] = self._board.slot_of[standing]
        search.waiting[0] = len(standing)
        other.run.warm()
        return other.counted_now()


def mismatches(one: Numbers, other: Numbers) -> list[str]:
    """Give the names of what two counts do not agree on."""
    return [
        name
        for name in one
        if not np.allclose(one[name], other[name], rtol=1e-9, atol=1e-6)
    ]


def forecast_and_change(steps: Steps, kind: int) -> tuple[float, float] | None:
    """Give what a move is forecast to change and what it changes; None if it cannot be.

    The move is taken back. All this is made by the parts as Python functions.
    """
    run: Any = steps.run
    board, work, ledger = run._state
    scenes, slots, units, _, places = run._facts
    search = run._search
    count = propose(kind, scenes, slots, units, board, search)
    if count == 0:
        return None
    least = forecast(kind, *run._facts, *run._state, search)
    before = price(ledger)
    after = carry_out(count, *run._facts, *run._state, search)
    if after >= NEVER_TAKEN:
        return None
    take_back(count, scenes, slots, units, places, board, work, ledger, search)
    return float(least), float(after - before)


class Exchange(NamedTuple):
    """Two runs of days, exchanged and put back."""

    in_all_units: bool
    of_stays: bool
    moved: int
    mismatches: list[str]


def exchange_runs(steps: Steps) -> Exchange | None:
    """Exchange two runs of days and put them back; None if they cannot be.

    What was counted is compared with a count anew after both.
    """
    run: Any = steps.run
    board, work, ledger = run._state
    scenes, slots, units, _, places = run._facts
    search = run._search
    count = propose(SHIFT_RUN, scenes, slots, units, board, search)
    if count == 0 or carry_out(count, *run._facts, *run._state, search) >= NEVER_TAKEN:
        return None
    found = mismatches(steps.counted_now(), steps.counted_anew())
    take_back(count, scenes, slots, units, places, board, work, ledger, search)
    found += mismatches(steps.counted_now(), steps.counted_anew())
    first, middle, other, last, is_all = search.window.tolist()
    is_day = middle - first == 1 or last - other == 0
    return Exchange(bool(is_all), not (is_day and middle == other), count, found)


# --- what a search with a fault would leave behind ----------------------------------


def forget_a_cost(steps: Steps) -> None:
    """Leave one thing a unit of money cheaper than it is."""
    steps.ledger.cost[0] -= 1


def forget_a_break(steps: Steps) -> None:
    """Leave one broken rule uncounted in the sum."""
    steps.ledger.total[1] -= 1


def forget_a_strip(steps: Steps) -> None:
    """Leave the boneyard one strip larger than it is."""
    steps.ledger.total[2] += 1


def count_days_dearer(steps: Steps) -> None:
    """Let forecasts believe that days cost twice what they do."""
    steps.ledger.floor[:] *= 2
