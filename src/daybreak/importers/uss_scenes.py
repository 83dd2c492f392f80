"""Breakdown sheets of a schedule file on their way to scenes of a production."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from daybreak.importers.drafts import (
    NOWHERE,
    SceneDraft,
    numbers_of,
    open_questions,
)
from daybreak.importers.eighths import SceneLength
from daybreak.importers.headings import split_intro
from daybreak.importers.names import Ids, slug_of
from daybreak.importers.outcome import Question
from daybreak.importers.places import PlaceNames
from daybreak.importers.screenplay import Element, ScriptScene
from daybreak.importers.slugline import Slug, read_heading, tidy
from daybreak.importers.times import read_time
from daybreak.importers.uss_document import UssBreakdown, UssDocument, UssElement
from daybreak.model.production import Place, TimeOfDay
from daybreak.model.schedule_standard import (
    CAST,
    FIRST_OWN_SCENE,
    LOCATION,
    PICTURE,
    PLACE,
    SCRIPT_DAY,
    SET,
    TIME,
    UNIT,
)

ANY = "ANY"
"""A Day/Night that stands for a scene to be shot at any time."""
_WRITTEN: Mapping[Place, str] = {"int": "INT.", "ext": "EXT.", "int/ext": "INT./EXT."}
_OWN_FIELDS = frozenset({SET, PLACE, TIME, SCRIPT_DAY, LOCATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedScene:
    """A scene while its open ends are tied.

    Parameters
    ----------
    sheet
        Its breakdown sheet.
    draft
        Its number, id, place, time, location and set.
    cast, things
        Its elements: of the cast, and all others that are things.
    tags
        Its elements that are neither: units, sequences, own scene categories.
    """

    sheet: UssBreakdown
    draft: SceneDraft
    cast: tuple[UssElement, ...]
    things: tuple[UssElement, ...]
    tags: Mapping[str, tuple[str, ...]]
    script_day: str | None
    unit_names: tuple[str, ...]

    def beside(self) -> dict[str, Any]:
        """Give what is kept beside the scene, without what is empty."""
        kept: dict[str, Any] = {
            "uss_id": self.sheet.id,
            "script_page": self.sheet.script_page,
            "time_as_written": self.draft.slug.time_word,
            "tags": {name: list(labels) for name, labels in self.tags.items()},
        }
        return {key: value for key, value in kept.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedSheets:
    """All scenes, the titles of their pictures, and what is open about them."""

    scenes: tuple[DraftedScene, ...]
    pictures: tuple[str, ...]
    questions: tuple[Question, ...]
    located: int = 0


def draft_sheets(document: UssDocument, names: PlaceNames, title: str) -> DraftedSheets:
    """Draft the scenes of a schedule file, in its order.

    Parameters
    ----------
    names
        Which names of places are one.
    title
        Of the picture, where the file does not tell several.
    """
    return _Drafter(document, names, title).all()


@dataclass(slots=True, kw_only=True, eq=False)
class _Sorted:
    """The elements of one scene by what they are."""

    of: dict[int, list[str]] = field(default_factory=dict)
    cast: list[UssElement] = field(default_factory=list)
    things: list[UssElement] = field(default_factory=list)
    tags: dict[str, list[str]] = field(default_factory=dict)
    picture: str = ""

    def first(self, ucid: int) -> str:
        return next(iter(self.of.get(ucid, ())), "")


class _Drafter:
    def __init__(self, document: UssDocument, names: PlaceNames, title: str) -> None:
        self._document = document
        self._names = names
        self._title = title
        self._elements = {one.id: one for one in document.elements}
        self._categories = {one.id: one for one in document.categories}
        self._ids = Ids()
        self._open: dict[str, list[str]] = {}
        self._words: dict[str, None] = {}
        self._pictures: dict[str, str] = {}
        self._located = 0

    def all(self) -> DraftedSheets:
        sheets = [one for one in self._document.breakdowns if one.kind == "scene"]
        numbers, made_up = numbers_of([one.scene or None for one in sheets])
        before: SceneDraft | None = None
        scenes = []
        seen: set[str] = set()
        for sheet, number in zip(sheets, numbers, strict=True):
            if number in seen:
                self._note("twice", number)
            elif number in made_up:
                self._note("numbered", number)
            seen.add(number)
            scenes.append(self._scene(sheet, number, before))
            before = scenes[-1].draft
        return DraftedSheets(
            scenes=tuple(scenes),
            pictures=tuple(self._pictures) or (self._title,),
            questions=(*open_questions(self._open, self._words), *_lengths(scenes)),
            located=self._located,
        )

    def _scene(
        self, sheet: UssBreakdown, number: str, before: SceneDraft | None
    ) -> DraftedScene:
        found = self._sorted(sheet)
        place = self._place(found.first(PLACE), number)
        slug, time = self._time(found.first(TIME), place, number, before)
        written = " / ".join(found.of.get(SET, ()))
        location = self._location(found.first(LOCATION), written, number, before)
        story = written or location
        name = slug_of(number)
        draft = SceneDraft(
            picture=self._picture(found.picture),
            scene=_as_script(sheet, _heading(place, story, found.first(TIME))),
            slug=replace(slug, location=location, set=story.upper()),
            length=SceneLength(eighths=sheet.eighths or 0, source="file"),
            number=number,
            label=number,
            scene_id=self._ids.make(f"s{name}" if name else "", otherwise="s"),
            place=place,
            time=time,
            location=location,
            set=story,
        )
        return DraftedScene(
            sheet=sheet,
            draft=draft,
            cast=tuple(found.cast),
            things=tuple(found.things),
            tags={label: tuple(texts) for label, texts in found.tags.items()},
            script_day="; ".join(found.of.get(SCRIPT_DAY, ())) or None,
            unit_names=tuple(found.of.get(UNIT, ())),
        )

    def _sorted(self, sheet: UssBreakdown) -> _Sorted:
        found = _Sorted()
        for key in sheet.elements:
            element = self._elements.get(key)
            if element is None:
                continue
            category = self._categories[element.category]
            if category.ucid == CAST:
                found.cast.append(element)
            elif category.ucid > CAST:
                found.things.append(element)
            elif category.ucid >= FIRST_OWN_SCENE and category.name == PICTURE:
                found.picture = element.name
            else:
                found.of.setdefault(category.ucid, []).append(element.name)
                if category.ucid not in _OWN_FIELDS:
                    found.tags.setdefault(category.name, []).append(element.name)
        return found

    def _picture(self, title: str) -> str:
        title = title or self._title
        return self._pictures.setdefault(title, f"m{len(self._pictures) + 1}")

    def _place(self, written: str, number: str) -> Place:
        intro = split_intro(f"{written.rstrip('. ').upper()}. X") if written else None
        if intro is None:
            self._note("place", number)
            return "int"
        return intro[0]

    def _time(
        self, written: str, place: Place, number: str, before: SceneDraft | None
    ) -> tuple[Slug, TimeOfDay]:
        word = tidy(written)
        slug = Slug(place=place, time=None, time_word=word, location="", set="")
        if word == ANY:
            return slug, "any"
        found = read_time(word) if word else None
        if found is not None and found.is_doubtful and place != "int":
            self._note("doubtful", number)
        if found is not None and found.time is not None:
            return slug, found.time
        if word:
            self._words[word] = None
        self._note("relative" if word else "time", number)
        return slug, before.time if before else "day"

    def _location(
        self, written: str, story: str, number: str, before: SceneDraft | None
    ) -> str:
        slug = read_heading(f"INT. {story}")
        if written:
            self._located += 1
            slug = replace(slug, location=written)
        location = self._names.of(slug)
        if not location:
            self._note("nowhere", number)
            return before.location if before else NOWHERE
        return location

    def _note(self, kind: str, label: str) -> None:
        self._open.setdefault(kind, []).append(label)


def _heading(place: Place, story: str, time: str) -> str:
    tail = f" - {time}" if time else ""
    return f"{_WRITTEN[place]} {story}{tail}"


def _as_script(sheet: UssBreakdown, heading: str) -> ScriptScene:
    return ScriptScene(
        heading=Element(
            kind="scene_heading",
            text=heading,
            first_line=sheet.line,
            last_line=sheet.line,
        )
    )


def _lengths(scenes: Sequence[DraftedScene]) -> tuple[Question, ...]:
    empty = [one for one in scenes if not one.sheet.eighths and not one.sheet.minutes]
    if not empty:
        return ()
    return (
        Question(
            what=f"{len(empty)} of {len(scenes)} scenes have no length and no duration",
            todo='set "eighths" or "minutes"',
            scenes=tuple(one.draft.number for one in empty),
        ),
    )
