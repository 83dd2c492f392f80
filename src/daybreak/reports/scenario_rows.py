"""Plans side by side: what each costs, and when each picture is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from daybreak.model.production import Production
from daybreak.model.schedule import CostLine, Schedule
from daybreak.reports.cost_table import gap_of

if TYPE_CHECKING:
    from daybreak.checking import Costs, Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureEnd:
    """When a picture is done by a plan.

    Parameters
    ----------
    wrap
        The last date of its strips; None where it has none on a day.
    delivery
        ``post_days`` after its wrap.
    release
        Where known.
    """

    picture: str
    title: str
    wrap: date | None
    delivery: date | None
    release: date | None

    @property
    def days_late(self) -> int | None:
        """Days by which delivery passes the release; below 0 for days to spare."""
        if self.release is None or self.delivery is None:
            return None
        return (self.delivery - self.release).days


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioRow:
    """One plan among others.

    Parameters
    ----------
    costs
        By cost line, counted by the rule book; of a row of several productions the
        sums over them.
    bound
        A proven least total; None where none was proven.
    days
        Shooting days, of all units.
    boneyard
        Strips on no day.
    difference
        What its total is above that of the first row.
    what_ifs
        What is different from the document, a line each.
    taken_from
        The row whose plan it is, where that was better here than its own.
    clashes
        Of productions on their own: the rules that would break side by side; None
        for any other row.
    parts
        Of productions on their own: the row of each, of which this is the sum.
    """

    name: str
    note: str = ""
    costs: dict[CostLine, int]
    bound: int | None
    days: int
    boneyard: int
    pictures: tuple[PictureEnd, ...]
    difference: int = 0
    what_ifs: tuple[str, ...] = ()
    taken_from: str = ""
    clashes: tuple[Violation, ...] | None = None
    parts: tuple[ScenarioRow, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """What it costs."""
        return self.costs["total"]

    @property
    def gap(self) -> int | None:
        """What it lies above the proven least, in tenths of a percent, rounded up."""
        return gap_of(self.total, self.bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioTable:
    """Plans side by side; the first row is what the others are held against.

    Parameters
    ----------
    unplanned
        The names of those that were not planned, for it was stopped before.
    impossible
        Those that cannot be, each with why.
    """

    title: str
    currency: str
    rows: tuple[ScenarioRow, ...]
    unplanned: tuple[str, ...] = ()
    impossible: tuple[tuple[str, str], ...] = ()


def row_of_plan(
    name: str, production: Production, schedule: Schedule, costs: Costs
) -> ScenarioRow:
    """Give the row of one plan (SPEC 4); notes and the like are added by `replace`."""
    return ScenarioRow(
        name=name,
        costs=dict(costs.lines),
        bound=schedule.bound,
        days=len(schedule.days),
        boneyard=len(schedule.boneyard),
        pictures=picture_ends(production, schedule),
    )


def row_of_sum(name: str, rows: Sequence[ScenarioRow]) -> ScenarioRow:
    """Give the row of several productions taken together, each cost line added up.

    Nothing is proven of the sum where it is not proven of each.
    """
    bounds = [one.bound for one in rows if one.bound is not None]
    first = rows[0]
    return ScenarioRow(
        name=name,
        costs={line: sum(one.costs[line] for one in rows) for line in first.costs},
        bound=sum(bounds) if len(bounds) == len(rows) else None,
        days=sum(one.days for one in rows),
        boneyard=sum(one.boneyard for one in rows),
        pictures=tuple(end for one in rows for end in one.pictures),
        parts=tuple(rows),
        notes=tuple(note for one in rows for note in one.notes),
    )


def picture_ends(production: Production, schedule: Schedule) -> tuple[PictureEnd, ...]:
    """Give when each picture is done (SPEC 3, ``release``)."""
    picture = {scene.id: scene.picture for scene in production.scenes}
    wraps = {
        picture[strip]: day.date for day in schedule.in_order() for strip in day.strips
    }
    return tuple(
        PictureEnd(
            picture=one.id,
            title=one.title,
            wrap=wraps.get(one.id),
            delivery=wraps[one.id] + timedelta(days=one.post_days)
            if one.id in wraps
            else None,
            release=one.release,
        )
        for one in production.pictures
    )


def with_differences(rows: Sequence[ScenarioRow]) -> tuple[ScenarioRow, ...]:
    """Give rows with what each costs more than the first."""
    return tuple(replace(one, difference=one.total - rows[0].total) for one in rows)
