"""A scene split in two: what was shot or will be, and the rest as a new scene."""

from __future__ import annotations

import json
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.files import to_json
from daybreak.model.production import Production, Scene
from daybreak.office.live.arranging import Arranged, Edits
from daybreak.office.live.ops import SetFact, Split

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def split(
    production: Production, now: Arranged, action: Split
) -> tuple[tuple[SetFact, ...], Edits]:
    """Give the facts that split a scene, and the day on which its rest stands.

    Eighths stay whole; minutes, where given, are shared in the same proportion.

    Raises
    ------
    UsageError
        When the scene is unknown, fills whole days, or has no eighths to share.
    """
    scene = next((one for one in production.scenes if one.id == action.scene), None)
    if scene is None:
        raise UsageError(f'There is no scene "{action.scene}".')
    if scene.days is not None:
        raise UsageError(f"Scene {scene.number} fills whole days and cannot be split.")
    if not 0 < action.eighths < scene.eighths:
        raise UsageError(
            f"Scene {scene.number} has {scene.eighths} eighths.\n"
            f"Maybe leave it from 1 to {scene.eighths - 1} of them."
        )
    made = _rest(production, scene, action.eighths)
    facts = [
        SetFact(path=f"scene/{scene.id}/eighths", value=action.eighths),
        SetFact(path=f"scene/{made['id']}", value=made),
    ]
    if scene.minutes is not None:
        kept = max(1, round(scene.minutes * action.eighths / scene.eighths))
        facts.insert(1, SetFact(path=f"scene/{scene.id}/minutes", value=kept))
    return tuple(facts), _behind(now, scene.id, made["id"])


def _rest(production: Production, scene: Scene, kept: int) -> dict[str, Any]:
    whole = json.loads(to_json(production))
    data = next(one for one in whole["scenes"] if one["id"] == scene.id)
    taken = {one.id for one in production.scenes}
    numbers = {one.number for one in production.scenes}
    letter = next(
        one
        for one in (*LETTERS, *(f"{a}{b}" for a in LETTERS for b in LETTERS))
        if f"{scene.id}-{one.lower()}" not in taken
        and f"{scene.number}{one}" not in numbers
    )
    made = {
        **data,
        "id": f"{scene.id}-{letter.lower()}",
        "number": f"{scene.number}{letter}",
        "eighths": scene.eighths - kept,
        "part_of": scene.id,
    }
    if scene.minutes is not None:
        made["minutes"] = max(1, round(scene.minutes * (1 - kept / scene.eighths)))
    made.pop("pin", None)
    return made


def _behind(now: Arranged, scene: str, rest: str) -> Edits:
    for (unit, day), one in now.days.items():
        strips = list(one["strips"])
        if scene in strips:
            at = strips.index(scene) + 1
            value = {
                "shift": one["shift"],
                "strips": [*strips[:at], rest, *strips[at:]],
            }
            return {f"day/{unit}/{day}": value}
    return {}
