"""Shoots that nobody plans, but somebody will hand in; each with one sentence."""

from __future__ import annotations

from typing import Any

from daybreak.model.production import Production
from tests.checking.productions import FRI, MON, TUE, person, scene, shoot, unit

Json = dict[str, Any]
WEEK = [unit(end=FRI, day_cost=100)]


def many(count: int, **fields: Any) -> list[Json]:
    """Make scenes ``s1`` and so on, all alike."""
    return [scene(f"s{i}", **fields) for i in range(1, count + 1)]


def crowd(count: int) -> list[Json]:
    """Make people ``p0`` and so on, a day's pay each."""
    deals = [{"kind": "daily", "rate": 10}]
    return [{"id": f"p{i}", "name": f"Extra {i}", "deals": deals} for i in range(count)]


def no_scenes() -> Production:
    """Nothing to shoot."""
    return shoot(units=WEEK, scenes=[])


def one_scene() -> Production:
    """One strip."""
    return shoot(units=WEEK, scenes=many(1))


def cast_of_none() -> Production:
    """Nobody to be seen, nothing to be used."""
    return shoot(units=WEEK, people=[], scenes=many(3))


def one_day_for_everything() -> Production:
    """Give a week of work, and a day for it."""
    return shoot(units=[unit(end=MON, day_cost=100)], scenes=many(8, minutes=300))


def all_cast_away() -> Production:
    """Both players are away all of the shoot."""
    away = [{"from": MON, "to": FRI, "reason": "another film"}]
    people = [person(unavailable=away), person("ben", unavailable=away)]
    return shoot(units=WEEK, people=people, scenes=many(2, cast=["ana", "ben"]))


def star_away_on_the_only_day() -> Production:
    """Open the house on Tuesday alone, when Ana is away."""
    house = {"id": "house", "name": "House", "base": "london", "windows": [[TUE, TUE]]}
    away = [{"from": TUE, "to": TUE, "reason": "a gala"}]
    people = [person(unavailable=away)]
    return shoot(
        units=WEEK, locations=[house], people=people, scenes=many(1, cast=["ana"])
    )


def one_crowd_scene() -> Production:
    """300 people in one scene."""
    cast = [f"p{i}" for i in range(300)]
    return shoot(units=WEEK, people=crowd(300), scenes=many(2, cast=cast))


def five_hundred_alike() -> Production:
    """500 scenes that differ in nothing but their id: 5 fit a day."""
    return shoot(
        units=[unit(end="2028-08-31", day_cost=100)], scenes=many(500, minutes=120)
    )


def no_length() -> Production:
    """200 strips that take no time."""
    return shoot(units=WEEK, scenes=many(200, eighths=0))


def no_dates() -> Production:
    """Send the unit on hiatus from its first date to its last."""
    return shoot(units=WEEK, hiatuses=[{"from": MON, "to": FRI}])


def one_unit_without_dates() -> Production:
    """Give a second unit that would do, but has no date."""
    idle = unit("second", start=FRI, end=FRI, workweek=["sun"])
    return shoot(units=[*WEEK, idle], scenes=many(3, units=["main", "second"]))


def long_epic() -> Production:
    """Put a scene of 40 days beside one of two hours."""
    epic = scene("s1", days=40)
    return shoot(units=[unit(day_cost=100)], scenes=[epic, scene("s2")])


def all_pinned() -> Production:
    """Every strip is pinned, and may stand there."""
    pins = [{"unit": "main", "date": day} for day in (MON, TUE, TUE)]
    scenes = [scene(f"s{i}", pin=pin) for i, pin in enumerate(pins, 1)]
    return shoot(units=WEEK, scenes=scenes)


def pinned_on_top_of_each_other() -> Production:
    """Three strips are pinned to a day that holds two."""
    pin = {"unit": "main", "date": MON}
    return shoot(units=WEEK, scenes=many(3, minutes=300, pin=pin))


def leap_day() -> Production:
    """Shoot for three days over February 29."""
    return shoot(
        units=[unit(start="2028-02-28", end="2028-03-01", day_cost=100)],
        scenes=many(3, minutes=600),
    )


def last_year_of_the_calendar() -> Production:
    """End the shoot where the calendar ends."""
    return shoot(
        units=[unit(start="9999-12-27", end="9999-12-31", day_cost=100)],
        scenes=many(6, minutes=300),
    )


def names_of_everywhere() -> Production:
    """Right to left, composed and decomposed, and pictures for letters."""
    people = [
        {
            "id": "noa",
            "name": "\N{HEBREW LETTER NUN}ועה \N{RIGHT-TO-LEFT MARK}",
            "deals": [],
        },
        {"id": "e1", "name": "\N{LATIN SMALL LETTER E WITH ACUTE}", "deals": []},
        {"id": "e2", "name": "e\N{COMBINING ACUTE ACCENT}", "deals": []},
        {"id": "star", "name": "\N{CLAPPER BOARD}\N{GLOWING STAR}", "deals": []},
    ]
    away = [{"from": MON, "to": FRI, "reason": "בחוץ"}]
    people[0]["unavailable"] = away
    scenes = [scene("s1", cast=["noa"]), scene("s2", cast=["e1", "e2", "star"])]
    return shoot(units=WEEK, people=people, scenes=scenes)
