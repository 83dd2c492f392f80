"""How long the command line takes to say its help: at most 0.3 seconds.

``python benchmarks/startup.py`` prints the median and the best of some runs, for the
command as it is installed.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

RUNS = 15
SECONDS_MOST = 0.3


def seconds_of_help() -> list[float]:
    """Give the seconds that ``daybreak --help`` takes, run by run."""
    beside = Path(sys.executable).parent / "daybreak"
    command = str(beside) if beside.exists() else shutil.which("daybreak")
    assert command is not None, "install the package first"
    taken = []
    for _ in range(RUNS):
        before = perf_counter()
        subprocess.run([command, "--help"], capture_output=True, check=True)
        taken.append(perf_counter() - before)
    return taken


if __name__ == "__main__":
    seconds = seconds_of_help()
    print(
        f"daybreak --help: median {statistics.median(seconds):.2f} s, "
        f"best {min(seconds):.2f} s of {RUNS}, limit {SECONDS_MOST} s"
    )
