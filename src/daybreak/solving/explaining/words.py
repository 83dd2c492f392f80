"""A conflict in the words of an assistant director: who, where, when; no ids."""

from __future__ import annotations

from collections.abc import Sequence

from daybreak.model.production import Production, Scene, minutes_on
from daybreak.solving.explaining.facts import (
    Bind,
    days_told,
    hours_told,
    scene_told,
)
from daybreak.solving.explaining.family import Family

MOST_SCENES_TOLD = 6
MOST_LIKEWISE_TOLD = 12
LENGTH_MATTERS = {"day_minutes", "minor", "move_minutes", "sun"}
LIGHT_MATTERS = {"sun", "shifts", "turnaround"}


def said_of(part: Production, binds: Sequence[Bind]) -> str:
    """Give a conflict as a sentence: the scenes, what they need, the facts."""
    scenes = part.scenes
    facts = "; ".join(bind.text for bind in binds)
    if len(scenes) == 1:
        (scene,) = scenes
        said = f"{_named(part, scene)} cannot be shot: it {_needs(part, scene, binds)}"
    elif len(scenes) <= MOST_SCENES_TOLD:
        each = "; ".join(
            f"{_named(part, scene)} {_needs(part, scene, binds)}" for scene in scenes
        )
        said = f"{len(scenes)} scenes cannot all be shot: {each}"
    else:
        said = f"{len(scenes)} scenes cannot all be shot: {_together(part)}"
    return _sentence(f"{said}; {facts}." if facts else f"{said}.")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _named(part: Production, scene: Scene) -> str:
    return f"{scene_told(part, scene)} ({scene.heading})"


def _needs(part: Production, scene: Scene, binds: Sequence[Bind]) -> str:
    """Give what a scene needs, of those things that the facts are about."""
    about = {key for bind in binds for key in bind.key}
    kinds = {bind.kind for bind in binds}
    names = [
        one.name for one in part.people if one.id in scene.cast and one.id in about
    ]
    if not names and len(part.scenes) > 1:
        names = [
            one.name
            for one in part.people
            if all(one.id in each.cast for each in part.scenes)
        ]
    home = next(one for one in part.locations if one.id == scene.location)
    names += [
        one.name
        for one in part.elements
        if one.id in scene.elements and one.id in about
    ]
    if home.id in about or kinds & {"move", "move_minutes", "sun"} or not names:
        names.append(home.name)
    said = f"needs {listed(names)}"
    if scene.days is not None:
        return f"{said} for {days_told(scene.days)}"
    if kinds & LENGTH_MATTERS:
        said += f" for {hours_told(_minutes(part, scene))}"
    if kinds & LIGHT_MATTERS and (scene.is_exterior or scene.time_locked):
        said += f" by {scene.time}"
    return said


def _minutes(part: Production, scene: Scene) -> int:
    able = part.units_of(scene)
    return min(minutes_on(scene, unit) for unit in part.units if unit.id in able)


def _together(part: Production) -> str:
    """Give what many scenes need together."""
    scenes = part.scenes
    first, last = scene_told(part, scenes[0]), scene_told(part, scenes[-1])
    minutes = sum(_minutes(part, scene) * (scene.days or 1) for scene in scenes)
    people = [
        one.name for one in part.people if all(one.id in scene.cast for scene in scenes)
    ]
    places = [one.name for one in part.locations]
    who = f" with {listed(people)}" if people else ""
    where = f" at {listed(places)}" if len(places) <= MOST_SCENES_TOLD else ""
    return f"{first} to {last}{who}{where} need {hours_told(minutes)} together"


def likewise_said(production: Production, family: Family) -> str:
    """Give a sentence on the scenes to which the same happens; empty for none."""
    if not family.likewise:
        return ""
    scenes = {scene.id: scene for scene in production.scenes}
    names = [scene_told(production, scenes[one]) for one in family.likewise]
    told = names[:MOST_LIKEWISE_TOLD]
    if len(names) > len(told):
        told.append(f"{len(names) - len(told)} more")
    return f" Likewise {listed(told)}."


def listed(names: Sequence[str]) -> str:
    """Give names as a list in a sentence: ``one, two and three``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
