"""``daybreak replan`` and ``daybreak compare``, as a user runs them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from daybreak.model.files import read, read_schedule, write
from daybreak.office.examples import example_production
from tests.cli.running import run, run_json
from tests.solving.searching import search

FEW = ("--iterations", "600")
Files = tuple[Path, Path, date]


@pytest.fixture(scope="module")
def shoot(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Ten Minutes Dark on disk, a schedule of it, and its third shooting day."""
    folder = tmp_path_factory.mktemp("shoot")
    made = example_production()
    schedule = search(made, iterations=8_000).schedule
    write(made, folder / "production.json")
    write(schedule, folder / "schedule.json")
    days = schedule.in_order()
    return folder / "production.json", folder / "schedule.json", days[2].date


def test_nothing_new_and_nothing_moves(shoot: Files, tmp_path: Path) -> None:
    production, schedule, today = shoot
    new = tmp_path / "new.json"
    done = run(
        *("replan", production, "--from", schedule, "--today", today, "-o", new, *FEW)
    )
    assert done.exit_code == 0, done.stderr
    assert "nothing moves" in done.stderr
    assert f"Next: daybreak compare {production} {schedule} {new}" in done.stderr
    assert read_schedule(new).in_order() == read_schedule(schedule).in_order()
    same = run("compare", production, schedule, new)
    assert same.exit_code == 0
    assert "Every strip stands where it stood." in same.stdout
    assert run_json("compare", production, schedule, new)["same"]


def test_an_unfinished_strip_needs_a_file_for_the_new_production(
    shoot: Files, tmp_path: Path
) -> None:
    production, schedule, today = shoot
    days = [day for day in read_schedule(schedule).in_order() if day.date < today]
    told = [
        {"unit": day.unit, "date": str(day.date), "strips": day.strips} for day in days
    ]
    strip = days[-1].strips[0]
    told[-1]["unfinished"] = {strip: 1}
    shot, new = tmp_path / "shot.json", tmp_path / "new.json"
    shot.write_text(json.dumps(told), encoding="utf-8")
    words = ("replan", production, "--from", schedule, "--today", today, *FEW)
    words = (*words, "--shot", shot, "-o", new)
    refused = run(*words)
    assert refused.exit_code == 2
    assert "--production-out" in refused.stderr
    assert not new.exists()
    split = tmp_path / "split.json"
    done = run_json(*words, "--production-out", split, "--alternatives", "3")
    assert done["rests"] == [{"scene": f"{strip}-rest", "part_of": strip}]
    for way in done["alternatives"]:
        assert run("check", split, way["output"]).exit_code == 0
    names = [way["output"] for way in done["alternatives"]]
    assert names[:1] == [str(new)]
    assert names[1:] == [
        str(tmp_path / f"new-{at}.json") for at in range(2, len(names) + 1)
    ]
    scenes = {scene.id: scene for scene in read(split).scenes}
    assert scenes[f"{strip}-rest"].eighths == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--today", "soon"), "'soon' is no date"),
        (("--today", "2027-02-10", "--change-cost", "-3"), "--change-cost"),
        (("--today", "2027-02-10", "--shot", "-", "--from", "-"), "standard input"),
        (("--today", "2027-02-10", "--shot", "nowhere.json"), "no such file"),
    ],
)
def test_wrong_words_are_refused(
    shoot: Files, words: tuple[str, ...], said: str
) -> None:
    production, schedule, _ = shoot
    done = run("replan", production, "--from", schedule, *words, *FEW)
    assert done.exit_code == 2
    assert said in done.stderr


def test_an_unknown_scene_is_refused_with_its_file(
    shoot: Files, tmp_path: Path
) -> None:
    production, schedule, _ = shoot
    other = tmp_path / "other.json"
    text = schedule.read_text(encoding="utf-8").replace('"s1"', '"s1000"')
    other.write_text(text, encoding="utf-8")
    done = run("compare", production, schedule, other)
    assert done.exit_code == 2
    assert str(other) in done.stderr
