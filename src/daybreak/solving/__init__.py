"""Find schedules: the production as integers, the engines, and what comes out.

`solve` starts the engines in processes of their own and lets nothing out that the
rule book (`daybreak.checking`) has not passed.
"""

from daybreak.solving.explaining.explain import explain
from daybreak.solving.explaining.explanation import (
    Change,
    Conflict,
    Explanation,
    Fact,
    WayOut,
)
from daybreak.solving.least_cost import least_cost, with_the_past_pinned
from daybreak.solving.replanning.alternatives import Alternative, Replanned
from daybreak.solving.replanning.replan import replan
from daybreak.solving.result import Progress, Result
from daybreak.solving.solve import solve, warm_up

__all__ = [
    "Alternative",
    "Change",
    "Conflict",
    "Explanation",
    "Fact",
    "Progress",
    "Replanned",
    "Result",
    "WayOut",
    "explain",
    "least_cost",
    "replan",
    "solve",
    "warm_up",
    "with_the_past_pinned",
]
