"""All that was claimed of each thing, ready to be asked what stands on a day.

A state takes entries one by one, in any order, and is plain data: `State.to_data`
gives JSON and `State.from_data` takes it back, so that a snapshot can hold it and only
later entries have to be added.
"""

from __future__ import annotations

import json
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate, chain, pairwise
from typing import Any, NamedTuple

from daybreak.store.entry import FOUNDING, STATUSES, Entry, Status
from daybreak.store.paths import parse_path

STATUS_BITS = 7
REMOVES, REPORTED, SETTLES, FOUNDED, UNDOES = 8, 16, 32, 64, 128
UNDISPUTED = ("cast", "quote", "publicity")
"""Words of their own each time: the latest stands, and nothing contradicts it."""
PLAIN = SETTLES | FOUNDED
"""What a claim may be and still simply be replaced by the next one."""


class Claim(NamedTuple):
    """What one entry says of one path; they sort by when it was known.

    ``known`` is a day's ordinal, ``code`` the status and the bits above, ``text`` the
    value as canonical JSON (for an undo the number it takes back).
    """

    known: int
    seq: int
    code: int
    text: str
    outlet: str

    @property
    def status(self) -> Status:
        """How sure it is."""
        return STATUSES[self.code & STATUS_BITS]

    @property
    def removes(self) -> bool:
        """Whether it says that there is none."""
        return bool(self.code & REMOVES)

    @property
    def is_report(self) -> bool:
        """Whether somebody outside said it."""
        return bool(self.code & REPORTED)

    @property
    def settles(self) -> bool:
        """Whether it decides."""
        return bool(self.code & SETTLES)

    @property
    def is_founding(self) -> bool:
        """Whether the document began with it."""
        return bool(self.code & FOUNDED)

    @property
    def undoes(self) -> int | None:
        """The entry that it takes back."""
        return int(self.text) if self.code & UNDOES else None

    @property
    def value(self) -> Any:
        """The value in plain types."""
        return json.loads(self.text)


Row = tuple[int, int, int, str, str]
"""A claim as it is kept: the same five, without the names."""


class State:
    """The claims of a journal by thing and by field.

    Parameters
    ----------
    claims
        By the path of a whole, by field (empty for the whole itself, ``extra/KEY``
        for one of those), the claims by rising day and number.
    """

    __slots__ = ("claims",)

    def __init__(self, claims: dict[str, dict[str, list[Row]]] | None = None) -> None:
        self.claims = claims if claims is not None else {}

    def copy(self) -> State:
        """Give a state of its own with the same claims."""
        return State(
            {
                whole: {field: list(rows) for field, rows in fields.items()}
                for whole, fields in self.claims.items()
            }
        )

    def apply(self, entry: Entry, *, known: date | None = None) -> None:
        """Take in one entry.

        Parameters
        ----------
        entry
            Its path has to be one that `paths.parse_path` takes.
        known
            The day from which it counts, where the caller knows better. An undo counts
            on every day, whichever it is.
        """
        whole, field = split(entry.path)
        day = 0 if entry.undoes is not None else (known or entry.known_from).toordinal()
        outlet = "" if entry.source is None else entry.source.outlet
        row = (day, entry.seq, _code(entry), _text(entry), outlet)
        insort(self.claims.setdefault(whole, {}).setdefault(field, []), row)

    def between(self, first: date, last: date) -> Iterator[str]:
        """Yield the wholes of which something became known after a day, until another.

        What takes an entry back counts on every day, so it never changes one.
        """
        low, high = first.toordinal(), last.toordinal()
        for whole, fields in self.claims.items():
            if any(low < row[0] <= high for rows in fields.values() for row in rows):
                yield whole

    def to_data(self) -> dict[str, Any]:
        """Give the state as JSON: a few long columns, quick to read back."""
        names, counts, rows = [], [], []
        for whole, fields in self.claims.items():
            for field, claims in fields.items():
                names.append([whole, field])
                counts.append(len(claims))
                rows.append(claims)
        columns = list(zip(*chain.from_iterable(rows), strict=True)) or [()] * 5
        keys = ("known", "seq", "code", "text", "outlet")
        data: dict[str, Any] = {"names": names, "counts": counts}
        return data | {key: list(columns[i]) for i, key in enumerate(keys)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> State:
        """Give the state that `to_data` gave."""
        keys = ("known", "seq", "code", "text", "outlet")
        rows: list[Row] = list(zip(*(data[key] for key in keys), strict=True))
        claims: dict[str, dict[str, list[Row]]] = {}
        ends = accumulate(data["counts"], initial=0)
        for (whole, field), (first, end) in zip(
            data["names"], pairwise(ends), strict=True
        ):
            claims.setdefault(whole, {})[field] = rows[first:end]
        return cls(claims)


def state_of(entries: Iterable[Entry]) -> State:
    """Give the state after some entries."""
    state = State()
    for entry in entries:
        state.apply(entry)
    return state


def split(path: str) -> tuple[str, str]:
    """Give the whole that a path belongs to, and the field of it.

    Examples
    --------
    >>> split("person/star/deal/main/rate")
    ('person/star/deal/main', 'rate')
    """
    place = parse_path(path)
    whole = place.whole
    return whole, place.text[len(whole) + 1 :]


def canonical(value: Any) -> str:
    """Give the one JSON text of a value: keys sorted, no spaces."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _text(entry: Entry) -> str:
    return str(entry.undoes) if entry.undoes is not None else canonical(entry.value)


def _code(entry: Entry) -> int:
    code = STATUSES.index(entry.status)
    if entry.undoes is not None:
        return code | UNDOES
    code |= REMOVES if entry.action == "remove" else 0
    code |= REPORTED if entry.source is not None else 0
    decides = entry.settles or entry.source is None
    decides = decides or entry.path.partition("/")[0] in UNDISPUTED
    code |= SETTLES if decides else 0
    is_founding = entry.batch == FOUNDING and entry.source is None
    return code | (FOUNDED if is_founding else 0)
