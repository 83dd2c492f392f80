"""The page on scenarios does what it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from daybreak.office import ways
from tests.cli.running import run, run_json
from tests.conftest import Compare
from tests.docs.pages import DOCS, blocks_of, text_of

PAGE = DOCS / "scenarios.md"
ALL_DONE = ("--width", "120")


def lines_of(number: int) -> list[list[str]]:
    """Give the commands of a block, each as words."""
    block = blocks_of(PAGE, "sh")[number]
    return [shlex.split(line) for line in block.splitlines()]


def test_page_shows_what_its_lines_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renewed: Compare
) -> None:
    ferry = blocks_of(DOCS / "production-document.md", "json")[0]
    (tmp_path / "ferry.json").write_text(ferry, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    *before, last = lines_of(0)
    assert len(before) == 5
    for words in before:
        done = run(*words[1:])
        assert (words[0], done.exit_code) == ("daybreak", 0), done.stderr
    shown = run(*last[1:], *ALL_DONE).stdout
    page = text_of(PAGE)
    old = blocks_of(PAGE, "text")[0]
    renewed("docs/scenarios.md", page.replace(old, shown, 1))


def test_ways_of_the_page_are_those_that_are_planned() -> None:
    told = re.findall(r"^\| `([^`]+)` \| ", text_of(PAGE), re.MULTILINE)
    rows = [one for one in told if not one.startswith("daybreak")]
    assert rows == [ways.TOGETHER, ways.THEN.join(("m7", "m8")), ways.ALONE]
    assert lines_of(2)[0][1:4] == ["scenarios", "mission/mission.daybreak", "ways"]


def test_every_word_of_the_command_is_told() -> None:
    words = {"add", "list", "history", "remove", "ways"}
    told = re.findall(r"^\| `daybreak scenarios SHOOT (\w+)", text_of(PAGE), re.M)
    assert words <= {*told}


def test_scenario_of_the_page_comes_back(tmp_path: Path) -> None:
    """What is told of quotes holds: fields of a thing stand in one pair of them."""
    ferry = blocks_of(DOCS / "production-document.md", "json")[0]
    (tmp_path / "ferry.json").write_text(ferry, encoding="utf-8")
    shoot = tmp_path / "ferry.daybreak"
    run("load", tmp_path / "ferry.json", "-o", shoot)
    words = [shoot if one.endswith(".daybreak") else one for one in lines_of(0)[2][1:]]
    assert run(*words).exit_code == 0
    what_if = run_json("scenarios", shoot, "list")["scenarios"][0]["what_ifs"][0]
    assert what_if["value"] == {"from": "2027-06-07", "to": "2027-06-14"}
