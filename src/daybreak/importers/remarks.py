"""What readers say about a file: every code, and how remarks are gathered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from daybreak.model.errors import ImportProblem, Remark

SHOWN_MOST = 20
"""How many remarks a user is shown; the rest is counted."""
SNIPPET_MOST = 60
"""How many characters of a file a message repeats."""

CODES: dict[str, str] = {
    "SCR-E01": "the file cannot be opened",
    "SCR-E02": "the path is a folder, a pipe or a device, not a file",
    "SCR-E03": "the file holds no text",
    "SCR-E04": "the file is larger than the limit",
    "SCR-E05": "the file is of another kind (PDF, zip, HTML, RTF, other XML)",
    "SCR-E06": "a line is longer than the limit",
    "SCR-E07": "the script has more scenes than the limit",
    "SCR-E08": "reading took longer than the limit",
    "SCR-E09": "reading needed more memory than the limit",
    "SCR-E10": "the reader stopped without an answer",
    "SCR-E11": "the file has more lines than the limit",
    "SCR-W01": "the text is not UTF-8; the encoding was guessed",
    "SCR-W02": "characters that no text may hold were replaced by U+FFFD",
    "SCR-W03": "the script has no scene heading",
    "FTN-W01": "a heading has no blank line before it",
    "FTN-W02": "a heading has no blank line after it",
    "FTN-W03": "a boneyard /* is never closed",
    "FTN-W04": "a note [[ is never closed",
    "FTN-W05": "a scene number holds other than letters, digits, dashes, periods",
    "FTN-W06": "a dual cue ^ has no cue to stand beside",
    "FTN-W07": "somebody speaks before the first heading",
    "FTN-W08": "a heading names no place",
    "FDX-E01": "the XML is not well formed",
    "FDX-E02": "the XML has a DOCTYPE or entities",
    "FDX-E03": "XML elements are nested deeper than the limit",
    "FDX-E04": "the XML has more elements than the limit",
    "FDX-E05": "an XML element has more attributes than the limit",
    "FDX-E06": "the XML is not a Final Draft script",
    "FDX-E07": "a paragraph or an attribute is longer than the limit",
    "FDX-W01": "the version of the format is unknown",
    "FDX-W02": "the length of a scene cannot be read and is estimated",
    "FDX-W03": "a heading is empty",
    "FDX-W04": "the document is not of type Script",
    "FDX-W05": "a tag points at nothing",
    "FDX-W06": "a measure of the page layout cannot be read; the stock one is used",
    "FDX-W07": "the type of a paragraph is unknown",
    "MAP-E01": "a line of a locations map is no A = B",
    "MAP-E02": "a locations map is no JSON object of texts",
    "MAP-E03": "a locations map goes round in a circle",
    "PUB-E01": "a word of a published problem is not the number that stands there",
    "PUB-E02": "a published problem ends too early",
    "PUB-E03": "a published problem has more numbers than its counts say",
    "PUB-E04": "the orders of a published problem go round in a circle",
}
"""Every code of a remark, with what it means; docs/importing.md lists the same."""


def snippet(text: str) -> str:
    """Give a piece of a file that is safe to repeat in one line of a message."""
    line = " ".join(text[: 4 * SNIPPET_MOST].split())
    clean = "".join(char if char.isprintable() else "\ufffd" for char in line)
    return clean if len(clean) <= SNIPPET_MOST else f"{clean[: SNIPPET_MOST - 1]}…"


def safe_name(name: str) -> str:
    """Give the base name of a file, fit to lead a message.

    Folders are dropped; a colon, a line end or anything that does not print is
    shown as ``_``, so that ``FILE:LINE:`` can be told apart again.
    """
    base = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    clean = "".join(
        char if char.isprintable() and char != ":" else "_" for char in base[:120]
    )
    return clean.strip() or "script"


class Remarks:
    """The remarks about one file, gathered while it is read."""

    def __init__(self, file: str) -> None:
        self.file = safe_name(file)
        self._all: list[Remark] = []

    def warn(self, code: str, line: int, what: str, todo: str) -> None:
        """Note something that was read with a warning."""
        self._all.append(self._remark(code, line, what, todo))

    def refuse(
        self, code: str, line: int, what: str, todo: str, *, column: int | None = None
    ) -> NoReturn:
        """Stop reading: nothing of the file is taken in.

        Raises
        ------
        ImportProblem
            Always.
        """
        raise ImportProblem(self._remark(code, line, what, todo, column))

    def done(self) -> tuple[Remark, ...]:
        """Give all remarks in the order of the file."""
        return tuple(sorted(self._all, key=lambda remark: remark.line))

    def _remark(
        self, code: str, line: int, what: str, todo: str, column: int | None = None
    ) -> Remark:
        if code not in CODES:
            raise KeyError(code)
        return Remark(
            file=self.file,
            line=line,
            column=column,
            code=code,
            what=what,
            todo=todo,
        )


def shown(remarks: Sequence[Remark], *, most: int = SHOWN_MOST) -> tuple[str, ...]:
    """Give the lines a user is shown: at most ``most``, and a count of the rest."""
    lines = [str(remark) for remark in remarks[:most]]
    if len(remarks) > most:
        rest = remarks[most:]
        codes = sorted({remark.code for remark in rest})
        lines.append(f"... and {len(rest)} more ({', '.join(codes)})")
    return tuple(lines)
