"""What lies between the days of a paper: folded where it would fill a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from daybreak.reports.board_rows import CompanyMove, FreeDates
from daybreak.reports.papers.bars import bars_before, where_of
from daybreak.reports.papers.shoot_days import Between, shoot_of
from tests.reports.papers.shown import shown_of
from tests.reports.papers.two_pictures import two_pictures

WEEKEND = FreeDates(what="rest", first=date(2027, 12, 18), last=date(2027, 12, 19))
IDLE = FreeDates(
    what="idle", first=date(2027, 12, 20), last=date(2027, 12, 23), cost=900
)
HOLIDAY = FreeDates(what="holiday", first=date(2027, 12, 24), last=date(2027, 12, 24))
HIATUS = FreeDates(
    what="hiatus", first=date(2027, 12, 25), last=date(2028, 1, 9), reason="snow"
)
MOVE = CompanyMove(
    unit="main",
    unit_name="Main unit",
    origin="Town",
    target="Island",
    days=1,
    cost=6000,
)


def told(*rows: Between) -> list[tuple[str, str, str]]:
    shoot = shoot_of(shown_of(two_pictures()))
    bars = bars_before(rows, shoot, priced=True)
    return [(one.left, one.right, one.style) for one in bars]


def test_successive_free_dates_are_one_line_with_their_holidays() -> None:
    assert told(WEEKEND, IDLE, HOLIDAY, MOVE) == [
        (
            "NO SHOOTING  Sat 18 - Fri 24 Dec 2027",
            "7 days · 1 holiday: Fri 24 Dec 2027 · idle £900",
            "rest",
        ),
        ("COMPANY MOVE MAIN UNIT  Town to Island", "1 day · £6,000", "banner"),
    ]


def test_dates_inside_a_company_move_are_told_by_its_line() -> None:
    """Also what idling on them costs: no sum gets lost."""
    travel = replace(IDLE, what="travel", first=date(2027, 12, 21))
    move = replace(MOVE, first=date(2027, 12, 18), last=date(2027, 12, 23), days=6)
    monday = replace(IDLE, first=date(2027, 12, 20), last=date(2027, 12, 20))
    assert told(WEEKEND, monday, travel, move) == [
        ("REST  Sat 18 - Sun 19 Dec 2027", "2 days", "rest"),
        ("NO SHOOTING  Mon 20 Dec 2027", "1 day · idle £900", "rest"),
        (
            "COMPANY MOVE MAIN UNIT  Town to Island  Sat 18 - Thu 23 Dec 2027",
            "6 days · £6,000 · idle £900",
            "banner",
        ),
    ]
    late = replace(move, first=date(2027, 12, 19))
    assert [one[0] for one in told(WEEKEND, late)] == [
        "REST  Sat 18 - Sun 19 Dec 2027",
        "COMPANY MOVE MAIN UNIT  Town to Island  Sun 19 - Thu 23 Dec 2027",
    ]


def test_two_lines_stay_two() -> None:
    assert [one[0] for one in told(WEEKEND, IDLE)] == [
        "REST  Sat 18 - Sun 19 Dec 2027",
        "NO SHOOTING  Mon 20 - Thu 23 Dec 2027",
    ]


def test_a_hiatus_keeps_its_line_and_its_reason() -> None:
    assert [one[0] for one in told(WEEKEND, IDLE, HOLIDAY, HIATUS)] == [
        "NO SHOOTING  Sat 18 - Fri 24 Dec 2027",
        "HIATUS: snow  Sat 25 Dec 2027 - Sun 9 Jan 2028",
    ]


@pytest.mark.parametrize(
    ("base", "locations", "said"),
    [
        ("Norway", ("Norway, cliff",), "Norway, cliff"),
        ("Rome and Venice", ("Venice, a palazzo",), "Venice, a palazzo"),
        ("Norway", ("Norway, cliff", "Ferry"), "Norway: Norway, cliff, Ferry"),
        ("Rome", ("Romeo's house",), "Rome: Romeo's house"),
        ("Town", (), "Town"),
        ("", ("Pier",), "Pier"),
    ],
)
def test_a_place_is_said_once(base: str, locations: tuple[str, ...], said: str) -> None:
    assert where_of(base, locations) == said
