"""The day-out-of-days as a paper: its codes, its totals, where drops stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import count_costs, hold_gaps
from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.moving_dates import moving_people
from daybreak.reports.papers.day_out_of_days import day_out_of_days_paper
from daybreak.reports.papers.paper import Paper, Text, Value
from daybreak.reports.person_days import person_days
from tests.conftest import Compare
from tests.reports.made_up import crossing, harbor
from tests.reports.papers.people_cases import (
    Case,
    asked,
    drawn,
    never_dropped,
    two_gaps,
)
from tests.reports.papers.shown import by_key, records, table_of, text_of
from tests.reports.papers.two_pictures import two_pictures

SEEDS = st.integers(1, 100_000)


def row(paper: Paper, number: int) -> dict[str, Value]:
    """Give the row of a board number in the table for sheets."""
    rows = records(table_of(paper, "day_out_of_days"))
    return next(one for one in rows if one["number"] == number)


def codes(paper: Paper, number: int) -> dict[str, Value]:
    """Give the codes of a board number by ISO date."""
    named = row(paper, number)
    return {
        key: value
        for key, value in named.items()
        if value is not None and key not in ("number", "name")
    }


def totals(paper: Paper) -> dict[Value, dict[str, Value]]:
    """Give the rows of the totals by board number."""
    return {one["number"]: one for one in records(table_of(paper, "totals"))}


def worked_on(production: Production, schedule: Schedule) -> dict[str, set[date]]:
    """Give the dates that each person works, from the strips alone."""
    cast = {scene.id: scene.cast for scene in production.scenes}
    found: dict[str, set[date]] = {one.id: set() for one in production.people}
    for day in schedule.days:
        for strip in day.strips:
            for person in cast[strip]:
                found[person].add(day.date)
    return found


# --- how it looks ------------------------------------------------------------------


@pytest.mark.parametrize("drops", ["best", "first"])
def test_a_picture_with_a_drop_looks_as_agreed(drops: str, golden: Compare) -> None:
    shown = asked(two_gaps(), drops="best" if drops == "best" else "first")
    golden(f"paper-dood-{drops}.txt", text_of(day_out_of_days_paper(shown)))


def test_two_pictures_in_one_grid_look_as_agreed(golden: Compare) -> None:
    paper = day_out_of_days_paper(asked(two_pictures()))
    golden("paper-dood-two-pictures.txt", text_of(paper))


def test_one_of_two_pictures_looks_as_agreed(golden: Compare) -> None:
    paper = day_out_of_days_paper(asked(two_pictures(), picture="tide"))
    golden("paper-dood-tide.txt", text_of(paper))


# --- codes -------------------------------------------------------------------------


def test_an_event_on_a_held_date_stands_beside_the_hold() -> None:
    paper = day_out_of_days_paper(asked(never_dropped()))
    nora = codes(paper, 1)
    assert nora["2027-02-25"] == "FT"
    assert nora["2027-03-01"] == "SW"
    assert nora["2027-03-17"] == "H+T"
    assert nora["2027-03-18"] == "WF"
    counted = totals(paper)[1]
    assert (counted["held"], counted["travel"], counted["fitting"]) == (11, 1, 1)
    assert counted["total"] == 2 + 11 + 1  # travel falls on one of the held dates


def test_a_holiday_inside_the_span_is_marked_and_not_counted_as_held() -> None:
    paper = day_out_of_days_paper(asked(harbor()))
    pim = codes(paper, 5)
    assert pim["2027-03-04"] == "/"
    assert (totals(paper)[5]["holiday"], totals(paper)[5]["held"]) == (1, 11)
    ben = codes(paper, 2)
    assert "2027-03-04" not in ben  # finished two days before


def test_a_date_of_a_company_move_is_marked_for_whoever_works_in_that_unit() -> None:
    paper = day_out_of_days_paper(asked(crossing()))
    assert codes(paper, 1) == {
        "2027-03-04": "SW A",
        "2027-03-05": "H",
        "2027-03-10": "M",
        "2027-03-11": "W A",
        "2027-03-12": "WF A",
    }


def test_a_picture_shows_its_own_work_and_the_other_in_brackets() -> None:
    paper = day_out_of_days_paper(asked(crossing(), picture="one"))
    assert codes(paper, 2) == {
        "2027-03-04": "(B)",
        "2027-03-11": "SW",
        "2027-03-12": "WF",
    }


def test_nobody_is_held_in_a_drop_and_the_first_work_after_it_is_a_pick_up() -> None:
    nora = codes(day_out_of_days_paper(asked(harbor())), 1)
    assert nora["2027-03-02"] == "D"
    assert nora["2027-03-18"] == "PWF"
    assert "H" not in nora.values()


def test_a_picture_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="one of: one, two"):
        day_out_of_days_paper(asked(crossing(), picture="three"))


# --- where drops stand ---------------------------------------------------------------


def said(paper: Paper) -> str:
    blocks = (block for section in paper.sections for block in section.blocks)
    return " ".join(
        text for one in blocks if isinstance(one, Text) for text in one.paragraphs
    )


def test_best_drops_the_dearer_gap_and_first_the_earlier_one() -> None:
    best = day_out_of_days_paper(asked(two_gaps()))
    first = day_out_of_days_paper(asked(two_gaps(), drops="first"))
    assert codes(best, 1)["2027-03-16"] == "D"
    assert codes(best, 1)["2027-04-05"] == "PWF"
    assert codes(first, 1)["2027-03-02"] == "D"
    assert codes(first, 1)["2027-03-15"] == "PW"
    assert totals(best)[1]["held"] == 8  # 2 to 12 March but for the holiday
    assert totals(first)[1]["held"] == 14  # 16 March to 2 April


def test_first_says_what_it_costs_more_than_best() -> None:
    paper = day_out_of_days_paper(asked(two_gaps(), drops="first"))
    assert "holds 6 more days and costs $5,400 more" in said(paper)


def test_best_names_no_money() -> None:
    paper = day_out_of_days_paper(asked(two_gaps()))
    assert "6 more days would be held" in said(paper)
    assert "$" not in text_of(paper)


def without_drops(production: Production) -> Production:
    """Give a production in which nobody may be dropped."""
    people = tuple(
        replace(one, deals=tuple(replace(deal, drops=0) for deal in one.deals))
        for one in production.people
    )
    return replace(production, people=people)


@settings(max_examples=60)
@given(SEEDS)
def test_dropped_gaps_are_those_that_the_costs_leave_unpaid(seed: int) -> None:
    production, schedule = drawn(seed)
    paid = count_costs(production, schedule).of_line("cast_hold")
    all_held = count_costs(without_drops(production), schedule).of_line("cast_hold")
    unpaid: Counter[tuple[str | None, date]] = Counter()
    for some, every in zip(paid, all_held, strict=True):
        unpaid.update((some.person, day) for day in {*every.dates} - {*some.dates})
    shown = Counter(
        (one.person.id, day)
        for one in person_days(production, schedule)
        for drop in one.drops
        for day in drop.unpaid
    )
    assert shown == unpaid


@settings(max_examples=60)
@given(SEEDS)
def test_first_never_costs_less_than_best(seed: int) -> None:
    production, schedule = drawn(seed)
    for one in hold_gaps(production, schedule):
        assert one.cost("first") >= one.cost("best")
        assert len(one.dropped("first")) <= one.deal.drops


# --- totals ------------------------------------------------------------------------


def faults(case: Case, paper: Paper) -> list[str]:
    """Say where a paper differs from its board, counted from the strips alone."""
    production, schedule = case
    worked = worked_on(production, schedule)
    table = table_of(paper, "day_out_of_days")
    grid = {one["number"]: one for one in records(table)}
    found = []
    for person in production.people:
        on = worked[person.id]
        cells, counted = grid.get(person.number), totals(paper).get(person.number)
        if cells is None or counted is None:
            found += [f"{person.id}: no line"] if on else []
            continue
        marked = {key for key, code in cells.items() if _is_work(key, code)}
        if marked != {day.isoformat() for day in on}:
            found.append(f"{person.id}: work")
        held = [code for key, code in cells.items() if _has(code, "H")]
        if (counted["worked"] or 0, counted["held"] or 0) != (len(on), len(held)):
            found.append(f"{person.id}: totals")
    counts = Counter(day.isoformat() for days in worked.values() for day in days)
    for key, value in by_key(table, table.totals[0]).items():
        if key not in ("number", "name") and int(str(value or 0)) != counts[key]:
            found.append(f"{key}: cast working")
    return found


def _is_work(key: str, code: Value) -> bool:
    lead = str(code or "").split()[0].split("+")[0] if code else ""
    return key not in ("number", "name") and "W" in lead


def _has(code: Value, part: str) -> bool:
    return bool(code) and part in str(code).split()[0].split("+")


def numbered(case: Case) -> Case:
    """Give a case in which everybody has a number of their own."""
    production, schedule = case
    people = tuple(
        replace(one, number=place)
        for place, one in enumerate(production.people, start=1)
    )
    return replace(production, people=people), schedule


@settings(max_examples=60)
@given(SEEDS)
def test_counts_of_the_paper_are_those_of_the_board(seed: int) -> None:
    """E11: what the paper counts is what stands on the board."""
    case = numbered(drawn(seed))
    assert faults(case, day_out_of_days_paper(asked(case))) == []


@pytest.mark.twin
def test_a_day_that_is_missing_from_the_board_is_found() -> None:
    """E11, its twin: a paper of another board is seen to differ."""
    production, schedule = numbered(harbor())
    fewer = replace(schedule, days=schedule.days[:-1])
    paper = day_out_of_days_paper(asked((production, fewer)))
    assert faults((production, schedule), paper) != []


@settings(max_examples=40)
@given(SEEDS)
def test_weeks_on_paper_say_what_the_long_table_says(seed: int) -> None:
    paper = day_out_of_days_paper(asked(drawn(seed)))
    long: dict[tuple[Value, str], Value] = {}
    short: dict[tuple[Value, str], Value] = {}
    for table in paper.tables:
        if table.name.startswith("day_out_of_days"):
            into = short if table.where == "read" else long
            for one in records(table):
                if one["number"] is not None:
                    into.update(
                        ((one["number"], key), value)
                        for key, value in one.items()
                        if value not in (None, "x", "/", one["number"], one["name"])
                    )
    used = {number for number, _ in short}
    assert short == {key: value for key, value in long.items() if key[0] in used}
    assert len(used) == len({number for number, _ in long})


def test_one_person_wanted_has_the_only_line() -> None:
    paper = day_out_of_days_paper(asked(harbor(), person="ben"))
    assert paper.subtitle == "BEN (Ivo Marsh)"
    rows = records(table_of(paper, "day_out_of_days"))
    assert [one["number"] for one in rows] == [None, 2]
    assert set(totals(paper)) == {2}


def test_weeks_of_the_other_picture_alone_are_left_out_on_paper() -> None:
    paper = day_out_of_days_paper(asked(crossing(), picture="one"))
    only = day_out_of_days_paper(asked(crossing(), picture="two"))
    assert [table.title for table in paper.tables if table.where == "read"] == [
        "Mon 1 - Sun 14 Mar 2027"  # the star works for it on 4 March
    ]
    assert [table.title for table in only.tables if table.where == "read"] == [
        "Mon 1 - Sun 7 Mar 2027"
    ]


def test_only_who_works_on_both_bases_goes_along_with_a_company_move() -> None:
    production, schedule = two_pictures()
    moving = moving_people(production, schedule.in_order())
    assert {one: dates for one, dates in moving.items() if dates} == {
        "gull": {date(2027, 3, 10)}
    }
