"""A plan whose best levers can be worked out by hand, and an exact planner."""

from __future__ import annotations

from typing import Any

from daybreak.checking import costed
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.levers.replanning import Outcome
from tests.checking.productions import MON, TUE, WED, board, on, person, scene, shoot
from tests.checking.productions import unit as crew
from tests.solving.brute import Tryout

BRUTE_MOST = 200_000
HELD = 100


def one_held_day(**parts: Any) -> tuple[Production, Schedule]:
    """Give a plan in which Ana is held on Tuesday, since Ben is away that day.

    Ana is pinned to Monday, and to be with Ben on another day; each fills a day.
    """
    full = {"minutes": 600}
    given = {
        "units": [crew(end=WED, day_cost=1000)],
        "people": [
            person("ana", {"kind": "daily", "rate": HELD}),
            person("ben", unavailable=[{"from": TUE, "to": TUE, "reason": "a gala"}]),
        ],
        "scenes": [
            scene("s1", cast=["ana"], pin={"unit": "main", "date": MON}, **full),
            scene("s2", cast=["ana", "ben"], **full),
        ],
    }
    made = shoot(**{**given, **parts})
    return made, costed(made, board(on(MON, "s1"), on(WED, "s2")))


def exact(production: Production, plan: Schedule, seed: int) -> Outcome:
    """Plan by trying every board; a seed makes no difference."""
    boneyard, cost = Tryout(production, BRUTE_MOST).best()
    return outcome(plan, cost=cost, boneyard=boneyard)


def outcome(plan: Schedule, *, cost: int, boneyard: int = 0) -> Outcome:
    return Outcome(
        cost=cost,
        days=len(plan.days),
        boneyard=boneyard,
        wraps={"film": max(day.date for day in plan.days)},
        moved=0,
        schedule=plan,
    )
