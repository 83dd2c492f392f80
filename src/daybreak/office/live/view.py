"""A board as a page shows it: what the shoot is, where strips stand, what that means.

Three parts, each plain JSON: the shoot (changes with facts), the standing (changes with
edits), the meaning - pages, costs, conflicts - which is counted after them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any, cast

from daybreak.checking import CostItem, Costs, Violation, check, count_costs
from daybreak.model.calendar import calendar_of
from daybreak.model.daylight import sun_on
from daybreak.model.files import to_json
from daybreak.model.production import Base, Production, ShiftName
from daybreak.model.schedule import Day, Schedule
from daybreak.office.live.session import BoardNow
from daybreak.reports.board_rows import Board, DayBreak, Row, Strip
from daybreak.reports.papers.bars import show_sun
from daybreak.reports.stripboard import board_numbers, cast_name, stripboard

Json = dict[str, Any]


def shoot_view(production: Production) -> Json:
    """Give what a page needs of a production: everything in it, and its calendar.

    Dates on which a unit may shoot come as ISO dates by unit; board numbers and names
    of people by id.
    """
    data: Json = json.loads(to_json(production))
    numbers = board_numbers(production)
    calendar = calendar_of(production)
    data["board_numbers"] = numbers
    data["board_names"] = {one.id: cast_name(one) for one in production.people}
    data["eligible"] = {
        unit: [day.isoformat() for day in days]
        for unit, days in calendar.eligible.items()
    }
    return data


def standing_view(now: BoardNow) -> Json:
    """Give where each strip stands: days by ``UNIT/DATE``, the boneyard, locks."""
    known = {one.id for one in now.production.scenes}
    placed = {one for day in now.arranged.days.values() for one in day["strips"]}
    order = dict.fromkeys((*now.order, *(one.id for one in now.production.scenes)))
    return {
        "board": now.name,
        "days": {
            f"{unit}/{day}": {"shift": one["shift"], "strips": list(one["strips"])}
            for (unit, day), one in sorted(now.arranged.days.items())
        },
        "boneyard": [one for one in order if one in known and one not in placed],
        "gone": sorted(placed - known),
        "locked_strips": sorted(now.arranged.locked_strips),
        "locked_days": sorted(f"{u}/{d}" for u, d in now.arranged.locked_days),
        "banners": dict(now.banners),
    }


def schedule_of(now: BoardNow) -> Schedule:
    """Give the schedule of a board: scenes that are gone left out, new ones parked."""
    return arranged_schedule(now.production, standing_view(now))


def arranged_schedule(production: Production, standing: Mapping[str, Any]) -> Schedule:
    """Give the schedule of a standing; days of unknown units go to the boneyard."""
    units = {one.id for one in production.units}
    gone = set(standing["gone"])
    days: list[Day] = []
    homeless: list[str] = []
    for key, one in standing["days"].items():
        unit, _, day = key.partition("/")
        strips = tuple(strip for strip in one["strips"] if strip not in gone)
        if unit not in units:
            homeless += strips
        elif strips:
            days.append(
                Day(
                    unit=unit,
                    date=date.fromisoformat(day),
                    shift=cast(ShiftName, one["shift"]),
                    strips=strips,
                )
            )
    return Schedule(days=tuple(days), boneyard=(*standing["boneyard"], *homeless))


def meaning_view(
    production: Production,
    schedule: Schedule,
    *,
    reasons: Mapping[str, str] | None = None,
) -> Json:
    """Give what a board comes to: days, strips, costs, conflicts, in that order.

    ``layout`` lists what stands between the days; a day in it is only its key.
    """
    violations = check(production, schedule)
    costs = count_costs(production, schedule)
    board = stripboard(
        production, schedule, costs=costs, broken=violations, strips=False
    )
    return {
        "days": _days(production, schedule, board),
        "strips": _strips(schedule, violations, reasons or {}),
        "layout": list(_layout(board.rows)),
        "costs": dict(costs.lines),
        "hold_days": sum(len(one.dates) for one in costs.of_line("cast_hold")),
        "holds": _holds(costs),
        "violations": [_violation(one) for one in violations],
        "totals": {
            "days": board.days,
            "eighths": board.eighths,
            "boneyard": len(board.boneyard),
            "first": board.first.isoformat() if board.first else None,
            "last": board.last.isoformat() if board.last else None,
            "blocks": board.broken[0],
            "warns": board.broken[1],
        },
        "wraps": _wraps(production, schedule),
    }


def cost_items(production: Production, schedule: Schedule, line: str) -> list[Json]:
    """Give what one cost line is made of, the dearest first."""
    costs = count_costs(production, schedule)
    found = [one for one in costs.items if one.line == line]
    return [_item(one) for one in sorted(found, key=lambda one: -one.amount)]


def changed(before: Json, after: Json) -> Json:
    """Give what of one view differs in another, two levels deep.

    A part that is an object of objects comes as its changed keys, None for one that is
    gone; any other part comes whole, where it changed.
    """
    made: Json = {}
    for key in after:
        old, new = before.get(key), after[key]
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict):
            part = {one: new[one] for one in new if old.get(one) != new[one]}
            part.update(dict.fromkeys(old.keys() - new.keys()))
            made[key] = {"changed": part}
        else:
            made[key] = {"whole": new}
    return made


def with_changes(before: Json, changes: Json) -> Json:
    """Give the view of which `changed` told the differences."""
    made = dict(before)
    for key, part in changes.items():
        if "whole" in part:
            made[key] = part["whole"]
            continue
        gone = {one for one, value in part["changed"].items() if value is None}
        gone -= {*before[key]} if key == "totals" else set()  # there None is a value
        merged = {**before[key], **part["changed"]}
        made[key] = {one: merged[one] for one in merged if one not in gone}
    return made


def _days(production: Production, schedule: Schedule, board: Board) -> Json:
    """Give by day what it comes to, and when the sun rises and sets at its base."""
    bases = {one.id: one for one in production.bases}
    base_at = {one.id: bases.get(one.base) for one in production.locations}
    place_of = {one.id: base_at.get(one.location) for one in production.scenes}
    made = {_key(row): {**_plain(row), "sun": ""} for row in _day_breaks(board)}
    for day in schedule.days:
        base = place_of[day.strips[0]] if day.strips else None
        if base is not None:
            made[f"{day.unit}/{day.date.isoformat()}"]["sun"] = _sun(base, day.date)
    return made


@lru_cache(maxsize=2**14)
def _sun(base: Base, day: date) -> str:
    sun = sun_on(base, day)
    return "" if sun is None else show_sun(sun)


def _key(row: DayBreak) -> str:
    return f"{row.unit}/{row.date.isoformat()}"


def _day_breaks(board: Board) -> Iterator[DayBreak]:
    return (row for row in board.rows if isinstance(row, DayBreak))


def _strips(
    schedule: Schedule, violations: Sequence[Violation], reasons: Mapping[str, str]
) -> Json:
    """Give, by scene, only what a page cannot tell by itself."""
    dates: dict[str, set[date]] = defaultdict(set)
    for day in schedule.days:
        for strip in day.strips:
            dates[strip].add(day.date)
    parked = set(schedule.boneyard)
    broken: dict[str, set[str]] = defaultdict(set)
    for one in violations:
        scene, on = one.where.scene, one.where.date
        if scene in parked or (scene in dates and on in (None, *dates[scene])):
            broken[scene].add(one.rule)
    made: dict[str, Json] = {}
    for scene, rules in broken.items():
        made[scene] = {"broken": sorted(rules)}
    for scene in schedule.boneyard:
        if reasons.get(scene):
            made.setdefault(scene, {})["reason"] = reasons[scene]
    return made


def _layout(rows: Sequence[Row]) -> Iterator[Json]:
    for row in rows:
        if isinstance(row, DayBreak):
            yield {"kind": "day", "key": _key(row)}
        elif not isinstance(row, Strip):
            yield _plain(row)


def _plain(row: Row) -> Json:
    # asdict copies deeply, which is slow and of no use here
    return {one.name: _told(getattr(row, one.name)) for one in fields(row)}


def _told(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _holds(costs: Costs) -> Json:
    found: dict[str, int] = defaultdict(int)
    for one in costs.of_line("cast_hold"):
        if one.person is not None:
            found[one.person] += len(one.dates)
    return dict(found)


def _violation(one: Violation) -> Json:
    where = {key: _told(value) for key, value in asdict(one.where).items() if value}
    return {"rule": one.rule, "level": one.level, "said": one.said, "where": where}


def _item(one: CostItem) -> Json:
    return {key: _told(value) for key, value in asdict(replace(one, dates=())).items()}


def _wraps(production: Production, schedule: Schedule) -> Json:
    """Give by picture its last date, its delivery and its release."""
    picture_of = {one.id: one.picture for one in production.scenes}
    last: dict[str, date] = {}
    for day in schedule.days:
        for strip in day.strips:
            picture = picture_of[strip]
            last[picture] = max(last.get(picture, day.date), day.date)
    made: Json = {}
    for one in production.pictures:
        wrap = last.get(one.id)
        delivery = None
        if wrap is not None:
            delivery = date.fromordinal(wrap.toordinal() + one.post_days)
        late = 0
        if delivery is not None and one.release is not None:
            late = max(0, (delivery - one.release).days)
        made[one.id] = {
            "wrap": wrap.isoformat() if wrap else None,
            "delivery": delivery.isoformat() if delivery else None,
            "release": one.release.isoformat() if one.release else None,
            "days_late": late,
        }
    return made
