"""One way to go on with a shoot, and what is different in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.standing import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A way to go on: a schedule that the rule book passed, and what moves for it.

    Parameters
    ----------
    schedule
        The days that were shot, and the days to come.
    cost
        Whole currency, SPEC 4 ``total``, what was shot included.
    changed
        The strips that stood on a day before and have another date or unit now.
    people
        Who works on other dates from today on.
    days
        The dates of units, from today on, with other strips on them.
    is_fewest
        Whether it is proven that no plan with as few strips left out changes fewer.
    reasons
        Why each strip of the boneyard stands there, by scene id.
    """

    schedule: Schedule
    cost: int
    changed: tuple[str, ...]
    people: tuple[str, ...]
    days: tuple[Place, ...]
    is_fewest: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replanned:
    """How a shoot under way may go on.

    Parameters
    ----------
    production
        With a scene of its own for what is left of each unfinished one; the
        schedules belong to it.
    alternatives
        From fewest changes to cheapest, at least one; none is both dearer and
        changes more than another.
    rest_of
        For each new scene, the scene that it is the rest of.
    seconds
        From the call to the answer.
    seed, iterations, version
        What it takes to find it again: iterations are moves tried, of all workers.
    notes
        What went wrong on the way, and what of the earlier schedule was left out.
    """

    production: Production
    alternatives: tuple[Alternative, ...]
    rest_of: Mapping[str, str]
    seconds: float
    seed: int
    iterations: int
    version: str
    notes: tuple[str, ...] = ()

    @property
    def best(self) -> Alternative:
        """The one asked for; of several the one with fewest changes."""
        return self.alternatives[0]


def other_days(
    before: Schedule, after: Schedule, rest_of: Mapping[str, str], today: date
) -> tuple[Place, ...]:
    """Give the dates of units from today on with other strips on them."""
    one, other = (
        _strips_by_day(before, {}, today),
        _strips_by_day(after, rest_of, today),
    )
    return tuple(
        sorted(
            (day for day in {*one, *other} if one.get(day) != other.get(day)),
            key=lambda day: (day.date, day.unit),
        )
    )


def _strips_by_day(
    schedule: Schedule, rest_of: Mapping[str, str], today: date
) -> dict[Place, frozenset[str]]:
    return {
        Place(day.unit, day.date): frozenset(_whole(one, rest_of) for one in day.strips)
        for day in schedule.days
        if day.date >= today
    }


def _whole(scene: str, rest_of: Mapping[str, str]) -> str:
    """Give the scene that a rest is a rest of, in the end."""
    while scene in rest_of:
        scene = rest_of[scene]
    return scene


def people_with_other_dates(
    production: Production, before: Schedule, after: Schedule, today: date
) -> tuple[str, ...]:
    """Give the people who work on other dates from today on."""
    cast = {scene.id: scene.cast for scene in production.scenes}
    one, other = _dates(cast, before, today), _dates(cast, after, today)
    return tuple(
        person.id
        for person in production.people
        if one.get(person.id) != other.get(person.id)
    )


def _dates(
    cast: Mapping[str, Iterable[str]], schedule: Schedule, today: date
) -> dict[str, set[date]]:
    dates: dict[str, set[date]] = {}
    for day in schedule.days:
        if day.date >= today:
            for strip in day.strips:
                for person in cast.get(strip, ()):
                    dates.setdefault(person, set()).add(day.date)
    return dates
