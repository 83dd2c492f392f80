"""Make small, rich, valid productions out of a run of choices.

Everything is made from `Dice`, so that the same code serves Hypothesis (which
shrinks: the least choice is the plainest) and plain seeds (which are quick).
Documents are JSON objects; `tests.strategies` turns them into the model.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar, get_args

from daybreak.model.production import RuleName

T = TypeVar("T")
Json = dict[str, Any]

STARTS = (
    "2027-06-07",  # a plain Monday
    "2028-02-24",  # over a leap day
    "2026-12-24",  # over ISO week 53 and a year's end
    "2027-03-11",  # over a change of clocks in New York
    "2027-10-27",  # over a change of clocks in London
)
WEEKS = (
    ("mon", "tue", "wed", "thu", "fri"),
    ("mon", "tue", "wed", "thu", "fri", "sat"),
    ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    ("sun", "tue", "thu"),
)
PLACES = (
    {},
    {"lat": 51.5, "lon": -0.12, "timezone": "Europe/London"},
    {"lat": 69.65, "lon": 18.96, "timezone": "Europe/Oslo"},
    {"lat": -36.85, "lon": 174.76, "timezone": "Pacific/Auckland"},
    {"lat": 40.71, "lon": -74.01, "timezone": "America/New_York"},
    {"timezone": "Asia/Tokyo"},
)
OWN_SHIFTS = (
    {"day": ["07:00", "19:00"]},
    {"day": ["06:30", "16:30"], "night": ["20:00", "06:00"]},
    {"split": ["11:00", "23:00"], "night": ["17:00", "05:00"]},
    {"day": ["08:00", "24:00"], "split": ["14:00", "02:00"]},
)
FRACTIONS = (0.5, 0.15, 0.333, 1.0, 0.125)
RULES = get_args(RuleName)


class Dice(Protocol):
    """A source of choices; the least number is the plainest choice."""

    def whole(self, least: int, most: int) -> int:
        """Give a whole number between two limits, both allowed."""


class Maker:
    """Choices in the words that the makers below use."""

    def __init__(self, dice: Dice) -> None:
        self.whole = dice.whole

    def chance(self, percent: int) -> bool:
        """Tell yes in so many of a hundred; no is plainer."""
        return self.whole(0, 99) >= 100 - percent

    def pick(self, items: Sequence[T]) -> T:
        """Give one of the items; the first is plainest."""
        return items[self.whole(0, len(items) - 1)]

    def some(self, items: Sequence[T], most: int) -> list[T]:
        """Give up to ``most`` different items, in their order; few is plainer."""
        left, chosen = list(items), []
        for _ in range(self.whole(0, min(most, len(left)))):
            chosen.append(left.pop(self.whole(0, len(left) - 1)))
        return [item for item in items if item in chosen]

    def maybe(self, made: Json, percent: int, **fields: Any) -> None:
        """Put fields into an object in so many of a hundred; values are calls."""
        if self.chance(percent):
            made.update({key: give() for key, give in fields.items()})


class Span:
    """The dates that a production is about."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.first = date.fromisoformat(maker.pick(STARTS))
        self.days = maker.whole(4, 24)

    def date(self, *, before: int = 0) -> str:
        """Give a date of the shoot, or some days before it."""
        after = self.maker.whole(-before, self.days - 1)
        return (self.first + timedelta(after)).isoformat()

    def range(self, longest: int) -> list[str]:
        """Give a pair of dates that begins in the shoot."""
        first = date.fromisoformat(self.date())
        last = first + timedelta(self.maker.whole(0, longest))
        return [first.isoformat(), last.isoformat()]

    def ranges(self) -> list[list[str]]:
        """Give one or two long windows, which may overlap."""
        return [self.range(self.days) for _ in range(self.maker.whole(1, 2))]

    def away(self) -> Json:
        """Give a short unavailability."""
        first, last = self.range(3)
        return {"from": first, "to": last, "reason": "elsewhere"}


def make_production(dice: Dice, *, scenes: int = 7) -> Json:
    """Make a valid production document of at most so many scenes."""
    maker = Maker(dice)
    span = Span(maker)
    made: Json = {"format": "daybreak/production", "version": 1, "title": "Tryout"}
    made["currency"] = "USD"
    made["pictures"] = _numbered("m", maker.whole(1, 2), _picture, maker, span)
    made["bases"] = _numbered("b", maker.whole(1, 3), _base, maker, span)
    made["units"] = _numbered("u", maker.whole(1, 2), _unit, maker, span)
    for unit in made["units"]:
        maker.maybe(unit, 25, base=lambda: maker.pick(_ids(made, "bases")))
    made["holidays"] = sorted({span.date() for _ in range(maker.whole(0, 2))})
    made["hiatuses"] = [_hiatus(maker, span, made) for _ in range(maker.whole(0, 1))]
    made["moves"] = _moves(maker, _ids(made, "bases"))
    made["locations"] = _numbered("l", maker.whole(1, 4), _location, maker, span)
    for location in made["locations"]:
        location["base"] = maker.pick(_ids(made, "bases"))
    made["people"] = _numbered("p", maker.whole(0, 4), _person, maker, span)
    for person in made["people"]:
        person["deals"] = _deals(maker, _ids(made, "pictures"))
    made["elements"] = _numbered("e", maker.whole(0, 2), _element, maker, span)
    made["scenes"] = [
        _scene(maker, span, made, place) for place in range(maker.whole(0, scenes))
    ]
    made["orders"] = _orders(maker, _ids(made, "scenes"))
    maker.maybe(made, 20, rules=lambda: _rules(maker))
    maker.maybe(made, 10, extra=lambda: {"kept": [1, {"beside": None}]})
    return copy.deepcopy(made)  # nothing shared with the constants above


def _numbered(letter: str, count: int, make: Any, maker: Maker, span: Span) -> Any:
    return [
        {"id": f"{letter}{place}", **make(maker, span)} for place in range(1, count + 1)
    ]


def _ids(made: Json, name: str) -> list[str]:
    return [thing["id"] for thing in made[name]]


def _picture(maker: Maker, span: Span) -> Json:
    made: Json = {"title": "A Picture"}
    if maker.chance(40):
        made["release"] = span.range(span.days)[1]
        made["post_days"] = maker.whole(0, 20)
        made["late_cost_per_day"] = maker.whole(0, 500)
        made["release_hard"] = maker.chance(40)
    return made


def _base(maker: Maker, span: Span) -> Json:
    return {"name": "A town", **maker.pick(PLACES)}


def _unit(maker: Maker, span: Span) -> Json:
    first = span.first + timedelta(maker.whole(0, min(4, span.days - 2)))
    made: Json = {"name": "A unit", "start": first.isoformat()}
    made["end"] = (span.first + timedelta(span.days - 1)).isoformat()
    made["workweek"] = list(maker.pick(WEEKS))
    made["day_cost"] = maker.whole(1, 20_000)
    maker.maybe(made, 40, idle_day_cost=lambda: maker.whole(0, 900))
    maker.maybe(made, 50, night_premium=lambda: maker.pick(FRACTIONS))
    maker.maybe(made, 50, sixth_day_premium=lambda: maker.pick(FRACTIONS))
    maker.maybe(made, 40, day_minutes=lambda: maker.pick((480, 300, 720, 240)))
    maker.maybe(made, 30, minutes_per_eighth=lambda: maker.whole(1, 30))
    maker.maybe(made, 50, move_minutes=lambda: maker.whole(0, 120))
    maker.maybe(made, 50, move_cost=lambda: maker.whole(0, 400))
    maker.maybe(made, 40, turnaround_hours=lambda: maker.pick((12, 0, 20, 24, 40)))
    maker.maybe(made, 30, shifts=lambda: maker.pick(OWN_SHIFTS))
    return made


def _hiatus(maker: Maker, span: Span, made: Json) -> Json:
    first, last = span.range(3)
    hiatus: Json = {"from": first, "to": last}
    if maker.chance(50):
        hiatus["units"] = [maker.pick(_ids(made, "units"))]
    return hiatus


def _moves(maker: Maker, bases: list[str]) -> list[Json]:
    if maker.chance(25):
        return []
    moves: list[Json] = []
    for place, one in enumerate(bases):
        for other in bases[:place]:
            directions = maker.pick(("both", "both", "two", "there", "none"))
            moves += _pair(maker, one, other, directions)
    return moves


def _pair(maker: Maker, one: str, other: str, directions: str) -> list[Json]:
    there: Json = {"from": one, "to": other, "days": maker.whole(0, 2)}
    there["cost"] = maker.whole(0, 5000)
    back = {"from": other, "to": one, "days": 1, "cost": 77, "both_ways": False}
    single = {**there, "both_ways": False}
    return {"both": [there], "two": [single, back], "there": [single], "none": []}[
        directions
    ]


def _location(maker: Maker, span: Span) -> Json:
    made: Json = {"name": "A place"}
    maker.maybe(made, 20, windows=span.ranges)
    maker.maybe(made, 50, day_fee=lambda: maker.whole(0, 900))
    maker.maybe(made, 50, hold_fee=lambda: maker.whole(0, 300))
    return made


def _person(maker: Maker, span: Span) -> Json:
    made: Json = {"name": "A player"}
    maker.maybe(made, 25, windows=span.ranges)
    maker.maybe(made, 35, unavailable=lambda: [span.away()])
    maker.maybe(made, 30, prep_days=lambda: maker.whole(0, 6))
    maker.maybe(made, 30, prep_from=lambda: span.date(before=12))
    maker.maybe(made, 30, max_consecutive_days=lambda: maker.whole(1, 6))
    maker.maybe(made, 20, day_minutes=lambda: maker.whole(60, 480))
    maker.maybe(made, 20, number=lambda: maker.whole(1, 9))
    maker.maybe(made, 20, characters=lambda: ["A HERO"])
    maker.maybe(made, 10, events=lambda: [{**_event(span), "kind": "fitting"}])
    return made


def _event(span: Span) -> Json:
    first, last = span.range(2)
    return {"from": first, "to": last, "note": "bring boots"}


def _deals(maker: Maker, pictures: list[str]) -> list[Json]:
    """Make deals that cover each picture at most once: one for all, or some."""
    if maker.chance(40) and len(pictures) > 1:
        covered = maker.pick((pictures, pictures[:1], pictures[1:], pictures[::-1]))
        return [{**_deal(maker), "pictures": [picture]} for picture in covered]
    return [_deal(maker) for _ in range(maker.pick((1, 1, 1, 0)))]


def _deal(maker: Maker) -> Json:
    made: Json = {"kind": maker.pick(("daily", "daily", "weekly", "flat", "none"))}
    made["rate"] = maker.whole(0, 3000)
    maker.maybe(made, 50, hold=lambda: maker.pick((0.5, 0.333, 0.0, 0.75, 1.5)))
    maker.maybe(made, 50, drops=lambda: maker.whole(0, 3))
    maker.maybe(made, 60, drop_after_days=lambda: maker.whole(0, 5))
    return made


def _element(maker: Maker, span: Span) -> Json:
    made: Json = {"name": "A thing", "category": "props"}
    maker.maybe(made, 30, count=lambda: 2)
    maker.maybe(made, 50, day_fee=lambda: maker.whole(0, 400))
    maker.maybe(made, 20, windows=span.ranges)
    return made


def _scene(maker: Maker, span: Span, made: Json, place: int) -> Json:
    scene: Json = {"id": f"s{place + 1}", "number": str(place + 1), "heading": "INT. A"}
    scene["picture"] = maker.pick(_ids(made, "pictures"))
    scene["place"] = maker.pick(("int", "ext", "ext", "int/ext"))
    scene["time"] = maker.pick(("day", "day", "night", "dawn", "dusk", "any"))
    scene["location"] = maker.pick(_ids(made, "locations"))
    scene["cast"] = maker.some(_ids(made, "people"), 3)
    scene["elements"] = maker.some(_ids(made, "elements"), 2)
    if maker.chance(50):
        scene["units"] = maker.pick((_ids(made, "units"), _ids(made, "units")[-1:]))
    _length(maker, scene, made)
    maker.maybe(scene, 15, window=lambda: span.range(span.days))
    maker.maybe(scene, 10, pin=lambda: _pin(maker, span, made, scene))
    maker.maybe(scene, 15, time_locked=lambda: True)
    maker.maybe(scene, 10, synopsis=lambda: "They meet. é 🎬", extras=lambda: 12)
    if place and maker.chance(10):
        scene["part_of"] = f"s{place}"
    return scene


def _length(maker: Maker, scene: Json, made: Json) -> None:
    """Give a scene a length that fits a day of one of its units."""
    allowed = scene.get("units", _ids(made, "units")[:1])
    units = [unit for unit in made["units"] if unit["id"] in allowed]
    longest = max(unit.get("day_minutes", 600) for unit in units)
    slowest = max(unit.get("minutes_per_eighth", 15) for unit in units)
    scene["eighths"] = maker.whole(0, min(24, longest // slowest))
    if maker.chance(30):
        scene["minutes"] = maker.whole(0, longest)
    maker.maybe(scene, 10, days=lambda: maker.whole(1, 3))


def _pin(maker: Maker, span: Span, made: Json, scene: Json) -> Json:
    unit = maker.pick(scene.get("units", _ids(made, "units")[:1]))
    return {"unit": unit, "date": span.date()}


def _orders(maker: Maker, scenes: list[str]) -> list[Json]:
    """Make orders from an earlier to a later id, so that none runs in a circle."""
    orders: list[Json] = []
    for _ in range(maker.whole(0, 2) if len(scenes) > 1 else 0):
        first = maker.whole(0, len(scenes) - 2)
        then = maker.whole(first + 1, len(scenes) - 1)
        order: Json = {"before": scenes[first], "after": scenes[then]}
        maker.maybe(order, 40, min_days=lambda: maker.whole(0, 3))
        orders.append(order)
    return orders


def _rules(maker: Maker) -> Json:
    chosen = maker.some(RULES, 4)
    return {rule: maker.pick(("warns", "ignored", "blocks")) for rule in chosen}
