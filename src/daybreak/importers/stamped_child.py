"""The process that reads the stamps of one file; see `daybreak.importers.child`."""

from __future__ import annotations

import sys

from daybreak.importers.child import answer
from daybreak.importers.stamped import stamped, stamped_to_json


def main(arguments: list[str]) -> int:
    """Read the file named by the first argument within the limits of the second."""
    return answer(
        arguments, lambda path, limits: stamped_to_json(stamped(path, limits=limits))
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
