"""Strips by day in a table: groups of days, their bars, boneyard and totals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from daybreak.reports.papers.bars import (
    bars_before,
    boneyard_bar,
    day_bars,
    week_bar,
)
from daybreak.reports.papers.paper import Bar, Cell, Group, Row, Value
from daybreak.reports.papers.shoot_days import Shoot, ShootDay, Shot, eighths_of
from daybreak.reports.papers.strip_fields import Colored, Field, strip_row
from daybreak.reports.phrases import count_of

Notes = Callable[[Shot], tuple[str, ...]]
Bars = Callable[[ShootDay], Iterable[Bar]]


def strip_groups(
    shoot: Shoot,
    fields: Sequence[Field],
    *,
    colored: Colored,
    priced: bool,
    opening: Bars = lambda day: (),
    closing: Bars | None = None,
    notes: Notes = lambda shot: (),
) -> tuple[Group, ...]:
    """Give a group for each day, and one for the boneyard.

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

    def rows_of(day: ShootDay) -> Iterator[Row | Bar]:
        yield from bars_before(day.before, shoot, priced=priced)
        yield from opening(day)
        for shot in day.shots:
            yield strip_row(shot, fields, colored=colored, notes=notes(shot))
        if closing is None:
            yield from day_bars(day, shoot, priced=priced)
        else:
            yield from closing(day)

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


def strip_totals(shoot: Shoot, fields: Sequence[Field]) -> tuple[Row, ...]:
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
