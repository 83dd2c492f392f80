"""Categories of a USS file: their names, and their numbers in the standard."""

from __future__ import annotations

from typing import Any

from daybreak.model.schedule_standard import (
    CAST,
    CATEGORIES,
    FIRST_OWN_ACTION,
    FIRST_OWN_SCENE,
)
from daybreak.reports.formats.uss_ids import UssIds

_BY_NAME = {name.casefold(): ucid for ucid, name in CATEGORIES.items()}
_OTHER_NAMES = {
    "background": 101,
    "extras": 101,
    "stunt performers": 102,
    "sfx": 105,
    "costumes": 106,
    "makeup": 107,
    "hair": 107,
    "animal handler": 109,
    "animal wranglers": 109,
    "art": 115,
    "vfx": 121,
    "mfx": 122,
    "misc": 125,
}


class Categories:
    """Makes categories when they are first needed, each number once.

    Parameters
    ----------
    kept
        Numbers by name, as a schedule file brought them along; may be anything.
    """

    def __init__(self, kept: Any, ids: UssIds, created: str) -> None:
        pairs = kept.items() if isinstance(kept, dict) else ()
        self._kept = {
            name: ucid for name, ucid in pairs if type(ucid) is int and ucid >= 0
        }
        self._names = {ucid: name for name, ucid in reversed(self._kept.items())}
        self._ids = ids
        self._created = created
        self._made: dict[int, dict[str, Any]] = {}
        self._of_name: dict[tuple[str, bool], int] = {}

    def numbered(self, ucid: int) -> str:
        """Give the id of a category of the standard."""
        return self._id(ucid, self._names.get(ucid) or CATEGORIES[ucid])

    def of_things(self, name: str) -> str:
        """Give the id of the category of an element."""
        return self._named(name, is_action=True)

    def of_scenes(self, name: str) -> str:
        """Give the id of an own category of whole scenes."""
        return self._named(name, is_action=False)

    def all(self) -> list[dict[str, Any]]:
        """Give every category that is needed, by number."""
        return [self._made[ucid] for ucid in sorted(self._made)]

    def _named(self, name: str, *, is_action: bool) -> str:
        key = (name, is_action)
        if key not in self._of_name:
            self._of_name[key] = self._number(name, is_action=is_action)
        return self._id(self._of_name[key], name)

    def _number(self, name: str, *, is_action: bool) -> int:
        folded = name.casefold()
        taken = {*self._made, *self._of_name.values()}
        for found in (
            self._kept.get(name),
            _BY_NAME.get(folded),
            _OTHER_NAMES.get(folded),
        ):
            fits = found is not None and (
                found > CAST if is_action else FIRST_OWN_SCENE <= found < CAST
            )
            if found is not None and fits and found not in taken:
                return found
        number = FIRST_OWN_ACTION if is_action else FIRST_OWN_SCENE
        while number in taken or number in self._names:
            number += 1
        return number

    def _id(self, ucid: int, name: str) -> str:
        if ucid not in self._made:
            self._made[ucid] = {
                "id": self._ids.of("category", f"{ucid}"),
                "created": self._created,
                "name": name,
                "ucid": ucid,
            }
        return str(self._made[ucid]["id"])
