"""What was shot: the days of a shoot under way, as they really went.

SPEC section 5. Frozen and keyword-only, like the other documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.fields import Extra, Id, Whole, table
from daybreak.model.parts import field_faults, part
from daybreak.model.production import ShiftName

EighthsLeft = Annotated[
    int, Whole(1, None, "give the eighths that are left, at least 1")
]


@part
class ShotDay:
    """What one unit shot on one date.

    Parameters
    ----------
    unit
        Who shot.
    date
        When; a night belongs to the date of its call.
    shift
        The times of the day; those of the earlier schedule, where left out.
    strips
        Scene ids in the order they were shot; none where nothing was.
    unfinished
        By scene id, the eighths left of each strip that was begun and not finished.
    """

    unit: Id
    date: date
    shift: ShiftName | None = None
    strips: tuple[Id, ...]
    unfinished: Mapping[Id, EighthsLeft] = table(default_factory=dict)
    extra: Extra = table(default_factory=dict)


@part
class Shot:
    """All days that were shot so far: SPEC section 5.

    Parameters
    ----------
    format
        What the document is.
    version
        The version of this form.
    shot
        The days, in any order; a day that is not named was not shot.

    Raises
    ------
    DocumentError
        When a unit has two entries for a date, or a strip that no day shot is
        said to be unfinished.
    """

    format: Literal["daybreak/shot"] = "daybreak/shot"
    version: Literal[1] = 1
    shot: tuple[ShotDay, ...]
    extra: Extra = table(default_factory=dict)

    def __post_init__(self) -> None:
        """Check every field, then what the days say of each other."""
        faults = field_faults(self)
        if not faults:
            faults += faults_between_days(self)
        if faults:
            raise DocumentError(faults)

    def in_order(self) -> tuple[ShotDay, ...]:
        """Give the days by date, then by unit."""
        return tuple(sorted(self.shot, key=lambda day: (day.date, day.unit)))


def faults_between_days(shot: Shot) -> list[Fault]:
    """Give every fault that no single field shows."""
    return [*_repeated_days(shot), *_unfinished_elsewhere(shot)]


def _repeated_days(shot: Shot) -> Iterator[Fault]:
    seen = set()
    for place, day in enumerate(shot.shot):
        if (day.unit, day.date) in seen:
            yield Fault(
                path=f"shot[{place}].date",
                what=f"unit {day.unit} has {day.date} twice",
                todo="keep one entry for a unit and date",
            )
        seen.add((day.unit, day.date))


def _unfinished_elsewhere(shot: Shot) -> Iterator[Fault]:
    for place, day in enumerate(shot.shot):
        for scene in day.unfinished:
            if scene not in day.strips:
                yield Fault(
                    path=f"shot[{place}].unfinished.{scene}",
                    what="is no strip of that day",
                    todo="name it under strips too, or take it out",
                )
