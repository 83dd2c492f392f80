"""``edit``: a JSON file becomes another, a document gets one wish."""

from __future__ import annotations

from pathlib import Path

import pytest

from daybreak.model.files import read
from daybreak.office.opening import read_production
from tests.cli.running import files, run, run_json
from tests.reports.made_up import harbor


@pytest.fixture
def production(tmp_path: Path) -> Path:
    """Give the harbor as a JSON file."""
    return files(tmp_path, harbor())[0]


def test_a_file_is_edited_into_another(production: Path, tmp_path: Path) -> None:
    done = run("edit", production, "merge", "BEN", "NORA", "-o", tmp_path / "new.json")
    assert (done.exit_code, done.stderr.splitlines()[0]) == (
        0,
        "Ivo Marsh is Ada Quill now, in 3 scenes: 1, 2, 3A.",
    )
    assert [one.id for one in read(tmp_path / "new.json").people] == ["nora", "kid"]
    assert len(read(production).people) == 3


@pytest.mark.parametrize(
    "words",
    [
        ("merge", "BEN", "NORA"),
        ("tag", "Red Porsche", "--category", "vehicles", "--scene", "1,2"),
        ("tag", "Nets", "--category", "props", "--with", "quay"),
        ("number",),
        ("minor", "PIM", "8"),
        ("holidays", "GB", "2027-03-09"),
    ],
)
def test_a_document_holds_what_the_file_would_and_undo_takes_it_back(
    production: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    shoot, new = tmp_path / "shoot.daybreak", tmp_path / "new.json"
    assert run("new", shoot, "--from", production).exit_code == 0
    before = read_production(shoot).production
    assert run("edit", production, *words, "-o", new).exit_code == 0
    done = run_json("edit", shoot, *words)
    assert done["ok"] is True
    assert done["entries"]
    assert read_production(shoot).production == read(new)
    assert run("undo", shoot).exit_code == 0
    assert read_production(shoot).production == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("merge", "BEN"), "merge takes the spelling that goes, and the one that"),
        (("number", "--scene", "3"), "number takes no --category, --scene or --with."),
        (("minor", "PIM", "eight"), "eight: is no age."),
        (("holidays", "GB", "--no-school"), "holidays takes no --no-school."),
        (("number",), "The new production has to go somewhere."),
    ],
)
def test_wrong_use_is_told_and_changes_nothing(
    production: Path, words: tuple[str, ...], told: str
) -> None:
    done = run("edit", production, *words)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"daybreak: {told}")
