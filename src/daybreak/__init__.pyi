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
    StoreError,
    UsageError,
)
from daybreak.model.files import read, read_schedule, read_shot, write
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.shot import Shot
from daybreak.office.comparing import compare
from daybreak.office.importing import import_scripts_files as import_scripts
from daybreak.reports.comparison import Comparison
from daybreak.solving import (
    Alternative,
    Explanation,
    Replanned,
    Result,
    explain,
    replan,
    solve,
)

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

__version__: str
