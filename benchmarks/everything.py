"""Run every benchmark, one after another, and write the tables of the docs.

Takes hours: each plan of the benchmark gets a minute or two, and each program that
orders sequences 120 seconds a problem. Peers run beside Daybreak in the same run, from
an environment with the extra ``bench``. ``--quick`` gives each search ten seconds and
writes nothing, to see that all of it runs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WHOLE = [
    ["planning.py", "--seconds", "60", "--seeds", "1", "2", "3", "--write"],
    ["sequences.py", "--seconds", "120", "--write", "--keep"],
    ["limits.py"],
    ["checking.py"],
    ["importers.py"],
    ["document.py"],
    ["papers.py"],
    ["risk.py"],
    ["startup.py"],
]
QUICK = [
    ["planning.py", "--seconds", "10", "--seeds", "1"],
    ["sequences.py", "--seconds", "10", "--marks", "10", "--programs", "daybreak"],
    ["limits.py", "--scenes", "100", "--seconds", "2"],
    *WHOLE[3:],
]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    failed = []
    for name, *how in QUICK if parser.parse_args().quick else WHOLE:
        print(f"=== {name} {' '.join(how)}", flush=True)
        if subprocess.call([sys.executable, str(HERE / name), *how]):
            failed.append(name)
    for name in failed:
        print(f"{name} ended with an error", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
