"""What an import took for granted, said line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from daybreak.importers.casting import Cast
from daybreak.importers.drafts import Drafted
from daybreak.importers.outcome import SCENES_SHOWN, Assumption, counted
from daybreak.importers.places import cases_merged
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.tiers import CURRENCY, Tier
from daybreak.model.eighths import format_eighths
from daybreak.model.production import Production


class _Settings(Protocol):
    @property
    def tier(self) -> Tier: ...
    @property
    def pages(self) -> object: ...
    @property
    def pages_per_day(self) -> object: ...


def assumptions(
    production: Production,
    drafted: Drafted,
    cast: Cast,
    settings: _Settings,
    scripts: Sequence[Screenplay],
) -> tuple[Assumption, ...]:
    """Give everything the production holds that no script says."""
    return (
        *shoot_assumptions(production, settings),
        *_lengths(production, drafted),
        *_cast(production, cast, scripts),
        *_rest(production, drafted),
    )


def shoot_assumptions(
    production: Production, settings: _Settings
) -> Iterable[Assumption]:
    """Yield what is assumed of any shoot: its dates, its pace, its costs."""
    yield from _dates(production)
    yield from _pace(production, settings)
    yield from _costs(production, settings.tier)


def _dates(production: Production) -> Iterable[Assumption]:
    unit = production.units[0]
    names = ", ".join(unit.name for unit in production.units)
    yield Assumption(
        what=f"{names}: {unit.start} to {unit.end}, {', '.join(unit.workweek)}",
        source="the end leaves room: 1.6 times the days the scenes fill, and two weeks",
        where="units[0].start, .end, .workweek",
    )
    base = production.bases[0]
    sun = "daylight binds there" if base.lat is not None else "without daylight times"
    yield Assumption(
        what=f'one base, "{base.name}", for all locations',
        source=sun,
        where="bases[0] (lat, lon, timezone), locations[].base",
    )
    if not production.holidays:
        yield Assumption(what="no holidays", where="holidays")


def _pace(production: Production, settings: _Settings) -> Iterable[Assumption]:
    unit = production.units[0]
    tier = settings.tier
    yield Assumption(
        what=f"{settings.pages} pages in a day of {unit.day_minutes} minutes: "
        f"{unit.minutes_per_eighth} minutes an eighth",
        source="" if settings.pages_per_day else tier.pages_a_day.source,
        where="units[0].minutes_per_eighth, .day_minutes",
    )
    yield Assumption(
        what=f"{unit.move_minutes} minutes for a change of location inside a day",
        source=tier.move_minutes.source,
        where="units[0].move_minutes",
    )


def _costs(production: Production, tier: Tier) -> Iterable[Assumption]:
    unit = production.units[0]
    yield Assumption(
        what=f"crew {unit.day_cost:,} {CURRENCY} a day",
        source=f"{tier.name}: {tier.crew_day.source}",
        where="units[0].day_cost",
    )
    yield Assumption(
        what=f"a day without shooting {unit.idle_day_cost:,} {CURRENCY}, "
        f"{tier.idle_percent.value} % of it",
        source=tier.idle_percent.source,
        where="units[0].idle_day_cost",
    )
    yield Assumption(
        what=f"cast {tier.cast_day.value:,} {CURRENCY} a day, held days paid in full, "
        "no drops",
        source=tier.cast_day.source,
        where="people[].deals[].rate, .hold, .drops",
    )
    if tier.leads:
        yield Assumption(
            what=f"cast numbers 1 to {tier.leads} get {tier.lead_day.value:,} "
            f"{CURRENCY} a day",
            source=tier.lead_day.source,
            where="people[].deals[].rate",
        )
    yield Assumption(
        what=f"every location costs {tier.location_day.value:,} {CURRENCY} a day",
        source=tier.location_day.source,
        where="locations[].day_fee",
    )


def _lengths(production: Production, drafted: Drafted) -> Iterable[Assumption]:
    estimated = sum(scene.length.source == "estimated" for scene in drafted.scenes)
    total = sum(scene.eighths for scene in production.scenes)
    if estimated:
        yield Assumption(
            what=f"{counted(estimated, 'length')} of {len(drafted.scenes)} estimated "
            f"from the text; {format_eighths(total)} pages in all",
            source="54 lines a page or the file's own page; rounded up to an eighth",
            where="scenes[].eighths",
        )
    long = [
        f"{draft.label} ({scene.days})"
        for draft, scene in zip(drafted.scenes, production.scenes, strict=True)
        if scene.days
    ]
    if long:
        shown = ", ".join(long[:SCENES_SHOWN])
        rest = len(long) - SCENES_SHOWN
        more = f" and {rest} more" if rest > 0 else ""
        yield Assumption(
            what="scenes longer than a day fill whole days (days in brackets; up to "
            f"an eighth of a day is squeezed in): {shown}{more}",
            where="scenes[].days, or split the scene",
        )


def _cast(
    production: Production, cast: Cast, scripts: Sequence[Screenplay]
) -> Iterable[Assumption]:
    if not production.people:
        return
    yield Assumption(
        what=f"{counted(len(production.people), 'speaking character')} cast, numbered "
        "by length of work",
        where="people[].number",
    )
    if cast.mentioned:
        name = production.people[0].characters[0].title()
        yield Assumption(
            what=f"who is named in the action is there, in capitals or as {name}, but "
            f"not as {name}'s: this adds to {counted(cast.mentioned, 'scene')}",
            where="scenes[].cast",
        )
    if len(scripts) > 1:
        yield Assumption(
            what="the same name in two scripts is the same performer, or the same "
            "location",
            where="people, locations",
        )


def _rest(production: Production, drafted: Drafted) -> Iterable[Assumption]:
    if len(production.units) > 1:
        yield Assumption(what="any unit may shoot any scene", where="scenes[].units")
    if drafted.omitted:
        shown = ", ".join(drafted.omitted[:SCENES_SHOWN])
        rest = len(drafted.omitted) - SCENES_SHOWN
        yield Assumption(
            what=f"omitted scenes left out: {shown}"
            + (f" and {rest} more" if rest > 0 else "")
        )
    names = cases_merged(drafted.scenes)
    if names:
        yield Assumption(
            what="names written in capitals and in small letters are one place: "
            f"{', '.join(names[:SCENES_SHOWN])}"
        )
