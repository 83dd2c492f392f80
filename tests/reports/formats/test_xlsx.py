"""Workbooks: texts stay texts, numbers are numbers, every sheet is stamped."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.reports.colors import styles
from daybreak.reports.formats import xlsx
from daybreak.reports.formats.look import Look
from daybreak.reports.formats.signs import LOST, held, remarks_on
from daybreak.reports.formats.xlsx import to_xlsx
from daybreak.reports.formats.xlsx_styles import sheet_name
from daybreak.reports.papers.paper import (
    MISSING,
    Bar,
    Fact,
    Facts,
    Legend,
    Swatch,
    Text,
)
from tests.reports.formats.made_papers import (
    FORMULAS,
    full_row,
    paper,
    parts,
    row,
    stamp,
    table,
    values,
    workbook,
)

SAFE = {
    "write_string",
    "write_rich_string",
    "write_number",
    "write_datetime",
    "write_blank",
}
DAY_BREAK = Bar(left="End of day 1", right="1 3/8 pgs", style="day-break")


def texts_written(*texts: str) -> bytes:
    return to_xlsx(paper(table(*(full_row(one) for one in texts))))


# --- formulas and texts ---------------------------------------------------------------


def test_no_text_becomes_a_formula_a_link_or_a_name() -> None:
    """E1: nothing in a workbook is run, whatever a text begins with."""
    files = parts(texts_written(*FORMULAS))
    assert [name for name, text in files.items() if re.search(r"<f[ >]", text)] == []
    assert [name for name, text in files.items() if "hyperlink" in text] == []
    names = re.findall(r"<definedName [^>]*>([^<]*)<", files["xl/workbook.xml"])
    assert names == ["Lines!$A$1:$H$33", "Lines!$3:$3"]  # what is printed, repeated


def test_every_text_is_read_back_as_it_was() -> None:
    """E1: type and value of each text."""
    sheet = workbook(texts_written(*FORMULAS)).active
    cells = [line[1] for line in sheet.iter_rows(min_row=4)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [line[1] for line in values(sheet)[3:]] == list(FORMULAS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=8))
def test_any_text_is_read_back_but_for_signs_that_no_file_holds(
    texts: list[str],
) -> None:
    """E1, E3: for texts that nobody would think of."""
    found = [line[1] for line in values(workbook(texts_written(*texts)).active)[3:]]
    assert found == [held(one) for one in texts]


def writing_calls(source: str) -> set[str]:
    """Give the names of the calls of a source that write cells."""
    calls = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call)]
    names = [one.func.attr for one in calls if isinstance(one.func, ast.Attribute)]
    return {one for one in names if one.startswith(("write", "insert"))} - {"write"}


def calls_of_write(source: str) -> list[str]:
    """Give what calls named ``write`` are made on."""
    calls = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call)]
    return [
        ast.unparse(one.func)
        for one in calls
        if isinstance(one.func, ast.Attribute) and one.func.attr == "write"
    ]


def test_cells_are_written_as_texts_numbers_and_dates_alone() -> None:
    """E1: nothing guesses what a text may mean."""
    source = Path(xlsx.__file__).read_text(encoding="utf-8")
    assert writing_calls(source) == SAFE
    own = "_Writer(workbook, paper, look or Look()).write"
    assert calls_of_write(source) == [own]


@pytest.mark.twin
def test_a_writer_that_guesses_is_caught() -> None:
    source = "sheet.write(0, 0, text)\nsheet.write_formula(0, 0, text)"
    assert writing_calls(source) - SAFE == {"write_formula"}
    assert calls_of_write(source) == ["sheet.write"]


def test_signs_that_no_file_holds_are_shown_and_reported() -> None:
    """E3: NUL, vertical tab and half a character."""
    bad = paper(table(full_row("a\0b\x0bc\ud800d")))
    assert values(workbook(to_xlsx(bad)).active)[3][1] == f"a{LOST}b{LOST}c{LOST}d"
    (said,) = remarks_on(bad)
    assert said.startswith("One-liner: 1 text with signs that no file can hold")
    assert remarks_on(paper(table(full_row("fine\tand\nwell")))) == ()


def test_a_text_beyond_a_cell_says_that_it_was_cut() -> None:
    found = values(workbook(texts_written("x" * 40_000)).active)[3][1]
    assert len(found) == 32_767
    assert found.endswith("[cut: a cell holds no more]")


# --- values ---------------------------------------------------------------------------


def test_dates_money_minutes_and_lengths_are_what_they_are() -> None:
    sheet = workbook(to_xlsx(paper(table(DAY_BREAK, full_row())))).active
    heads = [cell.value for cell in sheet[3]]
    cells = dict(zip(heads, sheet[5], strict=True))
    told = {name: cell.value for name, cell in cells.items() if name != "Call"}
    assert told == {
        "Scene": "2A",
        "Set": "KITCHEN",
        "Pages": "1 3/8",
        "Eighths": 11,
        "Cost": -1200,
        "Date": datetime(2027, 3, 1),
        "Est. time": 495,
        "Id": "s2a",
    }
    assert cells["Call"].number_format == "hh:mm"
    assert cells["Cost"].number_format == '"$"#,##0;-"$"#,##0'
    assert cells["Est. time"].number_format == '#,##0" min"'
    assert cells["Date"].is_date


def test_a_call_of_the_next_morning_reads_as_a_time() -> None:
    text = parts(to_xlsx(paper(table(full_row()))))["xl/worksheets/sheet1.xml"]
    assert "<v>1.25</v>" in text  # 30 hours; hh:mm shows 06:00


def test_totals_are_values() -> None:
    whole = table(full_row(), totals=(row("Total", None, 11, 10**16),))
    last = values(workbook(to_xlsx(paper(whole))).active)[-1]
    assert last[:5] == ["Total", None, "1 3/8", 11, "10000000000000000"]


def test_a_table_without_rows_says_so() -> None:
    sheet = workbook(to_xlsx(paper(table(empty="Nobody works.")))).active
    assert values(sheet)[3][0] == "Nobody works."


# --- sheets ---------------------------------------------------------------------------


def test_strips_and_day_breaks_have_the_colors_of_the_board() -> None:
    sheet = workbook(to_xlsx(paper(table(full_row(style="ext-day"), DAY_BREAK)))).active
    grounds = [{cell.fill.fgColor.rgb for cell in sheet[line]} for line in (4, 5)]
    looks = styles("classic")
    wanted = [looks["ext-day"].ground, looks["day-break"].ground]
    assert grounds == [{f"FF{one[1:]}"} for one in wanted]
    assert (sheet.cell(5, 1).value, sheet.cell(5, 8).value) == (
        "End of day 1",
        "1 3/8 pgs",
    )
    assert list(sheet.merged_cells.ranges) == []


def test_night_colors_are_those_asked_for() -> None:
    one = paper(table(full_row(style="int-night")))
    grounds = [
        workbook(to_xlsx(one, Look(night=night))).active.cell(4, 1).fill.fgColor.rgb
        for night in ("classic", "singleton")
    ]
    assert grounds == ["FFB1CAFC", "FF74EB99"]


def test_strips_in_greys_are_told_apart_by_patterns() -> None:
    strips = ("int-day", "ext-day", "int-night", "ext-night", "dawn", "dusk")
    rows = [full_row(style=one) for one in strips]
    sheet = workbook(to_xlsx(paper(table(*rows)), Look(grey=True))).active
    fills = [sheet.cell(line, 1).fill for line in range(4, 4 + len(strips))]
    looks = {(one.patternType, one.fgColor.rgb, one.bgColor.rgb) for one in fills}
    assert len(looks) == len(strips)
    colors = {one[2:] for fill in looks for one in fill[1:] if isinstance(one, str)}
    assert all(len({one[0:2], one[2:4], one[4:6]}) == 1 for one in colors)


def test_headings_stay_in_sight_and_are_printed_again() -> None:
    sheet = workbook(to_xlsx(paper(table(full_row(), pinned=3)))).active
    assert sheet.freeze_panes == "E4"  # pages take two columns
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (
        "landscape",
        0,
    )


def test_every_sheet_and_the_file_bear_the_stamp() -> None:
    """E10: in a cell, in the footer, in the properties."""
    facts = Facts(name="f", facts=(Fact(label="Hospital", value=MISSING),))
    book = workbook(
        to_xlsx(paper(facts, table(full_row()), table(full_row(), name="more")))
    )
    assert book.sheetnames == ["Lines", "More", "One-liner"]
    for sheet in book:
        assert sheet["A2"].value == stamp().said
        assert stamp().mark in sheet.oddFooter.left.text
    assert book.properties.keywords == stamp().mark
    assert book.properties.created == datetime(2027, 2, 1, 12, 30)


def test_a_warning_stands_on_every_sheet() -> None:
    book = workbook(to_xlsx(paper(table(full_row()), warning="breaks 2 rules")))
    assert book.active["A2"].value == f"{stamp().said} · breaks 2 rules"


def test_what_is_no_table_stands_on_a_sheet_of_words() -> None:
    words = Text(title="Read me", paragraphs=("One.", "Two."))
    legend = Legend(swatches=(Swatch(style="work", label="works", code="W"),))
    book = workbook(to_xlsx(paper(table(full_row()), words, legend)))
    assert book.sheetnames == ["Lines", "One-liner"]
    found = [line[:2] for line in values(book["One-liner"])[3:] if any(line)]
    assert found == [
        ["Read me", None],
        ["", "One."],
        ["", "Two."],
        ["W", "works"],
    ]


def test_tables_of_one_name_share_a_sheet() -> None:
    book = workbook(
        to_xlsx(paper(table(full_row("A")), table(full_row("B"), title="Week 2")))
    )
    assert book.sheetnames == ["Lines"]
    column = [line[:2] for line in values(book.active)[3:]]
    assert column == [["2A", "A"], ["Week 2", None], ["2A", "B"]]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("one-liner", "One-liner"),
        ("a/b:c*d?e[f]g\\h", "A-b-c-d-e-f-g-h"),
        ("'quoted'", "Quoted"),
        ("History", "History 2"),
        ("", "Sheet"),
        ("x" * 40, "X" + "x" * 30),
        ("🎬" * 40, "🎬" * 15),
        ("taken", "Taken 2"),
    ],
)
def test_sheets_have_legal_names_of_their_own(wanted: str, name: str) -> None:
    assert sheet_name(wanted, {"taken"}) == name


def test_the_same_paper_gives_the_same_bytes() -> None:
    one = paper(table(full_row(), DAY_BREAK))
    code = (
        "import hashlib; from tests.reports.formats.made_papers import *\n"
        "from tests.reports.formats.test_xlsx import DAY_BREAK\n"
        "from daybreak.reports.formats.xlsx import to_xlsx\n"
        "print(hashlib.sha256(to_xlsx(paper(table(full_row(), DAY_BREAK))))"
        ".hexdigest())"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": "."},
        cwd=Path(__file__).parents[3],
    ).stdout.strip()
    assert hashlib.sha256(to_xlsx(one)).hexdigest() == elsewhere


def test_the_time_of_making_is_told_in_utc() -> None:
    made = datetime(2027, 2, 1, 9, tzinfo=ZoneInfo("Asia/Tokyo"))
    book = workbook(to_xlsx(paper(table(full_row()), stamp=stamp(made=made))))
    assert book.properties.created.replace(tzinfo=UTC) == made


def test_orders_of_headers_are_not_taken_from_texts() -> None:
    made = paper(table(full_row()), stamp=stamp(production="Tom & Co &P"))
    sheet = workbook(to_xlsx(made)).active
    assert "Tom && Co &&P" in sheet.oddHeader.left.text


def test_no_two_sheets_are_called_alike() -> None:
    words = Text(paragraphs=("Read me.",))
    book = workbook(to_xlsx(paper(table(full_row(), name="one_liner"), words)))
    assert book.sheetnames == ["One-liner", "About"]
