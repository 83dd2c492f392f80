"""How much of a stranger's file is read: at a limit passes, one more is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most of everything that a reader takes in.

    Parameters
    ----------
    text_bytes, xml_bytes
        Size of a text file and of an XML file, bytes.
    line_bytes
        Length of one line, of one paragraph of XML and of one attribute, bytes of
        UTF-8.
    lines
        Lines of a text file.
    scenes
        Scenes of one script.
    depth, elements, attributes
        Nesting of XML elements, their number, and the attributes of one.
    rows, columns
        Rows and columns of one sheet of a table.
    book_bytes
        Size of a workbook, bytes.
    entries, entry_bytes, unpacked_bytes
        Files packed in a workbook; size of one and of all, unpacked, bytes.
    packed_ratio
        How many times its packed size a file of a workbook may have, where it has
        more than a megabyte.
    cpu_seconds, wall_seconds, memory_bytes
        What a reading child process may use.
    """

    text_bytes: int = 10_000_000
    xml_bytes: int = 25_000_000
    line_bytes: int = 65_536
    lines: int = 1_000_000
    scenes: int = 5_000
    depth: int = 64
    elements: int = 500_000
    attributes: int = 64
    rows: int = 100_000
    columns: int = 256
    book_bytes: int = 25_000_000
    entries: int = 1_000
    entry_bytes: int = 64_000_000
    unpacked_bytes: int = 200_000_000
    packed_ratio: int = 100
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    memory_bytes: int = 512 * 1024 * 1024


LIMITS = Limits()
"""The limits in force where nobody says otherwise."""
