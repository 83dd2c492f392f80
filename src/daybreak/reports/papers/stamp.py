"""The stamp of a paper: which plan it shows, so that nobody works from an old one.

It stands on every page, sheet and calendar entry; `daybreak whatis` reads it back.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from daybreak.model.files import production_hash
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.phrases import show_date

DIGEST_LETTERS = 8
SCRIPT = "script "
"""What leads the color of the script in a stamp."""
MARK = re.compile(r"daybreak:([0-9a-f]{8})(?::(\d+))?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a paper was made of.

    Parameters
    ----------
    production
        The title of the production.
    board
        The name of the board, or of the schedule's file.
    color
        The color of its revision, ``blue``; empty for a draft.
    revised
        The date that the revision bears.
    entry
        The number of the document's last entry; None where it came from JSON files.
    digest
        Eight hexadecimal digits of the content: `digest_of`.
    made
        When the paper was made, with its time zone.
    script
        The color of the script: ``Blue``; empty where it never was revised.
    """

    production: str
    board: str
    digest: str
    made: datetime
    color: str = ""
    revised: date | None = None
    entry: int | None = None
    script: str = ""

    @property
    def mark(self) -> str:
        """The part that programs look for: ``daybreak:0f3a99c1:412``."""
        tail = "" if self.entry is None else f":{self.entry}"
        return f"daybreak:{self.digest}{tail}"

    @property
    def revision(self) -> str:
        """The revision as people say it: ``Blue, Tue 16 Mar 2027`` or ``Draft``."""
        if not self.color:
            return "Draft"
        name = self.color[:1].upper() + self.color[1:]
        return f"{name}, {show_date(self.revised)}" if self.revised else name

    @property
    def headed(self) -> str:
        """What stands at the head of a page: the board, and the script's color."""
        return f"{self.board} · {SCRIPT}{self.script}" if self.script else self.board

    @property
    def said(self) -> str:
        """The whole stamp on one line."""
        entry = "" if self.entry is None else f" · entry {self.entry}"
        script = f" · {SCRIPT}{self.script}" if self.script else ""
        made = f"{self.made:%Y-%m-%d %H:%M} {self.made:%Z}".strip()
        return (
            f"{self.production} · {self.board} · {self.revision}{script}{entry} · "
            f"{self.mark} · {made}"
        )


def digest_of(production: Production, schedule: Schedule) -> str:
    """Give eight hexadecimal digits that stand for a production and its board.

    The same production with the same strips on the same days in the same order has
    the same digits, whoever planned it, when, and at what cost.
    """
    board: dict[str, Any] = {
        "production": production_hash(production),
        "days": [
            [day.date.isoformat(), day.unit, day.shift, list(day.strips)]
            for day in schedule.in_order()
        ],
        "boneyard": sorted(schedule.boneyard),
    }
    text = json.dumps(board, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LETTERS]
