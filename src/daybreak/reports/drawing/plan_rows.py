"""What a plan on a page shows, before it is drawn: units, legs, people, pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from daybreak.model.calendar import later
from daybreak.model.production import Picture, Production
from daybreak.model.schedule import Day, Schedule
from daybreak.reports.person_days import PersonDays, person_days
from daybreak.reports.stripboard import board_numbers, cast_name, picture_letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The days on which a unit shoots one picture; ``nights`` are some of them."""

    picture: str
    days: tuple[date, ...]
    nights: frozenset[date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """Successive shooting days of a unit in one place."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit with a lane for each of its pictures and the places where it stands."""

    name: str
    days: int
    lanes: tuple[Lane, ...]
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBar:
    """A person's dates of work and hold, and when the person is away."""

    name: str
    days: PersonDays
    away: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """A picture from its wrap to its screens; None for what is not known.

    Parameters
    ----------
    late
        Days by which it is delivered after its release.
    """

    title: str
    letter: str
    wrap: date | None
    delivered: date | None
    release: date | None
    streaming: date | None
    late: int

    @property
    def last(self) -> date | None:
        """The last date of it that is known."""
        known = (self.wrap, self.delivered, self.release, self.streaming)
        return max((day for day in known if day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Dates on which units do not shoot, and why."""

    first: date
    last: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRows:
    """All rows of a plan on a page."""

    title: str
    letters: Mapping[str, str]
    first: date
    last: date
    units: tuple[UnitRow, ...]
    people: tuple[PersonBar, ...]
    people_left_out: int
    pictures: tuple[PictureRow, ...]
    breaks: tuple[Break, ...]
    holidays: tuple[date, ...]


def plan_rows(
    production: Production, schedule: Schedule, *, people: int
) -> PlanRows | None:
    """Give the rows of a plan; None where nothing is scheduled.

    Parameters
    ----------
    people
        How many people are shown at most: those with the most days.
    """
    days = [day for day in schedule.in_order() if day.strips]
    if not days:
        return None
    bars, left_out = _people(production, schedule, people)
    first, last = days[0].date, days[-1].date
    return PlanRows(
        title=production.title,
        letters=picture_letters(production),
        first=first,
        last=last,
        units=tuple(_units(production, days)),
        people=bars,
        people_left_out=left_out,
        pictures=tuple(_pictures(production, days)),
        breaks=tuple(
            Break(first=one.first, last=one.last, reason=one.reason or "Hiatus")
            for one in production.hiatuses
            if one.last >= first and one.first <= last
        ),
        holidays=tuple(day for day in production.holidays if first <= day <= last),
    )


def _units(production: Production, days: Sequence[Day]) -> Iterator[UnitRow]:
    scenes = {scene.id: scene for scene in production.scenes}
    for unit in production.units:
        of_unit = [day for day in days if day.unit == unit.id]
        if not of_unit:
            continue
        by_picture: dict[str, dict[date, bool]] = defaultdict(dict)
        for day in of_unit:
            for strip in day.strips:
                dates = by_picture[scenes[strip].picture]
                dates[day.date] = day.shift == "night"
        yield UnitRow(
            name=unit.name,
            days=len(of_unit),
            lanes=tuple(
                _lane(one.id, by_picture[one.id])
                for one in production.pictures
                if one.id in by_picture
            ),
            legs=tuple(_legs(production, of_unit)),
        )


def _lane(picture: str, dates: Mapping[date, bool]) -> Lane:
    nights = frozenset(day for day, is_night in dates.items() if is_night)
    return Lane(picture=picture, days=tuple(sorted(dates)), nights=nights)


def _legs(production: Production, days: Sequence[Day]) -> Iterator[Leg]:
    """Yield the legs by base; where a unit has one base alone, by location."""
    locations = {one.id: one for one in production.locations}
    bases = {one.id: one.name for one in production.bases}
    where = {one.id: locations[one.location] for one in production.scenes}
    by_base = list(_runs(days, [bases[where[day.strips[0]].base] for day in days]))
    by_place = list(_runs(days, [where[day.strips[0]].name for day in days]))
    yield from by_base if len(by_base) > 1 else by_place


def _runs(days: Sequence[Day], names: Sequence[str]) -> Iterator[Leg]:
    pairs = zip(names, days, strict=True)
    for name, group in groupby(pairs, key=lambda pair: pair[0]):
        dates = [day.date for _, day in group]
        yield Leg(name=name, first=dates[0], last=dates[-1])


def _people(
    production: Production, schedule: Schedule, most: int
) -> tuple[tuple[PersonBar, ...], int]:
    numbers = board_numbers(production)
    working = [one for one in person_days(production, schedule) if one.on]
    ranked = sorted(
        working, key=lambda one: (-len(one.on), numbers[one.person.id], one.person.id)
    )
    chosen = sorted(ranked[:most], key=lambda one: numbers[one.person.id])
    bars = (
        PersonBar(
            name=f"{numbers[one.person.id]} {cast_name(one.person)}",
            days=one,
            away=tuple((away.first, away.last) for away in one.person.unavailable),
        )
        for one in chosen
    )
    return tuple(bars), len(working) - len(chosen)


def _pictures(production: Production, days: Sequence[Day]) -> Iterator[PictureRow]:
    picture_of = {scene.id: scene.picture for scene in production.scenes}
    wraps: dict[str, date] = {}
    for day in days:
        for strip in day.strips:
            wraps[picture_of[strip]] = day.date
    letters = picture_letters(production)
    for one in production.pictures:
        yield _picture(one, letters[one.id], wraps.get(one.id))


def _picture(one: Picture, letter: str, wrap: date | None) -> PictureRow:
    delivered = later(wrap, one.post_days) if wrap else None
    late = (delivered - one.release).days if delivered and one.release else 0
    days = one.streaming_after_days
    streaming = later(one.release, days) if one.release and days is not None else None
    return PictureRow(
        title=one.title,
        letter=letter,
        wrap=wrap,
        delivered=delivered,
        release=one.release,
        streaming=streaming,
        late=max(0, late),
    )
