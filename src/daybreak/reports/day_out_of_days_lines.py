"""A day-out-of-days as lines of text: blocks of weeks that fit a width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daybreak.reports.cells import clean, left, right, width_of, wrap
from daybreak.reports.day_out_of_days import MEANINGS, DayOutOfDays, PersonRow
from daybreak.reports.lines import Line, Span, line
from daybreak.reports.person_days import EVENTS
from daybreak.reports.phrases import MONTHS, WEEKDAYS

WEEK = 7
CELL = 4
LEAD = 6
"""Cells of a row beside the name: the cast number and two blanks."""
NAME_MOST = 30
TOTALS = ("Work", "Hold", "Drop", "Event", "Start", "Finish", "Span")
TOTAL_WIDTHS = (6, 6, 6, 6, 12, 12, 6)
LOOKS = {
    "H": "hold",
    "D": "drop",
    "x": "away",
    **dict.fromkeys(EVENTS.values(), "event"),
}


def day_out_of_days_lines(paper: DayOutOfDays, *, width: int) -> list[Line]:
    """Give the paper in blocks of whole weeks, then the totals and the codes.

    Weeks in which nothing stands are left out; ``width`` counts cells.
    """
    names = [row.name for row in paper.rows] + [
        _label(paper, one) for one in _units(paper)
    ]
    named = max(width_of(clean(one)) for one in [*names, "Cast working"])
    name = min(NAME_MOST, named, width - LEAD - WEEK * CELL)
    weeks = max(1, (width - name - LEAD) // (WEEK * CELL))
    made = [line(f"{paper.title}: day out of days", "title")]
    if not paper.rows:
        return [*made, line("nobody is scheduled")]
    filled = list(_filled_weeks(paper))
    for start in range(0, len(filled), weeks):
        block = [place for week in filled[start : start + weeks] for place in week]
        made += [line(), *_block(paper, block, name)]
    made += [line(), *_totals(paper, min(name, width - LEAD - sum(TOTAL_WIDTHS)))]
    made += _idle(paper, width)
    return [*made, line(), *_codes(paper, width)]


def _filled_weeks(paper: DayOutOfDays) -> Iterator[range]:
    for start in range(0, len(paper.dates), WEEK):
        week = range(start, min(start + WEEK, len(paper.dates)))
        rows = (row.codes for row in paper.rows)
        if any(codes[place] not in ("", "x") for codes in rows for place in week):
            yield week


# --- a block of weeks --------------------------------------------------------------


def _block(paper: DayOutOfDays, places: Sequence[int], name: int) -> Iterator[Line]:
    yield _head_row("", [_month(paper, place) for place in places], name, "soft")
    days = [paper.dates[place] for place in places]
    weekdays = [WEEKDAYS[day.weekday()] for day in days]
    yield _head_row("", weekdays, name, "soft")
    yield _head_row("Date", [str(day.day) for day in days], name, "soft")
    for unit, numbers in paper.shooting:
        if any(numbers[place] for place in places):
            shown = [str(numbers[place] or "") for place in places]
            yield _head_row(_label(paper, unit), shown, name, "soft")
    for row in paper.rows:
        if any(row.codes[place] not in ("", "x") for place in places):
            yield _person(paper, row, places, name)
    working = [str(paper.working[place] or "") for place in places]
    yield _head_row("Cast working", working, name, "title")


def _units(paper: DayOutOfDays) -> list[str]:
    return [unit for unit, _ in paper.shooting]


def _label(paper: DayOutOfDays, unit: str) -> str:
    return f"{unit} day" if len(paper.shooting) > 1 else "Shooting day"


def _month(paper: DayOutOfDays, place: int) -> str:
    day = paper.dates[place]
    return MONTHS[day.month - 1] if day.weekday() == 0 or day.day == 1 else ""


def _head_row(label: str, cells: Sequence[str], name: int, style: str) -> Line:
    lead = left(clean(label), name + LEAD)
    return Line((Span(lead + "".join(left(one, CELL) for one in cells), style),))


def _person(
    paper: DayOutOfDays, row: PersonRow, places: Sequence[int], name: int
) -> Line:
    spans = [Span(f"{_who(row, name)} ")]
    for place in places:
        code = row.codes[place]
        if code and not (code == "x" and paper.off[place]):
            spans += [Span(left(code, CELL - 1), _look(code)), Span(" ")]
        else:
            blank = "·" if paper.off[place] else ""
            spans.append(Span(left(blank, CELL), "off"))
    return Line(tuple(spans))


def _look(code: str) -> str:
    if code in LOOKS:
        return LOOKS[code]
    return "work" if code == "W" else "start"


# --- totals and codes --------------------------------------------------------------


def _totals(paper: DayOutOfDays, name: int) -> Iterator[Line]:
    heads = "".join(map(right, TOTALS, TOTAL_WIDTHS))
    yield line(left("Totals in days", name + LEAD) + heads, "title")
    for row in paper.rows:
        cells = "".join(map(right, _total_cells(row), TOTAL_WIDTHS))
        yield line(f"{_who(row, name)} {cells}")


def _who(row: PersonRow, name: int) -> str:
    return f"{right(str(row.number), 4)} {left(clean(row.name), name)}"


def _idle(paper: DayOutOfDays, width: int) -> Iterator[Line]:
    if paper.idle:
        names = ["On no day: " + paper.idle[0], *paper.idle[1:]]
        for text in wrap([clean(one) for one in names], width, between=", "):
            yield line(text, "soft")


def _total_cells(row: PersonRow) -> tuple[str, ...]:
    ends = (
        f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
        for day in (row.start, row.finish)
    )
    counts = (row.worked, row.held, row.dropped, row.events)
    return (*(str(one or "") for one in counts), *ends, str(row.span or ""))


def _codes(paper: DayOutOfDays, width: int) -> Iterator[Line]:
    used = {code for row in paper.rows for code in row.codes}
    if "PWF" in used:
        used |= {"PW", "WF"}
    told = [f"{code} {means}" for code, means in MEANINGS.items() if code in used]
    told.append("· no shooting date")
    for text in wrap(told, width, between="   "):
        yield line(text, "soft")
