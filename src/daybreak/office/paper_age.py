"""How a paper stands to a plan: the same, older, or nothing that can be told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from daybreak.model.errors import DocumentError
from daybreak.model.files import read, read_schedule
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.asked import is_document
from daybreak.reports.papers.stamp import digest_of
from daybreak.reports.papers.stamp_reading import StampRead
from daybreak.reports.phrases import count_of, show_date

if TYPE_CHECKING:
    from daybreak.store.entry import Entry
    from daybreak.store.revisions import Revision

PathLike = str | os.PathLike[str]
Verdict = Literal["current", "out of date", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """Whether a paper is current.

    Parameters
    ----------
    said
        The same in a sentence, with what to do.
    behind
        How many entries the document has since; None where that is not known.
    equals
        Boards and revisions of today that show the same.
    """

    verdict: Verdict
    said: str
    behind: int | None = None
    equals: tuple[str, ...] = ()


class Judge:
    """Holds papers against a production and its boards as they stand now.

    Parameters
    ----------
    production
        As it is known now.
    named
        Every board that stands, by name, and the one schedule of JSON files.
    entries
        Those of a document; none of JSON files.
    """

    def __init__(
        self,
        production: Production,
        named: dict[str, Schedule],
        entries: Sequence[Entry] = (),
    ) -> None:
        self.production = production
        self.entries = entries
        shown = _digest if entries else digest_of
        self.boards = {
            name: shown(production, schedule) for name, schedule in named.items()
        }
        self.frozen = [
            (one, _digest(production, one.schedule)) for one in self._revisions()
        ]

    @classmethod
    def of(cls, path: PathLike, schedule: PathLike | None) -> Judge:
        """Give the judge for a document, or for a production and a schedule.

        Raises
        ------
        DocumentError, UsageError
            When one cannot be read.
        """
        if not is_document(path) and schedule is not None:
            name = os.path.basename(os.fspath(schedule))
            return cls(read(path), {name: read_schedule(schedule)})
        from daybreak.office.documents import (  # slow import: the store  # noqa: PLC0415
            production,
        )
        from daybreak.store.boards import (  # slow import: the store  # noqa: PLC0415
            boards,
        )
        from daybreak.store.files import (  # slow import: the store  # noqa: PLC0415
            open_document,
        )

        with open_document(path, write=False) as document:
            entries = document.entries()
            found = {name: one.schedule for name, one in boards(entries).items()}
            return cls(production(document), found, entries)

    def _revisions(self) -> tuple[Revision, ...]:
        if not self.entries:
            return ()
        from daybreak.store.revisions import (  # slow import: the store  # noqa: PLC0415
            revisions,
        )

        return revisions(self.entries)

    # --- papers -----------------------------------------------------------------------

    def age_of(self, stamp: StampRead) -> Age:
        """Tell how a stamped paper stands to what is known now."""
        if not self.entries:
            return self._against_files(stamp.digest)
        last = self.entries[-1].seq
        if stamp.entry is None:
            return self._by_content(stamp.digest)
        if stamp.entry > last:
            return Age(
                verdict="unknown",
                said=f"It was made at entry {stamp.entry}, and this document ends at "
                f"entry {last}: look for a newer copy of the document.",
            )
        return self._by_entry(stamp, last - stamp.entry)

    def age_of_schedule(self, schedule: Schedule) -> Age:
        """Tell how a schedule in JSON stands to what is known now."""
        shown = _digest if self.entries else digest_of
        digest = shown(self.production, schedule)
        if not digest:
            return Age(
                verdict="unknown",
                said="It names scenes or units that the production does not have.",
            )
        return self._by_content(digest) if self.entries else self._against_files(digest)

    def _against_files(self, digest: str) -> Age:
        (name,) = self.boards or ("",)
        if digest == self.boards.get(name):
            return Age(verdict="current", said=f"Current: it shows {name} as it is.")
        return Age(
            verdict="out of date",
            said=f"Out of date: {name} shows another board, or the production has "
            "changed since. Make the paper anew.",
        )

    def _by_content(self, digest: str) -> Age:
        """Judge what names no entry: by its content alone."""
        equals = self._equal_to(digest)
        if not equals:
            return Age(
                verdict="unknown",
                said="Cannot tell: no board and no revision shows the same now, and it "
                "does not say from which entry it is.",
            )
        newest = self._overtaken(digest)
        if newest is not None and not self._is_board(digest):
            return self._older(newest, behind=None, equals=equals)
        return self._current(equals, behind=None)

    def _by_entry(self, stamp: StampRead, behind: int) -> Age:
        """Judge what names its entry: it can be held against that very moment."""
        equals = self._equal_to(stamp.digest)
        newest = self._overtaken(stamp.digest)
        if stamp.color and newest is not None and newest.color != stamp.color:
            return self._older(newest, behind=behind, equals=equals)
        if self.boards.get(stamp.board) == stamp.digest or (stamp.color and equals):
            return self._current(equals, behind=behind)
        if not stamp.board and equals:
            return self._current(equals, behind=behind)
        if not behind:
            return Age(
                verdict="unknown",
                said="Cannot tell: it names the last entry of this document, and no "
                "board shows the same. Was it made as of an earlier day?",
                behind=0,
            )
        return self._behind(stamp, behind, equals)

    def _behind(self, stamp: StampRead, behind: int, equals: tuple[str, ...]) -> Age:
        """Judge a paper of a moment since which something has changed."""
        was = self._was(stamp)
        if was is None and stamp.production not in ("", self.production.title):
            return Age(
                verdict="unknown",
                said=f'It is of another production, "{stamp.production}".',
            )
        return Age(
            verdict="out of date",
            said=f"Out of date: {count_of(behind, 'entry', 'entries')} behind. "
            f"{was or 'It shows nothing that this document ever had.'} "
            "Make the paper anew.",
            behind=behind,
            equals=equals,
        )

    # --- what it equals ---------------------------------------------------------------

    def _is_board(self, digest: str) -> bool:
        return digest in self.boards.values()

    def _equal_to(self, digest: str) -> tuple[str, ...]:
        boards = [f"board {name}" for name, one in self.boards.items() if one == digest]
        frozen = [
            f"revision {one.color}" for one, found in self.frozen if found == digest
        ]
        return (*boards, *frozen)

    def _overtaken(self, digest: str) -> Revision | None:
        """Give the newest revision, where it shows something else than a paper."""
        if not self.frozen or self.frozen[-1][1] == digest:
            return None
        return self.frozen[-1][0]

    def _current(self, equals: tuple[str, ...], *, behind: int | None) -> Age:
        since = ""
        if behind:
            since = f", although {count_of(behind, 'entry', 'entries')} came since"
        return Age(
            verdict="current",
            said=f"Current: it shows the same as {' and '.join(equals)}{since}.",
            behind=behind,
            equals=equals,
        )

    def _older(
        self, newest: Revision, *, behind: int | None, equals: tuple[str, ...]
    ) -> Age:
        far = ""
        if behind is not None:
            far = f"{count_of(behind, 'entry', 'entries')} behind. "
        same = f"It shows the same as {' and '.join(equals)}. " if equals else ""
        return Age(
            verdict="out of date",
            said=f"Out of date: {far}{same}The newest revision is "
            f"{newest.color}, {show_date(newest.date)}: ask for that.",
            behind=behind,
            equals=equals,
        )

    def _was(self, stamp: StampRead) -> str | None:
        """Say what a paper showed when it was made; None where it was nothing here."""
        from daybreak.store.boards import (  # slow import: the store  # noqa: PLC0415
            boards,
        )
        from daybreak.store.building import (  # slow import: the store  # noqa: PLC0415
            build,
        )
        from daybreak.store.known import (  # slow import: the store  # noqa: PLC0415
            Known,
        )
        from daybreak.store.own_paths import (  # slow import: the store  # noqa: PLC0415
            facts,
        )
        from daybreak.store.revisions import (  # slow import: the store  # noqa: PLC0415
            revisions,
        )
        from daybreak.store.state import (  # slow import: the store  # noqa: PLC0415
            state_of,
        )

        then = [one for one in self.entries if one.seq <= (stamp.entry or 0)]
        known = Known(state_of(facts(then)))
        try:
            production = build(known).production
        except DocumentError:
            return None
        for one in reversed(revisions(then)):
            if stamp.color and _digest(production, one.schedule) == stamp.digest:
                is_last = self.frozen and self.frozen[-1][0].number == one.number
                still = ", the newest, but the production has changed since"
                return f"It shows revision {one.color}{still if is_last else ''}."
        for name, board in boards(then).items():
            if _digest(production, board.schedule) == stamp.digest:
                return f"It shows board {name} as it was then."
        return None


def _digest(production: Production, schedule: Schedule) -> str:
    """Give the digest of a schedule as papers of a document show it: as far as it fits.

    Empty where none of its scenes is known.
    """
    from daybreak.store.boards import (  # slow import: the store  # noqa: PLC0415
        fitted,
    )

    named = {strip for day in schedule.days for strip in day.strips}
    named.update(schedule.boneyard)
    fit = fitted(schedule, production)
    if named and named == set(fit.gone):
        return ""
    return digest_of(production, fit.schedule)
