"""What a user keeps under ``extra``: any JSON, kept as it is and ignored."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from daybreak.model.errors import Fault
from daybreak.model.leaves import HALF_TODO, is_finite, is_text, shown
from daybreak.model.paths import under
from daybreak.model.writing import plain_number

DEPTH_MOST = 64
DEPTH_TODO = "write it with less nesting"
SIZE_MOST = 10**300  # a JSON reader elsewhere keeps numbers as floats


def read_open(value: Any, path: str, faults: list[Fault], *, depth: int = 0) -> Any:
    """Give a JSON value in plain types; what is none becomes None and a fault."""
    if depth > DEPTH_MOST:
        faults.append(Fault(path=path, what="is nested too deeply", todo=DEPTH_TODO))
        return None
    if isinstance(value, Mapping):
        return _read_object(value, path, faults, depth)
    if isinstance(value, list | tuple):
        return [
            read_open(item, f"{path}[{place}]", faults, depth=depth + 1)
            for place, item in enumerate(value)
        ]
    return _read_single(value, path, faults)


def _read_object(
    value: Mapping[Any, Any], path: str, faults: list[Fault], depth: int
) -> dict[str, Any]:
    read = {}
    for key, item in value.items():
        here = under(path, key)
        if isinstance(key, str) and is_text(key):
            read[key] = read_open(item, here, faults, depth=depth + 1)
        else:
            faults.append(Fault(path=here, what="is no name", todo="name it by a text"))
    faults += repeats(value, path)
    return read


def repeats(value: Any, path: str) -> list[Fault]:
    """Give a fault for each name that stands twice in one JSON object."""
    return [
        Fault(
            path=under(path, key),
            what="stands twice in one object",
            todo="keep one of the two",
        )
        for key in getattr(value, "repeated", ())
    ]


def _plain(value: float | Decimal) -> Any:
    """Give a number of any usual size: without a point where it is whole."""
    plain = plain_number(value)
    return float(plain) if isinstance(plain, Decimal) else plain


def _read_single(value: Any, path: str, faults: list[Fault]) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        if is_text(value):
            return value
        what, todo = f"{shown(value)} has half a character", HALF_TODO
    elif isinstance(value, int | float | Decimal):
        if is_finite(value) and -SIZE_MOST <= value <= SIZE_MOST:
            return value if isinstance(value, int) else _plain(value)
        what, todo = f"{shown(value)} is no usual number", "write it as a text"
    else:
        what, todo = f"{shown(value)} is no value of JSON", "write it as a text"
    faults.append(Fault(path=path, what=what, todo=todo))
    return None
