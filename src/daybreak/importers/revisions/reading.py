"""A whole draft read against a production: its scenes with people, places, things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daybreak.importers.casting import cast_scenes
from daybreak.importers.drafts import SceneDraft, draft_scenes
from daybreak.importers.elements import SceneTags
from daybreak.importers.outcome import Question
from daybreak.importers.places import PlaceNames
from daybreak.importers.revisions.finding import People, Things
from daybreak.importers.revisions.written import Written, written_in_draft
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.tiers import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The scenes of a draft in its order, omitted ones left out.

    Parameters
    ----------
    drafts, written, tags
        Each scene as an import reads it, in the words of the production, and what its
        tags say.
    characters
        Every character of the draft.
    questions
        What an import would ask.
    """

    drafts: tuple[SceneDraft, ...]
    written: tuple[Written, ...]
    tags: tuple[SceneTags, ...]
    characters: frozenset[str]
    questions: tuple[Question, ...]


def read_draft(
    script: Screenplay,
    picture: str,
    *,
    locations: Mapping[str, str],
    people: People,
    things: Things,
    tier: Tier,
    unplayed: frozenset[str] | None,
) -> Draft:
    """Read a draft in the words of a production.

    Parameters
    ----------
    locations
        Names of places that are one.
    unplayed
        Characters that are to stay without a person; None for all that have none, so
        that nobody is made. Else each character without one becomes a person.
    """
    drafted = draft_scenes([(picture, script)], place_of=PlaceNames(locations).of)
    cast = cast_scenes([(script, drafted.scenes)], tier=tier)
    characters = frozenset(name for scene in drafted.scenes for name in scene.cast)
    if unplayed is not None:
        played = people.known(characters)
        for person in cast.people:
            name = person.characters[0]
            if name not in played and name not in unplayed:
                people.add(person)
    ids = people.known(characters)
    for scene in drafted.scenes:
        scene.cast = [name for name in scene.cast if name in ids]
    tags = tuple(things.of(scene.scene) for scene in drafted.scenes)
    is_numbered = any(one.heading.number for one in script.scenes())
    return Draft(
        drafts=drafted.scenes,
        written=tuple(
            written_in_draft(scene, people=ids, tags=one, is_numbered=is_numbered)
            for scene, one in zip(drafted.scenes, tags, strict=True)
        ),
        tags=tags,
        characters=characters,
        questions=(*drafted.questions, *cast.questions),
    )
