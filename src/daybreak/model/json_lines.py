"""On which line of a JSON text a fault stands, by its path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from daybreak.model.errors import Fault

FAULTS_MOST = 50
"""Faults whose line is looked up; more than are ever shown."""
_TOKEN = re.compile(r'\[(\d+)\]|("(?:[^"\\]|\\.)*")|([^.\[\]"]+)')
_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(
    strict=False, parse_int=str, parse_float=str, parse_constant=str
)


def lines_of(text: str, faults: Iterable[Fault]) -> Mapping[str, int]:
    """Give by path the line of a fault, counted from 1.

    Where the path ends before its last word - something is missing - it is the line on
    which that begins in which it is missing. A fault of the whole document has none.

    Parameters
    ----------
    text
        JSON that could be parsed.
    """
    found: dict[str, int] = {}
    for fault in list(faults)[:FAULTS_MOST]:
        if fault.path and fault.path not in found:
            found[fault.path] = text.count("\n", 0, _place(text, fault.path)) + 1
    return found


def _place(text: str, path: str) -> int:
    """Give where the value of a path begins, or the last part of it that is there."""
    at = _skip(text, text.startswith("\ufeff"))
    for index, quoted, plain in _TOKEN.findall(path):
        try:
            if index:
                at = _item(text, at, int(index))
            else:
                at = _member(text, at, json.loads(quoted) if quoted else plain)
        except (ValueError, IndexError, RecursionError, StopIteration):
            break
    return at


def _member(text: str, at: int, name: str) -> int:
    """Give where the value of a key begins.

    Raises
    ------
    ValueError
        When it is no object, or has no such key.
    """
    at = _opened(text, at, "{")
    while text[at] == '"':
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)  # behind the colon
        if key == name:
            return at
        at = _behind(text, at)
    raise ValueError(name)


def _item(text: str, at: int, index: int) -> int:
    """Give where an item of a list begins.

    Raises
    ------
    ValueError
        When it is no list, or shorter.
    """
    at = _opened(text, at, "[")
    for _ in range(index):
        at = _behind(text, at)
    if text[at] == "]":
        raise ValueError(index)
    return at


def _opened(text: str, at: int, bracket: str) -> int:
    if text[at] != bracket:
        raise ValueError(bracket)
    return _skip(text, at + 1)


def _behind(text: str, at: int) -> int:
    """Give where the next item or key begins, behind a value and its comma."""
    _, at = _DECODER.raw_decode(text, at)
    at = _skip(text, at)
    return _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, int(at))
    assert found is not None  # it matches nothing, too
    return found.end()
