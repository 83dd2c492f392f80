"""The cost lines of the second checker, counted date by date."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.second_facts import Facts, between

Json = dict[str, Any]


def count_lines(facts: Facts) -> dict[str, int]:
    """Give every cost line of a schedule."""
    return {
        "unit_days": unit_days(facts),
        "idle_days": idle_days(facts),
        "cast_work": sum(_each_deal(facts, deal_work)),
        "cast_hold": sum(_each_deal(facts, deal_hold)),
        "locations": locations(facts),
        "elements": elements(facts),
        "day_moves": day_moves(facts),
        "company_moves": company_moves(facts),
        "late": late(facts),
    }


def exact(number: Any) -> Fraction:
    """Give a number of a document as the exact decimal that was written."""
    return Fraction(str(number))


def half_up(amount: Fraction) -> int:
    """Round to a whole number, a half upward."""
    return int((amount * 2 + 1) // 2)


def unit_days(facts: Facts) -> int:
    """Count day costs with night and sixth-day premiums."""
    total = 0
    for name, crew in facts.units.items():
        days = [entry for entry in facts.entries if entry.unit == name]
        for entry in days:
            share = Fraction(1)
            if entry.shift == "night":
                share += exact(crew.get("night_premium", 0))
            monday = entry.date - timedelta(days=entry.date.weekday())
            so_far = {one.date for one in days if monday <= one.date <= entry.date}
            if len(so_far) >= 6:
                share += exact(crew.get("sixth_day_premium", 0))
            total += half_up(share * crew["day_cost"])
    return total


def idle_days(facts: Facts) -> int:
    """Count the eligible dates inside a unit's span without shooting."""
    total = 0
    for name, crew in facts.units.items():
        dates = [entry.date for entry in facts.shooting_days(name)]
        for day in facts.eligible[name]:
            if dates and dates[0] < day < dates[-1] and day not in dates:
                total += crew.get("idle_day_cost", 0)
    return total


def _each_deal(facts: Facts, count: Any) -> list[int]:
    return [
        count(facts, person, place)
        for person, card in facts.people.items()
        for place in range(len(card["deals"]))
    ]


def covers(deal: Json, pictures: set[str]) -> bool:
    """Tell whether a deal covers one of some pictures."""
    named = deal.get("pictures")
    return bool(pictures) if named is None else bool(pictures & set(named))


def deal_work(facts: Facts, person: str, place: int) -> int:
    """Count what one deal pays for work: the dates paid under it and no other."""
    deals = facts.people[person]["deals"]
    paid: list[date] = []
    for day in facts.dates_worked(person):
        pictures = facts.pictures_worked(person, day)
        first = [number for number, one in enumerate(deals) if covers(one, pictures)]
        if first and first[0] == place:
            paid.append(day)
    deal = deals[place]
    if not paid or deal["kind"] == "none":
        return 0
    if deal["kind"] == "daily":
        return int(deal["rate"]) * len(paid)
    if deal["kind"] == "flat":
        return int(deal["rate"])
    calendar_days = (paid[-1] - paid[0]).days + 1
    weeks = 0
    while weeks * 7 < calendar_days:
        weeks += 1
    return int(deal["rate"]) * weeks


def deal_hold(facts: Facts, person: str, place: int) -> int:
    """Count what one daily deal pays for held dates, its dearest gaps dropped."""
    card = facts.people[person]
    deal = card["deals"][place]
    if deal["kind"] != "daily":
        return 0
    worked = facts.dates_worked(person)
    own = [day for day in worked if covers(deal, facts.pictures_worked(person, day))]
    scenes = [scene for scene in facts.scenes if facts.plays(person, scene)]
    payable = facts.production_dates(scenes)
    held, droppable = 0, []
    for earlier, later in itertools.pairwise(own):
        gap = between(earlier, later)
        here = sum(
            1
            for day in gap
            if day in payable and day not in worked and facts.available(person, day)
        )
        held += here
        if len(gap) > deal.get("drop_after_days", 10):
            droppable.append(here)
    for _ in range(deal.get("drops", 0)):
        if droppable:
            held -= droppable.pop(droppable.index(max(droppable)))
    return half_up(deal["rate"] * exact(deal.get("hold", 1)) * held)


def locations(facts: Facts) -> int:
    """Count fees for dates of use, and for held dates between them."""
    total = 0
    for name, place in facts.locations.items():
        scenes = [one for one, card in facts.scenes.items() if card["location"] == name]
        used = {
            entry.date
            for entry in facts.entries
            if any(strip in scenes for strip in entry.strips)
        }
        total += place.get("day_fee", 0) * len(used)
        for day in facts.production_dates(scenes):
            if used and min(used) < day < max(used) and day not in used:
                total += place.get("hold_fee", 0)
    return total


def elements(facts: Facts) -> int:
    """Count fees for each element, unit and date."""
    uses = {
        (name, entry.unit, entry.date)
        for entry in facts.entries
        for strip in entry.strips
        for name in facts.scenes[strip].get("elements", [])
    }
    return sum(facts.elements[name].get("day_fee", 0) for name, _, _ in uses)


def day_moves(facts: Facts) -> int:
    """Count changes of location inside days."""
    return sum(
        facts.location_changes(entry) * facts.units[entry.unit].get("move_cost", 0)
        for entry in facts.entries
    )


def company_moves(facts: Facts) -> int:
    """Count changes of base between days."""
    total = 0
    for name, crew in facts.units.items():
        stands = crew.get("base")
        for entry in facts.shooting_days(name):
            there = facts.day_base(entry)
            if stands is not None and stands != there:
                move = facts.move(stands, there)
                total += move["cost"] if move else 0
            stands = there
    return total


def late(facts: Facts) -> int:
    """Count the days by which delivery passes the release."""
    total = 0
    for picture in facts.production["pictures"]:
        wrap = facts.picture_wrap(picture["id"])
        if wrap is None or picture.get("release") is None:
            continue
        ready = wrap + timedelta(days=picture.get("post_days", 0))
        passed = (ready - date.fromisoformat(picture["release"])).days
        total += picture.get("late_cost_per_day", 0) * max(0, passed)
    return total
