"""``daybreak report``: what it says, what it writes, how it ends."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from daybreak.reports.papers.kinds import KINDS
from tests.cli.running import files, real, run, run_json
from tests.reports.made_up import crossing, harbor


def _broken(folder: Path) -> tuple[Path, Path]:
    production, schedule = harbor()
    first = replace(schedule.days[0], strips=("s1", "s2", "s3a"))
    bad = replace(schedule, days=(first, *schedule.days[2:]), boneyard=("s4", "s6"))
    return files(folder, (production, bad))


def test_list_tells_every_kind() -> None:
    done = run("report", "--list")
    assert done.exit_code == 0
    assert [one.split()[0] for one in done.stdout.splitlines()] == list(KINDS)
    assert [one["kind"] for one in run_json("report", "--list")["kinds"]] == list(KINDS)


def test_a_paper_is_shown_on_the_terminal(tmp_path: Path) -> None:
    done = run("report", "costs", *files(tmp_path, harbor()), "--width", "90")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "The Harbor Light: Cost report"
    assert max(map(len, done.stdout.splitlines())) <= 90


def test_colors_follow_the_preset(tmp_path: Path) -> None:
    paths = files(tmp_path, harbor())
    classic = run("report", "stripboard", *paths, "--color").stdout
    other = run("report", "stripboard", *paths, "--color", "--night", "singleton")
    assert "48;2;177;202;252" in classic
    assert classic != other.stdout


def test_what_makes_no_difference_is_refused(tmp_path: Path) -> None:
    done = run("report", "costs", "no.json", "none.json", "--category", "props")
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        "daybreak: --category props: makes no difference to the paper costs.",
        "daybreak: Maybe leave it out; it is for elements, element-days.",
    ]
    done = run("report", "unit-calendar", "no.json", "none.json", "--drops", "first")
    assert "--drops first: makes no difference" in done.stderr


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.pdf", b"%PDF-"),
        ("a.html", b"<!doctype html>"),
        ("a.txt", b"The Harbor Light"),
        ("a.json", b"{"),
        ("a.xlsx", b"PK"),
    ],
)
def test_the_ending_says_the_format(tmp_path: Path, name: str, start: bytes) -> None:
    path = tmp_path / name
    done = run("report", "one-liner", *files(tmp_path, harbor()), "-o", path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"Written: {path}\n"
    assert path.read_bytes().startswith(start)


def test_a_paper_goes_through_a_pipe(tmp_path: Path) -> None:
    paths = files(tmp_path, harbor())
    done = real("report", "costs", *paths, "-o", "-", "--format", "pdf")
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF-")


def test_same_epoch_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E8: SOURCE_DATE_EPOCH is the moment of the papers."""
    paths = files(tmp_path, harbor())
    found = []
    for place, epoch in enumerate(("1800000000", "1800000000", "1800086400")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        path = tmp_path / f"{place}.pdf"
        assert run("report", "costs", *paths, "-o", path).exit_code == 0
        found.append(path.read_bytes())
    assert found[0] == found[1] != found[2]


def test_a_wrong_epoch_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    done = run("report", "costs", *files(tmp_path, harbor()))
    assert done.exit_code == 2
    assert "SOURCE_DATE_EPOCH=soon" in done.stderr


def test_a_broken_schedule_gives_marked_papers_and_ends_with_1(tmp_path: Path) -> None:
    paths = _broken(tmp_path)
    done = run("report", "costs", *paths)
    assert done.exit_code == 1
    assert "NOT VALID: breaks 1 rule" in done.stdout
    assert "daybreak check says which" in done.stderr
    found = run_json("report", "costs", *paths)
    assert (found["ok"], found["valid"]) == (True, False)
    assert found["paper"]["warning"] == "breaks 1 rule"


def test_all_papers_go_into_a_folder(tmp_path: Path) -> None:
    paths = files(tmp_path, crossing())
    found = run_json("report", "all", *paths, "-o", tmp_path / "papers")
    assert {one["kind"] for one in found["papers"]} == set(KINDS)
    assert all(Path(one["path"]).is_file() for one in found["papers"])


def test_a_document_gives_papers_of_its_boards(tmp_path: Path) -> None:
    production, schedule = files(tmp_path, harbor())
    shoot = tmp_path / "shoot.daybreak"
    assert run("load", production, "-o", shoot).exit_code == 0
    assert run("boards", shoot, "save", "first", schedule).exit_code == 0
    assert run("freeze", shoot, "first", "--date", "2027-02-02").exit_code == 0
    for words in ((), ("--board", "first"), ("--board", "white")):
        done = run("report", "costs", shoot, *words)
        assert done.exit_code == 0, done.stderr
        assert done.stdout.splitlines()[1] == "first · White, Tue 2 Feb 2027"
    assert run("report", "costs", shoot, schedule).exit_code == 0
    both = run("report", "costs", shoot, schedule, "--board", "first")
    assert both.exit_code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("one-linr",), 'Did you mean "one-liner"?'),
        (("one-liner", "--person", "norra"), 'Did you mean "nora"?'),
        (("one-liner", "--day", "2027-03-04"), "is no shooting day"),
        (("costs", "-o", "costs.doc"), "its ending says no format"),
        (("costs", "--format", "doc"), "is no format"),
        (("all",), "Maybe say which: -o papers."),
        (("costs", "--board", "first"), "Maybe leave one of them out."),
        (("costs", "-o", "costs.svg"), "has no picture"),
    ],
)
def test_wrong_wishes_are_refused_in_one_sentence(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    kind, *more = words
    done = run("report", kind, *files(tmp_path, harbor()), *more)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_nothing_asked_says_what_to_ask() -> None:
    done = run("report")
    assert done.exit_code == 2
    assert "daybreak report --list" in done.stderr


def test_json_of_a_written_paper_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    found = run_json("report", "costs", *files(tmp_path, harbor()), "-o", path)
    assert found["papers"] == [{"kind": "costs", "format": "json", "path": str(path)}]
    assert json.loads(path.read_text(encoding="utf-8"))["kind"] == "costs"
