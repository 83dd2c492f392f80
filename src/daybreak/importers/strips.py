"""A drafted scene to a scene of the production."""

from __future__ import annotations

from typing import Any

from daybreak.importers.drafts import SceneDraft
from daybreak.importers.elements import SceneTags
from daybreak.importers.screenplay import Note, plain
from daybreak.model.production import Scene


def scene_of(
    draft: SceneDraft,
    *,
    location: str,
    cast: tuple[str, ...],
    tags: SceneTags,
    units: tuple[str, ...] | None,
    days: int | None,
) -> Scene:
    """Give the scene of a draft.

    Parameters
    ----------
    draft
        The scene with its open ends tied.
    location
        Id of its location.
    cast
        Ids of its people.
    tags
        What its tags say.
    units
        Ids of the units that may shoot it; None where there is one.
    days
        Whole days it fills, where it is longer than one.
    """
    return Scene(
        id=draft.scene_id,
        picture=draft.picture,
        number=draft.number,
        heading=plain(draft.scene.heading.text),
        place=draft.place,
        time=draft.time,
        location=location,
        set=draft.set,
        eighths=draft.length.eighths,
        days=days,
        cast=cast,
        elements=tags.elements,
        units=units,
        synopsis=plain(draft.scene.synopsis) or tags.synopsis,
        script_day=tags.script_day,
        notes=notes_of(draft, tags),
        extra=beside(draft, tags),
    )


def notes_of(draft: SceneDraft, tags: SceneTags) -> str | None:
    """Give the notes of a scene, one a line; None where there are none."""
    texts = [" ".join(note.text.split()) for note in _of(draft, "note", "script_note")]
    if tags.notes:
        texts.append(tags.notes)
    return "\n".join(text for text in texts if text) or None


def _of(draft: SceneDraft, *kinds: str) -> list[Note]:
    return [note for note in draft.scene.notes if note.kind in kinds]


def beside(draft: SceneDraft, tags: SceneTags) -> dict[str, Any]:
    """Give what is kept beside a scene, without what is empty."""
    heading = draft.scene.heading
    color = heading.color or next(
        (note.text for note in _of(draft, "color") if note.line <= heading.last_line),
        None,
    )
    beside: dict[str, Any] = {
        "eighths_source": draft.length.source,
        "script_line": heading.first_line,
        "time_as_written": draft.slug.time_word,
        "asides": list(draft.slug.asides),
        "color": color,
        "storylines": [_after(note) for note in _of(draft, "storyline")],
        "markers": [_after(note) for note in _of(draft, "marker")],
        "voice_only": draft.voices,
        "tags": tags.beside,
    }
    return {key: value for key, value in beside.items() if value}


def _after(note: Note) -> str:
    """Give a note without the word that says its kind."""
    words = note.text.split(None, 1)
    return words[1] if len(words) > 1 else ""
