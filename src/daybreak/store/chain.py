"""The chain of a journal: each entry's hash is made of the one before and its line.

``hash(n) = SHA-256(hash(n - 1), newline, line(n))``, in hexadecimal digits, with the
line as `rows` writes it and an export shows it, so that anyone can count it again.
The first goes out from the root, which is made of what the document is. A chain shows
that something was changed, deleted or reordered, and where. It does not hinder
somebody who counts every hash anew: against that, keep a backup, or write the last
hash down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from daybreak.store.rows import line_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A row of the journal as it lies there: its number, line and hash."""

    seq: int
    line: str
    hash: str


def root_of(about: Mapping[str, str]) -> str:
    """Give the hash from which a document's chain goes out."""
    return _hashed("daybreak/document", line_of(about))


def next_hash(before: str, line: str) -> str:
    """Give the hash of a line that follows a hash."""
    return _hashed(before, line)


def _hashed(before: str, line: str) -> str:
    return sha256(f"{before}\n{line}".encode("utf-8", "surrogatepass")).hexdigest()


def breaks(root: str, links: Iterable[Link], head: Link) -> Iterator[tuple[int, str]]:
    """Yield where a chain is broken: the number of the entry, and what is wrong.

    Parameters
    ----------
    links
        The rows by rising number.
    head
        The number and hash that the last row has to have.
    """
    starts = {root}
    seq, last = 0, root
    for link in links:
        for missing in range(seq + 1, link.seq):
            yield missing, "is missing"
        counted = {next_hash(start, link.line) for start in starts}
        is_after_gap = link.seq != seq + 1
        if link.hash not in counted and not is_after_gap:
            yield link.seq, "is not what was entered"
        # After a broken entry two hashes may be the true one: go on from either.
        starts = {link.hash, *counted}
        seq, last = link.seq, link.hash
    for missing in range(seq + 1, head.seq + 1):
        yield missing, "is missing"
    if seq > head.seq:
        yield seq, "stands behind the last entry"
    elif seq == head.seq and last != head.hash and head.hash not in starts:
        yield seq, "is not the last entry that was made"
