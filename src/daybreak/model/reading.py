"""Read JSON as parts of a document; every fault is told, none stops the reading.

A wrong field gets a harmless value and a fault with its JSON path, so that all
faults of a document come at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from daybreak.model.errors import Fault
from daybreak.model.fields import (
    MINUTES_A_DAY,
    SLUG_MOST,
    Clock,
    DateRange,
    Real,
    Share,
    Slug,
    Text,
    Whole,
)
from daybreak.model.kinds import FieldPlan, Kind, inner_of, plan_of
from daybreak.model.leaves import LEAF_READERS, Wrong, is_usual, shown
from daybreak.model.open_values import read_open, repeats
from daybreak.model.paths import under
from daybreak.model.writing import plain_number

Faults = list[Fault]


def read_part(cls: type, value: Any, path: str, faults: Faults) -> Any:
    """Read a JSON object as a part, adding what is wrong to ``faults``."""
    if not isinstance(value, Mapping):
        faults.append(_fault(path, f"{shown(value)} is no object", "write {...} here"))
        return _fill(cls, {}, path, [])
    return _fill(cls, value, path, faults)


def _fill(cls: type, value: Mapping[str, Any], path: str, faults: Faults) -> Any:
    made: Any = object.__new__(cls)
    plans = plan_of(cls)
    _unknown_fields(plans, value, path, faults)
    lead = f"{path}." if path else ""
    for plan in plans:
        here = lead + plan.key
        if plan.key in value:
            got = read_value(plan.kind, value[plan.key], here, faults)
        elif plan.required:
            faults.append(_fault(here, "is missing", _todo(plan.kind)))
            got = harmless(plan.kind)
        else:
            got = plan.default()
        object.__setattr__(made, plan.name, got)
    return made


def _unknown_fields(
    plans: tuple[FieldPlan, ...], value: Mapping[str, Any], path: str, faults: Faults
) -> None:
    known = {plan.key for plan in plans}
    for key in value:
        if key not in known:
            near = _nearest(str(key), known)
            advice = f'did you mean "{near}"? Else' if near else "take it out or"
            advice += ' keep it under "extra"'
            faults.append(_fault(under(path, key), "unknown field", advice))
    faults += repeats(value, path)


def _nearest(word: str, known: set[str]) -> str | None:
    found = get_close_matches(word, sorted(known), n=1, cutoff=0.75)
    return found[0] if found else None


def read_value(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    """Read one JSON value as its kind; a wrong one becomes harmless and a fault."""
    if value is None and kind.optional:
        return None
    try:
        return _READERS[kind.shape](kind, value, path, faults)
    except Wrong as wrong:
        faults.append(_fault(path, wrong.what, wrong.todo or _todo(kind)))
        return harmless(kind)


def _read_list(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    if not isinstance(value, list | tuple):
        raise Wrong(f"{shown(value)} is no list", "write [...] here")
    inner = inner_of(kind)
    return tuple(
        read_value(inner, item, f"{path}[{place}]", faults)
        for place, item in enumerate(value)
    )


def _read_table(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    if not isinstance(value, Mapping):
        raise Wrong(f"{shown(value)} is no object", "write {...} here")
    read = {}
    for key, item in value.items():
        here = under(path, key)
        if key in kind.choices or not kind.choices:  # none: keys are ids
            read[key] = read_value(inner_of(kind), item, here, faults)
        else:
            known = ", ".join(map(str, kind.choices))
            faults.append(_fault(here, "unknown name", f"use one of {known}"))
    faults += repeats(value, path)
    return read


def _read_part(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    assert kind.cls is not None
    return read_part(kind.cls, value, path, faults)


def _read_open(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    if not isinstance(value, Mapping):
        raise Wrong(f"{shown(value)} is no object", "write {...} here")
    return read_open(value, path, faults) if value else {}


def _read_choice(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    if isinstance(value, Decimal | float) and is_usual(value):
        value = plain_number(value)  # the same number, however it was written
    named = isinstance(value, str | int) and not isinstance(value, bool)
    if named and value in kind.choices:
        return kind.choices[kind.choices.index(value)]
    raise Wrong(f"{shown(value)} is unknown")


def _read_flag(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    if not isinstance(value, bool):
        raise Wrong(f"{shown(value)} is neither true nor false")
    return value


def _read_date(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    if type(value) is date:
        return value
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Wrong(f"{value} is no day of the calendar") from None
    raise Wrong(f"{shown(value)} is no date")


def _read_range(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    if isinstance(value, DateRange):
        value = [value.first, value.last]
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise Wrong(f"{shown(value)} is no pair of dates")
    day = Kind(shape="date")
    first = read_value(day, value[0], f"{path}[0]", faults)
    return DateRange(first, read_value(day, value[1], f"{path}[1]", faults))


def _read_clocks(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    assert kind.cls is not None
    if isinstance(value, kind.cls):
        value = [value.call, value.wrap]  # type: ignore[attr-defined]
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise Wrong(f"{shown(value)} is no pair of times")
    clock = Kind(shape="leaf", mark=Clock())
    call = read_value(clock, value[0], f"{path}[0]", faults)
    wrap = read_value(clock, value[1], f"{path}[1]", faults)
    if call == MINUTES_A_DAY:
        raise Wrong("a call at 24:00", "write 00:00 for a call at midnight")
    made: Any = object.__new__(kind.cls)
    object.__setattr__(made, "call", call)
    object.__setattr__(made, "wrap", wrap)
    return made


def _read_leaf(kind: Kind, value: Any, path: str, faults: Faults) -> Any:
    return LEAF_READERS[type(kind.mark)](kind.mark, value)


_READERS: dict[str, Callable[[Kind, Any, str, Faults], Any]] = {
    "leaf": _read_leaf,
    "choice": _read_choice,
    "flag": _read_flag,
    "date": _read_date,
    "range": _read_range,
    "list": _read_list,
    "table": _read_table,
    "part": _read_part,
    "clocks": _read_clocks,
    "open": _read_open,
}


def harmless(kind: Kind) -> Any:
    """Give a value that no further check stumbles over."""
    if kind.optional and kind.shape != "list":
        return None  # an empty list names less than None, which may mean all
    if kind.shape == "part":
        assert kind.cls is not None
        return read_part(kind.cls, {}, "", [])
    if kind.shape == "leaf":
        return _HARMLESS_LEAVES[type(kind.mark)](kind.mark)
    if kind.shape == "choice":
        return kind.choices[0]
    if kind.shape == "clocks":
        return _read_clocks(kind, [0, 0], "", [])
    return _HARMLESS[kind.shape]()


_HARMLESS_LEAVES: dict[type, Callable[[Any], Any]] = {
    Whole: lambda mark: mark.least,
    Real: lambda mark: 0.0,
    Share: lambda mark: Decimal(0),
    Slug: lambda mark: "",
    Text: lambda mark: "",
    Clock: lambda mark: 0,
}
_HARMLESS: dict[str, Callable[[], Any]] = {
    "flag": lambda: False,
    "date": lambda: date.min,
    "range": lambda: DateRange(date.min, date.max),
    "list": tuple,
    "table": dict,
    "open": dict,
}


def _todo(kind: Kind) -> str:
    """Say what to write in a field of this kind."""
    if kind.shape == "choice":
        lead = "use one of " if len(kind.choices) > 1 else "use "
        return lead + ", ".join(map(str, kind.choices))
    if isinstance(kind.mark, Slug):
        return f"give an id of letters, digits, - _ . and at most {SLUG_MOST} of them"
    if isinstance(kind.mark, Clock):
        return "write it as HH:MM, such as 07:00"
    if kind.mark is not None:
        return kind.mark.todo
    return {
        "flag": "write true or false",
        "date": "write it as YYYY-MM-DD, such as 2027-06-30",
        "range": 'write [from, to], such as ["2027-06-01", "2027-06-14"]',
        "list": "write [...] here",
        "clocks": 'write [call, wrap], such as ["07:00", "19:00"]',
    }.get(kind.shape, "write {...} here")


def _fault(path: str, what: str, todo: str) -> Fault:
    return Fault(path=path, what=what, todo=todo)
