"""The columns of a stripboard in a terminal: their widths, and a strip in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from daybreak.model.eighths import format_eighths
from daybreak.reports.board_rows import Board, Strip
from daybreak.reports.cells import clean, clip, left, right, width_of, wrap
from daybreak.reports.lines import Line, Span

PLACES = {"int": "INT", "ext": "EXT", "int/ext": "I/E"}
NARROWEST = 72
COMFORTABLE = 120
SET_LEAST = 10
LOCATION_LEAST = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Widths of the columns in cells; 0 leaves a column out."""

    width: int
    mark: int
    number: int
    picture: int
    set: int
    location: int
    script_day: int
    pages: int
    cast: int
    place: int = 3
    time: int = 5


def columns_of(board: Board, width: int) -> Columns:
    """Give the columns that show a board best at a width.

    The set and synopsis take what is left; a column with nothing in it is left out.
    Beyond `COMFORTABLE` a board is no wider than its texts: the eye has to cross it.
    """
    width = max(width, NARROWEST)
    strips = [row for row in board.rows if isinstance(row, Strip)]
    strips += board.boneyard
    number = _widest((strip.number for strip in strips), least=2, most=6)
    script_day = _widest((strip.script_day for strip in strips), least=0, most=4)
    if script_day:
        script_day = max(script_day, 3)
    picture = 3 if board.several_pictures else 0
    cast = _widest((_numbers(one) for one in strips), least=4, most=width // 5)
    blanks = 8 + bool(script_day) + bool(picture)
    pages = _widest((format_eighths(one.eighths) for one in strips), least=6, most=8)
    taken = 1 + number + 3 + 5 + picture + pages + script_day + cast + blanks
    sets = _widest((_full_set(one) for one in strips), least=SET_LEAST, most=width)
    places = _widest((one.location for one in strips), least=LOCATION_LEAST, most=width)
    width = min(width, max(COMFORTABLE, taken + sets + places))
    location = _widest(
        (one.location for one in strips),
        least=LOCATION_LEAST,
        most=min(max(width // 6, width - taken - sets), width - taken - SET_LEAST),
    )
    return Columns(
        width=width,
        mark=1,
        number=number,
        picture=picture,
        set=width - taken - location,
        location=location,
        script_day=script_day,
        pages=pages,
        cast=cast,
    )


def _widest(texts: Iterable[str], *, least: int, most: int) -> int:
    widest = max((width_of(clean(text)) for text in texts), default=0)
    return max(least, min(most, widest))


def _full_set(strip: Strip) -> str:
    return f"{_set(strip)}  {strip.synopsis}"


def _set(strip: Strip) -> str:
    """Give the set; of a scene over several days also which day this is."""
    name = clean(strip.set)
    if strip.day_of is None:
        return name
    return f"{name} (day {strip.day_of[0]} of {strip.day_of[1]})"


def _numbers(strip: Strip) -> str:
    return ", ".join(map(str, strip.cast))


def heading_line(columns: Columns) -> Line:
    """Give the heads of the columns."""
    cells = _cells(
        columns,
        mark="",
        number="Sc",
        place="I/E",
        time="D/N",
        picture="Pic",
        location="Location",
        pages="Pages",
        script_day="Day",
        cast="Cast",
        middle=[Span(left("Set and synopsis", columns.set), "soft")],
        style="soft",
    )
    return Line(tuple(cells))


def strip_lines(strip: Strip, columns: Columns) -> list[Line]:
    """Give the lines of a strip: one, or more where its cast is large."""
    cast = wrap([str(one) for one in strip.cast], columns.cast, between=", ")
    middles = _set_and_synopsis(strip, columns.set, lines=len(cast))
    color = strip.color
    made = []
    for place, (numbers, middle) in enumerate(zip(cast, middles, strict=True)):
        first = place == 0
        cells = _cells(
            columns,
            mark=_mark(strip) if first else "",
            number=strip.number if first else "",
            place=PLACES[strip.place] if first else "",
            time=strip.time.upper() if first else "",
            picture=strip.picture if first else "",
            location=strip.location if first else "",
            pages=format_eighths(strip.eighths) if first else "",
            script_day=strip.script_day if first else "",
            cast=numbers,
            middle=middle,
            style=color,
        )
        made.append(Line(tuple(_marked(cells, strip) if first else cells)))
    return made


def _mark(strip: Strip) -> str:
    return "!" if strip.broken else "*" if strip.pinned else ""


def _marked(cells: list[Span], strip: Strip) -> list[Span]:
    if not strip.broken:
        return cells
    return [Span(cells[0].text, "conflict"), *cells[1:]]


def _set_and_synopsis(strip: Strip, width: int, *, lines: int) -> list[list[Span]]:
    """Give the set in bold and the synopsis, in just so many lines."""
    name = clip(_set(strip), width)
    rest = width - width_of(name)
    words = clean(strip.synopsis).split()
    bold, soft = f"{strip.color}-bold", f"{strip.color}-soft"
    if rest < 10 and lines == 1:
        words = []
    beside = wrap(words, rest - 2)[0] if rest >= 10 else ""
    remaining = words[len(beside.split()) :]
    if lines == 1:
        beside = clip(" ".join(words), rest - 2) if words else ""
        remaining = []
    made = [[Span(name, bold), Span(left(f"  {beside}", rest), soft)]]
    under = wrap(remaining, width - 2) if remaining else []
    if len(under) > lines - 1 > 0:
        under = [*under[: lines - 2], clip(" ".join([under[lines - 2], "…"]), width)]
    for place in range(lines - 1):
        text = under[place] if place < len(under) else ""
        made.append([Span(left(f"  {text}", width), soft)])
    return made


def _cells(
    columns: Columns,
    *,
    mark: str,
    number: str,
    place: str,
    time: str,
    picture: str,
    location: str,
    pages: str,
    script_day: str,
    cast: str,
    middle: Sequence[Span],
    style: str,
) -> list[Span]:
    """Give the spans of one line, all cells filled, a blank between two."""
    start = [right(clean(number), columns.number)]
    start += [left(place, columns.place), left(time, columns.time)]
    if columns.picture:
        start.append(left(clean(picture), columns.picture))
    end = [left(clean(location), columns.location), right(pages, columns.pages)]
    if columns.script_day:
        end.append(left(clean(script_day), columns.script_day))
    end.append(left(cast, columns.cast))
    return [
        Span(left(mark, columns.mark), style),
        Span(" " + " ".join(start) + " ", style),
        *middle,
        Span(f" {' '.join(end)} ", style),
    ]
