"""What an engine's process does with a sequence: boards and bounds go out."""

from __future__ import annotations

from time import monotonic, time
from typing import Any

from daybreak.model.errors import SolverError
from daybreak.model.files import production_from_json
from daybreak.solving.boards import Board
from daybreak.solving.messages import Inbox, Say
from daybreak.solving.sequences.ready import note_sequences_ready
from daybreak.solving.sequences.recognizing import recognized
from daybreak.solving.sequences.search import Budget, SequenceSearch
from daybreak.solving.sequences.sequence import Sequence

LEAST_SECONDS = 0.05
DAY_SHIFT = 0


class Teller:
    """Writes what a search finds as messages."""

    def __init__(self, sequence: Sequence, say: Say) -> None:
        self._sequence = sequence
        self._say = say
        self._iterations = 0

    def order(self, cost: int, order: list[int]) -> None:
        """Write a better board."""
        self._say(
            kind="board",
            boneyard=0,
            cost=cost,
            iterations=self._iterations,
            board=board_of_order(self._sequence, order),
        )

    def bound(self, bound: int) -> None:
        """Write what no schedule costs less than."""
        self._say(kind="bound", bound=bound)

    def alive(self, iterations: int) -> None:
        """Write that the search goes on."""
        self._iterations = iterations
        self._say(kind="alive", iterations=iterations)


def serve(task: dict[str, Any], say: Say, inbox: Inbox) -> None:
    """Order the scenes as the task says, until it is proven, over or stopped.

    Where there may be a proof, the first worker works at it with all threads; the
    others only look for a board to fall back on.

    Raises
    ------
    SolverError
        When the production is more than a sequence.
    """
    sequence = recognized(production_from_json(task["production"]))
    if sequence is None:
        raise SolverError("The production is more than a sequence of scenes.")
    number = task.get("number", 0)
    before = monotonic()
    search = SequenceSearch(sequence, seed=task["seed"])
    if number or not search.can_prove:  # then each worker is one walk
        search = SequenceSearch(sequence, seed=task["seed"], threads=1, walks=1)
    search.warm()
    if search.can_prove:
        note_sequences_ready()
    say(kind="search")
    teller = Teller(sequence, say)
    if number and search.can_prove:
        search.glance(stop=inbox.is_stopped, tell=teller)
        return
    spent = time() - task["called"] - (monotonic() - before)
    search.run(
        Budget(
            seconds=max(task["seconds"] - spent, LEAST_SECONDS),
            iterations=task["iterations"],
        ),
        stop=inbox.is_stopped,
        tell=teller,
    )


def board_of_order(sequence: Sequence, order: list[int]) -> Board:
    """Give the board that shoots an order by day on the first eligible dates."""
    slots: list[int] = [scene for scene in order for _ in range(sequence.days[scene])]
    return [(slot, DAY_SHIFT, [scene]) for slot, scene in enumerate(slots)]
