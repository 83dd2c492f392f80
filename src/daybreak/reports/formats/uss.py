"""A schedule as a file of the Universal Schedule Standard, version 1.0.0.

Everything that the standard has a field for is written, strictly as its schema says:
every key, no other key, each strip on one board. docs/uss.md tells what it cannot hold.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule_standard import ROOT, VERSION
from daybreak.reports.formats.uss_boards import boards_of
from daybreak.reports.formats.uss_calendar import calendar_of
from daybreak.reports.formats.uss_categories import Categories
from daybreak.reports.formats.uss_elements import Elements
from daybreak.reports.formats.uss_ids import UssIds, moment, moment_of
from daybreak.reports.formats.uss_sheets import sheets_of
from daybreak.reports.papers.shown import Shown

SOURCE = "Daybreak"
_KEPT = (
    ("author", "author"),
    ("company", "company"),
    ("description", "description"),
    ("episode", "episode"),
    ("episodeName", "episode_name"),
    ("season", "season"),
    ("scriptColor", "script_color"),
    ("scriptDate", "script_date"),
)
"""Keys of the header that Daybreak has no field for; they stay as they were read."""


def to_uss(shown: Shown) -> bytes:
    """Give a production and its schedule as a USS file.

    Of several pictures all are written, or the wanted one alone. The same schedule
    with the same stamp gives the same bytes.
    """
    text = json.dumps({ROOT: uss_of(shown)}, ensure_ascii=False, indent=1)
    return text.encode() + b"\n"


def uss_of(shown: Shown) -> dict[str, Any]:
    """Give the content of the file as JSON values.

    Raises
    ------
    UsageError
        When there is no scene: the standard wants one at least.
    """
    production = shown.production
    wanted = shown.wanted.picture
    scenes = [one for one in production.scenes if wanted in (None, one.picture)]
    if not scenes:
        raise UsageError("A schedule file needs a scene.\nMaybe add one first.")
    created = moment_of(shown.stamp.made)
    ids = UssIds(shown.stamp.digest)
    categories = Categories(_kept(production).get("categories"), ids, created)
    elements = Elements(production, categories, ids, created)
    sheets = sheets_of(production, scenes, elements, ids=ids, created=created)
    calendar = calendar_of(production, shown.schedule, ids=ids)
    boards, banners = boards_of(
        production,
        shown.schedule,
        sheets={scene: sheet["id"] for scene, sheet in sheets.items()},
        slots=calendar.slots,
        ids=ids,
        created=created,
    )
    stripboard = {
        "id": ids.made("stripboard", ""),
        "boards": boards,
        "calendar": calendar.data["id"],
        "name": _board_name(shown),
    }
    return {
        **_header(shown, created, ids),
        "breakdowns": [*sheets.values(), *banners],
        "categories": categories.all(),
        "elements": elements.all(),
        "stripboards": [stripboard],
        "calendars": [calendar.data],
    }


def _header(shown: Shown, created: str, ids: UssIds) -> dict[str, Any]:
    kept = _kept(shown.production)
    told = {key: kept.get(name) for key, name in _KEPT}
    stamp = shown.stamp
    return {
        "id": ids.made("schedule", ""),
        "created": created,
        "name": _board_name(shown),
        "project": shown.production.title,
        "schedColor": stamp.color.capitalize() or None,
        "schedDate": moment(stamp.revised) if stamp.revised else None,
        "source": SOURCE,
        "ussVersion": VERSION,
        **{
            key: value if isinstance(value, str) else None
            for key, value in told.items()
        },
    }


def _kept(production: Production) -> Mapping[str, Any]:
    """Give what an import of a schedule file kept beside."""
    kept = production.extra.get("uss")
    return kept if isinstance(kept, Mapping) else {}


def _board_name(shown: Shown) -> str:
    """Give the name of the board: as it was read, else as document or file have it."""
    kept = shown.schedule.extra.get("board")
    is_file = shown.stamp.entry is None  # boards of a document have names of their own
    if is_file and isinstance(kept, str) and kept.strip():
        return kept
    return shown.stamp.board.removesuffix(".json") or "Schedule"
