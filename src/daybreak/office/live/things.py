"""What a document knows, seen by a page: facts, their history, what changed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from daybreak.office import fact_papers, facts
from daybreak.office.asked import AtLeast
from daybreak.office.live.session import LiveShoot
from daybreak.store.changes import changes
from daybreak.store.entry import Entry
from daybreak.store.history import history
from daybreak.store.known import Known
from daybreak.store.own_paths import facts as only_facts
from daybreak.store.paths import parse_path
from daybreak.store.state import State, state_of
from daybreak.store.typed import typed_value

Json = dict[str, Any]


def _state(shoot: LiveShoot) -> tuple[State, dict[int, Entry]]:
    """Give all that was claimed, and the entries by number."""
    entries = shoot.entries()
    return state_of(only_facts(entries)), {one.seq: one for one in entries}


def facts_view(
    shoot: LiveShoot,
    about: str,
    *,
    as_of: date | None = None,
    at_least: AtLeast = "rumored",
) -> Json:
    """Give what stands of a thing or a kind of things, a field a row.

    Without ``about`` it is what somebody reported, and what is not simply certain.

    Raises
    ------
    DocumentError
        When the path is none.
    """
    if about:
        facts.is_list(about)  # says which word would do
    state, entries = _state(shoot)
    known = Known(state, as_of=as_of, at_least=at_least)
    found = facts.facts_known(known, entries, about)
    return {
        "about": about,
        "as_of": None if as_of is None else as_of.isoformat(),
        "facts": [fact_papers.fact_as_json(one) for one in found],
    }


def history_view(
    shoot: LiveShoot,
    path: str,
    *,
    as_of: date | None = None,
    at_least: AtLeast = "rumored",
) -> Json:
    """Give everything that was said of one path, and of the fields below it.

    Raises
    ------
    DocumentError
        When the path is none.
    """
    if facts.is_list(path):
        return {"list": True, **facts_view(shoot, path, as_of=as_of)}
    state, entries = _state(shoot)
    found = history(path, state, entries, as_of=as_of, at_least=at_least)
    return {
        "list": False,
        **fact_papers.history_as_json(found),
        "dispute": fact_papers.dispute_words(found),
    }


def days_of_the_journal(shoot: LiveShoot) -> list[Json]:
    """Give the days on which something became known, each with how much."""
    entries = only_facts(shoot.entries())
    found = Counter(one.known_from for one in entries)
    return [
        {"date": day.isoformat(), "entries": many}
        for day, many in sorted(found.items())
        if day != date.min
    ]


def changes_view(shoot: LiveShoot, first: date, last: date) -> list[Json]:
    """Give what changed from the evening of one day to that of another."""
    state, entries = _state(shoot)
    first, last = min(first, last), max(first, last)
    found = changes(state, first, last, at_least="rumored")
    rows = fact_papers.change_rows(found, entries)
    return [
        {
            **fact_papers.change_as_json(one),
            "what": row.what,
            "who": row.who,
            "besides": list(row.besides),
        }
        for one, row in zip(found, rows, strict=True)
    ]


def kept_things(shoot: LiveShoot) -> list[Json]:
    """Give the things of which a production does not say the path.

    Deals, windows, unavailabilities and events of people, windows of places and
    elements, hiatuses, holidays, orders and moves: each with what it is of, and how
    sure it is.
    """
    state, entries = _state(shoot)
    known = Known(state)
    made = []
    for whole in known.wholes():
        place = parse_path(whole)
        if not place.part and place.root not in ("hiatus", "holiday", "order", "move"):
            continue
        value = known.value(whole)
        standing = known.standing(whole)
        if value is None or standing is None:
            continue
        entry = entries[standing.claim.seq]
        made.append(
            {
                "path": whole,
                "root": place.root,
                "owner": place.keys[0],
                "part": place.part,
                "value": value,
                "status": standing.status,
                "disputed": standing.is_disputed,
                "who": fact_papers.who_of(entry),
            }
        )
    return made


def typed_view(path: str, text: str) -> Json:
    """Give the value that somebody typed for a path, as the command line reads it.

    Raises
    ------
    DocumentError
        When the path is none.
    """
    place = parse_path(path)
    words = text.split() if place.is_whole and "{" not in text else [text]
    return {"path": place.text, "value": typed_value(path, words)}
