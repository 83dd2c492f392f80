"""A scene as one draft of a script has it, in the words of the production."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daybreak.importers.characters import read_cue
from daybreak.importers.drafts import SceneDraft
from daybreak.importers.elements import SceneTags
from daybreak.importers.screenplay import UNPRINTED, ScriptScene, plain
from daybreak.importers.slugline import read_heading
from daybreak.importers.strips import notes_of
from daybreak.model.production import Place, Scene, TimeOfDay

EDGES = ".,;:!?()[]{}\"“”„«»…*_~<>-–—'’‘"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a draft says of a scene; None where it is not known.

    Parameters
    ----------
    number
        As the draft numbers it; None where it has no numbers.
    place, time, time_word, location, set
        What the heading says; ``time`` is that of the scene before where the words
        leave it open, and None where no draft is there to look it up.
    eighths
        Length in eighths of a page.
    cast, elements
        Ids of the people in it, and of the things it needs.
    words
        The words of its text in small letters, without marks.
    is_time_stated
        Whether the heading names the time, or leaves it to the scene before.
    """

    number: str | None
    heading: str
    place: Place | None
    time: TimeOfDay | None
    time_word: str
    location: str
    set: str
    eighths: int | None = None
    cast: tuple[str, ...] | None = None
    elements: tuple[str, ...] | None = None
    words: tuple[str, ...] | None = None
    synopsis: str | None = None
    script_day: str | None = None
    notes: str | None = None
    is_time_stated: bool = True


def written_in_draft(
    draft: SceneDraft,
    *,
    people: Mapping[str, str],
    tags: SceneTags,
    is_numbered: bool,
) -> Written:
    """Give what a draft says of one of its scenes.

    Parameters
    ----------
    people
        Ids by the name of the character.
    tags
        What its tags say; their elements are those of the production.
    is_numbered
        Whether the script has numbers of its own.
    """
    return Written(
        number=draft.number if is_numbered else None,
        heading=plain(draft.scene.heading.text),
        place=draft.place,
        time=draft.time,
        time_word=draft.slug.time_word,
        location=draft.location,
        set=draft.set,
        eighths=draft.length.eighths,
        cast=tuple(dict.fromkeys(people[name] for name in draft.cast)),
        elements=tags.elements,
        words=words_of(draft.scene),
        synopsis=plain(draft.scene.synopsis) or tags.synopsis,
        script_day=tags.script_day,
        notes=notes_of(draft, tags),
        is_time_stated=draft.slug.time is not None,
    )


def written_in_heading(scene: Scene) -> Written:
    """Give what the heading of a scene says, where the draft itself is not at hand."""
    slug = read_heading(scene.heading)
    return Written(
        number=scene.number,
        heading=scene.heading,
        place=slug.place,
        time=slug.time,
        time_word=slug.time_word,
        location=slug.location,
        set=slug.set,
        is_time_stated=slug.time is not None,
    )


def words_of(scene: ScriptScene) -> tuple[str, ...]:
    """Give the words of a scene's text in small letters, without marks.

    A cue is its name alone: ``(CONT'D)`` comes and goes with the page.
    """
    found: list[str] = []
    for element in scene.body:
        if element.kind in UNPRINTED:
            continue
        is_cue = element.kind == "character"
        text = read_cue(element.text).name if is_cue else plain(element.text)
        bare = (word.strip(EDGES) for word in text.casefold().split())
        found += [word for word in bare if word]
    return tuple(found)
