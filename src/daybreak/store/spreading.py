"""Whole objects of a production as entries: each thing and each keyed part its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from daybreak.model.production import Production
from daybreak.model.writing import write_part
from daybreak.store.entry import FOUNDING, Entry
from daybreak.store.paths import (
    IN_PATH,
    LISTS,
    PARTS,
    SCENE_KEPT,
    SINGLE,
    THINGS,
    is_id,
)


def founding(
    production: Production, *, entered_by: str, entered_at: datetime
) -> tuple[Entry, ...]:
    """Give the entries with which a document of a production begins.

    They count on every day. Building them gives the same production back; two orders
    of the same two scenes become the stricter one.
    """
    return tuple(
        Entry(
            path=path,
            value=value,
            entered_by=entered_by,
            entered_at=entered_at,
            batch=FOUNDING,
        )
        for path, value in pieces(write_part(production))
    )


def pieces(document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield path and value of everything in the JSON object of a production."""
    for name in SINGLE:
        yield name, document[name]
    for rule, level in (document.get("rules") or {}).items():
        yield f"rule/{rule}", level
    for day in dict.fromkeys(document.get("holidays") or ()):
        yield f"holiday/{day}", True
    for root in THINGS:
        yield from _things(root, document.get(LISTS[root]) or ())
    extra = document.get("extra") or {}
    for key, value in extra.items():
        if is_id(key):
            yield f"extra/{key}", value
    if odd := {key: value for key, value in extra.items() if not is_id(key)}:
        yield "extra", odd


def _things(root: str, things: Any) -> Iterator[tuple[str, Any]]:
    made: dict[str, Any] = {}
    for thing in things:
        keys = [thing[name] for name in IN_PATH.get(root, ("id",)) if name in thing]
        keys = keys or [_free(made, f"{root}/", thing["from"])]
        path = "/".join((root, *keys))
        value = dict(thing)
        if root == "order" and path in made:
            least = made[path].get("min_days", 0)
            value["min_days"] = max(least, value.get("min_days", 0))
        made[path] = value
    for path, value in made.items():
        yield from spread(path, value)


def spread(path: str, value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield a whole thing and its keyed parts as paths and values.

    What its path says already is left out; ranges are named by their first date,
    deals are numbered.

    Examples
    --------
    >>> for one in spread("person/ann", {"name": "Ann", "deals": [{"kind": "none"}]}):
    ...     print(one)
    ('person/ann', {'name': 'Ann'})
    ('person/ann/deal/1', {'kind': 'none'})
    """
    root = path.partition("/")[0]
    parts = PARTS.get(root, {})
    lists = {name for name, _ in parts.values()}
    given = {*IN_PATH.get(root, ("id",)), *lists}
    own = {key: one for key, one in value.items() if key not in given}
    yield path, _kept(own) if root == "scene" else own
    for part, (name, _) in parts.items():
        made: dict[str, Any] = {}
        for number, one in enumerate(value.get(name) or (), 1):
            lead = f"{path}/{part}/"
            key = str(number) if part == "deal" else _first_date(one, number)
            made[lead + _free(made, lead, key)] = one
        yield from made.items()


def _kept(value: dict[str, Any]) -> dict[str, Any]:
    """Give a scene with its characters and conditions under ``extra``."""
    extra = value.get("extra", {})
    if not isinstance(extra, Mapping):
        return value  # no scene: whoever reads it says so
    kept = {key: value.pop(key) for key in SCENE_KEPT if key in value}
    return value | {"extra": {**extra, **kept}} if kept else value


def _first_date(one: Any, number: int) -> str:
    found = one.get("from") if isinstance(one, Mapping) else None
    if isinstance(one, list | tuple) and one:
        found = one[0]
    return found if isinstance(found, str) and is_id(found) else str(number)


def _free(made: Mapping[str, Any], lead: str, key: str) -> str:
    """Give a key that is not taken yet: the second of a name is ``name-2``."""
    free, number = key, 1
    while lead + free in made:
        number += 1
        free = f"{key}-{number}"
    return free
