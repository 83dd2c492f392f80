"""The page on facts does what it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from daybreak.store.entry import STATUSES
from daybreak.store.paths import PARTS, ROOTS, parse_path
from tests.cli.running import run
from tests.docs.pages import DOCS, FENCE, blocks_of, rows_of, text_of

PAGE = DOCS / "facts.md"


def blocks() -> list[tuple[str, str]]:
    """Give language and text of the page's blocks, in order."""
    return [(one.group(1), one.group(2)) for one in FENCE.finditer(text_of(PAGE))]


def test_every_line_runs_and_prints_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry = blocks_of(DOCS / "production-document.md", "json")[0]
    (tmp_path / "ferry.json").write_text(ferry, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    printed, shown = "", 0
    for language, text in blocks():
        if language == "sh":
            for words in map(shlex.split, text.splitlines()):
                done = run(*words[1:])
                assert (words[0], done.exit_code) == ("daybreak", 0), done.stderr
                printed = done.stdout
        elif language == "text":
            assert printed == text
            shown += 1
    assert shown == 2


def test_every_kind_of_path_is_told() -> None:
    said = [
        path
        for row in rows_of(text_of(PAGE).split("## What can be said")[1])
        for path in re.findall(r"`([a-z]+(?:/[\w.-]+)*)`", " ".join(row))
    ]
    paths = [one for one in said if one.split("/")[0] in ROOTS]
    assert {one.split("/")[0] for one in paths} == set(ROOTS)
    parts = {part for one in PARTS.values() for part in one}
    assert parts <= {word for one in said for word in one.split("/")}
    for path in paths:
        if "/" in path and path.rpartition("/")[2] not in (
            "delivery",
            "wrap",
            "streaming",
        ):
            assert parse_path(path).text == path


def test_every_status_is_told() -> None:
    rows = rows_of(text_of(PAGE).split("## How sure it is")[1].split("## ")[0])
    assert [row[0].strip("`") for row in rows if row[0].startswith("`")][1:] == list(
        STATUSES
    )
