"""Tables as lines of a terminal: columns fitted to a width, long text wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daybreak.reports.cells import clean, clip, left, right, width_of, wrap
from daybreak.reports.formats.values import align_of, read_columns, show
from daybreak.reports.lines import Line, Span, bar, line
from daybreak.reports.papers.paper import Bar, Column, Group, Row, Table

BETWEEN = 1
NARROWEST = 8
UPRIGHT_MOST = 12
NAMES_MOST = 24
"""Cells that names at the left of a grid take before its dates go into parts."""
WEEK = 7
BAR_AIR = 3
"""Cells beside and between the ends of a bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A table that is being drawn: its columns for readers, and how wide each is."""

    table: Table
    places: list[int]
    columns: list[Column]
    wide: list[int]
    currency: str
    width: int


def table_lines(table: Table, *, currency: str, width: int) -> Iterator[Line]:
    """Yield a table as lines of at most ``width`` cells."""
    if not table.totals and not any(group.rows for group in table.groups):
        yield line(clip(clean(table.empty), width), "soft")
        return
    places = _places(table, currency, width)
    natural = _natural(table, places, currency)
    parts = _parts(table, places, natural, width)
    for number, part in enumerate(parts):
        columns = [table.columns[place] for place in part]
        wants = [natural[places.index(place)] for place in part]
        drawn = _Drawn(
            table=table,
            places=part,
            columns=columns,
            wide=_fitted(columns, wants, width),
            currency=currency,
            width=width,
        )
        yield from [line()] if number else []
        yield from _part_lines(drawn, is_whole=len(parts) == 1)


def _places(table: Table, currency: str, width: int) -> list[int]:
    """Give the columns for people; one list in place of upright ones without room.

    A stripboard has a column for each of the cast, ``cast_nora``, and for programs one
    with all of them, ``cast``.
    """
    places = read_columns(table)
    upright = [place for place in places if table.columns[place].turned]
    if not upright or _is_grid(table, places):
        return places
    natural = _natural(table, places, currency)
    forms = [table.columns[place].form for place in places]
    least = (
        min(wide, NARROWEST) if form == "text" else wide
        for wide, form in zip(natural, forms, strict=True)
    )
    if _taken(list(least)) <= width:
        return places
    stem = table.columns[upright[0]].key.partition("_")[0]
    lists = [place for place, one in enumerate(table.columns) if one.key == stem]
    return [*(place for place in places if place not in upright), *lists]


def _is_grid(table: Table, places: Sequence[int]) -> bool:
    """Tell whether a table has names at its left and nothing but dates beside them."""
    dates = places[table.pinned :]
    return bool(dates) and all(table.columns[place].turned for place in dates)


def _parts(
    table: Table, places: list[int], natural: Sequence[int], width: int
) -> list[list[int]]:
    """Give the columns that stand side by side: all, or some weeks of a grid each.

    A grid has its names at the left, which are repeated, and dates under upright
    headings.
    """
    lead = places[: table.pinned]
    dates = places[table.pinned :]
    is_grid = _is_grid(table, places)
    lead_wide = sum(min(one, NAMES_MOST) for one in natural[: table.pinned])
    each = max(natural[table.pinned :], default=0) + BETWEEN
    count = (width - lead_wide - BETWEEN * len(lead)) // each if is_grid else 0
    if not is_grid or count >= len(dates):
        return [places]
    count = max(WEEK, count - count % WEEK)
    return [
        [*lead, *dates[start : start + count]] for start in range(0, len(dates), count)
    ]


def _part_lines(drawn: _Drawn, *, is_whole: bool) -> Iterator[Line]:
    """Yield the lines of columns; of a part only rows in which something stands."""
    table, width = drawn.table, drawn.width
    rows = [
        one for group in table.groups for one in _rows(drawn, group, is_whole=is_whole)
    ]
    yield from _head(drawn)
    yield line("-" * min(width, _taken(drawn.wide)), "soft")
    for one in rows:
        if isinstance(one, Bar):
            yield from _bar_lines(one, width)
        else:
            yield from _row(drawn, one)
    if table.totals:
        yield line("-" * min(width, _taken(drawn.wide)), "soft")
    for total in table.totals:
        yield from _row(drawn, total, "title")


def _rows(drawn: _Drawn, group: Group, *, is_whole: bool) -> list[Row | Bar]:
    """Give the rows of a group; of a part its bars where any row says something."""
    if is_whole:
        return list(group.rows)
    dates = drawn.places[drawn.table.pinned :]
    kept = [
        one
        for one in group.rows
        if isinstance(one, Bar)
        or any(one.cells[place].value is not None for place in dates)
    ]
    return kept if any(isinstance(one, Row) for one in kept) else []


def _bar_lines(one: Bar, width: int) -> Iterator[Line]:
    """Yield a bar: in one line where both ends fit, else what it is comes first."""
    if width_of(clean(one.left)) + width_of(clean(one.right)) + BAR_AIR <= width:
        yield bar(one.left, one.right, width=width, style=one.style)
        return
    for text in _wrapped(clean(one.left), width - BAR_AIR):
        yield bar(text, "", width=width, style=one.style)
    for text in _wrapped(clean(one.right), width - BAR_AIR):
        yield bar("", text, width=width, style=one.style)


def _wrapped(text: str, width: int) -> list[str]:
    return [text] if width_of(text) <= width else wrap(text.split(), width)


def _natural(table: Table, places: Sequence[int], currency: str) -> list[int]:
    """Give the width that each column would like to have."""
    rows = [one for group in table.groups for one in group.rows if isinstance(one, Row)]
    found = []
    for place in places:
        column = table.columns[place]
        head = 1 if column.turned else max(map(width_of, _words(column.label)))
        cells = (
            width_of(clean(show(row.cells[place].value, column.form, currency)))
            for row in (*rows, *table.totals)
        )
        found.append(max(head, *cells, 1))
    return found


def _words(label: str) -> list[str]:
    return clean(label).split() or [""]


def _taken(wide: Sequence[int]) -> int:
    return sum(wide) + BETWEEN * (len(wide) - 1)


def _fitted(columns: Sequence[Column], natural: list[int], width: int) -> list[int]:
    """Give widths that fit: columns of text give way first, the widest most."""
    wide = list(natural)
    for is_soft in (True, False):
        least = NARROWEST if is_soft else 1
        while _taken(wide) > width:
            soft = [
                place
                for place, column in enumerate(columns)
                if (column.form == "text" or not is_soft) and wide[place] > least
            ]
            if not soft:
                break
            widest = max(soft, key=lambda place: wide[place])
            wide[widest] -= 1
    return wide


def _head(drawn: _Drawn) -> Iterator[Line]:
    """Yield the headings, upright ones letter under letter."""
    stacks = []
    for column, size in zip(drawn.columns, drawn.wide, strict=True):
        label = clean(column.label)
        upright = list(clip(label, UPRIGHT_MOST))
        stacks.append(upright if column.turned else wrap(label.split(), size))
    tall = max(map(len, stacks))
    for place in range(tall):
        cells = []
        for stack, column, size in zip(stacks, drawn.columns, drawn.wide, strict=True):
            gone = tall - len(stack)
            text = stack[place - gone] if place >= gone else ""
            cells.append(_placed(text, column, size))
        yield Line((Span(clip((" " * BETWEEN).join(cells), drawn.width), "title"),))


def _row(drawn: _Drawn, row: Row, style: str = "") -> Iterator[Line]:
    """Yield a row, as many lines as its longest text needs, and its notes."""
    style = row.style or style
    wrapped = []
    for place, column, size in zip(
        drawn.places, drawn.columns, drawn.wide, strict=True
    ):
        text = clean(show(row.cells[place].value, column.form, drawn.currency))
        fits = width_of(text) <= size
        wrapped.append([text] if fits else wrap(text.split(), size))
    for tall in range(max(map(len, wrapped))):
        spans: list[Span] = []
        for texts, place, column, size in zip(
            wrapped, drawn.places, drawn.columns, drawn.wide, strict=True
        ):
            text = texts[tall] if tall < len(texts) else ""
            own = row.cells[place].style or style
            spans += [Span(_placed(text, column, size), own), Span(" ", style)]
        yield _cut(spans[:-1], drawn.width)
    for note in row.notes:
        for text in wrap(clean(note).split(), drawn.width - 4):
            yield line(f"    {text}", "soft")


def _placed(text: str, column: Column, size: int) -> str:
    where = align_of(column)
    if where == "right":
        return right(text, size)
    if where == "center":
        text = clip(text, size)
        return left(" " * ((size - width_of(text)) // 2) + text, size)
    return left(text, size)


def _cut(spans: Sequence[Span], width: int) -> Line:
    """Give spans as a line of at most ``width`` cells."""
    room = width
    made = []
    for span in spans:
        if room <= 0:
            break
        text = span.text if width_of(span.text) <= room else left(span.text, room)
        made.append(Span(text, span.style))
        room -= width_of(text)
    return Line(tuple(made))
