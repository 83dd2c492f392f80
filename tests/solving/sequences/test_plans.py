"""Sequences planned as a user does: the same bytes again, proven, within the limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from daybreak.checking import check, count_costs, is_valid
from daybreak.model.files import read_schedule, write
from daybreak.solving import solve
from daybreak.solving.sequences.recognizing import recognized
from tests.cli.running import real
from tests.solving.sequences.made import least, production


def planned(path: Path, output: Path, iterations: int, **environment: str) -> str:
    words = ("--iterations", str(iterations), "--seed", "3", "-q")
    done = real("plan", path, "-o", output, *words, **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    return output.read_text(encoding="utf-8")


def test_the_same_seed_and_iterations_write_the_same_bytes(tmp_path: Path) -> None:
    """RELIABILITY B3: with other hash seeds of Python, and without compilation."""
    path = tmp_path / "production.json"
    write(production(13, 11, places=3), path)
    ways = [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "77"},
        {"NUMBA_DISABLE_JIT": "1"},
    ]
    written = {
        planned(path, tmp_path / f"{at}.json", 300, **way)
        for at, way in enumerate(ways)
    }
    assert len(written) == 1


def test_a_plan_of_a_sequence_is_the_best_and_says_so() -> None:
    """RELIABILITY B2, by the front door: `optimal` where bound and cost meet."""
    for seed in (2, 9):
        made = production(seed, 7, places=1 + seed % 3)
        sequence = recognized(made)
        assert sequence is not None
        result = solve(made, seconds=60.0, workers=1)
        best = least(sequence) + sequence.fixed_cost
        assert (result.cost, result.bound, result.status) == (best, best, "optimal")
        assert is_valid(check(made, result.schedule))
        assert count_costs(made, result.schedule).lines["total"] == best


@pytest.mark.twin
def test_a_plan_that_is_not_proven_does_not_say_it_is(tmp_path: Path) -> None:
    path = tmp_path / "production.json"
    write(production(33, 40, places=4), path)
    planned(path, tmp_path / "schedule.json", 30)
    schedule = read_schedule(tmp_path / "schedule.json")
    assert schedule.bound is not None
    assert schedule.bound < schedule.cost["total"]
    assert schedule.status == "feasible"
