"""What a page asks a planner for, read from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.office.live.happening import Happening, read_happening
from daybreak.office.live.ops import Reader

SECONDS_MOST = 24 * 3600
WAYS_MOST = 8
KINDS = ("plan", "replan", "why", "scenarios", "ways")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Work that takes its time.

    Parameters
    ----------
    kind
        ``plan`` the board, ``replan`` from a day on, tell ``why`` strips have no day,
        plan ``scenarios`` or the ``ways`` to shoot several pictures side by side.
    seconds
        How long it may search, at most.
    strips
        Of a plan, those that may move; all for none. Of ``why``, those asked about.
    today
        Of a replan, the first date that may be planned.
    alternatives
        Of a replan, how many ways to give at most.
    happening
        Of a replan, what happened.
    names
        Scenarios; all for none.
    """

    kind: str
    board: str
    seconds: float
    strips: tuple[str, ...] = ()
    today: date | None = None
    alternatives: int = 1
    happening: Happening | None = None
    names: tuple[str, ...] = ()


def read_wish(data: Any) -> Wish:
    """Read what a page asks for.

    Raises
    ------
    DocumentError
        Which key is wrong, and what to give.
    UsageError
        When two of them do not go together.
    """
    reader = Reader(data)
    kind = reader.word("kind", KINDS)
    seconds = reader.whole("seconds", 1)
    if seconds > SECONDS_MOST:
        raise UsageError(f"{seconds} seconds is more than a day.\nMaybe give less.")
    needs_board = kind in ("plan", "replan", "why")
    has = {key: reader.get(key) is not None for key in ("strips", "names", "happening")}
    made = Wish(
        kind=kind,
        board=reader.text("board") if needs_board else str(reader.get("board") or ""),
        seconds=float(seconds),
        strips=reader.texts("strips") if has["strips"] else (),
        today=reader.date("today") if kind == "replan" else None,
        alternatives=_alternatives(reader),
        happening=read_happening(reader.get("happening")) if has["happening"] else None,
        names=reader.texts("names") if has["names"] else (),
    )
    reader.refuse_others()
    return made


def _alternatives(reader: Reader) -> int:
    if reader.get("alternatives") is None:
        return 1
    found = reader.whole("alternatives", 1)
    if found > WAYS_MOST:
        raise UsageError(f"At most {WAYS_MOST} ways are given.\nMaybe ask for 5.")
    return found
