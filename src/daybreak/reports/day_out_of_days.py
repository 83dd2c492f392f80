"""The day-out-of-days: who works, is held, dropped and picked up on which date.

Codes: ``W`` works; ``S`` leads the first day of work, ``P`` the first after a drop,
``F`` ends the last (so ``SW``, ``PW``, ``WF``, ``SWF``, ``PWF``); ``H`` is held,
paid without work; ``D`` is dropped on this date, unpaid until picked up. From a
person's calendar come ``T`` travel, ``FT`` fitting, ``R`` rehearsal, ``TN``
training, ``PR`` press, ``O`` other, and ``x`` not available.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from daybreak.model.calendar import Calendar, calendar_of
from daybreak.model.production import Deal, EventKind, Person, Production
from daybreak.model.schedule import Schedule
from daybreak.reports.stripboard import board_numbers, cast_name

if TYPE_CHECKING:
    from daybreak.checking import Costs

EVENTS: dict[EventKind, str] = {
    "travel": "T",
    "fitting": "FT",
    "rehearsal": "R",
    "training": "TN",
    "press": "PR",
    "other": "O",
}
EVENTS_FROM = 26 * 7
"""Days before and after the shoot from which events are still shown."""
MEANINGS = {
    "SW": "starts",
    "W": "works",
    "H": "held, paid",
    "D": "dropped, unpaid",
    "PW": "picked up",
    "WF": "finishes",
    "SWF": "one day only",
    "T": "travel",
    "FT": "fitting",
    "R": "rehearsal",
    "TN": "training",
    "PR": "press",
    "O": "other",
    "x": "not available",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person: a code for each date, and totals in days.

    ``span`` counts the calendar dates from first to last day of work.
    """

    person: str
    number: int
    name: str
    codes: tuple[str, ...]
    worked: int
    held: int
    dropped: int
    events: int
    start: date | None
    finish: date | None
    span: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOutOfDays:
    """Rows of people by columns of dates.

    Parameters
    ----------
    dates
        Every calendar date of the columns, in order.
    shooting
        By unit name, the number of its shooting day on each date, 0 where none.
    off
        Which dates nobody may shoot on.
    rows
        Whoever works or has events here, by board number.
    working
        How many people work, by date.
    idle
        Names of those who stand on no day.
    """

    title: str
    dates: tuple[date, ...]
    shooting: tuple[tuple[str, tuple[int, ...]], ...]
    off: tuple[bool, ...]
    rows: tuple[PersonRow, ...]
    working: tuple[int, ...]
    idle: tuple[str, ...]


def day_out_of_days(
    production: Production, schedule: Schedule, *, costs: Costs
) -> DayOutOfDays:
    """Give the day-out-of-days of a schedule, holds and drops as they are paid.

    A drop stands where it saves most: ``costs`` knows which gaps are paid.
    """
    worked = _worked(production, schedule)
    dates = _columns(production, schedule)
    calendar = calendar_of(production)
    holds = _paid_holds(costs)
    numbers = board_numbers(production)
    rows, idle = [], []
    for person in production.people:
        on = sorted(worked[person.id])
        if on or any(_event(person, day) for day in dates):
            open_dates = _open_dates(person, worked[person.id], calendar)
            held = _held(person, holds[person.id], open_dates)
            drops = _drops(person, on, held, open_dates)
            rows.append(_row(person, numbers[person.id], dates, on, held, drops))
        else:
            idle.append(cast_name(person))
    eligible = {day for days in calendar.eligible.values() for day in days}
    return DayOutOfDays(
        title=production.title,
        dates=dates,
        shooting=_shooting(production, schedule, dates),
        off=tuple(day not in eligible for day in dates),
        rows=tuple(sorted(rows, key=lambda row: row.number)),
        working=tuple(sum(day in days for days in worked.values()) for day in dates),
        idle=tuple(idle),
    )


def _worked(production: Production, schedule: Schedule) -> dict[str, set[date]]:
    cast = {scene.id: scene.cast for scene in production.scenes}
    worked: dict[str, set[date]] = defaultdict(set)
    for day in schedule.days:
        for strip in day.strips:
            for person in cast[strip]:
                worked[person].add(day.date)
    return worked


def _columns(production: Production, schedule: Schedule) -> tuple[date, ...]:
    """Give whole weeks: those of the shoot, and those before with an event."""
    days = schedule.in_order()
    ends = [
        end
        for person in production.people
        for event in person.events
        for end in (event.first, event.last)
    ]
    shot = [day.date for day in days]
    if not shot and not ends:
        return ()
    first = min(shot or ends).toordinal()
    last = max(shot or ends[:1]).toordinal()
    first = max(min(end.toordinal() for end in [*shot, *ends]), first - EVENTS_FROM)
    last = min(max(end.toordinal() for end in [*shot, *ends]), last + EVENTS_FROM)
    monday = first - date.fromordinal(first).weekday()
    sunday = last + 6 - date.fromordinal(last).weekday()
    most = date.max.toordinal()
    return tuple(map(date.fromordinal, range(max(1, monday), min(most, sunday) + 1)))


def _shooting(
    production: Production, schedule: Schedule, dates: Sequence[date]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    made = []
    for unit in production.units:
        on = [day.date for day in schedule.in_order() if day.unit == unit.id]
        number = {day: place for place, day in enumerate(on, start=1)}
        made.append((unit.name, tuple(number.get(day, 0) for day in dates)))
    return tuple(made)


# --- holds and drops ---------------------------------------------------------------


def _paid_holds(costs: Costs) -> dict[str, set[date]]:
    holds: dict[str, set[date]] = defaultdict(set)
    for item in costs.items:
        if item.line == "cast_hold" and item.person is not None:
            holds[item.person].update(item.dates)
    return holds


def _open_dates(person: Person, on: set[date], calendar: Calendar) -> set[date]:
    """Give the dates between work on which the person might be held."""
    if not on:
        return set()
    inside = (day for day in calendar.people[person.id] if min(on) < day < max(on))
    return {day for day in inside if day not in on and person.is_available(day)}


def _held(person: Person, paid: set[date], open_dates: set[date]) -> set[date]:
    """Give the dates held: those paid by the day, and those inside paid weeks."""
    weekly = any(deal.kind == "weekly" for deal in person.deals)
    return paid | open_dates if weekly else paid


def _drops(
    person: Person, on: Sequence[date], held: set[date], open_dates: set[date]
) -> set[date]:
    """Give the date after the last work before each gap that goes unpaid."""
    after = [deal.drop_after_days for deal in person.deals if _may_drop(deal)]
    dropped = set()
    for before, back in pairwise(on):
        unpaid = {day for day in open_dates if before < day < back} - held
        if after and unpaid and (back - before).days - 1 > min(after):
            dropped.add(before + timedelta(days=1))
    return dropped


def _may_drop(deal: Deal) -> bool:
    return deal.kind == "daily" and deal.drops > 0


# --- codes -------------------------------------------------------------------------


def _row(
    person: Person,
    number: int,
    dates: Sequence[date],
    on: Sequence[date],
    held: set[date],
    drops: set[date],
) -> PersonRow:
    codes = tuple(_code(person, day, on, held, drops) for day in dates)
    return PersonRow(
        person=person.id,
        number=number,
        name=cast_name(person),
        codes=codes,
        worked=len(on),
        held=len(held),
        dropped=len(drops),
        events=sum(code in EVENTS.values() for code in codes),
        start=on[0] if on else None,
        finish=on[-1] if on else None,
        span=(on[-1] - on[0]).days + 1 if on else 0,
    )


def _code(
    person: Person, day: date, on: Sequence[date], held: set[date], drops: set[date]
) -> str:
    if day in on:
        return _work_code(day, on, drops)
    event = _event(person, day)
    if event:
        return event
    if day in drops:
        return "D"
    if day in held:
        return "H"
    return "" if person.is_available(day) else "x"


def _work_code(day: date, on: Sequence[date], drops: set[date]) -> str:
    start = "S" if day == on[0] else "P" if _follows_drop(day, on, drops) else ""
    return f"{start}W{'F' if day == on[-1] else ''}"


def _follows_drop(day: date, on: Sequence[date], drops: Iterable[date]) -> bool:
    before = on[on.index(day) - 1]
    return before + timedelta(days=1) in drops


def _event(person: Person, day: date) -> str:
    for event in person.events:
        if event.first <= day <= event.last:
            return EVENTS[event.kind]
    return ""
