"""The parent's side of the engine's processes: start, hear, stop, outlive.

Each worker is ``python -m daybreak.solving.worker``, so that a script that plans
needs no guard of its own, and a crash of a compiled kernel is a message.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from queue import Queue
from typing import Any

# -P: modules of the folder that a user happens to stand in are not run
COMMAND = (sys.executable, "-P", "-m", "daybreak.solving.worker")
LAST_WORDS = 400


@dataclass(slots=True)
class Worker:
    """One process, and the best it has told of.

    ``board`` and ``bound`` are None until the first one arrives; ``ended`` is set by
    its last message or its death; ``is_excused`` where it was stopped before it could
    search.
    """

    number: int
    process: subprocess.Popen[str]
    board: Any = None
    bound: int | None = None
    boneyard: int = 0
    cost: int = 0
    iterations: int = 0
    meetings: int = 0
    searching: bool = False
    done: bool = False
    ended: bool = False
    is_excused: bool = False
    said: list[str] = field(default_factory=list)

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Sorts the worker with the best board first, equal ones by number."""
        return (self.board is None, self.boneyard, self.cost, self.number)

    def hear(self, message: dict[str, Any]) -> None:
        """Take in one message."""
        kind = message["kind"]
        self.iterations = message.get("iterations", self.iterations)
        self.searching = self.searching or kind != "compile"
        self.done = self.done or kind == "done"
        if kind == "board":
            self.board = message["board"]
            self.boneyard = message["boneyard"]
            self.cost = message["cost"]
        elif kind == "meet":
            self.meetings += 1
        elif kind == "bound":
            self.bound = max(message["bound"], self.bound or 0)

    def send(self, **news: Any) -> None:
        """Send the process news; lost where it has ended."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            try:
                self.process.stdin.write(json.dumps(news) + "\n")
                self.process.stdin.flush()
            except OSError:
                return

    def ask_to_stop(self) -> None:
        """Ask the process to end with the best it has."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            try:
                self.process.stdin.close()
            except OSError:
                return  # it has ended already

    def last_words(self) -> str:
        """Give what the process wrote to standard error at its end."""
        return "".join(self.said).strip()[-LAST_WORDS:]


def start_worker(number: int, task: dict[str, Any], heard: Queue[Any]) -> Worker:
    """Start a process on a task; its messages arrive in ``heard`` beside it."""
    process = subprocess.Popen(
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,  # Ctrl-C is for the parent, which asks the workers
        env={
            **os.environ,
            "PYTHONIOENCODING": "utf-8",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        },
    )
    worker = Worker(number, process)
    threading.Thread(target=_send, args=(process, task), daemon=True).start()
    threading.Thread(target=_listen, args=(worker, heard), daemon=True).start()
    threading.Thread(target=_keep_words, args=(worker,), daemon=True).start()
    return worker


def _send(process: subprocess.Popen[str], task: dict[str, Any]) -> None:
    try:
        assert process.stdin is not None
        process.stdin.write(json.dumps(task) + "\n")
        process.stdin.flush()
    except (OSError, ValueError):
        return  # it died or was stopped first: the listener tells


def _listen(worker: Worker, heard: Queue[Any]) -> None:
    assert worker.process.stdout is not None
    for line in worker.process.stdout:
        try:
            heard.put((worker, json.loads(line)))
        except ValueError:
            continue  # half a line of a process that was killed
    heard.put((worker, None))


def _keep_words(worker: Worker) -> None:
    assert worker.process.stderr is not None
    for line in worker.process.stderr:
        worker.said.append(line)
        del worker.said[:-20]


def end_worker(worker: Worker) -> None:
    """Make sure that a process is gone."""
    worker.ask_to_stop()
    if worker.process.poll() is None:
        worker.process.kill()
    worker.process.wait()
