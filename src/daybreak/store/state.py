"""All that was claimed of each thing, ready to be asked what stands on a day.

A state takes entries one by one, in any order, and is plain data: `State.to_data`
gives JSON and `State.from_data` takes it back, so that a snapshot can hold it and only
later entries have to be added. What nobody asks for stays packed: a question about one
thing need not read all of them.
"""

from __future__ import annotations

import json
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from daybreak.model.errors import DocumentError, Fault
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


Claims = dict[str, dict[str, list[Row]]]


class State:
    """The claims of a journal by thing and by field.

    Parameters
    ----------
    claims
        As `claims` has them.
    packed
        By the path of a whole, the JSON text of `packed_fields`.
    """

    __slots__ = ("_claims", "_packed")

    def __init__(
        self, claims: Claims | None = None, packed: Mapping[str, str] | None = None
    ) -> None:
        self._claims = claims if claims is not None else {}
        self._packed = dict(packed or {})

    @property
    def claims(self) -> Claims:
        """All claims: by the path of a whole, by field, by rising day and number.

        The field is empty for the whole itself, ``extra/KEY`` for one of those.
        """
        for whole in tuple(self._packed):
            self.fields(whole)
        return self._claims

    @property
    def packed(self) -> Mapping[str, str]:
        """What nobody has asked for yet, by the path of a whole."""
        return self._packed

    def fields(self, whole: str) -> Mapping[str, list[Row]]:
        """Give the claims of one whole by field; nothing where there are none.

        Raises
        ------
        DocumentError
            When what is packed is none: somebody made it who is not us.
        """
        text = self._packed.get(whole)
        if text is not None:
            self._claims[whole] = _unpacked(whole, text)
            del self._packed[whole]
        return self._claims.get(whole, {})

    def copy(self) -> State:
        """Give a state of its own with the same claims."""
        made = {
            whole: {field: list(rows) for field, rows in fields.items()}
            for whole, fields in self._claims.items()
        }
        return State(made, self._packed)

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
        self.fields(whole)  # unpacked, where it is
        insort(self._claims.setdefault(whole, {}).setdefault(field, []), row)

    def between(self, first: date, last: date) -> Iterator[str]:
        """Yield the wholes of which something became known after a day, until another.

        What takes an entry back counts on every day, so it never changes one.
        """
        low, high = first.toordinal(), last.toordinal()
        for whole, fields in self.claims.items():
            if any(low < row[0] <= high for rows in fields.values() for row in rows):
                yield whole

    def to_data(self) -> dict[str, str]:
        """Give the state as JSON: by the path of a whole, its claims as a text."""
        packed = {
            whole: packed_fields(fields) for whole, fields in self._claims.items()
        }
        return {**self._packed, **packed}

    @classmethod
    def from_data(cls, data: Mapping[str, str]) -> State:
        """Give the state that `to_data` gave."""
        return cls(packed=data)


def packed_fields(fields: Mapping[str, list[Row]]) -> str:
    """Give the claims of a whole as JSON text, each field a few columns."""
    columns = {field: [*zip(*rows, strict=True)] for field, rows in fields.items()}
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _unpacked(whole: str, text: str) -> dict[str, list[Row]]:
    try:
        return {
            field: list(zip(*columns, strict=True))
            for field, columns in json.loads(text).items()
        }
    except (ValueError, TypeError, AttributeError):
        what, todo = "cannot be read in a snapshot", "run daybreak verify"
        raise DocumentError([Fault(path=whole, what=what, todo=todo)]) from None


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
