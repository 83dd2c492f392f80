"""Ctrl-C while a search runs: it ends with the best so far, and this is noted."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType
from typing import Any


class NotedInterrupt:
    """Notes that Ctrl-C was pressed; pressed again, it ends everything as ever."""

    def __init__(self) -> None:
        self.seen = False
        self._before: Any = None

    def __enter__(self) -> NotedInterrupt:
        """Begin to take note."""
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave Ctrl-C as it was found."""
        signal.signal(signal.SIGINT, self._before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self.seen:
            raise KeyboardInterrupt
        self.seen = True

    def asks(self) -> bool:
        """Tell a search whether to stop."""
        return self.seen
