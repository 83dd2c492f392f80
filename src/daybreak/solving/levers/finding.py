"""Which facts of a plan could be relaxed, and which of them it comes near to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.levers.crews import crew_levers, idle_rests
from daybreak.solving.levers.lever import Found, LeverKind
from daybreak.solving.levers.people import people_levers
from daybreak.solving.levers.script import script_levers
from daybreak.solving.levers.view import view_of


def find_levers(
    production: Production,
    schedule: Schedule,
    *,
    today: date | None = None,
    kinds: Collection[LeverKind] = (),
) -> Found:
    """Give the facts that a plan comes near to, each relaxed by a stated amount.

    Parameters
    ----------
    schedule
        A valid plan.
    today
        The first date that may still be planned; None before the first one.
    kinds
        Only these kinds of facts; all where empty.

    Notes
    -----
    Near is a guess that saves time: an absence months away from a person's work, a
    window that closes long after the last use. Facts that are left out by it are
    counted, not called useless.
    """
    view = view_of(production, schedule, today)
    found = [
        (lever, near)
        for group in (people_levers, crew_levers, script_levers)
        for lever, near in group(view)
        if not kinds or lever.kind in kinds
    ]
    near = [lever for lever, is_near in found if is_near]
    is_asked = not kinds or "turnaround" in kinds
    return Found(
        levers=tuple(sorted(near, key=lambda one: -one.stake)),
        far=len(found) - len(near),
        idle=tuple(idle_rests(view)) if is_asked else (),
    )
