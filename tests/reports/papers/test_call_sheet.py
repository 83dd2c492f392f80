"""Call sheets: a day with its scenes, people, needs, and the two days after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.papers.call_sheet import call_sheet
from daybreak.reports.papers.paper import MISSING, Facts, Paper, Section, Table, Value
from tests.conftest import Compare
from tests.reports.made_up import harbor
from tests.reports.papers.people_cases import drawn, never_dropped
from tests.reports.papers.shown import records, shown_of, text_of
from tests.reports.papers.two_pictures import two_pictures

MONDAY = date(2027, 3, 8)


def section_table(section: Section, name: str) -> Table:
    return next(
        one for one in section.blocks if isinstance(one, Table) and one.name == name
    )


def facts_of(paper: Paper) -> dict[str, str]:
    """Give all facts of a paper by label; the last of several."""
    blocks = (block for section in paper.sections for block in section.blocks)
    facts = (one for block in blocks if isinstance(block, Facts) for one in block.facts)
    return {one.label: one.value for one in facts}


def cast_of(section: Section) -> dict[Value, dict[str, Value]]:
    return {one["number"]: one for one in records(section_table(section, "cast"))}


def test_a_date_of_two_units_looks_as_agreed(golden: Compare) -> None:
    paper = call_sheet(shown_of(two_pictures(), day=MONDAY))
    golden("paper-call-sheet-two-pictures.txt", text_of(paper))


def test_without_a_date_every_day_has_its_sheet() -> None:
    paper = call_sheet(shown_of(harbor()))
    assert [one.title for one in paper.sections] == [
        "Main unit: day 1 of 3, Mon 1 Mar 2027",
        "Main unit: day 2 of 3, Tue 2 Mar 2027",
        "Main unit: day 3 of 3, Thu 18 Mar 2027",
    ]
    assert all(one.new_page for one in paper.sections)


def test_what_nobody_has_told_is_marked_and_never_made_up() -> None:
    facts = facts_of(call_sheet(shown_of(harbor(), day=date(2027, 3, 2))))
    unknown = {label for label, value in facts.items() if value == MISSING}
    assert unknown == {
        *("Shooting call", "Lunch", "Sunrise", "Sunset", "Weather", "Hospital"),
        *("Script", "Address", "Parking", "Nearest hospital", "Contact"),
    }


def test_what_a_location_tells_of_itself_is_shown() -> None:
    production, schedule = harbor()
    told = {"parking": "behind the church", "hospital": "St. Brendan's", "sap": 4}
    quay = replace(production.locations[1], extra=told)
    known = replace(production, locations=(production.locations[0], quay))
    facts = facts_of(call_sheet(shown_of((known, schedule), day=date(2027, 3, 2))))
    assert facts["Parking"] == "behind the church"
    assert facts["Hospital"] == facts["Nearest hospital"] == "St. Brendan's"
    assert facts["Address"] == MISSING


def test_scenes_begin_after_those_before_them_and_the_move() -> None:
    paper = call_sheet(shown_of(harbor(), day=date(2027, 3, 1)))
    scenes = list(records(section_table(paper.sections[0], "scenes")))
    # Call 07:00; 11, 4 and 6 eighths of 15 minutes; an hour's move to the quay.
    assert [(one["scene"], one["from"]) for one in scenes] == [
        ("1", 7 * 60),
        ("4", 7 * 60 + 165),
        ("2", 7 * 60 + 165 + 60 + 60),
    ]
    ben = cast_of(paper.sections[0])[2]
    assert (ben["on_set"], ben["done"]) == (7 * 60, 7 * 60 + 165 + 60 + 60 + 90)


def test_cast_that_is_held_stands_below_with_its_code_and_no_call() -> None:
    paper = call_sheet(shown_of(never_dropped(), day=date(2027, 3, 2)))
    cast = cast_of(paper.sections[0])
    assert list(cast) == [2, 1, 5]
    assert [one["status"] for one in cast.values()] == ["WF", "H", "H"]
    assert [one["call"] for one in cast.values()] == [MISSING, None, None]


def test_sun_of_a_known_place_is_on_the_sheet() -> None:
    facts = facts_of(call_sheet(shown_of(two_pictures(), day=MONDAY, unit="main")))
    assert (facts["Sunrise"], facts["Sunset"]) == ("06:52", "18:15")


def test_the_two_days_after_it_stand_below() -> None:
    paper = call_sheet(shown_of(two_pictures(), day=MONDAY, unit="main"))
    advance = section_table(paper.sections[0], "advance")
    assert [one["scene"] for one in records(advance)] == ["9", "7"]
    assert "COMPANY MOVE" in text_of(paper)


def test_a_broken_rule_of_the_day_is_on_its_sheet() -> None:
    production, schedule = harbor()
    wrong = replace(schedule.days[1], date=date(2027, 3, 3))  # Ben is at a wedding
    days = (schedule.days[0], wrong, schedule.days[2])
    shown = shown_of((production, replace(schedule, days=days)), day=wrong.date)
    assert "Breaks 1 rule" in text_of(call_sheet(shown))


def test_a_date_without_shooting_is_refused_with_the_nearest_days() -> None:
    with pytest.raises(UsageError, match="2027-03-01, 2027-03-02, 2027-03-18"):
        call_sheet(shown_of(harbor(), day=date(2027, 3, 9)))


def strips_and_cast(
    production: Production, schedule: Schedule
) -> list[tuple[list[str], set[str]]]:
    """Give the scene numbers and the cast of each day, from the strips alone."""
    scenes = {scene.id: scene for scene in production.scenes}
    place = {unit.id: at for at, unit in enumerate(production.units)}
    days = sorted(schedule.days, key=lambda day: (day.date, place[day.unit]))
    return [
        (
            [scenes[strip].number for strip in day.strips],
            {person for strip in day.strips for person in scenes[strip].cast},
        )
        for day in days
    ]


def _order(one: tuple[list[str], set[str]]) -> tuple[list[str], list[str]]:
    return one[0], sorted(one[1])


@settings(max_examples=40)
@given(st.integers(1, 100_000))
def test_cast_and_scenes_of_each_sheet_are_those_of_its_strips(seed: int) -> None:
    """E11: who is called is who stands in the strips of the day."""
    production, schedule = drawn(seed)
    people = tuple(replace(one, name=one.id) for one in production.people)
    units = tuple(
        replace(one, name=f"Unit {place}") for place, one in enumerate(production.units)
    )
    case = replace(production, people=people, units=units), schedule
    paper = call_sheet(shown_of(case))
    sheets = [one for one in paper.sections if one.new_page]
    found = []
    for sheet in sheets:
        numbers = [str(one["scene"]) for one in records(section_table(sheet, "scenes"))]
        cast = records(section_table(sheet, "cast"))  # two may share a number
        called = {str(one["name"]) for one in cast if one["scenes"]}
        found.append((numbers, called))
    wanted = strips_and_cast(*case)
    assert sorted(found, key=_order) == sorted(wanted, key=_order)
