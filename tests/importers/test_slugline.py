"""Headings taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybreak.importers.slugline import read_heading

# Heading: place, time, location, set, asides.
CASES: dict[str, tuple[str | None, str | None, str, str, tuple[str, ...]]] = {
    "INT. HOUSE - KITCHEN - DAY": ("int", "day", "HOUSE", "HOUSE - KITCHEN", ()),
    "int. house - day": ("int", "day", "HOUSE", "HOUSE", ()),
    "INT. HOUSE—KITCHEN—DAY": ("int", "day", "HOUSE", "HOUSE - KITCHEN", ()),
    "INT. HOUSE – NIGHT": ("int", "night", "HOUSE", "HOUSE", ()),
    "INT. HOUSE -- NIGHT": ("int", "night", "HOUSE", "HOUSE", ()),
    "INT HOUSE DAY": ("int", "day", "HOUSE", "HOUSE", ()),
    "INT. HOUSE, NIGHT": ("int", "night", "HOUSE", "HOUSE", ()),
    "INT - HOUSE - DAY": ("int", "day", "HOUSE", "HOUSE", ()),
    "INT SCOTT'S APARTMENT": (
        "int",
        None,
        "SCOTT'S APARTMENT",
        "SCOTT'S APARTMENT",
        (),
    ),
    "INT. SCOTT’S APARTMENT - DAY": (
        "int",
        "day",
        "SCOTT'S APARTMENT",
        "SCOTT'S APARTMENT",
        (),
    ),
    "EXT./INT. CAR - DUSK": ("int/ext", "dusk", "CAR", "CAR", ()),
    "I/E CAR - SUNRISE": ("int/ext", "dawn", "CAR", "CAR", ()),
    "EST. CITY - MAGIC HOUR": ("ext", "dusk", "CITY", "CITY", ()),
    "EXT. FIELD - AFTERNOON": ("ext", "day", "FIELD", "FIELD", ()),
    "EXT. FIELD - LATER THAT NIGHT": ("ext", "night", "FIELD", "FIELD", ()),
    "EXT. FIELD - THE NEXT MORNING": ("ext", "day", "FIELD", "FIELD", ()),
    "EXT. FIELD - CONTINUOUS": ("ext", None, "FIELD", "FIELD", ()),
    "EXT. FIELD - MOMENTS LATER": ("ext", None, "FIELD", "FIELD", ()),
    "EXT. FIELD - SAME TIME": ("ext", None, "FIELD", "FIELD", ()),
    "EXT. FIELD": ("ext", None, "FIELD", "FIELD", ()),
    "INT. A-1 GARAGE - DAY": ("int", "day", "A-1 GARAGE", "A-1 GARAGE", ()),
    "INT. HOUSE - DAY - FLASHBACK (1944)": (
        "int",
        "day",
        "HOUSE",
        "HOUSE",
        ("FLASHBACK", "1944"),
    ),
    "INT. HALL - NIGHT (JEFF)": ("int", "night", "HALL", "HALL", ("JEFF",)),
    "EXT. SPACE - BRIANNA'S POV": ("ext", None, "SPACE", "SPACE", ("BRIANNA'S POV",)),
    "EXT. ASHLON (CAPITAL CITY) - DAY": (
        "ext",
        "day",
        "ASHLON (CAPITAL CITY)",
        "ASHLON (CAPITAL CITY)",
        (),
    ),
    "INT. CAR (MOVING) - DAY": ("int", "day", "CAR", "CAR", ("MOVING",)),
    "EXT. SAIGON - 1968 - DAY": ("ext", "day", "SAIGON", "SAIGON", ("1968",)),
    "INT. HOUSE - PRESENT DAY": ("int", None, "HOUSE", "HOUSE", ("PRESENT DAY",)),
    "INT. THE DAY SPA": ("int", None, "THE DAY SPA", "THE DAY SPA", ()),
    "INT. TWILIGHT REALM": ("int", None, "TWILIGHT REALM", "TWILIGHT REALM", ()),
    "INT. DAY": ("int", "day", "", "", ()),
    "INT.": ("int", None, "", "", ()),
    "KITCHEN": (None, None, "KITCHEN", "KITCHEN", ()),
    "LATER": (None, None, "", "", ()),
    "சீன் 1 - தமிழக அஞ்சலகம்": (
        None,
        None,
        "சீன் 1",
        "சீன் 1 - தமிழக அஞ்சலகம்",
        (),
    ),
    "INT. MAISON - JOUR": ("int", "day", "MAISON", "MAISON", ()),
    "**INT. HOUSE - DAY**": ("int", "day", "HOUSE", "HOUSE", ()),
}


@pytest.mark.parametrize("heading", CASES)
def test_headings(heading: str) -> None:
    slug = read_heading(heading)
    found = (slug.place, slug.time, slug.location, slug.set, slug.asides)
    assert found == CASES[heading]


def test_evening_is_night_and_doubtful_outdoors() -> None:
    outdoors = read_heading("EXT. SEA - EVENING")
    indoors = read_heading("INT. BAR - EVENING")
    early = read_heading("EXT. SEA - EARLY EVENING")
    assert (outdoors.time, outdoors.is_doubtful) == ("night", True)
    assert (indoors.time, indoors.is_doubtful) == ("night", False)
    assert (early.time, early.is_doubtful) == ("dusk", False)


def test_day_for_night_is_shot_by_day_and_doubtful() -> None:
    slug = read_heading("EXT. SEA - DAY FOR NIGHT")
    assert (slug.time, slug.is_doubtful, slug.location) == ("day", True, "SEA")


@given(st.text(max_size=60))
def test_any_heading_gives_a_location_that_is_the_first_part_of_its_set(
    text: str,
) -> None:
    slug = read_heading(text)
    assert slug.set.startswith(slug.location)
    assert bool(slug.set) == bool(slug.location)
