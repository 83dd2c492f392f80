"""The least production with something to plan, to compile the kernels with."""

from __future__ import annotations

from datetime import date

from daybreak.model.production import (
    Base,
    Location,
    Person,
    Picture,
    Production,
    Scene,
    Unit,
)


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
