"""How a scene heading begins: ``INT.``, ``EXT``, ``INT./EXT.``, ``I/E`` ..."""

from __future__ import annotations

from daybreak.model.production import Place

_SINGLE: dict[str, Place] = {"INT": "int", "EXT": "ext", "EST": "ext"}
_PAIRS = (("INT", "EXT"), ("EXT", "INT"), ("I", "E"), ("E", "I"))
_OMITTED = frozenset({"OMITTED", "OMIT", "SCENE OMITTED", "OMITTED SCENE", "(OMITTED)"})
_STOPS = ".。．"
"""What may stand after an intro instead of a blank: a full stop of any script."""


def _intros() -> tuple[tuple[str, Place], ...]:
    found: dict[str, Place] = dict(_SINGLE)
    for first, second in _PAIRS:
        for dot in ("", "."):
            for slash in ("/", " / ", "-", " & ") if len(first) > 1 else ("/",):
                found[f"{first}{dot}{slash}{second}"] = "int/ext"
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))


_INTROS = _intros()
_LONGEST = max(len(intro) for intro, _ in _INTROS)


def split_intro(line: str) -> tuple[Place, str] | None:
    """Split a line into its place and what follows, if it begins as a heading.

    Parameters
    ----------
    line
        A line without blanks at its ends, in any case.

    Returns
    -------
    tuple or None
        ``int``, ``ext`` or ``int/ext`` with the rest of the line; None where the line
        begins otherwise.

    Examples
    --------
    >>> split_intro("INT./EXT. CAR - DAY")
    ('int/ext', 'CAR - DAY')
    >>> split_intro("INTERNATIONAL AIRPORT") is None
    True
    """
    if line[:1] not in "IEie":
        return None
    head = line[: _LONGEST + 1].upper()
    for intro, place in _INTROS:
        if head.startswith(intro):
            after = line[len(intro) : len(intro) + 1]
            if after and (after in _STOPS or after.isspace()):
                return place, line[len(intro) :].lstrip(_STOPS).lstrip(" \t-–—:")
    return None


def is_heading(line: str) -> bool:
    """Tell whether a line without blanks at its ends begins as a heading does."""
    return split_intro(line) is not None


def is_strong_heading(line: str) -> bool:
    """Tell whether a line can hardly be anything but a heading.

    Asked where the blank line before it is missing: an intro with its stop or slash,
    or a line all in capitals.
    """
    if not is_heading(line):
        return False
    intro = line.split(None, 1)[0]
    return line.isupper() or intro[-1] in _STOPS or "/" in intro


def is_omitted(text: str) -> bool:
    """Tell whether a heading says that its scene was omitted."""
    return text.upper() in _OMITTED


def split_number(text: str) -> tuple[str, str | None, str | None]:
    """Split ``#12A#`` off the end of a heading.

    Parameters
    ----------
    text
        The heading, without blanks at its ends.

    Returns
    -------
    tuple
        The heading without its number; the number or None; what stands between the
        marks where that is no number, or None.
    """
    if not text.endswith("#") or len(text) < 3:
        return text, None, None
    start = text.rfind("#", 0, len(text) - 1)
    if start < 0:
        return text, None, None
    number = text[start + 1 : -1].strip()
    if number and all(char.isalnum() or char in "-." for char in number):
        return text[:start].rstrip(), number, None
    return text, None, number or None
