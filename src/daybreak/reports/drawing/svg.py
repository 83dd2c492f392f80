"""A sheet to draw on, written as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from daybreak.reports.cells import clean, width_of

Anchor = Literal["start", "middle", "end"]
FONT = (
    "Noto Sans SemiCondensed, Noto Sans, Liberation Sans, Helvetica, Arial, sans-serif"
)
LETTER = 0.5
"""Width of a usual letter against the height of its font; capitals are wider."""
NOTHING = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hatch:
    """Slanted lines on a ground, so that an area is told apart without color."""

    name: str
    ground: str
    line: str
    step: float = 5
    back: bool = False


class Sheet:
    """Collects shapes in the order in which they lie on each other.

    All lengths are points. Text is shown as it is, whatever stands in it.
    """

    def __init__(self, width: float, height: float, hatches: Sequence[Hatch]) -> None:
        self.width = width
        self.height = height
        self.hatches = tuple(hatches)
        self._shapes: list[str] = []

    def rect(
        self,
        x: float,
        y: float,
        *,
        width: float,
        height: float,
        fill: str = NOTHING,
        line: str = NOTHING,
        thick: float = 0.5,
        round_by: float = 0,
    ) -> None:
        """Draw a rectangle; nothing where it would have no size."""
        if width <= 0 or height <= 0:
            return
        corner = f' rx="{_n(round_by)}"' if round_by else ""
        edge = f' stroke="{line}" stroke-width="{_n(thick)}"' if line != NOTHING else ""
        self._shapes.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" '
            f'height="{_n(height)}" fill="{_paint(fill)}"{edge}{corner}/>'
        )

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        color: str,
        thick: float = 0.5,
        dashed: bool = False,
    ) -> None:
        """Draw a straight line between two points."""
        dash = ' stroke-dasharray="2 2"' if dashed else ""
        self._shapes.append(
            f'<line x1="{_n(start[0])}" y1="{_n(start[1])}" x2="{_n(end[0])}" '
            f'y2="{_n(end[1])}" stroke="{color}" stroke-width="{_n(thick)}"{dash}/>'
        )

    def shape(self, points: Sequence[tuple[float, float]], *, fill: str) -> None:
        """Draw a filled shape with straight edges."""
        path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self._shapes.append(f'<polygon points="{path}" fill="{_paint(fill)}"/>')

    def circle(self, x: float, y: float, radius: float, *, line: str) -> None:
        """Draw an open circle."""
        self._shapes.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="#FFFFFF" '
            f'stroke="{line}" stroke-width="1.5"/>'
        )

    def text(
        self,
        x: float,
        y: float,
        said: str,
        *,
        size: float = 8,
        anchor: Anchor = "start",
        color: str = "#111111",
        bold: bool = False,
    ) -> None:
        """Write a line of text; ``y`` is its baseline."""
        weight = ' font-weight="700"' if bold else ""
        self._shapes.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" '
            f'text-anchor="{anchor}" fill="{color}"{weight}>'
            f"{escape(clean(said))}</text>"
        )

    def to_svg(self, says: str) -> str:
        """Give the whole document; ``says`` is what a reader without eyes is told."""
        return "\n".join(
            (
                '<svg xmlns="http://www.w3.org/2000/svg" '
                f'width="{_n(self.width)}pt" height="{_n(self.height)}pt" '
                f'viewBox="0 0 {_n(self.width)} {_n(self.height)}" '
                f'font-family={quoteattr(FONT)} role="img">',
                f"<title>{escape(clean(says))}</title>",
                f"<defs>{''.join(map(_pattern, self.hatches))}</defs>",
                *self._shapes,
                "</svg>",
                "",
            )
        )


def text_width(said: str, size: float) -> float:
    """Give about how wide a text is; never much too little."""
    wide = sum(one.isupper() or one.isdigit() for one in said)
    return (width_of(clean(said)) * LETTER + wide * 0.09) * size


def _paint(fill: str) -> str:
    """Give a color as it is, and the name of a hatch as a reference to it."""
    return fill if fill.startswith("#") or fill == NOTHING else f"url(#{fill})"


def _pattern(hatch: Hatch) -> str:
    step, angle = _n(hatch.step), 135 if hatch.back else 45
    return (
        f'<pattern id="{hatch.name}" width="{step}" height="{step}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate({angle})">'
        f'<rect width="{step}" height="{step}" fill="{hatch.ground}"/>'
        f'<rect width="{_n(hatch.step / 3)}" height="{step}" fill="{hatch.line}"/>'
        "</pattern>"
    )


def _n(number: float) -> str:
    """Give a length with at most two places, the same everywhere."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
