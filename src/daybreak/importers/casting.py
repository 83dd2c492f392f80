"""Characters of scenes to people of the production."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from daybreak.importers.ages import minors
from daybreak.importers.characters import (
    Mentions,
    cues_of,
    is_everyone,
    members,
    merged,
)
from daybreak.importers.drafts import SceneDraft
from daybreak.importers.names import Ids, alike
from daybreak.importers.outcome import Question, counted
from daybreak.importers.screenplay import Screenplay, Tag
from daybreak.importers.slugline import tidy
from daybreak.importers.tiers import Tier
from daybreak.model.production import Deal, Person

CAST_CATEGORY = "Cast Members"
_LISTED_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of a production and what is open about them.

    Parameters
    ----------
    people
        In the order of their cast numbers.
    ids
        Their ids by the name of their character.
    mentioned
        In how many scenes somebody is cast who does not speak there.
    questions
        What a person should look at.
    """

    people: tuple[Person, ...]
    ids: Mapping[str, str]
    mentioned: int
    questions: tuple[Question, ...]


def cast_scenes(
    pictures: Sequence[tuple[Screenplay, Sequence[SceneDraft]]], *, tier: Tier
) -> Cast:
    """Find who is in each scene and make people of them.

    ``cast`` and ``voices`` of the drafts are filled in. The same name in two scripts
    is the same person.

    Parameters
    ----------
    pictures
        Pairs of a script and the drafts of its scenes.
    tier
        Whose day rates are taken.
    """
    caster = _Caster()
    for _, scenes in pictures:
        caster.take(scenes)
    actors = {
        tidy(name): actor for script, _ in pictures for name, actor in script.cast_list
    }
    drafts = [scene for _, scenes in pictures for scene in scenes]
    people = _people(drafts, caster.only_voices(), actors, tier)
    ids = {person.characters[0]: person.id for person in people}
    return Cast(
        people=people,
        ids=ids,
        mentioned=caster.mentioned,
        questions=tuple(caster.questions(drafts)),
    )


class _Caster:
    def __init__(self) -> None:
        self._voice_of: dict[str, bool] = {}
        self._groups: dict[str, list[str]] = {}
        self._doubtful_groups: dict[str, list[str]] = {}
        self._everyone: list[str] = []
        self._minors: dict[str, int] = {}
        self.mentioned = 0

    def take(self, scenes: Sequence[SceneDraft]) -> None:
        """Cast the scenes of one script."""
        cues = [merged(cues_of(scene.scene)) for scene in scenes]
        names = dict.fromkeys(name for voices in cues for name in voices)
        groups = {name: members(name, names) for name in names}
        single = [name for name in names if not groups[name] and not is_everyone(name)]
        mentions = Mentions(single, [scene.scene for scene in scenes])
        for scene, voices in zip(scenes, cues, strict=True):
            self._cast(scene, voices, groups, mentions)
        young = minors((scene.scene for scene in scenes), set(single))
        self._minors = {**young, **self._minors}

    def _cast(
        self,
        scene: SceneDraft,
        voices: Mapping[str, bool],
        groups: Mapping[str, tuple[str, ...]],
        mentions: Mentions,
    ) -> None:
        cast: dict[str, bool] = {}
        for name, is_voice in voices.items():
            if is_everyone(name):
                self._everyone.append(scene.label)
            elif groups[name]:
                self._groups.setdefault(name, []).append(scene.label)
                cast.update((one, False) for one in groups[name])
            else:
                if " AND " in name or " & " in name or "/" in name:
                    self._doubtful_groups.setdefault(name, []).append(scene.label)
                cast[name] = is_voice and cast.get(name, True)
        named = mentions.named_in(scene.scene)
        silent = [name for name in named if name not in cast]
        self.mentioned += bool(silent)
        for name in (*silent, *_tagged_cast(scene)):
            cast.setdefault(name, False)
        scene.cast = list(cast)
        scene.voices = [
            name for name, is_voice in cast.items() if is_voice and name not in named
        ]
        for name in cast:
            is_voice = name in scene.voices
            self._voice_of[name] = self._voice_of.get(name, True) and is_voice

    def only_voices(self) -> frozenset[str]:
        """Name the characters that are never seen."""
        return frozenset(name for name, is_voice in self._voice_of.items() if is_voice)

    def questions(self, scenes: Sequence[SceneDraft]) -> Iterable[Question]:
        """Give what is open about the cast."""
        yield from self._alike_questions()
        yield from self._group_questions()
        if self._minors:
            first, age = next(iter(self._minors.items()))
            aged = [f"{name} ({age})" for name, age in self._minors.items()]
            yield Question(
                what=f"{_listed(aged)} may be minors, whose hours are not limited yet",
                todo=f'if so: daybreak edit ... minor "{first}" {age}',
            )
        heard = [name for name in self._voice_of if name in self.only_voices()]
        if heard:
            yield Question(
                what=f"{counted(len(heard), 'character')} only heard, yet cast on set: "
                f"{_listed(heard)}",
                todo="take them out of the scenes if you will record them later",
            )
        empty = tuple(scene.label for scene in scenes if not scene.cast)
        if empty:
            yield Question(
                what=f"nobody is cast in {counted(len(empty), 'scene')}",
                todo='add people to "cast" where the action needs them',
                scenes=empty,
            )

    def _alike_questions(self) -> Iterable[Question]:
        groups = alike(list(self._voice_of))
        for group in groups[:_LISTED_MOST]:
            yield Question(
                what=f"these characters may be one: {' / '.join(group)}",
                todo=f'if so: daybreak edit ... merge "{group[1]}" "{group[0]}"',
            )
        if len(groups) > _LISTED_MOST:
            yield Question(
                what=f"{len(groups) - _LISTED_MOST} more groups of characters look "
                "alike",
                todo="settle those above and import again",
            )

    def _group_questions(self) -> Iterable[Question]:
        if self._groups:
            yield Question(
                what=f"{_listed(self._groups)} speak together: each of them is cast",
                todo="check the cast of these scenes",
                scenes=_labels(self._groups),
            )
        if self._everyone:
            yield Question(
                what="ALL (BOTH, EVERYONE) speak: whoever else is cast there is meant",
                todo="add whoever is missing",
                scenes=tuple(self._everyone),
            )
        if self._doubtful_groups:
            yield Question(
                what=f"{_listed(self._doubtful_groups)} may be several characters, "
                "taken as one",
                todo="give each a cue of its own, or split the person",
                scenes=_labels(self._doubtful_groups),
            )


def _tagged_cast(scene: SceneDraft) -> list[str]:
    tags: list[Tag] = [
        tag
        for element in (scene.scene.heading, *scene.scene.body)
        for tag in element.tags
        if tag.category == CAST_CATEGORY
    ]
    return [tidy(tag.label) for tag in tags if tidy(tag.label)]


def _labels(groups: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for labels in groups.values() for label in labels))


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    rest = len(listed) - _LISTED_MOST
    return ", ".join(listed[:_LISTED_MOST]) + (f" and {rest} more" if rest > 0 else "")


def _people(
    scenes: Sequence[SceneDraft],
    only_voices: frozenset[str],
    actors: Mapping[str, str],
    tier: Tier,
) -> tuple[Person, ...]:
    """Make people, numbered by work: 1 has the most eighths."""
    work: dict[str, int] = {}
    for scene in scenes:
        for name in scene.cast:
            work[name] = work.get(name, 0) + scene.length.eighths
    ids = Ids()
    order = sorted(work, key=lambda name: -work[name])
    return tuple(
        Person(
            id=ids.make(name, otherwise="person"),
            name=actors.get(name, name),
            characters=(name,),
            number=number,
            deals=(Deal(kind="daily", rate=_rate(number, tier)),),
            extra={"voice_only": True} if name in only_voices else {},
        )
        for number, name in enumerate(order, 1)
    )


def _rate(number: int, tier: Tier) -> int:
    is_lead = number <= tier.leads
    return tier.lead_day.value if is_lead else tier.cast_day.value
