"""The engine's own process: a production comes in, boards go out.

Run as ``python -m daybreak.solving.worker``. Standard input gives one JSON line with
the task; its end, or a further line, asks to stop. Standard output gives JSON lines:
``compile``, then ``board`` for each improvement and ``alive`` between them, at last
``done``. The parent keeps the last board, whatever becomes of this process.
"""

from __future__ import annotations

import json
import signal
import sys
import threading
from time import monotonic, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from daybreak.solving.search import SearchRun

TELL_SECONDS = 0.2


class Teller:
    """Writes messages; a board only where it is better than the last it wrote."""

    def __init__(self) -> None:
        self._best: tuple[int, int] | None = None
        self._told = 0.0

    def say(self, **message: Any) -> None:
        """Write one message."""
        sys.stdout.write(json.dumps(message) + "\n")
        sys.stdout.flush()

    def stand(self, search: SearchRun) -> None:
        """Write how a search stands, now and then."""
        if monotonic() - self._told >= TELL_SECONDS:
            self.stand_now(search)

    def stand_now(self, search: SearchRun) -> None:
        """Write how a search stands, with the board where it is a better one."""
        self._told = monotonic()
        boneyard, cost, iterations = search.standing()
        if self._best is not None and (boneyard, cost) >= self._best:
            self.say(kind="alive", iterations=iterations)
            return
        self._best = (boneyard, cost)
        self.say(
            kind="board",
            boneyard=boneyard,
            cost=cost,
            iterations=iterations,
            board=search.board(),
        )


def main() -> None:
    """Carry out the task on standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and asks
    task = json.loads(sys.stdin.readline())
    asked = threading.Event()
    threading.Thread(target=_listen, args=(asked,), daemon=True).start()
    teller = Teller()
    teller.say(kind="compile")
    # slow import: numba; the stop must be heard while it loads
    from daybreak.model.files import production_from_json  # noqa: PLC0415
    from daybreak.solving.engines.cache import note_ready  # noqa: PLC0415
    from daybreak.solving.problem import problem_of  # noqa: PLC0415
    from daybreak.solving.search import SearchRun  # noqa: PLC0415

    problem = problem_of(production_from_json(task["production"]))
    before = monotonic()
    search = SearchRun(problem, seed=task["seed"], start=task["start"])
    search.warm()
    note_ready()
    teller.say(kind="search")
    spent = time() - task["called"] - (monotonic() - before)
    search.run(
        seconds=max(task["seconds"] - spent, 0.05),
        iterations=task["iterations"],
        stop=asked.is_set,
        tell=teller.stand,
    )
    teller.stand_now(search)
    teller.say(kind="done")


def _listen(asked: threading.Event) -> None:
    """Wait for a line or the end of standard input: both ask to stop."""
    sys.stdin.readline()
    asked.set()


if __name__ == "__main__":
    main()
