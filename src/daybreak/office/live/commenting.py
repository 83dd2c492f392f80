"""Comments on scenes and days of an open document, for those who may not edit, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.office.live.outcomes import Applied
from daybreak.office.live.session import LiveShoot
from daybreak.store import comments as store
from daybreak.store.comments import Comment
from daybreak.store.entry import Entry

Json = dict[str, Any]


def comments_view(shoot: LiveShoot, *, person: str, may_edit: bool) -> list[Json]:
    """Give every comment as a page shows it, in the order in which they came.

    ``may_remove`` tells whether who asks may take it away: the one who said it, and
    whoever edits.
    """
    return [
        _row(one, may_remove=may_edit or one.first.entered_by == person)
        for one in store.comments(shoot.entries()).values()
    ]


def say(shoot: LiveShoot, about: str, text: str, *, op: str, by: str) -> Applied:
    """Enter a comment; the id of the wish is its key.

    Raises
    ------
    UsageError
        When there is no such scene or unit, or it says nothing.
    DocumentError
        When what is known is no production.
    """

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        made = store.said(entries, op, about=about, text=text, by=by, at=shoot.now())
        _refuse_unknown(shoot.production(), about)
        return [made]

    return shoot.do(op, make, by=by)


def settle(
    shoot: LiveShoot, key: str, *, is_settled: bool, op: str, by: str
) -> Applied:
    """Settle a comment, or open it again.

    Raises
    ------
    UsageError
        When there is none of that key, or nothing would change.
    """

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        return [
            store.settled(entries, key, is_settled=is_settled, by=by, at=shoot.now())
        ]

    return shoot.do(op, make, by=by)


def remove(shoot: LiveShoot, key: str, *, may_edit: bool, op: str, by: str) -> Applied:
    """Take a comment away.

    Raises
    ------
    UsageError
        When there is none of that key, or somebody else said it.
    """

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        found = store.comment_of(entries, key)
        if not may_edit and found.first.entered_by != by:
            raise UsageError(
                f"{found.first.entered_by} said this.\n"
                "Maybe settle it, or ask them to take it away."
            )
        return [store.removed(entries, key, by=by, at=shoot.now())]

    return shoot.do(op, make, by=by)


def _refuse_unknown(production: Production, about: str) -> None:
    kind, name, *_ = about.split("/")
    things = production.scenes if kind == "scene" else production.units
    if all(one.id != name for one in things):
        raise UsageError(
            f'There is no {"scene" if kind == "scene" else "unit"} "{name}".\n'
            "Maybe load the page again."
        )


def _row(comment: Comment, *, may_remove: bool) -> Json:
    last = comment.last if comment.last is not comment.first else None
    return {
        "key": comment.key,
        "about": comment.about,
        "text": comment.text,
        "settled": comment.is_settled,
        "by": comment.first.entered_by,
        "at": comment.first.entered_at.isoformat(),
        "settled_by": last.entered_by if last and comment.is_settled else "",
        "settled_at": (
            last.entered_at.isoformat() if last and comment.is_settled else ""
        ),
        "may_remove": may_remove,
    }
