"""A published problem as a production (SPEC 6)."""

from __future__ import annotations

from datetime import date, timedelta

from daybreak.importers.published import Published
from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import (
    Base,
    Deal,
    Location,
    Move,
    Order,
    Person,
    Picture,
    Production,
    Scene,
    Unit,
)

CURRENCY = "XXX"
"""ISO 4217 for no currency: published rates name none."""
DEPOT = "depot"
PICTURE = "picture"
UNIT = "main"


def production_of(
    published: Published, *, start: date, title: str | None = None
) -> Production:
    """Give the production whose holds and moves are the published objective.

    Of talent scheduling: ``cast_work`` + ``cast_hold``. Of movie shoot scheduling:
    ``cast_hold`` + ``company_moves``, less one visit of each location (SPEC 6).

    Parameters
    ----------
    published
        What a file says.
    start
        The first date; the unit works every day from it, as many as there are.
    title
        Its title; else the file's name.
    """
    days = sum(published.days)
    places = len(published.location_costs)
    return Production(
        title=title or published.name,
        currency=CURRENCY,
        pictures=(Picture(id=PICTURE, title=title or published.name),),
        units=(
            Unit(
                id=UNIT,
                name="Main unit",
                start=start,
                end=start + timedelta(days=days - 1),
                workweek=WEEKDAYS,
                day_cost=0,
                base=DEPOT if places > 1 else None,
            ),
        ),
        bases=_bases(places),
        moves=_moves(published.location_costs) if places > 1 else (),
        locations=tuple(
            Location(
                id=_location(place), name=f"Location {place + 1}", base=_base(place)
            )
            for place in range(places)
        ),
        people=tuple(
            Person(
                id=_person(person),
                name=f"Person {person + 1}",
                deals=(Deal(kind="daily", rate=rate),),
                number=person + 1,
            )
            for person, rate in enumerate(published.rates)
        ),
        scenes=tuple(_scene(published, scene) for scene in range(len(published.days))),
        orders=tuple(
            Order(before=_scene_id(before), after=_scene_id(after))
            for before, after in published.orders
        ),
    )


def _bases(places: int) -> tuple[Base, ...]:
    bases = [Base(id=_base(place), name=f"Base {place + 1}") for place in range(places)]
    if places > 1:
        bases.append(Base(id=DEPOT, name="Depot"))
    return tuple(bases)


def _moves(costs: tuple[int, ...]) -> tuple[Move, ...]:
    """Give a move between any two bases: it costs what its target does."""
    return tuple(
        Move(
            origin=_base(origin) if origin < len(costs) else DEPOT,
            target=_base(target),
            days=0,
            cost=cost,
            both_ways=False,
        )
        for origin in range(len(costs) + 1)
        for target, cost in enumerate(costs)
        if origin != target
    )


def _scene(published: Published, scene: int) -> Scene:
    place = published.locations[scene]
    return Scene(
        id=_scene_id(scene),
        picture=PICTURE,
        number=f"{scene + 1}",
        heading=f"INT. LOCATION {place + 1} - DAY",
        place="int",
        time="day",
        location=_location(place),
        eighths=8 * published.days[scene],
        days=published.days[scene],
        cast=tuple(_person(person) for person in published.casts[scene]),
    )


def _scene_id(scene: int) -> str:
    return f"s{scene + 1}"


def _person(person: int) -> str:
    return f"p{person + 1}"


def _location(place: int) -> str:
    return f"location-{place + 1}"


def _base(place: int) -> str:
    return f"base-{place + 1}"
