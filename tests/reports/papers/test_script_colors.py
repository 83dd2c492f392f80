"""Papers of a revised script: its color on stamp and head, its scenes marked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.formats.html import to_html
from daybreak.reports.formats.look import Look
from daybreak.reports.formats.pdf import paper_for_typst
from daybreak.reports.papers.kinds import KINDS
from daybreak.reports.papers.paper import Fact, Facts
from daybreak.reports.papers.script_colors import (
    dated_scripts,
    revision_of,
    scripts_said,
)
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.stamp_reading import stamps_in
from tests.reports.papers.shown import records, shown_of, table_of, text_of
from tests.reports.papers.two_pictures import two_pictures

DRAFT = {"file": "blue.fountain", "color": "blue", "date": "2027-02-16"}


def revised() -> tuple[Production, Schedule]:
    """Salt in its pink draft: scene 1 changed in blue, scene 9 in pink."""
    production, schedule = two_pictures()
    salt, tide = production.pictures
    salt = replace(salt, extra={"script": {**DRAFT, "color": "pink"}})
    colors = {"s1": "blue", "s9": "pink"}
    return (
        replace(
            production,
            pictures=(salt, tide),
            scenes=tuple(
                replace(one, extra={"revision": colors[one.id]})
                if one.id in colors
                else one
                for one in production.scenes
            ),
        ),
        schedule,
    )


def stamped() -> Shown:
    shown = shown_of(revised())
    script = scripts_said(shown.production)
    return replace(shown, stamp=replace(shown.stamp, script=script))


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        ("one-liner", "one_liner"),
        ("shooting-schedule", "shooting_schedule"),
        ("stripboard", "stripboard"),
        ("scenes", "by_scene_number"),
    ],
)
def test_scenes_bear_their_color_and_an_asterisk_of_the_last_draft(
    kind: str, table: str
) -> None:
    paper = KINDS[kind].make(stamped())
    marks = {
        str(one["scene_id"]): one["revised"] for one in records(table_of(paper, table))
    }
    told = {scene: mark for scene, mark in marks.items() if mark}
    assert told == {"s1": "Blue", "s9": "* Pink"}


def test_without_a_revised_draft_there_is_no_column_for_it() -> None:
    paper = KINDS["one-liner"].make(shown_of(two_pictures()))
    assert "revised" not in [one.key for one in table_of(paper, "one_liner").columns]


def test_a_sheet_of_a_revised_scene_says_so() -> None:
    text = text_of(KINDS["breakdown-sheets"].make(stamped()))
    assert "* Pink" in text
    assert "* Blue" not in text


def test_stamp_and_head_name_the_script_and_are_read_back() -> None:
    """E10: what stands in the stamp is read back, also of a name with separators."""
    shown = stamped()
    paper = KINDS["costs"].make(shown)
    said = "first board · script A Pink, B White"
    assert paper_for_typst(paper, Look())["board"] == said
    assert said in to_html(paper, Look())
    assert text_of(paper).splitlines()[1] == f"{said} · Blue, Fri 19 Feb 2027"
    for title in ("Salt and Tide", "script X · Y"):
        stamp = replace(shown.stamp, production=title, entry=12)
        (read,) = stamps_in([stamp.said])
        assert (read.production, read.board) == (title, "first board")
        assert (read.script, read.entry) == ("A Pink, B White", 12)
        assert read.color == "blue"


def test_an_unrevised_script_leaves_the_stamp_as_it_was() -> None:
    shown = shown_of(two_pictures())
    assert scripts_said(shown.production) == ""
    assert "script" not in shown.stamp.said
    (read,) = stamps_in([shown.stamp.said])
    assert (read.script, read.board) == ("", "first board")


def test_a_call_sheet_tells_color_and_date_of_its_script() -> None:
    production, _ = revised()
    assert dated_scripts(production, ["salt"]) == "A Pink, Tue 16 Feb 2027"
    assert dated_scripts(production, ["tide"]) == ""
    sheet = KINDS["call-sheet"].make(stamped()).sections[0].blocks[0]
    assert isinstance(sheet, Facts)
    assert sheet.facts[-1] == Fact(label="Script", value="A Pink, Tue 16 Feb 2027")


@pytest.mark.parametrize("told", [7, None, ["blue"], {"hue": 7}, "", " · "])
def test_what_is_no_color_is_none(told: Any) -> None:
    """What stands under ``extra`` is anybody's: it is held to be a short text."""
    production, _ = two_pictures()
    scene = replace(production.scenes[0], extra={"revision": told})
    picture = replace(production.pictures[0], extra={"script": {"color": told}})
    other = replace(production.pictures[0], extra={"script": told})
    assert revision_of(scene) == ""
    for one in (picture, other):
        pictures = (one, production.pictures[1])
        assert scripts_said(replace(production, pictures=pictures)) == ""
