"""Forty shoots that cannot be made, each with the cause built in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from daybreak.model.production import Production
from tests.checking.productions import (
    FRI,
    LONDON,
    MON,
    THU,
    TUE,
    WED,
    person,
    scene,
    shoot,
    unit,
)

Json = dict[str, Any]
WEEK = [MON, TUE, WED, THU, FRI]


@dataclass(frozen=True)
class Impossible:
    """A shoot, and the words that have to stand in its explanation."""

    name: str
    production: Production
    words: tuple[str, ...]
    scenes: int


def main(**fields: Any) -> list[Json]:
    """One unit, a week."""
    return [unit(end=FRI, day_cost=100, **fields)]


def bystanders() -> list[Json]:
    """Two scenes that nothing stands against."""
    return [scene("s8", minutes=30), scene("s9", minutes=30)]


def forty() -> list[Impossible]:
    """Give ten kinds of cause, four of each."""
    return [one for at in range(4) for one in _kinds(at)]


def _kinds(at: int) -> Iterator[Impossible]:
    away = {"from": WEEK[at], "to": WEEK[at], "reason": "a gala"}
    house = {"id": "house", "name": "House", "base": "london"}
    pier = {"id": "pier", "name": "Pier 7", "base": "london"}
    on_day = {**pier, "windows": [[WEEK[at], WEEK[at]]]}
    yield Impossible(
        f"availability {at}",
        shoot(
            units=main(),
            locations=[house, on_day],
            people=[person(unavailable=[away])],
            scenes=[*bystanders(), scene("s1", cast=["ana"], location="pier")],
        ),
        ("Ana Ruiz is away " + WEEK[at], "Pier 7 is open", "Scene 1 (INT. HOUSE"),
        1,
    )
    yield Impossible(
        f"two people {at}",
        shoot(
            units=main(),
            people=[
                person(windows=[[MON, WEEK[at]]]),
                person("ben", windows=[[WEEK[at + 1], FRI]]),
            ],
            scenes=[*bystanders(), scene("s1", cast=["ana", "ben"])],
        ),
        ("Ana Ruiz is free", "Ben Okafor is free"),
        1,
    )
    yield Impossible(
        f"order and windows {at}",
        shoot(
            units=main(),
            scenes=[
                *bystanders(),
                scene("s1", window=[WEEK[at + 1], FRI]),
                scene("s2", window=[MON, WEEK[at]]),
            ],
            orders=[{"before": "s1", "after": "s2"}],
        ),
        ("scene 1 comes before scene 2", "scene 2 may be shot"),
        2,
    )
    yield Impossible(
        f"orders too far apart {at}",
        shoot(
            units=main(),
            scenes=[*bystanders(), scene("s1"), scene("s2"), scene("s3")],
            orders=[
                {"before": "s1", "after": "s2", "min_days": 1 + at},
                {"before": "s2", "after": "s3", "min_days": 4},
            ],
        ),
        ("scene 1 comes at least", "Main unit ends on " + FRI),
        3,
    )
    yield Impossible(
        f"day too short {at}",
        shoot(
            units=main(),
            locations=[house, on_day],
            scenes=[
                *bystanders(),
                *(scene(f"s{i}", location="pier", minutes=310) for i in (1, 2)),
            ],
        ),
        ("a day of Main unit holds 10 hours", "Pier 7 is open"),
        2,
    )
    yield Impossible(
        f"location window {at}",
        shoot(
            units=[unit(end="2027-06-18", day_cost=100)],
            locations=[house, {**pier, "windows": [["2027-06-12", "2027-06-13"]]}],
            scenes=[*bystanders(), scene("s1", location="pier", minutes=30 + at)],
        ),
        ("Pier 7 is open 2027-06-12 to 2027-06-13 only", "Main unit works mon"),
        1,
    )
    night = {"place": "ext", "time": "night", "heading": "EXT. HOUSE - NIGHT"}
    dawn = {"place": "ext", "time": "dawn", "heading": "EXT. HOUSE - DAWN"}
    yield Impossible(
        f"turnaround {at}",
        shoot(
            units=main(),
            scenes=[
                *bystanders(),
                scene("s1", **night, window=[WEEK[at], WEEK[at]]),
                scene("s2", **dawn, window=[WEEK[at + 1], WEEK[at + 1]]),
            ],
        ),
        ("Main unit rests 11 hours", "by night"),
        2,
    )
    pin = {"unit": "main", "date": WEEK[at]}
    yield Impossible(
        f"locked strips {at}",
        shoot(
            units=main(),
            scenes=[
                *bystanders(),
                *(scene(f"s{i}", minutes=250, pin=pin) for i in (1, 2, 3)),
            ],
        ),
        (f"scene 1 is pinned to Main unit on {WEEK[at]}", "holds 10 hours"),
        3,
    )
    way = {"from": "london", "to": "rome", "days": 1 + at % 3, "cost": 900}
    villa = {"id": "villa", "name": "Villa", "base": "rome"}
    last = [FRI, FRI]
    yield Impossible(
        f"travel {at}",
        shoot(
            units=main(),
            bases=[
                {"id": "london", "name": "London", **LONDON},
                {"id": "rome", "name": "Rome"},
            ],
            moves=[way],
            locations=[house, villa],
            scenes=[
                *bystanders(),
                scene("s1", window=[WEEK[3], WEEK[3]]),
                scene("s2", location="villa", window=last),
            ],
        ),
        ("the move from London to Rome takes", f"scene 2 may be shot {FRI} only"),
        2,
    )
    limits = [
        ({"max_consecutive_days": 4}, "works at most 4 days in a row", 5, 550),
        ({"day_minutes": 100}, "works at most 1 hour 40 minutes a day", 1, 110),
        ({"prep_days": 5}, "5 days of prep", 1, 60),
        ({"day_minutes": 100}, "works at most 1 hour 40 minutes a day", 6, 90),
    ]
    limit, words, scenes, minutes = limits[at]
    yield Impossible(
        f"person's limit {at}",
        shoot(
            units=main(),
            people=[person(**limit)],
            scenes=[
                *bystanders(),
                *(
                    scene(f"s{i}", cast=["ana"], minutes=minutes)
                    for i in range(1, scenes + 1)
                ),
            ],
        ),
        ("Ana Ruiz", words),
        scenes,
    )
