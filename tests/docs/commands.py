"""Run the commands as a user does, from the environment the tests run in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SECONDS_MOST = 300


def run(command: str, folder: Path, *, columns: int = 80) -> str:
    """Give what a command line prints to standard output.

    Parameters
    ----------
    command
        A line for the shell; ``daybreak`` is the one of this environment.
    folder
        Where it runs.
    columns
        Width of the terminal that the help is made for.
    """
    beside = str(Path(sys.executable).parent)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        env={
            **os.environ,
            "PATH": beside + os.pathsep + os.environ["PATH"],
            "COLUMNS": str(columns),
            "NO_COLOR": "1",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS_MOST,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout
