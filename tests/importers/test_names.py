"""Names of places and characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybreak.importers.characters import Cue, Mentions, members, read_cue
from daybreak.importers.fountain import parse_fountain
from daybreak.importers.names import Ids, alike, name_key, slug_of
from daybreak.importers.places import read_locations_map
from daybreak.model.errors import ImportProblem


@pytest.mark.parametrize(
    "names",
    [
        ("TREEHOUSE", "TREE HOUSE"),
        ("THE BAR", "BAR"),
        ("SCOTT'S HOUSE", "SCOTTS HOUSE"),
        ("CAFÉ", "CAFE"),
        ("HANGAR", "HANGER"),
        ("KITCHEN", "KITCHENS"),
        ("OFFICE", "OFIFCE"),
    ],
)
def test_spellings_of_one_name_are_alike(names: tuple[str, str]) -> None:
    assert alike(names) == (names,)


@pytest.mark.parametrize(
    "names",
    [
        ("ROOM 1", "ROOM 2"),
        ("CORRIDOR A", "CORRIDOR B"),
        ("GUARD #1", "GUARD #12"),
        ("BAR", "CAR"),
        ("KITCHEN", "CHICKEN"),
        ("चाय", "चाया"),
    ],
)
def test_other_names_are_not(names: tuple[str, str]) -> None:
    assert alike(names) == ()


def test_three_spellings_are_one_group() -> None:
    names = ["THE HOUSE", "SEA", "HOUSE", "HOUSES"]
    assert alike(names) == (("THE HOUSE", "HOUSE", "HOUSES"),)


@given(st.text(max_size=30))
def test_a_name_in_other_case_has_the_same_key(name: str) -> None:
    assert name_key(name.upper()) == name_key(name.upper().lower().upper())


@given(st.lists(st.text(max_size=20), max_size=20))
def test_ids_are_short_and_never_return(names: list[str]) -> None:
    ids = Ids()
    made = [ids.make(name, otherwise="place") for name in names]
    assert len(set(made)) == len(made)
    for one in made:
        assert one[0].isalnum()
        assert len(one) <= 64
        assert set(one) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_ids_can_be_read() -> None:
    ids = Ids()
    assert [
        ids.make(name, otherwise="place") for name in ("Bar", "BAR", "கடை", "24")
    ] == [
        "bar",
        "bar-2",
        "place-1",
        "place-24",
    ]
    assert slug_of("BRIANNA'S  APARTMENT, Café") == "briannas-apartment-cafe"


@pytest.mark.parametrize(
    ("text", "name", "is_voice"),
    [
        ("BRIANNA", "BRIANNA", False),
        ("BRIANNA (V.O.)", "BRIANNA", True),
        ("BRIANNA(O.S.)", "BRIANNA", True),
        ("BRIANNA (CONT'D)", "BRIANNA", False),
        ("BRIANNA (CONT.)", "BRIANNA", False),
        ("BRIANNA (V.O.) (CONT’D)", "BRIANNA", True),
        ("McCLANE", "MCCLANE", False),
        ("HANS (on the radio)", "HANS", True),
        ("**ANN** ^", "ANN", False),
        ("NOAH’S SUIT", "NOAH'S SUIT", False),
    ],
)
def test_cues_without_their_extensions(text: str, name: str, is_voice: bool) -> None:
    assert read_cue(text) == Cue(name=name, is_voice=is_voice)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ANN AND BOB", ("ANN", "BOB")),
        ("ANN & BOB", ("ANN", "BOB")),
        ("ANN/BOB", ("ANN", "BOB")),
        ("ANN, BOB AND CY", ("ANN", "BOB", "CY")),
        ("ANN AND A STRANGER", ()),
        ("ANN", ()),
        ("SANDY", ()),
    ],
)
def test_cues_of_several(name: str, found: tuple[str, ...]) -> None:
    assert members(name, ["ANN", "BOB", "CY", "SANDY", name]) == found


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("BRIANNA runs.", ("BRIANNA",)),
        ("Brianna runs.", ("BRIANNA",)),
        ("Here is brianna.", ()),
        ("Brianna's door.", ()),
        ("BRIANNA's hand.", ("BRIANNA",)),
        ("Captain Le Guin nods.", ("CAPTAIN LE GUIN",)),
        ("A Robot waits.", ()),
        ("A ROBOT waits.", ("ROBOT",)),
        ("CAPTAIN LE GUIN--BRIANNA.", ("CAPTAIN LE GUIN", "BRIANNA")),
        ("The captain waits.", ()),
    ],
)
def test_names_in_the_action(action: str, found: tuple[str, ...]) -> None:
    text = f"INT. A - DAY\n\n{action}\n\nINT. B - DAY\n\nThe robot and a captain.\n"
    scenes = parse_fountain(text, "a.fountain").scenes()
    mentions = Mentions(["BRIANNA", "ROBOT", "CAPTAIN LE GUIN"], scenes)
    assert mentions.named_in(scenes[0]) == found


def test_a_locations_map_is_lines_or_json() -> None:
    lines = "# one place\n\nThe House = House\nHOUSE - KITCHEN = Studio A\n"
    json = '{"The House": "House", "HOUSE - KITCHEN": "Studio A"}'
    expected = {"THE HOUSE": "HOUSE", "HOUSE - KITCHEN": "STUDIO A"}
    assert read_locations_map(lines, "map.txt") == expected
    assert read_locations_map(json, "map.json") == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("HOUSE\n", "map.txt:1: MAP-E01 "),
        ("A = B\n= C\n", "map.txt:2: MAP-E01 "),
        ("{", "map.txt:1: MAP-E02 "),
        ('{"A": 1}', "map.txt:1: MAP-E02 "),
        ("A = B\nB = A\n", "map.txt:1: MAP-E03 "),
        ("A = B\nB = C\nC = B\n", "map.txt:1: MAP-E03 "),
    ],
)
def test_other_maps_are_refused(text: str, start: str) -> None:
    with pytest.raises(ImportProblem) as caught:
        read_locations_map(text, "some/where/map.txt")
    assert str(caught.value).startswith(start)
