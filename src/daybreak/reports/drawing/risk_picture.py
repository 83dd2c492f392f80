"""Risk as a picture: when each picture may wrap, and what loses days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from daybreak.reports.drawing.plan_look import (
    FAINT,
    GRID,
    HATCHES,
    INK,
    LATE,
    LATE_HATCH,
    SOFT,
)
from daybreak.reports.drawing.plan_picture import Drawn
from daybreak.reports.drawing.risk_beside import draw_hands, hands_height
from daybreak.reports.drawing.svg import Sheet, text_width
from daybreak.reports.phrases import MONTHS, count_of, show_date
from daybreak.reports.risk_rows import CauseRow, PictureRiskRow, RiskRows, percent_of

WIDTH, MARGIN = 780.0, 18.0
HEAD, PANEL, BARS, ROW, FOOT = 64.0, 190.0, 92.0, 17.0, 22.0
NAMES = 180.0
EARLY, GOOD, BAND = "#7A8CA5", "#0072B2", "#E9EDF2"
WEEK = 7
READING = (
    "Bars: how many runs wrap then; blue in time, red and hatched too late for the "
    "release, with post-production as planned. Grey: one run in ten to nine in ten."
)
BINS_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Dates across a panel."""

    first: date
    days: int

    @property
    def wide(self) -> float:
        return (WIDTH - 2 * MARGIN) / self.days

    def x(self, day: date) -> float:
        return MARGIN + self.wide * (day - self.first).days

    @property
    def last(self) -> date:
        return self.first + timedelta(days=self.days)


def draw_risk(rows: RiskRows, *, stamp: str, says: str) -> Drawn:
    """Give the picture of a shoot's risk.

    Parameters
    ----------
    stamp
        Which plan it is, for the last line.
    says
        The picture in words, for readers who do not see it.
    """
    causes = rows.kinds
    tornado = 58 + ROW * max(1, len(causes))
    hands = hands_height(rows.pictures)
    height = HEAD + PANEL * len(rows.pictures) + hands + tornado + FOOT
    sheet = Sheet(WIDTH, height, HATCHES)
    sheet.rect(0, 0, width=WIDTH, height=height, fill="#FFFFFF")
    sheet.text(MARGIN, 24, f"{rows.title}: what could go wrong", size=15, bold=True)
    told = (
        f"{count_of(rows.done, 'run')} of the shoot from {show_date(rows.today)} on, "
        "each with its own weather, illness and bad luck"
    )
    sheet.text(MARGIN, 40, told, size=9, color=SOFT)
    sheet.text(MARGIN, 52, READING, size=8, color=SOFT)
    y = HEAD
    for one in rows.pictures:
        _panel(sheet, one, rows, y)
        y += PANEL
    y += draw_hands(sheet, rows.pictures, y)
    _tornado(sheet, causes, y)
    sheet.text(MARGIN, height - 8, stamp, size=7, color=FAINT)
    return Drawn(svg=sheet.to_svg(says), width=WIDTH, height=height)


# --- when a picture wraps -------------------------------------------------------------


def _panel(sheet: Sheet, row: PictureRiskRow, rows: RiskRows, y: float) -> None:
    """Draw how often a picture wraps in which week, and the last date for it."""
    sheet.line((MARGIN, y), (WIDTH - MARGIN, y), color=GRID)
    sheet.text(MARGIN, y + 16, row.title, size=11, bold=True)
    sheet.text(MARGIN, y + 30, _verdict(row), size=9.5)
    sheet.text(MARGIN, y + 43, _between(row), size=8.5, color=SOFT)
    if not row.seen:
        return
    scale = _scale(row)
    floor = y + PANEL - 30
    _bars(sheet, row, scale, floor)
    _axis(sheet, scale, floor)
    _marks(sheet, row, scale, floor)
    if row.unfinished:
        said = f"not finished in {count_of(row.unfinished, 'run')}"
        sheet.text(WIDTH - MARGIN, y + 16, said, size=9, anchor="end", color=LATE)


def _verdict(row: PictureRiskRow) -> str:
    if row.opens is None or row.release is None:
        return f"Wraps as planned, by {show_date(row.plan_wrap)}: {row.wraps.said}"
    return (
        f"Ready for its release on {show_date(row.release)}: {row.opens.said}.   "
        f"Wraps as planned, by {show_date(row.plan_wrap)}: {row.wraps.said}"
    )


def _between(row: PictureRiskRow) -> str:
    if not row.seen:
        return "Not finished in any run."
    early, middle, late = (
        show_date(one.value) if one.value else "never" for one in row.wrap
    )
    return (
        f"Half of the runs wrap by {middle}; one in ten by {early}, "
        f"nine in ten by {late}."
    )


def _scale(row: PictureRiskRow) -> _Scale:
    known = [row.seen[0], row.seen[-1], row.plan_wrap]
    some = timedelta(days=4 + (max(known) - min(known)).days // 20)
    first, last = min(known) - some, max(known) + some
    if row.last_wrap and row.last_wrap < last + timedelta(days=400):
        first = min(first, row.last_wrap - some)
        last = max(last, row.last_wrap + some)
    return _Scale(first=first, days=max(30, (last - first).days))


def _bars(sheet: Sheet, row: PictureRiskRow, scale: _Scale, floor: float) -> None:
    """Draw a bar for each span of dates; late ones are hatched, too."""
    step = _step(scale.days)
    # a bar begins behind the last date for the release, so that none is half late
    edge = row.last_wrap + timedelta(days=1) if row.last_wrap else scale.first
    counts: dict[int, int] = {}
    for day in row.seen:
        place = (day - edge).days // step
        counts[place] = counts.get(place, 0) + 1
    tallest = max(counts.values())
    early, _, late = (one.value for one in row.wrap)
    if early and late:
        left, right = scale.x(early), scale.x(min(late, scale.last))
        sheet.rect(
            left, floor - BARS, width=max(1.5, right - left), height=BARS, fill=BAND
        )
    for place, count in sorted(counts.items()):
        begins = max(scale.first, edge + timedelta(days=place * step))
        is_late = row.last_wrap is not None and place >= 0
        high = (BARS - 14) * count / tallest
        x = scale.x(begins)
        sheet.rect(
            *(x, floor - high),
            width=max(1.2, scale.wide * step - 0.8),
            height=high,
            fill=LATE_HATCH if is_late else GOOD,
        )
    _shares(sheet, row, scale, floor)


def _shares(sheet: Sheet, row: PictureRiskRow, scale: _Scale, floor: float) -> None:
    """Say on both sides of the last wrap for the release how many runs lie there."""
    if row.last_wrap is None or not scale.first <= row.last_wrap <= scale.last:
        return
    runs = len(row.seen) + row.unfinished
    early = sum(day <= row.last_wrap for day in row.seen)
    x, y = scale.x(row.last_wrap) + scale.wide, floor - BARS + 8
    late = percent_of(1 - early / runs)
    told = f"{late} wrap too late"
    if x + 5 + text_width(told, 8) < WIDTH - MARGIN and early < runs:
        sheet.text(x + 5, y, told, size=8, color=LATE)
    told = f"{percent_of(early / runs)} wrap in time"
    wide = text_width(told, 8)
    if x - 5 - wide > MARGIN:
        sheet.text(x - 5 - wide, y, told, size=8, color=GOOD)


def _step(days: int) -> int:
    """Give the dates of a bar: one, or whole weeks where that would be too many."""
    return 1 if days <= BINS_MOST else WEEK * max(1, round(days / WEEK / BINS_MOST))


def _axis(sheet: Sheet, scale: _Scale, floor: float) -> None:
    sheet.line((MARGIN, floor), (WIDTH - MARGIN, floor), color=INK)
    day = scale.first.replace(day=1)
    free = 0.0
    while day <= scale.last:
        if day >= scale.first:
            x = scale.x(day)
            sheet.line((x, floor), (x, floor + 3), color=INK)
            name = MONTHS[day.month - 1]
            label = f"{name} {day.year}" if day.month == 1 or not free else name
            if x >= free and x + text_width(label, 7) < WIDTH - MARGIN:
                sheet.text(x + 1, floor + 10, label, size=7, color=SOFT)
                free = x + text_width(label, 7) + 6
        day = (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _marks(sheet: Sheet, row: PictureRiskRow, scale: _Scale, floor: float) -> None:
    """Draw the planned wrap and the last one for the release."""
    top = floor - BARS
    x = scale.x(row.plan_wrap) + scale.wide / 2
    sheet.line((x, top - 3), (x, floor), color=INK, thick=1.2)
    _label(sheet, x, floor + 20, f"planned wrap {_short(row.plan_wrap)}", INK)
    if row.last_wrap is None:
        return
    said = f"last wrap for the release {_short(row.last_wrap)}"
    if not scale.first <= row.last_wrap <= scale.last:
        after = row.last_wrap > scale.last
        end = WIDTH - MARGIN if after else MARGIN
        arrow = f"{said} >" if after else f"< {said}"
        anchor = text_width(arrow, 7) if after else 0
        sheet.text(end - anchor, top + 4, arrow, size=7, color=LATE)
        return
    x = scale.x(row.last_wrap) + scale.wide
    sheet.line((x, top - 3), (x, floor), color=LATE, thick=1.6, dashed=True)
    _label(sheet, x, top - 5, said, LATE)


def _label(sheet: Sheet, x: float, y: float, said: str, color: str) -> None:
    """Write under or over a mark, moved so that it stays on the sheet."""
    wide = text_width(said, 7)
    start = min(max(MARGIN, x - wide / 2), WIDTH - MARGIN - wide)
    sheet.text(start, y, said, size=7, color=color)


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# --- what loses days ------------------------------------------------------------------


def _tornado(sheet: Sheet, causes: Sequence[CauseRow], y: float) -> None:
    """Draw how many days of work each kind of bad luck loses, worst first."""
    sheet.line((MARGIN, y), (WIDTH - MARGIN, y), color=GRID)
    sheet.text(MARGIN, y + 16, "What loses days of work", size=11, bold=True)
    told = (
        "bar: in a run on average, before anything is made good; "
        "line: from one run in ten to nine in ten"
    )
    sheet.text(MARGIN, y + 29, told, size=8, color=SOFT)
    if not causes:
        sheet.text(MARGIN, y + 48, "Nothing: no risk is assumed.", size=9)
        return
    left = MARGIN + NAMES
    room = WIDTH - MARGIN - left - 130
    most = max(max(one.high, one.days) for one in causes) or 1
    y += 40
    for one in causes:
        x = left + room * one.days / most
        sheet.text(MARGIN, y + 11, one.name, size=9)
        sheet.rect(left, y + 3, width=x - left, height=10, fill=EARLY)
        low, high = left + room * one.low / most, left + room * one.high / most
        sheet.line((low, y + 8), (high, y + 8), color=INK, thick=1.2)
        for end in (low, high):
            sheet.line((end, y + 5), (end, y + 11), color=INK, thick=1.2)
        days = f"{one.days:.1f}" if one.days >= 0.1 else "< 0.1"
        said = f"{days} days; in {percent_of(one.runs.share)} of runs"
        sheet.text(max(x, high) + 6, y + 11, said, size=8, color=SOFT)
        y += ROW
