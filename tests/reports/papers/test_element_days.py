"""Days of elements: what is used on which date, by category."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import UsageError
from daybreak.reports.papers.element_days import element_categories, element_days
from daybreak.reports.papers.paper import Paper, Value
from tests.conftest import Compare
from tests.reports.papers.people_cases import Case, drawn
from tests.reports.papers.shown import records, shown_of, table_of, text_of
from tests.reports.papers.two_pictures import two_pictures

LEAD = ("category", "name")


def used(paper: Paper) -> dict[tuple[Value, Value], dict[str, Value]]:
    """Give the codes by category and name, and ISO date."""
    rows = records(table_of(paper, "element_days"))
    return {
        (one["category"], one["name"]): {
            key: code
            for key, code in one.items()
            if code is not None and key not in LEAD
        }
        for one in rows
        if one["category"] is not None
    }


def test_all_categories_look_as_agreed(golden: Compare) -> None:
    paper = element_days(shown_of(two_pictures()))
    golden("paper-element-days-two-pictures.txt", text_of(paper))


def test_one_category_shows_nothing_else() -> None:
    paper = element_days(shown_of(two_pictures(), category="props"))
    assert paper.subtitle == "props"
    assert set(used(paper)) == {("Props", "Storm lamp"), ("Props", "Wet letter")}


def test_a_thing_starts_and_finishes_and_is_not_ours_outside_its_windows() -> None:
    days = used(element_days(shown_of(two_pictures())))
    assert days["Vehicles", "Salt barge"] == {"2027-03-08": "SW", "2027-03-09": "WF"}
    assert days["Camera", "Crane"] == {"2027-03-09": "SWF"}
    assert days["Extras", "Background people"] == {"2027-03-08": "20"}


def test_a_location_is_held_between_two_uses_where_that_is_paid() -> None:
    production, schedule = two_pictures()
    monday = schedule.days[0]
    office, pans = (
        replace(monday, strips=("s1",)),
        replace(monday, date=date(2027, 3, 11), strips=("s3",)),
    )
    others = tuple(day for day in schedule.days[1:] if day.unit != "main")
    moved = replace(schedule, days=(office, *others, pans))
    days = used(element_days(shown_of((production, moved))))
    assert days["Locations", "Old saltworks"] == {
        "2027-03-08": "SW",
        "2027-03-09": "H",
        "2027-03-10": "H",
        "2027-03-11": "WF",
    }


def test_a_date_used_by_the_other_picture_is_not_held() -> None:
    paper = element_days(shown_of(two_pictures(), picture="salt"))
    assert "H" not in used(paper)["Locations", "Old saltworks"].values()


def test_a_category_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="Extras, vehicles, props, camera, Sets"):
        element_days(shown_of(two_pictures(), category="horses"))
    known = element_categories(two_pictures()[0])
    assert known[-2:] == ("Sets", "Locations")


def from_board(case: Case) -> dict[tuple[str, str], set[str]]:
    """Give the dates of elements and locations, from the strips alone."""
    production, schedule = case
    scenes = {scene.id: scene for scene in production.scenes}
    names = {one.id: one.name for one in production.locations}
    things = {one.id: one for one in production.elements}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for day in schedule.days:
        for scene in (scenes[strip] for strip in day.strips):
            on = day.date.isoformat()
            found["Locations", names[scene.location]].add(on)
            for one in scene.elements:
                category = things[one].category
                lead = category[:1].upper() + category[1:]
                found[lead, things[one].name].add(on)
    return found


def named_apart(case: Case) -> Case:
    """Give a case in which everything has a name of its own."""
    production, schedule = case
    named = replace(
        production,
        elements=tuple(replace(one, name=one.id) for one in production.elements),
        locations=tuple(replace(one, name=one.id) for one in production.locations),
    )
    return named, schedule


@settings(max_examples=50)
@given(st.integers(1, 100_000))
def test_dates_of_things_are_those_of_the_board(seed: int) -> None:
    """E11: every use on the board stands in the paper, and no other."""
    case = named_apart(drawn(seed))
    shown = {
        (str(lead), str(name)): {on for on, code in days.items() if "W" in str(code)}
        for (lead, name), days in used(element_days(shown_of(case))).items()
        if lead not in ("Sets", "Extras")
    }
    assert shown == from_board(case)
