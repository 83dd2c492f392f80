"""Day breaks by a measure: strips in a given order, ended where a day is full.

What a board program does at a key: no search, no rule kept but those that say which
dates there are. What it breaks is found by the rule book, and shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from daybreak._version import __version__
from daybreak.checking import costed
from daybreak.model.calendar import eligible_dates
from daybreak.model.eighths import format_eighths
from daybreak.model.errors import UsageError
from daybreak.model.production import (
    Production,
    Scene,
    ShiftName,
    TimeOfDay,
    Unit,
    minutes_on,
)
from daybreak.model.schedule import Day, MadeBy, Schedule

LIGHT: dict[TimeOfDay, tuple[ShiftName, ...]] = {
    "day": ("day", "split"),
    "night": ("night", "split"),
    "dawn": ("day",),
    "dusk": ("day", "split"),
    "any": ("day", "split", "night"),
}
"""By time of day: the shifts that have its light (SPEC 3, ``shift``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """When a day is full: so many eighths, so many minutes of work, or both.

    Raises
    ------
    UsageError
        When neither is given, or one is not above 0.
    """

    eighths: int | None = None
    minutes: int | None = None

    def __str__(self) -> str:
        """Give ``4 pgs``, ``10 h`` or both, as the note of a board says it."""
        told = []
        if self.eighths is not None:
            unit = "pg" if self.eighths == 8 else "pgs"
            told.append(f"{format_eighths(self.eighths)} {unit}")
        if self.minutes is not None:
            told.append(f"{self.minutes / 60:g} h")
        return " or ".join(told)

    def __post_init__(self) -> None:
        """Refuse a measure that fills no day."""
        given = [one for one in (self.eighths, self.minutes) if one is not None]
        if not given or min(given) < 1:
            raise UsageError(
                "A day has to have room for something.\n"
                "Maybe give 4 pages (--pages 4) or 10 hours (--hours 10)."
            )


def break_days(
    production: Production, measure: Measure, *, board: Schedule | None = None
) -> Schedule:
    """Give the strips of a production on successive dates, each day filled up.

    A strip that is longer than the measure gets a day of its own. A day ends, too,
    where the base changes; the dates that the move needs stay free. Strips for which
    no date is left, and those of the board's boneyard, are in the boneyard.

    Parameters
    ----------
    measure
        When a day is full.
    board
        Whose order the strips keep; else that of the script.
    """
    order = _order(production, board)
    days: list[Day] = []
    for unit in production.units:
        mine = [one for one in order if production.units_of(one)[0] == unit.id]
        days += _Breaker(production, unit, measure).days(mine)
    standing = {strip for day in days for strip in day.strips}
    schedule = Schedule(
        days=tuple(days),
        boneyard=tuple(s.id for s in production.scenes if s.id not in standing),
        made_by=MadeBy(version=__version__),
    )
    return costed(production, schedule)


def _order(production: Production, board: Schedule | None) -> list[Scene]:
    if board is None:
        return list(production.scenes)
    scenes = {one.id: one for one in production.scenes}
    strips = (strip for day in board.in_order() for strip in day.strips)
    return [scenes[one] for one in dict.fromkeys(strips) if one in scenes]


class _Breaker:
    """Fills the days of one unit."""

    def __init__(self, production: Production, unit: Unit, measure: Measure) -> None:
        self.unit = unit
        self.measure = measure
        self.dates = list(eligible_dates(production, unit))
        self.bases = {one.id: one.base for one in production.locations}
        self.moves = {
            pair: one.days
            for one in production.moves
            for pair in ((one.origin, one.target), (one.target, one.origin))
            if one.both_ways or pair == (one.origin, one.target)
        }
        self.base = unit.base
        self.last: date | None = None

    def days(self, scenes: Sequence[Scene]) -> Iterator[Day]:
        """Yield the days until no date is left."""
        for strips in self._parts(scenes):
            base = self.bases[strips[0].location]
            count = strips[0].days or 1
            dates = self._next_dates(base, count)
            if not dates:
                return
            for day in dates:
                yield Day(
                    unit=self.unit.id,
                    date=day,
                    shift=_shift(self.unit, strips),
                    strips=tuple(one.id for one in strips),
                )
            self.base, self.last = base, dates[-1]

    def _parts(self, scenes: Sequence[Scene]) -> Iterator[list[Scene]]:
        """Yield the strips of each day."""
        part: list[Scene] = []
        for scene in scenes:
            if part and not self._fits([*part, scene]):
                yield part
                part = []
            part.append(scene)
        if part:
            yield part

    def _fits(self, strips: Sequence[Scene]) -> bool:
        """Tell whether strips fill one day at the most."""
        if any(one.days is not None for one in strips):
            return False
        places = [one.location for one in strips]
        if len({self.bases[one] for one in places}) > 1:
            return False
        eighths = sum(one.eighths for one in strips)
        moves = sum(a != b for a, b in pairwise(places))
        work = sum(minutes_on(one, self.unit) for one in strips)
        minutes = work + moves * self.unit.move_minutes
        most = self.measure
        return (most.eighths is None or eighths <= most.eighths) and (
            most.minutes is None or minutes <= most.minutes
        )

    def _next_dates(self, base: str, count: int) -> list[date]:
        """Take the next dates, behind those that a move needs; none where too few."""
        if self.last is not None and self.base != base:
            gap = self.moves.get((self.base or base, base), 0)
            while self.dates and (self.dates[0] - self.last).days <= gap:
                del self.dates[0]
        if len(self.dates) < count:
            return []
        taken, self.dates = self.dates[:count], self.dates[count:]
        return taken


def _shift(unit: Unit, strips: Iterable[Scene]) -> ShiftName:
    """Give the shift with the right light for most; the earliest of several."""
    bound = [one.time for one in strips if one.is_exterior or one.time_locked]
    names: list[ShiftName] = [one for one in LIGHT["any"] if one in unit.shifts]
    return max(names, key=lambda name: sum(name in LIGHT[one] for one in bound))
