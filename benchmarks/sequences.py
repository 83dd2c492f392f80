"""Measure the planner of sequences beside didppy's CABS and OR-Tools' CP-SAT.

For each published problem: cost after 10, 30 and 120 seconds (or other marks), the
bound, and the time of the proof; one program at a time, each on two cores. Prints a
table; ``--write`` puts it into docs/sequences.md, ``--keep`` keeps better costs in
best_known.json. The others come with ``pip install -e '.[bench]'``; one that is not
there is left out. Problems: ``bench`` of the reference folder, see CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from daybreak.checking import check, count_costs, is_valid
from daybreak.importers.published import Published, read_published
from daybreak.importers.published_productions import production_of
from daybreak.solving.boards import schedule_from_board
from daybreak.solving.problem import problem_of
from daybreak.solving.sequences.recognizing import recognized
from daybreak.solving.sequences.search import Budget, SequenceSearch
from daybreak.solving.sequences.serving import board_of_order

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "sequences.md"
KEPT = ROOT / "benchmarks" / "best_known.json"
FIRST = "<!-- the table of benchmarks/sequences.py -->"
LAST = "<!-- its end -->"
SLACK_SECONDS = 30.0
PROGRAMS = ("daybreak", "didppy", "ortools")
SHOWN = {"daybreak": "Daybreak", "didppy": "CABS", "ortools": "CP-SAT"}


@dataclass(slots=True)
class Run:
    """What one program found on one problem; costs as the problem counts them."""

    costs: list[tuple[float, int]] = field(default_factory=list)
    bounds: list[tuple[float, int]] = field(default_factory=list)
    ended: float = 0.0

    def cost_at(self, seconds: float) -> int | None:
        """Give the best cost found by then."""
        found = [cost for when, cost in self.costs if when <= seconds]
        return min(found, default=None)

    @property
    def cost(self) -> int | None:
        """The best cost found."""
        return min((cost for _, cost in self.costs), default=None)

    @property
    def bound(self) -> int:
        """The best bound proven."""
        return max((bound for _, bound in self.bounds), default=0)

    @property
    def proof_seconds(self) -> float | None:
        """When bound and cost met; None where they did not."""
        if self.cost is None or self.bound < self.cost:
            return None
        bound = min(when for when, bound in self.bounds if bound >= self.cost)
        cost = min(when for when, cost in self.costs if cost == self.cost)
        return max(bound, cost)


def main(words: Sequence[str] | None = None) -> None:
    asked = arguments(words)
    if asked.child:
        child(asked)
        return
    rows = []
    runs: dict[str, dict[str, Run]] = {}
    for path in problems(asked.only):
        runs[path.stem] = {
            program: measured(program, path, asked.seconds)
            for program in asked.programs
        }
        rows.append(row(path, runs[path.stem], asked))
        print(rows[-1], file=sys.stderr, flush=True)
    text = "\n".join([header(asked), *rows, "", summary(runs, asked)])
    print(text)
    if asked.write:
        renew(PAGE, text)
    if asked.keep:
        keep(runs, asked)


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--marks", type=float, nargs="+", default=[10.0, 30.0, 120.0])
    parser.add_argument("--only", nargs="+", default=[], metavar="PROBLEM")
    parser.add_argument("--programs", nargs="+", default=PROGRAMS, choices=PROGRAMS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--child", choices=PROGRAMS, help=argparse.SUPPRESS)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    return parser.parse_args(words)


def problems(only: Sequence[str]) -> list[Path]:
    """Give the files of the problems, the small ones first."""
    named = os.environ.get("DAYBREAK_REFERENCE")
    folder = (Path(named) if named else ROOT.parent / "shared") / "bench"
    found = [*folder.glob("talent/**/*.txt"), *folder.glob("movie-shoot/*.txt")]
    if not found:
        print("bench/talent and bench/movie-shoot are absent", file=sys.stderr)
    found.sort(key=lambda path: (len(problem(path).days), path.stem))
    return [path for path in found if not only or path.stem in only]


def problem(path: Path) -> Published:
    kind = "movie-shoot" if path.parent.name == "movie-shoot" else "talent"
    return read_published(path, "movie-shoot" if kind == "movie-shoot" else "talent")


def offset(made: Published) -> int:
    """Give what a program's count has beyond the published one: work, or visits.

    Everywhere holds and visits are counted here; talent scheduling adds the work, and
    movie shoot scheduling takes off one visit of each location.
    """
    if is_movie(made):
        return -sum(made.location_costs[place] for place in set(made.locations))
    return sum(
        made.rates[person] * days
        for days, cast in zip(made.days, made.casts, strict=True)
        for person in cast
    )


def is_movie(made: Published) -> bool:
    return len(made.location_costs) > 1


def measured(program: str, path: Path, seconds: float) -> Run:
    """Let a program work in a process of its own; hear what it finds."""
    run = Run()
    command = [sys.executable, __file__, "--child", program, "--file", str(path)]
    try:
        done = subprocess.run(
            [*command, "--seconds", str(seconds)],
            capture_output=True,
            text=True,
            timeout=seconds + 2 * SLACK_SECONDS,
            check=False,
        )
        said = done.stdout
    except subprocess.TimeoutExpired as late:
        said = (late.stdout or b"").decode()
    for line in said.splitlines():
        if line.startswith("{"):
            message = json.loads(line)
            if "cost" in message:
                run.costs.append((message["at"], message["cost"]))
            if "bound" in message:
                run.bounds.append((message["at"], message["bound"]))
            run.ended = message["at"]
    return run


def child(asked: argparse.Namespace) -> None:
    """Work on one problem; print what is found, a line each."""
    made = problem(Path(asked.file))
    voice = Voice(offset(made))
    if asked.child == "daybreak":
        daybreak_run(made, asked, voice)
    elif asked.child == "didppy":
        didppy_run(made, asked.seconds, voice.say)
    else:
        ortools_run(made, asked.seconds, voice.say)


class Voice:
    """Prints what is found, and when, as the problem counts it."""

    def __init__(self, more: int) -> None:
        self._more = more
        self.begin()

    def begin(self) -> None:
        """Let the clock begin now."""
        self._begun = time.monotonic()

    def say(self, **found: int) -> None:
        """Print holds and visits as the problem counts them."""
        told = {name: value + self._more for name, value in found.items()}
        at = round(time.monotonic() - self._begun, 3)
        print(json.dumps({"at": at, **told}), flush=True)


class Heard:
    """Prints what the planner tells, holds and visits alone."""

    def __init__(self, voice: Voice, fixed: int) -> None:
        self._say = voice.say
        self._fixed = fixed

    def order(self, cost: int, order: list[int]) -> None:
        """Print the cost of a better order."""
        self._say(cost=cost - self._fixed)

    def bound(self, bound: int) -> None:
        """Print a better bound."""
        self._say(bound=bound - self._fixed)

    def alive(self, iterations: int) -> None:
        """Print nothing."""


def daybreak_run(made: Published, asked: argparse.Namespace, voice: Voice) -> None:
    """Plan; the schedule has to pass the rule book at the cost that was told."""
    production = production_of(made, start=date(2027, 3, 1))
    sequence = recognized(production)
    assert sequence is not None
    SequenceSearch(sequence, seed=asked.seed).warm()  # compiling does not count
    voice.begin()
    search = SequenceSearch(sequence, seed=asked.seed)
    search.run(
        Budget(seconds=asked.seconds),
        stop=lambda: False,
        tell=Heard(voice, sequence.fixed_cost),
    )
    board = board_of_order(sequence, search.order)
    schedule = schedule_from_board(problem_of(production), board)
    assert is_valid(check(production, schedule))
    assert count_costs(production, schedule).lines["total"] == search.cost


def didppy_run(made: Published, seconds: float, say: Callable[..., None]) -> None:
    """Model of Kuroiwa and Beck (2023): the scenes left, and where the unit stands."""
    import didppy as dp  # optional dependency  # noqa: PLC0415

    scenes, people = len(made.days), len(made.rates)
    movie = is_movie(made)
    model = dp.Model(maximize=False, float_cost=False)
    scene = model.add_object_type(number=scenes)
    person = model.add_object_type(number=max(people, 1))
    left = model.add_set_var(object_type=scene, target=list(range(scenes)))
    cast = model.add_set_table([list(one) for one in made.casts], object_type=person)
    rate = model.add_int_table([*made.rates] or [0])
    every = model.create_set_const(object_type=scene, value=list(range(scenes)))
    here = cast.union(every - left) & cast.union(left)
    places = len(made.location_costs)
    spot = model.add_object_type(number=places + 1)
    stand = model.add_element_var(object_type=spot, target=places)
    visit = model.add_int_table(
        [
            [
                0 if one == other else made.location_costs[other]
                for other in range(places)
            ]
            for one in range(places + 1)
        ]
    )
    earlier: dict[int, list[int]] = {}
    for before, after in made.orders:
        earlier.setdefault(after, []).append(before)
    model.add_base_case([left.is_empty()])
    for one in range(scenes):
        asks = [
            left.contains(one),
            *(~left.contains(at) for at in earlier.get(one, ())),
        ]
        held = made.days[one] * rate[here - cast[one]]
        cost = dp.IntExpr.state_cost() + held
        effects = [(left, left.remove(one))]
        if movie:
            cost = cost + visit[stand, made.locations[one]]
            effects.append((stand, made.locations[one]))
        model.add_transition(
            dp.Transition(name=str(one), cost=cost, effects=effects, preconditions=asks)
        )
        if not movie:
            model.add_transition(
                dp.Transition(
                    name=f"free {one}",
                    cost=cost,
                    effects=effects,
                    preconditions=[*asks, here == cast[one]],
                ),
                forced=True,
            )
    if movie:
        for place in range(places):
            at = [one for one in range(scenes) if made.locations[one] == place]
            mine = model.create_set_const(object_type=scene, value=at)
            waits = ~(left & mine).is_empty() & (stand != place)
            model.add_dual_bound(waits.if_then_else(made.location_costs[place], 0))
    model.add_dual_bound(0)
    solver = dp.CABS(model, time_limit=seconds, quiet=True, threads=1)
    while True:
        solution, is_over = solver.search_next()
        if solution.cost is not None:
            say(cost=solution.cost)
        if solution.best_bound is not None:
            say(bound=solution.best_bound)
        if is_over or solution.is_optimal:
            return


def ortools_run(made: Published, seconds: float, say: Callable[..., None]) -> None:
    """Scenes as intervals that never overlap; people and visits round them."""
    from ortools.sat.python import cp_model  # optional dependency  # noqa: PLC0415

    model = cp_model.CpModel()
    total = sum(made.days)
    scenes = range(len(made.days))
    start = [model.new_int_var(0, total - made.days[one], "") for one in scenes]
    model.add_no_overlap(
        [
            model.new_fixed_size_interval_var(start[one], made.days[one], "")
            for one in scenes
        ]
    )
    terms: list[Any] = []
    for person, rate in enumerate(made.rates):
        mine = [one for one in scenes if person in made.casts[one]]
        if len(mine) > 1 and rate:
            worked = sum(made.days[one] for one in mine)
            first = model.new_int_var(0, total, "")
            last = model.new_int_var(0, total, "")
            model.add(last - first >= worked)
            for one in mine:
                model.add(first <= start[one])
                model.add(last >= start[one] + made.days[one])
            terms.append(rate * (last - first - worked))
    for before, after in made.orders:
        model.add(start[after] >= start[before] + made.days[before])
    if is_movie(made):
        arcs: list[Any] = []
        for one in scenes:
            begins = model.new_bool_var("")
            ends = model.new_bool_var("")
            arcs += [(len(scenes), one, begins), (one, len(scenes), ends)]
            model.add(start[one] == 0).only_enforce_if(begins)
            terms.append(made.location_costs[made.locations[one]] * begins)
            for other in scenes:
                if one != other:
                    goes = model.new_bool_var("")
                    arcs.append((one, other, goes))
                    model.add(
                        start[other] == start[one] + made.days[one]
                    ).only_enforce_if(goes)
                    if made.locations[one] != made.locations[other]:
                        cost = made.location_costs[made.locations[other]]
                        terms.append(cost * goes)
        model.add_circuit(arcs)
    model.minimize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2

    class Teller(cp_model.CpSolverSolutionCallback):
        """Prints each solution."""

        def on_solution_callback(self) -> None:
            """Print its cost."""
            say(cost=round(self.objective_value))

    solver.best_bound_callback = lambda bound: say(bound=int(bound + 1 - 1e-6))
    status = solver.solve(model, Teller())
    say(bound=int(solver.best_objective_bound + 1 - 1e-6))
    if status == cp_model.OPTIMAL:
        say(cost=round(solver.objective_value), bound=round(solver.objective_value))


def header(asked: argparse.Namespace) -> str:
    cells = ["problem", "scenes", "people"]
    for program in asked.programs:
        cells += [f"{SHOWN[program]}", "bound", "proof"]
    marks = ", ".join(f"{mark:g}" for mark in asked.marks)
    cells.append(f"Daybreak / best other at {marks} s")
    return f"| {' | '.join(cells)} |\n|{' --- |' * len(cells)}"


def row(path: Path, runs: dict[str, Run], asked: argparse.Namespace) -> str:
    made = problem(path)
    cells = [path.stem, str(len(made.days)), str(len(made.rates))]
    for program in asked.programs:
        run = runs[program]
        proof = run.proof_seconds
        cells += [
            "none" if run.cost is None else f"{run.cost:,}",
            f"{run.bound:,}",
            "" if proof is None else f"{proof:.2f} s",
        ]
    marks = []
    for mark in asked.marks:
        mine = runs["daybreak"].cost_at(mark) if "daybreak" in runs else None
        theirs = [run.cost_at(mark) for name, run in runs.items() if name != "daybreak"]
        best = min((cost for cost in theirs if cost is not None), default=None)
        marks.append("" if not mine or not best else f"{mine / best:.3f}")
    cells.append(" ".join(marks))
    return f"| {' | '.join(cells)} |"


def summary(runs: dict[str, dict[str, Run]], asked: argparse.Namespace) -> str:
    """Say in how much less time Daybreak proves what another proves too."""
    ratios = []
    for found in runs.values():
        others = [
            run.proof_seconds
            for name, run in found.items()
            if name != "daybreak" and run.proof_seconds is not None
        ]
        mine = found["daybreak"].proof_seconds if "daybreak" in found else None
        if others and mine is not None:
            ratios.append(mine / max(min(others), 1e-3))
    told = f"{asked.seconds:g} seconds each on {machine()}."
    if ratios:
        told += (
            f" Of {len(ratios)} problems that another proves, Daybreak takes "
            f"{median(ratios):.3f} of the faster one's time in the median."
        )
    return told


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


def keep(runs: dict[str, dict[str, Run]], asked: argparse.Namespace) -> None:
    """Keep each cost that is better than the one known, with how it was found."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    known = kept.setdefault("sequences", {})
    for name, found in runs.items():
        for program, run in found.items():
            if run.cost is None:
                continue
            proven = run.proof_seconds is not None
            entry = known.get(name)
            if (
                entry is None
                or run.cost < entry["cost"]
                or (proven and not entry["proven"])
            ):
                known[name] = {
                    "cost": run.cost,
                    "proven": proven,
                    "found": f"{SHOWN[program]}, {asked.seconds:g} s",
                }
    text = json.dumps(kept, indent=1, sort_keys=True)
    KEPT.write_text(f"{text}\n", encoding="utf-8", newline="\n")


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
