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
    "TAB-E01": "the file is no table that is read (an old workbook, ODS, PDF, HTML)",
    "TAB-E02": "the workbook is locked by a password",
    "TAB-E03": "the workbook holds macros",
    "TAB-E04": "the archive of the workbook contradicts itself or names odd places",
    "TAB-E05": "the workbook unpacks to more than the limit",
    "TAB-E06": "a sheet has more rows, columns or cells than the limit",
    "TAB-E07": "the inside of the workbook cannot be read",
    "TAB-E08": "a cell is longer than the limit",
    "TAB-E09": "a quotation mark of a table is not closed, or text follows it",
    "TAB-E10": "there is no such sheet",
    "TAB-E11": "no row of headings was found",
    "TAB-E12": "a mapping names a heading or a field that there is not",
    "TAB-E13": "a cell does not hold what its column is for",
    "TAB-E14": "a spreadsheet made a date or a number of what was typed",
    "TAB-E15": "a cell holds an error of the spreadsheet",
    "TAB-E16": "a date can be meant in two ways",
    "TAB-E17": "a row has a length but no scene number",
    "TAB-E18": "two cells contradict each other",
    "TAB-E19": "nobody of the production is meant by a row",
    "TAB-E20": "a row may mean several people, or several deals of one",
    "TAB-W01": "a formula has no stored value; the cell counts as empty",
    "TAB-W02": "the workbook is linked to others; values are read as last saved",
    "TAB-W03": "a row is no scene and was skipped",
    "TAB-W04": "a word for the place or the time of day is unknown",
    "TAB-W05": "another sheet looks like a table too and was not read",
    "PAP-E01": "a PDF is locked or cannot be read",
    "USS-E01": "a schedule file is no JSON",
    "USS-E02": "the JSON of a schedule file is nested deeper than the limit",
    "USS-E03": "a schedule file has more values than the limit",
    "USS-E04": "a number of a schedule file has too many signs",
    "USS-E05": "a text of a schedule file is longer than the limit",
    "USS-E06": "the JSON is no schedule of the Universal Schedule Standard",
    "USS-E07": "a schedule file has no scene",
    "USS-E08": "a board has more days than the limit",
    "USS-W01": "characters that no text may hold were replaced by U+FFFD",
    "USS-W02": "a field holds another kind of value and counts as empty",
    "USS-W03": "an id names nothing in the file and was left out",
    "USS-W04": "a length is no whole eighths and was rounded up",
    "USS-W05": "a date cannot be read and was left out",
    "USS-W06": "an id stands twice in its list; the first counts",
    "USS-W07": "a strip stands twice on a stripboard; the first place counts",
    "USS-W08": "the version of the standard is unknown",
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

    def warn(
        self,
        code: str,
        line: int,
        what: str,
        todo: str,
        *,
        column: int | None = None,
        sheet: str = "",
    ) -> None:
        """Note something that was read with a warning."""
        self._all.append(self.remark(code, line, what, todo, column, sheet))

    def refuse(
        self,
        code: str,
        line: int,
        what: str,
        todo: str,
        *,
        column: int | None = None,
        sheet: str = "",
    ) -> NoReturn:
        """Stop reading: nothing of the file is taken in.

        Raises
        ------
        ImportProblem
            Always.
        """
        raise ImportProblem(self.remark(code, line, what, todo, column, sheet))

    def done(self) -> tuple[Remark, ...]:
        """Give all remarks in the order of the file."""
        return tuple(sorted(self._all, key=lambda remark: remark.line))

    def remark(
        self,
        code: str,
        line: int,
        what: str,
        todo: str,
        column: int | None = None,
        sheet: str = "",
    ) -> Remark:
        """Give a remark about this file; a code that is not in `CODES` is a bug."""
        if code not in CODES:
            raise KeyError(code)
        return Remark(
            file=self.file,
            sheet=safe_name(sheet) if sheet else "",
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
