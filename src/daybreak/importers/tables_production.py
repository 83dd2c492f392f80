"""Strips of a one-liner to a whole production, with stated defaults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from daybreak.importers.defaults import holiday_test, holidays_between
from daybreak.importers.drafts import open_questions
from daybreak.importers.names import Ids, name_key, slug_of
from daybreak.importers.outcome import Question, counted
from daybreak.importers.places import PlaceNames
from daybreak.importers.shoot import UNIT_NAMES, Settings, days_filled, units_for
from daybreak.importers.slugline import Slug
from daybreak.importers.tables_casting import CastName
from daybreak.importers.tables_strips import Strip
from daybreak.importers.tiers import CURRENCY, Tier
from daybreak.model.production import (
    Base,
    Deal,
    Element,
    Location,
    Person,
    Picture,
    Place,
    Production,
    Scene,
    Unit,
)

NOWHERE = "UNNAMED PLACE"
_HEADS: Mapping[Place, str] = {"int": "INT.", "ext": "EXT.", "int/ext": "INT./EXT."}
_SHORTEST = 1
"""Eighths of a scene whose length nobody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeOfStrips:
    """The production of a one-liner.

    Parameters
    ----------
    scene_of
        Ids of the scenes, strip by strip.
    questions
        What a person should look at.
    """

    production: Production
    scene_of: tuple[str, ...]
    questions: tuple[Question, ...]


def make_production(
    strips: Sequence[Strip],
    *,
    settings: Settings,
    title: str,
    places: PlaceNames,
    file: str,
) -> MadeOfStrips:
    """Give the production of strips; a scene over several days has a strip for each.

    Parameters
    ----------
    strips
        The strips, omitted scenes left out.
    settings
        How the shoot is meant to be.
    title
        Title of the production, and of its picture where the rows name none.
    places
        Names of places that are one.
    file
        The name of the file.
    """
    maker = _Maker(strips, settings, title, places)
    scenes = maker.scenes()
    units = maker.units
    is_holiday = holiday_test(settings.holidays)
    production = Production(
        title=title,
        currency=CURRENCY,
        pictures=maker.pictures,
        units=units,
        holidays=holidays_between(units[0].start, units[0].end, is_holiday),
        bases=(maker.base,),
        locations=maker.locations,
        people=maker.people,
        elements=tuple(maker.elements.values()),
        scenes=scenes,
        extra={"import": {"tier": settings.tier.name, "tables": [file]}},
    )
    return MadeOfStrips(
        production=production,
        scene_of=tuple(maker.scene_of),
        questions=tuple(maker.questions()),
    )


class _Maker:
    def __init__(
        self,
        strips: Sequence[Strip],
        settings: Settings,
        title: str,
        places: PlaceNames,
    ) -> None:
        self._strips = strips
        self._settings = settings
        self._places = places
        self.base = settings.base or Base(id="home", name="Home")
        self.pictures = _pictures(strips, title)
        self.units = _units(strips, settings)
        located = [self._located(strip) for strip in strips]
        self.locations = _locations(located, self.base, settings.tier)
        self._place_ids = {name_key(one.name): one.id for one in self.locations}
        self._picture_ids = {one.title: one.id for one in self.pictures}
        self.people, self._cast = people_of(strips, settings.tier)
        self.elements = _elements(strips)
        self.scene_of: list[str] = []
        self._located_at = dict(zip(map(id, strips), located, strict=True))
        self._open: dict[str, list[str]] = {}

    def _located(self, strip: Strip) -> str:
        whole = strip.location or strip.set
        first = strip.location or strip.set.partition(" - ")[0]
        slug = Slug(place=None, time=None, location=first, set=whole)
        return self._places.of(slug) or NOWHERE

    def scenes(self) -> tuple[Scene, ...]:
        """Give the scenes, and note the id of each strip's."""
        ids, found = Ids(), dict[str, Scene]()
        again: dict[tuple[str, str, str], str] = {}
        seen: set[tuple[str, str]] = set()
        for strip in self._strips:
            key = (strip.picture, strip.scene_id, strip.number)
            if strip.days and key in again:
                scene = found[again[key]]
                length = scene.eighths + (strip.eighths or 0)
                found[scene.id] = replace(scene, eighths=length)
                self.scene_of.append(scene.id)
                continue
            if strip.number and (strip.picture, strip.number) in seen:
                self._note("twice", strip)
            seen.add((strip.picture, strip.number))
            number = strip.number or str(len(found) + 1)
            made = self._scene(strip, number, ids)
            found[made.id] = made
            again[key] = made.id
            self.scene_of.append(made.id)
        return tuple(found.values())

    def _scene(self, strip: Strip, number: str, ids: Ids) -> Scene:
        picture = self._picture(strip)
        location = self._place_ids[name_key(self._located_at[id(strip)])]
        if strip.eighths is None and not strip.minutes:
            self._note("unmeasured", strip)
        return Scene(
            id=self._id(strip, number, picture, ids),
            picture=picture,
            number=number,
            heading=strip.heading or _heading(strip),
            place=strip.place,
            time=strip.time,
            location=location,
            set=strip.set or None,
            eighths=_eighths(strip),
            minutes=None if strip.days else strip.minutes,
            days=strip.days or self._days(strip),
            cast=tuple(dict.fromkeys(self._cast[one] for one in strip.cast)),
            elements=tuple(
                dict.fromkeys(self.elements[_thing(*one)].id for one in strip.elements)
            ),
            units=self._units_of(strip),
            synopsis=strip.synopsis or None,
            script_day=strip.script_day or None,
            extras=strip.extras,
            notes=strip.notes or None,
        )

    def _picture(self, strip: Strip) -> str:
        if not strip.picture:
            return self.pictures[0].id
        return self._picture_ids[strip.picture]

    def _id(self, strip: Strip, number: str, picture: str, ids: Ids) -> str:
        stem = "s" if len(self.pictures) == 1 else f"{picture}-"
        name = slug_of(number)
        wanted = strip.scene_id if _is_plain(strip.scene_id) else ""
        return ids.make(wanted or (f"{stem}{name}" if name else ""), otherwise=stem)

    def _days(self, strip: Strip) -> int | None:
        settings = self._settings
        return days_filled(work_of(strip, settings), settings.day_minutes)

    def _units_of(self, strip: Strip) -> tuple[str, ...] | None:
        if len(self.units) == 1:
            return None
        named = tuple(one.id for one in self.units if one.name == strip.unit)
        return named or tuple(one.id for one in self.units)

    def _note(self, kind: str, strip: Strip) -> None:
        self._open.setdefault(kind, []).append(strip.number or f"row {strip.line}")

    def questions(self) -> list[Question]:
        """Give what is open about the scenes."""
        found = list(open_questions(self._open, ()))
        if unmeasured := self._open.get("unmeasured"):
            have = "has" if len(unmeasured) == 1 else "have"
            found.append(
                Question(
                    what=f"{counted(len(unmeasured), 'scene')} {have} no length, taken "
                    "as 1/8",
                    todo='set "eighths", or fill in the pages and import again',
                    scenes=tuple(unmeasured),
                )
            )
        empty = tuple(strip.number for strip in self._strips if not strip.cast)
        if empty and self.people:
            found.append(
                Question(
                    what=f"nobody is cast in {counted(len(empty), 'scene')}",
                    todo='add people to "cast" where the action needs them',
                    scenes=empty,
                )
            )
        return found


def work_of(strip: Strip, settings: Settings) -> int:
    """Give the minutes of work of a strip: its own, else by its length."""
    return strip.minutes or _eighths(strip) * settings.eighth_minutes


def _eighths(strip: Strip) -> int:
    if strip.eighths is not None:
        return strip.eighths
    return 0 if strip.minutes else _SHORTEST


def _is_plain(text: str) -> bool:
    return bool(text) and slug_of(text) == text


def _heading(strip: Strip) -> str:
    time = "" if strip.time == "any" else f" - {strip.time.upper()}"
    return f"{_HEADS[strip.place]} {strip.set or NOWHERE}{time}"


def _pictures(strips: Sequence[Strip], title: str) -> tuple[Picture, ...]:
    titles = dict.fromkeys(strip.picture for strip in strips if strip.picture)
    if not titles:
        return (Picture(id="m1", title=title),)
    return tuple(Picture(id=f"m{at}", title=one) for at, one in enumerate(titles, 1))


def _units(strips: Sequence[Strip], settings: Settings) -> tuple[Unit, ...]:
    named = tuple(dict.fromkeys(strip.unit for strip in strips if strip.unit))
    if named and settings.units == UNIT_NAMES:
        settings = replace(settings, units=named)
    return units_for(settings, [_eighths(strip) for strip in strips])


def _locations(names: Sequence[str], base: Base, tier: Tier) -> tuple[Location, ...]:
    ids, found = Ids(), dict[str, Location]()
    for name in names:
        if name_key(name) not in found:
            found[name_key(name)] = Location(
                id=ids.make(name, otherwise="place"),
                name=name,
                base=base.id,
                day_fee=tier.location_day.value,
            )
    return tuple(found.values())


def _thing(category: str, label: str) -> tuple[str, str]:
    return category, label.casefold()


def _elements(strips: Sequence[Strip]) -> dict[tuple[str, str], Element]:
    ids, found = Ids(), dict[tuple[str, str], Element]()
    for category, label in (one for strip in strips for one in strip.elements):
        if _thing(category, label) not in found:
            found[_thing(category, label)] = Element(
                id=ids.make(label, otherwise="element"), name=label, category=category
            )
    return found


# --- people ------------------------------------------------------------------------


def people_of(
    strips: Sequence[Strip], tier: Tier
) -> tuple[tuple[Person, ...], dict[CastName, str]]:
    """Give the people of the strips, and the id of each way a cell names them.

    Who has a number keeps it; the others are numbered after them by work.
    """
    work: dict[CastName, int] = {}
    for strip in strips:
        for one in strip.cast:
            work[one] = work.get(one, 0) + _eighths(strip)
    by_key = _same_people(work)
    order = sorted(
        by_key.values(),
        key=lambda ways: (_number(ways) is None, _number(ways) or 0, -_sum(ways, work)),
    )
    ids, people, meant = Ids(), list[Person](), dict[CastName, str]()
    last = max((_number(ways) or 0 for ways in order), default=0)
    for ways in order:
        number = _number(ways)
        if number is None:
            number = last = last + 1
        name = next((way.name for way in ways if way.name), "")
        person = _person(name, number, tier, ids)
        people.append(person)
        meant |= dict.fromkeys(ways, person.id)
    return tuple(people), meant


def _same_people(work: Mapping[CastName, int]) -> dict[object, list[CastName]]:
    """Put together the ways in which cells name one person."""
    numbers = {
        name_key(one.name): one.number
        for one in work
        if one.name and one.number is not None
    }
    found: dict[object, list[CastName]] = {}
    for one in work:
        key = name_key(one.name)
        number = one.number if one.number is not None else numbers.get(key)
        found.setdefault(key if number is None else number, []).append(one)
    return found


def _number(ways: Sequence[CastName]) -> int | None:
    return next((way.number for way in ways if way.number is not None), None)


def _sum(ways: Sequence[CastName], work: Mapping[CastName, int]) -> int:
    return sum(work[way] for way in ways)


def _person(name: str, number: int, tier: Tier, ids: Ids) -> Person:
    rate = tier.lead_day if number <= tier.leads else tier.cast_day
    shown = name or f"Cast {number}"
    return Person(
        id=ids.make(shown, otherwise="person"),
        name=shown,
        characters=(name,) if name else (),
        number=number,
        deals=(Deal(kind="daily", rate=rate.value),),
    )


def title_of(file: str, title: str | None) -> str:
    """Give the title of a production read from a table: else its file's name."""
    return title or file.rpartition(".")[0] or file
