"""How wide the columns of a printed table are: in points, by what stands in them.

Figures, codes and dates are never broken; columns of text share what they leave, by
the share that the paper asks for and no more than they need. A table with too much in
it gets smaller type first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from daybreak.reports.formats.values import read_columns, show
from daybreak.reports.papers.paper import Column, Row, Table

SIZES = (8.0, 7.5, 7.0, 6.5, 6.0, 5.5)
"""Type sizes to try, in points."""
INSET = 0.5
"""Room at each side of a cell, in em."""
ADVANCES = (
    *(231, 267, 440, 587, 528, 822, 664, 241, 318, 318, 502, 528, 264, 311, 264, 396),
    *(527,) * 10,
    *(266, 267, 528, 528, 528, 420, 824, 608, 604, 576, 662, 509, 492, 663, 687, 345),
    *(289, 589, 490, 864, 725, 710, 563, 710, 588, 502, 511, 676, 576, 873, 567, 544),
    *(509, 323, 396, 323, 545, 422, 319, 534, 574, 457, 574, 532, 338, 574, 581, 264),
    *(264, 538, 263, 873, 581, 564, 574, 574, 396, 445, 369, 581, 499, 764, 502, 500),
    *(431, 375, 505, 375, 528),
)
"""Widths of the ASCII signs from the blank on, in thousandths of an em: those of the
bold type, so that no figure is ever too wide for its column."""
OTHER, WIDE = 620, 1000
OF_OCTETS = (*(OTHER,) * 32, *ADVANCES, OTHER)
"""Widths of all ASCII signs, by their code."""
FIRST_WIDE = 0x1100
"""From here on most signs are as wide as they are high."""
TEXT_LEAST, TEXT_MOST_LEAST = 3.0, 9.0
"""A column of text is not made narrower than its longest word or this, in em."""
NAME_LEAST = 13.0
"""Names of a grid get up to so much before its dates, in em."""
AIR = 1.6
"""How much wider than its longest text a column of text is made, before all are."""
FIRST = 100.0
"""The share of headings that want to stand on one line: before any text."""
UPRIGHT = 1.5
"""Width of a column under an upright heading, in em, where little stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A table fitted to a width.

    Parameters
    ----------
    size
        Of its type, in points.
    widths
        Of the columns that people read, in points; they add up to at most the width.
    """

    size: float
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Need:
    """What a column needs, in em: to stand unbroken, and at the very least."""

    whole: float
    least: float
    is_text: bool
    share: float


def ems(text: str) -> float:
    """Give the width of a text in em, at most a little too much."""
    if text.isascii():
        return sum(map(OF_OCTETS.__getitem__, text.encode())) / 1000
    total = 0
    for char in text:
        code = ord(char)
        if code < len(OF_OCTETS):
            total += OF_OCTETS[code]
        else:
            total += WIDE if code >= FIRST_WIDE else OTHER
    return total / 1000


def fitted(table: Table, currency: str, width: float) -> Fitted:
    """Give the size of type and the widths of columns for a width in points."""
    needs = _needs(table, currency)
    if table.boxed:
        return _alike(needs, width)
    for size in SIZES:
        if sum(one.least for one in needs) * size <= width:
            return Fitted(size=size, widths=_shared(needs, size, width))
    least = sum(one.least for one in needs)
    size = SIZES[-1]
    return Fitted(size=size, widths=tuple(one.least * width / least for one in needs))


def _alike(needs: Sequence[_Need], width: float) -> Fitted:
    """Give columns of one width, in the largest type in which no word is broken."""
    each = width / len(needs)
    least = max(one.least for one in needs)
    size = next((one for one in SIZES if least * one <= each), SIZES[-1])
    return Fitted(size=size, widths=(each,) * len(needs))


def lines_of(text: str, width: float, size: float) -> int:
    """Give about how many lines a text takes in a column."""
    if not text:
        return 1
    room = max(1.0, width / size - 2 * INSET)
    return max(1, -int(-ems(text) * 1.05 // room))


def _needs(table: Table, currency: str) -> list[_Need]:
    places = read_columns(table)
    rows = [one for group in table.groups for one in group.rows if isinstance(one, Row)]
    found = []
    for place in places:
        column = table.columns[place]
        texts = {
            show(row.cells[place].value, column.form, currency)
            for row in (*rows, *table.totals)
        }
        found.append(_need(column, texts))
    upright = [table.columns[place].turned for place in places]
    if all(upright[table.pinned :]) and any(upright):
        found = [_named(one) for one in found]
    widest = max(
        (one.least for one, is_up in zip(found, upright, strict=True) if is_up),
        default=0.0,
    )
    return [
        _Need(whole=widest, least=widest, is_text=False, share=FIRST) if is_up else one
        for one, is_up in zip(found, upright, strict=True)
    ]


def _need(column: Column, texts: set[str]) -> _Need:
    room = 2 * INSET
    head = max(map(ems, column.label.split() or [""]))
    head = UPRIGHT - room if column.turned else head
    whole = max(map(ems, texts), default=0.0)
    is_text = column.form == "text"
    if not is_text:
        need = max(head, whole) + room
        one_line = need if column.turned else max(need, ems(column.label) + room)
        return _Need(whole=one_line, least=need, is_text=False, share=FIRST)
    word = max((ems(one) for text in texts for one in text.split()), default=0.0)
    least = max(head, min(word, TEXT_MOST_LEAST), min(whole, TEXT_LEAST)) + room
    whole = max(whole, head) + room
    return _Need(whole=whole, least=least, is_text=True, share=column.width)


def _named(need: _Need) -> _Need:
    """Give what a name at the left of a grid needs: a line of its own, if it can."""
    least = max(need.least, min(need.whole, NAME_LEAST))
    return replace(need, least=least) if need.is_text else need


def _shared(needs: Sequence[_Need], size: float, width: float) -> tuple[float, ...]:
    """Give widths in points: each its least, the rest by share up to what it needs."""
    widths = [one.least for one in needs]
    left = width / size - sum(widths)
    hungry = {place for place, one in enumerate(needs) if one.whole > one.least}
    while left > 1e-6 and hungry:
        shares = sum(needs[place].share for place in hungry)
        given = {place: left * needs[place].share / shares for place in hungry}
        for place, more in given.items():
            taken = min(more, needs[place].whole - widths[place])
            widths[place] += taken
            left -= taken
        full = {one for one in hungry if needs[one].whole - widths[one] < 1e-6}
        if not full:
            break
        hungry -= full
    return tuple(one * size for one in _stretched(needs, widths, left))


def _stretched(needs: Sequence[_Need], widths: list[float], left: float) -> list[float]:
    """Give what is left over: to text up to some air, then to all by their widths."""
    made = list(widths)
    for most in (AIR, None):
        takers = [
            place for place, one in enumerate(needs) if most is None or one.is_text
        ]
        whole = sum(made[place] for place in takers)
        if left <= 0 or not whole:
            continue
        for place in takers:
            more = left * made[place] / whole
            room = more if most is None else made[place] * (most - 1)
            made[place] += min(more, room)
        left -= sum(made) - sum(widths)
        widths = list(made)
    return made
