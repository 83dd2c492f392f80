"""Replan a shoot under way, and let nothing out that the rule book refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from daybreak.checking import Violation
from daybreak.model.errors import SolverError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.shot import Shot
from daybreak.office.opening import Opened, open_documents
from daybreak.office.planning import with_reasons

if TYPE_CHECKING:
    from daybreak.solving import Alternative, Progress, Replanned

FAULTS_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOn:
    """One way to go on, opened and counted anew by the rule book.

    Parameters
    ----------
    alternative
        What moves for it.
    past_breaks
        The rules that block and were broken before today, which no plan can mend.
    """

    opened: Opened
    alternative: Alternative
    past_breaks: tuple[Violation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways to go on with a shoot, from fewest changes to cheapest."""

    today: date
    ways: tuple[WayOn, ...]
    replanned: Replanned

    @property
    def production(self) -> Production:
        """The production, with a scene for what is left of each unfinished one."""
        return self.replanned.production


def replan(
    production: Production,
    earlier: Schedule,
    *,
    today: date,
    shot: Shot | None = None,
    change_cost: int | None = None,
    alternatives: int = 1,
    seconds: float = 20.0,
    iterations: int | None = None,
    seed: int = 1,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Ways:
    """Give valid, costed ways to go on with a shoot; `daybreak.replan` says how.

    Raises
    ------
    SolverError
        When the engine fails, or gives a schedule that breaks a rule.
    """
    from daybreak.solving import (  # slow import: numba  # noqa: PLC0415
        replan as find_ways,
    )

    found = find_ways(
        production,
        earlier,
        today=today,
        shot=shot,
        change_cost=change_cost,
        alternatives=alternatives,
        seconds=seconds,
        iterations=iterations,
        seed=seed,
        progress=progress,
        stop=stop,
    )
    ways = [_passed(found.production, one, today) for one in found.alternatives]
    return Ways(today=today, ways=tuple(ways), replanned=found)


def with_rests(
    production: Production, earlier: Schedule, today: date, shot: Shot | None
) -> Production:
    """Give the production with a scene for what is left of each unfinished one.

    Raises
    ------
    UsageError
        When what was shot cannot be.
    """
    # slow import: numba
    from daybreak.solving.replanning.splitting import (  # noqa: PLC0415
        under_way,
    )

    return under_way(production, earlier, today, shot).production


def splits_scenes(
    production: Production, earlier: Schedule, today: date, shot: Shot | None
) -> bool:
    """Tell whether a replan writes the production anew, with rests of scenes.

    Raises
    ------
    UsageError
        When what was shot cannot be.
    """
    return with_rests(production, earlier, today, shot) != production


def _passed(production: Production, alternative: Alternative, today: date) -> WayOn:
    """Give a way on only where it breaks nothing from today on and costs what it says.

    Raises
    ------
    SolverError
        Saying what it breaks, or which cost is wrong.
    """
    schedule = with_reasons(alternative.schedule, dict(alternative.reasons))
    opened = open_documents(production, schedule)
    blocking = [one for one in opened.violations if one.level == "blocks"]
    past = [one for one in blocking if one.where.date and one.where.date < today]
    broken = [one for one in blocking if one not in past]
    if broken:
        told = "; ".join(one.said for one in broken[:FAULTS_TOLD])
        raise SolverError(
            f"The engine gave a schedule that breaks {len(broken)} rules, which is "
            f"a fault of Daybreak; nothing was written. It said: {told}"
        )
    if dict(schedule.cost) != dict(opened.costs.lines):
        raise SolverError(
            f"The engine says the schedule costs {schedule.cost.get('total')}, the "
            f"rule book counts {opened.costs.total}, which is a fault of Daybreak; "
            "nothing was written."
        )
    return WayOn(
        opened=opened,
        alternative=replace(alternative, schedule=schedule),
        past_breaks=tuple(past),
    )
