"""Branch and bound on numbers of days: those of a unit, a person, a thing, a location.

A mix of patterns may use a person on two days and a half; a schedule may not. So a
mix is told to use two days at most, or three at least, whichever leaves more of the
price unpaid, and what every branch proves holds for all schedules in it. The bound is
that of the weakest branch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from math import ceil, floor
from time import monotonic

import numpy as np

from daybreak.solving.bounds.dated import DatedRounds
from daybreak.solving.bounds.ranges import DayRange, Span
from daybreak.solving.bounds.rounds import INFEASIBLE, PatternBound, PatternRounds
from daybreak.solving.bounds.waiting import Window
from daybreak.solving.engines.arrays import Floats

WHOLE = 1e-4
WAITS_AGAINST_USES = 4.0
PARTINGS = (0.3, 0.15, 0.02)
SEEN = 0.02  # of a day: a person who works that much on a date is there
NODE_SECONDS = 20.0
Ranges = tuple[tuple[int, int, int | None], ...]  # thing, least, most


@dataclass(frozen=True, slots=True, order=True)
class Branch:
    """Some of the schedules: those that use so many days of some things.

    Parameters
    ----------
    bound
        In parts; no schedule among them costs less.
    number
        Which branch it is, so that equal bounds keep their order.
    """

    bound: int
    number: int
    days: tuple[DayRange, ...] = field(compare=False)
    uses: Ranges = field(compare=False)
    span: Span = field(compare=False)
    windows: tuple[Window, ...] = field(default=(), compare=False)
    is_apart: bool = field(default=False, compare=False)
    is_closed: bool = field(default=False, compare=False)


class Branches:
    """All branches of a production's patterns at the prices of the moment.

    Parameters
    ----------
    rounds
        The patterns; their prices stay as they are as long as the branches live.
    extra
        Gives what else schedules with so many days of each unit cost at least, in
        parts, from the least and most days of each; added to what patterns prove.
    show
        Called with slot and strips of each day where a mix is a whole plan.
    """

    def __init__(
        self,
        rounds: PatternRounds | DatedRounds,
        *,
        extra: Callable[[tuple[DayRange, ...]], int] = lambda _: 0,
        show: Callable[[list[tuple[int, tuple[int, ...]]]], None] = lambda _: None,
    ) -> None:
        self._rounds = rounds
        self._dated = rounds if isinstance(rounds, DatedRounds) else None
        self._extra = extra
        self._show = show
        self._count = 0
        span = Span(first=(0, 0), last=(0, 0))
        self._root = Branch(
            bound=0,
            number=0,
            days=tuple(rounds.ranges),
            uses=(),
            span=span if self._dated is None else self._dated.span,
        )
        self._open = [self._root]

    @property
    def bound(self) -> int:
        """Give the bound of all schedules, in parts."""
        return self._open[0].bound

    @property
    def is_done(self) -> bool:
        """Tell whether the weakest branch cannot be divided further."""
        return self._open[0].is_closed

    def run(
        self,
        *,
        until: float,
        stop: Callable[[], bool],
        tell: Callable[[int], None],
        enough: int | None = None,
    ) -> int:
        """Divide the weakest branch, again and again; give the bound in parts."""
        told = self.bound
        while not self.is_done and not stop() and monotonic() < until:
            if enough is not None and self.bound >= enough:
                break
            branch = heappop(self._open)
            for each in self._divided(branch, until=until, stop=stop):
                heappush(self._open, each)
            if told < self.bound < INFEASIBLE:
                told = self.bound
                tell(told)
        self._apply(self._root)
        return self.bound

    def _apply(self, branch: Branch) -> None:
        rounds = self._rounds
        for unit, days in enumerate(branch.days):
            if rounds.ranges[unit] != days:
                rounds.set_days(unit, days)
        if self._dated is not None:
            windows = tuple(_within(one, branch.span) for one in branch.windows)
            if self._dated.span != branch.span:
                self._dated.set_span(branch.span)
            if self._dated.windows != windows:
                self._dated.set_windows(windows)
            if self._dated.is_apart != branch.is_apart:
                self._dated.set_apart(branch.is_apart)
        wanted = {thing: (least, most) for thing, least, most in branch.uses}
        for thing in range(len(rounds.work.owed)):
            least, most = wanted.get(thing, (0, None))
            if rounds.uses(thing) != (least, most):
                rounds.set_use(thing, least, most)

    def _divided(
        self, branch: Branch, *, until: float, stop: Callable[[], bool]
    ) -> list[Branch]:
        """Give the branches that a branch is divided into, each with its bound."""
        self._apply(branch)
        found = self._rounds.run(
            until=min(until, monotonic() + NODE_SECONDS), stop=stop
        )
        if self._dated is not None and (plan := self._dated.plan()):
            self._show(plan)
        known = max(branch.bound, found.bound + self._extra(branch.days))
        if known >= INFEASIBLE:
            return [replace(branch, bound=known, is_closed=True)]
        parts = (
            self._by_span(branch, found)
            or self._by_days(branch, found)
            or self._by_money(branch, found)
            or self._by_end(branch, found)
            or self._by_date(branch)
        )
        if not parts:
            known = max(known, self._exactly(branch, until=until, stop=stop))
            parts = [replace(branch, is_closed=True)]
        children = []
        for part in parts:
            self._count += 1
            children.append(replace(part, bound=known, number=self._count))
        return children

    def _exactly(
        self, branch: Branch, *, until: float, stop: Callable[[], bool]
    ) -> int:
        """Give the bound of a branch that cannot be divided, as far as it goes."""
        rounds = self._rounds
        near, rounds.close = rounds.close, 0.0
        found = rounds.run(until=min(until, monotonic() + NODE_SECONDS), stop=stop)
        rounds.close = near
        return found.bound + self._extra(branch.days)

    def _by_days(self, branch: Branch, found: PatternBound) -> list[Branch]:
        """Divide by the days of a unit, where a mix has a part of one."""
        for unit, span in enumerate(branch.days):
            # a mix may use more days at a price, where what was found needs them
            used = min(max(float(found.used[unit]), span.least), span.most)
            if abs(used - round(used)) > WHOLE:
                before, after = branch.days[:unit], branch.days[unit + 1 :]
                return [
                    replace(branch, days=(*before, part, *after))
                    for part in (
                        DayRange(least=span.least, most=floor(used)),
                        DayRange(least=ceil(used), most=span.most),
                    )
                ]
        return []

    def _by_span(self, branch: Branch, found: PatternBound) -> list[Branch]:
        """Divide by the first date of the shoot, or by its last."""
        for name, share in (("last", found.last), ("first", found.first)):
            if len(share) == 0 or share.max() > 1 - WHOLE or share.sum() < WHOLE:
                continue
            low, top = getattr(branch.span, name)
            half = int(np.searchsorted(np.cumsum(share), share.sum() / 2))
            half = min(max(half, low), top - 1)
            if low <= half < top:
                return [
                    replace(branch, span=replace(branch.span, **{name: part}))
                    for part in ((low, half), (half + 1, top))
                ]
        return []

    def _by_end(self, branch: Branch, found: PatternBound) -> list[Branch]:
        """Divide by the last date or the first, where a gap might go unpaid."""
        if self._dated is None or self._dated.waiting is None:
            return []
        low, top = branch.span.last
        last = int(np.argmax(found.last))
        if low <= last < top:
            spans = [replace(branch.span, last=(low, last))]
            spans.append(replace(branch.span, last=(last + 1, top)))
            return [replace(branch, span=span) for span in spans]
        low, top = branch.span.first
        first = int(np.argmax(found.first))
        if low < first <= top:
            spans = [replace(branch.span, first=(first, top))]
            spans.append(replace(branch.span, first=(low, first - 1)))
            return [replace(branch, span=span) for span in spans]
        return []

    def _by_date(self, branch: Branch) -> list[Branch]:
        """Tell each date from those like it, where nothing else divides a branch."""
        if self._dated is None or branch.is_apart:
            return []
        return [replace(branch, is_apart=True)]

    def _by_money(self, branch: Branch, found: PatternBound) -> list[Branch]:
        """Divide where most is unpaid: by someone's waiting, or by days in part."""
        torn, uses = self._by_use(branch, found)
        waits, windows = self._by_window(branch)
        if windows and waits > WAITS_AGAINST_USES * torn:
            return windows
        return uses or windows

    def _by_use(
        self, branch: Branch, found: PatternBound
    ) -> tuple[float, list[Branch]]:
        """Divide by the days of a person, an element or a location."""
        rounds = self._rounds
        # days asked for beyond those of the mix are paid, but nobody works on them
        uses = np.maximum(found.used[len(branch.days) :], rounds.least)
        for one, _, most in branch.uses:
            uses[one] = uses[one] if most is None else min(uses[one], most)
        torn = np.minimum(uses - np.floor(uses), np.ceil(uses) - uses) * rounds.owed
        thing = int(np.argmax(torn))
        if torn[thing] < WHOLE * rounds.owed[thing] or torn[thing] == 0:
            return 0.0, []
        used = float(uses[thing])
        before = {one: (least, most) for one, least, most in branch.uses}
        least, most = before.get(thing, (0, None))
        return float(torn[thing]), [
            replace(branch, uses=_packed({**before, thing: span}))
            for span in ((least, floor(used)), (ceil(used), most))
        ]

    def _by_window(self, branch: Branch) -> tuple[float, list[Branch]]:
        """Divide by a person's first date of work, or by their last."""
        if self._dated is None or (waiting := self._dated.waiting) is None:
            return 0.0, []
        worked = self._dated.worked()
        known = {one.person: one for one in branch.windows}
        ends = (branch.span.first[0], branch.span.last[1])
        for part in PARTINGS:
            best, divided = 0.0, []
            for person in range(len(worked)):
                if worked[person].sum() < SEEN or not waiting.held[person].any():
                    continue
                plain = Window(person=person, first=ends, last=ends)
                window = _within(known.get(person, plain), branch.span)
                first, last = _middle(worked[person], part)
                narrow = replace(
                    window,
                    first=(window.first[0], min(first, window.first[1])),
                    last=(max(last, window.last[0]), window.last[1]),
                )
                more = waiting.surely(narrow) - waiting.surely(window)
                waits = float((more * np.maximum(1.0 - worked[person], 0.0)).sum())
                if waits > best and (parts := _halves(window, first, last)):
                    best, divided = waits, parts
            if divided:
                break
        return best, [
            replace(
                branch,
                windows=tuple(sorted({**known, part.person: part}.values())),
            )
            for part in divided
        ]


def _middle(worked: Floats, part: float) -> tuple[int, int]:
    """Give the dates before and after which a part of a person's work is done."""
    done = np.cumsum(worked) / worked.sum()
    first = int(np.searchsorted(done, part, side="right"))
    last = int(np.searchsorted(done, 1.0 - part, side="left"))
    return first, max(first, last)


def _within(window: Window, span: Span) -> Window:
    """Give a window without the dates before a shoot and after it."""
    low, top = span.first[0], span.last[1]
    return replace(
        window,
        first=(max(window.first[0], low), min(window.first[1], top)),
        last=(max(window.last[0], low), min(window.last[1], top)),
    )


def _halves(window: Window, first: int, last: int) -> list[Window]:
    """Give a window in two: where work begins by a date or later, or ends likewise."""
    low, top = window.first
    if low <= first < top:
        return [replace(window, first=one) for one in ((low, first), (first + 1, top))]
    low, top = window.last
    if low < last <= top:
        return [replace(window, last=one) for one in ((last, top), (low, last - 1))]
    return []


def _packed(uses: dict[int, tuple[int, int | None]]) -> Ranges:
    return tuple((thing, least, most) for thing, (least, most) in sorted(uses.items()))
