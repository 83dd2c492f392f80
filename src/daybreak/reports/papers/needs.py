"""What scenes need, by category: cast with names, background, elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from daybreak.model.production import Element, Production, Scene
from daybreak.reports.papers.paper import Column, Value
from daybreak.reports.papers.shoot_days import Shot
from daybreak.reports.papers.strip_fields import Field
from daybreak.reports.stripboard import board_numbers, cast_name

CAST, EXTRAS = "Cast", "Extras"
FIRST_CATEGORIES = (
    *("background", "stunts", "special effects", "visual effects", "vehicles"),
    *("animals", "props", "set dressing", "greenery", "wardrobe", "makeup"),
    *("camera", "lighting", "grip", "sound", "music", "security", "labor"),
)
"""Categories in the order of a usual breakdown sheet; any other follows by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a scene needs of one category."""

    category: str
    items: tuple[str, ...]


class Needs:
    """Looks up what the scenes of a production need."""

    def __init__(self, production: Production) -> None:
        numbers = board_numbers(production)
        self.cast = {
            one.id: (numbers[one.id], cast_name(one)) for one in production.people
        }
        self.elements = {one.id: one for one in production.elements}
        self.categories = categories_of(production.elements)

    def cast_of(self, scene: Scene) -> tuple[str, ...]:
        """Give the cast of a scene with numbers, by number: ``1 NORA (Ada Quill)``."""
        named = sorted(self.cast[one] for one in scene.cast)
        return tuple(f"{number} {name}" for number, name in named)

    def things_of(self, scene: Scene) -> tuple[Need, ...]:
        """Give the elements of a scene by category."""
        things = [self.elements[one] for one in scene.elements]
        made = (
            Need(category=label_of(one), items=_named(things, one))
            for one in self.categories
        )
        return tuple(need for need in made if need.items)

    def fields(self, scenes: Iterable[Scene]) -> list[Field]:
        """Give a column for each category that some scene needs, for programs."""
        needed = {
            self.elements[one].category for scene in scenes for one in scene.elements
        }
        used: set[str] = set()
        return [self._field(one, used) for one in self.categories if one in needed]

    def _field(self, category: str, used: set[str]) -> Field:
        key = stem = f"needs_{re.sub(r'[^a-z0-9]+', '_', category.lower()).strip('_')}"
        while key in used:
            key = f"{stem}_{len(used)}"
        used.add(key)

        def of(shot: Shot) -> Value:
            things = (self.elements[one] for one in shot.scene.elements)
            return "; ".join(_named(things, category)) or None

        column = Column(key=key, label=label_of(category), where="computed")
        return Field(column=column, of=of)


def categories_of(elements: Sequence[Element]) -> tuple[str, ...]:
    """Give the categories of elements in the order of a usual breakdown sheet."""
    place = {name: at for at, name in enumerate(FIRST_CATEGORIES)}
    found = {one.category for one in elements}
    last = len(place)
    return tuple(sorted(found, key=lambda one: (place.get(one.lower(), last), one)))


def label_of(category: str) -> str:
    """Give a category as a heading: ``Props``."""
    return category[:1].upper() + category[1:]


def _named(things: Iterable[Element], category: str) -> tuple[str, ...]:
    names = (one.name for one in things if one.category == category)
    return tuple(sorted(names, key=str.casefold))
