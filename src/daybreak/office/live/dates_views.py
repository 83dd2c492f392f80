"""Who and what is needed on which date, as JSON: day out of days and calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.live.session import LiveShoot
from daybreak.office.live.shown import shown_board
from daybreak.office.live.things import kept_things
from daybreak.office.live.view import schedule_of
from daybreak.office.showing import covers_of
from daybreak.reports.drawing.plan_rows import plan_rows
from daybreak.reports.papers.cast_days import CastDays, style_of
from daybreak.reports.papers.day_out_of_days import MORE_MEANINGS
from daybreak.reports.papers.element_days import (
    MEANINGS,
    ThingDays,
    element_categories,
    thing_days,
)
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.person_days import PersonDays, person_days
from daybreak.reports.stripboard import board_numbers, cast_name

Json = dict[str, Any]


# --- cover sets ---------------------------------------------------------------------


def covers_view(shoot: LiveShoot, board: str) -> Json:
    """Give for each day with exteriors, ``UNIT/DATE``, where interiors stand ready.

    An empty list where none is: the day has no cover set.

    Raises
    ------
    UsageError
        When there is no such board.
    """
    now = shoot.board(board)
    found = covers_of(now.production, schedule_of(now))
    days = {f"{unit}/{day}": list(places) for (unit, day), places in found.items()}
    return {"board": board, "head": now.head, "days": days}


# --- day out of days ----------------------------------------------------------------


def days_view(shoot: LiveShoot, board: str, category: str | None) -> Json:
    """Give the day out of days of the cast, or of the elements of a category.

    A row has its codes and styles by column, ``""`` where nothing stands. ``conflicts``
    are the columns on which a rule about the row is broken, with what is said.

    Raises
    ------
    UsageError
        When there is no such board or category.
    """
    shown = shown_board(shoot, board, Wanted(category=category))
    cast = CastDays(shown)
    calendar = cast.calendar
    rows = _cast_rows(cast) if category is None else _thing_rows(shown, calendar.dates)
    return {
        "board": board,
        "category": category,
        "categories": list(element_categories(shown.production)),
        "dates": [day.isoformat() for day in calendar.dates],
        "off": [day in calendar.off for day in calendar.dates],
        "holidays": [day in calendar.holidays for day in calendar.dates],
        "units": _unit_rows(shown.production, shown.schedule, calendar.dates),
        "rows": rows,
        "meanings": dict(MORE_MEANINGS if category is None else MEANINGS),
    }


def _unit_rows(
    production: Production, schedule: Schedule, dates: Sequence[date]
) -> list[Json]:
    """Give by unit the number of its shooting day in each column, 0 for none."""
    made = []
    for unit in production.units:
        on = [day.date for day in schedule.in_order() if day.unit == unit.id]
        number = {day: at for at, day in enumerate(on, start=1)}
        if on:
            days = [number.get(day, 0) for day in dates]
            made.append({"id": unit.id, "name": unit.name, "days": days})
    return made


def _cast_rows(cast: CastDays) -> list[Json]:
    broken = _broken(cast.shown, "person")
    return [
        {
            "id": one.person.id,
            "number": cast.numbers[one.person.id],
            "name": cast_name(one.person),
            "codes": [cast.code(one, day) for day in cast.dates],
            "styles": [
                style_of(code) if code else ""
                for code in (cast.code(one, day) for day in cast.dates)
            ],
            "conflicts": _columns(broken[one.person.id], cast.dates),
            "totals": {
                "W": len(one.on),
                "H": len(one.held),
                "D": len(one.drops),
                "span": _length(one.on),
            },
            "first": _iso(one.on[0]) if one.on else None,
            "last": _iso(one.on[-1]) if one.on else None,
        }
        for one in cast.people
        if cast.is_needed(one)
    ]


def _thing_rows(shown: Shown, dates: Sequence[date]) -> list[Json]:
    production = shown.production
    named = {
        **{one.name: ("element", one.id) for one in production.elements},
        **{one.name: ("location", one.id) for one in production.locations},
    }
    broken = {kind: _broken(shown, kind) for kind in ("element", "location")}
    return [
        _thing_row(one, named.get(one.name, ("", "")), broken, dates)
        for one in thing_days(shown)
    ]


def _thing_row(
    one: ThingDays,
    named: tuple[str, str],
    broken: Mapping[str, Mapping[str, Mapping[date, list[str]]]],
    dates: Sequence[date],
) -> Json:
    kind, name = named
    codes = [one.code(day) for day in dates]
    return {
        "id": name,
        "number": None,
        "name": one.name,
        "codes": codes,
        "styles": [style_of(code) if code else "" for code in codes],
        "conflicts": _columns(broken[kind].get(name, {}) if kind else {}, dates),
        "totals": {"W": len(one.on), "H": len(one.held), "span": _length(one.on)},
        "first": _iso(one.on[0]),
        "last": _iso(one.on[-1]),
    }


def _broken(shown: Shown, key: str) -> dict[str, dict[date, list[str]]]:
    """Give what is said against a person or a thing, by its id and date."""
    found: dict[str, dict[date, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in shown.violations:
        name, day = getattr(one.where, key), one.where.date
        if name is not None and day is not None:
            found[name][day].append(one.said)
    return found


def _columns(said: Mapping[date, list[str]], dates: Sequence[date]) -> Json:
    return {str(at): said[day] for at, day in enumerate(dates) if day in said}


def _length(days: Sequence[date]) -> int:
    return (days[-1] - days[0]).days + 1 if days else 0


# --- calendar ---------------------------------------------------------------------


def calendar_view(shoot: LiveShoot, board: str) -> Json:
    """Give everything that has dates: units, pictures, people, locations.

    Dates come as spans of successive days, ``[first, last]``.

    Raises
    ------
    UsageError
        When there is no such board.
    """
    shown = shown_board(shoot, board)
    production, schedule = shown.production, shown.schedule
    things = kept_things(shoot)
    return {
        "board": board,
        "units": _units(production, schedule),
        "pictures": _pictures(production, schedule),
        "people": _people(shown),
        "locations": _locations(shown),
        "parts": [one for one in things if one["root"] in ("person", "location")],
        "hiatuses": [one for one in things if one["root"] == "hiatus"],
        "holidays": [one for one in things if one["root"] == "holiday"],
    }


def _units(production: Production, schedule: Schedule) -> list[Json]:
    bases = {one.id: one.name for one in production.bases}
    base_of = {one.id: bases[one.base] for one in production.locations}
    where = {one.id: base_of[one.location] for one in production.scenes}
    made = []
    for unit in production.units:
        days = [day for day in schedule.in_order() if day.unit == unit.id]
        places: dict[str, list[date]] = defaultdict(list)
        for day in days:
            if day.strips:
                places[where[day.strips[0]]].append(day.date)
        made.append(
            {
                "id": unit.id,
                "name": unit.name,
                "first": _iso(unit.start),
                "last": _iso(unit.end),
                "places": [
                    {"name": name, "spans": _spans(on)} for name, on in places.items()
                ],
            }
        )
    return made


def _pictures(production: Production, schedule: Schedule) -> list[Json]:
    rows = plan_rows(production, schedule, people=0)
    ends = rows.pictures if rows else (None,) * len(production.pictures)
    picture_of = {one.id: one.picture for one in production.scenes}
    on: dict[str, set[date]] = defaultdict(set)
    for day in schedule.days:
        for strip in day.strips:
            on[picture_of[strip]].add(day.date)
    return [
        {
            "id": one.id,
            "title": one.title,
            "shot": _spans(on[one.id]),
            "wrap": _iso(end.wrap) if end else None,
            "delivery": _iso(end.delivered) if end else None,
            "release": _iso(one.release),
            "streaming": _iso(end.streaming) if end else None,
            "days_late": end.late if end else 0,
        }
        for one, end in zip(production.pictures, ends, strict=True)
    ]


def _people(shown: Shown) -> list[Json]:
    numbers = board_numbers(shown.production)
    broken = _broken(shown, "person")
    found = person_days(shown.production, shown.schedule)
    return [
        _person(one, numbers[one.person.id], broken[one.person.id])
        for one in sorted(found, key=lambda one: numbers[one.person.id])
    ]


def _person(one: PersonDays, number: int, broken: Mapping[date, list[str]]) -> Json:
    return {
        "id": one.person.id,
        "number": number,
        "name": cast_name(one.person),
        "work": _spans(one.on),
        "hold": _spans(one.held),
        "drop": [
            [_iso(drop.first), _iso(drop.picked_up - timedelta(days=1))]
            for drop in one.drops
        ],
        "conflicts": {_iso(day): said for day, said in sorted(broken.items())},
    }


def _locations(shown: Shown) -> list[Json]:
    where = {one.id: one.location for one in shown.production.scenes}
    on: dict[str, set[date]] = defaultdict(set)
    for day in shown.schedule.days:
        for strip in day.strips:
            on[where[strip]].add(day.date)
    broken = _broken(shown, "location")
    return [
        {
            "id": one.id,
            "name": one.name,
            "work": _spans(on[one.id]),
            "conflicts": {
                _iso(day): said for day, said in sorted(broken[one.id].items())
            },
        }
        for one in shown.production.locations
    ]


def _spans(days: Iterable[date]) -> list[list[str]]:
    """Give dates as spans of successive days."""
    return [[first.isoformat(), last.isoformat()] for first, last in _runs(days)]


def _runs(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    first = last = None
    for day in sorted(days):
        if first is None or last is None:
            first = last = day
        elif day - last > timedelta(days=1):
            yield first, last
            first = last = day
        else:
            last = day
    if first is not None and last is not None:
        yield first, last


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
