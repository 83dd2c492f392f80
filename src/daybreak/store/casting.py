"""Who plays whom: characters become people, scenes without their casting stay out.

A scene says under its ``extra`` which ``characters`` of its picture it needs, and with
``only_if`` that it exists only while some castings stand: ``casting/m7/walker``. The
production of SPEC.md knows people alone, so both are resolved when it is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from daybreak.model.errors import DocumentError, Fault
from daybreak.store.known import Known
from daybreak.store.paths import advice, parse_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncast:
    """A character that a scene needs and nobody plays yet."""

    scene: str
    character: str


def is_there(known: Known, scene: Mapping[str, Any]) -> bool:
    """Tell whether every casting stands without which a scene does not exist."""
    return all(_stands(known, path) for path in conditions(scene))


def conditions(scene: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the paths under ``only_if`` of a scene."""
    return _texts((scene.get("extra") or {}).get("only_if"))


def characters(scene: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the characters that a scene needs."""
    return _texts((scene.get("extra") or {}).get("characters"))


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    good = isinstance(value, list | tuple) and all(isinstance(x, str) for x in value)
    return tuple(value) if good else ()


def _stands(known: Known, path: str) -> bool:
    found = known.standing(path)
    return found is not None and not found.claim.removes


def cast_scene(
    known: Known,
    name: str,
    scene: dict[str, Any],
    people: frozenset[str],
    faults: list[Fault],
) -> Iterator[Uncast]:
    """Add whoever plays a scene's characters to its cast; yield who is missing.

    Parameters
    ----------
    name
        The id of the scene.
    scene
        Its fields; ``cast`` is set anew.
    people
        Who is in the production. Anybody else who is cast is a fault.
    """
    cast = list(scene.get("cast") or ())
    for character in characters(scene):
        path = f"casting/{scene.get('picture')}/{character}"
        found = _casting(known, path, faults)
        if found is None:
            yield Uncast(scene=name, character=character)
        elif found not in people:
            faults.append(_stranger(path, found, people))
        elif found not in cast:
            cast.append(found)
    scene["cast"] = cast


def _casting(known: Known, path: str, faults: list[Fault]) -> str | None:
    try:
        parse_path(path)
    except DocumentError as error:
        faults += error.faults
        return None
    found = known.standing(path)
    if found is None or found.claim.removes:
        return None
    return str(found.claim.value)


def _stranger(path: str, name: str, people: frozenset[str]) -> Fault:
    near = advice(name, people) if people else "there are no people yet"
    todo = f"{near} Else add person/{name}, with a deal" if people else near
    return Fault(path=path, what=f'there is no person "{name}"', todo=todo)
