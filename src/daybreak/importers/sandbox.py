"""Reading a stranger's file in a process of its own, within limits.

A crash, a hang or a flood of memory there is an `ImportProblem` here. What comes back
is JSON, never pickled objects.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import daybreak
from daybreak.importers.child import too_much_memory
from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.remarks import Remarks
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.screenplay_json import screenplay_from_json
from daybreak.model.errors import ImportProblem, Remark

_MODULE = "daybreak.importers.child"
Read = TypeVar("Read")
_READ = '{"read": '


def read_in_child(
    path: Path | str, *, limits: Limits = LIMITS, module: str = _MODULE
) -> Screenplay:
    """Read a script in a child process.

    Parameters
    ----------
    path
        A Fountain or FDX file.
    limits
        What the child may read, and how much time and memory it may use.
    module
        The module that reads; tests put a failing one here.

    Raises
    ------
    ImportProblem
        When the file cannot be read, or the child does not come back with it:
        ``SCR-E08`` time, ``SCR-E09`` memory, ``SCR-E10`` anything else.
    """
    return ask_child(path, screenplay_from_json, limits=limits, module=module)


def ask_child(
    path: Path | str, parse: Callable[[str], Read], *, limits: Limits, module: str
) -> Read:
    """Read a file of any kind in a child process.

    Parameters
    ----------
    path
        The file.
    parse
        Makes what was read of the child's line of JSON; raises `ValueError`,
        `TypeError` or `KeyError` where it is none.
    limits
        What the child may read, and how much time and memory it may use.
    module
        The module that reads, by `daybreak.importers.child.answer`.

    Raises
    ------
    ImportProblem
        As `read_in_child`.
    """
    path = Path(path)
    remarks = Remarks(path.name)
    command = [sys.executable, "-P", "-m", module, str(path.absolute())]
    try:
        done = subprocess.run(
            [*command, json.dumps(asdict(limits))],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limits.wall_seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        _too_slow(remarks, f"{limits.wall_seconds:g} seconds")
    except (OSError, ValueError):
        _stopped(remarks, "could not be started")
    if done.returncode:
        _refuse_ended(done, remarks, limits)
    return _answer(done.stdout, parse, remarks)


def _environment() -> dict[str, str]:
    """Give the environment of the child: this package first on its path."""
    home = str(Path(daybreak.__file__).parent.parent)
    rest = os.environ.get("PYTHONPATH")
    return os.environ | {
        "PYTHONPATH": os.pathsep.join([home, rest]) if rest else home,
        "PYTHONIOENCODING": "utf-8",
    }


def _answer(output: bytes, parse: Callable[[str], Read], remarks: Remarks) -> Read:
    problem: dict[str, Any] | None = None
    try:
        text = output.decode("utf-8")
        if text.startswith(_READ):
            return parse(text[len(_READ) : -1])
        problem = json.loads(text)["problem"]
        refusal = ImportProblem(Remark(**problem))
    except (ValueError, TypeError, KeyError):
        _stopped(remarks, "gave no answer")
    raise refusal


def _refuse_ended(
    done: subprocess.CompletedProcess[bytes], remarks: Remarks, limits: Limits
) -> None:
    if done.returncode == -getattr(signal, "SIGXCPU", 0):
        _too_slow(remarks, f"{limits.cpu_seconds} seconds of computing")
    if b"MemoryError" in done.stderr[-2000:]:
        raise too_much_memory(remarks, limits)
    if done.returncode < 0:
        _stopped(remarks, f"was stopped by signal {-done.returncode}")
    _stopped(remarks, f"ended with code {done.returncode}")


def _too_slow(remarks: Remarks, limit: str) -> None:
    remarks.refuse(
        "SCR-E08",
        1,
        f"reading the file took longer than {limit}",
        "split it into several files",
    )


def _stopped(remarks: Remarks, how: str) -> None:
    remarks.refuse(
        "SCR-E10",
        1,
        f"the reader {how}",
        "try again; if it happens again, export the file in another format",
    )
