"""Elements of a USS file: cast, things, and what a heading is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from daybreak.model.calendar import every_date
from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import Element, Person, Production
from daybreak.model.schedule_standard import (
    AWAY,
    CAST,
    SUNDAY_FIRST,
    WEEKLY_OFF,
)
from daybreak.reports.formats.uss_calendar import within
from daybreak.reports.formats.uss_categories import Categories
from daybreak.reports.formats.uss_ids import UssIds, moment

_EVENT_DATES_MOST = 366
"""Dates of one event of a person that are written out."""


class Elements:
    """Makes elements; those of scenes when they are first needed, each once."""

    def __init__(
        self, production: Production, categories: Categories, ids: UssIds, created: str
    ) -> None:
        self._categories = categories
        self._ids = ids
        self._created = created
        self._made: list[dict[str, Any]] = []
        self._of_scenes: dict[tuple[str, str], str] = {}
        self._span = (
            min(unit.start for unit in production.units),
            max(unit.end for unit in production.units),
        )
        self.people = {one.id: self._person(one) for one in production.people}
        self.things = {one.id: self._thing(one) for one in production.elements}

    def all(self) -> list[dict[str, Any]]:
        """Give every element made so far."""
        return self._made

    def of_standard(self, ucid: int, name: str) -> str:
        """Give the id of an element of a scene category of the standard."""
        return self._of_scene(self._categories.numbered(ucid), name)

    def of_own(self, category: str, name: str) -> str:
        """Give the id of an element of an own scene category."""
        return self._of_scene(self._categories.of_scenes(category), name)

    def _of_scene(self, category: str, name: str) -> str:
        key = (category, name)
        if key not in self._of_scenes:
            made = self._ids.of("scene-element", f"{category}/{name}")
            self._add(made, category, name, isDood=False)
            self._of_scenes[key] = made
        return self._of_scenes[key]

    def _thing(self, thing: Element) -> str:
        made = self._ids.kept(thing.extra, "element", thing.id)
        category = self._categories.of_things(thing.category)
        self._add(made, category, thing.name, elementId=_board_id(thing.extra))
        return made

    def _person(self, person: Person) -> str:
        made = self._ids.kept(person.extra, "person", person.id)
        deal = next((one for one in person.deals if one.kind == "daily"), None)
        number = str(person.number) if person.number is not None else None
        self._add(
            made,
            self._categories.numbered(CAST),
            " / ".join(person.characters) or person.name,
            elementId=number or _board_id(person.extra),
            isHold=deal is None or deal.hold > 0,
            isDrop=deal is not None and deal.drops > 0,
            dropDayCount=deal.drop_after_days + 1 if deal and deal.drops else 0,
            daysOff=_weekdays_off(person),
            events=[
                {
                    "id": self._ids.of("event", f"{made}/{day}/{kind}/{name}"),
                    "date": moment(day),
                    "type": kind,
                    "name": name,
                }
                for day, kind, name in _events(person, *self._span)
            ],
        )
        return made

    def _add(self, made: str, category: str, name: str, **told: Any) -> None:
        usual: dict[str, Any] = {
            "daysOff": [],
            "dropDayCount": 0,
            "elementId": None,
            "events": [],
            "isDood": True,
            "isDrop": False,
            "isHold": False,
            "isIdLock": False,
            "linkedElements": [],
        }
        self._made.append(
            {
                "id": made,
                "category": category,
                "created": self._created,
                **usual,
                "name": name,
                **told,
            }
        )


def _board_id(extra: dict[str, Any]) -> str | None:
    found = extra.get("board_id")
    return found if isinstance(found, str) and found else None


def _weekdays_off(person: Person) -> list[int]:
    """Give the weekdays, 0 is Sunday, that an import wrote out as dates."""
    days = (
        day
        for away in person.unavailable
        if away.reason == WEEKLY_OFF
        for day in every_date(away.first, min(away.last, away.first + timedelta(6)))
    )
    return sorted({SUNDAY_FIRST.index(WEEKDAYS[day.weekday()]) for day in days})


def _events(person: Person, first: date, last: date) -> Iterator[tuple[date, str, str]]:
    """Yield date, type and name of whatever stands on a person's calendar."""
    found = sorted({*_days_off(person, first, last), *_other_events(person)})
    yield from found


def _days_off(
    person: Person, first: date, last: date
) -> Iterable[tuple[date, str, str]]:
    """Yield the dates of the shoot on which a person cannot work."""
    for away in person.unavailable:
        if away.reason != WEEKLY_OFF:
            name = away.reason.strip() or AWAY
            for day in within(away.first, away.last, (first, last)):
                yield day, "dayOff", name
    if person.windows:
        for day in every_date(first, last):
            if not any(day in window for window in person.windows):
                yield day, "dayOff", AWAY


def _other_events(person: Person) -> Iterable[tuple[date, str, str]]:
    for event in person.events:
        end = min(event.last, event.first + timedelta(_EVENT_DATES_MOST - 1))
        name = event.note.strip() or "other" if event.kind == "other" else event.kind
        for day in every_date(event.first, end):
            yield day, "event", name
