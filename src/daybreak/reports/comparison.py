"""What is different between two schedules of a production: rows for a paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from daybreak.model.production import Production, Scene, ShiftName
from daybreak.model.schedule import CostLine, Day, Schedule
from daybreak.reports.cost_table import LABELS

if TYPE_CHECKING:
    from daybreak.checking import Costs

Sort = Literal["moved", "shift", "taken in", "left out", "added", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a strip stands: the unit and shift of its first day, and its date."""

    unit: str
    unit_name: str
    date: date
    shift: ShiftName


@dataclass(frozen=True, slots=True, kw_only=True)
class StripChange:
    """A strip that stands elsewhere.

    ``sort``: ``moved`` to another date or unit, another ``shift`` on the same,
    ``taken in`` from the boneyard, ``left out`` into it, ``added`` where only the
    second schedule knows the scene, ``gone`` where only the first does.
    """

    scene: str
    number: str
    heading: str
    sort: Sort
    before: Stand | None
    after: Stand | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """A person who works or is held on other dates.

    ``first`` and ``last`` are dates worked, before and after; ``held`` counts the
    dates that are paid as held.
    """

    person: str
    name: str
    gained: tuple[date, ...]
    lost: tuple[date, ...]
    first: tuple[date | None, date | None]
    last: tuple[date | None, date | None]
    held: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """A date of a unit that is shot in one of the two schedules only."""

    unit: str
    unit_name: str
    date: date
    is_added: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CostChange:
    """One cost line of both schedules, and what the second costs more."""

    line: CostLine
    label: str
    before: int
    after: int
    difference: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapChange:
    """The wrap of a picture in both schedules, None where nothing of it stands."""

    picture: str
    title: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is different in a second schedule; lists hold what is, costs all lines."""

    title: str
    currency: str
    strips: tuple[StripChange, ...]
    people: tuple[PersonChange, ...]
    days: tuple[DayChange, ...]
    costs: tuple[CostChange, ...]
    wraps: tuple[WrapChange, ...]

    @property
    def is_same(self) -> bool:
        """Whether every strip stands where it stood, in the same shift."""
        return not (self.strips or self.days)


def comparison(
    production: Production,
    before: Schedule,
    after: Schedule,
    *,
    costs: tuple[Costs, Costs],
) -> Comparison:
    """Give what is different in ``after``.

    Parameters
    ----------
    costs
        What the two cost, counted by the rule book.
    """
    stood, stands = _stands(production, before), _stands(production, after)
    return Comparison(
        title=production.title,
        currency=production.currency,
        strips=tuple(_strips(production, before, after, stood, stands)),
        people=tuple(_people(production, before, after, costs)),
        days=tuple(_days(production, before, after)),
        costs=tuple(_costs(*costs)),
        wraps=tuple(_wraps(production, before, after)),
    )


def _stands(production: Production, schedule: Schedule) -> dict[str, Stand]:
    names = {unit.id: unit.name for unit in production.units}
    stands: dict[str, Stand] = {}
    for day in schedule.in_order():
        stand = Stand(
            unit=day.unit,
            unit_name=names.get(day.unit, day.unit),
            date=day.date,
            shift=day.shift,
        )
        for strip in day.strips:
            stands.setdefault(strip, stand)
    return stands


# --- strips ------------------------------------------------------------------------


def _strips(
    production: Production,
    before: Schedule,
    after: Schedule,
    stood: Mapping[str, Stand],
    stands: Mapping[str, Stand],
) -> list[StripChange]:
    known = set(stood) | set(before.boneyard), set(stands) | set(after.boneyard)
    found = []
    for scene in production.scenes:
        old, new = stood.get(scene.id), stands.get(scene.id)
        sort = _sort(old, new, scene.id in known[0], scene.id in known[1])
        if sort is not None:
            found.append(_change(scene, sort, old, new))
    return sorted(found, key=_when)


def _sort(
    old: Stand | None, new: Stand | None, was_known: bool, is_known: bool
) -> Sort | None:
    """Say how a strip's place differs; None where it does not."""
    if old == new and was_known == is_known:
        return None
    if not was_known:
        return "added"
    if not is_known:
        return "gone"
    if old is None or new is None:
        return "taken in" if old is None else "left out"
    if (old.unit, old.date) == (new.unit, new.date):
        return "shift"
    return "moved"


def _change(
    scene: Scene, sort: Sort, old: Stand | None, new: Stand | None
) -> StripChange:
    return StripChange(
        scene=scene.id,
        number=scene.number,
        heading=scene.heading,
        sort=sort,
        before=old,
        after=new,
    )


def _when(change: StripChange) -> date:
    """Give the date to sort by: where it stood, else where it stands."""
    stand = change.before or change.after
    return stand.date if stand is not None else date.max


# --- people ------------------------------------------------------------------------


def _people(
    production: Production,
    before: Schedule,
    after: Schedule,
    costs: tuple[Costs, Costs],
) -> Iterator[PersonChange]:
    worked = _dates_worked(production, before), _dates_worked(production, after)
    held = _dates_held(costs[0]), _dates_held(costs[1])
    for person in production.people:
        old, new = (one.get(person.id, set()) for one in worked)
        holds = (held[0].get(person.id, 0), held[1].get(person.id, 0))
        if old == new and holds[0] == holds[1]:
            continue
        yield PersonChange(
            person=person.id,
            name=person.name,
            gained=tuple(sorted(new - old)),
            lost=tuple(sorted(old - new)),
            first=(min(old, default=None), min(new, default=None)),
            last=(max(old, default=None), max(new, default=None)),
            held=holds,
        )


def _dates_worked(production: Production, schedule: Schedule) -> dict[str, set[date]]:
    cast = {scene.id: scene.cast for scene in production.scenes}
    worked: dict[str, set[date]] = {}
    for day in schedule.days:
        for strip in day.strips:
            for person in cast[strip]:
                worked.setdefault(person, set()).add(day.date)
    return worked


def _dates_held(costs: Costs) -> dict[str, int]:
    """Count the dates paid as held by person."""
    held: dict[str, set[date]] = {}
    for item in costs.of_line("cast_hold"):
        if item.person is not None:
            held.setdefault(item.person, set()).update(item.dates)
    return {person: len(dates) for person, dates in held.items()}


# --- days, costs, pictures ---------------------------------------------------------


def _days(production: Production, before: Schedule, after: Schedule) -> list[DayChange]:
    names = {unit.id: unit.name for unit in production.units}
    old, new = _shot(before.days), _shot(after.days)
    return [
        DayChange(
            unit=unit,
            unit_name=names.get(unit, unit),
            date=day,
            is_added=(unit, day) in new,
        )
        for unit, day in sorted(old ^ new, key=lambda one: (one[1], one[0]))
    ]


def _shot(days: tuple[Day, ...]) -> set[tuple[str, date]]:
    return {(day.unit, day.date) for day in days if day.strips}


def _costs(before: Costs, after: Costs) -> Iterator[CostChange]:
    for name in get_args(CostLine):
        old, new = before.lines[name], after.lines[name]
        yield CostChange(
            line=name, label=LABELS[name], before=old, after=new, difference=new - old
        )


def _wraps(
    production: Production, before: Schedule, after: Schedule
) -> Iterator[WrapChange]:
    picture = {scene.id: scene.picture for scene in production.scenes}
    old, new = _last_dates(picture, before), _last_dates(picture, after)
    for one in production.pictures:
        yield WrapChange(
            picture=one.id,
            title=one.title,
            before=old.get(one.id),
            after=new.get(one.id),
        )


def _last_dates(picture: Mapping[str, str], schedule: Schedule) -> dict[str, date]:
    last: dict[str, date] = {}
    for day in schedule.in_order():
        for strip in day.strips:
            last[picture[strip]] = day.date
    return last
