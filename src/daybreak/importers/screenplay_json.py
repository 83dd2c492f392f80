"""A `Screenplay` as JSON and back: how it leaves the process that read its file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from typing import Any

from daybreak.importers.screenplay import (
    Element,
    Layout,
    Note,
    Screenplay,
    Spec,
    Tag,
)
from daybreak.model.errors import Remark


def screenplay_to_json(script: Screenplay) -> str:
    """Give a screenplay as one line of JSON."""
    return json.dumps(
        {
            "file": script.file,
            "source_format": script.source_format,
            "title_page": script.title_page,
            "elements": [_element(element) for element in script.elements],
            "notes": [_plain(note) for note in script.notes],
            "cast_list": script.cast_list,
            "layout": _layout(script.layout) if script.layout else None,
            "remarks": [remark_to_dict(remark) for remark in script.remarks],
        }
    )


def screenplay_from_json(text: str) -> Screenplay:
    """Give the screenplay that a line of JSON holds.

    Raises
    ------
    ValueError, TypeError, KeyError
        When the line is not one of `screenplay_to_json`.
    """
    data = json.loads(text)
    layout = data["layout"]
    return Screenplay(
        file=data["file"],
        source_format=data["source_format"],
        title_page=_pairs(data["title_page"]),
        elements=tuple(map(_element_from, data["elements"])),
        notes=tuple(Note(**note) for note in data["notes"]),
        cast_list=_pairs(data["cast_list"]),
        layout=_layout_from(layout) if layout else None,
        remarks=tuple(Remark(**remark) for remark in data["remarks"]),
    )


def remark_to_dict(remark: Remark) -> dict[str, Any]:
    """Give a remark as a JSON object."""
    return _plain(remark)


def _plain(thing: Note | Remark | Tag) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in fields(thing)}


def _element(element: Element) -> dict[str, Any]:
    """Give an element without what is as it always is."""
    written: dict[str, Any] = {}
    for field in fields(element):
        value = getattr(element, field.name)
        if value != field.default:
            written[field.name] = value
    if element.spec is not None:
        written["spec"] = _spec(element.spec)
    if element.tags:
        written["tags"] = [_plain(tag) for tag in element.tags]
    return written


def _element_from(data: Mapping[str, Any]) -> Element:
    known = dict(data)
    if "spec" in known:
        known["spec"] = _spec_from(known["spec"])
    if "tags" in known:
        known["tags"] = tuple(Tag(**tag) for tag in known["tags"])
    return Element(**known)


def _spec(spec: Spec) -> list[str]:
    return [str(part) for part in (spec.left, spec.right, spec.before, spec.spacing)]


def _spec_from(parts: list[str]) -> Spec:
    left, right, before, spacing = map(Fraction, parts)
    return Spec(left=left, right=right, before=before, spacing=spacing)


def _layout(layout: Layout) -> dict[str, Any]:
    return {
        "body_points": str(layout.body_points),
        "specs": [[style, _spec(spec)] for style, spec in layout.specs],
    }


def _layout_from(data: Mapping[str, Any]) -> Layout:
    return Layout(
        body_points=Fraction(data["body_points"]),
        specs=tuple((style, _spec_from(spec)) for style, spec in data["specs"]),
    )


def _pairs(data: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in data)
