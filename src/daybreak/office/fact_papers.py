"""Facts, histories and changes as rows of papers, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from daybreak.office.facts import Entered, Fact
from daybreak.reports.fact_lines import (
    NOBODY,
    ChangeRow,
    FactRow,
    SaidRow,
    show_value,
)
from daybreak.reports.phrases import count_of
from daybreak.store.building import Built
from daybreak.store.changes import Change
from daybreak.store.entry import FOUNDING, Entry
from daybreak.store.entry_json import entry_as_json
from daybreak.store.history import History, Told
from daybreak.store.standing import Standing
from daybreak.store.state import Claim

FATES = {
    "stands": "stands",
    "agrees": "agrees",
    "disputed": "disputed",
    "replaced": "replaced since",
    "below": "not sure enough",
    "ends": "takes back",
    "ended": "taken back",
    "later": "not known yet",
    "undone": "undone",
}
SHOWN = 8

Entries = Mapping[int, Entry]


def when_of(entry: Entry) -> str:
    """Say when an entry was said, as precisely as it is known."""
    if entry.said_on is not None:
        return entry.said_on
    if entry.not_before is not None:
        return f"{entry.not_before} or later"
    if entry.batch == FOUNDING:
        return "from the beginning"
    return entry.entered_at.date().isoformat()


def who_of(entry: Entry) -> str:
    """Say who said it; empty for the company itself."""
    if entry.source is None:
        return ""
    told = (entry.source.outlet, entry.source.speaker)
    return ", ".join(one for one in told if one)


# --- the history of one fact ---------------------------------------------------------


def said_rows(history: History) -> tuple[SaidRow, ...]:
    """Give a history as rows; what stands is marked, disputes too."""
    against = {
        claim.seq for side in _against(history.standing) for claim in side
    }  # fmt: skip
    return tuple(_said_row(one, history, against) for one in history.told)


def _against(standing: Standing | None) -> tuple[tuple[Claim, ...], ...]:
    return () if standing is None else standing.against


def _said_row(one: Told, history: History, against: set[int]) -> SaidRow:
    entry, source = one.entry, one.entry.source
    besides = []
    if source is not None and source.quotation:
        besides.append(f'"{source.quotation}"')
    besides += [entry.note] if entry.note else []
    besides += [source.address] if source is not None and source.address else []
    is_open = bool(against)
    return SaidRow(
        entry=entry.seq,
        when=when_of(entry),
        value=one.value,
        removes=one.removes,
        status=entry.status,
        who=who_of(entry),
        fate=FATES[one.role] + (", settled it" if one.settles else ""),
        stands=one.role == "stands",
        disputed=is_open and one.role in ("stands", "disputed"),
        besides=tuple(besides),
    )


def history_as_json(history: History) -> dict[str, Any]:
    """Give a history as JSON, every entry with its source and both times."""
    standing = history.standing
    gone = standing is None or standing.claim.removes
    against = [[one.seq for one in side] for side in _against(standing)]
    return {
        "path": history.path,
        "value": None if gone or standing is None else standing.claim.value,
        "status": None if standing is None else standing.status,
        "entry": None if standing is None else standing.claim.seq,
        "disputed": bool(against),
        "against": against,
        "settled_by": None if standing is None else standing.settled_by,
        "history": [
            {
                **entry_as_json(one.entry),
                "says": one.value,
                "fate": one.role,
                "known_from": _known_from(one.entry),
            }
            for one in history.told
        ],
        "derived": [
            {"path": one.path, "value": one.day.isoformat(), "follows": one.follows}
            for one in history.derived
        ],
    }


def _known_from(entry: Entry) -> str | None:
    is_always = entry.batch == FOUNDING and entry.source is None
    return None if is_always else entry.known_from.isoformat()


def dispute_words(history: History) -> list[str]:
    """Say who says what in an open dispute; nothing where there is none."""
    standing = history.standing
    if standing is None or not standing.against:
        return []
    entries = {one.entry.seq: one.entry for one in history.told}
    sides = [standing.together, *reversed(standing.against)]
    told = [_side_words(side, entries) for side in sides]
    return [f"Disputed: {'; '.join(told)}."]


def _side_words(side: Sequence[Claim], entries: Entries) -> str:
    whos = [
        f"{who_of(entries[one.seq]) or NOBODY} ({when_of(entries[one.seq])})"
        for one in side
    ]
    value = show_value(side[-1].value, removes=side[-1].removes)
    return f"{' and '.join(whos)} {'say' if len(whos) > 1 else 'says'} {value}"


def entered_words(entered: Entered) -> list[str]:
    """Say what was entered, and what changed with it."""
    words = []
    for one in entered.entries:
        value = show_value(one.value, removes=one.action == "remove")
        is_denial = one.status in ("denied", "withdrawn")
        named = "what stood" if one.value is None else value
        said = f"{named} is {one.status}" if is_denial else f"{value} ({one.status})"
        who = who_of(one) or NOBODY
        words.append(f"Entry {one.seq}: {one.path}: {said}, {who}, {when_of(one)}")
    was, now = _stands(entered.before), _stands(entered.after)
    if was != now and was != "none":
        words.append(f"{entered.after.path} was {was}, is {now} now.")
    elif was == now and entered.entries[0].path == entered.after.path:
        words.append(f"{entered.after.path} stays {now}.")
    words += dispute_words(entered.after)
    old = {one.path: one.day for one in entered.before.derived}
    words += [
        f"{one.path} follows: {one.day}, {one.follows}."
        for one in entered.after.derived
        if old.get(one.path) != one.day
    ]
    return words


def _stands(history: History) -> str:
    standing = history.standing
    if standing is None:
        return "none"
    return show_value(standing.claim.value, removes=standing.claim.removes)


# --- lists and changes -----------------------------------------------------------


def fact_rows(facts: Sequence[Fact]) -> tuple[FactRow, ...]:
    """Give facts as rows."""
    return tuple(
        FactRow(
            path=one.path,
            value=one.value,
            status=one.standing.status,
            when=when_of(one.entry),
            who=who_of(one.entry),
            disputed=one.standing.is_disputed,
        )
        for one in facts
    )


def fact_as_json(fact: Fact) -> dict[str, Any]:
    """Give a fact as JSON."""
    return {
        "path": fact.path,
        "value": fact.value,
        "status": fact.standing.status,
        "disputed": fact.standing.is_disputed,
        "when": when_of(fact.entry),
        "who": who_of(fact.entry),
        "entry": fact.entry.seq,
    }


def change_rows(changes: Sequence[Change], entries: Entries) -> tuple[ChangeRow, ...]:
    """Give changes as rows."""
    return tuple(_change_row(one, entries) for one in changes)


def _change_row(one: Change, entries: Entries) -> ChangeRow:
    entry = None if one.by is None else entries[one.by]
    who = ""
    if entry is not None:
        who = f"{who_of(entry) or NOBODY}, {when_of(entry)}"
    besides = []
    if one.lost:
        besides.append(f"no longer named: {', '.join(one.lost)}")
    if one.gained:
        besides.append(f"newly named: {', '.join(one.gained)}")
    if one.is_disputed and one.stands is not None:
        besides += [
            f"disputed: {_side_words(side, entries)}" for side in one.stands.against
        ]
    return ChangeRow(
        path=one.path,
        what=_change_words(one),
        who=who,
        disputed=one.is_disputed,
        besides=tuple(besides),
    )


def _change_words(one: Change) -> str:
    before, after = show_value(one.before), show_value(one.after)
    if one.sort == "status" and one.was is not None and one.stands is not None:
        return f"{after}: {one.was.status} -> {one.stands.status}"
    status = "" if one.stands is None else one.stands.status
    unsure = f" ({status})" if status not in ("", "confirmed") else ""
    return {
        "new": f"new: {after}{unsure}",
        "gone": f"gone: {before}",
        "names": "another list",
        "disputed": f"{after} is disputed now",
        "settled": f"{after} is settled",
        "derived": f"{before} -> {after}, follows",
    }.get(one.sort, f"{before} -> {after}{unsure}")


def change_as_json(one: Change) -> dict[str, Any]:
    """Give a change as JSON."""
    return {
        "path": one.path,
        "sort": one.sort,
        "before": one.before,
        "after": one.after,
        "status": None if one.stands is None else one.stands.status,
        "disputed": one.is_disputed,
        "entry": one.by,
        "lost": list(one.lost),
        "gained": list(one.gained),
    }


# --- what a plan rests on ---------------------------------------------------------


def rests_on(built: Built, entries: Entries) -> list[str]:
    """Say what a production rests on that is not certain; nothing where all is."""
    words = []
    for status in ("rumored", "expected"):
        told = _grouped(built.unsure, status, entries)
        if told:
            words.append(f"Planned on what is only {status}: {_brief(told)}")
    for path, standing in built.disputed.items():
        sides = [standing.together, *reversed(standing.against)]
        told = [_side_words(side, entries) for side in sides]
        words.append(f"Disputed: {path}: {'; '.join(told)}. The first is planned on.")
    if built.left_out:
        words.append(
            "Without their casting, these scenes are left out: "
            f"{_brief(list(built.left_out))}"
        )
    if built.uncast:
        words.append(f"Nobody plays yet: {_brief(_uncast(built))}")
    return words


def _uncast(built: Built) -> list[str]:
    """Give each character whom nobody plays with the number of scenes."""
    picture = {scene.id: scene.picture for scene in built.production.scenes}
    counted = Counter((picture[one.scene], one.character) for one in built.uncast)
    return [
        f"casting/{where}/{character} ({count_of(number, 'scene')})"
        for (where, character), number in counted.items()
    ]


def _grouped(
    unsure: Mapping[str, Standing], status: str, entries: Entries
) -> list[str]:
    """Give what is unsure by entry, so that a whole thing is told once."""
    told: dict[int, str] = {}
    for standing in unsure.values():
        entry = entries[standing.claim.seq]
        if standing.status == status and entry.seq not in told:
            who = who_of(entry) or NOBODY
            what = show_value(entry.value)
            told[entry.seq] = f"{entry.path} = {what} ({who}, {when_of(entry)})"
    return list(told.values())


def _brief(told: Sequence[str]) -> str:
    more = f" and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    return "; ".join(told[:SHOWN]) + more
