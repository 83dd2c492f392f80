"""The day-out-of-days: who works, is held, dropped and picked up on which date.

Codes: ``W`` works; ``S`` leads the first day of work, ``P`` the first after a drop,
``F`` ends the last (so ``SW``, ``PW``, ``WF``, ``SWF``, ``PWF``); ``H`` is held,
paid without work; ``D`` is dropped on this date, unpaid until picked up. From a
person's calendar come ``T`` travel, ``FT`` fitting, ``R`` rehearsal, ``TN``
training, ``PR`` press, ``O`` other, and ``x`` not available.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from daybreak.model.calendar import calendar_of
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.person_days import EVENTS, PersonDays, person_days
from daybreak.reports.stripboard import board_numbers, cast_name

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


def day_out_of_days(production: Production, schedule: Schedule) -> DayOutOfDays:
    """Give the day-out-of-days of a schedule, holds and drops as they are paid.

    A drop stands where it saves most: the rule book knows which gaps are paid.
    """
    dates = date_columns(production, schedule)
    numbers = board_numbers(production)
    people = person_days(production, schedule)
    rows, idle = [], []
    for one in people:
        if one.on or any(one.event(day) for day in dates):
            rows.append(_row(one, numbers[one.person.id], dates))
        else:
            idle.append(cast_name(one.person))
    eligible = eligible_somewhere(production)
    return DayOutOfDays(
        title=production.title,
        dates=dates,
        shooting=shooting_days(production, schedule, dates),
        off=tuple(day not in eligible for day in dates),
        rows=tuple(sorted(rows, key=lambda row: row.number)),
        working=tuple(sum(day in one.pictures for one in people) for day in dates),
        idle=tuple(idle),
    )


def eligible_somewhere(production: Production) -> set[date]:
    """Give the dates on which some unit may shoot."""
    eligible = calendar_of(production).eligible
    return {day for days in eligible.values() for day in days}


def date_columns(production: Production, schedule: Schedule) -> tuple[date, ...]:
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


def shooting_days(
    production: Production, schedule: Schedule, dates: Sequence[date]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Give by unit name the number of its shooting day on each date, 0 for none."""
    made = []
    for unit in production.units:
        on = [day.date for day in schedule.in_order() if day.unit == unit.id]
        number = {day: place for place, day in enumerate(on, start=1)}
        made.append((unit.name, tuple(number.get(day, 0) for day in dates)))
    return tuple(made)


# --- codes -------------------------------------------------------------------------


def _row(one: PersonDays, number: int, dates: Sequence[date]) -> PersonRow:
    codes = tuple(_code(one, day) for day in dates)
    return PersonRow(
        person=one.person.id,
        number=number,
        name=cast_name(one.person),
        codes=codes,
        worked=len(one.on),
        held=len(one.held),
        dropped=len(one.drops),
        events=sum(code in EVENTS.values() for code in codes),
        start=one.on[0] if one.on else None,
        finish=one.on[-1] if one.on else None,
        span=(one.on[-1] - one.on[0]).days + 1 if one.on else 0,
    )


def _code(one: PersonDays, day: date) -> str:
    work = one.work_code(day)
    if work:
        return work
    event = one.event(day)
    if event:
        return EVENTS[event.kind]
    if one.is_drop(day):
        return "D"
    if day in one.held:
        return "H"
    return "" if one.person.is_available(day) else "x"
