"""A conflict and the scenes that share its fate."""

from __future__ import annotations

from dataclasses import dataclass, field

from daybreak.solving.explaining.shrinking import Core


@dataclass(kw_only=True)
class Family:
    """A conflict, and more scenes that its facts alone leave no day.

    Parameters
    ----------
    likewise
        Ids of these scenes, each by itself; only beside a conflict of one scene.
    """

    core: Core
    likewise: list[str] = field(default_factory=list)

    @property
    def all_scenes(self) -> tuple[str, ...]:
        """All scenes of it."""
        return (*self.core.scenes, *self.likewise)
