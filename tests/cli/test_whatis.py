"""``daybreak whatis``: which plan a paper shows, in words and exit codes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.running import files, run, run_json
from tests.reports.made_up import harbor


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a production, its schedule, and a paper of the two."""
    pair = files(tmp_path, harbor())
    output = tmp_path / "one-liner.csv"
    assert run("report", "one-liner", *pair, "-o", output).exit_code == 0
    return tmp_path


def test_a_current_paper_exits_with_0(folder: Path) -> None:
    """E10."""
    paper, production = folder / "one-liner.csv", folder / "production.json"
    done = run("whatis", paper, production, folder / "schedule.json")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[:4] == [
        "one-liner.csv: CSV",
        "  production  The Harbor Light",
        "  board       schedule.json",
        "  revision    Draft",
    ]
    assert lines[-1] == "Current: it shows schedule.json as it is."


def test_an_old_paper_exits_with_1(folder: Path) -> None:
    """E10."""
    production, schedule = harbor()
    files(folder, (production, replace(schedule, days=schedule.days[1:])))
    paper, pair = folder / "one-liner.csv", folder / "production.json"
    done = run("whatis", paper, pair, folder / "schedule.json")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[-1].startswith("Out of date: schedule.json shows")


def test_a_paper_alone_exits_with_2_and_says_what_it_needs(folder: Path) -> None:
    done = run("whatis", folder / "one-liner.csv")
    assert done.exit_code == 2
    assert done.stdout.splitlines()[-1] == (
        "Name a document, or a production and a schedule, to compare."
    )


def test_a_file_that_is_not_there_is_told(folder: Path) -> None:
    done = run("whatis", folder / "none.pdf")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("daybreak: none.pdf:1: SCR-E01")


def test_json_tells_the_same(folder: Path) -> None:
    told = run_json("whatis", folder / "one-liner.csv")
    (stamp,) = told["stamps"]
    assert (told["ok"], told["status"], told["kind"]) == (True, "unknown", "CSV")
    assert stamp["mark"] == f"daybreak:{stamp['digest']}"
    assert told["ages"] == []
