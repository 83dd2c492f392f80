"""Where finished runs are kept: in the document, or in a file of lines.

A run that was kept is not done again. What is kept in a document says nothing of its
production; while somebody else writes to it, runs wait until it is free.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from daybreak.model.errors import StoreError, UsageError
from daybreak.office.asked import is_document
from daybreak.risking import Outcome, keeping
from daybreak.risking.outcome import outcome_data, outcome_from

RUNS = "runs"
PATIENCE_SECONDS = 0.05
"""How long to wait for a document while there are more runs to do."""


class Keeper(Protocol):
    """Keeps finished runs, by the key of their bet."""

    hindered: str

    def kept(self, key: str) -> dict[int, Outcome]:
        """Give the runs of a bet that were kept, by number."""
        ...

    def keep(self, key: str, runs: Sequence[Outcome], *, wait: float) -> bool:
        """Keep runs; false, and ``hindered`` says why, where that has to wait."""
        ...


def keeper_of(path: Path | None) -> Keeper | None:
    """Give what keeps runs at a path: a document, or a file of lines."""
    if path is None:
        return None
    return _InDocument(path) if is_document(path) else _InFile(path)


class _InFile:
    hindered = ""

    def __init__(self, path: Path) -> None:
        self._path = path

    def kept(self, key: str) -> dict[int, Outcome]:
        return keeping.kept(self._path, key)

    def keep(self, key: str, runs: Sequence[Outcome], *, wait: float) -> bool:
        keeping.keep(self._path, key, runs)
        return True


class _InDocument:
    def __init__(self, path: Path) -> None:
        self._path = path
        self.hindered = ""

    def kept(self, key: str) -> dict[int, Outcome]:
        from daybreak.store import files, finished  # slow import  # noqa: PLC0415

        with files.open_document(self._path, write=False) as document:
            parts = finished.finished(document, _work(key))
            return {one.run: one for one in _outcomes(parts)}

    def keep(self, key: str, runs: Sequence[Outcome], *, wait: float) -> bool:
        from daybreak.store import files, finished  # slow import  # noqa: PLC0415

        parts = {str(one.run): _packed(one) for one in runs}
        try:
            with files.open_document(self._path, wait=wait) as document:
                self.hindered = document.held_by
                if not document.is_read_only:
                    finished.keep(document, _work(key), parts)
        except StoreError as error:
            self.hindered = str(error)
        return not self.hindered


def forget(path: str | os.PathLike[str]) -> int:
    """Throw away everything finished that a document keeps; give how much it was.

    Raises
    ------
    UsageError
        When it is no document, or somebody else has it open.
    """
    from daybreak.store import files, finished  # slow import  # noqa: PLC0415

    if not is_document(path):
        raise UsageError(
            f"--forget: {os.fspath(path)} is no document.\n"
            "Maybe throw the file of --keep away instead."
        )
    with files.open_document(path) as document:
        if document.is_read_only:
            raise UsageError(
                f"--forget: {os.fspath(path)}: {document.held_by}.\n"
                "Maybe try again when it is free."
            )
        return finished.forget(document)


def _work(key: str) -> str:
    return f"{RUNS} {key}"


def _packed(outcome: Outcome) -> bytes:
    return json.dumps(outcome_data(outcome)).encode()


def _outcomes(parts: Iterable[tuple[str, bytes]]) -> Iterator[Outcome]:
    """Yield what can be read; what cannot is simulated again."""
    for _, content in parts:
        try:
            yield outcome_from(json.loads(content))
        except (ValueError, TypeError, AttributeError):
            continue
