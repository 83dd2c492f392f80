"""What is written comes back: scenes to text and again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.importers.breakdown import import_scripts
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.screenplay_json import (
    screenplay_from_json,
    screenplay_to_json,
)
from daybreak.importers.scripts import parse_script
from daybreak.model.errors import ImportProblem
from tests.importers.screenplay_text import (
    SCRIPT,
    MadeScene,
    Speech,
    to_fdx,
    to_fountain,
)


def flat(scenes: tuple[MadeScene, ...]) -> list[tuple[str, str, str | None]]:
    """List what a reader should find: kind, text, number."""
    found: list[tuple[str, str, str | None]] = []
    for scene in scenes:
        found.append(("scene_heading", scene.heading, scene.number))
        for part in scene.body:
            if isinstance(part, Speech):
                found.append(("character", part.cue, None))
                if part.parenthetical:
                    found.append(("parenthetical", part.parenthetical, None))
                found.append(("dialogue", "\n".join(part.lines), None))
            else:
                found.append(("action", part, None))
    return found


def read_flat(script: Screenplay) -> list[tuple[str, str, str | None]]:
    return [
        (element.kind, element.text, element.number)
        for element in script.elements
        if element.kind != "synopsis"
    ]


@settings(max_examples=300, deadline=None)
@given(SCRIPT)
def test_scenes_written_as_fountain_come_back(scenes: tuple[MadeScene, ...]) -> None:
    """RELIABILITY C2."""
    script = parse_script(to_fountain(scenes).encode(), "made.fountain")
    assert read_flat(script) == flat(scenes)
    assert [scene.synopsis or None for scene in script.scenes()] == [
        scene.synopsis for scene in scenes
    ]
    assert script.remarks == ()


@pytest.mark.twin
def test_a_reader_that_loses_numbers_would_be_caught() -> None:
    """The twin of C2: the comparison sees a number that does not come back."""
    scene = MadeScene("INT.", "QA", "DAY", "12", None, ())
    lost = parse_script(to_fountain((replace(scene, number=None),)).encode(), "a")
    assert read_flat(lost) != flat((scene,))


@settings(max_examples=300, deadline=None)
@given(SCRIPT)
def test_scenes_written_as_fdx_come_back(scenes: tuple[MadeScene, ...]) -> None:
    """RELIABILITY C2."""
    script = parse_script(to_fdx(scenes), "made.fdx")
    assert read_flat(script) == flat(scenes)
    assert [scene.synopsis or None for scene in script.scenes()] == [
        scene.synopsis for scene in scenes
    ]
    assert script.remarks == ()


@settings(max_examples=100, deadline=None)
@given(SCRIPT)
def test_a_screenplay_is_the_same_after_json(scenes: tuple[MadeScene, ...]) -> None:
    for data, file in (
        (to_fountain(scenes).encode(), "a.fountain"),
        (to_fdx(scenes), "a.fdx"),
    ):
        script = parse_script(data, file)
        assert screenplay_from_json(screenplay_to_json(script)) == script


PIECES = st.sampled_from(
    [
        *("[[", "]]", "/*", "*/", "#", "#1#", "INT. ", "EXT. A - DAY", ">", "<", "!"),
        *("@", "~", "=", "===", "^", "(", ")", "  ", "\n", "\n\n", "\r", "\t"),
        *("CUT TO:", "ANN", "Title:", "\\", "\x00", "\ufeff", "\u202e", "\ud800"),
        *("İ", "ß", "é", "<FinalDraft>", "<?xml"),
    ]
)


@settings(max_examples=1000, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """RELIABILITY C1."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        script = parse_script(data, "any.fountain")
    except ImportProblem:
        return
    numbers = [element.first_line for element in script.elements]
    assert numbers == sorted(numbers)
    script.scenes()


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_that_is_read_makes_a_production(text: str) -> None:
    """RELIABILITY C1."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        script = parse_script(data, "any.fountain")
    except ImportProblem:
        return
    imported = import_scripts([script], start=date(2027, 1, 18))
    shot = [scene for scene in script.scenes() if not scene.heading.is_omitted]
    assert len(imported.production.scenes) == len(shot)
    for said in (*imported.questions, *imported.assumed):
        assert "\n" not in str(said)


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.fdx", "a.fountain", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, file: str) -> None:
    """RELIABILITY C1."""
    try:
        parse_script(data, file).scenes()
    except ImportProblem:
        return


@settings(max_examples=300, deadline=None)
@given(SCRIPT, st.data())
def test_a_damaged_fdx_is_read_or_refused(
    scenes: tuple[MadeScene, ...], data: st.DataObject
) -> None:
    """RELIABILITY C1."""
    whole = bytearray(to_fdx(scenes))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    try:
        parse_script(bytes(whole), "damaged.fdx").scenes()
    except ImportProblem:
        return
