"""What each style looks like on paper and in a browser: ink, ground, pattern.

`daybreak.reports.colors` speaks to terminals, which have a red of their own; here every
color is written out, and there is a set of greys for plain printers. Greys keep the
lightness of the color they stand for, so whatever could be read still can; strips,
whose colors are about equally light, get greys and patterns of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daybreak.reports.colors import INK, SOFT_INK, Style, styles
from daybreak.reports.formats.look import Look

Pattern = Literal["", "lines", "dots"]
OF_TERMINALS = {"red": "#B42318", "green": "#0B6B3A"}
GREY_STRIPS: dict[str, tuple[str, Pattern]] = {
    "int-day": ("#FFFFFF", ""),
    "ext-day": ("#FFFFFF", "lines"),
    "int-night": ("#D9D9D9", ""),
    "ext-night": ("#D9D9D9", "lines"),
    "dawn": ("#FFFFFF", "dots"),
    "dusk": ("#E6E6E6", "dots"),
}
CHIPS = {
    "white": "#FFFFFF",
    "blue": "#BFD7F5",
    "pink": "#F9C9D6",
    "yellow": "#FBEE9B",
    "green": "#C3E6BF",
    "goldenrod": "#F0C75E",
    "buff": "#F0DFB4",
    "salmon": "#F8B8A0",
    "cherry": "#E58A96",
    "tan": "#DCC4A0",
    "ivory": "#FBF8E6",
    "lavender": "#DCD0F0",
    "orange": "#F9C890",
    "red": "#F0A8A0",
    "grey": "#D8D8D8",
    "gray": "#D8D8D8",
    "purple": "#D9BFE6",
}
"""Colors of revision paper, light as the paper is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How a style looks; ``#RRGGBB``, an empty ground is the sheet itself."""

    text: str = INK
    ground: str = ""
    bold: bool = False
    pattern: Pattern = ""


def inks(look: Look) -> dict[str, Ink]:
    """Give the look of every style name."""
    return {
        name: _ink(name, style, look.grey) for name, style in styles(look.night).items()
    }


def chip_of(color: str) -> str:
    """Give the ground of a revision's chip; white for a color that is not known.

    Examples
    --------
    >>> chip_of("2nd blue"), chip_of("mauve")
    ('#BFD7F5', '#FFFFFF')
    """
    words = color.lower().split()
    return CHIPS.get(words[-1] if words else "", CHIPS["white"])


def _ink(name: str, style: Style, is_grey: bool) -> Ink:
    text = OF_TERMINALS.get(style.text, style.text) or INK
    if style.dim:
        text = SOFT_INK
    made = Ink(text=text, ground=style.ground, bold=style.bold)
    if not is_grey:
        return made
    ground, pattern = GREY_STRIPS.get(
        _strip(name), (grey_of(made.ground), made.pattern)
    )
    return Ink(text=grey_of(text), ground=ground, bold=made.bold, pattern=pattern)


def _strip(name: str) -> str:
    return name.removesuffix("-bold").removesuffix("-soft")


def grey_of(color: str) -> str:
    """Give the grey that is as light as a color.

    Notes
    -----
    Relative luminance of WCAG 2.2; two colors keep their contrast.

    Examples
    --------
    >>> grey_of("#FFFFFF"), grey_of("#B45309")
    ('#FFFFFF', '#6F6F6F')
    """
    if not color:
        return ""
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (_linear(part) for part in parts)
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    part = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(255 * part):02X}" + f"{round(255 * part):02X}" * 2


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
