"""Lines of iCalendar files (RFC 5545): values written out, escaped and folded.

A line is a string without its end; `joined` folds all of them and ends them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from daybreak.reports.formats.signs import held

FOLDED_MOST = 75
"""Octets of a line without its end, RFC 5545, 3.1; the blank before a rest is one."""
ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": r"\n"})


def text(words: str) -> str:
    r"""Give a value of type TEXT: what would end it or its line is escaped.

    Examples
    --------
    >>> print(text("Quay, north;\r\nat C:\\New"))
    Quay\, north\;\nat C:\\New
    """
    return held(words).replace("\r\n", "\n").translate(ESCAPES)


def day(one: date) -> str:
    """Give a value of type DATE.

    Examples
    --------
    >>> day(date(2027, 3, 1))
    '20270301'
    """
    return f"{one.year:04}{one.month:02}{one.day:02}"


def moment(one: datetime) -> str:
    """Give a value of type DATE-TIME as the clocks of its place show it.

    Examples
    --------
    >>> moment(datetime(2027, 3, 1, 18, 30))
    '20270301T183000'
    """
    return f"{day(one)}T{one.hour:02}{one.minute:02}{one.second:02}"


def moment_utc(one: datetime) -> str:
    """Give a value of type DATE-TIME in UTC."""
    return f"{moment(one.astimezone(UTC))}Z"


def offset(one: timedelta) -> str:
    """Give a value of type UTC-OFFSET.

    Examples
    --------
    >>> offset(timedelta(hours=-4)), offset(timedelta(seconds=19022))
    ('-0400', '+051702')
    """
    seconds = abs(int(one.total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    sign = "-" if one < timedelta() else "+"
    return f"{sign}{hours:02}{minutes:02}" + (f"{left:02}" if left else "")


def inside(name: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines as a component: between its beginning and its end."""
    yield f"BEGIN:{name}"
    yield from lines
    yield f"END:{name}"


def joined(lines: Iterable[str]) -> bytes:
    """Give lines as a file: each folded, all ended by CR LF."""
    return b"".join(_folded(one) for one in lines)


def _folded(line: str) -> bytes:
    """Give a line in pieces of at most 75 octets; no sign and no escape is cut."""
    data = line.encode()
    if len(data) < FOLDED_MOST:
        return data + b"\r\n"
    pieces = []
    first = 0
    while len(data) - first >= FOLDED_MOST:
        end = _whole(data, first, first + FOLDED_MOST - 1)
        pieces.append(data[first:end])
        first = end
    return b"\r\n ".join([*pieces, data[first:]]) + b"\r\n"


def _whole(data: bytes, first: int, end: int) -> int:
    """Give where a piece ends that is cut between signs, and not inside an escape."""
    while data[end] & 0xC0 == 0x80:  # the middle of a sign of several octets
        end -= 1
    before = data[first:end]
    escapes = len(before) - len(before.rstrip(b"\\"))
    return end - escapes % 2
