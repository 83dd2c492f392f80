"""Find the engine's processes, to do to them what an unlucky day does."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from pathlib import Path

WORKER = "daybreak.solving.worker"


def workers_of(parent: int) -> list[int]:
    """Give the ids of the engine's processes that a process has started."""
    listed = (
        subprocess.run(
            ["ps", "-A", "-o", "pid=,ppid=,args="],
            capture_output=True,
            text=True,
            check=True,
        )
        if not Path("/proc").is_dir()
        else None
    )
    rows = _from_proc() if listed is None else _from_ps(listed.stdout)
    return [
        pid
        for pid, its_parent, words in rows
        if its_parent == parent and WORKER in words
    ]


def _from_ps(text: str) -> list[tuple[int, int, str]]:
    rows = [line.split(None, 2) for line in text.splitlines()]
    return [(int(row[0]), int(row[1]), row[2]) for row in rows if len(row) == 3]


def _from_proc() -> list[tuple[int, int, str]]:
    rows = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text(encoding="utf-8")
            words = (folder / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue  # it has ended meanwhile
        rows.append((int(folder.name), int(stat.rpartition(")")[2].split()[1]), words))
    return rows


def signal_workers(number: signal.Signals, *, most: int = 64) -> int:
    """Send a signal to the workers of this process; give how many got it."""
    sent = 0
    for pid in workers_of(os.getpid())[:most]:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue
        sent += 1
    return sent


class KillsAtBirth:
    """Kills every worker of this process as soon as it is there."""

    def __init__(self) -> None:
        self.killed = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._kill, daemon=True)

    def __enter__(self) -> KillsAtBirth:
        """Begin to kill."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Let workers live again."""
        self._ended.set()
        self._thread.join()

    def _kill(self) -> None:
        while not self._ended.is_set():
            self.killed += signal_workers(signal.SIGKILL)
            time.sleep(0.002)
