"""Plans side by side as JSON for a page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from daybreak.reports.scenario_rows import ScenarioRow, ScenarioTable

Json = dict[str, Any]


def table_view(table: ScenarioTable) -> Json:
    """Give the rows, the first of which is the document as it is."""
    return {
        "currency": table.currency,
        "rows": [_row(one) for one in table.rows],
        "unplanned": list(table.unplanned),
        "impossible": [{"name": name, "why": why} for name, why in table.impossible],
    }


def _row(row: ScenarioRow) -> Json:
    clashes = row.clashes
    return {
        "name": row.name,
        "note": row.note,
        "what_ifs": list(row.what_ifs),
        "cost": dict(row.costs),
        "difference": row.difference,
        "bound": row.bound,
        "gap": None if row.gap is None else float(row.gap),
        "days": row.days,
        "boneyard": row.boneyard,
        "pictures": [
            {
                **{key: _told(value) for key, value in asdict(end).items()},
                "days_late": end.days_late,
            }
            for end in row.pictures
        ],
        "taken_from": row.taken_from,
        "notes": list(row.notes),
        "parts": [_row(one) for one in row.parts],
        "clashes": None if clashes is None else [one.said for one in clashes],
    }


def _told(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
