"""Counts what boards come to, in a process of its own: questions in, changes out.

A line of JSON each way. A production comes first, and again whenever it is another;
then a standing of a board, which is answered with what changed since the last answer
about that board, or with the whole of it where there was none.
"""

from __future__ import annotations

import contextlib
import json
import signal
import sys
from typing import Any

from daybreak.model.errors import DaybreakError
from daybreak.model.files import production_from_json
from daybreak.model.production import Production
from daybreak.office.live.view import arranged_schedule, changed, meaning_view

Json = dict[str, Any]


class Counted:
    """What was counted last, by board."""

    def __init__(self) -> None:
        self._production: Production | None = None
        self._last: dict[str, Json] = {}

    def answer(self, asked: Json) -> Json | None:
        """Give what a question comes to; None for a production, which asks nothing."""
        if "production" in asked:
            self._production = production_from_json(asked["production"])
            return None
        assert self._production is not None
        name, standing = asked["board"], asked["standing"]
        schedule = arranged_schedule(self._production, standing)
        meaning = meaning_view(self._production, schedule)
        before = self._last.get(name) if asked["follows"] else None
        self._last[name] = meaning
        if before is None:
            return {"whole": meaning}
        return {"changes": changed(before, meaning)}


def main() -> None:
    """Answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    counted = Counted()
    with contextlib.suppress(BrokenPipeError):  # the server ended meanwhile
        for line in sys.stdin:
            made = _answered(counted, line)
            if made is not None:
                sys.stdout.write(json.dumps(made) + "\n")
                sys.stdout.flush()


def _answered(counted: Counted, line: str) -> Json | None:
    try:
        return counted.answer(json.loads(line))
    except DaybreakError as error:
        return {"error": str(error)}


if __name__ == "__main__":
    main()
