"""What a wish touches, so that two people's wishes are told apart or brought together.

Keys are paths of facts, ``board/NAME/strip/SCENE`` for a strip wherever it goes, and
the paths of a board's days, locks and banners. Two wishes clash where a key of one is
a key of the other, or a part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from daybreak.office.live.ops import (
    Action,
    LockDay,
    LockStrips,
    Move,
    MoveDay,
    Park,
    SetBanner,
    SetFact,
    SetShift,
    Split,
    Take,
)
from daybreak.store.entry import Entry
from daybreak.store.undoing import overlap

Keys = frozenset[str]


def keys_of(action: Action) -> Keys:
    """Give what a wish touches; nothing for undo and redo, which look themselves."""
    match action:
        case Move() | Park() | LockStrips():
            return frozenset(_strip(action.board, one) for one in action.strips)
        case SetShift() | LockDay():
            return frozenset({_day(action.board, action.unit, action.date)})
        case MoveDay():
            return frozenset(
                _day(action.board, action.unit, one) for one in (action.date, action.to)
            )
        case SetBanner():
            return frozenset({f"board/{action.board}/banner/{action.key}"})
        case SetFact():
            return frozenset({action.path})
        case Split():
            return frozenset(
                {_strip(action.board, action.scene), f"scene/{action.scene}"}
            )
        case Take():
            return frozenset({f"board/{action.board}"})
    return frozenset()


def keys_of_entries(entries: Iterable[Entry]) -> Keys:
    """Give what entries touched that came in another way than by a wish here."""
    return frozenset(one.path for one in entries)


def strips_between(
    board: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Keys:
    """Give the strips that stand elsewhere after an edit of some days."""
    was = {one for day in before.values() for one in (day or {}).get("strips", ())}
    now = {one for day in after.values() for one in (day or {}).get("strips", ())}
    return frozenset(_strip(board, one) for one in was ^ now)


def clashing(one: Keys, others: Sequence[Keys]) -> list[int]:
    """Give the places of those in a list that a wish clashes with."""
    return [
        place
        for place, other in enumerate(others)
        if any(overlap(mine, theirs) for mine in one for theirs in other)
    ]


def _strip(board: str, scene: str) -> str:
    return f"board/{board}/strip/{scene}"


def _day(board: str, unit: str, day: Any) -> str:
    return f"board/{board}/day/{unit}/{day.isoformat()}"
