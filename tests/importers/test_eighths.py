"""Lengths of scenes: eighths as text, and the recipe that measures them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybreak.importers.eighths import Page, scene_lengths
from daybreak.importers.fountain import parse_fountain
from daybreak.importers.page import STOCK, wrapped_lines
from daybreak.importers.scripts import parse_script, read_script
from daybreak.model.eighths import format_eighths, parse_eighths
from tests.reference import reference_file


def lines(text: str) -> Fraction:
    script = parse_fountain(text, "a.fountain")
    scene = script.scenes()[0]
    return Page(STOCK, is_marked=True).lines((scene.heading, *scene.body))


@pytest.mark.parametrize(
    ("text", "eighths"),
    [
        ("1 3/8", 11),
        ("11/8", 11),
        ("1.375", 11),
        ("4/8", 4),
        ("1/2", 4),
        ("1", 8),
        ("0", 0),
        (" 2 1/8 ", 17),
        (".125", 1),
    ],
)
def test_eighths_are_read(text: str, eighths: int) -> None:
    assert parse_eighths(text) == eighths


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "1.3",
        "1/3",
        "1/0",
        "-1",
        "1 2",
        "1 3/8 x",
        "1e3",
        "٣",
        "9999999",
        "1/8/2",
    ],
)
def test_other_texts_are_no_eighths(text: str) -> None:
    with pytest.raises(ValueError, match="no length"):
        parse_eighths(text)


@given(st.integers(0, 100_000))
def test_eighths_shown_are_read_again(eighths: int) -> None:
    assert parse_eighths(format_eighths(eighths)) == eighths


def test_eighths_are_shown_as_people_write_them() -> None:
    assert [format_eighths(count) for count in (0, 3, 8, 11, 80)] == [
        "0",
        "3/8",
        "1",
        "1 3/8",
        "10",
    ]
    with pytest.raises(ValueError, match="at least 0"):
        format_eighths(-1)


def test_a_heading_has_two_blank_lines_before_it_and_action_one() -> None:
    assert lines("INT. A - DAY\n") == 3
    assert lines("INT. A - DAY\n\nHe sits.\n") == 5
    assert lines("INT. A - DAY\n\nOne.\nTwo.\n") == 6


def test_a_speech_counts_its_cue_parenthetical_and_lines() -> None:
    # Two blanks and the heading, a blank and the cue, an aside, a line.
    assert lines("INT. A - DAY\n\nANN\n(low)\nHi.\n") == 7


def test_notes_synopses_sections_and_page_breaks_do_not_count() -> None:
    text = (
        "INT. A - DAY\n\n= Syn.\n\n# Act\n\n===\n\n[[note]]\n\n/* cut */\n\nHe sits.\n"
    )
    assert lines(text) == 5


def test_the_higher_column_of_a_dual_dialogue_counts_and_a_blank_line() -> None:
    # Columns of 2 and 4 lines: 4 and a blank.
    text = "INT. A - DAY\n\nANN\nHi.\n\nBOB ^\n(low)\nOne.\nTwo.\n\nHe sits.\n"
    assert lines(text) == 3 + 5 + 2


def test_two_dual_dialogues_in_a_row_are_two() -> None:
    pair = "ANN\nHi.\n\nBOB ^\nHi.\n\n"
    assert lines(f"INT. A - DAY\n\n{pair}{pair}") == 3 + 3 + 3


def test_marks_of_emphasis_have_no_width() -> None:
    word = "x" * 30
    assert lines(f"INT. A - DAY\n\n***{word}*** _{word[:-1]}_\n") == 5
    assert lines(f"INT. A - DAY\n\n{word} {word}\n") == 6


@pytest.mark.parametrize(
    ("text", "width", "count"),
    [
        ("", 10, 1),
        ("one two", 10, 1),
        ("one two three", 10, 2),
        ("1234567890", 10, 1),
        ("12345678901", 10, 2),
        ("123456789012345678901", 10, 3),
        ("ab 12345678901", 10, 3),
        ("well-known-word", 10, 2),
        ("one --- two", 10, 2),
        ("one\ntwo\n\nthree", 10, 4),
    ],
)
def test_lines_break_at_blanks_and_after_hyphens(
    text: str, width: int, count: int
) -> None:
    assert wrapped_lines(text, width) == count


@given(st.text("ab -\n", max_size=200), st.integers(1, 20))
def test_a_narrower_column_never_takes_fewer_lines(text: str, width: int) -> None:
    assert wrapped_lines(text, width) >= wrapped_lines(text, 4 * width)
    for line in text.split("\n"):
        letters = len(line.replace(" ", ""))
        assert wrapped_lines(line, width) >= max(1, -(-letters // width))


@pytest.mark.parametrize(
    ("count", "eighths"), [(1, 1), (6, 1), (7, 2), (13, 2), (14, 3), (55, 8), (56, 9)]
)
def test_lines_are_rounded_up_to_eighths_of_55(count: int, eighths: int) -> None:
    assert Page(STOCK, is_marked=True).eighths(Fraction(count)) == eighths


FDX = """<FinalDraft DocumentType="Script" Version="5"><Content>
<Paragraph Type="Scene Heading">{properties}<Text>INT. A - DAY</Text></Paragraph>
<Paragraph Type="Action"{override}><Text>{text}</Text></Paragraph>
</Content>{settings}</FinalDraft>"""


def fdx_eighths(
    text: str, properties: str = "", settings: str = "", override: str = ""
) -> int:
    data = FDX.format(
        text=text, properties=properties, settings=settings, override=override
    )
    return scene_lengths(parse_script(data.encode(), "a.fdx"))[0].eighths


def test_the_length_of_the_file_is_taken_first() -> None:
    script = parse_script(
        FDX.format(
            text="Hi.",
            properties='<SceneProperties Length="1 3/8"/>',
            settings="",
            override="",
        ).encode(),
        "a.fdx",
    )
    length = scene_lengths(script)[0]
    assert (length.eighths, length.source) == (11, "file")


def test_without_a_length_the_settings_of_the_file_measure() -> None:
    text = " ".join(["word"] * 60)  # 300 characters: 5 lines of 60, 10 of 30
    narrow = (
        '<ElementSettings Type="Action"><ParagraphSpec LeftIndent="1.5"'
        ' RightIndent="4.5" SpaceBefore="12" Spacing="1"/></ElementSettings>'
    )
    assert fdx_eighths(text) == 2  # 3 + 6 lines
    assert fdx_eighths(text, settings=narrow) == 3  # 3 + 11 lines
    assert (
        fdx_eighths(text, override=' LeftIndent="1.5" RightIndent="3.0"') == 4
    )  # 3 + 21
    double = narrow.replace('Spacing="1"', 'Spacing="2"')
    assert fdx_eighths(text, settings=double) == 4  # 3 + 21


def test_a_shorter_page_makes_more_eighths() -> None:
    half = (
        '<PageLayout TopMargin="72" BottomMargin="72"><PageSize Height="6.5"/>'
        "</PageLayout>"
    )
    text = " ".join(["word"] * 60)
    assert fdx_eighths(text, settings=half) == 3  # 9 lines of 28


def test_an_omitted_scene_has_no_length() -> None:
    script = parse_fountain(".OMITTED #3#\n\nINT. A - DAY\n\nHi.\n", "a.fountain")
    assert [length.eighths for length in scene_lengths(script)] == [0, 1]


def test_what_follows_the_end_of_an_act_belongs_to_no_scene() -> None:
    long = " ".join(["word"] * 600)
    content = (
        '<FinalDraft DocumentType="Script" Version="5"><Content>'
        '<Paragraph Type="Scene Heading"><Text>INT. A - DAY</Text></Paragraph>'
        '<Paragraph Type="End of Act"><Text>END OF ACT ONE</Text></Paragraph>'
        f'<Paragraph Type="Action"><Text>{long}</Text></Paragraph></Content>'
        "</FinalDraft>"
    )
    script = parse_script(content.encode(), "a.fdx")
    assert [length.eighths for length in scene_lengths(script)] == [1]


def test_real_lengths_are_measured_as_the_program_states_them() -> None:
    path = reference_file("scripts", "fdx", "screenplay-tools-finaldraft-a4.fdx")
    if path is None:
        return
    script = read_script(path)
    assert script.layout is not None
    page = Page(script.layout, is_marked=False)
    measured = [
        page.eighths(page.lines((scene.heading, *scene.body)))
        for scene in script.scenes()
    ]
    assert measured == [scene.heading.eighths for scene in script.scenes()] == [3, 2]
