"""What a production's days can hold and what they cost, as the bound reads it.

Everything here errs to one side: what it leaves out can only make a schedule cheaper
than it is. Rules that do not block are left out, and with them every cost that they
would let two days share.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from daybreak.model.daylight import sun_minutes
from daybreak.model.production import Unit, minutes_on, standard_shifts
from daybreak.solving.engines import arrays
from daybreak.solving.engines.arrays import Bytes, Ints
from daybreak.solving.problem import (
    DAYLIGHT_TOLERANCE_MINUTES,
    SHIFT_NAMES,
    Problem,
    blocks,
)

PARTS = 1000  # parts of the currency in which the bound is counted
ALL_LIGHT = 1 << 20  # minutes of sun where there is no limit


@dataclass(frozen=True, slots=True, kw_only=True)
class DayKind:
    """One sort of day: a unit in a shift at a base, and the strips that it may hold.

    Parameters
    ----------
    unit, shift, base
        Their numbers; base -1 where a day may stand on several.
    cost
        What the unit's day costs, in parts of the currency.
    capacity, move
        Minutes of a day and of a change of location, in ``step`` minutes.
    move_cost
        What a change of location costs, in parts.
    sun
        Most minutes of daytime exteriors.
    scenes
        Those that it may hold, location by location.
    minutes, sunlit
        Of each of them, in ``step`` minutes and in minutes.
    locations, blocks
        The locations, and the first of ``scenes`` at each; one longer.
    """

    unit: int
    shift: int
    base: int
    cost: int
    capacity: int
    move: int
    move_cost: int
    sun: int
    scenes: Ints
    minutes: Ints
    sunlit: Ints
    locations: Ints
    blocks: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class DayGroup:
    """The sorts of days of a unit at a base in a shift, which differ by their dates.

    Parameters
    ----------
    cover
        A day that holds whatever any of them holds; no date need be like it.
    kinds
        What dates hold, each once.
    greatest
        Those of ``kinds`` that no other one holds whole.
    of_date
        (dates of the unit) number of the kind, -1 where a date holds nothing.
    """

    cover: DayKind
    kinds: tuple[DayKind, ...]
    greatest: tuple[int, ...]
    of_date: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDays:
    """A scene that fills whole days, with a unit that may shoot it."""

    scene: int
    unit: int
    days: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DayWork:
    """All that patterns are made of.

    Parameters
    ----------
    groups
        Every sort of day.
    whole
        Scenes of ``days``, one entry for each unit.
    needs
        For each scene the things that a day with it has to pay: people first, then
        elements.
    people
        How many of the things are people.
    owed
        What each thing costs a day at least, in parts; behind people and elements
        stand the locations.
    placeable
        (scenes) whether a scene may stand on any day at all.
    most_days
        (units) more days than any schedule uses.
    first_location
        Where the locations begin among the things.
    """

    groups: tuple[DayGroup, ...]
    whole: tuple[WholeDays, ...]
    needs: tuple[tuple[int, ...], ...]
    people: int
    owed: Ints
    placeable: Bytes
    most_days: Ints
    first_location: int

    @property
    def covers(self) -> tuple[DayKind, ...]:
        """Give a cover of each group: every pattern is one of a cover, too."""
        return tuple(group.cover for group in self.groups)


def day_work_of(problem: Problem) -> DayWork:
    """Work out what days can hold and what they cost at least."""
    may = _may_shoot(problem)
    production = problem.production
    groups = tuple(
        group
        for at, unit in enumerate(production.units)
        for group in _groups(problem, unit, at, may[:, at])
    )
    whole = tuple(_whole(problem, may))
    placeable = np.zeros(len(production.scenes), dtype=np.uint8)
    for group in groups:
        placeable[group.cover.scenes] = 1
    for each in whole:
        placeable[each.scene] = 1
    strips = sum(scene.days or 1 for scene in production.scenes)
    return DayWork(
        groups=groups,
        whole=whole,
        needs=tuple(_needs(problem)),
        people=len(production.people),
        owed=np.array([*_owed(problem, may), *_fees(problem, may)], dtype=np.int64),
        placeable=placeable,
        first_location=len(production.people) + len(production.elements),
        most_days=np.full(len(production.units), strips, dtype=np.int64),
    )


def _may_shoot(problem: Problem) -> Bytes:
    """Give a table (scenes, units): 1 where a unit may shoot a scene on some date."""
    production = problem.production
    may = np.ones((len(production.scenes), len(production.units)), dtype=np.uint8)
    if not blocks(production, "unit"):
        return may
    first = problem.slots.first
    for unit in range(len(production.units)):
        dates = problem.scenes.allowed[:, first[unit] : first[unit + 1]]
        may[:, unit] = dates.any(axis=1)
    return may


# --- sorts of days -----------------------------------------------------------------


def _groups(problem: Problem, unit: Unit, at: int, may: Bytes) -> list[DayGroup]:
    """Give a unit's sorts of days by base and shift, those without a strip left out."""
    info = problem.scenes.info
    shifts = [
        shift
        for shift in range(len(SHIFT_NAMES))
        if problem.units.info[at, arrays.SHIFTS] >> shift & 1
    ]
    if blocks(problem.production, "base"):
        places = [
            (base, info[:, arrays.BASE] == base)
            for base in range(len(problem.production.bases))
        ]
    else:
        places = [(-1, np.ones(len(info), dtype=bool))]
    found: list[DayGroup] = []
    for base, here in places:
        for shift in shifts:
            fits = here & (may == 1) & (info[:, arrays.SPAN] == 0)
            fits &= (info[:, arrays.MASK] >> shift & 1) == 1
            group = _group(problem, unit, at, shift, base, np.flatnonzero(fits))
            if group is not None and not _is_included(group.cover, found):
                found.append(group)
    return found


def _is_included(kind: DayKind, others: list[DayGroup]) -> bool:
    """Tell whether another sort of day at the same base holds as much for less.

    Where neither needs more sun than it has on all dates, the dates do not matter.
    """
    scenes = set(kind.scenes.tolist())
    return not kind.sunlit.any() and any(
        other.cover.base == kind.base
        and other.cover.cost <= kind.cost
        and scenes <= set(other.cover.scenes.tolist())
        for other in others
    )


def _group(
    problem: Problem, unit: Unit, at: int, shift: int, base: int, scenes: Ints
) -> DayGroup | None:
    """Give the sorts of days of a unit at a base in a shift, by their dates."""
    production = problem.production
    bound = blocks(production, "capacity")
    minutes = np.array(
        [minutes_on(production.scenes[one], unit) for one in scenes], dtype=np.int64
    )
    light = minutes * problem.scenes.info[scenes, arrays.SUNLIT]
    step = max(int(np.gcd.reduce([0, *light.tolist()])), 1)
    sets: list[tuple[Bytes, int]] = []
    for allowed, sun in _dates(problem, unit, at, shift, base, scenes):
        enough = min(sun, int(light.sum())) // step * step
        good = allowed & (light <= enough) & (minutes * bound <= unit.day_minutes)
        sets.append((good, enough))
    keys = {(good.tobytes(), sun): (good, sun) for good, sun in sets if good.any()}
    if not keys:
        return None
    number = {key: place for place, key in enumerate(keys)}

    def kind(good: Bytes, sun: int) -> DayKind:
        chosen = (scenes[good], minutes[good], light[good])
        return _kind(problem, unit, at, shift, base, *chosen, sun=sun)

    unique = list(keys.values())
    return DayGroup(
        cover=kind(
            np.any([good for good, _ in unique], axis=0), max(sun for _, sun in unique)
        ),
        kinds=tuple(kind(good, sun) for good, sun in unique),
        greatest=_greatest(unique),
        of_date=np.array(
            [number.get((good.tobytes(), sun), -1) for good, sun in sets],
            dtype=np.int64,
        ),
    )


def _greatest(sets: list[tuple[Bytes, int]]) -> tuple[int, ...]:
    """Give which sets of strips, with their sun, no other one holds whole."""
    order = sorted(
        range(len(sets)), key=lambda at: (-int(sets[at][0].sum()), -sets[at][1])
    )
    kept: list[int] = []
    for at in order:
        good, sun = sets[at]
        if not any(
            sets[other][1] >= sun and not (good & ~sets[other][0]).any()
            for other in kept
        ):
            kept.append(at)
    return tuple(kept)


def _dates(
    problem: Problem, unit: Unit, at: int, shift: int, base: int, scenes: Ints
) -> Iterator[tuple[Bytes, int]]:
    """Yield for every date which strips may stand on it, and the minutes of sun."""
    production = problem.production
    is_dated = blocks(production, "unit")
    place = production.bases[base] if base >= 0 else None
    lit = place is not None and place.lat is not None and place.lon is not None
    lit = lit and blocks(production, "daylight")
    name = SHIFT_NAMES[shift]
    hours = unit.shifts.get(name, standard_shifts()[name])
    first = int(problem.slots.first[at])
    count = int(problem.slots.first[at + 1]) - first
    # a year of dates stands for all that follow: the sun of another one may differ
    more = 2 if count < len(problem.calendar.eligible[unit.id]) else 0
    for slot in range(first, first + count):
        sun = ALL_LIGHT
        if lit and place is not None:
            whole = int(sun_minutes(place, problem.slot_days[slot][1], hours))
            sun = whole + DAYLIGHT_TOLERANCE_MINUTES + more
        allowed = problem.scenes.allowed[scenes, slot] == 1
        yield (allowed if is_dated else np.ones(len(scenes), dtype=bool)), sun


def _kind(
    problem: Problem,
    unit: Unit,
    at: int,
    shift: int,
    base: int,
    scenes: Ints,
    minutes: Ints,
    light: Ints,
    *,
    sun: int,
) -> DayKind:
    bound = blocks(problem.production, "capacity")
    places = problem.scenes.info[scenes, arrays.LOCATION]
    order = np.lexsort((-minutes, places))
    needed = (minutes if bound else 0 * minutes)[order]
    step = int(np.gcd.reduce([unit.move_minutes, *needed.tolist()])) or 1
    locations, starts = np.unique(places[order], return_index=True)
    return DayKind(
        unit=at,
        shift=shift,
        base=base,
        cost=int(problem.units.day_cost[at, shift, 0]) * PARTS,
        capacity=(unit.day_minutes if bound else 0) // step,
        move=(unit.move_minutes if bound else 0) // step,
        move_cost=unit.move_cost * PARTS,
        sun=sun,
        scenes=scenes[order],
        minutes=needed // step,
        sunlit=light[order],
        locations=locations.astype(np.int64),
        blocks=np.array([*starts, len(order)], dtype=np.int64),
    )


def _whole(problem: Problem, may: Bytes) -> list[WholeDays]:
    """Give the scenes of ``days`` with each unit that may shoot them."""
    found = []
    for at, scene in enumerate(problem.production.scenes):
        if scene.days is None:
            continue
        for unit in range(len(problem.production.units)):
            bits = int(problem.units.info[unit, arrays.SHIFTS])
            bits &= int(problem.scenes.info[at, arrays.MASK])
            costs = [
                int(problem.units.day_cost[unit, shift, 0])
                for shift in range(len(SHIFT_NAMES))
                if bits >> shift & 1
            ]
            if may[at, unit] and costs:
                cost = min(costs) * scene.days * PARTS
                found.append(WholeDays(scene=at, unit=unit, days=scene.days, cost=cost))
    return found


# --- what a day pays ---------------------------------------------------------------


def _needs(problem: Problem) -> list[tuple[int, ...]]:
    """Give for each scene its paid people, then its elements."""
    people = len(problem.production.people)
    scenes = problem.scenes
    needs = []
    for at in range(len(scenes.info)):
        cast = scenes.cast[scenes.cast_from[at] : scenes.cast_from[at + 1]]
        things = scenes.elements[
            scenes.elements_from[at] : scenes.elements_from[at + 1]
        ]
        paid = sorted({int(person) for person, deal in cast if deal >= 0})
        needs.append((*paid, *sorted({people + int(one) for one in things})))
    return needs


def _owed(problem: Problem, may: Bytes) -> list[int]:
    """Give what a day with each person or element costs at least, in parts."""
    production = problem.production
    prices: dict[int, list[Fraction]] = {}
    units: dict[int, set[int]] = {}
    for at in range(len(production.scenes)):
        cast = problem.scenes.cast[
            problem.scenes.cast_from[at] : problem.scenes.cast_from[at + 1]
        ]
        for person, deal in cast.tolist():
            if deal >= 0:
                price = _day_price(problem, person, deal)
                prices.setdefault(person, []).append(price)
                units.setdefault(person, set()).update(np.flatnonzero(may[at]).tolist())
    owed = []
    for person in range(len(production.people)):
        least = min(prices.get(person, [Fraction(0)]))
        # one day's pay may serve two units where nothing forbids it
        if not blocks(production, "cast"):
            least /= max(len(units.get(person, ())), 1)
        owed.append(int(least * PARTS))
    return [*owed, *(one.day_fee * PARTS for one in production.elements)]


def _day_price(problem: Problem, person: int, deal: int) -> Fraction:
    """Give what a date worked under a deal costs at least (SPEC 4, ``cast_work``)."""
    kind, rate = problem.people.deals[deal, : arrays.RATE + 1].tolist()
    if kind == arrays.DAILY:
        return Fraction(rate)
    if kind == arrays.WEEKLY:
        return Fraction(rate, 7)
    return Fraction(0)


def _fees(problem: Problem, may: Bytes) -> list[int]:
    """Give what a day at each location costs at least, in parts.

    Two units at one location on one date pay its fee once.
    """
    place = problem.scenes.info[:, arrays.LOCATION]
    fees = []
    for at, location in enumerate(problem.production.locations):
        units = int(may[place == at].any(axis=0).sum())
        fees.append(location.day_fee * PARTS // max(units, 1))
    return fees
