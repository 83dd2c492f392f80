"""What an edit would do, counted without making it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from daybreak.checking import check, count_costs
from daybreak.model.errors import UsageError
from daybreak.office.live import arranging
from daybreak.office.live.ops import Action, Move, MoveDay, Park, SetShift
from daybreak.office.live.session import BoardNow, LiveShoot
from daybreak.office.live.view import schedule_of

NEW_MOST = 8
"""Sentences of new conflicts that are told; the rest is counted."""


def tried(
    shoot: LiveShoot,
    action: Action,
    meaning: Callable[[str], tuple[int, dict[str, Any]]],
) -> dict[str, Any]:
    """Give what an edit of a board would change: cost, held days, conflicts.

    Parameters
    ----------
    meaning
        Gives what a board comes to as it stands.

    Raises
    ------
    UsageError
        When it cannot be done, or is no edit of a board's days.
    """
    if not isinstance(action, Move | Park | SetShift | MoveDay):
        raise UsageError("Only what moves strips or days can be tried.")
    now = shoot.board(action.board)
    _, before = meaning(action.board)
    after = schedule_of(_edited(now, edits_of(now, action)))
    violations = check(now.production, after)
    costs = count_costs(now.production, after)
    known = {(one["rule"], one["said"]) for one in before["violations"]}
    new = [one for one in violations if (one.rule, one.said) not in known]
    kept = {(one.rule, one.said) for one in violations}
    held = sum(len(one.dates) for one in costs.of_line("cast_hold"))
    return {
        "cost": costs.lines["total"] - before["costs"]["total"],
        "lines": {
            line: amount - before["costs"][line]
            for line, amount in costs.lines.items()
            if amount != before["costs"][line]
        },
        "hold_days": held - before["hold_days"],
        "new_conflicts": len(new),
        "mended_conflicts": len(known - kept),
        "said": [one.said for one in new[:NEW_MOST]],
        "days": sorted(
            f"{one.where.unit}/{one.where.date.isoformat()}"
            for one in new
            if one.where.unit is not None and one.where.date is not None
        ),
    }


def edits_of(now: BoardNow, action: Move | Park | SetShift | MoveDay) -> dict[str, Any]:
    """Give the days of a board that an edit would change.

    Raises
    ------
    UsageError
        When it cannot be done.
    """
    match action:
        case Move():
            return arranging.moved(now.production, now.arranged, action)
        case Park():
            return arranging.parked(now.arranged, action)
        case SetShift():
            return arranging.shifted(now.production, now.arranged, action)
        case MoveDay():
            return arranging.day_moved(now.production, now.arranged, action)


def _edited(now: BoardNow, edits: dict[str, Any]) -> BoardNow:
    days = dict(now.arranged.days)
    for path, value in edits.items():
        _, unit, day = path.split("/")
        if value is None:
            days.pop((unit, day), None)
        else:
            days[(unit, day)] = value
    return replace(now, arranged=replace(now.arranged, days=days))
