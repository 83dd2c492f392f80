"""A production with some of its scenes alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from daybreak.model.production import Production


def only(production: Production, scenes: Collection[str]) -> Production:
    """Give a production of some scenes, with whom and what they need.

    A schedule of it is one of the whole production with the other scenes in the
    boneyard, and the other way round: strips there ask nothing (SPEC 3).
    """
    kept = tuple(
        scene if scene.part_of is None else replace(scene, part_of=None)
        for scene in production.scenes
        if scene.id in scenes
    )
    cast = {person for scene in kept for person in scene.cast}
    places = {scene.location for scene in kept}
    things = {thing for scene in kept for thing in scene.elements}
    return replace(
        production,
        scenes=kept,
        people=tuple(one for one in production.people if one.id in cast),
        locations=tuple(one for one in production.locations if one.id in places),
        elements=tuple(one for one in production.elements if one.id in things),
        orders=tuple(
            order
            for order in production.orders
            if order.before in scenes and order.after in scenes
        ),
    )
