"""Schedules for the papers of people: what was asked, and drawn productions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from daybreak.model.production import Deal, Production
from daybreak.model.schedule import Day, Schedule
from daybreak.reports.papers.shown import Drops, Shown
from tests.reports.made_up import harbor
from tests.reports.papers.shown import shown_of
from tests.strategies import random_production, random_schedule

Case = tuple[Production, Schedule]


def asked(
    case: Case,
    *,
    person: str | None = None,
    picture: str | None = None,
    drops: Drops = "best",
) -> Shown:
    """Give a case made ready for a person, a picture, a way to drop."""
    shown = shown_of(case, picture=picture)
    return replace(shown, wanted=replace(shown.wanted, person=person, drops=drops))


def drawn(seed: int) -> Case:
    """Give a production of a seed and a whole board of it."""
    production = random_production(seed, scenes=12)
    return production, random_schedule(production, seed, broken=0)


def two_gaps() -> Case:
    """Give three days of Nora; the second gap is the longer one."""
    production, schedule = harbor()
    days = (
        Day(unit="main", date=date(2027, 3, 1), shift="day", strips=("s1",)),
        Day(unit="main", date=date(2027, 3, 15), shift="day", strips=("s5",)),
        Day(unit="main", date=date(2027, 4, 5), shift="day", strips=("s6",)),
    )
    return production, replace(schedule, days=days, boneyard=())


def never_dropped() -> Case:
    """Give the harbor where nobody may be dropped: Nora is held through it all."""
    production, schedule = harbor()
    nora = replace(production.people[0], deals=(Deal(kind="daily", rate=900),))
    return replace(production, people=(nora, *production.people[1:])), schedule
