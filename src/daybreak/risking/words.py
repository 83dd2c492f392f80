"""Every assumption of a simulation in words, for the page."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.risking.assumptions import Closure, RiskModel, Spell
from daybreak.risking.climate import weather_at
from daybreak.risking.running import Bet
from daybreak.risking.world import UncertainFact


def assumptions(bet: Bet) -> Iterator[tuple[str, str]]:
    """Yield a label and what is assumed, everything that the runs rest on."""
    model = bet.model
    yield from _weather(bet)
    yield from _work(model)
    yield from _closing(model)
    for one in model.stoppages:
        why = f" ({one.reason})" if one.reason else ""
        yield "Stoppage", f"in every run, {one.first} to {one.last}{why}"
    yield from _facts(bet)
    yield (
        "Post-production",
        (
            f"{_percent(model.post.chance)} of a picture being "
            f"{_spell(model.post.days)} "
            "late beyond its post days"
        ),
    )
    yield from _repair(model)


def _weather(bet: Bet) -> Iterator[tuple[str, str]]:
    share = _percent(bet.model.weather.stopping_share)
    yield (
        "Weather",
        (
            f"{share} of wet days stop every exterior of a base for the day; one day's "
            "weather says nothing of the next one's; two bases have their own"
        ),
    )
    used = {place.base for place in bet.production.locations}
    for base in bet.production.bases:
        if base.id in used:
            found = weather_at(base, bet.model)
            low, high = min(found.stops), max(found.stops)
            yield (
                f"Weather, {base.name}",
                (f"{_percent(low)} to {_percent(high)} of days by month; {found.said}"),
            )


def _work(model: RiskModel) -> Iterator[tuple[str, str]]:
    overrun = model.overrun
    yield (
        "Overrun",
        (
            f"a day's work takes x {overrun.median:g} in the middle, lognormal with "
            f"spread {overrun.spread:g}; {overrun.overtime_minutes} minutes of "
            "overtime at "
            f"x {overrun.overtime_rate:g} of the day's cost, then its last strips "
            "are left "
            "for another day; a strip alone on its day is finished"
        ),
    )
    illness = model.illness
    yield (
        "Illness",
        (
            f"{_percent(illness.chance_a_day)} for each person and date of work, "
            f"{_spell(illness.days)}; nobody takes over the part"
        ),
    )


def _closing(model: RiskModel) -> Iterator[tuple[str, str]]:
    yield "A location lost", f"each {_closure(model.location_lost)}"
    yield "A shutdown of all", _closure(model.shutdown)


def _closure(closure: Closure) -> str:
    if not closure.times_a_year:
        return "never"
    return f"{closure.times_a_year:g} times a year, {_spell(closure.days)}"


def _spell(spell: Spell) -> str:
    return (
        f"{spell.least} to {spell.most} days, mostly {spell.usual} (triangular)"
        if spell.least != spell.most
        else f"{spell.least} days"
    )


def _facts(bet: Bet) -> Iterator[tuple[str, str]]:
    facts = bet.model.facts
    yield (
        "Uncertain facts",
        (
            f"expected ones hold with {_percent(facts.expected_holds)}, rumored with "
            f"{_percent(facts.rumored_holds)}, disputed with "
            f"{_percent(facts.disputed_holds)}; else it comes {_spell(facts.days)} "
            "later"
        ),
    )
    for one in bet.facts:
        yield "Uncertain fact", _fact(one)


def _fact(fact: UncertainFact) -> str:
    who = "the shoot" if fact.kind == "shoot" else f"{fact.kind} {fact.thing}"
    return (
        f"{fact.path} holds with {_percent(fact.holds)}; else {who} cannot be had from "
        f"{fact.first} on"
    )


def _repair(model: RiskModel) -> Iterator[tuple[str, str]]:
    repair = model.repair
    cover = (
        "an interior of the same base with people called that day is shot instead "
        "where "
        "every rule lets it; the rest goes"
        if repair.cover
        else "no cover sets; it goes"
    )
    yield (
        "What is done",
        (
            f"{cover} to the earliest date that takes it, to a pick-up day at the "
            "end, or "
            "the days behind shift, whichever makes the releases better; nothing is "
            "planned "
            "anew"
        ),
    )
    yield (
        "What may be had",
        (
            f"units for {repair.extra_days} days beyond their end; where nothing "
            "else is "
            "left, somebody or something outside agreed dates, which counts as a "
            "broken rule"
        ),
    )
    yield (
        "What it costs",
        (
            "as the plan is counted, with holds and late days; a day called off costs "
            f"{_percent(repair.lost_day_pay)} of the unit's day; no insurance pays "
            "anything"
        ),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"
