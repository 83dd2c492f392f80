"""The scenes that a production has of a picture, and what the earlier draft said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from daybreak.importers.revisions.matching import match_scenes
from daybreak.importers.revisions.omitted import OmittedScene, omitted_in
from daybreak.importers.revisions.written import Written, written_in_heading
from daybreak.model.errors import UsageError
from daybreak.model.production import Production, Scene

IMPORTED = ("script_line", "eighths_source")
"""Keys under a scene's ``extra`` that an import leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A scene that the production has, or had.

    Parameters
    ----------
    scene
        As it stands.
    base
        What the earlier draft said of it: all, where that draft is at hand, else what
        its heading says.
    view
        The same as it is compared with a new draft.
    rests
        The scenes that hold what is left of it.
    omitted
        Where it lies, for one that a draft left out.
    """

    scene: Scene
    base: Written
    view: Written
    rests: tuple[Scene, ...] = ()
    omitted: OmittedScene | None = None


def known_scenes(
    production: Production, picture: str, earlier: Sequence[Written] | None
) -> tuple[Known, ...]:
    """Give the scenes of a picture in the order of the script, omitted ones last.

    Parameters
    ----------
    earlier
        The scenes of the draft that the production was made of; None where it is not
        at hand.

    Raises
    ------
    UsageError
        When the earlier draft is of another script.
    """
    own = [one for one in production.scenes if one.picture == picture]
    rests = _rests(own)
    roots = [one for one in own if one.part_of is None]
    live = [_live(scene, rests.get(scene.id, ())) for scene in roots]
    if earlier is not None:
        live = _with_earlier(live, earlier)
    omitted = [one for one in omitted_in(production) if one.scene.picture == picture]
    left = _rests([one.scene for one in omitted])
    gone = [
        replace(_live(one.scene, left.get(one.scene.id, ())), omitted=one)
        for one in omitted
        if one.scene.part_of is None
    ]
    return (*live, *gone)


def _rests(scenes: Sequence[Scene]) -> Mapping[str, tuple[Scene, ...]]:
    """Give, by scene, what is left of it and of that again."""
    found: dict[str, tuple[Scene, ...]] = {}
    parts = {one.id: one.part_of for one in scenes if one.part_of is not None}
    for scene in scenes:
        if scene.part_of is None:
            continue
        root = scene.part_of
        while root in parts:
            root = parts[root]
        found[root] = (*found.get(root, ()), scene)
    return found


def _live(scene: Scene, rests: tuple[Scene, ...]) -> Known:
    base = written_in_heading(scene)
    return Known(scene=scene, base=base, view=_view(scene, base, rests), rests=rests)


def _view(scene: Scene, base: Written, rests: Sequence[Scene]) -> Written:
    """Give a scene of the production as if a draft said it, its words unknown."""
    return replace(
        base,
        place=base.place or scene.place,
        time=base.time or scene.time,
        set=base.set or scene.set or "",
        eighths=scene.eighths + sum(one.eighths for one in rests),
        cast=scene.cast,
        elements=scene.elements,
    )


def _with_earlier(live: Sequence[Known], earlier: Sequence[Written]) -> list[Known]:
    """Give the scenes with what the earlier draft said, in its order."""
    matched = match_scenes([one.view for one in live], earlier)
    if live and 2 * len(matched.known_of) < len(live):
        raise UsageError(
            f"The earlier draft has {len(matched.known_of)} of the "
            f"{len(live)} scenes of the production: it is of another script.\n"
            "Maybe name the draft that the production was made of, or leave it out."
        )
    said = {i: j for j, i in matched.known_of.items()}
    place = 0.0
    places: list[tuple[float, int]] = []
    made = []
    for i, one in enumerate(live):
        place = float(said[i]) if i in said else place + 1 / (len(live) + 1)
        places.append((place, i))
        if i in said:
            base = earlier[said[i]]
            view = replace(base, number=one.scene.number)
            one = replace(one, base=base, view=view)
        made.append(one)
    return [made[i] for _, i in sorted(places)]
