"""A schedule of the Universal Schedule Standard as its file says it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

from daybreak.model.errors import Remark

BreakdownKind = Literal["scene", "banner", "day"]
EventKind = Literal["start", "dayOff", "event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UssBreakdown:
    """A breakdown sheet, a banner, or a day break.

    Parameters
    ----------
    eighths, minutes
        None where the file states none.
    elements
        Ids of elements that the file knows.
    text
        What a banner says.
    """

    id: str
    line: int
    kind: BreakdownKind = "scene"
    scene: str = ""
    description: str = ""
    comments: str = ""
    script_page: str = ""
    eighths: int | None = None
    minutes: int | None = None
    elements: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UssCategory:
    """A category; ``ucid`` is its number in the standard of categories."""

    id: str
    name: str
    ucid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UssEvent:
    """Something on one date of a calendar or an element."""

    kind: EventKind
    day: date
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UssElement:
    """An element of a category.

    Parameters
    ----------
    board_id
        The number of a cast member on the board; letters are allowed.
    drop_days
        Days that have to lie between drop and pick-up, at least.
    days_off
        Weekdays, 0 is Sunday.
    """

    id: str
    line: int
    category: str
    name: str
    board_id: str = ""
    is_hold: bool = True
    is_drop: bool = False
    drop_days: int = 0
    days_off: tuple[int, ...] = ()
    events: tuple[UssEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UssBoard:
    """One board of a stripboard: its days, or a single list without days.

    Parameters
    ----------
    has_days
        Whether ``days`` are days; else the one list in it is only an order.
    """

    name: str
    has_days: bool
    days: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UssStripboard:
    """A plan: its boards, and the calendar that gives their days dates."""

    name: str
    line: int
    calendar: str = ""
    boards: tuple[UssBoard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UssCalendar:
    """Weekdays off, 0 is Sunday, and events on dates."""

    id: str
    name: str = ""
    days_off: tuple[int, ...] = ()
    events: tuple[UssEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UssHeader:
    """What a file says of itself; texts as they stand, empty where there are none."""

    project: str = ""
    name: str = ""
    description: str = ""
    author: str = ""
    company: str = ""
    season: str = ""
    episode: str = ""
    episode_name: str = ""
    sched_color: str = ""
    sched_date: str = ""
    script_color: str = ""
    script_date: str = ""
    source: str = ""

    def said(self) -> dict[str, str]:
        """Give what is not empty."""
        pairs = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {name: text for name, text in pairs if text}


@dataclass(frozen=True, slots=True, kw_only=True)
class UssDocument:
    """A whole file.

    Parameters
    ----------
    later_dates
        How many dates stood in it as an evening of UTC: midnight east of Greenwich,
        and so were read as the next day.
    """

    file: str
    header: UssHeader
    breakdowns: tuple[UssBreakdown, ...]
    categories: tuple[UssCategory, ...]
    elements: tuple[UssElement, ...]
    stripboards: tuple[UssStripboard, ...]
    calendars: tuple[UssCalendar, ...]
    later_dates: int = 0
    remarks: tuple[Remark, ...] = ()
