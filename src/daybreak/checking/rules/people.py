"""Rules of one person: cast, prep, consecutive, minor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from daybreak.checking.board import Board, BoardDay, Strip, days_of
from daybreak.checking.facts import Facts
from daybreak.checking.rules.found import Found
from daybreak.checking.violations import Where
from daybreak.checking.words import counted, hours, listed, sentence
from daybreak.model.calendar import every_date
from daybreak.model.production import Person, minutes_on

SATURDAY = 5


def cast(board: Board) -> Iterator[Found]:
    """Let a person work where available, and for one unit a date.

    SPEC 3, rule ``cast``.
    """
    facts = board.facts
    for person_id, worked in board.of_person.items():
        person = facts.people[person_id]
        for day, strips in worked.items():
            if not facts.is_available(person, day):
                yield _not_available(person, strips[0].day)
            units = {one.unit.id: one.unit.name for one in days_of(strips)}
            if len(units) > 1:
                names = listed(list(units.values()))
                said = (
                    f"{sentence(person.name)} works for {counted(len(units), 'unit')} "
                    f"on {day}: {names}"
                )
                yield Found(Where(date=day, person=person_id), said, 1)


def _not_available(person: Person, day: BoardDay) -> Found:
    reason = next(
        (
            away.reason
            for away in person.unavailable
            if away.first <= day.date <= away.last and away.reason
        ),
        "",
    )
    why = f" ({reason})" if reason else ""
    where = Where(unit=day.unit.id, date=day.date, person=person.id)
    said = f"{sentence(person.name)} works on {day.date} and is not available then{why}"
    return Found(where, said, "an available date")


def prep(board: Board) -> Iterator[Found]:
    """Leave a person's weekdays of preparation before the first day of work.

    SPEC 3, rule ``prep``.
    """
    facts = board.facts
    for person_id, worked in board.of_person.items():
        person = facts.people[person_id]
        if not person.prep_days:
            continue
        first = next(iter(worked))
        has = _prep_days(facts, person, first)
        if has < person.prep_days:
            said = (
                f"{sentence(person.name)} has {counted(has, 'weekday')} of preparation "
                f"before {first}; {person.prep_days:,} are needed"
            )
            yield Found(Where(date=first, person=person_id), said, person.prep_days)


def _prep_days(facts: Facts, person: Person, first: date) -> int:
    """Count weekdays before the first work, as far as they matter."""
    start = person.prep_from or min(unit.start for unit in facts.units.values())
    if first <= start:
        return 0
    free = set(facts.production.holidays)
    found = 0
    for day in every_date(start, first - timedelta(days=1)):
        weekday = day.weekday() < SATURDAY and day not in free
        found += weekday and facts.is_available(person, day)
        if found >= person.prep_days:
            break
    return found


def consecutive(board: Board) -> Iterator[Found]:
    """Keep runs of calendar dates within ``max_consecutive_days``.

    SPEC 3, rule ``consecutive``.
    """
    for person_id, worked in board.of_person.items():
        person = board.facts.people[person_id]
        limit = person.max_consecutive_days
        if limit is None or len(worked) <= limit:
            continue
        for first, length in _runs(worked):
            if length > limit:
                last = first + timedelta(days=length - 1)
                said = (
                    f"{sentence(person.name)} works {counted(length, 'day')} in a row, "
                    f"{first} to {last}; {limit:,} are allowed"
                )
                yield Found(Where(date=last, person=person_id), said, limit)


def _runs(worked: dict[date, list[Strip]]) -> Iterator[tuple[date, int]]:
    """Yield the first date and the length of each run of successive dates."""
    days = list(worked)
    first = days[0]
    for day, following in zip(days, [*days[1:], None], strict=True):
        if following is None or (following - day).days > 1:
            yield first, (day - first).days + 1
            if following is not None:
                first = following


def minor(board: Board) -> Iterator[Found]:
    """Keep the minutes of a person's strips on a day within ``day_minutes``.

    SPEC 3, rule ``minor``.
    """
    for person_id, worked in board.of_person.items():
        person = board.facts.people[person_id]
        limit = person.day_minutes
        if limit is None:
            continue
        for day, strips in worked.items():
            works = sum(minutes_on(scene, on.unit) for on, scene in strips)
            if works > limit:
                unit = strips[0].day.unit.id
                said = (
                    f"{sentence(person.name)} works {hours(works)} on {day}; "
                    f"{hours(limit)} are allowed"
                )
                yield Found(Where(unit=unit, date=day, person=person_id), said, limit)
