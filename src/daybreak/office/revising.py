"""Take a new draft of a script into a production, or into a document of one."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from daybreak.importers.places import read_locations_map
from daybreak.importers.revisions.changes import Revised
from daybreak.importers.revisions.putting import SCRIPT
from daybreak.importers.revisions.revise import NewDraft, revise
from daybreak.importers.sandbox import read_in_child
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.tiers import TierName
from daybreak.model.errors import UsageError
from daybreak.model.files import read, read_schedule, read_text
from daybreak.model.production import Picture, Production
from daybreak.office.revised_boards import BoardAfter, board_after, shot_before
from daybreak.store.entry import Entry
from daybreak.store.revisions import STANDARD_COLORS, color_of

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
    picture = picture_of(before, script, wish.picture)
    earlier = read_in_child(Path(wish.earlier)) if wish.earlier else None
    board = read_schedule(schedule) if schedule is not None else None
    revised = revise(
        before,
        new_draft(wish, script, earlier, picture, STANDARD_COLORS),
        picture=picture.id,
        tier=wish.tier,
        locations=locations_map(wish),
        shot=shot_before(board, wish.today) if board else None,
    )
    name = os.path.basename(os.fspath(schedule)) if schedule is not None else ""
    made = (board_after(name, board, before, revised),) if board else ()
    return Redrafted(
        before=before, revised=revised, boards=made, remarks=doubts_of(before, revised)
    )


def doubts_of(before: Production, revised: Revised) -> tuple[str, ...]:
    """Say so where no scene of a picture was found again in its draft."""
    scenes = [one for one in before.scenes if one.picture == revised.picture]
    if scenes and len(revised.ids("omitted")) == len(scenes):
        return (
            "No scene was found again: if this is the script of another picture, "
            "daybreak import takes it.",
        )
    return ()


def picture_of(
    production: Production, script: Screenplay, asked: str | None
) -> Picture:
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


def new_draft(
    wish: DraftWish,
    script: Screenplay,
    earlier: Screenplay | None,
    picture: Picture,
    names: Sequence[str],
) -> NewDraft:
    """Give a draft in its color: the one asked for, or the next of a list.

    Raises
    ------
    UsageError
        When it has no scene: it would omit every scene of the picture.
    """
    if not any(True for _ in script.scenes()):
        raise UsageError(
            f"{script.file}: has no scene heading, so nothing was changed.\n"
            "Maybe it is another file; scenes begin with INT. or EXT."
        )
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


def locations_map(wish: DraftWish) -> Mapping[str, str] | None:
    """Give which names of places are one, where a map is given.

    Raises
    ------
    ImportProblem
        When the map cannot be read.
    """
    if wish.locations is None:
        return None
    name = os.path.basename(os.fspath(wish.locations))
    return read_locations_map(read_text(wish.locations), name)
