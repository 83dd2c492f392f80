"""Look at an entry before it goes into the journal: its path, its value, its thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, get_args

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.kinds import Kind, plan_of
from daybreak.model.leaves import is_text, shown
from daybreak.model.open_values import read_open
from daybreak.model.production import Level
from daybreak.model.reading import read_part, read_value
from daybreak.store.building import day_of, in_days, range_in_days
from daybreak.store.derived import DERIVED
from daybreak.store.entry import Entry
from daybreak.store.paths import (
    IN_PATH,
    PARTS,
    SCENE_KEPT,
    Place,
    is_id,
    parse_path,
)
from daybreak.store.said import TODO as SPAN_TODO
from daybreak.store.said import span_or_none
from daybreak.store.spreading import spread
from daybreak.store.standing import ENDS
from daybreak.store.state import State

NEAR = 0.6


def checked(entry: Entry, state: State) -> tuple[Entry, ...]:
    """Give the entries that a wish means, ready for the journal.

    A whole person with deals becomes an entry for the person and one for each deal.

    Parameters
    ----------
    entry
        What is to be entered; its number is still 0.
    state
        All that was claimed so far: a field needs its thing.

    Raises
    ------
    DocumentError
        With every fault of path and value. Nothing is changed.
    """
    refuse_derived(entry.path)
    place = parse_path(entry.path)
    faults: list[Fault] = list(_unknown_thing(place, state))
    faults += _text_faults(entry)
    if entry.action == "remove":
        faults += _removal_faults(place, state)
        value = None
    elif entry.status in ENDS and entry.value is None:
        value = None  # it denies whatever stands
    else:
        value = checked_value(place, entry.value, faults)
    if faults:
        raise DocumentError(faults)
    entry = replace(entry, path=place.text, value=value)
    if entry.action == "set" and place.is_whole and isinstance(value, Mapping):
        batch = entry.batch
        made = list(spread(place.text, value))
        return tuple(replace(entry, path=p, value=v, batch=batch) for p, v in made)
    return (entry,)


def refuse_derived(path: str) -> None:
    """Refuse a path whose date follows from other facts, and say from which."""
    words = path.split("/")
    if len(words) == 3 and words[0] == "picture" and words[2] in DERIVED:
        what = f"{words[2]} follows from other facts"
        todo = DERIVED[words[2]].format(picture=words[1])
        raise DocumentError([Fault(path=path, what=what, todo=todo)])


def _unknown_thing(place: Place, state: State) -> Iterable[Fault]:
    """Yield a fault where a field or part is about a thing that nobody entered."""
    if place.root in ("casting", "cast"):
        asked = f"picture/{place.keys[0]}"
    elif place.part and not place.field:
        asked = place.owner
    elif place.field:
        asked = place.whole
    else:
        return
    if asked in state.claims:
        return
    lead, _, name = asked.rpartition("/")
    known = [
        whole.rpartition("/")[2]
        for whole in state.claims
        if whole.rpartition("/")[0] == lead
    ]
    near = get_close_matches(name, known, n=1, cutoff=NEAR)
    todo = f'did you mean "{near[0]}"? Else set' if near else "set"
    yield Fault(
        path=place.text, what=f"there is no {asked}", todo=f"{todo} {asked} first"
    )


def _text_faults(entry: Entry) -> Iterable[Fault]:
    texts = [entry.note, entry.entered_by, entry.batch]
    if entry.source is not None:
        one = entry.source
        texts += [one.outlet, one.speaker, one.address, one.quotation]
        if not any(text.strip() for text in texts[3:]):
            what, todo = "a source that names nobody", "give --outlet or --speaker"
            yield Fault(path=entry.path, what=what, todo=todo)
    for text in texts:
        if not is_text(text):
            what = f"{shown(text)} has half a character"
            todo = r"take out the lone \ud800 to \udfff"
            yield Fault(path=entry.path, what=what, todo=todo)


def _removal_faults(place: Place, state: State) -> Iterable[Fault]:
    if place.field and place.cls is not None and not place.inner:
        needed = {plan.key for plan in plan_of(place.cls) if plan.required}
        if place.field in needed:
            what = f"a {place.part or place.root} cannot be without {place.field}"
            todo = f"set another, or remove {place.whole} as a whole"
            yield Fault(path=place.text, what=what, todo=todo)
    elif not place.field and place.text not in state.claims:
        todo = "look with daybreak facts for what there is"
        yield Fault(path=place.text, what="there is none to remove", todo=todo)


# --- values -----------------------------------------------------------------------


def checked_value(place: Place, value: Any, faults: list[Fault]) -> Any:
    """Give a value as the journal keeps it, adding what is wrong to ``faults``."""
    if place.is_whole:
        return _whole(place, value, faults)
    kind = place.kind
    if kind is not None:
        _read(kind, _in_days(place, kind, value), place.text, faults)
        return value
    if place.root in _OWN and not place.inner:
        what, todo = _OWN[place.root](value)
        if what:
            faults.append(Fault(path=place.text, what=what, todo=todo))
        return value
    if place.text == "extra" and not isinstance(value, Mapping):
        what, todo = f"{shown(value)} is no object", "name a key of your own: extra/KEY"
        faults.append(Fault(path=place.text, what=what, todo=todo))
    return read_open(value, place.text, faults)


def _in_days(place: Place, kind: Kind, value: Any) -> Any:
    if kind.shape == "range":
        return range_in_days(value)
    return day_of(place.field, value) if kind.shape == "date" else value


def _read(kind: Kind, value: Any, path: str, faults: list[Fault]) -> None:
    if value is None:
        todo = "give a value, or remove it: daybreak remove"
        faults.append(Fault(path=path, what="there is no value", todo=todo))
        return
    if kind.shape == "date" and span_or_none(value) is None:
        is_text = isinstance(value, str)
        what = f"{value if is_text else shown(value)} is no day, month or year"
        faults.append(Fault(path=path, what=what, todo=SPAN_TODO))
        return
    read_value(kind, value, path, faults)


def _whole(place: Place, value: Any, faults: list[Fault]) -> Any:
    if not isinstance(value, Mapping):
        what = f"{shown(value)} is no whole {place.part or place.root}"
        todo = "give its fields, such as name=..., or name one field in the path"
        faults.append(Fault(path=place.text, what=what, todo=todo))
        return value
    assert place.cls is not None
    trial = dict(value) if place.part else _trial(place, value, faults)
    found: list[Fault] = []
    read_part(place.cls, in_days(place.cls, trial), "", found)
    for one in found:
        where = f"{place.text}/{one.path.replace('.', '/')}" if one.path else place.text
        faults.append(Fault(path=where, what=one.what, todo=one.todo))
    return dict(value)


def _trial(
    place: Place, value: Mapping[str, Any], faults: list[Fault]
) -> dict[str, Any]:
    """Give a thing as the model reads it; its keyed parts are looked at apart."""
    keys = place.keys if place.root != "hiatus" else ()
    named = dict(zip(IN_PATH.get(place.root, ("id",)), keys, strict=False))
    for name in named:
        if value.get(name, named[name]) != named[name]:
            what = f"{name} {shown(value[name])} is another than the path says"
            faults.append(Fault(path=place.text, what=what, todo="leave it out"))
    trial = {**value, **named}
    if place.root == "scene":
        trial = {key: one for key, one in trial.items() if key not in SCENE_KEPT}
        trial.setdefault("cast", [])
    is_sound = True
    for name, _ in PARTS.get(place.root, {}).values():
        if isinstance(trial.setdefault(name, []), list):
            trial[name] = []
        else:
            is_sound = False
    if is_sound:
        for path, one in list(spread(place.text, value))[1:]:
            checked_value(parse_path(path), one, faults)
    return trial


def _holiday(value: Any) -> tuple[str, str]:
    good = value is True or isinstance(value, str)
    return ("", "") if good else ("a holiday is there or not", "give its name, or true")


def _rule(value: Any) -> tuple[str, str]:
    if value in get_args(Level):
        return "", ""
    return f"{shown(value)} is no level", f"use one of {', '.join(get_args(Level))}"


def _casting(value: Any) -> tuple[str, str]:
    if isinstance(value, str) and is_id(value):
        return "", ""
    return f"{shown(value)} is no person", "give the id of who plays the character"


def _names(value: Any) -> tuple[str, str]:
    if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
        return "", ""
    return f"{shown(value)} is no list of names", "name who is in it, with commas"


def _said(value: Any) -> tuple[str, str]:
    if isinstance(value, str) and value.strip():
        return "", ""
    return f"{shown(value)} is no text", "give the words"


_OWN: dict[str, Callable[[Any], tuple[str, str]]] = {
    "holiday": _holiday,
    "rule": _rule,
    "casting": _casting,
    "cast": _names,
    "quote": _said,
    "publicity": _said,
}
