"""Edits of a board: one day of it, a lock, a banner, each an entry of its own.

::

    board/NAME                        the whole board, as a planner saved it
    board/NAME/day/UNIT/DATE          what one unit shoots on one date
    board/NAME/locked-strip/SCENE     a strip that is to stay where it stands
    board/NAME/locked-day/UNIT/DATE   a day that is to stay as it is
    board/NAME/banner/KEY             a line of its own between two strips

A strip that is dragged from one day to another is two entries of one wish. Strips that
stand on no day any more lie in the boneyard, behind those that lay there before. A
whole board that is saved later replaces every edit before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.leaves import shown
from daybreak.store.entry import Entry
from daybreak.store.own_paths import checked_name

DAY, LOCKED_STRIP, LOCKED_DAY, BANNER = "day", "locked-strip", "locked-day", "banner"
PARTS = {DAY: 2, LOCKED_STRIP: 1, LOCKED_DAY: 2, BANNER: 1}
"""By kind of edit, how many keys follow it."""
STALE = ("cost", "bound", "status", "penalty", "made_by")
"""What a schedule says of itself that no longer holds once a strip was moved."""
LOCKED, BANNERS = "locked", "banners"
"""Keys of a board's ``extra``: what is locked, and its banners."""
SHIFTS = ("day", "split", "night")
BANNER_KINDS = ("note", "meal", "move", "travel")
TEXT_MOST = 500


def split_name(key: str) -> tuple[str, tuple[str, ...]]:
    """Give the name of a board, and what follows it in the path of an edit.

    Examples
    --------
    >>> split_name("first/day/main/2027-03-02")
    ('first', ('day', 'main', '2027-03-02'))
    """
    name, *rest = key.split("/")
    return name, tuple(rest)


def check_edit(rest: Sequence[str], value: Any, *, removes: bool) -> None:
    """Look at an edit that comes from outside.

    Parameters
    ----------
    rest
        What follows the board's name in its path.

    Raises
    ------
    UsageError
        When it is none; it says what to give.
    """
    kind, *keys = rest
    if PARTS.get(kind) != len(keys):
        raise UsageError(
            f"{shown('/'.join(rest))} is no part of a board.\n"
            f"Maybe use one of these: {', '.join(PARTS)}."
        )
    for key in keys[: len(keys) - (kind in (DAY, LOCKED_DAY))]:
        checked_name(key, "board's part")
    if kind in (DAY, LOCKED_DAY):
        _date(keys[1])
    if not removes:
        _CHECKS[kind](value)


def _date(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{shown(text)} is no date.\nMaybe write it as 2027-03-16."
        ) from None


def _check_day(value: Any) -> None:
    good = (
        isinstance(value, Mapping)
        and set(value) == {"shift", "strips"}
        and value["shift"] in SHIFTS
        and isinstance(value["strips"], list)
        and bool(value["strips"])
        and all(isinstance(one, str) and one for one in value["strips"])
        and len(set(value["strips"])) == len(value["strips"])
    )
    if not good:
        raise UsageError(
            "A day of a board has a shift and its strips, each once.\n"
            "Maybe remove the day where nothing is shot on it."
        )


def _check_lock(value: Any) -> None:
    if value is not True:
        raise UsageError("A lock is set as true.\nMaybe remove it to unlock.")


def _check_banner(value: Any) -> None:
    good = (
        isinstance(value, Mapping)
        and set(value) <= {"unit", "date", "after", "kind", "text", "minutes"}
        and isinstance(value.get("unit"), str)
        and isinstance(value.get("text"), str)
        and 0 < len(value["text"]) <= TEXT_MOST
        and value.get("kind") in BANNER_KINDS
        and isinstance(value.get("date"), str)
        and isinstance(value.get("after", ""), str)
        and type(value.get("minutes", 0)) is int
        and 0 <= value.get("minutes", 0) <= 24 * 60
    )
    if not good:
        raise UsageError(
            "A banner has a unit, a date, a kind "
            f"({', '.join(BANNER_KINDS)}) and a text; maybe minutes, and the strip "
            "after which it stands."
        )
    _date(value["date"])


_CHECKS = {
    DAY: _check_day,
    LOCKED_STRIP: _check_lock,
    LOCKED_DAY: _check_lock,
    BANNER: _check_banner,
}


class EditedBoard:
    """A board while entries are added to it, from the first on.

    Parameters
    ----------
    data
        The schedule as JSON, as it was saved whole.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._whole = data
        self._is_edited = False
        self._days: dict[tuple[str, str], Mapping[str, Any]] = {
            (one["unit"], one["date"]): one for one in data["days"]
        }
        kept = data.get("extra", {})
        locked = kept.get(LOCKED, {})
        self._strips: dict[str, bool] = dict.fromkeys(locked.get("strips", ()), True)
        self._locked_days: dict[tuple[str, str], bool] = {
            (unit, day): True for unit, day in locked.get("days", ())
        }
        self._banners: dict[str, Any] = dict(kept.get(BANNERS, {}))
        self._seen: dict[str, None] = dict.fromkeys(data.get("boneyard", ()))
        for one in data["days"]:
            self._seen.update(dict.fromkeys(one["strips"]))

    def copy(self) -> EditedBoard:
        """Give a board of its own that stands as this one does."""
        made = copy(self)
        kept = {key: dict(x) for key, x in vars(self).items() if isinstance(x, dict)}
        vars(made).update(kept)
        return made

    def apply(self, rest: Sequence[str], entry: Entry) -> None:
        """Take in one edit: ``rest`` is what follows the board's name in its path."""
        self._is_edited = True
        kind, *keys = rest
        value = None if entry.action == "remove" else entry.value
        if kind == DAY:
            self._set(self._days, (keys[0], keys[1]), value)
            self._seen.update(dict.fromkeys(value["strips"] if value else ()))
        elif kind == LOCKED_STRIP:
            self._set(self._strips, keys[0], value)
        elif kind == LOCKED_DAY:
            self._set(self._locked_days, (keys[0], keys[1]), value)
        else:
            self._set(self._banners, keys[0], value)

    @staticmethod
    def _set(where: dict[Any, Any], key: Any, value: Any) -> None:
        if value is None:
            where.pop(key, None)
        else:
            where[key] = value

    @property
    def days(self) -> Mapping[tuple[str, str], Mapping[str, Any]]:
        """What is shot, by unit and ISO date; not to be changed."""
        return self._days

    @property
    def locked_strips(self) -> frozenset[str]:
        """Scenes that are to stay where they stand."""
        return frozenset(self._strips)

    @property
    def locked_days(self) -> frozenset[tuple[str, str]]:
        """Days that are to stay as they are, by unit and ISO date."""
        return frozenset(self._locked_days)

    @property
    def banners(self) -> Mapping[str, Any]:
        """Banners by key; not to be changed."""
        return self._banners

    @property
    def order(self) -> tuple[str, ...]:
        """Every strip there ever was on it, those of the boneyard in its order."""
        return tuple(self._seen)

    @property
    def data(self) -> Mapping[str, Any]:
        """The schedule as JSON, edits taken in."""
        if not self._is_edited:
            return self._whole
        days = [
            {**one, "unit": unit, "date": day}
            for (unit, day), one in sorted(
                self._days.items(), key=lambda item: (item[0][1], item[0][0])
            )
        ]
        placed = {strip for one in days for strip in one["strips"]}
        rest = {key: self._whole[key] for key in self._whole if key not in STALE}
        made = {
            **rest,
            "days": days,
            "boneyard": [one for one in self._seen if one not in placed],
        }
        extra = self._extra()
        if extra:
            made["extra"] = extra
        else:
            made.pop("extra", None)
        return made

    def _extra(self) -> dict[str, Any]:
        kept = dict(self._whole.get("extra", {}))
        locked = {
            "strips": sorted(self._strips),
            "days": [list(one) for one in sorted(self._locked_days)],
        }
        for key, value in (
            (LOCKED, {name: one for name, one in locked.items() if one}),
            (BANNERS, dict(sorted(self._banners.items()))),
        ):
            if value:
                kept[key] = value
            else:
                kept.pop(key, None)
        return kept
