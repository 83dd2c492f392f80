"""The stock page: where each kind of paragraph stands on US Letter, and how it wraps.

Courier 12 point has 10 characters to the inch and 6 lines to the inch.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from daybreak.importers.screenplay import ElementKind, Layout, Spec

LINE_POINTS = 12
_CHARACTERS_AN_INCH = 10
_NARROWEST = 1


def _spec(left: str, right: str, before: int) -> Spec:
    return Spec(left=Fraction(left), right=Fraction(right), before=Fraction(before))


STOCK_SPECS: dict[ElementKind, Spec] = {
    "scene_heading": _spec("1.5", "7.5", 2),
    "action": _spec("1.5", "7.5", 1),
    "character": _spec("3.5", "7.25", 1),
    "parenthetical": _spec("3.0", "5.5", 0),
    "dialogue": _spec("2.5", "6.0", 0),
    "lyrics": _spec("2.5", "6.0", 0),
    "transition": _spec("5.5", "7.1", 1),
    "shot": _spec("1.5", "7.5", 1),
    "centered": _spec("1.5", "7.5", 1),
    "general": _spec("1.5", "7.5", 0),
    "new_act": _spec("1.5", "7.5", 1),
    "end_of_act": _spec("1.5", "7.5", 2),
}
STYLES: dict[str, ElementKind] = {
    "Scene Heading": "scene_heading",
    "Action": "action",
    "Character": "character",
    "Parenthetical": "parenthetical",
    "Dialogue": "dialogue",
    "Lyrics": "lyrics",
    "Singing": "lyrics",
    "Transition": "transition",
    "Shot": "shot",
    "General": "general",
    "Cast List": "general",
    "Act Break": "new_act",
    "New Act": "new_act",
    "End of Act": "end_of_act",
}
"""Paragraph types of Final Draft and what they are to us."""
STOCK = Layout(
    body_points=Fraction(9 * 72),
    specs=tuple((style, STOCK_SPECS[kind]) for style, kind in STYLES.items()),
)
"""Nine inches between the margins: 54 lines."""
_STYLE_OF: dict[ElementKind, str] = {}
for _style, _kind in STYLES.items():
    _STYLE_OF.setdefault(_kind, _style)


def spec_for(kind: ElementKind, style: str | None, specs: Mapping[str, Spec]) -> Spec:
    """Give how a paragraph of a kind stands on a page of these settings."""
    found = specs.get(style or _STYLE_OF.get(kind, ""))
    return found or STOCK_SPECS.get(kind, STOCK_SPECS["action"])


def width(spec: Spec) -> int:
    """Give the characters that fit in a line."""
    return max(_NARROWEST, round((spec.right - spec.left) * _CHARACTERS_AN_INCH))


def wrapped_lines(text: str, characters: int) -> int:
    """Count the lines that a text takes.

    Breaks at blanks and after hyphens, splits words that do not fit, and keeps the
    line breaks of the text.

    Parameters
    ----------
    text
        The text, without marks of emphasis.
    characters
        Width of a line.
    """
    return sum(_lines_of(line, characters) for line in text.split("\n"))


def _lines_of(line: str, characters: int) -> int:
    lines, used = 1, 0
    for word in line.split():
        gap = 1 if used else 0
        for piece in _pieces(word):
            size = len(piece)
            if used and used + gap + size > characters:
                lines, used = lines + 1, 0
                gap = 0
            used += gap + size
            if used > characters:
                more, used = divmod(used - 1, characters)
                lines, used = lines + more, used + 1
            gap = 0
    return lines


def _pieces(word: str) -> list[str]:
    """Cut a word after its hyphens; a run of hyphens stays together."""
    if "-" not in word:
        return [word]
    pieces, start = [], 0
    for at in range(1, len(word)):
        if word[at - 1] == "-" and word[at] != "-" and at - start > 1:
            pieces.append(word[start:at])
            start = at
    pieces.append(word[start:])
    return pieces
