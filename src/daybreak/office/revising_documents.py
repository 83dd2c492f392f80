"""Take a new draft of a script into a document: all of it in one wish."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from daybreak.importers.revisions.changes import Revised
from daybreak.importers.revisions.revise import revise
from daybreak.importers.sandbox import read_in_child
from daybreak.importers.screenplay import Screenplay
from daybreak.model.errors import ImportProblem, UsageError
from daybreak.model.fields import SLUG_MOST
from daybreak.model.leaves import SLUG_LETTERS
from daybreak.model.production import Picture, Production
from daybreak.office.revised_boards import BoardAfter, board_after, shot_before
from daybreak.office.revised_entries import entries_between, ids_given
from daybreak.office.revising import (
    DraftWish,
    PathLike,
    Redrafted,
    doubts_of,
    locations_map,
    new_draft,
    picture_of,
)
from daybreak.store.boards import Board, boards, fitted, saved
from daybreak.store.building import build
from daybreak.store.entry import Entry, Source
from daybreak.store.files import Document, open_document
from daybreak.store.known import Known
from daybreak.store.revisions import colors
from daybreak.store.scripts import Script, kept, scripts


def revise_document(
    path: PathLike,
    wish: DraftWish,
    *,
    by: str,
    at: datetime,
    board: str | None = None,
    preview: bool = False,
) -> Redrafted:
    """Take a draft into a document, all of it in one wish.

    The script is kept, every board is fitted, and one undo takes all of it back.

    Parameters
    ----------
    board
        The board on which the shoot goes on: what stands on it before today was shot.
    preview
        Whether only to give what would come of it.

    Raises
    ------
    ImportProblem
        When the script cannot be read; nothing was taken in.
    DocumentError, UsageError, StoreError
        When a wish makes no sense or the document cannot be written; it is unchanged.
    """
    script = read_in_child(Path(wish.draft))
    content = Path(wish.draft).read_bytes()
    with open_document(path, by=by, write=not preview) as document:
        found = draft_in(document, wish, script, content, by=by, at=at, board=board)
        if preview:
            return found
        after = len(document.entries())
        numbered = document.append(found.entries, files=[content], after=after)
        return replace(found, entries=numbered)


def draft_in(
    document: Document,
    wish: DraftWish,
    script: Screenplay,
    content: bytes,
    *,
    by: str,
    at: datetime,
    board: str | None = None,
) -> Redrafted:
    """Give what comes of a draft in an open document; its entries are not entered.

    Parameters
    ----------
    script, content
        The draft as it was read, and its bytes.

    Raises
    ------
    DocumentError, UsageError
        When a wish makes no sense.
    """
    made = _Taking(document, wish, script, by=by, at=at, board=board)
    return made.redrafted(content)


class _Taking:
    """A draft on its way into an open document."""

    def __init__(
        self,
        document: Document,
        wish: DraftWish,
        script: Screenplay,
        *,
        by: str,
        at: datetime,
        board: str | None,
    ) -> None:
        self._document, self._wish, self._script = document, wish, script
        self._by, self._at = by, at
        self._entries = document.entries()
        self._known = Known(document.state())
        built = build(self._known)
        self._before = built.production
        self._boards = boards(self._entries)
        self._picture = picture_of(self._before, script, wish.picture)
        self._shot = self._shot_on(board)
        self._remarks: list[str] = []
        if built.left_out:
            self._remarks.append(
                "Not compared, for they wait for a casting: "
                f"{', '.join(built.left_out)}."
            )

    def redrafted(self, content: bytes) -> Redrafted:
        """Give what comes of the draft, its entries not entered yet."""
        revised = self._revised()
        facts, production = self._facts(revised)
        revised = replace(revised, production=production)
        after = [
            board_after(
                one.name,
                fitted(one.schedule, self._before).schedule,
                self._before,
                revised,
            )
            for one in self._boards.values()
        ]
        return Redrafted(
            before=self._before,
            revised=revised,
            boards=tuple(after),
            remarks=(*self._remarks, *doubts_of(self._before, revised)),
            entries=(*facts, *self._kept(revised, after, content)),
        )

    def _shot_on(self, board: str | None) -> dict[str, date]:
        if self._wish.today is None:
            return {}
        return shot_before(_the_board(self._boards, board).schedule, self._wish.today)

    def _revised(self) -> Revised:
        earlier, is_asked = self._earlier(), self._wish.earlier is not None
        names = colors(self._entries)
        given = ids_given(self._known, ("scene", "person", "location", "element"))

        def revised(earlier: Screenplay | None) -> Revised:
            return revise(
                self._before,
                new_draft(self._wish, self._script, earlier, self._picture, names),
                picture=self._picture.id,
                tier=self._wish.tier,
                locations=locations_map(self._wish),
                shot=self._shot,
                taken=given,
            )

        try:
            return revised(earlier)
        except UsageError:
            if earlier is None or is_asked:
                raise
            self._remarks.append(
                f"{earlier.file}, the last script kept, is not what this production "
                "was made of: compared by headings, cast and numbers alone."
            )
            return revised(None)

    def _earlier(self) -> Screenplay | None:
        """Give the draft before: the one that is named, or the last that was kept."""
        if self._wish.earlier is not None:
            return read_in_child(Path(self._wish.earlier))
        last = _last_script(self._entries, self._before, self._picture)
        if last is None:
            self._remarks.append(
                "No earlier draft is kept: compared by headings, cast and numbers "
                "alone. The new one is kept from now on."
            )
            return None
        try:
            return _read_kept(last, self._document.journal.file(last.sha256))
        except ImportProblem as problem:
            self._remarks.append(
                f"The last draft is kept but cannot be read: {problem}"
            )
            return None

    def _facts(self, revised: Revised) -> tuple[tuple[Entry, ...], Production]:
        """Give what the draft says as entries, and the production that they build."""
        head = self._document.journal.head().seq
        pattern = Entry(
            path="title",
            entered_by=self._by,
            entered_at=self._at,
            batch=self._batch(),
            said_on=self._at.date().isoformat(),
            source=Source(outlet=self._file),
            settles=True,
            note=f"{revised.color} draft",
        )
        return entries_between(
            self._before,
            revised.production,
            self._known,
            pattern=pattern,
            state=self._document.own_state(),
            head=head,
        )

    def _batch(self) -> str:
        return f"revise {self._document.journal.head().seq + 1}"

    @property
    def _file(self) -> str:
        return os.path.basename(os.fspath(self._wish.draft))

    def _kept(
        self, revised: Revised, after: Sequence[BoardAfter], content: bytes
    ) -> Iterable[Entry]:
        """Yield the entries that keep the script and the boards."""
        yield kept(
            _free_name(self._file, revised.color, scripts(self._entries)),
            self._file,
            content,
            by=self._by,
            at=self._at,
            batch=self._batch(),
            picture=revised.picture,
            color=revised.color,
        )
        for one in after:
            entry = saved(
                self._entries,
                one.name,
                one.opened.schedule,
                by=self._by,
                at=self._at,
                note=f"with the {revised.color} draft",
                replaces=True,
            )
            yield replace(entry, batch=self._batch())


def _the_board(there: Mapping[str, Board], name: str | None) -> Board:
    if name is None and len(there) == 1:
        return next(iter(there.values()))
    if name is not None and name in there:
        return there[name]
    names = ", ".join(there) or "none yet"
    asked = (
        f'There is no board "{name}".' if name else "Several boards, or none, stand."
    )
    raise UsageError(
        f"{asked}\nMaybe name the one on which you shoot, with --board: {names}."
    )


def _last_script(
    entries: Sequence[Entry], production: Production, picture: Picture
) -> Script | None:
    """Give the last script that was kept for a picture."""
    every = list(scripts(entries).values())
    every.sort(key=lambda one: one.entry.seq)
    own = [one for one in every if one.picture == picture.id]
    if own:
        return own[-1]
    imported = production.extra.get("import")
    listed = imported.get("scripts", ()) if isinstance(imported, Mapping) else ()
    files = dict(zip((one.id for one in production.pictures), listed, strict=False))
    plain = [one for one in every if not one.picture]
    named = [one for one in plain if one.file == files.get(picture.id)]
    if named or len(production.pictures) > 1:
        return named[-1] if named else None
    return plain[-1] if plain else None


def _read_kept(script: Script, content: bytes) -> Screenplay:
    """Read a kept script as it was read when it came: from a file of its name."""
    with tempfile.TemporaryDirectory() as folder:
        spooled = Path(folder) / Path(script.file).name
        spooled.write_bytes(content)
        return read_in_child(spooled)


def _free_name(file: str, color: str, taken: Mapping[str, object]) -> str:
    """Give a name for a script that no other has: its file's, its color's, a number."""
    stem, dot, ending = file.rpartition(".")
    stem, ending = (stem, f".{ending}") if dot else (file, "")
    for number in range(len(taken) + 2):
        tail = ("", f"-{color}", *(f"-{color}-{n}" for n in range(2, number + 1)))
        name = f"{stem}{tail[number]}{ending}"
        clean = "".join(one if one in SLUG_LETTERS else "-" for one in name)
        clean = clean[-SLUG_MOST:]
        if clean not in taken:
            return clean
    raise UsageError(f"There is no name left for {file}.\nMaybe rename it.")
