"""Make the parts of a document: frozen, keyword-only, checking themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.fields import keyed, table
from daybreak.model.kinds import FieldPlan, plan_of
from daybreak.model.reading import read_value
from daybreak.model.writing import write_value

PartClass = TypeVar("PartClass")


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(field, keyed, table),
)
def part(cls: type[PartClass]) -> type[PartClass]:
    """Make a class a part of a document.

    Its instances are frozen and slotted, take keywords only, and raise
    `DocumentError` with every fault of their fields when they are made wrong.
    """
    if "__post_init__" not in cls.__dict__:
        setattr(cls, "__post_init__", check_fields)  # noqa: B010 - unknown to types
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


def check_fields(thing: Any) -> None:
    """Check the fields of a part made in Python; lists become tuples.

    Raises
    ------
    DocumentError
        With every fault, by the path of the field.
    """
    faults = field_faults(thing)
    if faults:
        raise DocumentError(faults)


def field_faults(thing: Any) -> list[Fault]:
    """Set the fields of a part as the model keeps them; give what is wrong."""
    faults: list[Fault] = []
    for plan in plan_of(thing.__class__):
        object.__setattr__(thing, plan.name, _checked(plan, thing, faults))
    return faults


def _checked(plan: FieldPlan, thing: Any, faults: list[Fault]) -> Any:
    """Give a field's value as the model keeps it.

    A part inside has checked itself when it was made, and stays as it is.
    """
    value = getattr(thing, plan.name)
    kind = plan.kind
    if kind.shape == "part" and isinstance(value, kind.cls or ()):
        return value
    inner = kind.inner
    if kind.shape == "list" and inner is not None and inner.shape == "part":
        items = tuple(value) if isinstance(value, list | tuple) else ()
        if items and all(isinstance(item, inner.cls or ()) for item in items):
            return items
    return read_value(kind, write_value(kind, value), plan.key, faults)
