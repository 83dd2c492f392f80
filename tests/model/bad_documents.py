"""Every class of fault: its name, and how `a_shoot` becomes a document with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]
NAN, HUGE = float("nan"), 10**400


def put(path: str, value: Any) -> Callable[[Json], None]:
    """Give a change that puts a value at a path such as ``people.0.name``."""

    def change(document: Json) -> None:
        at: Any = document
        *above, last = path.split(".")
        for key in above:
            at = at[int(key)] if key.isdigit() else at[key]
        at[int(last) if last.isdigit() else last] = value

    return change


def add(path: str, *values: Any) -> Callable[[Json], None]:
    """Give a change that adds values to the list at a path."""

    def change(document: Json) -> None:
        at: Any = document
        for key in path.split("."):
            at = at[int(key)] if key.isdigit() else at[key]
        at.extend(values)

    return change


def drop(path: str) -> Callable[[Json], None]:
    """Give a change that takes a field out."""

    def change(document: Json) -> None:
        at: Any = document
        *above, last = path.split(".")
        for key in above:
            at = at[int(key)] if key.isdigit() else at[key]
        del at[last]

    return change


UNIT, PERSON, SCENE, BASE = "units.0", "people.0", "scenes.0", "bases.0"
DEAL, MOVE, LOCATION = "people.0.deals.0", "moves.0", "locations.0"

BAD: dict[str, Callable[[Json], None]] = {
    # names of fields
    "an unknown field": put("weather", "fine"),
    "a misspelled field": put(f"{UNIT}.day_costs", 1),
    "an unknown field with a line break": put(f"{SCENE}.two\nlines", 1),
    "an unknown field with half a character": put("half \ud800", 1),
    "an unknown field of great length": put("n" * 500, 1),
    "a missing field": drop(f"{SCENE}.location"),
    "a missing list": drop("people"),
    "an unknown rule": put("rules.weather", "blocks"),
    "an unknown level": put("rules.once", "shouts"),
    "an unknown shift": put(f"{UNIT}.shifts", {"dawn": ["05:00", "09:00"]}),
    # ids
    "an unknown person": put(f"{SCENE}.cast.0", "zoe"),
    "an unknown picture": put(f"{SCENE}.picture", "sequel"),
    "an unknown location": put(f"{SCENE}.location", "moon"),
    "an unknown element": put(f"{SCENE}.elements", ["boat", "car"]),
    "an unknown base": put(f"{LOCATION}.base", "moon"),
    "an unknown base of a unit": put(f"{UNIT}.base", "moon"),
    "an unknown base of a move": put(f"{MOVE}.to", "moon"),
    "an unknown unit of a hiatus": put("hiatuses.0.units", ["second"]),
    "an unknown unit of a pin": put(
        f"{SCENE}.pin", {"unit": "second", "date": "2027-06-07"}
    ),
    "an unknown picture of a deal": put(f"{DEAL}.pictures", ["sequel"]),
    "an unknown scene of an order": put("orders.0.after", "s9"),
    "an unknown scene to be part of": put(f"{SCENE}.part_of", "s9"),
    "a scene of nobody's unit": put(f"{SCENE}.units", ["second"]),
    "a scene of no unit": put(f"{SCENE}.units", []),
    "an id used twice": put("people.1.id", "ann"),
    "an empty id": put("bases.1.id", ""),
    "an id with a space": put("elements.0.id", "the boat"),
    "an id too long": put("elements.0.id", "b" * 65),
    "an id that is a number": put("elements.0.id", 7),
    "a person twice in a cast": put(f"{SCENE}.cast", ["ann", "bob", "ann"]),
    "a weekday named twice": add(f"{UNIT}.workweek", "mon"),
    "a picture twice in a deal": put(f"{DEAL}.pictures", ["film", "film"]),
    # dates and clocks
    "30 February": put(f"{UNIT}.end", "2027-02-30"),
    "29 February of no leap year": put("holidays", ["2100-02-29"]),
    "a date of another form": put("holidays", ["7 June 2027"]),
    "a date of a week": put("holidays", ["2027-W01-1"]),
    "a date with a time": put(f"{UNIT}.start", "2027-06-07T07:00"),
    "a date that is a number": put(f"{UNIT}.start", 20270607),
    "an end before its start": put(f"{UNIT}.end", "2027-06-06"),
    "a hiatus that ends before it starts": put("hiatuses.0.to", "2027-06-01"),
    "a window that ends before it starts": put(
        f"{SCENE}.window", ["2027-06-09", "2027-06-08"]
    ),
    "an empty window of a location": put(
        f"{LOCATION}.windows", [["2027-06-09", "2027-06-08"]]
    ),
    "an absence that ends before it starts": put(
        f"{PERSON}.unavailable", [{"from": "2027-06-09", "to": "2027-06-08"}]
    ),
    "a window of three dates": put(
        f"{SCENE}.window", ["2027-06-07", "2027-06-08", "2027-06-09"]
    ),
    "a clock past midnight": put(f"{UNIT}.shifts", {"day": ["07:00", "25:00"]}),
    "a clock with 60 minutes": put(f"{UNIT}.shifts", {"day": ["07:60", "19:00"]}),
    "a clock that is a number": put(f"{UNIT}.shifts", {"day": [420, 1140]}),
    "a clock in other digits": put(f"{UNIT}.shifts", {"day": ["0٧:00", "19:00"]}),
    "a call at 24:00": put(f"{UNIT}.shifts", {"night": ["24:00", "06:00"]}),
    "a shift of one time": put(f"{UNIT}.shifts", {"day": ["07:00"]}),
    "no shift": put(f"{UNIT}.shifts", {}),
    "no weekday": put(f"{UNIT}.workweek", []),
    "an unknown weekday": put(f"{UNIT}.workweek", ["monday"]),
    # numbers
    "negative pages": put(f"{SCENE}.eighths", -3),
    "pages as a fraction": put(f"{SCENE}.eighths", 1.375),
    "a negative rate": put(f"{DEAL}.rate", -50),
    "a number in quotes": put(f"{DEAL}.rate", "400"),
    "a flag for a number": put(f"{DEAL}.rate", True),
    "a number for a flag": put(f"{SCENE}.time_locked", 1),
    "null for a number": put("pictures.0.post_days", None),
    "NaN": put(f"{DEAL}.rate", NAN),
    "NaN for a fraction": put(f"{DEAL}.hold", NAN),
    "infinity": put(f"{UNIT}.night_premium", float("inf")),
    "a huge number": put(f"{DEAL}.rate", HUGE),
    "a huge negative number": put(f"{DEAL}.rate", -HUGE),
    "a huge coordinate": put(f"{BASE}.lat", HUGE),
    "a number above the most": put(f"{UNIT}.day_cost", 10**15 + 1),
    "a fraction too fine": put(f"{DEAL}.hold", 0.12345678912),
    "a fraction too large": put(f"{DEAL}.hold", 1_000_001),
    "a negative fraction": put(f"{DEAL}.hold", -0.5),
    "no whole day": put(f"{SCENE}.days", 0),
    "a day of no minutes": put(f"{UNIT}.day_minutes", 0),
    "a day of over 24 hours": put(f"{UNIT}.day_minutes", 1441),
    "none of an element": put("elements.0.count", 0),
    "a version to come": put("version", 2),
    "another format": put("format", "daybreak/schedule"),
    # texts
    "an empty name": put(f"{PERSON}.name", "  "),
    "a number for a name": put(f"{PERSON}.name", 7),
    "half a character": put(f"{PERSON}.name", "A\ud83c"),
    "a currency of two letters": put("currency", "EU"),
    "a currency of a word": put("currency", "Euro"),
    "an unknown kind of deal": put(f"{DEAL}.kind", "hourly"),
    "an unknown place": put(f"{SCENE}.place", "outside"),
    "an unknown time": put(f"{SCENE}.time", "noon\nor so"),
    # shapes
    "an object for a list": put("people", {"ann": {}}),
    "a list for an object": put("people.0", []),
    "a text for a list": put(f"{SCENE}.cast", "ann"),
    "null for a list": put("scenes", None),
    "a list for extra": put("extra", []),
    # extra
    "NaN under extra": put("extra", {"a": [1, NAN]}),
    "half a character under extra": put("extra", {"a": "\udc00"}),
    "half a character in a name under extra": put("extra", {"\udc00": 1}),
    # things that do not fit together
    "no unit": put("units", []),
    "a scene longer than a day": put(f"{SCENE}.eighths", 41),
    "minutes longer than a day": put(f"{SCENE}.minutes", 601),
    "orders in a circle": add("orders", {"before": "s2", "after": "s1"}),
    "two circles": add(
        "orders", {"before": "s2", "after": "s1"}, {"before": "s3", "after": "s3"}
    ),
    "a scene that is part of itself": put(f"{SCENE}.part_of", "s1"),
    "two deals for one picture": add(
        f"{PERSON}.deals", {"kind": "flat", "rate": 1, "pictures": ["film"]}
    ),
    "a move given twice": add(
        "moves", {"from": "coast", "to": "town", "days": 0, "cost": 0}
    ),
    "a move to itself": put(f"{MOVE}.to", "town"),
    "a latitude alone": put(f"{BASE}.lat", 51.5),
    "coordinates without a time zone": put(
        "bases.0", {"id": "town", "name": "Town", "lat": 51.5, "lon": 0}
    ),
    "an unknown time zone": put(f"{BASE}.timezone", "Europe/Atlantis"),
    "a time zone that leaves its folder": put(f"{BASE}.timezone", "../../etc/passwd"),
    "a latitude past the pole": put(f"{BASE}.lat", 90.5),
}

NO_DOCUMENTS: dict[str, str] = {
    "nothing at all": "",
    "a list": "[]",
    "a number": "7",
    "half a document": '{"title": "A"',
    "a comma too many": '{\n  "title": "A",\n  "currency": "EUR",\n}',
    "nested far too deeply": "[" * 100_000,
    "a repeated name": '{"title": "A", "title": "B"}',
    "a repeated name under extra": '{"extra": {"a": {"b": 1, "b": 2}}}',
    "a tab in a text": '{"title": "A\tB"}',
    "a whole number of 5,000 digits": '{"version": ' + "9" * 5000 + "}",
    "a number of 9 digits in its exponent": '{"version": 1e999999999}',
    "extra nested too deeply": '{"extra": {"a": ' + "[" * 80 + "]" * 80 + "}}",
}
