"""How long simulated shoots take: in one process, in two, on two Dask workers.

Run ``python benchmarks/risk.py [PRODUCTION SCHEDULE] [--runs N]``: it prints a Markdown
table. Without files the shipped example is planned first. The outcomes of every way are
held against each other: they have to be the same. Dask needs the extra ``[cluster]``;
without it that row is left out.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec

import daybreak as db
from daybreak.office.examples import example_production
from daybreak.risking import Bet, Outcome, RiskModel, outcomes
from daybreak.risking.cluster import outcomes_on

SECONDS_MOST = 300
PLANNED = 20_000
Way = tuple[str, Callable[[Bet, Sequence[int]], list[Outcome]]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("production", nargs="?")
    parser.add_argument("schedule", nargs="?")
    parser.add_argument("--runs", type=int, default=500)
    asked = parser.parse_args()
    bet = bet_on(asked.production, asked.schedule)
    runs = range(1, asked.runs + 1)
    print("| where | runs | seconds | runs a second |")
    print("| --- | --- | --- | --- |")
    first: list[Outcome] = []
    slowest = 0.0
    for name, way in ways():
        began = time.perf_counter()
        found = sorted(way(bet, runs), key=lambda one: one.run)
        took = time.perf_counter() - began
        slowest = max(slowest, took)
        print(f"| {name} | {len(found)} | {took:.1f} | {len(found) / took:.0f} |")
        first = first or found
        if found != first:
            print(f"{name} gives other answers")
            return 1
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(
        f"\nPython {platform.python_version()}, load {load}; same answers everywhere."
    )
    return 0 if slowest <= SECONDS_MOST else 1


def bet_on(production: str | None, schedule: str | None) -> Bet:
    """Give a bet on two files, or on the shipped example, planned now."""
    shoot = db.read(production) if production else example_production()
    plan = (
        db.read_schedule(schedule)
        if schedule
        else db.solve(shoot, iterations=PLANNED, seed=1).schedule
    )
    first = min(day.date for day in plan.days)
    return Bet(production=shoot, schedule=plan, model=RiskModel(), seed=1, today=first)


def ways() -> Iterator[Way]:
    """Yield every way to run, by name."""
    yield "1 process", lambda bet, runs: list(outcomes(bet, runs, workers=1))
    yield "2 processes", lambda bet, runs: list(outcomes(bet, runs, workers=2))
    if find_spec("distributed") is None:
        return
    cluster = import_module("distributed").LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        silence_logs=50,
    )
    with cluster:
        address = cluster.scheduler_address
        yield (
            "2 Dask workers",
            lambda bet, runs: list(outcomes_on(address, bet, runs)),
        )


if __name__ == "__main__":
    raise SystemExit(main())
