"""Elements put on scenes: on some, or on all that have somebody or something."""

from __future__ import annotations

from dataclasses import replace

from daybreak.importers.names import Ids
from daybreak.model.errors import UsageError
from daybreak.model.production import Element, Production, Scene
from daybreak.office.edits.edit import Edit
from daybreak.office.edits.naming import Kind, scenes_named, thing_named
from daybreak.reports.phrases import count_of

ANCHORS: tuple[Kind, ...] = ("person", "location", "element")


def tag(
    production: Production,
    name: str,
    *,
    category: str = "",
    scenes: tuple[str, ...] = (),
    anchors: tuple[str, ...] = (),
) -> Edit:
    """Give a production in which an element is on scenes.

    Parameters
    ----------
    name
        The element: one that is there, by id or name, or the name of a new one.
    category
        Of a new element, such as ``props``; of one that is there it is left out.
    scenes
        Numbers or ids of scenes.
    anchors
        People, locations or elements: every scene that has one of them gets the
        element, as a scene with a minor needs a studio teacher.

    Raises
    ------
    UsageError
        When a new element has no category, or something named is not there.
    """
    if not scenes and not anchors:
        raise UsageError(
            f"{name}: no scene is named.\nMaybe add --scene 12,14 or --with PERSON."
        )
    production, element = _with_element(production, name, category)
    wanted = {one.id for one in scenes_named(production, scenes)}
    for asked in anchors:
        kind, anchor = thing_named(production, asked, ANCHORS)
        wanted |= {one.id for one in production.scenes if _has(one, kind, anchor.id)}
    new = [
        one.id
        for one in production.scenes
        if one.id in wanted and element.id not in one.elements
    ]
    made = tuple(
        replace(one, elements=(*one.elements, element.id)) if one.id in new else one
        for one in production.scenes
    )
    there = len(wanted) - len(new)
    said = f"{element.name} ({element.category}) joins {count_of(len(new), 'scene')}"
    said += f"; it was in {count_of(there, 'more scene')} already." if there else "."
    return Edit(production=replace(production, scenes=made), said=(said,))


def _with_element(
    production: Production, name: str, category: str
) -> tuple[Production, Element]:
    wanted = name.casefold()
    for one in production.elements:
        if wanted in (one.id, one.name.casefold()):
            return production, one
    if not category:
        raise UsageError(
            f"{name}: there is no such element yet.\n"
            "Maybe say what it is, to make it: --category props."
        )
    ids = Ids(taken=(one.id for one in production.elements))
    made = Element(id=ids.make(name, otherwise="element"), name=name, category=category)
    return replace(production, elements=(*production.elements, made)), made


def _has(scene: Scene, kind: Kind, asked: str) -> bool:
    if kind == "location":
        return scene.location == asked
    return asked in (scene.cast if kind == "person" else scene.elements)
