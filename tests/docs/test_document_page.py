"""The page on documents does what it shows."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import pytest

from daybreak.store import schema
from daybreak.store.entry import Entry, Source
from daybreak.store.own_paths import ROOTS
from daybreak.store.revisions import STANDARD_COLORS
from tests.cli.running import run, run_json
from tests.docs.pages import DOCS, FENCE, blocks_of, rows_of, text_of

PAGE = DOCS / "document.md"
TEXT = text_of(PAGE)


def test_every_line_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry = blocks_of(DOCS / "production-document.md", "json")[0]
    (tmp_path / "ferry.json").write_text(ferry, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    lines = [
        shlex.split(line)
        for block in FENCE.finditer(TEXT)
        if block.group(1) == "sh"
        for line in block.group(2).splitlines()
    ]
    assert len(lines) == 10
    for words in lines:
        done = run(*words[1:])
        assert (words[0], done.exit_code) == ("daybreak", 0), done.stderr
    desk = run_json("boards", "ferry.daybreak")
    assert [one["color"] for one in desk["revisions"]] == ["white", "blue"]


def test_document_by_hand_is_one(tmp_path: Path) -> None:
    source = tmp_path / "hand.json"
    source.write_text(blocks_of(PAGE, "json")[0], encoding="utf-8")
    done = run("load", source, "-o", tmp_path / "hand.daybreak")
    assert done.exit_code == 0, done.stderr


def test_hash_is_counted_as_the_page_says(tmp_path: Path) -> None:
    path = tmp_path / "s.daybreak"
    run("new", path)
    lines = run("export", path).stdout.splitlines()
    about = lines[0].removeprefix('{"about":').removesuffix(",")
    counted = sha256(f"daybreak/document\n{about}".encode()).hexdigest()
    for line in lines[2:4]:
        counted = sha256(f"{counted}\n{line.removesuffix(',')}".encode()).hexdigest()
    assert run_json("verify", path)["hash"] == counted


def test_every_key_of_an_entry_is_told() -> None:
    section = TEXT.split("## Copies")[1].split("## What is promised")[0]
    told = {name for row in rows_of(section) for name in re.findall(r"`(\w+)`", row[0])}
    assert told == {one.name for one in fields(Entry)}
    source = next(row[1] for row in rows_of(section) if row[0] == "`source`")
    assert re.findall(r"`(\w+)`", source) == [one.name for one in fields(Source)]


def test_colors_roots_and_numbers_are_told() -> None:
    last = STANDARD_COLORS[-1]
    assert ", ".join(STANDARD_COLORS[:-1]) in TEXT.replace("\n", " ")
    assert f"and {last};" in TEXT
    assert all(f"`{root}" in TEXT for root in ROOTS)
    assert f"`application_id` {schema.APPLICATION_ID:#x}" in TEXT
    assert f"`user_version` {schema.VERSION}" in TEXT
