"""PDF: text exact, stamped, repeated and kept as a printed paper has to be."""

from __future__ import annotations

import re
import socket
from dataclasses import replace
from typing import Literal

import pytest

from daybreak.reports.formats.look import Look, Size
from daybreak.reports.formats.pdf import FONTS, TEMPLATES, to_pdf
from tests.reports.formats.pages import board, days, paper, pdf, reader, texts

MARKUP = (
    *("#set page(width: 1pt)", '#read("/etc/passwd")', "#sys.inputs", "#{1+1}"),
    *("*bold*", "_soft_", "`raw`", "$x^2$", "<label>", "@reference", "= Heading"),
    *("- item", "+ item", "/ term: said", "\\ line", "\\u{41}", "// comment"),
    *("/* comment */", "---", "...", "~", '"quoted"', "'quoted'", "#import x"),
    *("[content]", "{code}", "(a, b)", "a => b", "<script>alert(1)</script>"),
    *("&amp;", "%PDF-1.7", "\\end{document}", "{{7*7}}", "${7*7}", "<%=7*7%>"),
    *("http://x.example", "mailto:x@example.org", "=1+1", "@SUM(A1)", "#"),
)
COLOR = re.compile(r"([\d.]+) ([\d.]+) ([\d.]+) scn\b", re.IGNORECASE)
SCRIPTS = {
    "latin": "Żółć Ærø Đặng",
    "greek": "Ελλάδα",
    "cyrillic": "Україна",
    "armenian": "Հայաստան",
    "georgian": "საქართველო",
    "hebrew": "שלום",
    "arabic": "مرحبا",
    "devanagari": "नमस्ते",
    "tamil": "தமிழ்",
    "thai": "ภาษาไทย",
    "han": "映画撮影",
    "kana": "カメラ",
    "hangul": "한국 영화",
    "emoji": "🎬🌙",
}


def test_markup_is_shown_as_it_was_typed_in_every_field() -> None:
    """E4: forty strings of markup, each verbatim wherever a text can stand."""
    assert len(MARKUP) >= 40
    for words in MARKUP:
        page = " ".join(texts(paper(words=words)))
        # title, subtitle, section, block titles, facts, bar, cell, note, legend ...
        shown = page.replace(" ", "").count(words.replace(" ", ""))
        assert shown >= 12, (words, shown, page)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """E4: no socket is opened, whatever a text says."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert to_pdf(paper(words='#image("http://x.example/a.png")'), Look())
    templates = "".join(one.read_text() for one in TEMPLATES.glob("*.typ"))
    assert "@preview" not in templates
    assert "http" not in templates


@pytest.mark.parametrize("script", SCRIPTS)
def test_twelve_scripts_and_emoji_come_out_as_they_went_in(script: str) -> None:
    """E5: the text can be copied again, and a font of ours has every sign of it."""
    words = SCRIPTS[script]
    # pypdf shows signs that were set in one piece, and told apart beside them, as \x03
    found = "".join(texts(paper(words=words))).replace(" ", "").replace("\x03", "")
    wanted = words.replace(" ", "")
    assert found.count(wanted) + found.count(wanted[::-1]) >= 8


def test_every_font_is_embedded_and_ours() -> None:
    """E5: nothing is left to the fonts of a reader's machine."""
    made = reader(paper(words=" ".join(SCRIPTS.values())))
    fonts = {
        font["/BaseFont"].split("+")[-1]: font
        for page in made.pages
        for font in (one.get_object() for one in page["/Resources"]["/Font"].values())
    }
    assert len(fonts) >= 10
    for name, font in fonts.items():
        assert name.startswith("Noto"), name
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.get_object()), name


def test_the_license_lies_with_the_fonts() -> None:
    said = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in said
    assert sum(one.stat().st_size for one in FONTS.iterdir()) < 10 * 2**20


def test_same_paper_gives_the_same_bytes() -> None:
    """E8."""
    one = paper()
    assert to_pdf(one, Look()) == to_pdf(one, Look())


@pytest.mark.twin
def test_another_moment_gives_other_bytes() -> None:
    """E8: broken twin, a clock that is not given."""
    one = paper()
    later = replace(one.stamp, made=one.stamp.made.replace(hour=10))
    assert pdf(one) != pdf(replace(one, stamp=later))


def test_stamp_page_and_title_stand_on_every_page() -> None:
    """E10: each page tells which plan it shows, and how many there are."""
    one = replace(paper(board(days(30, 6))), title="One-liner")
    pages = texts(one)
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert one.stamp.mark in page
        assert one.stamp.said in page
        assert f"Page {number} of {len(pages)}" in page
        assert "One-liner" in page
        assert one.stamp.revision in page
    assert one.stamp.mark in str(reader(one).metadata)


def test_heads_are_repeated_and_days_are_not_torn() -> None:
    pages = texts(paper(board(days(30, 6))))
    for page in pages:
        assert "Sc Set Pages" in page
    for day in range(1, 31):
        of_day = [*(f" {day}-{one} HOUSE" for one in range(6)), f"END OF DAY {day} "]
        on = {
            place for place, page in enumerate(pages) for one in of_day if one in page
        }
        assert len(on) == 1, f"day {day} stands on {on}"


def test_a_day_longer_than_a_page_goes_on_the_next_one() -> None:
    pages = texts(paper(board(days(1, 120))))
    assert len(pages) > 1
    found = " ".join(pages)
    assert all(f" 1-{one} HOUSE" in found for one in range(120))
    assert "1-119 HOUSE" in pages[-1]
    assert "END OF DAY 1" in pages[-1]


def test_columns_for_programs_are_left_out() -> None:
    assert "Eighths" not in texts(paper(board(days(1, 2))))[0]


def test_a_broken_plan_is_marked_on_every_page() -> None:
    one = replace(paper(board(days(30, 6))), warning="breaks 2 rules")
    pages = texts(one)
    assert len(pages) > 1
    assert all("NOT VALID: breaks 2 rules" in page for page in pages)


@pytest.mark.parametrize(
    ("size", "sheet", "width", "height"),
    [
        ("a4", "small", 595, 842),
        ("a4", "large", 842, 1191),
        ("letter", "small", 612, 792),
        ("letter", "large", 792, 1224),
        ("a3", "small", 842, 1191),
        ("tabloid", "large", 792, 1224),
    ],
)
def test_sheets_have_their_sizes(
    size: Size, sheet: Literal["small", "large"], width: int, height: int
) -> None:
    for landscape in (False, True):
        one = replace(paper(), sheet=sheet, landscape=landscape)
        box = reader(one, Look(size=size)).pages[0].mediabox
        found = (round(box.width), round(box.height))
        assert found == ((height, width) if landscape else (width, height))


def test_greys_have_no_color() -> None:
    """Every color of a grey page has three equal parts; a drawing keeps its own."""
    made = reader(paper(board(days(2, 3))), Look(grey=True))
    content = made.pages[0].get_contents()
    assert content is not None
    colors = set(COLOR.findall(content.get_data().decode("latin-1")))
    assert len(colors) > 3
    assert {len(set(one)) for one in colors} == {1}


@pytest.mark.twin
def test_a_page_in_color_has_some() -> None:
    content = reader(paper()).pages[0].get_contents()
    assert content is not None
    colors = COLOR.findall(content.get_data().decode("latin-1"))
    assert {len(set(one)) for one in colors} > {1}


def test_lost_signs_are_shown_as_lost() -> None:
    found = texts(paper(words="Bar\x00 \ud800\u202e end"))
    assert "Bar\ufffd \ufffd\ufffd end" in found[0]
