"""Scenes on their way from a script to a production: numbers, ids, place, time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from daybreak.importers.eighths import SceneLength, scene_lengths
from daybreak.importers.names import Ids, slug_of
from daybreak.importers.outcome import Question, counted
from daybreak.importers.screenplay import Screenplay, ScriptScene
from daybreak.importers.slugline import Slug, read_heading
from daybreak.model.production import Place, TimeOfDay

NOWHERE = "UNNAMED PLACE"
WORDS_SHOWN = 4
WORDINGS: dict[str, tuple[str, str]] = {
    "time": (
        "{have} no time of day, taken from the scene before (day at the start)",
        'set "time" where it is wrong',
    ),
    "relative": (
        "{have} a time such as {words}, taken from the scene before",
        'set "time" where it is wrong',
    ),
    "doubtful": (
        "outdoors {have} a time that can be meant otherwise (evening is taken as "
        "night, early evening as dusk, day for night as day)",
        'set "time" to dusk or day where you will shoot it so',
    ),
    "place": (
        "{have} no INT. or EXT., taken as interior",
        'set "place" where it is wrong',
    ),
    "nowhere": (
        "{have} no place in the heading, taken from the scene before",
        'set "location" and "set"',
    ),
    "twice": (
        "{have} a number used before; the ids differ",
        "renumber the script, or tell them apart by their ids",
    ),
    "numbered": (
        "{have} no number though others have, and got one",
        "number them in the script",
    ),
}
"""What is open about scenes, and how to answer it; in the order it is asked."""


@dataclass(slots=True, kw_only=True, eq=False)
class SceneDraft:
    """A scene while its open ends are tied.

    Parameters
    ----------
    picture
        Id of its picture.
    scene, slug, length
        The scene of the script, its heading taken apart, its length.
    number, label, scene_id
        Number on the board; the same with the picture where there are several; id.
    place, time, location, set
        What was settled on.
    cast, voices
        Names of the characters; those that are only heard.
    """

    picture: str
    scene: ScriptScene
    slug: Slug
    length: SceneLength
    number: str
    label: str
    scene_id: str
    place: Place
    time: TimeOfDay
    location: str
    set: str
    cast: list[str] = field(default_factory=list)
    voices: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """The scenes of all pictures, and what is open about them."""

    scenes: tuple[SceneDraft, ...]
    omitted: tuple[str, ...]
    questions: tuple[Question, ...]


def draft_scenes(
    scripts: Sequence[tuple[str, Screenplay]],
    *,
    place_of: Callable[[Slug], str],
) -> Drafted:
    """Draft the scenes of every picture.

    Parameters
    ----------
    scripts
        Pairs of a picture's id and its script.
    place_of
        Gives the location of a heading, by the locations map where there is one.
    """
    drafter = _Drafter(is_alone=len(scripts) == 1, place_of=place_of)
    for picture, script in scripts:
        drafter.take(picture, script)
    return Drafted(
        scenes=tuple(drafter.scenes),
        omitted=tuple(drafter.omitted),
        questions=drafter.questions(),
    )


class _Drafter:
    def __init__(self, *, is_alone: bool, place_of: Callable[[Slug], str]) -> None:
        self._is_alone = is_alone
        self._place_of = place_of
        self._ids = Ids()
        self.scenes: list[SceneDraft] = []
        self.omitted: list[str] = []
        self._open: dict[str, list[str]] = {}
        self._words: dict[str, None] = {}

    def take(self, picture: str, script: Screenplay) -> None:
        """Draft the scenes of one script."""
        before: SceneDraft | None = None
        scenes = script.scenes()
        numbers, given = _numbers(scenes)
        lengths = scene_lengths(script)
        seen: set[str] = set()
        for scene, number, length in zip(scenes, numbers, lengths, strict=True):
            label = number if self._is_alone else f"{picture} {number}"
            if scene.heading.is_omitted:
                self.omitted.append(label)
                continue
            if number in seen:
                self._note("twice", label)
            elif number in given:
                self._note("numbered", label)
            seen.add(number)
            before = self._draft(picture, scene, number, label, length, before)
            self.scenes.append(before)

    def _draft(
        self,
        picture: str,
        scene: ScriptScene,
        number: str,
        label: str,
        length: SceneLength,
        before: SceneDraft | None,
    ) -> SceneDraft:
        slug = read_heading(scene.heading.text)
        location = self._place_of(slug)
        if not location:
            self._note("nowhere", label)
        stem = "s" if self._is_alone else f"{picture}-"
        name = slug_of(number)
        return SceneDraft(
            picture=picture,
            scene=scene,
            slug=slug,
            length=length,
            number=number,
            label=label,
            scene_id=self._ids.make(f"{stem}{name}" if name else "", otherwise=stem),
            place=self._place(slug, label),
            time=self._time(slug, label, before),
            location=location or (before.location if before else NOWHERE),
            set=slug.set or (before.set if before else NOWHERE),
        )

    def _place(self, slug: Slug, label: str) -> Place:
        if slug.place is None:
            self._note("place", label)
        return slug.place or "int"

    def _time(self, slug: Slug, label: str, before: SceneDraft | None) -> TimeOfDay:
        if slug.is_doubtful:
            self._note("doubtful", label)
        if slug.time is not None:
            return slug.time
        if slug.time_word:
            self._words[slug.time_word] = None
        self._note("relative" if slug.time_word else "time", label)
        return before.time if before else "day"

    def _note(self, kind: str, label: str) -> None:
        self._open.setdefault(kind, []).append(label)

    def questions(self) -> tuple[Question, ...]:
        """Give what is open, one question a kind."""
        return open_questions(self._open, self._words)


def open_questions(
    found: Mapping[str, Sequence[str]], times: Iterable[str]
) -> tuple[Question, ...]:
    """Give what is open about scenes, one question a kind.

    Parameters
    ----------
    found
        By kind of `WORDINGS`, the numbers of the scenes.
    times
        The words for times of day that depend on the scene before.
    """
    words = ", ".join(list(times)[:WORDS_SHOWN])
    return tuple(
        Question(what=_said(what, labels, words), todo=todo, scenes=tuple(labels))
        for kind, (what, todo) in WORDINGS.items()
        if (labels := found.get(kind, ()))
    )


def _said(what: str, labels: Sequence[str], words: str) -> str:
    have = "has" if len(labels) == 1 else "have"
    return f"{counted(len(labels), 'scene')} {what.format(have=have, words=words)}"


def _numbers(scenes: Sequence[ScriptScene]) -> tuple[list[str], set[str]]:
    """Give each scene its number, and name the numbers that were made up here.

    Where no scene has a number they are 1, 2, 3 ...; else a scene without one gets
    that of the scene before and a letter.
    """
    return numbers_of([scene.heading.number for scene in scenes])


def numbers_of(stated: Sequence[str | None]) -> tuple[list[str], set[str]]:
    """Give a number for each scene, None being none, and those that were made up.

    Examples
    --------
    >>> numbers_of(["1", None, "2"])
    (['1', '1A', '2'], {'1A'})
    """
    if not any(stated):
        return [str(at) for at in range(1, len(stated) + 1)], set()
    taken = {number for number in stated if number}
    numbers: list[str] = []
    given: set[str] = set()
    letters: dict[str, int] = {}
    before = "0"
    for number in stated:
        if number is None:
            number = inserted_number(before, taken, letters)
            given.add(number)
            taken.add(number)
        else:
            before = number
        numbers.append(number)
    return numbers, given


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def inserted_number(before: str, taken: set[str], letters: dict[str, int]) -> str:
    """Give the first free ``12A``, ``12B`` ... ``12Z``, ``12AA`` ..."""
    count = letters.get(before, 0)
    while True:
        repeat, letter = divmod(count, len(_LETTERS))
        number = f"{before}{_LETTERS[letter] * (repeat + 1)}"
        count += 1
        if number not in taken:
            letters[before] = count
            return number
