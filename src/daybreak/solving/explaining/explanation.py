"""What `explain` gives: conflicts, the facts in them, and the ways out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from daybreak.model.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that a production says.

    Parameters
    ----------
    text
        For an assistant director: names and dates, no ids.
    path
        Its place in the document, ``people[3].unavailable[0]``.
    """

    text: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of one place of a production.

    Parameters
    ----------
    path
        The place, ``locations[2].windows[0][1]``.
    was, becomes
        JSON values; None where nothing stands or shall stand there.
    """

    path: str
    was: Any
    becomes: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """A change of the production after which the scenes of a conflict can be shot.

    Parameters
    ----------
    text
        What to ask for, for an assistant director.
    change
        The same in the document.
    cost
        What the whole plan costs more than the one it is compared with, in whole
        currency; less than zero where it costs less; None where no whole plan was
        made in the time.
    boneyard
        Strips that the whole plan leaves out, where one was made.
    verified
        Whether a whole plan was made that places every scene of the conflict, and
        the rule book passed it.
    schedule
        That plan: the cheapest found in the time.
    """

    text: str
    change: Change
    cost: int | None = None
    boneyard: int | None = None
    verified: bool = False
    schedule: Schedule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Scenes that cannot all be shot, and why.

    Parameters
    ----------
    scenes
        Ids of the scenes that cannot all be shot, in script order.
    likewise
        Ids of more scenes that the same facts leave no day, each by itself.
    facts
        The facts that forbid it.
    proven
        Whether it is proven that no schedule places all of the scenes while the
        facts hold.
    minimal
        Whether it is proven too that without any one of the scenes or facts the
        rest has a schedule.
    said
        All of it in a sentence or two.
    ways_out
        Changes of one fact that let the scenes be shot; cheapest first, those
        without a price last.
    """

    scenes: tuple[str, ...]
    likewise: tuple[str, ...] = ()
    facts: tuple[Fact, ...]
    proven: bool
    minimal: bool
    said: str
    ways_out: tuple[WayOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why scenes stand in the boneyard.

    Parameters
    ----------
    conflicts
        Proven ones first.
    placed
        Scenes that were asked about and that a whole plan places; then nothing
        stands in their way.
    schedule
        The plan that ways out are compared with; where scenes are ``placed`` one
        that places them.
    cost
        Its total, in whole currency.
    seconds
        From the call to the answer.
    """

    conflicts: tuple[Conflict, ...]
    placed: tuple[str, ...] = ()
    schedule: Schedule | None = None
    cost: int | None = None
    seconds: float = 0.0
