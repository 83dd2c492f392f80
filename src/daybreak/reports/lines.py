"""Lines of a paper: pieces of text, each with the name of a style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from daybreak.reports.cells import clean, clip, left, width_of


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style of `daybreak.reports.colors`."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paper, never broken: it fits the width it was made for."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The line without its styles, blanks at its end taken off."""
        return "".join(span.text for span in self.spans).rstrip()


def line(text: str = "", style: str = "") -> Line:
    """Give a line of one style."""
    return Line((Span(clean(text), style),))


def bar(start: str, end: str, *, width: int, style: str) -> Line:
    """Give a full-width line with text at both ends; the end is kept whole."""
    start, end = clean(start), clip(clean(end), width - 2)
    room = width - width_of(end) - (1 if end else 0) - 1
    text = f" {left(start, max(0, room - 1))} {end} " if end else f" {start}"
    return Line((Span(left(text, width), style),))


def to_text(lines: Iterable[Line]) -> str:
    """Give lines as plain text, each ended by a line break."""
    return "".join(f"{one.text}\n" for one in lines)
