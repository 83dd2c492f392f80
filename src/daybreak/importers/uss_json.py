"""A `UssDocument` as JSON and back: how it leaves the process that read its file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from daybreak.importers.uss_document import (
    UssBoard,
    UssBreakdown,
    UssCalendar,
    UssCategory,
    UssDocument,
    UssElement,
    UssEvent,
    UssHeader,
    UssStripboard,
)
from daybreak.model.errors import Remark


def uss_to_json(document: UssDocument) -> str:
    """Give a schedule file's content as one line of JSON."""
    return json.dumps(asdict(document), default=date.isoformat)


def uss_from_json(text: str) -> UssDocument:
    """Give the content that a line of JSON holds.

    Raises
    ------
    ValueError, TypeError, KeyError
        When the line is not one of `uss_to_json`.
    """
    data = json.loads(text)
    return UssDocument(
        **{
            **data,
            "header": UssHeader(**data["header"]),
            "breakdowns": tuple(_breakdown(one) for one in data["breakdowns"]),
            "categories": tuple(UssCategory(**one) for one in data["categories"]),
            "elements": tuple(_element(one) for one in data["elements"]),
            "stripboards": tuple(_stripboard(one) for one in data["stripboards"]),
            "calendars": tuple(_calendar(one) for one in data["calendars"]),
            "remarks": tuple(Remark(**one) for one in data["remarks"]),
        }
    )


def _breakdown(data: Mapping[str, Any]) -> UssBreakdown:
    return UssBreakdown(**{**data, "elements": tuple(data["elements"])})


def _element(data: Mapping[str, Any]) -> UssElement:
    return UssElement(**{**data, **_dates(data)})


def _calendar(data: Mapping[str, Any]) -> UssCalendar:
    return UssCalendar(**{**data, **_dates(data)})


def _dates(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "days_off": tuple(data["days_off"]),
        "events": tuple(
            UssEvent(**{**one, "day": date.fromisoformat(one["day"])})
            for one in data["events"]
        ),
    }


def _stripboard(data: Mapping[str, Any]) -> UssStripboard:
    boards = tuple(
        UssBoard(**{**one, "days": tuple(tuple(day) for day in one["days"])})
        for one in data["boards"]
    )
    return UssStripboard(**{**data, "boards": boards})
