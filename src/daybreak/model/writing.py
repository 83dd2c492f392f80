"""Write parts of a document as JSON objects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from daybreak.model.fields import MINUTES_A_DAY, Clock, DateRange, Text
from daybreak.model.kinds import Kind, inner_of, plan_of
from daybreak.model.leaves import is_usual


def write_part(thing: Any, *, full: bool = False) -> dict[str, Any]:
    """Give a part as a JSON object.

    Parameters
    ----------
    thing
        A part of a document.
    full
        Whether to write every default out; else defaults are left out.
    """
    written = {}
    for plan in plan_of(thing.__class__):
        value = getattr(thing, plan.name)
        left_out = not full and not plan.required and value == plan.default()
        if value is None or (left_out and plan.name not in ("format", "version")):
            continue
        written[plan.key] = write_value(plan.kind, value, full=full)
    return written


def write_value(kind: Kind, value: Any, *, full: bool = False) -> Any:
    """Give a value as JSON; a value of a wrong type is given back as it is."""
    if value is None:
        return None
    if kind.shape == "list" and isinstance(value, list | tuple):
        return [write_value(inner_of(kind), item, full=full) for item in value]
    if kind.shape == "table" and isinstance(value, Mapping):
        return {
            key: write_value(inner_of(kind), item, full=full)
            for key, item in value.items()
        }
    if kind.shape == "part" and _is_a(value, kind):
        return write_part(value, full=full)
    return _write_plain(kind, value)


def _write_plain(kind: Kind, value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, DateRange):
        return [_write_plain(kind, value.first), _write_plain(kind, value.last)]
    if isinstance(value, Decimal | float) and not isinstance(kind.mark, Text):
        return plain_number(value)
    if isinstance(kind.mark, Clock) and type(value) is int:
        return show_clock(value) if 0 <= value <= MINUTES_A_DAY else value
    if kind.shape == "clocks" and _is_a(value, kind):
        return [show_clock(value.call), show_clock(value.wrap)]
    return value


def plain_number(value: Decimal | float) -> Any:
    """Give a number as JSON: without a point where it is whole."""
    if not is_usual(value):
        return value  # too much for any field; the reader says so
    number = float(value)
    return int(number) if number.is_integer() else number


def _is_a(value: Any, kind: Kind) -> bool:
    return kind.cls is not None and isinstance(value, kind.cls)


def show_clock(minutes: int) -> str:
    """Give minutes since midnight as ``HH:MM``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
