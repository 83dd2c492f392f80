"""Daybreak: a screenplay goes in, a valid and costed shooting schedule comes out.

The whole way in five lines::

    import daybreak as db

    production = db.read("shoot.json")
    result = db.solve(production, seconds=60, seed=1)
    db.check(production, result.schedule)

Names are looked up when they are used, so that importing the package stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from daybreak._version import __version__

__all__ = [
    "Alternative",
    "Comparison",
    "CostItem",
    "Costs",
    "DaybreakError",
    "DocumentError",
    "Explanation",
    "ImportProblem",
    "Production",
    "Replanned",
    "Result",
    "Schedule",
    "Shot",
    "SolverError",
    "StoreError",
    "UsageError",
    "Violation",
    "Where",
    "__version__",
    "check",
    "compare",
    "costed",
    "count_costs",
    "explain",
    "import_scripts",
    "is_valid",
    "read",
    "read_schedule",
    "read_shot",
    "replan",
    "solve",
    "write",
]

_HOMES = {
    "daybreak.checking": (
        *("CostItem", "Costs", "Violation", "Where"),
        *("check", "costed", "count_costs", "is_valid"),
    ),
    "daybreak.model.errors": (
        *("DaybreakError", "DocumentError", "ImportProblem"),
        *("SolverError", "StoreError", "UsageError"),
    ),
    "daybreak.model.files": ("read", "read_schedule", "read_shot", "write"),
    "daybreak.model.production": ("Production",),
    "daybreak.model.schedule": ("Schedule",),
    "daybreak.model.shot": ("Shot",),
    "daybreak.office.comparing": ("compare",),
    "daybreak.office.importing": ("import_scripts",),
    "daybreak.reports.comparison": ("Comparison",),
    "daybreak.solving": (
        *("Alternative", "Explanation", "Replanned", "Result"),
        *("explain", "replan", "solve"),
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_NAMES_THERE = {"import_scripts": "import_scripts_files"}


def __getattr__(name: str) -> Any:
    """Give a public name, imported when it is first used."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOME_OF[name]), _NAMES_THERE.get(name, name))
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Give the public names."""
    return sorted(__all__)
