"""The people, places and things of a draft, found among those of the production.

What is not there yet is made, with the defaults of the budget tier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from daybreak.importers.elements import SceneTags, TaggedElements
from daybreak.importers.names import Ids, name_key
from daybreak.importers.screenplay import ScriptScene
from daybreak.importers.slugline import read_heading, tidy
from daybreak.importers.tiers import TIERS, Tier
from daybreak.model.production import (
    Deal,
    Element,
    Location,
    Person,
    Production,
    Scene,
)


def tier_of(production: Production) -> Tier:
    """Give the budget tier that a production was imported with; else the smallest."""
    imported = production.extra.get("import")
    name = imported.get("tier") if isinstance(imported, Mapping) else None
    return next((one for one in TIERS.values() if one.name == name), TIERS["micro"])


class People:
    """The cast of a production; a character that nobody plays becomes a person.

    Parameters
    ----------
    taken
        Ids that are not to be given again.
    """

    def __init__(
        self, production: Production, tier: Tier, taken: Iterable[str]
    ) -> None:
        self._tier = tier
        self._ids = _ids(taken, (one.id for one in production.people))
        self._of: dict[str, str] = {}
        for person in production.people:
            for name in (*person.characters, person.name):
                self._of.setdefault(tidy(name), person.id)
        numbers = [one.number for one in production.people if one.number is not None]
        self._number = max(numbers, default=0)
        self.new: list[Person] = []

    def known(self, characters: Iterable[str]) -> dict[str, str]:
        """Give the person of each character that somebody plays, by name."""
        return {
            name: self._of[tidy(name)] for name in characters if tidy(name) in self._of
        }

    def add(self, as_imported: Person) -> None:
        """Make a person of a character, as an import would have it."""
        self._number += 1
        name = as_imported.characters[0]
        person = replace(
            as_imported,
            id=self._ids.make(name, otherwise="person"),
            number=self._number,
            deals=(Deal(kind="daily", rate=self._tier.cast_day.value),),
        )
        self._of[tidy(name)] = person.id
        self.new.append(person)


class Places:
    """The locations of a production, by the sets that are shot there."""

    def __init__(
        self,
        production: Production,
        scenes: Iterable[Scene],
        tier: Tier,
        taken: Iterable[str],
    ) -> None:
        self._fee = tier.location_day.value
        self._base = production.bases[0].id if production.bases else ""
        self._ids = _ids(taken, (one.id for one in production.locations))
        self._by_name = {name_key(one.name): one.id for one in production.locations}
        self._chosen: dict[str, Counter[str]] = {}
        for scene in scenes:
            slug = read_heading(scene.heading)
            for name in {slug.set, slug.location} - {""}:
                self._chosen.setdefault(name_key(name), Counter())[scene.location] += 1
        self.new: list[Location] = []

    def of(self, set_name: str, location_name: str) -> str:
        """Give the location of a set: where others of it are shot, or of its name."""
        for name in (set_name, location_name):
            chosen = self._chosen.get(name_key(name))
            if chosen:
                return chosen.most_common(1)[0][0]
        found = self._by_name.get(name_key(location_name))
        return found or self._make(location_name)

    def _make(self, name: str) -> str:
        made = Location(
            id=self._ids.make(name, otherwise="place"),
            name=name,
            base=self._base,
            day_fee=self._fee,
        )
        self._by_name[name_key(name)] = made.id
        self.new.append(made)
        return made.id


class Things:
    """The elements of a production; one name in a category is one element."""

    def __init__(self, production: Production, taken: Iterable[str]) -> None:
        self._tagged = TaggedElements()
        self._ids = _ids(taken, (one.id for one in production.elements))
        self._of = {
            (one.category, one.name.casefold()): one.id for one in production.elements
        }
        self.new: list[Element] = []

    def of(self, scene: ScriptScene) -> SceneTags:
        """Give what the tags of a scene say, with the ids of this production."""
        tags = self._tagged.of(scene)
        made = {one.id: one for one in self._tagged.all()}
        mine = tuple(dict.fromkeys(self._own(made[name]) for name in tags.elements))
        return replace(tags, elements=mine)

    def _own(self, element: Element) -> str:
        key = (element.category, element.name.casefold())
        if key not in self._of:
            own = replace(element, id=self._ids.make(element.name, otherwise="element"))
            self._of[key] = own.id
            self.new.append(own)
        return self._of[key]


def _ids(taken: Iterable[str], own: Iterable[str]) -> Ids:
    return Ids(taken=(*taken, *own))
