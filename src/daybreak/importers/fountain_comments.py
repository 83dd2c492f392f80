"""Boneyards and notes taken out of Fountain text, line numbers kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.screenplay import Note, NoteKind

PAUSE = "  "
"""A line of exactly two blanks: it keeps a note or a speech open."""
_COLORS = frozenset(
    (
        "red", "blue", "green", "pink", "magenta", "gray", "grey", "purple", "yellow",
        "orange", "brown", "cyan", "teal", "gold", "mint", "olive", "lime", "white",
        "black", "violet", "lavender", "salmon",
    )
)  # fmt: skip


@dataclass(slots=True)
class Line:
    """A line of the script while it is read.

    Parameters
    ----------
    number
        Counted from 1.
    text
        What is left of it without boneyards and notes.
    raw
        As it stands in the file.
    is_gone
        Whether a note or boneyard took all of it, so that it counts as not there.
    """

    number: int
    text: str
    raw: str
    is_gone: bool = False


def is_empty(text: str) -> bool:
    """Tell whether a line ends notes and paragraphs: blank, but no `PAUSE`."""
    return text != PAUSE and not text.strip()


@dataclass(slots=True)
class Comments:
    """Takes comments out of lines: one pass for boneyards, one for notes."""

    remarks: Remarks
    notes: list[Note] = field(default_factory=list)

    def take_out(self, raw: list[str]) -> list[Line]:
        """Give the lines without comments; the comments are in ``notes``."""
        lines = self._without_boneyards(raw)
        start = 0
        for index, line in enumerate(lines):
            if is_empty(line.text) and not line.is_gone:
                self._clean_block(lines, start, index)
                start = index + 1
        self._clean_block(lines, start, len(lines))
        return lines

    def _without_boneyards(self, raw: list[str]) -> list[Line]:
        text = "\n".join(raw)
        if "/*" not in text:
            return [Line(at, line, line) for at, line in enumerate(raw, 1)]
        kept: list[str] = []
        gone: set[int] = set()
        position, line = 0, 0
        while (start := text.find("/*", position)) >= 0:
            line += text.count("\n", position, start)
            end = text.find("*/", start + 2)
            if end < 0:
                self._warn_open("FTN-W03", "boneyard /*", "*/", line + 1, raw[line])
                break
            cut = text[start : end + 2]
            breaks = cut.count("\n")
            self.notes.append(Note(line=line + 1, kind="boneyard", text=cut[2:-2]))
            kept.append(text[position:start])
            kept.append("\n" * breaks)
            if not breaks:
                gone.add(line)
            position, line = end + 2, line + breaks
        kept.append(text[position:])
        return [
            Line(
                number=index + 1,
                text=left,
                raw=raw[index],
                is_gone=index in gone and not left.strip(),
            )
            for index, left in enumerate("".join(kept).split("\n"))
        ]

    def _clean_block(self, lines: list[Line], start: int, end: int) -> None:
        """Take the notes out of lines between two empty ones."""
        block = "\n".join(line.text for line in lines[start:end])
        if "[[" not in block:
            return
        kept: list[str] = []
        touched: set[int] = set()
        position, line = 0, start
        while (opening := block.find("[[", position)) >= 0:
            line += block.count("\n", position, opening)
            closing = block.find("]]", opening + 2)
            if closing < 0:
                self._warn_open(
                    "FTN-W04", "note [[", "]]", lines[line].number, lines[line].text
                )
                break
            note = block[opening + 2 : closing]
            breaks = note.count("\n")
            self.notes.append(_note(lines[line].number, note))
            kept.append(block[position:opening])
            kept.append("\n" * breaks)
            touched.update(range(line, line + breaks + 1))
            position, line = closing + 2, line + breaks
        kept.append(block[position:])
        for index, text in enumerate("".join(kept).split("\n"), start):
            lines[index].text = text
            if index in touched and not text.strip():
                lines[index].is_gone = True

    def _warn_open(self, code: str, what: str, close: str, at: int, text: str) -> None:
        self.remarks.warn(
            code,
            at,
            f'{what} is never closed and was read as text: "{snippet(text)}"',
            f"close it with {close}, or put a backslash before it",
        )


def _note(line: int, text: str) -> Note:
    words = text.split(None, 1)
    first = words[0].casefold().rstrip(":") if words else ""
    kind: NoteKind = "note"
    if first == "marker":
        kind = "marker"
    elif first == "storyline":
        kind = "storyline"
    elif first in _COLORS and len(words) == 1:
        kind = "color"
    return Note(line=line, kind=kind, text=text.strip())
