"""The rule of a picture: release."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.checking.board import Board
from daybreak.checking.rules.found import Found
from daybreak.checking.violations import Where
from daybreak.checking.words import counted, sentence


def release(board: Board) -> Iterator[Found]:
    """Deliver a picture of a hard release in time: wrap + ``post_days``.

    SPEC 3, rule ``release``.
    """
    for picture_id, wrap in board.wraps.items():
        picture = board.facts.pictures[picture_id]
        if picture.release is None or not picture.release_hard:
            continue
        late = (wrap - picture.release).days + picture.post_days
        if late > 0:
            said = (
                f"{sentence(picture.title)} wraps on {wrap} and needs "
                f"{counted(picture.post_days, 'day')} of post, which is "
                f"{counted(late, 'day')} past its release on {picture.release}"
            )
            where = Where(date=wrap, picture=picture_id)
            yield Found(where, said, str(picture.release))
