"""Backups: made while others write, and trusted only after they were replayed."""

from __future__ import annotations

import os
import re
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from daybreak.model.errors import DaybreakError, DocumentError, StoreError, UsageError
from daybreak.store.boards import boards
from daybreak.store.entry import Entry
from daybreak.store.files import (
    SUFFIX,
    Document,
    Speaking,
    new_document,
    open_document,
    put_in_place,
)
from daybreak.store.undoing import counting
from daybreak.store.verifying import Verified, verify

STAMP = "%Y-%m-%dT%H%M%SZ"
_STAMPED = re.compile(r" (\d{4}-\d\d-\d\dT\d{6}Z)\.daybreak")
HOURLY, DAILY, WEEKLY = timedelta(days=1), timedelta(days=7), timedelta(weeks=52)
SHRUNK = 0.8
"""What is left of a sort of content when a fifth of it is gone."""
FEW = 5
"""So few of a sort may come and go."""


def backup(document: Document, target: str | os.PathLike[str]) -> Verified:
    """Copy an open document as it is this moment, and verify the copy.

    Raises
    ------
    UsageError
        When there is such a file already, or no such folder.
    StoreError
        When the disk is full or fails, or the copy is not what was entered; then no
        copy is left.
    """
    path = Path(target)
    if os.path.lexists(path):
        raise UsageError(f"{path}: is there already - name another file")
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no such folder - make it first")
    beside = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}{SUFFIX}")
    least = document.journal.head().seq
    try:
        copy = Speaking(beside, new=True)
        try:
            document.connection.copy_to(copy)
        finally:
            copy.close()
        found = _replayed(beside, least)
        put_in_place(beside, path)
    finally:
        for left in (beside, Path(f"{beside}-journal")):
            left.unlink(missing_ok=True)
    return found


def _replayed(copy: Path, least: int) -> Verified:
    """Open a copy as anybody would, and replay it whole."""
    try:
        with open_document(copy, write=False) as opened:
            found = verify(opened)
    except DocumentError as error:
        raise _bad(copy, str(error.faults[0])) from None
    if found.faults:
        raise _bad(copy, str(found.faults[0]))
    if found.head.seq < least:
        raise _bad(copy, f"it ends at entry {found.head.seq} of {least}")
    return found


def _bad(copy: Path, why: str) -> StoreError:
    return StoreError(
        f"The copy is not what was entered: {why}.\n"
        "Maybe run daybreak verify on the document itself."
    )


def backup_until(
    document: Document, target: str | os.PathLike[str], *, seq: int
) -> Verified:
    """Make a document of the first entries of another, as it was after one of them.

    Parameters
    ----------
    seq
        The number of the last entry to keep.

    Raises
    ------
    UsageError
        When there is no such entry, or the file cannot be made.
    """
    entries = document.entries()
    if not 1 <= seq <= len(entries):
        raise UsageError(
            f"There is no entry {seq}; the last one is {len(entries)}.\n"
            "Maybe look the number up with daybreak facts."
        )
    names = document.journal.digests()
    files = [document.journal.file(one) for one in names]
    kept = entries[:seq]
    wanted = {str(one.value.get("sha256")) for one in kept if _names_file(one)}
    given = [one for one, name in zip(files, names, strict=True) if name in wanted]
    new_document(
        target, document.about, lambda journal: journal.append(kept, files=given)
    )
    return _replayed(Path(target), seq)


def _names_file(entry: Entry) -> bool:
    return entry.path.startswith("script/") and isinstance(entry.value, dict)


# --- generations ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotated:
    """A backup among generations of backups.

    Parameters
    ----------
    path
        The new one.
    dropped
        The names of older ones that made room.
    warnings
        What looks like a loss since the one before; that one is then kept for good.
    """

    path: Path
    dropped: tuple[str, ...]
    warnings: tuple[str, ...]


def rotate(document: Document, folder: str | os.PathLike[str], at: datetime) -> Rotated:
    """Back up into a folder: hours of a day, days of a week, weeks of a year stay.

    Files whose name bears no time are never touched. Where much is gone since the
    last backup and nobody removed it, that backup gets a name without a time, and
    nothing is dropped.

    Raises
    ------
    UsageError, StoreError
        As `backup` does.
    """
    place, stem = Path(folder), document.path.stem
    earlier = _stamped(place, stem)
    target = place / f"{stem} {at.astimezone(UTC).strftime(STAMP)}{SUFFIX}"
    backup(document, target)
    warnings: tuple[str, ...] = ()
    if earlier:
        last = earlier[max(earlier)]
        warnings = _losses(last, document)
    if warnings:
        last.rename(last.with_name(f"{last.stem} kept{SUFFIX}"))
        return Rotated(path=target, dropped=(), warnings=warnings)
    stay = generations([*earlier, at.astimezone(UTC)], now=at.astimezone(UTC))
    gone = [path for moment, path in sorted(earlier.items()) if moment not in stay]
    for path in gone:
        path.unlink()
    return Rotated(
        path=target, dropped=tuple(one.name for one in gone), warnings=warnings
    )


def generations(moments: Iterable[datetime], *, now: datetime) -> set[datetime]:
    """Give the moments whose backups stay.

    The last one of each hour of the last day, of each day of the last week, and of
    each week of the last year; and whatever lies ahead of ``now``, for a clock may
    have been wrong.
    """
    stay: dict[tuple[object, ...], datetime] = {}
    for one in sorted(moments):
        age = now - one
        if age <= HOURLY:
            stay["hour", one.date(), one.hour] = one
        elif age <= DAILY:
            stay["day", one.date()] = one
        elif age <= WEEKLY:
            stay["week", *one.isocalendar()[:2]] = one
        if age < timedelta():
            stay["ahead", one] = one
    return set(stay.values())


def _stamped(folder: Path, stem: str) -> dict[datetime, Path]:
    """Give the backups of a folder that bear a time, by that time."""
    found = {}
    for path in folder.glob(f"*{SUFFIX}"):
        match = _STAMPED.fullmatch(path.name.removeprefix(stem))
        if path.name.startswith(stem) and match is not None:
            moment = datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)
            found[moment] = path
    return found


def _losses(last: Path, document: Document) -> tuple[str, ...]:
    """Say what a document lost since a backup that nobody removed."""
    try:
        with open_document(last, write=False) as opened:
            before, head = opened.entries(), opened.journal.head()
    except DaybreakError as error:
        return (f"{last.name} cannot be compared: {error}",)
    now = document.entries()
    hashes = {one.seq: one.hash for one in document.journal.links()}
    if head.seq and hashes.get(head.seq) != head.hash:
        return (
            f"{document.path.name} does not go on from {last.name}: entry {head.seq} "
            "is another one; that backup is kept",
        )
    removed = _removals(now, since=head.seq)
    was, left = content(before), content(now)
    return tuple(
        f"{was[sort]} {sort} were there at the last backup, {left[sort]} are left, "
        f"and {removed[sort]} were removed on purpose; that backup is kept"
        for sort in sorted(was)
        if was[sort] > FEW
        and left[sort] < SHRUNK * was[sort]
        and removed[sort] < was[sort] - left[sort]
    )


def content(entries: Sequence[Entry]) -> Counter[str]:
    """Count what a document holds, by sort: paths by their root, and strips."""
    standing: dict[str, Entry] = {}
    for one in counting(entries):
        if one.action == "remove":
            standing.pop(one.path, None)
        else:
            standing[one.path] = one
    found = Counter(f"{path.split('/')[0]} facts" for path in standing)
    for board in boards(entries).values():
        found["strips on boards"] += _strips(board.data)
    return found


def _strips(data: Mapping[str, object]) -> int:
    days = data.get("days")
    given = days if isinstance(days, list) else []
    boneyard = data.get("boneyard")
    left = len(boneyard) if isinstance(boneyard, list) else 0
    return left + sum(len(day["strips"]) for day in given)


def _removals(entries: Sequence[Entry], *, since: int) -> Counter[str]:
    """Count what was removed or taken back since an entry, by sort of content."""
    found: Counter[str] = Counter()
    for one in entries[since:]:
        if one.action == "remove" or one.undoes is not None:
            found[f"{one.path.split('/')[0]} facts"] += 1
            if one.path.startswith("board/"):
                found["strips on boards"] += _strips(one.value or {})
    return found
