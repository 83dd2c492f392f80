"""The names of the package, for type checkers; `__init__.py` looks them up."""

from daybreak.checking import (
    CostItem,
    Costs,
    Violation,
    Where,
    check,
    costed,
    count_costs,
    is_valid,
)
from daybreak.model.errors import (
    DaybreakError,
    DocumentError,
    ImportProblem,
    SolverError,
    UsageError,
)
from daybreak.model.files import read, read_schedule, write
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.importing import import_scripts_files as import_scripts
from daybreak.solving import Result, solve

__all__ = [
    "CostItem",
    "Costs",
    "DaybreakError",
    "DocumentError",
    "ImportProblem",
    "Production",
    "Result",
    "Schedule",
    "SolverError",
    "UsageError",
    "Violation",
    "Where",
    "__version__",
    "check",
    "costed",
    "count_costs",
    "import_scripts",
    "is_valid",
    "read",
    "read_schedule",
    "solve",
    "write",
]

__version__: str
