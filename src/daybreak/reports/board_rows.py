"""The rows of a stripboard, from the top of the board to the boneyard.

All are frozen data, ready to be drawn or to be written as JSON by
`dataclasses.asdict`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from daybreak.model.production import Place, ShiftName, TimeOfDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A scene on a board.

    Parameters
    ----------
    picture
        The letter of its picture, as `Board.pictures` gives it.
    eighths, eighths_here
        Its length, and the part of it that lies on this day.
    cast
        Board numbers of its people, in order.
    day_of
        Which of its days this is and how many it fills, for a scene of ``days``.
    broken
        Rules that a check found broken at this strip.
    reason
        Why it stands in the boneyard, where known.
    """

    kind: Literal["strip"] = "strip"
    scene: str
    number: str
    picture: str
    place: Place
    time: TimeOfDay
    set: str
    synopsis: str
    location: str
    eighths: int
    eighths_here: int
    script_day: str
    cast: tuple[int, ...]
    extras: int
    pinned: bool
    day_of: tuple[int, int] | None
    broken: tuple[str, ...]
    reason: str = ""

    @property
    def color(self) -> str:
        """The style of the strip: ``int-day`` to ``dusk``."""
        if self.time in ("dawn", "dusk"):
            return self.time
        inside = "int" if self.place == "int" else "ext"
        return f"{inside}-{'night' if self.time == 'night' else 'day'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBreak:
    """The edge below a unit's day, with what the day comes to.

    Parameters
    ----------
    number
        Which shooting day of its unit it is, from 1.
    minutes, day_minutes
        Work of the day with its moves, and what fits.
    cast, extras, moves
        People of the cast, background people, changes of location.
    call, wrap
        Minutes since midnight; a wrap of the next morning is over 1440.
    cost
        Whole currency that this day costs by itself: its crew, the cast paid by the
        day, fees and moves. What belongs to no single day is left out.
    broken
        Rules that a check found broken on this day or at one of its strips.
    cover
        Where interiors are ready in place of its exteriors, the readiest first; empty
        where none is, None where it has no exterior or nobody asked.
    """

    kind: Literal["day_break"] = "day_break"
    unit: str
    unit_name: str
    number: int
    date: date
    base: str
    eighths: int
    minutes: int
    day_minutes: int
    cast: int
    extras: int
    moves: int
    shift: ShiftName
    call: int
    wrap: int
    cost: int
    broken: tuple[str, ...]
    cover: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekBar:
    """The edge below a Monday-to-Sunday week in which something was shot.

    ``number`` counts such weeks from 1, as crews do: a hiatus has no number.
    """

    kind: Literal["week_bar"] = "week_bar"
    number: int
    first: date
    last: date
    days: int
    eighths: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDates:
    """Successive dates on which nobody shoots, what they are, what idling costs."""

    kind: Literal["free_dates"] = "free_dates"
    what: Literal["rest", "holiday", "hiatus", "travel", "idle"]
    first: date
    last: date
    reason: str = ""
    cost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyMove:
    """A unit goes to another base before its next day.

    Parameters
    ----------
    first, last
        The dates that it takes; None where it needs none.
    """

    kind: Literal["company_move"] = "company_move"
    unit: str
    unit_name: str
    origin: str
    target: str
    days: int
    cost: int
    first: date | None = None
    last: date | None = None


Row = Strip | DayBreak | WeekBar | FreeDates | CompanyMove


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A whole stripboard.

    Parameters
    ----------
    pictures
        The letter of each picture on the strips, and its title.
    rows
        Strips and edges, by date.
    boneyard
        Strips that stand on no day.
    cast
        Board number and name of everyone, by number.
    broken
        How many violations block; how many only warn.
    several_units, several_bases, several_pictures
        Whether these need saying on each row.
    """

    title: str
    currency: str
    pictures: tuple[tuple[str, str], ...]
    first: date | None
    last: date | None
    days: int
    eighths: int
    cost: int
    rows: tuple[Row, ...]
    boneyard: tuple[Strip, ...]
    cast: tuple[tuple[int, str], ...]
    broken: tuple[int, int]
    several_units: bool
    several_bases: bool
    several_pictures: bool
