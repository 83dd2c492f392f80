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
    return _said(["bash", "-c", command], folder, columns)


def python(code: str, folder: Path) -> str:
    """Give what Python code prints to standard output."""
    return _said([sys.executable, "-c", code], folder, 80)


def _said(words: list[str], folder: Path, columns: int) -> str:
    beside = str(Path(sys.executable).parent)
    done = subprocess.run(
        words,
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
    assert done.returncode == 0, f"{words[-1]}\n{done.stdout}{done.stderr}"
    return done.stdout
