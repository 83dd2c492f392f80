"""The process that reads one table of a stranger; see `daybreak.importers.child`."""

from __future__ import annotations

import sys

from daybreak.importers.child import answer
from daybreak.importers.tables import book_to_json
from daybreak.importers.tables_reading import read_table


def main(arguments: list[str]) -> int:
    """Read the table named by the first argument within the limits of the second."""
    return answer(
        arguments, lambda path, limits: book_to_json(read_table(path, limits=limits))
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
