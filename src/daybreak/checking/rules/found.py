"""What a rule finds: a place where it breaks."""

from __future__ import annotations

from typing import NamedTuple

from daybreak.checking.violations import Limit, Where


class Found(NamedTuple):
    """A place where a rule breaks, what is said of it, and the limit."""

    where: Where
    said: str
    limit: Limit
