"""Finished replans in a file of lines, so that stopped work goes on where it was."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any

from daybreak.model.errors import DaybreakError, UsageError
from daybreak.model.files import production_hash, schedule_from_json, to_json
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.papers.stamp import digest_of

if TYPE_CHECKING:
    from daybreak.solving.levers.replanning import Budget, Outcome

Replanned = Callable[..., "Outcome"]


class KeptRuns:
    """Replans that were finished before; each new one is added as a line.

    A line is found again by all that it depends on: the production, the plan it began
    from, the work and the seed. Half a line at the end, of a process that was killed,
    is passed over.

    Raises
    ------
    UsageError
        When the file cannot be read or written.
    """

    def __init__(self, path: str, budget: Budget) -> None:
        self._path, self._budget, self._lock = path, budget, Lock()
        try:
            with open(path, "a+", encoding="utf-8") as file:
                file.seek(0)
                self._known = dict(_lines(file.read()))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UsageError(f"{path}: {reason}\nMaybe name another file.") from None

    def replan(self, fresh: Replanned) -> Callable[..., Outcome]:
        """Give what makes replans: from the file, or else ``fresh``, and keeps them."""
        from daybreak.solving.levers.replanning import (  # slow import: numba  # noqa: PLC0415
            outcome_of,
        )

        def one(production: Production, plan: Schedule, seed: int) -> Outcome:
            key = self._key(production, plan, seed)
            known = self._known.get(key)
            if known is not None:
                try:
                    return outcome_of(production, plan, schedule_from_json(known))
                except DaybreakError:
                    pass  # the line was meddled with: plan anew
            found = fresh(production, plan, self._budget, seed=seed)
            stop = self._budget.stop
            if stop is None or not stop():
                self._add(key, found.schedule)
            return found

        return one

    def _key(self, production: Production, plan: Schedule, seed: int) -> str:
        budget = self._budget
        parts = [
            production_hash(production),
            digest_of(production, plan),
            str(budget.today),
            str(budget.iterations or f"{budget.seconds:g} s"),
            str(seed),
        ]
        return hashlib.sha256("|".join(parts).encode()).hexdigest()

    def _add(self, key: str, schedule: Schedule) -> None:
        text = json.dumps({"key": key, "schedule": to_json(schedule)})
        with self._lock, open(self._path, "a", encoding="utf-8") as file:
            file.write(f"{text}\n")
            file.flush()
            os.fsync(file.fileno())


def _lines(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.split("\n"):
        try:
            told: Any = json.loads(line)
            found.append((str(told["key"]), str(told["schedule"])))
        except (ValueError, KeyError, TypeError):
            continue
    return found
