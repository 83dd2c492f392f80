"""What locations and elements cost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daybreak.checking.board import Board, Worked
from daybreak.checking.costs.items import CostItem
from daybreak.checking.facts import Facts, between
from daybreak.checking.words import counted, sentence
from daybreak.model.production import Location


def locations(board: Board) -> Iterator[CostItem]:
    """Pay ``day_fee`` for each date of use, ``hold_fee`` for those kept in between.

    Kept: a production date of the location strictly between its first and its last
    date of use, on which it is not used. SPEC 4, ``locations``.
    """
    for location_id, used in board.of_location.items():
        place = board.facts.locations[location_id]
        if place.day_fee:
            yield _fee(place, tuple(used), place.day_fee, "day")
        if place.hold_fee:
            held = _held(board.facts, location_id, used)
            if held:
                yield _fee(place, held, place.hold_fee, "held day")


def _held(facts: Facts, location_id: str, used: Worked) -> tuple[date, ...]:
    dates = list(used)
    inside = between(facts.calendar.locations[location_id], dates[0], dates[-1])
    return tuple(day for day in inside if day not in used)


def _fee(place: Location, dates: tuple[date, ...], fee: int, what: str) -> CostItem:
    return CostItem(
        line="locations",
        amount=fee * len(dates),
        said=f"{sentence(place.name)}: {counted(len(dates), what)} x {fee:,}",
        dates=dates,
        location=place.id,
    )


def elements(board: Board) -> Iterator[CostItem]:
    """Pay ``day_fee`` for each element, unit and date used.

    SPEC 4, ``elements``.
    """
    for element_id, used in board.of_element.items():
        thing = board.facts.elements[element_id]
        if not thing.day_fee:
            continue
        of_unit: dict[str, dict[date, None]] = {}
        for day, strips in used.items():
            for strip in strips:
                of_unit.setdefault(strip.day.unit.id, {})[day] = None
        for unit_id, dates in of_unit.items():
            unit = board.facts.units[unit_id]
            yield CostItem(
                line="elements",
                amount=thing.day_fee * len(dates),
                said=f"{sentence(thing.name)} with {unit.name}: "
                f"{counted(len(dates), 'day')} x {thing.day_fee:,}",
                dates=tuple(dates),
                unit=unit_id,
                element=element_id,
            )
