"""What a field holds, told once for reading, writing and the JSON Schema.

The type of a field in ``production.py`` or ``schedule.py`` becomes a `Kind`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from daybreak.model.fields import Clock, DateRange, Real, Share, Slug, Text, Whole

Mark = Whole | Real | Share | Slug | Text | Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a field holds.

    ``shape`` is one of: leaf (with ``mark``), choice (``choices``), flag, date,
    range, list (``inner``), table (``choices`` are the keys, ``inner`` the values),
    part (``cls``), clocks (a shift), open (anything under ``extra``).
    """

    shape: str
    mark: Mark | None = None
    choices: tuple[Any, ...] = ()
    inner: Kind | None = None
    cls: type | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlan:
    """One field of a part: its JSON key, its attribute, its kind, its default."""

    key: str
    name: str
    kind: Kind
    required: bool
    default: Callable[[], Any]


@cache
def plan_of(cls: Any) -> tuple[FieldPlan, ...]:
    """Give the fields of a part in the order of the document."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(_plan(one, hints[one.name]) for one in fields(cls))


def _plan(one: Any, hint: Any) -> FieldPlan:
    if one.default is not MISSING:
        default = lambda: one.default  # noqa: E731 - a named def says no more
    else:
        default = one.default_factory
    required = one.default is MISSING and one.default_factory is MISSING
    return FieldPlan(
        key=one.metadata.get("key", one.name),
        name=one.name,
        kind=kind_of(hint),
        required=required,
        default=default,
    )


def kind_of(hint: Any) -> Kind:
    """Turn a type hint of the model into its kind."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        inner = next(arg for arg in args if arg is not NoneType)
        return replace(kind_of(inner), optional=True)
    if origin is Annotated:
        return Kind(shape="leaf", mark=args[1])
    if origin is Literal:
        return Kind(shape="choice", choices=args)
    if origin is tuple:
        return Kind(shape="list", inner=kind_of(args[0]))
    if origin is dict:
        return Kind(shape="open")
    if origin is not None and issubclass(origin, Mapping):
        keys = kind_of(args[0]).choices
        return Kind(shape="table", choices=keys, inner=kind_of(args[1]))
    return _plain_kind(hint)


def _plain_kind(hint: Any) -> Kind:
    shapes = {bool: "flag", date: "date", DateRange: "range"}
    if hint in shapes:
        return Kind(shape=shapes[hint])
    if hint.__name__ == "Shift":
        return Kind(shape="clocks", cls=hint)
    return Kind(shape="part", cls=hint)


def inner_of(kind: Kind) -> Kind:
    """Give the kind of a list's items or a table's values."""
    assert kind.inner is not None
    return kind.inner
