"""The production of a day: what stands of every thing, as the document of SPEC 1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.kinds import plan_of
from daybreak.model.leaves import shown
from daybreak.model.production import Production
from daybreak.model.reading import read_part
from daybreak.model.references import faults_between_parts
from daybreak.store.casting import Uncast, cast_scene, conditions, is_there
from daybreak.store.known import Known
from daybreak.store.paths import (
    IN_PATH,
    LISTS,
    PARTS,
    SCENE_KEPT,
    SINGLE,
    THINGS,
)
from daybreak.store.said import span_or_none
from daybreak.store.standing import Standing
from daybreak.store.telling import retold

BEGINNINGS = ("from", "start", "prep_from")
"""Fields whose month or year means its first day; of all others it is the last."""
NO_DAYS = ("holiday", "rule", "extra")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The production of a day, and what a planner has to know of it.

    Parameters
    ----------
    unsure
        What it rests on that is only expected or rumored, by path.
    disputed
        What it rests on that another report contradicts, by path.
    left_out
        The ids of scenes that exist only with a casting that does not stand.
    uncast
        Characters that scenes need and nobody plays.
    places
        By the path of a list of the production, where each of its parts is entered.
    """

    production: Production
    unsure: Mapping[str, Standing]
    disputed: Mapping[str, Standing]
    left_out: tuple[str, ...]
    uncast: tuple[Uncast, ...]
    places: Mapping[str, Sequence[str]]


def build(known: Known) -> Built:
    """Build the production of what is known.

    Raises
    ------
    DocumentError
        With every fault, by the path of the entry that would have to change.

    Notes
    -----
    SPEC section 1. Things come in the order in which they were first entered.
    """
    draft = _Draft(known)
    faults: list[Fault] = list(draft.faults)
    made: Production = read_part(Production, draft.document, "", faults)
    faults += faults_between_parts(made, faults)
    if faults:
        raise DocumentError([retold(one, draft.places) for one in faults])
    asked = {
        path: found
        for path, found in known.asked.items()
        if _is_planned_on(path) and not _is_in(path, draft.left_out)
    }
    return Built(
        production=made,
        unsure={p: s for p, s in asked.items() if s.claim.status != "confirmed"},
        disputed={p: s for p, s in asked.items() if s.against},
        left_out=tuple(draft.left_out),
        uncast=tuple(draft.uncast),
        places=draft.places,
    )


def _is_planned_on(path: str) -> bool:
    """Tell whether a path has a say; of what is kept beside only castings have."""
    words = path.split("/")
    return "extra" not in words or words[-1] in SCENE_KEPT


def _is_in(path: str, scenes: Iterable[str]) -> bool:
    root, _, rest = path.partition("/")
    return root == "scene" and rest.partition("/")[0] in set(scenes)


class _Draft:
    """The JSON object of a production, and where each part of it came from."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.faults: list[Fault] = []
        self.left_out: list[str] = []
        self.uncast: list[Uncast] = []
        self.places: dict[str, list[str]] = defaultdict(list)
        self.document: dict[str, Any] = {}
        by_root: dict[str, list[str]] = defaultdict(list)
        self._parts: dict[tuple[str, str], list[str]] = defaultdict(list)
        for whole in known.wholes():
            words = whole.split("/")
            if len(words) == 4 and words[2] in PARTS.get(words[0], {}):
                self._parts["/".join(words[:2]), words[2]].append(whole)
            else:
                by_root[words[0]].append(whole)
        self._plain(by_root)
        for root in THINGS:
            self._list(root, by_root[root])
        self._settle_scenes()

    def _plain(self, by_root: Mapping[str, list[str]]) -> None:
        for name in SINGLE:
            if (value := self.known.value(name)) is not None:
                self.document[name] = value
        values = {
            root: {
                whole.partition("/")[2]: value
                for whole in by_root[root]
                if (value := self.known.value(whole)) is not None
            }
            for root in NO_DAYS
        }
        self.document["holidays"] = list(values["holiday"])
        self.document["rules"] = values["rule"]
        odd = values["extra"].pop("", {})  # names that no path can spell
        kept = odd if isinstance(odd, dict) else {}
        self.document["extra"] = {**kept, **values["extra"]}

    def _list(self, root: str, wholes: Iterable[str]) -> None:
        made = self.document.setdefault(LISTS[root], [])
        for whole in wholes:
            value = self.known.value(whole)
            if value is None:
                continue
            keys = whole.split("/")[1:]
            names = IN_PATH.get(root) or (("id",) if root != "hiatus" else ())
            where = f"{LISTS[root]}[{len(made)}]"
            if not isinstance(value, dict):
                what, todo = (
                    f"{shown(value)} is no {root}",
                    "set it anew, field by field",
                )
                self.faults.append(Fault(path=whole, what=what, todo=todo))
                continue
            thing = dict(zip(names, keys, strict=False)) | in_days(THINGS[root], value)
            for part, (name, cls) in PARTS.get(root, {}).items():
                thing[name] = self._part_list(whole, part, cls, f"{where}.{name}")
            made.append(thing)
            self.places[LISTS[root]].append(whole)

    def _part_list(
        self, owner: str, part: str, cls: type | None, where: str
    ) -> list[Any]:
        made = []
        for whole in self._parts[owner, part]:
            value = self.known.value(whole)
            if value is not None:
                made.append(
                    range_in_days(value) if cls is None else in_days(cls, value)
                )
                self.places[where].append(whole)
        return made

    def _settle_scenes(self) -> None:
        """Resolve castings; take out scenes without theirs, and what names them."""
        people = frozenset(person["id"] for person in self.document["people"])
        kept, places = [], []
        pairs = zip(self.document["scenes"], self.places["scenes"], strict=True)
        for scene, place in pairs:
            if conditions(scene) and not is_there(self.known, scene):
                self.left_out.append(scene["id"])
                continue
            name = scene["id"]
            self.uncast += cast_scene(self.known, name, scene, people, self.faults)
            kept.append(scene)
            places.append(place)
        self.document["scenes"], self.places["scenes"] = kept, places
        if self.left_out:
            self._forget(set(self.left_out))

    def _forget(self, gone: set[str]) -> None:
        orders = zip(self.document["orders"], self.places["orders"], strict=True)
        left = [
            pair
            for pair in orders
            if pair[0]["before"] not in gone and pair[0]["after"] not in gone
        ]
        self.document["orders"] = [order for order, _ in left]
        self.places["orders"] = [place for _, place in left]
        for scene in self.document["scenes"]:
            if scene.get("part_of") in gone:
                del scene["part_of"]


def in_days(cls: type, value: dict[str, Any]) -> dict[str, Any]:
    """Give an object with each month or year as the day that it means."""
    if not isinstance(value, dict):
        return value
    for key, shape in dated_fields(cls):
        if key in value:
            found = value[key]
            value[key] = (
                range_in_days(found) if shape == "range" else day_of(key, found)
            )
    return value


@cache
def dated_fields(cls: type) -> tuple[tuple[str, str], ...]:
    """Give the fields of a part that hold dates or pairs of them, each with which."""
    shapes = ("date", "range")
    return tuple(
        (plan.key, plan.kind.shape)
        for plan in plan_of(cls)
        if plan.kind.shape in shapes
    )


def day_of(field: str, value: Any) -> Any:
    """Give the day that a date means; anything else as it is."""
    span = span_or_none(value)
    if span is None or span.is_day:
        return value
    return (span.first if field in BEGINNINGS else span.last).isoformat()


def range_in_days(value: Any) -> Any:
    """Give a pair of dates with days for months; anything else as it is."""
    if isinstance(value, list | tuple) and len(value) == 2:
        return [day_of("from", value[0]), day_of("to", value[1])]
    return value
