"""What the second checker knows of a production and a schedule (JSON objects)."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]
STANDARD = {
    "day": ["07:00", "19:00"],
    "split": ["12:00", "24:00"],
    "night": ["18:00", "06:00"],
}


class Entry:
    """One unit's day of the schedule."""

    def __init__(self, written: Json) -> None:
        self.unit: str = written["unit"]
        self.date = date.fromisoformat(written["date"])
        self.shift: str = written["shift"]
        self.strips: list[str] = list(written["strips"])


class Facts:
    """Answers to the questions that the rules and the costs ask."""

    def __init__(self, production: Json, schedule: Json) -> None:
        self.production = production
        self.units: dict[str, Json] = _by_id(production, "units")
        self.scenes: dict[str, Json] = _by_id(production, "scenes")
        self.people: dict[str, Json] = _by_id(production, "people")
        self.locations: dict[str, Json] = _by_id(production, "locations")
        self.elements: dict[str, Json] = _by_id(production, "elements")
        self.bases: dict[str, Json] = _by_id(production, "bases")
        self.holidays = [
            date.fromisoformat(day) for day in production.get("holidays", [])
        ]
        self.entries = [Entry(day) for day in schedule["days"]]
        self.boneyard: list[str] = list(schedule.get("boneyard", []))
        self.eligible = {
            name: [day for day in _span(crew) if self._may_shoot(name, day)]
            for name, crew in self.units.items()
        }

    def _may_shoot(self, unit: str, day: date) -> bool:
        if weekday_name(day) not in self.units[unit]["workweek"]:
            return False
        if day in self.holidays:
            return False
        for hiatus in self.production.get("hiatuses", []):
            named = hiatus.get("units")
            binds = named is None or unit in named
            if binds and hiatus["from"] <= day.isoformat() <= hiatus["to"]:
                return False
        return True

    # --- strips -------------------------------------------------------------------

    def entries_of(self, scene: str) -> list[Entry]:
        """Give the days a scene stands on, once for every time it stands there."""
        return [
            entry for entry in self.entries for strip in entry.strips if strip == scene
        ]

    def allowed_units(self, scene: str) -> list[str]:
        """Give the units that may shoot a scene."""
        named = self.scenes[scene].get("units")
        return [self.production["units"][0]["id"]] if named is None else list(named)

    def minutes(self, scene: str, unit: str) -> int:
        """Give the minutes of a scene with a unit."""
        card, crew = self.scenes[scene], self.units[unit]
        if card.get("days") is not None:
            return int(crew.get("day_minutes", 600))
        if card.get("minutes") is not None:
            return int(card["minutes"])
        return int(card["eighths"]) * int(crew.get("minutes_per_eighth", 15))

    def base_of(self, scene: str) -> str:
        """Give the base that a scene is shot from."""
        return str(self.locations[self.scenes[scene]["location"]]["base"])

    def plays(self, person: str, scene: str) -> bool:
        """Tell whether a person is in a scene."""
        return person in self.scenes[scene]["cast"]

    # --- days ---------------------------------------------------------------------

    def shooting_days(self, unit: str) -> list[Entry]:
        """Give a unit's days that have strips, by date; the first one of a date."""
        of_date: dict[date, Entry] = {}
        for one in self.entries:
            if one.unit == unit and one.strips:
                of_date.setdefault(one.date, one)
        return [of_date[day] for day in sorted(of_date)]

    def day_base(self, entry: Entry) -> str:
        """Give the base of a day: that of its first strip."""
        return self.base_of(entry.strips[0])

    def location_changes(self, entry: Entry) -> int:
        """Count the changes of location between successive strips."""
        places = [self.scenes[strip]["location"] for strip in entry.strips]
        return sum(places[i] != places[i + 1] for i in range(len(places) - 1))

    def clocks(self, entry: Entry) -> tuple[int, int]:
        """Give call and wrap of a day in minutes after its midnight."""
        shifts = self.units[entry.unit].get("shifts") or STANDARD
        call, wrap = map(_minutes, shifts.get(entry.shift, STANDARD[entry.shift]))
        return call, wrap if wrap > call else wrap + 1440

    def rest(self, earlier: Entry, later: Entry) -> int:
        """Give the minutes from the wrap of one day to the call of another."""
        apart = (later.date - earlier.date).days * 1440
        return apart + self.clocks(later)[0] - self.clocks(earlier)[1]

    def needed_rest(self, earlier: Entry, later: Entry) -> int:
        """Give the rest needed in minutes, the larger one of the two units."""
        return 60 * max(
            self.units[one.unit].get("turnaround_hours", 11) for one in (earlier, later)
        )

    def move_days(self, here: str, there: str) -> int | None:
        """Give the dates that a move needs; None where it is not allowed."""
        if not self.production.get("moves"):
            return 0
        move = self.move(here, there)
        return None if move is None else int(move["days"])

    def move(self, here: str, there: str) -> Json | None:
        """Give the company move from one base to another, if there is one."""
        for move in self.production.get("moves", []):
            directions = [(move["from"], move["to"])]
            if move.get("both_ways", True):
                directions.append((move["to"], move["from"]))
            if (here, there) in directions:
                return dict(move)
        return None

    def picture_wrap(self, picture: str) -> date | None:
        """Give the last date of a picture's strips, if it has any on a day."""
        dates = [
            entry.date
            for entry in self.entries
            for strip in entry.strips
            if self.scenes[strip]["picture"] == picture
        ]
        return max(dates, default=None)

    # --- people -------------------------------------------------------------------

    def worked(self, person: str) -> list[Entry]:
        """Give the days a person works."""
        return [
            entry
            for entry in self.entries
            if any(self.plays(person, strip) for strip in entry.strips)
        ]

    def successive(self, person: str) -> list[tuple[Entry, Entry]]:
        """Give the days of each two successive dates that a person works."""
        dates, days = self.dates_worked(person), self.worked(person)
        return [
            (one, other)
            for earlier, later in itertools.pairwise(dates)
            for one in days
            for other in days
            if (one.date, other.date) == (earlier, later)
        ]

    def dates_worked(self, person: str) -> list[date]:
        """Give the dates a person works, in order."""
        return sorted({entry.date for entry in self.worked(person)})

    def pictures_worked(self, person: str, day: date) -> set[str]:
        """Give the pictures a person works for on a date."""
        return {
            self.scenes[strip]["picture"]
            for entry in self.worked(person)
            if entry.date == day
            for strip in entry.strips
            if self.plays(person, strip)
        }

    def available(self, person: str, day: date) -> bool:
        """Tell whether a person is in a window and in no unavailability."""
        card, when = self.people[person], day.isoformat()
        windows = card.get("windows") or [["0001-01-01", "9999-12-31"]]
        if not any(first <= when <= last for first, last in windows):
            return False
        away = card.get("unavailable", [])
        return not any(one["from"] <= when <= one["to"] for one in away)

    def production_dates(self, scenes: list[str]) -> set[date]:
        """Give the dates eligible for a unit that may shoot one of these scenes."""
        units = {unit for scene in scenes for unit in self.allowed_units(scene)}
        return {day for unit in units for day in self.eligible[unit]}


def _by_id(production: Json, name: str) -> dict[str, Json]:
    return {thing["id"]: thing for thing in production.get(name, [])}


def _span(crew: Json) -> list[date]:
    first = date.fromisoformat(crew["start"])
    last = date.fromisoformat(crew["end"])
    return [first, *between(first, last), last] if first != last else [first]


def between(first: date, last: date) -> list[date]:
    """Give the dates strictly between two dates."""
    return [first + timedelta(days=n) for n in range(1, (last - first).days)]


def weekday_name(day: date) -> str:
    """Give ``mon`` to ``sun``."""
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[day.weekday()]


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
