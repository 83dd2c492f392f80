"""What was shot before today, as facts beside the arrays of what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybreak.model.production import Production
from daybreak.model.schedule import Day
from daybreak.solving.engines.arrays import Work


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Past:
    """The days that no plan can move any more.

    Parameters
    ----------
    whole
        The production with all its scenes, those shot too.
    days
        What was shot, each day before ``today``.
    today
        The first date that may be planned; rules bind from it on (SPEC 5).
    work
        What people, locations and pictures were counted for on those days.
    """

    whole: Production
    days: tuple[Day, ...]
    today: date
    work: Work
