"""A production as a puzzle: scenes, the days each may take, who meets whom.

Days are bits of whole numbers: bit s of a scene's ``days_left`` says that the scene
may begin on slot s, the s-th eligible date of all units. Every rule of SPEC 3 that
blocks is in here or judged by the rule book at the end, so that an answer of
`placing` is exact.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache

import numpy as np

from daybreak.model.calendar import calendar_of
from daybreak.model.daylight import sun_minutes
from daybreak.model.production import (
    Base,
    Location,
    Production,
    RuleName,
    Scene,
    Shift,
    ShiftName,
    Unit,
    minutes_on,
)
from daybreak.solving.explaining.distances import NO_WAY, shortest_ways
from daybreak.solving.fixed import allowed_slots
from daybreak.solving.horizon import slot_days_of

MINUTES_A_DAY = 24 * 60
SUN_TOLERANCE_MINUTES = 2
SHIFT_NAMES: tuple[ShiftName, ...] = ("day", "split", "night")
SHIFTS_FOR = {"day": 3, "night": 6, "dawn": 1, "dusk": 3, "any": 7}
FOUNDATIONS: tuple[RuleName, ...] = ("once", "eligible", "unit", "base")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A scene as the puzzle sees it; places in the production's lists.

    Parameters
    ----------
    length
        Slots that it takes in a row.
    alone
        Whether it fills its days.
    minutes
        By unit.
    shifts
        The shifts that suit it, as bits of `SHIFT_NAMES`.
    sunny
        Whether its minutes need the sun.
    """

    scene: Scene
    length: int
    alone: bool
    minutes: tuple[int, ...]
    units: tuple[int, ...]
    base: str
    shifts: int
    sunny: bool
    cast: frozenset[str]
    elements: frozenset[str]


@dataclass(frozen=True, kw_only=True, eq=False)
class Puzzle:
    """What `placing` reads; made by `puzzle_of`.

    Parameters
    ----------
    slots
        Place of the unit and ordinal of the date of each slot, unit by unit.
    first_slot
        Where the slots of each unit begin; one longer.
    days
        Ordinals of the eligible dates of each unit.
    start
        Bits of the slots on which each scene may begin, each looked at alone.
    is_whole
        Whether every rule that the puzzle stands on blocks; else nothing that it
        calls impossible is proven.
    """

    production: Production
    pieces: tuple[Piece, ...]
    slots: tuple[tuple[int, int], ...]
    first_slot: tuple[int, ...]
    days: tuple[tuple[int, ...], ...]
    start: tuple[int, ...]
    ways: dict[tuple[str, str], int]
    is_whole: bool
    _sun: dict[tuple[str, int, int, int], int] = field(default_factory=dict)

    def binds(self, rule: RuleName) -> bool:
        """Tell whether breaking a rule makes a schedule invalid."""
        return self.production.level(rule) == "blocks"

    def way(self, one: str, other: str) -> int:
        """Give the dates that going from a base to another takes, by any way."""
        return 0 if one == other else self.ways.get((one, other), NO_WAY)

    def unit_at(self, slot: int) -> Unit:
        """Give the unit of a slot."""
        return self.production.units[self.slots[slot][0]]

    def from_day(self, unit: int, ordinal: int) -> int:
        """Give the bits of a unit's slots on a date or later."""
        low = self.first_slot[unit] + bisect_left(self.days[unit], ordinal)
        return _bits(low, self.first_slot[unit + 1])

    def until_day(self, unit: int, ordinal: int) -> int:
        """Give the bits of a unit's slots on a date or earlier."""
        high = self.first_slot[unit] + bisect_right(self.days[unit], ordinal)
        return _bits(self.first_slot[unit], high)

    @cached_property
    def unit_bits(self) -> tuple[int, ...]:
        """The slots of each unit, as bits."""
        return tuple(
            _bits(low, high)
            for low, high in zip(self.first_slot, self.first_slot[1:], strict=False)
        )

    @cached_property
    def shifts_worked(self) -> tuple[int, ...]:
        """The shifts that each unit works, as bits."""
        if not self.binds("shift"):
            return tuple(7 for _ in self.production.units)
        return tuple(
            sum(1 << at for at, name in enumerate(SHIFT_NAMES) if name in unit.shifts)
            for unit in self.production.units
        )

    def sun(self, base: str, slot: int, shift: int) -> int:
        """Give the most minutes of daytime exteriors on a slot in a shift."""
        unit, ordinal = self.slots[slot]
        key = (base, unit, ordinal, shift)
        if key not in self._sun:
            stands = next(one for one in self.production.bases if one.id == base)
            times = shift_times(self.production.units[unit], SHIFT_NAMES[shift])
            if stands.lat is None or not self.binds("daylight"):
                self._sun[key] = MINUTES_A_DAY * 2
            else:
                up = _sun_minutes(stands, date.fromordinal(ordinal), times)
                self._sun[key] = int(up + SUN_TOLERANCE_MINUTES)
        return self._sun[key]

    def sunny_shifts(self, base: str, slot: int, shifts: int, minutes: int) -> int:
        """Give those of some shifts that have so many minutes of sun, as bits."""
        if not minutes:
            return shifts
        return sum(
            1 << at
            for at in range(len(SHIFT_NAMES))
            if shifts >> at & 1 and self.sun(base, slot, at) >= minutes
        )


@lru_cache(maxsize=20_000)
def _sun_minutes(base: Base, day: date, shift: Shift) -> float:
    """Give the sun of a day, worked out once for all puzzles of a production."""
    return sun_minutes(base, day, shift)


def shift_times(unit: Unit, name: ShiftName) -> Shift:
    """Give call and wrap of a shift; the usual ones where the unit has none."""
    from_unit = unit.shifts.get(name)
    return from_unit if from_unit is not None else _STANDARD[name]


_STANDARD: dict[ShiftName, Shift] = {
    "day": Shift(call=7 * 60, wrap=19 * 60),
    "split": Shift(call=12 * 60, wrap=24 * 60),
    "night": Shift(call=18 * 60, wrap=6 * 60),
}


def _bits(low: int, high: int) -> int:
    """Give a number with the bits from low to before high."""
    return ((1 << high) - 1) & ~((1 << low) - 1) if high > low else 0


def puzzle_of(production: Production) -> Puzzle:
    """Make the puzzle of a production.

    Raises
    ------
    UsageError
        When there are more dates than can be laid out.
    """
    eligible = calendar_of(production).eligible
    slot_days = slot_days_of(production, eligible)
    place = {unit.id: at for at, unit in enumerate(production.units)}
    days: list[list[int]] = [[] for _ in production.units]
    for unit, day in slot_days:
        days[place[unit]].append(day.toordinal())
    first = [0]
    for each in days:
        first.append(first[-1] + len(each))
    home = {one.id: one for one in production.locations}
    puzzle = Puzzle(
        production=production,
        pieces=tuple(_piece(production, one, home, place) for one in production.scenes),
        slots=tuple((place[unit], day.toordinal()) for unit, day in slot_days),
        first_slot=tuple(first),
        days=tuple(tuple(each) for each in days),
        start=tuple(_as_bits(row) for row in allowed_slots(production, slot_days)),
        ways=shortest_ways(production),
        is_whole=all(production.level(one) == "blocks" for one in FOUNDATIONS),
    )
    start = tuple(
        _alone(puzzle, piece, bits)
        for piece, bits in zip(puzzle.pieces, puzzle.start, strict=True)
    )
    return replace(puzzle, start=start)


def _as_bits(row: np.ndarray) -> int:
    packed = np.packbits(row.astype(np.uint8), bitorder="little")
    return int.from_bytes(packed.tobytes(), "little")


def _piece(
    production: Production,
    scene: Scene,
    home: dict[str, Location],
    place: dict[str, int],
) -> Piece:
    bound = production.level("shift") == "blocks" and (
        scene.is_exterior or scene.time_locked
    )
    return Piece(
        scene=scene,
        length=scene.days or 1,
        alone=scene.days is not None,
        minutes=tuple(minutes_on(scene, unit) for unit in production.units),
        units=tuple(place[unit] for unit in production.units_of(scene)),
        base=home[scene.location].base,
        shifts=SHIFTS_FOR[scene.time] if bound else 7,
        sunny=scene.is_exterior and scene.time == "day" and scene.days is None,
        cast=frozenset(scene.cast),
        elements=frozenset(scene.elements),
    )


def _alone(puzzle: Puzzle, piece: Piece, bits: int) -> int:
    """Keep the slots on which a scene may stand were it the only one."""
    production = puzzle.production
    least = _least_limit(production, piece) if puzzle.binds("minor") else None
    picture = next(one for one in production.pictures if one.id == piece.scene.picture)
    kept = 0
    for unit in piece.units:
        here = bits & puzzle.unit_bits[unit]
        shifts = piece.shifts & puzzle.shifts_worked[unit]
        stands = production.units[unit].base
        far = stands is not None and puzzle.way(stands, piece.base) >= NO_WAY
        too_much = least is not None and piece.minutes[unit] > least
        if not shifts or too_much or (far and puzzle.binds("travel")):
            continue
        hard = picture.release_hard and puzzle.binds("release")
        if picture.release is not None and hard:
            due = picture.release.toordinal() - picture.post_days
            here &= puzzle.until_day(unit, due) >> (piece.length - 1)
        kept |= _with_sun(puzzle, piece, unit, here, shifts)
    return kept


def _least_limit(production: Production, piece: Piece) -> int | None:
    """Give the fewest minutes a day that a minor of a scene may work."""
    return min(
        (
            one.day_minutes
            for one in production.people
            if one.id in piece.cast and one.day_minutes is not None
        ),
        default=None,
    )


def _with_sun(puzzle: Puzzle, piece: Piece, unit: int, bits: int, shifts: int) -> int:
    if not piece.sunny or not puzzle.binds("daylight"):
        return bits
    return sum(
        1 << slot
        for slot in set_bits(bits)
        if puzzle.sunny_shifts(piece.base, slot, shifts, piece.minutes[unit])
    )


def set_bits(bits: int) -> list[int]:
    """Give the places of the bits that are set, lowest first."""
    found = []
    while bits:
        low = bits & -bits
        found.append(low.bit_length() - 1)
        bits ^= low
    return found
