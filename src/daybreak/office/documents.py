"""Documents: begin one, load, export, verify and back it up, undo and redo.

The clock and the person are arguments. Whoever calls passes UTC in whole seconds.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from daybreak.model.errors import DocumentError, UsageError
from daybreak.model.fields import SLUG_MOST
from daybreak.model.files import production_from_json, read, read_text, write_text
from daybreak.model.leaves import SLUG_LETTERS
from daybreak.model.production import Production
from daybreak.store import backup as backups
from daybreak.store import exporting, undoing
from daybreak.store.backup import Rotated
from daybreak.store.building import Built, build
from daybreak.store.entering import checked
from daybreak.store.entry import FOUNDING, Entry
from daybreak.store.entry_json import INSTANT
from daybreak.store.files import Document, new_about, new_document, open_document
from daybreak.store.known import Known
from daybreak.store.loading import checked_all, refuse_strange
from daybreak.store.own_paths import is_fact
from daybreak.store.paths import THINGS
from daybreak.store.scripts import kept, script_named
from daybreak.store.spreading import founding
from daybreak.store.state import State
from daybreak.store.verifying import Verified
from daybreak.store.verifying import verify as verify_document

PathLike = str | os.PathLike[str]


def new(
    path: PathLike,
    *,
    by: str,
    at: datetime,
    production: PathLike | None = None,
    title: str = "",
    currency: str = "",
    scripts: Sequence[PathLike] = (),
) -> int:
    """Begin a document; give the number of its last entry.

    Parameters
    ----------
    production
        A production to begin with, a JSON file.
    title, currency
        What to begin with where there is none.
    scripts
        Script files to keep along, as they are.

    Raises
    ------
    UsageError, DocumentError
        When a file is there already, or another cannot be read; nothing is made.
    """
    if production is not None:
        if title or currency:
            raise UsageError(
                "The production says its title and currency itself.\n"
                "Maybe leave --title and --currency out."
            )
        first = founding(read(production), entered_by=by, entered_at=at)
    else:
        first = _bare(path, title, currency, by=by, at=at)
    files = [(Path(one), _bytes(one)) for one in scripts]
    entries = [*first, *_scripts(files, by=by, at=at)]
    contents = [content for _, content in files]
    new_document(
        path,
        new_about(at.strftime(INSTANT)),
        lambda journal: journal.append(entries, files=contents),
    )
    return len(entries)


def _bare(
    path: PathLike, title: str, currency: str, *, by: str, at: datetime
) -> tuple[Entry, ...]:
    values = {"title": title or Path(path).stem, "currency": currency or "USD"}
    state = State()
    return tuple(
        piece
        for name, value in values.items()
        for piece in checked(
            Entry(path=name, value=value, entered_by=by, entered_at=at, batch=FOUNDING),
            state,
        )
    )


def _scripts(
    files: Sequence[tuple[Path, bytes]], *, by: str, at: datetime
) -> list[Entry]:
    names = [one.name for one, _ in files]
    if twice := sorted({one for one in names if names.count(one) > 1}):
        raise UsageError(
            f"Two scripts are called {twice[0]}.\nMaybe rename one of them."
        )
    return [
        kept(_as_name(one.name), one.name, content, by=by, at=at)
        for one, content in files
    ]


def _as_name(file: str) -> str:
    """Give the name of a file with a dash for every sign that no path can have."""
    return "".join(one if one in SLUG_LETTERS else "-" for one in file)[:SLUG_MOST]


def _bytes(path: PathLike) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{path}: {reason} - check the name and try again") from None


def load(source: PathLike, path: PathLike, *, by: str, at: datetime) -> int:
    """Make a document of JSON: a production, an export, or one written by hand.

    Gives the number of its last entry. An export becomes the same document again:
    the same id, entries and hashes.

    Raises
    ------
    UsageError, DocumentError
        When it cannot be read or made; nothing is made.
    """
    name = os.fspath(source)
    text = read_text(source)
    value = exporting.parsed(text, source=name)
    if not exporting.is_export(value):
        made = production_from_json(text, source=name)
        first = founding(made, entered_by=by, entered_at=at)
        about = new_about(at.strftime(INSTANT))
        new_document(path, about, lambda journal: journal.append(first))
        return len(first)
    usual = {"entered_by": by, "entered_at": at.strftime(INSTANT)}
    exported = exporting.read_export(value, source=name, usual=usual)
    entries = exported.entries
    try:
        if exported.about is None:
            entries = checked_all(entries)
        else:
            refuse_strange(entries)
    except DocumentError as error:
        raise DocumentError(error.faults, source=name) from None
    about = exported.about or new_about(at.strftime(INSTANT))
    new_document(
        path, about, lambda journal: journal.append(entries, files=exported.files)
    )
    return len(entries)


def export(path: PathLike, output: PathLike) -> None:
    """Write a whole document as JSON text; ``-`` is standard output.

    Raises
    ------
    UsageError, DocumentError
        When it cannot be read or written.
    """
    with open_document(path, write=False) as document:
        text = exporting.export(document)
    write_text(text, output)


def script(path: PathLike, name: str) -> bytes:
    """Give a script that a document keeps, byte by byte.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    with open_document(path, write=False) as document:
        found = script_named(document.entries(), name)
        return document.journal.file(found.sha256)


def refuse_other_files(path: PathLike) -> None:
    """Refuse a file that is no document.

    Raises
    ------
    UsageError, DocumentError
        When it is none, or damaged.
    """
    open_document(path, write=False).close()


def verify(path: PathLike) -> Verified:
    """Read a document whole and say what is not as it was entered.

    Raises
    ------
    UsageError, DocumentError
        When it cannot be opened at all.
    """
    with open_document(path, write=False) as document:
        return verify_document(document)


def backup(path: PathLike, target: PathLike, *, until: int | None = None) -> Verified:
    """Copy a document, while others write, and verify the copy.

    Parameters
    ----------
    until
        The last entry to keep, for a document as it was.

    Raises
    ------
    UsageError, StoreError
        When no copy could be made; none is left.
    """
    with open_document(path, write=False) as document:
        if until is not None:
            return backups.backup_until(document, target, seq=until)
        return backups.backup(document, target)


def rotate(path: PathLike, folder: PathLike, *, at: datetime) -> Rotated:
    """Copy a document into a folder of backups; old ones make room.

    Raises
    ------
    UsageError, StoreError
        When no copy could be made.
    """
    with open_document(path, write=False) as document:
        return backups.rotate(document, folder, at)


# --- undo and redo ----------------------------------------------------------------


def undo(
    path: PathLike, *, by: str, at: datetime, entry: int | None = None
) -> tuple[Entry, ...]:
    """Take back a person's last wish, or the one of an entry; give the new entries.

    Raises
    ------
    UsageError
        When there is nothing, or somebody else changed the same since.
    DocumentError
        When what is left would be no production any more.
    """
    with open_document(path, by=by) as document:
        entries = document.entries()
        made = undoing.undo(entries, by=by, at=at, entry=entry)
        refuse_unsound(document, made)
        return document.append(made, after=len(entries))


def redo(path: PathLike, *, by: str, at: datetime) -> tuple[Entry, ...]:
    """Take back a person's last undo; give the new entries.

    Raises
    ------
    UsageError, DocumentError
        As `undo` does.
    """
    with open_document(path, by=by) as document:
        entries = document.entries()
        made = undoing.redo(entries, by=by, at=at)
        refuse_unsound(document, made)
        return document.append(made, after=len(entries))


def built(document: Document) -> Built:
    """Give the production of all that is known now.

    Raises
    ------
    DocumentError
        When what stands is no production.
    """
    return build(Known(document.state()))


def production(document: Document) -> Production:
    """Give the production of all that is known now, or raise as `built` does."""
    return built(document).production


def refuse_unsound(document: Document, entries: Sequence[Entry]) -> None:
    """Refuse entries after which a production that was sound is none any more.

    A document that is emptied whole is as it was when it was begun, and allowed: a
    first import can be undone.

    Raises
    ------
    DocumentError
        With what would be wrong.
    """
    new_facts = [one for one in entries if is_fact(one.path)]
    if not new_facts:
        return
    state = document.own_state()
    try:
        build(Known(state))
    except DocumentError:
        return  # it was none before: nothing gets worse by a rule of ours
    head = document.journal.head().seq
    for seq, one in enumerate(new_facts, head + 1):
        state.apply(replace(one, seq=seq))
    known = Known(state)
    try:
        build(known)
    except DocumentError:
        if _has_things(known):
            raise


def _has_things(known: Known) -> bool:
    """Tell whether anything stands that is shot, or shot with."""
    things = (one for one in known.wholes() if one.partition("/")[0] in THINGS)
    return any(known.value(one) is not None for one in things)
