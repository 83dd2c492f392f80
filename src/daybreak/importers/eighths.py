"""Page eighths of scenes: what the file states, else measured as Final Draft does.

docs/importing.md tells the recipe and how far off it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Literal

from daybreak.importers.page import (
    LINE_POINTS,
    STOCK,
    spec_for,
    width,
    wrapped_lines,
)
from daybreak.importers.screenplay import (
    UNPRINTED,
    Element,
    Layout,
    Screenplay,
    ScriptScene,
    Spec,
)

EighthsSource = Literal["file", "estimated", "manual"]
DUAL_CHARACTERS = 28
"""Characters in a line of each column of a dual dialogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLength:
    """The length of a scene.

    Parameters
    ----------
    eighths
        Whole eighths of a page; 0 where the scene is omitted.
    source
        ``file`` where the script states it, ``estimated`` where it was measured;
        ``manual`` is for a person who says otherwise.
    """

    eighths: int
    source: EighthsSource


def scene_lengths(script: Screenplay) -> tuple[SceneLength, ...]:
    """Give the length of each scene of a script, in its order."""
    page = Page(script.layout or STOCK, is_marked=script.source_format == "fountain")
    return tuple(page.length(scene) for scene in script.scenes())


class Page:
    """Measures scenes on one page layout.

    Parameters
    ----------
    layout
        The page and how each paragraph type stands on it.
    is_marked
        Whether texts hold marks of emphasis, which do not print.
    """

    def __init__(self, layout: Layout, *, is_marked: bool) -> None:
        self._specs = dict(layout.specs)
        self._body = layout.body_points / LINE_POINTS
        self._is_marked = is_marked

    def length(self, scene: ScriptScene) -> SceneLength:
        """Give the length of a scene and where it comes from."""
        heading = scene.heading
        if heading.is_omitted:
            return SceneLength(eighths=0, source="estimated")
        if heading.eighths is not None:
            return SceneLength(eighths=heading.eighths, source="file")
        lines = self.lines((heading, *scene.body))
        return SceneLength(eighths=self.eighths(lines), source="estimated")

    def eighths(self, lines: Fraction) -> int:
        """Give eighths for printed lines: always up, at least one."""
        return max(1, ceil(8 * lines / (self._body + 1)))

    def lines(self, elements: Iterable[Element]) -> Fraction:
        """Count the lines that elements take, the blank ones before them included."""
        total = Fraction(0)
        columns: dict[str, int] = {}
        for element in elements:
            if element.kind in UNPRINTED:
                continue
            side = element.column
            if columns and (side is None or (side == "left" and "right" in columns)):
                total += _beside(columns)
                columns = {}
            if side is None:
                total += self._element_lines(element)
            else:
                columns[side] = columns.get(side, 0) + self._column_lines(element)
        return total + _beside(columns)

    def _element_lines(self, element: Element) -> Fraction:
        spec = element.spec or spec_for(element.kind, element.style, self._specs)
        return spec.before + self._wrapped(element, spec) * spec.spacing

    def _wrapped(self, element: Element, spec: Spec) -> int:
        return wrapped_lines(self._printed(element.text), width(spec))

    def _column_lines(self, element: Element) -> int:
        return wrapped_lines(self._printed(element.text), DUAL_CHARACTERS)

    def _printed(self, text: str) -> str:
        if not self._is_marked or not any(mark in text for mark in "*_\\"):
            return text
        return _without_marks(text)


def _beside(columns: dict[str, int]) -> int:
    """Lines of a dual dialogue: the higher column and a blank line."""
    return max(columns.values()) + 1 if columns else 0


def _without_marks(text: str) -> str:
    out = []
    is_escaped = False
    for char in text:
        if is_escaped or char not in "*_\\":
            out.append(char)
            is_escaped = False
        elif char == "\\":
            is_escaped = True
    return "".join(out)
