"""What one line of Fountain says it is, told from the line alone."""

from __future__ import annotations

from daybreak.importers.headings import is_heading

_DASHES = frozenset("=")
_NEVER_CUES = frozenset(
    (
        "FADE IN",
        "FADE IN:",
        "FADE OUT",
        "FADE OUT.",
        "FADE OUT:",
        "FADE TO BLACK",
        "FADE TO BLACK.",
        "FADE TO BLACK:",
        "CUT TO BLACK",
        "CUT TO BLACK.",
        "CUT TO BLACK:",
        "THE END",
        "THE END.",
    )
)
"""Lines in capitals that are no names, even where text follows at once."""


def is_page_break(line: str) -> bool:
    """Tell whether a stripped line is ``===`` or longer."""
    return len(line) >= 3 and set(line) == _DASHES


def is_forced_heading(line: str) -> bool:
    """Tell whether a stripped line is a dot and then a letter or a digit."""
    return line[:1] == "." and line[1:2].isalnum()


def is_transition(line: str) -> bool:
    """Tell whether a stripped line in capitals ends in ``TO:``."""
    return line.endswith("TO:") and line.isupper()


def split_cue(line: str) -> tuple[str, bool] | None:
    """Split the mark of dual dialogue off a cue.

    Parameters
    ----------
    line
        A stripped line.

    Returns
    -------
    tuple or None
        The cue with its extensions and whether it is the second of two; None where
        the line is no cue: its name must hold a letter and none in lower case.
    """
    cue, is_dual = split_dual(line)
    name, bracket, extension = cue.partition("(")
    if bracket and not extension.rstrip().endswith(")"):
        return None
    if cue in _NEVER_CUES or not name.isupper() or is_heading(cue):
        return None
    return cue, is_dual


def split_dual(line: str) -> tuple[str, bool]:
    """Split ``^`` off the end of a cue; tell whether it was there."""
    if line.endswith("^"):
        return line[:-1].rstrip(), True
    return line, False


def is_parenthetical(line: str) -> bool:
    """Tell whether a stripped line stands in brackets."""
    return line[:1] == "(" and line[-1:] == ")"
