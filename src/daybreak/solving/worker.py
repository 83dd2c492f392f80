"""The engine's own process: a task comes in, what it finds goes out.

Run as ``python -m daybreak.solving.worker``. Standard input gives one JSON line with
the task, then news for it, a JSON line each; its end, or a line that is no JSON
object, asks to stop. Standard output gives JSON lines: ``compile``, then what the
task's ``serve`` tells - ``board`` and ``bound`` for each improvement, ``alive``
between them - and at last ``done``. The parent keeps the last board and bound,
whatever becomes of this process.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from importlib import import_module
from typing import Any

# who carries out a task, by its "kind"
SERVERS = {
    "search": "daybreak.solving.searching",
    "replan": "daybreak.solving.replanning.serving",
    "sequence": "daybreak.solving.sequences.serving",
    "bound": "daybreak.solving.bounds.serving",
}
POLITENESS = 5  # of a proof: where cores are few, most of them are for the searches


class Inbox:
    """What the parent sends after the task: news, and at last the wish to stop."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._news: list[dict[str, Any]] = []
        self._lock = threading.Lock()

    def is_stopped(self) -> bool:
        """Tell whether the parent asked to stop, or is gone."""
        return self._stopped.is_set()

    def news(self) -> list[dict[str, Any]]:
        """Give what was sent since the last time, oldest first."""
        with self._lock:
            news, self._news = self._news, []
        return news

    def listen(self) -> None:
        """Take in lines until one asks to stop."""
        for line in sys.stdin:
            try:
                message = json.loads(line)
            except ValueError:
                break
            if not isinstance(message, dict):
                break
            with self._lock:
                self._news.append(message)
        self._stopped.set()


def say(**message: Any) -> None:
    """Write one message."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Carry out the task on standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and asks
    task = json.loads(sys.stdin.readline())
    inbox = Inbox()
    threading.Thread(target=inbox.listen, daemon=True).start()
    say(kind="compile")
    if task.get("kind") == "bound" and hasattr(os, "nice"):
        os.nice(POLITENESS)
    # slow import: numba or an LP solver; the stop must be heard while it loads
    server = import_module(SERVERS[task.get("kind", "search")])
    server.serve(task, say, inbox)
    say(kind="done")


if __name__ == "__main__":
    main()
