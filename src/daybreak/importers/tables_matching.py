"""Whom a row of a cast list means, and which of their deals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from daybreak.importers.names import name_key
from daybreak.importers.tables_people import DealTold, PersonTold
from daybreak.importers.tables_remarks import CellReader
from daybreak.model.people import Person
from daybreak.model.production import Production

_NEAR = 0.75


class CastFinder:
    """Finds people of a production by id, cast number, name or character."""

    def __init__(self, production: Production) -> None:
        self._people = production.people
        self._by_number: dict[int, list[Person]] = {}
        self._by_name: dict[str, list[Person]] = {}
        for person in production.people:
            if person.number is not None:
                self._by_number.setdefault(person.number, []).append(person)
            for key in {name_key(one) for one in _names(person)}:
                self._by_name.setdefault(key, []).append(person)

    def find(self, told: PersonTold, *, may_be_new: bool) -> Person | None:
        """Give the person that rows mean, None where they are new or noted as wrong.

        Parameters
        ----------
        may_be_new
            Whether somebody who is not found is no error.
        """
        named = self._named(told)
        numbered = (
            self._by_number.get(told.number, []) if told.number is not None else []
        )
        if len(named) == 1 and len(numbered) == 1 and named[0] is not numbered[0]:
            told.cells.error(
                "number",
                f"number {told.number} is {numbered[0].name}, but {told.called} is "
                f"{_number(named[0])}",
                "mend the number or the name",
                code="TAB-E18",
            )
            return None
        found = self._chosen(named, numbered)
        if len(found) > 1:
            listed = ", ".join(one.name for one in found[:4])
            told.cells.error(
                _where(told),
                f"{told.called} may be {listed}",
                "give the cast number, too",
                code="TAB-E20",
            )
            return None
        if not found and not may_be_new:
            self._note_unknown(told)
        return found[0] if found else None

    def _named(self, told: PersonTold) -> list[Person]:
        found: dict[str, Person] = {}
        for name in (told.name, *told.characters):
            for person in self._by_name.get(name_key(name), []) if name else []:
                found[person.id] = person
        return list(found.values())

    def _chosen(
        self, named: Sequence[Person], numbered: Sequence[Person]
    ) -> list[Person]:
        both = [one for one in named if any(one is other for other in numbered)]
        return both or list(named) or list(numbered)

    def _note_unknown(self, told: PersonTold) -> None:
        names = {one: person.name for person in self._people for one in _names(person)}
        near = get_close_matches(told.called, list(names), n=1, cutoff=_NEAR)
        hint = f"did you mean {near[0]}? Else mend it" if near else "mend it"
        number = f" with number {told.number}" if told.number is not None else ""
        told.cells.error(
            _where(told),
            f"nobody of the production is called {told.called}{number}",
            f"{hint}, or take new people in with --new-people",
            code="TAB-E19",
        )


def _names(person: Person) -> Iterable[str]:
    return (person.name, *person.characters, person.id)


def _number(person: Person) -> str:
    return "without one" if person.number is None else f"number {person.number}"


def _where(told: PersonTold) -> str:
    return next(
        (name for name in ("name", "character") if told.cells.text(name)), "number"
    )


def deal_meant(
    cells: CellReader, told: DealTold, person: Person, production: Production
) -> tuple[int | None, str | None] | None:
    """Give which deal of a person a row means.

    Returns
    -------
    tuple or None
        The place of the deal, None for a new one, and the id of its picture, None for
        all; nothing where it is noted as wrong.
    """
    picture = _picture(cells, told, production)
    if told.picture and picture is None:
        return None
    if picture is None:
        if len(person.deals) > 1:
            cells.error(
                _told_in(cells),
                f"{person.name} has {len(person.deals)} deals",
                "name the picture of this one in a Picture column",
                code="TAB-E20",
            )
            return None
        return (0 if person.deals else None), None
    for at, deal in enumerate(person.deals):
        if deal.pictures == (picture,) or (
            len(production.pictures) == 1 and len(person.deals) == 1
        ):
            return at, picture
        if deal.pictures is None or picture in deal.pictures:
            cells.error(
                "picture",
                f"the deal of {person.name} for {{value}} is for other pictures, too",
                "part the deals in the production first",
                code="TAB-E20",
            )
            return None
    return None, picture


def _picture(cells: CellReader, told: DealTold, production: Production) -> str | None:
    if not told.picture:
        return None
    key = name_key(told.picture)
    for picture in production.pictures:
        if key in (name_key(picture.title), name_key(picture.id)):
            return picture.id
    listed = ", ".join(one.title for one in production.pictures[:6])
    cells.error("picture", "{value} is no picture of the production", f"use {listed}")
    return None


def _told_in(cells: CellReader) -> str:
    names = ("rate", "daily_rate", "weekly_rate", "flat_fee", "deal", "hold", "drops")
    return next((name for name in names if cells.text(name)), "name")
