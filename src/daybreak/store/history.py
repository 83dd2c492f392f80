"""The history of one fact: everything said of it, and what became of each word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile
from typing import Any, Literal

from daybreak.store.derived import DerivedDate, derived_dates
from daybreak.store.entry import AtLeast, Entry
from daybreak.store.known import Known, is_dated
from daybreak.store.paths import parse_path
from daybreak.store.standing import ENDS, RANKS, Standing, surviving
from daybreak.store.state import Claim, State

Role = Literal[
    "stands", "agrees", "disputed", "replaced", "below", "ends", "ended", "later",
    "undone",
]  # fmt: skip
"""stands: this is planned on. agrees: it says the same. disputed: another side of an
open dispute. replaced: something else was said since. below: less sure than asked for.
ends: it takes back an earlier word. ended: it was taken back. later: not known yet on
the day that was asked for. undone: it was entered by mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry of a history.

    Parameters
    ----------
    entry
        The entry, with its source and both its times.
    value
        What it says of the path that was asked for; None where it removes.
    removes
        Whether it says that there is none.
    role
        What became of it.
    settles
        Whether it settled the last dispute.
    """

    entry: Entry
    value: Any
    removes: bool
    role: Role
    settles: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything said of one path.

    Parameters
    ----------
    path
        In its one spelling.
    standing
        What stands; None where nothing is known.
    told
        Every entry by the day from which it counts.
    derived
        Dates that follow from it.
    """

    path: str
    standing: Standing | None
    told: tuple[Told, ...]
    derived: tuple[DerivedDate, ...] = ()


def history(
    path: str,
    state: State,
    entries: Mapping[int, Entry],
    *,
    as_of: date | None = None,
    at_least: AtLeast = "expected",
) -> History:
    """Give the history of a path.

    Parameters
    ----------
    entries
        The entries of the journal by number.

    Raises
    ------
    DocumentError
        When the path is none.
    """
    place = parse_path(path)
    known = Known(state, as_of=as_of, at_least=at_least)
    standing = known.standing(place.text)
    alive = {one.seq for one in Known(state).claims(place.text)}
    visible = known.claims(place.text)
    roles = _roles(visible, standing, at_least, dated=is_dated(place.text))
    told = [
        Told(
            entry=entries[claim.seq],
            value=None if claim.removes else claim.value,
            removes=claim.removes,
            role="undone" if claim.seq not in alive else roles.get(claim.seq, "later"),
            settles=standing is not None and standing.settled_by == claim.seq,
        )
        for claim in _from_first_word(Known(state).every_claim(place.text))
    ]
    owner = f"{place.root}/{place.keys[0]}" if place.root == "picture" else ""
    derived = derived_dates(known, owner) if owner else ()
    return History(
        path=place.text,
        standing=standing,
        told=tuple(told),
        derived=tuple(one for one in derived if _rests_on(one, place.text)),
    )


def _from_first_word(claims: list[Claim]) -> list[Claim]:
    """Leave out that a thing had no such field before anything was said of it."""
    return list(dropwhile(lambda claim: claim.removes, claims))


def _rests_on(one: DerivedDate, path: str) -> bool:
    return any(path in (rest, rest.rpartition("/")[0]) for rest in one.rests_on)


def _roles(
    visible: Iterable[Claim],
    standing: Standing | None,
    at_least: AtLeast,
    *,
    dated: bool,
) -> dict[int, Role]:
    claims = list(visible)
    left = {claim.seq for claim in surviving(claims, dated=dated)}
    together = {claim.seq for claim in standing.together} if standing else set()
    against = {c.seq for side in standing.against for c in side} if standing else set()
    roles: dict[int, Role] = {}
    for claim in claims:
        if claim.status in ENDS:
            roles[claim.seq] = "ends"
        elif claim.seq not in left:
            roles[claim.seq] = "ended"
        elif RANKS[claim.status] < RANKS[at_least]:
            roles[claim.seq] = "below"
        elif standing is not None and claim.seq == standing.claim.seq:
            roles[claim.seq] = "stands"
        elif claim.seq in together:
            roles[claim.seq] = "agrees"
        else:
            roles[claim.seq] = "disputed" if claim.seq in against else "replaced"
    return roles
