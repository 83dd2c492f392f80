"""What all runs say together: chances, dates, costs, and what loses most days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from daybreak.checking import count_costs
from daybreak.model.production import Picture
from daybreak.risking.chances import Chance, Quantile, chance_of, quantile_of
from daybreak.risking.outcome import Outcome
from daybreak.risking.running import Bet

NEVER = date.max.toordinal()
"""Stands for the wrap of a picture that is not finished."""
SHARES = (0.1, 0.5, 0.9)
EXTRA_DAYS = (0, 3, 7, 14, 21, 30, 45, 60, 90)
"""Days of contingency that are looked at, calendar days."""
SURE = (0.5, 0.8, 0.9, 0.95)
MOST, WAITS_MOST = 10, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingency:
    """How sure a picture is with some days in hand.

    Parameters
    ----------
    days
        Calendar days.
    wraps
        Wrapping at most so long after the planned wrap.
    opens
        Delivery in time, had everything been so much earlier; None without a release.
    """

    days: int
    wraps: Chance
    opens: Chance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRisk:
    """What becomes of one picture; dates are ordinals.

    Parameters
    ----------
    plan_wrap
        Its wrap as planned.
    wraps, delivers, opens
        The chances that it wraps, and is delivered, by the planned date, and that it
        is delivered by its release.
    wrap, delivery
        Quantiles, one for each of `SHARES`.
    needs
        For each of `SURE`, after how many days beyond the planned wrap it is so sure
        to be wrapped; None where more runs than that do not finish it.
    waits
        Scenes that are shot last in runs which wrap later than planned, most frequent
        first, each with its share of these runs.
    seen
        The wrap of every run, in order.
    """

    picture: Picture
    plan_wrap: int
    wraps: Chance
    delivers: Chance
    opens: Chance | None
    wrap: tuple[Quantile, ...]
    delivery: tuple[Quantile, ...]
    contingency: tuple[Contingency, ...]
    needs: tuple[int | None, ...]
    waits: tuple[tuple[str, float], ...]
    seen: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What loses days: how many in a run on average, in how many runs any.

    ``low`` and ``high`` are the days that a tenth of the runs stay below and above.
    """

    name: str
    days: float
    runs: Chance
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All runs together.

    Parameters
    ----------
    cost
        Quantiles of everything that is paid.
    plan_cost
        What the plan costs.
    extra_cost
        What overtime and days called off cost on average; part of ``cost``.
    kinds, strips, people, places
        What loses most days, worst first.
    covered
        Days of work that cover sets made good on the spot, on average.
    breaking
        Runs whose board breaks a rule that the plan does not break.
    broken
        By rule, in how many runs.
    unfinished
        Runs in which something could not be shot at all.
    """

    runs: int
    pictures: tuple[PictureRisk, ...]
    cost: tuple[Quantile, ...]
    plan_cost: int
    extra_cost: int
    kinds: tuple[Cause, ...]
    strips: tuple[Cause, ...]
    people: tuple[Cause, ...]
    places: tuple[Cause, ...]
    covered: float
    breaking: Chance
    broken: Mapping[str, int]
    unfinished: Chance


def summary_of(bet: Bet, outcomes: Sequence[Outcome]) -> Summary:
    """Give what some runs of a bet say together; there has to be one at least."""
    runs = len(outcomes)
    paid = sorted(one.cost + one.extra_cost for one in outcomes)
    wrapped = outcomes[0].wraps
    return Summary(
        runs=runs,
        pictures=tuple(
            _picture(bet, one, outcomes)
            for one in bet.production.pictures
            if one.id in wrapped
        ),
        cost=tuple(quantile_of(paid, share) for share in SHARES),
        plan_cost=count_costs(bet.production, bet.schedule).total,
        extra_cost=round(sum(one.extra_cost for one in outcomes) / runs),
        kinds=_causes(outcomes, lambda one: _joined(one.lost)),
        strips=_causes(outcomes, lambda one: one.by_strip)[:MOST],
        people=_causes(outcomes, lambda one: one.by_person)[:MOST],
        places=_causes(outcomes, lambda one: one.by_place)[:MOST],
        covered=sum(one.covered for one in outcomes) / runs,
        breaking=chance_of(sum(bool(one.broken) for one in outcomes), runs),
        broken=dict(Counter(rule for one in outcomes for rule in one.broken)),
        unfinished=chance_of(sum(bool(one.unfinished) for one in outcomes), runs),
    )


def planned_wraps(bet: Bet) -> dict[str, int]:
    """Give the wrap of each picture as planned, as ordinals."""
    picture = {scene.id: scene.picture for scene in bet.production.scenes}
    found: dict[str, int] = {}
    for day in bet.schedule.in_order():
        for strip in day.strips:
            found[picture[strip]] = day.date.toordinal()
    return found


def _picture(bet: Bet, picture: Picture, outcomes: Sequence[Outcome]) -> PictureRisk:
    runs, plan = len(outcomes), planned_wraps(bet)[picture.id]
    wraps = [
        NEVER if picture.id in one.unfinished else one.wraps[picture.id]
        for one in outcomes
    ]
    ready = [
        wrap if wrap == NEVER else wrap + picture.post_days + one.slips[picture.id]
        for wrap, one in zip(wraps, outcomes, strict=True)
    ]
    seen, delivered = sorted(wraps), sorted(ready)

    def by(values: Sequence[int], last: int) -> Chance:
        return chance_of(sum(one <= last for one in values), runs)

    def opens(days: int) -> Chance | None:
        if picture.release is None:
            return None
        return by(ready, picture.release.toordinal() + days)

    return PictureRisk(
        picture=picture,
        plan_wrap=plan,
        wraps=by(wraps, plan),
        delivers=by(ready, plan + picture.post_days),
        opens=opens(0),
        wrap=tuple(quantile_of(seen, share) for share in SHARES),
        delivery=tuple(quantile_of(delivered, share) for share in SHARES),
        contingency=tuple(
            Contingency(days=days, wraps=by(wraps, plan + days), opens=opens(days))
            for days in EXTRA_DAYS
        ),
        needs=tuple(_needs(seen, share, plan) for share in SURE),
        waits=_waits(picture.id, plan, outcomes),
        seen=tuple(seen),
    )


def _needs(seen: Sequence[int], share: float, plan: int) -> int | None:
    """Give the days after which a share of the runs has wrapped."""
    place = max(0, -int(-share * len(seen) // 1) - 1)
    wrap = seen[min(place, len(seen) - 1)]
    return None if wrap == NEVER else max(0, wrap - plan)


def _waits(
    picture: str, plan: int, outcomes: Sequence[Outcome]
) -> tuple[tuple[str, float], ...]:
    late = [one.last[picture] for one in outcomes if one.wraps[picture] > plan]
    counted = sorted(Counter(late).items(), key=lambda one: (-one[1], one[0]))
    return tuple((scene, count / len(late)) for scene, count in counted[:WAITS_MOST])


def _joined(lost: Mapping[str, float]) -> dict[str, float]:
    """Give lost days by kind; facts that turned out otherwise are one kind."""
    found: dict[str, float] = {}
    for kind, days in lost.items():
        name = "fact" if kind.startswith("fact ") else kind
        found[name] = found.get(name, 0.0) + days
    return found


def _causes(
    outcomes: Sequence[Outcome], of: Callable[[Outcome], Mapping[str, float]]
) -> tuple[Cause, ...]:
    """Give what loses days, worst first; alike ones by name."""
    runs = len(outcomes)
    each = [of(one) for one in outcomes]
    names = {name for one in each for name in one}
    found = []
    for name in names:
        days = sorted(one.get(name, 0.0) for one in each)
        found.append(
            Cause(
                name=name,
                days=sum(days) / runs,
                runs=chance_of(sum(one > 0 for one in days), runs),
                low=days[int(0.1 * (runs - 1))],
                high=days[int(0.9 * (runs - 1))],
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.days, one.name)))
