"""The colors of the papers, by style name.

Six strip colors, found for the farthest distance under normal and color-blind
sight; the two conventions for night differ in which of blue and green stands for
an interior. I/E and D/N are always printed too: color is never the only sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Preset = Literal["classic", "singleton"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
INK = "#111111"
SOFT_INK = "#3A3A3A"
PAPER = "#FFFFFF"
BLUE, GREEN = "#B1CAFC", "#74EB99"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a style looks: text on ground, ``#RRGGBB`` or one of the terminal's own.

    Empty means: as the terminal has it.
    """

    text: str = ""
    ground: str = ""
    bold: bool = False
    dim: bool = False


def styles(preset: Preset = "classic") -> dict[str, Style]:
    """Give the look of every style name.

    A strip has the styles ``int-day``, ``ext-day``, ``int-night``, ``ext-night``,
    ``dawn`` and ``dusk``, each also with ``-bold`` (set) and ``-soft`` (synopsis).
    """
    night_in, night_out = (BLUE, GREEN) if preset == "classic" else (GREEN, BLUE)
    strips = {
        "int-day": "#FFFFFF",
        "ext-day": "#FDDC4B",
        "int-night": night_in,
        "ext-night": night_out,
        "dawn": "#E49BB3",
        "dusk": "#FF8B56",
    }
    looks = dict(OTHERS)
    for name, ground in strips.items():
        looks[name] = Style(text=INK, ground=ground)
        looks[f"{name}-bold"] = Style(text=INK, ground=ground, bold=True)
        looks[f"{name}-soft"] = Style(text=SOFT_INK, ground=ground)
    return looks


OTHERS = {
    "": Style(),
    "title": Style(bold=True),
    "soft": Style(dim=True),
    "day-break": Style(text=PAPER, ground="#1B1B1F", bold=True),
    "week-bar": Style(text=PAPER, ground="#B45309", bold=True),
    "rest": Style(text=INK, ground="#D0D3D8"),
    "holiday": Style(text=PAPER, ground="#B42318"),
    "banner": Style(text=INK, ground="#E4DCF7"),
    "boneyard": Style(text=PAPER, ground="#5B4636", bold=True),
    "conflict": Style(text=PAPER, ground="#8A0018", bold=True),
    "night": Style(text=PAPER, ground="#14213D", bold=True),
    "good": Style(text="green", bold=True),
    "start": Style(text=PAPER, ground="#0B6B3A", bold=True),
    "work": Style(text=PAPER, ground="#1F3A5F"),
    "hold": Style(text=INK, ground="#FDE7A9"),
    "drop": Style(text=PAPER, ground="#6B3FA0", bold=True),
    "event": Style(text=INK, ground="#E4DCF7"),
    "away": Style(text="red", bold=True),
    "off": Style(dim=True),
}
