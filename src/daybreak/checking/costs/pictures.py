"""What a picture costs that comes out late."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.checking.board import Board
from daybreak.checking.costs.items import CostItem
from daybreak.checking.words import counted, sentence
from daybreak.model.calendar import later


def late(board: Board) -> Iterator[CostItem]:
    """Pay ``late_cost_per_day`` for the days that delivery passes the release.

    Delivery = wrap + ``post_days``. SPEC 4, ``late``.
    """
    for picture_id, wrap in board.wraps.items():
        picture = board.facts.pictures[picture_id]
        if picture.release is None or not picture.late_cost_per_day:
            continue
        days = (wrap - picture.release).days + picture.post_days
        if days > 0:
            delivery = later(wrap, picture.post_days)
            yield CostItem(
                line="late",
                amount=picture.late_cost_per_day * days,
                said=f"{sentence(picture.title)} wraps on {wrap} and is delivered on "
                f"{delivery}: {counted(days, 'day')} past its release on "
                f"{picture.release} x {picture.late_cost_per_day:,}",
                dates=(wrap,),
                picture=picture_id,
            )
