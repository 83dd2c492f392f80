"""What happened to a shoot under way, as the facts that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, cast

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.shot import Shot, ShotDay
from daybreak.office.live.ops import Reader, SetFact, read_source
from daybreak.store.building import build
from daybreak.store.entering import checked
from daybreak.store.entry import STATUSES, Entry, Source, Status
from daybreak.store.known import Known
from daybreak.store.state import State

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who said so, when, and how sure it is."""

    source: Source | None = None
    status: Status = "confirmed"
    said_on: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened.

    Parameters
    ----------
    what
        One of `KINDS`.
    about
        The id of the person, location, unit or picture; empty for all units.
    first, last
        From when to when; only ``first`` for what has one date.
    reason
        Why, in a few words.
    left
        Of a day that was not finished, by scene id the eighths left; all of them for
        a scene that was not begun.
    """

    what: str
    first: date
    last: date
    about: str = ""
    reason: str = ""
    left: Mapping[str, int] = field(default_factory=dict)
    said: Said = field(default_factory=Said)


def read_happening(data: Any) -> Happening:
    """Read what happened from the JSON of a page.

    Raises
    ------
    DocumentError
        Which key is wrong, and what to give.
    UsageError
        When it ends before it begins.
    """
    reader = Reader(data)
    what = reader.word("what", KINDS)
    first = reader.date("from")
    last = first if reader.get("to") is None else reader.date("to")
    if last < first:
        raise UsageError(f"{last} is before {first}.\nMaybe swap the two dates.")
    left = reader.object_or_none("left") or {}
    if not all(type(one) is int and one >= 0 for one in left.values()):
        raise UsageError("What is left of a scene is a number of eighths.")
    made = Happening(
        what=what,
        first=first,
        last=last,
        about=str(reader.get("about") or ""),
        reason=str(reader.get("reason") or ""),
        left=dict(left),
        said=Said(
            source=read_source(reader),
            status=cast(Status, reader.word("status", STATUSES, "confirmed")),
            said_on=reader.text_or_none("said_on"),
            note=str(reader.get("note") or ""),
        ),
    )
    reader.refuse_others()
    return made


# --- facts ------------------------------------------------------------------------


def facts_of(
    happening: Happening, production: Production, known: Known
) -> list[SetFact]:
    """Give the facts to enter; none where only what was shot is another.

    Raises
    ------
    UsageError
        When it is about what the production does not have.
    """
    facts = list(_FACTS[happening.what](happening, production, known))
    said = happening.said
    return [
        replace(
            one,
            source=said.source,
            status=said.status,
            said_on=said.said_on,
            note=said.note,
        )
        for one in facts
    ]


def _person(
    happening: Happening, production: Production, known: Known
) -> Iterator[SetFact]:
    _find(happening.about, [one.id for one in production.people], "person")
    lead = f"person/{happening.about}/unavailable"
    value = _span(happening.first, happening.last)
    if happening.reason:
        value["reason"] = happening.reason
    yield SetFact(path=_free(known, lead, happening.first.isoformat()), value=value)


def _location(
    happening: Happening, production: Production, known: Known
) -> Iterator[SetFact]:
    """Leave a location only the dates around those that are lost."""
    _find(happening.about, [one.id for one in production.locations], "location")
    lead = f"location/{happening.about}/window"
    first = min(one.start for one in production.units)
    end = max(one.end for one in production.units)
    place = next(one for one in production.locations if one.id == happening.about)
    there = [(one.first, one.last) for one in place.windows] or [(first, end)]
    left = list(_around(there, happening.first, happening.last))
    if left == there:
        return
    for whole in known.wholes():
        if whole.startswith(f"{lead}/") and known.value(whole) is not None:
            yield SetFact(path=whole, removes=True)
    taken: set[str] = set()
    for one, other in left or [(first - DAY, first - DAY)]:  # none would mean always
        path = _free(known, lead, one.isoformat(), taken)
        taken.add(path)
        yield SetFact(path=path, value=[one.isoformat(), other.isoformat()])


def _around(
    windows: Sequence[tuple[date, date]], first: date, last: date
) -> Iterator[tuple[date, date]]:
    for begin, end in windows:
        if end < first or begin > last:
            yield begin, end
            continue
        if begin < first:
            yield begin, first - DAY
        if last < end:
            yield last + DAY, end


def _shutdown(
    happening: Happening, production: Production, known: Known
) -> Iterator[SetFact]:
    value = _span(happening.first, happening.last)
    if happening.about:
        _find(happening.about, [one.id for one in production.units], "unit")
        value["units"] = [happening.about]
    usual = {"rain": "weather", "shutdown": "shutdown"}[happening.what]
    value["reason"] = happening.reason or usual
    stem = f"{happening.what}-{happening.first.isoformat()}"
    yield SetFact(path=_free(known, "hiatus", stem), value=value)


def _release(
    happening: Happening, production: Production, _: Known
) -> Iterator[SetFact]:
    _find(happening.about, [one.id for one in production.pictures], "picture")
    path = f"picture/{happening.about}/release"
    yield SetFact(path=path, value=happening.first.isoformat())


def _nothing(_: Happening, __: Production, ___: Known) -> Iterator[SetFact]:
    yield from ()


_FACTS: dict[str, Callable[[Happening, Production, Known], Iterator[SetFact]]] = {
    "person": _person,
    "location": _location,
    "shutdown": _shutdown,
    "rain": _shutdown,
    "release": _release,
    "unfinished": _nothing,
    "nothing": _nothing,
}
KINDS = tuple(_FACTS)
"""What can happen: ``nothing`` where the board alone is planned anew."""


def _find(wanted: str, ids: Sequence[str], what: str) -> None:
    if wanted not in ids:
        raise UsageError(
            f'There is no {what} "{wanted[:40]}".\nMaybe load the page again.'
        )


def _span(first: date, last: date) -> dict[str, Any]:
    return {"from": first.isoformat(), "to": last.isoformat()}


def _free(known: Known, lead: str, stem: str, taken: set[str] | None = None) -> str:
    """Give a path below another that nothing ever had."""
    there = {*known.wholes(), *(taken or ())}
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(there) + 3)))
    return next(f"{lead}/{one}" for one in names if f"{lead}/{one}" not in there)


# --- entries, and the production with them -----------------------------------------


def entries_of(
    facts: Sequence[SetFact], state: State, *, by: str, at: datetime, head: int
) -> tuple[Entry, ...]:
    """Give facts as entries; the state, a copy of its own, takes them in.

    Raises
    ------
    DocumentError
        When a fact cannot be.
    """
    made: list[Entry] = []
    for fact in facts:
        wish = Entry(
            path=fact.path,
            action="remove" if fact.removes else "set",
            value=fact.value,
            said_on=fact.said_on,
            not_before=fact.not_before,
            source=fact.source,
            status=fact.status,
            note=fact.note,
            entered_by=by,
            entered_at=at,
        )
        for entry in checked(wish, state):
            made.append(entry)
            state.apply(replace(entry, seq=head + len(made)))
    return tuple(made)


def production_of(state: State) -> Production:
    """Give the production of a state.

    Raises
    ------
    DocumentError
        When it is none.
    """
    return build(Known(state)).production


# --- what was shot ----------------------------------------------------------------


def shot_of(
    happening: Happening, production: Production, board: Schedule, today: date
) -> Shot | None:
    """Give what was shot, where a day was not finished; None where all was as planned.

    A strip of which all is left was not begun.

    Raises
    ------
    UsageError
        When the day is not before the first date that may be planned.
    """
    if happening.what != "unfinished":
        return None
    if happening.first >= today:
        raise UsageError(
            f"{happening.first} was shot only when it is past.\n"
            "Maybe plan anew from the day after it."
        )
    eighths = {one.id: one.eighths for one in production.scenes}
    days = []
    for day in board.in_order():
        if day.date >= today:
            continue
        is_meant = day.date == happening.first and happening.about in ("", day.unit)
        left = happening.left if is_meant else {}
        begun = [one for one in day.strips if left.get(one, 0) < eighths.get(one, 1)]
        days.append(
            ShotDay(
                unit=day.unit,
                date=day.date,
                shift=day.shift,
                strips=tuple(begun),
                unfinished={one: left[one] for one in begun if left.get(one)},
            )
        )
    return Shot(shot=tuple(days))
