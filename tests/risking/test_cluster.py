"""Runs on a Dask cluster: the same answers, also when a worker is killed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest

from daybreak.model.errors import UsageError
from daybreak.risking import Outcome, cluster
from daybreak.risking.cluster import outcomes_on
from tests.risking.shoots import runs
from tests.risking.test_running import a_bet

RUNS = int(os.environ.get("DAYBREAK_CLUSTER_RUNS", "40"))
"""40 with every change, where Dask is installed; 400 by night; 0 for none."""
with_a_cluster = pytest.mark.skipif(not RUNS, reason="DAYBREAK_CLUSTER_RUNS is 0")


@pytest.fixture(scope="module")
def two_workers() -> Iterator[Any]:
    """Give a cluster of two processes on this machine."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        silence_logs=50,
    ) as made:
        yield made


def in_order(found: list[Outcome]) -> list[Outcome]:
    """Give outcomes by the number of their run."""
    return sorted(found, key=lambda one: one.run)


@with_a_cluster
def test_a_cluster_gives_what_one_process_gives(two_workers: Any) -> None:
    one = a_bet()
    found = outcomes_on(two_workers.scheduler_address, one, range(1, 25))
    assert in_order(list(found)) == runs(one, 24)


@with_a_cluster
def test_a_killed_worker_loses_no_finished_run(two_workers: Any) -> None:
    one = a_bet()
    found: list[Outcome] = []
    pids = [worker.pid for worker in two_workers.workers.values()]
    for outcome in outcomes_on(two_workers.scheduler_address, one, range(1, RUNS + 1)):
        found.append(outcome)
        if len(found) == 10:
            os.kill(pids[0], signal.SIGKILL)
            time.sleep(0.1)
    assert in_order(found) == runs(one, RUNS)


def test_nobody_at_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    with pytest.raises(UsageError, match=r"--on tcp://127\.0\.0\.1:9"):
        list(outcomes_on("tcp://127.0.0.1:9", a_bet(), [1]))
