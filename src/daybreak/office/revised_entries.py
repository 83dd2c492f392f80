"""Two productions as the entries that lead from one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.writing import write_part
from daybreak.store.building import build
from daybreak.store.entering import checked
from daybreak.store.entry import Entry
from daybreak.store.known import Known, has_fields
from daybreak.store.spreading import pieces
from daybreak.store.state import State

Fact = tuple[str, Any]
GONE = object()
"""The value of a path that is to be removed."""


def entries_between(
    before: Production,
    after: Production,
    known: Known,
    *,
    pattern: Entry,
    state: State,
    head: int,
) -> tuple[tuple[Entry, ...], Production]:
    """Give the entries after which what is known builds another production, and it.

    It has the same parts in the order in which a document keeps them.

    Parameters
    ----------
    before
        The production that is built now.
    after
        The one that is wanted.
    known
        What is known now: casts are entered without those who are there by casting.
    pattern
        Who enters it, when, from which source, in which batch.
    state
        A copy of all that was claimed; the entries are applied to it.
    head
        The number of the last entry.

    Raises
    ------
    UsageError
        When something that was said later stands against it; nothing is changed.
    """
    made: list[Entry] = []
    for path, value in _facts(before, after, known):
        is_gone = value is GONE
        wish = replace(
            pattern,
            path=path,
            action="remove" if is_gone else "set",
            value=None if is_gone else value,
        )
        for entry in checked(wish, state):
            made.append(entry)
            state.apply(replace(entry, seq=head + len(made)))
    built = build(Known(state)).production
    _refuse_other(built, after)
    return tuple(made), built


def _facts(before: Production, after: Production, known: Known) -> Iterator[Fact]:
    was = dict(pieces(write_part(before)))
    will = dict(pieces(write_part(after)))
    for path in was:
        if path not in will:
            yield path, GONE
    for path, value in will.items():
        if path not in was:
            yield path, value
        elif value != was[path]:
            by_field = has_fields(path) and isinstance(value, Mapping)
            for field, one in _fields(was[path], value) if by_field else [("", value)]:
                place = f"{path}/{field}" if field else path
                yield place, _explicit(place, one, was, known)


def _fields(was: Mapping[str, Any], will: Mapping[str, Any]) -> Iterator[Fact]:
    old, new = _flat(was), _flat(will)
    for key in old:
        if key not in new:
            yield key, GONE
    for key, value in new.items():
        if key not in old or old[key] != value:
            yield key, value


def _flat(thing: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of a thing, those under ``extra`` each by itself."""
    made = {key: one for key, one in thing.items() if key != "extra"}
    made |= {f"extra/{key}": one for key, one in (thing.get("extra") or {}).items()}
    return made


def _explicit(path: str, value: Any, was: Mapping[str, Any], known: Known) -> Any:
    """Give a cast without those who are in it because they play a character."""
    words = path.split("/")
    if words[0] != "scene" or words[2:] != ["cast"] or value is GONE:
        return value
    whole = "/".join(words[:2])
    entered = (known.value(whole) or {}).get("cast") or ()
    by_casting = {one for one in was[whole].get("cast", ()) if one not in entered}
    return [one for one in value if one not in by_casting]


def _refuse_other(built: Production, wanted: Production) -> None:
    """Refuse entries that do not give what is wanted.

    Raises
    ------
    UsageError
        Naming the first path that would be another.
    """
    found = dict(pieces(write_part(built)))
    for path, value in pieces(write_part(wanted)):
        if found.pop(path, None) != value:
            _refuse(path)
    for path in found:
        _refuse(path)


def _refuse(path: str) -> None:
    raise UsageError(
        f"{path}: something that was said for later stands against the draft, so "
        "nothing was changed.\n"
        f"Maybe look with daybreak facts {path}, and remove what no longer holds."
    )


def ids_given(known: Known, roots: Sequence[str]) -> tuple[str, ...]:
    """Give every id that some kinds of things ever had, removed ones too."""
    found = (whole.split("/") for whole in known.wholes())
    return tuple(words[1] for words in found if len(words) == 2 and words[0] in roots)
