"""A whole document as JSON text, one entry a line, and back to the same document.

The text is made for git: sorted keys, entries in their order, so that a new entry is
a new line. A document that is loaded from it has the same entries, the same hashes
and the same id; exported again it gives the same bytes.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.leaves import shown
from daybreak.store import chain
from daybreak.store.entry import Entry
from daybreak.store.entry_json import entry_as_json
from daybreak.store.files import Document
from daybreak.store.journal import StoredJournal
from daybreak.store.own_paths import SCRIPT
from daybreak.store.rows import entry_from, line_of

FORMAT, VERSION = "daybreak/document", 1
KEYS = ("about", "entries", "files", "format", "head", "version")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A document read from JSON text.

    Parameters
    ----------
    about
        What is said of it once; None where the text is no export of a document but
        was written by hand.
    entries
        By rising number.
    files
        The contents that entries name by their SHA-256.
    """

    about: dict[str, str] | None
    entries: tuple[Entry, ...]
    files: tuple[bytes, ...]

    def fill(self, journal: StoredJournal) -> None:
        """Put everything into the journal of a new document."""
        journal.append(self.entries, files=self.files)


def export(document: Document) -> str:
    """Give a whole document as JSON text."""
    with document.steady():
        head = document.journal.head()
        lines = [line_of(entry_as_json(one)) for one in document.entries()]
        files = [line_of(_file(document, one)) for one in _digests(document)]
        about = line_of(document.about)
    last = line_of({"hash": head.hash, "seq": head.seq})
    parts = [
        f'"about":{about}',
        f'"entries":{_list(lines)}',
        f'"files":{_list(files)}',
        f'"format":"{FORMAT}"',
        f'"head":{last}',
        f'"version":{VERSION}',
    ]
    return "{" + ",\n".join(parts) + "}\n"


def _list(lines: list[str]) -> str:
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


def _digests(document: Document) -> list[str]:
    """Give what the scripts of a document are known by, each once, sorted."""
    found = {
        one.value["sha256"]
        for one in document.entries()
        if one.path.startswith(f"{SCRIPT}/") and isinstance(one.value, dict)
    }
    return sorted(found)


def _file(document: Document, digest: str) -> dict[str, str]:
    content = document.journal.file(digest)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(content).decode("ascii"), "sha256": digest}
    return {"sha256": digest, "text": text}


def is_export(value: Any) -> bool:
    """Tell whether a JSON value is meant as a whole document."""
    return isinstance(value, Mapping) and value.get("format") == FORMAT


def read_export(
    value: Any, *, source: str = "", usual: Mapping[str, str] | None = None
) -> Exported:
    """Read a document from JSON, as exported or as written by hand.

    By hand, entries may leave out ``seq`` (they count from 1), ``entered_by`` and
    ``entered_at``; ``about`` and ``head`` may be missing.

    Parameters
    ----------
    source
        The name of the file, for errors.
    usual
        ``entered_by`` and ``entered_at`` for entries without.

    Raises
    ------
    DocumentError
        When it is no such document, or not what its last hash says.
    """
    faults: list[Fault] = []
    if not is_export(value) or value.get("version") != VERSION:
        faults.append(_version_fault(value))
        raise DocumentError(faults, source=source)
    for key in value:
        if key not in KEYS:
            todo = f"use one of {', '.join(KEYS)}"
            faults.append(Fault(path=str(key), what="unknown field", todo=todo))
    about = _about(value.get("about"), faults)
    entries = _entries(value.get("entries"), dict(usual or {}), faults)
    files = _files(value.get("files", []), faults)
    if not faults:
        faults += _head_faults(about, entries, value.get("head"))
    if faults:
        raise DocumentError(faults, source=source)
    return Exported(about=about, entries=tuple(entries), files=tuple(files))


def _version_fault(value: Any) -> Fault:
    if not is_export(value):
        todo = f'name a production, or a document with "format": "{FORMAT}"'
        return Fault(path="format", what="is no document", todo=todo)
    what = f"form {shown(value.get('version'))} is unknown"
    return Fault(path="version", what=what, todo="install a newer Daybreak to load it")


def _about(about: Any, faults: list[Fault]) -> dict[str, str] | None:
    if about is None:
        return None
    is_texts = isinstance(about, Mapping) and all(
        isinstance(text, str) for text in about.values()
    )
    if is_texts and about.get("format") == FORMAT:
        return dict(about)
    what = "is not what an export says of a document"
    faults.append(Fault(path="about", what=what, todo="leave it out, or as it was"))
    return None


def _entries(given: Any, usual: dict[str, str], faults: list[Fault]) -> list[Entry]:
    if not isinstance(given, list):
        faults.append(_no_list("entries", given))
        return []
    read = []
    for seq, data in enumerate(given, 1):
        where = f"entries[{seq - 1}]"
        if isinstance(data, Mapping):
            data = {**usual, "seq": seq, **data}
        try:
            entry = entry_from(data, where=where)
        except DocumentError as error:
            faults += error.faults
            continue
        if entry.seq != seq:
            what = f"is number {entry.seq} and stands as number {seq}"
            todo = "keep entries in their order, or leave seq out"
            faults.append(Fault(path=f"{where}.seq", what=what, todo=todo))
        if entry.undoes is not None and not 0 < entry.undoes < seq:
            what = f"takes back entry {entry.undoes}, which does not come before"
            todo = "name an earlier entry"
            faults.append(Fault(path=f"{where}.undoes", what=what, todo=todo))
        read.append(entry)
    return read


def _files(given: Any, faults: list[Fault]) -> list[bytes]:
    if not isinstance(given, list):
        faults.append(_no_list("files", given))
        return []
    read = []
    for place, data in enumerate(given):
        content = _content(data)
        if content is None:
            what = "is no file with its sha256, or not what that says"
            todo = "leave it as it was exported"
            faults.append(Fault(path=f"files[{place}]", what=what, todo=todo))
        else:
            read.append(content)
    return read


def _content(data: Any) -> bytes | None:
    if not isinstance(data, Mapping):
        return None
    readers: dict[str, Callable[[str], bytes]] = {
        "text": lambda text: text.encode("utf-8"),
        "base64": lambda text: base64.b64decode(text, validate=True),
    }
    for key, reader in readers.items():
        if isinstance(data.get(key), str):
            try:
                content = reader(data[key])
            except (binascii.Error, ValueError):
                return None
            is_it = sha256(content).hexdigest() == data.get("sha256")
            return content if is_it else None
    return None


def _no_list(path: str, given: Any) -> Fault:
    return Fault(path=path, what=f"{shown(given)} is no list", todo="write [...] here")


def _head_faults(
    about: dict[str, str] | None, entries: list[Entry], head: Any
) -> Iterator[Fault]:
    """Count the chain again, and hold it against the last hash that was exported."""
    if head is None and about is None:
        return
    told = head.get("hash") if isinstance(head, Mapping) else None
    counted = chain.root_of(about or {})
    for one in entries:
        counted = chain.next_hash(counted, line_of(entry_as_json(one)))
    if about is None or counted != told or head.get("seq") != len(entries):
        yield Fault(
            path="head",
            what="the entries are not those that were exported",
            todo='export again; or take "head" and "about" out to begin a new document',
        )


def parsed(text: str, *, source: str) -> Any:
    """Give the JSON value of a text.

    Raises
    ------
    DocumentError
        When it is no JSON.
    """
    try:
        return json.loads(text)
    except RecursionError:
        deep = Fault(path="", what="is nested too deeply", todo="take a level out")
        raise DocumentError([deep], source=source) from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        what = f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        fault = Fault(path=where, what=what, todo="mend the text there")
        raise DocumentError([fault], source=source) from None
