"""What an entry can be about: the one grammar of paths.

::

    title, currency                      the production itself
    rule/NAME   holiday/DATE   extra/KEY
    KIND/ID     KIND/ID/FIELD            picture, unit, base, location, person,
                                         element, scene
    hiatus/KEY  hiatus/KEY/FIELD
    move/FROM/TO   order/BEFORE/AFTER    and .../FIELD
    person/ID/deal/KEY                   unavailable, window, event likewise;
                                         location and element have window
    .../extra/KEY                        in whatever has fields
    casting/PICTURE/CHARACTER            who plays whom
    cast/PICTURE                         a list of names as somebody reported it
    quote/KEY   publicity/KEY            words and pictures; they plan nothing

FIELD is a field of the production document (SPEC 1). A scene has ``characters`` and
``only_if`` besides; both are kept under its ``extra``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import get_args

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.fields import SLUG_MOST
from daybreak.model.kinds import Kind, plan_of
from daybreak.model.leaves import SLUG_LETTERS, shown
from daybreak.model.production import (
    Base,
    Deal,
    Element,
    Event,
    Hiatus,
    Location,
    Move,
    Order,
    Person,
    Picture,
    Production,
    RuleName,
    Scene,
    Unavailability,
    Unit,
)
from daybreak.store.said import span_or_none

THINGS: dict[str, type] = {
    "picture": Picture,
    "unit": Unit,
    "hiatus": Hiatus,
    "base": Base,
    "move": Move,
    "location": Location,
    "person": Person,
    "element": Element,
    "scene": Scene,
    "order": Order,
}
"""Kinds of things with fields, in the order of the production's lists."""
LISTS = {
    "picture": "pictures",
    "unit": "units",
    "hiatus": "hiatuses",
    "base": "bases",
    "move": "moves",
    "location": "locations",
    "person": "people",
    "element": "elements",
    "scene": "scenes",
    "order": "orders",
}
PARTS: dict[str, dict[str, tuple[str, type | None]]] = {
    "person": {
        "deal": ("deals", Deal),
        "window": ("windows", None),
        "unavailable": ("unavailable", Unavailability),
        "event": ("events", Event),
    },
    "location": {"window": ("windows", None)},
    "element": {"window": ("windows", None)},
}
"""By kind of thing: its keyed parts, the list each stands in, what it is made of."""
IN_PATH = {"move": ("from", "to"), "order": ("before", "after")}
"""The fields of a thing that its path says already; else ``id``, where it has one."""
ASKED = {
    "move": ("the base it leaves", "the base it goes to"),
    "order": ("the scene that is shot first", "the scene that is shot after"),
    "hiatus": ("a key of your own",),
}
SCENE_KEPT = ("characters", "only_if")
REPORTS = {"casting": 2, "cast": 1, "quote": 1, "publicity": 1}
SINGLE = ("title", "currency")
ROOTS = (*SINGLE, "rule", "holiday", "extra", *THINGS, *REPORTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a path points at.

    Parameters
    ----------
    text
        The path itself, in its one spelling.
    root
        Its first word.
    keys
        The ids that name the thing, one or two.
    part, part_key
        The keyed part of the thing and its key; empty where it is the thing itself.
    field
        The field of the thing or part; empty for the whole of it.
    inner
        The key under ``extra``; empty elsewhere.
    cls
        What the thing or part is made of; None for a plain value.
    """

    text: str
    root: str
    keys: tuple[str, ...] = ()
    part: str = ""
    part_key: str = ""
    field: str = ""
    inner: str = ""
    cls: type | None = None

    @property
    def owner(self) -> str:
        """The path of the thing: ``person/star`` for one of its deals."""
        return "/".join((self.root, *self.keys))

    @property
    def whole(self) -> str:
        """The path of the thing or part of which this is a field."""
        return f"{self.owner}/{self.part}/{self.part_key}" if self.part else self.owner

    @property
    def is_whole(self) -> bool:
        """Whether it points at a whole thing or part with fields."""
        return self.cls is not None and not self.field

    @property
    def kind(self) -> Kind | None:
        """What its value may be, where the production document says so."""
        if self.field and not self.inner and self.cls is not None:
            return _fields(self.cls)[self.field]
        if self.root in SINGLE:
            return _fields(Production)[self.root]
        return Kind(shape="range") if self.part and self.cls is None else None


@cache
def _fields(cls: type) -> dict[str, Kind]:
    return {plan.key: plan.kind for plan in plan_of(cls)}


@cache
def fields_of(root: str, part: str = "") -> tuple[str, ...]:
    """Give the fields that a path may name in a kind of thing or part."""
    if part:
        cls = PARTS[root][part][1]
        return tuple(_fields(cls)) if cls is not None else ()
    given = {"id", *IN_PATH.get(root, ())}
    given |= {name for name, _ in PARTS.get(root, {}).values()}
    given -= {"unavailable"}  # the word of the part as well as of the list
    own = [key for key in _fields(THINGS[root]) if key not in given]
    return tuple(key for key in own if key not in PARTS.get(root, {}))


def parse_path(text: str) -> Place:
    """Give what a path points at.

    Raises
    ------
    DocumentError
        With one fault that says which word is wrong and what could stand there.

    Examples
    --------
    >>> parse_path("person/star/deal/main/rate").whole
    'person/star/deal/main'
    """
    return _parse(text)


@lru_cache(maxsize=2**16)
def _parse(text: str) -> Place:
    words = text.split("/") if isinstance(text, str) else [""]
    root = words[0]
    if root not in ROOTS:
        raise _wrong(text, f"{shown(root)} is nothing of a production", root, ROOTS)
    if root in SINGLE:
        return _end(text, words, Place(text=text, root=root), 1)
    if root in REPORTS:
        return _report(text, words)
    if root == "rule":
        return _rule(text, words)
    if root == "holiday":
        return _holiday(text, words)
    if root == "extra" and len(words) == 1:
        return Place(text=text, root=root)
    if root == "extra":
        key = _id(text, words, 1, "a name of your own")
        return _end(text, words, Place(text=text, root=root, keys=(key,)), 2)
    return _thing(text, words)


def _report(text: str, words: list[str]) -> Place:
    root, count = words[0], REPORTS[words[0]]
    asked = {
        "casting": ("the id of a picture", "the character"),
        "cast": ("the id of a picture",),
    }.get(root, ("a name of your own",))
    keys = tuple(_id(text, words, 1 + i, asked[i]) for i in range(count))
    return _end(text, words, Place(text=text, root=root, keys=keys), 1 + count)


def _rule(text: str, words: list[str]) -> Place:
    name = _id(text, words, 1, "the name of a rule")
    rules = get_args(RuleName)
    if name not in rules:
        raise _wrong(text, f"{shown(name)} is no rule", name, rules)
    return _end(text, words, Place(text=text, root="rule", keys=(name,)), 2)


def _holiday(text: str, words: list[str]) -> Place:
    day = words[1] if len(words) > 1 else ""
    span = span_or_none(day)
    if span is None or not span.is_day:
        what = f"{shown(day)} is no day of the calendar"
        todo = "name the date of the holiday, such as holiday/2020-12-25"
        raise DocumentError([Fault(path=text, what=what, todo=todo)])
    return _end(text, words, Place(text=text, root="holiday", keys=(day,)), 2)


def _thing(text: str, words: list[str]) -> Place:
    root = words[0]
    count = 2 if root in IN_PATH else 1
    asked = ASKED.get(root, (f"the id of a {root}",))
    keys = tuple(_id(text, words, 1 + i, asked[i]) for i in range(count))
    rest = words[1 + count :]
    place = Place(text=text, root=root, keys=keys, cls=THINGS[root])
    if not rest:
        return place
    parts = PARTS.get(root, {})
    if rest[0] in parts:
        return _part(text, words, place, rest)
    if root == "scene" and rest[0] in SCENE_KEPT:
        text = "/".join([*words[:2], "extra", *rest])
        return _parse(text)
    return _field(text, rest, place, fields_of(root), (*parts, *_kept(root)))


def _kept(root: str) -> tuple[str, ...]:
    return SCENE_KEPT if root == "scene" else ()


def _part(text: str, words: list[str], place: Place, rest: list[str]) -> Place:
    name = rest[0]
    at = len(words) - len(rest) + 1
    key = _id(text, words, at, f"a key of your own, such as {name}/1")
    cls = PARTS[place.root][name][1]
    made = Place(
        text=text,
        root=place.root,
        keys=place.keys,
        part=name,
        part_key=key,
        cls=cls,
    )
    if len(rest) == 2:
        return made
    if cls is None:
        raise _wrong(text, f"a {name} has no fields", "", (), todo="end after its key")
    return _field(text, rest[2:], made, fields_of(place.root, name), ())


def _field(
    text: str,
    rest: list[str],
    place: Place,
    known: tuple[str, ...],
    besides: tuple[str, ...],
) -> Place:
    name = rest[0]
    if name not in known:
        owner = place.part or place.root
        what = f"a {owner} has no field {shown(name)}"
        raise _wrong(text, what, name, (*known, *besides))
    inner = ""
    if name == "extra":
        inner = _id(text, ["", *rest], 2, "a name of your own under extra")
    if len(rest) > (2 if inner else 1):
        raise _too_long(text, rest[2 if inner else 1])
    return Place(
        text=text,
        root=place.root,
        keys=place.keys,
        part=place.part,
        part_key=place.part_key,
        field=name,
        inner=inner,
        cls=place.cls,
    )


def is_id(text: str) -> bool:
    """Tell whether a text can be an id: SPEC 1."""
    good = text[:1].isalnum() and set(text) <= SLUG_LETTERS
    return good and len(text) <= SLUG_MOST


def _id(text: str, words: list[str], at: int, asked: str) -> str:
    word = words[at] if at < len(words) else ""
    if is_id(word):
        return word
    what = f"{shown(word)} is no id" if word else "ends too early"
    todo = f"give {asked} there: letters, digits, - _ . and at most {SLUG_MOST} of them"
    raise DocumentError([Fault(path=text, what=what, todo=todo)])


def _end(text: str, words: list[str], place: Place, length: int) -> Place:
    if len(words) > length:
        raise _too_long(text, words[length])
    return place


def _too_long(text: str, word: str) -> DocumentError:
    what = f"nothing can follow before {shown(word)}"
    todo = "leave that out and all after it"
    return DocumentError([Fault(path=text, what=what, todo=todo)])


def _wrong(
    text: str, what: str, word: str, known: Iterable[str], *, todo: str = ""
) -> DocumentError:
    return DocumentError(
        [Fault(path=text, what=what, todo=todo or advice(word, known))]
    )


def advice(word: str, known: Iterable[str]) -> str:
    """Say what could stand in the place of a word: the nearest one, or all."""
    names = list(dict.fromkeys(known))
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"use one of {', '.join(names)}"
