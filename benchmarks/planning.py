"""What plans cost: productions of ten sizes, several seeds, against known figures.

Run ``python benchmarks/planning.py --seconds 20 --seeds 1 2 3``: it prints a Markdown
table, one row for each production. ``--write`` renews the table in
``docs/benchmarks.md``. The productions lie in the folder ``bench/shoot`` of the
reference material, which is beside the checkout or named by ``DAYBREAK_REFERENCE``;
where it is absent the example that ships along is planned instead.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from daybreak.checking import check, count_costs, is_valid
from daybreak.model.files import read
from daybreak.model.production import Production
from daybreak.office.examples import example_production
from daybreak.solving import solve, warm_up

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
FIRST, LAST = "<!-- planning: begin -->", "<!-- planning: end -->"
LOOK_SECONDS = 0.05
Known = dict[str, dict[str, Any]]
# What others reached on the same productions: a naive annealing sketch in C++ with
# 20-60 s, and one direct model of a constraint solver with 120-300 s.
KNOWN = {
    "short-1": (101_410, 101_410),
    "indie-1": (1_834_000, 2_327_700),
    "feature-1": (11_590_000, 22_450_000),
    "tentpole-1": (55_711_621, 157_536_080),
}
# the least costs ever found, with an empty boneyard, however long it took
BEST_KNOWN = Path(__file__).with_name("best_known.json")
HEADER = (
    "| production | scenes | cost, median | cost, best | best known | above it "
    "| proven gap | sketch | direct model | boneyard | days | answer | peak memory |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One plan: what it cost, and what it took."""

    cost: int
    bound: int | None
    boneyard: int
    days: int
    seconds: float
    most_bytes: int


def main(words: Sequence[str] | None = None) -> None:
    asked = arguments(words)
    found = productions(asked.only)
    print(f"compiling what is not compiled yet, on {machine()}", file=sys.stderr)
    warm_up()
    known = best_known()
    rows = []
    for name, production in found.items():
        runs = [one_run(production, seed, asked) for seed in asked.seeds]
        note_least(name, runs, asked.seconds, known)
        rows.append(row(name, production, runs, asked.seconds, known))
        print(rows[-1], file=sys.stderr)
    text = "\n".join([HEADER, *rows, "", footer(asked)])
    print(text)
    if asked.write:
        renew(PAGE, text)
        keep_best_known(known)


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", nargs="+", default=[], metavar="PRODUCTION")
    parser.add_argument("--no-proof", action="store_true", help="prove no bound")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args(words)


def productions(only: Sequence[str]) -> dict[str, Production]:
    """Give the productions by name, the small ones first."""
    named = os.environ.get("DAYBREAK_REFERENCE")
    folder = (Path(named) if named else ROOT.parent / "shared") / "bench" / "shoot"
    found = {path.stem: read(path) for path in sorted(folder.glob("*.json"))}
    if not found:
        print("bench/shoot is absent: the shipped example is planned", file=sys.stderr)
        found = {"example": example_production()}
    ordered = sorted(found, key=lambda name: (len(found[name].scenes), name))
    return {name: found[name] for name in ordered if not only or name in only}


def one_run(production: Production, seed: int, asked: argparse.Namespace) -> Run:
    """Plan once; the result has to be valid and its cost counted again."""
    with PeakMemory() as memory:
        result = solve(
            production,
            seconds=asked.seconds,
            seed=seed,
            workers=asked.workers,
            prove=not asked.no_proof,
        )
    schedule = result.schedule
    assert is_valid(check(production, schedule))
    assert count_costs(production, schedule).lines["total"] == result.cost
    return Run(
        cost=result.cost,
        bound=result.bound,
        boneyard=len(schedule.boneyard),
        days=len(schedule.days),
        seconds=result.seconds,
        most_bytes=memory.most_bytes,
    )


class PeakMemory:
    """Looks at the memory of this process's workers while they run; Linux only."""

    def __init__(self) -> None:
        self.most_bytes = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> PeakMemory:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            sizes = [peak_bytes(pid) for pid in children()]
            self.most_bytes = max([self.most_bytes, *sizes])


def children() -> list[str]:
    """Give the ids of the processes that this one has started."""
    mine = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text(encoding="utf-8")
        except OSError:
            continue  # it has ended meanwhile
        if int(stat.rpartition(")")[2].split()[1]) == os.getpid():
            mine.append(folder.name)
    return mine


def peak_bytes(pid: str) -> int:
    """Give the most memory that a process has held so far; 0 where unknown."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    lines = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(lines[0].split()[1]) * 1024 if lines else 0


def best_known() -> Known:
    """Give the least cost ever found of each production, and how."""
    return dict(json.loads(BEST_KNOWN.read_text(encoding="utf-8")).get("shoot", {}))


def keep_best_known(known: Known) -> None:
    """Write the least costs down, beside what else is kept there."""
    kept = json.loads(BEST_KNOWN.read_text(encoding="utf-8"))
    kept["shoot"] = {name: known[name] for name in sorted(known)}
    text = json.dumps(kept, indent=1, ensure_ascii=False) + "\n"
    BEST_KNOWN.write_text(text, encoding="utf-8", newline="\n")


def note_least(name: str, runs: list[Run], seconds: float, known: Known) -> None:
    """Note the least cost with an empty boneyard where it is a new one."""
    costs = [run.cost for run in runs if not run.boneyard]
    if costs and (name not in known or min(costs) < known[name]["cost"]):
        found = f"Daybreak, {seconds:g} s"
        known[name] = {"cost": min(costs), "found": found, "proven": False}


def row(
    name: str, production: Production, runs: list[Run], seconds: float, known: Known
) -> str:
    least = known[name]["cost"] if name in known else None
    best = min(runs, key=lambda run: (run.boneyard, run.cost))
    sketch, direct = KNOWN.get(name, (None, None))
    answer = max(run.seconds for run in runs)
    most = max(run.most_bytes for run in runs)
    cells = [
        name,
        str(len(production.scenes)),
        f"{int(median(run.cost for run in runs)):,}",
        f"{best.cost:,}",
        amount(least),
        "" if least is None else f"{100 * (best.cost / least - 1):.1f} %",
        gap(best),
        amount(sketch),
        amount(direct),
        several([run.boneyard for run in runs]),
        several([run.days for run in runs]),
        f"{answer:.1f} s, {answer / seconds:.2f} of the limit",
        f"{most / 2**20:.0f} MB" if most else "unknown",
    ]
    return f"| {' | '.join(cells)} |"


def gap(run: Run) -> str:
    """Give how far the proven bound lies below the cost."""
    if run.bound is None:
        return ""
    return f"{100 * (1 - run.bound / run.cost):.1f} %"


def amount(known: int | None) -> str:
    return "" if known is None else f"{known:,}"


def several(values: list[int]) -> str:
    """Give the values in order, one where they are all the same."""
    low, high = min(values), max(values)
    return f"{low}" if low == high else f"{low} to {high}"


def footer(asked: argparse.Namespace) -> str:
    seeds = ", ".join(str(seed) for seed in asked.seeds)
    return (
        f"{asked.seconds:g} seconds, seeds {seeds}, {asked.workers} workers, on "
        f"{machine()}. Costs of plans with different boneyards do not compare; *best* "
        "has the fewest strips left over, *answer* and *peak memory* are the largest "
        "of all seeds."
    )


def machine() -> str:
    """Name the processor and what runs on it."""
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        lines = cpus.read_text(encoding="utf-8").splitlines()
        named = [line.split(":", 1)[1] for line in lines if "model name" in line]
        model = named[0].strip() if named else model
    return (
        f"{os.cpu_count()} cores {model}, Python {platform.python_version()}, "
        f"Numba {version('numba')}, load {os.getloadavg()[0]:.1f}"
    )


def renew(page: Path, text: str) -> None:
    """Put a text between the marks of a page, in place of what stands there."""
    before, _, rest = page.read_text(encoding="utf-8").partition(FIRST)
    _, found, after = rest.partition(LAST)
    assert found, f"{page.name} has no marks for the table"
    page.write_text(
        f"{before}{FIRST}\n{text}\n{LAST}{after}", encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()
