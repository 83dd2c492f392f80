"""Read and write the documents as JSON text and files.

SPEC sections 1, 2 and 5. ``-`` stands for standard input and output.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from daybreak.model.errors import DocumentError, Fault, UsageError
from daybreak.model.json_lines import lines_of
from daybreak.model.keeping import refuse_to_lose
from daybreak.model.kinds import plan_of
from daybreak.model.mistaken import binary, mistaken, no_json
from daybreak.model.open_values import DEPTH_TODO
from daybreak.model.production import Production
from daybreak.model.reading import read_part
from daybreak.model.references import faults_between_parts
from daybreak.model.schedule import Schedule
from daybreak.model.shot import Shot, faults_between_days
from daybreak.model.writing import write_part

Document = TypeVar("Document", Production, Schedule, Shot)
BYTES_MOST = 200 * 2**20
DIGITS_MOST = 1000
NAME_KEPT = 40  # of a name, so that the file beside it is not too long for a disk


def read(path: str | os.PathLike[str]) -> Production:
    """Read a production from a JSON file, or from standard input for ``-``.

    Raises
    ------
    DocumentError
        With every fault of the document.
    UsageError
        When there is no such file, or it cannot be read.
    """
    return production_from_json(read_text(path), source=_name(path))


def read_schedule(path: str | os.PathLike[str]) -> Schedule:
    """Read a schedule from a JSON file, or from standard input for ``-``.

    Raises
    ------
    DocumentError, UsageError
        As `read` does.
    """
    return schedule_from_json(read_text(path), source=_name(path))


def production_from_json(text: str, *, source: str = "") -> Production:
    """Read a production from JSON text; ``source`` names it in errors."""
    return _document(Production, text, source, faults_between_parts)


def schedule_from_json(text: str, *, source: str = "") -> Schedule:
    """Read a schedule from JSON text; ``source`` names it in errors."""
    return _document(Schedule, text, source, lambda schedule, told: [])


def read_shot(path: str | os.PathLike[str]) -> Shot:
    """Read what was shot from a JSON file, or from standard input for ``-``.

    Raises
    ------
    DocumentError, UsageError
        As `read` does.
    """
    return shot_from_json(read_text(path), source=_name(path))


def shot_from_json(text: str, *, source: str = "") -> Shot:
    """Read what was shot from JSON text: the document, or just its list of days."""
    value = _parse(text, source)
    if isinstance(value, list):
        value = {"format": "daybreak/shot", "version": 1, "shot": value}
    return _made(Shot, value, source, lambda shot, told: faults_between_days(shot))


def to_json(document: Production | Schedule | Shot) -> str:
    """Give a document as JSON text, defaults left out, two spaces deep."""
    written = write_part(document)
    return json.dumps(written, indent=2, ensure_ascii=False) + "\n"


def write(document: Production | Schedule | Shot, path: str | os.PathLike[str]) -> None:
    """Write a document to a file, whole or not at all; ``-`` is standard output.

    Raises
    ------
    UsageError
        When the file cannot be written; what was there stays.
    """
    write_text(to_json(document), path)


def canonical_json(production: Production) -> str:
    """Give the one text that stands for a production (SPEC 2, ``production``).

    Every default is written out (the level of every rule among them), keys are
    sorted, there are no spaces, and whole numbers have no point. A field that was
    left out and has no default stays out.
    """
    written = write_part(production, full=True)
    levels = next(
        plan.kind.choices for plan in plan_of(Production) if plan.key == "rules"
    )
    written["rules"] = {rule: production.level(rule) for rule in levels}
    return json.dumps(
        written, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def production_hash(production: Production) -> str:
    """Give the SHA-256 of the canonical JSON, 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(production).encode("utf-8")).hexdigest()


# --- text and files ----------------------------------------------------------------


def read_text(path: str | os.PathLike[str]) -> str:
    """Read a UTF-8 file, or standard input for ``-``.

    Raises
    ------
    UsageError
        When there is no such file, or it is no UTF-8 text, or far too large.
    """
    try:
        data = _bytes(path)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        told = binary(data) or (
            f"byte {error.start} is no UTF-8 text - "
            "save the file as UTF-8 and try again"
        )
        raise UsageError(f"{_name(path)}: {told}") from None
    except OSError as error:
        raise UsageError(
            f"{_name(path)}: {_reason(error)} - check the name and try again"
        ) from None


def _bytes(path: str | os.PathLike[str]) -> bytes:
    if os.fspath(path) == "-":
        return sys.stdin.buffer.read()
    if Path(path).is_dir():
        raise UsageError(f"{_name(path)}: is a folder - name a JSON file")
    if Path(path).stat().st_size > BYTES_MOST:
        raise UsageError(f"{_name(path)}: is over {BYTES_MOST >> 20} MB - is it JSON?")
    return Path(path).read_bytes()


def write_text(text: str, path: str | os.PathLike[str]) -> None:
    """Write UTF-8 text to a file, whole or not at all; ``-`` is standard output.

    Raises
    ------
    UsageError
        When the file cannot be written; what was there stays.
    """
    write_bytes(text.encode("utf-8"), path)


def write_bytes(data: bytes, path: str | os.PathLike[str]) -> None:
    """Write bytes to a file, whole or not at all; ``-`` is standard output.

    Raises
    ------
    UsageError
        When the file cannot be written, or holds a production, schedule or document
        that something else would replace; what was there stays.
    """
    if os.fspath(path) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    try:
        refuse_to_lose(target, data, _name(path))
        _replace(target.resolve() if target.is_symlink() else target, data)
    except OSError as error:
        raise UsageError(
            f"{_name(path)}: {_reason(error)} - nothing was written"
        ) from None


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target, then take its place in one step."""
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or a pipe cannot be replaced
        return
    prefix = f".{target.name[:NAME_KEPT]}."
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=prefix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        os.chmod(beside, mode)
        os.replace(beside, target)
    except BaseException:
        os.unlink(beside)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _name(path: str | os.PathLike[str]) -> str:
    return "standard input" if os.fspath(path) == "-" else os.fspath(path)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


# --- JSON ----------------------------------------------------------------------------


class _Object(dict[str, Any]):
    """A JSON object that remembers the keys that stood in it twice."""

    repeated: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        counted = Counter(key for key, _ in pairs)
        made.repeated = tuple(key for key in made if counted[key] > 1)
    return made


def _document(
    cls: type[Document],
    text: str,
    source: str,
    between: Callable[[Any, list[Fault]], list[Fault]],
) -> Document:
    value = _parse(text, source)
    try:
        return _made(cls, value, source, between)
    except DocumentError as error:
        if not source:
            raise
        lines = lines_of(text, error.faults)
        raise DocumentError(error.faults, source=source, lines=lines) from None


def _made(
    cls: type[Document],
    value: Any,
    source: str,
    between: Callable[[Any, list[Fault]], list[Fault]],
) -> Document:
    if isinstance(value, dict) and (wrong := mistaken(value, cls)):
        raise DocumentError([wrong], source=source)
    faults: list[Fault] = []
    made: Document = read_part(cls, value, "", faults)
    if isinstance(value, dict):
        faults += between(made, faults)
    if faults:
        raise DocumentError(faults, source=source)
    return made


def _parse(text: str, source: str) -> Any:
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_float=Decimal,
            parse_constant=Decimal,  # NaN and Infinity: no field takes them
        )
    except json.JSONDecodeError as error:
        if strange := no_json(text):
            raise DocumentError([strange], source=source) from None
        what = (error.msg[:1].lower() + error.msg[1:]).removesuffix(" at")
        where = f"line {error.lineno}, column {error.colno}"
        raise DocumentError(
            [Fault(path=where, what=f"no JSON: {what}", todo="mend the text there")],
            source=source,
        ) from None
    except RecursionError:
        deep = Fault(path="", what="is nested too deeply", todo=DEPTH_TODO)
        raise DocumentError([deep], source=source) from None


def _whole(digits: str) -> int | Decimal:
    """Read a whole number; one too long for an int is for the field to refuse."""
    return int(digits) if len(digits) <= DIGITS_MOST else Decimal(digits)
