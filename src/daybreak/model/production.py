"""The production: what is to be shot, with whom, where, when and at what price.

SPEC section 1. Everything is frozen and keyword-only; change by
`dataclasses.replace`. A production checks itself when it is made and raises
`DocumentError` with every fault at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from daybreak.model.errors import DocumentError
from daybreak.model.fields import (
    ClockTime,
    DateRange,
    DayCount,
    Extra,
    Fraction,
    Id,
    Line,
    Money,
    Name,
    Real,
    Share,
    Text,
    Weekday,
    Whole,
    extra_field,
    keyed,
    table,
)
from daybreak.model.parts import field_faults, part
from daybreak.model.references import faults_between_parts

ShiftName = Literal["day", "split", "night"]
Place = Literal["int", "ext", "int/ext"]
TimeOfDay = Literal["day", "night", "dawn", "dusk", "any"]
DealKind = Literal["daily", "weekly", "flat", "none"]
EventKind = Literal["travel", "fitting", "rehearsal", "training", "press", "other"]
Level = Literal["blocks", "warns", "ignored"]
RuleName = Literal[
    "once",
    "eligible",
    "unit",
    "capacity",
    "base",
    "travel",
    "shift",
    "daylight",
    "turnaround",
    "cast",
    "prep",
    "consecutive",
    "minor",
    "location",
    "element",
    "window",
    "pin",
    "order",
    "release",
]


@part
class Picture:
    """One film.

    Parameters
    ----------
    id, title
        Its slug and its title.
    release
        Date of its release, where known.
    post_days
        Calendar days from wrap to delivery.
    late_cost_per_day
        Whole currency for each day that delivery passes the release.
    release_hard
        Whether passing the release breaks rule ``release``.
    streaming_after_days
        Calendar days from release to streaming, where known.
    extra
        Kept and ignored.
    """

    id: Id
    title: Name
    release: date | None = None
    post_days: DayCount = 0
    late_cost_per_day: Money = 0
    release_hard: bool = False
    streaming_after_days: DayCount | None = None
    extra: Extra = extra_field()


@part
class Shift:
    """Call and wrap of a shift, minutes since midnight of the day it begins on.

    A ``wrap`` not after its ``call`` is on the next morning. In a document a shift
    is a list of two times, ``["07:00", "19:00"]``.
    """

    call: ClockTime
    wrap: ClockTime

    @property
    def end(self) -> int:
        """Minutes from the midnight before the call to the wrap."""
        return self.wrap if self.wrap > self.call else self.wrap + 24 * 60


def standard_shifts() -> dict[ShiftName, Shift]:
    """Give the shifts of a unit that states none (SPEC 1, ``shifts``)."""
    return {
        "day": Shift(call=7 * 60, wrap=19 * 60),
        "split": Shift(call=12 * 60, wrap=24 * 60),
        "night": Shift(call=18 * 60, wrap=6 * 60),
    }


@part
class Unit:
    """A crew that shoots one day's work at a time.

    Parameters
    ----------
    start, end
        First and last date on which it may shoot.
    workweek
        Weekdays on which it works.
    day_minutes
        Minutes of work that fit in one day.
    minutes_per_eighth
        Minutes that an eighth of a page takes, for scenes that state none.
    day_cost, idle_day_cost, move_cost
        Whole currency for a shooting day, an idle eligible date, a change of
        location inside a day.
    night_premium, sixth_day_premium
        Exact fractions of ``day_cost``.
    turnaround_hours
        Rest from wrap to the next call, hours.
    move_minutes
        Minutes that a change of location inside a day takes.
    shifts
        The shifts that this unit works, complete.
    base
        Where it stands before its first day, where it matters.
    """

    id: Id
    name: Name
    start: date
    end: date
    workweek: tuple[Weekday, ...]
    day_minutes: Annotated[
        int, Whole(1, 1440, "give the length of a day in minutes, such as 600")
    ] = 600
    minutes_per_eighth: Annotated[
        int, Whole(1, 1440, "give the minutes that an eighth takes, such as 15")
    ] = 15
    day_cost: Money
    idle_day_cost: Money = 0
    night_premium: Fraction = Decimal(0)
    sixth_day_premium: Fraction = Decimal(0)
    turnaround_hours: Annotated[
        int, Whole(0, 168, "give the rest between two days in whole hours")
    ] = 11
    move_minutes: Annotated[
        int, Whole(0, 1440, "give the minutes that a move takes, such as 60")
    ] = 60
    move_cost: Money = 0
    shifts: Mapping[ShiftName, Shift] = table(standard_shifts)
    base: Id | None = None
    extra: Extra = extra_field()


@part
class Hiatus:
    """Dates on which some units (all, where ``units`` is None) do not shoot."""

    first: date = keyed("from")
    last: date = keyed("to")
    units: tuple[Id, ...] | None = None
    reason: Line = ""
    extra: Extra = extra_field()


@part
class Base:
    """A place between which and others a unit has to travel.

    ``lat`` and ``lon`` are degrees north and east; with them ``timezone`` (an IANA
    name) is required and rule ``daylight`` binds.
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
    extra: Extra = extra_field()


@part
class Move:
    """A company move between two bases: dates needed in between, and its cost."""

    origin: Id = keyed("from")
    target: Id = keyed("to")
    days: DayCount
    cost: Money
    both_ways: bool = True
    extra: Extra = extra_field()


@part
class Location:
    """Where we shoot: on a base, inside its windows (none = always)."""

    id: Id
    name: Name
    base: Id
    windows: tuple[DateRange, ...] = ()
    day_fee: Money = 0
    hold_fee: Money = 0
    extra: Extra = extra_field()


@part
class Deal:
    """What a person is paid, for some pictures (all, where ``pictures`` is None).

    Parameters
    ----------
    kind
        ``daily``, ``weekly``, ``flat`` or ``none``.
    rate
        Whole currency a day, a week or once.
    hold
        Exact fraction of the rate paid for a held day.
    drops
        How many gaps may go unpaid.
    drop_after_days
        A gap may be dropped where it has more calendar dates than this.
    """

    kind: DealKind
    rate: Annotated[int, Whole(todo="give the day rate as a whole number")]
    pictures: tuple[Id, ...] | None = None
    hold: Annotated[
        Decimal, Share("give the part of the rate paid for a held day, such as 1.0")
    ] = Decimal(1)
    drops: Annotated[int, Whole(todo="give a whole number of drops")] = 0
    drop_after_days: DayCount = 10
    extra: Extra = extra_field()


@part
class Unavailability:
    """Dates on which a person cannot work, and why."""

    first: date = keyed("from")
    last: date = keyed("to")
    reason: Line = ""
    extra: Extra = extra_field()


@part
class Event:
    """Something on a person's calendar: shown in papers, binding nothing."""

    kind: EventKind
    first: date = keyed("from")
    last: date = keyed("to")
    note: Line = ""
    extra: Extra = extra_field()


@part
class Person:
    """Somebody of the cast (or anyone whose dates bind scenes).

    Parameters
    ----------
    windows
        Where given, the only dates on which the person is available.
    unavailable
        Dates on which the person is not.
    prep_days
        Weekdays of preparation before the first day of work.
    prep_from
        First date on which preparation counts.
    max_consecutive_days
        Most calendar dates in a row.
    day_minutes
        Most minutes of work on a day (a minor's limit).
    number
        Cast number on the board.
    """

    id: Id
    name: Name
    deals: tuple[Deal, ...]
    windows: tuple[DateRange, ...] = ()
    unavailable: tuple[Unavailability, ...] = ()
    prep_days: DayCount = 0
    prep_from: date | None = None
    max_consecutive_days: (
        Annotated[int, Whole(1, None, "give a whole number of days")] | None
    ) = None
    day_minutes: (
        Annotated[int, Whole(1, 1440, "give the minutes that a minor may work")] | None
    ) = None
    number: Annotated[int, Whole(todo="give the cast number")] | None = None
    characters: tuple[Line, ...] = ()
    events: tuple[Event, ...] = ()
    extra: Extra = extra_field()

    def is_available(self, day: date) -> bool:
        """Tell whether the person is free: in a window, in no unavailability."""
        if self.windows and not any(day in window for window in self.windows):
            return False
        return not any(away.first <= day <= away.last for away in self.unavailable)


@part
class Element:
    """A thing scenes need; ``count`` units may use it on one date."""

    id: Id
    name: Name
    category: Name
    count: Annotated[int, Whole(1, None, "give how many there are, at least 1")] = 1
    day_fee: Money = 0
    windows: tuple[DateRange, ...] = ()
    extra: Extra = extra_field()


@part
class Pin:
    """The unit and the (first) date on which a scene has to stand."""

    unit: Id
    date: date
    extra: Extra = extra_field()


@part
class Scene:
    """A scene as written; on a board it is a strip.

    Parameters
    ----------
    number
        The number in the script, ``12A``; not an id.
    eighths
        Length in eighths of a page, a whole number.
    minutes
        Minutes of work; else ``eighths`` x the unit's ``minutes_per_eighth``.
    days
        Whole days that the strip fills; then ``minutes`` is ignored.
    units
        The units that may shoot it; where None the first unit alone.
    time_locked
        Whether ``time`` binds an interior as it binds an exterior.
    part_of
        The scene whose remainder this is.
    extras
        Number of background people.
    """

    id: Id
    picture: Id
    number: Name
    heading: Line
    place: Place
    time: TimeOfDay
    location: Id
    set: Line | None = None
    eighths: Annotated[
        int,
        Whole(todo="give the length in whole eighths, such as 11 for 1 3/8"),
    ]
    minutes: Annotated[int, Whole(todo="give whole minutes of work")] | None = None
    days: (
        Annotated[int, Whole(1, 10_000, "give the whole days that the strip fills")]
        | None
    ) = None
    cast: tuple[Id, ...]
    elements: tuple[Id, ...] = ()
    units: tuple[Id, ...] | None = None
    window: DateRange | None = None
    pin: Pin | None = None
    time_locked: bool = False
    synopsis: Line | None = None
    script_day: Line | None = None
    notes: Line | None = None
    extras: Annotated[int, Whole(todo="give a number of people")] | None = None
    part_of: Id | None = None
    extra: Extra = extra_field()

    @property
    def is_exterior(self) -> bool:
        """Whether any of it is shot outdoors (``ext`` or ``int/ext``)."""
        return self.place != "int"


@part
class Order:
    """``before`` is shot before ``after``, ``min_days`` later at the least."""

    before: Id
    after: Id
    min_days: DayCount = 0
    extra: Extra = extra_field()


@part
class Production:
    """Everything known about a shoot: SPEC section 1.

    Raises
    ------
    DocumentError
        When it is made with anything that the SPEC calls an error; all at once.
    """

    format: Literal["daybreak/production"] = "daybreak/production"
    version: Literal[1] = 1
    title: Name
    currency: Annotated[
        str, Text(3, "give an ISO 4217 code of three letters, such as USD", 3)
    ]
    pictures: tuple[Picture, ...]
    units: tuple[Unit, ...]
    holidays: tuple[date, ...] = ()
    hiatuses: tuple[Hiatus, ...] = ()
    bases: tuple[Base, ...]
    moves: tuple[Move, ...] = ()
    locations: tuple[Location, ...]
    people: tuple[Person, ...]
    elements: tuple[Element, ...] = ()
    scenes: tuple[Scene, ...]
    orders: tuple[Order, ...] = ()
    rules: Mapping[RuleName, Level] = table()
    extra: Extra = extra_field()

    def __post_init__(self) -> None:
        """Check every field, then what the parts say of each other."""
        faults = field_faults(self)
        faults += faults_between_parts(self, faults)
        if faults:
            raise DocumentError(faults)

    def level(self, rule: RuleName) -> Level:
        """Give what breaking a rule means here (SPEC 1, ``rules``)."""
        return self.rules.get(rule, "blocks")

    def units_of(self, scene: Scene) -> tuple[str, ...]:
        """Give the ids of the units that may shoot a scene."""
        return scene.units if scene.units is not None else (self.units[0].id,)


def minutes_on(scene: Scene, unit: Unit) -> int:
    """Minutes that a scene takes with a unit (SPEC 1, ``minutes``; 3, ``minor``).

    A scene of ``days`` fills the unit's day.
    """
    if scene.days is not None:
        return unit.day_minutes
    if scene.minutes is not None:
        return scene.minutes
    return scene.eighths * unit.minutes_per_eighth
