"""Scenarios of an open document: which there are, one more, one less."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.office import scenarios
from daybreak.office.live.session import Applied, LiveShoot
from daybreak.store import scenarios as store
from daybreak.store.entry import Entry
from daybreak.store.own_paths import facts as only_facts
from daybreak.store.state import state_of

Json = dict[str, Any]


def scenarios_view(shoot: LiveShoot) -> list[Json]:
    """Give the scenarios in the order in which they came."""
    return [
        {
            "name": one.name,
            "note": one.note,
            "by": one.entry.entered_by,
            "what_ifs": [
                {
                    "path": what.path,
                    "action": what.action,
                    "value": what.value,
                    "said": scenarios.what_if_words(what),
                }
                for what in one.what_ifs
            ],
        }
        for one in store.scenarios(shoot.entries()).values()
    ]


def add(
    shoot: LiveShoot,
    name: str,
    wishes: Sequence[str],
    removals: Sequence[str],
    *,
    note: str,
    replaces: bool,
    op: str,
    by: str,
) -> Applied:
    """Keep a scenario, where the document would be sound with it.

    Parameters
    ----------
    wishes
        What would be set, each as ``PATH=VALUE``.
    removals
        The paths of what would be removed.

    Raises
    ------
    DocumentError, UsageError
        When a what-if cannot be, or the name cannot.
    """
    if not wishes and not removals:
        raise UsageError(
            "A scenario without a what-if is the plan as it is.\n"
            "Maybe say what would be different."
        )

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        state = state_of(only_facts(entries))
        what_ifs = scenarios.resolved(state, name, wishes, removals)
        made = store.added(
            entries,
            name,
            what_ifs,
            by=by,
            at=shoot.now(),
            note=note,
            replaces=replaces,
        )
        return [made]

    return shoot.do(op, make, by=by)


def remove(shoot: LiveShoot, name: str, *, op: str, by: str) -> Applied:
    """Take a scenario off the list; undo brings it back.

    Raises
    ------
    UsageError
        When there is none of that name.
    """

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        return [store.removed(entries, name, by=by, at=shoot.now())]

    return shoot.do(op, make, by=by)
