"""The least scenes and facts that still conflict.

Some are taken away, and whether what is left can be placed is asked anew; what is
not needed stays away (a deletion filter: Chinneck and Dravnieks 1991; in halves
first, as Junker's QuickXplain of 2004 does). In the end each scene and each fact was
seen to matter: without it, a schedule was found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from daybreak.model.production import Production
from daybreak.solving.deadline import Deadline
from daybreak.solving.explaining.facts import Bind, binds_of
from daybreak.solving.explaining.parts_of import only
from daybreak.solving.explaining.placing import STEPS, Answer, place_all
from daybreak.solving.explaining.puzzle import puzzle_of

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """Scenes and facts that conflict.

    Parameters
    ----------
    part
        The production of these scenes, with all of its facts.
    proven
        Whether these scenes and facts alone were seen to have no schedule.
    minimal
        Whether without any one scene or fact a schedule was found.
    """

    scenes: tuple[str, ...]
    binds: tuple[Bind, ...]
    part: Production
    proven: bool
    minimal: bool


def asked(production: Production, deadline: Deadline, *, steps: int = STEPS) -> Answer:
    """Tell whether all scenes of a production can be placed."""
    return place_all(puzzle_of(production), steps=steps, is_over=deadline.is_over)


def core_of(
    whole: Production,
    scenes: Sequence[str],
    deadline: Deadline,
    *,
    last: Sequence[str] = (),
    steps: int = STEPS,
) -> Core:
    """Give the least of some scenes that conflict, and the least facts behind it.

    Parameters
    ----------
    scenes
        Ids of scenes that were proven to conflict.
    last
        Those of them to part with last.
    """
    order = [one for one in scenes if one not in last]
    order += [one for one in scenes if one in last]
    kept, sure_scenes = _least(
        order,
        lambda ids: asked(only(whole, set(ids)), deadline, steps=steps).verdict,
        deadline,
    )
    part = only(whole, set(kept))
    every = binds_of(whole, part)
    binds, sure_facts = _least(
        every,
        lambda some: asked(without(part, every, some), deadline, steps=steps).verdict,
        deadline,
    )
    script = [scene.id for scene in whole.scenes if scene.id in set(kept)]
    alone = without(part, every, binds)
    proven = asked(alone, Deadline(), steps=steps).verdict == "no"
    # with fewer facts a scene less may not be enough any more: asked again
    sure = sure_scenes and sure_facts and _scenes_matter(alone, script, deadline, steps)
    return Core(
        scenes=tuple(script), binds=tuple(binds), part=part, proven=proven, minimal=sure
    )


def without(
    part: Production, every: Sequence[Bind], kept: Sequence[Bind]
) -> Production:
    """Give a production with only some of its facts."""
    stays = {(bind.kind, bind.key) for bind in kept}
    for bind in every:
        if (bind.kind, bind.key) not in stays:
            part = bind.without(part)
    return part


def _scenes_matter(
    part: Production, scenes: Sequence[str], deadline: Deadline, steps: int
) -> bool:
    """Tell whether, the facts as they are, each scene is needed."""
    return all(
        asked(only(part, set(scenes) - {one}), deadline, steps=steps).verdict == "yes"
        for one in scenes
    )


def _least(
    things: Sequence[Thing],
    verdict: Callable[[Sequence[Thing]], str],
    deadline: Deadline,
) -> tuple[list[Thing], bool]:
    """Give a least list for which the verdict stays ``no``, and whether it is sure.

    Not sure where for some thing it stayed unknown whether it is needed.
    """
    kept = list(things)
    sure = True
    size = max(1, len(kept) // 2)
    while True:
        at = 0
        while at < len(kept):
            fewer = kept[:at] + kept[at + size :]
            told = "unknown" if deadline.is_over() else verdict(fewer)
            if told == "no":
                kept = fewer
                continue
            if size == 1:
                sure = sure and told == "yes"
            at += size
        if size == 1:
            return kept, sure
        size = max(1, size // 2)
