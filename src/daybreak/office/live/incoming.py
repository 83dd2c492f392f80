"""Files that come through a page: looked at first, taken in when somebody says so.

A script makes the first production of an empty document, and a new draft in one that
has scenes. A schedule file or a one-liner makes a production with its boards; a cast
list goes into the production that is there.
"""

from __future__ import annotations

import secrets
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from daybreak.importers.breakdown import import_scripts
from daybreak.importers.outcome import Imported
from daybreak.importers.sandbox import read_in_child
from daybreak.importers.tables_cast import CastTaken
from daybreak.importers.uss import import_uss
from daybreak.importers.uss_child import read_uss_in_child
from daybreak.importers.uss_reading import looks_like_uss
from daybreak.model.errors import DocumentError, UsageError
from daybreak.model.leaves import SLUG_LETTERS
from daybreak.model.schedule import Schedule
from daybreak.office.importing_schedules import ImportedSchedule, with_checked_boards
from daybreak.office.importing_tables import (
    TableWish,
    cast_in,
    import_one_liner_file,
    is_table_file,
)
from daybreak.office.live.session import Applied, LiveShoot
from daybreak.office.revising import DraftWish, Redrafted
from daybreak.office.revising_documents import draft_in
from daybreak.store import boards
from daybreak.store.entry import Entry
from daybreak.store.scripts import kept
from daybreak.store.spreading import founding

KEPT_MOST = 4
READ_AT_ONCE = 2
LISTED_MOST = 400
FIRST = "first"
HEAD_BYTES = 512
Json = dict[str, Any]


class TooMany(UsageError):
    """As many files are being read as may be at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A file that somebody may take in.

    Parameters
    ----------
    name
        Its own name, without any folder.
    picture
        The picture whose draft a script is; None where there is one, or titles tell.
    """

    name: str
    content: bytes
    picture: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What would be entered, and what a page is shown of it."""

    told: Json
    entries: tuple[Entry, ...]
    files: tuple[bytes, ...] = ()


class Tray:
    """Files that were looked at, the last few of them.

    Parameters
    ----------
    shoot
        The open document.
    """

    def __init__(self, shoot: LiveShoot) -> None:
        self._shoot = shoot
        self._files: OrderedDict[str, Incoming] = OrderedDict()
        self._turn = threading.Lock()
        self._free = threading.BoundedSemaphore(READ_AT_ONCE)

    def look(self, given: Incoming, *, by: str) -> Json:
        """Give what would come of a file, and the name under which it can be taken.

        Raises
        ------
        TooMany
            When two files are being read already (RELIABILITY D12).
        ImportProblem, UsageError, DocumentError
            When it cannot be read, or does not go into this document.
        """
        made = self._read(given, by=by)
        key = secrets.token_hex(8)
        with self._turn:
            self._files[key] = given
            while len(self._files) > KEPT_MOST:
                self._files.popitem(last=False)
        return {"key": key, "file": given.name, **made.told}

    def take(self, key: str, *, op: str, by: str) -> Applied:
        """Take a file in as one wish, with the document as it is now.

        Raises
        ------
        UsageError
            When it is not at hand any more.
        TooMany, ImportProblem, DocumentError
            As `look` does; nothing was taken in.
        """
        with self._turn:
            given = self._files.get(key)
        if given is None:
            raise UsageError(
                "That file is not at hand any more.\nMaybe choose it anew."
            )
        made = self._read(given, by=by)
        head = self._shoot.head

        def entries(there: Sequence[Entry]) -> Sequence[Entry]:
            if len(there) != head:
                raise UsageError(
                    "Somebody edited the document just now.\nMaybe try again."
                )
            return made.entries

        return self._shoot.do(op, entries, by=by, files=made.files)

    def _read(self, given: Incoming, *, by: str) -> _Made:
        if not self._free.acquire(blocking=False):
            raise TooMany(
                f"{READ_AT_ONCE} files are being read already.\n"
                "Maybe try again in a moment."
            )
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / given.name
                path.write_bytes(given.content)
                return _made(self._shoot, given, path, by=by)
        finally:
            self._free.release()


def plain_name(name: str) -> str:
    """Give the name of a file that came from outside without any way out of a folder.

    Raises
    ------
    UsageError
        When nothing of it is left.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    allowed = {*SLUG_LETTERS, " "}
    clean = "".join(one if one in allowed or one.isalnum() else "-" for one in last)
    clean = clean.lstrip(".- ")[-100:]
    if not clean.strip(".- "):
        raise UsageError("This file has no name.\nMaybe rename it.")
    return clean


def is_empty(shoot: LiveShoot) -> bool:
    """Tell whether nothing can be planned yet: no unit, no scene."""
    try:
        return not shoot.production().scenes
    except DocumentError:
        return True


def _made(shoot: LiveShoot, given: Incoming, path: Path, *, by: str) -> _Made:
    at, empty = shoot.now(), is_empty(shoot)
    if looks_like_uss(given.content[:HEAD_BYTES], given.name):
        _refuse_second(empty)
        found = import_uss(read_uss_in_child(path), today=at.date())
        return _first(with_checked_boards(found), given, by=by, at=at)
    if is_table_file(given.name):
        if not empty:
            return _cast(shoot, path, by=by, at=at)
        table = import_one_liner_file(TableWish(path=path), today=at.date())
        return _first(table, given, by=by, at=at)
    script = read_in_child(path)
    if empty:
        found = import_scripts([script], today=at.date())
        made = ImportedSchedule(imported=found, boards=())
        return _first(made, given, by=by, at=at, is_script=True)
    _refuse_unnamed(shoot, script.title(), given.picture)
    wish = DraftWish(draft=path, day=at.date(), picture=given.picture)
    redrafted = draft_in(shoot.document, wish, script, given.content, by=by, at=at)
    return _Made(
        told=_draft_view(redrafted),
        entries=redrafted.entries,
        files=(given.content,),
    )


def _refuse_unnamed(shoot: LiveShoot, title: str, picture: str | None) -> None:
    """Refuse a draft that may be of several pictures."""
    there = shoot.production().pictures
    found = [one for one in there if one.title.casefold() == title.casefold()]
    if not picture and len(there) > 1 and len(found) != 1:
        raise UsageError(
            f'"{title}" is the title of none of the pictures.\n'
            "Maybe choose first of which picture it is a draft."
        )


def _refuse_second(empty: bool) -> None:
    if not empty:
        raise UsageError(
            "This document has a production already; a schedule file brings its own.\n"
            "Maybe make a document of its own for it: daybreak import, daybreak load."
        )


# --- the first production -----------------------------------------------------------


def _first(
    found: ImportedSchedule,
    given: Incoming,
    *,
    by: str,
    at: datetime,
    is_script: bool = False,
) -> _Made:
    imported = found.imported
    production = imported.production
    entries = [
        replace(one, note=given.name)
        for one in founding(production, entered_by=by, entered_at=at)
    ]
    files: tuple[bytes, ...] = ()
    if is_script:
        name = "".join(one if one in SLUG_LETTERS else "-" for one in given.name)
        entries.append(
            kept(
                name,
                given.name,
                given.content,
                by=by,
                at=at,
                picture=production.pictures[0].id,
            )
        )
        files = (given.content,)
    made = {_slug(one.name): one.schedule for one in found.boards}
    if not made:
        strips = tuple(one.id for one in production.scenes)
        made = {FIRST: Schedule(days=(), boneyard=strips)}
    for name, board in made.items():
        entries.append(boards.saved((), name, board, by=by, at=at, note=given.name))
    return _Made(told=_first_view(found, made), entries=tuple(entries), files=files)


def _slug(name: str) -> str:
    made = "".join(one if one in SLUG_LETTERS else "-" for one in name.strip())
    return made.strip("-.")[:60] or FIRST


def _first_view(found: ImportedSchedule, made: dict[str, Schedule]) -> Json:
    imported: Imported = found.imported
    production = imported.production
    return {
        "what": "first",
        "title": production.title,
        "scenes": [
            {
                "number": one.number,
                "heading": one.heading,
                "eighths": one.eighths,
                "cast": len(one.cast),
            }
            for one in production.scenes[:LISTED_MOST]
        ],
        "count": len(production.scenes),
        "eighths": sum(one.eighths for one in production.scenes),
        "people": len(production.people),
        "locations": len(production.locations),
        "boards": list(made),
        "broken": {
            one.name: [v.said for v in one.violations if v.level == "blocks"][:20]
            for one in found.boards
        },
        "assumed": [str(one) for one in imported.assumed],
        "questions": [str(one) for one in imported.questions],
        "warnings": [str(one) for one in imported.warnings],
    }


# --- a new draft, a cast list -------------------------------------------------------


def _draft_view(found: Redrafted) -> Json:
    revised = found.revised
    return {
        "what": "draft",
        "picture": revised.picture,
        "color": revised.color,
        "scenes": [asdict(one) for one in revised.scenes if one.what][:LISTED_MOST],
        "unchanged": sum(not one.what for one in revised.scenes),
        "people": list(revised.people),
        "locations": list(revised.locations),
        "elements": list(revised.elements),
        "questions": [str(one) for one in revised.questions],
        "warnings": [str(one) for one in revised.warnings],
        "remarks": list(found.remarks),
        "boards": [
            {
                "name": one.name,
                "valid": one.opened.valid,
                "cost_before": one.cost_before,
                "cost": one.opened.costs.total,
                "left": list(one.left),
                "waiting": list(one.waiting),
                "days_gone": [f"{unit} {day}" for unit, day in one.days_gone],
                "new_conflicts": [v.said for v in one.new_violations],
            }
            for one in found.boards
        ],
        "entries": len(found.entries),
    }


def _cast(shoot: LiveShoot, path: Path, *, by: str, at: datetime) -> _Made:
    wish = TableWish(path=path)
    taken, entries = cast_in(
        shoot.document, wish, wish.read(), by=by, at=at, new_people=True
    )
    return _Made(told=_cast_view(taken, entries), entries=entries)


def _cast_view(taken: CastTaken, entries: Sequence[Entry]) -> Json:
    return {
        "what": "cast",
        "people": taken.people,
        "sheet": taken.sheet,
        "changes": [one.said for one in taken.changes[:LISTED_MOST]],
        "questions": [str(one) for one in taken.questions],
        "warnings": [str(one) for one in taken.warnings],
        "entries": len(entries),
    }
