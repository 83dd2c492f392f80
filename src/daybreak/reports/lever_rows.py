"""What would help most, as rows: each lever with what it saved and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Verdict = Literal["helps", "likely", "unclear", "none"]

VERDICTS: dict[Verdict, str] = {
    "helps": "helps",
    "likely": "likely helps",
    "unclear": "not told from luck",
    "none": "no help seen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sooner:
    """A picture that wraps sooner, or below 0 later, by so many calendar days.

    Only where the 95 per cent interval says so too.
    """

    picture: str
    title: str
    days: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverRow:
    """A lever that was measured.

    Parameters
    ----------
    name
        What would be different; dates are ISO.
    saved
        Whole currency, the mean over the seeds; below 0 for a dearer plan.
    low, high
        The 95 per cent interval of the mean; None with a single seed.
    each
        What was saved seed by seed.
    days, strips
        Shooting days saved and strips out of the boneyard, means.
    at_most
        A proven most that it can save; None for no proof.
    """

    kind: str
    name: str
    path: str
    was: Any
    becomes: Any
    saved: int
    low: int | None
    high: int | None
    each: tuple[int, ...]
    days: float
    strips: float
    sooner: tuple[Sooner, ...]
    at_most: int | None
    verdict: Verdict

    @property
    def is_proven_useless(self) -> bool:
        """Whether it is proven that it saves nothing."""
        return self.at_most is not None and self.at_most <= 0

    @property
    def words(self) -> str:
        """How sure it is, in words."""
        return "proven: no help" if self.is_proven_useless else VERDICTS[self.verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """A lever that had one replan only, and what that saved: a promise, no result."""

    name: str
    path: str
    saved: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverTable:
    """All levers of a plan.

    Parameters
    ----------
    title, board
        The production, the board that was looked at.
    cost, settled
        What the plan costs, and what it costs searched on without any change.
    boneyard
        Its strips on no day, searched on.
    spread
        By how much replans without a change differ, whole currency: luck.
    bound
        A proven least cost without any change.
    work
        How much work each replan was: ``10 seconds``.
    far
        How many facts the plan comes nowhere near.
    idle
        What is proven to change nothing, in words.
    untried
        Levers that were not tried.
    """

    title: str
    board: str
    currency: str
    cost: int
    settled: int
    boneyard: int
    spread: int
    bound: int | None
    seeds: int
    work: str
    rows: tuple[LeverRow, ...]
    screened: tuple[Screened, ...] = ()
    far: int = 0
    idle: tuple[str, ...] = ()
    untried: tuple[str, ...] = ()

    @property
    def helping(self) -> tuple[LeverRow, ...]:
        """The levers that help, for sure or likely."""
        return tuple(one for one in self.rows if one.verdict in ("helps", "likely"))
