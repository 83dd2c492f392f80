"""Take a new draft of a script into a production, or into a document of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from daybreak.importers.places import read_locations_map
from daybreak.importers.revisions.changes import Revised
from daybreak.importers.revisions.putting import SCRIPT
from daybreak.importers.revisions.revise import NewDraft, revise
from daybreak.importers.sandbox import read_in_child
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.tiers import TierName
from daybreak.model.errors import ImportProblem, UsageError
from daybreak.model.fields import SLUG_MOST
from daybreak.model.files import read, read_schedule, read_text
from daybreak.model.leaves import SLUG_LETTERS
from daybreak.model.production import Picture, Production
from daybreak.office.revised_boards import BoardAfter, board_after, shot_before
from daybreak.office.revised_entries import entries_between, ids_given
from daybreak.store.boards import Board, boards, fitted, saved
from daybreak.store.building import build
from daybreak.store.entry import Entry, Source
from daybreak.store.files import Document, open_document
from daybreak.store.known import Known
from daybreak.store.revisions import STANDARD_COLORS, color_of, colors
from daybreak.store.scripts import Script, kept, scripts

PathLike = str | os.PathLike[str]
ROUNDS = 20
"""Rounds of colors that are looked through for the last one."""
COLOR_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWish:
    """A draft, and how it is to be taken in.

    Parameters
    ----------
    draft
        The Fountain or FDX file.
    earlier
        The draft that the production was made of, where it is at hand.
    picture
        The id of the picture; None where there is one, or the titles tell.
    color
        Its color; None for the next one.
    tier
        What new people and locations cost; None for the tier of the import.
    locations
        A file that says which names of places are one.
    today
        Scenes shot before it stay as they were shot; None where nothing was shot.
    day
        The date that the draft bears.
    """

    draft: PathLike
    day: date
    earlier: PathLike | None = None
    picture: str | None = None
    color: str | None = None
    tier: TierName | None = None
    locations: PathLike | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrafted:
    """What came of taking a draft in.

    Parameters
    ----------
    before
        The production before it.
    revised
        What became of every scene, and the production after it.
    boards
        The boards after it.
    remarks
        What a reader should know of how it was done.
    entries
        The new entries of a document, with their numbers where they were entered.
    """

    before: Production
    revised: Revised
    boards: tuple[BoardAfter, ...]
    remarks: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether no board breaks a rule that blocks."""
        return all(one.opened.valid for one in self.boards)


def revise_production(
    production: PathLike, wish: DraftWish, *, schedule: PathLike | None = None
) -> Redrafted:
    """Give a production, and a schedule of it, with a draft taken in.

    Raises
    ------
    ImportProblem
        When a script cannot be read; nothing was taken in.
    DocumentError, UsageError
        When the production or schedule cannot be read, or a wish makes no sense.
    """
    if wish.today is not None and schedule is None:
        raise UsageError(
            "What was shot before today stands on a schedule.\n"
            "Maybe name it with --schedule."
        )
    before = read(production)
    script = read_in_child(Path(wish.draft))
    picture = _picture(before, script, wish.picture)
    earlier = read_in_child(Path(wish.earlier)) if wish.earlier else None
    board = read_schedule(schedule) if schedule is not None else None
    revised = revise(
        before,
        _new_draft(wish, script, earlier, picture, STANDARD_COLORS),
        picture=picture.id,
        tier=wish.tier,
        locations=_map(wish),
        shot=shot_before(board, wish.today) if board else None,
    )
    name = os.path.basename(os.fspath(schedule)) if schedule is not None else ""
    made = (board_after(name, board, before, revised),) if board else ()
    return Redrafted(before=before, revised=revised, boards=made)


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
        made = _Taking(document, wish, script, by=by, at=at, board=board)
        found = made.redrafted(content)
        if preview:
            return found
        after = len(document.entries())
        numbered = document.append(found.entries, files=[content], after=after)
        return replace(found, entries=numbered)


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
        self._before = build(self._known).production
        self._boards = boards(self._entries)
        self._picture = _picture(self._before, script, wish.picture)
        self._shot = self._shot_on(board)
        self._remarks: list[str] = []

    def redrafted(self, content: bytes) -> Redrafted:
        """Give what comes of the draft, its entries not entered yet."""
        revised = self._revised()
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
            remarks=tuple(self._remarks),
            entries=tuple(self._new_entries(revised, after, content)),
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
                _new_draft(self._wish, self._script, earlier, self._picture, names),
                picture=self._picture.id,
                tier=self._wish.tier,
                locations=_map(self._wish),
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

    def _new_entries(
        self, revised: Revised, after: Sequence[BoardAfter], content: bytes
    ) -> Iterable[Entry]:
        head = self._document.journal.head().seq
        batch = f"revise {head + 1}"
        file = os.path.basename(os.fspath(self._wish.draft))
        pattern = Entry(
            path="title",
            entered_by=self._by,
            entered_at=self._at,
            batch=batch,
            said_on=self._at.date().isoformat(),
            source=Source(outlet=file),
            settles=True,
            note=f"{revised.color} draft",
        )
        yield from entries_between(
            self._before,
            revised.production,
            self._known,
            pattern=pattern,
            state=self._document.own_state(),
            head=head,
        )
        yield kept(
            _free_name(file, revised.color, scripts(self._entries)),
            file,
            content,
            by=self._by,
            at=self._at,
            batch=batch,
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
            yield replace(entry, batch=batch)


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


def _picture(production: Production, script: Screenplay, asked: str | None) -> Picture:
    """Give the picture whose draft it is.

    Raises
    ------
    UsageError
        When it is unknown, or several could be meant.
    """
    there = production.pictures
    found = [one for one in there if one.id == asked] if asked else list(there)
    if asked is None and len(found) > 1:
        title = script.title().casefold()
        found = [one for one in there if one.title.casefold() == title]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{one.id} ({one.title})" for one in there)
    what = f'There is no picture "{asked}".' if asked else "Which picture is this of?"
    raise UsageError(f"{what}\nMaybe name it with --picture: {names}.")


def _new_draft(
    wish: DraftWish,
    script: Screenplay,
    earlier: Screenplay | None,
    picture: Picture,
    names: Sequence[str],
) -> NewDraft:
    return NewDraft(
        script=script,
        color=_color(wish.color) if wish.color else _next_color(picture, names),
        day=wish.day,
        earlier=earlier,
    )


def _color(text: str) -> str:
    color = " ".join(text.lower().split())
    if not color or len(color) > COLOR_MOST or not color.replace(" ", "").isalnum():
        raise UsageError(
            f'"{text[:COLOR_MOST]}" is no color of paper.\n'
            f"Maybe one of {', '.join(STANDARD_COLORS)}."
        )
    return color


def _next_color(picture: Picture, names: Sequence[str]) -> str:
    """Give the color after that of the last draft; the first one was white paper."""
    script = picture.extra.get(SCRIPT)
    last = script.get("color") if isinstance(script, Mapping) else None
    if last is None:
        return color_of(1, names)
    every = [color_of(number, names) for number in range(ROUNDS * len(names))]
    if last not in every[:-1]:
        raise UsageError(
            f'The last draft was "{last}", which is none of {", ".join(names)}.\n'
            "Maybe say the color of this one with --color."
        )
    return every[every.index(last) + 1]


def _map(wish: DraftWish) -> Mapping[str, str] | None:
    if wish.locations is None:
        return None
    name = os.path.basename(os.fspath(wish.locations))
    return read_locations_map(read_text(wish.locations), name)
