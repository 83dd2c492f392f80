"""The page on levers tells every kind of lever and every verdict."""

from __future__ import annotations

from daybreak.office.levers import kinds_of_levers
from daybreak.reports.lever_rows import VERDICTS
from tests.docs.pages import DOCS, rows_of, text_of

PAGE = text_of(DOCS / "levers.md")


def test_every_kind_is_told_once() -> None:
    table = PAGE.split("## What is relaxed")[1].split("\n## ")[0]
    told = [
        kind.strip("`") for row in rows_of(table)[1:] for kind in row[0].split(", ")
    ]
    assert sorted(told) == sorted(kinds_of_levers())


def test_every_verdict_is_told() -> None:
    table = PAGE.split("## How it is measured")[1].split("\n## ")[0]
    told = [row[0].strip("`") for row in rows_of(table)[1:]]
    assert told == [*VERDICTS.values(), "proven: no help"]
