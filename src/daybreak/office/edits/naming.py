"""Which person, location, element or scene a user means: by id, name or number."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Literal

from daybreak.model.errors import UsageError
from daybreak.model.production import Element, Location, Person, Production, Scene

Kind = Literal["person", "location", "element"]
Thing = Person | Location | Element
LISTS = {"person": "people", "location": "locations", "element": "elements"}


def thing_named(
    production: Production, asked: str, kinds: tuple[Kind, ...]
) -> tuple[Kind, Thing]:
    """Give what a user means, and of which kind it is.

    Parameters
    ----------
    asked
        An id, a name, the name of a character, a cast number; or ``person/ID``, where
        two things are called alike.
    kinds
        Where to look.

    Raises
    ------
    UsageError
        When there is none of that name, or there are several.
    """
    lead, _, rest = asked.partition("/")
    if rest and lead in kinds:
        kinds, asked = (lead,), rest
    things = [(kind, one) for kind in kinds for one in getattr(production, LISTS[kind])]
    by_id = [(kind, one) for kind, one in things if one.id == asked]
    wanted = asked.casefold()
    found = by_id or [
        (kind, one)
        for kind, one in things
        if wanted in {name.casefold() for name in _names(one)}
    ]
    if len(found) == 1:
        return found[0]
    if found:
        paths = " or ".join(f"{kind}/{one.id}" for kind, one in found)
        raise UsageError(f"{asked}: is several things.\nMaybe write {paths}.")
    known = {name.casefold(): name for _, one in things for name in _names(one)}
    near = get_close_matches(wanted, known, n=1, cutoff=0.6)
    what = ", ".join(kinds[:-1]) + " or " * (len(kinds) > 1) + kinds[-1]
    raise UsageError(
        f"{asked}: no {what} is called that.\n"
        + (f'Maybe "{known[near[0]]}".' if near else "Maybe check the spelling.")
    )


def _names(thing: Thing) -> Iterator[str]:
    yield from (thing.id, thing.name)
    if isinstance(thing, Person):
        yield from thing.characters
        if thing.number is not None:
            yield str(thing.number)


def scenes_named(production: Production, numbers: tuple[str, ...]) -> tuple[Scene, ...]:
    """Give the scenes of some numbers or ids; ``12,14`` names two.

    Raises
    ------
    UsageError
        When there is none of a number, or two pictures have it.
    """
    asked = [one.strip() for text in numbers for one in text.split(",") if one.strip()]
    return tuple(_scene(production, one) for one in asked)


def _scene(production: Production, asked: str) -> Scene:
    by_id = [one for one in production.scenes if one.id == asked]
    found = by_id or [one for one in production.scenes if one.number == asked]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(one.id for one in found)
        raise UsageError(f"Scene {asked} is in several pictures.\nMaybe one of {ids}.")
    near = get_close_matches(asked, [one.number for one in production.scenes], n=1)
    raise UsageError(
        f"There is no scene {asked}.\n"
        + (f"Maybe {near[0]}." if near else "Maybe check the number.")
    )
