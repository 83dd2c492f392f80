"""Ages that a script gives its characters: TIMMY (8), PIP, 12, or ANN (aged 9)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from daybreak.importers.screenplay import ScriptScene
from daybreak.importers.slugline import tidy

ADULT = 18
WORDS_MOST = 5  # of a name
DIGITS_MOST = 2  # of an age
_AROUND = "(),.;"
_AGED = ("age", "aged")
_ENDS = ".!?;:"


def minors(scenes: Iterable[ScriptScene], names: Container[str]) -> Mapping[str, int]:
    """Give the characters whom the action gives an age below 18, with it.

    Parameters
    ----------
    names
        Every character with a cue, in capitals.
    """
    found: dict[str, int] = {}
    for scene in scenes:
        for element in scene.body:
            if element.kind in ("action", "shot", "general"):
                for name, age in _ages(element.text, names):
                    found.setdefault(name, age)
    return found


def _ages(text: str, names: Container[str]) -> Iterable[tuple[str, int]]:
    words = text.split()
    for at, word in enumerate(words):
        bare = word.strip(_AROUND)
        if not (bare.isascii() and bare.isdigit() and len(bare) <= DIGITS_MOST):
            continue
        begins = at - (at > 0 and words[at - 1].strip("(").casefold() in _AGED)
        if not _is_apart(words, begins, at):
            continue
        name = _name_before(words, begins)
        called = (tidy(" ".join(name[-count:])) for count in range(1, len(name) + 1))
        found = next((one for one in called if one in names), None)
        if found is not None and int(bare) < ADULT:
            yield found, int(bare)


def _is_apart(words: list[str], begins: int, at: int) -> bool:
    """Tell whether a number stands in brackets, or between commas."""
    opens = words[begins].startswith("(") or words[max(0, begins - 1)].endswith(",")
    closes = words[at][-1] in _AROUND or words[at + 1 : at + 2] == ["years"]
    return opens and closes


def _name_before(words: list[str], at: int) -> list[str]:
    """Give the words right before an age, back to the end of a sentence."""
    name: list[str] = []
    for word in reversed(words[max(0, at - WORDS_MOST) : at]):
        if name and word[-1] in _ENDS:
            break
        name.insert(0, word.rstrip(","))
    return name
