"""The days of one performer alone: nobody else's, no rates, no notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daybreak.checking import Costs
from daybreak.checking.facts import SameObject
from daybreak.model.errors import UsageError
from daybreak.model.production import EventKind, Person, Production
from daybreak.model.schedule import Schedule
from daybreak.reports.papers.shoot_days import Shot, shoot_of
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.stamp import Stamp
from daybreak.reports.person_days import PersonDays, person_days
from daybreak.reports.phrases import show_time
from daybreak.reports.stripboard import board_numbers

EVENT_NAMES: dict[EventKind, str] = {
    "travel": "Travel",
    "fitting": "Fitting",
    "rehearsal": "Rehearsal",
    "training": "Training",
    "press": "Press",
    "other": "Other",
}
EVENT_DATES_MOST = 366
"""Dates of one event that a calendar shows at most."""
AROUND = 31
"""Days before and after the work in which a longer event is shown."""
KEPT = 2
"""Schedules whose performers are kept at a time."""
WEEKEND = 3
"""Days from a Friday to a Monday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDay:
    """A date of work of one person.

    Parameters
    ----------
    shots
        The person's own scenes on it, in shooting order; never empty.
    """

    date: date
    code: str
    shots: tuple[Shot, ...]

    @property
    def hours(self) -> str:
        """Call and wrap of the unit: ``07:00 - 19:00``."""
        edge = self.shots[0].edge
        return f"{show_time(edge.call)} - {show_time(edge.wrap)}" if edge else ""

    @property
    def places(self) -> tuple[str, ...]:
        """The locations of the person's scenes."""
        return tuple(dict.fromkeys(shot.strip.location for shot in self.shots))

    @property
    def scenes(self) -> tuple[str, ...]:
        """The numbers of the person's scenes."""
        return tuple(dict.fromkeys(shot.strip.number for shot in self.shots))

    @property
    def eighths(self) -> int:
        """How much of the script the person's scenes are."""
        return sum(shot.eighths for shot in self.shots)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDays:
    """Everything that one person is told."""

    person: Person
    number: int
    days: PersonDays
    worked: tuple[OwnDay, ...]

    @property
    def events(self) -> Iterator[tuple[date, str]]:
        """Yield the dates of the person's own events with what they are.

        Of an event without end in sight only those about the days of work.
        """
        for event in self.person.events:
            first, last = event.first.toordinal(), event.last.toordinal()
            if last - first >= EVENT_DATES_MOST and self.worked:
                first = max(first, self.worked[0].date.toordinal() - AROUND)
                last = min(last, self.worked[-1].date.toordinal() + AROUND)
            last = min(last, first + EVENT_DATES_MOST - 1)
            for day in map(date.fromordinal, range(first, last + 1)):
                yield day, EVENT_NAMES[event.kind]


def own_days(shown: Shown) -> OwnDays:
    """Give the days of the person who is wanted.

    Raises
    ------
    UsageError
        When nobody was named, or somebody who is not there.
    """
    person = person_wanted(shown.production, shown.wanted.person)
    everybody = _everybody(
        SameObject(shown.production),
        SameObject(shown.schedule),
        SameObject(shown.costs),
        shown.stamp,
        shown.wanted.picture,
    )
    return everybody[person.id]


@lru_cache(maxsize=KEPT)
def _everybody(
    production: SameObject,
    schedule: SameObject,
    costs: SameObject,
    stamp: Stamp,
    picture: str | None,
) -> dict[str, OwnDays]:
    """Give the days of each person by id; a folder of papers asks for all of them."""
    assert isinstance(production.thing, Production)
    assert isinstance(schedule.thing, Schedule)
    assert isinstance(costs.thing, Costs)
    shown = Shown(
        production=production.thing,
        schedule=schedule.thing,
        costs=costs.thing,
        stamp=stamp,
        wanted=Wanted(picture=picture),
    )
    shots: dict[str, dict[date, list[Shot]]] = defaultdict(lambda: defaultdict(list))
    for shot in shoot_of(shown).shots:
        if shot.edge:
            for person in shot.scene.cast:
                shots[person][shot.edge.date].append(shot)
    numbers = board_numbers(shown.production)
    return {
        one.person.id: OwnDays(
            person=one.person,
            number=numbers[one.person.id],
            days=one,
            worked=tuple(
                OwnDay(date=day, code=one.work_code(day), shots=tuple(of))
                for day, of in sorted(shots[one.person.id].items())
            ),
        )
        for one in person_days(shown.production, shown.schedule, picture=picture)
    }


def person_wanted(production: Production, wanted: str | None) -> Person:
    """Give the person of an id.

    Raises
    ------
    UsageError
        When nobody was named, or somebody who is not there.
    """
    for person in production.people:
        if person.id == wanted:
            return person
    known = ", ".join(one.id for one in production.people) or "there is nobody"
    said = "Whose days are wanted?" if wanted is None else f"There is no {wanted!r}."
    raise UsageError(f"{said}\nMaybe one of: {known}")


def held_runs(own: OwnDays) -> Iterator[tuple[date, date]]:
    """Yield first and last of each run of held dates.

    A run goes on over dates without shooting, and ends where the person works.
    """
    worked = {day.date.toordinal() for day in own.worked}
    run: list[date] = []
    for day in sorted(own.days.held):
        between = range(run[-1].toordinal(), day.toordinal()) if run else range(0)
        if len(between) > WEEKEND or not worked.isdisjoint(between):
            yield run[0], run[-1]
            run = []
        run.append(day)
    if run:
        yield run[0], run[-1]
