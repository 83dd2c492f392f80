"""Schedules to files of the schedule standard and back: the same board and shoot."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from daybreak.checking import count_costs
from daybreak.importers.outcome import Imported
from daybreak.importers.uss import import_uss
from daybreak.importers.uss_reading import parse_uss
from daybreak.model.production import Person, Production, Scene
from daybreak.model.schedule import Schedule
from daybreak.reports.formats.uss import to_uss
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.stamp import Stamp, digest_of
from tests.reference import reference_file
from tests.strategies import as_production, as_schedule, cases
from tests.uss_checker import faults

EXAMPLES = int(os.environ.get("DAYBREAK_USS_EXAMPLES", "40"))
MADE = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
TODAY = date(2026, 11, 21)
MANY = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def shown(
    production: Production, schedule: Schedule, wanted: Wanted | None = None
) -> Shown:
    return Shown(
        production=production,
        schedule=schedule,
        costs=count_costs(production, schedule),
        stamp=Stamp(
            production=production.title,
            board="plan.json",
            digest=digest_of(production, schedule),
            made=MADE,
            color="blue",
            revised=date(2027, 1, 1),
        ),
        wanted=wanted or Wanted(),
    )


def back(data: bytes) -> Imported:
    return import_uss(parse_uss(data, "made.uss"), today=TODAY)


def named(production: Production) -> Production:
    """Give each thing a name of its own: a file knows things by their names."""

    def each(things: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(replace(one, name=f"{one.name} {one.id}") for one in things)

    return replace(
        production,
        pictures=tuple(
            replace(one, title=f"{one.title} {one.id}") for one in production.pictures
        ),
        units=each(production.units),
        locations=each(production.locations),
        people=tuple(
            replace(one, name=f"{one.name} {one.id}", characters=())
            for one in production.people
        ),
        elements=each(production.elements),
    )


# --- what a file can hold -----------------------------------------------------------


def scene_said(production: Production, scene: Scene) -> dict[str, Any]:
    """Give what the standard has fields for, by names instead of ids."""
    location = next(one for one in production.locations if one.id == scene.location)
    people = {one.id: one.name for one in production.people}
    things = {one.id: (one.category, one.name) for one in production.elements}
    return {
        "number": scene.number,
        "eighths": scene.eighths,
        "minutes": scene.minutes or None,
        "place": scene.place,
        "time": scene.time,
        "set": scene.set or location.name,
        "location": location.name,
        "cast": {people[one] for one in scene.cast},
        "elements": {things[one] for one in scene.elements},
        "synopsis": scene.synopsis,
        "notes": scene.notes,
        "script_day": scene.script_day,
    }


def person_said(
    production: Production, person: Person, first: date, last: date
) -> dict[str, Any]:
    deal = next((one for one in person.deals if one.kind == "daily"), None)
    span = range(first.toordinal(), last.toordinal() + 1)
    dates = [date.fromordinal(day) for day in span]
    drops = deal is not None and deal.drops > 0
    return {
        "number": person.number,
        "away": {day for day in dates if not person.is_available(day)},
        "events": {
            (date.fromordinal(day), event.kind)
            for event in person.events
            for day in range(event.first.toordinal(), event.last.toordinal() + 1)
        },
        "hold": deal is None or deal.hold > 0,
        "drop": deal.drop_after_days if deal is not None and drops else None,
    }


def board_said(production: Production, schedule: Schedule) -> dict[Any, Any]:
    """Give who shoots what when, by names and numbers."""
    units = {one.id: at for at, one in enumerate(production.units)}
    numbers = {one.id: one.number for one in production.scenes}
    days = {
        (units[day.unit], day.date): [numbers[one] for one in day.strips]
        for day in schedule.days
    }
    return {"days": days, "boneyard": sorted(numbers[one] for one in schedule.boneyard)}


def holds_one_day(schedule: Schedule) -> bool:
    return len({day.date for day in schedule.days}) == 1


# --- properties ---------------------------------------------------------------------


@given(case=cases(broken=0))
@MANY
def test_a_schedule_comes_back_as_it_was(case: tuple[Production, Schedule]) -> None:
    """RELIABILITY E9: what the standard has fields for is equal."""
    production, schedule = named(case[0]), case[1]
    assume(production.scenes)
    assume(schedule.days)
    assume(not holds_one_day(schedule))  # over 24 hours it reads as a mere order
    data = to_uss(shown(production, schedule))
    assert faults(json.loads(data)) == []
    imported = back(data)
    assert imported.warnings == ()
    made = imported.production
    for scene, again in zip(production.scenes, made.scenes, strict=True):
        told, read = scene_said(production, scene), scene_said(made, again)
        if scene.days:  # whole days are a duration, and a banner for each day more
            told["minutes"] = read["minutes"]
        assert read == told
    first = min(unit.start for unit in production.units)
    last = min(
        max(unit.end for unit in production.units),
        max(unit.end for unit in made.units),
    )
    assert {one.name: person_said(made, one, first, last) for one in made.people} == {
        one.name: person_said(production, one, first, last) for one in production.people
    }
    (board,) = imported.boards
    assert board_said(made, board.schedule) == board_said(production, schedule)


@given(case=cases(broken=20))
@MANY
def test_what_is_written_keeps_to_the_standard(
    case: tuple[Production, Schedule],
) -> None:
    """However broken the schedule, each strip stands once and every id is known."""
    production, schedule = case
    assume(production.scenes)
    data = to_uss(shown(production, schedule))
    assert faults(json.loads(data)) == []
    assert back(data).warnings == ()
    assert to_uss(shown(production, schedule)) == data


@given(case=cases(broken=0))
@MANY
def test_a_file_that_was_read_is_written_again_as_it_was(
    case: tuple[Production, Schedule],
) -> None:
    """USS to production and schedule, and to USS: the same elements, boards, dates."""
    production, schedule = named(case[0]), case[1]
    assume(production.scenes)
    assume(schedule.days)
    assume(not holds_one_day(schedule))
    once = back(to_uss(shown(production, schedule)))
    data = to_uss(shown(once.production, once.boards[0].schedule))
    twice = back(data)
    for key in ("scenes", "people", "elements", "locations", "units", "hiatuses"):
        assert getattr(twice.production, key) == getattr(once.production, key)
    assert twice.boards == once.boards


# --- real files ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["friendship-pod-affair.uss", "small_sample_schedule.uss"]
)
def test_a_real_file_is_written_again_as_it_was(name: str) -> None:
    """RELIABILITY E9."""
    path = reference_file("scripts", "uss", name)
    if path is None:
        return
    once = back(path.read_bytes())
    data = to_uss(shown(once.production, once.boards[0].schedule))
    assert faults(json.loads(data)) == []
    twice = back(data)
    kept = ("import", "uss")
    assert replace(twice.production, extra={}) == replace(once.production, extra={})
    assert set(once.production.extra) == set(kept)
    assert twice.boards == once.boards
    root = json.loads(path.read_bytes())["universalScheduleStandard"]
    again = json.loads(data)["universalScheduleStandard"]
    assert days_of(again) == days_of(root)
    scenes, banners = {"scene", "pages", "description", "scriptPage"}, {"bannerText"}
    assert by_id(again, "scene", scenes) == by_id(root, "scene", scenes)
    assert by_id(again, "banner", banners) == by_id(root, "banner", banners)


def days_of(root: Any) -> Any:
    """Give the days of the last stripboard that has any."""
    board = root["stripboards"][-1]["boards"][0]["breakdownIds"]
    return [day for day in board if day]


def by_id(root: Any, kind: str, keys: set[str]) -> Any:
    """Give fields of the scenes or banners of a file, by id."""
    return {
        one["id"]: {key: one[key] for key in keys}
        for one in root["breakdowns"]
        if one["type"] == kind
    }


# --- twins --------------------------------------------------------------------------


@pytest.mark.twin
def test_a_strip_that_is_lost_would_be_caught() -> None:
    """The twin of the checker: a board without its last strip fails it."""
    data = json.loads(to_uss(shown(*small())))
    assert faults(data) == []
    days = data["universalScheduleStandard"]["stripboards"][0]["boards"][0]
    days["breakdownIds"][-1].pop()
    assert faults(data) == ["stripboard plan: not each breakdown exactly once"]


@pytest.mark.twin
@pytest.mark.parametrize(
    ("where", "value"),
    [("pages", 0.3), ("type", "strip"), ("doodDayCount", 1), ("created", "2027")],
)
def test_a_loose_file_would_be_caught(where: str, value: object) -> None:
    data = json.loads(to_uss(shown(*small())))
    data["universalScheduleStandard"]["breakdowns"][0][where] = value
    assert len(faults(data)) == 1


def small() -> tuple[Production, Schedule]:
    """Give two scenes on two days."""
    production = as_production(
        {
            "format": "daybreak/production",
            "version": 1,
            "title": "Small",
            "currency": "USD",
            "pictures": [{"id": "m1", "title": "Small"}],
            "bases": [{"id": "home", "name": "Home"}],
            "units": [
                {
                    "id": "main",
                    "name": "Main unit",
                    "start": "2027-06-07",
                    "end": "2027-06-18",
                    "workweek": ["mon", "tue", "wed", "thu", "fri"],
                    "day_cost": 1,
                }
            ],
            "locations": [{"id": "pier", "name": "PIER", "base": "home"}],
            "people": [],
            "scenes": [
                {
                    "id": f"s{at}",
                    "picture": "m1",
                    "number": f"{at}",
                    "heading": "EXT. PIER - DAY",
                    "place": "ext",
                    "time": "day",
                    "location": "pier",
                    "eighths": 11,
                    "cast": [],
                }
                for at in (1, 2)
            ],
        }
    )
    schedule = as_schedule(
        {
            "format": "daybreak/schedule",
            "version": 1,
            "days": [
                {"unit": "main", "date": day, "shift": "day", "strips": [strip]}
                for day, strip in (("2027-06-08", "s2"), ("2027-06-10", "s1"))
            ],
        }
    )
    return production, schedule


def test_an_idle_date_keeps_its_place_as_an_empty_day() -> None:
    data = json.loads(to_uss(shown(*small())))["universalScheduleStandard"]
    sheets = {one["scene"]: one["id"] for one in data["breakdowns"]}
    board = data["stripboards"][0]["boards"][0]
    assert board["breakdownIds"] == [[sheets["2"]], [], [sheets["1"]]]
    events = data["calendars"][0]["events"]
    assert [(one["type"], one["date"]) for one in events] == [
        ("start", "2027-06-08T12:00:00.000Z")
    ]


def test_the_header_tells_board_revision_and_source() -> None:
    data = json.loads(to_uss(shown(*small())))["universalScheduleStandard"]
    assert {key: data[key] for key in ("name", "project", "source", "created")} == {
        "name": "plan",
        "project": "Small",
        "source": "Daybreak",
        "created": "2027-01-02T03:04:05.000Z",
    }
    assert (data["schedColor"], data["schedDate"]) == (
        "Blue",
        "2027-01-01T12:00:00.000Z",
    )
