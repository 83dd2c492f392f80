"""Finished runs in the document: stopped, killed, taken up again, thrown away."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from daybreak.checking import costed
from daybreak.model.errors import UsageError
from daybreak.model.files import production_hash, write
from daybreak.office import boards, documents, finished_runs
from daybreak.office.asked import Asked
from daybreak.office.finished_runs import keeper_of
from daybreak.office.kept_runs import KeptRuns
from daybreak.office.risk import Risk, risk
from daybreak.office.risk_runs import How
from daybreak.risking import Outcome
from daybreak.solving.levers.replanning import Budget, outcome_of
from daybreak.store import finished
from daybreak.store.files import open_document
from daybreak.store.verifying import verify
from tests.cli.running import run
from tests.reference import ROOT
from tests.risking.shoots import MONDAY, exterior, production, scene, schedule

AT = datetime(2027, 5, 1, tzinfo=UTC)
SHOOT = production(exterior("a"), scene("b"))
PLAN = costed(SHOOT, schedule((MONDAY, ["a"]), ("2027-06-08", ["b"])))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Give a document with a plan."""
    path = tmp_path / "small.daybreak"
    write(SHOOT, tmp_path / "small.json")
    documents.load(tmp_path / "small.json", path, by="ann", at=AT)
    boards.save(path, "good", PLAN, by="ann", at=AT)
    return path


def asked(path: Path, runs: int, *, keep: Path | None) -> Risk:
    """Give the risk of a document's board."""
    how = How(runs=runs, workers=1, keep=keep)
    return risk(path, "", None, Asked(), how, model=None, today=None, made=AT)


def kept(path: Path, found: Risk) -> dict[int, Outcome]:
    """Give the runs that a document keeps of a bet."""
    keeper = keeper_of(path)
    assert keeper is not None
    return keeper.kept(found.bet.key())


def said_by(path: Path) -> tuple[object, ...]:
    """Give what a document says of its production and boards."""
    with open_document(path, write=False) as opened:
        return opened.journal.head(), opened.entries()


def test_runs_in_the_document_change_neither_production_nor_board(
    document: Path,
) -> None:
    before = said_by(document)
    found = asked(document, 12, keep=document)
    assert sorted(kept(document, found)) == [*range(1, 13)]
    assert said_by(document) == before
    again = asked(document, 12, keep=document)
    assert again.again == 12
    assert production_hash(again.bet.production) == production_hash(SHOOT)


def killed_after(document: Path, runs: int) -> int:
    """Simulate in a process, kill it -9; give how many runs it said were done."""
    command = [sys.executable, "-m", "tests.office.simulating", document, "5000"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as it:
        assert it.stdout is not None
        said = 0
        while said < runs:
            said = int(it.stdout.readline())
        it.kill()
        rest = [int(line) for line in it.stdout.read().split()]
    return max([said, *rest])


def test_a_killed_simulation_loses_no_run_that_it_said_was_done(
    document: Path,
) -> None:
    said = killed_after(document, 40)
    first = asked(document, 1, keep=None)
    assert sorted(kept(document, first))[:said] == [*range(1, said + 1)]
    with open_document(document) as opened:
        assert verify(opened).is_sound
    found = asked(document, said + 20, keep=document)
    assert found.again >= said
    assert found.summary == asked(document, said + 20, keep=None).summary


def test_kept_runs_that_are_not_what_the_plan_gives_are_done_again(
    document: Path,
) -> None:
    """They may come with a stranger's document, or from an older Daybreak."""
    honest = asked(document, 6, keep=document)
    lies = [replace(one, cost=1) for one in kept(document, honest).values()]
    keeper = keeper_of(document)
    assert keeper is not None
    keeper.keep(honest.bet.key(), lies, wait=1.0)
    found = asked(document, 6, keep=document)
    assert (found.summary, found.again) == (honest.summary, 0)
    assert found.said == (
        "Runs kept from before were of another making and are done again.",
    )
    assert asked(document, 6, keep=document).again == 6


def test_a_run_that_cannot_be_read_is_done_again(document: Path) -> None:
    honest = asked(document, 4, keep=document)
    with open_document(document) as opened:
        work = f"runs {honest.bet.key()}"
        finished.keep(opened, work, {"2": b"[]", "3": b"{", "4": b'{"run": 4}'})
    found = asked(document, 4, keep=document)
    assert (found.summary, found.again) == (honest.summary, 1)


def test_while_somebody_else_writes_runs_wait_and_it_is_told(document: Path) -> None:
    with open_document(document, by="Ben"):
        found = asked(document, 3, keep=document)
    assert found.summary.runs == 3
    [told] = found.said
    assert told.startswith("3 runs could not be kept: Ben on ")
    assert told.endswith("has it open. --keep FILE keeps them elsewhere.")
    assert kept(document, found) == {}


def test_what_is_kept_can_be_thrown_away(document: Path) -> None:
    found = asked(document, 5, keep=document)
    done = run("risk", document, "--forget")
    assert (done.exit_code, done.stderr) == (0, "Thrown away: 5 finished runs.\n")
    assert kept(document, found) == {}


def test_only_a_document_can_forget(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--forget: .*p\.json is no document"):
        finished_runs.forget(tmp_path / "p.json")


# --- replans of levers --------------------------------------------------------------


def test_replans_in_the_document_are_not_done_again(document: Path) -> None:
    before = said_by(document)
    made: list[int] = []

    def fresh(shoot: object, plan: object, budget: Budget, *, seed: int) -> object:
        made.append(seed)
        return outcome_of(SHOOT, PLAN, PLAN)

    for _ in range(2):
        replan = KeptRuns(str(document), Budget(iterations=10)).replan(fresh)  # type: ignore[arg-type]
        assert replan(SHOOT, PLAN, 7) == outcome_of(SHOOT, PLAN, PLAN)
    assert made == [7]
    assert said_by(document) == before


def test_a_command_keeps_in_the_document_unless_told_not_to(document: Path) -> None:
    few = ("--iterations", "100", "--seeds", "1", "--top", "1", "--tried", "1")
    for more, there in (("--keep", "-"), False), ((), True):
        done = run("levers", document, *few, *more)
        assert done.exit_code == 0
        with open_document(document, write=False) as opened:
            assert (dict(finished.finished(opened, "replans")) != {}) == there
