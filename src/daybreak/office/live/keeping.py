"""What a planner has to leave alone, said to it as facts of a production.

A strip that is locked is pinned to where it stands. A day that is locked takes in
nothing else: whatever could be shot by its unit needs a made-up element that is not
there on that date. The plan that comes back is laid onto the board as it was, and
checked and counted against the production itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from daybreak.model.fields import DateRange
from daybreak.model.production import (
    Element,
    Level,
    Pin,
    Production,
    RuleName,
    Scene,
    Unit,
)
from daybreak.model.schedule import Day, Schedule

DayKey = tuple[str, str]
"""A unit and an ISO date."""
MANY_UNITS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """What is to stay as it is.

    Parameters
    ----------
    strips
        Strips that stay on their unit's date.
    days
        Days that stay as they are, strip by strip.
    apart
        Strips of the boneyard that are to stay there.
    """

    strips: frozenset[str] = frozenset()
    days: frozenset[DayKey] = frozenset()
    apart: frozenset[str] = field(default=frozenset())

    @property
    def is_empty(self) -> bool:
        """Whether everything may move."""
        return not (self.strips or self.days or self.apart)


def production_keeping(
    production: Production, board: Schedule, keep: Keep
) -> Production:
    """Give a production of which every plan leaves alone what is to stay."""
    if keep.is_empty:
        return production
    made = _without(production, keep.apart)
    pins = _pins(board, keep)
    if pins:
        made = _pinned(made, pins)
    if keep.days:
        made = _closed(made, keep.days, pins)
    return made


def laid_back(plan: Schedule, board: Schedule, keep: Keep) -> Schedule:
    """Give a plan with what is to stay exactly as it stood on the board."""
    before = {(one.unit, one.date.isoformat()): one for one in board.days}
    days = {(one.unit, one.date.isoformat()): one for one in plan.days}
    held = {key: before[key] for key in keep.days if key in before}
    for key in keep.days:
        days.pop(key, None)
    home = _homes(board.days)
    there = _homes(plan.days)
    strayed = [
        one for one in keep.strips if one in home and there.get(one) != home[one]
    ]
    fixed = {one for day in held.values() for one in day.strips} | {*strayed}
    kept = {key: _less(day, fixed) for key, day in days.items()}
    kept = {key: day for key, day in kept.items() if day.strips}
    for strip in strayed:
        for key in home[strip]:
            if key not in held:
                day = kept.get(key, replace(before[key], strips=()))
                kept[key] = replace(day, strips=(*day.strips, strip))
    kept |= held
    placed = {one for day in kept.values() for one in day.strips}
    planned = (one for day in plan.days for one in day.strips)
    rest = dict.fromkeys((*plan.boneyard, *planned, *sorted(keep.apart)))
    return replace(
        plan,
        days=tuple(kept[key] for key in sorted(kept, key=lambda one: (one[1], one[0]))),
        boneyard=tuple(one for one in rest if one not in placed),
    )


def _homes(days: Iterable[Day]) -> dict[str, tuple[DayKey, ...]]:
    found: dict[str, tuple[DayKey, ...]] = {}
    for day in days:
        for one in day.strips:
            key = (day.unit, day.date.isoformat())
            found[one] = tuple(sorted({*found.get(one, ()), key}))
    return found


def _less(day: Day, strips: Collection[str]) -> Day:
    return replace(day, strips=tuple(one for one in day.strips if one not in strips))


def _without(production: Production, scenes: Collection[str]) -> Production:
    if not scenes:
        return production
    return replace(
        production,
        scenes=tuple(
            replace(one, part_of=None) if one.part_of in scenes else one
            for one in production.scenes
            if one.id not in scenes
        ),
        orders=tuple(
            one
            for one in production.orders
            if one.before not in scenes and one.after not in scenes
        ),
    )


def _pins(board: Schedule, keep: Keep) -> dict[str, Pin]:
    """Give where each strip that stays stands first."""
    pins: dict[str, Pin] = {}
    for day in board.in_order():
        is_locked = (day.unit, day.date.isoformat()) in keep.days
        for one in day.strips:
            if is_locked or one in keep.strips:
                pins.setdefault(one, Pin(unit=day.unit, date=day.date))
    return pins


def _pinned(production: Production, pins: Mapping[str, Pin]) -> Production:
    """Pin strips; where pins do not bind, those of the production itself go."""
    binds = production.level("pin") == "blocks"

    def scene(one: Scene) -> Scene:
        if one.id in pins:
            ways = (*production.units_of(one), pins[one.id].unit)
            units = tuple(dict.fromkeys(ways))
            return replace(one, pin=pins[one.id], units=units)
        return one if binds or one.pin is None else replace(one, pin=None)

    made = replace(production, scenes=tuple(map(scene, production.scenes)))
    return made if binds else replace(made, rules=_binding(made, "pin"))


def _binding(production: Production, rule: RuleName) -> dict[RuleName, Level]:
    return {**production.rules, rule: "blocks"}


def _closed(
    production: Production, days: Collection[DayKey], inside: Collection[str]
) -> Production:
    """Keep every other strip out of some days."""
    elements = production.elements
    rules = production.rules
    if production.level("element") != "blocks":  # then the others must not begin to
        free = (replace(one, windows=(), count=MANY_UNITS) for one in elements)
        elements = tuple(free)
        rules = _binding(production, "element")
    made: dict[str, Element] = {}
    taken = {one.id for one in elements}
    for unit in production.units:
        dates = sorted(date.fromisoformat(day) for name, day in days if name == unit.id)
        if dates:
            made[unit.id] = _gate(unit, dates, taken)
            taken.add(made[unit.id].id)
    scenes = tuple(
        one if one.id in inside else _with_gates(production, one, made)
        for one in production.scenes
    )
    return replace(
        production, elements=(*elements, *made.values()), scenes=scenes, rules=rules
    )


def _with_gates(
    production: Production, scene: Scene, gates: Mapping[str, Element]
) -> Scene:
    needed = [gates[unit].id for unit in production.units_of(scene) if unit in gates]
    return replace(scene, elements=(*scene.elements, *needed)) if needed else scene


def _gate(unit: Unit, closed: list[date], taken: Collection[str]) -> Element:
    """Give an element that is there on every date of a unit but some."""
    name = next(
        f"open-days-{number}"
        for number in range(1, len(taken) + 2)
        if f"open-days-{number}" not in taken
    )
    day = timedelta(days=1)
    windows, begin = [], unit.start
    for one in closed:
        if begin < one:
            windows.append(DateRange(begin, one - day))
        begin = max(begin, one + day)
    if begin <= unit.end:
        windows.append(DateRange(begin, unit.end))
    if not windows:  # no window at all would mean always
        windows.append(DateRange(unit.start - day, unit.start - day))
    return Element(
        id=name, name=name, category="other", count=MANY_UNITS, windows=tuple(windows)
    )
