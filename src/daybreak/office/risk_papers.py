"""What runs say as rows of a paper, with names in place of ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from daybreak.model.production import Production, Scene
from daybreak.office.risk_words import KINDS
from daybreak.reports.phrases import count_of
from daybreak.reports.risk_rows import (
    AmountRow,
    CauseRow,
    ChanceRow,
    DateRow,
    DaysRow,
    PictureRiskRow,
    RiskRows,
    percent_of,
)
from daybreak.risking import Bet, Cause, Chance, PictureRisk, Quantile, Summary
from daybreak.risking.summing import NEVER, SURE
from daybreak.risking.words import assumptions


def rows_of(
    bet: Bet, summary: Summary, *, asked: int, notes: Sequence[str]
) -> RiskRows:
    """Give the rows of a risk paper."""
    production = bet.production
    strips, people, places = _namers(production)
    alone = _namer({one.id: _strip(one) for one in production.scenes})
    return RiskRows(
        title=production.title,
        currency=production.currency,
        asked=asked,
        done=summary.runs,
        seed=bet.seed,
        today=bet.today,
        pictures=tuple(_picture(one, alone) for one in summary.pictures),
        plan_cost=summary.plan_cost,
        cost=tuple(
            AmountRow(value=one.value, low=one.low, high=one.high)
            for one in summary.cost
        ),
        extra_cost=summary.extra_cost,
        covered=summary.covered,
        kinds=_causes(summary.kinds, lambda name: KINDS.get(name, name)),
        strips=_causes(summary.strips, strips),
        people=_causes(summary.people, people),
        places=_causes(summary.places, places),
        assumptions=tuple(assumptions(bet)),
        notes=tuple(notes),
        findings=tuple(_found(summary)),
    )


Namer = Callable[[str], str]


def _namers(production: Production) -> tuple[Namer, Namer, Namer]:
    """Give what scenes, people and places are called, by id."""
    several = len(production.pictures) > 1
    titles = {one.id: one.title for one in production.pictures}
    strips = {
        one.id: (f"{titles[one.picture]}, " if several else "") + _strip(one)
        for one in production.scenes
    }
    people = {one.id: one.name for one in production.people}
    bases = {one.id: f"{one.name} (exteriors)" for one in production.bases}
    places = bases | {one.id: one.name for one in production.locations}
    return _namer(strips), _namer(people), _namer(places)


def _strip(scene: Scene) -> str:
    return f"scene {scene.number}, {scene.heading}"


def _namer(names: dict[str, str]) -> Namer:
    return lambda one: names.get(one, one)


def _picture(risk: PictureRisk, strip: Namer) -> PictureRiskRow:
    picture = risk.picture
    last = None
    if picture.release is not None:
        last = date.fromordinal(picture.release.toordinal() - picture.post_days)
    return PictureRiskRow(
        title=picture.title,
        plan_wrap=date.fromordinal(risk.plan_wrap),
        plan_delivery=date.fromordinal(risk.plan_wrap + picture.post_days),
        release=picture.release,
        last_wrap=last,
        wraps=_chance(risk.wraps),
        delivers=_chance(risk.delivers),
        opens=_chance(risk.opens) if risk.opens else None,
        wrap=tuple(map(_date_row, risk.wrap)),
        delivery=tuple(map(_date_row, risk.delivery)),
        days=tuple(
            DaysRow(
                days=one.days,
                wraps=_chance(one.wraps),
                opens=_chance(one.opens) if one.opens else None,
            )
            for one in risk.contingency
        ),
        needs=tuple(zip(SURE, risk.needs, strict=True)),
        waits=tuple((strip(scene), share) for scene, share in risk.waits),
        seen=tuple(date.fromordinal(one) for one in risk.seen if one != NEVER),
        unfinished=sum(one == NEVER for one in risk.seen),
    )


def _chance(chance: Chance) -> ChanceRow:
    return ChanceRow(share=chance.share, low=chance.low, high=chance.high)


def _date_row(found: Quantile) -> DateRow:
    return DateRow(value=_day(found.value), low=_day(found.low), high=_day(found.high))


def _day(ordinal: int) -> date | None:
    return None if ordinal == NEVER else date.fromordinal(ordinal)


def _causes(causes: Sequence[Cause], name: Namer) -> tuple[CauseRow, ...]:
    return tuple(
        CauseRow(
            name=name(one.name),
            days=one.days,
            low=one.low,
            high=one.high,
            runs=_chance(one.runs),
        )
        for one in causes
    )


def _found(summary: Summary) -> Iterator[str]:
    """Yield what a reader has to know of the boards that came out."""
    if summary.broken:
        rules = ", ".join(
            f"{rule} in {count_of(count, 'run')}"
            for rule, count in sorted(summary.broken.items())
        )
        yield (
            f"In {percent_of(summary.breaking.share)} of runs nothing allowed was left "
            f"for some strips, and the board breaks a rule: {rules}."
        )
    if summary.unfinished.times:
        yield (
            f"In {percent_of(summary.unfinished.share)} of runs some strips could not "
            "be shot at all: such a picture counts as never wrapped."
        )
