"""``plan``, ``demo`` and ``warmup``: from a production to a schedule and its papers."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from daybreak.checking import check, count_costs, is_valid
from daybreak.cli.progress import ProgressLine
from daybreak.model.files import (
    read,
    read_schedule,
    schedule_from_json,
    write,
)
from daybreak.model.production import Production
from daybreak.office import planning
from daybreak.office.examples import example_production, example_script
from daybreak.solving import Progress, Result
from tests.cli.running import HERE, files, real, run, run_json
from tests.reports.made_up import crossing, harbor

FEW = ("--iterations", "3000")


@pytest.fixture
def production(tmp_path: Path) -> Path:
    """Give the file of the harbor production."""
    return files(tmp_path, harbor())[0]


def test_plan_writes_a_valid_costed_schedule_and_says_where(
    production: Path, tmp_path: Path
) -> None:
    output = tmp_path / "planned.json"
    done = run("plan", production, "-o", output, *FEW)
    assert (done.exit_code, done.stdout) == (0, "")
    made, schedule = read(production), read_schedule(output)
    assert is_valid(check(made, schedule))
    assert schedule.cost == count_costs(made, schedule).lines
    assert f"The Harbor Light: {6 - len(schedule.boneyard)} of 6 scenes" in done.stderr
    assert f"Written to {output}. Next: daybreak show" in done.stderr


def test_plan_without_a_file_writes_the_schedule_to_the_pipe(production: Path) -> None:
    done = run("plan", production, *FEW, "--quiet")
    assert (done.exit_code, done.stderr) == (0, "")
    assert is_valid(check(read(production), schedule_from_json(done.stdout)))


def test_same_seed_and_iterations_write_the_same_bytes(
    production: Path, tmp_path: Path
) -> None:
    written = []
    for name in ("one.json", "two.json"):
        run("plan", production, "-o", tmp_path / name, *FEW, "--seed", "9")
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


def test_plan_gives_its_summary_as_data(production: Path, tmp_path: Path) -> None:
    found = run_json("plan", production, "-o", tmp_path / "s.json", *FEW)
    assert sorted(found) == [
        "boneyard",
        "bound",
        "cost",
        "days",
        "gap",
        "interrupted",
        "iterations",
        "notes",
        "ok",
        "output",
        "rests_on",
        "seconds",
        "seed",
        "status",
        "valid",
        "version",
    ]
    assert (found["ok"], found["valid"], found["interrupted"]) == (True, True, False)
    schedule = read_schedule(tmp_path / "s.json")
    assert found["cost"] == dict(schedule.cost)
    piped = run_json("plan", production, *FEW)
    assert piped["schedule"]["format"] == "daybreak/schedule"


def test_plan_says_what_is_proven_of_its_cost(production: Path, tmp_path: Path) -> None:
    done = run("plan", production, "-o", tmp_path / "s.json", *FEW, "--bound")
    schedule = read_schedule(tmp_path / "s.json")
    assert schedule.bound is not None
    assert 0 < schedule.bound <= schedule.cost["total"]
    assert "Proven: no valid schedule costs less than $" in done.stderr
    again = run("plan", production, "-o", tmp_path / "again.json", *FEW, "--bound")
    assert again.exit_code == 0
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "s.json").read_bytes()


def test_strip_that_fits_nowhere_is_told_with_its_reason(
    production: Path, tmp_path: Path
) -> None:
    document = json.loads(production.read_text())
    document["scenes"][0]["window"] = ["2026-01-05", "2026-01-06"]
    production.write_text(json.dumps(document))
    output = tmp_path / "planned.json"
    done = run("plan", production, "-o", output, *FEW)
    assert done.exit_code == 0
    schedule = read_schedule(output)
    assert schedule.boneyard == ("s1",)
    reason = schedule.extra["reasons"]["s1"]
    assert reason
    assert f"  - 1 INT. HOUSE - DAY: {reason}" in done.stderr
    assert f"daybreak why {production} {output}\n" in done.stderr
    board = run("show", production, output, "--width", "1000")
    assert reason in board.stdout
    found = run_json("plan", production, *FEW)
    assert found["boneyard"] == [{"scene": "s1", "reason": reason}]


def test_plan_from_a_schedule_is_never_worse(production: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    run("plan", production, "-o", first, "--iterations", "20000")
    done = run("plan", production, "--from", first, "-o", second, "--iterations", "9")
    assert done.exit_code == 0
    before, after = read_schedule(first), read_schedule(second)
    assert after.cost["total"] <= before.cost["total"]
    assert len(after.boneyard) <= len(before.boneyard)


def test_progress_in_a_pipe_is_one_plain_line_for_an_improvement(
    production: Path, tmp_path: Path
) -> None:
    done = real("plan", production, "-o", tmp_path / "s.json", "--seconds", "1.5")
    assert done.returncode == 0
    told = done.stderr.decode().splitlines()
    assert any(one.endswith(" moves") and "boneyard" in one for one in told)
    assert b"\r" not in done.stderr
    assert b"\x1b" not in done.stderr


def test_whole_pipe_from_script_to_board(tmp_path: Path) -> None:
    script = tmp_path / "script.fountain"
    script.write_text(example_script(), encoding="utf-8")
    production = tmp_path / "production.json"
    line = (
        f'"$@" import - -q --start 2027-03-01 < {script} | tee {production} '
        '| "$@" plan - -o - -q --iterations 2000 '
        f'| "$@" show {production} -; echo "${{PIPESTATUS[*]}}"'
    )
    done = subprocess.run(
        ["bash", "-c", line, "bash", *HERE],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    *board, codes = done.stdout.splitlines()
    assert codes == "0 0 0 0"
    assert any("END OF DAY 1  " in row for row in board)
    assert "valid" in board[1]


def test_ctrl_c_gives_the_best_so_far_and_says_so(
    production: Path, tmp_path: Path
) -> None:
    """RELIABILITY B5: a canceled search ends at once with a checked schedule."""
    output = tmp_path / "s.json"
    with subprocess.Popen(
        [*HERE, "plan", str(production), "-o", str(output), "--seconds", "300"],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as planning_process:
        assert planning_process.stderr is not None
        for line in planning_process.stderr:
            if "moves" in line:
                break
        asked = time.monotonic()
        planning_process.send_signal(signal.SIGINT)
        said = planning_process.stderr.read()
        code = planning_process.wait()
    assert time.monotonic() - asked <= 5
    assert code == 0
    assert "Stopped by Ctrl-C: this is the best so far." in said
    assert is_valid(check(read(production), read_schedule(output)))


def test_invalid_schedule_of_an_engine_is_never_written(
    production: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SPEC 3 and RELIABILITY B1: whatever is published has passed the rule book."""
    made, schedule = harbor()
    broken = replace(schedule, days=schedule.days[:1], boneyard=())
    found = replace(_result_for(made), schedule=broken)
    monkeypatch.setattr("daybreak.solving.solve", lambda *_, **__: found)
    output = tmp_path / "s.json"
    done = run("plan", production, "-o", output)
    assert (done.exit_code, done.stdout, output.exists()) == (3, "", False)
    assert "The engine gave a schedule that breaks 3 rules" in done.stderr


def test_wrong_cost_of_an_engine_is_never_written(
    production: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, schedule = harbor()
    wrong = replace(schedule, cost={**schedule.cost, "total": 1})
    found = replace(_result_for(made), schedule=wrong)
    monkeypatch.setattr("daybreak.solving.solve", lambda *_, **__: found)
    done = run("plan", production, "-o", tmp_path / "s.json")
    assert (done.exit_code, (tmp_path / "s.json").exists()) == (3, False)
    assert "the rule book counts" in done.stderr


def _result_for(made: Production) -> Result:
    return planning.plan(made, iterations=64).result


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("plan", "-", "--from", "-"), "Both documents are to come"),
        (("plan", "absent.json"), "absent.json: no such file"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr


@pytest.mark.parametrize("place", ["missing/s.json", ""])
def test_output_that_cannot_be_written_is_refused_before_the_search(
    production: Path, tmp_path: Path, place: str
) -> None:
    began = time.monotonic()
    done = run("plan", production, "-o", tmp_path / place, "--seconds", "60")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "cannot be written" in done.stderr
    assert time.monotonic() - began < 30


def test_start_of_another_production_is_refused(
    production: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    write(crossing()[1], other)
    done = run("plan", production, "--from", other, *FEW)
    assert (done.exit_code, done.stdout) == (2, "")
    assert 'unknown scene "x0"' in done.stderr


def test_live_line_is_for_a_terminal_only() -> None:
    line = ProgressLine("USD")
    stand = Progress(
        phase="search", cost=1200, days=3, boneyard=1, seconds=2.5, iterations=9000
    )
    assert line.text(stand) == (
        "   2.5 s  $1,200  3 days  1 strip in the boneyard  9,000 moves"
    )


# --- demo and warmup ----------------------------------------------------------------


def test_demo_prints_a_board_and_a_cost_table() -> None:
    done = run("demo", *FEW, "--quiet")
    assert (done.exit_code, done.stderr) == (0, "")
    title = example_production().title
    lines = done.stdout.splitlines()
    assert lines[0].startswith(title)
    assert f"{title}: what it costs" in lines
    assert any("END OF DAY 1  " in row for row in lines)


def test_demo_keeps_its_files_to_go_on_with(tmp_path: Path) -> None:
    folder = tmp_path / "example"
    done = run("demo", *FEW, "--keep", folder)
    assert done.exit_code == 0
    kept = sorted(path.name for path in folder.iterdir())
    assert kept == [
        "ten-minutes-dark-schedule.json",
        "ten-minutes-dark.fountain",
        "ten-minutes-dark.json",
    ]
    paths = folder / kept[2], folder / kept[0]
    assert run("check", *paths).exit_code == 0
    assert f"daybreak show {paths[0]} {paths[1]} --dood" in done.stderr


def test_demo_gives_its_papers_as_data() -> None:
    found = run_json("demo", *FEW, "--quiet")
    assert sorted(found) == ["board", "cost_table", "ok", "valid"]
    assert found["cost_table"]["total"] == found["board"]["cost"]


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    done = run("demo", *FEW, "--quiet", "--keep", tmp_path / "taken" / "x")
    assert done.exit_code == 2
    assert "not a directory" in done.stderr


def test_warmup_says_that_it_is_ready() -> None:
    done = run("warmup")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Ready after" in done.stderr
    assert sorted(run_json("warmup", "--quiet")) == ["ok", "seconds"]
