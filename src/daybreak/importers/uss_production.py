"""The production of a schedule file, put together from what was read of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from daybreak.importers.defaults import holidays_between
from daybreak.importers.names import Ids
from daybreak.importers.shoot import Settings, days_filled, units_for
from daybreak.importers.tiers import CURRENCY
from daybreak.importers.uss_calendars import ShootCalendar
from daybreak.importers.uss_document import UssDocument
from daybreak.importers.uss_people import people_of, things_of
from daybreak.importers.uss_plans import LongestDay, Plan, minutes_of, whole_days_of
from daybreak.importers.uss_scenes import DraftedScene, DraftedSheets
from daybreak.importers.uss_units import UnitNames
from daybreak.model.production import (
    Base,
    Element,
    Location,
    Person,
    Picture,
    Production,
    Scene,
    Unit,
)

DAY_MOST = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What is known before the production is made.

    Parameters
    ----------
    calendar
        The production's; ``calendars`` are those of the plans, in their order.
    longest
        The longest day of the plans, where there is one.
    """

    document: UssDocument
    settings: Settings
    sheets: DraftedSheets
    plans: tuple[Plan, ...]
    calendar: ShootCalendar
    calendars: tuple[ShootCalendar, ...]
    units: UnitNames
    longest: LongestDay | None
    title: str

    @property
    def day_minutes(self) -> int:
        """Minutes of a day: those of the longest one, where it is longer than usual."""
        longest = self.longest.minutes if self.longest else 0
        return min(max(self.settings.day_minutes, longest), DAY_MOST)


def production_of(read: Gathered) -> tuple[Production, dict[str, Scene]]:
    """Give the production, and its scenes by breakdown id."""
    units = _units(read)
    base = read.settings.base or Base(id="home", name="Home")
    people = people_of(
        read.document,
        tier=read.settings.tier,
        span=(units[0].start, units[0].end),
    )
    things = things_of(read.document)
    locations = _locations(read, base)
    scenes = _scenes(read, people, things, locations)
    calendar = read.calendar
    given = holidays_between(units[0].start, units[0].end, calendar.is_holiday)
    made = Production(
        title=read.title,
        currency=CURRENCY,
        pictures=tuple(
            Picture(id=f"m{at}", title=title)
            for at, title in enumerate(read.sheets.pictures, 1)
        ),
        units=units,
        holidays=tuple(sorted({*calendar.holidays, *given})),
        hiatuses=calendar.hiatuses(),
        bases=(base,),
        locations=tuple(locations.values()),
        people=tuple(people.values()),
        elements=tuple(things.values()),
        scenes=tuple(scenes.values()),
        extra=_beside(read),
    )
    return made, scenes


def _beside(read: Gathered) -> dict[str, Any]:
    document = read.document
    kept: dict[str, Any] = {
        **document.header.said(),
        "categories": {one.name: one.ucid for one in document.categories},
        "calendar": read.calendar.name,
        "events": [[day.isoformat(), name] for day, name in read.calendar.events],
    }
    return {
        "import": {"tier": read.settings.tier.name, "scripts": [document.file]},
        "uss": {key: value for key, value in kept.items() if value},
    }


def _units(read: Gathered) -> tuple[Unit, ...]:
    """Make the units: from the first date of any board, with room after the last."""
    start = min(calendar.start for calendar in read.calendars)
    last = max(
        (
            calendar.dates(plan.length)[-1]
            for plan, calendar in zip(read.plans, read.calendars, strict=False)
        ),
        default=start,
    )
    names = tuple(read.units.names.values())
    settings = replace(
        read.settings, start=start, units=names, workweek=read.calendar.workweek
    )
    lengths = [one.sheet.eighths or 0 for one in read.sheets.scenes]
    ids = tuple(read.units.ids.values())
    return tuple(
        replace(
            unit,
            id=unit_id,
            day_minutes=read.day_minutes,
            end=max(unit.end, last, start + timedelta(days=1)),
        )
        for unit, unit_id in zip(units_for(settings, lengths), ids, strict=True)
    )


def _locations(read: Gathered, base: Base) -> dict[str, Location]:
    ids = Ids()
    return {
        name: Location(
            id=ids.make(name, otherwise="place"),
            name=name,
            base=base.id,
            day_fee=read.settings.tier.location_day.value,
        )
        for name in dict.fromkeys(one.draft.location for one in read.sheets.scenes)
    }


def _scenes(
    read: Gathered,
    people: Mapping[str, Person],
    things: Mapping[str, Element],
    locations: Mapping[str, Location],
) -> dict[str, Scene]:
    told = whole_days_of(read.document)
    return {
        one.sheet.id: Scene(
            id=one.draft.scene_id,
            picture=one.draft.picture,
            number=one.draft.number,
            heading=one.draft.scene.heading.text,
            place=one.draft.place,
            time=one.draft.time,
            location=locations[one.draft.location].id,
            set=one.draft.set,
            eighths=one.draft.length.eighths,
            minutes=None if one.draft.number in told else one.sheet.minutes,
            days=told.get(one.draft.number) or _whole_days(one, read),
            cast=tuple(dict.fromkeys(people[element.id].id for element in one.cast)),
            elements=tuple(
                dict.fromkeys(things[element.id].id for element in one.things)
            ),
            units=read.units.of_scene.get(one.sheet.id),
            synopsis=one.sheet.description or None,
            script_day=one.script_day,
            notes=one.sheet.comments or None,
            extra=one.beside(),
        )
        for one in read.sheets.scenes
    }


def _whole_days(one: DraftedScene, read: Gathered) -> int | None:
    minutes = minutes_of(one.sheet, read.settings.eighth_minutes)
    return days_filled(minutes, read.day_minutes)
