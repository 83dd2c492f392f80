"""The rules of SPEC 3: one function each, from a board to what it breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from daybreak.checking.board import Board
from daybreak.checking.rules.days import base, capacity, daylight, eligible, shift
from daybreak.checking.rules.found import Found
from daybreak.checking.rules.people import cast, consecutive, minor, prep
from daybreak.checking.rules.pictures import release
from daybreak.checking.rules.rest import travel, turnaround
from daybreak.checking.rules.scenes import once, order, pin, unit, window
from daybreak.checking.rules.things import element, location
from daybreak.model.production import RuleName

__all__ = ["RULES", "Found"]

RULES: dict[RuleName, Callable[[Board], Iterator[Found]]] = {
    "once": once,
    "eligible": eligible,
    "unit": unit,
    "capacity": capacity,
    "base": base,
    "travel": travel,
    "shift": shift,
    "daylight": daylight,
    "turnaround": turnaround,
    "cast": cast,
    "prep": prep,
    "consecutive": consecutive,
    "minor": minor,
    "location": location,
    "element": element,
    "window": window,
    "pin": pin,
    "order": order,
    "release": release,
}
