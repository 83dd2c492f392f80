"""A stripboard as lines of text for a terminal or a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daybreak.reports.board_columns import (
    Columns,
    columns_of,
    heading_line,
    strip_lines,
)
from daybreak.reports.board_rows import (
    Board,
    CompanyMove,
    DayBreak,
    FreeDates,
    Row,
    Strip,
    WeekBar,
)
from daybreak.reports.cells import clean, left, width_of, wrap
from daybreak.reports.lines import Line, Span, bar, line
from daybreak.reports.phrases import (
    count_of,
    show_date,
    show_hours,
    show_money,
    show_pages,
    show_range,
    show_time,
)

LEGEND = (
    ("int-day", "INT DAY"),
    ("ext-day", "EXT DAY"),
    ("int-night", "INT NIGHT"),
    ("ext-night", "EXT NIGHT"),
    ("dawn", "DAWN"),
    ("dusk", "DUSK"),
)
FREE = {
    "rest": "REST",
    "holiday": "HOLIDAY",
    "hiatus": "HIATUS",
    "travel": "NO SHOOTING, COMPANY TRAVEL",
    "idle": "NO SHOOTING",
}
DAY_COST_NOTE = (
    "Day cost: crew, cast paid by the day, fees and moves of that date. "
    "What belongs to no single day stands in the cost table."
)


def board_lines(board: Board, *, width: int, legend: bool = False) -> list[Line]:
    """Give a board as lines that fit a width of at least 72 cells.

    ``legend`` names the colors of the strips; without color it says nothing.
    """
    columns = columns_of(board, width)
    made = [*_head(board, columns.width, legend), heading_line(columns)]
    for row in board.rows:
        made += _row(row, board, columns)
    made += _boneyard(board, columns)
    made += [line(text, "soft") for text in wrap(DAY_COST_NOTE.split(), columns.width)]
    return made


# --- the head ----------------------------------------------------------------------


def _head(board: Board, width: int, legend: bool) -> Iterator[Line]:
    facts = [
        count_of(board.days, "day"),
        show_pages(board.eighths),
        show_money(board.cost, board.currency),
    ]
    title = clean(board.title)
    yield _two_ends(title, " · ".join(facts), width, "title")
    style = "away" if board.broken[0] else "soft"
    yield _two_ends(_dates(board), _verdict(board), width, "soft", end_style=style)
    if board.several_pictures:
        pictures = [f"{letter} {clean(name)}" for letter, name in board.pictures]
        yield from _listed("Pictures", pictures, width)
    cast = [f"{number} {clean(name)}" for number, name in board.cast]
    yield from _listed("Cast", cast, width)
    if legend:
        yield _legend()
    yield from _marks(board)
    yield line()


def _dates(board: Board) -> str:
    if board.first is None or board.last is None:
        return "nothing is scheduled"
    return show_range(board.first, board.last)


def _verdict(board: Board) -> str:
    blocking, warning = board.broken
    left_over = count_of(len(board.boneyard), "strip")
    boneyard = f"{left_over} in the boneyard" if board.boneyard else "boneyard empty"
    warned = f", {count_of(warning, 'warning')}" if warning else ""
    if blocking:
        return f"NOT VALID: {count_of(blocking, 'violation')}{warned} · {boneyard}"
    return f"valid{warned} · {boneyard}"


def _two_ends(
    start: str, end: str, width: int, style: str, *, end_style: str | None = None
) -> Line:
    room = max(1, width - width_of(end) - 2)
    last = style if end_style is None else end_style
    return Line((Span(f"{left(start, room)}  ", style), Span(end, last)))


def _listed(name: str, items: Sequence[str], width: int) -> Iterator[Line]:
    if not items:
        return
    lead = f"{name}  "
    rows = wrap(items, width - len(lead), between=" · ")
    for place, row in enumerate(rows):
        yield line((lead if place == 0 else " " * len(lead)) + row, "")


def _legend() -> Line:
    spans = [Span("Strips  ")]
    for style, name in LEGEND:
        spans += [Span(f" {name} ", style), Span(" ")]
    return Line(tuple(spans))


def _marks(board: Board) -> Iterator[Line]:
    strips = [*(row for row in board.rows if isinstance(row, Strip)), *board.boneyard]
    told = []
    if any(strip.broken for strip in strips):
        told.append("! breaks a rule")
    if any(strip.pinned and not strip.broken for strip in strips):
        told.append("* pinned to its date")
    if told:
        yield line("Marks  " + "   ".join(told))


# --- rows --------------------------------------------------------------------------


def _row(row: Row, board: Board, columns: Columns) -> list[Line]:
    width, currency = columns.width, board.currency
    if isinstance(row, Strip):
        return strip_lines(row, columns)
    if isinstance(row, DayBreak):
        return _day_break(row, board, width)
    if isinstance(row, WeekBar):
        start = f"END OF WEEK {row.number}  {show_range(row.first, row.last)}"
        facts = [count_of(row.days, "day"), show_pages(row.eighths)]
        end = " · ".join([*facts, show_money(row.cost, currency)])
        return [bar(start, end, width=width, style="week-bar")]
    if isinstance(row, FreeDates):
        return [_free(row, board, width)]
    return [_company_move(row, board, width)]


def _day_break(row: DayBreak, board: Board, width: int) -> list[Line]:
    """Give the black edge below a day: one line, or two where one is too narrow."""
    unit = f" {row.unit_name.upper()}" if board.several_units else ""
    start = (
        f"END OF{unit} DAY {row.number}  {show_date(row.date)}  "
        f"{show_pages(row.eighths)}"
    )
    hours = f"{show_hours(row.minutes)} of {show_hours(row.day_minutes)}"
    facts = [hours, f"{row.cast} cast"]
    if row.extras:
        facts.append(f"{row.extras} extras")
    if row.moves:
        facts.append(count_of(row.moves, "move"))
    if board.several_bases:
        facts.append(clean(row.base))
    facts.append(_call(row))
    cost = f"Day cost {show_money(row.cost, board.currency)}"
    made = _fit(start, [*facts, *_cover(row)], cost, width)
    if len(made) > 1 and width_of(" · ".join([*facts, *_cover(row)])) + 2 > width:
        made = _fit(start, facts, cost, width)
        made += [bar("", one, width=width, style="day-break") for one in _cover(row)]
    if row.broken:
        said = f"BROKEN: {', '.join(row.broken)}"
        made.append(bar(said, "", width=width, style="conflict"))
    return made


def _cover(row: DayBreak) -> list[str]:
    """Give what stands in for the exteriors of a day; nothing where nobody asked."""
    if row.cover is None:
        return []
    places = ", ".join(clean(one) for one in row.cover)
    return [f"Cover: {places}" if places else "NO COVER SET"]


def _call(row: DayBreak) -> str:
    kind = "Call" if row.shift == "day" else f"{row.shift.title()} call"
    return f"{kind} {show_time(row.call)}"


def _fit(start: str, facts: list[str], cost: str, width: int) -> list[Line]:
    end = " · ".join([*facts, cost])
    if width_of(start) + width_of(end) + 4 <= width:
        return [bar(start, end, width=width, style="day-break")]
    return [
        bar(start, cost, width=width, style="day-break"),
        bar("", " · ".join(facts), width=width, style="day-break"),
    ]


def _free(row: FreeDates, board: Board, width: int) -> Line:
    days = (row.last - row.first).days + 1
    reason = f": {row.reason}" if row.reason else ""
    said = f"{FREE[row.what]}{reason}  {show_range(row.first, row.last)}"
    style = "holiday" if row.what in ("holiday", "hiatus") else "rest"
    end = count_of(days, "day")
    if row.cost:
        end += f" · idle {show_money(row.cost, board.currency)}"
    return bar(said, end, width=width, style=style)


def _company_move(row: CompanyMove, board: Board, width: int) -> Line:
    unit = f" {row.unit_name.upper()}" if board.several_units else ""
    start = f"COMPANY MOVE{unit}  {row.origin} to {row.target}"
    end = show_money(row.cost, board.currency)
    if row.days:
        end = f"{count_of(row.days, 'day')} · {end}"
    return bar(start, end, width=width, style="banner")


def _boneyard(board: Board, columns: Columns) -> Iterator[Line]:
    if not board.boneyard:
        return
    width = columns.width
    eighths = sum(strip.eighths for strip in board.boneyard)
    count = count_of(len(board.boneyard), "strip")
    facts = f"{count} · {show_pages(eighths)}"
    yield bar("BONEYARD: STANDS ON NO DAY", facts, width=width, style="boneyard")
    for strip in board.boneyard:
        yield from strip_lines(strip, columns)
        for text in (
            wrap(clean(strip.reason).split(), width - 9) if strip.reason else ()
        ):
            yield line(f"         {text}")
