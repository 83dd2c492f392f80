"""The frame of a plan on a page: title, dates across, breaks, legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from daybreak.model.calendar import later
from daybreak.reports.drawing.plan_look import (
    AXIS,
    BREAK_HATCH,
    COUNTS,
    FAINT,
    GRID,
    HATCHES,
    HEAD,
    HOLIDAY,
    INK,
    LATE,
    LEGEND_LINE,
    MARGIN,
    NAMES,
    SOFT,
)
from daybreak.reports.drawing.plan_rows import Break, PlanRows
from daybreak.reports.drawing.svg import Sheet, text_width
from daybreak.reports.drawing.time_axis import WEEK, TimeAxis, axis_of
from daybreak.reports.phrases import MONTHS, count_of, show_date

WEEKS_FROM, DAYS_FROM = 15.0, 12.0
"""Points of a week from which on Mondays bear their date, and of a day for all."""
END_PAD = 10
SHORTEST = 28
"""Days of the shortest month."""
SWATCH = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """An entry of the legend: a ground with an edge, a line, or words alone."""

    said: str
    fill: str = ""
    line: str = ""

    @property
    def width(self) -> float:
        """How much room it takes on its line."""
        return self.indent + text_width(self.said, 7.5) + 12

    @property
    def indent(self) -> float:
        """How far its words stand from its left, beside its sample."""
        return SWATCH if self.fill or self.line else 0.0


class Frame:
    """The sheet of a plan, and where dates and names lie on it."""

    def __init__(
        self, rows: PlanRows, *, width: float, height: float, bottom: float
    ) -> None:
        self.rows = rows
        self.left, self.right = MARGIN + NAMES, width - MARGIN - COUNTS
        self.edge = width - MARGIN
        self.top, self.bottom = HEAD + AXIS, bottom
        ends = [one.last for one in rows.pictures if one.last and one.last > rows.last]
        end = later(max(ends), END_PAD) if ends else rows.last
        self.axis: TimeAxis = axis_of(
            rows.first, rows.last, end, left=self.left, right=self.right
        )
        self.sheet = Sheet(width, height, HATCHES)
        self.sheet.rect(0, 0, width=width, height=height, fill="#FFFFFF")

    def span(self, first: date, last: date) -> tuple[float, float]:
        """Give where dates begin and end; what lies outside lies on the edge."""
        after = min(last.toordinal() + 1, date.max.toordinal())
        return self.axis.x(first), self.axis.x(date.fromordinal(after))

    def name(self, said: str, y: float, *, size: float, bold: bool = False) -> None:
        """Write a name in its column, cut where it is too long."""
        shown = said
        while len(shown) > 1 and text_width(shown, size) > NAMES - 14:
            shown = shown[:-2].rstrip() + "…"
        self.sheet.text(MARGIN, y, shown, size=size, bold=bold)

    def count(self, said: str, y: float, *, color: str = INK) -> None:
        """Write what a row comes to, at its right."""
        bold = color != INK
        self.sheet.text(self.right + 6, y, said, size=8, color=color, bold=bold)

    # --- title and dates --------------------------------------------------------------

    def title(self, warning: str) -> None:
        """Write what is planned, from when to when, and what is wrong with it."""
        rows = self.rows
        self.sheet.text(MARGIN, 22, rows.title, size=17, bold=True)
        days = ", ".join(
            f"{unit.name} {count_of(unit.days, 'day')}" for unit in rows.units
        )
        span = f"{show_date(rows.first)} to {show_date(rows.last)}"
        self.sheet.text(MARGIN, 37, f"{span}: {days}", size=9.5, color=SOFT)
        if warning:
            said = f"NOT VALID: {warning}"
            self.sheet.text(
                *(self.edge, 22, said), size=11, anchor="end", color=LATE, bold=True
            )

    def dates(self) -> None:
        """Draw months, weeks where there is room, and where the scale changes."""
        self._months()
        if self.axis.day_width * 7 >= WEEKS_FROM:
            self._weeks()
        base = self.top
        self.sheet.line((self.left, base), (self.right, base), color=INK, thick=0.8)
        if self.axis.is_bent:
            self._bend()

    def _months(self) -> None:
        """Name the months, and their years in a line above."""
        y = self.top - 12
        for month, end in self._rooms(self.axis.months()):
            x, said = self.axis.x(month), self._name_of(month)
            high = 20 if month.month == 1 else 8
            self.sheet.line((x, y - high), (x, self.bottom), color=GRID)
            if x + text_width(said, 8) + 3 <= end:
                self.sheet.text(x + 2, y, said, size=8)
        years = (one for one in self.axis.months() if one.month == 1)
        for year, end in self._rooms(years):
            x, said = self.axis.x(year), str(year.year)
            if x + text_width(said, 8) + 3 <= end:
                self.sheet.text(x + 2, y - 11, said, size=8, bold=True)

    def _rooms(self, starts: Iterable[date]) -> Iterator[tuple[date, float]]:
        """Yield the first date of all and some others, and where the room of each ends.

        It ends where the next one begins.
        """
        dates = list(dict.fromkeys((self.axis.start, *starts)))
        ends = [*(self.axis.x(one) for one in dates[1:]), self.right]
        yield from zip(dates, ends, strict=True)

    def _name_of(self, month: date) -> str:
        """Give the name of a month, its letter alone where names have no room."""
        name = MONTHS[month.month - 1]
        widest = max(text_width(one, 8) for one in MONTHS) + 3
        return name if self.axis.width_at(month) * SHORTEST >= widest else name[0]

    def _weeks(self) -> None:
        """Give Mondays a line and their date; where there is room, every day."""
        apart = 1 if self.axis.day_width >= DAYS_FROM else WEEK
        for day in self.axis.dates(apart=apart):
            x, y = self.axis.x(day), self.top
            if day.weekday() == 0:
                self.sheet.line((x, y - 9), (x, self.bottom), color="#E4E4E4")
            self.sheet.text(x + 1.5, y - 3, str(day.day), size=6.5, color=SOFT)

    def _bend(self) -> None:
        """Show where the scale changes: two strokes, and in words."""
        x, y = self.axis.bend, self.top
        for step in (0.0, 3.0):
            self.sheet.line((x + step, y + 4), (x + step + 3, y - 4), color=INK)
        self.sheet.line((x, y), (x, self.bottom), color=FAINT, dashed=True)
        said = "from here on another scale"
        self.sheet.text(x + 8, y + 8, said, size=6.5, color=SOFT)

    # --- what lies under the rows ------------------------------------------------

    def breaks(self) -> None:
        """Lay hiatuses and holidays over the whole height."""
        height = self.bottom - self.top
        for day in self.rows.holidays:
            left, right = self.span(day, day)
            self.sheet.rect(
                left, self.top, width=right - left, height=height, fill=HOLIDAY
            )
        for one in self.rows.breaks:
            self._break(one, height)

    def _break(self, one: Break, height: float) -> None:
        left, right = self.span(one.first, one.last)
        width = right - left
        self.sheet.rect(left, self.top, width=width, height=height, fill=BREAK_HATCH)
        if text_width(one.reason, 7) < width - 4:
            x, y = (left + right) / 2, self.bottom - 3
            self.sheet.text(x, y, one.reason, size=7, anchor="middle", color=SOFT)

    # --- below ------------------------------------------------------------------------

    def legend(self, *groups: Sequence[Sign]) -> None:
        """Write what the signs mean, each group in as many lines as it needs."""
        y = self.bottom + 2
        self.sheet.line((MARGIN, y), (self.edge, y), color=FAINT)
        for signs in groups:
            for line in legend_lines(signs, self.edge - MARGIN):
                y += LEGEND_LINE
                self._legend_line(line, y)

    def _legend_line(self, signs: Sequence[Sign], y: float) -> None:
        x = MARGIN
        for one in signs:
            if one.fill:
                edge = one.line or one.fill
                self.sheet.rect(
                    x, y - 6, width=12, height=7.5, fill=one.fill, line=edge
                )
            elif one.line:
                self.sheet.line((x, y - 2.5), (x + 12, y - 2.5), color=one.line)
            self.sheet.text(x + one.indent, y, one.said, size=7.5)
            x += one.width

    def foot(self, stamp: str) -> None:
        """Write which plan this is, in the last line."""
        y = self.sheet.height - 6
        self.sheet.text(self.edge, y, stamp, size=6.5, anchor="end", color=SOFT)


def legend_lines(signs: Sequence[Sign], width: float) -> Iterator[list[Sign]]:
    """Yield the signs of each line of a legend."""
    line: list[Sign] = []
    for sign in signs:
        if line and sum(one.width for one in line) + sign.width > width:
            yield line
            line = []
        line.append(sign)
    if line:
        yield line
