"""Small productions for the rule book, each with one sentence; and how to vary them.

June 7, 2027 is a Monday. Unless told otherwise a unit works Monday to Friday for 600
minutes a day, an eighth takes 15 minutes, and nothing costs anything.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from daybreak.checking import check
from daybreak.model.files import production_from_json
from daybreak.model.production import Production
from daybreak.model.schedule import Day, Schedule

Json = dict[str, Any]
MON, TUE, WED, THU, FRI = (f"2027-06-{day:02d}" for day in range(7, 12))
SAT, SUN, MON2, TUE2, WED2 = (f"2027-06-{day:02d}" for day in range(12, 17))
THU2, FRI2 = "2027-06-17", "2027-06-18"
LONDON = {"lat": 51.5, "lon": -0.12, "timezone": "Europe/London"}


def unit(unit_id: str = "main", **fields: Any) -> Json:
    name = {"main": "Main unit", "second": "Second unit"}.get(unit_id, unit_id)
    week = ["mon", "tue", "wed", "thu", "fri"]
    plain = {"start": MON, "end": "2027-08-31", "workweek": week, "day_cost": 0}
    return {"id": unit_id, "name": name, **plain, **fields}


def scene(scene_id: str, **fields: Any) -> Json:
    plain = {
        "picture": "film",
        "number": scene_id.removeprefix("s"),
        "heading": "INT. HOUSE - DAY",
        "place": "int",
        "time": "day",
        "location": "house",
        "eighths": 8,
        "cast": [],
    }
    return {"id": scene_id, **plain, **fields}


def person(person_id: str = "ana", *deals: Json, **fields: Any) -> Json:
    names = {"ana": "Ana Ruiz", "ben": "Ben Okafor"}
    return {"id": person_id, "name": names[person_id], "deals": list(deals), **fields}


def shoot(**parts: Any) -> Production:
    """Make a production: one film, one unit, a house in London, Ana, three scenes."""
    document: Json = {
        "title": "A test",
        "currency": "EUR",
        "pictures": [{"id": "film", "title": "The Film"}],
        "units": [unit()],
        "bases": [{"id": "london", "name": "London"}],
        "locations": [{"id": "house", "name": "House", "base": "london"}],
        "people": [person()],
        "scenes": [scene(f"s{i}", cast=["ana"]) for i in (1, 2, 3)],
    }
    return production_from_json(json.dumps({**document, **parts}))


def on(day: str, strips: str = "", unit: str = "main", shift: Any = "day") -> Day:
    """Make a day of a board: ``on(MON, "s1 s2")``."""
    return Day(
        unit=unit,
        date=date.fromisoformat(day),
        shift=shift,
        strips=tuple(strips.split()),
    )


def board(*days: Day, boneyard: str = "") -> Schedule:
    return Schedule(days=days, boneyard=tuple(boneyard.split()))


def rest_left(production: Production, *days: Day) -> Schedule:
    """Make a board of some days, all other scenes in the boneyard."""
    standing = {strip for day in days for strip in day.strips}
    left = [one.id for one in production.scenes if one.id not in standing]
    return Schedule(days=days, boneyard=tuple(left))


def said(production: Production, schedule: Schedule) -> list[str]:
    """Give what the rule book says, each sentence led by its rule."""
    return [f"{one.rule}: {one.said}" for one in check(production, schedule)]


def broken(production: Production, schedule: Schedule) -> set[str]:
    return {violation.rule for violation in check(production, schedule)}


# --- named productions ---


def one_star(**star: Any) -> Production:
    """One unit shoots three scenes, all with Ana."""
    return shoot(people=[person(**star)])


def two_units_one_star(**second: Any) -> Production:
    """Two units, each may shoot any of three scenes, and Ana is in all of them."""
    both = {"cast": ["ana"], "units": ["main", "second"]}
    return shoot(
        units=[unit(), unit("second", **second)],
        scenes=[scene(f"s{i}", **both) for i in (1, 2, 3)],
    )


def two_towns(*, days: int = 2, moves: bool = True, **main: Any) -> Production:
    """Scenes 1 and 3 in London, scene 2 in Rome, some dates of travel apart."""
    way = {"from": "london", "to": "rome", "days": days, "cost": 900}
    return shoot(
        units=[unit(**main)],
        bases=[{"id": "london", "name": "London"}, {"id": "rome", "name": "Rome"}],
        moves=[way] if moves else [],
        locations=[
            {"id": "house", "name": "House", "base": "london"},
            {"id": "villa", "name": "Villa", "base": "rome"},
        ],
        scenes=[scene("s1"), scene("s2", location="villa"), scene("s3")],
    )


def under_the_sun(**fields: Any) -> Production:
    """One exterior by day in London, sun up all of a June shift."""
    garden = scene("s1", place="ext", **fields)
    return shoot(bases=[{"id": "london", "name": "London", **LONDON}], scenes=[garden])


def one_epic(days: int = 3, **fields: Any) -> Production:
    """One scene that fills some whole days, and one that does not."""
    return shoot(scenes=[scene("s1", days=days, **fields), scene("s2")])
