"""A screenplay as it was written, whatever the format of its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from daybreak.model.errors import Remark

ElementKind = Literal[
    "scene_heading",
    "action",
    "character",
    "dialogue",
    "parenthetical",
    "lyrics",
    "transition",
    "centered",
    "shot",
    "general",
    "section",
    "synopsis",
    "page_break",
    "new_act",
    "end_of_act",
]
NoteKind = Literal["note", "marker", "storyline", "color", "boneyard", "script_note"]
Column = Literal["left", "right"]

SPOKEN: frozenset[ElementKind] = frozenset(
    {"character", "dialogue", "parenthetical", "lyrics"}
)
UNPRINTED: frozenset[ElementKind] = frozenset({"section", "synopsis", "page_break"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note of the writer: not text of the script, kept beside it.

    Parameters
    ----------
    line
        The line it begins on.
    kind
        ``marker``, ``storyline`` and ``color`` are conventions of Beat; ``boneyard``
        is text that was cut; ``script_note`` is one of Final Draft.
    """

    line: int
    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """How a paragraph stands on the page.

    Parameters
    ----------
    left, right
        Inches from the edge of the paper.
    before
        Blank lines before it.
    spacing
        Lines that one line of text takes.
    """

    left: Fraction
    right: Fraction
    before: Fraction
    spacing: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The page that lengths are measured on.

    Parameters
    ----------
    body_points
        Height of the page between its margins, points (12 to a line).
    specs
        Pairs of a paragraph type and how it stands.
    """

    body_points: Fraction
    specs: tuple[tuple[str, Spec], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tagged thing of a scene: category and name, as the file says them."""

    category: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    r"""One paragraph of a screenplay.

    Parameters
    ----------
    kind
        What it is.
    text
        Its text without marks of the format; several lines are joined by ``\n``.
    first_line, last_line
        Where it stands in the file, counted from 1, both belonging to it.
    forced
        Whether a mark made it what it is.
    raw
        The text as it stands in the file.
    number
        The scene number of a heading, where it has one.
    level
        Depth of a section.
    column
        Which side of a dual dialogue it stands on.
    eighths
        Length in eighths that the file states (a heading), where it does.
    synopsis
        Synopsis that the file states (a heading).
    color
        Color that the file gives a scene.
    is_omitted
        Whether the scene was omitted and keeps only its number.
    style
        The paragraph type by which it is measured.
    spec
        Overrides of that type by the paragraph itself.
    tags
        What is tagged in it.
    """

    kind: ElementKind
    text: str
    first_line: int
    last_line: int
    forced: bool = False
    raw: str = ""
    number: str | None = None
    level: int = 0
    column: Column | None = None
    eighths: int | None = None
    synopsis: str | None = None
    color: str | None = None
    is_omitted: bool = False
    style: str | None = None
    spec: Spec | None = None
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptScene:
    """A heading with everything up to the next one (or the end of its act).

    Parameters
    ----------
    heading
        The heading.
    body
        The elements after it that belong to it, without the heading.
    synopsis
        Its synopsis, empty where there is none.
    notes
        Notes that stand between its first and last line.
    """

    heading: Element
    body: tuple[Element, ...] = ()
    synopsis: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screenplay:
    """A whole script.

    Parameters
    ----------
    file
        Base name of its file.
    source_format
        ``fountain`` or ``fdx``.
    title_page
        Pairs of a key as written and its value; a key may return.
    elements
        Everything of the script in its order.
    notes
        What the writer noted beside it.
    cast_list
        Pairs of a character and the actor, where the file says so.
    layout
        The page of the file, where it has its own.
    remarks
        What was read with a warning.
    """

    file: str
    source_format: Literal["fountain", "fdx"]
    title_page: tuple[tuple[str, str], ...] = ()
    elements: tuple[Element, ...] = ()
    notes: tuple[Note, ...] = ()
    cast_list: tuple[tuple[str, str], ...] = ()
    layout: Layout | None = None
    remarks: tuple[Remark, ...] = field(default=())

    def title(self) -> str:
        """Give the title in one line, or the name of the file without its ending."""
        for key, value in self.title_page:
            if key.casefold() == "title" and plain(value):
                return plain(value)
        return self.file.rpartition(".")[0] or self.file

    def scenes(self) -> tuple[ScriptScene, ...]:
        """Give the scenes in the order of the script, omitted ones too."""
        return _Scenes(self).all()


class _Scenes:
    """Cuts elements into scenes; one pass over elements and one over notes."""

    def __init__(self, script: Screenplay) -> None:
        self._script = script
        self._notes = sorted(script.notes, key=lambda note: note.line)
        self._next_note = 0

    def all(self) -> tuple[ScriptScene, ...]:
        groups: list[list[Element]] = []
        is_open = False
        for element in self._script.elements:
            if element.kind == "scene_heading":
                groups.append([element])
                is_open = True
            elif element.kind == "end_of_act":
                is_open = False
            elif is_open:
                groups[-1].append(element)
        ends = [*(group[0].first_line for group in groups[1:]), None]
        return tuple(
            self._scene(group, end) for group, end in zip(groups, ends, strict=False)
        )

    def _scene(self, group: list[Element], end: int | None) -> ScriptScene:
        heading = group[0]
        return ScriptScene(
            heading=heading,
            body=tuple(group[1:]),
            synopsis=heading.synopsis or _synopsis(group[1:]),
            notes=self._notes_until(heading.first_line, end),
        )

    def _notes_until(self, first: int, end: int | None) -> tuple[Note, ...]:
        found = []
        while self._next_note < len(self._notes):
            note = self._notes[self._next_note]
            if end is not None and note.line >= end:
                break
            self._next_note += 1
            if note.line >= first:
                found.append(note)
        return tuple(found)


def _synopsis(body: list[Element]) -> str:
    """Join the synopses of a scene; those under a section are the section's."""
    lines = []
    for element in body:
        if element.kind == "section":
            break
        if element.kind == "synopsis":
            lines.append(element.text)
    return " ".join(line for line in lines if line)


def plain(text: str) -> str:
    r"""Give a text in one line, without emphasis marks and backslash escapes.

    ``*`` and ``_`` between two letters, or between two blanks, are no marks; a
    backslash escapes only what is neither letter nor digit nor blank.

    Examples
    --------
    >>> plain(r"*ROOM_7*  **at** Barrier\_15")
    'ROOM_7 at Barrier_15'
    """
    out = []
    is_escaped = False
    for at, char in enumerate(text):
        after = text[at + 1 : at + 2]
        if is_escaped:
            is_escaped = False
        elif char == "\\" and after and not (after.isalnum() or after.isspace()):
            is_escaped = True
            continue
        elif char in "*_" and not _is_literal(text[at - 1 : at], after):
            continue
        out.append(char)
    return " ".join("".join(out).split())


def _is_literal(before: str, after: str) -> bool:
    """Tell whether a ``*`` or ``_`` between two characters marks no emphasis."""
    if before.isalnum() and after.isalnum():
        return True
    return before.isspace() and after.isspace()
