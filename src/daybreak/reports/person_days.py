"""What each person does on which date: works, is held, dropped, travels, is away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from daybreak.model.calendar import calendar_of
from daybreak.model.production import Deal, Event, EventKind, Person, Production
from daybreak.model.schedule import Schedule

if TYPE_CHECKING:
    from daybreak.checking import DealGaps, Gap
    from daybreak.checking.facts import SameObject

EVENTS: dict[EventKind, str] = {
    "travel": "T",
    "fitting": "FT",
    "rehearsal": "R",
    "training": "TN",
    "press": "PR",
    "other": "O",
}
Pictures = Mapping[date, frozenset[str]]


Choice = Literal["best", "first"]
KEPT = 4
"""Schedules, each with one choice, whose people are kept at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A gap that goes unpaid.

    Parameters
    ----------
    first
        The first date in it without work or pay: the date of the drop. Its first
        date where others pay for all of them.
    picked_up
        The date of the first work after it.
    unpaid
        The dates on which the person would have been held under the deal.
    pictures
        The ids of the pictures that the deal is for; None for all.
    """

    first: date
    picked_up: date
    unpaid: tuple[date, ...]
    pictures: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDays:
    """A person's dates under a schedule, for one picture or for all.

    Parameters
    ----------
    pictures
        By date worked, the ids of the pictures worked for; also those not asked for.
    on
        The dates worked for what was asked, in order.
    held
        Dates without work that are paid: held, or inside paid weeks.
    drops
        The gaps that go unpaid, in order.
    """

    person: Person
    pictures: Pictures
    on: tuple[date, ...]
    held: frozenset[date]
    drops: tuple[Drop, ...]

    def work_code(self, day: date) -> str:
        """Give ``SW`` to ``PWF`` of a date worked, empty for any other."""
        if day not in self.pictures or day not in self.on:
            return ""
        picked_up = any(drop.picked_up == day for drop in self.drops)
        lead = "S" if day == self.on[0] else "P" if picked_up else ""
        return f"{lead}W{'F' if day == self.on[-1] else ''}"

    def is_drop(self, day: date) -> bool:
        """Tell whether this is the date of a drop, and nobody else pays it."""
        return day not in self.held and any(drop.first == day for drop in self.drops)

    def event(self, day: date) -> Event | None:
        """Give what is on the person's own calendar, the first of several."""
        for event in self.person.events:
            if event.first <= day <= event.last:
                return event
        return None

    def is_inside(self, day: date) -> bool:
        """Tell whether a date lies between the first and the last day of work."""
        return bool(self.on) and self.on[0] <= day <= self.on[-1]


def person_days(
    production: Production,
    schedule: Schedule,
    *,
    picture: str | None = None,
    drops: Choice = "best",
) -> tuple[PersonDays, ...]:
    """Give the dates of everybody, in the order of the production.

    Parameters
    ----------
    picture
        The id of the picture whose work, holds and drops count; None for all.
    drops
        Which gaps are dropped: as paid, or the first that are long enough.
    """
    from daybreak.checking.facts import SameObject  # slow import  # noqa: PLC0415

    return _person_days(SameObject(production), SameObject(schedule), picture, drops)


@lru_cache(maxsize=KEPT)
def _person_days(
    same_production: SameObject,
    same_schedule: SameObject,
    picture: str | None,
    drops: Choice,
) -> tuple[PersonDays, ...]:
    """Give the dates of everybody; each calendar of a folder asks for them."""
    from daybreak.checking import hold_gaps  # slow import  # noqa: PLC0415

    production = cast(Production, same_production.thing)
    schedule = cast(Schedule, same_schedule.thing)
    pictures = _pictures(production, schedule)
    production_dates = calendar_of(production).people
    deals: dict[str, list[DealGaps]] = defaultdict(list)
    for one in hold_gaps(production, schedule):
        if picture is None or _is_for(one.deal, {picture}):
            deals[one.person.id].append(one)
    made = []
    for person in production.people:
        worked = pictures[person.id]
        on = [day for day, of in worked.items() if picture is None or picture in of]
        weekly = _in_paid_weeks(person, worked, production_dates[person.id], picture)
        made.append(_one(person, worked, on, deals[person.id], weekly, drops))
    return tuple(made)


def _one(
    person: Person,
    worked: Pictures,
    on: Sequence[date],
    deals: Iterable[DealGaps],
    weekly: Iterable[date],
    drops: Choice,
) -> PersonDays:
    held = set(weekly)
    dropped: list[tuple[Gap, Deal]] = []
    for one in deals:
        held.update(one.held(drops))
        dropped += [(gap, one.deal) for gap in one.dropped(drops)]
    return PersonDays(
        person=person,
        pictures=worked,
        on=tuple(on),
        held=frozenset(day for day in held if on and on[0] < day < on[-1]),
        drops=tuple(
            _drop(gap, deal, on, worked.keys() | held)
            for gap, deal in sorted(dropped, key=lambda pair: pair[0].after)
            if on and on[0] <= gap.after and gap.until <= on[-1]
        ),
    )


def _drop(gap: Gap, deal: Deal, on: Sequence[date], taken: Collection[date]) -> Drop:
    """Give a gap as a drop; ``taken`` are the dates with work or pay."""
    inside = list(_inside(gap))
    return Drop(
        first=next((day for day in inside if day not in taken), inside[0]),
        picked_up=next(day for day in on if day >= gap.until),
        unpaid=gap.held,
        pictures=deal.pictures,
    )


def _inside(gap: Gap) -> Iterable[date]:
    return map(
        date.fromordinal, range(gap.after.toordinal() + 1, gap.until.toordinal())
    )


def _pictures(production: Production, schedule: Schedule) -> dict[str, Pictures]:
    scenes = {scene.id: scene for scene in production.scenes}
    found: dict[str, dict[date, set[str]]] = {one.id: {} for one in production.people}
    for day in schedule.in_order():
        for scene in (scenes[strip] for strip in day.strips):
            for person in scene.cast:
                found[person].setdefault(day.date, set()).add(scene.picture)
    return {
        person: {day: frozenset(of) for day, of in days.items()}
        for person, days in found.items()
    }


def _is_for(deal: Deal, pictures: Iterable[str]) -> bool:
    return deal.pictures is None or not set(pictures).isdisjoint(deal.pictures)


def _in_paid_weeks(
    person: Person,
    worked: Pictures,
    production_dates: Sequence[date],
    picture: str | None,
) -> set[date]:
    """Give the dates inside the weeks that a weekly deal pays, without work."""
    held: set[date] = set()
    for deal in person.deals:
        if deal.kind == "weekly" and (picture is None or _is_for(deal, {picture})):
            paid = [day for day, of in worked.items() if _deal(person, of) is deal]
            held.update(
                day
                for day in production_dates
                if paid and paid[0] < day < paid[-1]
                if day not in worked and person.is_available(day)
            )
    return held


def _deal(person: Person, pictures: Iterable[str]) -> Deal | None:
    """Give the deal under which a date is paid: the first listed (SPEC 4)."""
    return next((deal for deal in person.deals if _is_for(deal, pictures)), None)
