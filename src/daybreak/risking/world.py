"""What befalls one run: what closes when, and for how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from daybreak.model.calendar import later
from daybreak.risking.assumptions import Closure, RiskModel
from daybreak.risking.dice import Dice, days_of

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertainFact:
    """A fact that the plan rests on and that may turn out otherwise.

    Parameters
    ----------
    path
        Where it stands in the document.
    holds
        The chance that it turns out as it was said.
    kind, thing
        What cannot be had otherwise: ``unit``, ``person``, ``location``, ``element``,
        or ``shoot`` for all units.
    first
        From which date on; for as many days as the model draws.
    """

    path: str
    holds: float
    kind: str
    thing: str
    first: date


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Closed:
    """Something that cannot be had from one date to another, and since when known.

    Dates are ordinals; nobody knows of it before ``first``.
    """

    first: int
    last: int
    kind: str
    thing: str
    cause: str


def closures(
    dice: Dice,
    model: RiskModel,
    *,
    locations: Sequence[str],
    facts: Sequence[UncertainFact],
    between: tuple[date, date],
) -> list[Closed]:
    """Give everything that closes in a run, in the order in which it begins.

    Parameters
    ----------
    between
        The first date that counts, and a last one after which nothing matters.
    """
    found = [
        *_begun(dice, model.shutdown, "shutdown", "shoot", between),
        *(
            one
            for place in locations
            for one in _begun(dice, model.location_lost, "location", place, between)
        ),
        *(
            Closed(
                first=max(one.first, between[0]).toordinal(),
                last=one.last.toordinal(),
                kind="shoot",
                thing="",
                cause="stoppage",
            )
            for one in model.stoppages
            if one.last >= between[0]
        ),
        *_turned_out(dice, model, facts, between),
    ]
    return sorted(found)


def _begun(
    dice: Dice, closure: Closure, kind: str, thing: str, between: tuple[date, date]
) -> Iterator[Closed]:
    """Yield closures: in each month one begins at the most, on any of its days."""
    if not closure.times_a_year:
        return
    chance = 1 - exp(-closure.times_a_year / MONTHS_A_YEAR)
    for month in _months(*between):
        if dice.throw(kind, thing, month) >= chance:
            continue
        day = month.toordinal() + int(28 * dice.throw(f"{kind}-day", thing, month))
        days = days_of(closure.days, dice.throw(f"{kind}-days", thing, month))
        if days and between[0].toordinal() <= day:
            shoot = kind == "shutdown"
            yield Closed(
                first=day,
                last=day + days - 1,
                kind="shoot" if shoot else kind,
                thing="" if shoot else thing,
                cause=kind,
            )


def _months(first: date, last: date) -> Iterator[date]:
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = later(day.replace(day=28), 4).replace(day=1)


def _turned_out(
    dice: Dice,
    model: RiskModel,
    facts: Sequence[UncertainFact],
    between: tuple[date, date],
) -> Iterator[Closed]:
    for one in facts:
        if dice.throw("fact", one.path) < one.holds:
            continue
        days = days_of(model.facts.days, dice.throw("fact-days", one.path))
        last = one.first.toordinal() + days - 1
        if days and last >= between[0].toordinal():
            yield Closed(
                first=max(one.first, between[0]).toordinal(),
                last=last,
                kind=one.kind,
                thing=one.thing,
                cause=f"fact {one.path}",
            )
