"""A board that changes from day to day, and knows who works when."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from daybreak.model.production import ShiftName
from daybreak.model.schedule import Day, Schedule
from daybreak.risking.ground import Ground

Span = tuple[int, int]
"""The first and the last ordinal of dates that are closed."""


@dataclass(slots=True, eq=False)
class Worked:
    """A day of a unit: its shift and its strips in order."""

    shift: ShiftName
    strips: list[str]


class Board:
    """Where each strip stands; dates are ordinals.

    Attributes
    ----------
    days
        By unit and date.
    dates
        By unit, the dates that have a day, in order.
    at
        By strip, where it stands.
    pending
        Strips that were lifted and have no date yet.
    works, work_dates
        By person, the dates of work with the unit and the number of strips, and these
        dates in order.
    uses
        By element and date, the unit of each strip that uses it.
    closed
        By ``(kind, thing)``, the dates that are known to be closed.
    forced
        How many strips had to be put where a rule breaks.
    lost
        Strips that stand on no day, those of the plan's boneyard among them.
    """

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.days: dict[str, dict[int, Worked]] = {unit: {} for unit in ground.crews}
        self.dates: dict[str, list[int]] = {unit: [] for unit in ground.crews}
        self.at: dict[str, tuple[str, int]] = {}
        self.pending: set[str] = set()
        self.works: dict[str, dict[int, tuple[str, int]]] = {}
        self.work_dates: dict[str, list[int]] = {}
        self.uses: dict[str, dict[int, list[str]]] = {}
        self.closed: dict[tuple[str, str], list[Span]] = {}
        self.forced = 0
        self.lost: list[str] = list(ground.plan.boneyard)

    def lay_plan(self) -> None:
        """Put every strip where the plan has it."""
        for day in self.ground.plan.days:
            self.put(day.unit, day.date.toordinal(), day.strips, day.shift)

    def copy(self) -> Board:
        """Give a board that can be changed by itself."""
        made = Board.__new__(Board)
        made.ground = self.ground
        made.days = {
            unit: {on: Worked(day.shift, list(day.strips)) for on, day in days.items()}
            for unit, days in self.days.items()
        }
        made.dates = {unit: list(dates) for unit, dates in self.dates.items()}
        made.at = dict(self.at)
        made.pending = set(self.pending)
        made.works = {one: dict(dates) for one, dates in self.works.items()}
        made.work_dates = {one: list(dates) for one, dates in self.work_dates.items()}
        made.uses = {
            one: {on: list(units) for on, units in dates.items()}
            for one, dates in self.uses.items()
        }
        made.closed = {key: list(spans) for key, spans in self.closed.items()}
        made.forced = self.forced
        made.lost = list(self.lost)
        return made

    def become(self, other: Board) -> None:
        """Take over everything from a copy."""
        for name in vars(other):
            setattr(self, name, getattr(other, name))

    # --- changes ----------------------------------------------------------------------

    def put(self, unit: str, on: int, strips: Sequence[str], shift: ShiftName) -> None:
        """Put strips on a day behind those that stand there, or make the day.

        A new day has them in the order given.
        """
        day = self.days[unit].get(on)
        joins = day is not None
        if day is None:
            day = self.days[unit][on] = Worked(shift, [])
            insort(self.dates[unit], on)
        for one in strips:
            place = self._place(day, one) if joins else len(day.strips)
            day.strips.insert(place, one)
            self._enter(one, unit, on)

    def put_back(
        self, strip: str, unit: str, on: int, shift: ShiftName, place: int
    ) -> None:
        """Put a strip that was lifted where it stood."""
        day = self.days[unit].get(on)
        if day is None:
            day = self.days[unit][on] = Worked(shift, [])
            insort(self.dates[unit], on)
        day.strips.insert(place, strip)
        self._enter(strip, unit, on)

    def _place(self, day: Worked, strip: str) -> int:
        """Give the place behind the last strip of the same location, else the end."""
        strips, location = self.ground.strips, self.ground.strips[strip].scene.location
        if strips[strip].before or strips[strip].after:
            return len(day.strips)
        for place in range(len(day.strips), 0, -1):
            if strips[day.strips[place - 1]].scene.location == location:
                return place
        return len(day.strips)

    def _enter(self, strip: str, unit: str, on: int) -> None:
        self.at[strip] = (unit, on)
        self.pending.discard(strip)
        scene = self.ground.strips[strip].scene
        for person in scene.cast:
            works = self.works.setdefault(person, {})
            if on in works:
                works[on] = (works[on][0], works[on][1] + 1)
            else:
                works[on] = (unit, 1)
                insort(self.work_dates.setdefault(person, []), on)
        for element in scene.elements:
            self.uses.setdefault(element, {}).setdefault(on, []).append(unit)

    def lift(self, strip: str) -> int:
        """Take a strip off its day and give its place; a day without any is gone."""
        unit, on = self.at.pop(strip)
        self.pending.add(strip)
        day = self.days[unit][on]
        place = day.strips.index(strip)
        del day.strips[place]
        if not day.strips:
            del self.days[unit][on]
            dates = self.dates[unit]
            del dates[bisect_left(dates, on)]
        scene = self.ground.strips[strip].scene
        for person in scene.cast:
            who, count = self.works[person][on]
            if count > 1:
                self.works[person][on] = (who, count - 1)
            else:
                del self.works[person][on]
                dates = self.work_dates[person]
                del dates[bisect_left(dates, on)]
        for element in scene.elements:
            self.uses[element][on].remove(unit)
        return place

    def lift_day(self, unit: str, on: int) -> Worked:
        """Take all strips of a day off it; give the day as it was."""
        day = self.days[unit][on]
        was = Worked(day.shift, list(day.strips))
        for strip in was.strips:
            self.lift(strip)
        return was

    def close(self, kind: str, thing: str, span: Span) -> None:
        """Note dates on which a unit, person, location or element cannot be had."""
        self.closed.setdefault((kind, thing), []).append(span)

    # --- questions --------------------------------------------------------------------

    def is_closed(self, kind: str, thing: str, on: int) -> bool:
        """Tell whether a thing is known to be closed on a date."""
        spans = self.closed.get((kind, thing))
        return spans is not None and any(a <= on <= b for a, b in spans)

    def wraps(self) -> dict[str, int]:
        """Give the last date of each picture's strips."""
        found: dict[str, int] = {}
        for strip, (_, on) in self.at.items():
            picture = self.ground.strips[strip].scene.picture
            if on > found.get(picture, 0):
                found[picture] = on
        return found

    def base_on(self, unit: str, on: int) -> str:
        """Give the base of a unit's day."""
        return self.ground.strips[self.days[unit][on].strips[0]].base

    def after(self, unit: str, on: int) -> Iterator[int]:
        """Yield the dates of a unit's days after a date, in order."""
        dates = self.dates[unit]
        yield from dates[bisect_left(dates, on + 1) :]

    def schedule(self) -> Schedule:
        """Give the board as a schedule."""
        days = [
            Day(
                unit=unit,
                date=date.fromordinal(on),
                shift=day.shift,
                strips=tuple(day.strips),
            )
            for unit, days in self.days.items()
            for on, day in days.items()
        ]
        days.sort(key=lambda day: (day.date, day.unit))
        return Schedule(days=tuple(days), boneyard=tuple(self.lost))
