"""Faults of a built production, told by the paths of entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daybreak.model.errors import Fault


def retold(fault: Fault, places: Mapping[str, Sequence[str]]) -> Fault:
    """Give a fault with the path of what would have to be set: ``scene/s12/window``.

    Parameters
    ----------
    fault
        Its path is one of the production document, ``scenes[3].window[1]``.
    places
        By the path of a list, the paths of the wholes that stand in it.
    """
    return Fault(path=told_path(fault.path, places), what=fault.what, todo=fault.todo)


def told_path(path: str, places: Mapping[str, Sequence[str]]) -> str:
    """Give the path of the entry that a path of the production document stands for.

    Examples
    --------
    >>> told_path("scenes[1].window", {"scenes": ["scene/s1", "scene/s2"]})
    'scene/s2/window'
    """
    told, rest = _whole(path, "", places)
    if rest.startswith("."):
        inner, tail = _whole(rest[1:], path[: len(path) - len(rest)] + ".", places)
        if inner:
            told, rest = inner, tail
    return told + rest.replace(".", "/") if told else path


def _whole(
    path: str, lead: str, places: Mapping[str, Sequence[str]]
) -> tuple[str, str]:
    """Give the whole that a path begins with, and the rest; empty where it is none."""
    name, bracket, rest = path.partition("[")
    wholes = places.get(lead + name, ())
    number, _, tail = rest.partition("]")
    if not bracket or not number.isdecimal() or int(number) >= len(wholes):
        return "", path
    return wholes[int(number)], tail
