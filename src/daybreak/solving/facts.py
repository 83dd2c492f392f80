"""Which fixed facts together leave a strip no day: as few of them as do.

Each fact is taken away in turn; where there is still no day without it, it is not
needed and stays away. What is left is a smallest set, in the sense that each of its
facts matters.
"""

from __future__ import annotations

from collections.abc import Iterable

from daybreak.model.production import Production, Scene
from daybreak.solving.explaining.facts import Bind, binds_of
from daybreak.solving.explaining.parts_of import only
from daybreak.solving.fixed import SlotDays, allowed_slots

# the facts that bind a strip alone, whatever else stands on the board
FIXED = frozenset({"prep", "thing", "place", "person", "away", "window", "pin"})


def binding_facts(
    production: Production, scene: Scene, slot_days: SlotDays
) -> list[str]:
    """Give the facts that leave a scene no day; empty where its units alone do."""
    alone = only(production, {scene.id})
    facts = needed = fixed_binds(production, alone)
    for fact in facts:
        fewer = [one for one in needed if one is not fact]
        taken = (one for one in facts if one not in fewer)
        if not allowed_slots(without(alone, taken), slot_days).any():
            needed = fewer
    return [fact.text for fact in needed]


def fixed_binds(production: Production, alone: Production) -> list[Bind]:
    """Give the fixed facts of one scene of a production, alone in its part."""
    return [one for one in binds_of(production, alone) if one.kind in FIXED]


def without(part: Production, facts: Iterable[Bind]) -> Production:
    """Give a part of a production without some facts."""
    for fact in facts:
        part = fact.without(part)
    return part
