"""The page on revised drafts does what it shows."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from daybreak.importers.revisions import keeping, leaving, omitted, putting, work
from daybreak.model.files import read
from tests.cli.running import run
from tests.docs.pages import DOCS, blocks_of, rows_of, text_of

PAGE = DOCS / "revised-drafts.md"


def test_every_line_runs_and_says_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in zip(("white", "blue"), blocks_of(PAGE, "fountain"), strict=True):
        (tmp_path / f"{name}.fountain").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    lines = [
        shlex.split(line)
        for block in blocks_of(PAGE, "sh")
        for line in block.splitlines()
    ]
    said = {}
    for words in lines:
        done = run(*words[1:])
        assert (words[0], done.exit_code) == ("daybreak", 0), done.stderr
        said[" ".join(words[1:3])] = done.stdout
    assert said["revise ferry.json"] == blocks_of(PAGE, "text")[0]
    assert "blue.fountain" in said["facts ferry.daybreak"]
    kept = read(tmp_path / "new.json").extra["omitted_scenes"]
    assert [one["scene"]["number"] for one in kept] == ["3"]


def test_every_place_is_told() -> None:
    told = {row[0].strip("`").rpartition(".")[2] for row in rows_of(text_of(PAGE))}
    places = {
        putting.SCRIPT,
        work.REVISION,
        work.SPLIT_FROM,
        work.LEFT_OUT,
        omitted.OMITTED,
        "script_line",
    }
    assert told & (places | {*keeping.FROM_SCRIPT}) == places
    assert leaving.LEFT_OUT in told
