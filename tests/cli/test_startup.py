"""What ``daybreak --help`` loads; how long it takes is benchmarks/startup.py."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("numba", "numpy", "rich", "astral", "holidays", "defusedxml")
ASK = """
import sys
from daybreak.cli import main
sys.argv = ["daybreak", "--help"]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
finally:
    names = {name.partition(".")[0] for name in sys.modules}
    print(sorted(names), file=sys.stderr)
"""


def test_help_loads_none_of_the_heavy_libraries() -> None:
    run = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, check=True
    )
    assert "Usage" in run.stdout
    assert "'typer'" in run.stderr
    assert [name for name in HEAVY if f"'{name}'" in run.stderr] == []
