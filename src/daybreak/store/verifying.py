"""Verifying a document: whether it is what was entered, down to each entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from daybreak.model.errors import DaybreakError, DocumentError, Fault
from daybreak.store import chain, snapshots
from daybreak.store.boards import boards, schedule_of
from daybreak.store.chain import Link
from daybreak.store.entry import Entry
from daybreak.store.files import Document
from daybreak.store.journal import damage, lost
from daybreak.store.revisions import revisions
from daybreak.store.scenarios import scenarios
from daybreak.store.scripts import scripts


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found in a document.

    Parameters
    ----------
    faults
        Everything wrong; empty where all is as it was entered.
    head
        The number and hash of the last entry.
    boards, revisions, scripts, scenarios
        How many there are, where all could be read.
    """

    faults: tuple[Fault, ...]
    head: Link
    boards: int = 0
    revisions: int = 0
    scripts: int = 0
    scenarios: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


class _Counts(NamedTuple):
    boards: int
    revisions: int
    scripts: int
    scenarios: int


def verify(document: Document) -> Verified:
    """Read a document from its first byte to its last, and count its chain again.

    Everything is looked at: the pages of the file, the chain, what lies apart, every
    entry, board, revision and script, and the snapshots.
    """
    with document.steady():
        head = document.journal.head()
        faults = [*_page_faults(document), *_chain_faults(document, head)]
        faults += _kept_faults(document)
        if faults:
            return Verified(faults=tuple(faults), head=head)
        try:
            counts = _counts(document, document.entries())
        except DocumentError as error:
            return Verified(faults=error.faults, head=head)
        wrong = snapshots.wrong(document.connection, document.entries())
    faults += [
        Fault(
            path=f"snapshot {seq}",
            what="is not what the journal says",
            todo="nothing is lost; run daybreak backup and go on with the backup",
        )
        for seq in wrong
    ]
    return Verified(faults=tuple(faults), head=head, **counts._asdict())


def _page_faults(document: Document) -> Iterator[Fault]:
    rows = document.connection.execute("PRAGMA integrity_check(20)").fetchall()
    for row in rows:
        if row[0] != "ok":
            text = str(row[0]).splitlines()[0]
            yield Fault(path="file", what=text, todo="open a backup of it")


def _chain_faults(document: Document, head: Link) -> Iterator[Fault]:
    root = chain.root_of(document.about)
    for seq, what in chain.breaks(root, document.journal.links(), head):
        yield damage(seq, what)


def _kept_faults(document: Document) -> Iterator[Fault]:
    for digest in document.journal.digests():
        try:
            document.journal.file(digest)
        except DaybreakError:
            yield lost(digest)


def _counts(document: Document, entries: Sequence[Entry]) -> _Counts:
    """Count what stands in a document, each of it read."""
    drafts, frozen, kept = boards(entries), revisions(entries), scripts(entries)
    for draft in drafts.values():
        schedule_of(draft.data, draft.name)
    for revision in frozen:
        schedule_of(revision.data, revision.color)
    for script in kept.values():
        document.journal.file(script.sha256)
    return _Counts(
        boards=len(drafts),
        revisions=len(frozen),
        scripts=len(kept),
        scenarios=len(scenarios(entries)),
    )
