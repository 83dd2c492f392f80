"""How far the chances of a plan move with each assumption of its risk model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from daybreak.office.risk_runs import How, run_all
from daybreak.reports.risk_rows import SwingRow, SwingsRow
from daybreak.risking import Bet, Outcome
from daybreak.risking.assumptions import RiskModel
from daybreak.risking.summing import planned_wraps
from daybreak.risking.swinging import assumptions_of, in_time, moved, pairs

NAMES = {
    "weather": "weather that stops exteriors",
    "overrun": "days that take longer",
    "illness": "illness",
    "location_lost": "lost locations",
    "shutdown": "a shutdown of all",
    "facts": "facts that turn out otherwise",
    "post": "slow post-production",
}
Outcomes = dict[int, Outcome]
Tried = tuple[str, Outcomes, Outcomes]


def swings(
    bet: Bet,
    before: Sequence[Outcome],
    how: How,
    *,
    tell: Callable[[str], None] | None = None,
) -> tuple[SwingsRow, ...]:
    """Simulate again without each assumption, and with twice as much of it.

    Parameters
    ----------
    before
        The runs as assumed; each is held against the same run, met by the same luck.
    tell
        Told what is assumed next.
    """
    tried: list[Tried] = []
    for one in assumptions_of(bet):
        found: list[Outcomes] = []
        for word, change in (("without", one.without), ("twice", one.twice)):
            if how.stop is not None and how.stop():
                break
            if tell is not None:
                tell(f"{word} {NAMES[one.name]}")
            found.append(_outcomes(bet, change(bet.model), how))
        if len(found) == 2 and all(found):
            tried.append((one.name, found[0], found[1]))
    return tuple(_picture(bet, picture, before, tried) for picture in _pictures(bet))


def _outcomes(bet: Bet, model: RiskModel, how: How) -> Outcomes:
    done = run_all(replace(bet, model=model), how)
    return {one.run: one for one in done.runs}


def _pictures(bet: Bet) -> list[str]:
    planned = planned_wraps(bet)
    return [one.id for one in bet.production.pictures if one.id in planned]


def _picture(
    bet: Bet, picture: str, before: Sequence[Outcome], tried: Sequence[Tried]
) -> SwingsRow:
    planned = planned_wraps(bet)[picture]
    found = next(one for one in bet.production.pictures if one.id == picture)
    base = {one.run: one for one in before}

    def seen(outcomes: Sequence[Outcome]) -> list[bool]:
        return [in_time(bet, picture, planned, one) for one in outcomes]

    def row(name: str, without: Outcomes, twice: Outcomes) -> SwingRow:
        less, more = (
            moved(seen([a for a, _ in both]), seen([b for _, b in both]))
            for both in (pairs(base, without), pairs(base, twice))
        )
        return SwingRow(
            name=NAMES[name],
            without=less.share,
            twice=more.share,
            less=(less.low, less.high),
            more=(more.low, more.high),
        )

    rows = [row(*one) for one in tried]
    rows.sort(key=lambda one: (-(one.without - one.twice), one.name))
    as_assumed = seen(before)
    return SwingsRow(
        title=found.title,
        what="ready for its release" if found.release else "wrapped as planned",
        share=sum(as_assumed) / len(as_assumed),
        runs=len(as_assumed),
        swings=tuple(rows),
    )
