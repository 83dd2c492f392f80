"""Make schedules for production documents: mostly plausible, sometimes broken."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.made_productions import Dice, Json, Maker

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SUITING = {"day": "day", "dawn": "day", "dusk": "split", "night": "night", "any": "day"}
SHIFTS = ("day", "split", "night")


def make_schedule(dice: Dice, production: Json, *, broken: int = 8) -> Json:
    """Make a schedule document; ``broken`` is how often, of a hundred, it errs.

    With ``broken`` 0 every strip stands on an eligible date of one of its units or
    in the boneyard, whole-day scenes on days of their own; anything else may break.
    """
    board = _Board(Maker(dice), production, broken)
    for scene in production["scenes"]:
        board.place(scene)
    return {
        "format": "daybreak/schedule",
        "version": 1,
        "days": board.listed(),
        "boneyard": board.boneyard,
    }


def eligible(production: Json, unit: Json) -> list[str]:
    """Give the eligible dates of a unit document."""
    first, last = (date.fromisoformat(unit[end]) for end in ("start", "end"))
    dates = [first + timedelta(after) for after in range((last - first).days + 1)]
    return [
        day.isoformat()
        for day in dates
        if WEEKDAYS[day.weekday()] in unit["workweek"]
        and day.isoformat() not in production.get("holidays", [])
        and not any(
            one["from"] <= day.isoformat() <= one["to"]
            for one in production.get("hiatuses", [])
            if unit["id"] in one.get("units", [unit["id"]])
        )
    ]


class _Board:
    """Days being filled, strip by strip."""

    def __init__(self, maker: Maker, production: Json, broken: int) -> None:
        self.maker = maker
        self.broken = broken
        self.units = {unit["id"]: unit for unit in production["units"]}
        self.base = {one["id"]: one["base"] for one in production["locations"]}
        self.dates = {
            name: eligible(production, unit) for name, unit in self.units.items()
        }
        self.days: dict[tuple[str, str], Json] = {}
        self.full: set[tuple[str, str]] = set()
        self.bases: dict[tuple[str, str], str] = {}
        self.boneyard: list[str] = []

    def errs(self) -> bool:
        return self.maker.chance(self.broken)

    def place(self, scene: Json) -> None:
        """Put a scene on a day, on its days, or in the boneyard; sometimes wrong."""
        if self.maker.chance(8):
            self.boneyard.append(scene["id"])
            if not self.errs():
                return
        if self.errs() and self.errs():
            return  # it stands nowhere at all
        unit = self.maker.pick(scene.get("units", list(self.units)[:1]))
        if self.errs():
            unit = self.maker.pick(list(self.units))
        if not self.dates[unit]:
            self.boneyard.append(scene["id"])
            return
        if "days" in scene:
            self._place_whole_days(scene, unit)
        else:
            self._put(scene, (unit, self._date_for(scene, unit)))
        if self.errs() and self.errs():
            self._put(scene, (unit, self.maker.pick(self.dates[unit])))

    def _date_for(self, scene: Json, unit: str) -> str:
        """Choose a date: often one that stands already, on the same base."""
        if self.errs():
            start = date.fromisoformat(self.units[unit]["start"])
            return (start + timedelta(self.maker.whole(0, 30))).isoformat()
        if "pin" in scene and not self.errs():
            return str(scene["pin"]["date"])
        base = self.base[scene["location"]]
        open_days = [
            day
            for day in self.days
            if day[0] == unit and day not in self.full and self.bases[day] == base
        ]
        if open_days and self.maker.chance(50):
            return self.maker.pick(open_days)[1]
        free = [day for day in self.dates[unit] if (unit, day) not in self.bases]
        return self.maker.pick(free or self.dates[unit])

    def _place_whole_days(self, scene: Json, unit: str) -> None:
        dates, length = self.dates[unit], scene["days"]
        starts = [
            place
            for place in range(len(dates) - length + 1)
            if not any((unit, day) in self.days for day in dates[place:][:length])
        ]
        if not starts and not self.errs():
            self.boneyard.append(scene["id"])
            return
        start = self.maker.pick(starts or range(len(dates)))
        chosen = dates[start : start + length]
        if self.errs():
            chosen = [*chosen[:-1], self.maker.pick(dates)]
        for day in chosen:
            self._put(scene, (unit, day))
            if not self.errs():
                self.full.add((unit, day))

    def _put(self, scene: Json, day: tuple[str, str]) -> None:
        if day in self.full and not self.errs():
            self.boneyard.append(scene["id"])
            return
        if day not in self.days:
            shift = self._shift(scene, day[0])
            self.days[day] = {
                "unit": day[0],
                "date": day[1],
                "shift": shift,
                "strips": [],
            }
            self.bases[day] = self.base[scene["location"]]
        self.days[day]["strips"].append(scene["id"])

    def _shift(self, scene: Json, unit: str) -> str:
        worked = list(self.units[unit].get("shifts", SHIFTS))
        if self.errs():
            return self.maker.pick(SHIFTS)
        wanted = SUITING[scene["time"]]
        return wanted if wanted in worked else self.maker.pick(worked)

    def listed(self) -> list[Any]:
        """Give the days by date; sometimes one is empty or stands twice."""
        days = [self.days[day] for day in sorted(self.days, key=lambda day: day[::-1])]
        if days and self.errs() and self.errs():
            days.append({**self.maker.pick(days), "strips": []})
        if days and self.errs() and self.errs():
            twin = self.maker.pick(days)
            days.append({**twin, "strips": twin["strips"][:1]})
        return days
