"""The second checker alone: its independence, its sun, known cases by hand."""

from __future__ import annotations

import ast
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from astral import Observer
from astral.sun import elevation

from tests.reference import ROOT
from tests.second_checker import second_check, second_costs
from tests.second_sun import height, sun_minutes

LONDON = {"lat": 51.5, "lon": -0.12, "timezone": "Europe/London"}
TROMSO = {"lat": 69.65, "lon": 18.96, "timezone": "Europe/Oslo"}


def test_it_imports_nothing_of_the_package() -> None:
    """RELIABILITY B1: the second checker shares no code with the first."""
    files = sorted((ROOT / "tests").glob("second_*.py"))
    assert len(files) == 4
    for file in files:
        assert foreign_imports(file.read_text(encoding="utf-8")) == []


@pytest.mark.twin
def test_the_import_guard_catches_an_import_of_the_package() -> None:
    source = "def f():\n    from daybreak.checking import check\n"
    assert foreign_imports(source) == ["daybreak.checking"]


def foreign_imports(source: str) -> list[str]:
    """Give the modules imported that are neither standard nor the checker's own."""
    named = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            named.append(node.module or "")
        elif isinstance(node, ast.Import):
            named += [alias.name for alias in node.names]
    return [
        name
        for name in named
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not name.startswith("tests.second_")
    ]


@pytest.mark.parametrize("town", [LONDON, TROMSO], ids=["London", "Tromso"])
def test_its_sun_stands_where_another_library_puts_it(town: dict[str, Any]) -> None:
    observer = Observer(town["lat"], town["lon"])
    for week in range(52):
        moment = datetime(2027, 1, 1, 3, tzinfo=UTC) + timedelta(days=7.09 * week)
        wanted = elevation(observer, moment, with_refraction=False)
        assert height(moment, town["lat"], town["lon"]) == pytest.approx(
            wanted, abs=0.05
        )


def test_its_sun_counts_polar_day_and_night() -> None:
    assert sun_minutes(TROMSO, date(2027, 12, 21), 420, 1140) == 0
    assert sun_minutes(TROMSO, date(2027, 6, 21), 1080, 1800) == 720


def plain_production() -> dict[str, Any]:
    """One unit from a Monday on, one player at 100 a day, four scenes."""
    scene = {"picture": "m", "heading": "", "place": "int", "time": "day"}
    return {
        "pictures": [{"id": "m", "title": "M"}],
        "units": [
            {
                "id": "main",
                "start": "2027-06-07",
                "end": "2027-06-20",
                "workweek": ["mon", "tue", "wed", "thu", "fri"],
                "day_cost": 1001,
                "night_premium": 0.5,
            }
        ],
        "bases": [{"id": "home", "name": "Home"}],
        "locations": [{"id": "house", "base": "home", "day_fee": 10, "hold_fee": 3}],
        "people": [
            {"id": "ann", "deals": [{"kind": "daily", "rate": 100, "hold": 0.5}]}
        ],
        "scenes": [
            {**scene, "id": f"s{n}", "location": "house", "eighths": 8, "cast": ["ann"]}
            for n in range(1, 5)
        ],
    }


def board(*days: tuple[str, str, list[str]]) -> dict[str, Any]:
    return {
        "days": [
            {"unit": "main", "date": f"2027-06-{day}", "shift": shift, "strips": strips}
            for day, shift, strips in days
        ]
    }


def test_costs_of_a_board_counted_by_hand() -> None:
    made = board(("07", "day", ["s1", "s2"]), ("11", "night", ["s3", "s4"]))
    assert second_check(plain_production(), made) == set()
    assert second_costs(plain_production(), made) == {
        "unit_days": 1001 + 1502,  # 1501.5 rounded half up
        "idle_days": 0,
        "cast_work": 200,
        "cast_hold": 150,  # three held dates at a half
        "locations": 20 + 9,
        "elements": 0,
        "day_moves": 0,
        "company_moves": 0,
        "late": 0,
        "total": 1001 + 1502 + 200 + 150 + 29,
    }


def test_a_broken_board_is_told_by_rule_and_place() -> None:
    made = board(("12", "day", ["s1", "s2"]), ("14", "day", ["s3"]))
    assert second_check(plain_production(), made) == {
        ("eligible", "main", "2027-06-12", None, None),
        ("once", None, None, "s4", None),
    }
