"""A scene heading taken apart: place, time, location, set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from daybreak.importers.headings import split_intro
from daybreak.importers.screenplay import plain
from daybreak.importers.times import TimeWord, is_modifier, read_time, takes_time_word
from daybreak.model.production import Place, TimeOfDay

_DASHES = "-–—"
_BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slug:
    """What a heading says.

    Parameters
    ----------
    place
        None where the heading begins without INT. or EXT.
    time
        None where no time is given, or one that depends on the scene before.
    time_word
        The words for it as written, in capitals; empty where there are none.
    is_doubtful
        Whether the time could be meant otherwise (``EVENING`` outdoors).
    location
        Where it plays, in capitals: the first part; empty where nothing is named.
    set
        All parts, joined by `` - ``.
    asides
        What stands there beside place and time: ``FLASHBACK``, ``BRIANNA'S POV``,
        ``1979``.
    """

    place: Place | None
    time: TimeOfDay | None
    time_word: str = ""
    is_doubtful: bool = False
    location: str
    set: str
    asides: tuple[str, ...] = ()


def read_heading(heading: str) -> Slug:
    """Take a heading apart.

    Parameters
    ----------
    heading
        The heading as the script has it, without its number.

    Examples
    --------
    >>> slug = read_heading("INT. HOUSE - KITCHEN - DAY")
    >>> slug.place, slug.time, slug.location, slug.set
    ('int', 'day', 'HOUSE', 'HOUSE - KITCHEN')
    """
    text = tidy(heading)
    intro = split_intro(text)
    place, rest = intro if intro else (None, text)
    asides: list[str] = []
    parts = [_without_asides(part, asides) for part in _parts(rest)]
    parts = [part for part in parts if part]
    found = _take_time_part(parts)
    _take_modifiers(parts, asides)
    if found is None and place is not None and parts:
        found = takes_time_word(parts[-1])
        if found is not None:
            parts[-1] = found.before
    return Slug(
        place=place,
        time=found.time if found else None,
        time_word=found.word if found else "",
        is_doubtful=found is not None and found.is_doubtful and place != "int",
        location=parts[0] if parts else "",
        set=" - ".join(parts),
        asides=tuple(asides),
    )


def tidy(text: str) -> str:
    """Give a name in capitals, one blank between words, with plain apostrophes."""
    return plain(text).upper().translate(_QUOTES)


_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"'})


def _parts(text: str) -> list[str]:
    """Cut at dashes that stand free, and at long dashes wherever they stand."""
    parts: list[str] = []
    words: list[str] = []
    for word in text.replace("—", " — ").split():
        if all(char in _DASHES for char in word):
            parts.append(" ".join(words))
            words = []
        else:
            words.append(word)
    parts.append(" ".join(words))
    return [part.strip(" .,:;") if part != "." else "" for part in parts]


def _without_asides(part: str, asides: list[str]) -> str:
    """Take bracketed asides off the end of a part; a name in brackets stays."""
    while part and part[-1] in _BRACKETS.values():
        opening = next(key for key, value in _BRACKETS.items() if value == part[-1])
        start = part.rfind(opening)
        if start < 0:
            break
        inside, before = part[start + 1 : -1].strip(), part[:start].rstrip(" .,")
        # "ASHLON (CAPITAL CITY)" is a name; "NIGHT (JEFF)" is a time and an aside.
        if before and not is_modifier(inside) and read_time(before) is None:
            break
        if inside:
            asides.append(inside)
        part = before
    return part


def _take_time_part(parts: list[str]) -> TimeWord | None:
    """Take the last part that is a time of day out of the parts."""
    for at in range(len(parts) - 1, -1, -1):
        found = read_time(parts[at])
        if found is not None:
            return replace(found, word=parts.pop(at))
    return None


def _take_modifiers(parts: list[str], asides: list[str]) -> None:
    """Move parts that are no place (years, POVs, flashbacks) to the asides."""
    for at in range(len(parts) - 1, 0, -1):
        if is_modifier(parts[at]):
            asides.insert(0, parts.pop(at))
