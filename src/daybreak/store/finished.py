"""What was finished of long work: kept beside the journal, and thrown away at will.

Simulated shoots and replans take minutes. What is finished of them is kept in the
document, so that work that was stopped goes on where it was. It says nothing of the
production: no entry, hash, board or revision changes by it, no export shows it.
"""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator, Mapping

from daybreak.model.errors import DaybreakError
from daybreak.store import schema
from daybreak.store.files import Document
from daybreak.store.journal import unpacked

MOST_BYTES = 32 * 2**20
"""How much of a document it may take; of more, what was kept first goes."""


PART_BYTES = 4 * 2**20
"""How long one part may be; a longer one in a stranger's document is passed over."""


def finished(document: Document, work: str) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a work that are kept; what is damaged is passed over.

    Parameters
    ----------
    work
        Names all that the parts depend on.
    """
    if not schema.has_finished(document.connection):
        return
    sql = "SELECT part, packed FROM finished WHERE work = ? ORDER BY place"
    for part, packed in document.connection.execute(sql, (work,)).fetchall():
        content = unpacked(bytes(packed), PART_BYTES)
        if content is not None:
            yield str(part), content


def keep(document: Document, work: str, parts: Mapping[str, bytes]) -> None:
    """Keep parts of a work, in one step; a part that is there is replaced.

    Raises
    ------
    StoreError
        When the disk took no more, or failed; nothing was changed.
    """
    run = document.connection.execute
    run("BEGIN IMMEDIATE")
    try:
        schema.add_finished(document.connection)
        for part, content in parts.items():
            row = (work, part, zlib.compress(content))
            run("INSERT OR REPLACE INTO finished VALUES (NULL, ?, ?, ?)", row)
        _make_room(document)
        run("COMMIT")
    except BaseException:
        run("ROLLBACK")
        raise


def forget(document: Document) -> int:
    """Throw all of it away and give the room back to the disk; give how many parts."""
    run = document.connection.execute
    if not schema.has_finished(document.connection):
        return 0
    count = int(run("SELECT count(*) FROM finished").fetchone()[0])
    run("DELETE FROM finished")
    with contextlib.suppress(DaybreakError):  # a full disk: the room is used again
        run("VACUUM")
    return count


def _make_room(document: Document) -> None:
    """Throw away what was kept first, until the rest is small enough."""
    sql = """DELETE FROM finished WHERE place IN (SELECT place FROM (
        SELECT place, sum(length(packed)) OVER (ORDER BY place DESC) AS up_to
        FROM finished) WHERE up_to > ?)"""
    document.connection.execute(sql, (MOST_BYTES,))
