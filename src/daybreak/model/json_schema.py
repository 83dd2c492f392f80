"""The JSON Schema (draft 2020-12) of both documents, made from the model itself.

It says what one field may hold. What the parts say of each other - ids that point
elsewhere, ends before starts, orders in a circle - only the reader checks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from inspect import cleandoc
from typing import Any

from daybreak.model.fields import SLUG_MOST, Clock, Real, Share, Slug, Text, Whole
from daybreak.model.kinds import FieldPlan, Kind, inner_of, plan_of
from daybreak.model.leaves import NUMBER_MOST, SHARE_MOST
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.writing import write_value

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMMON = {
    "id": "A short id, unique in its list.",
    "extra": "Whatever is kept beside; ignored.",
}
A_DATE: Schema = {
    "type": "string",
    "format": "date",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
}
A_CLOCK: Schema = {
    "type": "string",
    "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$",
}


def schema_of(document: type[Production] | type[Schedule]) -> Schema:
    """Give the JSON Schema of a document.

    Parameters
    ----------
    document
        `Production` or `Schedule`.

    Notes
    -----
    SPEC 1 and 2. A number may be written with a point (``600.0``) as long as it is
    whole, and a field that may be left out may be ``null`` where it has no default.
    """
    parts: dict[str, Schema] = {}
    top = _part(document, parts)
    name = document.__name__
    return {
        "$schema": DIALECT,
        "$id": f"{name.lower()}.schema.json",
        "title": f"Daybreak {name.lower()}",
        **top,
        "$defs": {one: parts[one] for one in sorted(parts)},
    }


def schema_text(document: type[Production] | type[Schedule]) -> str:
    """Give the JSON Schema of a document as it is published."""
    return json.dumps(schema_of(document), indent=2, ensure_ascii=False) + "\n"


def _part(cls: type, parts: dict[str, Schema]) -> Schema:
    told = field_descriptions(cls)
    plans = plan_of(cls)
    return {
        "description": told[""],
        "type": "object",
        "properties": {
            plan.key: _field(plan, told.get(plan.name, ""), parts) for plan in plans
        },
        "required": [plan.key for plan in plans if plan.required],
        "additionalProperties": False,
    }


def _field(plan: FieldPlan, description: str, parts: dict[str, Schema]) -> Schema:
    told = {"description": description} if description else {}
    schema = {**told, **_value(plan.kind, parts)}
    default = None if plan.required else plan.default()
    if default is not None and plan.kind.shape != "open":
        schema["default"] = write_value(plan.kind, default)
    return schema


def _value(kind: Kind, parts: dict[str, Schema]) -> Schema:
    schema = _SHAPES[kind.shape](kind, parts)
    return {"anyOf": [schema, {"type": "null"}]} if kind.optional else schema


def _reference(kind: Kind, parts: dict[str, Schema]) -> Schema:
    assert kind.cls is not None
    name = kind.cls.__name__
    if name not in parts:
        parts[name] = {}
        parts[name] = _part(kind.cls, parts)
    return {"$ref": f"#/$defs/{name}"}


def _list(kind: Kind, parts: dict[str, Schema]) -> Schema:
    return {"type": "array", "items": _value(inner_of(kind), parts)}


def _table(kind: Kind, parts: dict[str, Schema]) -> Schema:
    value = _value(inner_of(kind), parts)
    return {
        "type": "object",
        "properties": dict.fromkeys(kind.choices, value),
        "additionalProperties": False,
    }


def _choice(kind: Kind, parts: dict[str, Schema]) -> Schema:
    if len(kind.choices) == 1:
        return {"const": kind.choices[0]}
    return {"enum": list(kind.choices)}


def _pair(item: Schema) -> Schema:
    return {"type": "array", "items": item, "minItems": 2, "maxItems": 2}


def _leaf(kind: Kind, parts: dict[str, Schema]) -> Schema:
    return _LEAVES[type(kind.mark)](kind.mark)


_SHAPES: dict[str, Callable[[Kind, dict[str, Schema]], Schema]] = {
    "leaf": _leaf,
    "choice": _choice,
    "flag": lambda kind, parts: {"type": "boolean"},
    "date": lambda kind, parts: dict(A_DATE),
    "range": lambda kind, parts: _pair(A_DATE),
    "list": _list,
    "table": _table,
    "part": _reference,
    "clocks": lambda kind, parts: _pair(A_CLOCK),
    "open": lambda kind, parts: {"type": "object"},
}


def _whole(mark: Whole) -> Schema:
    most = NUMBER_MOST if mark.most is None else mark.most
    return {"type": "integer", "minimum": mark.least, "maximum": most}


def _text(mark: Text) -> Schema:
    schema: Schema = {"type": "string"}
    if mark.least:
        schema |= {"minLength": mark.least, "pattern": r"\S"}
    if mark.most is not None:
        schema["maxLength"] = mark.most
    return schema


_LEAVES: dict[type, Callable[[Any], Schema]] = {
    Whole: _whole,
    Real: lambda mark: {"type": "number", "minimum": mark.least, "maximum": mark.most},
    Share: lambda mark: {"type": "number", "minimum": 0, "maximum": SHARE_MOST},
    Slug: lambda mark: {
        "type": "string",
        "pattern": f"^[A-Za-z0-9][A-Za-z0-9._-]{{0,{SLUG_MOST - 1}}}$",
    },
    Text: _text,
    Clock: lambda mark: dict(A_CLOCK),
}


# --- descriptions --------------------------------------------------------------------


def field_descriptions(cls: type) -> Mapping[str, str]:
    """Give what a part's docstring says of its fields; of the part itself at ``""``.

    The part is told by the first paragraph, fields by the section ``Parameters``.
    """
    lead, _, rest = cleandoc(cls.__doc__ or "").partition("\n\n")
    told = {"": _plain(lead)}
    _, _, section = rest.partition("Parameters\n----------\n")
    names: list[str] = []
    for line in section.partition("\n\n")[0].splitlines():
        if line.startswith(" "):
            for name in names:
                told[name] = _plain(f"{told.get(name, '')} {line}")
        else:
            names = line.split(", ")
    return {**COMMON, **told}


def _plain(text: str) -> str:
    """Give a text on one line, without the marks of code."""
    return " ".join(text.split()).replace("``", "`")
