"""Eligible and production dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from daybreak.model.calendar import calendar_of, eligible_dates, every_date, later
from daybreak.model.production import Production
from tests.model.documents import a_shoot
from tests.second_facts import Facts
from tests.strategies import as_production, production_documents


def dates(**unit: Any) -> list[str]:
    """Give the eligible dates of the unit of `a_shoot`, changed; no hiatus."""
    document = a_shoot()
    for name in ("holidays", "hiatuses"):
        document[name] = unit.pop(name, [])
    document["units"][0].update(unit)
    production = as_production(document)
    return [day.isoformat() for day in eligible_dates(production, production.units[0])]


def test_the_workweek_and_both_ends_count() -> None:
    assert dates(start="2027-06-11", end="2027-06-15") == [
        "2027-06-11",
        "2027-06-14",
        "2027-06-15",
    ]


def test_a_holiday_is_not_eligible_and_one_on_a_rest_day_changes_nothing() -> None:
    """RELIABILITY S26."""
    span = {"start": "2027-06-11", "end": "2027-06-15"}
    off = dates(**span, holidays=["2027-06-14", "2027-06-12"])
    assert off == ["2027-06-11", "2027-06-15"]


def test_a_hiatus_of_one_unit_leaves_the_others() -> None:
    document = a_shoot()
    document["units"].append({**document["units"][0], "id": "second"})
    document["hiatuses"] = [
        {"from": "2027-06-08", "to": "2027-06-18", "units": ["second"]},
        {"from": "2027-06-10", "to": "2027-06-18"},
        {"from": "2027-06-16", "to": "2027-06-17", "units": ["main"]},
    ]
    found = calendar_of(as_production(document)).eligible
    assert [day.day for day in found["main"]] == [7, 8, 9]
    assert [day.day for day in found["second"]] == [7]


def test_a_leap_day_is_a_day() -> None:
    """RELIABILITY S22."""
    week = {"workweek": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}
    assert dates(start="2028-02-28", end="2028-03-01", **week) == [
        "2028-02-28",
        "2028-02-29",
        "2028-03-01",
    ]


def test_iso_week_53_and_the_end_of_the_year_are_days_like_others() -> None:
    """RELIABILITY S23."""
    assert dates(start="2026-12-28", end="2027-01-05", workweek=["mon", "fri"]) == [
        "2026-12-28",
        "2027-01-01",
        "2027-01-04",
    ]


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_the_ends_of_the_calendar_hold(year: str) -> None:
    """RELIABILITY S28."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    assert len(dates(start=first, end=last)) == 261
    hiatus = [{"from": first, "to": last}]
    assert dates(start=first, end=last, hiatuses=hiatus) == []


def test_a_horizon_of_a_million_days_is_counted() -> None:
    """RELIABILITY S28, with a thousand hiatuses."""
    breaks = [
        {"from": f"{year}-12-20", "to": f"{year}-12-31"} for year in range(1000, 2000)
    ]
    found = dates(start="0001-01-01", end="2738-11-28", hiatuses=breaks)
    assert 700_000 < len(found) < 10**6


def test_production_dates_join_the_units_that_may_shoot() -> None:
    document = a_shoot()
    document["hiatuses"] = []
    later_unit = {"id": "second", "start": "2027-06-17", "end": "2027-06-22"}
    document["units"].append({**document["units"][0], **later_unit})
    document["scenes"][0]["units"] = ["main", "second"]
    document["scenes"][1].update(units=["second"], cast=["bob"], location="pier")
    found = calendar_of(as_production(document))
    assert [day.day for day in found.people["bob"]] == [17, 18, 21, 22]
    assert found.people["ann"] == tuple(
        sorted({*found.eligible["main"], *found.eligible["second"]})
    )
    assert found.locations["pier"] == found.eligible["second"]


def test_what_no_scene_needs_has_no_production_date() -> None:
    found = calendar_of(as_production(a_shoot()))
    assert found.people["bob"] == ()
    assert found.locations["pier"] == ()


@given(production_documents())
@settings(max_examples=60)
def test_the_calendar_is_the_one_another_hand_walks(document: Any) -> None:
    facts = Facts(document, {"days": []})
    found = calendar_of(as_production(document))
    assert {one: list(days) for one, days in found.eligible.items()} == facts.eligible
    for person in facts.people:
        scenes = [scene for scene in facts.scenes if facts.plays(person, scene)]
        wanted = sorted(facts.production_dates(scenes))
        assert list(found.people[person]) == wanted


def test_later_stops_at_the_end_of_the_calendar() -> None:
    assert later(date(2027, 12, 31), 1) == date(2028, 1, 1)
    assert later(date(9999, 12, 30), 5) == date.max
    assert later(date.min, 10**15) == date.max


def test_every_date_has_both_ends() -> None:
    one = date(2027, 6, 7)
    assert list(every_date(one, one)) == [one]
    assert list(every_date(one, one - timedelta(days=1))) == []


def test_availability_needs_a_window_and_no_absence() -> None:
    document = a_shoot()
    document["people"][0]["windows"] = [
        ["2027-06-07", "2027-06-09"],
        ["2027-06-09", "2027-06-11"],
    ]
    document["people"][0]["unavailable"] = [{"from": "2027-06-10", "to": "2027-06-10"}]
    production: Production = as_production(document)
    ann, bob = production.people
    free = [day for day in range(1, 31) if ann.is_available(date(2027, 6, day))]
    assert free == [7, 8, 9, 11]
    assert bob.is_available(date.max)
    assert replace(ann, windows=()).is_available(date(2027, 6, 30))
