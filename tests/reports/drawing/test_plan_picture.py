"""The plan on a page: one picture that anybody can look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.reports.drawing.plan_look import LATE_HATCH, NIGHT, PICTURES
from daybreak.reports.drawing.plan_releases import spread
from daybreak.reports.drawing.svg import text_width
from daybreak.reports.papers.paper import Picture, Text
from daybreak.reports.papers.plan_on_a_page import plan_on_a_page
from daybreak.reports.phrases import MONTHS
from tests.conftest import Compare
from tests.reports.made_up import crossing, harbor
from tests.reports.papers.people_cases import Case, asked, drawn
from tests.reports.papers.two_pictures import two_pictures

SVG = "{http://www.w3.org/2000/svg}"
MONTH_WORDS = {*MONTHS, *(name[0] for name in MONTHS)}
DRAWN = ("rect", "line", "polygon", "circle", "text", "title", "defs", "pattern")


def picture(case: Case) -> Picture:
    block = plan_on_a_page(asked(case)).sections[0].blocks[0]
    assert isinstance(block, Picture)
    return block


def shapes(svg: str, name: str) -> list[dict[str, str]]:
    """Give the attributes of all shapes of a kind, outside of patterns."""
    return [one.attrib for one in ElementTree.fromstring(svg) if one.tag == SVG + name]


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(SVG + "text")]


def released(case: Case, release: date, *, post: int, streaming: int) -> Case:
    """Give a case whose first picture has a release."""
    production, schedule = case
    first = replace(
        production.pictures[0],
        release=release,
        post_days=post,
        streaming_after_days=streaming,
    )
    return replace(production, pictures=(first, *production.pictures[1:])), schedule


@pytest.mark.parametrize("name", ["harbor", "two-pictures"])
def test_the_picture_looks_as_agreed(name: str, golden: Compare) -> None:
    case = harbor() if name == "harbor" else two_pictures()
    golden(f"plan-{name}.svg", picture(case).svg)


def test_the_same_plan_gives_the_same_bytes() -> None:
    """E8: nothing in the picture depends on the run."""
    assert picture(two_pictures()) == picture(two_pictures())


def test_each_shooting_day_is_drawn_once_in_the_color_of_its_picture() -> None:
    svg = picture(crossing()).svg
    fills = Counter(one["fill"] for one in shapes(svg, "rect"))
    # Three days of the first picture, one of the second; one swatch each.
    assert (fills[PICTURES[0]], fills[PICTURES[1]]) == (3 + 1, 1 + 1)
    assert fills[NIGHT] == 1 + 1


def test_a_late_picture_shows_by_how_many_days() -> None:
    case = released(harbor(), date(2027, 6, 1), post=100, streaming=45)
    one = picture(case)  # wraps 18 March, delivered 26 June
    assert "25 days late" in texts(one.svg)
    assert "25 days late for its release Tue 1 Jun 2027" in one.says
    fills = [shape["fill"] for shape in shapes(one.svg, "rect")]
    assert fills.count(f"url(#{LATE_HATCH})") == 2  # the bar and its sign


def test_a_picture_in_time_says_so_and_has_nothing_red() -> None:
    case = released(harbor(), date(2027, 7, 1), post=100, streaming=45)
    one = picture(case)
    assert "in time" in texts(one.svg)
    assert f"url(#{LATE_HATCH})" not in one.svg
    marks = ("wrap", "delivered", "release", "streaming")
    labels = [text for text in texts(one.svg) if text.startswith(marks)]
    assert labels == [
        "wrap 18 Mar 2027",
        "delivered 26 Jun 2027",
        "release 1 Jul 2027",
        "streaming 15 Aug 2027",
    ]


def test_what_follows_the_shoot_is_pressed_together_and_said_to_be() -> None:
    case = released(harbor(), date(2028, 7, 1), post=100, streaming=45)
    assert "from here on another scale" in texts(picture(case).svg)
    assert "from here on another scale" not in texts(picture(harbor()).svg)


def test_a_plan_that_breaks_rules_says_so() -> None:
    production, schedule = harbor()
    assert "NOT VALID" not in picture((production, schedule)).svg
    one = picture((production, replace(schedule, boneyard=())))
    assert "NOT VALID: breaks 1 rule" in texts(one.svg)
    assert one.says.endswith("It breaks 1 rule.")


def test_nothing_scheduled_is_said_in_words() -> None:
    production, schedule = harbor()
    paper = plan_on_a_page(asked((production, replace(schedule, days=()))))
    assert isinstance(paper.sections[0].blocks[0], Text)


def test_hostile_names_stay_text() -> None:
    production, schedule = harbor()
    title = '</title><script>alert(1)</script>&"\x00\x1b'
    people = tuple(
        replace(one, name="<image href='http://x'/>") for one in production.people
    )
    named = replace(production, title=title, people=people)
    svg = picture((named, schedule)).svg
    root = ElementTree.fromstring(svg)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {"svg", *DRAWN}
    names = {name for one in root.iter() for name in one.attrib}
    assert not any("href" in name or name.startswith("on") for name in names)


@settings(max_examples=60)
@given(st.integers(1, 100_000))
def test_every_picture_is_sound_and_lies_inside_its_sheet(seed: int) -> None:
    case = drawn(seed)
    if not case[1].days:
        return
    one = picture(case)
    for shape in shapes(one.svg, "rect"):
        left, width = float(shape["x"]), float(shape["width"])
        top, height = float(shape["y"]), float(shape["height"])
        assert left >= -0.01
        assert left + width <= one.width + 2
        assert top >= -0.01
        assert top + height <= one.height + 0.01
    unit_of = {scene.id: scene.picture for scene in case[0].scenes}
    lanes = {
        (day.unit, day.date, unit_of[strip])
        for day in case[1].days
        for strip in day.strips
    }
    fills = Counter(shape["fill"] for shape in shapes(one.svg, "rect"))
    signs = len(case[0].pictures)
    assert sum(fills[color] for color in PICTURES[:signs]) == len(lanes) + signs


def test_no_name_of_a_month_touches_the_next_or_leaves_the_axis() -> None:
    """However long a picture waits for its release, in whichever month it begins."""
    for release in (date(2027, 12, 3), date(2028, 11, 4), date(2031, 9, 1)):
        svg = picture(released(harbor(), release, post=60, streaming=30)).svg
        names = [
            one
            for one in ElementTree.fromstring(svg).iter(SVG + "text")
            if (one.text or "") in MONTH_WORDS
        ]
        lefts = [float(one.attrib["x"]) for one in names]
        rights = [
            left + text_width(one.text or "", 8)
            for left, one in zip(lefts, names, strict=True)
        ]
        assert lefts == sorted(lefts)
        assert all(end <= start for end, start in zip(rights, lefts[1:], strict=False))
        axis = max(float(one["x2"]) for one in shapes(svg, "line") if "x2" in one)
        assert rights[-1] <= axis
        years = [one for one in texts(svg) if one.isdecimal() and len(one) == 4]
        told = [str(year) for year in range(2027, release.year + 1)]
        assert years == told[: len(years)]
        assert len(years) >= min(2, len(told))


def test_each_label_stands_by_its_mark() -> None:
    """Marks that lie close move their labels to both sides, not all to the right."""
    row = [(100.0, "wrap 1 Mar 2027", ""), (104.0, "release 3 Mar 2027", "")]
    row += [(108.0, "streaming 5 Mar 2027", ""), (500.0, "far", "")]
    placed = spread(row, left=0.0, right=600.0)
    ends = [start + text_width(said, 7) for start, said, _ in placed]
    middle = (placed[0][0] + ends[2]) / 2
    assert middle == pytest.approx(104.0, abs=8)
    assert all(
        end < start for end, (start, _, _) in zip(ends, placed[1:], strict=False)
    )
    assert placed[3][0] == pytest.approx(500.0 - text_width("far", 7) / 2)
    edged = spread(row, left=0.0, right=130.0)
    assert edged[0][0] >= 0.0
