"""Entries made briefly, for tests of what stands."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from daybreak.model.files import production_from_json
from daybreak.model.production import Production
from daybreak.store.building import Built, build
from daybreak.store.entry import FOUNDING, Entry, Source
from daybreak.store.known import Known
from daybreak.store.spreading import founding
from daybreak.store.state import State, state_of

SMALL: dict[str, Any] = {
    "format": "daybreak/production",
    "version": 1,
    "title": "Two pictures",
    "currency": "GBP",
    "pictures": [
        {"id": "m7", "title": "Seven", "post_days": 100},
        {"id": "m8", "title": "Eight"},
    ],
    "units": [
        {
            "id": "main",
            "name": "Main",
            "start": "2020-02-24",
            "end": "2021-06-30",
            "workweek": ["mon", "tue", "wed", "thu", "fri"],
            "day_cost": 1000,
        }
    ],
    "bases": [{"id": "london", "name": "London"}, {"id": "norway", "name": "Norway"}],
    "moves": [{"from": "london", "to": "norway", "days": 2, "cost": 900}],
    "locations": [
        {"id": "stage", "name": "Stage", "base": "london"},
        {"id": "cliff", "name": "Cliff", "base": "norway"},
    ],
    "people": [
        {"id": "star", "name": "Star", "deals": [{"kind": "daily", "rate": 100}]},
        {"id": "guest", "name": "Guest", "deals": [{"kind": "none", "rate": 0}]},
        {"id": "other", "name": "Other", "deals": [{"kind": "none", "rate": 0}]},
    ],
    "scenes": [
        {
            "id": f"s{number}",
            "picture": picture,
            "number": str(number),
            "heading": f"INT. STAGE - {number}",
            "place": "int",
            "time": "day",
            "location": location,
            "eighths": 8,
            "cast": ["star"],
        }
        for number, picture, location in (
            (1, "m7", "stage"),
            (2, "m7", "cliff"),
            (3, "m8", "stage"),
        )
    ],
    "orders": [{"before": "s1", "after": "s2"}],
}
"""Two pictures that one company shoots with one star, at two bases."""
ENTERED = datetime(2020, 1, 1, 12, 0, 0, tzinfo=UTC)


def said(
    path: str, value: Any, on: str | None = None, *, outlet: str = "Paper", **more: Any
) -> Entry:
    """Give a report of an outlet; ``not_before`` instead of ``on`` for an undated."""
    if isinstance(more.get("not_before"), str):
        more["not_before"] = date.fromisoformat(more["not_before"])
    return Entry(
        path=path,
        value=value,
        said_on=on,
        source=Source(outlet=outlet),
        entered_by="ann",
        entered_at=more.pop("entered_at", ENTERED),
        **more,
    )


def decided(path: str, value: Any, on: str, **more: Any) -> Entry:
    """Give a decision of the company itself, entered on a day."""
    at = datetime.fromisoformat(f"{on}T09:00:00").replace(tzinfo=UTC)
    return Entry(path=path, value=value, entered_by="ann", entered_at=at, **more)


def founded(path: str, value: Any) -> Entry:
    """Give an entry with which the document began."""
    return Entry(
        path=path,
        value=value,
        batch=FOUNDING,
        entered_by="ann",
        entered_at=ENTERED,
    )


def numbered(entries: Iterable[Entry]) -> list[Entry]:
    """Give entries numbered in their order."""
    return [replace(one, seq=seq) for seq, one in enumerate(entries, 1)]


def small() -> Production:
    """Give the small production."""
    return production_from_json(json.dumps(SMALL))


def journal(*entries: Entry) -> list[Entry]:
    """Give a small production as entries, then these."""
    began = founding(small(), entered_by="ann", entered_at=ENTERED)
    return numbered([*began, *entries])


def known(
    entries: Iterable[Entry], as_of: str | None = None, at_least: Any = "expected"
) -> Known:
    """Give what is known of entries on a day."""
    day = None if as_of is None else date.fromisoformat(as_of)
    return Known(state_of(entries), as_of=day, at_least=at_least)


def built(entries: Iterable[Entry], as_of: str | None = None, **more: Any) -> Built:
    """Give the production that entries build."""
    return build(known(entries, as_of, **more))


def stands(entries: Iterable[Entry], path: str, as_of: str | None = None) -> Any:
    """Give the value that stands of a path."""
    found = known(entries, as_of).standing(path)
    return None if found is None or found.claim.removes else found.claim.value


def state(entries: Iterable[Entry]) -> State:
    """Give the state of entries."""
    return state_of(entries)
