"""Papers that come back: the lines of a file in which a stamp of Daybreak stands.

Whether the file was printed, saved anew by an office program or mailed around: what is
looked for is the mark, ``daybreak:0f3a99c1:412``, and the line that it stands on.
"""

from __future__ import annotations

import html
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from zipfile import ZipFile

from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.reading import decode, read_bytes
from daybreak.importers.remarks import Remarks
from daybreak.importers.sandbox import ask_child
from daybreak.importers.tables_zip import look_over

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MARK = "daybreak:"
PAGES_MOST = 60
"""Pages of a PDF that are looked at, from the first."""
LINE_MOST = 2_000
LINES_MOST = 1_000
_MODULE = "daybreak.importers.stamped_child"
_NAME_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """What was found in a file.

    Parameters
    ----------
    kind
        What the file is: ``PDF``, ``XLSX``, ``ICS``, ``HTML``, ``SVG``, ``JSON``,
        ``schedule`` (one in JSON), ``CSV`` or ``text``.
    lines
        The lines with a mark, each once, in their order.
    pages
        How many of the pages of a PDF were looked at; 0 for other files.
    bare
        Pages, counted from 1, on which no mark stands.
    """

    kind: str
    lines: tuple[str, ...]
    pages: int = 0
    bare: tuple[int, ...] = ()


def stamped_in_child(path: Path | str, *, limits: Limits = LIMITS) -> Stamped:
    """Read the stamps of a file in a process of its own, within limits.

    Raises
    ------
    ImportProblem
        When the file cannot be read, or the process does not come back with it.
    """
    return ask_child(path, stamped_from_json, limits=limits, module=_MODULE)


def stamped(path: Path | str, *, limits: Limits = LIMITS) -> Stamped:
    """Read the stamps of a file in this process; `stamped_in_child` is guarded.

    Raises
    ------
    ImportProblem
        When the file cannot be read.
    """
    path = Path(path)
    remarks = Remarks(path.name)
    data = read_bytes(path, most=limits.book_bytes, remarks=remarks)
    if data.startswith(b"%PDF"):
        return _in_pdf(data, remarks)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_workbook(data, remarks, limits)
    return _in_text(decode(data, remarks), path)


def stamped_to_json(found: Stamped) -> str:
    """Give what was found as one line of JSON."""
    return json.dumps(asdict(found))


def stamped_from_json(text: str) -> Stamped:
    """Read what `stamped_to_json` wrote."""
    told = json.loads(text)
    told |= {key: tuple(told[key]) for key in ("lines", "bare")}
    return Stamped(**told)


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        for line in text.splitlines():
            if MARK in line and len(found) < LINES_MOST:
                at = line.index(MARK)
                found[line[max(0, at - LINE_MOST) : at + LINE_MOST].strip()] = None
    return tuple(found)


def _in_text(text: str, path: Path) -> Stamped:
    head = text.lstrip()[:1000].lower()
    if head.startswith("begin:vcalendar"):
        return Stamped(kind="ICS", lines=_lines([_unfolded(text)]))
    if head.startswith("<"):
        kind = "SVG" if "<svg" in head and "<html" not in head else "HTML"
        return Stamped(kind=kind, lines=_lines([_untagged(text), text]))
    if head.startswith("{"):
        return _in_json(text)
    kind = "CSV" if path.suffix.lower() == ".csv" else "text"
    # In a CSV file the stamp is a cell, in quotation marks where it has a comma.
    return Stamped(kind=kind, lines=tuple(one.lstrip("\"'") for one in _lines([text])))


def _in_json(text: str) -> Stamped:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return Stamped(kind="text", lines=_lines([text]))
    if value.get("format") == "daybreak/schedule":
        return Stamped(kind="schedule", lines=())
    stamp = value.get("stamp")
    if not isinstance(stamp, dict):
        return Stamped(kind="JSON", lines=_lines([text]))
    return Stamped(kind="JSON", lines=_lines([_said(stamp)]))


def _said(stamp: dict[str, Any]) -> str:
    """Give the stamp of a paper in JSON as it stands on pages."""
    told = {key: str(value or "") for key, value in stamp.items()}
    color, revised = told.get("revision", ""), told.get("revised", "")
    parts = [
        told.get("production", ""),
        told.get("board", ""),
        ", ".join(filter(None, (color.capitalize(), revised))) or "Draft",
        told.get("mark", ""),
        told.get("made", "").replace("T", " ")[:16],
    ]
    return " · ".join(parts)


def _unfolded(text: str) -> str:
    """Give the lines of a calendar whole, its escapes taken off."""
    whole = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    return _unescaped("\n".join(_value_of(line) for line in whole.split("\n")))


def _value_of(line: str) -> str:
    """Give a line of a calendar without the name of its property, where it has one."""
    name, colon, value = line.partition(":")
    word = name.partition(";")[0]
    is_property = bool(colon and word) and set(word) <= _NAME_LETTERS
    return value if is_property else line


def _unescaped(text: str) -> str:
    """Give a text of a calendar with its escapes read: line breaks, ``,`` ``;``."""
    parts = text.split("\\\\")
    for sign, meant in (("n", "\n"), ("N", "\n"), (",", ","), (";", ";")):
        parts = [one.replace(f"\\{sign}", meant) for one in parts]
    return "\\".join(parts)


def _untagged(text: str) -> str:
    """Give the text of a marked-up file, a line break for each tag."""
    made: list[str] = []
    for part in text.split("<"):
        _, closed, rest = part.partition(">")
        made.append(rest if closed and made else part)
    return html.unescape("\n".join(made))


def _is_told(name: str) -> bool:
    """Tell whether a part of a workbook can hold a stamp."""
    texts = ("docprops/core.xml", "xl/sharedstrings.xml")
    return name in texts or name.startswith("xl/worksheets/")


def _in_workbook(data: bytes, remarks: Remarks, limits: Limits) -> Stamped:
    look_over(data, remarks=remarks, limits=limits)
    with ZipFile(io.BytesIO(data)) as archive:
        texts = [
            _untagged(archive.read(name).decode("utf-8", "replace"))
            for name in sorted(archive.namelist())
            if _is_told(name.lower())
        ]
    return Stamped(kind="XLSX", lines=_lines(texts))


def _in_pdf(data: bytes, remarks: Remarks) -> Stamped:
    import pypdf  # slow import  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # slow import  # noqa: PLC0415

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            _refuse(remarks, "is locked by a password", "take the password off")
        told = [str(one) for one in (reader.metadata or {}).values()]
        pages = [page.extract_text() for page in _first(reader)]
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, OSError):
        _refuse(remarks, "cannot be read", "print it anew")
    bare = tuple(number for number, text in enumerate(pages, 1) if MARK not in text)
    return Stamped(
        kind="PDF", lines=_lines([*pages, *told]), pages=len(pages), bare=bare
    )


def _first(reader: PdfReader) -> Iterator[PageObject]:
    for number in range(min(PAGES_MOST, len(reader.pages))):
        yield reader.pages[number]


def _refuse(remarks: Remarks, what: str, todo: str) -> NoReturn:
    remarks.refuse("PAP-E01", 1, f"the PDF {what}", f"{todo} and try again")
