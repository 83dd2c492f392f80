"""Daily production reports: the plan of a day, what was left, and room to fill in."""

from __future__ import annotations

from datetime import date

import pytest

from daybreak.model.errors import UsageError
from daybreak.reports.papers.paper import Facts, Paper, Table, Value
from daybreak.reports.papers.production_report import LINE, production_report
from tests.reports.made_up import harbor
from tests.reports.papers.shown import records, shown_of
from tests.reports.papers.two_pictures import two_pictures

SECOND = date(2027, 3, 2)


def table(paper: Paper, name: str) -> list[dict[str, Value]]:
    """Give the rows of a table of the first section."""
    blocks = paper.sections[0].blocks
    found = next(one for one in blocks if isinstance(one, Table) and one.name == name)
    return records(found)


def test_progress_adds_up_to_the_script() -> None:
    production, schedule = harbor()
    rows = table(production_report(shown_of(harbor(), day=SECOND)), "progress")
    by = {one["what"]: (one["scenes"], one["pages"]) for one in rows}
    whole = sum(one.eighths for one in production.scenes)
    assert by["In the script"] == (len(production.scenes), whole)
    parts = ("Before today", "Today, planned", "After today", "On no day yet")
    assert (
        tuple(map(sum, zip(*(by[one] for one in parts), strict=True)))
        == (by["In the script"])
    )
    strips = schedule.days[1].strips
    assert by["Today, planned"][0] == len(strips)


def test_what_happened_is_left_open_and_never_made_up() -> None:
    paper = production_report(shown_of(harbor(), day=SECOND))
    blocks = paper.sections[0].blocks
    facts = {
        one.label: one.value
        for block in blocks
        if isinstance(block, Facts)
        for one in block.facts
    }
    known = {label for label, value in facts.items() if value != LINE}
    assert known == {"Call, plan", "Wrap, plan", "Location", "Schedule"}
    open_cells = {"arrived", "makeup", "first_on_set", "meal", "dismissed", "left"}
    for row in table(paper, "cast"):
        assert {key for key, value in row.items() if value is None} >= open_cells


def test_the_rest_of_a_scene_is_told_with_where_it_stands() -> None:
    paper = production_report(shown_of(two_pictures()))
    told = [
        row["left"]
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Table) and block.name == "scenes"
        for row in records(block)
    ]
    assert [one for one in told if one] == ["5/8 pg as 12A, boneyard"]


def test_every_day_has_its_report_and_no_other_date_has() -> None:
    paper = production_report(shown_of(harbor()))
    assert [one.title for one in paper.sections] == [
        "Main unit: day 1 of 3, Mon 1 Mar 2027",
        "Main unit: day 2 of 3, Tue 2 Mar 2027",
        "Main unit: day 3 of 3, Thu 18 Mar 2027",
    ]
    with pytest.raises(UsageError, match="Nobody shoots on 2027-03-03"):
        production_report(shown_of(harbor(), day=date(2027, 3, 3)))
