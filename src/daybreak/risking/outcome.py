"""What became of the shoot in one run: plain data that any process can hand over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

DECIMALS = 4


class Loss(NamedTuple):
    """Why a strip could not be shot: what happened, to whom, where."""

    kind: str
    person: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One run.

    Parameters
    ----------
    wraps
        By picture, the ordinal of the last date of its strips.
    last
        By picture, the scene that is shot last.
    slips
        By picture, by how many days post-production takes longer.
    cost
        What the rule book counts for the days as they were shot, whole currency.
    extra_cost
        Overtime and days that were called off, which the rule book does not know.
    unfinished
        Pictures with strips that stood on a day in the plan and found none.
    forced
        Strips that had to be put where a rule about who or what can be had breaks.
    broken
        By rule, how often the board breaks it more than the plan did; not ``release``,
        which is what the chances are about.
    lost
        By what happened, how much of a day's work could not be shot when planned.
    covered
        How much of that was made good by cover sets on the same day.
    by_strip, by_person, by_place
        The lost work by scene, by who was missing, by location or base.
    """

    run: int
    wraps: Mapping[str, int]
    last: Mapping[str, str]
    slips: Mapping[str, int]
    cost: int
    extra_cost: int
    unfinished: tuple[str, ...]
    forced: int
    broken: Mapping[str, int]
    lost: Mapping[str, float]
    covered: float
    by_strip: Mapping[str, float]
    by_person: Mapping[str, float]
    by_place: Mapping[str, float]


def outcome_data(outcome: Outcome) -> dict[str, Any]:
    """Give an outcome as a JSON object."""
    return asdict(outcome)


def outcome_from(value: Mapping[str, Any]) -> Outcome:
    """Give an outcome from its JSON object.

    Raises
    ------
    TypeError
        When it is none.
    """
    unfinished = tuple(value.get("unfinished", ()))
    return Outcome(**{**value, "unfinished": unfinished})


class Tally:
    """Adds up what was lost in a run, in days of work."""

    def __init__(self, scene_of: Mapping[str, str]) -> None:
        self._scene_of = scene_of
        self.by_kind: dict[str, float] = {}
        self.by_strip: dict[str, float] = {}
        self.by_person: dict[str, float] = {}
        self.by_place: dict[str, float] = {}
        self.covered = 0.0

    def note(self, strip: str, days: float, loss: Loss, *, place: str) -> None:
        """Add a strip that could not be shot."""
        _add(self.by_kind, loss.kind, days)
        _add(self.by_strip, self._scene_of.get(strip, strip), days)
        _add(self.by_place, place, days)
        if loss.person:
            _add(self.by_person, loss.person, days)

    def cover(self, days: float) -> None:
        """Add a strip that was shot on a lost day instead."""
        self.covered = round(self.covered + days, DECIMALS)


def _add(sums: dict[str, float], key: str, days: float) -> None:
    sums[key] = round(sums.get(key, 0.0) + days, DECIMALS)
