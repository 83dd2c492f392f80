"""Small schedule files for tests, as JSON objects that a test may change."""

from __future__ import annotations

import json
from typing import Any

Json = dict[str, Any]
CATEGORIES = {"Set": 0, "INT/EXT": 1, "Day/Night": 2, "Cast Members": 100, "Props": 104}


def made() -> Json:
    """Give a file of three scenes, two cast, a prop, a board of two days."""
    root: Json = {
        "project": "The Pier",
        "name": "First draft",
        "ussVersion": "1.0.0",
        "categories": [
            {"id": f"c{ucid}", "name": name, "ucid": ucid}
            for name, ucid in CATEGORIES.items()
        ],
        "elements": [
            element("int", 1, "INT"),
            element("ext", 1, "EXT"),
            element("day", 2, "DAY"),
            element("night", 2, "NIGHT"),
            element("house", 0, "HOUSE - KITCHEN"),
            element("pier", 0, "PIER"),
            element("anna", 100, "ANNA", elementId="1", isHold=True),
            element("bob", 100, "BOB", elementId="2", isHold=False),
            element("boat", 104, "Boat"),
        ],
        "breakdowns": [
            scene("b1", "1", 0.5, "int", "house", "day", "anna"),
            scene("b2", "2", 1.375, "ext", "pier", "night", "anna", "bob", "boat"),
            scene("b3", "2A", 0.125, "ext", "pier", "day", "bob"),
            {"id": "note", "type": "banner", "bannerText": "Move to the pier"},
        ],
        "stripboards": [
            {
                "id": "sb",
                "name": "Board",
                "calendar": "cal",
                "boards": [
                    board("stripboard", [["b1"], ["note", "b2"]]),
                    board("boneyard", ["b3"]),
                ],
            }
        ],
        "calendars": [
            {
                "id": "cal",
                "name": "June",
                "daysOff": [0, 6],
                "events": [event("start", "2027-06-11")],
            }
        ],
    }
    return root


def element(key: str, ucid: int, name: str, **told: Any) -> Json:
    return {"id": key, "category": f"c{ucid}", "name": name, **told}


def scene(key: str, number: str, pages: float, *elements: str) -> Json:
    return {
        "id": key,
        "type": "scene",
        "scene": number,
        "pages": pages,
        "elements": list(elements),
    }


def board(name: str, items: list[Any]) -> Json:
    return {"id": f"board-{name}", "name": name, "breakdownIds": items}


def event(kind: str, day: str, name: str | None = None, hour: str = "08") -> Json:
    return {"type": kind, "name": name, "date": f"{day}T{hour}:00:00.000Z"}


def data_of(root: Json) -> bytes:
    return json.dumps({"universalScheduleStandard": root}, indent=1).encode()
