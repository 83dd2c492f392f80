from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from daybreak.reports.cells import clean, clip, left, right, width_of, wrap

WIDTHS = st.integers(1, 40)


@given(st.text(), WIDTHS)
def test_filled_text_takes_exactly_its_cells(text: str, width: int) -> None:
    shown = clean(text)
    assert width_of(left(shown, width)) == width
    assert width_of(right(shown, width)) == width


@given(st.text(), WIDTHS)
def test_clipped_text_fits_and_stays_whole_where_it_may(text: str, width: int) -> None:
    shown = clean(text)
    clipped = clip(shown, width)
    assert width_of(clipped) <= width
    if width_of(shown) <= width:
        assert clipped == shown


@given(st.lists(st.text(min_size=1, max_size=8)), WIDTHS)
def test_wrapped_lines_fit_and_lose_no_word_that_fits(
    words: list[str], width: int
) -> None:
    shown = ["".join(clean(one).split()) or "_" for one in words]
    lines = wrap(shown, width)
    assert all(width_of(one) <= width for one in lines)
    if all(width_of(word) <= width for word in shown):
        assert " ".join(lines).split() == shown


@given(st.text())
def test_clean_text_cannot_steer_a_terminal(text: str) -> None:
    """RELIABILITY E3: what cannot be shown becomes U+FFFD."""
    shown = clean(text)
    assert len(shown) == len(text)
    assert not set(shown) & {"\x1b", "\x07", "\n", "\r", "\u202e", "\u2066", "\x9b"}


def test_escape_codes_in_a_heading_are_shown_as_lost_characters() -> None:
    """RELIABILITY E3."""
    assert clean("BAR\x1b[2J\u202eDAY\tX") == "BAR\ufffd[2J\ufffdDAY X"


def test_wide_characters_count_for_two_cells() -> None:
    assert width_of("日本") == 4
    assert left("日本", 5) == "日本 "
    assert clip("日本語", 4) == "日…"


def test_list_keeps_its_commas_inside_the_width() -> None:
    assert wrap(["1", "2", "3", "12"], 5, between=", ") == ["1, 2,", "3, 12"]
    assert wrap(["1", "2", "3"], 4, between=", ") == ["1, 2", "3"]
