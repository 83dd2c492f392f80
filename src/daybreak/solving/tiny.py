"""The least productions with something to plan, to compile the kernels with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from daybreak.model.production import (
    Base,
    Deal,
    Location,
    Person,
    Picture,
    Production,
    Scene,
    Unit,
)

RATES = {"ana": 3, "bo": 2, "cy": 1}
CASTS = (("ana", "bo"), ("bo", "cy"), ("ana", "cy"), ("ana",), ("bo",), ("cy",))


def tiny_production() -> Production:
    """Give two scenes with one person at one location, and a week to shoot them."""
    return Production(
        title="Warm-up",
        currency="USD",
        pictures=(Picture(id="m1", title="Warm-up"),),
        units=(
            Unit(
                id="main",
                name="Main",
                start=date(2027, 3, 1),
                end=date(2027, 3, 5),
                workweek=("mon", "tue", "wed", "thu", "fri"),
                day_cost=1000,
            ),
        ),
        bases=(Base(id="home", name="Home"),),
        locations=(Location(id="stage", name="Stage", base="home"),),
        people=(Person(id="ana", name="Ana", deals=()),),
        scenes=tuple(_scene(number) for number in ("1", "2")),
    )


def tiny_sequence() -> Production:
    """Give six scenes of a day each that only have to be put in order (SPEC 6)."""
    plain = tiny_production()
    unit = replace(
        plain.units[0],
        workweek=("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        end=date(2027, 3, 31),
        day_cost=0,
    )
    return replace(
        plain,
        units=(unit,),
        people=tuple(
            Person(id=one, name=one, deals=(Deal(kind="daily", rate=rate),))
            for one, rate in RATES.items()
        ),
        scenes=tuple(
            replace(_scene(str(at)), days=1, cast=cast) for at, cast in enumerate(CASTS)
        ),
    )


def _scene(number: str) -> Scene:
    return Scene(
        id=f"s{number}",
        picture="m1",
        number=number,
        heading="INT. STAGE - DAY",
        place="int",
        time="day",
        location="stage",
        eighths=8,
        cast=("ana",),
    )
