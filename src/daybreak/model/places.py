"""Where we shoot: bases, the moves between them, locations (SPEC 1)."""

from __future__ import annotations

from typing import Annotated

from daybreak.model.fields import (
    DateRange,
    DayCount,
    Extra,
    Id,
    Line,
    Money,
    Name,
    Real,
    keyed,
    table,
)
from daybreak.model.parts import part


@part
class Base:
    """A place between which and others a unit has to travel.

    Parameters
    ----------
    name
        As it is shown.
    lat, lon
        Degrees north and east; both or neither. With them rule ``daylight`` binds.
    timezone
        An IANA name; required beside ``lat`` and ``lon``.
    """

    id: Id
    name: Name
    lat: Annotated[float, Real(-90, 90, "give degrees north, such as 51.5")] | None = (
        None
    )
    lon: (
        Annotated[float, Real(-180, 180, "give degrees east, such as -0.12")] | None
    ) = None
    timezone: Line | None = None
    extra: Extra = table(default_factory=dict)


@part
class Move:
    """A company move between two bases: dates needed in between, and its cost.

    Parameters
    ----------
    origin, target
        The bases, from and to.
    days
        Calendar dates needed strictly between the two shooting days.
    cost
        Whole currency for each move.
    both_ways
        Whether it stands for the way back too.
    """

    origin: Id = keyed("from")
    target: Id = keyed("to")
    days: DayCount
    cost: Money
    both_ways: bool = True
    extra: Extra = table(default_factory=dict)


@part
class Location:
    """Where we shoot.

    Parameters
    ----------
    name
        As it is shown.
    base
        The base it lies on.
    windows
        Where given, the only dates on which it may be used.
    day_fee
        Whole currency for each date of use.
    hold_fee
        Whole currency for each production date between two uses.
    """

    id: Id
    name: Name
    base: Id
    windows: tuple[DateRange, ...] = ()
    day_fee: Money = 0
    hold_fee: Money = 0
    extra: Extra = table(default_factory=dict)
