"""Two charts beside a shoot's risk: days in hand, and what the chances rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from daybreak.reports.drawing.plan_look import FAINT, GRID, HATCHES, INK, LATE, SOFT
from daybreak.reports.drawing.plan_picture import Drawn
from daybreak.reports.drawing.svg import Sheet, text_width
from daybreak.reports.risk_rows import (
    PERCENT,
    ChanceRow,
    PictureRiskRow,
    SwingRow,
    SwingsRow,
    percent_of,
)

WIDTH, MARGIN = 780.0, 18.0
ACROSS, GAP = 2, 40.0
CHART, TITLE = 96.0, 46.0
BELOW, HEAD = 34.0, 18.0
ROW, NAMES = 17.0, 180.0
GOOD, BAND, BETTER = "#0072B2", "#D6E4EF", "#7A8CA5"
LEVELS = (0.0, 0.5, 0.8, 0.9, 1.0)


def hands_height(rows: Sequence[PictureRiskRow]) -> float:
    """Give how high the curves of days in hand are, one or two beside each other."""
    lines = -(-len(_curved(rows)) // ACROSS)
    return TITLE + lines * (CHART + BELOW) if lines else 0.0


def draw_hands(sheet: Sheet, rows: Sequence[PictureRiskRow], y: float) -> float:
    """Draw how many days in hand buy which chance; give the height."""
    shown = _curved(rows)
    if not shown:
        return 0.0
    sheet.line((MARGIN, y), (WIDTH - MARGIN, y), color=GRID)
    title = "How many days in hand buy which chance"
    sheet.text(MARGIN, y + 16, title, size=11, bold=True)
    told = (
        "line: the chance to be ready, were the release so many days later (to wrap, "
        "where there is none); band: holds with 95 %"
    )
    sheet.text(MARGIN, y + 29, told, size=8, color=SOFT)
    wide = (WIDTH - 2 * MARGIN - GAP * (ACROSS - 1)) / ACROSS
    for place, row in enumerate(shown):
        line, column = divmod(place, ACROSS)
        x = MARGIN + column * (wide + GAP)
        _curve(sheet, row, (x, y + TITLE + line * (CHART + BELOW)), wide)
    return hands_height(rows)


def _curved(rows: Sequence[PictureRiskRow]) -> list[PictureRiskRow]:
    return [one for one in rows if len(one.days) > 1]


def _curve(
    sheet: Sheet, row: PictureRiskRow, at: tuple[float, float], wide: float
) -> None:
    left, top = at[0] + 30, at[1] + 12
    floor, room = top + CHART - 12, wide - 34
    most = row.days[-1].days

    def point(days: int, share: float) -> tuple[float, float]:
        return left + room * days / most, floor - (floor - top) * share

    sheet.text(at[0], at[1] + 4, row.title, size=9, bold=True)
    for level in LEVELS:
        _, height = point(0, level)
        sheet.line((left, height), (left + room, height), color=GRID)
        sheet.text(at[0], height + 2.5, f"{PERCENT * level:.0f} %", size=7, color=SOFT)
    chances = [(one.days, one.opens or one.wraps) for one in row.days]
    high = [point(days, one.high) for days, one in chances]
    low = [point(days, one.low) for days, one in reversed(chances)]
    sheet.shape([*high, *low], fill=BAND)
    points = [point(days, one.share) for days, one in chances]
    for start, end in pairwise(points):
        sheet.line(start, end, color=GOOD, thick=1.6)
    _ticks(sheet, chances, point(0, 0), (room, most))


def _ticks(
    sheet: Sheet,
    chances: Sequence[tuple[int, ChanceRow]],
    corner: tuple[float, float],
    scale: tuple[float, int],
) -> None:
    """Name the days in hand under a curve, and its chance at both ends."""
    (left, floor), (room, most) = corner, scale
    sheet.line((left, floor), (left + room, floor), color=INK)
    free = 0.0
    for days, _ in chances:
        x, said = left + room * days / most, f"{days}"
        sheet.line((x, floor), (x, floor + 3), color=INK)
        if x - text_width(said, 7) / 2 >= free:
            sheet.text(x, floor + 11, said, size=7, anchor="middle", color=SOFT)
            free = x + text_width(said, 7) / 2 + 3
    sheet.text(
        left + room, floor + 20, "days in hand", size=7, anchor="end", color=SOFT
    )
    first, last = (percent_of(one.share) for _, one in (chances[0], chances[-1]))
    told = f"without any: {first}; with {most}: {last}"
    sheet.text(left, floor + 20, told, size=7, color=INK)


# --- assumptions ----------------------------------------------------------------------


def draw_swings(swings: Sequence[SwingsRow], *, says: str) -> Drawn:
    """Give how far each picture's chance moves with each assumption, as a picture."""
    rows = [(one, _moving(one)) for one in swings]
    height = HEAD + sum(24 + ROW * max(1, len(moving)) for _, moving in rows)
    sheet = Sheet(WIDTH, height, HATCHES)
    sheet.rect(0, 0, width=WIDTH, height=height, fill="#FFFFFF")
    told = (
        "grey: the chance without it; red: with twice as much of it; the line is the "
        "chance as assumed, from the same luck"
    )
    sheet.text(MARGIN, 10, told, size=8, color=SOFT)
    y = HEAD
    for one, moving in rows:
        sheet.text(MARGIN, y + 8, f"{one.title}, {one.what}", size=9, bold=True)
        if not moving:
            none = f"{percent_of(one.share)}, whatever of it is doubled or taken away"
            sheet.text(MARGIN + NAMES, y + 26, none, size=9)
        y += 18
        _swings(sheet, replace(one, swings=moving), y)
        y += ROW * max(1, len(moving)) + 6
    return Drawn(svg=sheet.to_svg(says), width=WIDTH, height=height)


def _moving(row: SwingsRow) -> tuple[SwingRow, ...]:
    """Give the assumptions that move a chance at all, where any does."""
    still = all(one.without == one.twice == row.share for one in row.swings)
    return () if still else row.swings


def _swings(sheet: Sheet, row: SwingsRow, y: float) -> None:
    left, room = MARGIN + NAMES, WIDTH - 2 * MARGIN - NAMES - 90

    def x(share: float) -> float:
        return left + room * share

    if not row.swings:
        return
    middle = x(row.share)
    for place, one in enumerate(row.swings):
        top = y + ROW * place
        sheet.text(MARGIN, top + 10, one.name, size=9)
        for share, fill in ((one.without, BETTER), (one.twice, LATE)):
            begin, end = sorted((middle, x(share)))
            sheet.rect(begin, top + 2, width=end - begin, height=10, fill=fill)
        sheet.text(WIDTH - MARGIN, top + 10, _ends(one), size=8, anchor="end")
    bottom = y + ROW * len(row.swings) - 2
    sheet.line((middle, y - 2), (middle, bottom), color=INK, thick=1.2)
    sheet.text(middle + 3, y - 2, percent_of(row.share), size=7, color=FAINT)


def _ends(one: SwingRow) -> str:
    return f"{percent_of(one.twice)} to {percent_of(one.without)}"
