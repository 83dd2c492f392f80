"""What a simulated shoot stands on and never changes: strips, units, people, rules.

Worked out once from a production, so that a day can be repaired in little time. The
rule book itself looks at each finished run; what stands here only has to find dates
that it will accept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from daybreak.checking import check
from daybreak.checking.facts import Facts, facts_of
from daybreak.checking.rules.days import SHIFTS_FOR
from daybreak.model.production import (
    Person,
    Production,
    RuleName,
    Scene,
    Shift,
    ShiftName,
    Unit,
    minutes_on,
)
from daybreak.model.schedule import Schedule

SATURDAY = 5


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A scene with what a day asks of it.

    Parameters
    ----------
    minutes
        By unit that may shoot it.
    shifts
        In which it may be shot.
    before, after
        The strips that come before and after it, each with the days between.
    """

    scene: Scene
    base: str
    minutes: Mapping[str, int]
    shifts: frozenset[ShiftName]
    before: list[tuple[str, int]]
    after: list[tuple[str, int]]

    @property
    def needs_sun(self) -> bool:
        """Whether rule ``daylight`` counts its minutes."""
        scene = self.scene
        return scene.time == "day" and scene.is_exterior and scene.days is None


@dataclass(frozen=True, slots=True, eq=False)
class Crew:
    """A unit with its dates as ordinals."""

    unit: Unit
    eligible: tuple[int, ...]
    dates: frozenset[int]
    shifts: Mapping[ShiftName, Shift]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A production and its plan, ready to be disturbed.

    Parameters
    ----------
    prepared
        By person, the first ordinal on which preparation is done.
    asked
        The rules that are not ignored.
    breaks
        How often the plan itself breaks each rule.
    """

    production: Production
    plan: Schedule
    facts: Facts
    strips: Mapping[str, Strip]
    crews: Mapping[str, Crew]
    prepared: Mapping[str, int]
    asked: frozenset[RuleName]
    breaks: Mapping[str, int]


def ground_of(production: Production, plan: Schedule) -> Ground:
    """Work out what a simulation stands on."""
    facts = facts_of(production)
    asked = frozenset(rule for rule in _RULES if production.level(rule) != "ignored")
    breaks: dict[str, int] = {}
    for one in check(production, plan):
        breaks[one.rule] = breaks.get(one.rule, 0) + 1
    return Ground(
        production=production,
        plan=plan,
        facts=facts,
        strips=_strips(production, facts),
        crews={unit.id: _crew(unit, facts) for unit in production.units},
        prepared={
            one.id: _prepared(one, facts)
            for one in production.people
            if one.prep_days and "prep" in asked
        },
        asked=asked,
        breaks=breaks,
    )


_RULES: tuple[RuleName, ...] = (
    "travel",
    "shift",
    "daylight",
    "turnaround",
    "cast",
    "prep",
    "consecutive",
    "minor",
    "location",
    "element",
    "window",
    "pin",
    "order",
)


def _strips(production: Production, facts: Facts) -> dict[str, Strip]:
    strips = {
        scene.id: Strip(
            scene=scene,
            base=facts.locations[scene.location].base,
            minutes={
                unit: minutes_on(scene, facts.units[unit])
                for unit in production.units_of(scene)
            },
            shifts=_shifts_for(scene),
            before=[],
            after=[],
        )
        for scene in production.scenes
    }
    for order in production.orders:
        strips[order.after].before.append((order.before, order.min_days))
        strips[order.before].after.append((order.after, order.min_days))
    return strips


def _shifts_for(scene: Scene) -> frozenset[ShiftName]:
    if scene.is_exterior or scene.time_locked:
        return frozenset(SHIFTS_FOR[scene.time])
    return frozenset(("day", "split", "night"))


def _crew(unit: Unit, facts: Facts) -> Crew:
    eligible = tuple(day.toordinal() for day in facts.calendar.eligible[unit.id])
    return Crew(unit, eligible, frozenset(eligible), unit.shifts)


def _prepared(person: Person, facts: Facts) -> int:
    """Give the first date before which lie enough weekdays of preparation."""
    day = person.prep_from or min(unit.start for unit in facts.units.values())
    last = max(unit.end for unit in facts.units.values())
    free, left = set(facts.production.holidays), person.prep_days
    while left and day <= last:
        weekday = day.weekday() < SATURDAY and day not in free
        left -= weekday and facts.is_available(person, day)
        day += timedelta(days=1)
    return day.toordinal() if not left else date.max.toordinal()
