"""An edit put where the production comes from: a JSON file, or a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from daybreak.model.errors import UsageError
from daybreak.model.files import read, write
from daybreak.model.production import Production
from daybreak.office.documents import built
from daybreak.office.edits.edit import Edit
from daybreak.office.revised_entries import entries_between
from daybreak.store.entry import Entry
from daybreak.store.files import Document, is_document, open_document
from daybreak.store.known import Known

Change = Callable[[Production], Edit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What an edit did.

    Parameters
    ----------
    said
        What changed, a sentence each.
    entries
        The numbers of a document's new entries; none of a JSON file.
    """

    said: tuple[str, ...]
    entries: tuple[int, ...] = ()


def apply(
    path: str, change: Change, *, output: str | None, by: str, at: datetime
) -> Applied:
    """Change a production where it lies, all of it or nothing.

    Parameters
    ----------
    path
        A JSON file, ``-`` for a pipe, or a document.
    change
        Gives the edit of a production.
    output
        Where a JSON production is written; of a document None: it keeps its own.

    Raises
    ------
    UsageError, DocumentError, StoreError
        When something cannot be read, changed or written; nothing is.
    """
    if not is_document(path):
        return _apply_to_file(path, change, output)
    if output is not None:
        raise UsageError("A document keeps its production itself.\nMaybe leave -o out.")
    with open_document(path, by=by) as document:
        edit = change(built(document).production)
        entries = _entries(document, edit.production, by=by, at=at)
        made = document.append(entries, after=document.journal.head().seq)
    return Applied(said=edit.said, entries=tuple(one.seq for one in made))


def _apply_to_file(path: str, change: Change, output: str | None) -> Applied:
    if output is None:
        raise UsageError(
            "The new production has to go somewhere.\nMaybe name a file with -o."
        )
    edit = change(read(path))
    write(edit.production, output)
    return Applied(said=edit.said)


def _entries(
    document: Document, wanted: Production, *, by: str, at: datetime
) -> tuple[Entry, ...]:
    known = Known(document.state())
    head = document.journal.head().seq
    pattern = Entry(path="title", entered_by=by, entered_at=at, batch=f"set {head + 1}")
    made, _ = entries_between(
        built(document).production,
        wanted,
        known,
        pattern=pattern,
        state=document.own_state(),
        head=head,
    )
    return made
