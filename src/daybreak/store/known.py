"""What is known on a day: the claims of a state, seen from one date and certainty."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from daybreak.store.entry import AtLeast
from daybreak.store.paths import PARTS, SINGLE, THINGS, parse_path
from daybreak.store.standing import RANKS, Standing, stand, surviving
from daybreak.store.state import (
    PLAIN,
    REMOVES,
    SETTLES,
    UNDOES,
    Claim,
    Row,
    State,
    canonical,
    split,
)

CONFIRMED = 0  # its place among the statuses


class Known:
    """A state, asked what stands on a day.

    Parameters
    ----------
    state
        The claims; they are not changed.
    as_of
        The day; None for all that was ever said.
    at_least
        How sure a claim has to be to be planned on.

    Attributes
    ----------
    asked
        What was found so far that is not simply certain: expected, rumored or
        disputed, by path.
    """

    def __init__(
        self,
        state: State,
        *,
        as_of: date | None = None,
        at_least: AtLeast = "expected",
    ) -> None:
        self.as_of = as_of
        self.at_least: AtLeast = at_least
        self.asked: dict[str, Standing] = {}
        self._state = state
        self._end = ((as_of or date.max).toordinal() + 1,)
        self._least = RANKS[at_least]

    # --- what a thing is --------------------------------------------------------------

    def wholes(self) -> Iterator[str]:
        """Yield the path of every whole that was ever claimed, oldest entry first."""
        first = {
            whole: min(row[1] for row in fields[""])
            for whole, fields in self._state.claims.items()
            if "" in fields
        }
        yield from sorted(first, key=first.__getitem__)

    def value(self, whole: str) -> Any:
        """Give what stands of a whole: an object of its fields, or a plain value.

        None where there is none.
        """
        rows = self._visible(whole, "")
        if not rows:
            return None
        if not has_fields(whole):
            found = self.standing(whole)
            gone = found is None or found.claim.removes
            return None if gone or found is None else found.claim.value
        fields: Iterable[str]
        if _is_simple(rows):
            made = json.loads(rows[-1][3])
            if not isinstance(made, dict):
                return made  # no thing: whoever builds it says so
            fields = (one for one in self._state.fields(whole) if one)
        else:
            claims = surviving(self._claims_at(whole, ""))
            found = stand(claims, least=self._least)
            if found is None or found.claim.removes:
                return None
            made = {}
            fields = _all_fields(claims) | set(self._state.fields(whole)) - {""}
        for field in sorted(fields):
            self._set_field(whole, field, made, rows)
        return made

    def _set_field(
        self, whole: str, field: str, made: dict[str, Any], wholes: Sequence[Row]
    ) -> None:
        """Set what stands of a field, or take it out where that is what stands."""
        rows, path = self._visible(whole, field), f"{whole}/{field}"
        if not rows and _is_simple(wholes):
            return  # the whole says it, and nothing else does
        if _stands_simply(rows, wholes) and not is_dated(path):
            removes, text = False, rows[-1][3]
        else:
            found = self.standing(path)
            if found is None:
                return
            removes, text = found.claim.removes, found.claim.text
        name, _, inner = field.partition("/")
        target = made
        if inner:
            target = made[name] = dict(made.get(name) or {})
        if removes:
            target.pop(inner or name, None)
        else:
            target[inner or name] = json.loads(text)
        if inner and not target:
            del made[name]

    # --- what stands of one path ------------------------------------------------------

    def standing(self, path: str) -> Standing | None:
        """Give what stands of a path, the claims of its whole thing included."""
        whole, field = split(path)
        dated = is_dated(path)
        if field and not dated:
            rows = self._visible(whole, field)
            wholes = self._visible(whole, "")
            if _stands_simply(rows, wholes):
                claim = Claim(*rows[-1])
                return Standing(claim=claim, together=(claim,))
        found = stand(self.claims(path), least=self._least, dated=dated)
        if found is not None and (found.against or found.claim.status != "confirmed"):
            self.asked[path] = found
        return found

    def claims(self, path: str) -> list[Claim]:
        """Give every claim of a path that is known, of its whole thing, too."""
        whole, field = split(path)
        if not field:
            return self._claims_at(whole, "")
        own = self._claims_at(whole, field)
        above = [
            _projected(claim, field) for claim in surviving(self._claims_at(whole, ""))
        ]
        return sorted([*above, *own]) if above else own

    def every_claim(self, path: str) -> list[Claim]:
        """Give the claims of a path with those that were taken back."""
        whole, field = split(path)
        rows = self._visible(whole, field)
        own = [Claim(*row) for row in rows if not row[2] & UNDOES]
        if not field:
            return own
        above = [Claim(*r) for r in self._visible(whole, "") if not r[2] & UNDOES]
        return sorted([*(_projected(claim, field) for claim in above), *own])

    def _claims_at(self, whole: str, field: str) -> list[Claim]:
        rows = self._visible(whole, field)
        if not rows or not rows[0][2] & UNDOES:
            return [Claim(*row) for row in rows]
        gone = undone(rows)
        return [
            Claim(*row) for row in rows if row[1] not in gone and not row[2] & UNDOES
        ]

    def _visible(self, whole: str, field: str) -> list[Row]:
        rows = self._state.fields(whole).get(field, [])
        return rows[: bisect_left(rows, self._end)]


def undone(rows: Sequence[Row]) -> set[int]:
    """Give the numbers of the entries of one path that are taken back.

    An undo that is taken back itself takes nothing back.
    """
    gone: set[int] = set()
    undos = [(row[1], int(row[3])) for row in rows if row[2] & UNDOES]
    for seq, target in sorted(undos, reverse=True):
        if seq not in gone:
            gone.add(target)
    return gone


def _is_simple(rows: Sequence[Row]) -> bool:
    """Tell whether the last claim stands whatever was said before it."""
    code = rows[-1][2]
    decides = bool(code & SETTLES) and code & ~PLAIN == CONFIRMED
    return decides and not rows[0][2] & UNDOES


def _stands_simply(rows: Sequence[Row], wholes: Sequence[Row]) -> bool:
    """Tell whether the last claim of a field stands, whatever else was said."""
    if not rows or not _is_simple(rows):
        return False
    return not wholes or rows[-1][:2] > wholes[-1][:2]


def _projected(claim: Claim, field: str) -> Claim:
    """Give what a claim of a whole thing says of one of its fields."""
    if claim.removes:
        return claim
    value, missing = _parsed(claim.text), object()
    for name in field.split("/"):
        value = value.get(name, missing) if isinstance(value, dict) else missing
    if value is missing:
        return claim._replace(code=claim.code | REMOVES, text="null")
    return claim._replace(text=canonical(value))


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Any:
    """Give a value that nobody changes."""
    return json.loads(text)


def _all_fields(claims: Sequence[Claim]) -> set[str]:
    found: set[str] = set()
    for claim in claims:
        for key, value in (claim.value or {}).items():
            if key == "extra":
                found |= {f"extra/{inner}" for inner in value}
            else:
                found.add(key)
    return found


@lru_cache(maxsize=2**16)
def has_fields(whole: str) -> bool:
    """Tell whether a whole is an object of fields; else it is one plain value."""
    root, *rest = whole.split("/")
    if root in SINGLE or root not in THINGS:
        return False
    parts = PARTS.get(root, {})
    return len(rest) < 3 or parts[rest[1]][1] is not None


@lru_cache(maxsize=2**16)
def is_dated(path: str) -> bool:
    """Tell whether a path holds a date."""
    kind = parse_path(path).kind
    return kind is not None and kind.shape == "date"
