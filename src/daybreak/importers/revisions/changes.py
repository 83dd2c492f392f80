"""What a new draft changed, scene by scene, as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from daybreak.importers.outcome import Question
from daybreak.model.errors import Remark
from daybreak.model.production import Production

What = Literal[
    "changed",
    "renumbered",
    "moved",
    "added",
    "split",
    "restored",
    "omitted",
    "merged",
]
"""What became of a scene; several can hold, ``unchanged`` where none does."""
FieldName = Literal[
    "number",
    "heading",
    "place",
    "time",
    "location",
    "set",
    "eighths",
    "days",
    "minutes",
    "cast",
    "elements",
    "text",
    "synopsis",
    "script_day",
    "notes",
    "script place",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One thing that is another in the new draft, in words.

    Parameters
    ----------
    field
        What it is; ``text`` where the words are others, ``script place`` where it
        stands elsewhere in the script.
    before, after
        What it was and is: ``1 3/8``, ``NIGHT``. Empty for ``text`` before.
    gained, lost
        Of a cast or of elements: the names that came and went.
    """

    field: FieldName
    before: str = ""
    after: str = ""
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneChange:
    """What became of one scene.

    Parameters
    ----------
    scene
        Its id in the production.
    number, heading
        As the new draft has them; of an omitted scene, as it was.
    what
        Empty where the draft left it as it was.
    fields
        What is another.
    other
        The id of the scene it was split from, or merged into; empty for none.
    other_number
        The number of that scene.
    shot_on
        The date on which a scene was shot that the draft changes or omits; empty for
        one that was not.
    """

    scene: str
    number: str
    heading: str
    what: tuple[What, ...]
    fields: tuple[FieldChange, ...] = ()
    other: str = ""
    other_number: str = ""
    shot_on: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether the pages of the scene come out in the new color."""
        return bool({*self.what} - {"moved"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A production after a new draft.

    Parameters
    ----------
    picture
        The id of the picture whose script it is.
    file, color
        The file of the draft, and its color.
    scenes
        Every scene of the picture in the order of the draft, omitted ones where they
        stood; what became of each.
    people, locations, elements
        Ids of those that are new.
    questions
        What a person should look at.
    warnings
        What the reader of the script remarked.
    """

    production: Production
    picture: str
    file: str
    color: str
    scenes: tuple[SceneChange, ...]
    people: tuple[str, ...]
    locations: tuple[str, ...]
    elements: tuple[str, ...]
    questions: tuple[Question, ...]
    warnings: tuple[Remark, ...]

    @property
    def changed(self) -> tuple[SceneChange, ...]:
        """The scenes that are not as they were."""
        return tuple(one for one in self.scenes if one.what)

    def ids(self, *what: What) -> tuple[str, ...]:
        """Give the ids of the scenes to which any of these happened."""
        return ids_of(self.scenes, *what)


def ids_of(scenes: Iterable[SceneChange], *what: What) -> tuple[str, ...]:
    """Give the ids of the scenes to which any of some things happened."""
    return tuple(one.scene for one in scenes if set(what) & {*one.what})
