"""Lines of a paper on the terminal: in color where somebody looks, else plain."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable

from daybreak.cli.speech import out
from daybreak.reports.colors import Preset, Style, styles
from daybreak.reports.lines import Line, to_text

WIDTH_OF_A_PIPE = 120
WIDEST = 200


def width_of_output(asked: int | None) -> int:
    """Give the width to draw for: asked for, the terminal's, or that of a pipe."""
    if asked is not None:
        return asked
    if not sys.stdout.isatty():
        return WIDTH_OF_A_PIPE
    return min(WIDEST, shutil.get_terminal_size((WIDTH_OF_A_PIPE, 50)).columns)


def has_color(asked: bool | None) -> bool:
    """Tell whether to draw in color: asked for, or a terminal that wants it."""
    if asked is not None:
        return asked
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def paint(
    lines: Iterable[Line], *, color: bool | None = None, colors: Preset = "classic"
) -> None:
    """Write lines to standard output."""
    out(in_color(lines, colors) if has_color(color) else to_text(lines))


def in_color(lines: Iterable[Line], colors: Preset) -> str:
    """Give lines with the escape codes of the terminal's color system."""
    from rich.color import ColorSystem  # slow import: rich  # noqa: PLC0415
    from rich.console import Console  # slow import: rich  # noqa: PLC0415
    from rich.style import Style as RichStyle  # slow import: rich  # noqa: PLC0415

    def rich_style(style: Style) -> RichStyle:
        return RichStyle(
            color=style.text or None,
            bgcolor=style.ground or None,
            bold=style.bold or None,
            dim=style.dim or None,
        )

    systems = {
        "standard": ColorSystem.STANDARD,
        "256": ColorSystem.EIGHT_BIT,
        "windows": ColorSystem.WINDOWS,
    }
    found = Console(file=sys.stdout).color_system if sys.stdout.isatty() else None
    system = systems.get(found or "", ColorSystem.TRUECOLOR)
    looks = {name: rich_style(style) for name, style in styles(colors).items()}
    return "".join(
        "".join(
            looks[span.style].render(span.text, color_system=system)
            for span in one.spans
        )
        + "\n"
        for one in lines
    )
