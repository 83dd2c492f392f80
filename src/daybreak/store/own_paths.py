"""Paths of what a document keeps beside the facts: boards, scenarios and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from daybreak.model.errors import UsageError
from daybreak.model.fields import SLUG_MOST
from daybreak.model.leaves import SLUG_LETTERS, shown
from daybreak.store.entry import Entry

BOARD, REVISION, SCRIPT, COLORS = "board", "revision", "script", "colors"
SCENARIO, COMMENT = "scenario", "comment"
ROOTS = (BOARD, REVISION, SCRIPT, COLORS, SCENARIO, COMMENT)


def is_fact(path: str) -> bool:
    """Tell whether an entry of a path says something of the production."""
    return path.split("/", 1)[0] not in ROOTS


def facts(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries that say something of the production."""
    return (one for one in entries if is_fact(one.path))


def under(entries: Iterable[Entry], root: str) -> Iterator[Entry]:
    """Yield the entries below a root of our own."""
    return (one for one in entries if one.path.split("/", 1)[0] == root)


def key_of(path: str) -> str:
    """Give what follows the root of a path."""
    return path.partition("/")[2]


def checked_name(name: str, what: str) -> str:
    """Give a name that can stand in a path.

    Raises
    ------
    UsageError
        When it cannot.
    """
    if not name or len(name) > SLUG_MOST or not set(name) <= SLUG_LETTERS:
        raise UsageError(
            f"{shown(name)} is no name of a {what}.\n"
            f"Maybe use letters, digits, - _ . and at most {SLUG_MOST} of them."
        )
    return name
