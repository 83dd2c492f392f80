"""Tags of a script to elements of the production."""

from __future__ import annotations

from dataclasses import dataclass

from daybreak.importers.casting import CAST_CATEGORY
from daybreak.importers.names import Ids
from daybreak.importers.screenplay import ScriptScene, Tag
from daybreak.model.production import Element

_SCRIPT_DAY = "Script Day"
_SYNOPSIS = "Synopsis"
_NOTES = frozenset({"Notes", "Comments"})
_KEPT_BESIDE = frozenset({"Unit", "Sequence", "Location"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneTags:
    """What the tags of a scene say.

    Parameters
    ----------
    elements
        Ids of the elements it needs.
    script_day, synopsis, notes
        Texts, None where nothing is tagged so.
    beside
        Tags that are no element, by category.
    """

    elements: tuple[str, ...]
    script_day: str | None
    synopsis: str | None
    notes: str | None
    beside: dict[str, list[str]]


class TaggedElements:
    """Makes an element of each thing that is tagged; one name in a category is one."""

    def __init__(self) -> None:
        self._ids = Ids()
        self._found: dict[tuple[str, str], Element] = {}

    def of(self, scene: ScriptScene) -> SceneTags:
        """Give what the tags of a scene say, and remember its elements."""
        tags = dict.fromkeys(
            tag for element in (scene.heading, *scene.body) for tag in element.tags
        )
        beside: dict[str, list[str]] = {}
        for tag in tags:
            if tag.category in _KEPT_BESIDE:
                beside.setdefault(tag.category, []).append(tag.label)
        return SceneTags(
            elements=tuple(
                dict.fromkeys(self._element(tag) for tag in tags if _is_element(tag))
            ),
            script_day=_joined(tags, frozenset({_SCRIPT_DAY})),
            synopsis=_joined(tags, frozenset({_SYNOPSIS})),
            notes=_joined(tags, _NOTES),
            beside=beside,
        )

    def all(self) -> tuple[Element, ...]:
        """Give every element, in the order of the scripts."""
        return tuple(self._found.values())

    def _element(self, tag: Tag) -> str:
        key = (tag.category, tag.label.casefold())
        if key not in self._found:
            self._found[key] = Element(
                id=self._ids.make(tag.label, otherwise="element"),
                name=tag.label,
                category=tag.category,
            )
        return self._found[key].id


def _is_element(tag: Tag) -> bool:
    return tag.category not in {
        CAST_CATEGORY,
        _SCRIPT_DAY,
        _SYNOPSIS,
        *_NOTES,
        *_KEPT_BESIDE,
    }


def _joined(tags: dict[Tag, None], categories: frozenset[str]) -> str | None:
    return "; ".join(tag.label for tag in tags if tag.category in categories) or None
