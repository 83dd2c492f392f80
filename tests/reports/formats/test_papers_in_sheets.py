"""Every paper as a workbook and CSV: stamped, and adding up to the board."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.formats.csv import csv_files
from daybreak.reports.formats.xlsx import to_xlsx
from daybreak.reports.papers.kinds import KINDS, Kind
from daybreak.reports.papers.paper import Paper
from tests.reports.formats.made_papers import lines, shown, values, workbook
from tests.reports.made_up import crossing, harbor
from tests.strategies import cases

EXAMPLES = int(os.environ.get("DAYBREAK_SHEETS", "12"))
SHEETS = [one for one in KINDS.values() if "xlsx" in one.formats]
PAIRS = {"harbor": harbor(), "crossing": crossing()}


def made(kind: str, pair: tuple[Production, Schedule], **wanted: Any) -> Paper:
    return KINDS[kind].make(shown(*pair, **wanted))


def column(sheet: Any, heading: str) -> list[Any]:
    """Give the values below a heading of a sheet, by its place."""
    rows = values(sheet)
    return [line[rows[2].index(heading)] for line in rows[3:]]


def records(data: bytes) -> list[dict[str, str]]:
    """Give the rows of a CSV file by their keys, the stamp left out."""
    head, *rest, stamp = lines(data)
    assert "daybreak:" in stamp[0]
    return [dict(zip(head, line, strict=True)) for line in rest]


@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("pair", PAIRS.values(), ids=list(PAIRS))
def test_every_sheet_and_file_bears_its_stamp(
    kind: Kind, pair: tuple[Production, Schedule]
) -> None:
    """E10."""
    source = shown(*pair)
    paper = kind.make(source)
    book = workbook(to_xlsx(paper))
    assert len(book.sheetnames) > 0
    for sheet in book:
        assert sheet["A2"].value == source.stamp.said
        assert source.stamp.mark in sheet.oddFooter.left.text
    for _, data in csv_files(paper):
        assert lines(data)[-1][0] == source.stamp.said


def test_a_one_liner_adds_up_by_hand() -> None:
    """E11: the harbor shoots 11 + 4 + 6, then 9, then 8 eighths."""
    book = workbook(to_xlsx(made("one-liner", harbor())))
    lengths = column(book.worksheets[0], "Eighths")
    assert [one for one in lengths if one is not None] == [11, 4, 6, 9, 8, 3, 38, 3]
    days = column(book["Days"], "Eighths")
    assert days == [21, 9, 8, 38]


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(cases())
def test_totals_read_from_the_file_are_those_of_the_board(
    case: tuple[Production, Schedule],
) -> None:
    """E11: pages of each day, strips, people at work, and money."""
    production, schedule = case
    source = shown(production, schedule)
    rows = records(csv_files(KINDS["one-liner"].make(source))[0][1])
    assert_pages_are_those_of_the_scenes(production, schedule, rows)
    book = workbook(to_xlsx(KINDS["costs"].make(source)))
    amounts = column(book["By-line"], "Amount")
    assert amounts[-1] == sum(amounts[:-1]) == source.costs.lines["total"]


def assert_pages_are_those_of_the_scenes(
    production: Production, schedule: Schedule, rows: list[dict[str, str]]
) -> None:
    length = {one.id: one.eighths for one in production.scenes}
    on_days = [row for row in rows if row["date"]]
    assert sorted(row["scene_id"] for row in on_days) == sorted(
        strip for day in schedule.days for strip in day.strips
    )
    for scene, eighths in length.items():
        parts = [int(row["eighths"]) for row in rows if row["scene_id"] == scene]
        assert sum(parts) == eighths
    for day in schedule.days:
        numbers = [
            row["scene_id"]
            for row in on_days
            if row["date"] == day.date.isoformat() and row["shift"] == day.shift
        ]
        assert set(day.strips) <= set(numbers)


@pytest.mark.twin
def test_a_lost_row_is_caught() -> None:
    production, schedule = harbor()
    rows = records(csv_files(made("one-liner", (production, schedule)))[0][1])
    assert_pages_are_those_of_the_scenes(production, schedule, rows)
    with pytest.raises(AssertionError):
        assert_pages_are_those_of_the_scenes(production, schedule, rows[1:])
