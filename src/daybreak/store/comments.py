"""Comments: what somebody says of a scene or a day, with who and when; none plans.

::

    comment/KEY         what is said, of what, and whether that is settled

The key is random and never used again. A comment that is settled, or opened again, is
the same one entered anew; who said it first, and when, stays with its first entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.leaves import is_text
from daybreak.store.entry import Entry
from daybreak.store.own_paths import COMMENT, checked_name, key_of, under
from daybreak.store.undoing import counting

TEXT_MOST = 2000
COMMENTS_MOST = 5000
"""In one document; far more than anybody reads."""
KEYS = {"about", "text", "settled"}
ABOUT = 'Maybe "scene/12" or "day/main/2027-03-02".'


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment as it stands.

    Parameters
    ----------
    about
        ``scene/ID`` or ``day/UNIT/DATE``.
    first
        The entry that said it: who, and when.
    last
        The entry that settled it or opened it again; else the first.
    """

    key: str
    about: str
    text: str
    is_settled: bool
    first: Entry
    last: Entry


def comments(entries: Sequence[Entry]) -> dict[str, Comment]:
    """Give the comments that stand, by key, in the order in which they came."""
    found: dict[str, Comment] = {}
    for one in under(counting(entries), COMMENT):
        key = key_of(one.path)
        if one.action == "remove":
            found.pop(key, None)
            continue
        first = found[key].first if key in found else one
        found[key] = Comment(
            key=key,
            about=one.value["about"],
            text=one.value["text"],
            is_settled=one.value["settled"],
            first=first,
            last=one,
        )
    return found


def comment_of(entries: Sequence[Entry], key: str) -> Comment:
    """Give a comment.

    Raises
    ------
    UsageError
        When there is none of that key.
    """
    found = comments(entries).get(key)
    if found is None:
        raise UsageError(
            "This comment is not there any more.\nMaybe load the page again."
        )
    return found


def said(
    entries: Sequence[Entry], key: str, *, about: str, text: str, by: str, at: datetime
) -> Entry:
    """Give the entry of a new comment.

    Raises
    ------
    UsageError
        When it says nothing, or of nothing; or there are too many.
    """
    checked_name(key, "comment")
    there = comments(entries)
    if key in there or len(there) >= COMMENTS_MOST:
        raise UsageError(
            f"There are {len(there):,} comments; no other was kept.\n"
            "Maybe take away those that are settled."
        )
    value = {"about": about, "text": text.strip(), "settled": False}
    check_comment(value)
    return _entry(key, value, by=by, at=at)


def settled(
    entries: Sequence[Entry], key: str, *, is_settled: bool, by: str, at: datetime
) -> Entry:
    """Give the entry that settles a comment, or opens it again.

    Raises
    ------
    UsageError
        When there is none of that key, or nothing would change.
    """
    found = comment_of(entries, key)
    if found.is_settled == is_settled:
        raise UsageError("Nothing would change.")
    return _entry(key, {**found.last.value, "settled": is_settled}, by=by, at=at)


def removed(entries: Sequence[Entry], key: str, *, by: str, at: datetime) -> Entry:
    """Give the entry that takes a comment away; the journal keeps it.

    Raises
    ------
    UsageError
        When there is none of that key.
    """
    comment_of(entries, key)
    path = f"{COMMENT}/{key}"
    return Entry(path=path, action="remove", entered_by=by, entered_at=at)


def check_comment(value: Any) -> None:
    """Look at a comment that comes from outside.

    Raises
    ------
    UsageError
        When it is none; it says what to give.
    """
    if not isinstance(value, Mapping) or set(value) != KEYS:
        raise UsageError(f"A comment has {', '.join(sorted(KEYS))}.")
    text = value["text"]
    if not isinstance(text, str) or not text.strip() or len(text) > TEXT_MOST:
        raise UsageError(
            f"A comment has 1 to {TEXT_MOST:,} characters.\n"
            "Maybe say it in fewer words."
        )
    if not is_text(text):
        raise UsageError("A comment holds what is no text.\nMaybe type it anew.")
    if type(value["settled"]) is not bool:
        raise UsageError("A comment is settled or not: true or false.")
    if not isinstance(value["about"], str) or not _is_about(value["about"]):
        raise UsageError(f"A comment is about a scene or a day.\n{ABOUT}")


def _is_about(about: str) -> bool:
    kind, *keys = about.split("/")
    if kind == "scene":
        return len(keys) == 1 and bool(keys[0])
    if kind != "day" or len(keys) != 2 or not keys[0]:
        return False
    try:
        date.fromisoformat(keys[1])
    except ValueError:
        return False
    return True


def _entry(key: str, value: Mapping[str, Any], *, by: str, at: datetime) -> Entry:
    path = f"{COMMENT}/{key}"
    return Entry(path=path, value=dict(value), entered_by=by, entered_at=at)
