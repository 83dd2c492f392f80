"""The part of the founding case that is invented: scenes, prices, seasons, units.

Nothing here was reported by anybody. Rates are the same for everybody of a tier.
"""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any, NamedTuple

SEED = 7
ABOUT = (
    "Scenes, sets, rates, seasons, permits and shooting days are invented. What was "
    "reported stands in entries with a source. Nobody in the pictures has been asked."
)
TIER_NOTE = "invented: the rate of the tier, the same for everybody in it"
STAR, LEAD, SUPPORT, PLAYER = "star", "lead", "support", "player"
RATES: dict[str, dict[str, Any]] = {
    STAR: {"kind": "flat", "rate": 5_000_000},
    LEAD: {"kind": "daily", "rate": 25_000, "hold": 0.5, "drops": 1},
    SUPPORT: {"kind": "daily", "rate": 10_000, "hold": 0.5, "drops": 1},
    PLAYER: {"kind": "daily", "rate": 4_000, "hold": 0.5, "drops": 2},
}
PEOPLE = (
    ("cruise", "Tom Cruise", STAR, 0),
    ("atwell", "Hayley Atwell", LEAD, 10),
    ("ferguson", "Rebecca Ferguson", LEAD, 5),
    ("pegg", "Simon Pegg", SUPPORT, 0),
    ("rhames", "Ving Rhames", SUPPORT, 0),
    ("kirby", "Vanessa Kirby", SUPPORT, 10),
    ("klementieff", "Pom Klementieff", SUPPORT, 10),
    ("whigham", "Shea Whigham", SUPPORT, 0),
    ("czerny", "Henry Czerny", SUPPORT, 0),
    ("morales", "Esai Morales", LEAD, 5),
    ("hoult", "Nicholas Hoult", LEAD, 5),
    ("bassett", "Angela Bassett", SUPPORT, 0),
    ("baldwin", "Alec Baldwin", SUPPORT, 0),
    ("cavill", "Henry Cavill", SUPPORT, 0),
    ("renner", "Jeremy Renner", SUPPORT, 0),
    ("patton", "Paula Patton", SUPPORT, 0),
    ("maggie-q", "Maggie Q", SUPPORT, 0),
    ("stunts", "The stunt team", PLAYER, 10),
    ("riders", "The precision drivers", PLAYER, 5),
    ("aide", "The aide (an invented part)", PLAYER, 0),
    ("conductor", "The conductor (an invented part)", PLAYER, 0),
)
BASES = (
    ("london", "London", 51.5074, -0.1278, "Europe/London"),
    ("italy", "Rome and Venice", 41.9028, 12.4964, "Europe/Rome"),
    ("norway", "Norway", 62.1008, 7.0940, "Europe/Oslo"),
    ("abu-dhabi", "Abu Dhabi", 24.4539, 54.3773, "Asia/Dubai"),
)
MOVES = (
    ("london", "italy", 3, 320_000),
    ("london", "norway", 3, 300_000),
    ("london", "abu-dhabi", 4, 700_000),
    ("italy", "norway", 4, 420_000),
    ("italy", "abu-dhabi", 4, 650_000),
    ("norway", "abu-dhabi", 5, 800_000),
)
VENICE = {"first": ["2020-02-17", "2020-03-13"], "later": ["2021-09-20", "2022-06-24"]}
ROME = {
    "first": ["2020-02-24", "2020-06-26"],
    "second": ["2021-03-01", "2021-06-25"],
    "later": ["2021-09-20", "2022-06-24"],
}
NORTH = {
    "first": ["2020-05-04", "2020-10-30"],
    "second": ["2021-05-03", "2021-10-29"],
}
GULF = {
    "first": ["2020-11-02", "2020-12-18"],
    "second": ["2021-02-15", "2021-03-26"],
    "later": ["2021-11-01", "2022-03-25"],
}


class Site(NamedTuple):
    """A location, and what is shot there."""

    id: str
    name: str
    base: str
    place: str
    fee: int
    sets: tuple[str, ...]
    windows: dict[str, list[str]]


SITES = (
    Site(
        "canals",
        "Venice, canals and bridges",
        "italy",
        "ext",
        40_000,
        ("CANAL", "BRIDGE", "QUAY"),
        VENICE,
    ),
    Site(
        "palazzo",
        "Venice, a palazzo",
        "italy",
        "int",
        30_000,
        ("BALLROOM", "STAIRCASE", "LIBRARY"),
        VENICE,
    ),
    Site(
        "rome-streets",
        "Rome, streets",
        "italy",
        "ext",
        60_000,
        ("VIA", "PIAZZA", "TUNNEL MOUTH"),
        ROME,
    ),
    Site(
        "rome-offices",
        "Rome, offices",
        "italy",
        "int",
        20_000,
        ("POLICE STATION", "CORRIDOR"),
        ROME,
    ),
    Site(
        "fjord",
        "Norway, cliff above a fjord",
        "norway",
        "ext",
        30_000,
        ("CLIFF", "RAMP", "VALLEY"),
        NORTH,
    ),
    Site(
        "railway",
        "Norway, mountain railway",
        "norway",
        "ext",
        50_000,
        ("TRAIN ROOF", "EMBANKMENT"),
        NORTH,
    ),
    Site(
        "terminal",
        "Abu Dhabi, airport terminal",
        "abu-dhabi",
        "int",
        80_000,
        ("CHECK-IN", "GATE", "TERMINAL ROOF"),
        GULF,
    ),
    Site(
        "desert",
        "Abu Dhabi, desert",
        "abu-dhabi",
        "ext",
        20_000,
        ("DUNES", "OUTPOST"),
        GULF,
    ),
    Site(
        "stage-a",
        "London, stage A: train carriages",
        "london",
        "int",
        12_000,
        ("DINING CAR", "BAGGAGE CAR", "ENGINE"),
        {},
    ),
    Site(
        "stage-b",
        "London, stage B: safe house and submarine",
        "london",
        "int",
        12_000,
        ("SAFE HOUSE", "SUBMARINE", "CONTROL ROOM"),
        {},
    ),
    Site(
        "backlot",
        "London, backlot",
        "london",
        "ext",
        9_000,
        ("ALLEY", "YARD", "STREET"),
        {},
    ),
    Site(
        "ministry",
        "London, a ministry",
        "london",
        "int",
        25_000,
        ("COMMITTEE ROOM", "LOBBY", "ARCHIVE"),
        {},
    ),
)
ELEMENTS = (
    (
        "m8-gear",
        "Trucks, wardrobe and props of the second picture",
        "Production Equipment",
        2,
        0,
    ),
    ("motorcycle", "The motorcycle and its ramp", "Vehicles", 1, 15_000),
    ("small-car", "The small yellow car", "Vehicles", 1, 4_000),
    ("hero-car", "The armored car", "Vehicles", 1, 6_000),
    ("carriage", "The train carriage on its gimbal", "Special Equipment", 1, 20_000),
    ("wing-rig", "Speed-flying rig", "Stunts", 1, 10_000),
    ("submarine", "The submarine set on water", "Special Equipment", 1, 18_000),
)
M8_GEAR = ["2020-12-07", "2022-06-24"]
COUNTS = {
    "m7": {"canals": 8, "palazzo": 7, "rome-streets": 12, "rome-offices": 5,
           "fjord": 9, "railway": 9, "terminal": 9, "desert": 5, "stage-a": 18,
           "stage-b": 12, "backlot": 10, "ministry": 8},
    "m8": {"rome-streets": 8, "rome-offices": 6, "fjord": 12, "railway": 8,
           "stage-a": 20, "stage-b": 32, "backlot": 18, "ministry": 12},
}  # fmt: skip
CROWDS = {
    "m7": {"canals": ("ethan-hunt", "ilsa-faust", "villain"),
           "palazzo": ("ethan-hunt", "white-widow", "newcomer", "villain"),
           "rome-streets": ("ethan-hunt", "newcomer", "driver"),
           "rome-offices": ("newcomer", "agent", "ethan-hunt"),
           "fjord": ("ethan-hunt", "benji-dunn"),
           "railway": ("ethan-hunt", "villain", "newcomer"),
           "terminal": ("ethan-hunt", "benji-dunn", "luther-stickell", "agent"),
           "desert": ("ethan-hunt", "ilsa-faust"),
           "stage-a": ("ethan-hunt", "newcomer", "white-widow", "driver"),
           "stage-b": ("ethan-hunt", "benji-dunn", "luther-stickell", "ilsa-faust"),
           "backlot": ("ethan-hunt", "agent", "driver"),
           "ministry": ("kittridge", "agent", "ethan-hunt")},
    "m8": {"rome-streets": ("ethan-hunt", "newcomer"),
           "rome-offices": ("newcomer", "agent"),
           "fjord": ("ethan-hunt", "benji-dunn", "newcomer"),
           "railway": ("ethan-hunt", "newcomer"),
           "stage-a": ("ethan-hunt", "newcomer", "luther-stickell"),
           "stage-b": ("ethan-hunt", "benji-dunn", "luther-stickell", "ilsa-faust"),
           "backlot": ("ethan-hunt", "agent", "ilsa-faust"),
           "ministry": ("kittridge", "agent", "white-widow")},
}  # fmt: skip
GEAR = {
    "rome-streets": ("small-car", "hero-car"),
    "fjord": ("motorcycle", "wing-rig"),
    "railway": ("carriage",),
    "stage-a": ("carriage",),
    "desert": ("hero-car",),
    "backlot": ("small-car", "hero-car"),
    "stage-b": ("submarine",),
}
ACTION = ("rome-streets", "fjord", "railway", "backlot", "canals", "desert")
LENGTHS = {"ext": (7, 8, 9, 14, 15, 16), "int": (8, 9, 10, 18, 19, 20)}
"""Eighths of short and of long scenes; a long exterior fits a day in December."""
ONLY_IF = {
    # by picture: location, character, how many scenes there are only with them
    "m7": (
        ("ministry", "sloane", 4), ("stage-b", "walker", 2), ("ministry", "hunley", 2),
    ),
    "m8": (("ministry", "sloane", 4),),
}  # fmt: skip


def production() -> dict[str, Any]:
    """Give the invented production as JSON: SPEC section 1, with characters."""
    dice = Random(SEED)
    scenes = [*_scenes("m7", dice), *_scenes("m8", dice)]
    return {
        "title": "Mission: two pictures, one company",
        "currency": "USD",
        "pictures": [_picture("m7", 7, 150_000), _picture("m8", 8, 100_000)],
        "units": [
            _unit("main", "Main unit", "2020-02-24", 330_000, 15_000),
            _unit("second", "Second unit", "2020-02-17", 110_000, 4_000),
        ],
        "holidays": ["2020-12-24", "2020-12-25", "2020-12-28", "2020-12-31",
                     "2021-01-01", "2021-04-02", "2021-04-05", "2021-12-24",
                     "2021-12-27", "2021-12-28", "2021-12-31", "2022-01-03"],
        "bases": [
            {"id": id, "name": name, "lat": lat, "lon": lon, "timezone": zone}
            for id, name, lat, lon, zone in BASES
        ],
        "moves": [
            {"from": one, "to": other, "days": days, "cost": cost}
            for one, other, days, cost in MOVES
        ],
        "locations": [
            {"id": site.id, "name": site.name, "base": site.base, "day_fee": site.fee}
            for site in SITES
        ],
        "people": [_person(number, *one) for number, one in enumerate(PEOPLE, 1)],
        "elements": [
            {"id": id, "name": name, "category": kind, "count": count, "day_fee": fee}
            for id, name, kind, count, fee in ELEMENTS
        ],
        "scenes": scenes,
        "orders": _orders(scenes),
    }  # fmt: skip


def windows() -> dict[str, list[str]]:
    """Give by path the invented seasons of places, and the hire of gear."""
    found = {
        f"location/{site.id}/window/{key}": dates
        for site in SITES
        for key, dates in site.windows.items()
    }
    return {**found, "element/m8-gear/window/hire": M8_GEAR}


def _picture(id: str, number: int, late: int) -> dict[str, Any]:
    return {
        "id": id,
        "title": f"Mission: Impossible {number}",
        "post_days": 190,
        "late_cost_per_day": late,
        "extra": {"invented": "post_days and late_cost_per_day"},
    }


def _unit(id: str, name: str, start: str, cost: int, idle: int) -> dict[str, Any]:
    return {
        "id": id,
        "name": name,
        "start": start,
        "end": "2022-06-24",
        "workweek": ["mon", "tue", "wed", "thu", "fri"],
        "minutes_per_eighth": 30,
        "day_cost": cost,
        "idle_day_cost": idle,
        "night_premium": 0.1,
        "move_minutes": 60,
        "move_cost": 10_000,
        "base": "italy",
    }


def _person(number: int, id: str, name: str, tier: str, prep: int) -> dict[str, Any]:
    rate = RATES[tier]
    extra = {"tier": tier, "note": TIER_NOTE}
    return {
        "id": id,
        "name": name,
        "number": number,
        "prep_days": prep,
        "deals": [{**rate, "pictures": [one], "extra": extra} for one in ("m7", "m8")],
    }


def _scenes(picture: str, dice: Random) -> list[dict[str, Any]]:
    sites = {site.id: site for site in SITES}
    asked = {
        name: [who for site, who, count in ONLY_IF[picture] if site == name
               for _ in range(count)]
        for name in sites
    }  # fmt: skip
    places = [name for name, count in COUNTS[picture].items() for _ in range(count)]
    places += [name for name, extra in asked.items() for _ in extra]
    dice.shuffle(places)
    made = []
    for number, name in enumerate(places, 1):
        scene = _scene(picture, number, sites[name], dice)
        if asked[name]:
            who = asked[name].pop()
            scene["characters"] = [*scene["characters"], who]
            scene["only_if"] = [f"casting/{picture}/{who}"]
            gear = [one for one in scene["elements"] if one == "m8-gear"]
            scene |= {"cast": [], "elements": gear, "eighths": 8}
        made.append(scene)
    _set_dates(picture, made)
    return made


def _scene(picture: str, number: int, site: Site, dice: Random) -> dict[str, Any]:
    is_action = site.id in ACTION
    is_big = dice.random() < (0.75 if is_action else 0.5)
    is_second = is_action and dice.random() < 0.3
    time = "day" if dice.random() < (0.9 if site.place == "ext" else 0.6) else "night"
    lengths = LENGTHS[site.place]
    eighths = dice.choice(lengths[-3:] if is_big else lengths[:3])
    crowd = CROWDS[picture][site.id]
    some = [crowd[0], *dice.sample(crowd[1:], dice.randint(1, len(crowd) - 1))]
    set_name = dice.choice(site.sets)
    gear = [one for one in GEAR.get(site.id, ()) if is_big and dice.random() < 0.7]
    return {
        "id": f"{picture}-{number:03}",
        "picture": picture,
        "number": str(number),
        "heading": f"{site.place.upper()}. {set_name} - {time.upper()}",
        "place": site.place,
        "time": time,
        "location": site.id,
        "set": set_name,
        "eighths": eighths,
        "cast": _players(is_action=is_action, is_second=is_second, dice=dice),
        "elements": [*(["m8-gear"] if picture == "m8" else []), *gear],
        "units": ["second"] if is_second else ["main"],
        "characters": [] if is_second else some,
        "synopsis": "An invented scene.",
    }


def _players(*, is_action: bool, is_second: bool, dice: Random) -> list[str]:
    if is_action:
        return ["stunts", "riders"] if is_second else dice.choice((["stunts"], []))
    return dice.choice((["aide"], ["conductor"], [], []))


def _set_dates(picture: str, scenes: list[dict[str, Any]]) -> None:
    """Give dates to plates that come first, and to scenes that are not written yet."""
    if picture == "m7":
        canals = [one for one in scenes if one["location"] == "canals"][:2]
        for at, scene in enumerate(canals):
            scene |= {
                "units": ["second"],
                "characters": [],
                "cast": [],
                "eighths": 14,
                "window": ["2020-02-17", "2020-02-21"],
                "synopsis": f"An invented scene: plates of the lagoon, {at + 1}.",
            }
        return
    waiting = [one for one in scenes if "ilsa-faust" in one["characters"]]
    for scene in waiting:
        scene["window"] = ["2021-03-01", "2022-06-24"]
        scene["notes"] = "Invented: the pages are not written before that date."


def _orders(scenes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the orders: London finishes what Abu Dhabi began, a few more by story."""
    found = []
    gulf = _of(scenes, "m7", "desert")[:1]
    lobby = [one for one in _of(scenes, "m7", "stage-b") if "only_if" not in one][:4]
    found += [_order(gulf[0], one, 35) for one in lobby]
    for picture, site in (("m7", "stage-a"), ("m7", "palazzo"), ("m8", "stage-a")):
        chain = _of(scenes, picture, site)[:4]
        found += [_order(*pair, 0) for pair in pairwise(chain)]
    return found


def _of(scenes: list[dict[str, Any]], picture: str, site: str) -> list[dict[str, Any]]:
    return [
        one for one in scenes if one["picture"] == picture and one["location"] == site
    ]


def _order(before: dict[str, Any], after: dict[str, Any], days: int) -> dict[str, Any]:
    return {"before": before["id"], "after": after["id"], "min_days": days}
