"""Which productions are a pure sequence, and which order of it is which schedule.

Nothing here is guessed: as soon as anything in a production could make another
schedule cheaper than the best order of its scenes on successive dates, or keep such an
order from being valid, the production is left to the general search.
"""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.model.calendar import eligible_dates
from daybreak.model.production import Deal, Location, Person, Production, Scene, Unit
from daybreak.solving.sequences.sequence import Sequence

MOST_COST = 1 << 60  # sums stay inside 64 bits
MOST_DAYS = 10_000
HOURS_A_DAY = 24
MINUTES_AN_HOUR = 60
DEPOT = 0


def recognized(production: Production) -> Sequence | None:
    """Give the sequence that a production is, or None where it is more than that.

    Every valid schedule without a boneyard then costs at least as much as one that
    shoots its scenes in the same order on the unit's first eligible dates, by day, and
    that one is valid wherever the orders are kept. SPEC 6.
    """
    if len(production.units) != 1 or not production.scenes:
        return None
    if any(level != "blocks" for level in production.rules.values()):
        return None
    unit = production.units[0]
    days = sum(scene.days or 0 for scene in production.scenes)
    if not (
        all(_fills_days(scene, unit) for scene in production.scenes)
        and days <= min(len(eligible_dates(production, unit)), MOST_DAYS)
        and _is_plain_unit(unit)
        and all(order.min_days <= 1 for order in production.orders)
        and not any(_binds_wrap(production))
        and not any(element.windows for element in production.elements)
    ):
        return None
    used = {scene.location for scene in production.scenes}
    locations = [place for place in production.locations if place.id in used]
    if any(place.windows for place in locations):
        return None
    costs = _base_costs(production, unit, locations)
    held = _held(production, locations)
    if costs is None or held is None:
        return None
    sequence = _sequence(production, unit, costs, held)
    most = sequence.fixed_cost + days * sum(sequence.rates)
    most += len(production.scenes) * max(sequence.base_costs)
    return sequence if most < MOST_COST else None


def _fills_days(scene: Scene, unit: Unit) -> bool:
    """Tell whether a scene fills whole days and may be shot by day on any of them."""
    by_day = scene.time in ("day", "dawn", "dusk", "any")
    return (
        scene.days is not None
        and scene.units in (None, (unit.id,))
        and scene.window is None
        and scene.pin is None
        and (by_day or not (scene.is_exterior or scene.time_locked))
    )


def _is_plain_unit(unit: Unit) -> bool:
    """Tell whether a unit can work by day, day after day, at the same cost."""
    day = unit.shifts.get("day")
    if day is None or (unit.sixth_day_premium and unit.day_cost):
        return False
    rest = HOURS_A_DAY * MINUTES_AN_HOUR - (day.end - day.call)
    return rest >= unit.turnaround_hours * MINUTES_AN_HOUR


def _binds_wrap(production: Production) -> Iterator[bool]:
    """Yield for each picture whether its last date may matter."""
    for picture in production.pictures:
        asks = picture.release_hard or picture.late_cost_per_day > 0
        yield asks and picture.release is not None


def _base_costs(
    production: Production, unit: Unit, locations: list[Location]
) -> dict[str, int] | None:
    """Give what a move to each base costs, or None where that is not all there is."""
    used = {place.base for place in locations}
    if not production.moves:
        return dict.fromkeys(used, 0)
    costs: dict[tuple[str, str], int] = {}
    for move in production.moves:
        if move.days == 0:
            costs[move.origin, move.target] = move.cost
            if move.both_ways:
                costs[move.target, move.origin] = move.cost
    to_base: dict[str, int] = {}
    origins = used if unit.base is None else {*used, unit.base}
    for target in used:
        asked = {costs.get((origin, target)) for origin in origins if origin != target}
        if len(asked) > 1 or None in asked:
            return None
        to_base[target] = next(iter(asked), 0) or 0
    if unit.base is None and any(to_base.values()):
        return None  # the first base is free, whichever it is
    return to_base


def _held(production: Production, locations: list[Location]) -> dict[str, int] | None:
    """Give what a held day costs, by id of person or location; None where unclear."""
    pictures: dict[str, set[str]] = {}
    for scene in production.scenes:
        for person in scene.cast:
            pictures.setdefault(person, set()).add(scene.picture)
    unit = production.units[0]
    held: dict[str, int] = {f"location {one.id}": one.hold_fee for one in locations}
    for one in production.people:
        if one.id not in pictures:
            continue
        rate = _hold_rate(one, unit, pictures[one.id])
        if rate is None:
            return None
        held[f"person {one.id}"] = rate
    return held


def _hold_rate(person: Person, unit: Unit, pictures: set[str]) -> int | None:
    """Give what a held day of a person costs; None where dates or deals say more."""
    if (
        person.windows
        or person.unavailable
        or person.prep_days
        or person.max_consecutive_days is not None
        or (person.day_minutes is not None and person.day_minutes < unit.day_minutes)
    ):
        return None
    deals = [deal for deal in person.deals if _covers(deal, pictures)]
    if not deals:
        return 0
    deal = deals[0]
    if len(deals) > 1 or not (deal.pictures is None or pictures <= set(deal.pictures)):
        return None
    if deal.kind in ("flat", "none"):
        return 0
    if deal.kind != "daily" or deal.drops or deal.hold not in (0, 1):
        return None
    return deal.rate if deal.hold == 1 else 0


def _covers(deal: Deal, pictures: set[str]) -> bool:
    return deal.pictures is None or not pictures.isdisjoint(deal.pictures)


def _sequence(
    production: Production, unit: Unit, costs: dict[str, int], held: dict[str, int]
) -> Sequence:
    place_of = {scene.id: at for at, scene in enumerate(production.scenes)}
    number = {one: at for at, one in enumerate(held)}
    base_of = {place.id: place.base for place in production.locations}
    bases = {base: at for at, base in enumerate(sorted(costs), start=1)}
    matters = any(costs.values())
    casts = [
        sorted(
            {number[f"person {one}"] for one in scene.cast}
            | {number[f"location {scene.location}"]}
        )
        for scene in production.scenes
    ]
    return Sequence(
        days=tuple(scene.days or 0 for scene in production.scenes),
        casts=tuple(map(tuple, casts)),
        rates=tuple(held.values()),
        bases=tuple(
            bases[base_of[scene.location]] if matters else DEPOT
            for scene in production.scenes
        ),
        base_costs=(0, *(costs[base] for base in sorted(costs))) if matters else (0,),
        start=bases.get(unit.base or "", DEPOT) if matters else DEPOT,
        orders=tuple(
            (place_of[order.before], place_of[order.after])
            for order in production.orders
        ),
        fixed_cost=_fixed_cost(production, unit),
    )


def _fixed_cost(production: Production, unit: Unit) -> int:
    """Give what every order costs: days, work and fees (SPEC 4)."""
    elements = {one.id: one.day_fee for one in production.elements}
    fees = {one.id: one.day_fee for one in production.locations}
    people = {one.id: one for one in production.people}
    total = 0
    flat: dict[str, int] = {}
    for scene in production.scenes:
        a_day = unit.day_cost + fees[scene.location]
        a_day += sum(elements[one] for one in set(scene.elements))
        for one in set(scene.cast):
            for deal in people[one].deals:
                if _covers(deal, {scene.picture}):
                    if deal.kind == "daily":
                        a_day += deal.rate
                    elif deal.kind == "flat":
                        flat[one] = deal.rate
        total += a_day * (scene.days or 0)
    return total + sum(flat.values())
