"""A proven conflict in a sentence, for the reason of a strip in the boneyard."""

from __future__ import annotations

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.deadline import Deadline
from daybreak.solving.explaining.growing import grown
from daybreak.solving.explaining.shrinking import core_of
from daybreak.solving.explaining.words import said_of

ROUNDS = 6
STEPS = 150


def conflict_said(
    production: Production, scene: str, board: Schedule, deadline: Deadline
) -> str | None:
    """Give why a scene cannot stand beside some others; None where none is proven.

    Parameters
    ----------
    board
        Where the others stand.
    """
    if deadline.is_over():
        return None
    found = grown(
        production, [scene], deadline, board=board, rounds=ROUNDS, steps=STEPS
    )
    if not found.scenes or scene not in found.scenes:
        return None
    core = core_of(production, found.scenes, deadline, last=[scene], steps=STEPS)
    if not core.proven or scene not in core.scenes:
        return None
    return said_of(core.part, core.binds)
