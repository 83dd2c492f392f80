"""What every paper is made from: a checked schedule, its costs, and what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.papers.stamp import Stamp

if TYPE_CHECKING:
    from daybreak.checking import Costs, Violation

Drops = Literal["best", "first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked of a paper; None and empty mean all.

    Parameters
    ----------
    picture
        The id of a picture.
    unit
        The id of a unit.
    person
        The id of a person, for a paper of one person alone.
    category
        A category of elements, for a day-out-of-days of things.
    day
        A date, for a call sheet.
    drops
        Where a day-out-of-days places a drop: in the gap that saves most, or in
        the first that is long enough.
    """

    picture: str | None = None
    unit: str | None = None
    person: str | None = None
    category: str | None = None
    day: date | None = None
    drops: Drops = "best"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A production, a schedule of it that was checked, and the stamp for its papers.

    Parameters
    ----------
    costs
        Counted by the rule book.
    violations
        What the check found; papers mark it, they never hide it.
    reasons
        By scene id, why a strip stands in the boneyard.
    """

    production: Production
    schedule: Schedule
    costs: Costs
    stamp: Stamp
    violations: tuple[Violation, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    wanted: Wanted = field(default_factory=Wanted)
