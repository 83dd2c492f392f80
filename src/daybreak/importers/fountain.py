"""Fountain to a `Screenplay`: one pass over lines, no patterns, linear time.

The rules are those of fountain.io/syntax 1.1, with what real files need beyond them
(docs/importing.md lists both).
"""

from __future__ import annotations

from dataclasses import replace

from daybreak.importers.fountain_comments import PAUSE, Comments, Line, is_empty
from daybreak.importers.fountain_lines import (
    is_forced_heading,
    is_page_break,
    is_parenthetical,
    is_transition,
    split_cue,
    split_dual,
)
from daybreak.importers.fountain_title import take_title_page
from daybreak.importers.headings import (
    is_heading,
    is_omitted,
    is_strong_heading,
    split_intro,
    split_number,
)
from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.reading import split_lines
from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.screenplay import (
    SPOKEN,
    Element,
    ElementKind,
    Screenplay,
    plain,
)


def parse_fountain(
    text: str, file: str, *, remarks: Remarks | None = None, limits: Limits = LIMITS
) -> Screenplay:
    r"""Read a Fountain script.

    Parameters
    ----------
    text
        The whole text of the file.
    file
        Its name, for messages; folders in it are dropped.
    remarks
        What was already said about the file.
    limits
        How much is read at most.

    Raises
    ------
    ImportProblem
        ``SCR-E06`` a line is too long, ``SCR-E07`` too many scenes, ``SCR-E11`` too
        many lines.

    Examples
    --------
    >>> script = parse_fountain("INT. HOUSE - DAY\n\nANN\nHi.\n", "a.fountain")
    >>> [element.kind for element in script.elements]
    ['scene_heading', 'character', 'dialogue']
    """
    remarks = remarks or Remarks(file)
    raw = split_lines(text.removeprefix("\ufeff"))
    _check_lines(raw, remarks, limits)
    comments = Comments(remarks)
    lines = comments.take_out(raw)
    title_page, start = take_title_page(lines)
    body = _Body([line for line in lines[start:] if not line.is_gone], remarks, limits)
    elements = body.read()
    _warn_whole(elements, remarks)
    return Screenplay(
        file=remarks.file,
        source_format="fountain",
        title_page=title_page,
        elements=elements,
        notes=tuple(sorted(comments.notes, key=lambda note: note.line)),
        remarks=remarks.done(),
    )


def _check_lines(raw: list[str], remarks: Remarks, limits: Limits) -> None:
    most = limits.line_bytes
    if len(raw) > limits.lines:
        remarks.refuse(
            "SCR-E11",
            limits.lines + 1,
            f"the file has more than {limits.lines:,} lines",
            "split the script into several files",
        )
    for number, line in enumerate(raw, 1):
        # A character takes four bytes at most.
        if len(line) * 4 > most and len(line.encode("utf-8", "replace")) > most:
            remarks.refuse(
                "SCR-E06",
                number,
                f"the line is longer than {most:,} bytes",
                "break it into several lines",
            )


def _warn_whole(elements: tuple[Element, ...], remarks: Remarks) -> None:
    """Say what only the whole script shows."""
    first = next(
        (at for at, element in enumerate(elements) if element.kind == "scene_heading"),
        None,
    )
    if first is None:
        remarks.warn(
            "SCR-W03",
            1,
            "the script has no scene heading, so there is nothing to shoot",
            "begin each scene with INT. or EXT., or with a dot: .GARDEN",
        )
        return
    for element in elements[:first]:
        if element.kind == "character":
            remarks.warn(
                "FTN-W07",
                element.first_line,
                f'"{snippet(element.text)}" speaks before the first scene heading and '
                "belongs to no scene",
                "put a heading before it, such as INT. HOUSE - DAY",
            )
            return


class _Body:
    """Reads the lines after the title page into elements."""

    def __init__(self, lines: list[Line], remarks: Remarks, limits: Limits) -> None:
        self._lines = lines
        self._remarks = remarks
        self._limits = limits
        self._elements: list[Element] = []
        self._scenes = 0
        self._in_speech = False
        self._after_blank = True
        self._last_cue: int | None = None
        self._joined: list[Line] = []
        self._joined_kind: ElementKind = "action"
        self._pauses: list[Line] = []

    def read(self) -> tuple[Element, ...]:
        """Give the elements of the script."""
        for index, line in enumerate(self._lines):
            if not line.text.strip():
                self._take_blank(line)
                continue
            self._take(index, line, line.text.strip())
            self._after_blank = False
        self._close()
        return tuple(_with_right_columns(self._elements))

    # one line ------------------------------------------------------------

    def _take_blank(self, line: Line) -> None:
        if line.text == PAUSE and self._in_speech:
            self._pauses.append(line)
            return
        self._close()
        self._in_speech = False
        self._after_blank = True

    def _take(self, index: int, line: Line, text: str) -> None:
        if not (
            self._take_marked(line, text)
            or self._take_heading(index, line, text)
            or self._take_unmarked(index, line, text)
        ):
            self._take_prose(line, text)

    def _take_marked(self, line: Line, text: str) -> bool:
        """Take a line whose first character says what it is."""
        mark = text[0]
        if mark == "!":
            # Beat marks a shot by two of them.
            kind: ElementKind = "shot" if text[1:2] == "!" else "action"
            self._add(kind, text.lstrip("!").lstrip(), line, forced=True)
        elif mark == "@" and not self._in_speech and len(text) > 1:
            cue, is_dual = split_dual(text[1:].strip())
            self._add_cue(cue, is_dual, line, forced=True)
        elif mark == "#" and not self._in_speech:
            name = text.lstrip("#")
            self._add("section", name.strip(), line, level=len(text) - len(name))
        elif mark == "=":
            self._take_equals(line, text)
        elif mark == "~":
            self._take_lyrics(line, text)
        elif mark == ">":
            self._take_angle(line, text)
        else:
            return False
        return True

    def _take_equals(self, line: Line, text: str) -> None:
        if is_page_break(text):
            self._add("page_break", "", line)
        else:
            self._add("synopsis", text.strip("=").strip(), line)

    def _take_lyrics(self, line: Line, text: str) -> None:
        is_spoken = self._in_speech
        self._add("lyrics", text[1:].strip(), line)
        self._in_speech = is_spoken

    def _take_angle(self, line: Line, text: str) -> None:
        if len(text) > 1 and text.endswith("<"):
            self._add("centered", text[1:-1].strip(), line)
        else:
            self._add("transition", text[1:].strip(), line, forced=True)

    def _take_heading(self, index: int, line: Line, text: str) -> bool:
        is_forced = is_forced_heading(text)
        if not is_forced and not is_heading(text):
            return False
        if not self._after_blank:
            if is_forced and self._in_speech:
                return False
            if not is_forced and not self._is_heading_without_blank(text):
                return False
        self._warn_blanks(index, line, text)
        self._add_heading(line, text[1:] if is_forced else text, is_forced)
        return True

    def _is_heading_without_blank(self, text: str) -> bool:
        if self._in_speech:
            return _is_shouted_heading(text)
        last = self._elements[-1].kind if self._elements and not self._joined else None
        return is_strong_heading(text) or last in ("transition", "scene_heading")

    def _take_unmarked(self, index: int, line: Line, text: str) -> bool:
        """Take a transition or a cue, which need a blank line before."""
        if not self._after_blank:
            return False
        if is_transition(text):
            self._add("transition", text, line)
            return True
        cue = split_cue(text)
        after = self._next_text(index)
        if cue is None or not after or _is_shouted_heading(after):
            return False
        self._add_cue(*cue, line, forced=False)
        return True

    def _take_prose(self, line: Line, text: str) -> None:
        kind: ElementKind = "action"
        if self._in_speech:
            kind = "parenthetical" if is_parenthetical(text) else "dialogue"
        if kind != self._joined_kind or kind == "parenthetical":
            self._close()
        self._joined_kind = kind
        if self._joined:
            self._joined.extend(self._pauses)
        self._pauses = []
        self._joined.append(line)

    def _next_text(self, index: int) -> str:
        if index + 1 >= len(self._lines):
            return ""
        return self._lines[index + 1].text.strip()

    # elements ------------------------------------------------------------

    def _close(self) -> None:
        """End the paragraph of action or dialogue that is being joined."""
        lines, self._joined, self._pauses = self._joined, [], []
        if not lines:
            return
        is_action = self._joined_kind == "action"
        self._elements.append(
            Element(
                kind=self._joined_kind,
                text="\n".join(_shown(line, is_action=is_action) for line in lines),
                first_line=lines[0].number,
                last_line=lines[-1].number,
                raw="\n".join(line.raw for line in lines),
            )
        )

    def _add(
        self,
        kind: ElementKind,
        text: str,
        line: Line,
        *,
        forced: bool = False,
        level: int = 0,
        number: str | None = None,
    ) -> None:
        self._close()
        self._in_speech = False
        self._elements.append(
            Element(
                kind=kind,
                text=text,
                first_line=line.number,
                last_line=line.number,
                forced=forced,
                raw=line.raw,
                level=level,
                number=number,
                is_omitted=kind == "scene_heading" and is_omitted(text),
            )
        )

    def _add_heading(self, line: Line, text: str, forced: bool) -> None:
        self._scenes += 1
        if self._scenes > self._limits.scenes:
            self._remarks.refuse(
                "SCR-E07",
                line.number,
                f"the script has more than {self._limits.scenes:,} scenes",
                "split it into several files, one for each picture",
            )
        heading, number, wrong = split_number(" ".join(text.split()))
        if wrong:
            self._remarks.warn(
                "FTN-W05",
                line.number,
                f'"#{snippet(wrong)}#" is no scene number and stays in the heading',
                "use letters, digits, dashes and periods alone",
            )
        split = split_intro(heading)
        if not plain(split[1] if split else heading):
            self._remarks.warn(
                "FTN-W08",
                line.number,
                f'the heading "{snippet(heading)}" names no place',
                "write where it plays: INT. HOUSE - DAY",
            )
        self._add("scene_heading", heading, line, forced=forced, number=number)

    def _warn_blanks(self, index: int, line: Line, text: str) -> None:
        if not self._after_blank:
            self._remarks.warn(
                "FTN-W01",
                line.number,
                f'the heading "{snippet(text)}" has no blank line before it and was '
                "taken as a heading",
                "put a blank line before it, or ! at its start if it is action",
            )
        after = self._next_text(index)
        if after and after[0] not in "=#~>" and not is_heading(after):
            self._remarks.warn(
                "FTN-W02",
                line.number,
                f'the heading "{snippet(text)}" has no blank line after it and was '
                "taken as a heading",
                "put a blank line after it, or ! at its start if it is action",
            )

    def _add_cue(self, cue: str, is_dual: bool, line: Line, *, forced: bool) -> None:
        before = self._speech_before()
        self._add("character", " ".join(cue.split()), line, forced=forced)
        self._in_speech = True
        if is_dual and before is None:
            self._remarks.warn(
                "FTN-W06",
                line.number,
                f'"{snippet(cue)}" is marked ^ but nobody speaks just before',
                "remove the ^, or put the other speech directly before it",
            )
        elif is_dual and before is not None:
            self._set_column(before)
        self._last_cue = len(self._elements) - 1

    def _speech_before(self) -> int | None:
        """Give where the speech begins that ends just before here, if one does."""
        self._close()
        if self._elements and self._elements[-1].kind in SPOKEN:
            return self._last_cue
        return None

    def _set_column(self, start: int) -> None:
        """Mark the speech before as the left column, unless it is a right one."""
        cue = len(self._elements) - 1
        for at in range(start, cue):
            if self._elements[at].column is None:
                self._elements[at] = replace(self._elements[at], column="left")
        self._elements[cue] = replace(self._elements[cue], column="right")


def _is_shouted_heading(text: str) -> bool:
    """Tell whether a line is a heading even where speech is expected."""
    return text.isupper() and is_strong_heading(text)


def _with_right_columns(elements: list[Element]) -> list[Element]:
    """Mark what follows the cue of a right column as part of that column."""
    is_right = False
    out = []
    for element in elements:
        if element.kind == "character":
            is_right = element.column == "right"
        elif is_right and element.kind in SPOKEN:
            element = replace(element, column="right")
        else:
            is_right = False
        out.append(element)
    return out


def _shown(line: Line, *, is_action: bool) -> str:
    """Give a line's text; action keeps its indentation, a tab being four blanks."""
    if is_empty(line.text) or line.text == PAUSE:
        return ""
    return line.text.expandtabs(4).rstrip() if is_action else line.text.strip()
