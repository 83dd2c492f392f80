"""Widths of columns: figures whole, text shared, the page kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybreak.reports.formats.fitting import INSET, SIZES, ems, fitted
from daybreak.reports.formats.inks import chip_of, grey_of, inks
from daybreak.reports.formats.look import Look
from daybreak.reports.papers.paper import Cell, Column, Group, Row, Table
from tests.reports.formats.pages import board, days

PAGE = 527.0
WORDS = st.text(st.characters(codec="utf-8"), max_size=60)


def _table(columns: tuple[Column, ...], rows: list[list[str]]) -> Table:
    made = tuple(Row(cells=tuple(map(Cell, row))) for row in rows)
    return Table(name="t", columns=columns, groups=(Group(rows=made),))


@given(
    st.lists(
        st.tuples(st.sampled_from(["text", "code"]), st.floats(0.2, 9), WORDS),
        min_size=1,
        max_size=40,
    )
)
def test_columns_fill_the_page_and_never_more(
    given_columns: list[tuple[str, float, str]],
) -> None:
    columns = tuple(
        Column(key=f"c{place}", label="Head", form=form, width=share)  # type: ignore[arg-type]
        for place, (form, share, _) in enumerate(given_columns)
    )
    fit = fitted(_table(columns, [[words for *_, words in given_columns]]), "USD", PAGE)
    assert sum(fit.widths) == pytest.approx(PAGE)
    assert min(fit.widths) > 0
    assert fit.size in SIZES


def test_figures_stand_unbroken_beside_a_long_text() -> None:
    fit = fitted(board(days(1, 3, words="a word " * 60)), "USD", PAGE)
    for width, text in zip(
        fit.widths, ("1-2", "", "1 3/8", "SW", "$1,200"), strict=True
    ):
        assert (ems(text) + 2 * INSET) * fit.size <= width + 1e-6


def test_columns_under_upright_heads_are_of_one_width() -> None:
    columns = tuple(
        Column(key=f"d{day}", label="Mon 1 Mar", form="code", turned=True)
        for day in range(20)
    )
    codes = ["PWF" if day == 3 else "H" for day in range(20)]
    fit = fitted(_table(columns, [codes]), "USD", PAGE)
    assert len({round(one, 6) for one in fit.widths}) == 1


def test_type_gets_smaller_before_columns_do() -> None:
    columns = tuple(Column(key=f"c{n}", label="Figure", form="code") for n in range(16))
    wide = fitted(_table(columns, [["1,234,567"] * 16]), "USD", 2 * PAGE)
    narrow = fitted(_table(columns, [["1,234,567"] * 16]), "USD", PAGE)
    assert wide.size > narrow.size


def test_a_column_for_programs_takes_no_room() -> None:
    table = board(days(1, 1))
    read = replace(table, columns=table.columns)
    assert len(fitted(read, "USD", PAGE).widths) == len(table.columns) - 1


def test_greys_keep_the_contrast_of_colors() -> None:
    assert grey_of("#FFFFFF") == "#FFFFFF"
    for ink in inks(Look(grey=True)).values():
        assert len({ink.text[1:3], ink.text[3:5], ink.text[5:7]}) == 1
        assert not ink.ground or ink.ground[1:3] == ink.ground[3:5] == ink.ground[5:7]


def test_strips_differ_in_grey_as_they_do_in_color() -> None:
    names = ("int-day", "ext-day", "int-night", "ext-night", "dawn", "dusk")
    made = inks(Look(grey=True))
    assert len({(made[one].ground, made[one].pattern) for one in names}) == len(names)


def test_nights_follow_the_preset() -> None:
    classic, singleton = inks(Look()), inks(Look(night="singleton"))
    assert classic["int-night"] == singleton["ext-night"] != classic["ext-night"]


def test_later_rounds_of_colors_keep_their_color() -> None:
    assert chip_of("2nd blue") == chip_of("blue") != chip_of("white")
