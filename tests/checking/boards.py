"""Random boards for properties, as documents: one that is valid, one that is not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from daybreak.model.files import production_from_json, schedule_from_json
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from tests.checking.productions import Json, person, scene, unit

FIRST = date(2027, 6, 7)
WEEKDAYS = [
    day
    for day in (FIRST + timedelta(days=step) for step in range(26))
    if day.weekday() < 5
]
Case = tuple[Json, Json]
DRAWN = st.SearchStrategy


def made(case: Case) -> tuple[Production, Schedule]:
    production, schedule = case
    return (
        production_from_json(json.dumps(production)),
        schedule_from_json(json.dumps(schedule)),
    )


@st.composite
def valid_boards(draw: Any) -> Case:
    """Draw a board that breaks nothing: from three days on, two of them adjacent.

    Ana and a crane are in every scene; odd scenes play in the house, even ones in
    the yard; the first day has two strips at least. The second unit stands idle.
    """
    days = draw(st.integers(3, 8))
    start = draw(st.sampled_from([0, 1, 2, 3, 5, 6, 7, 8]))  # no Friday and Monday
    dates = WEEKDAYS[start : start + 2] + WEEKDAYS[start + 3 : start + 1 + days]
    counts = [2 + draw(st.integers(0, 2))]
    counts += [draw(st.integers(1, 4)) for _ in dates[1:]]
    total = sum(counts)
    order = draw(st.permutations(range(1, total + 1)))
    ids = [f"s{i}" for i in order]
    board, left = [], [f"s{total + 1}"]
    for day, count in zip(dates, counts, strict=True):
        strips, ids = ids[:count], ids[count:]
        board.append(_entry(day, strips))
    production = _production([f"s{i}" for i in range(1, total + 2)])
    return production, _schedule(board, left)


def _entry(day: date, strips: list[str], unit_id: str = "main") -> Json:
    return {"unit": unit_id, "date": str(day), "shift": "day", "strips": strips}


def _schedule(days: list[Json], boneyard: list[str]) -> Json:
    plain = {"format": "daybreak/schedule", "version": 1}
    return {**plain, "days": days, "boneyard": boneyard}


def _production(ids: list[str]) -> Json:
    moves = {"move_cost": 13, "idle_day_cost": 7, "night_premium": 0.15}
    return {
        "title": "A board",
        "currency": "EUR",
        "pictures": [{"id": "film", "title": "The Film"}],
        "units": [
            unit(day_cost=1_001, **moves),
            unit("second", day_cost=777, idle_day_cost=3),
        ],
        "bases": [{"id": "london", "name": "London"}, {"id": "rome", "name": "Rome"}],
        "locations": [
            {"id": "house", "name": "House", "base": "london", "day_fee": 50},
            {"id": "yard", "name": "Yard", "base": "london", "hold_fee": 3},
        ],
        "people": [
            person("ana", {"kind": "daily", "rate": 101, "hold": 0.5, "drops": 1})
        ],
        "elements": [
            {"id": "crane", "name": "Crane", "category": "camera", "day_fee": 9}
        ],
        "scenes": [
            scene(
                one,
                eighths=4,
                cast=["ana"],
                elements=["crane"],
                location=("yard", "house")[int(one[1:]) % 2],
            )
            for one in ids
        ],
    }


@st.composite
def wild_boards(draw: Any) -> Case:
    """Draw a board that may break many rules: any shift, unit, date and strips."""
    production, _ = draw(valid_boards())
    ids = [one["id"] for one in production["scenes"]]
    production["people"][0] |= {"max_consecutive_days": 2, "day_minutes": 200}
    production["units"][0]["turnaround_hours"] = draw(st.sampled_from([11, 13]))
    production["holidays"] = [str(WEEKDAYS[3])]
    production["orders"] = [{"before": "s1", "after": "s2", "min_days": 1}]
    production["moves"] = [{"from": "london", "to": "rome", "days": 1, "cost": 40}]
    production["locations"][1]["base"] = draw(st.sampled_from(["london", "rome"]))
    days = []
    for strip in ids:
        for _ in range(draw(st.sampled_from([1, 1, 1, 0, 2]))):
            entry = _entry(draw(st.sampled_from(WEEKDAYS)), [strip])
            entry["unit"] = draw(st.sampled_from(["main", "second"]))
            entry["shift"] = draw(st.sampled_from(["day", "split", "night"]))
            days.append(entry)
    return production, _schedule(days, draw(st.lists(st.sampled_from(ids), max_size=2)))


# --- how to break one rule of a valid board ------------------------------------------


def _busiest(schedule: Json) -> Json:
    busiest: Json = max(schedule["days"], key=lambda day: len(day["strips"]))
    return busiest


def _scene_of(production: Json, strip: str) -> Json:
    found: Json = next(one for one in production["scenes"] if one["id"] == strip)
    return found


def _outside(schedule: Json, day: Json) -> list[list[str]]:
    """Give the windows around a date: all other dates."""
    on = date.fromisoformat(day["date"])
    one = timedelta(days=1)
    return [["2027-01-01", str(on - one)], [str(on + one), "2027-12-31"]]


def _once(production: Json, schedule: Json, day: Json) -> None:
    schedule["boneyard"].append(day["strips"][0])


def _once_missing(production: Json, schedule: Json, day: Json) -> None:
    schedule["boneyard"].clear()


def _eligible(production: Json, schedule: Json, day: Json) -> None:
    production["holidays"] = [day["date"]]


def _unit(production: Json, schedule: Json, day: Json) -> None:
    _scene_of(production, day["strips"][0])["units"] = ["second"]


def _capacity(production: Json, schedule: Json, day: Json) -> None:
    strip = _scene_of(production, day["strips"][0])
    others = 60 * (len(day["strips"]) - 1)
    strip["minutes"] = 600 if others else 599
    if not others:  # a scene longer than a day is an error: let a second one stand
        strip["minutes"] = 600
        day["strips"].append(schedule["boneyard"].pop())


def _base(production: Json, schedule: Json, day: Json) -> None:
    day = schedule["days"][0]
    production["locations"].append({"id": "villa", "name": "Villa", "base": "rome"})
    _scene_of(production, day["strips"][-1])["location"] = "villa"


def _travel(production: Json, schedule: Json, day: Json) -> None:
    production["locations"].append({"id": "villa", "name": "Villa", "base": "rome"})
    production["moves"] = [{"from": "london", "to": "rome", "days": 9, "cost": 0}]
    for strip in day["strips"]:
        _scene_of(production, strip)["location"] = "villa"


def _shift(production: Json, schedule: Json, day: Json) -> None:
    _scene_of(production, day["strips"][0]).update({"place": "ext", "time": "night"})


def _daylight(production: Json, schedule: Json, day: Json) -> None:
    south = {"lat": -80.0, "lon": 0.0, "timezone": "UTC"}  # polar night in June
    production["bases"][0].update(south)
    _scene_of(production, day["strips"][0])["place"] = "ext"


def _turnaround(production: Json, schedule: Json, day: Json) -> None:
    production["units"][0]["turnaround_hours"] = 13


def _cast(production: Json, schedule: Json, day: Json) -> None:
    away = {"from": day["date"], "to": day["date"]}
    production["people"][0]["unavailable"] = [away]


def _prep(production: Json, schedule: Json, day: Json) -> None:
    production["people"][0]["prep_days"] = 100


def _consecutive(production: Json, schedule: Json, day: Json) -> None:
    production["people"][0]["max_consecutive_days"] = 1


def _minor(production: Json, schedule: Json, day: Json) -> None:
    production["people"][0]["day_minutes"] = 60 * len(day["strips"]) - 1


def _location(production: Json, schedule: Json, day: Json) -> None:
    used = _scene_of(production, day["strips"][0])["location"]
    place = next(one for one in production["locations"] if one["id"] == used)
    place["windows"] = _outside(schedule, day)


def _element(production: Json, schedule: Json, day: Json) -> None:
    production["elements"][0]["windows"] = _outside(schedule, day)


def _window(production: Json, schedule: Json, day: Json) -> None:
    _scene_of(production, day["strips"][0])["window"] = _outside(schedule, day)[0]


def _pin(production: Json, schedule: Json, day: Json) -> None:
    pin = {"unit": "second", "date": day["date"]}
    _scene_of(production, day["strips"][0])["pin"] = pin


def _order(production: Json, schedule: Json, day: Json) -> None:
    first, last = schedule["days"][0], schedule["days"][-1]
    order = {"before": last["strips"][0], "after": first["strips"][0]}
    production["orders"] = [order]


def _release(production: Json, schedule: Json, day: Json) -> None:
    production["pictures"][0].update({"release": "2027-01-01", "release_hard": True})


Breaker = Callable[[Json, Json, Json], None]
BREAKERS: list[tuple[str, Breaker]] = [
    ("once", _once),
    ("once", _once_missing),
    ("eligible", _eligible),
    ("unit", _unit),
    ("capacity", _capacity),
    ("base", _base),
    ("travel", _travel),
    ("shift", _shift),
    ("daylight", _daylight),
    ("turnaround", _turnaround),
    ("cast", _cast),
    ("prep", _prep),
    ("consecutive", _consecutive),
    ("minor", _minor),
    ("location", _location),
    ("element", _element),
    ("window", _window),
    ("pin", _pin),
    ("order", _order),
    ("release", _release),
]


def broken_by(breaker: Breaker, case: Case, place: int) -> Case:
    """Give the case with one rule broken, on the day of that place."""
    production, schedule = copy.deepcopy(case)
    days = schedule["days"]
    breaker(production, schedule, days[place % len(days)])
    return production, schedule
