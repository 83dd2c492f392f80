"""The process that reads one file of a stranger.

``python -m daybreak.importers.child PATH LIMITS`` limits itself, reads the path and
prints one line of JSON: ``{"read": ...}`` or ``{"problem": ...}``.
"""

from __future__ import annotations

import contextlib
import gc
import json
import sys
from collections.abc import Callable

from daybreak.importers.limits import Limits
from daybreak.importers.remarks import Remarks
from daybreak.importers.screenplay_json import remark_to_dict, screenplay_to_json
from daybreak.importers.scripts import read_script
from daybreak.model.errors import ImportProblem, Remark

_GRACE_SECONDS = 5
"""Seconds between the signal that says why and the one that cannot be caught."""


def main(arguments: list[str]) -> int:
    """Read a script; see `answer`."""
    return answer(
        arguments,
        lambda path, limits: screenplay_to_json(read_script(path, limits=limits)),
    )


def answer(arguments: list[str], read: Callable[[str, Limits], str]) -> int:
    """Read the file named by the first argument within the limits of the second.

    Parameters
    ----------
    arguments
        The path, and the limits as JSON.
    read
        Gives what is read as one line of JSON.

    Returns
    -------
    int
        0 where something was printed, whether script or problem.
    """
    path, written = arguments
    limits = Limits(**json.loads(written))
    limit_this_process(limits)
    remarks = Remarks(path)
    gc.disable()  # nothing here lives in circles, and there may be much of it
    try:
        said = '{"read": ' + read(path, limits) + "}"
    except ImportProblem as problem:
        said = _problem(problem.remark)
    except MemoryError:
        said = _problem(too_much_memory(remarks, limits).remark)
    sys.stdout.write(said)
    return 0


def _problem(remark: Remark) -> str:
    return json.dumps({"problem": remark_to_dict(remark)})


def too_much_memory(remarks: Remarks, limits: Limits) -> ImportProblem:
    """Give the problem of a file that needs too much memory."""
    megabytes = limits.memory_bytes // (1024 * 1024)
    try:
        remarks.refuse(
            "SCR-E09",
            1,
            f"reading the file needs more than {megabytes} MB",
            "split it into several files",
        )
    except ImportProblem as problem:
        return problem


def limit_this_process(limits: Limits) -> None:
    """Let the system stop this process beyond its limits, as far as it can.

    macOS does not limit memory this way; the wall clock of the parent remains.
    """
    try:
        import resource  # optional dependency: not on every system  # noqa: PLC0415
    except ImportError:
        return
    for name, value in (
        ("RLIMIT_AS", limits.memory_bytes),
        ("RLIMIT_CPU", limits.cpu_seconds),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
    ):
        # A limit the system does not know or allow is left as it is.
        with contextlib.suppress(AttributeError, ValueError, OSError):
            kind = getattr(resource, name)
            _, hard = resource.getrlimit(kind)
            room = value + _GRACE_SECONDS if name == "RLIMIT_CPU" else value
            last = room if hard == resource.RLIM_INFINITY else min(room, hard)
            resource.setrlimit(kind, (min(value, last), last))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
