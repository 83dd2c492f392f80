"""Which scenes belong together: by location and by cast."""

from __future__ import annotations

from daybreak.model.production import Production

MOST_RELATED = 24


def related_scenes(production: Production) -> list[list[int]]:
    """Give, for each scene, the places of its closest relatives, closest first.

    Two scenes are as close as the cast they share (a person in few scenes counts
    more) and a location in common.
    """
    scenes = production.scenes
    by_person: dict[str, list[int]] = {}
    by_location: dict[str, list[int]] = {}
    for at, scene in enumerate(scenes):
        by_location.setdefault(scene.location, []).append(at)
        for person in scene.cast:
            by_person.setdefault(person, []).append(at)
    related = []
    for at, scene in enumerate(scenes):
        close: dict[int, float] = {}
        for other in by_location[scene.location]:
            close[other] = close.get(other, 0.0) + 1.0
        for person in scene.cast:
            for other in by_person[person]:
                close[other] = close.get(other, 0.0) + 2.0 / len(by_person[person])
        close.pop(at, None)
        ranked = sorted(close, key=lambda other: (-close[other], other))
        related.append(ranked[:MOST_RELATED])
    return related
