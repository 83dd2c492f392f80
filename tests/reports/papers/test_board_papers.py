"""How the board papers look, and that each says of every strip where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybreak.model.calendar import every_date
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.papers.kinds import KINDS
from daybreak.reports.papers.paper import MISSING, Bar, Facts, Text
from daybreak.reports.papers.standing import number_order, show_dates
from daybreak.reports.phrases import MONTHS, WEEKDAYS
from tests.conftest import Compare
from tests.reports.made_up import crossing, harbor
from tests.reports.papers.shown import records, shown_of, table_of, text_of
from tests.reports.papers.two_pictures import two_pictures

BOARD_PAPERS = (
    *("stripboard", "one-liner", "shooting-schedule", "breakdown-sheets"),
    *("elements", "locations", "scenes"),
)
REASONS = {"s12": "Its window and rule turnaround leave no date."}


@pytest.mark.parametrize("kind", BOARD_PAPERS)
def test_board_papers_of_two_pictures_look_as_agreed(
    kind: str, golden: Compare
) -> None:
    paper = KINDS[kind].make(shown_of(two_pictures(), reasons=REASONS))
    golden(f"paper-{kind}-two-pictures.txt", text_of(paper, width=170))


@pytest.mark.parametrize("kind", ["stripboard", "one-liner", "scenes"])
def test_board_papers_of_one_unit_look_as_agreed(kind: str, golden: Compare) -> None:
    paper = KINDS[kind].make(shown_of(harbor()))
    golden(f"paper-{kind}-harbor.txt", text_of(paper, width=130))


# --- stripboard and one-liner ------------------------------------------------------


def test_a_long_scene_lies_evenly_on_its_days_and_adds_up() -> None:
    paper = KINDS["one-liner"].make(shown_of(crossing()))
    lines = list(records(table_of(paper, "one_liner")))
    assert [(one["scene_id"], one["pages"], one["day"]) for one in lines] == [
        *(("x0", 8, 1), ("x2", 5, 1), ("x1", 8, 2), ("x1", 8, 3)),
    ]


def test_only_the_stripboard_says_what_days_cost() -> None:
    shown = shown_of(harbor())
    texts = {kind: text_of(KINDS[kind].make(shown)) for kind in BOARD_PAPERS}
    assert [kind for kind, text in texts.items() if "Day cost" in text] == [
        "stripboard"
    ]


def test_a_cast_of_thirty_has_columns_and_a_larger_one_a_list() -> None:
    small = KINDS["stripboard"].make(shown_of(two_pictures()))
    keys = [one.key for one in table_of(small, "stripboard").columns if one.turned]
    assert keys == ["cast_ines", "cast_otto", "cast_gull"]
    labels = [one.label for one in table_of(small, "stripboard").columns if one.turned]
    assert labels == ["1 INES", "2 OTTO", "14 Nia Fry"]
    for people, turned in ((30, 30), (31, 0)):
        paper = KINDS["stripboard"].make(shown_of(crowd(people)))
        board = table_of(paper, "stripboard")
        assert sum(one.turned for one in board.columns) == turned
        row = next(records(board))
        assert row["cast"] == ", ".join(str(one + 1) for one in range(people))
    assert "cast" not in {one.key for one in board.columns if one.where == "computed"}


def crowd(people: int) -> tuple[Production, Schedule]:
    """Give the crossing with so many people, all of them in its first scene."""
    production, schedule = crossing()
    star = production.people[0]
    cast = tuple(replace(star, id=f"p{one}", number=one + 1) for one in range(people))
    first = replace(production.scenes[0], cast=tuple(one.id for one in cast))
    scenes = tuple(replace(one, cast=()) for one in production.scenes[1:])
    return replace(production, people=cast, scenes=(first, *scenes)), schedule


def test_a_broken_rule_is_marked_on_its_strip_its_day_and_in_words() -> None:
    shown = shown_of(two_pictures())
    paper = KINDS["stripboard"].make(shown)
    board = table_of(paper, "stripboard")
    marks = {one["scene_id"]: one["mark"] for one in records(board)}
    broken = {one.where.scene for one in shown.violations if one.where.scene}
    assert {scene for scene, mark in marks.items() if mark == "!"} == broken
    said = [one["said"] for one in records(table_of(paper, "conflicts"))]
    assert len(said) == len(shown.violations) > 0
    bars = [
        row.left
        for group in board.groups
        for row in group.rows
        if isinstance(row, Bar) and row.style == "conflict"
    ]
    assert len(bars) == len({one.where.date for one in shown.violations} - {None})


def test_a_scene_that_the_schedule_lost_is_shown_and_says_so() -> None:
    paper = KINDS["stripboard"].make(shown_of(two_pictures()))
    assert "8 EXT DAY    B  CLIFF" in text_of(paper)
    assert "The schedule names it nowhere: put it on a day" in text_of(paper)


# --- narrowed ----------------------------------------------------------------------


def test_one_picture_keeps_the_numbers_of_its_days_and_counts_its_own_pages() -> None:
    paper = KINDS["one-liner"].make(shown_of(two_pictures(), picture="tide"))
    lines = records(table_of(paper, "one_liner"))
    assert [(one["scene_id"], one["day"], one["pages"]) for one in lines] == [
        *(("t1", 1, 6), ("t7", 3, 9), ("t7", 4, 10), ("t8", None, 3)),
    ]
    assert paper.subtitle == "Tide"
    days = list(records(table_of(paper, "days")))
    assert [(one["unit"], one["pages"]) for one in days] == [
        *(("Splash unit", 6), ("Main unit", 9), ("Main unit", 10)),
    ]


def test_one_unit_has_its_own_days_moves_and_idle_dates_alone() -> None:
    paper = KINDS["stripboard"].make(shown_of(two_pictures(), unit="splash"))
    lines = records(table_of(paper, "stripboard"))
    assert [one["scene_id"] for one in lines] == ["t1", "s12"]
    assert "COMPANY MOVE" not in text_of(paper)


def test_one_date_is_shown_alone() -> None:
    shown = shown_of(two_pictures(), day=date(2027, 3, 8))
    paper = KINDS["shooting-schedule"].make(shown)
    lines = records(table_of(paper, "shooting_schedule"))
    assert [one["scene_id"] for one in lines] == ["s1", "s3", "s2", "t1"]
    assert paper.subtitle == "Mon 8 Mar 2027"


def test_one_person_is_shown_with_the_scenes_they_are_in() -> None:
    shown = shown_of(two_pictures(), person="gull")
    paper = KINDS["one-liner"].make(shown)
    lines = records(table_of(paper, "one_liner"))
    assert [one["scene_id"] for one in lines] == ["s2", "s9", "t7", "t7"]
    assert paper.subtitle == "Nia Fry"


# --- what scenes need --------------------------------------------------------------


def test_the_shooting_schedule_names_everything_that_a_scene_needs() -> None:
    paper = KINDS["shooting-schedule"].make(shown_of(two_pictures()))
    table = table_of(paper, "shooting_schedule")
    row = next(one for one in records(table) if one["scene_id"] == "s9")
    assert (row["needs_vehicles"], row["needs_props"], row["needs_camera"]) == (
        *("Salt barge", "Storm lamp", "Crane"),
    )
    assert "    Cast: 1 INES (Uma Hale), 14 Nia Fry\n" in text_of(paper)
    assert "    Notes: Low tide before noon.\n" in text_of(paper)


def test_breakdown_sheets_mark_what_nobody_has_told() -> None:
    paper = KINDS["breakdown-sheets"].make(shown_of(two_pictures()))
    assert len(paper.sections) == 8
    first = paper.sections[0]
    facts = {
        fact.label: fact.value
        for block in first.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }
    assert facts["Extras"] == MISSING
    assert facts["Script day"] == "D1"
    assert facts["Cast"] == "1 INES (Uma Hale)\n2 OTTO (Rafe Bell)"
    assert facts["Props"] == "Storm lamp\nWet letter"
    pinned = paper.sections[3]
    labels = [
        fact.label
        for block in pinned.blocks
        if isinstance(block, Facts)
        for fact in block.facts
        if fact.value == MISSING
    ]
    assert labels == []  # no extras at all is told, too
    strip = pinned.blocks[0]
    assert isinstance(strip, Text)
    assert strip.style == "ext-night-bold"
    assert strip.paragraphs == ("Salt   Scene 9   EXT  PIER  NIGHT   1 2/8 pgs · 2h30",)


def test_elements_of_a_category_have_scenes_dates_and_fees() -> None:
    shown = shown_of(two_pictures(), category="camera")
    table = table_of(KINDS["elements"].make(shown), "elements")
    told = {one["element"]: one for one in records(table)}
    assert list(told) == ["Crane", "Drone"]
    assert (told["Crane"]["scenes"], told["Crane"]["days"]) == ("A 9", 1)
    assert (told["Crane"]["first"], told["Crane"]["cost"]) == (date(2027, 3, 9), 400)
    assert (told["Drone"]["scenes"], told["Drone"]["days"]) == (None, 0)


def test_locations_have_their_sets_dates_holds_and_moves() -> None:
    paper = KINDS["locations"].make(shown_of(two_pictures()))
    told = {one["location"]: one for one in records(table_of(paper, "locations"))}
    works, cliff = told["Old saltworks"], told["Cliff"]
    assert works["sets"] == "SALTWORKS - OFFICE; SALTWORKS - PANS; CELLAR"
    assert (works["days"], works["cost"], works["windows"]) == (
        *(1, 900, "Mon 1 - Fri 19 Mar 2027"),
    )
    assert (cliff["dates"], cliff["pages"]) == ("Thu 11 - Fri 12 Mar 2027", 19)
    moves = list(records(table_of(paper, "moves")))
    assert [(one["move"], one["from"], one["to"], one["cost"]) for one in moves] == [
        ("in the day", "Old saltworks", "Pier", 500),
        ("company", "Town", "Island", 6000),
    ]


def test_scenes_stand_by_number_and_by_script_day() -> None:
    paper = KINDS["scenes"].make(shown_of(two_pictures()))
    by_number = list(records(table_of(paper, "by_scene_number")))
    assert [one["scene"] for one in by_number] == [
        *("1", "A2", "2", "9", "12A"),
        *("1", "7", "8"),
    ]
    assert [one["turn"] for one in by_number] == [1, 3, 2, 5, None, 4, 6, None]
    by_day = list(records(table_of(paper, "by_script_day")))
    assert [one["script_day"] for one in by_day] == [
        *("D1", "D1", "D2", "D2", None),
        *("N1", None, None),
    ]


# --- dates, numbers, columns -------------------------------------------------------


@given(st.sets(st.dates(date(2026, 11, 1), date(2028, 2, 1)), min_size=2, max_size=40))
def test_dates_in_few_words_are_read_back_the_same(dates: set[date]) -> None:
    said = show_dates(dates)
    if said.startswith(WEEKDAYS):  # one run, first and last date in full
        assert dates == set(every_date(min(dates), max(dates)))
    else:
        assert read_back(said) == dates


def read_back(said: str) -> set[date]:
    """Read ``1, 4-5 Mar; 9 Apr 2027``: a month without a year has that of the next."""
    found: set[date] = set()
    year = 0
    for part in reversed(said.split("; ")):
        days, month, *own_year = part.rsplit(" ", 1 + part[-4:].isdigit())
        year = int(own_year[0]) if own_year else year
        for run in days.split(", "):
            first, last = (int(one) for one in (run.split("-") * 2)[:2])
            number = MONTHS.index(month) + 1
            found |= {date(year, number, day) for day in range(first, last + 1)}
    return found


def test_scene_numbers_stand_as_in_a_script() -> None:
    numbers = ["12A", "2", "12", "A12", "OMITTED", "1", "112", "12B", "9" * 40]
    assert sorted(numbers, key=number_order) == [
        *("1", "2", "A12", "12", "12A", "12B", "112"),
        *("9" * 40, "OMITTED"),
    ]


def test_columns_without_a_value_are_left_to_programs() -> None:
    places = table_of(KINDS["locations"].make(shown_of(crossing())), "locations")
    where = {one.key: one.where for one in places.columns}
    assert (where["windows"], where["day_fee"], where["sets"]) == (
        *("computed", "computed", "everywhere"),
    )
    with_fees = table_of(KINDS["locations"].make(shown_of(harbor())), "locations")
    assert {one.key for one in with_fees.columns} == set(where)


def test_programs_read_in_columns_what_bars_tell_people() -> None:
    shown = shown_of(two_pictures())
    days = table_of(KINDS["stripboard"].make(shown), "days")
    assert days.where == "computed"
    first = next(records(days))
    assert (first["week"], first["base"], first["limit"]) == (1, "Town", 600)
    assert (first["sunrise"], first["sunset"]) == (6 * 60 + 52, 18 * 60 + 15)
    assert first["day_cost"] == 20000 + 3000 + 900 + 300 + 500 + 700
    for kind in ("one-liner", "shooting-schedule"):
        table = table_of(KINDS[kind].make(shown), "days")
        assert "day_cost" not in {one.key for one in table.columns}
