"""The page of the founding case lists its facts as the document holds them."""

from __future__ import annotations

import json
import re
from collections import defaultdict

from daybreak.office.mission import DATES, mission_text
from daybreak.store.entry import Entry
from daybreak.store.rows import entry_from
from tests.docs.pages import DOCS, rows_of, text_of

PAGE = text_of(DOCS / "mission.md")
USUAL = {"entered_by": "me", "entered_at": "2026-01-05T09:00:00Z"}
PATH = re.compile(r"`([a-z]+(?:/[\w.-]+)+)`")


def entries() -> list[Entry]:
    """Give the entries of the document."""
    return [
        entry_from({**USUAL, **one}) for one in json.loads(mission_text())["entries"]
    ]


def test_every_fact_is_told_with_what_to_ask_for() -> None:
    held = defaultdict(set)
    for one in entries():
        if one.batch.startswith("fact "):
            held[one.batch.removeprefix("fact ")].add(one.path)
    told = {
        row[0]: set(PATH.findall(row[2])) for row in rows_of(PAGE) if row[0].isdecimal()
    }
    assert told == held


def test_reports_of_the_trade_press_are_told() -> None:
    last = PAGE.split("From the trade press:")[1].split("\n\n")[0]
    held = {one.path for one in entries() if one.batch == "trade press"}
    assert set(PATH.findall(last)) == held


def test_the_dates_of_the_replay_are_told() -> None:
    told = [row[0] for row in rows_of(PAGE) if re.fullmatch(r"\d{4}-\d\d-\d\d", row[0])]
    assert told == [str(day) for day in DATES]
