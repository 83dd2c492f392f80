"""Strips by day in a table: groups of days, their bars, boneyard and totals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from daybreak.reports.papers.bars import (
    bars_before,
    boneyard_bar,
    day_bars,
    week_bar,
)
from daybreak.reports.papers.paper import Bar, Cell, Group, Row, Table, Value
from daybreak.reports.papers.shoot_days import Shoot, ShootDay, Shot, eighths_of
from daybreak.reports.papers.strip_fields import Colored, Field, strip_row
from daybreak.reports.phrases import count_of

Notes = Callable[[Shot], tuple[str, ...]]
Bars = Callable[[ShootDay], Iterable[Bar]]


def strip_table(
    shoot: Shoot,
    fields: Sequence[Field],
    *,
    name: str,
    colored: Colored = "chips",
    priced: bool = False,
    pinned: int = 1,
    opening: Bars = lambda day: (),
    closing: Bars | None = None,
    notes: Notes = lambda shot: (),
) -> Table:
    """Give the strips by day: a group for each, one for the boneyard, and totals.

    Parameters
    ----------
    priced
        Whether bars say what days cost.
    opening, closing
        Give the bars above and below a day; below it is its edge, if nothing else is
        asked for.
    notes
        Gives the lines under a strip.
    """
    look = _Look(
        colored=colored, priced=priced, opening=opening, closing=closing, notes=notes
    )
    return Table(
        name=name,
        columns=tuple(field.column for field in fields),
        groups=_groups(shoot, fields, look),
        totals=_totals(shoot, fields),
        pinned=pinned,
        empty="Nothing is scheduled.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How strips and what stands around them are shown; see `strip_table`."""

    colored: Colored
    priced: bool
    opening: Bars
    closing: Bars | None
    notes: Notes


def _groups(shoot: Shoot, fields: Sequence[Field], look: _Look) -> tuple[Group, ...]:
    colored, priced, notes = look.colored, look.priced, look.notes

    def rows_of(day: ShootDay) -> Iterator[Row | Bar]:
        yield from bars_before(day.before, shoot, priced=priced)
        yield from look.opening(day)
        for shot in day.shots:
            yield strip_row(shot, fields, colored=colored, notes=notes(shot))
        if look.closing is None:
            yield from day_bars(day, shoot, priced=priced)
        else:
            yield from look.closing(day)

    groups = []
    for week in shoot.weeks:
        days = [list(rows_of(day)) for day in week.days]
        days[-1].append(week_bar(week.bar, shoot, priced=priced))
        groups += [Group(rows=tuple(rows)) for rows in days]
    if shoot.boneyard:
        groups.append(_boneyard(shoot, fields, colored, notes))
    return tuple(groups)


def _boneyard(
    shoot: Shoot, fields: Sequence[Field], colored: Colored, notes: Notes
) -> Group:
    rows: list[Row | Bar] = [boneyard_bar(shoot)]
    for shot in shoot.boneyard:
        said = (*_reason(shot), *notes(shot))
        rows.append(strip_row(shot, fields, colored=colored, notes=said))
    return Group(rows=tuple(rows))


def _reason(shot: Shot) -> tuple[str, ...]:
    return (shot.strip.reason,) if shot.strip.reason else ()


def _totals(shoot: Shoot, fields: Sequence[Field]) -> tuple[Row, ...]:
    """Give what all days come to and, apart from it, the boneyard."""
    said = count_of(len(shoot.days), "day") + ", " + _scenes(shoot.shots)
    rows = [_total(f"In all: {said}", shoot.shots, fields)]
    if shoot.boneyard:
        said = f"Boneyard: {_scenes(shoot.boneyard)}"
        rows.append(_total(said, shoot.boneyard, fields))
    return tuple(rows)


def _scenes(shots: Sequence[Shot]) -> str:
    return count_of(len({shot.strip.scene for shot in shots}), "scene")


def _total(said: str, shots: Sequence[Shot], fields: Sequence[Field]) -> Row:
    sums: dict[str, Value] = {
        "set": said,
        "pages": eighths_of(shots),
        "minutes": sum(shot.minutes for shot in shots),
    }
    keys = [field.column.key for field in fields]
    return Row(cells=tuple(Cell(sums.get(key)) for key in keys), style="title")
