"""A scene that only the new draft has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from daybreak.importers.drafts import inserted_number
from daybreak.importers.names import Ids, name_key, slug_of
from daybreak.importers.revisions.merging import days_of
from daybreak.importers.revisions.work import REVISION, SPLIT_FROM, Told, Work
from daybreak.importers.strips import scene_of
from daybreak.model.production import Scene


class Adder:
    """Makes scenes with ids and numbers of their own.

    Parameters
    ----------
    work
        The draft and its production.
    taken
        Ids that are not to be given again.
    """

    def __init__(self, work: Work, taken: Iterable[str]) -> None:
        self._work = work
        every = [one.scene.id for one in work.known]
        self._ids = Ids(taken=(*taken, *every, *(s.id for s in work.production.scenes)))
        stated = (one.number for one in work.new.written)
        numbers = (one.scene.number for one in work.known)
        self._numbers = {one for one in (*stated, *numbers) if one is not None}
        self._letters: dict[str, int] = {}
        usual = Counter(one.units for one in work.own_scenes()).most_common(1)
        self._usual_units = usual[0][0] if usual else None

    def added(self, j: int, before: str) -> Told:
        """Give the scene of a place in the draft.

        Parameters
        ----------
        before
            The number of the scene before it; empty for the first.
        """
        work = self._work
        new = work.new.written[j]
        i = work.matched.split_from.get(j)
        parent = work.known[i].scene if i is not None else None
        number = new.number or self._free_number(before)
        scene = scene_of(
            work.new.drafts[j],
            location=self._location(j, parent),
            cast=new.cast or (),
            tags=work.new.tags[j],
            units=parent.units if parent else self._usual_units,
            days=None,
        )
        scene = replace(
            scene,
            id=self._id(number),
            number=number,
            days=days_of(scene.eighths, work.units_of(scene)),
            time_locked=parent.time_locked if parent else False,
            extra=scene.extra | {REVISION: work.color},
        )
        if parent is None:
            return Told(scenes=(scene,), change=work.change(scene, ("added",)))
        scene = replace(scene, extra=scene.extra | {SPLIT_FROM: parent.id})
        change = work.change(scene, ("added", "split"), other=parent)
        return Told(scenes=(scene,), change=change)

    def _location(self, j: int, parent: Scene | None) -> str:
        """Give where it is shot: with the scene it was cut out of, in the same set."""
        new = self._work.new.written[j]
        if parent is not None and name_key(parent.set or "") == name_key(new.set):
            return parent.location
        return self._work.places.of(new.set, new.location)

    def _free_number(self, before: str) -> str:
        number = inserted_number(before or "0", self._numbers, self._letters)
        self._numbers.add(number)
        return number

    def _id(self, number: str) -> str:
        is_alone = len(self._work.production.pictures) == 1
        stem = "s" if is_alone else f"{self._work.picture}-"
        slug = slug_of(number)
        return self._ids.make(f"{stem}{slug}" if slug else "", otherwise=stem)
