"""How papers are to look, where a format leaves a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daybreak.reports.colors import Preset
from daybreak.reports.papers.paper import Paper

Size = Literal["a4", "letter", "a3", "tabloid"]
LARGER: dict[Size, Size] = {"a4": "a3", "letter": "tabloid"}
"""The sheet for what is too wide for a small one; twice its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What somebody chose of the look of papers.

    Parameters
    ----------
    size
        ``a4`` and ``letter``: for papers that fit there, their double for the others.
        ``a3`` and ``tabloid``: for all papers.
    night
        Which of blue and green stands for a night's interior.
    grey
        Whether strips are shown in greys, for a printer without color.
    """

    size: Size = "a4"
    night: Preset = "classic"
    grey: bool = False

    def size_of(self, paper: Paper) -> Size:
        """Give the sheet of a paper."""
        if paper.sheet == "large":
            return LARGER.get(self.size, self.size)
        return self.size
