"""Ids and moments of a USS file: the same things have the same ids each time."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

_HEX_LETTERS = 24
"""An id of the standard is twelve bytes."""
_KEPT_MOST = 64


class UssIds:
    """Gives ids, each once; those that a file brought along are kept.

    Parameters
    ----------
    digest
        Of the production and its board, so that another plan has other ids where
        the thing belongs to the plan.
    """

    def __init__(self, digest: str) -> None:
        self._digest = digest
        self._taken: set[str] = set()

    def kept(self, extra: dict[str, Any], kind: str, key: str) -> str:
        """Give the id that a thing was read with, else one made of its own id."""
        found = extra.get("uss_id")
        is_id = isinstance(found, str) and 0 < len(found) <= _KEPT_MOST
        if is_id and found not in self._taken:
            self._taken.add(str(found))
            return str(found)
        return self._free(f"{kind}/{key}")

    def made(self, kind: str, key: str) -> str:
        """Give the id of something that belongs to this plan."""
        return self._free(f"{self._digest}/{kind}/{key}")

    def of(self, kind: str, key: str) -> str:
        """Give the id of something that has it in every plan."""
        return self._free(f"{kind}/{key}")

    def _free(self, text: str) -> str:
        made = _hex(text)
        count = 1
        while made in self._taken:
            count += 1
            made = _hex(f"{text}/{count}")
        self._taken.add(made)
        return made


def _hex(text: str) -> str:
    return hashlib.sha256(f"daybreak/{text}".encode()).hexdigest()[:_HEX_LETTERS]


def moment(day: date) -> str:
    """Give a date as the standard writes it: noon UTC, one date around the world."""
    return f"{day.isoformat()}T12:00:00.000Z"


def moment_of(made: datetime) -> str:
    """Give a moment as the standard writes it."""
    told = made.astimezone(UTC) if made.tzinfo else made
    return f"{told:%Y-%m-%dT%H:%M:%S}.000Z"
