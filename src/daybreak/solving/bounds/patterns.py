"""Patterns that were found, and what each costs at the prices of the moment."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from daybreak.solving.bounds.days import DayKind, DayWork
from daybreak.solving.engines.arrays import Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Strips that one unit shoots on one day, or a scene of whole days.

    Parameters
    ----------
    unit, days
        Who shoots, and how many dates it takes.
    fixed
        What it costs but for people, elements and locations, in parts.
    scenes
        The strips.
    needs
        The people, elements and locations, each once.
    moves
        Changes of location inside the day.
    """

    unit: int
    days: int
    fixed: int
    scenes: tuple[int, ...]
    needs: tuple[int, ...]
    moves: int = 0

    def cost(self, owed: Ints) -> int:
        """Give what it costs, in parts."""
        return self.fixed + self.days * sum(int(owed[one]) for one in self.needs)


@dataclass(slots=True)
class Pool:
    """All patterns found so far, each once."""

    patterns: list[Pattern] = field(default_factory=list)
    known: set[tuple[int, int, tuple[int, ...]]] = field(default_factory=set)

    def add(self, pattern: Pattern) -> bool:
        """Keep a pattern; tell whether it is new."""
        key = (pattern.unit, pattern.fixed, pattern.scenes)
        if key in self.known:
            return False
        self.known.add(key)
        self.patterns.append(pattern)
        return True

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self.patterns)


def pattern_of(work: DayWork, kind: DayKind, places: Ints) -> Pattern:
    """Give the pattern of some strips of a sort of day.

    Parameters
    ----------
    places
        Their places in ``kind.scenes``, in order.
    """
    scenes = tuple(int(one) for one in kind.scenes[places])
    block = np.searchsorted(kind.blocks, places, side="right") - 1
    visited = np.unique(block)
    moves = max(len(visited) - 1, 0)
    places = (work.first_location + kind.locations[visited]).tolist()
    return Pattern(
        unit=kind.unit,
        days=1,
        fixed=kind.cost + moves * kind.move_cost,
        scenes=tuple(sorted(scenes)),
        needs=(*_needs(work, scenes), *places),
        moves=moves,
    )


def whole_patterns(work: DayWork, places: Ints) -> list[Pattern]:
    """Give the patterns of the scenes of ``days``.

    Parameters
    ----------
    places
        (scenes) location of each scene.
    """
    return [
        Pattern(
            unit=each.unit,
            days=each.days,
            fixed=each.cost,
            scenes=(each.scene,),
            needs=(
                *_needs(work, (each.scene,)),
                work.first_location + int(places[each.scene]),
            ),
        )
        for each in work.whole
    ]


def _needs(work: DayWork, scenes: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({need for one in scenes for need in work.needs[one]}))
