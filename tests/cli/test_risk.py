"""``daybreak risk`` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from daybreak.model.files import write
from daybreak.model.schedule import Schedule
from tests.cli.running import files, run, run_json
from tests.risking.shoots import MONDAY, exterior, production, scene, schedule

SHOOT = production(exterior("a"), scene("b"))
PLAN: Schedule = schedule((MONDAY, ["a"]), ("2027-06-08", ["b"]))
FEW = ("--runs", "20", "--workers", "1")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Give a production and a plan as files."""
    return files(tmp_path, (SHOOT, PLAN))


def test_it_answers_first_and_tells_every_assumption(pair: tuple[Path, Path]) -> None:
    done = run("risk", *pair, *FEW)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "Small: Risk"
    assert lines[4].startswith("Picture is ready for its release on Fri 31 Dec 2027 in")
    told = ("Weather, Town", "Overrun", "Illness", "A shutdown of all", "What is done")
    assert [one for one in told if one not in done.stdout] == []


def test_the_same_seed_says_the_same(pair: tuple[Path, Path]) -> None:
    one, other = (run_json("risk", *pair, *FEW, "--seed", "3") for _ in range(2))
    assert one == other
    assert one["pictures"][0]["id"] == "p"
    assert one["done"] == 20


@pytest.mark.parametrize("ending", ["svg", "html", "pdf", "txt", "xlsx", "json"])
def test_it_is_a_paper_in_every_format(pair: tuple[Path, Path], ending: str) -> None:
    path = pair[0].with_name(f"risk.{ending}")
    done = run("risk", *pair, *FEW, "-o", path)
    assert done.exit_code == 0
    assert path.stat().st_size > 1000


def test_the_model_can_be_written_changed_and_used(pair: tuple[Path, Path]) -> None:
    model = pair[0].with_name("risk.json")
    value = json.loads(run("risk", "--show-model").stdout)
    value["weather"] |= {"stopping_share": 1, "assumed_wet_share": 1}
    model.write_text(json.dumps(value))
    found = run_json("risk", *pair, *FEW, "--model", model)
    assert found["kinds"][0]["name"] == "weather, exteriors"
    assert found["kinds"][0]["runs"]["share"] == 1.0


def test_a_productions_own_model_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    write(production(scene("a"), extra={"risk": {"post": {"chance": 0.5}}}), path)
    assert json.loads(run("risk", path, "--show-model").stdout)["post"]["chance"] == 0.5


def test_runs_are_kept_where_it_is_said(pair: tuple[Path, Path]) -> None:
    keep = pair[0].with_name("my.runs")
    run("risk", *pair, *FEW, "--keep", keep)
    assert len(keep.read_text().splitlines()) == 20
    again = run("risk", *pair, *FEW, "--keep", keep)
    assert "20 runs kept from before, not done again." in again.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "A risk needs a production and a plan of it."),
        (("none.json", "none.json"), "none.json"),
    ],
)
def test_what_is_missing_is_told(words: tuple[str, ...], told: str) -> None:
    done = run("risk", *words)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_bad_model_is_told_by_its_field(pair: tuple[Path, Path]) -> None:
    model = pair[0].with_name("risk.json")
    model.write_text('{"illness": {"chance_a_day": 2}}')
    done = run("risk", *pair, "--model", model)
    assert done.exit_code == 2
    assert "illness.chance_a_day" in done.stderr
    model.write_text("{")
    assert "no JSON" in run("risk", *pair, "--model", model).stderr


def test_a_board_of_a_json_file_is_refused(pair: tuple[Path, Path]) -> None:
    done = run("risk", *pair, "--board", "first")
    assert done.exit_code == 2
    assert "is no document with boards" in done.stderr
