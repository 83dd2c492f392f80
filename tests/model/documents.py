"""Small documents, written by hand, that the tests of the model start from."""

from __future__ import annotations

import copy
import json
from typing import Any

from daybreak.model.errors import DocumentError
from daybreak.model.files import production_from_json, schedule_from_json

Json = dict[str, Any]

A_SHOOT: Json = {
    "format": "daybreak/production",
    "version": 1,
    "title": "Two Days",
    "currency": "EUR",
    "pictures": [{"id": "film", "title": "Two Days"}],
    "units": [
        {
            "id": "main",
            "name": "Main unit",
            "start": "2027-06-07",
            "end": "2027-06-18",
            "workweek": ["mon", "tue", "wed", "thu", "fri"],
            "day_cost": 9000,
        }
    ],
    "holidays": [],
    "hiatuses": [{"from": "2027-06-10", "to": "2027-06-11"}],
    "bases": [{"id": "town", "name": "Town"}, {"id": "coast", "name": "Coast"}],
    "moves": [{"from": "town", "to": "coast", "days": 1, "cost": 500}],
    "locations": [
        {"id": "house", "name": "House", "base": "town"},
        {"id": "pier", "name": "Pier", "base": "coast"},
    ],
    "people": [
        {"id": "ann", "name": "Ann", "deals": [{"kind": "daily", "rate": 400}]},
        {"id": "bob", "name": "Bob", "deals": []},
    ],
    "elements": [{"id": "boat", "name": "Boat", "category": "vehicles"}],
    "scenes": [
        {
            "id": f"s{number}",
            "picture": "film",
            "number": str(number),
            "heading": "INT. HOUSE - DAY",
            "place": "int",
            "time": "day",
            "location": "house",
            "eighths": 8,
            "cast": ["ann"],
        }
        for number in (1, 2, 3)
    ],
    "orders": [{"before": "s1", "after": "s2"}],
    "rules": {},
}

A_BOARD: Json = {
    "format": "daybreak/schedule",
    "version": 1,
    "days": [
        {
            "unit": "main",
            "date": "2027-06-07",
            "shift": "day",
            "strips": ["s1", "s2"],
        }
    ],
    "boneyard": ["s3"],
}


def a_shoot() -> Json:
    """Give a production document: one unit, two people, three scenes."""
    return copy.deepcopy(A_SHOOT)


def a_board() -> Json:
    """Give a schedule document of one day on `a_shoot`."""
    return copy.deepcopy(A_BOARD)


def faults_of(document: Any) -> list[str]:
    """Give what the reader says of a production document, or of its JSON text."""
    text = document if isinstance(document, str) else json.dumps(document)
    try:
        production_from_json(text)
    except DocumentError as error:
        return str(error).splitlines()
    return []


def schedule_faults_of(document: Any) -> list[str]:
    """Give what the reader says of a schedule document, or of its JSON text."""
    text = document if isinstance(document, str) else json.dumps(document)
    try:
        schedule_from_json(text)
    except DocumentError as error:
        return str(error).splitlines()
    return []
