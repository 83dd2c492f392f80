"""Scenes that the new draft does not have: omitted, merged, shot, or made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from daybreak.importers.revisions.changes import SceneChange, What
from daybreak.importers.revisions.known import IMPORTED, Known
from daybreak.importers.revisions.omitted import OmittedScene
from daybreak.importers.revisions.work import LEFT_OUT, REVISION, Told, Work
from daybreak.model.production import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What becomes of the known scenes that a draft does not have.

    Parameters
    ----------
    stays
        By place among the known scenes, those that stay in the production: somebody
        made them by hand, or they were shot.
    omitted
        Likewise, those that leave it, with what became of them.
    own
        The numbers of those that were made by hand.
    """

    stays: Mapping[int, Told]
    omitted: Mapping[int, tuple[tuple[OmittedScene, ...], SceneChange]]
    own: tuple[str, ...]


def left_scenes(work: Work, told: Mapping[int, Told]) -> Left:
    """Give what becomes of the known scenes that the draft does not have.

    Parameters
    ----------
    told
        The scenes of the draft, by their place in it.
    """
    found = {*work.matched.known_of.values()}
    missing = [
        i for i, one in enumerate(work.known) if i not in found and one.omitted is None
    ]
    own = [i for i in missing if _is_own(work, work.known[i])]
    stays = {i: _staying(work, work.known[i]) for i in own}
    omitted = {}
    for i in missing:
        if i in stays:
            continue
        known = work.known[i]
        into = work.matched.merged_into.get(i)
        other = told[into].scenes[0] if into is not None else None
        what: tuple[What, ...] = ("omitted", "merged") if other else ("omitted",)
        change = work.change(known.scene, what, other=other)
        if known.scene.id in work.shot:
            stays[i] = _shot(work, known, change)
        else:
            omitted[i] = (_kept_beside(work, known, other), change)
    numbers = tuple(work.known[i].scene.number for i in own)
    return Left(stays=stays, omitted=omitted, own=numbers)


def _is_own(work: Work, known: Known) -> bool:
    """Tell whether somebody made a scene by hand: no script ever had it."""
    if any(one.base.words is not None for one in work.known):
        return known.base.words is None
    imported = [one for one in work.known if set(IMPORTED) & set(one.scene.extra)]
    return bool(imported) and not set(IMPORTED) & set(known.scene.extra)


def _staying(work: Work, known: Known) -> Told:
    return Told(scenes=(known.scene, *known.rests), change=work.change(known.scene, ()))


def _shot(work: Work, known: Known, change: SceneChange) -> Told:
    """Give a scene that was shot: it stays, and says which draft left it out."""
    was = known.scene
    if LEFT_OUT in was.extra:
        return _staying(work, known)  # an earlier draft said so
    marks = {LEFT_OUT: work.color, REVISION: work.color}
    scene = replace(was, extra=was.extra | marks)
    return Told(scenes=(scene, *known.rests), change=change)


def _kept_beside(
    work: Work, known: Known, other: Scene | None
) -> tuple[OmittedScene, ...]:
    made = []
    for scene in (known.scene, *known.rests):
        orders = tuple(
            one for one in work.production.orders if scene.id in (one.before, one.after)
        )
        made.append(
            OmittedScene(
                scene=scene,
                orders=orders,
                color=work.color,
                merged_into=other.id if other else "",
            )
        )
    return tuple(made)
