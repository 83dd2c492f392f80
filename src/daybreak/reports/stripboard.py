"""The stripboard: which scene is shot when, with day breaks, weeks and boneyard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from daybreak.model.calendar import later
from daybreak.model.production import Person, Production, Scene, Unit, minutes_on
from daybreak.model.schedule import Day, Schedule
from daybreak.reports.board_rows import (
    Board,
    CompanyMove,
    DayBreak,
    Row,
    Strip,
    WeekBar,
)
from daybreak.reports.day_costs import day_costs
from daybreak.reports.free_dates import free_dates, idle_costs
from daybreak.reports.moving_dates import dates_before, moving_dates

if TYPE_CHECKING:
    from daybreak.checking import Costs, Violation

Broken = Sequence["Violation"]
Covers = Mapping[tuple[str, date], tuple[str, ...]]


def stripboard(
    production: Production,
    schedule: Schedule,
    *,
    costs: Costs,
    broken: Broken = (),
    reasons: Mapping[str, str] | None = None,
    covers: Covers | None = None,
    unit: str | None = None,
    strips: bool = True,
) -> Board:
    """Give the rows of a stripboard.

    Parameters
    ----------
    costs
        What the schedule costs, as counted by the rule book.
    broken
        What a check of the schedule found.
    reasons
        By scene id, why a strip stands in the boneyard.
    covers
        By unit and date of each day with exteriors, where interiors are ready for it.
    unit
        The id of the unit whose days alone are shown; None shows all.
    strips
        Whether there are rows of strips; else only what stands between them.
    """
    builder = _Builder(production, schedule, costs, broken, reasons or {}, unit)
    builder.covers = covers or {}
    return builder.board(strips=strips)


def board_numbers(production: Production) -> dict[str, int]:
    """Give the board number of everyone: their own, else the next one free."""
    taken = {one.number for one in production.people if one.number is not None}
    free = (number for number in range(1, 2**31) if number not in taken)
    return {
        one.id: one.number if one.number is not None else next(free)
        for one in production.people
    }


def cast_name(person: Person) -> str:
    """Give the name on the board: the character, where it is not the name."""
    parts = [one for one in person.characters if one.lower() != person.name.lower()]
    return f"{', '.join(parts)} ({person.name})" if parts else person.name


def set_of_scene(scene: Scene, location: str) -> str:
    """Give the place in the story: the set, else that of the heading, else where."""
    return scene.set or _set_in(scene.heading) or location


class _Builder:
    """Builds one board: looks things up, counts days, remembers bases."""

    def __init__(
        self,
        production: Production,
        schedule: Schedule,
        costs: Costs,
        broken: Broken,
        reasons: Mapping[str, str],
        unit: str | None,
    ) -> None:
        self.production = production
        self.unit = unit
        self.costs = costs
        self.broken = broken
        self.broken_scenes: dict[str, list[Violation]] = defaultdict(list)
        self.broken_dates: dict[date, list[Violation]] = defaultdict(list)
        for one in broken:
            if one.where.scene is not None:
                self.broken_scenes[one.where.scene].append(one)
            if one.where.date is not None:
                self.broken_dates[one.where.date].append(one)
        self.reasons = reasons
        self.covers: Covers = {}
        whole = schedule.in_order()
        self.days = tuple(day for day in whole if unit in (None, day.unit))
        self.boneyard = schedule.boneyard
        self.scenes = {one.id: one for one in production.scenes}
        self.units = {one.id: one for one in production.units}
        self.locations = {one.id: one for one in production.locations}
        self.bases = {one.id: one.name for one in production.bases}
        self.letters = picture_letters(production)
        self.numbers = board_numbers(production)
        self.cost_of = day_costs(production, schedule, costs)
        self.idle = idle_costs(costs, unit)
        self.travel = frozenset(
            day
            for one, dates in moving_dates(production, self.days).items()
            for day in (dates if unit in (None, one) else ())
        )
        self.standing: dict[str, set[date]] = defaultdict(set)
        for day in whole:
            for strip in day.strips:
                self.standing[strip].add(day.date)

    # --- the whole ------------------------------------------------------------

    def board(self, *, strips: bool) -> Board:
        levels = [one.level for one in self.broken]
        shot = [self.scenes[one] for one in self.shown()]
        return Board(
            title=self.production.title,
            currency=self.production.currency,
            pictures=tuple(
                (self.letters[one.id], one.title) for one in self.production.pictures
            ),
            first=self.days[0].date if self.days else None,
            last=self.days[-1].date if self.days else None,
            days=len(self.days),
            eighths=sum(scene.eighths for scene in shot),
            cost=self.costs.lines["total"],
            rows=tuple(self.rows(strips=strips)),
            boneyard=tuple(self.strip(one, None) for one in self.boneyard),
            cast=self.cast(),
            broken=(levels.count("blocks"), levels.count("warns")),
            several_units=len(self.production.units) > 1,
            several_bases=len(self.production.bases) > 1,
            several_pictures=len(self.production.pictures) > 1,
        )

    def shown(self) -> dict[str, None]:
        return dict.fromkeys(one for day in self.days for one in day.strips)

    def cast(self) -> tuple[tuple[int, str], ...]:
        named = {one.id: cast_name(one) for one in self.production.people}
        return tuple(sorted((self.numbers[one], name) for one, name in named.items()))

    # --- rows by week, date, unit ---------------------------------------------

    def rows(self, *, strips: bool) -> Iterator[Row]:
        last: date | None = None
        worked: dict[str, list[Day]] = defaultdict(list)
        weeks = groupby(self.days, key=_monday)
        for number, (monday, group) in enumerate(weeks, start=1):
            week = list(group)
            for day in week:
                if last is not None:
                    yield from free_dates(
                        self.production,
                        self.travel,
                        self.idle,
                        last,
                        day.date,
                        unit=self.unit,
                    )
                last = day.date
                yield from self.move_rows(worked[day.unit], day)
                worked[day.unit].append(day)
                if strips:
                    yield from (self.strip(one, day) for one in day.strips)
                yield self.day_break(day, len(worked[day.unit]))
            yield self.week_bar(monday, week, number)

    def move_rows(self, before: Sequence[Day], day: Day) -> Iterator[Row]:
        unit = self.units[day.unit]
        origin = self.base_of(before[-1]) if before else unit.base
        target = self.base_of(day)
        if origin is None or target is None or origin == target:
            return
        days, cost = self.move(origin, target)
        dates = dates_before(day.date, days, before[-1].date if before else date.min)
        yield CompanyMove(
            unit=unit.id,
            unit_name=unit.name,
            origin=self.bases[origin],
            target=self.bases[target],
            days=days,
            cost=cost,
            first=dates[0] if dates else None,
            last=dates[-1] if dates else None,
        )

    def move(self, origin: str, target: str) -> tuple[int, int]:
        for one in self.production.moves:
            ways = [(one.origin, one.target)]
            if one.both_ways:
                ways.append((one.target, one.origin))
            if (origin, target) in ways:
                return one.days, one.cost
        return 0, 0

    def base_of(self, day: Day) -> str | None:
        if not day.strips:
            return None
        return self.locations[self.scenes[day.strips[0]].location].base

    # --- one row --------------------------------------------------------------

    def strip(self, scene_id: str, day: Day | None) -> Strip:
        scene = self.scenes[scene_id]
        location = self.locations[scene.location].name
        return Strip(
            scene=scene.id,
            number=scene.number,
            picture=self.letters[scene.picture],
            place=scene.place,
            time=scene.time,
            set=set_of_scene(scene, location),
            synopsis=scene.synopsis or "",
            location=location,
            eighths=scene.eighths,
            eighths_here=self.eighths_on(scene.id, day) if day else scene.eighths,
            script_day=scene.script_day or "",
            cast=tuple(sorted(self.numbers[one] for one in scene.cast)),
            extras=scene.extras or 0,
            pinned=scene.pin is not None,
            day_of=self.day_of(scene, day),
            broken=self.broken_at(scene, day),
            reason="" if day else self.reasons.get(scene.id, ""),
        )

    def day_of(self, scene: Scene, day: Day | None) -> tuple[int, int] | None:
        if day is None or scene.days is None or scene.days == 1:
            return None
        return sorted(self.standing[scene.id]).index(day.date) + 1, scene.days

    def broken_at(self, scene: Scene, day: Day | None) -> tuple[str, ...]:
        found = (
            one.rule
            for one in self.broken_scenes.get(scene.id, ())
            if day is None or one.where.date in (None, day.date)
        )
        return tuple(dict.fromkeys(found))

    def broken_on(self, day: Day) -> tuple[str, ...]:
        found = (
            one.rule
            for one in self.broken_dates.get(day.date, ())
            if one.where.unit in (None, day.unit)
        )
        of_strips = (
            rule
            for strip in day.strips
            for rule in self.broken_at(self.scenes[strip], day)
        )
        return tuple(dict.fromkeys((*found, *of_strips)))

    def day_break(self, day: Day, number: int) -> DayBreak:
        unit = self.units[day.unit]
        scenes = [self.scenes[one] for one in day.strips]
        moves = _changes(scene.location for scene in scenes)
        shift = unit.shifts.get(day.shift)
        return DayBreak(
            unit=unit.id,
            unit_name=unit.name,
            number=number,
            date=day.date,
            base=self.bases.get(self.base_of(day) or "", ""),
            eighths=self.eighths_of(day),
            minutes=_minutes(scenes, unit) + moves * unit.move_minutes,
            day_minutes=unit.day_minutes,
            cast=len({person for scene in scenes for person in scene.cast}),
            extras=max((scene.extras or 0 for scene in scenes), default=0),
            moves=moves,
            shift=day.shift,
            call=shift.call if shift else 0,
            wrap=shift.end if shift else 0,
            cost=self.cost_of.get((day.unit, day.date), 0),
            broken=self.broken_on(day),
            cover=self.covers.get((day.unit, day.date)),
        )

    def week_bar(self, monday: date, week: Sequence[Day], number: int) -> WeekBar:
        return WeekBar(
            number=number,
            first=monday,
            last=later(monday, 6),
            days=len(week),
            eighths=sum(map(self.eighths_of, week)),
            cost=sum(self.cost_of.get((day.unit, day.date), 0) for day in week),
        )

    def eighths_of(self, day: Day) -> int:
        """Eighths of a day; a scene over several days lies evenly on them."""
        return sum(self.eighths_on(one, day) for one in day.strips)

    def eighths_on(self, scene: str, day: Day) -> int:
        dates = sorted(self.standing[scene])
        before, eighths = dates.index(day.date), self.scenes[scene].eighths
        return eighths * (before + 1) // len(dates) - eighths * before // len(dates)


def picture_letters(production: Production) -> dict[str, str]:
    """Give the letter of each picture by id, ``A`` to ``Z``, then ``A2`` and so on."""
    ids = [one.id for one in production.pictures]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rounds = (divmod(place, len(alphabet)) for place in range(len(ids)))
    letters = (f"{alphabet[at]}{turn + 1 if turn else ''}" for turn, at in rounds)
    return dict(zip(ids, letters, strict=True))


def _monday(day: Day) -> date:
    return day.date - timedelta(days=day.date.weekday())


def _changes(locations: Iterable[str]) -> int:
    return sum(one != other for one, other in pairwise(locations))


def _minutes(scenes: Sequence[Scene], unit: Unit) -> int:
    return sum(minutes_on(scene, unit) for scene in scenes)


def _set_in(heading: str) -> str:
    """Give the set of a heading such as ``INT. HOUSE - KITCHEN - DAY``."""
    _, found, rest = heading.partition(". ")
    parts = (rest if found else heading).split(" - ")
    return " - ".join(parts[:-1] if len(parts) > 1 else parts)
