"""Values as people type them on a command line."""

from __future__ import annotations

import json
from typing import Any

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.fields import Clock, Slug, Text
from daybreak.model.leaves import shown
from daybreak.store.entering import refuse_derived
from daybreak.store.paths import PARTS, Place, parse_path


def typed_value(path: str, words: list[str]) -> Any:
    """Give the JSON value that somebody typed for a path.

    ``from=2021-06 to=2021-08`` is an object, ``ann,bob`` a list where one belongs;
    JSON is taken as it is.

    Raises
    ------
    DocumentError
        When the path is wrong, or several words are no fields of a whole.

    Examples
    --------
    >>> typed_value("unit/main/day_minutes", ["660"])
    660
    >>> typed_value("picture/m7/release", ["2021-11-19"])
    '2021-11-19'
    """
    refuse_derived(path)
    place = parse_path(path)
    if place.is_whole and not (len(words) == 1 and words[0].lstrip().startswith("{")):
        return _typed_whole(place, words)
    if len(words) != 1:
        what = f"{len(words)} values for one field"
        todo = "give one; put words with spaces in quotes"
        raise DocumentError([Fault(path=path, what=what, todo=todo)])
    return _typed(place, words[0])


def _typed_whole(place: Place, words: list[str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals:
            what = f"{shown(word)} is no field of a whole {place.part or place.root}"
            todo = "write each field as name=value"
            raise DocumentError([Fault(path=place.text, what=what, todo=todo)])
        names = {one for one, _ in PARTS.get(place.root, {}).values()}
        if name in names and not place.part:
            made[name] = _json_or_text(text)
        else:
            made[name] = _typed(parse_path(f"{place.text}/{name}"), text)
    return made


def _typed(place: Place, text: str) -> Any:
    kind = place.kind
    if kind is None:
        if place.root in ("casting", "quote", "publicity", "rule"):
            return text
        if place.root == "cast" or place.field == "extra":
            is_list = place.root == "cast" or place.inner in ("characters", "only_if")
            return _listed(text) if is_list else _json_or_text(text)
        return _json_or_text(text)
    if kind.shape in ("list", "range"):
        return _listed(text)
    is_word = kind.shape in ("date", "choice") or isinstance(
        kind.mark, Slug | Text | Clock
    )
    return text if is_word else _json_or_text(text)


def _listed(text: str) -> Any:
    if text.lstrip().startswith("["):
        return _json_or_text(text)
    return [one.strip() for one in text.split(",") if one.strip()]


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
