"""A shoot that has one of everything that board papers show."""

from __future__ import annotations

import json
from typing import Any

from daybreak.model.files import production_from_json, schedule_from_json
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule

Json = dict[str, Any]
UNIT = {
    "start": "2027-03-01",
    "end": "2027-04-30",
    "workweek": ["mon", "tue", "wed", "thu", "fri"],
    "day_cost": 20000,
    "base": "town",
}


def two_pictures() -> tuple[Production, Schedule]:
    """Two pictures on two bases: elements, windows, a pin, orders, a lost strip."""
    production = {
        "format": "daybreak/production",
        "version": 1,
        "title": "Salt and Tide",
        "currency": "GBP",
        "pictures": [{"id": "salt", "title": "Salt"}, {"id": "tide", "title": "Tide"}],
        "units": [
            {"id": "main", "name": "Main unit", **UNIT, "move_cost": 500},
            {"id": "splash", "name": "Splash unit", **UNIT, "day_cost": 8000},
        ],
        "bases": _bases(),
        "moves": [{"from": "town", "to": "island", "days": 1, "cost": 6000}],
        "locations": _locations(),
        "people": _people(),
        "elements": _elements(),
        "scenes": _scenes(),
        "orders": [{"before": "s2", "after": "s12", "min_days": 2}],
    }
    days = [
        _day("2027-03-08", "day", ["s1", "s3", "s2"]),
        _day("2027-03-08", "split", ["t1"], unit="splash"),
        _day("2027-03-09", "night", ["s9"]),
        _day("2027-03-11", "day", ["t7"]),
        _day("2027-03-12", "day", ["t7"]),
    ]
    schedule = {
        "format": "daybreak/schedule",
        "version": 1,
        "days": days,
        "boneyard": ["s12"],
    }
    return (
        production_from_json(json.dumps(production)),
        schedule_from_json(json.dumps(schedule)),
    )


def _bases() -> list[Json]:
    place = {"lat": 50.12, "lon": -5.53, "timezone": "Europe/London"}
    return [
        {"id": "town", "name": "Town", **place},
        {"id": "island", "name": "Island"},
    ]


def _locations() -> list[Json]:
    return [
        {"id": "works", "name": "Old saltworks", "base": "town", "day_fee": 900}
        | {"hold_fee": 100, "windows": [["2027-03-01", "2027-03-19"]]},
        {"id": "pier", "name": "Pier", "base": "town", "day_fee": 300},
        {"id": "cliff", "name": "Cliff", "base": "island"},
    ]


def _people() -> list[Json]:
    daily = [{"kind": "daily", "rate": 1000}]
    return [
        {"id": "ines", "name": "Uma Hale", "number": 1, "characters": ["INES"]}
        | {"deals": daily},
        {"id": "otto", "name": "Rafe Bell", "number": 2, "characters": ["OTTO"]}
        | {"deals": daily},
        {"id": "gull", "name": "Nia Fry", "number": 14, "deals": daily},
    ]


def _elements() -> list[Json]:
    return [
        {"id": "barge", "name": "Salt barge", "category": "vehicles", "day_fee": 700},
        {"id": "lamp", "name": "Storm lamp", "category": "props", "count": 2},
        {"id": "letter", "name": "Wet letter", "category": "props"},
        {"id": "crane", "name": "Crane", "category": "camera", "day_fee": 400}
        | {"windows": [["2027-03-08", "2027-03-12"]]},
        {"id": "drone", "name": "Drone", "category": "camera"},
    ]


def _scenes() -> list[Json]:
    both = {"units": ["main", "splash"]}
    return [
        _scene("s1", "salt", "1", "int", "day", "works", 12, ["ines", "otto"])
        | {"set": "SALTWORKS - OFFICE", "synopsis": "The works are sold."}
        | {"script_day": "D1", "elements": ["letter", "lamp"]},
        _scene("s2", "salt", "A2", "ext", "day", "pier", 7, ["otto", "gull"])
        | {"set": "PIER", "synopsis": "Otto misses the barge.", "script_day": "D1"}
        | {"extras": 20, "elements": ["barge"], "notes": "Low tide before noon."},
        _scene("s3", "salt", "2", "int", "dawn", "works", 4, ["ines"])
        | {"set": "SALTWORKS - PANS", "script_day": "D2", "time_locked": True},
        _scene("s9", "salt", "9", "ext", "night", "pier", 10, ["ines", "gull"])
        | {"set": "PIER", "synopsis": "The lamps go out, one by one."}
        | {"script_day": "D2", "elements": ["lamp", "barge", "crane"], "extras": 0}
        | {"pin": {"unit": "main", "date": "2027-03-09"}},
        _scene("s12", "salt", "12A", "ext", "dusk", "pier", 5, ["ines", "otto"])
        | {"window": ["2027-03-22", "2027-03-24"], "part_of": "s1", **both},
        _scene("t1", "tide", "1", "int", "night", "works", 6, [])
        | {"set": "CELLAR", "script_day": "N1", "elements": ["lamp"], **both},
        _scene("t7", "tide", "7", "int/ext", "day", "cliff", 19, ["gull"])
        | {"set": "LOOKOUT", "synopsis": "A gull, and nobody else.", "days": 2},
        _scene("t8", "tide", "8", "ext", "day", "cliff", 3, ["otto"]),
    ]


def _scene(
    scene: str,
    picture: str,
    number: str,
    place: str,
    time: str,
    location: str,
    eighths: int,
    cast: list[str],
) -> Json:
    return {
        "id": scene,
        "picture": picture,
        "number": number,
        "heading": f"{place.upper()}. {location.upper()} - {time.upper()}",
        "place": place,
        "time": time,
        "location": location,
        "eighths": eighths,
        "cast": cast,
    }


def _day(date: str, shift: str, strips: list[str], unit: str = "main") -> Json:
    return {"unit": unit, "date": date, "shift": shift, "strips": strips}
