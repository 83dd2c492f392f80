"""The personal paper: one performer's days, for the performer and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from daybreak.reports.board_columns import PLACES
from daybreak.reports.papers.bars import where_of
from daybreak.reports.papers.own_days import (
    EVENT_NAMES,
    OwnDay,
    OwnDays,
    held_runs,
    own_days,
)
from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Group,
    Paper,
    Row,
    Section,
    Table,
    Value,
)
from daybreak.reports.papers.shoot_days import Shot
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.told_columns import told_columns
from daybreak.reports.person_days import Drop
from daybreak.reports.phrases import count_of, show_date


def personal(shown: Shown) -> Paper:
    """Give the days of one performer: work, holds and events; no rates, no notes.

    Raises
    ------
    UsageError
        When nobody was named, or somebody who is not there.
    """
    own = own_days(shown)
    several = _Several(shown)
    person = own.person
    title = ", ".join(person.characters)
    blocks: tuple[Block, ...] = (
        Facts(name="person", facts=tuple(_facts(own)), columns=4),
        _days(own, several),
        _scenes(own, several),
    )
    return Paper(
        kind="person",
        title="Personal schedule",
        subtitle=f"{person.name} ({title})" if title else person.name,
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=(Section(blocks=blocks),),
    )


class _Several:
    """Whether units and pictures need saying on each line."""

    def __init__(self, shown: Shown) -> None:
        self.units = len(shown.production.units) > 1
        self.pictures = len(shown.production.pictures) > 1


def _facts(own: OwnDays) -> Iterator[Fact]:
    yield Fact(label="Name", value=own.person.name)
    if own.person.characters:
        yield Fact(label="Character", value=", ".join(own.person.characters))
    yield Fact(label="Cast number", value=str(own.number))
    yield Fact(label="Days of work", value=str(len(own.worked)))
    if own.worked:
        yield Fact(label="Start", value=show_date(own.worked[0].date))
        yield Fact(label="Finish", value=show_date(own.worked[-1].date))


# --- dates -------------------------------------------------------------------------


def _days(own: OwnDays, several: _Several) -> Table:
    columns = [
        Column(key="date", label="Date", form="date", width=1.8),
        Column(key="to", label="To", form="date", width=1.8),
        Column(key="code", label="Code", form="code", width=0.7),
        Column(key="what", label="What", width=1.5),
        Column(key="call", label="Call", form="clock", width=0.8, align="right"),
        Column(key="wrap", label="Wrap", form="clock", width=0.8, align="right"),
        Column(key="where", label="Where", width=3),
        Column(key="pages", label="Pages", form="eighths", width=0.9, align="right"),
    ]
    if several.units:
        columns.append(Column(key="unit", label="Unit", width=1.4))
    lines = sorted(_lines(own), key=lambda line: (line[0], line[2] != "T"))
    rows = (
        Row(cells=tuple(Cell(value) for value in line[: len(columns)]))
        for line in lines
    )
    groups = tuple(Group(rows=(row,)) for row in rows)
    return Table(
        name="days",
        title="Dates",
        columns=told_columns(columns, groups),
        groups=groups,
        empty="No date is set.",
    )


Line = tuple[date, Value, str, str, Value, Value, Value, Value, Value]


def _lines(own: OwnDays) -> Iterator[Line]:
    yield from map(_work, own.worked)
    for first, last in held_runs(own):
        yield _other(first, last, "H", "Held")
    for drop in own.days.drops:
        yield _other(drop.first, _released_until(own, drop), "D", "Released")
    for event in own.person.events:
        yield _other(event.first, event.last, "", EVENT_NAMES[event.kind])


def _released_until(own: OwnDays, drop: Drop) -> date:
    """Give the last date before anything is asked again, also by another picture."""
    taken = {drop.picked_up, *own.days.held, *(day.date for day in own.worked)}
    taken |= {event.first for event in own.person.events}
    return min(day for day in taken if day > drop.first) - timedelta(days=1)


def _work(day: OwnDay) -> Line:
    edge = day.shots[0].edge
    unit = edge.unit_name if edge else None
    hours = (edge.call, edge.wrap) if edge else (None, None)
    where = where_of(edge.base if edge else "", day.places)
    return (day.date, None, day.code, "Work", *hours, where, day.eighths, unit)


def _other(first: date, last: date | None, code: str, what: str) -> Line:
    until = last if last != first else None
    return (first, until, code, what, None, None, None, None, None)


# --- scenes ------------------------------------------------------------------------


def _scenes(own: OwnDays, several: _Several) -> Table:
    columns = [
        Column(key="date", label="Date", form="date", width=1.8),
        Column(key="scene", label="Sc", form="id", width=0.7, align="right"),
        Column(key="place", label="I/E", form="code", width=0.6),
        Column(key="time", label="D/N", form="code", width=0.8),
        Column(key="set", label="Set", width=3.5),
        Column(key="location", label="Location", width=2.2),
        Column(key="script_day", label="Script day", form="code", width=0.9),
        Column(key="pages", label="Pages", form="eighths", width=0.9, align="right"),
    ]
    if several.pictures:
        columns.append(Column(key="picture", label="Picture", width=1.8))
    groups = [
        Group(rows=tuple(_scene(day.date, shot, len(columns)) for shot in day.shots))
        for day in own.worked
    ]
    count = count_of(sum(len(day.shots) for day in own.worked), "scene")
    total: dict[str, Value] = {
        "set": f"In all: {count}",
        "pages": sum(day.eighths for day in own.worked),
    }
    return Table(
        name="scenes",
        title="Scenes",
        columns=told_columns(columns, groups),
        groups=tuple(groups),
        totals=(Row(cells=tuple(Cell(total.get(one.key)) for one in columns)),),
        empty="No scene is scheduled.",
    )


def _scene(day: date, shot: Shot, columns: int) -> Row:
    strip = shot.strip
    values: tuple[Value, ...] = (
        day,
        strip.number,
        PLACES[strip.place],
        strip.time.upper(),
        strip.set,
        strip.location,
        strip.script_day or None,
        shot.eighths,
        shot.picture,
    )
    return Row(cells=tuple(map(Cell, values[:columns])))
