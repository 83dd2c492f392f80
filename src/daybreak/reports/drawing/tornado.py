"""What would help most as a picture: a bar for each lever, the longest on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daybreak.reports.cells import wrap
from daybreak.reports.drawing.plan_look import FAINT, GRID, INK, MARGIN, SOFT
from daybreak.reports.drawing.plan_picture import Drawn
from daybreak.reports.drawing.svg import LETTER, Hatch, Sheet, text_width
from daybreak.reports.lever_lines import amount, name_of
from daybreak.reports.lever_rows import LeverRow, LeverTable, Verdict
from daybreak.reports.phrases import count_of, show_money

WIDTH, NAMES, ANSWERS = 760.0, 260.0, 120.0
HEAD, ROW, AXIS, FOOT, LEGEND = 72.0, 34.0, 24.0, 34.0, 30.0
BAR, WHISKER, NAME_SIZE = 15.0, 7.0, 9.0
SURE, EDGE, LIKELY, NOTHING = "#8FC3E8", "#0072B2", "likely", "#FFFFFF"
HATCHES = (Hatch(name=LIKELY, ground="#FFFFFF", line=SURE, step=4),)
FILLS: dict[Verdict, str] = {
    "helps": SURE,
    "likely": LIKELY,
    "unclear": NOTHING,
    "none": NOTHING,
}
SIGNS: tuple[tuple[Verdict, str], ...] = (
    ("helps", "helps: 95 % sure"),
    ("likely", "likely: saved with every seed"),
    ("unclear", "not told from luck"),
)
TICKS = 5
POINT = 5.0
LEFT_MOST = 0.3  # of the scale to the right, for intervals that reach below nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Where money lies between two edges."""

    least: float
    most: float
    step: float

    def x(self, amount: float) -> float:
        left, right = MARGIN + NAMES, WIDTH - MARGIN - ANSWERS
        inside = min(max(amount, self.least), self.most)
        return left + (right - left) * (inside - self.least) / (self.most - self.least)

    def ticks(self) -> Iterator[float]:
        at = self.step * -(-self.least // self.step)
        while at <= self.most + self.step / 100:
            yield at
            at += self.step


def draw_tornado(table: LeverTable, *, stamp: str, says: str) -> Drawn:
    """Give the picture of levers: what each saves, and how sure that is.

    Parameters
    ----------
    stamp
        Which plan it is of, for the last line.
    says
        The picture in words, for readers who do not see it.
    """
    rows = table.rows
    bottom = HEAD + AXIS + ROW * len(rows)
    height = bottom + LEGEND + FOOT
    sheet = Sheet(WIDTH, height, HATCHES)
    sheet.rect(0, 0, width=WIDTH, height=height, fill="#FFFFFF")
    _title(sheet, table)
    scale = _scale(rows)
    _axis(sheet, scale, table.currency, bottom)
    for at, row in enumerate(rows):
        _row(sheet, scale, row, table.currency, HEAD + AXIS + ROW * at)
    zero = scale.x(0)
    sheet.line((zero, HEAD + AXIS), (zero, bottom), color=INK, thick=1)
    _legend(sheet, bottom + 14)
    sheet.text(MARGIN, height - 10, stamp, size=6.5, color=SOFT)
    return Drawn(svg=sheet.to_svg(says), width=WIDTH, height=height)


def _title(sheet: Sheet, table: LeverTable) -> None:
    money = table.currency
    sheet.text(MARGIN, 22, f"{table.title}: what would help most", size=14, bold=True)
    settled = show_money(table.settled, money)
    told = f"What the plan ({settled}) would cost less, if one fact were different"
    sheet.text(MARGIN, 38, told, size=9, color=SOFT)
    luck = show_money(table.spread, money)
    told = (
        f"Each by {count_of(table.seeds, 'replan')} of {table.work}, against as many "
        f"without the change, which vary by {luck}. The price of the change itself "
        "is not in it."
    )
    sheet.text(MARGIN, 51, told, size=8, color=SOFT)


def _scale(rows: Sequence[LeverRow]) -> _Scale:
    """Give a scale for all means; whiskers that leave it are cut at its edge."""
    means = [float(one.saved) for one in rows]
    most, least = max([*means, 1.0]), min([*means, 0.0])
    ends = [float(one.high) for one in rows if one.high is not None and one.saved > 0]
    most = max(most, min(max([*ends, most]), 1.5 * most))
    lows = [float(one.low) for one in rows if one.low is not None]
    least = min(least, max(min([*lows, 0.0]), -LEFT_MOST * most))
    step = _round((most - least) / TICKS)
    return _Scale(least=step * (least // step), most=step * -(-most // step), step=step)


def _round(amount: float) -> float:
    """Give the next 1, 2 or 5 with noughts, at least 1."""
    size = 1.0
    while True:
        for one in (1, 2, 5):
            if one * size >= amount:
                return one * size
        size *= 10


def _axis(sheet: Sheet, scale: _Scale, currency: str, bottom: float) -> None:
    zero, y = scale.x(0), HEAD + AXIS - 19
    sheet.text(zero + 4, y, "saves →", size=7.5, color=SOFT)
    if scale.least < 0:
        sheet.text(zero - 4, y, "← costs more", size=7.5, anchor="end", color=SOFT)
    for money in scale.ticks():
        x = scale.x(money)
        sheet.line((x, HEAD + AXIS - 4), (x, bottom), color=GRID)
        told = show_money(round(money), currency)
        sheet.text(x, HEAD + AXIS - 8, told, size=7, anchor="middle", color=SOFT)


def _row(sheet: Sheet, scale: _Scale, row: LeverRow, currency: str, y: float) -> None:
    middle = y + ROW / 2
    _name(sheet, row, middle)
    zero, end = scale.x(0), scale.x(row.saved)
    sheet.rect(
        min(zero, end),
        middle - BAR / 2,
        width=max(abs(end - zero), 0.8),
        height=BAR,
        fill=FILLS[row.verdict],
        line=EDGE if row.verdict in ("helps", "likely") else FAINT,
    )
    if row.low is not None and row.high is not None and row.low < row.high:
        _whisker(sheet, scale, row.low, row.high, middle)
    _answer(sheet, row, currency, middle)


def _name(sheet: Sheet, row: LeverRow, middle: float) -> None:
    cells = int((NAMES - 10) / (NAME_SIZE * (LETTER + 0.02)))
    lines = wrap(name_of(row).split(), cells)
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1][: cells - 2]} …"]
    is_bold = row.verdict in ("helps", "likely")
    for at, said in enumerate(lines):
        y = middle + 3 + (at - (len(lines) - 1) / 2) * (NAME_SIZE + 1.5)
        sheet.text(
            MARGIN + NAMES - 10,
            y,
            said,
            size=NAME_SIZE,
            anchor="end",
            bold=is_bold,
            color=INK if is_bold else SOFT,
        )


def _whisker(
    sheet: Sheet, scale: _Scale, low: float, high: float, middle: float
) -> None:
    """Draw an interval; an end that leaves the scale points on."""
    start, end = scale.x(low), scale.x(high)
    sheet.line((start, middle), (end, middle), color=INK, thick=0.8)
    for money, x in ((low, start), (high, end)):
        if scale.least <= money <= scale.most:
            sheet.line(
                (x, middle - WHISKER / 2),
                (x, middle + WHISKER / 2),
                color=INK,
                thick=0.8,
            )
        else:
            tip, half = (POINT if money > scale.most else -POINT), WHISKER / 2
            ends = [(x + tip, middle), (x, middle - half), (x, middle + half)]
            sheet.shape(ends, fill=INK)


def _answer(sheet: Sheet, row: LeverRow, currency: str, middle: float) -> None:
    x = WIDTH - MARGIN - ANSWERS + 10
    is_known = row.verdict in ("helps", "likely")
    money = show_money(row.saved, currency)
    told = money if is_known else row.words
    under = "; ".join(_more(row)) if is_known else f"{money} on average"
    y = middle + (0 if under else 3)
    sheet.text(x, y, told, size=9, bold=is_known, color=INK if is_known else SOFT)
    if under:
        sheet.text(x, y + 10, under, size=7, color=SOFT)


def _more(row: LeverRow) -> Iterator[str]:
    if row.strips > 0:
        yield f"{amount(row.strips, 'strip')} placed"
    if abs(row.days) >= 0.05:
        verb = "fewer" if row.days > 0 else "more"
        yield f"{amount(abs(row.days), 'day')} {verb}"


def _legend(sheet: Sheet, y: float) -> None:
    x = MARGIN
    for verdict, said in SIGNS:
        is_known = verdict != "unclear"
        sheet.rect(
            x,
            y,
            width=18,
            height=9,
            fill=FILLS[verdict],
            line=EDGE if is_known else FAINT,
        )
        sheet.text(x + 23, y + 8, said, size=8)
        x += 23 + text_width(said, 8) + 18
    sheet.line((x, y + 4.5), (x + 18, y + 4.5), color=INK, thick=0.8)
    for end in (x, x + 18):
        sheet.line((end, y + 1), (end, y + 8), color=INK, thick=0.8)
    sheet.text(x + 23, y + 8, "95 % interval over the seeds", size=8)
