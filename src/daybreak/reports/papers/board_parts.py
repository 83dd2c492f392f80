"""Parts that several board papers share: the days, the cast, colors, conflicts."""

from __future__ import annotations

from collections.abc import Iterable

from daybreak.reports.board_lines import LEGEND
from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Column,
    Group,
    Legend,
    Row,
    Swatch,
    Table,
    Where,
)
from daybreak.reports.papers.shoot_days import Shoot, ShootDay, eighths_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.told_columns import told_columns
from daybreak.reports.phrases import count_of, show_date
from daybreak.reports.stripboard import board_numbers, cast_name


def shown_part(shown: Shown) -> str:
    """Give what part of the shoot was asked for; empty where it is all."""
    wanted, production = shown.wanted, shown.production
    parts = [one.title for one in production.pictures if one.id == wanted.picture]
    parts += [one.name for one in production.units if one.id == wanted.unit]
    parts += [cast_name(one) for one in production.people if one.id == wanted.person]
    parts += [show_date(wanted.day)] if wanted.day else []
    return ", ".join(parts)


def cast_legend(shoot: Shoot) -> Legend:
    """Give number and name of everyone in the scenes shown, by number."""
    numbers = board_numbers(shoot.production)
    shots = (*shoot.shots, *shoot.boneyard)
    there = {person for shot in shots for person in shot.scene.cast}
    named = sorted(
        (numbers[one.id], cast_name(one))
        for one in shoot.production.people
        if one.id in there
    )
    return Legend(
        swatches=tuple(
            Swatch(style="", label=name, code=str(number)) for number, name in named
        )
    )


def color_legend(shoot: Shoot) -> Legend:
    """Give the strip colors that are on the board."""
    seen = {shot.strip.color for shot in (*shoot.shots, *shoot.boneyard)}
    swatches = (Swatch(style=one, label=said) for one, said in LEGEND if one in seen)
    return Legend(swatches=tuple(swatches))


def mark_legend(shoot: Shoot) -> Legend:
    """Give the strip colors that are on the board, and the marks."""
    shots = (*shoot.shots, *shoot.boneyard)
    swatches = list(color_legend(shoot).swatches)
    strips = [shot.strip for shot in shots]
    if any(strip.broken for strip in strips):
        swatches.append(Swatch(style="conflict", label="breaks a rule", code="!"))
    if any(strip.pinned for strip in strips):
        swatches.append(Swatch(style="", label="pinned to its date", code="*"))
    return Legend(swatches=tuple(swatches))


def picture_legend(shoot: Shoot) -> tuple[Block, ...]:
    """Give the letter of each picture, where there are several."""
    if not shoot.has_pictures:
        return ()
    swatches = (
        Swatch(style="", label=title, code=letter)
        for letter, title in shoot.board.pictures
    )
    return (Legend(swatches=tuple(swatches)),)


# --- the days in a table -----------------------------------------------------------

FIRST_COLUMNS = (
    Column(key="day", label="Day", form="number", width=0.6, align="right"),
    Column(key="date", label="Date", form="date", width=1.8),
)
DAY_COLUMNS = (
    Column(key="scenes", label="Scenes", form="number", width=0.8, align="right"),
    Column(key="pages", label="Pages", form="eighths", width=0.9, align="right"),
    Column(key="minutes", label="Time", form="minutes", width=0.8, align="right"),
    Column(key="cast", label="Cast", form="number", width=0.6, align="right"),
    Column(key="extras", label="Extras", form="number", width=0.7, align="right"),
    Column(key="moves", label="Moves", form="number", width=0.7, align="right"),
    Column(key="shift", label="Shift", form="code", width=0.7),
    Column(key="call", label="Call", form="clock", width=0.7, align="right"),
    Column(key="wrap", label="Wrap", form="clock", width=0.7, align="right"),
)


def days_table(shoot: Shoot) -> Table:
    """Give a line for each day with what it comes to; a group for each week."""
    groups = [Group(rows=tuple(map(_day_row, week.days))) for week in shoot.weeks]
    return Table(
        name="days",
        columns=told_columns(_day_columns(shoot), groups),
        groups=tuple(groups),
        totals=(_days_total(shoot),),
        pinned=2,
        empty="Nothing is scheduled.",
    )


def _day_columns(shoot: Shoot) -> tuple[Column, ...]:
    """Give the columns; unit and base are for programs alone where there is one."""
    units: Where = "everywhere" if shoot.has_units else "computed"
    bases: Where = "everywhere" if shoot.board.several_bases else "computed"
    return (
        *FIRST_COLUMNS,
        Column(key="unit", label="Unit", width=1.6, where=units),
        Column(key="base", label="Base", width=1.8, where=bases),
        *DAY_COLUMNS,
    )


def _day_row(day: ShootDay) -> Row:
    edge = day.edge
    values = (
        *(edge.number, edge.date, edge.unit_name, edge.base or None),
        *(len(day.shots), edge.eighths, edge.minutes, edge.cast),
        *(edge.extras or None, edge.moves or None, edge.shift, edge.call, edge.wrap),
    )
    return Row(cells=tuple(map(Cell, values)))


def _days_total(shoot: Shoot) -> Row:
    days = shoot.days
    sums: dict[str, str | int] = {
        "date": f"In all: {count_of(len(days), 'day')}",
        "scenes": _scenes(day.shots for day in days),
        "pages": eighths_of(shoot.shots),
        "minutes": sum(day.edge.minutes for day in days),
        "moves": sum(day.edge.moves for day in days),
    }
    cells = (Cell(sums.get(column.key)) for column in _day_columns(shoot))
    return Row(cells=tuple(cells), style="title")


def _scenes(shots: Iterable[tuple[object, ...]]) -> int:
    return sum(map(len, shots))
