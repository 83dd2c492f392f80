"""An edit: a production, and what a user is told of it."""

from __future__ import annotations

from dataclasses import dataclass

from daybreak.model.production import Production


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A production after an edit.

    Parameters
    ----------
    production
        With everything changed.
    said
        What changed, a sentence each.
    """

    production: Production
    said: tuple[str, ...]
