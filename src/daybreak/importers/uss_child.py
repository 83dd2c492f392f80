"""The process that reads one schedule file of a stranger.

``python -m daybreak.importers.uss_child PATH LIMITS``, as `daybreak.importers.child`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from daybreak.importers.child import answer
from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.sandbox import ask_child
from daybreak.importers.uss_document import UssDocument
from daybreak.importers.uss_json import uss_from_json, uss_to_json
from daybreak.importers.uss_reading import read_uss

MODULE = "daybreak.importers.uss_child"


def read_uss_in_child(path: Path | str, *, limits: Limits = LIMITS) -> UssDocument:
    """Read a schedule in a child process.

    Raises
    ------
    ImportProblem
        As `daybreak.importers.sandbox.read_in_child`.
    """
    return ask_child(path, uss_from_json, limits=limits, module=MODULE)


def main(arguments: list[str]) -> int:
    """Read a schedule; see `daybreak.importers.child.answer`."""
    return answer(
        arguments, lambda path, limits: uss_to_json(read_uss(path, limits=limits))
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
