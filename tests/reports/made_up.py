"""Named productions with a schedule for the papers, each with one sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from daybreak.checking import costed
from daybreak.model.files import production_from_json, schedule_from_json
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule

Json = dict[str, Any]


def harbor() -> tuple[Production, Schedule]:
    """One unit in one port: a drop, holds, a holiday, a night and a boneyard."""
    people = [
        _person("nora", "Ada Quill", 1, ["NORA"], daily=900, drops=1),
        _person("ben", "Ivo Marsh", 2, ["BEN"], daily=700),
        _person("kid", "Lee Tam", 5, ["PIM"], weekly=1500),
    ]
    people[0]["events"] = [
        {"kind": "fitting", "from": "2027-02-25", "to": "2027-02-25"},
        {"kind": "travel", "from": "2027-03-17", "to": "2027-03-17"},
    ]
    people[1]["unavailable"] = [
        {"from": "2027-03-03", "to": "2027-03-03", "reason": "a wedding"}
    ]
    scenes = [
        _scene("1", "int", "day", "house", 11, ["nora", "ben"], set="HOUSE - KITCHEN")
        | {"synopsis": "Nora finds the letter.", "script_day": "D1"},
        _scene("2", "ext", "day", "quay", 6, ["ben", "kid"], set="QUAY")
        | {"synopsis": "Pim runs.", "script_day": "D1", "extras": 12},
        _scene("3A", "ext", "night", "quay", 9, ["ben"], set="QUAY"),
        _scene("4", "int/ext", "dusk", "house", 4, [], set="HOUSE - PORCH"),
        _scene("5", "int", "night", "house", 8, ["nora", "kid"], set="HOUSE - ATTIC")
        | {"pin": {"unit": "main", "date": "2027-03-18"}},
        _scene("6", "ext", "dawn", "quay", 3, ["nora"], set="QUAY"),
    ]
    production = {
        "title": "The Harbor Light",
        "currency": "USD",
        "pictures": [{"id": "harbor", "title": "The Harbor Light"}],
        "units": [
            _unit("main", "Main unit", night_premium=0.15, idle_day_cost=1000)
            | {"move_cost": 300}
        ],
        "holidays": ["2027-03-04"],
        "bases": [{"id": "port", "name": "Port"}],
        "locations": [
            {"id": "house", "name": "Old house", "base": "port", "day_fee": 400},
            {"id": "quay", "name": "North quay", "base": "port", "day_fee": 250},
        ],
        "people": people,
        "scenes": scenes,
    }
    days = [
        _day("2027-03-01", "day", ["s1", "s4", "s2"]),
        _day("2027-03-02", "night", ["s3a"]),
        _day("2027-03-18", "day", ["s5"]),
    ]
    return _pair(production, days, boneyard=["s6"])


def crossing() -> tuple[Production, Schedule]:
    """Two pictures, two units and two bases with a move, a hiatus and a long strip."""
    people = [
        _person("star", "Mira Vale", None, ["ASTRA"], daily=5000),
        _person("pal", "Jon Reed", None, [], daily=800),
    ]
    scenes = [
        _scene("1", "int", "day", "stage", 8, ["star"], picture="one")
        | {"units": ["main", "second"]},
        _scene("2", "ext", "day", "fjord", 16, ["star", "pal"], picture="one")
        | {"days": 2},
        _scene("1", "ext", "night", "yard", 5, ["pal"], picture="two")
        | {"units": ["main", "second"]},
    ]
    for number, scene in enumerate(scenes):
        scene["id"] = f"x{number}"
    production = {
        "title": "Crossing I and II",
        "currency": "NOK",
        "pictures": [
            {"id": "one", "title": "Crossing"},
            {"id": "two", "title": "Crossing II"},
        ],
        "units": [
            _unit("main", "Main unit", idle_day_cost=700),
            _unit("second", "Second unit"),
        ],
        "hiatuses": [{"from": "2027-03-08", "to": "2027-03-10", "reason": "Regatta"}],
        "bases": [{"id": "oslo", "name": "Oslo"}, {"id": "bergen", "name": "Bergen"}],
        "moves": [{"from": "oslo", "to": "bergen", "days": 1, "cost": 45000}],
        "locations": [
            {"id": "stage", "name": "Stage 4", "base": "oslo"},
            {"id": "yard", "name": "Rail yard", "base": "oslo"},
            {"id": "fjord", "name": "Fjord", "base": "bergen"},
        ],
        "people": people,
        "scenes": scenes,
    }
    days = [
        _day("2027-03-04", "day", ["x0"]),
        _day("2027-03-04", "night", ["x2"], unit="second"),
        _day("2027-03-11", "day", ["x1"]),
        _day("2027-03-12", "day", ["x1"]),
    ]
    return _pair(production, days, boneyard=[])


def with_reason(schedule: Schedule, scene: str, reason: str) -> Schedule:
    """Give a schedule that says why a strip stands in the boneyard."""
    return replace(schedule, extra={"reasons": {scene: reason}})


def _pair(
    production: Json, days: list[Json], *, boneyard: list[str]
) -> tuple[Production, Schedule]:
    lead = {"format": "daybreak/production", "version": 1}
    made = production_from_json(json.dumps(lead | production))
    board = {
        "format": "daybreak/schedule",
        "version": 1,
        "days": days,
        "boneyard": boneyard,
    }
    return made, costed(made, schedule_from_json(json.dumps(board)))


def _unit(unit_id: str, name: str, **more: Any) -> Json:
    return {
        "id": unit_id,
        "name": name,
        "start": "2027-03-01",
        "end": "2027-04-30",
        "workweek": ["mon", "tue", "wed", "thu", "fri"],
        "day_cost": 10000,
        **more,
    }


def _person(
    person: str,
    name: str,
    number: int | None,
    characters: list[str],
    *,
    daily: int = 0,
    weekly: int = 0,
    drops: int = 0,
) -> Json:
    deal = {"kind": "weekly", "rate": weekly}
    if daily:
        deal = {"kind": "daily", "rate": daily, "drops": drops}
    made: Json = {
        "id": person,
        "name": name,
        "deals": [deal],
        "characters": characters,
    }
    return made if number is None else made | {"number": number}


def _scene(
    number: str,
    place: str,
    time: str,
    location: str,
    eighths: int,
    cast: list[str],
    *,
    picture: str = "harbor",
    **more: Any,
) -> Json:
    return {
        "id": f"s{number.lower()}",
        "picture": picture,
        "number": number,
        "heading": f"{place.upper()}. {location.upper()} - {time.upper()}",
        "place": place,
        "time": time,
        "location": location,
        "eighths": eighths,
        "cast": cast,
        **more,
    }


def _day(date: str, shift: str, strips: list[str], unit: str = "main") -> Json:
    return {"unit": unit, "date": date, "shift": shift, "strips": strips}
