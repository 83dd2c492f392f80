"""A second checker and cost counter, written from the SPEC by other hands.

It shares no code with the package: it reads the JSON objects, walks the calendar
date by date and counts. It is slow and plain on purpose; where it and
``daybreak.checking`` agree, both have read the SPEC the same way.

`second_check` gives ``(rule, unit, date, scene, person)`` for everything broken,
whatever its level; `second_costs` the cost lines with their total.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.second_costs import count_lines
from tests.second_facts import Entry, Facts, between, weekday_name
from tests.second_sun import sun_minutes

Json = dict[str, Any]
Broken = tuple[str, str | None, str | None, str | None, str | None]

SUITS = {
    "day": ("day", "split"),
    "night": ("night", "split"),
    "dawn": ("day",),
    "dusk": ("day", "split"),
    "any": ("day", "split", "night"),
}
DAYLIGHT_TOLERANCE = 2


def second_check(production: Json, schedule: Json) -> set[Broken]:
    """Give what a schedule breaks."""
    facts = Facts(production, schedule)
    broken: set[Broken] = set()
    for rule in (
        once,
        eligible,
        unit,
        capacity,
        base,
        travel,
        shift,
        daylight,
        turnaround,
        cast,
        prep,
        consecutive,
        minor,
        location,
        element,
        window,
        pin,
        order,
        release,
    ):
        for who, day, scene, person in rule(facts):
            when = day.isoformat() if day else None
            broken.add((rule.__name__, who, when, scene, person))
    return broken


def second_costs(production: Json, schedule: Json) -> dict[str, int]:
    """Give the cost of a schedule line by line, with ``total``."""
    lines = count_lines(Facts(production, schedule))
    return {**lines, "total": sum(lines.values())}


def borderline_daylight(production: Json, schedule: Json, *, within: int = 3) -> bool:
    """Tell whether a day's daytime exteriors end so near to the sun's limit."""
    facts = Facts(production, schedule)
    return any(
        abs(asked - sun - DAYLIGHT_TOLERANCE) <= within
        for _, asked, sun in _sunny_days(facts)
    )


Found = Iterator[tuple[str | None, date | None, str | None, str | None]]


def once(facts: Facts) -> Found:
    """Find scenes not on one day (their k days) nor in the boneyard."""
    for scene in facts.scenes.values():
        name = scene["id"]
        entries = facts.entries_of(name)
        buried = facts.boneyard.count(name)
        if not entries and buried == 1:
            continue
        good = not buried and (
            len(entries) == 1
            if scene.get("days") is None
            else _fills_its_days(facts, scene, entries)
        )
        if not good:
            yield None, None, name, None


def _fills_its_days(facts: Facts, scene: Json, entries: list[Entry]) -> bool:
    if len(entries) != scene["days"] or len({entry.unit for entry in entries}) != 1:
        return False
    if any(entry.strips != [scene["id"]] for entry in entries):
        return False
    dates = sorted(entry.date for entry in entries)
    eligible_dates = facts.eligible[entries[0].unit]
    if dates[0] not in eligible_dates:
        return False
    start = eligible_dates.index(dates[0])
    return eligible_dates[start : start + len(dates)] == dates


def eligible(facts: Facts) -> Found:
    """Find days not eligible, second ones of a date, empty ones."""
    seen = set()
    for entry in facts.entries:
        twice = (entry.unit, entry.date) in seen
        seen.add((entry.unit, entry.date))
        off = entry.date not in facts.eligible[entry.unit]
        if twice or off or not entry.strips:
            yield entry.unit, entry.date, None, None


def unit(facts: Facts) -> Found:
    """Find strips on days of units that may not shoot them."""
    for entry in facts.entries:
        for strip in entry.strips:
            if entry.unit not in facts.allowed_units(strip):
                yield entry.unit, entry.date, strip, None


def capacity(facts: Facts) -> Found:
    """Find days whose strips and moves do not fit."""
    for entry in facts.entries:
        crew = facts.units[entry.unit]
        work = sum(facts.minutes(strip, entry.unit) for strip in entry.strips)
        work += facts.location_changes(entry) * crew.get("move_minutes", 60)
        if work > crew.get("day_minutes", 600):
            yield entry.unit, entry.date, None, None


def base(facts: Facts) -> Found:
    """Find days on several bases."""
    for entry in facts.entries:
        if len({facts.base_of(strip) for strip in entry.strips}) > 1:
            yield entry.unit, entry.date, None, None


def travel(facts: Facts) -> Found:
    """Find moves between bases with too little time, of units and people."""
    for name, crew in facts.units.items():
        days = facts.shooting_days(name)
        if days and crew.get("base") is not None:
            home, first = crew["base"], facts.day_base(days[0])
            if home != first and facts.move_days(home, first) is None:
                yield name, days[0].date, None, None
        for earlier, later in itertools.pairwise(days):
            if _no_time_to_travel(facts, earlier, later):
                yield name, later.date, None, None
    for person in facts.people:
        for earlier, later in facts.successive(person):
            if _no_time_to_travel(facts, earlier, later):
                yield later.unit, later.date, None, person


def _no_time_to_travel(facts: Facts, earlier: Entry, later: Entry) -> bool:
    here, there = facts.day_base(earlier), facts.day_base(later)
    if here == there:
        return False
    needed = facts.move_days(here, there)
    return needed is None or len(between(earlier.date, later.date)) < needed


def shift(facts: Facts) -> Found:
    """Find shifts that are not worked or do not suit a strip."""
    for entry in facts.entries:
        shifts = facts.units[entry.unit].get("shifts")
        if shifts is not None and entry.shift not in shifts:
            yield entry.unit, entry.date, None, None
        for strip in entry.strips:
            scene = facts.scenes[strip]
            bound = scene["place"] != "int" or scene.get("time_locked", False)
            if bound and entry.shift not in SUITS[scene["time"]]:
                yield entry.unit, entry.date, strip, None


def daylight(facts: Facts) -> Found:
    """Find daytime exteriors that outlast the sunlight of the shift."""
    for entry, asked, sun in _sunny_days(facts):
        if asked > sun + DAYLIGHT_TOLERANCE:
            yield entry.unit, entry.date, None, None


def _sunny_days(facts: Facts) -> Iterator[tuple[Entry, int, int]]:
    """Yield (day, minutes of daytime exteriors at a base, minutes of sun there)."""
    for entry in facts.entries:
        asked: dict[str, int] = {}
        for strip in entry.strips:
            scene = facts.scenes[strip]
            outside = scene["place"] in ("ext", "int/ext")
            if outside and scene["time"] == "day" and scene.get("days") is None:
                where = facts.base_of(strip)
                minutes = facts.minutes(strip, entry.unit)
                asked[where] = asked.get(where, 0) + minutes
        for where, minutes in asked.items():
            town = facts.bases[where]
            if town.get("lat") is not None and minutes > 0:
                call, wrap = facts.clocks(entry)
                yield entry, minutes, sun_minutes(town, entry.date, call, wrap)


def turnaround(facts: Facts) -> Found:
    """Find too little rest from wrap to call, of units and people."""
    for name in facts.units:
        days = facts.shooting_days(name)
        for earlier, later in itertools.pairwise(days):
            if facts.rest(earlier, later) < facts.needed_rest(earlier, later):
                yield name, later.date, None, None
    for person in facts.people:
        for earlier, later in facts.successive(person):
            if facts.rest(earlier, later) < facts.needed_rest(earlier, later):
                yield later.unit, later.date, None, person


def cast(facts: Facts) -> Found:
    """Find people who work while away, or with two units on a date."""
    for person in facts.people:
        for day in facts.dates_worked(person):
            if not facts.available(person, day):
                yield None, day, None, person
            if len({one.unit for one in facts.worked(person) if one.date == day}) > 1:
                yield None, day, None, person


def prep(facts: Facts) -> Found:
    """Find too few weekdays of preparation before the first work."""
    for person, card in facts.people.items():
        worked = facts.dates_worked(person)
        if not worked:
            continue
        starts = [date.fromisoformat(one["start"]) for one in facts.units.values()]
        asked_from = card.get("prep_from")
        day = date.fromisoformat(asked_from) if asked_from else min(starts)
        found = 0
        while day < worked[0]:
            weekend = weekday_name(day) in ("sat", "sun")
            if not weekend and day not in facts.holidays:
                found += facts.available(person, day)
            day += timedelta(days=1)
        if found < card.get("prep_days", 0):
            yield None, worked[0], None, person


def consecutive(facts: Facts) -> Found:
    """Find runs of too many calendar dates."""
    for person, card in facts.people.items():
        most = card.get("max_consecutive_days")
        if most is None:
            continue
        worked = set(facts.dates_worked(person))
        for day in sorted(worked):
            if day - timedelta(days=1) in worked:
                continue
            length = 0
            while day + timedelta(days=length) in worked:
                length += 1
            if length > most:
                yield None, day, None, person


def minor(facts: Facts) -> Found:
    """Find minors with too many minutes on a day."""
    for person, card in facts.people.items():
        most = card.get("day_minutes")
        for day in facts.dates_worked(person) if most is not None else []:
            work = sum(
                facts.minutes(strip, entry.unit)
                for entry in facts.entries
                for strip in entry.strips
                if entry.date == day and facts.plays(person, strip)
            )
            if work > most:
                yield None, day, None, person


def location(facts: Facts) -> Found:
    """Find locations used outside their windows."""
    for entry in facts.entries:
        for strip in entry.strips:
            place = facts.locations[facts.scenes[strip]["location"]]
            if not inside(place.get("windows"), entry.date):
                yield entry.unit, entry.date, strip, None


def element(facts: Facts) -> Found:
    """Find elements outside their windows or with more units than there are."""
    users: dict[tuple[str, date], set[str]] = {}
    for entry in facts.entries:
        for strip in entry.strips:
            for name in facts.scenes[strip].get("elements", []):
                users.setdefault((name, entry.date), set()).add(entry.unit)
                if not inside(facts.elements[name].get("windows"), entry.date):
                    yield entry.unit, entry.date, strip, None
    for (name, day), units in users.items():
        if len(units) > facts.elements[name].get("count", 1):
            yield None, day, None, None


def window(facts: Facts) -> Found:
    """Find scenes outside their windows."""
    for scene in facts.scenes.values():
        if scene.get("window") is not None and scene["id"] not in facts.boneyard:
            for entry in facts.entries_of(scene["id"]):
                if not inside([scene["window"]], entry.date):
                    yield entry.unit, entry.date, scene["id"], None


def pin(facts: Facts) -> Found:
    """Find pinned scenes that stand elsewhere."""
    for scene in facts.scenes.values():
        entries = facts.entries_of(scene["id"])
        wanted = scene.get("pin")
        if wanted is None or not entries or scene["id"] in facts.boneyard:
            continue
        first = min(entries, key=lambda entry: entry.date)
        if (first.unit, first.date.isoformat()) != (wanted["unit"], wanted["date"]):
            yield first.unit, first.date, scene["id"], None


def order(facts: Facts) -> Found:
    """Find orders that are not kept."""
    for wish in facts.production.get("orders", []):
        earlier = facts.entries_of(wish["before"])
        later = facts.entries_of(wish["after"])
        buried = {wish["before"], wish["after"]} & set(facts.boneyard)
        if not earlier or not later or buried:
            continue
        last = max(entry.date for entry in earlier)
        first = min(entry.date for entry in later)
        late_enough = first - last >= timedelta(days=wish.get("min_days", 0))
        if not late_enough or _stands_behind(earlier, later, wish):
            yield None, first, wish["after"], None


def _stands_behind(earlier: list[Entry], later: list[Entry], wish: Json) -> bool:
    """Tell whether on one unit's day ``before`` stands behind ``after``."""
    return any(
        one.strips.index(wish["before"]) > one.strips.index(wish["after"])
        for one in earlier
        if one in later
    )


def release(facts: Facts) -> Found:
    """Find hard releases that are missed."""
    for picture in facts.production["pictures"]:
        wrap = facts.picture_wrap(picture["id"])
        due = picture.get("release")
        if wrap and due and picture.get("release_hard", False):
            ready = wrap + timedelta(days=picture.get("post_days", 0))
            if ready > date.fromisoformat(due):
                yield None, wrap, None, None


def inside(windows: list[list[str]] | None, day: date) -> bool:
    """Tell whether a date lies in one of some windows; none means always."""
    if not windows:
        return True
    return any(first <= day.isoformat() <= last for first, last in windows)
