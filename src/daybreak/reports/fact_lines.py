"""Facts as lines: the history of one, a list of many, what changed between days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from daybreak.reports.cells import clip, left, width_of
from daybreak.reports.lines import Line, Span, line

NOBODY = "ourselves"
VALUE_MOST = 44
WHO_MOST = 36
VALUE_LEAST, WHO_LEAST = 16, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """One thing that was said.

    Parameters
    ----------
    entry
        Its number in the journal.
    when
        When it was said, as precisely as it is known.
    value
        What was said; None where it says that there is none.
    removes
        Whether it does.
    status
        How sure it is.
    who
        Outlet and speaker; empty for the company itself.
    fate
        What became of it, in words.
    stands
        Whether it is what stands.
    disputed
        Whether it is a side of an open dispute.
    besides
        Quotation, note and address, each a line of its own.
    """

    entry: int
    when: str
    value: Any
    removes: bool = False
    status: str
    who: str
    fate: str
    stands: bool = False
    disputed: bool = False
    besides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One fact of a list."""

    path: str
    value: Any
    status: str
    when: str
    who: str
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change: what it is about, what happened, and who said so.

    ``besides`` are lines below it, such as names that are no longer in a list.
    """

    path: str
    what: str
    who: str
    disputed: bool
    besides: tuple[str, ...] = ()


def show_value(value: Any, *, removes: bool = False) -> str:
    """Give a value as people read it.

    Examples
    --------
    >>> show_value({"from": "2021-06", "to": "2021-08"}), show_value(["ann", "bob"])
    ('from 2021-06, to 2021-08', 'ann, bob')
    """
    if removes or value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} {show_value(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(show_value(one) for one in value)
    return value if isinstance(value, str) else json.dumps(value)


def said_lines(rows: Sequence[SaidRow], *, width: int) -> list[Line]:
    """Give the history of a fact, one row an entry."""
    cells = [
        (
            row.when,
            clip(show_value(row.value, removes=row.removes), VALUE_MOST),
            row.status,
            clip(row.who or NOBODY, WHO_MOST),
            row.fate,
            f"entry {row.entry}",
        )
        for row in rows
    ]
    heads = ("said", "what", "status", "by", "", "")
    lines = [_row(heads, _widths([heads, *cells]), width=width, style="soft")]
    widths = _widths([heads, *cells])
    for row, texts in zip(rows, cells, strict=True):
        style = "conflict" if row.disputed else "title" if row.stands else ""
        lines.append(_row(texts, widths, width=width, style=style))
        lines += [line(clip(f"    {text}", width), "soft") for text in row.besides]
    return lines


def fact_lines(rows: Sequence[FactRow], *, width: int) -> list[Line]:
    """Give facts, one a row."""
    heads = ("fact", "what", "status", "said", "by")
    cells = [
        (
            row.path,
            show_value(row.value),
            row.status + (", disputed" if row.disputed else ""),
            row.when,
            row.who or NOBODY,
        )
        for row in rows
    ]
    widths = _squeezed(_widths([heads, *cells]), width)
    lines = [_row(heads, widths, width=width, style="soft")]
    for row, texts in zip(rows, cells, strict=True):
        style = "conflict" if row.disputed else ""
        lines.append(_row(texts, widths, width=width, style=style))
    return lines


def _squeezed(widths: Sequence[int], width: int) -> tuple[int, ...]:
    """Give the widths of a list: what is said gives way first, then by whom."""
    path, what, status, said, who = widths
    gaps = 2 * (len(widths) - 1)
    who = min(who, WHO_MOST)
    what = min(
        what, VALUE_MOST, max(VALUE_LEAST, width - gaps - path - status - said - who)
    )
    who = min(who, max(WHO_LEAST, width - gaps - path - what - status - said))
    return path, what, status, said, who


def change_lines(rows: Sequence[ChangeRow], *, width: int) -> list[Line]:
    """Give changes, one a row, with what belongs to each below it."""
    widths = _widths([(row.path, row.what) for row in rows], most=60)
    lines = []
    for row in rows:
        texts = (row.path, row.what, row.who)
        style = "conflict" if row.disputed else ""
        lines.append(_row(texts, (*widths, 0), width=width, style=style))
        lines += [line(clip(f"    {text}", width), "soft") for text in row.besides]
    return lines


def _widths(rows: Iterable[Sequence[str]], *, most: int = 60) -> tuple[int, ...]:
    columns = zip(*rows, strict=True)
    return tuple(min(most, max(map(width_of, column))) for column in columns)


def _row(
    texts: Sequence[str], widths: Sequence[int], *, width: int, style: str
) -> Line:
    cells = [
        left(clip(text, wide), wide) if wide else text
        for text, wide in zip(texts, widths, strict=True)
    ]
    return Line((Span(clip("  ".join(cells).rstrip(), width), style),))
