"""A moment after which nothing more is tried."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from time import monotonic


class Deadline:
    """A moment after which nothing more is tried.

    Parameters
    ----------
    seconds
        From now; None for no such moment.
    stop
        Where given, asked too: true ends everything at once.
    """

    def __init__(
        self, seconds: float | None = None, stop: Callable[[], bool] | None = None
    ) -> None:
        self._at = inf if seconds is None else monotonic() + seconds
        self._stop = stop

    def is_over(self) -> bool:
        """Tell whether it has passed."""
        return monotonic() > self._at or (self._stop is not None and self._stop())

    @property
    def left(self) -> float:
        """The seconds until then, never less than 0."""
        return max(0.0, self._at - monotonic())

    def share(self, part: float) -> Deadline:
        """Give a deadline after a part of the time that is left."""
        return Deadline(None if self._at == inf else self.left * part, self._stop)
