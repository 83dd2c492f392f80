"""``daybreak levers`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.checking.productions import MON, board, on
from tests.cli.running import files, run, run_json
from tests.solving.levers.cases import HELD, one_held_day

FEW = ("--iterations", "200", "--seeds", "1", "--quiet")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Give the plan in which one absence costs one held day."""
    return files(tmp_path, one_held_day())


def test_levers_are_measured_written_and_kept(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    """What is kept is not planned again, and half a line at its end does no harm."""
    kept, picture = tmp_path / "levers.runs", tmp_path / "levers.svg"
    words = ("levers", *pair, "--only", "away", *FEW, "--keep", kept)
    found = run_json(*words, "-o", picture)
    (one,) = found["levers"]
    assert (one["kind"], one["saved"], one["each"]) == ("away", HELD, [HELD])
    assert one["name"] == "Ben Okafor free 2027-06-08 (a gala)"
    assert (found["cost"], found["searched_on"], found["interrupted"]) == (
        2000 + 3 * HELD,
        2000 + 3 * HELD,
        False,
    )
    assert picture.read_text().startswith("<svg")
    lines = kept.read_text().splitlines()
    assert len(lines) == 2
    kept.write_text("\n".join([*lines, '{"key": "ab']))
    again = run(*words, "--width", "100")
    assert kept.read_text().splitlines()[:2] == lines
    assert len(kept.read_text().splitlines()) == 3, "nothing was planned again"
    assert again.exit_code == 0
    assert "The lever that would help most:" in again.stdout
    assert "1. Ben Okafor free Tue 8 Jun 2027 (a gala): saves about $" in (
        again.stdout.replace("€", "$")
    )


def test_a_plan_that_breaks_rules_is_refused(tmp_path: Path) -> None:
    production, _ = one_held_day()
    bad = board(on(MON, "s1 s2"))
    done = run("levers", *files(tmp_path, (production, bad)), *FEW)
    assert done.exit_code == 2
    assert "what it could save means nothing yet" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--only", "aways"), 'Did you mean "away"?'),
        (("-o", "levers.ics"), "neither a calendar nor a schedule file"),
        (("-o", "nowhere/levers.pdf"), "there is no folder"),
        (("-o", "-"), "goes into a file"),
        (("-o", "levers.doc"), "its ending says no format"),
        (("--board", "blue"), "is named, too"),
        (("--today", "soon"), "is no day"),
        (("--keep", "nowhere/runs"), "no such file"),
    ],
)
def test_wrong_words_are_refused_at_once(
    pair: tuple[Path, Path], words: tuple[str, ...], said: str
) -> None:
    done = run("levers", *pair, *words, *FEW)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_production_without_a_plan_says_what_to_do(pair: tuple[Path, Path]) -> None:
    done = run("levers", pair[0], *FEW)
    assert done.exit_code == 2
    assert "Maybe name its JSON file" in done.stderr


def test_a_kind_without_a_lever_gives_an_empty_table(pair: tuple[Path, Path]) -> None:
    done = run("levers", *pair, "--only", "minor", *FEW, "--json")
    assert json.loads(done.stdout)["levers"] == []
