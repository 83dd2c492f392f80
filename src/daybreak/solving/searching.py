"""What an engine's process does with a search: boards go out as they get better."""

from __future__ import annotations

from time import monotonic, time
from typing import Any

from daybreak.model.files import production_from_json
from daybreak.solving.engines.cache import note_ready
from daybreak.solving.messages import Inbox, Say
from daybreak.solving.problem import problem_of
from daybreak.solving.search import SearchRun

TELL_SECONDS = 0.2


class Teller:
    """Writes messages; a board only where it is better than the last it wrote."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._best: tuple[int, int] | None = None
        self._told = 0.0

    def stand(self, search: SearchRun) -> None:
        """Write how a search stands, now and then."""
        if monotonic() - self._told >= TELL_SECONDS:
            self.stand_now(search)

    def stand_now(self, search: SearchRun) -> None:
        """Write how a search stands, with the board where it is a better one."""
        self._told = monotonic()
        boneyard, cost, iterations = search.standing()
        if self._best is not None and (boneyard, cost) >= self._best:
            self._say(kind="alive", iterations=iterations)
            return
        self._best = (boneyard, cost)
        self._say(
            kind="board",
            boneyard=boneyard,
            cost=cost,
            iterations=iterations,
            board=search.board(),
        )


def serve(task: dict[str, Any], say: Say, inbox: Inbox) -> None:
    """Search as the task says until its time, its count or a stop ends it."""
    problem = problem_of(production_from_json(task["production"]))
    before = monotonic()
    search = SearchRun(problem, seed=task["seed"], start=task["start"])
    search.warm()
    note_ready()
    say(kind="search")
    spent = time() - task["called"] - (monotonic() - before)
    teller = Teller(say)
    search.run(
        seconds=max(task["seconds"] - spent, 0.05),
        iterations=task["iterations"],
        stop=inbox.is_stopped,
        tell=teller.stand,
    )
    teller.stand_now(search)
