"""Papers of an open document: to download, or to look at page by page."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast, get_args

from daybreak.model.errors import UsageError
from daybreak.office import paper_source, reporting
from daybreak.office.asked import Asked
from daybreak.office.live.session import LiveShoot
from daybreak.office.paper_source import Source
from daybreak.office.wishes import Wish, wanted
from daybreak.reports.colors import Preset
from daybreak.reports.formats.look import Look, Size
from daybreak.reports.papers.kinds import KINDS, Format, Kind

AT_ONCE_MOST = 4
SHOWN_MOST = 12
DOTS_PER_INCH = 110.0
MONEYLESS = frozenset({"scenes", "person"})
"""Kinds in which nothing is said of money, rates or contacts."""
TYPES: dict[Format, str] = {
    "text": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml",
    "json": "application/json",
    "uss": "application/json",
}
Json = dict[str, Any]
_SETTING = threading.Lock()  # the one compiler of pages is for one thread at a time


class TooMany(UsageError):
    """As many papers are being made as may be at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """A paper that somebody asked for.

    Parameters
    ----------
    board
        A board, or the color of a revision.
    """

    kind: str
    board: str
    wish: Wish
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A paper as a file."""

    content: bytes
    type: str
    name: str


def read_order(kind: str, asked: Mapping[str, str]) -> Ordered:
    """Read what somebody asked for, from the words behind an address.

    Raises
    ------
    UsageError
        When there is no such paper, sheet or way to color nights.
    """
    reporting.kind_named(kind)
    size = _word("size", asked, get_args(Size), "a4")
    night = _word("night", asked, get_args(Preset), "classic")
    drops = _word("drops", asked, ("best", "first"), "best")
    parts = ("picture", "unit", "person", "category", "day")
    return Ordered(
        kind=kind,
        board=asked.get("board", ""),
        wish=Wish(
            **{one: asked.get(one, "") for one in parts},
            drops=cast(Any, drops),
        ),
        look=Look(
            size=cast(Size, size),
            night=cast(Preset, night),
            grey=asked.get("grey") == "yes",
        ),
    )


def _word(
    key: str, asked: Mapping[str, str], words: tuple[str, ...], usual: str
) -> str:
    found = asked.get(key) or usual
    if found not in words:
        raise UsageError(f"{key}: use one of {', '.join(words)}.")
    return found


def kinds_view(*, with_money: bool) -> list[Json]:
    """Give the papers that there are, in the order of a list for people."""
    return [
        {
            "kind": one.name,
            "shows": one.shows,
            "formats": list(_formats(one)),
            "every": one.every,
        }
        for one in KINDS.values()
        if with_money or is_moneyless(one.name)
    ]


def is_moneyless(kind: str) -> bool:
    """Tell whether a paper says nothing of money: then readers may have it."""
    return kind in MONEYLESS


def _formats(kind: Kind) -> tuple[Format, ...]:
    usual: tuple[Format, ...] = ("html", "text") if "pdf" in kind.formats else ()
    return tuple(dict.fromkeys((*kind.formats, *usual)))


class Press:
    """Makes papers of an open document, four at once at most (RELIABILITY D12).

    Parameters
    ----------
    shoot
        The open document.
    """

    def __init__(self, shoot: LiveShoot) -> None:
        self._shoot = shoot
        self._free = threading.BoundedSemaphore(AT_ONCE_MOST)

    def paper(self, order: Ordered, form: str, *, made: datetime) -> Made:
        """Give a paper as a file.

        Raises
        ------
        TooMany
            When four are being made already.
        UsageError, DocumentError
            When there is no such board, or the paper has no such format.
        """
        if form not in TYPES:
            raise UsageError(f'"{form[:20]}" is no format of a paper.')
        kind, chosen = reporting.kind_named(order.kind), form
        with _one_of(self._free):
            ready = self._order(order, kind, made)
            with _SETTING:
                content = reporting.content(ready, chosen)
        title = self._shoot.production().title
        parts = (title, order.board, order.kind, *_narrowed(order.wish))
        name = " - ".join(one for one in parts if one)
        ending = reporting.ENDING_OF[chosen]
        return Made(content=content, type=TYPES[chosen], name=f"{name}{ending}")

    def pages(self, order: Ordered, *, made: datetime) -> tuple[list[bytes], int]:
        """Give the first pages of a paper as pictures, and how many there are.

        Raises
        ------
        TooMany, UsageError, DocumentError
            As `paper` does.
        """
        # slow import: one format
        from daybreak.reports.formats.pdf import to_pictures  # noqa: PLC0415

        kind = reporting.kind_named(order.kind)
        with _one_of(self._free):
            ready = self._order(order, kind, made)
            with _SETTING:
                found = to_pictures(
                    ready.paper, order.look, dots_per_inch=DOTS_PER_INCH
                )
        return found[:SHOWN_MOST], len(found)

    def _order(self, order: Ordered, kind: Kind, made: datetime) -> reporting.Order:
        path, board = self._shoot.document.path, order.board or None
        source: Source = paper_source.from_document(path, board, Asked(), made=made)
        narrowed = wanted(source.shown, order.wish)
        return reporting.Order(
            paper=reporting.paper_of(source, kind, narrowed),
            shown=replace(source.shown, wanted=narrowed),
            look=order.look,
        )


class _one_of:
    """Hold one of a few places, or refuse at once."""

    def __init__(self, free: threading.BoundedSemaphore) -> None:
        self._free = free

    def __enter__(self) -> None:
        if not self._free.acquire(blocking=False):
            raise TooMany(
                f"{AT_ONCE_MOST} papers are being made already.\n"
                "Maybe try again in a moment."
            )

    def __exit__(self, *_: object) -> None:
        self._free.release()


def _narrowed(wish: Wish) -> tuple[str, ...]:
    return (wish.day, wish.unit, wish.person, wish.picture, wish.category)
