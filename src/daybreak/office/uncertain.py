"""Which facts a plan rests on that are not certain, and what they would close."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from daybreak.model.production import Production
from daybreak.office.asked import Asked
from daybreak.office.facts import built_as_asked
from daybreak.store.building import Built
from daybreak.store.said import span_or_none
from daybreak.store.standing import Standing

Told = tuple[str, str, str, str, date | None]
"""Path, status, what kind of thing cannot be had otherwise, which, from when on."""
BESIDE = ("from", "reason", "units")
WINDOWED = ("location", "element", "person")


def unsure_facts(path: str | os.PathLike[str], asked: Asked) -> Iterator[Told]:
    """Yield each fact that is expected, rumored or disputed.

    Its kind is empty where nothing that is shot would change. The date is None where
    it would be missing from the day on which the simulation begins.

    Raises
    ------
    DocumentError, UsageError
        When the document cannot be read.
    """
    built, _ = built_as_asked(path, asked)
    together: Mapping[str, Standing] = {**built.unsure, **built.disputed}
    for where, standing in sorted(together.items()):
        owner, _, field = where.rpartition("/")
        if field in BESIDE and f"{owner}/to" in together:
            continue  # its end says all that moves anything
        status = "disputed" if where in built.disputed else standing.status
        yield (where, status, *_closes(built, where.split("/"), standing))


def _closes(
    built: Built, words: Sequence[str], standing: Standing
) -> tuple[str, str, date | None]:
    value, root = standing.claim.value, words[0]
    if root == "hiatus" and words[-1] in (words[1], "to"):
        last = _date(value, "to")
        return _hiatus(built, "/".join(words[:2]), last)
    if root == "casting" and _is_person(built.production, value):
        return "person", str(value), None
    if root == "unit" and words[-1] == "start":
        return "unit", words[1], _date(value, "start")
    if root in WINDOWED and len(words) >= 4 and words[2] == "window":
        return root, words[1], _date(value, "from")
    if root == "person" and len(words) >= 4 and words[2] == "unavailable":
        last = _date(value, "to") if words[-1] != "from" else None
        if last is not None:
            return "person", words[1], last + timedelta(days=1)
    return "", "", None


def _hiatus(
    built: Built, whole: str, last: date | None
) -> tuple[str, str, date | None]:
    """Give what a hiatus that ends later closes: its only unit, or the shoot."""
    if last is None or whole not in built.places.get("hiatuses", ()):
        return "", "", None
    place = list(built.places["hiatuses"]).index(whole)
    units = built.production.hiatuses[place].units
    first = last + timedelta(days=1)
    if units is not None and len(units) == 1:
        return "unit", units[0], first
    return "shoot", "", first


def _is_person(production: Production, value: Any) -> bool:
    return any(one.id == value for one in production.people)


def _date(value: Any, key: str) -> date | None:
    """Give the date that a value says: its own, or that of a range or of a field."""
    if isinstance(value, Mapping):
        value = value.get(key)
    if isinstance(value, list | tuple) and len(value) == 2:
        value = value[1 if key == "to" else 0]
    span = span_or_none(value)
    if span is None:
        return None
    return span.last if key == "to" else span.first
