"""``python -m tests.office.simulating DOCUMENT RUNS``: simulate until killed.

Says a line with the number of runs that are done, each time it is told.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from daybreak.office.asked import Asked
from daybreak.office.risk import risk
from daybreak.office.risk_runs import How


def main(document: str, runs: int) -> None:
    path = Path(document)
    how = How(
        runs=runs,
        workers=1,
        keep=path,
        progress=lambda done, _: print(done, flush=True),
    )
    made = datetime(2027, 5, 1, tzinfo=UTC)
    risk(path, "", None, Asked(), how, model=None, today=None, made=made)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
