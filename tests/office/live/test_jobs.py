"""Long work on an open document: one at a time, stopped at once, taken as one wish."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from daybreak.checking import check, count_costs, is_valid
from daybreak.model.errors import SolverError, UsageError
from daybreak.office.live import jobs as line
from daybreak.office.live import taking
from daybreak.office.live.asking import Wish, read_wish
from daybreak.office.live.jobs import Busy, Job, Jobs
from daybreak.office.live.session import LiveShoot
from daybreak.office.live.view import schedule_of
from daybreak.office.live.working import Answer, Desk
from tests.office.live.sessions import BOARD, days_of, send, session

PATIENCE = 180.0


@contextmanager
def working(folder: Path) -> Iterator[tuple[LiveShoot, Jobs, list[dict[str, Any]]]]:
    told: list[dict[str, Any]] = []
    with session(folder) as shoot:
        jobs = Jobs(shoot, tell=told.append)
        try:
            yield shoot, jobs, told
        finally:
            jobs.close()


def until(is_so: Callable[[], bool], seconds: float = PATIENCE) -> None:
    last = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < last, "it took too long"
        time.sleep(0.01)


def wish(kind: str = "plan", **more: Any) -> Wish:
    data = {"kind": kind, "seconds": 1, **more}
    if kind in ("plan", "replan", "why"):
        data.setdefault("board", BOARD)
    return read_wish(data)


def done(jobs: Jobs, asked: Wish) -> Job:
    job = jobs.start(asked, by="anna")
    until(lambda: job.state not in ("waiting", "running"))
    assert job.state == "done", job.said
    return job


def test_plan_is_checked_counted_and_taken_in_one_wish(tmp_path: Path) -> None:
    """RELIABILITY A7: a retry has no second effect; one undo takes it back."""
    with working(tmp_path) as (shoot, jobs, told):
        before = days_of(shoot)
        job = done(jobs, wish())
        assert job.answer is not None
        one = job.answer.proposals[0]
        assert is_valid(check(shoot.production(), one.schedule))
        counted = count_costs(shoot.production(), one.schedule).lines
        assert job.answer.told["proposals"][0]["cost"] == counted["total"]
        states = [message["state"] for message in told]
        assert states[0] in ("waiting", "running")
        assert states[-1] == "done"
        first = taking.take(shoot, job, 0, op="take-this-1", by="anna")
        assert schedule_of(shoot.board(BOARD)).days == one.schedule.days
        again = taking.take(shoot, job, 0, op="take-this-1", by="anna")
        assert again.applied.is_repeat
        assert shoot.head == first.applied.head
        send(shoot, "undo")
        assert days_of(shoot) == before
        edited_meanwhile(shoot, job)


def edited_meanwhile(shoot: LiveShoot, job: Job) -> None:
    """RELIABILITY B13: what somebody moved since stays, and is named."""
    assert job.answer is not None
    goes = {
        one: day.date.isoformat()
        for day in job.answer.proposals[0].schedule.days
        for one in day.strips
    }
    dates = [f"2027-03-{day:02d}" for day in (9, 10, 11, 12, 15)]
    target = next(day for day in dates if day != goes.get("s1"))
    send(shoot, "move", strips=["s1"], unit="main", date=target, by="ben")
    assert taking.stale_of(shoot, job) == [["s1"]]
    made = taking.take(shoot, job, 0, op="take-this-2", by="anna")
    assert made.stale == ("s1",)
    assert "s1" in days_of(shoot)[f"main/{target}"]


def children() -> list[int]:
    """Give the processes that this one started, on Linux."""
    tasks = Path("/proc/self/task").glob("*/children")
    return [int(one) for task in tasks for one in task.read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such files")
def test_search_lets_those_who_edit_go_first(tmp_path: Path) -> None:
    """F5: the processes of a plan are nicer than the server that edits."""
    with working(tmp_path) as (_, jobs, _):
        before = set(children())
        job = jobs.start(wish(seconds=60), by="anna")
        until(lambda: bool(set(children()) - before))
        mine = os.getpriority(os.PRIO_PROCESS, os.getpid())
        for one in set(children()) - before:
            assert os.getpriority(os.PRIO_PROCESS, one) == mine + line.POLITENESS
        jobs.stop(job.id)
        until(lambda: job.state not in ("waiting", "running"))


def test_of_a_selection_all_others_stay_and_so_does_what_is_locked(
    tmp_path: Path,
) -> None:
    with working(tmp_path) as (shoot, jobs, _):
        send(shoot, "lock", strips=["s3a"], locked=True)
        before = days_of(shoot)
        job = done(jobs, wish(strips=["s2", "s3a"]))
        made = job.answer.proposals[0].schedule  # type: ignore[union-attr]
        stands = {
            one: f"{day.unit}/{day.date}" for day in made.days for one in day.strips
        }
        for key, strips in before.items():
            assert all(stands[one] == key for one in strips if one != "s2")
        assert "s6" in made.boneyard


def test_what_happened_and_the_way_taken_are_undone_together(tmp_path: Path) -> None:
    with working(tmp_path) as (shoot, jobs, _):
        before = (days_of(shoot), shoot.production())
        away = {"what": "person", "about": "nora", "reason": "ill"}
        away |= {"from": "2027-03-01", "to": "2027-03-05"}
        job = done(
            jobs, wish("replan", today="2027-03-01", alternatives=3, happening=away)
        )
        assert job.answer is not None
        assert job.answer.told["broken_now"]
        assert shoot.production() == before[1]  # nothing is entered yet
        ways = job.answer.told["proposals"]
        costs = [one["cost"] for one in ways]
        assert costs == sorted(costs, reverse=True)
        taking.enter_facts(shoot, job, op="only-facts-1", by="anna")
        assert days_of(shoot) == before[0]
        assert shoot.production() != before[1]
        send(shoot, "undo")
        taking.take(shoot, job, 0, op="take-this-1", by="anna")
        nora = next(one for one in shoot.production().people if one.id == "nora")
        assert nora.unavailable[0].reason == "ill"
        assert is_valid(check(shoot.production(), schedule_of(shoot.board(BOARD))))
        send(shoot, "undo")
        assert (days_of(shoot), shoot.production()) == before


def test_rest_of_an_unfinished_scene_comes_with_the_way_taken(tmp_path: Path) -> None:
    with working(tmp_path) as (shoot, jobs, _):
        send(shoot, "set", path="title", value="Other", by="ben")
        asked = {"what": "unfinished", "about": "main", "from": "2027-03-01"}
        job = done(
            jobs,
            wish(
                "replan",
                today="2027-03-02",
                happening={**asked, "left": {"s1": 4}},
            ),
        )
        send(shoot, "set", path="scene/s2/notes", value="wet", by="ben")
        taking.take(shoot, job, 0, op="take-this-1", by="anna")
        scenes = {one.id: one for one in shoot.production().scenes}
        assert (scenes["s1"].eighths, scenes["s1-rest"].eighths) == (7, 4)
        assert scenes["s1-rest"].part_of == "s1"
        assert scenes["s2"].notes == "wet"  # what others entered meanwhile stays
        placed = [one for strips in days_of(shoot).values() for one in strips]
        assert "s1-rest" in placed
        assert days_of(shoot)["main/2027-03-01"] == ("s1", "s4", "s2")


def test_why_leads_to_the_facts_and_to_ways_out(tmp_path: Path) -> None:
    with working(tmp_path) as (shoot, jobs, _):
        unit = shoot.production().units[0]
        send(
            shoot,
            "set",
            path="person/nora/unavailable/all",
            value={"from": unit.start.isoformat(), "to": unit.end.isoformat()},
        )
        send(shoot, "park", strips=["s1", "s5"])
        job = done(jobs, wish("why", strips=["s6"], seconds=4))
        assert job.answer is not None
        conflict = job.answer.told["conflicts"][0]
        assert "person/nora/unavailable/all" in [
            one["path"] for one in conflict["facts"]
        ]
        before = shoot.production()
        lead = "person/nora/unavailable"
        ways = conflict["ways_out"]
        way = next(one for one in ways if one["path"].startswith(lead))
        assert way["facts"]
        for fact in way["facts"]:
            kind = "remove" if fact["removes"] else "set"
            value = {} if fact["removes"] else {"value": fact["value"]}
            send(shoot, kind, path=fact["path"], **value)
        away = [one.people[0].unavailable for one in (before, shoot.production())]
        assert away[0] != away[1]


# --- the line ------------------------------------------------------------------------


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Give an event that ends work which otherwise only a stop ends."""
    free = threading.Event()

    def worked(asked: Wish, desk: Desk) -> Answer:
        if asked.board == "" and asked.kind == "ways":
            raise SolverError("The engine was killed.\nMaybe try again.")
        if asked.kind == "scenarios":
            raise RuntimeError("secret details")
        while not (free.is_set() or desk.stop()):
            time.sleep(0.005)
        return Answer(told={"stopped": desk.stop()})

    monkeypatch.setattr(line, "worked", worked)
    yield free
    free.set()


def test_two_wait_in_line_and_the_next_is_refused(
    tmp_path: Path, slow: threading.Event
) -> None:
    """RELIABILITY D12: one solve, two waiting with their places, no more."""
    with working(tmp_path) as (_, jobs, _):
        first = jobs.start(wish(), by="anna")
        until(lambda: first.state == "running")
        others = [jobs.start(wish(), by="ben") for _ in range(2)]
        assert [jobs.view(one)["position"] for one in others] == [1, 2]
        with pytest.raises(Busy, match="2 plans wait already"):
            jobs.start(wish(), by="carl")
        jobs.stop(others[0].id)
        assert others[0].state == "stopped"
        assert jobs.view(others[1])["position"] == 1
        slow.set()
        until(lambda: others[1].state == "done")


def test_stop_ends_work_within_a_second(tmp_path: Path, slow: threading.Event) -> None:
    """RELIABILITY B5: what there is by then is the answer."""
    with working(tmp_path) as (_, jobs, told):
        job = jobs.start(wish(), by="anna")
        until(lambda: job.state == "running")
        jobs.stop(job.id)
        until(lambda: job.state == "done" and told[-1]["state"] == "done", 1.0)
        assert job.answer is not None
        assert told[-1]["state"] == "done"
        assert not slow.is_set()
        jobs.stop(job.id)  # over already: it is thrown away
        with pytest.raises(UsageError, match="not at hand any more"):
            jobs.get(job.id)


def test_failed_engine_is_a_message_and_the_line_goes_on(
    tmp_path: Path, slow: threading.Event
) -> None:
    """RELIABILITY B6: nothing of the document changes, and the next job is done."""
    with working(tmp_path) as (shoot, jobs, _):
        head = shoot.head
        bad = jobs.start(wish("ways"), by="anna")
        worse = jobs.start(wish("scenarios"), by="anna")
        until(lambda: worse.state == "failed")
        assert bad.said == "The engine was killed.\nMaybe try again."
        assert "secret" not in worse.said
        slow.set()
        done(jobs, wish())
        assert shoot.head == head


def test_job_of_another_board_or_of_none_is_refused(tmp_path: Path) -> None:
    with working(tmp_path) as (_, jobs, _):
        with pytest.raises(UsageError, match='no board "nothing"'):
            jobs.start(wish(board="nothing"), by="anna")
        with pytest.raises(UsageError, match="not at hand any more"):
            jobs.get("gone")
