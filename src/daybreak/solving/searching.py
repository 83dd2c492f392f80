"""What an engine's process does with a search: boards go out as they get better."""

from __future__ import annotations

from time import monotonic, sleep, time
from typing import Any

from daybreak.model.files import production_from_json
from daybreak.solving.engines.cache import note_ready
from daybreak.solving.messages import Inbox, Say
from daybreak.solving.problem import problem_of
from daybreak.solving.search import Offer, SearchRun

TELL_SECONDS = 0.2
LOOK_SECONDS = 0.005
LONGEST_WAIT_SECONDS = 1.0  # where time is counted and not moves


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

    def meet(self) -> None:
        """Write that a search waits for the others."""
        self._say(kind="meet")

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


class Meeting:
    """Waits at a few points of the course until all searches have come there.

    The parent then sends the best board of all to each. Where moves are counted the
    wait has no limit, so that the same seed finds the same schedule.
    """

    def __init__(self, task: dict[str, Any], inbox: Inbox, teller: Teller) -> None:
        self._inbox = inbox
        self._teller = teller
        self._is_counted = task["iterations"] is not None
        self._met = 0

    def __call__(self, search: SearchRun) -> Offer | None:
        """Give the best board of all searches that are still under way."""
        self._teller.stand_now(search)
        self._met += 1
        self._teller.meet()
        begun = monotonic()
        while not self._inbox.is_stopped():
            for news in self._inbox.news():
                if news.get("meeting") == self._met:
                    found = news["board"]
                    return found and Offer(news["boneyard"], news["cost"], found)
            waited = monotonic() - begun
            if waited > LONGEST_WAIT_SECONDS and not self._is_counted:
                break
            sleep(LOOK_SECONDS)
        return None


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
        meet=Meeting(task, inbox, teller) if task.get("meets") else None,
    )
    teller.stand_now(search)
