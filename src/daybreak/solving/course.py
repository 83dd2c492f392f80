"""The course of a search: when it begins anew, how hot it is, when it cools.

A search first anneals some fresh boards, one after another, then warms the best of
them up again a few times and lets it cool. Of several short anneals the best is better
than one long one: most of what is lost, is lost in how the first days fall.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Beginning = Literal["here", "fresh", "best"]

# Shares of a day's cost (`search.scale_of`) and moves a strip; found by trying on the
# productions of the benchmark.
HOT, COLD = 0.4, 0.006
WARM = 0.1
COLDEST = 0.0005
QUENCH_SHARE = 0.03
LEG_STEPS = 25_000
MOST_FRESH, MOST_WARMED = 6, 4
FRESH_SHARE, ALONE_SHARE = 0.55, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A part of a search, from one share of its time to another.

    ``hot`` and ``cold`` are shares of a day's cost; ``begins`` says on which board,
    ``meets`` whether searches beside this one are asked for theirs first.
    """

    since: float
    until: float
    hot: float
    cold: float
    begins: Beginning
    meets: bool = False

    def temperature(self, share: float) -> float:
        """Give the temperature at a share of the whole time, in days' costs."""
        along = (share - self.since) / (self.until - self.since)
        return float(self.hot * (self.cold / self.hot) ** min(max(along, 0.0), 1.0))


def course_of(steps: float, strips: int, *, has_start: bool) -> tuple[Leg, ...]:
    """Give the legs of a search.

    Parameters
    ----------
    steps
        How many moves there is time for.
    strips
        How many strips there are to place.
    has_start
        Whether a board was given: then no leg begins on a fresh one.
    """
    whole = steps / (LEG_STEPS * max(strips, 1))
    fresh = 0 if has_start else _between(1, whole * FRESH_SHARE, MOST_FRESH)
    warmed = _between(1, whole * (1 - FRESH_SHARE), MOST_WARMED)
    share = {0: 0.0, 1: ALONE_SHARE}.get(fresh, FRESH_SHARE)
    ends = [share * at / fresh for at in range(1, fresh + 1)]
    rest = 1.0 - QUENCH_SHARE - share
    ends += [share + rest * at / warmed for at in range(1, warmed + 1)]
    legs = [
        _leg(
            since,
            until,
            is_fresh=at < fresh,
            is_first=at == 0,
            meets=at in (fresh, fresh + warmed // 2) and at > 0,
        )
        for at, (since, until) in enumerate(pairwise([0.0, *ends]))
    ]
    quench = Leg(since=ends[-1], until=1.0, hot=COLD, cold=COLDEST, begins="best")
    return (*legs, quench)


def _leg(
    since: float, until: float, *, is_fresh: bool, is_first: bool, meets: bool
) -> Leg:
    begins: Beginning = "fresh" if is_fresh else "best"
    return Leg(
        since=since,
        until=until,
        hot=HOT if is_fresh else WARM,
        cold=COLD,
        begins="here" if is_first else begins,
        meets=meets,
    )


def _between(least: int, wanted: float, most: int) -> int:
    return int(min(max(wanted, least), most))
