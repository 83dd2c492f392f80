"""Who is in a scene: cues without extensions, groups, names in the action."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from daybreak.importers.screenplay import ScriptScene
from daybreak.importers.slugline import tidy

_VOICES = frozenset(
    ("VO", "OS", "OC", "OFF", "VOICEOVER", "INTERCOM", "RADIO", "PHONE", "ONPHONE",
     "ONTHEPHONE", "ONRADIO", "ONTHERADIO", "FILTERED", "ONTV", "ONSCREEN", "RECORDED")
)  # fmt: skip
_EVERYONE = frozenset(
    ("ALL", "EVERYONE", "EVERYBODY", "BOTH", "TOGETHER", "THE GROUP", "ALL OF THEM",
     "ALL THREE", "ALL FOUR", "THE OTHERS", "OTHERS")
)  # fmt: skip
_JOINTS = (" AND ", " & ", "/", ",", "+", " WITH ")
_EDGES = ".,;:!?()[]{}\"“”„«»…*_~<>-–—'’‘"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A character cue.

    Parameters
    ----------
    name
        The name in capitals, without extensions.
    is_voice
        Whether it is only heard here: (V.O.), (O.S.), over a radio ...
    """

    name: str
    is_voice: bool


def read_cue(text: str) -> Cue:
    """Take a cue apart: ``BRIANNA (V.O.) (CONT'D)``.

    Examples
    --------
    >>> read_cue("Brianna (V.O.) (CONT'D)")
    Cue(name='BRIANNA', is_voice=True)
    """
    whole = tidy(text)
    name, _, rest = whole.partition("(")
    extensions = [part.strip(" )") for part in rest.split("(")]
    letters = ("".join(filter(str.isalpha, part)) for part in extensions)
    return Cue(
        name=name.strip(" :^.") or whole.strip("() ") or "UNNAMED",
        is_voice=any(part in _VOICES for part in letters),
    )


def cues_of(scene: ScriptScene) -> tuple[Cue, ...]:
    """Give the cues of a scene in their order."""
    return tuple(
        read_cue(element.text) for element in scene.body if element.kind == "character"
    )


def is_everyone(name: str) -> bool:
    """Tell whether a cue means all who are there."""
    return name in _EVERYONE


def members(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the characters of a cue of several: ``BRIANNA AND NOAH``.

    Parameters
    ----------
    name
        The name of a cue.
    known
        Every name that has a cue of its own.

    Returns
    -------
    tuple
        The names; empty where the cue is of one, or one of the names is unknown.
    """
    pieces = name
    for joint in _JOINTS:
        pieces = pieces.replace(joint, "\n")
    names = [piece.strip() for piece in pieces.split("\n") if piece.strip()]
    have = set(known) - {name}
    if len(names) < 2 or not all(piece in have for piece in names):
        return ()
    return tuple(dict.fromkeys(names))


class Mentions:
    """Finds characters that the action of a scene names.

    A name counts where it stands in capitals. It counts as ``Brianna`` too, unless
    the script uses all its words in small letters (``the robot``) or the name is
    followed by ``'s`` - so that things of theirs do not bring them in.

    Parameters
    ----------
    names
        Every character with a cue.
    scenes
        The scenes of the script, for its words in small letters.
    """

    def __init__(self, names: Iterable[str], scenes: Iterable[ScriptScene]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._names: dict[tuple[str, ...], str] = {}
        for name in names:
            words = tuple(name.split())
            self._by_first.setdefault(words[0], []).append(words)
            self._names[words] = name
        for candidates in self._by_first.values():
            candidates.sort(key=len, reverse=True)
        self._common = self._words_in_small_letters(scenes)

    def named_in(self, scene: ScriptScene) -> tuple[str, ...]:
        """Give the characters that the action of a scene names, in order."""
        found: dict[str, None] = {}
        for element in scene.body:
            if element.kind in ("action", "shot", "general"):
                found.update(dict.fromkeys(self._in_text(element.text)))
        return tuple(found)

    def _in_text(self, text: str) -> Iterable[str]:
        words = _words(text)
        upper = [tidy(word) for word in words]
        at = 0
        while at < len(words):
            name = self._name_at(words, upper, at)
            if name:
                yield self._names[name]
            at += len(name) or 1

    def _name_at(self, words: list[str], upper: list[str], at: int) -> tuple[str, ...]:
        """Give the name that begins at a word, the longest, as its words."""
        owner = _without_s(words[at], upper[at])
        names = [*self._by_first.get(upper[at], ())]
        if owner != upper[at]:
            names += self._by_first.get(owner, ())
        name: tuple[str, ...]
        for name in names:
            end = at + len(name)
            if end > len(words):
                continue
            is_exact = tuple(upper[at:end]) == name
            owned = (*upper[at : end - 1], _without_s(words[end - 1], upper[end - 1]))
            if (is_exact or owned == name) and self._counts(
                words[at:end], name, is_exact
            ):
                return name
        return ()

    def _counts(self, words: list[str], name: tuple[str, ...], is_exact: bool) -> bool:
        last = words[-1] if is_exact else words[-1][:-2]
        if all(word.isupper() for word in (*words[:-1], last)):
            return True
        is_capitalized = all(word[:1].isupper() for word in words)
        return is_exact and is_capitalized and not self._common.issuperset(name)

    def _words_in_small_letters(self, scenes: Iterable[ScriptScene]) -> set[str]:
        wanted = {word for name in self._names for word in name}
        found = set()
        for scene in scenes:
            for element in scene.body:
                for word in _words(element.text):
                    if word.islower() and (upper := tidy(word)) in wanted:
                        found.add(upper)
        return found


def _without_s(word: str, upper: str) -> str:
    """Give the word in capitals without a genitive ``'s`` in small letters."""
    return upper[:-2] if word.endswith(("'s", "’s")) else upper


def _words(text: str) -> list[str]:
    """Give the words of a text without the marks around them."""
    spaced = text.replace("--", " ").replace("—", " ").replace("/", " ")
    words = (word.strip(_EDGES) for word in spaced.split())
    return [word for word in words if word]


def merged(cues: Iterable[Cue]) -> Mapping[str, bool]:
    """Give who speaks, in order, and whether each is only heard."""
    found: dict[str, bool] = {}
    for cue in cues:
        found[cue.name] = found.get(cue.name, True) and cue.is_voice
    return found
