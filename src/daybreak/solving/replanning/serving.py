"""What an engine's process does with a replan: boards from few changes to cheap ones.

One process makes several searches, one after another, each at another price for a
strip that does not stay where it was, and tells of all boards worth choosing from.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic, time
from typing import Any, Literal

from daybreak.model.files import production_from_json
from daybreak.solving.boards import Board
from daybreak.solving.engines.cache import note_ready
from daybreak.solving.messages import Inbox, Say
from daybreak.solving.problem import Problem
from daybreak.solving.replanning.front import Front, Point
from daybreak.solving.replanning.keep import keep_from_data
from daybreak.solving.replanning.left import problem_left, set_change_cost
from daybreak.solving.search import SearchRun, scale_of

TELL_SECONDS = 0.4
LEAST_SHARE = 0.3  # of the time given, for the search, however long loading took
# prices of a change, in shares of a day's cost: to look around, and to stay strict
LOOSE, FIRM, STRICT = 0.1, 2.0, 20.0
LEAST = 1  # of boards that cost the same, the one with fewer changes
CHEAP = 0.05  # a change that costs less is worth a board begun anew
# shares of the time
REPAIR_SHARE, CHEAPEST_SHARE = 0.25, 0.3
Beginning = Literal["earlier", "fewest", "fresh", "best"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One search: until which share of the time, at what price, begun on what.

    ``change_cost`` is None for the price that the widest gap of the front asks for.
    """

    until: float
    change_cost: int | None
    begins: Beginning


def stages_of(
    change_cost: int | None, alternatives: int, scale: float, number: int
) -> list[Stage]:
    """Give the searches of one process.

    Parameters
    ----------
    change_cost
        The price of a change, None for as few as can be.
    alternatives
        How many boards are asked for; with one, only that price is looked at.
    scale
        A day's cost.
    number
        Which process it is; every second one begins anew where that may pay.
    """
    repair = _repairs(scale, number)
    if alternatives > 1:
        return _front_stages(repair, alternatives, number)
    if change_cost is None:
        return repair
    anew = number % 2 == 1 and change_cost < CHEAP * scale
    begins: Beginning = "fresh" if anew else "earlier"
    return [
        Stage(until=0.7, change_cost=change_cost, begins=begins),
        Stage(until=1.0, change_cost=change_cost, begins="best"),
    ]


def _repairs(scale: float, number: int) -> list[Stage]:
    """Look around at a low price and go on at a high one, again and again.

    Every second process begins on a fresh board in between: which strips make room
    for others is hard to find from a board that is full.
    """
    loose, firm, strict = (int(one * scale) + 1 for one in (LOOSE, FIRM, STRICT))
    anew = Stage(until=0.8, change_cost=firm, begins="fresh")
    again = Stage(until=0.8, change_cost=loose, begins="fewest")
    return [
        Stage(until=0.15, change_cost=strict, begins="earlier"),
        Stage(until=0.35, change_cost=loose, begins="earlier"),
        Stage(until=0.5, change_cost=strict, begins="fewest"),
        anew if number % 2 else again,
        Stage(until=1.0, change_cost=strict, begins="fewest"),
    ]


def _front_stages(repair: list[Stage], alternatives: int, number: int) -> list[Stage]:
    stages = [
        Stage(
            until=one.until * REPAIR_SHARE,
            change_cost=one.change_cost,
            begins=one.begins,
        )
        for one in repair
    ]
    cheapest = REPAIR_SHARE + CHEAPEST_SHARE
    begins: Beginning = "fresh" if number % 2 else "earlier"
    stages.append(Stage(until=cheapest, change_cost=LEAST, begins=begins))
    gaps = max(alternatives, 3)
    rest = 1.0 - cheapest
    for at in range(1, gaps + 1):
        until = cheapest + rest * at / gaps
        stages.append(Stage(until=until, change_cost=None, begins="best"))
    return stages


class Server:
    """Makes the searches of one process and keeps their front."""

    def __init__(self, task: dict[str, Any], say: Say, inbox: Inbox) -> None:
        keep = keep_from_data(task["keep"])
        production = production_from_json(task["production"])
        self._problem: Problem = problem_left(production, keep)
        self._strips = sum(
            scene.id in keep.earlier for scene in self._problem.production.scenes
        )
        self._task, self._say, self._inbox = task, say, inbox
        self.front: Front[Board] = Front()
        self._price = 0
        self._done = self._iterations = 0
        self._told = 0.0
        self._is_news = False
        self._seen: tuple[int, int] | None = None

    def run(self) -> None:
        """Make one search after another until the time, the count or a stop ends it."""
        task = self._task
        self._search(0, "earlier").warm()
        note_ready()
        self._say(kind="search")
        spent = time() - task["called"]  # kernels are compiled by now, and only loaded
        seconds = max(task["seconds"] - spent, LEAST_SHARE * task["seconds"])
        stages = stages_of(
            task["change_cost"],
            task["alternatives"],
            scale_of(self._problem),
            task["number"],
        )
        begun, since = monotonic(), 0.0
        for at, stage in enumerate(stages):
            if self._inbox.is_stopped():
                break
            if task["iterations"] is not None:
                share = int(task["iterations"] * (stage.until - since)) or 1
                self._run_stage(at, stage, seconds, share)
            else:
                left = begun + seconds * stage.until - monotonic()
                self._run_stage(at, stage, max(left, 0.01), None)
            since = stage.until
        self._tell()

    def _run_stage(
        self, at: int, stage: Stage, seconds: float, iterations: int | None
    ) -> None:
        price = stage.change_cost
        if price is None:
            price = self._gap_price()
        search = self._search(price, stage.begins, seed=self._task["seed"] * 64 + at)
        self._seen = None
        self._note(search)
        search.run(
            seconds=seconds,
            iterations=iterations,
            stop=self._inbox.is_stopped,
            tell=self._note,
        )
        self._note(search)
        self._done += search.standing().iterations

    def _gap_price(self) -> int:
        """Give the price at which the two boards of the widest gap are worth alike."""
        pair = self.front.widest()
        if pair is None:
            return LEAST
        one, other = pair
        return (one.cost - other.cost) // (other.changed - one.changed)

    def _search(self, price: int, begins: Beginning, seed: int = 0) -> SearchRun:
        set_change_cost(self._problem, price, self._strips)
        self._price = price
        return SearchRun(self._problem, seed=seed, start=self._start(begins))

    def _start(self, begins: Beginning) -> Board | None:
        if begins == "fresh":
            return None
        if begins == "earlier" or not self.front.points:
            return self._homes()
        if begins == "fewest":
            return self.front.points[0].thing
        return self.front.least(self._price).thing

    def _homes(self) -> Board:
        """Give the board on which each strip stands where it was, shortest first.

        Where a day became too long, the shortest strips stay, and so most of them.
        """
        scenes = self._problem.scenes
        found = [at for at, slot in enumerate(scenes.home.tolist()) if slot >= 0]
        found.sort(key=lambda at: (int(scenes.minutes[at].min()), at))
        return [(int(scenes.home[at]), 0, [at]) for at in found]

    def _note(self, search: SearchRun) -> None:
        """Take in the best board of a search; tell of it now and then."""
        boneyard, cost, iterations = search.standing()
        self._iterations = self._done + iterations
        if search.has_board() and self._seen != (boneyard, cost):
            self._seen = (boneyard, cost)
            self._take(search.board(), boneyard, cost)
        if monotonic() - self._told >= TELL_SECONDS:
            self._tell()

    def _take(self, board: Board, boneyard: int, cost: int) -> None:
        changed = self._strips - self._at_home(board)
        true_cost = cost - self._price * changed
        if self.front.would_take(boneyard, changed, true_cost):
            self.front.add(Point(boneyard, changed, true_cost, board))
            self._is_news = True

    def _at_home(self, board: Board) -> int:
        """Count the strips that stand where they stood before."""
        scenes = self._problem.scenes
        first: dict[int, int] = {}
        for slot, _, strips in board:
            for scene in strips:
                first[scene] = min(first.get(scene, slot), slot)
        return sum(int(scenes.home[scene]) == slot for scene, slot in first.items())

    def _tell(self) -> None:
        self._told = monotonic()
        points = self.front.points
        if not points or not self._is_news:
            self._say(kind="alive", iterations=self._iterations)
            return
        self._is_news = False
        self._say(
            kind="board",
            boneyard=points[-1].boneyard,
            cost=points[-1].cost,
            iterations=self._iterations,
            board=[[one.boneyard, one.changed, one.cost, one.thing] for one in points],
        )


def serve(task: dict[str, Any], say: Say, inbox: Inbox) -> None:
    """Replan as the task says until its time, its count or a stop ends it."""
    Server(task, say, inbox).run()
