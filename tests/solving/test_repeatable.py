"""RELIABILITY B3: the same seed and iterations give the same bytes."""

from __future__ import annotations

import random
from pathlib import Path

from daybreak.model.files import read_schedule, write
from daybreak.solving import solve
from tests.cli.running import real
from tests.solving.searching import busy_production

PROCESSES = 5


def planned(production: Path, output: Path, iterations: int, **environment: str) -> str:
    words = ("--iterations", str(iterations), "--seed", "5", "-q")
    done = real("plan", production, "-o", output, *words, **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    return output.read_text(encoding="utf-8")


def test_five_processes_write_the_same_bytes(tmp_path: Path) -> None:
    """RELIABILITY B3: with five random hash seeds of Python."""
    made = busy_production()
    write(made, tmp_path / "production.json")
    seeds = [str(random.randrange(1, 2**32)) for _ in range(PROCESSES)]
    written = {
        planned(
            tmp_path / "production.json",
            tmp_path / f"{number}.json",
            3000,
            PYTHONHASHSEED=seed,
        )
        for number, seed in enumerate(seeds)
    }
    assert len(written) == 1, f"hash seeds {seeds}"
    schedule = read_schedule(tmp_path / "0.json")
    reasons = schedule.extra["reasons"]
    assert len(schedule.days) >= 3
    assert sum(" on " in reason and ", " in reason for reason in reasons.values()) >= 3


def test_other_seed_gives_another_search() -> None:
    made = busy_production()
    found = {
        solve(made, iterations=400, seed=seed, workers=1).schedule.days
        for seed in (1, 2, 3)
    }
    assert len(found) > 1


def test_uncompiled_engines_give_the_same_bytes(tmp_path: Path) -> None:
    """The kernels mean the same with and without compilation."""
    path = tmp_path / "production.json"
    write(busy_production(), path)
    compiled = planned(path, tmp_path / "compiled.json", 400)
    plain = planned(path, tmp_path / "plain.json", 400, NUMBA_DISABLE_JIT="1")
    assert plain == compiled
    assert len(read_schedule(tmp_path / "plain.json").days) >= 3
