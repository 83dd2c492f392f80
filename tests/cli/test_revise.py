"""``daybreak revise``, as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from daybreak.model.files import read, read_schedule
from tests.cli.running import files, run, run_json
from tests.office.test_revising import Files
from tests.reports.made_up import harbor

HEAD = "TEN MINUTES DARK, Blue draft (blue.fountain): 31 scenes, 27 unchanged, "
CHANGES = f"""{HEAD}1 changed, 1 moved, 1 added, 1 omitted

  4    EXT. LIGHTHOUSE - ROCKS - DAY        changed: cast + WARDEN; length 7/8 -> 1 1/8
  9    INT. HARBOR OFFICE - NIGHT           omitted
  20   INT. SPRUCE HOUSE - SUN ROOM - DUSK  moved: in the script after 19 -> after 24
  30A  EXT. HARBOR MARKET - DAY             added
"""


@pytest.fixture
def given(tmp_path: Path) -> Files:
    return Files(tmp_path)


def test_a_draft_is_told_scene_by_scene(given: Files, tmp_path: Path) -> None:
    new, board = tmp_path / "new.json", tmp_path / "t.json"
    done = run(
        *("revise", given.json, given.blue, "-o", new),
        *("--schedule", given.schedule, "--schedule-out", board),
    )
    assert done.stdout.startswith(CHANGES)
    assert "\nQuestions (" in done.stdout
    assert "\n  in the boneyard: 30A\n  left the board: 9\n" in done.stdout
    assert f"Next: daybreak replan {new} --from {board} --today DATE" in done.stderr
    assert done.exit_code == run("check", new, board).exit_code
    assert "s9" not in {one.id for one in read(new).scenes}
    assert read_schedule(board).boneyard == ("s30a",)


def test_a_preview_of_a_production_writes_nothing(given: Files, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    done = run("revise", given.json, given.blue, "--preview")
    assert done.stdout.startswith(CHANGES)
    assert done.stderr == "\nNothing was written: this is a preview.\n"
    assert sorted(tmp_path.iterdir()) == before


def test_a_pipe_carries_the_production_alone(given: Files, tmp_path: Path) -> None:
    done = run("revise", given.json, given.blue, "-o", "-")
    piped = tmp_path / "piped.json"
    piped.write_text(done.stdout, encoding="utf-8")
    assert "s30a" in {one.id for one in read(piped).scenes}
    assert done.stderr.startswith(CHANGES)
    assert "Written to" not in done.stderr


def test_a_document_takes_a_draft_in_and_back(given: Files) -> None:
    shoot = given.document()
    done = run("revise", shoot, given.blue, "--by", "ben", "--color", "Goldenrod")
    head = "TEN MINUTES DARK, Goldenrod draft (blue.fountain): 31 scenes, "
    assert done.stdout.startswith(head)
    assert "daybreak undo takes all of it back" in done.stderr
    facts = run_json("facts", shoot, "scene/s4/extra/revision")
    assert facts["value"] == "goldenrod"
    assert run("undo", shoot, "--by", "ben").exit_code == 0
    again = run("revise", shoot, given.blue, "--preview")
    assert again.stdout.startswith("TEN MINUTES DARK, Blue draft")


def test_json_tells_what_became_of_every_scene(given: Files) -> None:
    found = run_json("revise", given.json, given.blue, "--preview")
    assert (found["ok"], found["color"], found["preview"]) == (True, "blue", True)
    assert {one["scene"]: one["what"] for one in found["scenes"] if one["what"]} == {
        "s4": ["changed"],
        "s9": ["omitted"],
        "s20": ["moved"],
        "s30a": ["added"],
    }
    assert len(found["scenes"]) == 31


WRONG = {
    "The new production has to go somewhere": (),
    "A schedule is read from one file and written to another": (
        *("-o", "x.json", "--schedule", "s.json"),
    ),
    '--today "soon" is no date': ("-o", "x.json", "--today", "soon"),
    "What was shot before today stands on a schedule": (
        *("-o", "x.json", "--today", "2027-03-04"),
    ),
    'There is no picture "m9"': ("-o", "x.json", "--picture", "m9"),
    '"!?" is no color of paper': ("-o", "x.json", "--color", "!?"),
    "Boards with names are those of a document": ("-o", "x.json", "--board", "first"),
    "Two documents are to go to standard output": (
        *("-o", "-", "--schedule", "s.json", "--schedule-out", "-"),
    ),
}


@pytest.mark.parametrize("said", WRONG)
def test_wrong_use_is_told(said: str, given: Files, tmp_path: Path) -> None:
    done = run("revise", given.json, given.blue, *WRONG[said])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"daybreak: {said}")
    assert "Maybe" in done.stderr
    assert not (tmp_path / "x.json").exists()


def test_a_document_needs_no_files_for_its_parts(given: Files) -> None:
    done = run("revise", given.document(), given.blue, "-o", "x.json")
    assert done.exit_code == 2
    assert "Maybe leave -o out." in done.stderr


def test_a_draft_that_is_none_is_refused_with_its_line(given: Files) -> None:
    given.blue.write_bytes(b"%PDF-1.7")
    done = run("revise", given.json, given.blue, "--preview")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("daybreak: blue.fountain:1: SCR-E05 this is a PDF")


def test_a_script_of_something_else_as_the_earlier_one_is_refused(
    given: Files, tmp_path: Path
) -> None:
    other = tmp_path / "other.fountain"
    other.write_text("INT. CAVE - NIGHT\n\nBats.\n", encoding="utf-8")
    done = run("revise", given.json, given.blue, "--preview", "--earlier", other)
    assert done.exit_code == 2
    assert "it is of another script" in done.stderr


def test_a_file_without_a_scene_omits_nothing(tmp_path: Path) -> None:
    production, _ = files(tmp_path, harbor())
    notes = tmp_path / "notes.fountain"
    notes.write_text("Bring the ropes.\n", encoding="utf-8")
    done = run("revise", production, notes, "-o", tmp_path / "new.json")
    assert (done.exit_code, done.stderr.splitlines()) == (
        2,
        [
            "daybreak: notes.fountain: has no scene heading, so nothing was changed.",
            "daybreak: Maybe it is another file; scenes begin with INT. or EXT.",
        ],
    )
    assert not (tmp_path / "new.json").exists()


def test_the_script_of_another_picture_is_doubted(tmp_path: Path) -> None:
    production, _ = files(tmp_path, harbor())
    other = tmp_path / "other.fountain"
    other.write_text("INT. MOON - DAY #71#\n\nDust.\n\nZED\nHi.\n", encoding="utf-8")
    done = run_json("revise", production, other, "--preview")
    assert done["remarks"] == [
        "No scene was found again: if this is the script of another picture, "
        "daybreak import takes it."
    ]
