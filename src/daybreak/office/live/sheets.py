"""Papers as pages: a call sheet whose missing facts can be told, a table of costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.files import production_hash
from daybreak.model.production import Location
from daybreak.model.schedule import Schedule
from daybreak.office.live.session import BoardNow, LiveShoot
from daybreak.office.live.shown import shown_board
from daybreak.office.live.view import schedule_of
from daybreak.office.opening import open_documents
from daybreak.office.showing import cost_of
from daybreak.reports.formats.json import paper_data
from daybreak.reports.papers.call_sheet import PLACE_FACTS, call_sheet
from daybreak.reports.papers.paper import MISSING
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.store.own_paths import BOARD

Json = dict[str, Any]
PRIVATE_LABELS = ("Contact", "Address")


def call_sheet_view(
    shoot: LiveShoot, board: str, unit: str, day: date, *, private: bool
) -> Json:
    """Give the call sheet of a unit's day, with the day before and the day after.

    A fact that nobody gave is ``missing``; for those who may see all of it, one that
    can be entered bears its ``path``.

    Parameters
    ----------
    private
        Whether contacts and notes may be shown.

    Raises
    ------
    UsageError
        When there is no such board or unit, or it shoots on another date.
    """
    shown = shown_board(shoot, board, Wanted(unit=unit, day=day))
    if unit not in {one.id for one in shown.production.units}:
        raise UsageError(f'There is no unit "{unit}".')
    data = paper_data(call_sheet(shown))
    places = _places(shown, unit, day)
    for section in data["sections"]:
        blocks = [made for one in section["blocks"] for made in _by_place(one)]
        section["blocks"] = blocks = blocks if private else _public(blocks)
        _with_paths(blocks, places if private else [])
    on = sorted(one.date for one in shown.schedule.days if one.unit == unit)
    before = [one for one in on if one < day]
    after = [one for one in on if one > day]
    return {
        "paper": data,
        "before": before[-1].isoformat() if before else None,
        "after": after[0].isoformat() if after else None,
    }


def _places(shown: Shown, unit: str, day: date) -> list[Location]:
    """Give the locations of a day, in the order of its strips."""
    where = {one.id: one.location for one in shown.production.scenes}
    by_id = {one.id: one for one in shown.production.locations}
    strips = (
        strip
        for one in shown.schedule.days
        if (one.unit, one.date) == (unit, day)
        for strip in one.strips
    )
    return [by_id[one] for one in dict.fromkeys(where[strip] for strip in strips)]


def _by_place(block: Json) -> list[Json]:
    """Give a table of locations as the facts of each, which can be told one by one."""
    if block["block"] != "table" or block["name"] != "locations":
        return [block]
    labels = [one["label"] for one in block["columns"]]
    made = []
    for row in (row for group in block["groups"] for row in group):
        told = [
            one["value"] if isinstance(one, Mapping) else one for one in row["cells"]
        ]
        pairs = zip(labels[1:], told[1:], strict=True)
        facts = [{"label": label, "value": value} for label, value in pairs]
        made.append(
            {"block": "facts", "name": "location", "title": told[0], "facts": facts}
        )
    return made


def _public(blocks: Iterable[Json]) -> list[Json]:
    made = []
    for block in blocks:
        if block["block"] == "text" and block.get("title") == "Notes":
            continue
        if block["block"] == "facts":
            facts = [
                one for one in block["facts"] if one["label"] not in PRIVATE_LABELS
            ]
            block = {**block, "facts": facts}
        made.append(block)
    return made


def _with_paths(blocks: Iterable[Json], places: list[Location]) -> None:
    """Say of each fact whether it is missing, and where it could be entered."""
    keys = dict(PLACE_FACTS)
    left = list(places)
    for block in blocks:
        if block["block"] != "facts":
            continue
        place = left.pop(0) if block["name"] == "location" and left else None
        for fact in block["facts"]:
            fact["missing"] = fact["value"] == MISSING
            if place is not None and fact["label"] in keys:
                fact["path"] = f"location/{place.id}/extra/{keys[fact['label']]}"


def cost_view(shoot: LiveShoot, board: str) -> Json:
    """Give the cost table of a board, with its proven least where that still holds.

    A bound holds for every plan of the facts it was proven for: it is left out where
    they have changed since, and on a board with strips on no day.

    Raises
    ------
    UsageError
        When there is no such board.
    """
    now = shoot.board(board)
    plan = schedule_of(now)
    opened = open_documents(
        now.production, replace(plan, bound=_bound(shoot, now, plan))
    )
    table = cost_of(opened)
    return {
        "currency": table.currency,
        "total": table.total,
        "bound": table.bound,
        "gap": table.gap,
        "rows": [
            {
                "line": one.line,
                "label": one.label,
                "amount": one.amount,
                "share": one.share,
                "items": sum(item.line == one.line for item in opened.costs.items),
            }
            for one in table.rows
        ],
    }


def _bound(shoot: LiveShoot, now: BoardNow, plan: Schedule) -> int | None:
    """Give the highest total that was proven least for the facts as they are."""
    if plan.boneyard:
        return None
    same = production_hash(now.production)
    found = (
        one.value["bound"]
        for one in shoot.entries()
        if one.path.startswith(f"{BOARD}/") and isinstance(one.value, Mapping)
        if one.value.get("production") == same and one.value.get("bound")
    )
    return max(found, default=None)
