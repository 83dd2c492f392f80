"""Text in the cells of a terminal: how wide it is, cut and filled to a width."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

CUT = "…"
UNSEEN = "\ufffd"
ZERO_WIDTH = frozenset({"Mn", "Me"})
NOT_SHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def clean(text: str) -> str:
    """Give text that a terminal only shows.

    What would steer it (escapes, bells, line breaks, changes of writing direction)
    becomes a space where it parts words, else the sign for a lost character.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char in "\t\n\r\u2028\u2029":
        return " "
    return UNSEEN if unicodedata.category(char) in NOT_SHOWN else char


def width_of(text: str) -> int:
    """Give the number of terminal cells that cleaned text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clip(text: str, width: int) -> str:
    """Give text of at most ``width`` cells; what is cut off leaves a ``…``."""
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    taken, used = "", 0
    for char in text:
        used += _width(char)
        if used > width - 1:
            break
        taken += char
    return taken.rstrip() + CUT


def left(text: str, width: int) -> str:
    """Give text cut and filled to exactly ``width`` cells, at the left."""
    text = clip(text, width)
    return text + " " * (width - width_of(text))


def right(text: str, width: int) -> str:
    """Give text cut and filled to exactly ``width`` cells, at the right."""
    text = clip(text, width)
    return " " * (width - width_of(text)) + text


def wrap(words: Sequence[str], width: int, *, between: str = " ") -> list[str]:
    """Give lines of at most ``width`` cells; a longer word is cut.

    What stands between two words ends a line that goes on, where it fits there.
    No words give one empty line.
    """
    lines: list[str] = []
    line = ""
    for word in words:
        longer = f"{line}{between}{word}" if line else word
        if line and width_of(longer) > width:
            ended = line + between.rstrip()
            lines.append(ended if width_of(ended) <= width else line)
            longer = word
        line = longer
    return [clip(one, width) for one in [*lines, line]]
