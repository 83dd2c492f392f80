"""What the rule book says of a plan whose first days are facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from daybreak.checking import Violation, check
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.problem import Problem


def with_what_was_shot(problem: Problem, schedule: Schedule) -> Schedule:
    """Give a schedule of what is left together with the days shot before it."""
    if problem.past is None:
        return schedule
    days = tuple(day for day in schedule.days if day.date >= problem.past.today)
    return replace(schedule, days=(*problem.past.days, *days))


def blocking(problem: Problem, schedule: Schedule) -> list[Violation]:
    """Give where a schedule of what is planned breaks a rule that blocks."""
    if problem.past is None:
        return blocking_from(problem.production, schedule, None)
    whole = with_what_was_shot(problem, schedule)
    return blocking_from(problem.past.whole, whole, problem.past.today)


def blocking_from(
    production: Production, schedule: Schedule, today: date | None
) -> list[Violation]:
    """Give where a schedule breaks a rule that blocks, on today or later.

    What shows on an earlier day is a fact that no plan can mend. A break between a
    day shot and one to come shows on the later one, and is given.

    Notes
    -----
    SPEC 5: rules bind from ``today`` on.
    """
    return [
        one
        for one in check(production, schedule)
        if one.level == "blocks"
        and (today is None or one.where.date is None or one.where.date >= today)
    ]
