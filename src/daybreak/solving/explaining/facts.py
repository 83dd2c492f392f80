"""The facts of a production that can stand in the way, and how to take each away.

Each is told by names and dates. Taking a fact away gives a production without it, so
that whether it matters is found out by trying, not by thinking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from daybreak.model.calendar import later
from daybreak.model.fields import WEEKDAYS, DateRange
from daybreak.model.production import (
    Element,
    Hiatus,
    Location,
    Move,
    Order,
    Person,
    Picture,
    Production,
    Scene,
    Unit,
    standard_shifts,
)
from daybreak.solving.fixed import first_prepared
from daybreak.solving.horizon import YEAR_DATES, room_after

Without = Callable[[Production], Production]
MOST_MINUTES = 1440
# the kinds of facts in the order in which they are taken away: what is left in the
# end is what a person can best act on
KINDS = (
    *("move_minutes", "turnaround", "shifts", "sun", "holiday", "workweek", "start"),
    *("end", "hiatus", "move", "units", "consecutive", "minor", "prep", "count"),
    *("release", "day_minutes", "order", "thing", "place", "person", "away"),
    *("window", "pin"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bind:
    """A fact that binds scenes.

    Parameters
    ----------
    kind
        One of `KINDS`.
    key
        Ids and numbers that tell it from others of its kind.
    text
        For an assistant director: names and dates, no ids.
    path
        Its place in the whole production.
    without
        Gives a production without it.
    """

    kind: str
    key: tuple[Any, ...]
    text: str
    path: str
    without: Without


def binds_of(whole: Production, part: Production) -> tuple[Bind, ...]:
    """Give the facts that may bind the scenes of a part of a production.

    Parameters
    ----------
    whole
        The production that paths belong to.
    part
        Some of its scenes; see `only`.
    """
    found = [
        *_unit_binds(whole, part),
        *_calendar_binds(whole, part),
        *_move_binds(whole, part),
        *(bind for one in part.scenes for bind in _scene_binds(whole, part, one)),
        *(bind for one in part.people for bind in _person_binds(whole, one)),
        *(bind for one in part.locations for bind in _location_binds(whole, one)),
        *(bind for one in part.elements for bind in _element_binds(whole, part, one)),
        *(bind for one in part.orders for bind in (_order_bind(whole, part, one),)),
        *(bind for one in part.pictures for bind in _picture_binds(whole, part, one)),
    ]
    return tuple(sorted(found, key=lambda bind: KINDS.index(bind.kind)))


# --- words -------------------------------------------------------------------------


def spans_told(spans: Iterable[DateRange]) -> str:
    """Give dates as ``2027-06-01 to 2027-06-14, 2027-07-01``."""
    return ", ".join(span_told(one.first, one.last) for one in spans)


def span_told(first: date, last: date) -> str:
    """Give ``2027-06-01 to 2027-06-14``, or one date where both are the same."""
    return f"{first}" if first == last else f"{first} to {last}"


def hours_told(minutes: int) -> str:
    """Give minutes as ``9 hours`` or ``9 hours 30 minutes``."""
    whole, rest = divmod(minutes, 60)
    told = [f"{whole:,} hour{'s' * (whole != 1)}"] if whole else []
    if rest or not whole:
        told.append(f"{rest} minute{'s' * (rest != 1)}")
    return " ".join(told)


def days_told(days: int) -> str:
    """Give ``1 day`` or ``3 days``."""
    return f"{days:,} day{'s' * (days != 1)}"


def scene_told(production: Production, scene: Scene) -> str:
    """Give ``scene 12A``, with its picture where there are several."""
    if len(production.pictures) == 1:
        return f"scene {scene.number}"
    titles = {picture.id: picture.title for picture in production.pictures}
    return f"scene {scene.number} of {titles[scene.picture]}"


def place_of(things: Sequence[Any], thing_id: str) -> int:
    """Give the place of a thing in its list."""
    return next(at for at, thing in enumerate(things) if thing.id == thing_id)


# --- taking away --------------------------------------------------------------------


def changed(group: str, thing_id: str, **fields: Any) -> Without:
    """Give a change of some fields of one thing."""

    def change(production: Production) -> Production:
        things = tuple(
            replace(thing, **fields) if thing.id == thing_id else thing
            for thing in getattr(production, group)
        )
        new: Any = {group: things}
        return replace(production, **new)

    return change


# --- units, holidays, hiatuses -------------------------------------------------------


def _unit_binds(whole: Production, part: Production) -> Iterator[Bind]:
    used = {unit for scene in part.scenes for unit in part.units_of(scene)}
    for at, unit in enumerate(part.units):
        if unit.id in used:
            yield from _one_unit(part, unit, f"units[{at}]")


def _one_unit(part: Production, unit: Unit, path: str) -> Iterator[Bind]:
    def bind(kind: str, field: str, text: str, value: Any) -> Bind:
        return Bind(
            kind=kind,
            key=(unit.id,),
            text=text,
            path=f"{path}.{field}",
            without=changed("units", unit.id, **{field: value}),
        )

    name = unit.name
    long = long_after(part)
    yield bind("start", "start", f"{name} begins on {unit.start}", _before(unit, long))
    yield bind("end", "end", f"{name} ends on {unit.end}", later(unit.end, long))
    if len(unit.workweek) < len(WEEKDAYS):
        week = ", ".join(unit.workweek)
        yield bind("workweek", "workweek", f"{name} works {week}", WEEKDAYS)
    if any(scene.days is None for scene in part.scenes):
        text = f"a day of {name} holds {hours_told(unit.day_minutes)} of work"
        yield bind("day_minutes", "day_minutes", text, MOST_MINUTES)
    if unit.turnaround_hours:
        hours = unit.turnaround_hours
        text = f"{name} rests {hours:,} hours between two days"
        yield bind("turnaround", "turnaround_hours", text, 0)
    if len(unit.shifts) < len(standard_shifts()):
        works = ", ".join(unit.shifts)
        every = {**standard_shifts(), **unit.shifts}
        yield bind("shifts", "shifts", f"{name} works by {works} only", every)
    if unit.move_minutes and len(part.locations) > 1:
        text = f"a change of location takes {name} {hours_told(unit.move_minutes)}"
        yield bind("move_minutes", "move_minutes", text, 0)


def long_after(part: Production) -> int:
    """Give calendar days in which all scenes find room, whatever week is worked."""
    return 7 * (room_after(part) - YEAR_DATES + 14)


def _before(unit: Unit, days: int) -> date:
    return date.fromordinal(max(1, unit.start.toordinal() - days))


def _calendar_binds(whole: Production, part: Production) -> Iterator[Bind]:
    used = {unit for scene in part.scenes for unit in part.units_of(scene)}
    spans = [(one.start, one.end) for one in part.units if one.id in used]
    names = {unit.id: unit.name for unit in part.units}
    for at, day in enumerate(whole.holidays):
        if any(first <= day <= last for first, last in spans):
            yield Bind(
                kind="holiday",
                key=(day,),
                text=f"{day} is a holiday",
                path=f"holidays[{at}]",
                without=_without_holiday(day),
            )
    for at, one in enumerate(whole.hiatuses):
        units = used if one.units is None else used & set(one.units)
        if units and any(
            one.first <= last and first <= one.last for first, last in spans
        ):
            who = "nobody shoots" if one.units is None else ""
            who = who or " and ".join(names[unit] for unit in sorted(units)) + " rests"
            why = f" ({one.reason})" if one.reason else ""
            yield Bind(
                kind="hiatus",
                key=(at,),
                text=f"{who} {span_told(one.first, one.last)}{why}",
                path=f"hiatuses[{at}]",
                without=_without_hiatus(one),
            )


def _without_holiday(day: date) -> Without:
    return lambda one: replace(
        one, holidays=tuple(other for other in one.holidays if other != day)
    )


def _without_hiatus(hiatus: Hiatus) -> Without:
    return lambda one: replace(
        one, hiatuses=tuple(other for other in one.hiatuses if other != hiatus)
    )


# --- bases and moves -----------------------------------------------------------------


def _move_binds(whole: Production, part: Production) -> Iterator[Bind]:
    names = {base.id: base.name for base in part.bases}
    bases = {one.base for one in part.locations}
    for at, base in enumerate(part.bases):
        sunny = any(one.is_exterior and one.time == "day" for one in part.scenes)
        if base.id in bases and base.lat is not None and sunny:
            yield Bind(
                kind="sun",
                key=(base.id,),
                text=f"exteriors by day in {base.name} need its daylight",
                path=f"bases[{at}]",
                without=changed("bases", base.id, lat=None, lon=None),
            )
    if not part.moves:
        return
    stands = {unit.base for unit in part.units if unit.base is not None}
    given = {way: at for at, move in enumerate(whole.moves) for way in ways_of(move)}
    for one in sorted(bases | stands):
        for other in sorted(bases - {one}):
            way = given.get((one, other))
            if way is None:
                text = f"no move from {names[one]} to {names[other]} is given"
                without = _with_move(one, other)
                yield Bind(
                    kind="move",
                    key=(one, other),
                    text=text,
                    path="moves",
                    without=without,
                )
            elif whole.moves[way].days and whole.moves[way].origin == one:
                move = whole.moves[way]
                text = f"{names[one]} to {names[other]} takes {days_told(move.days)}"
                yield Bind(
                    kind="move",
                    key=(way,),
                    text=f"the move from {text}",
                    path=f"moves[{way}].days",
                    without=move_changed(move, 0),
                )


def ways_of(move: Move) -> list[tuple[str, str]]:
    """Give from and to of a move, and the way back where it stands for that too."""
    ways = [(move.origin, move.target)]
    return [*ways, ways[0][::-1]] if move.both_ways else ways


def _with_move(one: str, other: str) -> Without:
    def change(production: Production) -> Production:
        new = Move(origin=one, target=other, days=0, cost=0, both_ways=False)
        return replace(production, moves=(*production.moves, new))

    return change


def move_changed(move: Move, days: int) -> Without:
    """Give a change of the dates that a move takes."""
    return lambda one: replace(
        one,
        moves=tuple(
            replace(other, days=days) if other == move else other for other in one.moves
        ),
    )


# --- scenes, people, places, things -----------------------------------------------


def _scene_binds(whole: Production, part: Production, scene: Scene) -> Iterator[Bind]:
    path = f"scenes[{place_of(whole.scenes, scene.id)}]"
    name = scene_told(whole, scene)
    units = {unit.id: unit.name for unit in part.units}

    def bind(kind: str, field: str, text: str, value: Any) -> Bind:
        return Bind(
            kind=kind,
            key=(scene.id,),
            text=f"{name} {text}",
            path=f"{path}.{field}",
            without=changed("scenes", scene.id, **{field: value}),
        )

    if scene.window is not None:
        span = span_told(scene.window.first, scene.window.last)
        yield bind("window", "window", f"may be shot {span} only", None)
    if scene.pin is not None:
        text = f"is pinned to {units[scene.pin.unit]} on {scene.pin.date}"
        yield bind("pin", "pin", text, None)
    able = part.units_of(scene)
    if len(able) < len(part.units):
        text = f"is for {' and '.join(units[one] for one in able)} only"
        yield bind("units", "units", text, tuple(units))


def _person_binds(whole: Production, person: Person) -> Iterator[Bind]:
    path = f"people[{place_of(whole.people, person.id)}]"
    name = person.name

    def bind(kind: str, field: str, text: str, value: Any, at: int = 0) -> Bind:
        place = f"{field}[{at}]" if kind == "away" else field
        return Bind(
            kind=kind,
            key=(person.id, at),
            text=f"{name} {text}",
            path=f"{path}.{place}",
            without=changed("people", person.id, **{field: value})
            if kind != "away"
            else _without_away(person.id, person.unavailable[at]),
        )

    if person.windows:
        text = f"is free {spans_told(person.windows)} only"
        yield bind("person", "windows", text, ())
    for at, away in enumerate(person.unavailable):
        why = f" ({away.reason})" if away.reason else ""
        text = f"is away {span_told(away.first, away.last)}{why}"
        yield bind("away", "unavailable", text, None, at)
    if person.prep_days:
        ready = first_prepared(whole, person)
        days = days_told(person.prep_days)
        last = max(unit.end for unit in whole.units)
        text = f"is ready from {ready}, after {days} of prep"
        if ready > last:
            text = f"needs {days} of prep and has fewer before {last}"
        yield bind("prep", "prep_days", text, 0)
    row = person.max_consecutive_days
    if row is not None:
        text = f"works at most {days_told(row)} in a row"
        yield bind("consecutive", "max_consecutive_days", text, None)
    if person.day_minutes is not None:
        text = f"works at most {hours_told(person.day_minutes)} a day"
        yield bind("minor", "day_minutes", text, None)


def _without_away(person_id: str, away: Any) -> Without:
    def change(production: Production) -> Production:
        return replace(
            production,
            people=tuple(
                replace(
                    one,
                    unavailable=tuple(each for each in one.unavailable if each != away),
                )
                if one.id == person_id
                else one
                for one in production.people
            ),
        )

    return change


def _location_binds(whole: Production, location: Location) -> Iterator[Bind]:
    if location.windows:
        yield Bind(
            kind="place",
            key=(location.id,),
            text=f"{location.name} is open {spans_told(location.windows)} only",
            path=f"locations[{place_of(whole.locations, location.id)}].windows",
            without=changed("locations", location.id, windows=()),
        )


def _element_binds(
    whole: Production, part: Production, thing: Element
) -> Iterator[Bind]:
    path = f"elements[{place_of(whole.elements, thing.id)}]"
    if thing.windows:
        yield Bind(
            kind="thing",
            key=(thing.id,),
            text=f"{thing.name} is there {spans_told(thing.windows)} only",
            path=f"{path}.windows",
            without=changed("elements", thing.id, windows=()),
        )
    if thing.count < len(part.units):
        there = "is one" if thing.count == 1 else f"are {thing.count:,}"
        yield Bind(
            kind="count",
            key=(thing.id,),
            text=f"there {there} of {thing.name}",
            path=f"{path}.count",
            without=changed("elements", thing.id, count=len(part.units)),
        )


def _order_bind(whole: Production, part: Production, order: Order) -> Bind:
    scenes = {scene.id: scene for scene in part.scenes}
    first, second = scenes[order.before], scenes[order.after]
    apart = f" at least {days_told(order.min_days)}" if order.min_days else ""
    return Bind(
        kind="order",
        key=(order.before, order.after),
        text=f"{scene_told(whole, first)} comes{apart} before "
        f"{scene_told(whole, second)}",
        path=f"orders[{whole.orders.index(order)}]",
        without=order_changed(order, None),
    )


def order_changed(order: Order, min_days: int | None) -> Without:
    """Give a change of the days an order keeps apart; None for no order at all."""

    def change(production: Production) -> Production:
        kept = [other for other in production.orders if other != order]
        if min_days is not None:
            kept.append(replace(order, min_days=min_days))
        return replace(production, orders=tuple(kept))

    return change


def _picture_binds(
    whole: Production, part: Production, picture: Picture
) -> Iterator[Bind]:
    used = any(scene.picture == picture.id for scene in part.scenes)
    if used and picture.release is not None and picture.release_hard:
        days = days_told(picture.post_days)
        yield Bind(
            kind="release",
            key=(picture.id,),
            text=f"{picture.title} opens on {picture.release}, after {days} of post",
            path=f"pictures[{place_of(whole.pictures, picture.id)}].release_hard",
            without=changed("pictures", picture.id, release_hard=False),
        )
