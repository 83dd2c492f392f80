"""The rule book: is a schedule allowed, what does it cost, which rule breaks where.

SPEC sections 3 and 4. Plain and obviously right, one function for each rule and
each cost line; it knows nothing of how schedules are found.
"""

from daybreak.checking.check import check
from daybreak.checking.costs import CostItem, Costs
from daybreak.checking.costs.gaps import DealGaps, Gap
from daybreak.checking.count import costed, count_costs, hold_gaps
from daybreak.checking.violations import Violation, Where, is_valid

__all__ = [
    "CostItem",
    "Costs",
    "DealGaps",
    "Gap",
    "Violation",
    "Where",
    "check",
    "costed",
    "count_costs",
    "hold_gaps",
    "is_valid",
]
