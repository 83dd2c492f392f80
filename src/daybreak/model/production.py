"""The production: what is to be shot, with whom, where, when and at what price.

SPEC section 1. Everything is frozen and keyword-only; change by
`dataclasses.replace`. A production checks itself when it is made and raises
`DocumentError` with every fault at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from daybreak.model.crews import Hiatus, Shift, ShiftName, Unit, standard_shifts
from daybreak.model.errors import DocumentError
from daybreak.model.fields import (
    DateRange,
    DayCount,
    Extra,
    Id,
    Line,
    Money,
    Name,
    Text,
    Whole,
    table,
)
from daybreak.model.parts import field_faults, part
from daybreak.model.people import (
    Deal,
    DealKind,
    Event,
    EventKind,
    Person,
    Unavailability,
)
from daybreak.model.places import Base, Location, Move
from daybreak.model.references import faults_between_parts

__all__ = [
    "Base",
    "Deal",
    "DealKind",
    "Element",
    "Event",
    "EventKind",
    "Hiatus",
    "Level",
    "Location",
    "Move",
    "Order",
    "Person",
    "Picture",
    "Pin",
    "Place",
    "Production",
    "RuleName",
    "Scene",
    "Shift",
    "ShiftName",
    "TimeOfDay",
    "Unavailability",
    "Unit",
    "minutes_on",
    "standard_shifts",
]

Place = Literal["int", "ext", "int/ext"]
TimeOfDay = Literal["day", "night", "dawn", "dusk", "any"]
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
    title
        As it is shown.
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
    """

    id: Id
    title: Name
    release: date | None = None
    post_days: DayCount = 0
    late_cost_per_day: Money = 0
    release_hard: bool = False
    streaming_after_days: DayCount | None = None
    extra: Extra = table(default_factory=dict)


@part
class Element:
    """A thing that scenes need.

    Parameters
    ----------
    name
        As it is shown.
    category
        Such as props, vehicles or camera.
    count
        How many units may use it on one date.
    day_fee
        Whole currency for each unit and date of use.
    windows
        Where given, the only dates on which it may be used.
    """

    id: Id
    name: Name
    category: Name
    count: Annotated[int, Whole(1, None, "give how many there are, at least 1")] = 1
    day_fee: Money = 0
    windows: tuple[DateRange, ...] = ()
    extra: Extra = table(default_factory=dict)


@part
class Pin:
    """Where a scene has to stand.

    Parameters
    ----------
    unit
        The unit that shoots it.
    date
        The date, its first one.
    """

    unit: Id
    date: date
    extra: Extra = table(default_factory=dict)


@part
class Scene:
    """A scene as written; on a board it is a strip.

    Parameters
    ----------
    picture
        The picture it belongs to.
    number
        The number in the script, ``12A``; not an id.
    heading
        The heading in the script.
    place
        Indoors, outdoors or both.
    time
        The time of day in the story.
    location
        Where it is shot.
    set
        The place in the story, ``HOUSE - KITCHEN``.
    eighths
        Length in eighths of a page, a whole number.
    minutes
        Minutes of work; else ``eighths`` x the unit's ``minutes_per_eighth``.
    days
        Whole days that the strip fills; then ``minutes`` is ignored.
    cast
        The people in it.
    elements
        The things it needs.
    units
        The units that may shoot it; the first unit alone, where left out.
    window
        Where given, the only dates on which it may be shot.
    pin
        The unit and date on which it has to stand.
    time_locked
        Whether ``time`` binds an interior as it binds an exterior.
    synopsis
        What happens, in a line.
    script_day
        The day in the story, ``D3``.
    notes
        Anything to say about it.
    extras
        Number of background people.
    part_of
        The scene whose remainder this is.
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
    extra: Extra = table(default_factory=dict)

    @property
    def is_exterior(self) -> bool:
        """Whether any of it is shot outdoors (``ext`` or ``int/ext``)."""
        return self.place != "int"


@part
class Order:
    """What has to be shot before something else.

    Parameters
    ----------
    before, after
        The two scenes.
    min_days
        Days from the last date of ``before`` to the first of ``after``, at least.
    """

    before: Id
    after: Id
    min_days: DayCount = 0
    extra: Extra = table(default_factory=dict)


@part
class Production:
    """Everything known about a shoot: SPEC section 1.

    Parameters
    ----------
    format
        What the document is.
    version
        The version of this form.
    title
        The name of the shoot.
    currency
        ISO 4217 code of every amount.
    pictures
        The films.
    units
        The crews; the first one shoots the scenes that name none.
    holidays
        Dates on which no unit shoots.
    hiatuses
        Spans in which some units, or all, do not shoot.
    bases
        The places between which units travel.
    moves
        The company moves; where there are none, travel is free.
    locations
        The places where we shoot.
    people
        The cast, and anyone else whose dates bind scenes.
    elements
        The things that scenes need.
    scenes
        The scenes as written.
    orders
        Which scenes have to be shot before others.
    rules
        What breaking a rule means; ``blocks`` for every rule left out.

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
    rules: Mapping[RuleName, Level] = table(default_factory=dict)
    extra: Extra = table(default_factory=dict)

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
