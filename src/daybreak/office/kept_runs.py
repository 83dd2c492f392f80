"""Finished replans, so that stopped work goes on where it was.

They are kept in a document, or in a file of lines.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from daybreak.model.errors import DaybreakError, StoreError, UsageError
from daybreak.model.files import production_hash, schedule_from_json, to_json
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.asked import is_document
from daybreak.reports.papers.stamp import digest_of

if TYPE_CHECKING:
    from daybreak.solving.levers.replanning import Budget, Outcome

Replanned = Callable[..., "Outcome"]


WORK = "replans"
"""What a document keeps them under."""


class Place(Protocol):
    """Keeps schedules by name."""

    def known(self) -> dict[str, str]:
        """Give what is there: by key, a schedule as JSON text."""
        ...

    def add(self, key: str, schedule: str) -> None:
        """Add one; where that has to wait, it is added with the next one."""
        ...


class KeptRuns:
    """Replans that were finished before; each new one is added.

    One is found again by all that it depends on: the production, the plan it began
    from, the work and the seed.

    Raises
    ------
    UsageError
        When the file cannot be read or written.
    """

    def __init__(self, path: str, budget: Budget) -> None:
        self._budget, self._lock = budget, Lock()
        self._place: Place = _InDocument(path) if is_document(path) else _InFile(path)
        self._known = self._place.known()

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
        with self._lock:
            self._place.add(key, to_json(schedule))


class _InFile:
    """A line each; half a line, of a process that was killed, is passed over."""

    def __init__(self, path: str) -> None:
        self._path = path

    def known(self) -> dict[str, str]:
        try:
            with open(self._path, "a+", encoding="utf-8") as file:
                file.seek(0)
                return dict(_lines(file.read()))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            told = f"{self._path}: {reason}\nMaybe name another file."
            raise UsageError(told) from None

    def add(self, key: str, schedule: str) -> None:
        text = json.dumps({"key": key, "schedule": schedule})
        with open(self._path, "a", encoding="utf-8") as file:
            file.write(f"{text}\n")
            file.flush()
            os.fsync(file.fileno())


class _InDocument:
    def __init__(self, path: str) -> None:
        self._path = path
        self._waiting: dict[str, bytes] = {}

    def known(self) -> dict[str, str]:
        from daybreak.store import files, finished  # slow import  # noqa: PLC0415

        with files.open_document(self._path, write=False) as document:
            parts = finished.finished(document, WORK)
            return {key: text.decode("utf-8", "replace") for key, text in parts}

    def add(self, key: str, schedule: str) -> None:
        from daybreak.store import files, finished  # slow import  # noqa: PLC0415

        self._waiting[key] = schedule.encode()
        with contextlib.suppress(StoreError), files.open_document(self._path) as found:
            if not found.is_read_only:
                finished.keep(found, WORK, self._waiting)
                self._waiting = {}


def _lines(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.split("\n"):
        try:
            told: Any = json.loads(line)
            found.append((str(told["key"]), str(told["schedule"])))
        except (ValueError, KeyError, TypeError):
            continue
    return found
