"""The days in a table: what each comes to, and where, from when to when."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.reports.papers.paper import (
    Cell,
    Column,
    Group,
    Row,
    Table,
    Text,
    Value,
    Where,
)
from daybreak.reports.papers.shoot_days import Shoot, ShootDay, eighths_of
from daybreak.reports.papers.told_columns import told_columns
from daybreak.reports.phrases import count_of


def days_table(
    shoot: Shoot, *, priced: bool = False, where: Where = "everywhere"
) -> Table:
    """Give a line for each day with what it comes to; a group for each week.

    Parameters
    ----------
    priced
        Whether it says what days cost.
    where
        ``computed`` beside a table whose day breaks tell the same to readers.
    """
    columns = tuple(_columns(shoot, priced=priced))
    groups = tuple(
        Group(rows=tuple(_row(columns, day, week=week.bar.number) for day in week.days))
        for week in shoot.weeks
    )
    return Table(
        name="days",
        columns=told_columns(columns, groups),
        groups=groups,
        totals=(_total(columns, shoot),),
        pinned=2,
        empty="Nothing is scheduled.",
        where=where,
    )


def days_note(shoot: Shoot) -> tuple[Text, ...]:
    """Give what hours and scenes of days count, where that is not plain to see."""
    told = []
    if any(day.edge.moves for day in shoot.days):
        told.append("The hours of a day count its moves, too.")
    if any(shot.strip.day_of for shot in shoot.shots):
        told.append("A scene over several days counts on each of them.")
    return (Text(paragraphs=(" ".join(told),), style="soft"),) if told else ()


def _columns(shoot: Shoot, *, priced: bool) -> Iterator[Column]:
    """Yield the columns; unit and base are for programs alone where there is one."""
    units: Where = "everywhere" if shoot.has_units else "computed"
    bases: Where = "everywhere" if shoot.board.several_bases else "computed"
    yield _number("day", "Day", 0.6)
    yield Column(key="date", label="Date", form="date", width=1.8)
    yield Column(key="week", label="Week", form="number", where="computed")
    yield Column(key="unit", label="Unit", width=1.6, where=units)
    yield Column(key="base", label="Base", width=1.8, where=bases)
    yield _number("scenes", "Scenes", 0.8)
    yield Column(key="pages", label="Pages", form="eighths", width=0.9, align="right")
    yield Column(key="minutes", label="Hours", form="minutes", width=0.8, align="right")
    yield Column(key="limit", label="Limit", form="minutes", where="computed")
    yield _number("cast", "Cast", 0.6)
    yield _number("extras", "Extras", 0.7)
    yield _number("moves", "Moves", 0.7)
    yield Column(key="shift", label="Shift", form="code", width=0.7)
    yield _clock("call", "Call")
    yield _clock("wrap", "Wrap")
    yield _clock("sunrise", "Sunrise")
    yield _clock("sunset", "Sunset")
    yield Column(key="breaks", label="Breaks", width=1.5)
    if priced and not shoot.is_part:
        yield Column(
            key="day_cost", label="Day cost", form="money", width=1.1, align="right"
        )


def _number(key: str, label: str, width: float) -> Column:
    return Column(key=key, label=label, form="number", width=width, align="right")


def _clock(key: str, label: str) -> Column:
    return Column(key=key, label=label, form="clock", width=0.7, align="right")


def _row(columns: tuple[Column, ...], day: ShootDay, *, week: int) -> Row:
    edge = day.edge
    values: dict[str, Value] = {
        "day": edge.number,
        "date": edge.date,
        "week": week,
        "unit": edge.unit_name,
        "base": edge.base or None,
        "scenes": len(day.shots),
        "pages": edge.eighths,
        "minutes": edge.minutes,
        "limit": edge.day_minutes,
        "cast": edge.cast,
        "extras": edge.extras or None,
        "moves": edge.moves or None,
        "shift": edge.shift,
        "call": edge.call,
        "wrap": edge.wrap,
        "sunrise": day.sun.rise if day.sun else None,
        "sunset": day.sun.sets if day.sun else None,
        "breaks": ", ".join(edge.broken) or None,
        "day_cost": edge.cost,
    }
    style = "conflict" if edge.broken else ""
    return Row(
        cells=tuple(
            Cell(values[one.key], style if one.key == "breaks" else "")
            for one in columns
        )
    )


def _total(columns: tuple[Column, ...], shoot: Shoot) -> Row:
    days = shoot.days
    sums: dict[str, Value] = {
        "date": f"In all: {count_of(len(days), 'day')}",
        "scenes": sum(len(day.shots) for day in days),
        "pages": eighths_of(shoot.shots),
        "minutes": sum(day.edge.minutes for day in days),
        "moves": sum(day.edge.moves for day in days),
        "day_cost": sum(day.edge.cost for day in days),
    }
    cells = (Cell(sums.get(column.key)) for column in columns)
    return Row(cells=tuple(cells), style="title")
