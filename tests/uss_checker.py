"""A strict checker of USS 1.0.0 files, written from the standard alone.

Every key and no other, the kinds of values, multiples of an eighth; then what ids say
of each other: elements of breakdowns, categories of elements, linked elements, strips
of boards, calendars of stripboards, a start in each calendar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

TEXT: tuple[type, ...] = (str,)
MAYBE: tuple[type, ...] = (str, type(None))
HEADER: dict[str, tuple[type, ...]] = {
    "id": TEXT, "author": MAYBE, "company": MAYBE, "created": TEXT, "episode": MAYBE,
    "episodeName": MAYBE, "description": MAYBE, "name": TEXT, "project": MAYBE,
    "schedColor": MAYBE, "schedDate": MAYBE, "scriptColor": MAYBE, "scriptDate": MAYBE,
    "season": MAYBE, "source": TEXT, "ussVersion": TEXT, "breakdowns": (list,),
    "categories": (list,), "elements": (list,), "stripboards": (list,),
    "calendars": (list,),
}  # fmt: skip
NUMBER = (int, float, type(None))
BREAKDOWN: dict[str, tuple[type, ...]] = {
    "id": TEXT, "bannerText": MAYBE, "comments": MAYBE, "created": TEXT,
    "description": MAYBE, "elements": (list,), "pages": NUMBER, "scene": MAYBE,
    "scriptPage": MAYBE, "duration": NUMBER, "type": TEXT,
}  # fmt: skip
CATEGORY: dict[str, tuple[type, ...]] = {
    "id": TEXT, "created": TEXT, "name": TEXT, "ucid": (int,),
}  # fmt: skip
ELEMENT: dict[str, tuple[type, ...]] = {
    "id": TEXT, "category": TEXT, "created": TEXT, "daysOff": (list,),
    "dropDayCount": (int,), "elementId": MAYBE, "events": (list,), "isDood": (bool,),
    "isDrop": (bool,), "isHold": (bool,), "isIdLock": (bool,),
    "linkedElements": (list,), "name": TEXT,
}  # fmt: skip
EVENT: dict[str, tuple[type, ...]] = {
    "id": TEXT, "date": TEXT, "type": TEXT, "name": MAYBE,
}  # fmt: skip
STRIPBOARD: dict[str, tuple[type, ...]] = {
    "id": TEXT, "boards": (list,), "calendar": MAYBE, "name": TEXT,
}  # fmt: skip
BOARD: dict[str, tuple[type, ...]] = {"id": TEXT, "name": TEXT, "breakdownIds": (list,)}
CALENDAR: dict[str, tuple[type, ...]] = {
    "id": TEXT, "daysOff": (list,), "events": (list,), "name": TEXT,
}  # fmt: skip


def faults(data: Any) -> list[str]:
    """Give everything that is wrong with a file, as JSON values."""
    if set(data) != {"universalScheduleStandard"}:
        return ["the root has other keys"]
    root = data["universalScheduleStandard"]
    found = [*_shape(root, HEADER, "header"), *_values(root)]
    return found or [*_references(root), *_repeats(root)]


def _shape(thing: Any, keys: dict[str, tuple[type, ...]], where: str) -> Iterator[str]:
    if not isinstance(thing, dict) or set(thing) != set(keys):
        yield f"{where}: not exactly the keys of the standard"
        return
    for key, kinds in keys.items():
        if type(thing[key]) not in kinds:
            yield f"{where}.{key}: {thing[key]!r}"


def _values(root: Any) -> Iterator[str]:
    for name, keys, check in (
        ("breakdowns", BREAKDOWN, _breakdown),
        ("categories", CATEGORY, _category),
        ("elements", ELEMENT, _dated),
        ("stripboards", STRIPBOARD, _stripboard),
        ("calendars", CALENDAR, _dated),
    ):
        yield from _each(root.get(name, []), name, keys, check)
    for name in ("breakdowns", "categories", "elements"):
        if not root.get(name):
            yield f"{name}: empty"
    for name in ("created", "schedDate"):
        yield from _moment(root.get(name), name)


def _each(
    things: list[Any],
    name: str,
    keys: dict[str, tuple[type, ...]],
    check: Callable[[Any, str], Iterator[str]],
) -> Iterator[str]:
    for at, thing in enumerate(things):
        found = list(_shape(thing, keys, f"{name}[{at}]"))
        yield from found or check(thing, f"{name}[{at}]")


def _breakdown(thing: Any, where: str) -> Iterator[str]:
    if thing["type"] not in ("scene", "banner"):
        yield f"{where}.type"
    pages = thing["pages"]
    if pages is not None and (pages < 0 or pages * 8 != int(pages * 8)):
        yield f"{where}.pages"
    if thing["duration"] is not None and thing["duration"] < 0:
        yield f"{where}.duration"
    yield from _moment(thing["created"], where)


def _category(thing: Any, where: str) -> Iterator[str]:
    ucid = thing["ucid"]
    if not (0 <= ucid <= 6 or 50 <= ucid <= 99 or 100 <= ucid <= 126 or ucid >= 500):
        yield f"{where}.ucid: {ucid} is reserved"


def _dated(thing: Any, where: str) -> Iterator[str]:
    days = thing["daysOff"]
    if len(set(days)) != len(days) or not set(days) <= set(range(7)):
        yield f"{where}.daysOff"
    for at, event in enumerate(thing["events"]):
        found = list(_shape(event, EVENT, f"{where}.events[{at}]"))
        yield from found
        if not found:
            yield from _moment(event["date"], where)
            if event["type"] not in ("start", "dayOff", "event"):
                yield f"{where}.events[{at}].type"


def _stripboard(thing: Any, where: str) -> Iterator[str]:
    for at, board in enumerate(thing["boards"]):
        yield from _shape(board, BOARD, f"{where}.boards[{at}]")
        kinds = {type(one) for one in board["breakdownIds"]}
        if len(kinds) > 1 or not kinds <= {str, list}:
            yield f"{where}.boards[{at}]: neither days nor one list"


def _moment(text: str | None, where: str) -> Iterator[str]:
    if text is not None:
        try:
            datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.000Z")
        except ValueError:
            yield f"{where}: {text} is no moment"


def _references(root: Any) -> Iterator[str]:
    elements = {one["id"] for one in root["elements"]}
    categories = {one["id"] for one in root["categories"]}
    calendars = {one["id"] for one in root["calendars"]}
    sheets = Counter(one["id"] for one in root["breakdowns"])
    for one in root["breakdowns"]:
        if not set(one["elements"]) <= elements:
            yield f"breakdown {one['scene']}: unknown element"
    for one in root["elements"]:
        if one["category"] not in categories:
            yield f"element {one['name']}: unknown category"
        if not set(one["linkedElements"]) <= elements:
            yield f"element {one['name']}: unknown link"
    for one in root["stripboards"]:
        if one["calendar"] not in calendars:
            yield f"stripboard {one['name']}: unknown calendar"
        if Counter(strips_of(one)) != sheets:
            yield f"stripboard {one['name']}: not each breakdown exactly once"
    for one in root["calendars"]:
        if sum(event["type"] == "start" for event in one["events"]) != 1:
            yield f"calendar {one['name']}: no single start"


def strips_of(stripboard: Any) -> Iterator[str]:
    """Yield the ids on all boards of a stripboard."""
    for board in stripboard["boards"]:
        for item in board["breakdownIds"]:
            yield from item if isinstance(item, list) else [item]


def _repeats(root: Any) -> Iterator[str]:
    for name in ("breakdowns", "categories", "elements", "stripboards", "calendars"):
        counted = Counter(one["id"] for one in root[name])
        yield from (
            f"{name}: {one} twice" for one, times in counted.items() if times > 1
        )
    numbers = Counter(one["ucid"] for one in root["categories"])
    yield from (f"ucid {one} twice" for one, times in numbers.items() if times > 1)
