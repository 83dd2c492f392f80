"""Stopped, killed, stalled or begun anew: a plan always ends with a sound answer."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from daybreak.model.errors import SolverError
from daybreak.model.files import read_schedule, to_json, write
from daybreak.model.schedule import Day, Schedule
from daybreak.office.examples import example_production
from daybreak.solving import Progress, running, solve
from daybreak.solving.tiny import tiny_production
from tests.cli.running import HERE
from tests.solving.processes import KillsAtBirth, signal_workers, workers_of
from tests.solving.searching import assert_sound, blocking, busy_production, search
from tests.strategies import random_production

MOMENTS = 8
FOREVER = 600.0
FAR_BELOW_FOREVER = 60.0


class After:
    """Says stop some seconds after it was made."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds

    def __call__(self) -> bool:
        return time.monotonic() >= self._at


# --- stopped ------------------------------------------------------------------------


def test_a_stop_at_any_moment_gives_a_sound_schedule() -> None:
    """RELIABILITY B5: 8 random moments, while the workers load and search."""
    made = busy_production()
    chance = random.Random()
    moments = [0.0, *(chance.uniform(0.0, 1.2) for _ in range(MOMENTS - 1))]
    for moment in moments:
        began = time.monotonic()
        result = solve(made, seconds=FOREVER, workers=1, stop=After(moment))
        assert time.monotonic() - began < FAR_BELOW_FOREVER, f"moments {moments}"
        assert_sound(made, result.schedule, result.cost)
        assert set(result.reasons) == set(result.schedule.boneyard)


def test_a_stop_in_the_middle_of_a_search_gives_its_board() -> None:
    """RELIABILITY B5."""
    made = busy_production()
    heard: list[Progress] = []
    result = solve(
        made,
        seconds=FOREVER,
        workers=1,
        progress=heard.append,
        stop=lambda: any(one.phase == "search" for one in heard),
    )
    assert_sound(made, result.schedule, result.cost)
    assert result.iterations > 0


def test_a_stop_before_the_first_board_puts_up_what_fits() -> None:
    """RELIABILITY B5: nothing was searched, and yet strips stand and nothing breaks."""
    made = busy_production()
    result = solve(made, seconds=FOREVER, workers=2, stop=lambda: True)
    assert_sound(made, result.schedule, result.cost)
    assert len(result.schedule.boneyard) < len(made.scenes)
    assert (result.iterations, result.notes) == (0, ())


@pytest.mark.parametrize("wait", [0.0, 0.3, 0.9])
def test_ctrl_c_at_any_moment_of_a_plan_writes_a_sound_schedule(
    wait: float, tmp_path: Path
) -> None:
    """RELIABILITY B5: to a real process, from the birth of its first worker on."""
    made = busy_production()
    paths = tmp_path / "production.json", tmp_path / "schedule.json"
    write(made, paths[0])
    words = [*HERE, "plan", str(paths[0]), "-o", str(paths[1]), "--seconds", "600"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as planning:
        while not workers_of(planning.pid):
            assert planning.poll() is None
            time.sleep(0.005)
        time.sleep(wait)
        planning.send_signal(signal.SIGINT)
        _, said = planning.communicate(timeout=FAR_BELOW_FOREVER)
    assert planning.returncode == 0, said
    assert "Stopped by Ctrl-C: this is the best so far." in said
    schedule = read_schedule(paths[1])
    assert_sound(made, schedule, schedule.cost["total"])


# --- killed and stalled --------------------------------------------------------------


class Once:
    """Does something at the first board that is told of."""

    def __init__(self, what: Callable[[], int]) -> None:
        self._what = what
        self.done = 0

    def __call__(self, progress: Progress) -> None:
        if progress.phase == "search" and not self.done:
            self.done = self._what()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV])
def test_best_so_far_outlives_all_workers(number: signal.Signals) -> None:
    """RELIABILITY B6."""
    made = busy_production()
    strike = Once(lambda: signal_workers(number))
    result = solve(made, seconds=FOREVER, workers=2, progress=strike)
    assert strike.done == 3
    assert_sound(made, result.schedule, result.cost)
    assert result.seconds < FAR_BELOW_FOREVER
    assert result.notes[:2] == tuple(
        f"Worker {number} ended before its time; the best of what it and the others "
        "had found was kept."
        for number in (0, 1)
    )


def test_search_goes_on_where_the_proof_was_killed() -> None:
    """RELIABILITY B6: the worker that proves a bound is the youngest."""
    made = example_production()

    def kill_the_proof() -> int:
        os.kill(max(workers_of(os.getpid())), signal.SIGKILL)
        return 1

    strike = Once(kill_the_proof)
    result = solve(made, seconds=2.0, workers=1, progress=strike)
    assert strike.done == 1
    assert_sound(made, result.schedule, result.cost)
    assert result.notes == (
        "The worker that proves the bound ended before its time; the best of what it "
        "had proven was kept.",
    )


def test_one_worker_goes_on_where_the_other_was_killed() -> None:
    """RELIABILITY B6."""
    made = busy_production()
    strike = Once(lambda: signal_workers(signal.SIGKILL, most=1))
    result = solve(made, iterations=200_000, workers=2, progress=strike)
    assert strike.done == 1
    assert_sound(made, result.schedule, result.cost)
    assert len(result.notes) == 1
    assert result.iterations >= 200_000


def test_workers_killed_at_birth_are_told_as_an_error() -> None:
    """RELIABILITY B6: no hang, no made-up schedule."""
    with KillsAtBirth() as killer, pytest.raises(SolverError) as caught:
        solve(busy_production(), seconds=FOREVER, workers=2)
    assert killer.killed >= 2
    assert str(caught.value) == (
        "The engine ended without a schedule: it said nothing.\n"
        "Maybe try again, with more time; nothing was written."
    )


def test_killed_workers_leave_a_start_as_it_was() -> None:
    """RELIABILITY B6 and B12."""
    made = busy_production()
    start = search(made).schedule
    with KillsAtBirth() as killer:
        result = solve(made, seconds=FOREVER, workers=1, start=start, prove=False)
    assert killer.killed >= 1
    assert_sound(made, result.schedule, result.cost)
    assert len(result.schedule.boneyard) <= len(start.boneyard)
    assert len(result.notes) == 1


def test_stalled_worker_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """RELIABILITY B6: a worker that stalls for minutes holds nothing up for long."""
    monkeypatch.setattr(running, "OVERTIME_SECONDS", 0.3)
    monkeypatch.setattr(running, "STOP_SECONDS", 0.3)
    made = busy_production()
    strike = Once(lambda: signal_workers(signal.SIGSTOP))
    result = solve(made, seconds=0.6, workers=1, progress=strike)
    assert strike.done == 2
    assert_sound(made, result.schedule, result.cost)
    assert len(result.notes) == 1
    assert result.seconds < FAR_BELOW_FOREVER


# --- begun anew ----------------------------------------------------------------------


@pytest.mark.parametrize("seed", [2, 40, 41])
def test_result_is_never_worse_than_its_start(seed: int) -> None:
    """RELIABILITY B12: even where nearly no move is made."""
    made = random_production(seed, scenes=24)
    first = search(made, seed=3, iterations=60_000)
    result = solve(made, iterations=1, workers=1, start=first.schedule)
    assert_sound(made, result.schedule, result.cost)
    assert (len(result.schedule.boneyard), result.cost) <= (first.boneyard, first.cost)


def test_searches_from_a_sound_board_keep_every_strip() -> None:
    """RELIABILITY B12: on 60 productions, by the engine alone."""
    kept = 0
    for seed in range(60):
        made = random_production(seed, scenes=12)
        first = search(made, seed=3, iterations=4000)
        again = search(made, iterations=1, start=first.schedule)
        assert (again.boneyard, again.cost) <= (first.boneyard, first.cost)
        assert_sound(made, again.schedule, again.cost)
        kept += len(made.scenes) - again.boneyard
    assert kept >= 100


def test_start_that_breaks_rules_is_mended() -> None:
    made = busy_production()
    unit = made.units[0]
    scenes = tuple(scene.id for scene in made.scenes)
    day = Day(unit=unit.id, date=unit.start, shift="night", strips=scenes)
    crowded = Schedule(days=(day,))
    assert blocking(made, crowded)
    result = solve(made, iterations=500, workers=1, start=crowded)
    assert_sound(made, result.schedule, result.cost)


# --- proven --------------------------------------------------------------------------


def proven_run(*, ends_when_proven: bool) -> running.Run:
    """Search three strips, beside a proof, and end."""
    task = {
        "kind": "search",
        "production": to_json(tiny_production()),
        "seconds": 4.0,
        "iterations": None,
        "start": None,
        "called": time.time(),
        "seed": 1,
    }
    run = running.Run(
        [task, {**task, "kind": "bound"}],
        bound_task=None,
        progress=None,
        stop=None,
        called=time.monotonic(),
        ends_when_proven=ends_when_proven,
    )
    run.until_done()
    return run


def test_a_search_ends_where_its_board_is_proven_best() -> None:
    run = proven_run(ends_when_proven=True)
    assert run.bound_for(0) == run.best.cost
    assert run._stopping_since is not None
    assert not run.was_stopped


def test_kernels_are_compiled_to_the_end_whatever_is_proven_before() -> None:
    """RELIABILITY B6: on a new machine the proof of a tiny shoot is there first."""
    run = proven_run(ends_when_proven=False)
    assert run.bound_for(0) == run.best.cost
    assert run._stopping_since is None
    assert [worker.done for worker in run.team] == [True, True]
