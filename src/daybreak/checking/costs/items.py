"""What a schedule costs: the lines, and the items that they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daybreak.model.schedule import CostLine


@dataclass(frozen=True, slots=True, kw_only=True)
class CostItem:
    """One amount of a cost line, and where it comes from.

    Parameters
    ----------
    line
        The line of SPEC 4 that it is part of.
    amount
        Whole currency.
    said
        How it is worked out, in an assistant director's words.
    dates
        The dates that are paid for, in order.
    unit, person, location, element, picture, scene
        Ids of what it is for, None where they do not matter.
    """

    line: CostLine
    amount: int
    said: str
    dates: tuple[date, ...] = ()
    unit: str | None = None
    person: str | None = None
    location: str | None = None
    element: str | None = None
    picture: str | None = None
    scene: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """The cost table of a schedule and its items.

    Parameters
    ----------
    lines
        Whole currency by cost line, every line and their ``total``.
    items
        What the lines are made of, line by line; the items of a line add up to it.
    """

    lines: Mapping[CostLine, int]
    items: tuple[CostItem, ...]

    @property
    def total(self) -> int:
        """The sum of all lines, whole currency."""
        return self.lines["total"]

    def of_line(self, line: CostLine) -> tuple[CostItem, ...]:
        """Give the items of one line; of ``total`` all of them."""
        return tuple(item for item in self.items if line in (item.line, "total"))


def part_of(amount: int, share: Decimal) -> int:
    """Give an amount times an exact fraction, rounded half up to a whole.

    Examples
    --------
    >>> part_of(1001, Decimal("0.5"))
    501
    >>> part_of(1000, Decimal("0.15"))
    150
    """
    above, below = share.as_integer_ratio()
    return (2 * amount * above + below) // (2 * below)
