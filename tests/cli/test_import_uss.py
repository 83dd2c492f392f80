"""``import`` and ``report`` of schedule files: their boards, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from daybreak.model.files import production_from_json, read, read_schedule
from tests.cli.running import real, run, run_json
from tests.importers.made_uss import board, data_of, made
from tests.uss_checker import faults


@pytest.fixture
def schedule(tmp_path: Path) -> Path:
    """Give a schedule file of three scenes and a board of two days."""
    path = tmp_path / "pier.uss"
    path.write_bytes(data_of(made()))
    return path


def test_a_board_can_be_laid_beside_a_plan(schedule: Path, tmp_path: Path) -> None:
    production, human, planned = (tmp_path / one for one in ("p.json", "h.json", "n"))
    done = run("import", schedule, "-o", production, "--schedule", human)
    assert (done.exit_code, done.stdout) == (0, "")
    told = done.stderr.splitlines()
    assert told[0] == "The Pier: 3 scenes, 2 pgs, 2 characters, 2 locations"
    board_told = "  - Board: 2 days, 1 strip in the boneyard, $11,171; breaks no rule"
    assert f"{board_told} -> {human}" in told
    assert told[-1] == f"Then: daybreak compare {production} {human} schedule.json"
    assert run("check", production, human).exit_code == 0
    wrote = run("plan", production, "-o", planned, "--iterations", "2000", "--quiet")
    assert wrote.exit_code == 0
    compared = run("compare", production, human, planned)
    assert compared.exit_code == 0
    assert "2A" in compared.stdout


def test_all_boards_go_into_a_folder(schedule: Path, tmp_path: Path) -> None:
    root = made()
    root["stripboards"].append({**root["stripboards"][0], "id": "2", "name": "Böard"})
    schedule.write_bytes(data_of(root))
    folder = tmp_path / "boards"
    done = run("import", schedule, "-o", tmp_path / "p.json", "--schedules", folder)
    assert done.exit_code == 0
    assert sorted(one.name for one in folder.iterdir()) == [
        "board-2.json",
        "board.json",
    ]
    production = read(tmp_path / "p.json")
    for one in folder.iterdir():
        assert len(read_schedule(one).days) == 2
        assert run("check", tmp_path / "p.json", one).exit_code == 0
    assert production.title == "The Pier"


def test_a_board_that_breaks_a_rule_is_written_and_said(
    schedule: Path, tmp_path: Path
) -> None:
    root = made()
    root["elements"][6]["daysOff"] = [5]
    schedule.write_bytes(data_of(root))
    production, human = tmp_path / "p.json", tmp_path / "h.json"
    done = run("import", schedule, "-o", production, "--schedule", human)
    assert done.exit_code == 0
    assert "breaks cast 1" in done.stderr
    assert (
        "      ANNA works on Fri 11 Jun 2027 and is not available then (day off each "
        "week)" in done.stderr.splitlines()
    )
    assert run("check", production, human).exit_code == 1


def test_json_tells_the_boards(schedule: Path, tmp_path: Path) -> None:
    human = tmp_path / "h.json"
    data = run_json("import", schedule, "--schedule", human)
    assert data["production"]["title"] == "The Pier"
    (one,) = data["boards"]
    assert {key: one[key] for key in one if key != "cost"} == {
        "name": "Board",
        "output": [str(human)],
        "days": 2,
        "boneyard": 1,
        "valid": True,
        "violations": [],
    }
    assert one["cost"]["total"] == 11_171


def test_a_schedule_comes_through_a_pipe(schedule: Path) -> None:
    data = schedule.read_bytes()
    done = real("import", "-", "--format", "uss", "-q", stdin=data)
    assert done.returncode == 0
    assert production_from_json(done.stdout.decode()).title == "The Pier"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--board", "Bored"], 'no board "Bored" with days.'),
        (["--unit", "Main"], "The units of a schedule are its boards."),
        (["--schedule", "-"], "both to go to standard output"),
    ],
)
def test_what_a_schedule_cannot_be_asked_is_refused(
    schedule: Path, more: list[str], said: str
) -> None:
    done = run("import", schedule, *more)
    assert done.exit_code == 2
    assert said in done.stderr


def test_two_schedules_are_refused(schedule: Path) -> None:
    done = run("import", schedule, schedule)
    assert done.exit_code == 2
    assert "2 files are no one schedule." in done.stderr


def test_a_script_has_no_board(tmp_path: Path) -> None:
    script = tmp_path / "pier.fountain"
    script.write_text("INT. HOUSE - DAY\n\nRain.\n", "utf-8")
    done = run("import", script, "--schedule", tmp_path / "h.json")
    assert done.exit_code == 2
    assert "a script has no board" in done.stderr.replace("\n", " ")


def test_a_file_without_a_board_says_so(schedule: Path, tmp_path: Path) -> None:
    root = made()
    root["stripboards"][0]["boards"] = [board("stripboard", ["b1", "b2", "b3"])]
    schedule.write_bytes(data_of(root))
    production, human = tmp_path / "p.json", tmp_path / "h.json"
    done = run("import", schedule, "-o", production, "--schedule", human)
    assert done.exit_code == 2
    assert "The file has no board with days." in done.stderr
    assert not production.exists()
    assert not human.exists()


def test_a_broken_file_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.uss"
    path.write_text('{\n "universalScheduleStandard": {,\n', "utf-8")
    output = tmp_path / "p.json"
    done = run("import", path, "-o", output)
    assert done.exit_code == 2
    assert "broken.uss:2:32: USS-E01 no JSON" in done.stderr
    assert not output.exists()


def test_a_schedule_is_reported_as_a_file(schedule: Path, tmp_path: Path) -> None:
    production, human, out = (tmp_path / one for one in ("p.json", "h.json", "o.uss"))
    run("import", schedule, "-o", production, "--schedule", human, "-q")
    done = run("report", "uss", production, human, "-o", out)
    assert done.exit_code == 0
    assert faults(json.loads(out.read_bytes())) == []
    again = run_json("import", out)
    assert again["warnings"] == []
    assert again["production"]["scenes"] == [
        json.loads(production.read_bytes())["scenes"][at] for at in range(3)
    ]
    listed = run("report", "uss", production, human)
    assert "What the standard has no field for" in listed.stdout


def test_no_other_paper_is_a_schedule_file(schedule: Path, tmp_path: Path) -> None:
    production, human = tmp_path / "p.json", tmp_path / "h.json"
    run("import", schedule, "-o", production, "--schedule", human, "-q")
    done = run("report", "one-liner", production, human, "-o", tmp_path / "o.uss")
    assert done.exit_code == 2
    assert "daybreak report uss" in done.stderr
