"""Tell each fault once: leave out what only follows from another fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from daybreak.model.errors import Fault

AN_ID_OR_ALL = re.compile(r"([a-z]+)(\[\d+\](\.id)?)?")


A_DAY_LENGTH = re.compile(r"units(\[\d+\](\.(id|day_minutes|minutes_per_eighth))?)?")


def untold(told: Sequence[Fault], found: Sequence[Fault]) -> list[Fault]:
    """Give the faults found that lie at, or inside of, no path told already."""
    hidden = {fault.path for fault in told}
    return [one for one in found if hidden.isdisjoint(_and_above(one.path))]


def _and_above(path: str) -> Iterator[str]:
    """Yield a path and every path above it."""
    yield path
    for place in range(len(path) - 1, 0, -1):
        if path[place] in ".[":
            yield path[:place]


def doubtful_lists(told: Iterable[Fault]) -> set[str]:
    """Give the names of lists of which an id, an entry or all could not be read."""
    found = (AN_ID_OR_ALL.fullmatch(fault.path) for fault in told)
    return {match[1] for match in found if match}


def are_day_lengths_doubtful(told: Iterable[Fault]) -> bool:
    """Tell whether some unit's minutes could not be read."""
    return any(A_DAY_LENGTH.fullmatch(fault.path) for fault in told)
