"""What would help most: lines, picture and paper."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from daybreak.reports.cells import width_of
from daybreak.reports.drawing.tornado import EDGE, SURE, draw_tornado
from daybreak.reports.formats.html import to_html
from daybreak.reports.formats.look import Look
from daybreak.reports.formats.pdf import to_pdf
from daybreak.reports.lever_lines import answer, lever_lines
from daybreak.reports.lever_rows import LeverTable
from daybreak.reports.lines import to_text
from daybreak.reports.papers.levers import levers_paper
from daybreak.reports.papers.stamp import Stamp
from tests.conftest import Compare
from tests.reports.papers.lever_cases import levers, row
from tests.reports.papers.shown import MADE, records, table_of, text_of

SVG = "{http://www.w3.org/2000/svg}"
STAMP = Stamp(
    production="The Harbor Light", board="first board", digest="0f3a99c1", made=MADE
)


def bars(table: LeverTable) -> list[tuple[float, str]]:
    """Give width and color of each lever's bar."""
    svg = draw_tornado(table, stamp="", says="").svg
    found = [
        one.attrib for one in ElementTree.fromstring(svg) if one.tag == SVG + "rect"
    ]
    return [
        (float(one["width"]), one["fill"]) for one in found if one["height"] == "15"
    ]


def test_lines_look_as_agreed(golden: Compare) -> None:
    golden("levers.txt", to_text(lever_lines(levers(), width=120)))


def test_the_picture_looks_as_agreed(renewed: Compare) -> None:
    """It is the one on the page about levers."""
    says = " ".join(answer(levers()))
    drawn = draw_tornado(levers(), stamp=STAMP.said, says=says)
    renewed("docs/pictures/levers.svg", drawn.svg)


def test_the_paper_looks_as_agreed(golden: Compare) -> None:
    golden("paper-levers.txt", text_of(levers_paper(levers(), STAMP)))


@pytest.mark.parametrize("width", [72, 100, 200])
def test_lines_fit(width: int) -> None:
    assert (
        max(width_of(one.text) for one in lever_lines(levers(), width=width)) <= width
    )


def test_bars_are_to_scale_and_tell_how_sure_a_lever_is() -> None:
    sure, likely, unclear, none, dearer = bars(levers())
    assert sure[0] / likely[0] == pytest.approx(62_000 / 12_000, rel=0.01)
    assert sure[0] / dearer[0] == pytest.approx(62_000 / 6_000, rel=0.01)
    assert [one[1] for one in (sure, likely, unclear, none)] == [
        SURE,
        "url(#likely)",
        "#FFFFFF",
        "#FFFFFF",
    ]
    assert SURE != EDGE


def test_the_three_that_help_most_are_told_in_words() -> None:
    assert list(answer(levers())) == [
        "The 3 levers that would help most:",
        "1. Nora away a week less (a play): free Mon 8 Mar 2027 to Sun 14 Mar 2027: "
        "1 strip out of the boneyard, saves about $62,000, 1 shooting day fewer, "
        "The Harbor Light wraps 6 days sooner.",
        "2. Work on Fri 12 Mar 2027, a holiday: saves about $12,000, likely, not sure.",
        "3. Main unit works sat too: saves about $2,000, 0.7 shooting days more, but "
        "luck may have done it.",
    ]


def test_nothing_that_helps_is_said_so() -> None:
    table = replace(levers(), rows=levers().rows[3:])
    assert list(answer(table)) == ["Nothing that was tried is seen to help."]
    assert list(answer(replace(table, rows=()))) == ["Nothing was measured."]


def test_a_table_without_rows_has_no_picture() -> None:
    paper = levers_paper(replace(levers(), rows=()), STAMP)
    assert "Nothing was measured." in text_of(paper)


def test_programs_read_the_place_of_each_lever() -> None:
    found = list(records(table_of(levers_paper(levers(), STAMP), "levers")))
    assert [one["path"] for one in found] == ["people[0].unavailable[0]"] * 5
    assert [one["at_most"] for one in found] == [None, None, 25_000, 0, None]


def test_one_seed_has_no_interval() -> None:
    table = replace(levers(), rows=(row("a", 5, low=None, high=None),), seeds=1)
    assert "NaN" not in draw_tornado(table, stamp="", says="").svg
    assert "None" not in to_text(lever_lines(table, width=120))


def test_pdf_and_html_hold_it(tmp_path: object) -> None:
    paper = levers_paper(levers(), STAMP)
    assert to_pdf(paper, Look()).startswith(b"%PDF-")
    assert "Work on Fri 12 Mar 2027, a holiday" in to_html(paper, Look())


def points(table: LeverTable) -> int:
    """Count the points at which intervals leave the picture."""
    svg = draw_tornado(table, stamp="", says="").svg
    return sum(one.tag == SVG + "polygon" for one in ElementTree.fromstring(svg))


def test_an_interval_that_leaves_the_picture_points_on() -> None:
    """An arrow says that it goes on beyond the edge."""
    table = levers()
    inside = replace(
        table, rows=tuple(replace(one, low=0, high=one.saved) for one in table.rows)
    )
    first, *others = inside.rows
    far = replace(first, low=0, high=100 * max(1, first.saved))
    assert points(inside) == 0
    assert points(replace(inside, rows=(far, *others))) == 1
