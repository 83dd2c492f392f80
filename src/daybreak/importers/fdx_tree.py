"""XML of a stranger to a small tree, within limits, no DOCTYPE, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from daybreak.importers.limits import Limits
from daybreak.importers.remarks import Remarks

_CHUNK = 1 << 20
_NOTHING: dict[str, str] = {}


@dataclass(slots=True, eq=False)
class Node:
    """One element of XML.

    Parameters
    ----------
    name
        Its name.
    attributes
        Its attributes.
    line, last_line
        Where it begins and ends in the file, counted from 1.
    children
        Elements inside it.
    texts
        Its own text, without that of its children.
    """

    name: str
    attributes: dict[str, str]
    line: int
    last_line: int = 0
    children: list[Node] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Give its own text."""
        return "".join(self.texts)

    def get(self, name: str, otherwise: str = "") -> str:
        """Give an attribute."""
        return self.attributes.get(name, otherwise)

    def child(self, name: str) -> Node | None:
        """Give the first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> Iterator[Node]:
        """Give the children of a name."""
        return (child for child in self.children if child.name == name)


class _Expat(Protocol):
    CurrentLineNumber: int


class _Builder:
    """Takes what the XML parser finds; refuses at the first thing too many."""

    def __init__(self, remarks: Remarks, limits: Limits) -> None:
        self._remarks = remarks
        self._limits = limits
        self._open: list[Node] = []
        self._count = 0
        self.root: Node | None = None
        self.expat: _Expat | None = None

    def line(self) -> int:
        """Give the line that is being read."""
        return self.expat.CurrentLineNumber if self.expat else 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        self._check(attributes)
        node = Node(name, attributes or _NOTHING, self.line())
        if self._open:
            self._open[-1].children.append(node)
        elif self.root is None:
            self.root = node
        self._open.append(node)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._open.pop().last_line = self.line()

    def data(self, text: str) -> None:
        """Take text."""
        if self._open:
            self._open[-1].texts.append(text)

    def close(self) -> None:
        """Take the end of the file."""

    def _check(self, attributes: dict[str, str]) -> None:
        limits = self._limits
        self._count += 1
        if self._count > limits.elements:
            self._refuse("FDX-E04", f"more than {limits.elements:,} elements")
        if len(self._open) >= limits.depth:
            self._refuse("FDX-E03", f"elements nested deeper than {limits.depth}")
        if len(attributes) > limits.attributes:
            self._refuse("FDX-E05", f"more than {limits.attributes} attributes")
        for value in attributes.values():
            if is_too_long(value, limits):
                self._refuse(
                    "FDX-E07", f"an attribute longer than {limits.line_bytes:,} bytes"
                )

    def _refuse(self, code: str, what: str) -> None:
        self._remarks.refuse(
            code,
            self.line(),
            f"the XML has {what}",
            "save the script anew in the program that wrote it",
        )


def is_too_long(text: str, limits: Limits) -> bool:
    """Tell whether a text passes the limit of a line, in bytes of UTF-8."""
    most = limits.line_bytes
    return len(text) * 4 > most and len(text.encode("utf-8", "replace")) > most


def read_tree(data: bytes, remarks: Remarks, limits: Limits) -> Node:
    """Give the root of an XML document.

    Raises
    ------
    ImportProblem
        ``FDX-E01`` to ``FDX-E05`` and ``FDX-E07``.
    """
    _refuse_floods(data, remarks, limits)
    builder = _Builder(remarks, limits)
    try:
        parser: Any = DefusedXMLParser(
            target=builder, forbid_dtd=True, forbid_entities=True, forbid_external=True
        )
        builder.expat = parser.parser
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()
    except DefusedXmlException:
        remarks.refuse(
            "FDX-E02",
            builder.line(),
            "the XML has a DOCTYPE or entities, which a script never needs",
            "remove them, or save the script anew in the program that wrote it",
        )
    except (ParseError, LookupError, ValueError) as error:
        _refuse_broken(error, remarks)
    if builder.root is None:
        raise AssertionError("expat accepts no document without a root")
    return builder.root


def _refuse_floods(data: bytes, remarks: Remarks, limits: Limits) -> None:
    """Refuse too many elements before they are built, where counting is exact.

    Without comments, CDATA and byte pairs, every ``<`` begins or ends an element.
    """
    if b"<!" in data or b"\x00" in data[:64]:
        return
    count = data.count(b"<") - data.count(b"</") - data.count(b"<?")
    if count > limits.elements:
        remarks.refuse(
            "FDX-E04",
            1,
            f"the XML has {count:,} elements; at most {limits.elements:,} are read",
            "save the script anew in the program that wrote it",
        )


def _refuse_broken(error: Exception, remarks: Remarks) -> None:
    line, column = getattr(error, "position", (1, None))
    reason = str(error).partition(": line")[0] if line else str(error)
    remarks.refuse(
        "FDX-E01",
        max(line, 1),
        f"the XML is not well formed here: {' '.join(reason.split())[:80]}",
        "save the script anew in the program that wrote it",
        column=None if column is None else column + 1,
    )
