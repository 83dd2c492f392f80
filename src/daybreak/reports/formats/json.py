"""Papers as data: every block, every column, every value as it was counted."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Facts,
    Group,
    Legend,
    Paper,
    Picture,
    Row,
    Table,
    Text,
)

BLOCKS: dict[type[Block], str] = {
    Table: "table",
    Facts: "facts",
    Text: "text",
    Picture: "picture",
    Legend: "legend",
}


def paper_data(paper: Paper) -> dict[str, Any]:
    """Give a paper as an object of JSON; a day break is a row with ``bar``.

    A cell is its value, or an object of ``value`` and ``style`` where it has a style of
    its own. Lengths are eighths, times minutes, money whole currency.
    """
    stamp = paper.stamp
    return {
        "kind": paper.kind,
        "title": paper.title,
        "subtitle": paper.subtitle,
        "warning": paper.warning,
        "currency": paper.currency,
        "stamp": {
            "production": stamp.production,
            "board": stamp.board,
            "revision": stamp.color,
            "revised": _plain(stamp.revised),
            "script": stamp.script,
            "entry": stamp.entry,
            "digest": stamp.digest,
            "mark": stamp.mark,
            "made": stamp.made.isoformat(),
        },
        "sections": [
            {"title": one.title, "blocks": [_block(block) for block in one.blocks]}
            for one in paper.sections
        ],
    }


def to_json(paper: Paper) -> str:
    """Give a paper as a JSON document."""
    return json.dumps(paper_data(paper), ensure_ascii=False, indent=2) + "\n"


def _block(block: Block) -> dict[str, Any]:
    named = {"block": BLOCKS[type(block)]}
    if not isinstance(block, Table):
        return {**named, **asdict(block)}
    return {
        **named,
        "name": block.name,
        "title": block.title,
        "columns": [
            {"key": one.key, "label": one.label, "form": one.form}
            for one in block.columns
        ],
        "groups": [_group(one) for one in block.groups],
        "totals": [_row(one) for one in block.totals],
    }


def _group(group: Group) -> list[dict[str, Any]]:
    return [
        _row(one)
        if isinstance(one, Row)
        else {"bar": [one.left, one.right], "style": one.style}
        for one in group.rows
    ]


def _row(row: Row) -> dict[str, Any]:
    return {
        "style": row.style,
        "cells": [_cell(one) for one in row.cells],
        "notes": list(row.notes),
    }


def _cell(cell: Cell) -> Any:
    value = _plain(cell.value)
    return {"value": value, "style": cell.style} if cell.style else value


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
