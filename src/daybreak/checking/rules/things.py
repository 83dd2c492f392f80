"""Rules of what is used: locations and elements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daybreak.checking.board import Board, Strip
from daybreak.checking.rules.found import Found
from daybreak.checking.violations import Where
from daybreak.checking.words import counted, listed, sentence, span
from daybreak.model.fields import DateRange
from daybreak.model.production import Element


def location(board: Board) -> Iterator[Found]:
    """Use a location inside its windows only. SPEC 3, rule ``location``."""
    for location_id, used in board.of_location.items():
        place = board.facts.locations[location_id]
        for day in _outside(place.windows, used):
            limit = _windows(place.windows)
            unit = used[day][0].day.unit.id
            where = Where(unit=unit, date=day, location=location_id)
            said = f"{sentence(place.name)} is used on {day}; it is ours {limit}"
            yield Found(where, said, limit)


def element(board: Board) -> Iterator[Found]:
    """Let at most ``count`` units use an element on a date, inside its windows.

    SPEC 3, rule ``element``.
    """
    for element_id, used in board.of_element.items():
        thing = board.facts.elements[element_id]
        for day in _outside(thing.windows, used):
            limit = _windows(thing.windows)
            unit = used[day][0].day.unit.id
            where = Where(unit=unit, date=day, element=element_id)
            said = f"{sentence(thing.name)} is used on {day}; it is ours {limit}"
            yield Found(where, said, limit)
        for day, strips in used.items():
            yield from _too_many(thing, day, strips)


def _too_many(thing: Element, day: date, strips: list[Strip]) -> Iterator[Found]:
    units = {strip.day.unit.id: strip.day.unit.name for strip in strips}
    if len(units) > thing.count:
        said = (
            f"{sentence(thing.name)} is used by {counted(len(units), 'unit')} "
            f"on {day} ({listed(list(units.values()))}); there are {thing.count:,}"
            if thing.count > 1
            else f"{sentence(thing.name)} is used by {counted(len(units), 'unit')} "
            f"on {day} ({listed(list(units.values()))}); there is one"
        )
        yield Found(Where(date=day, element=thing.id), said, thing.count)


def _outside(
    windows: tuple[DateRange, ...], used: dict[date, list[Strip]]
) -> Iterator[date]:
    """Yield the dates of use outside the windows; none means always."""
    if windows:
        yield from (day for day in used if not any(day in one for one in windows))


def _windows(windows: tuple[DateRange, ...]) -> str:
    return listed([span(one.first, one.last) for one in windows])
