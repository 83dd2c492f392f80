"""Scenarios: named sets of what-ifs on top of what a document says.

A scenario changes nothing. Its what-ifs are put on a state only while somebody asks
what would be if they held: each is a decision that comes after all that is known on
the day asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_args

from daybreak.model.errors import DocumentError, Fault, UsageError
from daybreak.model.leaves import shown
from daybreak.store.entering import checked
from daybreak.store.entry import Action, AtLeast, Entry
from daybreak.store.known import Known
from daybreak.store.own_paths import SCENARIO, checked_name, key_of, under
from daybreak.store.paths import parse_path
from daybreak.store.state import State
from daybreak.store.undoing import counting

TAKEN_NAMES = ("as-it-is", "plan", "list", "add", "remove", "history", "ways")
"""What no scenario may be called: words that ask for something else."""
KEYS = ("path", "action", "value")
MANY = 500
"""What-ifs of one scenario, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """One thing that would be set or removed.

    Parameters
    ----------
    path
        What it is about; the grammar is in `paths`.
    value
        The JSON value; None where it removes.
    """

    path: str
    action: Action = "set"
    value: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A scenario as it stands.

    Parameters
    ----------
    name
        Unique in its document.
    entry
        The entry that set it.
    """

    name: str
    what_ifs: tuple[WhatIf, ...]
    entry: Entry

    @property
    def note(self) -> str:
        """What it is for."""
        return self.entry.note


def scenarios(entries: Sequence[Entry]) -> dict[str, Scenario]:
    """Give the scenarios that stand, by name, in the order in which they came."""
    found: dict[str, Scenario] = {}
    for one in under(counting(entries), SCENARIO):
        name = key_of(one.path)
        if one.action == "remove":
            found.pop(name, None)
        else:
            what_ifs = read_what_ifs(one.value)
            found[name] = Scenario(name=name, what_ifs=what_ifs, entry=one)
    return found


def history(entries: Sequence[Entry], name: str) -> tuple[Entry, ...]:
    """Give every entry of a scenario by rising number, those taken back among them."""
    return tuple(one for one in entries if one.path == f"{SCENARIO}/{name}")


def scenario_named(entries: Sequence[Entry], name: str) -> Scenario:
    """Give a scenario.

    Raises
    ------
    UsageError
        When no scenario has that name; it says which there are.
    """
    found = scenarios(entries)
    if name not in found:
        there = ", ".join(found) or "none yet"
        raise UsageError(
            f'There is no scenario "{name}".\nMaybe one of these: {there}.'
        )
    return found[name]


def added(
    entries: Sequence[Entry],
    name: str,
    what_ifs: Sequence[WhatIf],
    *,
    by: str,
    at: datetime,
    note: str = "",
    replaces: bool = False,
) -> Entry:
    """Give the entry that keeps a scenario.

    Parameters
    ----------
    what_ifs
        Looked at before, by `put_on`; none for the document as it is.
    replaces
        Whether a scenario of that name may be there already; its history stays.

    Raises
    ------
    UsageError
        When the name cannot be, or there is such a scenario already.
    """
    checked_name(name, SCENARIO)
    if name in TAKEN_NAMES:
        raise UsageError(
            f'A scenario cannot be called "{name}": the word asks for something else.\n'
            "Maybe choose another name."
        )
    if not replaces and name in scenarios(entries):
        raise UsageError(
            f'There is a scenario "{name}" already; nothing was changed.\n'
            "Maybe choose another name, or replace it with --replace."
        )
    value = [_plain(one) for one in what_ifs]
    return Entry(
        path=f"{SCENARIO}/{name}", value=value, note=note, entered_by=by, entered_at=at
    )


def removed(
    entries: Sequence[Entry], name: str, *, by: str, at: datetime, note: str = ""
) -> Entry:
    """Give the entry that takes a scenario off the list; its history stays.

    Raises
    ------
    UsageError
        When there is no such scenario.
    """
    scenario_named(entries, name)
    path = f"{SCENARIO}/{name}"
    return Entry(path=path, action="remove", note=note, entered_by=by, entered_at=at)


# --- what would be ----------------------------------------------------------------


def put_on(
    state: State,
    wishes: Sequence[WhatIf],
    *,
    as_of: date | None = None,
    at_least: AtLeast = "expected",
) -> tuple[WhatIf, ...]:
    """Put what-ifs on a state, and give them as single facts.

    A whole person with deals becomes one for the person and one for each deal.

    Parameters
    ----------
    state
        All that was claimed; it is changed, also where this raises.
    as_of, at_least
        What is asked for: a what-if holds on top of what is known then, and its thing
        has to be there then.

    Raises
    ------
    DocumentError
        With every what-if that cannot be.
    """
    day = as_of or date.max
    seq = _last_seq(state)
    faults: list[Fault] = []
    made: list[WhatIf] = []
    for one in wishes:
        known = Known(state, as_of=as_of, at_least=at_least)
        try:
            pieces = checked(_entry(one), state)
        except DocumentError as error:
            faults += error.faults
            continue
        missing = [*_missing(known, pieces[0])]
        faults += missing
        for piece in () if missing else pieces:
            seq += 1
            state.apply(_entry(piece, seq=seq), known=day)
            made.append(WhatIf(path=piece.path, action=piece.action, value=piece.value))
    if faults:
        raise DocumentError(faults)
    return tuple(made)


def _last_seq(state: State) -> int:
    fields = (rows for whole in state.claims.values() for rows in whole.values())
    return max((row[1] for rows in fields for row in rows), default=0)


def _entry(one: WhatIf | Entry, *, seq: int = 0) -> Entry:
    """Give a what-if as a decision of nobody, at no time; it goes into no journal."""
    return Entry(
        seq=seq,
        path=one.path,
        action=one.action,
        value=one.value,
        entered_by="what-if",
        entered_at=_NO_TIME,
    )


_NO_TIME = datetime.fromisoformat("2000-01-01T00:00:00+00:00")


def _missing(known: Known, entry: Entry) -> Iterator[Fault]:
    """Yield a fault where a what-if is about a thing that is not there that day."""
    place = parse_path(entry.path)
    if place.root == "casting" or place.root == "cast":
        asked = f"picture/{place.keys[0]}"
    elif place.part:
        asked = place.whole if place.field else place.owner
    elif place.field:
        asked = place.whole
    else:
        asked = ""
    if entry.action == "remove" and not place.field:
        asked = place.text
    if asked and known.value(asked) is None:
        when = f" on {known.as_of}" if known.as_of is not None else ""
        todo = f"set {asked} in the same scenario, or leave this out"
        if entry.action == "remove":
            todo = "leave this out, or plan as of another day"
        yield Fault(path=entry.path, what=f"there is no {asked}{when}", todo=todo)


# --- as they are kept -------------------------------------------------------------


def read_what_ifs(value: Any) -> tuple[WhatIf, ...]:
    """Give the what-ifs of the JSON that a document keeps.

    Raises
    ------
    DocumentError
        When it is no list of them.
    """
    if not isinstance(value, list) or len(value) > MANY:
        raise _no_what_if(value, f"write a list of what-ifs, at most {MANY}")
    return tuple(_what_if(one) for one in value)


def _what_if(data: Any) -> WhatIf:
    if not isinstance(data, Mapping) or not set(data) <= set(KEYS):
        raise _no_what_if(data, f"write an object of {', '.join(KEYS)}")
    action, path = data.get("action", "set"), data.get("path")
    if action not in get_args(Action) or not isinstance(path, str):
        raise _no_what_if(data, "give its path, and as action set or remove")
    if (action == "remove") == ("value" in data):
        raise _no_what_if(data, "give a value where it sets, and none where it removes")
    parse_path(path)
    return WhatIf(path=path, action=action, value=data.get("value"))


def _no_what_if(value: Any, todo: str) -> DocumentError:
    what = f"{shown(value)} is no what-if"
    return DocumentError([Fault(path="", what=what, todo=todo)])


def _plain(one: WhatIf) -> dict[str, Any]:
    if one.action == "remove":
        return {"path": one.path, "action": one.action}
    return {"path": one.path, "value": one.value}
