"""The days of a board for papers: scenes with their edges, week by week.

Built on `daybreak.reports.stripboard`; narrowed to what was asked for. Numbers of
days are those of the whole board, so that day 12 is day 12 on every paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from daybreak.checking.facts import SameObject
from daybreak.model.daylight import Sun, sun_on
from daybreak.model.production import (
    Base,
    Production,
    Scene,
    minutes_on,
)
from daybreak.model.schedule import Schedule
from daybreak.reports.board_rows import (
    Board,
    CompanyMove,
    DayBreak,
    FreeDates,
    Strip,
    WeekBar,
)
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.stripboard import stripboard

if TYPE_CHECKING:
    from daybreak.checking import Costs, Violation

Between = FreeDates | CompanyMove
"""What lies between two days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A strip where it stands: on a day, or in the boneyard.

    Parameters
    ----------
    picture
        The title of its picture.
    eighths, minutes
        Its part on this day; of a strip in the boneyard all of it, and the minutes
        that its first unit would need.
    edge
        The edge of its day; None in the boneyard.
    """

    strip: Strip
    scene: Scene
    picture: str
    eighths: int
    minutes: int
    edge: DayBreak | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShootDay:
    """A day of one unit, what lies before it, and its edge below.

    Parameters
    ----------
    sun
        When the sun rises and sets at its base, where its place is known.
    """

    edge: DayBreak
    shots: tuple[Shot, ...]
    before: tuple[Between, ...] = ()
    sun: Sun | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShootWeek:
    """The days of a Monday-to-Sunday week, and the edge below them."""

    days: tuple[ShootDay, ...]
    bar: WeekBar


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoot:
    """All days that a paper shows, and the boneyard.

    Parameters
    ----------
    board
        The stripboard that they are cut from.
    wanted
        What was asked for.
    is_part
        Whether a picture, a date or a person was asked for, so that days are not
        shown whole and their costs do not belong on them.
    """

    production: Production
    board: Board
    wanted: Wanted
    weeks: tuple[ShootWeek, ...]
    boneyard: tuple[Shot, ...]
    is_part: bool

    @property
    def days(self) -> tuple[ShootDay, ...]:
        """Its days, by date and unit."""
        return tuple(day for week in self.weeks for day in week.days)

    @property
    def shots(self) -> tuple[Shot, ...]:
        """The strips on its days, in shooting order."""
        return tuple(shot for day in self.days for shot in day.shots)

    @property
    def has_units(self) -> bool:
        """Whether a row has to say which unit it is of."""
        return self.board.several_units and self.wanted.unit is None

    @property
    def has_pictures(self) -> bool:
        """Whether a scene number has to say which picture it is of."""
        return self.board.several_pictures and self.wanted.picture is None


KEPT = 4
"""Schedules whose days are kept at a time."""
LOST = "The schedule names it nowhere: put it on a day or in the boneyard."


def shoot_of(shown: Shown) -> Shoot:
    """Give the days of a schedule, narrowed to what is wanted of it.

    To a unit, a picture, a date, and the scenes with a person.

    A scene that the schedule names nowhere is shown in the boneyard, and says so.
    """
    wanted = shown.wanted
    kept = _whole(
        SameObject(shown.production),
        SameObject(shown.schedule),
        SameObject(shown.costs),
        SameObject(shown.violations),
        tuple(sorted(shown.reasons.items())),
        wanted.unit,
    )
    whole = replace(kept, wanted=wanted)
    if wanted.picture is None and wanted.day is None and wanted.person is None:
        return whole
    return _narrowed(whole, wanted)


@lru_cache(maxsize=KEPT)
def _whole(
    same_production: SameObject,
    same_schedule: SameObject,
    same_costs: SameObject,
    same_violations: SameObject,
    reasons: tuple[tuple[str, str], ...],
    unit: str | None,
) -> Shoot:
    """Give all days of a schedule; a folder of papers asks for them many times."""
    production = cast(Production, same_production.thing)
    schedule = cast(Schedule, same_schedule.thing)
    lost = _lost(production, schedule)
    board = stripboard(
        production,
        replace(schedule, boneyard=(*schedule.boneyard, *lost)),
        costs=cast("Costs", same_costs.thing),
        broken=cast("tuple[Violation, ...]", same_violations.thing),
        reasons={**dict(reasons), **dict.fromkeys(lost, LOST)},
        unit=unit,
    )
    return _Cutter(production, board).shoot(Wanted(unit=unit))


def _lost(production: Production, schedule: Schedule) -> tuple[str, ...]:
    named = {strip for day in schedule.days for strip in day.strips}
    named.update(schedule.boneyard)
    return tuple(one.id for one in production.scenes if one.id not in named)


def eighths_of(shots: Iterable[Shot]) -> int:
    """Give the length of strips together, in eighths."""
    return sum(shot.eighths for shot in shots)


# --- from rows to weeks ------------------------------------------------------------


class _Cutter:
    """Cuts the rows of a board into weeks of days."""

    def __init__(self, production: Production, board: Board) -> None:
        self.production = production
        self.board = board
        self.scenes = {one.id: one for one in production.scenes}
        self.units = {one.id: one for one in production.units}
        self.titles = {one.id: one.title for one in production.pictures}
        self.locations = {one.id: one for one in production.locations}
        self.bases = {one.id: one for one in production.bases}

    def shoot(self, wanted: Wanted) -> Shoot:
        unit = wanted.unit
        boneyard = map(self.in_boneyard, self.board.boneyard)
        return Shoot(
            production=self.production,
            board=self.board,
            wanted=wanted,
            weeks=tuple(self.weeks()),
            boneyard=tuple(
                shot
                for shot in boneyard
                if unit is None or unit in self.production.units_of(shot.scene)
            ),
            is_part=False,
        )

    def weeks(self) -> list[ShootWeek]:
        weeks: list[ShootWeek] = []
        days: list[ShootDay] = []
        strips: list[Strip] = []
        before: list[Between] = []
        for row in self.board.rows:
            if isinstance(row, Strip):
                strips.append(row)
            elif isinstance(row, DayBreak):
                days.append(self.day(row, strips, before))
                strips, before = [], []
            elif isinstance(row, WeekBar):
                weeks.append(ShootWeek(days=tuple(days), bar=row))
                days = []
            else:
                before.append(row)
        return weeks

    def day(
        self, edge: DayBreak, strips: Sequence[Strip], before: Sequence[Between]
    ) -> ShootDay:
        base = self.base_of(strips)
        return ShootDay(
            edge=edge,
            shots=tuple(self.shot(strip, edge) for strip in strips),
            before=tuple(before),
            sun=sun_on(base, edge.date) if base else None,
        )

    def base_of(self, strips: Sequence[Strip]) -> Base | None:
        if not strips:
            return None
        scene = self.scenes[strips[0].scene]
        return self.bases[self.locations[scene.location].base]

    def shot(self, strip: Strip, edge: DayBreak) -> Shot:
        scene = self.scenes[strip.scene]
        return Shot(
            strip=strip,
            scene=scene,
            picture=self.titles[scene.picture],
            eighths=strip.eighths_here,
            minutes=minutes_on(scene, self.units[edge.unit]),
            edge=edge,
        )

    def in_boneyard(self, strip: Strip) -> Shot:
        scene = self.scenes[strip.scene]
        unit = self.units[self.production.units_of(scene)[0]]
        return Shot(
            strip=strip,
            scene=scene,
            picture=self.titles[scene.picture],
            eighths=scene.eighths,
            minutes=minutes_on(scene, unit) * (scene.days or 1),
        )


# --- narrowed to a picture, a date or a person -------------------------------------


def _narrowed(shoot: Shoot, wanted: Wanted) -> Shoot:
    """Give the days of a picture, of a date, of a person, or of all of them.

    What a day comes to is counted of what is left of it. Dates without shooting are
    left out: others may well be shooting on them.
    """
    weeks = []
    moves: list[Between] = []
    for week in shoot.weeks:
        days = []
        for one in week.days:
            moves += [row for row in one.before if isinstance(row, CompanyMove)]
            shots = tuple(shot for shot in one.shots if _is_of(shot, wanted))
            if shots and wanted.day in (None, one.edge.date):
                days.append(_part(one, shots, moves))
                moves = []
        if days:
            weeks.append(ShootWeek(days=tuple(days), bar=_bar(week.bar, days)))
    boneyard = tuple(one for one in shoot.boneyard if _is_of(one, wanted))
    return replace(
        shoot,
        weeks=tuple(weeks),
        boneyard=boneyard if wanted.day is None else (),
        is_part=True,
    )


def _is_of(shot: Shot, wanted: Wanted) -> bool:
    with_person = wanted.person is None or wanted.person in shot.scene.cast
    return with_person and wanted.picture in (None, shot.scene.picture)


def _part(day: ShootDay, shots: tuple[Shot, ...], moves: list[Between]) -> ShootDay:
    if shots == day.shots:
        return replace(day, before=tuple(moves))
    scenes = [shot.scene for shot in shots]
    locations = [scene.location for scene in scenes]
    edge = replace(
        day.edge,
        eighths=eighths_of(shots),
        minutes=sum(shot.minutes for shot in shots),
        cast=len({person for scene in scenes for person in scene.cast}),
        extras=max((scene.extras or 0 for scene in scenes), default=0),
        moves=sum(one != other for one, other in pairwise(locations)),
    )
    shots = tuple(replace(shot, edge=edge) for shot in shots)
    return replace(day, edge=edge, shots=shots, before=tuple(moves))


def _bar(bar: WeekBar, days: Sequence[ShootDay]) -> WeekBar:
    return replace(
        bar,
        days=len(days),
        eighths=sum(day.edge.eighths for day in days),
        cost=sum(day.edge.cost for day in days),
    )
