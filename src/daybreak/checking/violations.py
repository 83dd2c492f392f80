"""A broken rule is data: which one, where, in words, and its limit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Any, Literal, get_args

from daybreak.model.production import RuleName

RULE_NAMES: tuple[RuleName, ...] = get_args(RuleName)
RULE_PLACE = {rule: place for place, rule in enumerate(RULE_NAMES)}
Limit = str | int


@total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a rule breaks: ids of the production, None where they do not matter.

    Parameters
    ----------
    unit, scene, person, picture, location, element
        Ids.
    date
        The date on which it shows; of two days the later one.
    """

    unit: str | None = None
    date: date | None = None
    scene: str | None = None
    person: str | None = None
    picture: str | None = None
    location: str | None = None
    element: str | None = None

    def __lt__(self, other: Where) -> bool:
        """Order by date, then by the ids."""
        return self._key() < other._key()

    def _key(self) -> tuple[Any, ...]:
        ids = (self.unit, self.scene, self.person, self.picture)
        things = (self.location, self.element)
        when = self.date.toordinal() if self.date else 0
        return (when, *(one or "" for one in ids + things))


@total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One place where one rule breaks.

    Parameters
    ----------
    rule
        The name of the rule in SPEC 3.
    where
        Where, in ids.
    said
        A sentence for an assistant director, with names, the value and the limit.
    limit
        What would be allowed: a number or a short text.
    level
        ``blocks`` or ``warns``, from the production's ``rules``.
    """

    rule: RuleName
    where: Where
    said: str
    limit: Limit
    level: Literal["blocks", "warns"]

    def __lt__(self, other: Violation) -> bool:
        """Order by rule as SPEC 3 lists them, then by where and what is said."""
        return self._key() < other._key()

    def _key(self) -> tuple[Any, ...]:
        return (RULE_PLACE[self.rule], self.where, self.said, str(self.limit))


def is_valid(violations: Iterable[Violation]) -> bool:
    """Tell whether a schedule with these violations is valid: nothing blocks.

    Notes
    -----
    SPEC 4, last line: valid is what breaks no rule that ``blocks``.
    """
    return all(violation.level != "blocks" for violation in violations)
