"""A proposed board: what is different, and how it is taken into one that moved on.

A proposal was made from a board as it stood. What people edit meanwhile is theirs:
their strips stay where they put them, and are named (RELIABILITY B13).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from daybreak.checking import Costs, Violation, check, count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.standing import changed_strips, places_of
from daybreak.office.live import arranging
from daybreak.office.live.arranging import Arranged
from daybreak.office.live.view import arranged_schedule
from daybreak.reports.comparison import Comparison, comparison
from daybreak.reports.phrases import with_dates

Json = dict[str, Any]
Days = Mapping[tuple[str, str], Mapping[str, Any]]
SAID_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A schedule that was checked and counted, beside the board that it was made of.

    Parameters
    ----------
    production
        What it is a schedule of; with what happened, and with rests of scenes.
    before, schedule
        The board as it stood, and as it is proposed.
    bound
        A proven least cost of all plans that keep the same; None where none was.
    reasons
        Why each strip of its boneyard stands there, by scene id.
    is_fewest
        Whether it is proven that no plan moves fewer strips.
    today
        The first date that could move; None for all.
    """

    production: Production
    before: Schedule
    schedule: Schedule
    violations: tuple[Violation, ...]
    costs: Costs
    compared: Comparison
    known: frozenset[tuple[str, str]]
    bound: int | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    is_fewest: bool = False
    today: date | None = None

    @property
    def new(self) -> tuple[Violation, ...]:
        """The rules that it breaks and the board did not."""
        return tuple(
            one for one in self.violations if (one.rule, one.said) not in self.known
        )

    @property
    def days(self) -> dict[tuple[str, str], Json]:
        """Its days by unit and ISO date, as a board keeps them."""
        return days_of(self.schedule)


def proposal(
    production: Production,
    before: Schedule,
    schedule: Schedule,
    **more: Any,
) -> Proposal:
    """Give a proposal, checked and counted here, whoever made it."""
    was = check(production, before)
    costs = count_costs(production, schedule)
    return Proposal(
        production=production,
        before=before,
        schedule=schedule,
        violations=check(production, schedule),
        costs=costs,
        compared=comparison(
            production, before, schedule, costs=(count_costs(production, before), costs)
        ),
        known=frozenset((one.rule, one.said) for one in was),
        **more,
    )


def days_of(schedule: Schedule) -> dict[tuple[str, str], Json]:
    """Give the days of a schedule as a board keeps them."""
    return {
        (one.unit, one.date.isoformat()): {
            "shift": one.shift,
            "strips": list(one.strips),
        }
        for one in schedule.days
    }


# --- as a page shows it ------------------------------------------------------------


def proposal_view(one: Proposal) -> Json:
    """Give a proposal as JSON: its figures, and what is different, line by line."""
    found = one.compared
    moved = changed_strips(places_of(one.before), places_of(one.schedule))
    return {
        "cost": one.costs.lines["total"],
        "cost_before": sum(line.before for line in found.costs if line.line == "total"),
        "bound": one.bound,
        "days": len(one.schedule.days),
        "boneyard": list(one.schedule.boneyard),
        "reasons": {key: with_dates(why) for key, why in one.reasons.items()},
        "moved": list(moved),
        "is_fewest": one.is_fewest,
        "today": one.today.isoformat() if one.today else None,
        **plain_rows(found),
        "late": _late(one),
        "dates": sorted({day for _, day in _changed_days(one)}),
        "conflicts": sum(v.level == "blocks" for v in one.violations),
        "new_conflicts": [with_dates(v.said) for v in one.new][:SAID_MOST],
        "mended": len(one.known - {(v.rule, v.said) for v in one.violations}),
    }


def plain_rows(found: Comparison) -> Json:
    """Give what is different between two schedules as JSON, row by row."""
    return {
        "strips": [_plain(change) for change in found.strips],
        "people": [_plain(change) for change in found.people],
        "day_changes": [_plain(change) for change in found.days],
        "costs": [_plain(change) for change in found.costs],
        "wraps": [_plain(change) for change in found.wraps],
    }


def _late(one: Proposal) -> list[Json]:
    """Give by picture how many days its delivery passes its release."""
    made = []
    after = {wrap.picture: wrap.after for wrap in one.compared.wraps}
    for picture in one.production.pictures:
        wrap = after.get(picture.id)
        if wrap is None or picture.release is None:
            continue
        delivery = wrap.toordinal() + picture.post_days
        days = delivery - picture.release.toordinal()
        made.append({"picture": picture.id, "title": picture.title, "days": days})
    return made


def _changed_days(one: Proposal) -> list[tuple[str, str]]:
    before, after = days_of(one.before), one.days
    return [key for key in {*before, *after} if before.get(key) != after.get(key)]


def _plain(row: Any) -> Json:
    return {key: _told(value) for key, value in asdict(row).items()}


def _told(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _told(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_told(one) for one in value]
    return value


# --- taken into a board that moved on ---------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A board as it will stand when a proposal is taken.

    Parameters
    ----------
    days
        By unit and ISO date.
    stale
        Strips that somebody moved or locked meanwhile; they stay where they are.
    """

    days: dict[tuple[str, str], Json]
    stale: tuple[str, ...]


def merged(
    now: Arranged, base: Days, proposed: Days, dates: Iterable[str] | None = None
) -> Merged:
    """Give the days of a board with a proposal in them, people's edits left alone.

    Parameters
    ----------
    base
        The days from which the proposal was made.
    dates
        The dates whose days are taken; all for None.
    """
    wanted = _of_dates(base, proposed, dates)
    stood, stands, goes = homes(base), homes(now.days), homes(wanted)
    stale = _stale(now, base, wanted, stood, stands, goes)
    days: dict[tuple[str, str], Json] = {}
    for key in sorted({*now.days, *wanted}, key=lambda one: (one[1], one[0])):
        day = _merged_day(key, now.days, base, wanted, stale)
        if day["strips"]:
            days[key] = day
    return Merged(days=days, stale=tuple(sorted(stale)))


def edits_between(now: Days, days: Days) -> dict[str, Any]:
    """Give the days of a board that change, as entries of it name them."""
    return {
        f"day/{unit}/{day}": days.get((unit, day))
        for unit, day in sorted({*now, *days})
        if _bare(now.get((unit, day))) != _bare(days.get((unit, day)))
    }


def homes(days: Days) -> dict[str, frozenset[tuple[str, str]]]:
    """Give on which days each strip stands."""
    found: dict[str, frozenset[tuple[str, str]]] = {}
    for key, day in days.items():
        for one in day["strips"]:
            found[one] = found.get(one, frozenset()) | {key}
    return found


def _of_dates(base: Days, proposed: Days, dates: Iterable[str] | None) -> Days:
    if dates is None:
        return proposed
    edits = arranging.taken(Arranged(days=base), proposed, dates)
    made = dict(base)
    for path, value in edits.items():
        _, unit, day = path.split("/")
        if value is None:
            made.pop((unit, day), None)
        else:
            made[(unit, day)] = value
    return made


Homes = Mapping[str, frozenset[tuple[str, str]]]
NOWHERE: frozenset[tuple[str, str]] = frozenset()


def _stale(
    now: Arranged, base: Days, wanted: Days, stood: Homes, stands: Homes, goes: Homes
) -> frozenset[str]:
    """Give the strips that the proposal would move and somebody else has a say in."""
    found = set()
    for one in {*stood, *stands, *goes}:
        here, there = stands.get(one, NOWHERE), goes.get(one, NOWHERE)
        if here == there:
            continue
        was_moved = here != stood.get(one, NOWHERE)
        is_locked = one in now.locked_strips or (here | there) & now.locked_days
        if was_moved or is_locked:
            found.add(one)
    return frozenset(found)


def _merged_day(
    key: tuple[str, str],
    now: Days,
    base: Days,
    wanted: Days,
    stale: Collection[str],
) -> Json:
    """Give one day: people's own order where they changed it, else the proposed one."""
    here, was, will = (_bare(days.get(key)) for days in (now, base, wanted))
    stays = [one for one in _strips(here) if one in stale or one in _strips(will)]
    comes = [one for one in _strips(will) if one not in stale]
    if here == was and not set(stays) - set(comes):
        strips, shift = comes, will or here
    elif here == was:
        strips, shift = _put_in(comes, stays, _strips(here)), will or here
    else:
        strips = [*stays, *(one for one in comes if one not in stays)]
        shift = here if here is not None and here.get("shift") != _shift(was) else will
        shift = shift or here
    return {"shift": _shift(shift) or "day", "strips": strips}


def _put_in(comes: list[str], stays: Sequence[str], order: Sequence[str]) -> list[str]:
    """Put strips that stay among those that come, each behind who stood before it."""
    made = list(comes)
    for one in stays:
        if one in made:
            continue
        before = order[: order.index(one)]
        at = max(
            (made.index(other) + 1 for other in before if other in made), default=0
        )
        made.insert(at, one)
    return made


def _strips(day: Json | None) -> list[str]:
    return [] if day is None else list(day["strips"])


def _shift(day: Json | None) -> str | None:
    return None if day is None else day["shift"]


def _bare(day: Mapping[str, Any] | None) -> Json | None:
    return None if day is None else {k: day[k] for k in ("shift", "strips")}


# --- what taking it would do ------------------------------------------------------


def what_it_does(
    production: Production, now: Arranged, days: Days, order: Sequence[str]
) -> Json:
    """Give what a board would come to with other days, beside what it comes to now."""
    before = schedule_from(production, now.days, order)
    after = schedule_from(production, days, order)
    costs = [count_costs(production, one).lines["total"] for one in (before, after)]
    broken = [
        {(one.rule, one.said) for one in check(production, schedule)}
        for schedule in (before, after)
    ]
    return {
        "cost": costs[1] - costs[0],
        "boneyard": len(after.boneyard) - len(before.boneyard),
        "days": len(after.days) - len(before.days),
        "new_conflicts": [
            with_dates(said) for _, said in sorted(broken[1] - broken[0])
        ][:SAID_MOST],
        "mended_conflicts": len(broken[0] - broken[1]),
    }


def schedule_from(production: Production, days: Days, order: Sequence[str]) -> Schedule:
    """Give the schedule of days as a board keeps them."""
    return arranged_schedule(production, standing_from(production, days, order))


def standing_from(production: Production, days: Days, order: Sequence[str]) -> Json:
    """Give days as the standing of a board, without locks."""
    known = {one.id for one in production.scenes}
    placed = {one for day in days.values() for one in day["strips"]}
    every = dict.fromkeys((*order, *(one.id for one in production.scenes)))
    return {
        "days": {f"{unit}/{day}": _bare(one) for (unit, day), one in days.items()},
        "boneyard": [one for one in every if one in known and one not in placed],
        "gone": sorted(placed - known),
    }
