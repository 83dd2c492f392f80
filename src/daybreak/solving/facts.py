"""Which fixed facts together leave a strip no day: as few of them as do.

Each fact is taken away in turn; where there is still no day without it, it is not
needed and stays away. What is left is a smallest set, in the sense that each of its
facts matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from daybreak.model.fields import DateRange
from daybreak.model.production import Person, Production, Scene
from daybreak.solving.fixed import SlotDays, allowed_slots, first_prepared

Change = Callable[[Production], Production]


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence about a scene's day, and how to take the fact away."""

    text: str
    without: Change


def binding_facts(
    production: Production, scene: Scene, slot_days: SlotDays
) -> list[str]:
    """Give the facts that leave a scene no day; empty where its units alone do."""
    bare = replace(scene, part_of=None)
    alone = replace(production, scenes=(bare,), orders=())
    facts = list(_facts(alone, bare))
    needed = list(facts)
    for fact in facts:
        fewer = [one for one in needed if one is not fact]
        if not _days_left(alone, facts, fewer, slot_days):
            needed = fewer
    return [fact.text for fact in needed]


def _days_left(
    alone: Production, facts: list[Fact], kept: list[Fact], slot_days: SlotDays
) -> int:
    """Count the slots that are left with only some of the facts."""
    for fact in facts:
        if fact not in kept:
            alone = fact.without(alone)
    return int(allowed_slots(alone, slot_days).sum())


def _facts(production: Production, scene: Scene) -> Iterator[Fact]:
    window = scene.window
    if window is not None:
        yield Fact(
            f"its window is {window.first} to {window.last}", _scene_without("window")
        )
    if scene.pin is not None:
        text = f"it is pinned to unit {scene.pin.unit} on {scene.pin.date}"
        yield Fact(text, _scene_without("pin"))
    for location in production.locations:
        if location.id == scene.location and location.windows:
            text = f"{location.name} is open {_spans(location.windows)} only"
            yield Fact(text, _without("locations", location.id, windows=()))
    for person in production.people:
        if person.id in scene.cast:
            yield from _person_facts(production, person)
    for element in production.elements:
        if element.id in scene.elements and element.windows:
            text = f"{element.name} is there {_spans(element.windows)} only"
            yield Fact(text, _without("elements", element.id, windows=()))


def _person_facts(production: Production, person: Person) -> Iterator[Fact]:
    if person.windows:
        text = f"{person.name} is free {_spans(person.windows)} only"
        yield Fact(text, _without("people", person.id, windows=()))
    if person.unavailable:
        text = f"{person.name} is away {_spans(person.unavailable)}"
        yield Fact(text, _without("people", person.id, unavailable=()))
    if person.prep_days:
        ready = first_prepared(production, person)
        days = person.prep_days
        text = f"{person.name} is ready from {ready}, after {days} days of prep"
        yield Fact(text, _without("people", person.id, prep_days=0))


def _spans(spans: Sequence[DateRange | Any]) -> str:
    return ", ".join(f"{one.first} to {one.last}" for one in spans)


def _without(group: str, thing_id: str, **fields: Any) -> Change:
    """Give a change of one thing of a production."""

    def change(production: Production) -> Production:
        things = tuple(
            replace(thing, **fields) if thing.id == thing_id else thing
            for thing in getattr(production, group)
        )
        changed: Any = {group: things}
        return replace(production, **changed)

    return change


def _scene_without(field: str) -> Change:
    def change(production: Production) -> Production:
        (scene,) = production.scenes
        empty: Any = {field: None}
        return replace(production, scenes=(replace(scene, **empty),))

    return change
