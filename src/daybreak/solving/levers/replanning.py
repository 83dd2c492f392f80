"""One replan from a plan, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from daybreak.checking import check, is_valid
from daybreak.model.errors import SolverError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.standing import changed_strips, places_of
from daybreak.solving.least_cost import least_cost, with_the_past_pinned
from daybreak.solving.replanning.replan import replan
from daybreak.solving.solve import solve


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much work each replan may be; the same for all.

    Parameters
    ----------
    seconds
        Time for each.
    iterations
        Moves to try in place of a time, so that answers repeat.
    today
        The first date that may be planned; None before the first one.
    stop
        Asked often; true ends everything.
    """

    seconds: float = 10.0
    iterations: int | None = None
    today: date | None = None
    stop: Callable[[], bool] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a replan came to; counted by the rule book.

    Parameters
    ----------
    cost, days, boneyard
        Whole currency, shooting days of all units, strips on no day.
    wraps
        By picture, the last date of its strips.
    moved
        How many strips stand on another date or unit than in the plan.
    schedule
        The plan itself.
    """

    cost: int
    days: int
    boneyard: int
    wraps: dict[str, date]
    moved: int
    schedule: Schedule

    @property
    def worth(self) -> tuple[int, int]:
        """What plans are compared by (SPEC 4)."""
        return self.boneyard, self.cost


def replanned(
    production: Production, plan: Schedule, budget: Budget, *, seed: int
) -> Outcome:
    """Search on from a plan and give what came of it, never worse than the plan.

    One process, one seed. A plan that breaks a rule is a fault of Daybreak.

    Raises
    ------
    SolverError
        When the engine fails, or gives a plan that breaks a rule.
    """
    if budget.today is None:
        made = solve(
            production,
            seconds=budget.seconds,
            iterations=budget.iterations,
            seed=seed,
            start=plan,
            stop=budget.stop,
            workers=1,
            prove=False,
        )
        return outcome_of(production, plan, made.schedule)
    ways = replan(
        production,
        plan,
        today=budget.today,
        change_cost=0,
        seconds=budget.seconds,
        iterations=budget.iterations,
        seed=seed,
        stop=budget.stop,
        workers=1,
    )
    return outcome_of(ways.production, plan, ways.best.schedule)


def outcome_of(production: Production, plan: Schedule, new: Schedule) -> Outcome:
    """Give the figures of a plan that was made from another.

    Raises
    ------
    SolverError
        When it breaks a rule.
    """
    broken = check(production, new)
    if not is_valid(broken):
        told = next(one.said for one in broken if one.level == "blocks")
        raise SolverError(
            f"A replan broke a rule, which is a fault of Daybreak: {told}.\n"
            "Nothing was taken from it."
        )
    picture = {scene.id: scene.picture for scene in production.scenes}
    wraps = {picture[one]: day.date for day in new.in_order() for one in day.strips}
    return Outcome(
        cost=new.cost["total"],
        days=len(new.days),
        boneyard=len(new.boneyard),
        wraps=wraps,
        moved=len(changed_strips(places_of(plan), places_of(new))),
        schedule=new,
    )


def least_with(
    production: Production, plan: Schedule, budget: Budget, *, boneyard: int
) -> int | None:
    """Give what no plan of a production costs less than, with the past as it was.

    None where moves are counted, since a proof takes the time that it takes, or where
    nothing was proven.
    """
    if budget.iterations is not None:
        return None
    if budget.today is not None:
        shot = tuple(day for day in plan.in_order() if day.date < budget.today)
        production = with_the_past_pinned(production, shot, budget.today)
    return least_cost(
        production, seconds=budget.seconds, boneyard=boneyard, stop=budget.stop
    )
