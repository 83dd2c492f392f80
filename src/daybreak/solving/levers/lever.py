"""A lever: a fact of a production relaxed a little, and said so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import Without

LeverKind = Literal[
    "away",
    "person-window",
    "location-window",
    "element-window",
    "scene-window",
    "pin",
    "order",
    "holiday",
    "hiatus",
    "day-length",
    "sixth-day",
    "other-unit",
    "start",
    "end",
    "move",
    "turnaround",
    "prep",
    "in-a-row",
    "minor",
    "count",
    "release",
    "drop",
    "hold",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A fact relaxed by a stated amount.

    Parameters
    ----------
    kind
        Which kind of fact.
    text
        What would be different, for an assistant director; dates are ISO.
    change
        Where it stands in the production, what it was, what it becomes.
    apply
        Gives a production with the change.
    stake
        Whole currency that hangs on the fact in the plan, roughly: an order in which
        to try, never a result.
    """

    kind: LeverKind
    text: str
    change: Change
    apply: Without = field(compare=False, repr=False)
    stake: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The facts of a plan that could be relaxed.

    Parameters
    ----------
    levers
        Those that the plan comes near to, the largest stake first.
    far
        How many facts it comes nowhere near.
    idle
        What is proven to change nothing, in words: no plan gains by it.
    """

    levers: tuple[Lever, ...]
    far: int
    idle: tuple[str, ...] = ()
