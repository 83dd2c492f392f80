"""Real screenplays, counted by hand, and an oracle whose differences are explained."""

from __future__ import annotations

import io
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
from screenplain.parsers import fountain as oracle
from screenplain.types import Dialog, DualDialog, Slug

from daybreak.importers.breakdown import import_scripts
from daybreak.importers.characters import read_cue
from daybreak.importers.outcome import Imported
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.scripts import read_script
from tests.reference import reference_file

START = date(2027, 1, 18)
# File: scenes, characters.
COUNTS = {
    "fountain/Barrier15-e01.fountain": (115, 27),
    "fountain/coffee_shop.fountain": (1, 2),
    "fountain/nrb-complete_nonsense.fountain": (2, 4),
    "fountain/nrb-nemsis.fountain": (0, 2),
    "fountain/nrb-our-many-masks.fountain": (0, 2),
    "gpl3/BeeDetective.fountain": (38, 27),
    "gpl3/Arranged_Love_Story.fountain": (20, 4),
    "gpl3/multi-language.fountain": (18, 9),
    "fdx/grog-the-caveman.fdx": (6, 3),
    "fdx/newfile-template-v6.fdx": (0, 0),
    "fdx/screenplay-tools-finaldraft-a4.fdx": (2, 4),
    "fdx/screenplay-tools-fadein-a4.fdx": (2, 4),
    "fdx/screenplain-dialogue-with-blank-line.fdx": (0, 1),
    "fdx/screenplain-dialogue.fdx": (0, 2),
    "fdx/screenplain-dual-dialogue.fdx": (0, 2),
    "fdx/screenplain-extended-characters.fdx": (0, 0),
    "fdx/screenplain-forced-action.fdx": (0, 0),
    "fdx/screenplain-indentation.fdx": (1, 0),
    "fdx/screenplain-parenthetical.fdx": (0, 1),
    "fdx/screenplain-simple.fdx": (1, 2),
    "fdx/screenplain-utf-8-bom.fdx": (1, 2),
}
# Where the oracle sees other headings: theirs that are none, ours that it misses.
EXPLAINED: dict[str, tuple[set[str], list[str]]] = {
    # The full stop of Chinese and Japanese stands for the dot.
    "afterwriting-jp.fountain": (set(), ["INT。 病院-日"]),
    "afterwriting-sc.fountain": (set(), ["INT。 医院-天"]),
    # It misses "I./E.", and reads two headings in a row as a cue and a speech.
    "nyousefi-SceneHeaders.fountain": (
        set(),
        ["EXT. HOUSE - DAY", "I./E. HOUSE - DAY", "INT. HOUSE - DAY"],
    ),
    # A dot and a blank force no heading.
    "st-SceneHeading.fountain": ({"NOT A HEADER"}, []),
    "st-UTF8.fountain": ({"NOT A HEADER"}, []),
    # It takes a first heading with a colon in it for a title page.
    "st-Tags.fountain": (
        {"NOT A HEADER #BAH"},
        ["INT. SCEHE 1 - DAY #SCENE1DAY #MOOK:MUSIC #HABABIBIBI"],
    ),
    # It reads a heading without a blank line after it as a cue.
    "st-Sections.fountain": (set(), ["INT. PALACE HALLWAY - NIGHT"]),
}


def read(name: str) -> Screenplay | None:
    path = reference_file("scripts", *name.split("/"))
    return read_script(path) if path else None


def names(script: Screenplay) -> set[str]:
    return {
        read_cue(element.text).name
        for element in script.elements
        if element.kind == "character"
    }


@pytest.mark.parametrize("name", COUNTS)
def test_scenes_and_characters_are_those_counted(name: str) -> None:
    """RELIABILITY C9."""
    script = read(name)
    if script is not None:
        assert (len(script.scenes()), len(names(script))) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_every_script_becomes_a_valid_production(name: str) -> None:
    script = read(name)
    if script is not None:
        production = import_scripts([script], start=START).production
        assert len(production.scenes) == COUNTS[name][0]


def fountain_files() -> list[Path]:
    folder = reference_file("scripts")
    return sorted(folder.rglob("*.fountain")) if folder else []


def test_the_oracle_sees_the_same_but_for_what_is_explained() -> None:
    for path in fountain_files():
        text = path.read_text("utf-8-sig")
        parts = list(oracle.parse(io.StringIO(text)))
        theirs = [
            " ".join(str(part.line).upper().split())
            for part in parts
            if isinstance(part, Slug)
        ]
        ours = [scene.heading.text.upper() for scene in read_script(path).scenes()]
        extra, missed = EXPLAINED.get(path.name, (set(), []))
        kept = [line for line in theirs if line not in extra]
        assert sorted([*kept, *missed]) == sorted(ours), path.name


def test_the_oracle_hears_the_same_characters_but_for_headings() -> None:
    for path in fountain_files():
        parts = list(oracle.parse(io.StringIO(path.read_text("utf-8-sig"))))
        theirs = set()
        for part in parts:
            if isinstance(part, Dialog):
                theirs.add(read_cue(str(part.character)).name)
            elif isinstance(part, DualDialog):
                theirs.add(read_cue(str(part.left.character)).name)
                theirs.add(read_cue(str(part.right.character)).name)
        headings = {line for _, lines in EXPLAINED.values() for line in lines}
        assert theirs - headings == names(read_script(path)), path.name


def barrier() -> Imported | None:
    script = read("fountain/Barrier15-e01.fountain")
    return import_scripts([script], start=START) if script else None


def test_a_feature_gives_the_breakdown_that_was_looked_at() -> None:
    imported = barrier()
    if imported is None:
        return
    production = imported.production
    assert production.title == 'Barrier_15 "The Phoenix Child"'
    assert len(production.scenes) == 115
    assert len(production.people) == 27
    assert len(production.locations) == 46
    assert [scene.number for scene in production.scenes] == [
        str(number) for number in range(1, 116)
    ]
    assert [person.name for person in production.people[:5]] == [
        "BRIANNA",
        "SAMANTHA",
        "CAPTAIN LE GUIN",
        "TOKAMAK",
        "NOAH",
    ]
    bridge = {s.location for s in production.scenes if "EMBER ONE BRIDGE" in s.heading}
    assert bridge == {"ember-one-bridge"}
    assert imported.warnings == ()
    assert len(imported.questions) == 4


def test_silent_people_are_in_the_scene_that_names_them() -> None:
    imported = barrier()
    if imported is not None:
        second = imported.production.scenes[1]
        assert second.cast == ("recording-voice", "brianna")
        assert second.extra["voice_only"] == ["RECORDING VOICE"]


def test_one_script_given_twice_is_two_pictures_with_one_cast() -> None:
    script = read("fountain/Barrier15-e01.fountain")
    if script is None:
        return
    production = import_scripts([script, script], start=START).production
    title = 'Barrier_15 "The Phoenix Child"'
    assert [picture.title for picture in production.pictures] == [title, f"{title} (2)"]
    assert len(production.scenes) == 230
    assert len(production.people) == 27
    assert production.scenes[0].id == "m1-1"
    assert production.scenes[115].id == "m2-1"


def test_notes_in_headings_hide_no_number() -> None:
    """RELIABILITY C9."""
    script = read("gpl3/BeeDetective.fountain")
    if script is None:
        return
    numbers = [scene.heading.number for scene in script.scenes()]
    assert sum(number is not None for number in numbers) == 36
    assert numbers[:4] == ["0", "1", "2", "3"]
    production = import_scripts([script], start=START).production
    assert [scene.number for scene in production.scenes[7:10]] == ["7A", "7AA", "7"]
    assert production.scenes[0].extra["color"] == "purple"
    assert production.scenes[0].extra["storylines"] == ["Main Mystery"]


@pytest.mark.parametrize(
    "name",
    ["screenplay-tools-finaldraft-a4.fdx", "screenplay-tools-fadein-a4.fdx"],
)
def test_two_programs_give_the_same_scenes(name: str) -> None:
    script = read(f"fdx/{name}")
    if script is None:
        return
    assert script.title() == "FDX Test Script"
    assert [
        (scene.heading.number, scene.heading.text, scene.heading.eighths)
        for scene in script.scenes()
    ] == [("1", "INT. RADIO STUDIO", 3), ("2", "EXT. OUTSIDE THE FOOD STORE", 2)]


@pytest.mark.parametrize(
    "name", ["dialogue", "dual-dialogue", "parenthetical", "simple", "utf-8-bom"]
)
def test_a_script_and_its_twin_in_the_other_format_agree(name: str) -> None:
    fountain = read(f"fountain-spec-cases/screenplain-{name}.fountain")
    fdx = read(f"fdx/screenplain-{name}.fdx")
    if fountain is None or fdx is None:
        return
    assert paragraphs(fountain) == paragraphs(fdx)


def paragraphs(script: Screenplay) -> list[tuple[str, list[str]]]:
    """Give kinds and words; the FDX has a paragraph for each line of a speech."""
    return [
        (kind, [word for element in group for word in element.text.split()])
        for kind, group in groupby(script.elements, key=lambda element: element.kind)
    ]
