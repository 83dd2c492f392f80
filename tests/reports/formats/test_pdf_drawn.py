"""Rows drawn where they surely stand look as Typst's own tables set them."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image, ImageChops

from daybreak.reports.formats import pdf_drawn, pdf_table
from daybreak.reports.formats.look import Look
from daybreak.reports.formats.pdf import to_pictures
from daybreak.reports.formats.pdf_drawn import Grid, drawn, high_of
from daybreak.reports.papers.paper import Bar, Group, Paper
from tests.reports.formats.pages import board, days, paper, row

GRID = Grid(
    size=8.0,
    widths=(40.0, 100.0, 60.0),
    aligns=("left", "center", "right"),
    upright=(False, True, False),
)
LEAST = 48
"""Of 255: what an eye tells apart; edges are smoothed a little otherwise."""


def _all_sorts() -> Paper:
    """Give days with notes, styles, figures at the right and a row of two lines."""
    long = row("9", "A VERY LONG SET " * 8, style="ext-night")
    noted = row("8", "QUAY", notes="Rain towers stand by. " * 5, style="dusk")
    plain = replace(row("7", "PORCH"), style="")
    ended = Bar(left="END OF DAY 3", right="2 pgs", style="day-break")
    first = Group(rows=(noted, plain, replace(noted, style=""), long, plain, ended))
    return paper(board((first, *days(2, 4))), sheet="large", landscape=True)


def _unlike(first: bytes, second: bytes) -> float:
    """Give the part of a picture that is not alike."""
    one, other = (Image.open(io.BytesIO(each)).convert("L") for each in (first, second))
    assert one.size == other.size
    told = ImageChops.difference(one, other).histogram()
    return sum(told[LEAST:]) / sum(told)


def _pages(one: Paper, look: Look) -> list[bytes]:
    return to_pictures(one, look, dots_per_inch=72)


@pytest.mark.parametrize("look", [Look(), Look(grey=True)], ids=["colors", "greys"])
def test_drawn_rows_look_as_rows_of_a_table(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E8: at most one dot in a thousand is another one."""
    one = _all_sorts()
    found = _pages(one, look)
    monkeypatch.setattr(pdf_table, "is_sized", lambda _: False)
    wanted = _pages(one, look)
    assert len(found) == len(wanted) == 1
    assert _unlike(found[0], wanted[0]) <= 0.001


@pytest.mark.twin
@pytest.mark.parametrize("name", ["ABOVE", "NOTE_ABOVE", "INSET", "NOTE_INDENT"])
def test_what_is_drawn_elsewhere_is_seen(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E8: broken twin, words an em beside their place."""
    one = _all_sorts()
    wanted = _pages(one, Look())
    monkeypatch.setattr(pdf_drawn, name, getattr(pdf_drawn, name) + 1)
    monkeypatch.setattr(pdf_drawn, "_columns", pdf_drawn._columns.__wrapped__)
    assert _unlike(_pages(one, Look())[0], wanted[0]) > 0.001


def _row(*cells: Any, style: str = "", **more: Any) -> dict[str, Any]:
    return {"cells": list(cells), "style": style, "high": 13.0} | more


def test_words_stand_in_the_order_in_which_they_are_read() -> None:
    made = drawn(
        [_row("1", "B", "C"), _row("", ["E", "hold"], "F", style="rest")], GRID
    )
    assert made["words"] == [
        [0, 4.0, 3.6, "1"],
        [1, -10.0, 3.6, "B"],
        [2, -4.0, 3.6, "C"],
        [1, -10.0, 16.6, "E", "hold"],
        [2, -4.0, 16.6, "F", "rest"],
    ]


def test_cells_side_by_side_in_one_style_have_one_ground() -> None:
    made = drawn([_row(["", "rest"], ["", "rest"], ["H", "hold"], style="off")], GRID)
    assert made["grounds"] == [
        ["off", 0.0, 0.0, 200.0, 13.0],
        ["rest", 0.0, 0.0, 140.0, 13.0],
        ["hold", 140.0, 0.0, 60.0, 13.0],
    ]


def test_lines_between_columns_end_at_bars_and_notes() -> None:
    bar = {"bar": ["END OF DAY 1", ""], "style": "day-break", "high": 13.0}
    noted = _row("1", "", "", notes=["Rain."], under=10.0)
    rows = [_row("1", "", ""), _row("2", "", ""), noted, _row("3", "", ""), bar]
    made = drawn(rows, GRID)
    assert made["sections"] == [[0.0, 39.0], [49.0, 62.0]]
    assert made["uprights"] == [40.0, 140.0]
    assert made["rules"] == [13.0, 26.0, 49.0, 62.0, 75.0]
    assert made["high"] == high_of(rows) == 75.0
