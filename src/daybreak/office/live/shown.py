"""A board of an open document, ready for papers and views."""

from __future__ import annotations

from daybreak.office.live.session import LiveShoot
from daybreak.office.live.view import schedule_of
from daybreak.office.opening import open_documents
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.stamp import Stamp, digest_of


def shown_board(shoot: LiveShoot, board: str, wanted: Wanted | None = None) -> Shown:
    """Give a board, checked and counted as it stands now.

    Raises
    ------
    UsageError
        When there is no such board.
    DocumentError
        When what is known is no production.
    """
    now = shoot.board(board)
    opened = open_documents(now.production, schedule_of(now))
    stamp = Stamp(
        production=opened.production.title,
        board=board,
        digest=digest_of(opened.production, opened.schedule),
        made=shoot.now(),
        entry=now.head,
    )
    return Shown(
        production=opened.production,
        schedule=opened.schedule,
        costs=opened.costs,
        stamp=stamp,
        violations=opened.violations,
        wanted=wanted or Wanted(),
    )
