"""What an engine's process and its parent say to each other."""

from __future__ import annotations

from typing import Any, Protocol


class Say(Protocol):
    """Writes one message to the parent."""

    def __call__(self, **message: Any) -> None:
        """Write it, a JSON value for each name."""


class Inbox(Protocol):
    """What the parent sends: news, and at last the wish to stop."""

    def is_stopped(self) -> bool:
        """Tell whether the parent asked to stop."""

    def news(self) -> list[dict[str, Any]]:
        """Give what was sent since the last time."""
