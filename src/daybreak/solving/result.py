"""What a search gives while it runs, and at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from daybreak.model.schedule import Schedule, Status

Phase = Literal["compile", "search"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How a search stands.

    Parameters
    ----------
    phase
        ``compile`` while kernels are compiled, which no time limit counts.
    cost
        Whole currency of the best schedule so far.
    bound
        A proven lower bound of what any such schedule costs, where there is one yet.
    days
        Its shooting days, of all units.
    boneyard
        Its strips in the boneyard.
    seconds
        Since the search began.
    iterations
        Moves tried so far, of all workers.
    """

    phase: Phase
    cost: int = 0
    days: int = 0
    bound: int | None = None
    boneyard: int = 0
    seconds: float = 0.0
    iterations: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The best schedule found, checked and costed, and how it was found.

    Parameters
    ----------
    schedule
        It breaks no rule that blocks; its cost was counted by the rule book.
    cost
        Whole currency, SPEC 4 ``total``.
    bound
        A proven lower bound of any such schedule's cost, or None.
    status
        ``feasible``, or ``optimal`` where it is proven.
    seconds
        From the call to the answer.
    seed, iterations, version
        What it takes to find it again: iterations are moves tried, of all workers.
    reasons
        Why each strip of the boneyard stands there, by scene id.
    notes
        What went wrong on the way, such as a worker that was killed.
    """

    schedule: Schedule
    cost: int
    bound: int | None
    status: Status
    seconds: float
    seed: int
    iterations: int
    version: str
    reasons: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
