"""Months of the cast and of the units."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import UsageError
from daybreak.reports.papers.calendars import cast_calendar, unit_calendar
from daybreak.reports.papers.month_sheets import month_sections
from daybreak.reports.papers.paper import Cell, Paper, Table
from daybreak.reports.stripboard import board_numbers
from tests.conftest import Compare
from tests.reports.made_up import crossing, harbor
from tests.reports.papers.people_cases import asked, drawn
from tests.reports.papers.shown import records, shown_of, table_of, text_of


def test_months_of_the_cast_look_as_agreed(golden: Compare) -> None:
    golden("paper-cast-calendar.txt", text_of(cast_calendar(asked(harbor()))))


def test_months_of_two_units_look_as_agreed(golden: Compare) -> None:
    golden("paper-unit-calendar.txt", text_of(unit_calendar(asked(crossing()))))


def test_months_of_one_unit_leave_the_other_out() -> None:
    text = text_of(unit_calendar(shown_of(crossing(), unit="second")))
    assert "Rail yard" in text
    assert "Fjord" not in text


def test_a_unit_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="one of: main, second"):
        unit_calendar(shown_of(crossing(), unit="third"))


def test_a_month_begins_on_its_weekday_and_has_all_its_dates() -> None:
    entries = {date(2027, 2, 3): (Cell("one"), Cell("two"))}
    section = month_sections(entries, {date(2027, 2, 6): "rest"})[0]
    assert section.title == "February 2027"
    table = section.blocks[0]
    assert isinstance(table, Table)
    heads = [next(records(replace(table, groups=(one,)))) for one in table.groups]
    assert list(heads[0].values()) == ["1", "2", "3", "4", "5", "6", "7"]
    assert [len(one) for one in heads] == [7, 7, 7, 7]
    lines = list(records(replace(table, groups=table.groups[:1])))
    assert [line["wed"] for line in lines[:3]] == ["3", "one", "two"]


def test_a_month_that_begins_on_a_sunday_leaves_six_days_free() -> None:
    section = month_sections({date(2027, 8, 31): (Cell("last"),)}, {})[0]
    table = section.blocks[0]
    assert isinstance(table, Table)
    first = next(records(table))
    assert list(first.values()) == [None, None, None, None, None, None, "1"]


def test_months_without_anything_get_no_sheet() -> None:
    entries = {
        date(2027, 1, 31): (Cell("early"),),
        date(2027, 6, 1): (Cell("late"),),
        date(2027, 3, 1): (),
    }
    titles = [one.title for one in month_sections(entries, {})]
    assert titles == ["January 2027", "June 2027"]


def test_nothing_scheduled_is_said() -> None:
    production, schedule = harbor()
    empty = replace(schedule, days=())
    quiet = tuple(replace(one, events=()) for one in production.people)
    case = replace(production, people=quiet), empty
    for make in (cast_calendar, unit_calendar):
        assert "Nothing is scheduled." in text_of(make(asked(case)))


@settings(max_examples=40)
@given(st.integers(1, 100_000))
def test_the_list_of_dates_is_the_work_of_the_board(seed: int) -> None:
    """E11: the calendar's dates of work are those of the strips."""
    production, schedule = drawn(seed)
    numbers = board_numbers(production)
    cast = {scene.id: scene.cast for scene in production.scenes}
    wanted = {
        (day.date, numbers[person])
        for day in schedule.days
        for strip in day.strips
        for person in cast[strip]
    }
    paper: Paper = cast_calendar(asked((production, schedule)))
    dates = table_of(paper, "dates")
    told = {
        (one["date"], one["number"]) for one in records(dates) if one["code"] != "H"
    }
    assert told == wanted
