"""Why not? The facts that leave scenes no day, and the ways out with their price."""

from daybreak.solving.explaining.explain import explain
from daybreak.solving.explaining.explanation import (
    Change,
    Conflict,
    Explanation,
    Fact,
    WayOut,
)

__all__ = ["Change", "Conflict", "Explanation", "Fact", "WayOut", "explain"]
