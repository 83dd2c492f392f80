"""The commands on documents, as a user runs them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from daybreak.model.files import read_schedule, write
from tests.cli.running import files, run, run_json
from tests.reports.made_up import harbor

WHITE = "board  saved            by\n"


@pytest.fixture
def shoot(tmp_path: Path) -> Path:
    """Give a document of the harbor, with its board as ``first``."""
    production, schedule = files(tmp_path, harbor())
    path = tmp_path / "shoot.daybreak"
    done = run("new", path, "--from", production, "--by", "anna")
    assert (done.exit_code, done.stdout) == (0, "")
    done = run("boards", path, "save", "first", schedule, "--by", "anna")
    assert done.stderr == "Saved as board first.\n"
    return path


def later(shoot: Path) -> Path:
    """Write the harbor's board with its first day left out."""
    _, schedule = harbor()
    gone, *days = schedule.days
    made = replace(
        schedule,
        days=tuple(days),
        boneyard=(*schedule.boneyard, *gone.strips),
        cost={},
        status=None,
        penalty=None,
    )
    path = shoot.parent / "later.json"
    write(made, path)
    return path


def test_new_document_without_a_production(tmp_path: Path) -> None:
    path = tmp_path / "long way.daybreak"
    done = run("new", path, "--title", "The Long Way", "--currency", "GBP")
    assert done.stderr == f"Written to {path}: 2 entries.\n"
    assert run_json("verify", path)["sound"] is True
    again = run("new", path)
    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr == f"daybreak: {path}: is there already - name another file\n"


def test_new_document_keeps_scripts(tmp_path: Path) -> None:
    script = tmp_path / "a script.fountain"
    script.write_bytes(b"INT. HOUSE - DAY\r\n")
    path, copy = tmp_path / "s.daybreak", tmp_path / "copy.fountain"
    run("new", path, "--script", script)
    done = run("export", path, "--script", "a-script.fountain", "-o", copy)
    assert (done.exit_code, copy.read_bytes()) == (0, b"INT. HOUSE - DAY\r\n")


def test_verify_says_what_is_there(shoot: Path) -> None:
    said = run("verify", shoot).stdout.splitlines()
    entries = run_json("verify", shoot)["entries"]
    assert said[0] == (
        f"{shoot} is sound: {entries} entries, 1 board, 0 revisions, 0 scripts, "
        "0 scenarios."
    )
    assert said[1].startswith("Last hash ")


def test_board_of_a_taken_name_changes_nothing(shoot: Path) -> None:
    before = run_json("verify", shoot)
    done = run("boards", shoot, "save", "first", later(shoot))
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        'daybreak: There is a board "first" already; nothing was changed.',
        "daybreak: Maybe choose another name, or replace it with --replace.",
    ]
    assert run_json("verify", shoot) == before


def test_board_of_another_production_is_refused(shoot: Path) -> None:
    other = later(shoot)
    other.write_text(other.read_text().replace('"main"', '"maine"'))
    before = run_json("verify", shoot)
    done = run("boards", shoot, "save", "second", other)
    assert (done.exit_code, "maine" in done.stderr) == (2, True)
    assert run_json("verify", shoot) == before


def test_freeze_restore_compare_and_drift(shoot: Path) -> None:
    done = run("freeze", shoot, "first", "--note", "crew", "--date", "2027-01-05")
    assert done.stderr.splitlines()[-1] == "Frozen as revision 1, white."
    run("boards", shoot, "save", "first", later(shoot), "--replace", "--by", "ben")
    found = run_json("boards", shoot, "compare", "white", "first")
    moved = [one["sort"] for one in found["comparison"]["strips"]]
    assert (found["same"], set(moved)) == (False, {"left out"})
    drift = run("boards", shoot, "drift", "first").stdout
    assert ": drift since white\n" in drift
    assert "\nPeople\n" in drift
    assert "\nCost\n" not in drift
    run("boards", shoot, "restore", "white", "second")
    assert run_json("boards", shoot, "compare", "white", "second")["same"] is True
    target = shoot.parent / "out.json"
    run("boards", shoot, "write", "white", "-o", target)
    assert read_schedule(target) == harbor()[1]


def test_board_that_breaks_rules_is_frozen_only_anyway(shoot: Path) -> None:
    schedule = harbor()[1]
    first, second, *rest = schedule.days
    twice = replace(second, strips=(*second.strips, first.strips[0]))
    path = shoot.parent / "twice.json"
    write(replace(schedule, days=(first, twice, *rest), cost={}), path)
    run("boards", shoot, "save", "twice", path)
    done = run("freeze", shoot, "twice")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == (
        "twice was not frozen: it breaks rules. Maybe mend it, or use --anyway."
    )
    found = run_json("freeze", shoot, "twice", "--anyway")
    assert (found["frozen"], found["color"]) == (True, "white")
    assert "once" in [one["rule"] for one in found["violations"]]


def test_list_tells_boards_and_revisions(shoot: Path) -> None:
    run("freeze", shoot, "first", "--by", "ben", "--date", "2027-01-05")
    said = run("boards", shoot).stdout
    assert said.startswith(WHITE)
    assert "\nwhite     first  Tue 5 Jan 2027  ben\n" in said
    assert said.endswith("1 board, 1 revision; the next is blue.\n")
    data = run_json("boards", shoot)
    assert [one["name"] for one in data["boards"]] == ["first"]
    assert data["revisions"][0]["date"] == "2027-01-05"


def test_undo_and_redo_by_person(shoot: Path) -> None:
    run("boards", shoot, "save", "first", later(shoot), "--replace", "--by", "ben")
    done = run("undo", shoot, "--by", "anna")
    assert done.exit_code == 2
    assert "ben changed board/first since" in done.stderr
    assert run("undo", shoot, "--by", "ben").stderr == "Undone: board/first.\n"
    assert run("redo", shoot, "--by", "ben").stderr == "Redone: board/first.\n"
    found = run_json("boards", shoot, "history", "first")["entries"]
    assert [(one["entered_by"], one["note"]) for one in found] == [
        *(("anna", ""), ("ben", "")),
        *(("ben", "undo"), ("ben", "redo")),
    ]


def test_export_and_load_give_the_same_document(shoot: Path) -> None:
    text, other = shoot.parent / "e.json", shoot.parent / "other.daybreak"
    run("export", shoot, "-o", text)
    run("load", text, "-o", other)
    assert run("export", other).stdout == text.read_text(encoding="utf-8")
    assert run_json("verify", other) == run_json("verify", shoot)


def test_backups(shoot: Path) -> None:
    copy, folder = shoot.parent / "copy.daybreak", shoot.parent / "backups"
    folder.mkdir()
    whole = run_json("verify", shoot)
    assert run_json("backup", shoot, "-o", copy)["hash"] == whole["hash"]
    then = shoot.parent / "then.daybreak"
    assert run_json("backup", shoot, "-o", then, "--until", "3")["entries"] == 3
    made = run_json("backup", shoot, "--into", folder)
    assert made["warnings"] == []
    assert Path(made["output"]).exists()
    done = run("backup", shoot)
    assert (done.exit_code, done.stdout) == (2, "")


def test_colors_can_be_set(shoot: Path) -> None:
    run("boards", shoot, "colors", "teal,mauve")
    assert run_json("boards", shoot)["next_color"] == "teal"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("save", "x"), "boards save takes NAME and SCHEDULE."),
        (("compare", "a", "b", "c"), "boards compare takes NAME and OTHER."),
        (("list", "x"), "boards list takes no more words."),
        (("write", "none"), 'There is no board or revision "none".'),
        (("drift", "first"), "No board was frozen yet."),
        (("history", "none"), 'There never was a board "none".'),
        (("remove", "none"), 'There is no board "none".'),
        (("restore", "first", "a b"), '"a b" is no name of a board.'),
        (("colors", "a,a"), "A color stands twice."),
    ],
)
def test_wrong_words_say_what_to_do(
    shoot: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("boards", shoot, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == f"daybreak: {said}"
    assert done.stderr.splitlines()[1].startswith("daybreak: Maybe ")


def test_damaged_document_is_exit_code_1_or_2(shoot: Path) -> None:
    content = bytearray(shoot.read_bytes())
    at = content.index(b'"entered_by":"anna"') + len('"entered_by":"')
    content[at] ^= 1
    shoot.write_bytes(bytes(content))
    done = run("verify", shoot)
    assert done.exit_code == 1
    assert "is not what was entered - open a backup from before\n" in done.stdout
    found = run_json("verify", shoot)
    assert (found["ok"], found["sound"]) == (True, False)
    json.dumps(found)


def test_access_to_what_is_no_document_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.daybreak"
    other.write_text("no document", encoding="utf-8")
    done = run("access", other)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is no Daybreak document" in done.stderr
