"""Undo and redo as new entries: nothing is taken out of the journal.

An entry with ``undoes`` takes another back, and an entry that takes back an undo is a
redo. What was done in one wish - an import, a bulk edit - is undone in one. Each
person undoes their own wishes, the last first; an undo that would overwrite what
somebody else entered since is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from daybreak.model.errors import UsageError
from daybreak.store.entry import FOUNDING, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Entries that one person made in one go.

    Parameters
    ----------
    entries
        By rising number; one at least.
    """

    entries: tuple[Entry, ...]

    @property
    def seqs(self) -> frozenset[int]:
        """The numbers of its entries."""
        return frozenset(one.seq for one in self.entries)

    @property
    def undoes(self) -> frozenset[int]:
        """The numbers of the entries that it takes back."""
        return frozenset(one.undoes for one in self.entries if one.undoes is not None)

    @property
    def by(self) -> str:
        """Who made it."""
        return self.entries[0].entered_by

    @property
    def words(self) -> str:
        """Its first path, and how many more there are."""
        more = len(self.entries) - 1
        return self.entries[0].path + (f" and {more} more" if more else "")


def counting(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give the entries that count: none that was taken back, and no undo.

    Parameters
    ----------
    entries
        By rising number.
    """
    taken_back: set[int] = set()
    left = []
    for one in reversed(entries):
        if one.seq in taken_back:
            continue
        if one.undoes is not None:
            taken_back.add(one.undoes)
        else:
            left.append(one)
    return tuple(reversed(left))


def undo(
    entries: Sequence[Entry], *, by: str, at: datetime, entry: int | None = None
) -> tuple[Entry, ...]:
    """Give the entries that take back the last wish of a person.

    Parameters
    ----------
    entry
        A number of the wish to take back, where it is not the last.

    Raises
    ------
    UsageError
        When there is nothing to undo, or somebody else changed the same since.
    """
    done, _ = _stacks(entries, by)
    wish = _chosen(done, entries, by=by, entry=entry)
    _refuse_changed(entries, wish, "undo")
    return _taking_back(wish, "undo", by, at)


def redo(entries: Sequence[Entry], *, by: str, at: datetime) -> tuple[Entry, ...]:
    """Give the entries that take back the last undo of a person.

    Raises
    ------
    UsageError
        When there is nothing to redo, or somebody else changed the same since.
    """
    _, undone = _stacks(entries, by)
    if not undone:
        raise UsageError(
            f"{by} has nothing to redo.\nMaybe name somebody else with --by."
        )
    _refuse_changed(entries, undone[-1], "redo")
    return _taking_back(undone[-1], "redo", by, at)


def overlap(one: str, other: str) -> bool:
    """Tell whether two paths are about the same thing, or one is a part of it."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def wishes(entries: Iterable[Entry]) -> tuple[Wish, ...]:
    """Give the wishes of a journal in their order."""
    grouped = groupby(entries, key=lambda one: (one.batch or one.seq, one.entered_by))
    return tuple(Wish(entries=tuple(group)) for _, group in grouped)


def _stacks(entries: Sequence[Entry], by: str) -> tuple[list[Wish], list[Wish]]:
    """Give what a person can undo and what they can redo, the next one last."""
    done: list[Wish] = []
    undone: list[Wish] = []
    for wish in wishes(entries):
        if wish.by != by or wish.entries[0].batch == FOUNDING:
            continue
        if not wish.undoes:
            done.append(wish)
            undone.clear()
        elif _without(undone, wish):
            done.append(wish)
        elif _without(done, wish):
            undone.append(wish)
    return done, undone


def _without(stack: list[Wish], wish: Wish) -> bool:
    """Take from a stack what a wish takes back; tell whether it was there."""
    kept = [one for one in stack if not one.seqs & wish.undoes]
    was_there = len(kept) < len(stack)
    stack[:] = kept
    return was_there


def _chosen(
    done: Sequence[Wish], entries: Sequence[Entry], *, by: str, entry: int | None
) -> Wish:
    if entry is None:
        if not done:
            raise UsageError(
                f"{by} has nothing to undo.\nMaybe name somebody else with --by."
            )
        return done[-1]
    for wish in done:
        if entry in wish.seqs:
            return wish
    raise UsageError(_why_not(entries, by, entry))


def _why_not(entries: Sequence[Entry], by: str, entry: int) -> str:
    """Say why an entry cannot be undone by a person."""
    if not 1 <= entry <= len(entries):
        return f"There is no entry {entry}; the last one is {len(entries)}."
    found = entries[entry - 1]
    if found.batch == FOUNDING:
        return (
            f"The document began with entry {entry}: it cannot be undone.\n"
            "Maybe set something else there."
        )
    if found.entered_by != by:
        return (
            f"Entry {entry} was made by {found.entered_by}, not by {by}.\n"
            f"Maybe set something else there, or let {found.entered_by} undo it."
        )
    return f"Entry {entry} is taken back already, or takes back another."


def _refuse_changed(entries: Sequence[Entry], wish: Wish, verb: str) -> None:
    paths = {one.path for one in wish.entries}
    for later in counting(entries[wish.entries[-1].seq :]):
        if later.seq in wish.seqs or not _any_overlap(later.path, paths):
            continue
        raise UsageError(
            f"Cannot {verb} {wish.words}: {later.entered_by} changed {later.path} "
            f"since (entry {later.seq}).\n"
            f"Maybe talk to {later.entered_by}, or set what you want anew."
        )


def _any_overlap(path: str, paths: set[str]) -> bool:
    return any(overlap(path, other) for other in paths)


def _taking_back(wish: Wish, verb: str, by: str, at: datetime) -> tuple[Entry, ...]:
    """Give an entry for each of a wish that takes it back, the last first."""
    return tuple(
        Entry(
            path=one.path,
            action=one.action,
            value=None if one.action == "remove" else one.value,
            note=verb,
            entered_by=by,
            entered_at=at,
            batch=f"{verb} {wish.entries[-1].seq}",
            undoes=one.seq,
        )
        for one in reversed(wish.entries)
    )
