"""The calendar of a person: work, holds, drops, travel and fittings.

Only this person's own: no scene without them, nobody else's dates, no money, no note
and no reason that was written down for the production.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from daybreak.model.production import EventKind, Person
from daybreak.reports.calendars.appointment import Appointment, hours_of, runs
from daybreak.reports.calendars.of_units import base_of, pages, places_of
from daybreak.reports.papers.shoot_days import ShootDay, shoot_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.person_days import PersonDays, person_days
from daybreak.reports.phrases import show_date
from daybreak.reports.stripboard import cast_name

EVENT_TITLES: dict[EventKind, str] = {
    "travel": "Travel",
    "fitting": "Fitting",
    "rehearsal": "Rehearsal",
    "training": "Training",
    "press": "Press",
    "other": "Engagement",
}


def cast_appointments(shown: Shown) -> tuple[Appointment, ...]:
    """Give the calendar of the person wanted; of everybody, by name, for none."""
    wanted = shown.wanted
    whole = replace(shown, wanted=replace(wanted, person=None, unit=None, day=None))
    days = shoot_of(whole).days
    people = [
        one
        for one in person_days(
            shown.production,
            shown.schedule,
            picture=wanted.picture,
            drops=wanted.drops,
        )
        if wanted.person in (None, one.person.id)
    ]
    made: list[Appointment] = []
    for one in people:
        of_one = [*_work(whole, one.person, days), *_around(one)]
        made += of_one if wanted.person else _named(one.person, of_one)
    return tuple(sorted(made, key=lambda one: (one.first, one.key)))


def _named(person: Person, found: list[Appointment]) -> Iterator[Appointment]:
    """Yield appointments with a person's name, for a calendar of several."""
    for one in found:
        title = f"{cast_name(person)}: {one.title}"
        yield replace(one, key=f"{person.id}/{one.key}", title=title)


def _work(
    shown: Shown, person: Person, days: tuple[ShootDay, ...]
) -> Iterator[Appointment]:
    units = {one.id: one for one in shown.production.units}
    number = 0
    for day in days:
        shots = tuple(one for one in day.shots if person.id in one.scene.cast)
        if not shots:
            continue
        number += 1
        shift = units[day.edge.unit].shifts.get(day.edge.shift)
        hours = hours_of(shift, base_of(shown.production, shots))
        scenes = ", ".join(shot.strip.number for shot in shots)
        places = places_of(shots)
        told = [hours.said] if hours else []
        told += [
            f"Scene{'s' * (len(shots) > 1)} {scenes}: {pages(shots)}",
            day.edge.unit_name,
        ]
        yield Appointment(
            key=f"work/{number}",
            title=f"Work: {places}" if places else "Work",
            first=day.edge.date,
            last=day.edge.date,
            hours=hours,
            lines=tuple(told),
            place=", ".join(filter(None, (places, day.edge.base))),
            category="Work",
        )


def _around(one: PersonDays) -> Iterator[Appointment]:
    """Yield what lies around the work: holds, drops and the person's own events."""
    for number, (first, last) in enumerate(runs(one.held), start=1):
        yield Appointment(
            key=f"hold/{number}",
            title="On hold",
            first=first,
            last=last,
            category="Hold",
        )
    for number, drop in enumerate(one.drops, start=1):
        yield Appointment(
            key=f"drop/{number}",
            title=f"Dropped until {show_date(drop.picked_up)}",
            first=drop.first,
            last=drop.picked_up - timedelta(days=1),
            category="Drop",
            is_busy=False,
        )
    counted: Counter[EventKind] = Counter()
    for event in one.person.events:
        counted[event.kind] += 1
        yield Appointment(
            key=f"{event.kind}/{counted[event.kind]}",
            title=EVENT_TITLES[event.kind],
            first=event.first,
            last=event.last,
            category=EVENT_TITLES[event.kind],
        )
