"""What an import gives back: the production, and what a person should know of it."""

from __future__ import annotations

from dataclasses import dataclass

from daybreak.model.errors import Remark
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule

SCENES_SHOWN = 12
"""How many scene numbers one line repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """Something that the script does not say and the import took for granted.

    Parameters
    ----------
    what
        What was assumed, with its value.
    source
        Where the value comes from; empty where the sentence says it all.
    where
        Where to change it in the JSON; empty where there is no one place.
    """

    what: str
    source: str = ""
    where: str = ""

    def __str__(self) -> str:
        """Give one line."""
        source = f" ({self.source})" if self.source else ""
        where = f" — change {self.where}" if self.where else ""
        return f"{self.what}{source}{where}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that a person should look at; the import went on with an answer.

    Parameters
    ----------
    what
        What is open, and what was taken.
    todo
        How to answer it.
    scenes
        The numbers of the scenes it is about.
    """

    what: str
    todo: str
    scenes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Give one line; long lists of scenes are cut."""
        shown = ", ".join(self.scenes[:SCENES_SHOWN])
        rest = len(self.scenes) - SCENES_SHOWN
        scenes = f": {shown}" if shown else ""
        more = f" and {rest} more" if rest > 0 else ""
        return f"{self.what}{scenes}{more} — {self.todo}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedBoard:
    """A board that somebody made in another program, as a schedule.

    Parameters
    ----------
    name
        As its file calls it; each once.
    schedule
        Not yet checked: it may break rules.
    """

    name: str
    schedule: Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came out of an import.

    Parameters
    ----------
    production
        A whole production, ready to plan.
    assumed
        What was taken for granted ("What I assumed").
    questions
        What a person should look at.
    warnings
        What the readers remarked, file by file.
    boards
        The boards with days that stood in a schedule file; none in a script.
    """

    production: Production
    assumed: tuple[Assumption, ...]
    questions: tuple[Question, ...]
    warnings: tuple[Remark, ...]
    boards: tuple[ImportedBoard, ...] = ()


def counted(count: int, one: str, many: str = "") -> str:
    """Give ``1 scene``, ``2 scenes``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
