"""A change of the production document as the facts that make it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from daybreak.model.files import to_json
from daybreak.model.production import Production
from daybreak.office.live.ops import SetFact
from daybreak.store.telling import told_path

STEP = re.compile(r"([A-Za-z_]+)|\[(\d+)\]")
LAST = re.compile(r"(.*)\[(\d+)\]")
Places = Mapping[str, Sequence[str]]


def fact_path(path: str, places: Places) -> str:
    """Give the path of the fact behind a place of the production document."""
    told = told_path(path, places)
    while found := LAST.fullmatch(told):
        told = found[1]
    return told


def facts_of_change(
    path: str, becomes: Any, production: Production, places: Places
) -> tuple[SetFact, ...]:
    """Give the facts that make a change; none where it is of no fact.

    Parameters
    ----------
    path
        The place in the document, ``locations[2].windows[0][1]``.
    becomes
        A JSON value; None where nothing shall stand there.
    """
    told = told_path(path, places)
    inner = LAST.fullmatch(told)
    if inner is not None:
        whole = list(_value_at(path[: path.rindex("[")], production))
        whole[int(inner[2])] = becomes
        return () if LAST.fullmatch(inner[1]) else (_set(inner[1], whole),)
    if "[" in told or "." in told:
        return ()
    if isinstance(becomes, list) and _is_part(told, "unavailable"):
        return tuple(_spans(told, becomes, _value_at(path, production)))
    return (_set(told, becomes),)


def _set(path: str, value: Any) -> SetFact:
    if value is None:
        return SetFact(path=path, removes=True)
    return SetFact(path=path, value=value)


def _is_part(path: str, part: str) -> bool:
    words = path.split("/")
    return len(words) == 4 and words[2] == part


def _spans(
    path: str, spans: Sequence[Mapping[str, Any]], was: Mapping[str, Any]
) -> Iterator[SetFact]:
    """Yield the facts that leave only some spans of one."""
    first, *others = spans
    for field in ("from", "to"):
        if first[field] != was[field]:
            yield SetFact(path=f"{path}/{field}", value=first[field])
    for number, one in enumerate(others, 2):
        yield SetFact(path=f"{path}-{number}", value={**was, **one})


def _value_at(path: str, production: Production) -> Any:
    value: Any = json.loads(to_json(production))
    for name, number in STEP.findall(path):
        value = value[name] if name else value[int(number)]
    return value
