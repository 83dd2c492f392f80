"""Names of places and characters: alike or not, and the ids made of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

_ARTICLES = frozenset({"THE", "A", "AN"})
_SHORTEST_ALIKE = 5
"""Names shorter than this are alike only where their letters are the same."""
_ID_MOST = 48


def name_key(name: str) -> str:
    """Give what is left of a name without case, accents, marks, blanks, articles.

    Examples
    --------
    >>> name_key("The Bar") == name_key("BAR") == name_key("B.A.R.")
    True
    """
    words = [word for word in name.upper().split() if word not in _ARTICLES]
    folded = unicodedata.normalize("NFKD", " ".join(words) or name.upper()).casefold()
    return "".join(char for char in folded if _is_kept(char))


def _is_kept(char: str) -> bool:
    # Signs of vowels are marks too in many scripts; Latin accents are not kept.
    if char.isalnum():
        return True
    return unicodedata.category(char)[0] == "M" and not "\u0300" <= char <= "\u036f"


def alike(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Group names that may be one name spelled in several ways.

    Two names are alike where their keys (`name_key`) are the same, or differ in one
    letter (changed, missing, or two neighbors swapped) - unless they differ in a
    number or in a word of one letter, as ``ROOM 1`` and ``ROOM 2`` do.

    Parameters
    ----------
    names
        Different names.

    Returns
    -------
    tuple
        Groups of two or more, in the order of the names.
    """
    groups = _Groups(len(names))
    first_with: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        key = name_key(name)
        for variant in _variants(key):
            for other in first_with.setdefault(variant, []):
                if _may_be_one(name, names[other]):
                    groups.join(other, index)
            if len(first_with[variant]) < _VARIANTS_MOST:
                first_with[variant].append(index)
    return tuple(
        tuple(names[index] for index in group) for group in groups.all() if group[1:]
    )


_VARIANTS_MOST = 50
"""Names compared within one spelling, so that thousands of look-alikes stay fast."""


def _variants(key: str) -> set[str]:
    """Give the key and, for long ones, the key with each letter left out."""
    if len(key) < _SHORTEST_ALIKE or len(key) > 80:
        return {key}
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


def _may_be_one(one: str, other: str) -> bool:
    return _counters(one) == _counters(other)


def _counters(name: str) -> list[str]:
    """Give what numbers a name: its digits and its words of one letter."""
    digits = [char for char in name if char.isdigit()]
    letters = [word for word in name.split() if len(word) == 1 and word.isalpha()]
    return digits + [word for word in letters if word not in _ARTICLES]


class _Groups:
    """Joins indexes into groups."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def _find(self, index: int) -> int:
        while self._leader[index] != index:
            self._leader[index] = self._leader[self._leader[index]]
            index = self._leader[index]
        return index

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._find(one), self._find(other)))
        self._leader[second] = first

    def all(self) -> Iterable[list[int]]:
        found: dict[int, list[int]] = {}
        for index in range(len(self._leader)):
            found.setdefault(self._find(index), []).append(index)
        return found.values()


class Ids:
    """Makes short ids, each once.

    Parameters
    ----------
    taken
        Ids that are not to be made.
    """

    def __init__(self, *, taken: Iterable[str] = ()) -> None:
        self._taken: set[str] = set(taken)
        self._next: dict[str, int] = {}

    def make(self, name: str, *, otherwise: str) -> str:
        """Give an id made of the Latin letters and digits of a name.

        Parameters
        ----------
        name
            Any text.
        otherwise
            What to number where the name has no such letter: ``place-1``.
        """
        slug = slug_of(name)
        if slug and not any(map(str.isalpha, slug)):
            slug = f"{otherwise}-{slug}"
        if slug and slug not in self._taken:
            self._taken.add(slug)
            return slug
        stem = slug or otherwise
        count = self._next.get(stem, 2 if slug else 1)
        while f"{stem}-{count}" in self._taken:
            count += 1
        self._next[stem] = count + 1
        self._taken.add(f"{stem}-{count}")
        return f"{stem}-{count}"


def slug_of(name: str) -> str:
    """Give the Latin letters and digits of a name in lower case, dashes between."""
    folded = unicodedata.normalize("NFKD", name.replace("'", "")).casefold()
    letters = [char if _is_latin(char) else " " for char in folded if _shows(char)]
    return "-".join("".join(letters).split())[:_ID_MOST].strip("-")


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _shows(char: str) -> bool:
    return not "\u0300" <= char <= "\u036f"
