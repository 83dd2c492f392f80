"""CSV: rows alone, nothing that a spreadsheet runs, every text found again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import UsageError
from daybreak.reports.formats.csv import csv_files, guarded, to_csv
from daybreak.reports.formats.signs import LOST, held
from daybreak.reports.papers.paper import Bar
from tests.reports.formats.made_papers import (
    FORMULAS,
    full_row,
    lines,
    paper,
    row,
    stamp,
    table,
)

RUNS = tuple("=+-@\t\r\n＝＋－＠")


def bare(cell: str) -> str:
    """Give a cell as an import reads it: the guard taken off."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", cell) else cell


def read_back(*texts: str) -> list[str]:
    made = to_csv(paper(table(*(full_row(one) for one in texts))))
    return [line[1] for line in lines(made)[1:-1]]


def test_no_cell_begins_as_a_formula_does_and_all_are_found_again() -> None:
    """E2: an apostrophe before it, which an import takes off."""
    found = read_back(*FORMULAS)
    assert [one for one in found if one.startswith(RUNS)] == []
    assert [bare(one) for one in found] == list(FORMULAS)


@pytest.mark.twin
def test_a_writer_without_a_guard_is_caught() -> None:
    assert [one for one in FORMULAS if one.startswith(RUNS)] != []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(st.sampled_from("=+-@\t\r\n\0＝'\"a,; é"), max_size=5)))
def test_any_text_is_found_again(texts: list[str]) -> None:
    """E2, E3: for texts made of what may go wrong."""
    found = read_back(*texts)
    assert [bare(one) for one in found] == [held(one) for one in texts]


def test_a_nul_is_shown_as_lost() -> None:
    """E3."""
    assert read_back("\0=1") == [f"{LOST}=1"]


def test_names_are_keys_and_numbers_stay_numbers() -> None:
    made = table(Bar(left="Day 1", style="day-break"), full_row(), totals=(full_row(),))
    head, line, last = lines(to_csv(paper(made)))
    assert dict(zip(head, line, strict=True)) == {
        "scene": "2A",
        "set": "KITCHEN",
        "pages": "1 3/8",
        "eighths": "11",
        "cost": "-1200",
        "date": "2027-03-01",
        "call": "06:00",
        "minutes": "495",
        "scene_id": "s2a",
    }
    assert last[0] == stamp().said
    assert set(last[1:]) == {""}


def test_a_length_below_a_page_is_no_date() -> None:
    made = to_csv(paper(table(row("1", "A", 4), row("2", "B", 16))))
    assert [line[2] for line in lines(made)[1:-1]] == ["0 4/8", "2"]


def test_the_form_is_that_of_rfc_4180_with_a_mark_for_excel() -> None:
    data = to_csv(paper(table(full_row('say "hi", twice'))))
    assert data.startswith(b"\xef\xbb\xbfscene,set,pages,")
    assert data.endswith(b"\r\n")
    assert b'"say ""hi"", twice"' in data
    assert data.count(b"\n") == data.count(b"\r\n") == 3


def test_notes_under_rows_are_a_column() -> None:
    made = table(full_row(notes=("one", "two")), full_row())
    assert [line[-1] for line in lines(to_csv(paper(made)))] == [
        "notes",
        "one\ntwo",
        "",
        "",
    ]


def test_several_tables_are_several_files() -> None:
    both = paper(table(full_row()), table(full_row(), name="days"))
    assert [name for name, _ in csv_files(both)] == ["lines", "days"]
    assert to_csv(both) == dict(csv_files(both))["lines"]
    assert to_csv(both, table="days") == dict(csv_files(both))["days"]


def test_a_table_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError) as told:
        to_csv(paper(table(full_row())), table="days")
    assert str(told.value) == (
        'One-liner: has no table "days".\nMaybe name one of these: lines.'
    )
    with pytest.raises(UsageError) as told:
        to_csv(paper())
    assert str(told.value) == (
        "One-liner: has no table to write as CSV.\nMaybe write it as .pdf."
    )


def test_tables_of_one_name_are_one_file() -> None:
    both = paper(table(full_row("A")), table(full_row("B"), title="Week 2"))
    assert [line[1] for line in lines(to_csv(both))] == ["set", "A", "B", ""]


@pytest.mark.parametrize("text", ["1 3/8", "12A", "", "a-b", "'Tis", "3 = 4"])
def test_innocent_texts_are_left_alone(text: str) -> None:
    assert guarded(text) == text


def test_a_warning_stands_beside_the_stamp() -> None:
    made = to_csv(paper(table(full_row()), warning="breaks 2 rules"))
    assert lines(made)[-1][0] == f"{stamp().said} · breaks 2 rules"
