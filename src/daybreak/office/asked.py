"""The day and the certainty that somebody asks a document about."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from typing import Literal

from daybreak.model.errors import UsageError

SUFFIX = ".daybreak"  # as `store.files` has it, which is slow to import
AtLeast = Literal["confirmed", "expected", "rumored"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for.

    Parameters
    ----------
    as_of
        Only what was said by then; None for all.
    entered_by
        Only what was entered by then; None for all.
    at_least
        The least sure status that may be planned on.
    """

    as_of: date | None = None
    entered_by: date | None = None
    at_least: AtLeast = "expected"

    @property
    def is_usual(self) -> bool:
        """Whether nothing special is asked: all that is known, as sure as usual."""
        return self == Asked()


def is_document(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path names a document rather than JSON."""
    return os.fspath(path).endswith(SUFFIX)


def refuse_json(path: str | os.PathLike[str], asked: Asked) -> None:
    """Refuse to ask a plain production what was known on a day.

    Raises
    ------
    UsageError
        When something special is asked of a JSON file.
    """
    if not is_document(path) and not asked.is_usual:
        name = os.fspath(path)
        raise UsageError(
            f"{name}: has no history to ask with --as-of, --at-least or "
            "--entered-by.\n"
            f"Maybe make a document of it: daybreak load {name} -o shoot{SUFFIX}"
        )
