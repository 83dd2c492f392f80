"""How the chances move with each assumption: none of it, and twice as much.

The same luck is met each time, so the same runs can be held against each other, pair by
pair; what a chance is said to move by is no noise of other dice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

from daybreak.risking.assumptions import Closure, RiskModel, without_risks
from daybreak.risking.chances import Z
from daybreak.risking.outcome import Outcome
from daybreak.risking.running import Bet

Changed = Callable[[RiskModel], RiskModel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One part of a risk model, and the model without it and with twice as much."""

    name: str
    without: Changed
    twice: Changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How far a chance moves, with the interval that holds with 95 %."""

    share: float
    by: float
    low: float
    high: float


def assumptions_of(bet: Bet) -> Iterator[Assumption]:
    """Yield what a bet assumes: only what can happen at all."""
    none, model = without_risks(), bet.model
    if model.weather.stopping_share:
        yield _part("weather", none, _more_weather)
    if model.overrun.spread:
        yield _part("overrun", none, _more_overrun)
    if model.illness.chance_a_day:
        yield _part("illness", none, _more_illness)
    for name in ("location_lost", "shutdown"):
        if getattr(model, name).times_a_year:
            yield _part(name, none, _more_often(name))
    if bet.facts:
        yield _part("facts", none, _less_sure)
    if model.post.chance:
        yield _part("post", none, _more_post)


def _part(name: str, none: RiskModel, twice: Changed) -> Assumption:
    def without(model: RiskModel) -> RiskModel:
        part: dict[str, Any] = {name: getattr(none, name)}
        return replace(model, **part)

    return Assumption(name=name, without=without, twice=twice)


def _twice(chance: float) -> float:
    return min(1.0, 2 * chance)


def _more_weather(model: RiskModel) -> RiskModel:
    share = _twice(model.weather.stopping_share)
    return replace(model, weather=replace(model.weather, stopping_share=share))


def _more_overrun(model: RiskModel) -> RiskModel:
    spread = min(10.0, 2 * model.overrun.spread)
    return replace(model, overrun=replace(model.overrun, spread=spread))


def _more_illness(model: RiskModel) -> RiskModel:
    chance = _twice(model.illness.chance_a_day)
    return replace(model, illness=replace(model.illness, chance_a_day=chance))


def _more_often(name: str) -> Changed:
    def changed(model: RiskModel) -> RiskModel:
        part: Closure = getattr(model, name)
        rate = min(100.0, 2 * part.times_a_year)
        made: dict[str, Any] = {name: replace(part, times_a_year=rate)}
        return replace(model, **made)

    return changed


def _less_sure(model: RiskModel) -> RiskModel:
    facts = model.facts
    changed: dict[str, Any] = {
        name: 1 - _twice(1 - getattr(facts, name))
        for name in ("expected_holds", "rumored_holds", "disputed_holds")
    }
    return replace(model, facts=replace(facts, **changed))


def _more_post(model: RiskModel) -> RiskModel:
    chance = _twice(model.post.chance)
    return replace(model, post=replace(model.post, chance=chance))


# --- pairs ----------------------------------------------------------------------------


def in_time(bet: Bet, picture: str, planned: int, outcome: Outcome) -> bool:
    """Tell whether a picture is in time: for its release, else as it was planned."""
    if picture in outcome.unfinished:
        return False
    found = next(one for one in bet.production.pictures if one.id == picture)
    wrap = outcome.wraps[picture]
    if found.release is None:
        return wrap <= planned
    ready = wrap + found.post_days + outcome.slips[picture]
    return ready <= found.release.toordinal()


def moved(before: Sequence[bool], after: Sequence[bool]) -> Moved:
    """Give how far a share moves between the same runs, met by the same luck.

    Notes
    -----
    The interval for matched pairs of Agresti and Min, *Simple improved confidence
    intervals for comparing matched proportions*, Statistics in Medicine 24 (2005).
    """
    runs = len(before)
    won = sum(b and not a for a, b in zip(before, after, strict=True))
    gone = sum(a and not b for a, b in zip(before, after, strict=True))
    more = runs + 2
    middle = (won - gone) / more
    half = Z * sqrt((won + gone + 1) - (won - gone) ** 2 / more) / more
    return Moved(
        share=sum(after) / runs if runs else 0.0,
        by=(won - gone) / runs if runs else 0.0,
        low=max(-1.0, middle - half),
        high=min(1.0, middle + half),
    )


def pairs(
    before: Mapping[int, Outcome], after: Mapping[int, Outcome]
) -> list[tuple[Outcome, Outcome]]:
    """Give the runs that both have, in order."""
    return [(before[run], after[run]) for run in sorted(before.keys() & after.keys())]
