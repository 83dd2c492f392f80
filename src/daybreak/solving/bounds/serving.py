"""What the bound's own process does: each better bound goes out when it is proven."""

from __future__ import annotations

from time import monotonic
from typing import Any

from daybreak.model.files import production_from_json
from daybreak.solving.boards import Board
from daybreak.solving.bounds.proving import prove
from daybreak.solving.messages import Inbox, Say
from daybreak.solving.problem import problem_of


def serve(task: dict[str, Any], say: Say, inbox: Inbox) -> None:
    """Prove bounds as the task says until its time or a stop ends it.

    The task holds the ``production`` as JSON, the ``seconds``, and the ``boneyard``:
    how many strips a schedule may leave out. Where the bound comes upon a valid
    schedule, it goes out as a board, like those of a search.
    """
    until = monotonic() + float(task["seconds"])
    problem = problem_of(production_from_json(task["production"]))

    def tell(bound: int) -> None:
        say(kind="bound", bound=bound)

    def show(cost: int, board: Board) -> None:
        say(kind="board", board=board, boneyard=0, cost=cost)

    prove(
        problem,
        boneyard=int(task.get("boneyard", 0)),
        until=until,
        stop=inbox.is_stopped,
        tell=tell,
        show=show,
    )
