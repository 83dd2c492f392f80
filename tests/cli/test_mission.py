"""``demo mission``, and the founding case asked from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from daybreak.office.mission import mission_text
from tests.cli.running import run, run_json

FEW = ("--iterations", "30000", "--quiet", "--until", "2020-02-23")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Give the folder that a replay of one date keeps, and what it printed."""
    folder = tmp_path_factory.mktemp("kept") / "mission"
    done = run("demo", "mission", *FEW, "--keep", folder, "--width", "100")
    assert (done.exit_code, done.stderr) == (0, "")
    return folder, done.stdout


def test_a_date_is_told_from_what_is_known_to_the_release(
    kept: tuple[Path, str],
) -> None:
    lines = kept[1].splitlines()
    heads = [one for one in lines if one and not one.startswith(" ")]
    assert heads == ["Sun 23 Feb 2020", "Known", "Not certain", "Plan"]
    assert "  It breaks no rule." in lines
    last = [one.split(":")[1] for one in lines if " wraps " in one]
    assert last == [" Impossible 7", " Impossible 8"]
    assert max(len(one) for one in lines) <= 100


def test_a_kept_plan_can_be_checked_as_of_its_date(kept: tuple[Path, str]) -> None:
    folder, _ = kept
    assert sorted(path.name for path in folder.iterdir()) == [
        "mission.daybreak",
        "mission.json",
        "plan-2020-02-23.json",
    ]
    shoot, plan = folder / "mission.daybreak", folder / "plan-2020-02-23.json"
    found = run_json("check", shoot, plan, "--as-of", "2020-02-23")
    assert found["valid"] is True
    names = [one["name"] for one in run_json("boards", shoot)["boards"]]
    assert names == ["plan-2020-02-23"]


def test_a_second_replay_does_not_write_over_the_first(kept: tuple[Path, str]) -> None:
    folder, _ = kept
    before = (folder / "mission.daybreak").read_bytes()
    done = run("demo", "mission", *FEW, "--keep", folder)
    assert done.exit_code == 2
    assert "mission.daybreak" in done.stderr
    assert (folder / "mission.daybreak").read_bytes() == before


def test_the_dispute_can_be_asked_for(tmp_path: Path) -> None:
    source, shoot = tmp_path / "mission.json", tmp_path / "mission.daybreak"
    source.write_text(mission_text(), encoding="utf-8")
    assert run("load", source, "-o", shoot).exit_code == 0
    asked = ("facts", shoot, "picture/m7/release")
    found = run_json(*asked, "--as-of", "2020-10-02")
    assert (found["value"], found["disputed"]) == ("2021-07-23", True)
    told = run(*asked, "--as-of", "2020-10-02").stdout.splitlines()
    assert (
        "Disputed: Article C (2020-10-02) says 2021-07-23; "
        "Article B (2020-07-07) says 2021-11-19."
    ) in told
    found = run_json(*asked, "--as-of", "2021-02-25")
    assert (found["value"], found["disputed"]) == ("2021-11-19", False)
    by = {one["seq"]: one["source"]["outlet"] for one in found["history"]}
    assert by[found["settled_by"]] == "Article D"


def test_a_short_film_has_no_dates_to_stop_after() -> None:
    done = run("demo", "--until", "2020-07-07")
    assert done.exit_code == 2
    assert "Maybe ask for it: daybreak demo mission." in done.stderr
