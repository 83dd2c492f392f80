"""Units on a plan: a lane of days for each picture, and where the unit stands."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.reports.drawing.plan_frame import Frame, Sign
from daybreak.reports.drawing.plan_look import (
    LANE,
    LEG,
    LEG_GROUNDS,
    NIGHT,
    PICTURES,
)
from daybreak.reports.drawing.plan_rows import Lane, PlanRows, UnitRow
from daybreak.reports.drawing.svg import text_width
from daybreak.reports.phrases import count_of

LEAST_DAY = 0.8
"""Points: a day is never drawn narrower."""


class Units:
    """Draws the units of a plan, each picture in a color of its own."""

    def __init__(self, rows: PlanRows) -> None:
        self.rows = rows
        self.colors = {
            picture: PICTURES[place % len(PICTURES)]
            for place, picture in enumerate(rows.letters)
        }
        legs = (leg.name for unit in rows.units for leg in unit.legs)
        self.places = {
            name: place for place, name in enumerate(dict.fromkeys(legs), start=1)
        }

    def draw(self, frame: Frame, unit: UnitRow, y: float) -> float:
        """Draw a unit and give where it ends."""
        frame.name(unit.name, y + 11, size=9.5, bold=True)
        frame.count(count_of(unit.days, "day"), y + 11)
        for lane in unit.lanes:
            self._lane(frame, lane, y)
            y += LANE
        self._legs(frame, unit, y)
        return y + LEG

    def _lane(self, frame: Frame, lane: Lane, y: float) -> None:
        sheet, color = frame.sheet, self.colors[lane.picture]
        if len(self.rows.letters) > 1:
            letter = self.rows.letters[lane.picture]
            at = frame.left - 5
            sheet.text(at, y + 10.5, letter, size=8, anchor="end", bold=True)
        end = y + LANE - 0.5
        sheet.line((frame.left, end), (frame.right, end), color="#E8E8E8")
        for day in lane.days:
            left, right = frame.span(day, day)
            gap = min(0.6, frame.axis.day_width * 0.15)
            width = max(LEAST_DAY, right - left - gap)
            sheet.rect(left, y + 1, width=width, height=LANE - 2, fill=color)
            if day in lane.nights:
                sheet.rect(left, y + 8, width=width, height=6, fill=NIGHT)

    def _legs(self, frame: Frame, unit: UnitRow, y: float) -> None:
        for leg in unit.legs:
            left, right = frame.span(leg.first, leg.last)
            number = self.places[leg.name]
            frame.sheet.rect(
                left,
                y + 1,
                width=right - left,
                height=LEG - 2,
                fill=LEG_GROUNDS[number % len(LEG_GROUNDS)],
                line="#9AA5B1",
            )
            for said in (f"{number} {leg.name}", str(number)):
                if text_width(said, 6.5) < right - left - 1.5:
                    frame.sheet.text(left + 1.5, y + 9, said, size=6.5)
                    break

    def signs(self) -> Iterator[Sign]:
        """Yield what colors and numbers of places mean."""
        titles = {row.letter: row.title for row in self.rows.pictures}
        for picture, letter in self.rows.letters.items():
            lead = f"{letter} " if len(self.rows.letters) > 1 else ""
            yield Sign(said=f"{lead}{titles[letter]}", fill=self.colors[picture])
        if any(lane.nights for unit in self.rows.units for lane in unit.lanes):
            yield Sign(said="lower half: night", fill=NIGHT)

    def place_signs(self) -> Iterator[Sign]:
        """Yield the numbers of the places."""
        for name, number in self.places.items():
            yield Sign(said=f"{number} {name}")
