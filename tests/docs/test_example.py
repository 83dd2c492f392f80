"""The example that ships along: a script that reads cleanly, and its production."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import daybreak.examples
from daybreak.importers.breakdown import import_scripts
from daybreak.importers.outcome import Imported
from daybreak.importers.scripts import read_script
from daybreak.model.files import read, to_json
from daybreak.model.production import Production, Scene

FOLDER = Path(daybreak.examples.__file__).parent
SCRIPT = FOLDER / "ten-minutes-dark.fountain"
PRODUCTION = FOLDER / "ten-minutes-dark.json"
RELATIVE = ("2", "5", "6", "10", "12", "14", "22", "29")


@pytest.fixture(scope="module")
def imported() -> Imported:
    """Give what an import makes of the script."""
    return import_scripts([read_script(SCRIPT)], start=date(2027, 2, 1), tier="low")


@pytest.fixture(scope="module")
def kept() -> Production:
    """Give the production that was kept by hand."""
    return read(PRODUCTION)


def as_scripted(scene: Scene) -> tuple[object, ...]:
    """Give what a script says of a scene."""
    return (
        scene.id,
        scene.picture,
        scene.number,
        scene.heading,
        scene.place,
        scene.time,
        scene.location,
        scene.set,
        scene.eighths,
        scene.cast,
        scene.synopsis,
    )


def test_the_script_reads_without_a_warning(imported: Imported) -> None:
    assert imported.warnings == ()


def test_the_only_questions_are_about_relative_times(imported: Imported) -> None:
    assert [one.scenes for one in imported.questions] == [RELATIVE]


def test_the_script_is_thirty_numbered_scenes(imported: Imported) -> None:
    numbers = [scene.number for scene in imported.production.scenes]
    assert numbers == [str(number) for number in range(1, 31)]


def test_every_scene_has_a_synopsis(imported: Imported) -> None:
    assert [one.id for one in imported.production.scenes if not one.synopsis] == []


def test_scenes_of_the_production_are_those_of_the_script(
    imported: Imported, kept: Production
) -> None:
    scripted = [as_scripted(scene) for scene in imported.production.scenes]
    assert [as_scripted(scene) for scene in kept.scenes] == scripted


def test_people_of_the_production_are_those_of_the_script(
    imported: Imported, kept: Production
) -> None:
    told = [(one.id, one.number, one.characters) for one in kept.people]
    people = imported.production.people
    assert told == [(one.id, one.number, one.characters) for one in people]


def test_the_production_shows_what_a_plan_has_to_weigh(kept: Production) -> None:
    minors = [one.id for one in kept.people if one.day_minutes is not None]
    away = [one.id for one in kept.people if one.unavailable]
    bounded = [one.id for one in kept.locations if one.windows]
    moves = [(one.origin, one.target) for one in kept.moves]
    assert minors == ["pip"]
    assert away == ["nora"]
    assert bounded == ["ferry", "lighthouse"]
    assert moves == [("rockland", "vinalhaven")]
    assert [one.id for one in kept.bases if one.timezone is None] == []
    assert [(one.before, one.after) for one in kept.orders] == [
        ("s17", "s16"),
        ("s18", "s25"),
    ]


def test_the_file_is_written_as_daybreak_writes(kept: Production) -> None:
    assert PRODUCTION.read_text(encoding="utf-8") == to_json(kept)
