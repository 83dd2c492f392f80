"""Made drafts for tests: scenes with texts of their own, and what they become."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from daybreak.importers.breakdown import import_scripts
from daybreak.importers.revisions.changes import Revised, SceneChange
from daybreak.importers.revisions.revise import NewDraft, revise
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.scripts import parse_script
from daybreak.model.production import Production, Scene

START = date(2027, 3, 1)
WORDS = tuple(
    first + second
    for first in (
        "ba",
        "de",
        "fi",
        "go",
        "lu",
        "ma",
        "ne",
        "pi",
        "ro",
        "su",
        "ta",
        "we",
    )
    for second in ("rk", "st", "nt", "ll", "mp", "sh", "ck", "ft", "lse", "nge", "ring")
)


@dataclass(frozen=True)
class Made:
    """A scene of a made draft; ``key`` stands for its content whatever its number."""

    key: int
    number: str | None
    place: str = "INT."
    set: str = "HOUSE"
    time: str = "DAY"
    cast: tuple[str, ...] = ("ANN", "BOB")
    words: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        return f"{self.place} {self.set} - {self.time}"

    def fountain(self) -> str:
        number = f" #{self.number}#" if self.number else ""
        speech = "".join(f"{name}\nYes.\n\n" for name in self.cast)
        return f"{self.heading}{number}\n\n{' '.join(self.words)}.\n\n{speech}"


def text(key: int, length: int = 40) -> tuple[str, ...]:
    """Give a text that is always the same for a key."""
    dice = random.Random(key)
    return tuple(dice.choice(WORDS) for _ in range(length))


def made(key: int, **wishes: object) -> Made:
    """Give a scene whose number is its key."""
    first = Made(key=key, number=str(key), words=text(key))
    return replace(first, **wishes)  # type: ignore[arg-type]


def script(scenes: Sequence[Made], file: str = "white.fountain") -> Screenplay:
    body = "".join(one.fountain() for one in scenes)
    return parse_script(f"Title: The Ferry\n\n{body}".encode(), file)


def imported(scenes: Sequence[Made]) -> Production:
    return import_scripts([script(scenes)], start=START).production


def revised(
    production: Production,
    scenes: Sequence[Made],
    earlier: Sequence[Made] | None = None,
    **wishes: object,
) -> Revised:
    """Take a draft in; ``earlier`` is the one before, where it is at hand."""
    draft = NewDraft(
        script=script(scenes, "blue.fountain"),
        color="blue",
        earlier=None if earlier is None else script(earlier),
    )
    return revise(production, draft, picture="m1", **wishes)  # type: ignore[arg-type]


def scene(production: Production, name: str) -> Scene:
    return next(one for one in production.scenes if one.id == name)


def change(found: Revised, name: str) -> SceneChange:
    return next(one for one in found.scenes if one.scene == name)


def told(found: Revised) -> dict[str, tuple[str, ...]]:
    """Give what became of the scenes that are not as they were, by id."""
    return {one.scene: one.what for one in found.changed}


def with_scene(production: Production, name: str, **values: object) -> Production:
    """Give a production in which somebody entered something for a scene."""
    scenes = tuple(
        replace(one, **values) if one.id == name else one  # type: ignore[arg-type]
        for one in production.scenes
    )
    return replace(production, scenes=scenes)
