"""Scenarios of a document: named what-ifs, kept in its journal, read for a day."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from daybreak.model.errors import DocumentError, Fault, UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office import fact_papers, facts
from daybreak.office.asked import Asked
from daybreak.office.documents import PathLike
from daybreak.reports.fact_lines import show_value
from daybreak.store import boards as store_boards
from daybreak.store import scenarios as store
from daybreak.store.building import Built, build
from daybreak.store.entry import Entry
from daybreak.store.files import open_document
from daybreak.store.known import Known
from daybreak.store.paths import parse_path
from daybreak.store.revisions import schedule_named
from daybreak.store.scenarios import Scenario, WhatIf
from daybreak.store.state import State

AS_IT_IS = "as-it-is"
"""The name of the first row: the document without what-ifs."""


# --- kept in the journal ----------------------------------------------------------


def listed(path: PathLike) -> tuple[Scenario, ...]:
    """Give the scenarios of a document in the order in which they came.

    Raises
    ------
    UsageError, DocumentError
        When it cannot be opened or read.
    """
    with open_document(path, write=False) as document:
        return tuple(store.scenarios(document.entries()).values())


def add(
    path: PathLike,
    name: str,
    wishes: Sequence[str],
    removals: Sequence[str] = (),
    *,
    by: str,
    at: datetime,
    note: str = "",
    replaces: bool = False,
) -> Entry:
    """Keep a scenario, where the document would be sound with it.

    Parameters
    ----------
    wishes
        What would be set, each as ``PATH=VALUE``.
    removals
        The paths of what would be removed; that comes first.

    Raises
    ------
    DocumentError
        When a what-if cannot be, or no production would be left; nothing is changed.
    UsageError
        When the name is taken or cannot be.
    """
    with open_document(path, by=by) as document:
        entries = document.entries()
        what_ifs = resolved(document.own_state(), name, wishes, removals)
        entry = store.added(
            entries, name, what_ifs, by=by, at=at, note=note, replaces=replaces
        )
        return document.append([entry], after=len(entries))[0]


def remove(
    path: PathLike, name: str, *, by: str, at: datetime, note: str = ""
) -> Entry:
    """Take a scenario off the list; its history stays, and undo brings it back.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    with open_document(path, by=by) as document:
        entries = document.entries()
        entry = store.removed(entries, name, by=by, at=at, note=note)
        return document.append([entry], after=len(entries))[0]


def history(path: PathLike, name: str) -> tuple[Entry, ...]:
    """Give every entry of a scenario.

    Raises
    ------
    UsageError
        When there never was one of that name.
    """
    with open_document(path, write=False) as document:
        found = store.history(document.entries(), name)
    if not found:
        raise UsageError(
            f'There never was a scenario "{name}".\n'
            "Maybe look at the list: daybreak scenarios SHOOT list."
        )
    return found


def resolved(
    state: State, name: str, wishes: Sequence[str], removals: Sequence[str]
) -> tuple[WhatIf, ...]:
    """Give the single facts of a scenario, each looked at against the document.

    Parameters
    ----------
    state
        All that was claimed; it is changed.
    wishes, removals
        As `add` takes them.

    Raises
    ------
    DocumentError
        When a what-if cannot be, or no production would be left.
    """
    was_sound = _is_sound(state)
    made: list[WhatIf] = []
    for one in removals:
        made += store.put_on(
            state, [WhatIf(path=one, action="remove")], at_least="rumored"
        )
    for text in wishes:
        made += store.put_on(state, _typed(text, state), at_least="rumored")
    if was_sound:
        _built(Known(state), name)
    return tuple(made)


def _is_sound(state: State) -> bool:
    try:
        build(Known(state))
    except DocumentError:
        return False
    return True


def _typed(text: str, state: State) -> tuple[WhatIf, ...]:
    """Give the what-ifs that somebody typed as ``PATH=VALUE``."""
    path, equals, value = text.partition("=")
    if not equals or not value.strip():
        raise UsageError(
            f'"{text}" is no what-if.\nMaybe write PATH=VALUE, such as '
            "picture/m7/release=2021-11-19, or --remove PATH for what would be gone."
        )
    is_fields = parse_path(path).is_whole and not value.lstrip().startswith("{")
    try:
        words = shlex.split(value) if is_fields else [value]
    except ValueError:
        raise UsageError(f'"{text}" has a quote that does not end.') from None
    wish = facts.wish(
        path,
        words,
        action="set",
        said_on=None,
        not_before=None,
        source=("", "", "", ""),
        status="confirmed",
        settles=False,
        note="",
        by="what-if",
        at=datetime.fromisoformat("2000-01-01T00:00:00+00:00"),
    )
    wishes = facts.field_by_field(wish, state) if is_fields else (wish,)
    return tuple(WhatIf(path=one.path, value=one.value) for one in wishes)


def _built(known: Known, name: str) -> Built:
    """Build a production, or say which scenario leaves none."""
    try:
        return build(known)
    except DocumentError as error:
        raise _in_scenario(error, name) from None


def _in_scenario(error: DocumentError, name: str) -> DocumentError:
    if name == AS_IT_IS:
        return error
    lead = f"scenario/{name}: "
    return DocumentError(
        [
            Fault(path=lead + one.path, what=one.what, todo=one.todo)
            for one in error.faults
        ]
    )


# --- read for a day ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A production to plan beside others.

    Parameters
    ----------
    name, note
        Of the scenario, or of the way to shoot.
    what_ifs
        What is different from the document, a line each.
    rests_on
        What it rests on that is not certain.
    start
        A schedule to begin from.
    """

    name: str
    production: Production
    note: str = ""
    what_ifs: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    start: Schedule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """What to plan side by side; the document as it is comes first.

    Parameters
    ----------
    impossible
        The names of scenarios that cannot be on the day asked about, each with why.
    """

    given: tuple[Case, ...]
    impossible: tuple[tuple[str, str], ...] = ()


def cases(
    path: PathLike,
    names: Sequence[str] = (),
    asked: Asked | None = None,
    *,
    start: str = "",
) -> Cases:
    """Give the document as it is and its scenarios, ready to be planned.

    Parameters
    ----------
    names
        The scenarios; all for none, and then those that cannot be on that day are told.
    asked
        The day and the certainty.
    start
        A board or revision to begin every plan from; empty for none.

    Raises
    ------
    UsageError
        When there is no such scenario or board.
    DocumentError
        When a scenario that is named cannot be on that day, or what is known is no
        production.
    """
    papers = _papers(path, asked or Asked(), start)
    made = [papers.case(None)]
    if names:
        chosen = [papers.scenario(one) for one in dict.fromkeys(names)]
        return Cases(given=(*made, *(papers.case(one) for one in chosen)))
    impossible = []
    for one in papers.scenarios:
        try:
            made.append(papers.case(one))
        except DocumentError as error:
            told = str(error.faults[0]).removeprefix(f"scenario/{one.name}: ")
            impossible.append((one.name, told))
    return Cases(given=tuple(made), impossible=tuple(impossible))


def one_case(
    path: PathLike, name: str = "", asked: Asked | None = None, *, start: str = ""
) -> Case:
    """Give one scenario ready to be planned, or without a name the document as it is.

    Raises
    ------
    UsageError, DocumentError
        As `cases` does.
    """
    papers = _papers(path, asked or Asked(), start)
    return papers.case(papers.scenario(name) if name else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Papers:
    """What has to be read of a document to plan its scenarios."""

    entries: Sequence[Entry]
    state: State
    asked: Asked
    start: Schedule | None

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        return tuple(store.scenarios(self.entries).values())

    def scenario(self, name: str) -> Scenario:
        return store.scenario_named(self.entries, name)

    def case(self, scenario: Scenario | None) -> Case:
        """Give a scenario, or the document as it is, ready to be planned."""
        made = _case(scenario, self.state, self.asked, self.entries)
        if self.start is None:
            return made
        fit = store_boards.fitted(self.start, made.production)
        return replace(made, start=fit.schedule)


def _papers(path: PathLike, asked: Asked, start: str) -> _Papers:
    with open_document(path, write=False) as document, document.steady():
        entries = document.entries()
        return _Papers(
            entries=entries,
            state=facts.state_asked(document, asked),
            asked=asked,
            start=schedule_named(entries, start) if start else None,
        )


def _case(
    scenario: Scenario | None, state: State, asked: Asked, entries: Sequence[Entry]
) -> Case:
    name = AS_IT_IS if scenario is None else scenario.name
    own = state if scenario is None else state.copy()
    what_ifs = () if scenario is None else scenario.what_ifs
    try:
        store.put_on(own, what_ifs, as_of=asked.as_of, at_least=asked.at_least)
    except DocumentError as error:
        raise _in_scenario(error, name) from None
    built = _built(Known(own, as_of=asked.as_of, at_least=asked.at_least), name)
    numbered = {one.seq: one for one in entries}
    # a what-if has no entry of its own; what a scenario rests on is what all rest on
    told = fact_papers.rests_on(built, numbered) if scenario is None else []
    return Case(
        name=name,
        production=built.production,
        note="" if scenario is None else scenario.note,
        what_ifs=tuple(what_if_words(one) for one in what_ifs),
        rests_on=tuple(told),
    )


def what_if_words(one: WhatIf) -> str:
    """Give a what-if in a line."""
    if one.action == "remove":
        return f"{one.path} is gone"
    return f"{one.path} is {show_value(one.value)}"
