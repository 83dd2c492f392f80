"""Papers on a terminal and as data."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from daybreak.reports.cells import width_of
from daybreak.reports.colors import styles
from daybreak.reports.formats.grids import rows_of
from daybreak.reports.formats.json import paper_data, to_json
from daybreak.reports.formats.text import text_lines
from daybreak.reports.lines import to_text
from daybreak.reports.papers.day_out_of_days import day_out_of_days_paper
from daybreak.reports.papers.one_liner import one_liner
from daybreak.reports.papers.shooting_schedule import shooting_schedule
from daybreak.reports.papers.stripboard import stripboard_paper
from tests.conftest import Compare
from tests.reports.formats.pages import board, days, paper
from tests.reports.formats.test_pdf import SCRIPTS
from tests.reports.made_up import harbor
from tests.reports.papers.shown import shown_of

LONG = "A long sentence about a house by the sea, a letter and a lamp that goes out. "


def test_a_paper_looks_as_agreed(golden: Compare) -> None:
    one = replace(paper(words="A house by the sea"), warning="breaks 2 rules")
    golden("paper-sample-80.txt", to_text(text_lines(one, width=80)))


@pytest.mark.parametrize("width", [72, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for words in (LONG * 3, "x" * 500, "\x1b[31mred", *SCRIPTS.values()):
        for line in text_lines(paper(words=words), width=width):
            assert sum(width_of(span.text) for span in line.spans) <= width, line
            assert "\x1b" not in line.text


def test_every_style_is_known() -> None:
    known = styles()
    lines = text_lines(paper(), width=120)
    assert {span.style for line in lines for span in line.spans} <= set(known)


def test_figures_are_whole_at_eighty_columns() -> None:
    text = to_text(text_lines(paper(board(days(3, 4, words=LONG))), width=80))
    assert text.count("1 3/8 SW $1,200") == 12


def test_an_empty_table_says_so() -> None:
    empty = replace(board(()), totals=(), empty="No strip stands here.")
    assert "No strip stands here." in to_text(text_lines(paper(empty), width=80))


def test_data_has_values_as_they_were_counted() -> None:
    data = paper_data(paper(board(days(1, 2))))
    table = data["sections"][0]["blocks"][0]
    assert [one["key"] for one in table["columns"]][-1] == "eighths"
    first, _, bar = table["groups"][0]
    assert first["cells"][2:] == [11, {"value": "SW", "style": "start"}, 1200, 11]
    assert bar == {"bar": ["END OF DAY 1", "1 3/8 pgs"], "style": "day-break"}
    assert data["stamp"]["mark"] == "daybreak:0f3a99c1:412"
    assert data["stamp"]["revised"] == "2027-02-01"


def test_data_is_json_whatever_a_text_holds() -> None:
    for words in ("\ud800", "\x00", '"', "é🎬"):
        json.loads(to_json(paper(words=words)).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("width", [80, 100, 140])
def test_a_grid_of_dates_is_cut_into_weeks_that_fit(width: int) -> None:
    """Every name and code stands whole, however narrow the terminal."""
    paper = day_out_of_days_paper(shown_of(harbor()))
    lines = to_text(text_lines(paper, width=width)).splitlines()
    assert max(map(len, lines)) <= width
    assert not any("…" in one for one in lines)
    (whole,) = (one for one in paper.computed if one.name == "day_out_of_days")
    wanted = Counter(
        str(cell.value)
        for row in rows_of(whole)
        for cell in row.cells[whole.pinned :]
        if cell.value in ("SW", "PWF", "WF", "SWF", "H", "FT")
    )
    grid = lines[: lines.index("Totals in days")]
    words = [one for line in grid[6:] for one in line.split()]
    assert {code: words.count(code) for code in wanted} == dict(wanted)


@pytest.mark.parametrize("width", [72, 80, 120])
def test_a_day_break_tells_its_day_and_date_however_narrow(width: int) -> None:
    shown = shown_of(harbor())
    for make in (stripboard_paper, one_liner, shooting_schedule):
        lines = to_text(text_lines(make(shown), width=width)).splitlines()
        assert max(map(len, lines)) <= width
        told = " ".join(" ".join(lines).split())
        for day in ("DAY 1 Mon 1 Mar 2027", "DAY 3 Thu 18 Mar 2027"):
            assert day in told
        assert "Call 07:00, wrap 19:00" in told


def test_upright_names_without_room_are_one_list_of_numbers() -> None:
    """A stripboard of many on a narrow terminal tells its cast all the same."""
    production, schedule = harbor()
    more = tuple(
        replace(production.people[0], id=f"p{n}", number=n, name=f"Player {n}")
        for n in range(20, 45)
    )
    first = production.scenes[0]
    everybody = (*first.cast, *(one.id for one in more))
    crowded = replace(
        production,
        people=(*production.people, *more),
        scenes=(replace(first, cast=everybody), *production.scenes[1:]),
    )
    paper = stripboard_paper(shown_of((crowded, schedule)))
    narrow = to_text(text_lines(paper, width=80))
    head = next(one for one in narrow.splitlines() if "Pages" in one and "Set" in one)
    assert head.split()[-1] == "Cast"
    assert "42, 43, 44" in " ".join(narrow.split())
    wide = to_text(text_lines(paper, width=200)).splitlines()
    assert not any(one.split()[-1:] == ["Cast"] and "Set" in one for one in wide)
