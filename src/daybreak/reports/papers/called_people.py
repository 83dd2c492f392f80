"""Who is called on a day: the cast with its codes and times, the extras."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daybreak.model.production import Person, Production
from daybreak.reports.papers.call_times import Timed, first_start, last_end
from daybreak.reports.papers.paper import (
    MISSING,
    Cell,
    Column,
    Group,
    Row,
    Table,
    Where,
)
from daybreak.reports.papers.shoot_days import ShootDay
from daybreak.reports.person_days import EVENTS, PersonDays
from daybreak.reports.stripboard import board_numbers

NUMBER = Column(key="number", label="No.", form="number", width=0.5, align="right")
CAST_COLUMNS = (
    Column(key="name", label="Name", width=2.2),
    Column(key="status", label="Status", form="code", width=0.8),
    Column(key="call", label="Call", width=1.2),
    Column(key="on_set", label="On set", form="clock", width=0.9, align="right"),
    Column(key="done", label="Done", form="clock", width=0.9, align="right"),
    Column(key="scenes", label="Scenes", width=2),
)


def cast_table(
    production: Production,
    people: Sequence[PersonDays],
    day: ShootDay,
    times: Sequence[Timed],
) -> Table:
    """Give who works on a day, by number, then who is held, travels or is fitted.

    Times on set come from the minutes of the scenes; the call is to be told.
    """
    numbers = board_numbers(production)
    on = day.edge.date
    working = [one for one in people if _scenes(one.person, times)]
    others = [
        one
        for one in people
        if one not in working and not one.work_code(on) and status(one, on)
    ]
    rows = [
        _row(one, numbers[one.person.id], on, times)
        for group in (working, others)
        for one in sorted(group, key=lambda one: numbers[one.person.id])
    ]
    return Table(
        name="cast",
        title="Cast",
        columns=(NUMBER, _character(working + others), *CAST_COLUMNS),
        groups=(Group(rows=tuple(rows)),),
        empty="Nobody of the cast is called.",
    )


def _character(people: Sequence[PersonDays]) -> Column:
    told = any(
        name.casefold() != one.person.name.casefold()
        for one in people
        for name in one.person.characters
    )
    where: Where = "everywhere" if told else "computed"
    return Column(key="character", label="Character", width=2, where=where)


def status(one: PersonDays, day: date) -> str:
    """Give the code of a person on a date: ``SW``, ``H``, ``WF+T``; empty for none."""
    event = one.event(day)
    held = "H" if day in one.held else ""
    codes = (one.work_code(day) or held, EVENTS[event.kind] if event else "")
    return "+".join(filter(None, codes))


def _row(one: PersonDays, number: int, day: date, times: Sequence[Timed]) -> Row:
    person = one.person
    scenes = _scenes(person, times)
    values = (
        number,
        ", ".join(person.characters) or None,
        person.name,
        status(one, day),
        MISSING if scenes else None,
        first_start(times, person.id),
        last_end(times, person.id),
        ", ".join(scenes) or None,
    )
    return Row(cells=tuple(map(Cell, values)), style="" if scenes else "soft")


def _scenes(person: Person, times: Sequence[Timed]) -> list[str]:
    return [one.shot.strip.number for one in times if person.id in one.shot.scene.cast]


def extras_table(day: ShootDay, times: Sequence[Timed]) -> Iterator[Table]:
    """Give the background people by scene; nothing where there are none."""
    rows = [
        Row(
            cells=(
                Cell(one.shot.strip.number),
                Cell(one.shot.strip.set),
                Cell(one.shot.scene.extras),
                Cell(one.start),
            )
        )
        for one in times
        if one.shot.scene.extras
    ]
    if rows:
        yield Table(
            name="extras",
            title=f"Background: {day.edge.extras:,} at most at one time",
            columns=(
                Column(key="scene", label="Sc", form="id", width=0.7, align="right"),
                Column(key="set", label="Set", width=5),
                Column(
                    key="people", label="People", form="number", width=1, align="right"
                ),
                Column(
                    key="on_set", label="On set", form="clock", width=1, align="right"
                ),
            ),
            groups=(Group(rows=tuple(rows)),),
        )
