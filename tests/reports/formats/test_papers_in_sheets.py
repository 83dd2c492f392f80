"""Every paper as a workbook and CSV: stamped, and adding up to the board."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.formats.csv import csv_files
from daybreak.reports.formats.xlsx import to_xlsx
from daybreak.reports.papers.kinds import KINDS, Kind
from daybreak.reports.papers.paper import Paper
from tests.reports.formats.made_papers import (
    FORMULAS,
    full_row,
    lines,
    parts,
    shown,
    table,
    values,
    workbook,
)
from tests.reports.formats.made_papers import paper as made_paper
from tests.reports.formats.test_ics import leaked, secretive
from tests.reports.made_up import crossing, harbor
from tests.strategies import random_production, random_schedule

EXAMPLES = int(os.environ.get("DAYBREAK_SHEETS", "25"))
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


@pytest.mark.parametrize("seed", range(EXAMPLES))
def test_totals_read_from_the_file_are_those_of_the_board(seed: int) -> None:
    """E11: pages of each scene and day, strips, and money; each strip stands once."""
    production = random_production(seed)
    schedule = random_schedule(production, seed, broken=0)
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


@pytest.mark.parametrize("person", ["nora", "kid"])
def test_a_personal_paper_leaks_nothing(person: str) -> None:
    """E14: no rate, note, reason, synopsis, nobody else - in no part of the file."""
    paper = made("person", secretive(), person=person)
    files = {
        **parts(to_xlsx(paper)),
        **{name: data.decode() for name, data in csv_files(paper)},
    }
    assert {name: leaked(text) for name, text in files.items() if leaked(text)} == {}


@pytest.mark.twin
def test_a_leak_into_a_sheet_is_caught() -> None:
    files = parts(to_xlsx(made("shooting-schedule", secretive())))
    found = {one for text in files.values() for one in leaked(text)}
    assert {"Ivo Marsh", "SECRET-NOTE", "SECRET-SYNOPSIS"} <= found


def test_a_spreadsheet_program_reads_the_same(tmp_path: Path) -> None:
    """E3: the program that DAYBREAK_OFFICE names, such as soffice, opens a workbook."""
    program = os.environ.get("DAYBREAK_OFFICE")
    if not program:
        pytest.skip("DAYBREAK_OFFICE names no spreadsheet program")
    rows = (full_row(one) for one in (*FORMULAS, "a\0b"))
    (tmp_path / "paper.xlsx").write_bytes(to_xlsx(made_paper(table(*rows))))
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false"
    told = ["--headless", "--convert-to", form, "--outdir", tmp_path]
    subprocess.run([program, *told, tmp_path / "paper.xlsx"], check=True)
    found = lines((tmp_path / "paper.csv").read_bytes())[3:]
    wanted = [one.replace("\r\n", "\n") for one in FORMULAS]  # one line break to it
    assert [line[1] for line in found] == [*wanted, "a\ufffdb"]
    assert {line[3] for line in found} == {"11"}


@pytest.mark.twin
def test_a_lost_row_is_caught() -> None:
    production, schedule = harbor()
    rows = records(csv_files(made("one-liner", (production, schedule)))[0][1])
    assert_pages_are_those_of_the_scenes(production, schedule, rows)
    with pytest.raises(AssertionError):
        assert_pages_are_those_of_the_scenes(production, schedule, rows[1:])
