"""What a production says, ready to be looked up; worked out once for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from daybreak.model.calendar import Calendar, calendar_of
from daybreak.model.files import production_hash
from daybreak.model.production import (
    Base,
    Element,
    Location,
    Move,
    Person,
    Picture,
    Production,
    Scene,
    Unit,
)

PRODUCTIONS_KEPT = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Facts:
    """The parts of a production by id, and its dates.

    Parameters
    ----------
    calendar
        Eligible dates of units, production dates of people and locations.
    moves
        Company moves by ``(from, to)``; one that goes both ways stands twice.
    """

    production: Production
    calendar: Calendar
    pictures: dict[str, Picture]
    units: dict[str, Unit]
    bases: dict[str, Base]
    locations: dict[str, Location]
    people: dict[str, Person]
    elements: dict[str, Element]
    scenes: dict[str, Scene]
    moves: dict[tuple[str, str], Move]
    _free: dict[str, dict[date, bool]] = field(default_factory=dict)

    def is_available(self, person: Person, day: date) -> bool:
        """Tell whether a person is available; an answer once given is kept."""
        if not person.windows and not person.unavailable:
            return True
        known = self._free.setdefault(person.id, {})
        if day not in known:
            known[day] = person.is_available(day)
        return known[day]

    def is_eligible(self, unit: Unit, day: date) -> bool:
        """Tell whether a date is an eligible date of a unit (SPEC 1)."""
        dates = self.calendar.eligible[unit.id]
        place = bisect_left(dates, day)
        return place < len(dates) and dates[place] == day


def between(dates: tuple[date, ...], first: date, last: date) -> tuple[date, ...]:
    """Give the dates of a sorted tuple that lie strictly between two dates."""
    return dates[bisect_right(dates, first) : bisect_left(dates, last)]


class SameObject:
    """A key for caches: equal only to a key of the very same object.

    It holds the object, so that no other can take its place in memory.
    """

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        """Give a hash that costs nothing, however large the object."""
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        """Tell whether both keys hold the same object."""
        return isinstance(other, SameObject) and self.thing is other.thing


def facts_of(production: Production) -> Facts:
    """Give the facts of a production; those of the last few are kept."""
    return _facts(SameObject(production))


def hash_of(production: Production) -> str:
    """Give `production_hash`; that of the last few productions is kept."""
    return _hash(SameObject(production))


@lru_cache(maxsize=PRODUCTIONS_KEPT)
def _facts(key: SameObject) -> Facts:
    production = key.thing
    assert isinstance(production, Production)
    return Facts(
        production=production,
        calendar=calendar_of(production),
        pictures={picture.id: picture for picture in production.pictures},
        units={unit.id: unit for unit in production.units},
        bases={base.id: base for base in production.bases},
        locations={location.id: location for location in production.locations},
        people={person.id: person for person in production.people},
        elements={element.id: element for element in production.elements},
        scenes={scene.id: scene for scene in production.scenes},
        moves=_moves(production),
    )


@lru_cache(maxsize=PRODUCTIONS_KEPT)
def _hash(key: SameObject) -> str:
    assert isinstance(key.thing, Production)
    return production_hash(key.thing)


def _moves(production: Production) -> dict[tuple[str, str], Move]:
    found = {}
    for move in production.moves:
        found[move.origin, move.target] = move
        if move.both_ways:
            found[move.target, move.origin] = move
    return found
