"""Facts of a document: enter one, tell its history, and what changed between days.

The clock and the person are arguments; whoever calls passes UTC in whole seconds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.office.asked import Asked
from daybreak.office.documents import refuse_unsound
from daybreak.store.building import Built, build
from daybreak.store.changes import Change, changes
from daybreak.store.entering import checked
from daybreak.store.entry import Action, Entry, Source, Status
from daybreak.store.files import Document, open_document
from daybreak.store.history import History, history
from daybreak.store.known import Known, has_fields
from daybreak.store.own_paths import facts as only_facts
from daybreak.store.paths import ROOTS, parse_path
from daybreak.store.standing import ENDS, Standing
from daybreak.store.state import State, state_of
from daybreak.store.typed import typed_value

PathLike = str | os.PathLike[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What a wish put into the journal, and what stands since.

    Parameters
    ----------
    entries
        The new entries, with their numbers.
    before, after
        The histories of the path before and since.
    """

    entries: tuple[Entry, ...]
    before: History
    after: History


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of a list: where, what, and how sure it is.

    ``entry`` is the one that brought it.
    """

    path: str
    value: Any
    standing: Standing
    entry: Entry


def wish(
    path: str,
    words: list[str],
    *,
    action: Action,
    said_on: str | None,
    not_before: date | None,
    source: tuple[str, str, str, str],
    status: Status,
    settles: bool,
    note: str,
    by: str,
    at: datetime,
) -> Entry:
    """Give the entry that somebody typed, not yet looked at against a document.

    Parameters
    ----------
    words
        The value as it was typed; none where it removes, or denies what stands.
    source
        Outlet, speaker, address and quotation; all empty for a decision.

    Raises
    ------
    DocumentError
        When a path, a value or a date cannot be.
    """
    outlet, speaker, address, quotation = (one.strip() for one in source)
    told = Source(outlet=outlet, speaker=speaker, address=address, quotation=quotation)
    is_empty = not words and (action == "remove" or status in ENDS)
    return Entry(
        path=path,
        action=action,
        value=None if is_empty else typed_value(path, words),
        said_on=said_on,
        not_before=not_before,
        source=told if told != Source() else None,
        status=status,
        settles=settles,
        note=note,
        entered_by=by,
        entered_at=at,
    )


def enter(path: PathLike, entry: Entry, *, by_field: bool = False) -> Entered:
    """Put a wish into the journal, or raise and leave it as it was.

    Parameters
    ----------
    entry
        What to enter.
    by_field
        Whether the value of a whole thing that is there already names only the fields
        to set; else it says all of them.

    Raises
    ------
    DocumentError
        When path or value are wrong, or the production would be sound no more.
    UsageError, StoreError
        When the document cannot be written.
    """
    with open_document(path, by=entry.entered_by) as document:
        state = document.state()
        head = document.journal.head().seq
        wishes = field_by_field(entry, state) if by_field else (entry,)
        made = tuple(one for wish in wishes for one in checked(wish, state))
        if len(made) > 1 and not entry.batch:
            made = tuple(replace(one, batch=f"set {head + 1}") for one in made)
        refuse_unsound(document, made)
        before = _history(document, made[0].path, Asked(at_least="rumored"))
        numbered = document.append(made, after=head)
        after = _history(document, made[0].path, Asked(at_least="rumored"))
    return Entered(entries=numbered, before=before, after=after)


def field_by_field(entry: Entry, state: State) -> tuple[Entry, ...]:
    """Give an entry for each field of a thing that is there already."""
    place = parse_path(entry.path)
    is_there = place.is_whole and Known(state, at_least="rumored").value(place.text)
    if not is_there or not isinstance(entry.value, dict):
        return (entry,)
    return tuple(
        replace(entry, path=f"{place.text}/{field}", value=value)
        for field, value in entry.value.items()
    )


def fact_history(path: PathLike, about: str, asked: Asked) -> History:
    """Give the history of one fact of a document.

    Raises
    ------
    DocumentError, UsageError
        When the path is none, or the document cannot be read.
    """
    with open_document(path, write=False) as document:
        return _history(document, about, asked)


def _history(document: Document, about: str, asked: Asked) -> History:
    entries = {one.seq: one for one in document.entries()}
    return history(
        about,
        state_asked(document, asked),
        entries,
        as_of=asked.as_of,
        at_least=asked.at_least,
    )


def is_list(about: str) -> bool:
    """Tell whether something names several facts: a thing, a kind, or nothing."""
    words = about.split("/")
    if about and words[0] not in ROOTS:
        parse_path(about)  # says which word would do
    if not about or (len(words) == 1 and about not in ("title", "currency")):
        return True
    if words[0] in ("casting", "person", "location", "element") and len(words) == 2:
        return True
    if len(words) == 3 and words[0] == "person" and words[2] in _PARTS:
        return True
    return parse_path(about).is_whole


_PARTS = ("deal", "window", "event", "unavailable")


def fact_list(path: PathLike, about: str, asked: Asked) -> tuple[Fact, ...]:
    """Give what stands of a thing or a kind of things, one field a row.

    Parameters
    ----------
    about
        ``picture``, ``picture/m7``, ``casting/m7``; empty for everything that
        somebody reported, and whatever is not simply certain.

    Raises
    ------
    DocumentError, UsageError
        When nothing is there, or the document cannot be read.
    """
    with open_document(path, write=False) as document:
        known = known_in(document, asked)
        entries = {one.seq: one for one in document.entries()}
        made = tuple(facts_known(known, entries, about))
        if about and not made:
            raise UsageError(
                f"{about}: nothing is known of that.\nMaybe {_advice(known, about)}."
            )
    return made


def _advice(known: Known, about: str) -> str:
    """Say which thing may be meant: its id, its name or a word of it is alike."""
    root, _, asked = about.partition("/")
    names: dict[str, str] = {}
    for whole in known.wholes():
        value = known.value(whole) if whole.startswith(f"{root}/") else None
        if isinstance(value, dict) and whole.count("/") == 1:
            called = str(value.get("name") or value.get("number") or "")
            for one in (whole.partition("/")[2], called, *called.split()):
                names.setdefault(one.casefold(), whole)
    near = get_close_matches(asked.casefold(), names, n=1, cutoff=0.7)
    if near:
        return f"you mean {names[near[0]]}"
    return (
        "look with daybreak facts for what was reported, or ask for a kind such as "
        "picture"
    )


def facts_known(
    known: Known, entries: Mapping[int, Entry], about: str
) -> Iterator[Fact]:
    """Yield what stands of a thing or a kind of things; see `fact_list`."""
    for whole in known.wholes():
        if about and whole != about and not whole.startswith(f"{about}/"):
            continue
        value = known.value(whole)
        if value is None:
            continue
        fields = _fields(value) if has_fields(whole) else [("", value)]
        for field, found in fields:
            path = f"{whole}/{field}" if field else whole
            standing = known.standing(path)
            if standing is None or standing.claim.removes:
                continue
            if not about and not _is_told(standing):
                continue
            entry = entries[standing.claim.seq]
            yield Fact(path=path, value=found, standing=standing, entry=entry)


def _fields(value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, found in value.items():
        if key == "extra" and isinstance(found, dict):
            yield from ((f"extra/{name}", inner) for name, inner in found.items())
        else:
            yield key, found


def _is_told(standing: Standing) -> bool:
    is_sure = standing.status == "confirmed" and not standing.against
    return not is_sure or any(one.is_report for one in standing.together)


def fact_changes(
    path: PathLike, first: date, last: date, asked: Asked
) -> tuple[tuple[Change, ...], dict[int, Entry]]:
    """Give what changed between two days, and the entries of the journal by number.

    Raises
    ------
    UsageError
        When the second day lies before the first, or the document cannot be read.
    """
    if last < first:
        raise UsageError(
            f"{last} is before {first}.\nMaybe swap the two: --from is the earlier day."
        )
    with open_document(path, write=False) as document:
        state = state_asked(document, asked)
        entries = {one.seq: one for one in document.entries()}
    return changes(state, first, last, at_least=asked.at_least), entries


# --- what is known -----------------------------------------------------------------


def state_asked(document: Document, asked: Asked) -> State:
    """Give all that was claimed and entered by the day that is asked about."""
    if asked.entered_by is None:
        return document.state()
    day = asked.entered_by
    entries = [one for one in document.entries() if one.entered_at.date() <= day]
    return state_of(only_facts(entries))


def known_in(document: Document, asked: Asked) -> Known:
    """Give what is known in a document on the day that is asked about."""
    state = state_asked(document, asked)
    return Known(state, as_of=asked.as_of, at_least=asked.at_least)


def built_as_asked(path: PathLike, asked: Asked) -> tuple[Built, dict[int, Entry]]:
    """Give the production of a day, and the entries by number.

    Raises
    ------
    DocumentError
        When what stands is no production.
    UsageError
        When the document cannot be read.
    """
    with open_document(path, write=False) as document:
        built = build(known_in(document, asked))
        entries: Sequence[Entry] = document.entries()
    return built, {one.seq: one for one in entries}
