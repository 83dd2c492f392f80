from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import count_costs
from daybreak.model.production import Deal, Event, Production
from daybreak.model.schedule import Day, Schedule
from daybreak.reports.cells import width_of
from daybreak.reports.day_out_of_days import DayOutOfDays, PersonRow, day_out_of_days
from daybreak.reports.day_out_of_days_lines import day_out_of_days_lines
from daybreak.reports.lines import to_text
from tests.conftest import Compare
from tests.reports.made_up import crossing, harbor
from tests.strategies import cases


def _paper(production: Production, schedule: Schedule) -> DayOutOfDays:
    return day_out_of_days(production, schedule)


def _row(paper: DayOutOfDays, person: str) -> PersonRow:
    return next(row for row in paper.rows if row.person == person)


def _codes(paper: DayOutOfDays, person: str) -> dict[date, str]:
    row = _row(paper, person)
    return {day: code for day, code in zip(paper.dates, row.codes, strict=True) if code}


def _march(paper: DayOutOfDays, person: str) -> dict[int, str]:
    codes = _codes(paper, person).items()
    return {day.day: code for day, code in codes if day.month == 3}


def test_paper_of_one_unit_looks_as_agreed(golden: Compare) -> None:
    lines = day_out_of_days_lines(_paper(*harbor()), width=120)
    golden("dood-harbor-120.txt", to_text(lines))


def test_paper_of_two_units_in_a_narrow_width_looks_as_agreed(golden: Compare) -> None:
    lines = day_out_of_days_lines(_paper(*crossing()), width=72)
    golden("dood-crossing-72.txt", to_text(lines))


def test_first_day_starts_and_last_day_finishes_with_events_around() -> None:
    codes = _codes(_paper(*harbor()), "nora")
    assert codes == {
        date(2027, 2, 25): "FT",
        date(2027, 3, 1): "SW",
        date(2027, 3, 2): "D",
        date(2027, 3, 17): "T",
        date(2027, 3, 18): "PWF",
    }


def test_drop_stands_in_the_gap_that_saves_most() -> None:
    production, schedule = harbor()
    days = (
        Day(unit="main", date=date(2027, 3, 1), shift="day", strips=("s1",)),
        Day(unit="main", date=date(2027, 3, 15), shift="day", strips=("s5",)),
        Day(unit="main", date=date(2027, 4, 5), shift="day", strips=("s6",)),
    )
    paper = _paper(production, replace(schedule, days=days, boneyard=()))
    codes = _march(paper, "nora")
    assert (codes[1], codes[2], codes[15], codes[16]) == ("SW", "H", "W", "D")
    assert _codes(paper, "nora")[date(2027, 4, 5)] == "PWF"
    assert _row(paper, "nora").dropped == 1


def test_held_dates_are_those_that_are_paid() -> None:
    production, schedule = harbor()
    nora = replace(production.people[0], deals=(Deal(kind="daily", rate=900),))
    without = replace(production, people=(nora, *production.people[1:]))
    paper = _paper(without, schedule)
    costs = count_costs(without, schedule)
    held = [item for item in costs.of_line("cast_hold") if item.person == "nora"]
    assert _row(paper, "nora").held == len(held[0].dates) == 11
    marked = [day for day, code in _codes(paper, "nora").items() if code == "H"]
    assert marked == [day for day in held[0].dates if day != date(2027, 3, 17)]


def test_dates_inside_paid_weeks_are_held() -> None:
    codes = _march(_paper(*harbor()), "kid")
    assert (codes[1], codes[2], codes[18]) == ("SW", "H", "WF")
    assert 4 not in codes  # a holiday


def test_one_day_of_work_starts_and_finishes_at_once() -> None:
    assert _march(_paper(*crossing()), "star") == {4: "SW", 5: "H", 11: "W", 12: "WF"}
    production, schedule = harbor()
    one = replace(schedule, days=schedule.days[1:2])
    assert _march(_paper(production, one), "ben") == {2: "SWF", 3: "x"}


def test_whoever_stands_on_no_day_is_named_below() -> None:
    production, schedule = harbor()
    paper = _paper(production, replace(schedule, days=schedule.days[1:2]))
    assert paper.idle == ("PIM (Lee Tam)",)
    assert "On no day: PIM (Lee Tam)" in to_text(day_out_of_days_lines(paper, width=90))


def test_events_far_from_the_shoot_do_not_stretch_the_paper() -> None:
    production, schedule = harbor()
    ages = Event(kind="training", first=date(1, 1, 1), last=date(9999, 12, 31))
    nora = replace(production.people[0], events=(ages,))
    people = (nora, *production.people[1:])
    paper = _paper(replace(production, people=people), schedule)
    assert len(paper.dates) < 60 * 7


def test_nobody_scheduled_is_said() -> None:
    production, schedule = crossing()
    paper = _paper(production, replace(schedule, days=()))
    assert "nobody is scheduled" in to_text(day_out_of_days_lines(paper, width=80))


@settings(max_examples=60)
@given(cases(broken=0), st.integers(72, 200))
def test_every_paper_fits_its_width_and_agrees_with_the_costs(
    case: tuple[Production, Schedule], width: int
) -> None:
    production, schedule = case
    paper = _paper(production, schedule)
    for one in day_out_of_days_lines(paper, width=width):
        assert sum(width_of(span.text) for span in one.spans) <= width
    cast = {scene.id: scene.cast for scene in production.scenes}
    worked = {
        (person, day.date)
        for day in schedule.days
        for strip in day.strips
        for person in cast[strip]
    }
    assert sum(row.worked for row in paper.rows) == len(worked)
    assert sum(paper.working) == len(worked)
    held = {
        (item.person, day)
        for item in count_costs(production, schedule).of_line("cast_hold")
        for day in item.dates
    }
    for row in paper.rows:
        paid = {day for person, day in held if person == row.person}
        assert row.held >= len(paid)
        ends = [code for code in row.codes if code.endswith("F") and "W" in code]
        assert len(ends) == bool(row.worked)
