"""Draw what a command prints in color as an SVG picture: light, and the same again."""

from __future__ import annotations

from html import escape
from io import StringIO

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

LIGHT = TerminalTheme(
    (255, 255, 255),
    (17, 17, 17),
    [
        (17, 17, 17),
        (178, 24, 43),
        (11, 107, 58),
        (180, 83, 9),
        (31, 58, 95),
        (107, 63, 160),
        (15, 118, 110),
        (208, 211, 216),
    ],
)
# Its own frame in place of Rich's: no font from elsewhere, no buttons of a window.
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="VIEW" role="img" aria-label="TITLE">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono",
    "Liberation Mono", monospace;
  font-size: {char_height}px;
  white-space: pre;
}}
{styles}
</style>
<defs>
{lines}
</defs>
<rect x="-8" y="-8" width="100%" height="100%" rx="6" fill="#ffffff"/>
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</svg>
"""
CELL = (12.2, 24.4)
"""Width and height of a cell as Rich draws it."""
MARGIN = 8


def svg_of(painted: str, *, title: str, width: int) -> str:
    """Give an SVG picture of terminal output.

    Parameters
    ----------
    painted
        What a command printed, with the terminal's color codes.
    title
        What the picture shows, for those who cannot see it.
    width
        Columns of the output.
    """
    console = Console(
        record=True,
        width=width,
        file=StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    lines = painted.rstrip("\n").split("\n")
    console.print(Text.from_ansi("\n".join(lines)), soft_wrap=True)
    wide, high = width * CELL[0] + 2 * MARGIN, len(lines) * CELL[1] + 2 * MARGIN
    frame = FRAME.replace("VIEW", f"-{MARGIN} -{MARGIN} {wide:.0f} {high:.0f}")
    drawn = console.export_svg(
        theme=LIGHT,
        code_format=frame.replace("TITLE", escape(title, quote=True)),
        unique_id="board",
    )
    return "".join(f"{line.rstrip()}\n" for line in drawn.splitlines() if line.strip())
