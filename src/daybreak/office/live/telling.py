"""What pages are told of a wish: the days that changed, and the entries themselves."""

from __future__ import annotations

from typing import Any

from daybreak.office.boards import entry_data
from daybreak.office.live.session import Applied
from daybreak.store.board_edits import split_name
from daybreak.store.entry import Entry
from daybreak.store.own_paths import BOARD, COMMENT, is_fact, key_of

Json = dict[str, Any]


def told(entry: Entry) -> Json:
    """Give what a page shows of an entry."""
    data = entry_data(entry)
    data["entered_at"] = entry.entered_at.isoformat()
    data["status"] = entry.status
    data["undoes"] = entry.undoes
    return data


def edits_message(applied: Applied) -> Json:
    """Give what pages are told of a wish.

    ``boards`` has the days that changed, by board; ``whole`` the boards that a page
    has to load anew; ``facts`` tells whether the production changed, ``comments``
    whether any of them did.
    """
    boards: dict[str, Json] = {}
    facts = False
    whole: list[str] = []
    for one in applied.entries:
        facts = facts or is_fact(one.path)
        if not one.path.startswith(f"{BOARD}/"):
            continue
        name, rest = split_name(key_of(one.path))
        if not rest or one.undoes is not None:
            whole.append(name)
        else:
            value = None if one.action == "remove" else one.value
            boards.setdefault(name, {})["/".join(rest)] = value
    return {
        "type": "edits",
        "op": applied.op,
        "by": applied.by,
        "base": applied.entries[0].seq - 1,
        "head": applied.head,
        "boards": boards,
        "whole": sorted(set(whole)),
        "facts": facts,
        "comments": any(one.path.startswith(f"{COMMENT}/") for one in applied.entries),
    }
