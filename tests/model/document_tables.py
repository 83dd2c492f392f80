"""The field tables of the pages about the two documents, made from the model."""

from __future__ import annotations

import json
import re
from typing import Any

from daybreak.model.fields import Clock, Real, Share, Slug, Text, Whole
from daybreak.model.json_schema import field_descriptions
from daybreak.model.kinds import FieldPlan, Kind, plan_of
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.writing import write_value

MARKED = re.compile(r"(<!-- fields of (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def parts_of(document: type) -> dict[str, Any]:
    """Give every part of a document by its name, the document first."""
    found: dict[str, Any] = {document.__name__: document}
    for plan in plan_of(document):
        kind = plan.kind.inner or plan.kind
        if kind.shape == "part" and kind.cls and kind.cls.__name__ not in found:
            found |= parts_of(kind.cls)
    return found


PARTS = {**parts_of(Production), **parts_of(Schedule)}


def with_tables(page: str) -> str:
    """Give a page with its field tables written anew."""
    return MARKED.sub(lambda found: found[1] + table_of(found[2]) + found[3], page)


def table_of(name: str) -> str:
    """Give the table of one part."""
    told = field_descriptions(PARTS[name])
    rows = [
        "| field | holds | where left out | meaning |\n| --- | --- | --- | --- |\n",
        *(_row(plan, told[plan.name]) for plan in plan_of(PARTS[name])),
    ]
    return "".join(rows)


def _row(plan: FieldPlan, meaning: str) -> str:
    return f"| `{plan.key}` | {holds(plan.kind)} | {_left_out(plan)} | {meaning} |\n"


def _left_out(plan: FieldPlan) -> str:
    if plan.required:
        return "*required*"
    default = write_value(plan.kind, plan.default())
    return "-" if default in (None, "", {}, []) else f"`{json.dumps(default)}`"


def holds(kind: Kind) -> str:
    """Say what a field holds."""
    inner = kind.inner
    if kind.shape == "list" and inner is not None:
        return f"list of {holds(inner)}"
    if kind.shape == "table" and inner is not None:
        keys = ", ".join(f"`{one}`" for one in kind.choices)
        return f"object: {keys} -> {holds(inner)}"
    if kind.shape == "part" and kind.cls is not None:
        return f"[{kind.cls.__name__}](#{kind.cls.__name__.lower()})"
    if kind.shape == "choice":
        return ", ".join(f"`{one}`" for one in kind.choices)
    if kind.mark is not None:
        return _leaf(kind.mark)
    return {
        "flag": "`true` or `false`",
        "date": "date",
        "range": "`[from, to]`",
        "clocks": "`[call, wrap]`",
        "open": "any object",
    }[kind.shape]


def _leaf(mark: Any) -> str:
    if isinstance(mark, Whole):
        return f"whole number, {_limits(mark.least, mark.most)}"
    if isinstance(mark, Real):
        return f"number, {_limits(mark.least, mark.most)}"
    if isinstance(mark, Text) and mark.most:
        return f"text of {mark.most} letters"
    words = {Share: "fraction, at least 0", Slug: "id", Text: "text", Clock: "time"}
    return words[type(mark)]


def _limits(least: int, most: int | None) -> str:
    return f"at least {least}" if most is None else f"{least} to {most}"
