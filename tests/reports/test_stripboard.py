from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import check, count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.board_lines import board_lines
from daybreak.reports.board_rows import (
    Board,
    CompanyMove,
    DayBreak,
    FreeDates,
    Strip,
    WeekBar,
)
from daybreak.reports.cells import width_of
from daybreak.reports.lines import to_text
from daybreak.reports.stripboard import Covers, board_numbers, stripboard
from tests.conftest import Compare
from tests.reports.made_up import crossing, harbor
from tests.reports.papers.two_pictures import two_pictures
from tests.strategies import cases


def _board(production: Production, schedule: Schedule, **more: dict[str, str]) -> Board:
    return stripboard(
        production,
        schedule,
        costs=count_costs(production, schedule),
        broken=check(production, schedule),
        **more,
    )


def _breaks(board: Board) -> list[DayBreak]:
    return [row for row in board.rows if isinstance(row, DayBreak)]


def test_board_of_one_unit_at_120_columns_looks_as_agreed(golden: Compare) -> None:
    board = _board(*harbor(), reasons={"s6": "No day has a call early enough."})
    golden("board-harbor-120.txt", to_text(board_lines(board, width=120)))


def test_board_of_one_unit_at_80_columns_looks_as_agreed(golden: Compare) -> None:
    board = _board(*harbor(), reasons={"s6": "No day has a call early enough."})
    golden("board-harbor-80.txt", to_text(board_lines(board, width=80)))


def test_board_of_two_units_and_bases_looks_as_agreed(golden: Compare) -> None:
    golden(
        "board-crossing-120.txt", to_text(board_lines(_board(*crossing()), width=120))
    )


def test_day_break_sums_up_its_day() -> None:
    first = _breaks(_board(*harbor()))[0]
    assert (first.number, first.date) == (1, date(2027, 3, 1))
    assert (first.eighths, first.cast, first.extras, first.moves) == (21, 3, 12, 1)
    assert (first.minutes, first.day_minutes) == (21 * 15 + 60, 600)
    assert (first.call, first.wrap) == (7 * 60, 19 * 60)


def test_day_cost_is_crew_daily_cast_fees_and_moves_of_the_date() -> None:
    by_date = {row.date.day: row.cost for row in _breaks(_board(*harbor()))}
    assert by_date == {
        1: 10000 + 900 + 700 + 400 + 250 + 300,  # the weekly deal is no day's
        2: 11500 + 700 + 250,
        18: 10000 + 900 + 400,
    }


def test_day_costs_and_the_rest_of_the_table_add_up_to_the_total() -> None:
    for production, schedule in (harbor(), crossing()):
        costs = count_costs(production, schedule)
        of_days = sum(row.cost for row in _breaks(_board(production, schedule)))
        weekly = 4500 if production.currency == "USD" else 0
        rest = ("cast_hold", "idle_days", "company_moves", "late")
        assert of_days + weekly + sum(costs.lines[one] for one in rest) == costs.total


def test_free_dates_are_told_apart() -> None:
    rows = _board(*harbor()).rows
    free = [
        (row.what, row.first.day, row.last.day)
        for row in rows
        if isinstance(row, FreeDates)
    ]
    assert free == [
        ("idle", 3, 3),
        ("holiday", 4, 4),
        ("idle", 5, 5),
        ("rest", 6, 7),
        ("idle", 8, 12),
        ("rest", 13, 14),
        ("idle", 15, 17),
    ]


def test_hiatus_and_company_move_stand_before_the_day_they_lead_to() -> None:
    rows = _board(*crossing()).rows
    told = [
        (row.kind, getattr(row, "what", ""), getattr(row, "reason", ""))
        for row in rows
        if isinstance(row, FreeDates | CompanyMove)
    ]
    assert told == [
        ("free_dates", "idle", ""),
        ("free_dates", "rest", ""),
        ("free_dates", "hiatus", "Regatta"),
        ("company_move", "", ""),
    ]
    move = next(row for row in rows if isinstance(row, CompanyMove))
    assert (move.origin, move.target, move.days, move.cost) == (
        "Oslo",
        "Bergen",
        1,
        45000,
    )
    assert (move.first, move.last) == (date(2027, 3, 10), date(2027, 3, 10))


def test_only_the_dates_of_a_move_are_company_travel() -> None:
    rows = _board(*two_pictures()).rows
    travel = [
        (row.first, row.last)
        for row in rows
        if isinstance(row, FreeDates) and row.what == "travel"
    ]
    assert travel == [(date(2027, 3, 10), date(2027, 3, 10))]


def test_long_strip_says_which_of_its_days_and_lays_its_pages_evenly() -> None:
    board = _board(*crossing())
    strips = [row.day_of for row in board.rows if isinstance(row, Strip)]
    assert strips == [None, None, (1, 2), (2, 2)]
    assert [row.eighths for row in _breaks(board)] == [8, 5, 8, 8]
    assert board.eighths == 29


def test_days_are_numbered_for_each_unit_by_itself() -> None:
    board = _board(*crossing())
    assert [(row.unit, row.number) for row in _breaks(board)] == [
        ("main", 1),
        ("second", 1),
        ("main", 2),
        ("main", 3),
    ]


def test_weeks_without_shooting_are_not_counted() -> None:
    weeks = [row for row in _board(*harbor()).rows if isinstance(row, WeekBar)]
    assert [(row.number, row.days, row.eighths) for row in weeks] == [
        (1, 2, 30),
        (2, 1, 8),
    ]


def test_broken_rule_shows_at_its_strip_and_its_day() -> None:
    production, schedule = harbor()
    first = replace(schedule.days[0], strips=("s1", "s2", "s4", "s6", "s3a"))
    days = (first, *schedule.days[2:])
    bad = replace(schedule, days=days, boneyard=())
    board = _board(production, bad)
    assert board.broken[0] == len(check(production, bad)) > 0
    marked = {row.number for row in board.rows if isinstance(row, Strip) and row.broken}
    assert marked == {"3A"}
    assert "shift" in _breaks(board)[0].broken
    text = to_text(board_lines(board, width=120))
    assert "NOT VALID" in text
    assert "BROKEN: " in text


def test_numbers_are_kept_and_the_free_ones_given_in_order() -> None:
    production, _ = harbor()
    first, second, third = production.people
    people = (replace(first, number=2), replace(second, number=None), third)
    numbered = board_numbers(replace(production, people=people))
    assert numbered == {"nora": 2, "ben": 1, "kid": 5}


def test_empty_schedule_gives_a_board_with_all_strips_in_the_boneyard() -> None:
    production, schedule = harbor()
    every = tuple(scene.id for scene in production.scenes)
    board = _board(production, replace(schedule, days=(), boneyard=every))
    assert (board.days, board.rows, board.first) == (0, (), None)
    assert [strip.scene for strip in board.boneyard] == list(every)
    assert "nothing is scheduled" in to_text(board_lines(board, width=100))


@settings(max_examples=60)
@given(cases(), st.integers(72, 200))
def test_every_board_fits_its_width_and_shows_every_strip(
    case: tuple[Production, Schedule], width: int
) -> None:
    board = _board(*case)
    lines = board_lines(board, width=width, legend=width >= 80)
    widths = [sum(width_of(span.text) for span in one.spans) for one in lines]
    assert max(widths) <= width
    schedule = case[1]
    shown = [row.scene for row in board.rows if isinstance(row, Strip)]
    assert sorted(shown) == sorted(s for day in schedule.days for s in day.strips)
    if not any(one.rule == "once" for one in check(*case)):
        assert sum(row.eighths for row in _breaks(board)) == board.eighths


# --- cover sets ---------------------------------------------------------------------


def shown_with(covers: Covers) -> list[str]:
    """Give the edges below days with what stands in for their exteriors, as text."""
    production, schedule = harbor()
    board = stripboard(
        production,
        schedule,
        costs=count_costs(production, schedule),
        covers=covers,
        strips=False,
    )
    return ["".join(s.text for s in one.spans) for one in board_lines(board, width=100)]


def test_a_day_says_what_stands_in_for_its_exteriors() -> None:
    _, schedule = harbor()
    days = [(day.unit, day.date) for day in schedule.in_order()]
    told = shown_with({days[0]: ("Harbor office", "The ferry"), days[1]: ()})
    parts = [part.strip() for line in told for part in line.split(" · ")]
    found = [one for one in parts if "COVER" in one.upper()]
    assert found == ["Cover: Harbor office, The ferry", "NO COVER SET"]


def test_a_day_of_interiors_says_nothing_of_cover() -> None:
    assert [one for one in shown_with({}) if "cover" in one.lower()] == []


def test_many_places_stand_on_a_line_of_their_own() -> None:
    _, schedule = harbor()
    first = schedule.in_order()[0]
    places = tuple(f"A place with a long name, number {n}" for n in range(2))
    told = shown_with({(first.unit, first.date): places})
    (line,) = [one for one in told if "Cover:" in one]
    assert line.strip() == f"Cover: {', '.join(places)}"
