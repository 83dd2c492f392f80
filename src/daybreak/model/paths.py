"""JSON paths as faults tell them: ``people[3].deals[0].rate``."""

from __future__ import annotations

from typing import Any

from daybreak.model.leaves import shown

KEY_MOST = 60


def under(path: str, key: Any) -> str:
    """Give the path of a key; a key that would break the line is shown in quotes."""
    plain = isinstance(key, str) and key.isprintable() and len(key) <= KEY_MOST
    name = key if plain else shown(key)
    return f"{path}.{name}" if path else str(name)
