"""What papers are made from: JSON files or a document, checked, counted and stamped."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from daybreak.model.errors import UsageError
from daybreak.model.files import production_hash
from daybreak.model.schedule import Schedule
from daybreak.office.asked import Asked, is_document
from daybreak.office.opening import Opened, open_documents, open_files
from daybreak.reports.papers.script_colors import scripts_said
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.stamp import Stamp, digest_of
from daybreak.reports.phrases import count_of

if TYPE_CHECKING:
    from daybreak.store.entry import Entry
    from daybreak.store.revisions import Revision

PathLike = str | os.PathLike[str]
PIPE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A schedule ready for papers, and what a reader should know of it.

    Parameters
    ----------
    shown
        What every paper is made from.
    valid
        Whether it breaks no rule that blocks.
    remarks
        Made for another version, another total, what it rests on.
    """

    shown: Shown
    valid: bool
    remarks: tuple[str, ...]

    @property
    def warning(self) -> str:
        """What every page has to say: ``breaks 2 rules``; empty where it is valid."""
        rules = {one.rule for one in self.shown.violations if one.level == "blocks"}
        return f"breaks {count_of(len(rules), 'rule')}" if rules else ""


def from_files(
    production: PathLike, schedule: PathLike, asked: Asked, *, made: datetime
) -> Source:
    """Open a production, or a document as of a day, with a schedule's file.

    Parameters
    ----------
    made
        When the papers are made, with its time zone.

    Raises
    ------
    DocumentError, UsageError
        When one cannot be read, or they do not belong together.
    """
    opened = open_files(production, schedule, asked)
    name = os.fspath(schedule)
    stamp = Stamp(
        production=opened.production.title,
        board="standard input" if name == PIPE else Path(name).name,
        digest=digest_of(opened.production, opened.schedule),
        made=made,
        script=scripts_said(opened.production),
    )
    return _source(opened, stamp)


def from_document(
    path: PathLike, board: str | None, asked: Asked, *, made: datetime
) -> Source:
    """Open a board or revision of a document against what the document knows.

    Parameters
    ----------
    board
        Its name, or the color of a revision. None for the one saved last; where a day
        or a certainty is asked for, for the newest that was made for what was known.
    made
        When the papers are made, with its time zone.

    Raises
    ------
    DocumentError, UsageError
        When it cannot be read, or there is no such board.
    """
    from daybreak.office.fact_papers import (  # slow import: the store  # noqa: PLC0415
        rests_on,
    )
    from daybreak.office.facts import (  # slow import: the store  # noqa: PLC0415
        built_as_asked,
    )
    from daybreak.store.boards import (  # slow import: the store  # noqa: PLC0415
        fitted,
    )

    if not is_document(path):
        raise UsageError(
            f"{os.fspath(path)}: papers need a schedule, too.\n"
            "Maybe name its JSON file after the production's."
        )
    built, by_number = built_as_asked(path, asked)
    entries = list(by_number.values())
    known = None if asked.is_usual else production_hash(built.production)
    name, schedule = _board(entries, board, path, known)
    fit = fitted(schedule, built.production)
    opened = open_documents(built.production, fit.schedule)
    gone = (
        f"{count_of(len(fit.gone), 'scene')} no longer in the production, left out "
        f"here: {', '.join(fit.gone)}."
    )
    remarks = (*rests_on(built, by_number), *([gone] if fit.gone else []))
    revision = _revision_of(entries, schedule)
    stamp = Stamp(
        production=built.production.title,
        board=name,
        digest=digest_of(opened.production, opened.schedule),
        made=made,
        color=revision.color if revision else "",
        revised=revision.date if revision else None,
        entry=max(by_number, default=None),
        script=scripts_said(opened.production),
    )
    return _source(replace(opened, remarks=(*remarks, *opened.remarks)), stamp)


def _source(opened: Opened, stamp: Stamp) -> Source:
    shown = Shown(
        production=opened.production,
        schedule=opened.schedule,
        costs=opened.costs,
        stamp=stamp,
        violations=opened.violations,
        reasons=opened.reasons,
    )
    return Source(shown=shown, valid=opened.valid, remarks=opened.remarks)


def _board(
    entries: Sequence[Entry], wanted: str | None, path: PathLike, known: str | None
) -> tuple[str, Schedule]:
    """Give the name of a board and its schedule; for None the one saved last.

    Of those made for the production that is known, where there is any.
    """
    from daybreak.store import (  # slow import: the store  # noqa: PLC0415
        boards,
        revisions,
    )

    if wanted is not None:
        schedule = revisions.schedule_named(entries, wanted)
        frozen = revisions.named(entries, wanted)
        is_board = wanted in boards.boards(entries)
        return wanted if is_board or not frozen else frozen.board, schedule
    found = boards.boards(entries).values()
    if not found:
        raise UsageError(
            f"{os.fspath(path)}: has no board to make papers of.\n"
            f"Maybe save one: daybreak boards {os.fspath(path)} save first "
            "schedule.json."
        )
    fitting = [one for one in found if known and one.schedule.production == known]
    newest = max(fitting or found, key=lambda one: one.entry.seq)
    return newest.name, newest.schedule


def _revision_of(entries: Sequence[Entry], schedule: Schedule) -> Revision | None:
    """Give the last revision whose strips stand as on a schedule."""
    from daybreak.store.revisions import (  # slow import: the store  # noqa: PLC0415
        revisions,
    )

    laid = _laid(schedule)
    for one in reversed(revisions(entries)):
        if _laid(one.schedule) == laid:
            return one
    return None


def _laid(
    schedule: Schedule,
) -> tuple[list[tuple[date, str, str, tuple[str, ...]]], list[str]]:
    days = [(day.date, day.unit, day.shift, day.strips) for day in schedule.days]
    return sorted(days), sorted(schedule.boneyard)
